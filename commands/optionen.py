"""What several commands take: their options, and the region somebody named."""

from typing import Annotated
from urllib.parse import urlsplit

import typer

from analysis.bestand import finde_region
from commands.ausgabe import lehne_ab
from data_access.einstellungen import einstellungen
from models.tabellen import Region

Json = Annotated[bool, typer.Option("--json", help="Ergebnis als JSON für Programme.")]
Adresse = Annotated[
    str,
    typer.Option(
        metavar="https://…",
        help="Adresse der Installation für Links und QR-Codes; sonst SRB_ADRESSE, sonst keine.",
    ),
]
RegionOption = Annotated[str, typer.Option(help="Region: Kürzel (kreis-unna), Kreis (05978) oder Land (05).")]


def region_oder_ende(region: str, als_json: bool) -> Region:
    """The region that was named; end with code 1 and the reason if it is not here."""
    gefunden = finde_region(region)
    if gefunden is None:
        lehne_ab(f"Die Region „{region}“ gibt es hier nicht.", als_json)
    return gefunden


def basis_oder_ende(adresse: str, als_json: bool) -> str:
    """The address for links that was named, or that of the installation; empty without any. Ends with code 1."""
    basis = adresse or einstellungen().adresse
    teile = urlsplit(basis)
    if basis and (teile.scheme not in ("http", "https") or not teile.netloc or teile.query or teile.fragment):
        lehne_ab(
            f"„{basis}“ ist keine Adresse. Sie beginnt mit https:// oder http://, zum Beispiel https://zahlen.example.",
            als_json,
        )
    return basis
