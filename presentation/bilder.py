"""From judged values to chart inputs: the same for every page and for files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from analysis.auswahl import Auswahl
from analysis.bestand import Bestand
from analysis.intervalle import Unterschied, unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung
from data_access.grenzen import (
    Grenzbestand,
    KeineGrenzenError,
    beschriftungen,
    kasten,
    ohne_grenzen,
    raumgrenzen,
    schraffur,
)
from models.vokabular import Ebene
from presentation.charts.diagramm import Diagramm
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.karte import Geometrie, karte
from presentation.charts.klassen import Grenzen, klassengrenzen
from presentation.charts.legende import legende
from presentation.charts.rangfolge import Balken, rangfolge
from presentation.charts.reihen import Bruch, Reihe
from presentation.charts.verlauf import verlauf
from presentation.farben import Modus
from presentation.maps.flaechen import Flaeche, zustaende
from presentation.texts.lage import fehlende_grenzen
from presentation.texts.zahlen import datum, ist_zahl
from presentation.zeitreihen import brueche, punkte, rand, zeitachse


@dataclass(frozen=True)
class Verlaufsstoff:
    """What a trend is drawn from: both lines, the years of the axis, the breaks."""

    eigene: Reihe
    andere: Reihe | None
    jahre: tuple[float, float]
    brueche: tuple[Bruch, ...]


def verlaufsstoff(
    kennzahl: Kennzahl,
    reihe: Sequence[Messung],
    vergleich: Sequence[Messung] = (),
    neben: Sequence[Messung] = (),
    ab: int | None = None,
) -> Verlaufsstoff:
    """The lines of a trend; see `verlaufsbild`."""
    stelle = zeitachse([*reihe, *vergleich, *neben])
    alle = punkte(reihe, kennzahl, stelle, neben)
    eigene = Reihe(reihe[0].name, tuple(p for p in alle if ab is None or p.kalenderjahr >= ab), None, kennzahl.abstand)
    andere = (
        Reihe(vergleich[0].name, punkte(vergleich, kennzahl, stelle), None, kennzahl.abstand) if vergleich else None
    )
    return Verlaufsstoff(
        eigene,
        andere,
        (min(p.jahr for p in alle), max(p.jahr for p in alle)),
        tuple(b for b in brueche(kennzahl, reihe, stelle, neben) if ab is None or b.jahr > ab),
    )


def verlaufsbild(
    kennzahl: Kennzahl,
    reihe: Sequence[Messung],
    modus: Modus,
    vergleich: Sequence[Messung] = (),
    *,
    neben: Sequence[Messung] = (),
    klein: bool = False,
    ab: int | None = None,
) -> Diagramm:
    """Trend of one area, against the Kreis if given. `ab` drops years before, which are then "nicht vergleichbar".

    `neben`: values of the same area on other bases or from other sources, drawn as lines of their own.
    """
    stoff = verlaufsstoff(kennzahl, reihe, vergleich, neben, ab)
    return verlauf(
        stoff.eigene,
        stoff.andere,
        titel=f"{kennzahl.titel} ({kennzahl.einheit})",
        modus=modus,
        brueche=stoff.brueche,
        stellen=kennzahl.stellen,
        jahre=stoff.jahre,
        klein=klein,
        flaeche="Spanne der Rundung" if kennzahl.art == "zahl" else "übliche Zufallsschwankung",
    )


def rangbild(
    auswahl: Auswahl, gebiete: Sequence[Messung], kreis: Messung | None, stichtag: date, modus: Modus
) -> Diagramm:
    """Areas side by side; the whole of the region as reference where the unit allows it."""
    return rangfolge(
        balken(auswahl.kennzahl, gebiete, kreis),
        bezug(auswahl, kreis),
        titel=f"{auswahl.kennzahl.titel}, {datum(stichtag)}",
        modus=modus,
        stellen=auswahl.kennzahl.stellen,
    )


def bezug(auswahl: Auswahl, kreis: Messung | None) -> Bezug | None:
    """The whole of the region as reference; none for counts."""
    if kreis is None or kreis.wert is None or auswahl.kennzahl.art == "zahl":
        return None
    return Bezug(auswahl.bestand.ganzes.wort, kreis.wert)


def balken(kennzahl: Kennzahl, gebiete: Sequence[Messung], kreis: Messung | None) -> list[Balken]:
    """One bar an area, marked where it surely differs from the whole of the region."""

    def auffaellig(m: Messung) -> bool:
        return (
            kreis is not None
            and kreis.wert is not None
            and kennzahl.art != "zahl"
            and unterschied(m.unten, m.oben, kreis.unten, kreis.oben) in (Unterschied.HOEHER, Unterschied.NIEDRIGER)
        )

    return [Balken(m.name, m.wert, *rand(m, kennzahl), m.status, auffaellig(m)) for m in gebiete]


def flaechen(bestand: Bestand, ebene: str, einteilung: str, gebiete: Sequence[Messung]) -> list[Flaeche]:
    """The areas of a map with value and label position, in the order of the geometry; those without it are left out."""
    nach_id = {m.gebiet: m for m in gebiete}
    try:
        orte = beschriftungen(bestand.zeilen(ebene, einteilung), bestand.grenzen)
    except KeineGrenzenError:
        return []
    return [
        Flaeche(
            i=i,
            gebiet=ort.gebiet,
            name=nach_id[ort.gebiet].name,
            kurzname=ort.name,
            wert=nach_id[ort.gebiet].wert,
            von=nach_id[ort.gebiet].von,
            bis=nach_id[ort.gebiet].bis,
            status=nach_id[ort.gebiet].status,
            lon=ort.lon,
            lat=ort.lat,
            anker=ort.anker,
            platz=ort.platz,
        )
        for i, ort in enumerate(orte)
    ]


def grenzen_der_klassen(alle: Sequence[Messung]) -> Grenzen:
    """Class borders of a Kennzahl and level, fixed over all Stichtage."""
    return klassengrenzen(m.wert for m in alle if m.wert is not None and ist_zahl(m.wert, m.von, m.bis, m.status))


def geometrie_url(bestand: Bestand, ebene: str, einteilung: str) -> Geometrie:
    """Where the browser fetches the areas of a view; the version changes with the Einteilungen."""
    stand = dict(bestand.stand.nummern).get("einteilungen", 0) if bestand.stand else 0
    fassung = f"v={bestand.grenzen.version}-{stand}"
    frage = f"einteilung={quote(einteilung)}&{fassung}" if ebene == "planungsraum" else fassung
    stamm = f"/geo/{bestand.region.slug}/{ebene}"
    return Geometrie(f"{stamm}.geojson?{frage}", f"{stamm}/schraffur.geojson?{frage}")


def kartenbilder_fuer_datei(auswahl: Auswahl, alle: Sequence[Messung]) -> list[Diagramm]:
    """Legend and map for print, with the geometry itself: a file must not fetch anything.

    Without any geometry the areas stand side by side instead.
    """
    try:
        geometrie = geometrie_fuer_datei(auswahl)
    except KeineGrenzenError:
        heute = [m for m in alle if m.stichtag == auswahl.stichtag]
        return [rangbild(auswahl, heute, None, auswahl.stichtag or date.min, "druck")]
    return [legendenbild(auswahl, alle, "druck"), kartenbild(auswahl, alle, "druck", geometrie)]


def geometrie_fuer_datei(auswahl: Auswahl) -> Geometrie:
    """The areas of the selection themselves. Raises `KeineGrenzenError` if none can be drawn."""
    return _geometrie(auswahl.bestand.zeilen(auswahl.ebene, auswahl.einteilung), auswahl.bestand.grenzen)


@lru_cache(maxsize=16)
def _geometrie(zeilen: tuple[tuple[str, str, str], ...], grenzen: Grenzbestand) -> Geometrie:
    """The same for every map of a cut: a report draws many."""
    gebiete = raumgrenzen(zeilen, grenzen)
    return Geometrie(gebiete, schraffur(gebiete))


def legendenbild(auswahl: Auswahl, alle: Sequence[Messung], modus: Modus) -> Diagramm:
    """The legend of the map of the selection."""
    grenzen = grenzen_der_klassen(alle)
    heute = [m for m in alle if m.stichtag == auswahl.stichtag]
    return legende(
        grenzen,
        zustaende(flaechen(auswahl.bestand, auswahl.ebene, auswahl.einteilung, heute), grenzen),
        titel=auswahl.kennzahl.titel,
        modus=modus,
        stellen=auswahl.kennzahl.stellen,
    )


def kartenbild(
    auswahl: Auswahl,
    alle: Sequence[Messung],
    modus: Modus,
    geometrie: Geometrie | None = None,
    kompakt: bool = False,
    nur_gewaehlt: bool = False,
) -> Diagramm:
    """The map of the selection as a Vega specification, on screen by URL, for files with its geometry."""
    bestand = auswahl.bestand
    return karte(
        flaechen(bestand, auswahl.ebene, auswahl.einteilung, [m for m in alle if m.stichtag == auswahl.stichtag]),
        grenzen_der_klassen(alle),
        geometrie or geometrie_url(bestand, auswahl.ebene, auswahl.einteilung),
        titel=f"{auswahl.kennzahl.titel}, {bestand.region.name}",
        modus=modus,
        stellen=auswahl.kennzahl.stellen,
        gewaehlt=auswahl.gebiete[0] if auswahl.gebiete else None,
        kompakt=kompakt,
        nur_gewaehlt=nur_gewaehlt,
    )


def kartenkasten(bestand: Bestand, ebene: str, einteilung: str) -> tuple[float, float, float, float]:
    """West, south, east, north of the region in degrees: the same for all levels, so that the view stays.

    Where only a coarser level has boundaries, those of the level.
    """
    try:
        return kasten(bestand.zeilen(Ebene.GEMEINDE), bestand.grenzen)
    except KeineGrenzenError:
        return kasten(bestand.zeilen(ebene, einteilung), bestand.grenzen)


def ohne_geometrie(auswahl: Auswahl) -> tuple[str, bool]:
    """A sentence on areas that a map of the selection cannot draw (empty if there are none), and whether it is all."""
    bestand = auswahl.bestand
    zeilen = bestand.zeilen(auswahl.ebene, auswahl.einteilung)
    fehlend = ohne_grenzen(zeilen, bestand.grenzen)
    alle = len(fehlend) == len({gebiet for _, gebiet, _ in zeilen})
    return (fehlende_grenzen(fehlend, alle) if fehlend else ""), alle
