import logging
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importing import einwohner as einwohner_modul
from data_access.importing import lesen
from data_access.importing.befund import Befund
from data_access.importing.gitter import csv_gitter
from data_access.importing.lesen import Gelesen, lies, pruefe_art
from data_access.importing.profile import PROFILE
from data_access.importing.vorlagen import vorlage
from models.gremienformate import FORMATE
from tests.data_access.importing.werkzeug import (
    BEFUND,
    KEIN_REGISTER,
    KOPF_EINWOHNER,
    KOPF_FALLZAHLEN,
    REGISTER,
    arbeitsmappe,
    csv,
    einwohner,
    einziger_fehler,
    fall,
    fallzahlen,
    person,
    werte,
)


def test_the_object_has_the_keys_of_the_contract_and_the_questions() -> None:
    objekt = fallzahlen(fall("7"), fall("?")).befund.als_objekt()
    assert tuple(objekt) == BEFUND == tuple(f.name for f in fields(Befund) if f.name != "verdeckt")
    assert objekt["fehler"] == [
        {
            "zeile": 3,
            "spalte": "anzahl",
            "wert": "?",
            "grund": "Dieser Inhalt ist nicht bekannt. Erlaubt sind ganze Zahlen ab 0 und die Zeichen "
            "- . ... / x *. Bitte die Zelle berichtigen.",
        }
    ]
    frage = fallzahlen(fall("7"), fall("7", absender="Kreis")).befund.als_objekt()["fragen"]
    assert frage == [
        {
            "schluessel": "absender",
            "text": "Mehrere Absender liefern Zahlen für dieselben Zellen. Welcher Absender gilt dort?",
            "auswahl": ["Kreis", "LWL"],
        }
    ]


def test_an_unknown_table_is_refused_with_what_is_read() -> None:
    gelesen = lies("Statistik_Code;Wert\n13211;5\n".encode("cp1252"), "x.csv", KEIN_REGISTER)
    grund = einziger_fehler(gelesen).grund
    assert gelesen.befund.profil == "unbekannt"
    assert all(profil.name in grund for profil in PROFILE if profil.art not in FORMATE)
    assert "Angaben zu Gremien nach unseren Vorlagen" in grund


@pytest.mark.parametrize("kopf", ["ags;wert;quelle", "ags;anzahl", "grundzahl;betrag"])
def test_other_formats_that_share_columns_are_not_taken_for_ours(kopf: str) -> None:
    assert lies(csv(kopf, "1;2"), "x.csv", KEIN_REGISTER).befund.profil == "unbekannt"


def test_no_table_fits_two_profiles() -> None:
    for kopf in (KOPF_EINWOHNER, KOPF_FALLZAHLEN):
        assert sum(profil.erkennt(csv_gitter(kopf, ";")) for profil in PROFILE) == 1
    assert len({profil.id for profil in PROFILE}) == len(PROFILE)


@pytest.mark.parametrize(
    ("gelesen", "kind", "satz"),
    [
        (
            einwohner(person("7", "09162000")),
            "fallzahlen",
            "Das ist eine Einwohnertabelle nach der Vorlage „einwohner“, keine Lieferung von Fallzahlen. "
            "Bitte die Datei mit der Art „einwohner“ einlesen oder die richtige Datei wählen.",
        ),
        (
            fallzahlen(fall("7")),
            "einwohner",
            "Das ist eine Lieferung von Fallzahlen nach der Vorlage „fallzahlen“, keine Tabelle mit Einwohnerzahlen. "
            "Bitte die Datei mit der Art „fallzahlen“ einlesen oder die richtige Datei wählen.",
        ),
        (
            fallzahlen(fall("7")),
            "gremien",
            "Das ist eine Lieferung von Fallzahlen nach der Vorlage „fallzahlen“, keine Datei der Art „gremien“. "
            "Bitte die Datei mit der Art „fallzahlen“ einlesen oder die richtige Datei wählen.",
        ),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_with_what_it_is(gelesen: Gelesen, kind: str, satz: str) -> None:
    assert gelesen.befund.status == "ok"
    assert einziger_fehler(pruefe_art(gelesen, kind)).grund == satz


def test_a_file_of_the_right_kind_passes_unchanged() -> None:
    gelesen = fallzahlen(fall("7"))
    assert pruefe_art(gelesen, "fallzahlen") is gelesen
    unbekannt = lies(b"a;b\n1;2\n", "x.csv", KEIN_REGISTER)
    assert pruefe_art(unbekannt, "fallzahlen") is unbekannt


def test_open_questions_of_a_wrong_kind_are_not_asked() -> None:
    offen = fallzahlen(fall("7"), fall("7", absender="Kreis"))
    assert pruefe_art(offen, "einwohner").befund.fragen == ()


def test_a_separator_that_fits_twice_is_asked_about() -> None:
    inhalt = csv(KOPF_EINWOHNER.replace(";", ","), KOPF_EINWOHNER, person("7", "09162000"))
    (frage,) = lies(inhalt, "x.csv", KEIN_REGISTER).befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("trennzeichen", ("semikolon", "komma"))
    gelesen = lies(inhalt, "x.csv", KEIN_REGISTER, antworten={"trennzeichen": "semikolon"})
    assert gelesen.befund.zeilen == 1
    assert gelesen.befund.warnungen == ("Über der Kopfzeile steht Text. Er wurde nicht gelesen.",)


def test_the_line_of_excel_that_names_the_separator_is_followed() -> None:
    gelesen = lies(
        b"sep=|\n" + csv(KOPF_EINWOHNER, person("?", "09162000")).replace(b";", b"|"), "x.csv", KEIN_REGISTER
    )
    assert einziger_fehler(gelesen).zeile == 3


def test_a_broken_encoding_is_asked_about_and_read_when_named() -> None:
    inhalt = csv(KOPF_FALLZAHLEN, fall("7", absender="Träger")).decode().encode("cp850")
    offen = lies(inhalt, "x.csv", KEIN_REGISTER)
    assert [f.schluessel for f in offen.befund.fragen] == ["kodierung"]
    gelesen = lies(inhalt, "x.csv", KEIN_REGISTER, antworten={"kodierung": "cp850"})
    assert gelesen.fallzahlen is not None
    assert gelesen.fallzahlen["absender"].to_list() == ["Träger"]


def test_a_text_named_like_a_workbook_is_read_and_said() -> None:
    gelesen = lies(csv(KOPF_EINWOHNER, person("7", "09162000")), "Export.XLS", KEIN_REGISTER)
    assert gelesen.befund.status == "ok"
    assert "ist aber eine Texttabelle" in gelesen.befund.warnungen[0]


class Panik(BaseException):
    """Stands for a panic of the Rust libraries, which is no Exception."""


@pytest.mark.parametrize("fehler", [ValueError("geheim 4711"), Panik("geheim 4711")])
def test_an_unforeseen_error_is_a_calm_finding_and_no_content_is_logged(
    fehler: BaseException, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def wirf(*_: object) -> None:
        raise fehler

    monkeypatch.setattr(einwohner_modul, "lies_vorlage", wirf)
    with caplog.at_level(logging.DEBUG):
        gelesen = einwohner(person("7"))
    assert "konnte nicht gelesen werden" in einziger_fehler(gelesen).grund
    assert type(fehler).__name__ in caplog.text
    assert "einwohner.py" in caplog.text
    assert "geheim" not in caplog.text + str(gelesen)


def test_an_interrupt_of_the_program_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def brich_ab(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lesen, "warum_nicht", brich_ab)
    with pytest.raises(KeyboardInterrupt):
        lies(b"a", "x.csv", KEIN_REGISTER)


def verlaeuft_ruhig(inhalt: bytes) -> None:
    gelesen = lies(inhalt, "datei", REGISTER, region_kreis="05978")
    hat_rahmen = gelesen.einwohner is not None or gelesen.fallzahlen is not None
    assert hat_rahmen == (gelesen.befund.status == "ok")
    assert (gelesen.befund.status == "abgelehnt") == bool(gelesen.befund.fehler)
    # An unforeseen error would be a bug of the readers, not of the file.
    assert all("das liegt an ihrem Aufbau" not in f.grund for f in gelesen.befund.fehler)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_with_a_finding(inhalt: bytes) -> None:
    verlaeuft_ruhig(inhalt)


ZELLEN = st.one_of(
    st.sampled_from(
        ["05978004", "5978004", "05978", "059780004004", "-", "unbekannt", "insgesamt", "Insgesamt", "m", "w", "x"]
        + ["2024-12-31", "31.12.2024", "45657", "lb_bwf", "minderjaehrige_egh", "18-64", "65+", "0-17", "7", "1.234"]
        + ["0", "12", "", ".", "LWL", "zensus2022", "?", '"', "\u2212", "999999999999999999999999"]
    ),
    st.text(max_size=8),
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([KOPF_EINWOHNER, KOPF_FALLZAHLEN, "Berichtszeitpunkt;_RS;Name;Regionalebene;EWZ"]),
    st.lists(st.lists(ZELLEN, max_size=9), max_size=6),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_any_cells_under_a_known_header_end_with_a_finding(kopf: str, zeilen: list[list[str]], kodierung: str) -> None:
    text = "\n".join([kopf, *(";".join(zeile) for zeile in zeilen)])
    verlaeuft_ruhig(text.encode(kodierung, "replace"))


GUTE_MAPPE = arbeitsmappe(einwohner=[KOPF_EINWOHNER.split(";"), person("7").split(";")])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GUTE_MAPPE) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_damaged_workbook_ends_with_a_finding(ort: int, neu: bytes, abgeschnitten: bool) -> None:
    rest = b"" if abgeschnitten else GUTE_MAPPE[ort + len(neu) :]
    gelesen = lies(GUTE_MAPPE[:ort] + neu + rest, "e.xlsx", KEIN_REGISTER)
    # What still opens has every figure intact: the parts of the archive carry checksums.
    assert gelesen.befund.status == "abgelehnt" or werte(gelesen)[0][-1] == 7


def test_nothing_of_the_machine_is_in_a_message() -> None:
    gelesen = lies(vorlage("fallzahlen", "xlsx"), str(Path.home() / "geheim.xlsx"), REGISTER)
    assert str(Path.home()) not in str(gelesen)
