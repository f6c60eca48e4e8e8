"""A cut that is not stored, looked at with the numbers of its region. Nothing is protected anew for it."""

import hashlib
import json
from datetime import date
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from models.rahmen import Zuordnung
from models.schnitt import Schnitt
from models.tabellen import Einteilung
from models.vokabular import Einteilungsstand

ENTWURF: Final = "Entwurf"
"""Name of a cut that is not stored."""


def entwurfskennung(schnitt: Schnitt) -> str:
    """Id of an unstored cut. It follows from the cut alone, so that the same cut is the same view in every cache."""
    inhalt = json.dumps([sorted(schnitt.raeume), schnitt.gemeinden], ensure_ascii=False)
    return f"entwurf-{hashlib.sha256(inhalt.encode()).hexdigest()[:16]}"


def mit_entwurf(bestand: Bestand, schnitt: Schnitt, name: str = ENTWURF, kennung: str = "") -> Bestand:
    """The region with the cut under `kennung` or its `entwurfskennung`. Empty Planungsräume have no row."""
    zuordnung = Zuordnung.validate(
        pl.DataFrame(list(schnitt.zeilen), schema=dict.fromkeys(("ags", "gebiet", "name"), pl.String), orient="row")
    )
    einteilung = Einteilung(
        id=kennung or entwurfskennung(schnitt),
        region_slug=bestand.region.slug,
        name=name,
        gueltig_von=date.min,
        stand=Einteilungsstand.GUELTIG,
    )
    return bestand.mit_entwurf(einteilung, zuordnung)
