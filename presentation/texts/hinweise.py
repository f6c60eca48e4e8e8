"""The explanation that goes with numbers: every sign that occurs in a view or a file, with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from analysis import sichten
from analysis.bestand import Bestand
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung
from models.vokabular import Ebene, Raumprinzip, Status
from presentation.texts import schutzsaetze
from presentation.texts.befunde import betrag
from presentation.texts.zahlen import GESCHUETZT_WORT, ist_zahl, spanne

SPANNEN_HOECHSTENS: Final = 6
"""More ranges than this are not spelled out on screen; they read alike."""

WEITERE: Final = "Die übrigen Spannen lesen sich genauso: Die wahre Zahl liegt zwischen den beiden Enden."
EBENSO: Final = "Für die anderen gerundeten Zahlen gilt das ebenso."


@dataclass(frozen=True)
class Gezeigt:
    """A value as it is shown: of which Kennzahl, counted how."""

    kennzahl: Kennzahl
    raumprinzip: str
    messung: Messung


def zeichen(
    bestand: Bestand, gezeigt: Iterable[Gezeigt], hoechstens: int = SPANNEN_HOECHSTENS
) -> list[tuple[str, str]]:
    """What stands for protected numbers and its sentence: the ranges, a rounded number each Kennzahl, "geschützt".

    Empty where nothing is protected.
    """
    kleine: dict[tuple[float, float, str], tuple[str, str]] = {}
    runde: dict[str, dict[str, str]] = {}
    quoten: dict[str, None] = {}
    for g in gezeigt:
        m = g.messung
        if g.kennzahl.oeffentlich or m.status != Status.GESCHUETZT:
            continue
        satz = (
            schutzsaetze.personensatz(m.wert, m.von, m.bis, m.status, g.kennzahl, g.raumprinzip)
            if g.kennzahl.art == "zahl"
            else ""
        )
        if not satz:
            quoten[schutzsaetze.quotensatz(g.kennzahl, sichten.k_von(bestand, g.kennzahl))] = None
        elif ist_zahl(m.wert, m.von, m.bis, m.status):
            runde.setdefault(g.kennzahl.id, {}).setdefault(betrag(m, g.kennzahl), satz)
        else:
            kleine.setdefault((m.von or 0, m.bis or 0, satz), (betrag(m, g.kennzahl), satz))
    sortiert = [kleine[schluessel] for schluessel in sorted(kleine)]
    paare = sortiert[:hoechstens]
    paare += [("Spanne", WEITERE)] if len(sortiert) > hoechstens else []
    for je_kennzahl in list(runde.values())[:hoechstens]:
        wort, satz = next(iter(je_kennzahl.items()))
        paare.append((wort, f"{satz} {EBENSO}" if len(je_kennzahl) > 1 else satz))
    return [*paare, *((GESCHUETZT_WORT, satz) for satz in quoten)]


def je_art(bestand: Bestand, gezeigt: Iterable[Gezeigt]) -> list[tuple[str, str]]:
    """One sign and sentence a kind, for a sheet of paper: the first range, the first rounded number, "geschützt"."""
    gefunden: dict[str, dict[str, str]] = {"spanne": {}, "rund": {}}
    quoten: dict[str, None] = {}
    for g in gezeigt:
        m = g.messung
        if g.kennzahl.oeffentlich or m.status != Status.GESCHUETZT:
            continue
        if g.kennzahl.art == "zahl" and m.wert is not None and m.von is not None and m.bis is not None:
            art = "rund" if ist_zahl(m.wert, m.von, m.bis, m.status) else "spanne"
            gefunden[art].setdefault(betrag(m, g.kennzahl), schutzsaetze.spannensatz(m.wert, m.von, m.bis, m.status))
        else:
            quoten[schutzsaetze.quotensatz(g.kennzahl, sichten.k_von(bestand, g.kennzahl))] = None
    paare = []
    for art, weitere in (("spanne", WEITERE), ("rund", EBENSO)):
        for wort, satz in list(gefunden[art].items())[:1]:
            paare.append((wort, f"{satz} {weitere}" if len(gefunden[art]) > 1 else satz))
    return [*paare, *((GESCHUETZT_WORT, satz) for satz in quoten)]


def eigene_einteilung(bestand: Bestand, ebene: str, einteilung: str) -> bool:
    """Whether the Planungsräume shown are not those that the rounding kept to."""
    return ebene == Ebene.PLANUNGSRAUM and einteilung not in ("", bestand.region.haupteinteilung_id)


def dazu(
    paare: Iterable[tuple[str, str]],
    bestand: Bestand,
    kennzahl: Kennzahl,
    ebene: str,
    einteilung: str,
    raumprinzip: str,
) -> Iterator[str]:
    """Sentences that hold for all protected numbers of a view, of which `paare` are the signs."""
    if raumprinzip == Raumprinzip.HERKUNFT and any(satz.startswith("Hier leb") for _, satz in paare):
        yield schutzsaetze.NACH_HERKUNFT
    yield schutzsaetze.SUMMEN
    if eigene_einteilung(bestand, ebene, einteilung):
        yield schutzsaetze.eigener_planungsraum(sichten.groesste_abweichung(bestand, kennzahl, ebene, einteilung))
    yield schutzsaetze.AMTLICH


def fuer_datei(
    rahmen: pl.DataFrame, kennzahl: Kennzahl, bestand: Bestand, ebene: str, einteilung: str = ""
) -> list[tuple[str, str]]:
    """Sheet "Hinweise" of a workbook: every range of the file with its sentence, then what holds for all. Empty for
    public figures and where nothing is protected.
    """
    geschuetzt = rahmen.filter(pl.col("status") == Status.GESCHUETZT.value)
    if kennzahl.oeffentlich or geschuetzt.is_empty():
        return []
    k = sichten.k_von(bestand, kennzahl)
    leer = geschuetzt.filter(pl.col("zaehler") == 0)
    nullen = [bis for bis in leer["bis"] if bis is not None]
    weitester = sichten.groesste_abweichung(bestand, kennzahl, ebene, einteilung) or k - 1
    paare = [("0", schutzsaetze.nullsatz(int(max(nullen, default=weitester))))] if len(leer) else []
    zahlen = geschuetzt.drop_nulls(["wert", "von", "bis"]).select("raumprinzip", "wert", "von", "bis").unique()
    if kennzahl.art == "zahl":
        for prinzip, wert, von, bis in zahlen.sort("raumprinzip", "von", "bis", "wert").rows():
            if not ist_zahl(wert, von, bis, Status.GESCHUETZT):
                satz = schutzsaetze.personensatz(wert, von, bis, Status.GESCHUETZT, kennzahl, prinzip)
                paare.append((spanne(von, bis), satz))
        paare.append(("von, bis", f"Die wahre Zahl liegt zwischen diesen beiden. {schutzsaetze.GERUNDET}"))
    if geschuetzt["wert"].null_count():
        paare.append(("•", schutzsaetze.quotensatz(kennzahl, k)))
    prinzip = Raumprinzip.HERKUNFT if Raumprinzip.HERKUNFT in rahmen["raumprinzip"] else Raumprinzip.LEISTUNGSORT
    paare += [("Hinweis", satz) for satz in dazu(paare, bestand, kennzahl, ebene, einteilung, prinzip)]
    paare.append(("Veränderung", f"Überschneiden sich zwei Spannen: {schutzsaetze.VERAENDERUNG}"))
    return list(dict.fromkeys(paare))
