"""What the synthetic figures of the smaller Grundzahlen assume. No figure here is a count.

Anchors: Plätze of Kreis Unna as published by the Landschaftsverband (Wohnheim 940 in 2016, 936 in 2017; Werkstatt
1,650 in 2016, 1,667 in 2017, 1,718 in 2022, 1,673 in 2023), spread over example towns; Gast- und Pflegefamilien 0.7 %
and Budget für Arbeit 1.3 % of the services they are compared with (BAGüS, REHADAT); heilpädagogische Leistungen about
two fifths of the minors (Destatis); adults of the LWV about 1,000 in the Werra-Meißner-Kreis. Tagesförderung is rarer
in Nordrhein-Westfalen, where the Werkstatt takes in highly disabled people too. The rest has no source.
"""

from typing import Final

from data_access.demo.annahmen import Annahme
from data_access.demo.quellen import KREIS_UNNA, WERRA_MEISSNER_KREIS

ANNAHMEN_WEITERE: Final[dict[str, dict[str, Annahme]]] = {
    KREIS_UNNA: {
        "lb_tagesfoerderung": Annahme(
            bestand=(52, 54, 57, 60, 61, 64, 67, 70, 73),
            zustrom=(8, 10),
            wechsel=0.1,
            am_ort=0.0,
            binnen=0.9,
            orte={"Lünen": 3, "Unna": 3, "Schwerte": 1, "Werne": 1},
        ),
        "lb_p67_stationaer": Annahme(
            bestand=(58, 59, 58, 59, 58, 58, 59, 60, 61),
            zustrom=(14, 16),
            wechsel=0.2,
            am_ort=0.0,
            binnen=0.6,
            unbekannt=0.02,
            orte={"Unna": 4, "Lünen": 3},
            stadtfaktor=1.7,
        ),
    },
    WERRA_MEISSNER_KREIS: {
        "lb_tagesfoerderung": Annahme(
            bestand=(84, 86, 89, 92, 93, 96, 99, 101, 104),
            zustrom=(9, 10),
            wechsel=0.1,
            am_ort=0.0,
            binnen=0.94,
            orte={"Eschwege": 5, "Hessisch Lichtenau": 3, "Witzenhausen": 2},
        ),
        "lb_p67_stationaer": Annahme(
            bestand=(14, 14, 15, 15, 15, 15, 15, 16, 16),
            zustrom=(3, 4),
            wechsel=0.2,
            am_ort=0.0,
            binnen=0.5,
            orte={"Eschwege": 3, "Witzenhausen": 1},
            stadtfaktor=2.0,
        ),
    },
}
"""Kreis -> Grundzahl -> what is assumed of those drawn cell by cell."""

KREISREIHEN: Final[dict[str, dict[str, dict[str, int]]]] = {
    KREIS_UNNA: {
        "lb_gastfamilie": {
            f"{2016 + n}-12-31": anzahl for n, anzahl in enumerate((15, 16, 17, 17, 18, 19, 21, 22, 23))
        },
        "lb_bfa": {f"{2018 + n}-12-31": anzahl for n, anzahl in enumerate((6, 9, 12, 17, 23, 31, 38))},
    },
    WERRA_MEISSNER_KREIS: {
        "lb_gastfamilie": {f"{2016 + n}-12-31": anzahl for n, anzahl in enumerate((7, 8, 8, 9, 9, 10, 11, 11, 12))},
        "lb_bfa": {f"{2018 + n}-12-31": anzahl for n, anzahl in enumerate((1, 2, 3, 5, 6, 8, 11))},
        # The Kooperationsvereinbarung is of 01.01.2022; § 8 b looks forward (30.04.), § 8 c back (31.12.).
        "schulabgaenger_folgejahr": {"2022-04-30": 4, "2023-04-30": 6, "2024-04-30": 3, "2025-04-30": 5},
        "lb_regelaltersgrenze": {"2022-12-31": 34, "2023-12-31": 37, "2024-12-31": 29},
    },
}
"""Kreis -> Grundzahl -> Stichtag -> persons with Herkunft in the Kreis."""

PLAETZE: Final[dict[str, dict[str, dict[str, dict[int, int]]]]] = {
    KREIS_UNNA: {
        "plaetze_bwf": {
            "Lünen": {2016: 214, 2022: 220},
            "Unna": {2016: 148},
            "Schwerte": {2016: 132},
            "Fröndenberg/Ruhr": {2016: 112, 2017: 108, 2022: 112},
            "Werne": {2016: 88},
            "Bergkamen": {2016: 90, 2022: 94},
            "Kamen": {2016: 78},
            "Selm": {2016: 34},
            "Bönen": {2016: 26, 2022: 22},
            "Holzwickede": {2016: 18, 2019: 14},
        },
        "plaetze_wfbm": {
            "Unna": {2016: 450, 2017: 461, 2022: 470, 2023: 465},
            "Lünen": {2016: 442, 2022: 457, 2023: 437},
            "Bergkamen": {2016: 366, 2017: 372, 2022: 376, 2023: 356, 2024: 350},
            "Schwerte": {2016: 232, 2020: 247, 2022: 250},
            "Werne": {2016: 160, 2022: 165},
        },
    },
    WERRA_MEISSNER_KREIS: {
        "plaetze_bwf": {
            "Eschwege": {2016: 96, 2022: 94},
            "Hessisch Lichtenau": {2016: 64},
            "Witzenhausen": {2016: 52},
            "Wehretal": {2016: 30},
            "Bad Sooden-Allendorf": {2016: 28, 2019: 24},
            "Sontra": {2016: 20},
        },
        "plaetze_wfbm": {
            "Eschwege": {2016: 262},
            "Witzenhausen": {2016: 84, 2023: 76},
            "Hessisch Lichtenau": {2016: 72, 2023: 78},
        },
    },
}
"""Kreis -> Grundzahl -> town -> Plätze from the year on."""

HEILPAEDAGOGIK: Final = 0.42
"""Share of the minors with Eingliederungshilfe that are small children with heilpädagogische Leistungen."""

SCHULBEGLEITUNG: Final = 0.4
"""Share of the minors that have Schulbegleitung; what is left is über Tag und Nacht and other help."""

DOPPELT: Final = 0.45
"""Of the persons with help for Wohnen or with a place for the day, whichever are fewer, so many have both."""
