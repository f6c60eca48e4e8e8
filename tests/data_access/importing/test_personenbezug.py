import pytest

from data_access.importing.lesen import lies
from tests.data_access.importing.werkzeug import (
    KEIN_REGISTER,
    KOPF_EINWOHNER,
    KOPF_FALLZAHLEN,
    arbeitsmappe,
    csv,
    fall,
    person,
)

NAMEN = ("Erika Mustermann", "Beispiel, Hans-Peter", "Karl Muster", "Yusuf Probe", "Maria Test")
GEBURTEN = ("03.05.1938", "17.11.1961", "1974-02-28", "09.08.2001", "22.10.1955")


@pytest.mark.parametrize(
    "kopf",
    [
        "Name",
        "Vorname",
        "Nachname",
        "Geburtsdatum",
        "geb.",
        "Geburtsdatum (TT.MM.JJJJ)",
        "Aktenzeichen",
        "Az.",
        "Straße",
        "Straße, Hausnummer",
        "Adresse",
        "Anschrift des Klienten",
        "Versicherungsnummer",
        "Rentenversicherungsnr.",
        "Name der leistungsberechtigten Person",
        "Personenname",
        "Telefon",
        "E-Mail-Adresse",
    ],
)
def test_a_column_named_after_persons_is_refused_and_named(kopf: str) -> None:
    gelesen = lies(csv(f"{kopf};Leistung", "geheim;1", "verborgen;2"), "liste.csv", KEIN_REGISTER)
    assert gelesen.befund.status == "abgelehnt"
    (fehler,) = gelesen.befund.fehler
    assert fehler.spalte == kopf
    assert "einzelnen Personen" in fehler.grund
    assert "Summen bilden" in fehler.grund
    assert "geheim" not in str(gelesen.befund)


@pytest.mark.parametrize(
    "kopf", ["Gemeindename", "Name der Gemeinde", "Libanon", "Azubis", "Wohnort", "Leistungsberechtigte"]
)
def test_a_column_named_after_other_things_is_only_unknown(kopf: str) -> None:
    gelesen = lies(csv(f"{kopf};Anzahl", "x;1"), "liste.csv", KEIN_REGISTER)
    assert "keine bekannte Form" in gelesen.befund.fehler[0].grund


def test_a_name_beside_an_official_key_is_that_of_an_area() -> None:
    gelesen = lies(csv("ags,name,wert", "05978004,Bergkamen,1"), "liste.csv", KEIN_REGISTER)
    assert (gelesen.befund.profil, gelesen.befund.fehler) == ("frei", ())


@pytest.mark.parametrize(("spalte", "was"), [(NAMEN, "Namen von Personen"), (GEBURTEN, "Geburtsdaten")])
def test_persons_in_a_column_without_a_telling_header_are_refused(spalte: tuple[str, ...], was: str) -> None:
    inhalt = csv("Feld 1;Feld 2", *(f'{i};"{text}"' for i, text in enumerate(spalte)))
    (fehler,) = lies(inhalt, "liste.csv", KEIN_REGISTER).befund.fehler
    assert fehler.spalte == "Spalte 2"
    assert was in fehler.grund
    assert not any(text in str(fehler) for text in spalte)


def test_places_and_stichtage_are_no_persons() -> None:
    zeilen = [
        ("Unna, Kreis", "31.12.2018"),
        ("Schwerte, Hansestadt an der Ruhr", "30.06.2019"),
        ("Lünen", "31.12.2020"),
    ]
    inhalt = csv("Gebiet;Stand", *(f'"{a}";{b}' for a, b in zeilen))
    assert "keine bekannte Form" in lies(inhalt, "liste.csv", KEIN_REGISTER).befund.fehler[0].grund


def test_counts_with_five_digits_are_no_days_of_birth() -> None:
    inhalt = csv("Gebiet;Einwohner", "A;48669", "B;18169", "C;29518", "D;50267")
    assert "keine bekannte Form" in lies(inhalt, "liste.csv", KEIN_REGISTER).befund.fehler[0].grund


def test_a_template_with_a_column_of_names_is_refused() -> None:
    inhalt = csv(f"{KOPF_FALLZAHLEN};Name", f"{fall('7')};Mustermann")
    gelesen = lies(inhalt, "f.csv", KEIN_REGISTER)
    assert [f.spalte for f in gelesen.befund.fehler] == ["Name"]
    assert "Mustermann" not in str(gelesen)
    vornamen = lies(csv(f"{KOPF_EINWOHNER};Vorname", f"{person('7')};Erika"), "e.csv", KEIN_REGISTER)
    assert [f.spalte for f in vornamen.befund.fehler] == ["Vorname"]


def test_persons_on_another_sheet_of_the_workbook_are_refused_too() -> None:
    inhalt = arbeitsmappe(
        fallzahlen=[KOPF_FALLZAHLEN.split(";"), fall("7").split(";")], Rohdaten=[["Feld"], *([n] for n in NAMEN)]
    )
    (fehler,) = lies(inhalt, "f.xlsx", KEIN_REGISTER).befund.fehler
    assert "Namen von Personen" in fehler.grund


def test_days_of_birth_in_place_of_the_stichtag_are_refused() -> None:
    zeilen = (fall("1", stichtag=tag) for tag in GEBURTEN)
    gelesen = lies(csv(KOPF_FALLZAHLEN, *zeilen), "f.csv", KEIN_REGISTER)
    (fehler,) = gelesen.befund.fehler
    assert fehler.spalte == "stichtag"
    assert "Geburtsdaten" in fehler.grund
    assert "1938" not in str(gelesen.befund)


def test_a_sender_that_sounds_like_a_header_is_no_person() -> None:
    gelesen = lies(csv(KOPF_FALLZAHLEN, fall("7", absender="Telefonseelsorge")), "f.csv", KEIN_REGISTER)
    assert gelesen.befund.status == "ok"
