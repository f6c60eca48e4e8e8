"""A Bestand written by hand, so that every value of a view can be computed on paper. No database."""

from datetime import UTC, date, datetime
from itertools import product

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand, Veroeffentlicht
from data_access.abfragen import Stand
from models.rahmen import Einwohnerbestand, Wuerfel, Zuordnung
from models.schutz import Schutzangaben
from models.tabellen import Freigabe
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    DORN,
    EINTEILUNGEN,
    EINWOHNER,
    FORST,
    KREIS,
    NAMEN,
    einteilungen,
    gemeinden,
    region,
    traeger,
)

T23, T24 = date(2023, 12, 31), date(2024, 12, 31)
BEIDE = ("herkunft", "leistungsort")

BWF = {
    T24: {
        (ALTDORF, ALTDORF): 40,
        (ALTDORF, BERG): 5,
        (BERG, BERG): 28,
        (CELL, CELL): 20,
        (CELL, "05915"): 12,
        (DORN, DORN): 16,
        ("05915", DORN): 14,
        ("unbekannt", ALTDORF): 5,
    },
    T23: {(ALTDORF, ALTDORF): 20, (BERG, BERG): 30, (CELL, CELL): 30, (DORN, DORN): 5, ("05915", DORN): 14},
}
"""Published cells of `lb_bwf` that are not 0, k = 5, c = 2, exact totals. 2024: 121 from here, 128 served here."""

AWF = {T24: {(ALTDORF, "-"): 60, (BERG, "-"): 6, (CELL, "-"): 5, (DORN, "-"): 25}}
"""Published cells of `lb_awf`, by Herkunft only, k = 5, totals rounded. 96 in all."""


def wuerfel(
    zellen: dict[date, dict[tuple[str, str], int]], weitere: tuple[str, ...], prinzipien: tuple[str, ...]
) -> dy.DataFrame[Wuerfel]:
    """A cube with every cell of its grid."""
    orte = {p: (*NAMEN, *weitere) if len(prinzipien) > 1 else tuple(NAMEN) for p in prinzipien}
    raster = [
        (h, z) for h, z in product(orte.get("herkunft", ("-",)), orte.get("leistungsort", ("-",))) if {h, z} & {*NAMEN}
    ]
    zeilen = [(tag, h, z, je_tag.get((h, z), 0)) for tag, je_tag in zellen.items() for h, z in raster]
    assert all(set(je_tag) <= set(raster) for je_tag in zellen.values())
    return Wuerfel.validate(pl.DataFrame(zeilen, schema=Wuerfel.column_names(), orient="row"), cast=True)


def veroeffentlicht(
    grundzahl: str,
    zellen: dict[date, dict[tuple[str, str], int]],
    prinzipien: tuple[str, ...] = BEIDE,
    *,
    exakt: bool = True,
    k: int = 5,
    fassung: int = 1,
) -> Veroeffentlicht:
    """A Freigabe in force with its cube."""
    weitere = ("05915", "uebrige", "unbekannt") if len(prinzipien) > 1 else ("unbekannt",)
    angaben = Schutzangaben(
        k=k,
        c=k // 2 if exakt else 0,
        eckwerte_exakt=exakt,
        gemeinden=tuple(NAMEN),
        weitere=weitere,
        raeume=EINTEILUNGEN["haupt"],
        raumprinzipien=prinzipien,
    )
    freigabe = Freigabe(
        id=grundzahl,
        region_slug="kleinkreis",
        grundzahl=grundzahl,
        fassung=fassung,
        k=k,
        datei="",
        pruefsumme="",
        stichtage=[tag.isoformat() for tag in sorted(zellen)],
        quellen=[{"absender": "LWX", "datei": "x.csv", "eingegangen_am": "2025-02-03"}],
        veroeffentlicht_am=datetime(2025, 3, 1, tzinfo=UTC),
    )
    return Veroeffentlicht(wuerfel(zellen, weitere, prinzipien), angaben, freigabe)


def _zuordnung(paare: dict[str, tuple[str, str]]) -> dy.DataFrame[Zuordnung]:
    zeilen = [(ags, gebiet, name) for ags, (gebiet, name) in paare.items()]
    return Zuordnung.validate(pl.DataFrame(zeilen, schema=Zuordnung.column_names(), orient="row"))


def einwohner() -> dy.DataFrame[Einwohnerbestand]:
    """2024 by age (under 18, from 18 on); 2023 without ages and ten people fewer in each place."""
    zeilen = []
    for ags, (jung, alt) in EINWOHNER.items():
        zeilen += [
            (ags, T24, 0, 17, "insgesamt", jung, "zensus2022", 1),
            (ags, T24, 18, None, "insgesamt", alt, "zensus2022", 1),
            (ags, T23, 0, None, "insgesamt", max(0, jung + alt - 10), "zensus2022", 2),
        ]
    return Einwohnerbestand.validate(
        pl.DataFrame(zeilen, schema=Einwohnerbestand.create_empty().schema, orient="row"), cast=True
    )


def bestand(*ohne: str) -> Bestand:
    """The small Kreis with `lb_bwf` and `lb_awf` in force, except those in `ohne`."""
    alle = {
        "lb_bwf": veroeffentlicht("lb_bwf", BWF),
        "lb_awf": veroeffentlicht("lb_awf", AWF, ("herkunft",), exakt=False),
    }
    raeume = {
        ("planungsraum", id_): _zuordnung({ags: (raum, raum.capitalize()) for ags, raum in orte.items()})
        for id_, orte in EINTEILUNGEN.items()
    }
    return Bestand(
        region=region(),
        traeger=traeger(),
        gemeinden=tuple(gemeinden()),
        einteilungen=tuple(einteilungen()),
        zuordnungen={
            ("kreis", ""): _zuordnung(dict.fromkeys(NAMEN, (KREIS, "Kleinkreis"))),
            ("gemeinde", ""): _zuordnung({ags: (ags, name) for ags, name in NAMEN.items()}),
            **raeume,
        },
        einwohner=einwohner(),
        veroeffentlicht={g: v for g, v in alle.items() if g not in ohne},
        stand=Stand("kleinkreis", (("einteilungen", 3), ("lb_bwf", 1)), ()),
    )


__all__ = ["ALTDORF", "BERG", "CELL", "DORN", "FORST", "KREIS"]
