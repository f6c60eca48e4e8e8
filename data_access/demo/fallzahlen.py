"""Synthetic case numbers of the two Kreise, mostly Herkunft x Leistungsort at 31.12.2016 to 2024.

Invented, deterministic, and calibrated to published corridors (`data_access.demo.annahmen` names them): the
total by Herkunft is set year by year, the cells below it are drawn by lot. Per Gemeinde the number follows its
inhabitants times a factor of the lot (some lie clearly above the Kreis, for no reason in reality); the place
follows the size of the services and the distance, and a few towns have a fixed relation with one other Kreis. From
year to year a lot decides for each place in a cell whether it becomes free (8 to 15 %), and free and new places are
drawn again: cells therefore change slowly, as a stock of real persons does. What leaves and what comes is not kept:
the result holds counts only.

Visible breaks: 2020 (BTHG) some move from bWf to aWf, 2021 aWf rises about 6 % beyond its trend because the
statistics drop the Wohnbezug.
"""

from collections import Counter
from itertools import accumulate

import dataframely as dy
import polars as pl

from data_access.demo.annahmen import ANNAHMEN, Annahme
from data_access.demo.annahmen_weitere import ANNAHMEN_WEITERE
from data_access.demo.fallzahlen_weitere import absender, weitere_zeilen
from data_access.demo.gewichte import Zelle, gewichte_eigene, gewichte_von_aussen
from data_access.demo.quellen import JAHRE, KREIS_UNNA, stichtag
from data_access.demo.zufall import gleichverteilt, ziehe
from models.rahmen import Rohzellen
from models.vokabular import INSGESAMT


def fallzahlen(kreis: str) -> dy.DataFrame[Rohzellen]:
    """All cells that are not 0 of every Grundzahl, in persons or Plätze, not broken down by age or sex.

    `kreis` is "05978" or "06636"; ValueError for any other. A cell that is missing is 0. Each cell has one
    sender ("… (synthetische Daten)"), the one who pays: adults the Träger; minors in Hessen the Kreis, in NRW
    the Kreis for those served in their own Gemeinde (mostly Schulbegleitung) and the LWL for the others (über
    Tag und Nacht, Frühförderung). In reality persons from elsewhere are partly paid by other Träger.
    """
    if kreis not in ANNAHMEN:
        raise ValueError(
            f"Für den Kreis {kreis} gibt es keine Demonstrationsdaten. Möglich sind {' und '.join(ANNAHMEN)}."
        )
    bestaende = {
        grundzahl: dict(_bestaende(kreis, grundzahl, annahme))
        for grundzahl, annahme in (ANNAHMEN[kreis] | ANNAHMEN_WEITERE[kreis]).items()
    }
    zeilen = [
        (grundzahl, stichtag(jahr), herkunft, ort, anzahl, _absender(kreis, grundzahl, herkunft, ort))
        for grundzahl, je_jahr in bestaende.items()
        for jahr, bestand in je_jahr.items()
        for (herkunft, ort), anzahl in sorted(bestand.items())
    ]
    zeilen += [(*zeile, absender(kreis, zeile[0])) for zeile in weitere_zeilen(kreis, bestaende)]
    spalten = ("grundzahl", "stichtag", "herkunft", "leistungsort", "anzahl", "absender")
    rahmen = pl.DataFrame(zeilen, schema=spalten, orient="row").with_columns(
        altersgruppe=pl.lit(INSGESAMT), geschlecht=pl.lit(INSGESAMT), zeichen=pl.lit(None, dtype=pl.String)
    )
    return Rohzellen.validate(rahmen.select(Rohzellen.column_names()), cast=True)


def _bestaende(kreis: str, grundzahl: str, annahme: Annahme) -> list[tuple[int, Counter[Zelle]]]:
    """The stock at each Stichtag: persons of the Kreis and persons from elsewhere served in it."""
    eigene: Counter[Zelle] = Counter()
    fremde: Counter[Zelle] = Counter()
    von_aussen = gewichte_von_aussen(kreis, annahme)
    erster, letzter = annahme.zustrom
    ergebnis = []
    for schritt, jahr in enumerate(JAHRE):
        schluessel = (kreis, grundzahl, jahr)
        zustrom = round(erster + (letzter - erster) * schritt / (len(JAHRE) - 1))
        gewichte = gewichte_eigene(kreis, grundzahl, annahme, jahr)
        eigene = _naechstes_jahr(eigene, annahme.bestand[schritt], gewichte, annahme.wechsel, *schluessel, "e")
        fremde = _naechstes_jahr(fremde, zustrom, von_aussen, annahme.wechsel, *schluessel, "f")
        ergebnis.append((jahr, eigene + fremde))
    return ergebnis


def _naechstes_jahr(
    bestand: Counter[Zelle], ziel: int, gewichte: dict[Zelle, float], wechsel: float, *schluessel: str | int
) -> Counter[Zelle]:
    """Stock one year later: about the share `wechsel` leaves, then places are filled by weight up to `ziel`.

    One lot with even steps fills the places: a Gemeinde gets what its weight says, chance decides in small cells.
    """
    neu: Counter[Zelle] = Counter()
    for zelle, anzahl in bestand.items():
        neu[zelle] = sum(gleichverteilt(*schluessel, "geht", *zelle, n) >= wechsel for n in range(anzahl))
    zellen = list(gewichte)
    kumuliert = list(accumulate(gewichte.values()))
    frei = ziel - neu.total()
    start = gleichverteilt(*schluessel, "kommt")
    for n in range(frei):
        neu[zellen[ziehe(kumuliert, (n + start) / frei)]] += 1
    return neu


def _absender(kreis: str, grundzahl: str, herkunft: str, leistungsort: str) -> str:
    """Who reports the cell, always marked as synthetic."""
    if kreis == KREIS_UNNA and grundzahl == "minderjaehrige_egh" and herkunft == leistungsort:
        return "Kreis Unna (synthetische Daten)"
    return absender(kreis, grundzahl)
