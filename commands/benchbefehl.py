"""The command `bench`: what the rounding reaches, on invented numbers."""

from typing import Annotated

import typer

from commands import ausgabe, bench
from commands.optionen import Json


def messen(
    was: Annotated[str, typer.Argument(metavar="WAS", help="geheimhaltung.")] = "geheimhaltung",
    nrw: Annotated[bool, typer.Option("--nrw", help="Auch ein ganzes Land rechnen (einige Minuten).")] = False,
    als_json: Json = False,
) -> None:
    """Misst die Rundung an ihren Messlatten und neben anderen Verfahren, an erfundenen Zahlen."""
    if was != "geheimhaltung":
        raise typer.BadParameter(f"„{was}“ gibt es nicht. Möglich ist: geheimhaltung.")
    with ausgabe.stdout_nur_fuer_das_ergebnis():
        ergebnis = bench.miss(ausgabe.melde, nrw=nrw)
    ausgabe.drucke(ergebnis.als_objekt(), als_json, bench.als_text(ergebnis))
    raise typer.Exit(ausgabe.ENDE_JE_STATUS["ok" if ergebnis.bestanden else "abgelehnt"])
