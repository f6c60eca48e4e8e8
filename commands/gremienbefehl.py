"""The commands `gremien`: the shipped register into an installation without it, and everything out into files."""

from datetime import datetime
from typing import Annotated

import typer

from commands.ausgabe import drucke, lehne_ab
from commands.gremienausfuhr import exportieren
from commands.optionen import Json, region_oder_ende
from data_access import abfragen
from data_access.gremien import mitgeliefert
from data_access.gremien.buch import GremienAbgelehnt
from data_access.schreibrecht import der_kommandozeile

gremien = typer.Typer(help="Angaben zu Gremien, Sitzungen und Empfehlungen.", no_args_is_help=True)


@gremien.callback()
def gruppe() -> None:
    """Angaben zu Gremien, Sitzungen und Empfehlungen."""


@gremien.command("laden")
def laden(
    region: Annotated[str | None, typer.Option(help="Nur diese Region, zum Beispiel kreis-unna.")] = None,
    als_json: Json = False,
) -> None:
    """Liest das mitgelieferte Register der Gremien ein; in der Vorführung auch die synthetischen Sitzungen.

    Was schon da ist, bleibt. Eigene Änderungen an mitgelieferten Angaben werden ersetzt; das lässt sich zurücknehmen.
    """
    gewaehlte = [region_oder_ende(region, als_json)] if region else abfragen.regionen()
    recht, jetzt, geaendert = der_kommandozeile(), datetime.now().astimezone(), {}
    for eine in gewaehlte:
        if not mitgeliefert.hat_register(eine.slug):
            if region:
                lehne_ab(
                    f"Für {eine.name} wird kein Register mitgeliefert. Sie können es auf der Seite „Gremien“ eintragen "
                    "oder aus Dateien einlesen.",
                    als_json,
                )
            continue
        try:
            geaendert[eine.slug] = mitgeliefert.lade_register(recht, eine.slug, jetzt)
            if eine.synthetisch:
                geaendert[eine.slug] += mitgeliefert.lade_sitzungen(recht, eine.slug, jetzt)
        except GremienAbgelehnt as grund:
            lehne_ab(str(grund), als_json)
    drucke({"status": "ok", "geaendert": geaendert}, als_json, "\n".join(map(_satz, geaendert.items())) or _NICHTS)


gremien.command("export")(exportieren)

_NICHTS = "Für keine Region dieser Installation wird ein Register mitgeliefert."


def _satz(paar: tuple[str, int]) -> str:
    region, zahl = paar
    return f"{region}: {zahl} Angaben eingelesen." if zahl else f"{region}: Es war schon alles da."
