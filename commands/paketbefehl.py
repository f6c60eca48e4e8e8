"""The part of `release` that writes the signed protected cube."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands import ausgabe, paket
from data_access import signatur
from models.tabellen import Freigabe, Region

PaketOption = Annotated[
    Path | None,
    typer.Option("--paket", metavar="DATEI", help="Dazu ein unterschriebenes Paket der geschützten Zahlen schreiben."),
]
AbsenderOption = Annotated[
    str | None, typer.Option(help="Name, unter dem das Paket unterschrieben wird; ohne Angabe der Träger der Region.")
]


def pruefe_ziel(ziel: Path | None, als_json: bool) -> None:
    """Refuse a place that cannot hold the file before anything is published."""
    if ziel is not None and (not ziel.parent.is_dir() or ziel.is_dir()):
        grund = f"{ziel} kann nicht geschrieben werden. Bitte eine Datei in einem Ordner nennen, den es gibt."
        ausgabe.lehne_ab(grund, als_json)


def schreibe(
    ziel: Path | None, region: Region, freigaben: Sequence[Freigabe], absender: str | None, als_json: bool
) -> dict[str, object]:
    """Write the package of these Freigaben, if one is wanted; what to add to the object that is printed."""
    if ziel is None:
        return {}
    name = (absender or "").strip() or paket.absendername(region)
    try:
        inhalt = paket.baue(region, freigaben, name, datetime.now().astimezone())
    except paket.PaketAbgelehnt as grund:
        ausgabe.lehne_ab(f"Veröffentlicht ist; das Paket wurde nicht geschrieben. {grund}", als_json)
    ausgabe.schreibe(ziel, inhalt)
    abdruck = signatur.fingerabdruck(signatur.oeffentlicher_schluessel())
    return {"paket": str(ziel), "absender": name, "fingerabdruck": signatur.gruppen(abdruck)}
