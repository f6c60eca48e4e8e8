"""Where the invented persons come from and where they are served.

Weights by inhabitants, size and distance, after the fixed relations of `annahmen` took their share.
"""

from dataclasses import dataclass
from math import fsum, sqrt
from typing import TypeVar

from data_access.demo.annahmen import NACHBARN, Annahme
from data_access.demo.quellen import Gemeinde, gemeinden
from data_access.demo.zufall import zwischen
from models.vokabular import UNBEKANNT

Zelle = tuple[str, str]
"""(Herkunft, Leistungsort): AGS of a Gemeinde (8 digits), of another Kreis (5 digits), or "unbekannt"."""

_S = TypeVar("_S")

_UNBEKANNTE_HERKUNFT = 0.02
"""Share of the persons served from elsewhere, outside fixed relations, whose Herkunft is not known."""


@dataclass(frozen=True)
class _Ort:
    """A place with services: key, position in degrees, size."""

    schluessel: str
    lon: float
    lat: float
    groesse: float


def gewichte_eigene(kreis: str, grundzahl: str, annahme: Annahme, jahr: int) -> dict[Zelle, float]:
    """Weight of each cell with Herkunft in a Gemeinde of the Kreis; uninhabited areas have none."""
    nachbarn = [_Ort(n.ags, n.lon, n.lat, n.angebot) for n in NACHBARN[kreis]]
    kreise = {n.name: n.ags for n in NACHBARN[kreis]}
    orte = _orte(kreis, annahme)
    gewichte: dict[Zelle, float] = {}
    for g in gemeinden(kreis):
        if not g.einwohner:
            continue
        bedarf = g.einwohner * _bedarf(grundzahl, g, annahme, jahr)
        am_ort = annahme.am_ort if any(o.schluessel == g.ags for o in orte) else 0.0
        aussen = (1 - annahme.binnen - annahme.unbekannt) * zwischen(0.75, 1.25, "aussen", grundzahl, g.ags)
        binnen = 1 - aussen - annahme.unbekannt - am_ort
        # With services everywhere the rest goes to other Gemeinden; with towns the own one competes with them.
        ziele = orte if annahme.orte else [o for o in orte if o.schluessel != g.ags]
        anteile = _verteile(binnen, g.lon, g.lat, ziele) | _verteile(aussen, g.lon, g.lat, nachbarn)
        anteile[g.ags] = anteile.get(g.ags, 0.0) + am_ort
        anteile[UNBEKANNT] = annahme.unbekannt
        anteile = _vorab({kreise[v.kreis]: v.hin for v in annahme.verbindungen if v.gemeinde == g.name}, anteile)
        gewichte |= {(g.ags, ort): bedarf * anteil for ort, anteil in anteile.items() if anteil > 0}
    return gewichte


def gewichte_von_aussen(kreis: str, annahme: Annahme) -> dict[Zelle, float]:
    """Weight of each cell with Leistungsort in the Kreis and Herkunft in another Kreis or unknown; sum 1."""
    orte = _orte(kreis, annahme)
    herkunft = _verteile(
        1 - _UNBEKANNTE_HERKUNFT,
        fsum(o.lon for o in orte) / len(orte),
        fsum(o.lat for o in orte) / len(orte),
        [_Ort(n.ags, n.lon, n.lat, n.einwohner) for n in NACHBARN[kreis]],
    )
    gewichte: dict[Zelle, float] = {}
    for n in NACHBARN[kreis]:
        anteile = _verteile(herkunft[n.ags], n.lon, n.lat, orte)
        gewichte |= {(n.ags, ort): anteil for ort, anteil in anteile.items()}
    groesse = fsum(o.groesse for o in orte)
    gewichte |= {(UNBEKANNT, o.schluessel): _UNBEKANNTE_HERKUNFT * o.groesse / groesse for o in orte}
    kreise = {n.name: n.ags for n in NACHBARN[kreis]}
    eigene = {g.name: g.ags for g in gemeinden(kreis)}
    return _vorab({(kreise[v.kreis], eigene[v.gemeinde]): v.her for v in annahme.verbindungen}, gewichte)


def _orte(kreis: str, annahme: Annahme) -> list[_Ort]:
    """The Gemeinden with services: the towns named, or all by inhabitants."""
    groessen = {g.ags: annahme.orte.get(g.name, 0) if annahme.orte else g.einwohner for g in gemeinden(kreis)}
    return [_Ort(g.ags, g.lon, g.lat, groessen[g.ags]) for g in gemeinden(kreis) if groessen[g.ags] > 0]


def _verteile(anteil: float, lon: float, lat: float, orte: list[_Ort]) -> dict[str, float]:
    """Share out over places by size / (8 km + distance)²; a degree is about 69.5 km eastwards, 111 northwards.

    Only the basic operations, the root and an exact sum, so that no machine rounds differently.
    """
    anziehung = {}
    for o in orte:
        ost, nord = (o.lon - lon) * 69.5, (o.lat - lat) * 111.2
        naehe = 8 + sqrt(ost * ost + nord * nord)
        anziehung[o.schluessel] = o.groesse / (naehe * naehe)
    summe = fsum(anziehung.values())
    return {schluessel: anteil * wert / summe for schluessel, wert in anziehung.items()}


def _vorab(fest: dict[_S, float], anteile: dict[_S, float]) -> dict[_S, float]:
    """The shares `fest` first, what is left by `anteile` (sum 1, as is the result)."""
    rest = 1 - fsum(fest.values())
    verteilt = {schluessel: anteil * rest for schluessel, anteil in anteile.items()}
    return verteilt | {schluessel: verteilt.get(schluessel, 0.0) + anteil for schluessel, anteil in fest.items()}


def _bedarf(grundzahl: str, gemeinde: Gemeinde, annahme: Annahme, jahr: int) -> float:
    """Need per inhabitant against the Kreis: a lot of the Gemeinde, one of the Grundzahl there, a slow drift."""
    niveau = zwischen(0.8, 1.25, "bedarf", gemeinde.ags) * zwischen(0.75, 1.3, "bedarf", gemeinde.ags, grundzahl)
    drift = 1 + zwischen(-0.03, 0.03, "drift", gemeinde.ags, grundzahl) * (jahr - 2020)
    stadt = annahme.stadtfaktor if gemeinde.name in annahme.orte else 1.0
    return niveau * drift * stadt
