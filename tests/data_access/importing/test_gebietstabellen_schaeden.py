"""Wilfully damaged and re-saved variants: read with the same figures, asked about, or refused naming the place."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importing.lesen import Gelesen, lies
from tests.data_access.importing.gebietsminiaturen import (
    ALLE,
    AUSLAENDER,
    BETTEN,
    EBENEN,
    FLACH,
    KREISE_JE_JAHR,
    Zeilen,
    als_csv,
    als_mappe,
    original,
)
from tests.data_access.importing.werkzeug import KEIN_REGISTER


def gelesen(inhalt: bytes, **antworten: str) -> Gelesen:
    return lies(inhalt, "x", KEIN_REGISTER, antworten=antworten)


def zahlen(ergebnis: Gelesen) -> list[tuple[object, ...]]:
    rahmen = ergebnis.einwohner if ergebnis.einwohner is not None else ergebnis.merkmale
    assert rahmen is not None
    return sorted(rahmen.rows(), key=str)


def ersetze(zeilen: Zeilen, alt: str, neu: str, nur_ganze: bool = True) -> Zeilen:
    return [[neu if t == alt else t if nur_ganze else t.replace(alt, neu) for t in z] for z in zeilen]


def ohne_nullen(zeilen: Zeilen) -> Zeilen:
    return [[re.sub(r"^0(?=\d+$)", "", t) for t in z] for z in zeilen]


def ist_daten(zeile: list[str]) -> bool:
    return any(re.fullmatch(r"DG|\d{2}|\d{3}|\d{5}|\d{8}", t) for t in zeile[:2]) and len(zeile) > 2


def gepolstert(zeilen: Zeilen) -> Zeilen:
    """A blank column behind the names, two at the end, and blank rows among the data."""
    breit = [[*z[:3], "", *z[3:], "", ""] for z in zeilen]
    return [zeile for i, z in enumerate(breit) for zeile in ([z, [""]] if i % 3 == 0 else [z])]


def verbunden(zeilen: Zeilen) -> Zeilen:
    """Headers as merged cells: only the first of equal neighbours is filled."""
    return [z if ist_daten(z) else [t if i == 0 or t != z[i - 1] else "" for i, t in enumerate(z)] for z in zeilen]


def sortiert(zeilen: Zeilen) -> Zeilen:
    stellen = [i for i, z in enumerate(zeilen) if ist_daten(z)] or list(range(1, len(zeilen)))
    anfang, ende = stellen[0], stellen[-1] + 1
    return [*zeilen[:anfang], *sorted(zeilen[anfang:ende], key=lambda z: z[-1]), *zeilen[ende:]]


def mit_exceldatum(zeilen: Zeilen) -> Zeilen:
    def tag(text: str) -> str:
        t = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text)
        return str((date(int(t[3]), int(t[2]), int(t[1])) - date(1899, 12, 30)).days) if t else text

    return [[tag(t) for t in z] for z in zeilen]


NEU_GESPEICHERT: dict[str, Callable[[Zeilen], bytes]] = {
    "utf8": lambda z: als_csv(z, kodierung="utf-8"),
    "bom": lambda z: als_csv(z, kodierung="utf-8-sig"),
    "utf16": lambda z: als_csv(z, kodierung="utf-16"),
    "komma": lambda z: als_csv(z, ","),
    "tabulator": lambda z: als_csv(z, "\t"),
    "ohne_nullen": lambda z: als_csv(ohne_nullen(z)),
    "gepolstert": lambda z: als_csv(gepolstert(z)),
    "verbunden": lambda z: als_csv(verbunden(z)),
    "verbunden_mappe": lambda z: als_mappe(verbunden(z)),
    "sortiert": lambda z: als_csv(sortiert(z)),
    "mappe": als_mappe,
    "mappe_text": lambda z: als_mappe(z, mit_zahlen=False),
    "mappe_datum": lambda z: als_mappe(z, mit_datum=True),
    "exceldatum": lambda z: als_csv(mit_exceldatum(z)),
    "ohne_erste_zeile": lambda z: als_csv(z[1:]) if z is not FLACH else als_csv(z),
}


@pytest.mark.parametrize("art", NEU_GESPEICHERT)
@pytest.mark.parametrize("name", ALLE)
def test_saved_again_it_is_read_the_same(name: str, art: str) -> None:
    vorher, nachher = gelesen(original(name)), gelesen(NEU_GESPEICHERT[art](ALLE[name]))
    assert nachher.befund.status == "ok", nachher.befund
    assert zahlen(nachher) == zahlen(vorher)
    assert nachher.befund.summen == vorher.befund.summen


VERLETZT: dict[str, tuple[Zeilen, str, int | None, str]] = {
    # name: rows, status, line that is named, part of the reason or key of the question
    "buchstabe_in_zahl": (ersetze(EBENEN, "3000", "30O0"), "abgelehnt", 18, "nicht bekannt"),
    "fremdes_zeichen": (ersetze(BETTEN, "300", "#"), "abgelehnt", 9, "nicht bekannt"),
    "negative_zahl": (ersetze(KREISE_JE_JAHR, "4100", "-4100"), "abgelehnt", 9, "nicht negativ"),
    "kommazahl": (ersetze(AUSLAENDER, "30005", "30005,5"), "abgelehnt", 8, "keine ganze Zahl"),
    "uebergrosse_zahl": (ersetze(KREISE_JE_JAHR, "4100", "4100000000000"), "abgelehnt", 9, "zu groß"),
    "prozent_statt_zahl": (ersetze(FLACH, "380", "54,3 %"), "abgelehnt", 3, "nicht bekannt"),
    "schluessel_mit_buchstabe": (ersetze(EBENEN, "05978", "O5978"), "abgelehnt", 18, "kein Schlüssel"),
    "schluessel_leer": (ersetze(EBENEN, "05978", ""), "abgelehnt", 18, "kein Schlüssel"),
    "schluessel_zu_lang": (ersetze(BETTEN, "05978", "059780"), "abgelehnt", 10, "kein Schlüssel"),
    "schluessel_anderes_land": (ersetze(BETTEN, "06636", "66360"), "abgelehnt", 12, "kein Schlüssel"),
    "schluessel_gerundet": (ersetze(KREISE_JE_JAHR, "05978", "5,98E+03"), "abgelehnt", 9, "kein Schlüssel"),
    "flach_schluessel_kaputt": (
        [FLACH[0], [t if t != "05" else "0X" for t in FLACH[1]], *FLACH[2:]],
        "abgelehnt",
        2,
        "kein amtlicher Schlüssel",
    ),
    "flach_schluessel_leer": (
        [*FLACH[:2], [t if i != 7 else "" for i, t in enumerate(FLACH[2])], *FLACH[3:]],
        "abgelehnt",
        3,
        "Schlüssel des Gebiets fehlt",
    ),
    "einige_nullen_verloren": (ersetze(KREISE_JE_JAHR, "05978", "5978"), "rueckfrage", None, "nullen_schluessel"),
    "zeile_doppelt": ([*EBENEN[:18], EBENEN[17], *EBENEN[18:]], "abgelehnt", 19, "schon in Zeile 18"),
    "gebiet_doppelt_mit_anderer_zahl": (ersetze(AUSLAENDER, "06636", "05978"), "abgelehnt", 10, "schon in Zeile 8"),
    "flach_zeile_doppelt": ([*FLACH, FLACH[1]], "abgelehnt", 14, "schon in Zeile 2"),
    "spalten_gleich": (ersetze(EBENEN, "weiblich", "männlich"), "abgelehnt", None, "dieselbe Überschrift"),
    "kopf_fehlt": ([z for z in EBENEN if "männlich" not in z], "abgelehnt", None, "dieselbe Überschrift"),
    "nur_daten": ([z for z in EBENEN if ist_daten(z)] + EBENEN[-4:], "abgelehnt", 1, "fehlen die Überschriften"),
    "flach_ohne_kopf": (FLACH[1:], "abgelehnt", 1, "fehlen die Überschriften"),
    "datum_fehlt": ([z for z in AUSLAENDER if "31.12.2022" not in z], "rueckfrage", None, "stichtag"),
    "datum_kaputt": (ersetze(BETTEN, "31.12.2017", "31.13.2017"), "abgelehnt", 8, "keine Zeitangabe"),
    "flach_zeit_kaputt": ([*FLACH[:-1], [*FLACH[-1][:4], "20X2", *FLACH[-1][5:]]], "abgelehnt", 13, "keine Zeitangabe"),
    "fuss_fehlt": (EBENEN[:-4], "rueckfrage", None, "vollstaendig"),
    "abgeschnitten_in_zeile": ([*EBENEN[:17], EBENEN[17][:4]], "abgelehnt", 18, "abgeschnitten"),
    "flach_abgeschnitten": ([*FLACH[:-1], FLACH[-1][:11]], "abgelehnt", 13, "Wert fehlt"),
    "flach_zeilen_fehlen": (FLACH[:-1], "rueckfrage", None, "vollstaendig"),
    "flach_wert_leer": (ersetze(FLACH, "380", ""), "abgelehnt", 3, "Wert fehlt"),
    "flach_zwei_statistiken": (
        [*FLACH[:-1], ["22711", *FLACH[-1][1:]]],
        "abgelehnt",
        None,
        "mehr als eine Statistik",
    ),
    "zeile_verschoben": ([*EBENEN[:17], ["", *EBENEN[17]], *EBENEN[18:]], "abgelehnt", 18, "kein Schlüssel"),
    "flach_verschoben": ([*FLACH[:-1], ["", *FLACH[-1]]], "abgelehnt", 13, "mehr, als die Kopfzeile"),
    "punkte_gemischt": (ersetze(AUSLAENDER, "30005", "30.005"), "rueckfrage", None, "tausenderpunkt_männlich"),
    "mass_unbekannt": (ersetze(BETTEN, "Krankenhäuser", "Kurhäuser"), "rueckfrage", None, "merkmal_kurhaeuser"),
    "basis_unbekannt": ([z for z in KREISE_JE_JAHR if "Zensus" not in z[0]], "rueckfrage", None, "basis"),
}


@pytest.mark.parametrize("name", VERLETZT)
def test_damage_is_asked_about_or_refused_with_the_place(name: str) -> None:
    zeilen, status, zeile, wort = VERLETZT[name]
    befund = gelesen(als_csv(zeilen, kodierung="utf-8")).befund
    assert befund.status == status, befund
    if status == "rueckfrage":
        assert wort in [f.schluessel for f in befund.fragen]
    else:
        assert any(wort in f.grund and f.zeile == zeile for f in befund.fehler), befund.fehler


SICHTBAR: dict[str, tuple[Zeilen, str]] = {
    "zahl_geaendert": (ersetze(EBENEN, "1600", "1601"), "ergeben männlich und weiblich nicht"),
    "summe_geaendert": (ersetze(EBENEN, "3000", "3001"), "am weitesten: 05978 in Zeile 18"),
    "land_geaendert": (ersetze(BETTEN, "2652", "2653")[:9] + BETTEN[9:], "Kreise nicht die Zeile darüber"),
    "zelle_leer": (ersetze(EBENEN, "700", ""), "zuerst Zeile 17"),
    "zwischenzeile": ([*EBENEN[:12], ["", "Süden"], *EBENEN[12:]], "wurden nicht gelesen: 13"),
    "summenzeile": ([*AUSLAENDER[:9], ["", "Insgesamt", "1", "2", "3"], *AUSLAENDER[9:]], "Zeile 11 ist eine Summe"),
    "spalte_leer": (
        [[*z[:4], "" if ist_daten(z) else z[4]] for z in AUSLAENDER],
        "Die Spalte „Insgesamt“ ist leer",
    ),
}


@pytest.mark.parametrize("name", SICHTBAR)
def test_what_is_read_in_spite_of_a_change_is_said(name: str) -> None:
    zeilen, wort = SICHTBAR[name]
    befund = gelesen(als_csv(zeilen, kodierung="utf-8")).befund
    assert befund.status == "ok", befund
    assert any(wort in text for text in befund.warnungen), befund.warnungen


def test_answers_end_the_questions() -> None:
    vollstaendig = gelesen(als_csv(EBENEN[:-4]), vollstaendig="ja")
    assert zahlen(vollstaendig) == zahlen(gelesen(original("ebenen")))
    assert gelesen(als_csv(EBENEN[:-4]), vollstaendig="nein").befund.status == "abgelehnt"
    nullen = als_csv(ersetze(KREISE_JE_JAHR, "05978", "5978"))
    assert zahlen(gelesen(nullen, nullen_schluessel="ergaenzen")) == zahlen(gelesen(original("kreise_je_jahr")))
    assert gelesen(nullen, nullen_schluessel="ablehnen").befund.status == "abgelehnt"
    ohne_datum = als_csv([z for z in AUSLAENDER if "31.12.2022" not in z])
    assert zahlen(gelesen(ohne_datum, stichtag="2022-12-31")) == zahlen(gelesen(original("auslaender")))


ROH = original("ebenen")
ORIGINAL = gelesen(ROH)
ANFANG = ROH.index(b"DG;")
ENDE = ROH.index(b"__________")


@settings(max_examples=80, deadline=None)
@given(st.integers(ANFANG, ENDE - 1), st.sampled_from(list(b'0123456789;-.,/x"\nA ')))
def test_one_changed_byte_never_changes_a_figure_in_silence(ort: int, byte: int) -> None:
    """Every figure of the miniature is part of two sums, so a changed one shows in the warnings if it is read."""
    ergebnis = gelesen(ROH[:ort] + bytes([byte]) + ROH[ort + 1 :])
    assert all("das liegt an ihrem Aufbau" not in f.grund for f in ergebnis.befund.fehler)
    if ergebnis.befund.status == "ok":
        gleich = sorted(z[-2] for z in zahlen(ergebnis)) == sorted(z[-2] for z in zahlen(ORIGINAL))
        assert gleich or ergebnis.befund.warnungen != ORIGINAL.befund.warnungen


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(ALLE)), st.data())
def test_whatever_is_cut_or_mixed_ends_with_a_finding(name: str, daten: st.DataObject) -> None:
    roh = als_csv(ALLE[name], kodierung="utf-8")
    von = daten.draw(st.integers(0, len(roh)))
    neu = daten.draw(st.binary(max_size=6))
    weg = daten.draw(st.integers(0, 60))
    befund = gelesen(roh[:von] + neu + roh[von + weg :]).befund
    assert all("das liegt an ihrem Aufbau" not in f.grund for f in befund.fehler)
