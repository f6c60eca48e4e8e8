"""The command `bench`: what the rounding reaches, on invented numbers; how long files take."""

from typing import Annotated

import typer

from commands import ausgabe, bench, benchexporte
from commands.ausfuhr import AusfuhrAbgelehnt
from commands.optionen import Json

ARTEN = ("geheimhaltung", "exporte")


def messen(
    was: Annotated[str, typer.Argument(metavar="WAS", help=f"{' oder '.join(ARTEN)}.")] = "geheimhaltung",
    nrw: Annotated[bool, typer.Option("--nrw", help="Auch ein ganzes Land rechnen (einige Minuten).")] = False,
    region: Annotated[str, typer.Option(help="Region, an der die Dateien gemessen werden.")] = "kreis-unna",
    nur: Annotated[list[str] | None, typer.Option(help=f"Nur diese Datei: {', '.join(benchexporte.DATEIEN)}.")] = None,
    als_json: Json = False,
) -> None:
    """Misst die Rundung an ihren Messlatten und neben anderen Verfahren, oder wie lange Dateien brauchen."""
    if was not in ARTEN:
        raise typer.BadParameter(f"„{was}“ gibt es nicht. Möglich sind: {', '.join(ARTEN)}.")
    if was == "exporte":
        if falsche := [n for n in nur or () if n not in benchexporte.DATEIEN]:
            raise typer.BadParameter(f"„{falsche[0]}“ gibt es nicht. Möglich sind: {', '.join(benchexporte.DATEIEN)}.")
        try:
            gemessen = benchexporte.miss(ausgabe.melde, region, was=tuple(nur or ()))
        except AusfuhrAbgelehnt as grund:
            ausgabe.lehne_ab(str(grund), als_json)
        ausgabe.drucke(gemessen.als_objekt(), als_json, benchexporte.als_text(gemessen))
        return
    with ausgabe.stdout_nur_fuer_das_ergebnis():
        ergebnis = bench.miss(ausgabe.melde, nrw=nrw)
    ausgabe.drucke(ergebnis.als_objekt(), als_json, bench.als_text(ergebnis))
    raise typer.Exit(ausgabe.ENDE_JE_STATUS["ok" if ergebnis.bestanden else "abgelehnt"])
