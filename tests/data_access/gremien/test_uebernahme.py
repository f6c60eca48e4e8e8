"""A row of any KIND replaces what it has columns for; what it leaves out stays."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from data_access.gremien.buch import schritt
from data_access.gremien.lesen import lies
from data_access.gremien.uebernahme import uebernimm
from data_access.gremien.zeilen import zeilen
from models.gremienformate import FORMATE
from models.gremientabellen import Aenderung, Amtszeit, Takt
from tests.gremien import ALT, REGISTER, RUNDE, S2023, S2024, S2025, SITZUNGEN, trage_ein
from tests.installation import JETZT, recht

K = "kleinkreis"
_SITZUNG = {"gremium": RUNDE, "datum": S2024}
VOLL: dict[str, list[dict[str, Any]]] = {
    "vereinbarungen": [
        {"vereinbarung": "kv", "region": K, "name": "Vereinbarung", "partner": ["Kreis", "Träger"]}
        | {"geschlossen": S2023, "genauigkeit": "monat", "gueltig_bis": S2025, "rechtsgrundlage": "§ 8"}
        | {"quelle": "Blatt 1", "notiz": "n"}
    ],
    "organisationen": [
        {"organisation": "rat", "region": K, "name": "Räte", "gruppe": "eutb", "gattung": True, "aliase": ["R"]}
        | {"quelle": "§ 4"}
    ],
    "bestimmungen": [
        {"bestimmung": "b", "region": K, "vereinbarung": "kv", "art": "recht", "wortlaut": "w", "quelle": "§ 1"}
        | {"organisationen": ["rat"]}
    ],
    "gremien": [
        {"gremium": RUNDE, "region": K, "name": "Runde Teilhabe", "kurz": "Runde", "typ": "workshop", "takt_min": 1}
        | {"vorgaenger": ALT, "uebergeordnet": ALT, "vereinbarung": "kv", "verbindlichkeit": "angeregt", "quelle": "q"}
        | {"takt_max": 3, "takt_quelle": "§ 5", "takt_wortlaut": "ein- bis dreimal", "gueltig_bis": S2025, "notiz": "n"}
    ],
    "rollen": [
        {"rolle": "gf", "region": K, "gremium": RUNDE, "name": "Geschäftsführung", "regel": "wechselt"}
        | {"wechsel_jahre": 2, "quelle": "§ 6", "inhaber": "Kreis", "von": date(2023, 1, 1), "bis": S2024}
        | {"erschlossen": True}
    ],
    "sitzungen": [
        _SITZUNG
        | {"status": "stattgefunden", "form": "hybrid", "bezeichnung": "2. Runde", "ort": "Rathaus", "notiz": "n"}
        | {"einladung_am": S2023, "protokoll_am": S2025, "datum_erschlossen": True, "quelle": "q"}
    ],
    "tops": [
        _SITZUNG
        | {"top": 2, "titel": "Wohnen", "art": "beschluss", "thema": "wohnen", "planungsraum": "nord"}
        | {"eingebracht_von_gruppe": "eutb", "ergebnis": "ja", "stufe_verwaltung": 6, "stufe_selbstvertretung": 3}
        | {"begruendung": "b"}
    ],
    "empfehlungen": [
        _SITZUNG
        | {"empfehlung": "e1", "top": 2, "text": "Mehr", "status": "abgelehnt", "antwort_am": S2025, "an": "Kreis"}
        | {"von_gruppe": "eutb", "antwort": "Nein.", "grund": "Kein Geld."}
    ],
    "massnahmen": [
        {"massnahme": "m1", "empfehlung": "e1", "text": "Reden", "verantwortlich": "Kreis", "bis": S2025}
        | {"status": "verworfen", "grund": "Zu spät."}
    ],
    "rueckmeldungen": [
        {"empfehlung": "e1", "gremium": RUNDE, "datum": S2025, "status": "abgelehnt", "text": "Kein Geld."}
    ],
    "bewertungsfragen": [
        {"frage": "gp", "region": K, "nummer": 1, "text": "Man hört zu.", "jahr_von": 2024, "jahr_bis": 2026}
    ],
    "bewertungen": [
        {"region": K, "jahr": 2025, "frage": "gp", "seite": "kreis", "wert": 3, "anmerkung": "Es wird besser."}
    ],
    "rechtsgrundlagen": [
        {"rechtsgrundlage": "hag", "region": K, "norm": "§ 5 HAG", "inhalt": "Zusammenarbeit", "fassung_von": S2023}
        | {"fassung_bis": S2025, "gelesen": True, "quelle": "q", "notiz": "n"}
    ],
    "pflichten": [
        {"rule": "R01", "region": K, "titel": "Tagt", "wortlaut": "w", "klausel": "§ 5", "vereinbarung": "kv"}
        | {"gremium": RUNDE, "rechtsgrundlage": "hag", "art": "pflicht", "zustaendig": "gremium", "empfaenger": "Kreis"}
        | {"pruefung": "sitzungen", "monat": 12, "tag": 31, "bezugsjahr": "jahr", "minimum": 2, "maximum": 3}
        | {"alle_jahre": 1, "ab_jahr": 2023, "gilt_von": S2023, "gilt_bis": S2025, "rechtsstand_bis": S2024}
        | {"gegenstueck": "R02", "grundzahl": "lb_bwf", "kanal": "gesondert", "notiz": "n"}
    ],
    "nachweise": [
        {"rule": "R01", "instanz": "2024", "datum": S2024, "art": "sitzung", "notiz": "n", "region": K}
        | {"seite": "kreis", "kanal": "gesondert"}
    ],
    "termine": [
        {"termin": "t", "region": K, "datum": S2025, "titel": "Zahlen holen", "stelle": "Kreis", "gremium": RUNDE}
        | {"erledigt_am": S2025, "notiz": "n"}
    ],
    "widersprueche": [
        {"widerspruch": "c1", "region": K, "code": "C1", "frage": "Wie oft?", "quellen": ["§ 5", "Anlage 2"]}
        | {"wortlaute": ["zweimal", "1 - 2x"], "umgang": "u", "pflichten": ["R01"]}
    ],
}
"""With every column filled that is empty in the small Kreis."""


@given(st.sets(st.sampled_from(sorted({s.name for f in FORMATE.values() for s in f.spalten}))))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_row_leaves_out_stays(klein: Path, weg: set[str]) -> None:
    """Left without any columns but its key and what it has to say, a row says nothing new."""
    trage_ein(REGISTER, SITZUNGEN, VOLL)
    trage_ein({k: VOLL[k] for k in ("sitzungen", "bewertungen")}, synthetisch=True)
    e = lies(K)
    with schritt(recht(), K, "noch einmal", JETZT) as offen:
        for kind, f in FORMATE.items():
            bleibt = {s.name for s in f.spalten if s.pflicht or s.name in f.schluessel or s.name not in weg}
            # An answer that is given again is a real one.
            bleibt -= {"wert"} if kind == "bewertungen" else set()
            alle = [{name: wert for name, wert in g.zeile.items() if name in bleibt} for g in zeilen(kind, e)]
            assert alle, kind
            uebernimm(offen, kind, alle)
        geaendert = offen.s.exec(select(Aenderung).where(Aenderung.vorgang_id == offen.vorgang.id)).all()
        assert [(a.tabelle, a.vorher, a.nachher) for a in geaendert] == []


def test_an_empty_cell_empties_and_what_was_entered_by_hand_is_known_again(klein: Path) -> None:
    trage_ein(REGISTER, SITZUNGEN, VOLL)
    with schritt(recht(), K, "von Hand", JETZT) as offen:
        offen.setze(Amtszeit(id="hand", rolle_id="gf", inhaber="Träger", von=date(2025, 1, 1)))
        offen.setze(Takt(id="hand", gremium_id=RUNDE, wortlaut="oft", quelle="Anlage", rang=2))
    kurz = {"typ": "workshop", "name": "Runde Teilhabe", "region": K, "gremium": RUNDE}
    trage_ein(
        {
            "gremien": [kurz | {"takt_quelle": "Anlage", "takt_max": 4, "notiz": None, "vorgaenger": None}],
            "rollen": [
                {"rolle": "gf", "region": K, "name": "Geschäftsführung", "inhaber": "Träger", "bis": S2025}
                | {"von": date(2025, 1, 1)}
            ],
            "massnahmen": [{"massnahme": "m1", "empfehlung": "e1", "text": "Reden", "status": "offen", "grund": None}],
        }
    )
    e = lies(K)
    runde = next(g for g in e.gremien if g.id == RUNDE)
    assert (runde.kurz, runde.notiz, runde.vorgaenger_id, runde.quelle) == ("Runde", "", None, "q")
    assert [(t.id, t.wortlaut, t.maximum) for t in e.takte if t.quelle == "Anlage"] == [("hand", "oft", 4)]
    assert [(a.id, a.bis) for a in e.amtszeiten if a.inhaber == "Träger"] == [("hand", S2025)]
    assert [(m.grund, m.verantwortlich) for m in e.massnahmen] == [("", "Kreis")]
