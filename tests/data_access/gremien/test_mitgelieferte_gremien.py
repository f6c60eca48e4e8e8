"""The shipped register says what the two documents say, complete and nothing more; the rest is synthetic."""

import csv
import os
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.gremien.bestand import Gremienbestand, lade
from data_access.einstellungen import PROJEKT
from data_access.gremien import mitgeliefert
from data_access.gremien.buch import schritt, verlauf
from data_access.gremien.mitgeliefert import REGISTER, SITZUNGEN, lies_ordner
from data_access.gremien.uebernahme import uebernimm
from data_access.importing.personennamen import nennt_person
from tests.installation import JETZT, recht

WMK, UNNA = "werra-meissner-kreis", "kreis-unna"
SOLL = Path(os.environ.get("SRB_SHARED", PROJEKT.parent / "shared")) / "seeds" / "soll.csv"
MELDUNG = "Meldung des Kreises Unna zum 1. LSP"
ECHT = date(2024, 9, 23)

GREMIEN = {
    "kok-wmk": ("kooperationskonferenz", "vereinbart", 7),
    "rpk-wmk": ("planungskonferenz", "vereinbart", 4),
    "begleitgruppe-itp-wmk": ("begleitgruppe", "vereinbart", 6),
    "qualitaetszirkel-wmk": ("qualitaetszirkel", "angeregt", 0),
    "fachgespraeche-wmk": ("fachgespraech", "moeglich", 0),
    "ag-hessen-wmk": ("arbeitsgemeinschaft", "genannt", 0),
    "lsp-unna": ("steuerungs_und_planungsgremium", "vereinbart", 5),
    "lsp-ws-wohnen-unna": ("workshop", "genannt", 0),
    "lsp-ws-arbeit-unna": ("workshop", "genannt", 0),
    "lsp-ws-kinder-unna": ("workshop", "genannt", 0),
    "lsp-ws-67-unna": ("workshop", "genannt", 0),
    "rpk-unna": ("planungskonferenz", "genannt", 0),
}
"""Kind, how firmly it is agreed, number of entries, in the order in which they are shown."""

GRUPPEN = {
    "kok-wmk": {"oertl_traeger": 3, "ueberoertl_traeger": 3, "beauftragte": 1},
    "rpk-wmk": {"ueberoertl_traeger": 3, "oertl_traeger": 1},
    "begleitgruppe-itp-wmk": {"ueberoertl_traeger": 2, "oertl_traeger": 2, "leistungserbringer": 1, "eutb": 1},
    "lsp-unna": dict.fromkeys(
        ("ueberoertl_traeger", "oertl_traeger", "leistungserbringer", "kommune", "selbstvertretung"), 1
    ),
}
TAKTE = {
    "kok-wmk": [("§ 5", 2, None, "mindestens zweimal jährlich"), ("Anlage 2", 1, 2, "1 - 2x jährlich")],
    "rpk-wmk": [("Anlage 2", 2, 2, "2 x Jährlich")],
    "begleitgruppe-itp-wmk": [("Anlage 2", None, None, "Nach Bedarf")],
    "lsp-unna": [(MELDUNG, 1, 1, "finden jährlich statt")],
}


@pytest.fixture
def beide(demo_lesend: Path) -> dict[str, Gremienbestand]:
    """Both regions as the demonstration lays them down."""
    return {region: lade(region) for region in (WMK, UNNA)}


def test_gremien_entries_and_cadences_are_those_of_the_documents(beide: dict[str, Gremienbestand]) -> None:
    echte = [g for b in beide.values() for g in b.e.gremien if not g.synthetisch]
    sitze = {g.id: beide[g.region_slug].sitze.get(g.id, ()) for g in echte}
    assert {g.id: (g.typ, g.verbindlichkeit, len(sitze[g.id])) for g in echte} == GREMIEN
    assert [g.id for g in echte] == list(GREMIEN)
    assert {g: Counter(s.gruppe for s in zeilen) for g, zeilen in sitze.items() if zeilen} == GRUPPEN
    assert {(s.anzahl, s.stimmrecht) for zeilen in sitze.values() for s in zeilen} == {(None, None)}
    assert all(s.organisation_id for zeilen in sitze.values() for s in zeilen)
    takte = {g: t for b in beide.values() for g, t in b.takte.items() if not b.gremium[g].synthetisch}
    assert {g: [(t.quelle, t.minimum, t.maximum, t.wortlaut) for t in alle] for g, alle in takte.items()} == TAKTE


def test_what_follows_what_and_from_when_to_when(beide: dict[str, Gremienbestand]) -> None:
    wmk, unna = beide[WMK].gremium, beide[UNNA].gremium
    assert wmk["begleitgruppe-itp-wmk"].gueltig_bis == date(2022, 6, 30)
    assert unna["lsp-unna"].vorgaenger_id == "rpk-unna"
    assert [g.id for g in unna.values() if g.uebergeordnet_id == "lsp-unna"] == list(unna)[1:5]
    (in_wmk,), (in_unna,) = (beide[r].e.vereinbarungen for r in (WMK, UNNA))
    assert (in_wmk.geschlossen, in_wmk.genauigkeit) == (date(2022, 1, 1), "tag")
    assert (in_unna.geschlossen, in_unna.genauigkeit) == (date(2024, 1, 1), "monat")
    # No source names a day for the workshops and for who spoke; the LSP's is the month of its agreement.
    assert {g.gueltig_von for g in list(unna.values())[1:]} == {None}
    assert {(a.von, a.bis) for zeiten in beide[UNNA].amtszeiten.values() for a in zeiten} == {(None, None)}
    amtszeiten = beide[WMK].amtszeiten["geschaeftsfuehrung-kok-wmk"]
    assert [(a.inhaber, a.von and a.von.year, a.bis and a.bis.year, a.erschlossen) for a in amtszeiten] == [
        ("LWV Hessen", 2022, 2023, False),
        ("Werra-Meißner-Kreis", 2024, 2025, True),
        ("LWV Hessen", 2026, 2027, True),
        ("Werra-Meißner-Kreis", 2028, 2029, True),
    ]


def test_the_real_meeting_has_a_total_and_nothing_else(beide: dict[str, Gremienbestand]) -> None:
    bestand = beide[UNNA]
    echte = [s for b in beide.values() for s in b.e.sitzungen if not s.synthetisch]
    assert sorted(s.gremium_id for s in echte) == sorted(g for g in GREMIEN if g.startswith("lsp"))
    assert {(s.datum, s.status, s.ort, s.datum_erschlossen) for s in echte} == {
        (ECHT, "stattgefunden", "Kreishaus Unna", True)
    }
    da = [t for s in echte for t in bestand.teilnahmen.get(s.id, ())]
    assert [(t.sitzung_id, t.gruppe, t.anwesend, t.eingeladen) for t in da] == [
        (f"lsp-unna-{ECHT}", "insgesamt", 65, None)
    ]
    assert not any(bestand.tops.get(s.id) or bestand.barrieren.get(s.id) for s in echte)


def test_what_is_invented_says_so_and_stays_apart(beide: dict[str, Gremienbestand]) -> None:
    for ordner in sorted(REGISTER.iterdir()):
        assert "synthetisch" not in "".join(d.read_text(encoding="utf-8") for d in ordner.glob("*.csv"))
    for ordner in sorted(SITZUNGEN.iterdir()):
        stoff = lies_ordner(ordner)
        assert all("datum" not in z or z["datum"] != ECHT for zeilen in stoff.values() for z in zeilen)
        assert {s["gremium"] for s in stoff.get("sitze", [])} <= {"qz-wohnen-beispiel-wmk"}
    erfunden = [g for b in beide.values() for g in b.e.gremien if g.synthetisch]
    assert [(g.id, "synthetisch" in g.name) for g in erfunden] == [("qz-wohnen-beispiel-wmk", True)]
    plaetze = beide[WMK].sitze["qz-wohnen-beispiel-wmk"]
    assert [(s.gruppe, s.anzahl, s.stimmrecht) for s in plaetze] == [
        ("selbstvertretung", 3, "ja"),
        ("angehoerige", 2, "ja"),
        ("leistungserbringer", 3, "ja"),
        ("eutb", 1, "beratend"),
        ("ueberoertl_traeger", 1, "ja"),
        ("oertl_traeger", 1, "ja"),
    ]
    assert all("synthetisch" in o.name for b in beide.values() for o in b.e.organisationen if o.synthetisch)


def test_the_synthetic_meetings_show_every_case(beide: dict[str, Gremienbestand]) -> None:
    def tage(gremium: str) -> list[str]:
        return [f"{s.datum:%Y-%m}" for s in beide[WMK if "wmk" in gremium else UNNA].sitzungen[gremium]]

    assert [len(tage(g)) for g in ("kok-wmk", "rpk-wmk", "begleitgruppe-itp-wmk", "qz-wohnen-beispiel-wmk")] == [
        *(11, 9, 2, 2)
    ]
    assert tage("lsp-unna") == ["2024-09", "2025-09", "2026-09", "2027-09"]
    assert tage("lsp-ws-67-unna") == ["2024-09", "2025-09", "2026-09"]
    alle = [s for b in beide.values() for s in b.e.sitzungen]
    assert Counter(s.status for s in alle) == {"stattgefunden": 36, "geplant": 3, "ausgefallen": 1}
    assert {x.stand for b in beide.values() for x in b.e.barrieren} == {
        *("angefragt", "bereitgestellt", "teilweise", "fehlte")
    }
    unna = beide[UNNA]
    for tag, insgesamt, eigene in ((date(2025, 9, 29), 58, 4), (date(2026, 9, 28), 61, 6)):
        sitzung = unna.am("lsp-unna", tag)
        assert sitzung is not None
        gruppen = {t.gruppe: t.anwesend for t in unna.teilnahmen[sitzung.id] if not t.organisation}
        assert gruppen["selbstvertretung"] == eigene
        assert sum(n or 0 for g, n in gruppen.items() if g != "insgesamt") == insgesamt


def test_no_person_is_named(beide: dict[str, Gremienbestand]) -> None:
    texte = {
        text
        for datei in [*REGISTER.rglob("*.csv"), *SITZUNGEN.rglob("*.csv")]
        for zeile in list(csv.reader(datei.read_text(encoding="utf-8").splitlines(), delimiter=";"))[1:]
        for text in zeile
    }
    woerter = {wort for text in texte for wort in re.findall(r"[^\W\d_]+", text)}
    paare = {" ".join(p) for text in texte for p in pairwise(re.findall(r"[^\W\d_]+", text))}
    assert [p for p in sorted(paare | woerter) if nennt_person(p)] == []


def test_loading_again_leaves_the_statements_that_the_partners_agreed_on(demo_ordner: Path) -> None:
    frage, *_ = lade(WMK).e.fragen
    with schritt(recht(), WMK, "Aussagen vereinbart", JETZT) as offen:
        for anders in ({"jahr_bis": 2026}, {"frage": "eigene", "jahr_von": 2027, "jahr_bis": None}):
            zeile = {"frage": frage.id, "region": WMK, "nummer": frage.nummer, "text": frage.text}
            uebernimm(offen, "bewertungsfragen", [zeile | {"jahr_von": frage.jahr_von} | anders])
    assert mitgeliefert.lade_register(recht(), WMK, JETZT) == 0
    assert {f.id: f.jahr_bis for f in lade(WMK).e.fragen}[frage.id] == 2026


def test_loading_again_changes_nothing_and_leaves_no_step(demo_ordner: Path) -> None:
    vorher = verlauf(WMK)
    assert (mitgeliefert.lade_register(recht(), WMK, JETZT), mitgeliefert.lade_sitzungen(recht(), WMK, JETZT)) == (0, 0)
    assert [v.id for v in verlauf(WMK)] == [v.id for v in vorher]
    assert [v.was for v in vorher] == ["Synthetische Sitzungen eingelesen", "Register der Gremien eingelesen"]


# --- Against the list of what has to be there ---------------------------------------------------------------------

GEMEINT = {
    (WMK, "KoK"): "kok-wmk",
    (WMK, "RPK"): "rpk-wmk",
    (WMK, "Begleitgruppe ITP"): "begleitgruppe-itp-wmk",
    (WMK, "Qualitätszirkel"): "qualitaetszirkel-wmk",
    (WMK, "Fachgespräche"): "fachgespraeche-wmk",
    (WMK, "Arbeitsgemeinschaft"): "ag-hessen-wmk",
    (UNNA, "LSP"): "lsp-unna",
    (UNNA, "Workshop Wohnen"): "lsp-ws-wohnen-unna",
    (UNNA, "Workshop Arbeit"): "lsp-ws-arbeit-unna",
    (UNNA, "Workshop Kinder und Jugendliche"): "lsp-ws-kinder-unna",
    (UNNA, "Workshop § 67"): "lsp-ws-67-unna",
    (UNNA, "Regionale Planungskonferenz"): "rpk-unna",
}
"""The short names of the list -> Gremium."""


def _soll() -> list[dict[str, str]]:
    with SOLL.open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei, delimiter=";"))


def _staemme(text: str) -> set[str]:
    """Numbers, and the beginnings of longer words: what two wordings of the same thing share."""
    worte = re.findall(r"[^\W_]+", text.casefold().replace("§67er", "§ 67er").replace("job center", "jobcenter"))
    return {w if w.isdigit() else w[:6] for w in worte if w.isdigit() or len(w) > 3}


def _gleich(soll: str, ist: str) -> bool:
    """Most of what the list names stands in the text, every number included."""
    gesucht, da = _staemme(soll), _staemme(ist)
    zahlen = {w for w in gesucht if w.isdigit()}
    return zahlen <= da and len(gesucht & da) >= 0.5 * len(gesucht)


def _kern(name: str) -> str:
    """A name without its article and without the Kreis behind it: both Anlagen then say the same."""
    ohne = re.sub(r"^(der|die)\s", "", name.casefold())
    return re.sub(r"\s*/\s*", "/", re.sub(r"\sdes werra-meissner-kreises$", "", ohne))


def _schreibweisen(bestand: Gremienbestand, gremium: str, quelle: str) -> set[str]:
    """Every spelling of every entry of a Gremium from this source."""
    stellen = {o.id: o for o in bestand.e.organisationen}
    namen = set()
    for sitz in bestand.sitze.get(gremium, ()):
        if all(teil.strip() in sitz.quelle for teil in quelle.split(",")):
            stelle = stellen.get(sitz.organisation_id or "")
            namen |= {_kern(n) for n in (sitz.wortlaut, *((stelle.name, *stelle.aliase) if stelle else ()))}
    return namen


def _gefunden(bestand: Gremienbestand, zeile: dict[str, str]) -> bool:
    art, eintrag, quelle = zeile["art"], zeile["eintrag"], zeile["quelle"]
    gremium = bestand.gremium.get(GEMEINT.get((bestand.region, zeile["gremium"]), ""))
    if gremium is None:
        passend = [b for b in bestand.e.bestimmungen if b.art == art and b.quelle.startswith(quelle)]
        return sum(_gleich(eintrag, b.wortlaut) for b in passend) == 1
    if art == "gremium":
        text = f"{gremium.name} {gremium.notiz} {gremium.verbindlichkeit}"
        return all(teil.strip() in gremium.quelle for teil in quelle.split(",")) and _gleich(eintrag, text)
    if art == "takt":
        return any(
            t.quelle.startswith(quelle)
            and _gleich(eintrag, t.wortlaut)
            and eintrag[:1].casefold() in t.wortlaut.casefold()
            for t in bestand.takte[gremium.id]
        )
    if art == "eintrag":
        # "Fachbereich (4) …": with the number in one Anlage, without it in the other.
        arten = {re.sub(r"\((\d)\) ", ersatz, _kern(eintrag)) for ersatz in (r"\1 ", "")}
        return arten <= _schreibweisen(bestand, gremium.id, quelle)
    if art == "geschaeftsfuehrung":
        (rolle,) = [r for r in bestand.e.rollen if r.gremium_id == gremium.id and r.name == "Geschäftsführung"]
        return rolle.quelle == quelle and _gleich(eintrag, rolle.regel) and rolle.wechsel_jahre == 2
    (sitzung,) = [s for s in bestand.sitzungen[gremium.id] if s.quelle.startswith(quelle)]
    text = f"{sitzung.bezeichnung} {sitzung.notiz} {sitzung.ort} {sitzung.datum:%d. %Y}"
    return art == "sitzung" and _gleich(eintrag, text)


@pytest.mark.skipif(not SOLL.is_file(), reason="Die Vergleichsliste liegt nicht neben dem Projekt (seeds/soll.csv).")
def test_every_line_of_the_list_is_found(beide: dict[str, Gremienbestand]) -> None:
    zeilen = _soll()
    assert len(zeilen) > 50
    assert [z for z in zeilen if not _gefunden(beide[z["region"]], z)] == []


@pytest.mark.skipif(not SOLL.is_file(), reason="Die Vergleichsliste liegt nicht neben dem Projekt (seeds/soll.csv).")
def test_the_list_knows_every_real_entry(beide: dict[str, Gremienbestand]) -> None:
    """The other way round: no Gremium, cadence or entry that the list does not have."""
    verlangt = Counter((GEMEINT[z["region"], z["gremium"]], z["art"]) for z in _soll() if z["gremium"])
    da: Counter[tuple[str, str]] = Counter()
    for bestand in beide.values():
        for g in (g for g in bestand.e.gremien if not g.synthetisch):
            da[g.id, "gremium"] += 1
            da[g.id, "takt"] += len(bestand.takte.get(g.id, ()))
            da[g.id, "eintrag"] += len(bestand.sitze.get(g.id, ()))
    arten = ("gremium", "takt", "eintrag")
    assert {s: n for s, n in da.items() if n} == {s: n for s, n in verlangt.items() if s[1] in arten}
