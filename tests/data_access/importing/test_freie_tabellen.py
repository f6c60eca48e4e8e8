"""Free tables: what is asked, what is read with the answers, what is refused."""

from datetime import date

import pytest

from data_access.importing.lesen import Gelesen, lies, pruefe_art
from tests.data_access.importing.werkzeug import KEIN_REGISTER, REGISTER, arbeitsmappe, csv, werte

TABELLE = (
    "Einwohner im Kreis Unna;;;",
    ";;;",
    "Gemeindeschlüssel;Name;Einwohner;Ausländeranteil in %",
    "5978004;Bergkamen;48.725;12,5",
    "5978008;Fröndenberg;20.766;7,1",
    "5978020;Kamen;42.971;9,9",
    "Summe;;112.462;",
)
ANTWORTEN = {
    "spalte_einwohner": "einwohner",
    "spalte_auslaenderanteilin": "nicht_uebernehmen",
    "stichtag": "2023-12-31",
    "quelle": "Einwohnermeldeämter",
    "basis": "register",
}


def frei(*zeilen: str, **antworten: str) -> Gelesen:
    return lies(csv(*zeilen), "liste.csv", REGISTER, antworten=antworten)


def test_what_is_not_known_is_asked() -> None:
    offen = frei(*TABELLE)
    assert (offen.befund.profil, offen.befund.status, offen.befund.zeilen) == ("frei", "rueckfrage", 3)
    fragen = {f.schluessel: f.auswahl for f in offen.befund.fragen}
    assert list(fragen) == ["spalte_einwohner", "spalte_auslaenderanteilin", "stichtag", "quelle"]
    assert {"einwohner", "schwerbehinderte", "nicht_uebernehmen"} <= set(fragen["spalte_einwohner"])
    # A share can be no count.
    assert "schwerbehinderte" not in fragen["spalte_auslaenderanteilin"]
    # Until it is known what it is, both kinds may ask.
    assert pruefe_art(offen, "einwohner") is offen
    assert pruefe_art(offen, "merkmale") is offen
    assert pruefe_art(offen, "fallzahlen").befund.status == "abgelehnt"


def test_inhabitants_with_the_answers() -> None:
    gelesen = frei(*TABELLE, **ANTWORTEN)
    assert werte(gelesen) == [
        ("05978004", 0, None, "insgesamt", 48725),
        ("05978008", 0, None, "insgesamt", 20766),
        ("05978020", 0, None, "insgesamt", 42971),
    ]
    assert gelesen.einwohner is not None
    assert set(gelesen.einwohner.select("stichtag", "basis").rows()) == {(date(2023, 12, 31), "register")}
    assert gelesen.quelle == "Einwohnermeldeämter"
    assert gelesen.befund.summen == {"gemeinde": {"Einwohner": 112462}}
    gesagt = " ".join(gelesen.befund.warnungen)
    for wort in ("führenden Nullen", "Ausländeranteil in %“ wurde nicht übernommen", "Zeile 7 ist eine Summe"):
        assert wort in gesagt


def test_a_total_that_does_not_fit_is_said() -> None:
    gelesen = frei(*TABELLE[:-1], "Summe;;112.463;", **ANTWORTEN)
    assert "Sie weicht von der Summe der Zeilen ab: 112.463 statt 112462." in " ".join(gelesen.befund.warnungen)


def test_merkmale_with_dates_in_the_header_and_sexes() -> None:
    mappe = arbeitsmappe(
        Tabelle1=[
            ["Schwerbehinderte Menschen"],
            ["AGS", "Gebiet", "Schwerbehinderte männlich 31.12.2021", "Schwerbehinderte weiblich 31.12.2021"],
            [5978, "Kreis Unna", 23000, "."],
            [5915, "Hamm", 9000, 8800],
            ["Quelle: Information und Technik NRW"],
        ]
    )
    gelesen = lies(mappe, "x.xlsx", REGISTER, antworten={"spalte_schwerbehinderte": "schwerbehinderte"})
    assert gelesen.befund.status == "ok", gelesen.befund
    assert gelesen.merkmale is not None
    assert gelesen.merkmale.select("merkmal", "ags", "zeitraum_bis", "geschlecht", "wert", "zeichen").rows() == [
        ("schwerbehinderte", "05915", date(2021, 12, 31), "m", 9000, None),
        ("schwerbehinderte", "05915", date(2021, 12, 31), "w", 8800, None),
        ("schwerbehinderte", "05978", date(2021, 12, 31), "m", 23000, None),
        ("schwerbehinderte", "05978", date(2021, 12, 31), "w", None, "."),
    ]
    assert set(gelesen.merkmale["quelle"]) == {"Quelle: Information und Technik NRW"}


def test_years_in_a_column_and_ages_in_rows() -> None:
    gelesen = frei(
        "Jahr;ARS;Altersgruppe;Personen",
        "2022;059780004004;unter 18 Jahre;10",
        "2022;059780004004;18 Jahre und mehr;30",
        "2023;059780004004;unter 18 Jahre;11",
        "2023;059780004004;18 Jahre und mehr;31",
        spalte_werte="pflegebeduerftige",
        quelle="Pflegestatistik",
    )
    assert gelesen.merkmale is not None, gelesen.befund
    assert gelesen.merkmale.select("ags", "zeitraum_von", "alter_von", "alter_bis", "wert").rows() == [
        ("05978004", date(2022, 1, 1), 0, 17, 10),
        ("05978004", date(2022, 1, 1), 18, None, 30),
        ("05978004", date(2023, 1, 1), 0, 17, 11),
        ("05978004", date(2023, 1, 1), 18, None, 31),
    ]


@pytest.mark.parametrize(
    ("zeilen", "antworten", "wort"),
    [
        (TABELLE, ANTWORTEN | {"spalte_einwohner": "nicht_uebernehmen"}, "wird nichts übernommen"),
        ((*TABELLE[:4], "5978008;x;zwanzig;1", *TABELLE[5:]), ANTWORTEN, "nicht bekannt"),
        ((*TABELLE[:4], "unbekannt;x;20.766;1", *TABELLE[5:]), ANTWORTEN, "kein Schlüssel"),
        ((*TABELLE[:4], TABELLE[3], *TABELLE[4:]), ANTWORTEN, "schon in Zeile 4"),
        ((*TABELLE[:4], "5978099;x;20.766;1", *TABELLE[5:]), ANTWORTEN, "gibt es im Kreis 05978 nicht"),
        (
            ("AGS;Einwohner;Pflegebedürftige", "05978004;1000;50", "05978008;2000;60"),
            {"spalte_einwohner": "einwohner", "spalte_pflegebeduerftige": "pflegebeduerftige"},
            "nicht zusammen",
        ),
    ],
)
def test_what_cannot_be_right_is_refused(zeilen: tuple[str, ...], antworten: dict[str, str], wort: str) -> None:
    befund = frei(*zeilen, **antworten).befund
    assert befund.status == "abgelehnt"
    assert any(wort in f.grund for f in befund.fehler), befund.fehler


@pytest.mark.parametrize(
    "zeilen",
    [
        ("AGS;Name;Geburtsdatum;Stunden", "05978004;Erika Muster;3.4.1971;5", "05978004;Max Muster;7.9.1985;6"),
        ("AGS;Feld;Stunden", "05978004;Erika Muster;5", "05978008;Max Muster;6", "05978020;Anna Beispiel;7"),
        ("AGS;Aktenzeichen;Betrag", "05978004;4711;5", "05978008;4712;6"),
    ],
)
def test_lists_of_persons_are_refused(zeilen: tuple[str, ...]) -> None:
    befund = frei(*zeilen).befund
    assert befund.status == "abgelehnt"
    assert "Eingelesen werden nur Anzahlen" in befund.fehler[0].grund


@pytest.mark.parametrize("kopf", ["herkunft;leistungsort;anzahl", "grundzahl;ags;anzahl", "planungsraum;ags;anzahl"])
def test_a_template_with_a_broken_header_is_no_free_table(kopf: str) -> None:
    """Counts that must be protected can never come in as public figures by way of a free table."""
    assert frei(kopf, "05978004;05978008;7", "05978008;05978008;7").befund.profil != "frei"


def test_a_free_sheet_beside_a_known_one_is_not_asked_about() -> None:
    mappe = arbeitsmappe(
        einwohner=[
            ["ags", "stichtag", "altersgruppe", "geschlecht", "anzahl", "basis"],
            ["09162000", "2021-12-31", "insgesamt", "insgesamt", 7, "zensus2011"],
        ],
        Notizen=[["AGS", "Wert"], ["05978004", 5], ["05978008", 6]],
    )
    assert lies(mappe, "x.xlsx", KEIN_REGISTER).befund.profil == "einwohner"
