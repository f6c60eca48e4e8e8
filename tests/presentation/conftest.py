"""One small example of every kind of chart, in any mode."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from models.vokabular import Status
from presentation.charts.besuch import Feld, Zeile, besuch
from presentation.charts.diagramm import Diagramm
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.jahresstreifen import Form, Marke, jahresstreifen
from presentation.charts.karte import Geometrie, karte
from presentation.charts.legende import legende
from presentation.charts.leitreihen import Leitreihe, leitreihen
from presentation.charts.rangfolge import Balken, rangfolge
from presentation.charts.spanne import Marke as Rate
from presentation.charts.verlauf import Bruch, Punkt, Reihe, verlauf
from presentation.charts.zeichenreihen import Block, Zeichen, Zeichenreihe, zeichenreihen
from presentation.charts.zwei_sichten import Zeile as Punktzeile
from presentation.charts.zwei_sichten import zwei_sichten
from presentation.farben import Modus
from presentation.maps.flaechen import Flaeche, Zustand

Sammlung = dict[str, Any]


def _feature(i: int, art: str, koordinaten: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"gebiet": f"0000000{i}", "name": f"Ort {i}", "i": i},
        "geometry": {"type": art, "coordinates": koordinaten},
    }


def _quadrat(x: float, y: float) -> list[list[list[float]]]:
    """A square of 0.1 degrees, clockwise."""
    return [[[x, y], [x, y + 0.1], [x + 0.1, y + 0.1], [x + 0.1, y], [x, y]]]


@pytest.fixture
def gebiete() -> Sammlung:
    orte = ((9.0, 51.0), (9.1, 51.0), (9.0, 51.1))
    return {
        "type": "FeatureCollection",
        "features": [_feature(i, "Polygon", _quadrat(x, y)) for i, (x, y) in enumerate(orte)],
    }


@pytest.fixture
def striche() -> Sammlung:
    orte = ((9.0, 51.0), (9.1, 51.0), (9.0, 51.1))
    return {
        "type": "FeatureCollection",
        "features": [_feature(i, "MultiLineString", [[[x, y], [x + 0.1, y + 0.1]]]) for i, (x, y) in enumerate(orte)],
    }


@pytest.fixture
def flaechen() -> list[Flaeche]:
    """A value, a protected rate whose number must not go out, and a place where nobody lives."""
    return [
        Flaeche(0, "00000000", "Nordstadt", 2.7, 9.05, 51.05),
        Flaeche(1, "00000001", "Kleindorf", 9.87654, 9.15, 51.05, status=Status.GESCHUETZT),
        Flaeche(2, "00000002", "Gutsbezirk", None, 9.05, 51.15, anker="end", status=Status.NICHT_ANWENDBAR),
    ]


Beispiel = Callable[[Modus], Diagramm]

KREIS = Reihe(
    "Kreis Unna",
    (
        Punkt(2018, 2.9, 2.7, 3.1),
        Punkt(2019, 2.8, 2.6, 3.0),
        Punkt(2020, 9.87654, status=Status.GESCHUETZT),
        Punkt(2021, 2.75, 2.5, 2.9),
        Punkt(2022, 2.7, 2.5, 2.9),
    ),
)
LAND = Reihe("Westfalen-Lippe", tuple(Punkt(jahr, 3.0) for jahr in range(2018, 2023)))
BALKEN = (
    Balken("Selm", 2.2, 1.7, 2.8),
    Balken("Unna", 3.4, 3.0, 3.9, auffaellig=True),
    Balken("Weißenborn", 9.87654, status=Status.GESCHUETZT),
    Balken("Ringgau", None, status=Status.KEINE_ANGABE),
    Balken("Berkatal", 0, 0, 4, status=Status.GESCHUETZT),
)

PUNKTE = (Punktzeile("Wohnen", 7, 3), Punktzeile("Arbeit", 4, 4), Punktzeile("Schule", 6, None))


def _zeichen(modus: Modus, anwesende: int) -> Diagramm:
    reihen = (
        Zeichenreihe("28.09.2026", ((Zeichen.VOLL, anwesende), (Zeichen.RING, 2)), "4 von 6", "4"),
        Zeichenreihe("29.09.2025", ((Zeichen.OFFEN, 6),), "k. A., 6 Plätze vereinbart", "k. A."),
        Zeichenreihe("23.09.2024", ((Zeichen.KREUZ, 1),), "ausgefallen", "aus"),
    )
    return zeichenreihen([Block("Selbstvertretung", reihen, eigen=True)], titel="Plätze", modus=modus, namensplatz=80)


def _besuch(modus: Modus) -> Diagramm:
    felder = (Feld("k. A.", offen=True), Feld("4", 4))
    tage = [("29.09.", "2025"), ("28.09.", "2026")]
    return besuch([Zeile("Selbstvertretung", "Selbst", felder, eigen=True)], tage, titel="Anwesende", modus=modus)


def _streifen(modus: Modus) -> Diagramm:
    tag = date(2026, 4, 30)
    marken = [Marke(tag, "Schulabgänge", Form.DREIECK, "rot"), Marke(tag, "Räume buchen", Form.FAHNE)]
    return Diagramm(jahresstreifen(marken, 2026, heute=date(2026, 11, 22), modus=modus), "Fristen 2026.")


def _leitreihen(modus: Modus) -> Diagramm:
    marken = [Rate("Selm", 2.2, 1.7, 2.8, eigen=True), Rate("Unna", 3.4, 3.0, 3.9)]
    marken += [Rate("Weißenborn", 9.87654, status=Status.GESCHUETZT), Rate("Ringgau", None, status=Status.KEINE_ANGABE)]
    bruch = Bruch(2021, "neues Recht", "Ab hier zählt die besondere Wohnform")
    eine = Leitreihe("Wohnform", "je 1.000", KREIS, [bruch], marken, Bezug("Kreis", 2.7), "Wohnform von 2018 bis 2022.")
    leere = Reihe("Selm", (Punkt(2022, 9.87654, status=Status.GESCHUETZT),))
    return leitreihen([eine, Leitreihe("Arbeit", "je 1.000", leere, [], [], None, "Arbeit: keine Zahl.")], modus)


@pytest.fixture
def beispiele(flaechen: list[Flaeche], gebiete: Sammlung, striche: Sammlung) -> dict[str, Beispiel]:
    bruch = Bruch(2021, "neues Recht", "Ab hier zählt die besondere Wohnform")
    grenzen = (2.0, 2.5, 3.0, 3.5)
    per_url = Geometrie("/geo/gebiete.geojson?v=1", "/geo/schraffur.geojson?v=1")
    return {
        "verlauf": lambda m: verlauf(KREIS, LAND, titel="Anteil", modus=m, brueche=[bruch]),
        "verlauf_klein": lambda m: verlauf(KREIS, LAND, titel="Anteil", modus=m, brueche=[bruch], klein=True),
        "rangfolge": lambda m: rangfolge(BALKEN, Bezug("Kreis", 2.7), titel="Anteil, 31.12.2022", modus=m),
        "legende": lambda m: legende(grenzen, tuple(Zustand), titel="Anteil", modus=m),
        "karte": lambda m: karte(flaechen, grenzen, per_url, titel="Anteil", modus=m, gewaehlt="00000000"),
        "karte_kompakt": lambda m: karte(flaechen, grenzen, per_url, titel="Anteil", modus=m, kompakt=True),
        "karte_mit_geometrie": lambda m: karte(flaechen, grenzen, Geometrie(gebiete, striche), titel="Anteil", modus=m),
        "zeichen": lambda m: _zeichen(m, 4),
        "zeichen_als_balken": lambda m: _zeichen(m, 40),
        "besuch": _besuch,
        "zwei_sichten": lambda m: zwei_sichten(PUNKTE, titel="Stufen", modus=m, tabelle="Stufen in Worten"),
        "streifen": _streifen,
        "leitreihen": _leitreihen,
    }
