"""The files about Gremien that ship with the product: the register of both regions, and the demonstration's meetings.

They are read strictly by `models.formate`: whoever changes one of them learns file, line and column of a mistake.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sqlmodel import select

from data_access.einstellungen import PROJEKT
from data_access.gremien.buch import schritt
from data_access.gremien.pruefung import maengel, maengel_der_teilnahme
from data_access.gremien.uebernahme import uebernimm
from data_access.gremien.verweise import Zeile
from data_access.schreibrecht import Schreibrecht
from models.formate import Format, Spalte
from models.gremienformate import FORMATE
from models.gremientabellen import Bewertungsfrage

REGISTER: Final = PROJEKT / "daten" / "gremien"
"""What the agreements and the report of the 1st LSP say, one folder a region."""

SITZUNGEN: Final = PROJEKT / "daten" / "demo" / "gremien"
"""Synthetic meetings of the demonstration, one folder a region."""


class DateiFehlerhaft(Exception):
    """A shipped file does not follow its format; the message names file, line and column."""


def hat_register(region: str) -> bool:
    """Whether files of this region ship."""
    return (REGISTER / region).is_dir()


def lade_register(recht: Schreibrecht, region: str, jetzt: datetime) -> int:
    """Enter the register of a region as one step; how many rows it changed. 0 without files, or if all was there."""
    return _lade(recht, region, REGISTER / region, "Register der Gremien eingelesen", False, jetzt)


def lade_sitzungen(recht: Schreibrecht, region: str, jetzt: datetime) -> int:
    """Enter the synthetic meetings of a region as one step; how many rows it changed."""
    return _lade(recht, region, SITZUNGEN / region, "Synthetische Sitzungen eingelesen", True, jetzt)


def _lade(recht: Schreibrecht, region: str, ordner: Path, was: str, synthetisch: bool, jetzt: datetime) -> int:
    stoff = lies_ordner(ordner)
    with schritt(recht, region, was, jetzt) as offen:
        aussagen = offen.s.exec(select(Bewertungsfrage).where(Bewertungsfrage.region_slug == region)).first()
        for kind, zeilen in stoff.items():
            # Statements ship as a proposal: what the partners made of it stays.
            if kind != "bewertungsfragen" or aussagen is None:
                uebernimm(offen, kind, zeilen, synthetisch)
    return offen.geaendert


def lies_ordner(ordner: Path) -> dict[str, list[Zeile]]:
    """KIND -> rows of every file that lies there, in the order of `FORMATE`. Raises `DateiFehlerhaft`."""
    fremd = {datei.stem for datei in ordner.glob("*.csv")} - FORMATE.keys()
    if fremd:
        raise DateiFehlerhaft(f"{ordner.name}: Es gibt keine Art von Datei namens „{sorted(fremd)[0]}“.")
    return {kind: lies_datei(ordner / f"{kind}.csv") for kind in FORMATE if (ordner / f"{kind}.csv").is_file()}


def lies_datei(datei: Path) -> list[Zeile]:
    """The rows of a file named after its KIND, with typed values. Raises `DateiFehlerhaft`."""
    format_ = FORMATE[datei.stem]
    with datei.open(encoding="utf-8", newline="") as offen:
        leser = csv.reader(offen, delimiter=";", strict=True)
        kopf = next(leser, [])
        spalten = _spalten(datei, kopf, format_)
        zeilen = list(_zeilen(datei, leser, spalten, format_))
    if datei.stem == "teilnahmen":
        _pruefe_teilnahmen(datei, zeilen)
    return zeilen


def _spalten(datei: Path, kopf: list[str], format_: Format) -> list[Spalte]:
    alle = {s.name: s for s in format_.spalten}
    unbekannt = [name for name in kopf if name not in alle]
    fehlend = [s.name for s in format_.spalten if not s.entbehrlich and s.name not in kopf]
    if unbekannt or fehlend or len(set(kopf)) != len(kopf):
        raise DateiFehlerhaft(
            f"{datei.name}, Zeile 1: Die Spalten stimmen nicht. Unbekannt: {unbekannt}. Es fehlen: {fehlend}."
        )
    return [alle[name] for name in kopf]


def _zeilen(datei: Path, leser: Any, spalten: list[Spalte], format_: Format) -> Iterator[Zeile]:
    gesehen: dict[tuple[object, ...], int] = {}
    for zellen in leser:
        nummer = leser.line_num
        if len(zellen) != len(spalten):
            raise DateiFehlerhaft(f"{datei.name}, Zeile {nummer}: {len(zellen)} Zellen statt {len(spalten)}.")
        zeile = {}
        for spalte, text in zip(spalten, zellen, strict=True):
            try:
                zeile[spalte.name] = wert(spalte, text)
            except ValueError as grund:
                raise DateiFehlerhaft(f"{datei.name}, Zeile {nummer}, Spalte „{spalte.name}“: {grund}") from grund
        for name, satz in maengel(format_.kind, zeile):
            raise DateiFehlerhaft(f"{datei.name}, Zeile {nummer}, Spalte „{name}“: {satz}")
        schluessel = tuple(zeile.get(name) for name in format_.schluessel)
        if schluessel in gesehen:
            raise DateiFehlerhaft(f"{datei.name}, Zeile {nummer}: dieselbe wie Zeile {gesehen[schluessel]}.")
        gesehen[schluessel] = nummer
        yield zeile


def _pruefe_teilnahmen(datei: Path, zeilen: list[Zeile]) -> None:
    for gremium, tag in dict.fromkeys((z["gremium"], z["datum"]) for z in zeilen):
        einer = [z for z in zeilen if (z["gremium"], z["datum"]) == (gremium, tag)]
        for spalte, satz in maengel_der_teilnahme(einer):
            raise DateiFehlerhaft(f"{datei.name}, {gremium} am {tag}, Spalte „{spalte}“: {satz}")


def wert(spalte: Spalte, text: str) -> object:
    """The typed value of a cell, None if empty. Raises `ValueError` with what is wrong."""
    if text != text.strip():
        raise ValueError(f"„{text}“ hat Leerzeichen am Rand.")
    if not text:
        if spalte.pflicht:
            raise ValueError("Die Zelle darf nicht leer sein.")
        return [] if spalte.typ == "liste" else None
    return _WERTE[spalte.typ](spalte, text)


def _wort(spalte: Spalte, text: str) -> str:
    if text not in spalte.worte:
        raise ValueError(f"„{text}“ ist nicht erlaubt. Möglich sind: {', '.join(spalte.worte)}.")
    return text


def _zahl(spalte: Spalte, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"„{text}“ ist keine ganze Zahl.")
    if int(text) < spalte.minimum or (spalte.maximum is not None and int(text) > spalte.maximum):
        raise ValueError(f"{text} liegt nicht zwischen {spalte.minimum} und {spalte.maximum}.")
    return int(text)


def _ja_nein(_: Spalte, text: str) -> bool:
    if text not in ("ja", "nein"):
        raise ValueError(f"„{text}“ ist weder „ja“ noch „nein“.")
    return text == "ja"


def _kuerzel(_: Spalte, text: str) -> str:
    if not (text.isascii() and text.replace("-", "").isalnum() and text == text.lower()):
        raise ValueError(f"„{text}“ ist kein Kürzel aus kleinen Buchstaben, Ziffern und Bindestrichen.")
    return text


_WERTE: Final[dict[str, Callable[[Spalte, str], object]]] = {
    "kuerzel": _kuerzel,
    "text": lambda _, text: text,
    "tag": lambda _, text: date.fromisoformat(text),
    "zahl": _zahl,
    "wort": _wort,
    "ja_nein": _ja_nein,
    "liste": lambda _, text: text.split("|"),
}
