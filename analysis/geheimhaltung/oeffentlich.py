"""Public figures on the way of the Freigabe: agreed Plätze are facts, not persons, and stay as they are."""

from collections.abc import Sequence
from datetime import date

import dataframely as dy
import polars as pl

from models.grundzahlen import OEFFENTLICH
from models.rahmen import Wahrwerte, Wuerfel
from models.schutz import Schutzangaben
from models.vokabular import NICHT_ERHOBEN, Raumprinzip


def uebernimm_unveraendert(
    wahr: dy.DataFrame[Wahrwerte], stichtage: Sequence[date], gemeinden: Sequence[str]
) -> tuple[dy.DataFrame[Wuerfel], Schutzangaben]:
    """The figures by Leistungsort as a cube, every Gemeinde at every Stichtag; k = 1 says that all bounds are 0.

    Raises `ValueError` for cells with a Herkunft: they count people.
    """
    if not (wahr["herkunft"] == NICHT_ERHOBEN).all():
        raise ValueError(
            "Plätze haben keine Herkunft. Diese Lieferung zählt Menschen und wird nicht ungerundet veröffentlicht. "
            f"Bitte die Spalte „herkunft“ überall auf „{NICHT_ERHOBEN}“ setzen oder die Grundzahl prüfen."
        )
    raster = pl.DataFrame({"stichtag": sorted(stichtage)}, schema={"stichtag": pl.Date}).join(
        pl.DataFrame({"leistungsort": sorted(gemeinden)}, schema={"leistungsort": pl.String}), how="cross"
    )
    wuerfel = raster.join(wahr, on=["stichtag", "leistungsort"], how="left").select(
        "stichtag", pl.lit(NICHT_ERHOBEN).alias("herkunft"), "leistungsort", wert=pl.col("anzahl").fill_null(0)
    )
    angaben = Schutzangaben(
        k=OEFFENTLICH,
        c=0,
        eckwerte_exakt=True,
        gemeinden=tuple(gemeinden),
        weitere=(),
        raeume={},
        raumprinzipien=(Raumprinzip.LEISTUNGSORT.value,),
    )
    return Wuerfel.validate(wuerfel, cast=True), angaben
