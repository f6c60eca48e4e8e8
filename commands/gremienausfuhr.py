"""`cli.py gremien export`: everything entered about the Gremien of a region, in files that can be read again."""

from pathlib import Path
from typing import Annotated

import typer

from commands.ausgabe import lehne_ab, schreibe
from commands.optionen import RegionOption, region_oder_ende
from data_access.gremien.lesen import lies
from models.gremienformate import FORMATE
from presentation.exports.gremientafeln import DATEIFORMATE, als_datei


def exportieren(
    region: RegionOption,
    out: Annotated[Path, typer.Option("--out", metavar="DATEI", help="Wohin geschrieben wird.")],
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help=f"{', '.join(FORMATE)}. Ohne KIND: alle in einer Arbeitsmappe.")
    ] = "",
    format_: Annotated[str, typer.Option("--format", help=" | ".join(DATEIFORMATE))] = "",
) -> None:
    """Schreibt, was über die Gremien einer Region erfasst ist; die Dateien lassen sich wieder einlesen."""
    gewaehlt = format_ or ("csv" if kind else "xlsx")
    if kind and kind not in FORMATE:
        raise typer.BadParameter(f"„{kind}“ gibt es nicht. Möglich sind: {', '.join(FORMATE)}.")
    if gewaehlt not in DATEIFORMATE:
        raise typer.BadParameter(f"„{gewaehlt}“ gibt es nicht. Möglich sind: {', '.join(DATEIFORMATE)}.")
    if not kind and gewaehlt != "xlsx":
        raise typer.BadParameter("Eine CSV-Datei enthält nur eine Art. Bitte KIND angeben oder --format xlsx.")
    gefunden = region_oder_ende(region, als_json=False)
    eingetragen = lies(gefunden.slug)
    if eingetragen.leer:
        lehne_ab(f"Über die Gremien von {gefunden.name} ist noch nichts erfasst.")
    schreibe(out, als_datei([kind] if kind else list(FORMATE), eingetragen, gewaehlt, gefunden.name))
