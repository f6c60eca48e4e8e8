"""Changes of territory: which old area became which new one, and figures of old areas in the new territory."""

import csv
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl
from sqlmodel import select

from data_access.datenbank import sitzung
from data_access.einstellungen import PROJEKT
from models.tabellen import Gebiet, Gebietsaenderung

_DATEI: Final = PROJEKT / "daten" / "referenz" / "gebietsaenderungen_nrw_hessen_2016_2022.csv"
_BEHAELT_SCHLUESSEL: Final = ("eingliederung", "eingemeindung")
"""Reasons after which the new area bears a key that existed before: it is a part of itself."""


@dataclass(frozen=True)
class Aenderung:
    """From `datum` on, `alt_ags` belongs to `neu_ags`."""

    alt_ags: str
    alt_name: str
    neu_ags: str
    neu_name: str
    datum: date
    grund: str = ""

    @property
    def satz(self) -> str:
        """What became of the old area, in German."""
        return (
            f"{self.alt_name or self.alt_ags} ({self.alt_ags}) ging {self.datum.year} in "
            f"{self.neu_name or self.neu_ags} ({self.neu_ags}) auf."
        )


@lru_cache(maxsize=1)
def mitgelieferte() -> tuple[Aenderung, ...]:
    """The changes in NRW and Hessen from 2016 to 2022 (daten/referenz); new names of one key are none."""
    with _DATEI.open(encoding="utf-8", newline="") as datei:
        return tuple(
            Aenderung(
                z["ags_2016"],
                z["name_2016"],
                z["ags_2022"],
                z["name_2022"],
                date.fromisoformat(z["wirksam_laut_vg250_2022"]),
                z["art"],
            )
            for z in csv.DictReader(datei)
            if z["ags_2016"] != z["ags_2022"]
        )


def aenderungen() -> tuple[Aenderung, ...]:
    """All changes the installation knows: the shipped ones and those of its Lieferungen, by day."""
    with sitzung() as s:
        zeilen = list(s.exec(select(Gebietsaenderung)))
        if not zeilen:
            return mitgelieferte()
        namen = {g.ags: g.name for g in s.exec(select(Gebiet))}
    eigene = [
        Aenderung(z.alt_ags, namen.get(z.alt_ags, ""), z.neu_ags, namen.get(z.neu_ags, ""), z.datum, z.grund)
        for z in zeilen
    ]
    bekannt = {(a.alt_ags, a.neu_ags) for a in eigene}
    alle = [*eigene, *(a for a in mitgelieferte() if (a.alt_ags, a.neu_ags) not in bekannt)]
    return tuple(sorted(alle, key=lambda a: (a.datum, a.alt_ags, a.neu_ags)))


@dataclass(frozen=True)
class Teil:
    """An old area as a part of a present one: it existed from `ab` (None = always) until the day before `bis`."""

    ags: str
    ab: date | None
    bis: date


def teile(alle: Sequence[Aenderung]) -> dict[str, tuple[Teil, ...]]:
    """Present area -> the old areas it is made of. Areas that were split are left out: their figures have no place."""
    ziele: dict[str, set[str]] = defaultdict(set)
    for a in alle:
        ziele[a.alt_ags].add(a.neu_ags)
    eindeutig = {alt: next(iter(neue)) for alt, neue in ziele.items() if len(neue) == 1}
    tage = {a.alt_ags: a.datum for a in alle}
    entstanden = {a.neu_ags: a.datum for a in reversed(alle) if not a.grund.casefold().startswith(_BEHAELT_SCHLUESSEL)}
    ergebnis: dict[str, list[Teil]] = defaultdict(list)
    for alt in eindeutig:
        neu, gesehen = eindeutig[alt], {alt}
        while neu in eindeutig and neu not in gesehen:
            gesehen.add(neu)
            neu = eindeutig[neu]
        if neu not in ziele:
            ergebnis[neu].append(Teil(alt, entstanden.get(alt), tage[alt]))
    for a in alle:
        if a.neu_ags in ergebnis and a.neu_ags not in entstanden:
            ergebnis[a.neu_ags].append(Teil(a.neu_ags, None, date.max))
    return {neu: tuple(dict.fromkeys(liste)) for neu, liste in ergebnis.items()}


def auf_neuen_stand(
    rahmen: pl.DataFrame, zusammen: Mapping[str, Sequence[Teil]], wert: str, *, tag: str = "stichtag", ags: str = "ags"
) -> pl.DataFrame:
    """The frame with figures of dissolved areas added up to their successor (`zusammen` from `teile`).

    Rows that agree in all columns but `ags` and `wert` are one figure (one Lieferung, one Stichtag, one age band). A
    successor gets a sum only if every part that existed then has its number; else it stays k. A. A figure that the
    file has for the successor itself counts as it is. Rows of dissolved areas are gone afterwards.
    """
    alte = {t.ags: neu for neu, liste in zusammen.items() for t in liste if t.ags != neu}
    betroffen = rahmen[ags].is_in(list(alte))
    if not betroffen.any():
        return rahmen
    neue = sorted({alte[a] for a in rahmen.filter(betroffen)[ags].unique()})
    gemeint = betroffen | rahmen[ags].is_in(neue)
    gruppen: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(dict)
    spalten = [s for s in rahmen.columns if s not in (ags, wert)]
    for zeile in rahmen.filter(gemeint).iter_rows(named=True):
        schluessel = (alte.get(zeile[ags], zeile[ags]), *(zeile[s] for s in spalten))
        gruppen[schluessel][zeile[ags]] = zeile[wert]
    summen = []
    for (neu, *rest), vorhanden in gruppen.items():
        werte = dict(zip(spalten, rest, strict=True))
        anzahl = _summe(neu, zusammen[neu], werte[tag], vorhanden)
        if anzahl is not None:
            summen.append({**werte, ags: neu, wert: anzahl})
    zusaetzlich = pl.DataFrame(summen, schema=rahmen.schema) if summen else rahmen.clear()
    return pl.concat([rahmen.filter(~gemeint), zusaetzlich.select(rahmen.columns)])


def _summe(neu: str, liste: Sequence[Teil], tag: date, vorhanden: Mapping[str, Any]) -> Any:
    eigene = {t.ags for t in liste}
    alte = [a for a in vorhanden if a != neu]
    if not alte or (neu in vorhanden and neu not in eigene):
        return vorhanden.get(neu)
    damals = {t.ags for t in liste if (t.ab is None or t.ab <= tag) and tag < t.bis}
    # Old keys used after the change: then all of them belong to the figure.
    noetig = damals if damals.issuperset(alte) else damals | {t.ags for t in liste if t.ab is None}
    if any(vorhanden.get(teil) is None for teil in noetig):
        return None
    return sum(vorhanden[a] for a in vorhanden if a in eigene)


def im_register(zusammen: Mapping[str, tuple[Teil, ...]], gemeinden: Collection[str]) -> dict[str, tuple[Teil, ...]]:
    """The successors among `gemeinden`, the areas of the register, none of whose former parts is still one of them."""
    return {
        neu: liste
        for neu, liste in zusammen.items()
        if neu in gemeinden and not any(t.ags in gemeinden for t in liste if t.ags != neu)
    }


def vorgaenger(zusammen: Mapping[str, Sequence[Teil]], gebiete: Collection[str]) -> set[str]:
    """Keys of dissolved areas whose figures count for one of `gebiete`."""
    return {t.ags for neu in gebiete for t in zusammen.get(neu, ()) if t.ags != neu}
