"""What the synthetic case numbers assume. No figure here is a count; the anchors they follow are named.

Anchors: published counts of the Landschaftsverband for Kreis Unna of 2016 and 2017 (Wohnen 1,165 and 1,232
ambulant, 940 and 936 places; Werkstatt 1,650 and 1,667 places, which do not say Herkunft or Leistungsort),
the rates of Germany 2023 (BAGüS: bWf 2.3, aWf 3.3, Werkstatt 3.2 per 1,000 inhabitants), the growth of the
Betreutes Wohnen in Westfalen-Lippe, and for minors and §§ 67 ff. the rates of Destatis. For the
Werra-Meißner-Kreis no count is published: it follows the national rates, in bWf somewhat above them. Shares of
persons served inside and outside the Kreis have no source at all.

The towns with services, their sizes and their fixed relations with other Kreise are examples, they describe no real
provider. The relations gather part of the flows across the border in few large cells, so that the Kreis totals of
`lb_bwf`, `lb_awf` and `lb_wfbm` can stay exact under protection (`analysis.geheimhaltung.schutz`: the remainder of
either total needs large cells inside, outwards and inwards, at every Stichtag).
"""

from dataclasses import dataclass, field

from data_access.demo.quellen import KREIS_UNNA, WERRA_MEISSNER_KREIS


@dataclass(frozen=True)
class Nachbar:
    """Another Kreis: rough centre in degrees, inhabitants in 10,000, and how much it offers (any unit)."""

    ags: str
    name: str
    lon: float
    lat: float
    einwohner: float
    angebot: float


@dataclass(frozen=True)
class Verbindung:
    """A fixed relation of a Gemeinde with one other Kreis, as a provider that works across the border makes it.

    `hin`: share of the persons from the Gemeinde that are served in that Kreis. `her`: share of all persons from
    elsewhere that come from that Kreis and are served in the Gemeinde.
    """

    gemeinde: str
    kreis: str
    hin: float = 0.0
    her: float = 0.0


@dataclass(frozen=True)
class Annahme:
    """How one Grundzahl behaves in one Kreis.

    `bestand`: persons with Herkunft in the Kreis at 31.12.2016..2024. `zustrom`: persons from elsewhere served in
    the Kreis, first and last year, linear between. `wechsel`: share of the stock that leaves within a year; it
    must exceed every yearly fall of `bestand`. `orte`: the towns with services and their size; empty: every
    Gemeinde, by inhabitants. `verbindungen` take their shares first. Of the other persons from a Gemeinde that has
    services `am_ort` are served there at once; `binnen` in the Kreis altogether, `unbekannt` at a place not known,
    the rest in other Kreise. `stadtfaktor`: how much more often the need arises in the towns of `orte`.
    """

    bestand: tuple[int, ...]
    zustrom: tuple[int, int]
    wechsel: float
    am_ort: float
    binnen: float
    unbekannt: float = 0.0
    orte: dict[str, float] = field(default_factory=dict)
    stadtfaktor: float = 1.0
    verbindungen: tuple[Verbindung, ...] = ()


NACHBARN: dict[str, tuple[Nachbar, ...]] = {
    KREIS_UNNA: (
        Nachbar("05913", "Dortmund", 7.47, 51.51, 59, 8),
        Nachbar("05915", "Hamm", 7.82, 51.68, 18, 5),
        Nachbar("05974", "Kreis Soest", 8.11, 51.57, 30, 6),
        Nachbar("05962", "Märkischer Kreis", 7.70, 51.30, 41, 5),
        Nachbar("05958", "Hochsauerlandkreis", 8.25, 51.35, 26, 4),
        Nachbar("05558", "Kreis Coesfeld", 7.25, 51.88, 22, 4),
        Nachbar("05570", "Kreis Warendorf", 8.00, 51.90, 28, 3),
        Nachbar("05562", "Kreis Recklinghausen", 7.20, 51.65, 62, 2),
        Nachbar("05914", "Hagen", 7.47, 51.36, 19, 2),
        Nachbar("05711", "Bielefeld", 8.53, 52.02, 33, 8),
        Nachbar("05911", "Bochum", 7.22, 51.48, 36, 1),
    ),
    WERRA_MEISSNER_KREIS: (
        Nachbar("06633", "Landkreis Kassel", 9.45, 51.35, 24, 4),
        Nachbar("06611", "Kassel", 9.49, 51.31, 20, 5),
        Nachbar("06634", "Schwalm-Eder-Kreis", 9.35, 51.03, 18, 7),
        Nachbar("06632", "Landkreis Hersfeld-Rotenburg", 9.75, 50.92, 12, 3),
        Nachbar("03159", "Landkreis Göttingen", 9.95, 51.55, 32, 3),
        Nachbar("16061", "Landkreis Eichsfeld", 10.25, 51.38, 10, 1),
        Nachbar("16063", "Wartburgkreis", 10.20, 50.90, 16, 1),
        Nachbar("06635", "Landkreis Waldeck-Frankenberg", 8.95, 51.20, 16, 3),
        Nachbar("16064", "Unstrut-Hainich-Kreis", 10.60, 51.20, 10, 0.5),
        Nachbar("06631", "Landkreis Fulda", 9.65, 50.55, 22, 1),
    ),
}
"""Kreise around each region, the last ones rare on purpose: a Freigabe joins them to "übrige"."""

ANNAHMEN: dict[str, dict[str, Annahme]] = {
    KREIS_UNNA: {
        # Steps: 2020 the BTHG moves some from bWf to aWf; 2021 aWf + 6 % since the Wohnbezug is no longer asked.
        "lb_bwf": Annahme(
            bestand=(950, 947, 945, 943, 930, 928, 924, 921, 917),
            zustrom=(298, 290),
            wechsel=0.08,
            am_ort=0.1,
            binnen=0.64,
            unbekannt=0.006,
            orte={
                "Lünen": 5,
                "Unna": 4,
                "Schwerte": 4,
                "Fröndenberg/Ruhr": 4,
                "Werne": 3,
                "Kamen": 2,
                "Bergkamen": 2,
                "Selm": 1,
                "Bönen": 0.7,
                "Holzwickede": 0.4,
            },
        ),
        "lb_awf": Annahme(
            bestand=(1165, 1232, 1283, 1332, 1391, 1522, 1571, 1622, 1676),
            zustrom=(36, 46),
            wechsel=0.12,
            am_ort=0.981,
            binnen=0.994,
            unbekannt=0.002,
            verbindungen=(
                Verbindung("Lünen", "Dortmund", hin=0.052, her=0.36),
                Verbindung("Unna", "Hamm", hin=0.075, her=0.36),
            ),
        ),
        "lb_wfbm": Annahme(
            bestand=(1592, 1605, 1616, 1624, 1628, 1620, 1610, 1599, 1588),
            zustrom=(112, 104),
            wechsel=0.08,
            am_ort=0.0,
            binnen=0.956,
            orte={"Lünen": 4, "Unna": 3.5, "Bergkamen": 3, "Schwerte": 2, "Werne": 1.5},
            verbindungen=(
                Verbindung("Lünen", "Dortmund", hin=0.03),
                Verbindung("Schwerte", "Dortmund", hin=0.04, her=0.04),
                Verbindung("Kamen", "Hamm", hin=0.08),
                Verbindung("Bergkamen", "Hamm", her=0.12),
                Verbindung("Unna", "Kreis Soest", hin=0.03, her=0.06),
            ),
        ),
        "minderjaehrige_egh": Annahme(
            bestand=(1010, 1045, 1085, 1125, 1150, 1195, 1245, 1300, 1355),
            zustrom=(38, 46),
            wechsel=0.15,
            am_ort=0.88,
            binnen=0.95,
            unbekannt=0.003,
        ),
        "lb_p67_ambulant": Annahme(
            bestand=(168, 174, 181, 187, 190, 198, 207, 217, 226),
            zustrom=(9, 13),
            wechsel=0.15,
            am_ort=0.55,
            binnen=0.95,
            orte={"Lünen": 4, "Unna": 4, "Schwerte": 1.5, "Kamen": 1.5, "Bergkamen": 1},
            stadtfaktor=1.7,
        ),
    },
    WERRA_MEISSNER_KREIS: {
        "lb_bwf": Annahme(
            bestand=(276, 275, 275, 274, 270, 269, 268, 266, 265),
            zustrom=(104, 96),
            wechsel=0.08,
            am_ort=0.17,
            binnen=0.68,
            unbekannt=0.008,
            orte={
                "Eschwege": 5,
                "Hessisch Lichtenau": 4,
                "Witzenhausen": 3,
                "Bad Sooden-Allendorf": 2,
                "Wehretal": 2,
                "Sontra": 1,
            },
            stadtfaktor=1.25,
            verbindungen=(
                Verbindung("Eschwege", "Schwalm-Eder-Kreis", hin=0.28),
                Verbindung("Eschwege", "Landkreis Eichsfeld", her=0.15),
                Verbindung("Hessisch Lichtenau", "Kassel", hin=0.28, her=0.15),
                Verbindung("Witzenhausen", "Landkreis Göttingen", hin=0.42, her=0.14),
            ),
        ),
        "lb_awf": Annahme(
            bestand=(268, 278, 287, 295, 305, 331, 341, 351, 362),
            zustrom=(38, 46),
            wechsel=0.12,
            am_ort=0.984,
            binnen=0.993,
            unbekannt=0.003,
            verbindungen=(
                Verbindung("Hessisch Lichtenau", "Landkreis Kassel", hin=0.26, her=0.3),
                Verbindung("Witzenhausen", "Landkreis Göttingen", hin=0.27, her=0.3),
            ),
        ),
        "lb_wfbm": Annahme(
            bestand=(394, 397, 401, 403, 405, 401, 397, 392, 388),
            zustrom=(38, 36),
            wechsel=0.08,
            am_ort=0.0,
            binnen=0.975,
            orte={"Eschwege": 5, "Witzenhausen": 2, "Hessisch Lichtenau": 2},
            verbindungen=(
                Verbindung("Eschwege", "Landkreis Eichsfeld", her=0.36),
                Verbindung("Hessisch Lichtenau", "Landkreis Kassel", hin=0.37),
                Verbindung("Witzenhausen", "Landkreis Göttingen", hin=0.35, her=0.36),
            ),
        ),
        "minderjaehrige_egh": Annahme(
            bestand=(232, 240, 249, 258, 262, 272, 284, 297, 310),
            zustrom=(8, 11),
            wechsel=0.15,
            am_ort=0.87,
            binnen=0.95,
            unbekannt=0.004,
        ),
        "lb_p67_ambulant": Annahme(
            bestand=(38, 39, 41, 42, 43, 45, 47, 49, 52),
            zustrom=(3, 4),
            wechsel=0.15,
            am_ort=0.5,
            binnen=0.94,
            orte={"Eschwege": 4, "Witzenhausen": 2, "Hessisch Lichtenau": 1},
            stadtfaktor=2.0,
        ),
    },
}
"""Kreis -> Grundzahl -> what is assumed."""
