"""Files about Gremien: every KIND told from every other, cell by cell what is taken and what is refused, no names."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Any

import fastexcel
import pytest

from data_access.einstellungen import PROJEKT
from data_access.importing import eckwerte, einwohner, fallzahlen, merkmale, planungsraeume
from data_access.importing.gelesen import Gelesen
from data_access.importing.gremien import ausschluss, kennzeichen
from data_access.importing.gremienworte import SCHREIBWEISEN, nackt
from data_access.importing.gremienzellen import LAENGSTER_TEXT, entschaerfe, schaerfe
from data_access.importing.lesen import lies, pruefe_art
from data_access.importing.namensliste import SO_WIRD_GEZAEHLT, STELLEN, ZAEHLHILFE
from data_access.importing.vorlagen import HINWEISBLATT, vorlage
from models.gremienformate import FORMATE
from presentation.texts import gremien as worte
from presentation.texts import nachweise
from tests.data_access.importing.werkzeug import KEIN_REGISTER, Formel, arbeitsmappe, gruende

ANDERE = {m.__name__: m.SPALTEN for m in (eckwerte, einwohner, fallzahlen, merkmale, planungsraeume)}
KOPF = FORMATE["teilnahmen"].namen
ZEILE = ("lsp-unna", "2025-09-22", "selbstvertretung", "", "6", "4", "3")


def datei(kind: str, *zeilen: Sequence[str], kopf: Sequence[str] = ()) -> bytes:
    return "\n".join(";".join(z) for z in ((kopf or FORMATE[kind].namen), *zeilen)).encode()


def gelesen(kind: str, *zeilen: Sequence[str], kopf: Sequence[str] = ()) -> Gelesen:
    return lies(datei(kind, *zeilen, kopf=kopf), f"{kind}.csv", KEIN_REGISTER)


def teilnahme(**anders: str) -> Gelesen:
    return gelesen("teilnahmen", tuple((dict(zip(KOPF, ZEILE, strict=True)) | anders).values()))


def zeilen(ergebnis: Gelesen) -> list[dict[str, Any]]:
    assert ergebnis.befund.status == "ok", ergebnis.befund
    assert ergebnis.gremien is not None
    return [dict(p.zeile) for p in ergebnis.gremien.posten]


@pytest.mark.parametrize("kind", list(FORMATE))
def test_a_template_is_recognised_and_its_example_accepted(kind: str) -> None:
    for form in ("csv", "xlsx"):
        leer = lies(vorlage(kind, form), f"v.{form}", KEIN_REGISTER)
        assert leer.befund.profil == kind
        assert gruende(leer) == "Die Tabelle hat keine Datenzeile. Bitte mindestens eine Zeile eintragen."
    f = FORMATE[kind]
    beispiel = gelesen(kind, f.beispiel, kopf=f.namen[: len(f.beispiel)])
    assert (beispiel.befund.profil, beispiel.befund.zeilen) == (kind, 1)
    assert len(zeilen(beispiel)) == 1


@pytest.mark.parametrize("form", ["pflicht", "alle"])
def test_no_template_is_taken_for_another(form: str) -> None:
    """Each KIND's columns, with and without our own ones, against the marks of each other one."""
    for eine, andere in permutations(FORMATE.values(), 2):
        spalten = {s.name for s in eine.spalten if form == "alle" or not s.entbehrlich}
        erkannt = set(kennzeichen(andere)) <= spalten and not spalten & ausschluss(andere)
        assert not erkannt, (eine.kind, andere.kind)
    for name, spalten_anderer in ANDERE.items():
        for f in FORMATE.values():
            assert not set(kennzeichen(f)) <= set(spalten_anderer), (name, f.kind)
            assert lies(datei(f.kind), "x.csv", KEIN_REGISTER).befund.profil == f.kind


def test_the_header_may_come_in_any_order_with_umlauts_blanks_and_without_our_own_columns() -> None:
    kopf = ("Gültig von", "TYP", "Takt Quelle", "Name", "Region", "Gremium", "Vorgänger")
    kopf += ("takt-min", "Takt max", "gültig bis")
    zeile = ("01.01.2024", "Steuerungs- und Planungsgremium", "§ 5", "Runde", "05978", " LSP-Unna ", "", "1", "", "-")
    (z,) = zeilen(gelesen("gremien", zeile, kopf=kopf))
    assert z == {
        "gremium": "lsp-unna",
        "region": "05978",
        "name": "Runde",
        "typ": "steuerungs_und_planungsgremium",
        "vorgaenger": None,
        "takt_min": 1,
        "takt_max": None,
        "takt_quelle": "§ 5",
        "gueltig_von": date(2024, 1, 1),
        "gueltig_bis": None,
    }


@pytest.mark.parametrize(
    ("text", "wert"),
    [("", None), ("k. A.", None), ("-", None), ("–", None), ("0", 0), ("4", 4), ("4 ", 4), ("4,0", 4), ("4.0", 4)],
)
def test_an_unknown_count_is_never_0(text: str, wert: int | None) -> None:
    ergebnis = teilnahme(anwesend=text, rederecht_genutzt="")
    assert [z["anwesend"] for z in zeilen(ergebnis)] == [wert]
    assert (ergebnis.befund.zellen, ergebnis.befund.zeichen) == (3, {"leer": 1 + (wert is None)})


@pytest.mark.parametrize("text", ["4,5", "-1", "vier", "1.000", "4?", "100001", "x"])
def test_what_is_no_count_is_refused_with_line_and_column(text: str) -> None:
    (fehler,) = teilnahme(anwesend=text).befund.fehler
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (2, "anwesend", text)
    assert "Erlaubt ist eine ganze Zahl ab 0; leer oder k. A. heißt: nicht bekannt." in fehler.grund


@pytest.mark.parametrize("text", ["2025-09-22", "22.09.2025", "22. 9. 2025", "45922", "2025-09-22 00:00:00"])
def test_days_come_as_iso_german_or_excel(text: str) -> None:
    ergebnis = teilnahme(datum=text)
    assert [z["datum"] for z in zeilen(ergebnis)] == [date(2025, 9, 22)]
    assert ergebnis.befund.stichtage == ("2025-09-22",)


def test_a_workbook_with_real_dates_and_numbers() -> None:
    zeile = ("lsp-unna", date(2025, 9, 22), "Selbstvertretung", None, 6, 4.0, 0)
    (z,) = zeilen(lies(arbeitsmappe(Tabelle1=[KOPF, zeile]), "t.xlsx", KEIN_REGISTER))
    assert (z["datum"], z["gruppe"], z["anwesend"], z["rederecht_genutzt"]) == (
        date(2025, 9, 22),
        "selbstvertretung",
        4,
        0,
    )


@pytest.mark.parametrize(
    ("spalte", "text", "wert"),
    [
        ("gruppe", "Selbstvertretung", "selbstvertretung"),
        ("gruppe", "SELBSTVERTRETUNG", "selbstvertretung"),
        ("gruppe", "Selbstvertreter*innen", "selbstvertretung"),
        ("gruppe", "örtlicher Träger", "oertl_traeger"),
        ("gruppe", "Kreis (örtlicher Träger)", "oertl_traeger"),
        ("gruppe", "Angehörige", "angehoerige"),
        ("gruppe", "Insgesamt", "insgesamt"),
    ],
)
def test_words_are_taken_as_people_write_them(spalte: str, text: str, wert: str) -> None:
    assert [z[spalte] for z in zeilen(teilnahme(**{spalte: text}))] == [wert]


def test_every_word_is_known_by_its_name_on_screen_and_no_spelling_means_two() -> None:
    namen = {
        **worte.GRUPPEN,
        **worte.TYPEN,
        **worte.VERBINDLICHKEITEN,
        **worte.STIMMRECHTE,
        **worte.BESTIMMUNGEN,
        **worte.SITZUNGSSTATUS,
        **worte.SITZUNGSFORMEN,
        **worte.BARRIEREN,
        **nachweise.KANAELE,
    }
    for f in FORMATE.values():
        for s in (s for s in f.spalten if s.worte):
            vergeben: dict[str, str] = {}
            for wort in s.worte:
                for text in (wort, namen.get(wort, wort), *SCHREIBWEISEN.get(wort, ())):
                    assert vergeben.setdefault(nackt(text), wort) == wort, (f.kind, s.name, text)
    for gruppe, name in worte.GRUPPEN.items():
        assert SCHREIBWEISEN[gruppe][0] == name
    for kind, spalte, tafel in (
        ("sitzungen", "status", worte.SITZUNGSSTATUS),
        ("sitzungen", "form", worte.SITZUNGSFORMEN),
        ("sitze", "stimmrecht", worte.STIMMRECHTE),
        ("gremien", "typ", worte.TYPEN),
        ("gremien", "verbindlichkeit", worte.VERBINDLICHKEITEN),
        ("bestimmungen", "art", worte.BESTIMMUNGEN),
        ("barrierefreiheit", "art", worte.BARRIEREN),
        ("barrierefreiheit", "stand", worte.BARRIERESTAENDE),
        ("tops", "art", worte.TOPARTEN),
        ("empfehlungen", "status", worte.EMPFEHLUNGEN),
        ("massnahmen", "status", worte.MASSNAHMEN),
        ("bewertungen", "seite", worte.SEITEN),
        ("nachweise", "art", nachweise.NACHWEISARTEN),
        ("nachweise", "kanal", nachweise.KANAELE),
        ("nachweise", "seite", nachweise.PARTNERSEITEN),
    ):
        f = FORMATE[kind]
        muster = dict(zip(f.namen, (*f.beispiel, *[""] * (len(f.namen) - len(f.beispiel))), strict=True))
        for wort, name in tafel.items():
            # What follows from a word (a reason, who says it) is not the matter here.
            zeile = muster | {"seite": "kreis", "grund": "so"} | {spalte: name}
            ergebnis = gelesen(kind, tuple(zeile.values())[: len(f.namen)])
            assert [z[spalte] for z in zeilen(ergebnis)] == [wort], (kind, name)


def test_an_unknown_word_is_refused_with_the_list() -> None:
    (fehler,) = teilnahme(gruppe="Vorstand").befund.fehler
    assert fehler.grund.startswith("Dieses Wort kennt die Spalte nicht. Möglich sind: selbstvertretung, angehoerige,")
    (fehler,) = teilnahme(gruppe="").befund.fehler
    assert fehler.grund.startswith("Die Angabe fehlt: Gruppe;")


def test_yes_and_no_and_lists() -> None:
    kopf = FORMATE["organisationen"].namen
    for text, wert in (("ja", True), ("X", True), ("nein", False), ("", None)):
        zeile = ("wr", "kreis-unna", "Werkstattrat Altdorf", "selbstvertretung", text, "WR Altdorf | Rat|", "")
        (z,) = zeilen(gelesen("organisationen", zeile, kopf=kopf))
        assert (z["gattung"], z["aliase"]) == (wert, ["WR Altdorf", "Rat"])


def test_free_texts_have_a_length_and_no_control_characters() -> None:
    f = FORMATE["massnahmen"]
    for text, satz in (("a" * (LAENGSTER_TEXT + 1), "Erlaubt sind 4000"), ("a\u202eb", "Steuerzeichen")):
        assert satz in gruende(gelesen("massnahmen", (*f.beispiel[:2], text, *f.beispiel[3:])))
    mappe = arbeitsmappe(m=[f.namen, (*f.beispiel[:2], "eins\nzwei", *f.beispiel[3:])])
    assert zeilen(lies(mappe, "m.xlsx", KEIN_REGISTER))[0]["text"] == "eins\nzwei"


def test_the_same_row_twice_counts_once_and_two_that_differ_are_refused() -> None:
    ergebnis = gelesen("teilnahmen", ZEILE, ZEILE)
    assert len(zeilen(ergebnis)) == 1
    assert ergebnis.befund.warnungen == ("1 Zeile steht zweimal gleich in der Datei und zählt einmal.",)
    (fehler,) = gelesen("teilnahmen", ZEILE, (*ZEILE[:5], "5", "3")).befund.fehler
    assert (fehler.zeile, fehler.spalte) == (3, "anwesend")
    assert "Zeile 2 meinen dasselbe" in fehler.grund


def test_two_sources_of_a_cadence_are_two_rows_of_one_gremium() -> None:
    f = FORMATE["gremien"]
    kopf = f.namen[:10]
    eine, andere = f.beispiel, (*f.beispiel[:5], "1", "2", "Anlage 2", "", "")
    assert len(zeilen(gelesen("gremien", eine, andere, kopf=kopf))) == 2
    fremd = (*andere[:2], "Anderer Name", *andere[3:])
    (fehler,) = gelesen("gremien", eine, fremd, kopf=kopf).befund.fehler
    assert (fehler.zeile, fehler.spalte) == (3, "name")


def test_what_contradicts_itself_is_refused_with_its_line() -> None:
    (fehler,) = teilnahme(anwesend="2").befund.fehler
    assert (fehler.zeile, fehler.spalte) == (2, "rederecht_genutzt")
    alle = ("lsp-unna", "2025-09-22", "insgesamt", "", "", "3", "")
    assert "zusammen 4 Anwesende, insgesamt stehen 3" in gruende(gelesen("teilnahmen", ZEILE, alle))


LISTEN = {
    "Liste": [("Name", "Vorname", "Organisation", "Unterschrift", "E-Mail"), ("Muster", "Erika", "WR", "", "")],
    "nur Name": [("Name", "Gremium", "Sitzung am"), ("Muster", "LSP", "22.09.2025")],
    "Titel darüber": [("Teilnahmeliste LSP", ""), ("Name", "Funktion"), ("Erika Muster", "Werkstattrat")],
    "ohne Kopf": [("Erika Muster", "Werkstattrat"), ("Max Beispiel", "Kreis"), ("Anna Probe", "Kreis")],
    "Teilnehmende": [("Teilnehmende", "Institution"), ("Erika Muster", "Werkstattrat")],
    "in der Vorlage": [KOPF, (*ZEILE[:3], "Erika Muster", *ZEILE[4:])],
    "in der Vorlage, umgekehrt": [KOPF, (*ZEILE[:3], "Muster, Erika", *ZEILE[4:])],
    "Anrede in der Vorlage": [KOPF, (*ZEILE[:3], "Frau Muster", *ZEILE[4:])],
    "in der Spalte der Gruppe": [KOPF, (*ZEILE[:2], "Erika Muster", *ZEILE[3:])],
    "in einer Zahl": [KOPF, (*ZEILE[:4], "Erika Muster", "", "")],
    "Spalte daneben": [(*KOPF, "Vorname"), (*ZEILE, "Erika")],
    "nur Familiennamen": [("Teilnehmer", "anwesend"), ("Muster", "x"), ("Probe", "")],
    "nach Tagen": [("", "22.09.2025", "12.01.2026"), ("Muster", "x", ""), ("Probe", "x", "x")],
    "unbekannte Vornamen": [KOPF, (*ZEILE[:3], "Muster, Xaveria", *ZEILE[4:]), (*ZEILE[:3], "Probe, Q.", *ZEILE[4:])],
    "neben der Stelle": [KOPF, (*ZEILE[:3], "Werkstattrat (Erika Muster)", *ZEILE[4:])],
    "über dem Kopf": [("Gezählt von Frau Muster", *[""] * 6), KOPF, ZEILE],
    "Unterschrift daneben": [(*KOPF, "Unterschrift"), (*ZEILE, "")],
}


@pytest.mark.parametrize("liste", list(LISTEN))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_of_names_is_refused_with_the_way_to_counts(liste: str, form: str) -> None:
    tabelle = LISTEN[liste]
    inhalt = arbeitsmappe(Liste=tabelle) if form == "xlsx" else "\n".join(";".join(z) for z in tabelle).encode()
    ergebnis = lies(inhalt, f"liste.{form}", KEIN_REGISTER, art="teilnahmen")
    assert ergebnis.befund.status == "abgelehnt"
    assert ergebnis.gremien is None
    assert SO_WIRD_GEZAEHLT in gruende(ergebnis)
    gesagt = str(ergebnis.befund.als_objekt())
    assert not [name for name in ("Muster", "Erika", "Probe", "Max") if name in gesagt]


def test_names_in_a_further_sheet_are_refused_too() -> None:
    mappe = arbeitsmappe(teilnahmen=[KOPF, ZEILE], Notizen=[("Erika Muster", "kam später")])
    assert SO_WIRD_GEZAEHLT in gruende(lies(mappe, "t.xlsx", KEIN_REGISTER))
    mappe = arbeitsmappe(**{"Muster, Erika": [KOPF, ZEILE]})
    assert "Ein Blatt der Datei heißt wie eine Person" in gruende(lies(mappe, "t.xlsx", KEIN_REGISTER))


def test_a_name_in_a_free_text_is_pointed_out_and_a_list_of_them_refused() -> None:
    f = FORMATE["massnahmen"]
    eine = gelesen("massnahmen", (*f.beispiel[:2], "Frau Muster prüft", *f.beispiel[3:]))
    assert eine.befund.status == "ok"
    (hinweis,) = eine.befund.warnungen
    assert hinweis.startswith("Zeile 2, Spalte „text“: Im Text scheint der Name einer Person zu stehen.")
    for text in ("Erika Muster, Max Probe", "Erika Muster"):
        grund = gruende(gelesen("massnahmen", (*f.beispiel[:2], text, *f.beispiel[3:])))
        assert grund.startswith("Zeile 2: Hier stehen Namen von Personen. Erlaubt sind Stellen, Gruppen und Anzahlen")


def test_institutions_named_after_people_are_taken() -> None:
    namen = ("Herbert-Mensch-Haus", "Elisabeth Selbert Schule", "Bewohnerbeirat Haus Martin", "Stadt Unna, Sozialamt")
    eintraege = [(*ZEILE[:3], name, *ZEILE[4:]) for name in namen]
    assert [z["organisation"] for z in zeilen(gelesen("teilnahmen", *eintraege))] == list(namen)


def test_columns_of_offices_are_watched_in_every_kind() -> None:
    vorhanden = {s.name for f in FORMATE.values() for s in f.spalten}
    assert vorhanden >= STELLEN
    f = FORMATE["massnahmen"]
    grund = gruende(gelesen("massnahmen", (*f.beispiel[:3], "Erika Muster", *f.beispiel[4:])))
    assert grund.startswith(
        "Zeile 2: Hier stehen Namen von Personen oder wie sie zu erreichen sind. Erlaubt sind Stellen"
    )
    assert "Muster" not in grund


def test_the_template_counts_people_and_its_sheet_is_not_read() -> None:
    inhalt = vorlage("teilnahmen", "xlsx")
    assert inhalt == vorlage("teilnahmen", "xlsx")
    mappe = fastexcel.read_excel(inhalt)
    assert mappe.sheet_names == ["teilnahmen", HINWEISBLATT, ZAEHLHILFE]
    blatt = mappe.load_sheet(ZAEHLHILFE, header_row=None, skip_rows=0, dtypes="string").to_polars()
    gezaehlt = [z[3:6] for z in blatt.rows()[8:]]
    assert gezaehlt == [(worte.GRUPPEN[g], "0", "0") for g in worte.GRUPPEN]
    assert ZAEHLHILFE not in fastexcel.read_excel(vorlage("sitzungen", "xlsx")).sheet_names


def test_a_filled_template_with_its_counting_sheet_is_read() -> None:
    zaehlung = [("Gruppe", "gesprochen", None, "Gruppe", "anwesend"), ("Selbstvertretung", "x", None, "Kreis", None)]
    zaehlung[1] = (*zaehlung[1][:4], Formel("=COUNTIF(A2:A9,D2)", "1"))  # type: ignore[assignment]
    mappe = arbeitsmappe(teilnahmen=[KOPF, ZEILE], Hinweise=[("Spalte", "Bedeutung")], Zählhilfe=zaehlung)
    assert zeilen(lies(mappe, "t.xlsx", KEIN_REGISTER))[0]["anwesend"] == 4


def test_of_several_sheets_the_one_of_the_kind_is_taken() -> None:
    sitzung = FORMATE["sitzungen"]
    mappe = arbeitsmappe(a=[sitzung.namen[:9], sitzung.beispiel], b=[KOPF, ZEILE])
    assert lies(mappe, "t.xlsx", KEIN_REGISTER, art="teilnahmen").befund.profil == "teilnahmen"
    assert [f.schluessel for f in lies(mappe, "t.xlsx", KEIN_REGISTER).befund.fragen] == ["blatt"]


def test_another_kind_than_asked_for_is_refused_by_name() -> None:
    ergebnis = pruefe_art(gelesen("teilnahmen", ZEILE), "sitzungen")
    assert gruende(ergebnis).startswith("Das ist „Teilnahme in Zahlen“ nach der Vorlage „teilnahmen“, keine Datei")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5", "@x", "'=1", "''=1", "a=1", "'a", ""])
def test_a_text_that_excel_would_calculate_comes_back_as_it_was(text: str) -> None:
    sicher = schaerfe(text)
    assert sicher[:1] not in tuple("=+-@") or not sicher
    assert entschaerfe(sicher) == text


def test_the_manual_names_every_column_of_every_kind() -> None:
    text = (PROJEKT / "docs/handbuch/dateien.md").read_text("utf-8")
    for f in FORMATE.values():
        (zeile,) = [z for z in text.splitlines() if z.startswith(f"| `{f.kind}` |")]
        _, _, titel, spalten, eigene, _ = (teil.strip() for teil in zeile.split("|"))
        assert titel == f.titel
        assert re.findall("`(.*?)`", spalten) == [s.name for s in f.spalten if not s.entbehrlich]
        assert re.findall("`(.*?)`", eigene) == [s.name for s in f.spalten if s.entbehrlich]
