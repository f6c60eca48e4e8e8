"""What several commands take: their options, and the region somebody named."""

from typing import Annotated

import typer

from analysis.bestand import finde_region
from commands.ausgabe import lehne_ab
from models.tabellen import Region

Json = Annotated[bool, typer.Option("--json", help="Ergebnis als JSON für Programme.")]
RegionOption = Annotated[str, typer.Option(help="Region: Kürzel (kreis-unna), Kreis (05978) oder Land (05).")]


def region_oder_ende(region: str, als_json: bool) -> Region:
    """The region that was named; end with code 1 and the reason if it is not here."""
    gefunden = finde_region(region)
    if gefunden is None:
        lehne_ab(f"Die Region „{region}“ gibt es hier nicht.", als_json)
    return gefunden
