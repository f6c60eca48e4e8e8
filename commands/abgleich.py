"""Two senders, one place: do cells of a new Lieferung count people that somebody else has delivered already?"""

from dataclasses import dataclass

import dataframely as dy
import polars as pl

from data_access.importing.altersgruppen import OFFEN, lies_altersgruppe
from models.rahmen import Rohzellen
from models.vokabular import INSGESAMT

ORT = ["grundzahl", "stichtag", "herkunft", "leistungsort"]
ZELLE = [*ORT, "altersgruppe", "geschlecht"]
"""What makes two rows of two senders the same cell."""


@dataclass(frozen=True)
class Abgleich:
    """`rest`: the new cells that nobody else delivered. `gleiche`, `ueberlappende`: how many cells another sender has
    too, in the same or in another breakdown by age and sex. `fremde`: those senders."""

    rest: dy.DataFrame[Rohzellen]
    gleiche: int
    ueberlappende: int
    fremde: tuple[str, ...]


def gleiche_ab(neu: dy.DataFrame[Rohzellen], gespeichert: dy.DataFrame[Rohzellen]) -> Abgleich:
    """Compare a new Lieferung with the stored cells of other senders.

    Cells of different breakdowns overlap only if both count somebody: a template full of zeros counts nobody twice.
    """
    gruppen = {text: lies_altersgruppe(text) for text in {*neu["altersgruppe"], *gespeichert["altersgruppe"]}}
    anfang = {text: von for text, (von, _) in gruppen.items()}
    schluss = {text: OFFEN if bis is None else bis for text, (_, bis) in gruppen.items()}

    def mit_spanne(rahmen: pl.DataFrame) -> pl.DataFrame:
        return rahmen.with_columns(
            von=pl.col("altersgruppe").replace_strict(anfang, return_dtype=pl.Int32),
            ende=pl.col("altersgruppe").replace_strict(schluss, return_dtype=pl.Int32),
        )

    gleich = (pl.col("altersgruppe") == pl.col("altersgruppe_alt")) & (pl.col("geschlecht") == pl.col("geschlecht_alt"))
    paare = (
        mit_spanne(neu)
        .join(mit_spanne(gespeichert), on=ORT, suffix="_alt")
        .filter(
            pl.col("absender") != pl.col("absender_alt"),
            (pl.col("von") <= pl.col("ende_alt")) & (pl.col("von_alt") <= pl.col("ende")),
            (pl.col("geschlecht") == pl.col("geschlecht_alt"))
            | (pl.col("geschlecht") == INSGESAMT)
            | (pl.col("geschlecht_alt") == INSGESAMT),
            gleich | ((pl.col("anzahl") > 0) & (pl.col("anzahl_alt") > 0)),
        )
        .with_columns(gleich=gleich)
    )
    doppelt = paare.filter("gleich").select(ZELLE).unique()
    return Abgleich(
        rest=Rohzellen.validate(neu.join(doppelt, on=ZELLE, how="anti"), cast=True),
        gleiche=doppelt.height,
        ueberlappende=paare.filter(~pl.col("gleich")).select(ZELLE).n_unique(),
        fremde=tuple(sorted(paare["absender_alt"].unique())),
    )
