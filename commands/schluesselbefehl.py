"""The command `schluessel`: the key this installation signs with, and the senders it believes."""

from typing import Annotated

import typer

from commands.ausgabe import drucke, lehne_ab
from commands.optionen import Json
from data_access import signatur, wuerfellieferung
from data_access.schreibrecht import der_kommandozeile
from presentation.texts.zahlen import datum


def schluessel(
    vergiss: Annotated[
        str | None, typer.Option(metavar="FINGERABDRUCK", help="Diesem Absender nicht mehr glauben.")
    ] = None,
    als_json: Json = False,
) -> None:
    """Zeigt den eigenen öffentlichen Schlüssel und die angenommenen Absender, oder vergisst einen."""
    bekannte = wuerfellieferung.bekannte_absender()
    if vergiss is not None:
        gemeint = next((a for a in bekannte if signatur.gleicht(vergiss, a.fingerabdruck)), None)
        if gemeint is None:
            lehne_ab(f"Es gibt keinen Absender „{vergiss[:80]}“. „cli.py schluessel“ zeigt alle.", als_json)
        wuerfellieferung.vergiss_absender(der_kommandozeile(), gemeint.fingerabdruck)
        text = f"Vergessen: {gemeint.name}. Vor dem nächsten Paket wird wieder gefragt."
        drucke({"status": "ok", "fingerabdruck": gemeint.fingerabdruck, "hinweis": text}, als_json, text)
        return
    eigener = signatur.oeffentlicher_schluessel()
    abdruck = signatur.fingerabdruck(eigener)
    objekt = {
        "schluessel": eigener,
        "fingerabdruck": abdruck,
        "anzeige": signatur.gruppen(abdruck),
        "absender": [a.model_dump(mode="json") for a in bekannte],
    }
    zeilen = [
        f"Öffentlicher Schlüssel: {eigener}",
        f"Zum Vergleichen am Telefon: {signatur.gruppen(abdruck)}",
        *(
            f"Angenommen: {a.name}, {signatur.gruppen(a.fingerabdruck)}, seit {datum(a.vertraut_seit.date())}"
            for a in bekannte
        ),
    ]
    drucke(objekt, als_json, "\n".join(zeilen))
