"""The command `profile`: what is known about the layouts of senders."""

from typing import Annotated

import typer

from commands.ausgabe import drucke, lehne_ab
from commands.optionen import Json
from data_access import absenderprofile
from data_access.schreibrecht import der_kommandozeile


def profile(
    vergiss: Annotated[str | None, typer.Option(metavar="FINGERABDRUCK", help="Dieses Profil vergessen.")] = None,
    als_json: Json = False,
) -> None:
    """Listet, was über den Aufbau von Dateien gemerkt ist, oder vergisst es."""
    if vergiss is None:
        liste = [profil.model_dump(mode="json") for profil in absenderprofile.alle()]
        drucke(liste, als_json, "\n".join(map(_zeile, liste)) or "Noch kein Profil.")
        return
    weg = absenderprofile.vergiss(der_kommandozeile(), vergiss)
    if weg is None:
        grund = f"Es gibt nicht genau ein Profil „{vergiss[:64]}“. „cli.py profile“ zeigt alle."
        lehne_ab(grund, als_json)
    text = f"Vergessen: {weg.name}. Bei der nächsten Datei dieser Form wird wieder gefragt."
    drucke({"status": "ok", "fingerabdruck": weg.fingerabdruck, "hinweis": text}, als_json, text)


def _zeile(profil: dict[str, object]) -> str:
    antworten = profil["antworten"]
    paare = antworten.items() if isinstance(antworten, dict) else ()
    return f"{str(profil['fingerabdruck'])[:12]}  {profil['name']}: " + ", ".join(f"{k} = {w}" for k, w in paare)
