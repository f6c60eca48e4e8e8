"""Small files as the tests need them. Register: three Gemeinden of Kreis 05978, all of them known."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import xlsxwriter

from data_access.importing.befund import Fehler
from data_access.importing.lesen import Gelesen, Register, lies

REGISTER = Register(gemeinden=frozenset({"05978004", "05978008", "05978020"}), kreise=frozenset({"05978"}))
KEIN_REGISTER = Register(frozenset(), frozenset())

KOPF_EINWOHNER = "ags;stichtag;altersgruppe;geschlecht;anzahl;basis"
KOPF_FALLZAHLEN = "grundzahl;stichtag;herkunft;leistungsort;altersgruppe;geschlecht;anzahl;absender"


BEFUND = (
    "profil",
    "status",
    "kodierung",
    "zeilen",
    "zellen",
    "zeichen",
    "stichtage",
    "summen",
    "schluessel_unbekannt",
    "warnungen",
    "fehler",
    "fragen",
)
"""Keys of a finding as an object: those of the Contract, and the open questions."""


class Formel(NamedTuple):
    """A cell with a formula and the result that Excel stored for it."""

    text: str
    ergebnis: str


def csv(kopf: str, *zeilen: str) -> bytes:
    return "\n".join((kopf, *zeilen, "")).encode()


def einwohner(*zeilen: str, **angaben: Any) -> Gelesen:
    return lies(csv(KOPF_EINWOHNER, *zeilen), "einwohner.csv", REGISTER, **angaben)


def fallzahlen(*zeilen: str, **angaben: Any) -> Gelesen:
    return lies(csv(KOPF_FALLZAHLEN, *zeilen), "fallzahlen.csv", REGISTER, **angaben)


def person(
    anzahl: str,
    ags: str = "05978004",
    alter: str = "insgesamt",
    geschlecht: str = "insgesamt",
    stichtag: str = "2021-12-31",
    basis: str = "zensus2011",
) -> str:
    """One row of an `einwohner` file."""
    return ";".join((ags, stichtag, alter, geschlecht, anzahl, basis))


def fall(
    anzahl: str,
    herkunft: str = "05978004",
    ort: str = "05978008",
    alter: str = "insgesamt",
    geschlecht: str = "insgesamt",
    absender: str = "LWL",
    grundzahl: str = "lb_bwf",
    stichtag: str = "2024-12-31",
) -> str:
    """One row of a `fallzahlen` file."""
    return ";".join((grundzahl, stichtag, herkunft, ort, alter, geschlecht, anzahl, absender))


def arbeitsmappe(**blaetter: Sequence[Sequence[Any]]) -> bytes:
    """A workbook: name of a sheet -> rows; None = no cell, dates become date cells."""
    puffer = io.BytesIO()
    mappe = xlsxwriter.Workbook(puffer, {"in_memory": True})
    tag = mappe.add_format({"num_format": "dd.mm.yyyy"})
    for name, zeilen in blaetter.items():
        blatt = mappe.add_worksheet(name)
        for y, zeile in enumerate(zeilen):
            for x, wert in enumerate(zeile):
                if isinstance(wert, Formel):
                    blatt.write_formula(y, x, wert.text, None, wert.ergebnis)
                elif isinstance(wert, date):
                    blatt.write_datetime(y, x, wert, tag)
                elif isinstance(wert, str):
                    blatt.write_string(y, x, wert)
                elif wert is not None:
                    blatt.write(y, x, wert)
    mappe.close()
    return puffer.getvalue()


def mit_geaendertem_teil(mappe: bytes, teil: str, alt: bytes, neu: bytes) -> bytes:
    """A workbook with one part changed behind the back of the program that made it."""
    puffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(mappe)) as quelle, zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as ziel:
        for name in quelle.namelist():
            inhalt = quelle.read(name)
            assert name != teil or alt in inhalt
            ziel.writestr(name, inhalt.replace(alt, neu) if name == teil else inhalt)
    return puffer.getvalue()


def gruende(gelesen: Gelesen) -> str:
    return " | ".join(f.grund for f in gelesen.befund.fehler)


def einziger_fehler(gelesen: Gelesen) -> Fehler:
    assert gelesen.befund.status == "abgelehnt"
    assert gelesen.einwohner is None
    assert gelesen.fallzahlen is None
    (fehler,) = gelesen.befund.fehler
    return fehler


def werte(gelesen: Gelesen) -> list[tuple[Any, ...]]:
    """The rows taken over: (ags, von, bis, geschlecht, anzahl) or (herkunft, ort, alter, geschlecht, anzahl)."""
    assert gelesen.befund.status == "ok", gelesen.befund
    if gelesen.einwohner is not None:
        return gelesen.einwohner.select("ags", "alter_von", "alter_bis", "geschlecht", "anzahl").rows()
    assert gelesen.fallzahlen is not None
    return gelesen.fallzahlen.select("herkunft", "leistungsort", "altersgruppe", "geschlecht", "anzahl").rows()
