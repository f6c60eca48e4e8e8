"""`report sitzungsmappe`: the papers of a meeting as files. Nothing is frozen here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from commands.ausgabe import drucke, lehne_ab, schreibe
from commands.optionen import Json
from data_access.wuerfelspeicher import WuerfelFehlt
from presentation.exports.haende import HAENDE
from presentation.exports.sitzungsmappe import ganz, stoff
from presentation.texts import sitzungsmappe as texte

ENDUNGEN: Final[Mapping[str, Callable[[stoff.Stoff], bytes]]] = {
    **{endung: partial(ganz.mappe, endung=endung) for endung in HAENDE},
    ".zip": ganz.archiv,
}

berichte = typer.Typer(help="Schreibt Berichte in Dateien.", no_args_is_help=True)


@berichte.callback()
def bericht() -> None:
    """Schreibt Berichte in Dateien."""


@berichte.command()
def sitzungsmappe(
    gremium: Annotated[str, typer.Option(metavar="GREMIUM", help="Kürzel des Gremiums, zum Beispiel lsp-unna.")],
    datum: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Tag der Sitzung.")],
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DATEI", help="Ziel: .docx oder .pdf für eine Datei, .zip für alle Teile einzeln."
        ),
    ],
    region: Annotated[str, typer.Option(help="Region des Gremiums, zum Beispiel kreis-unna.")] = "",
    als_json: Json = False,
) -> None:
    """Schreibt Einladung, Tagesordnung, Datenblätter und Rücklauf einer Sitzung; danach auch Protokoll und Vorlagen."""
    baue = ENDUNGEN.get(out.suffix.lower())
    if baue is None:
        raise typer.BadParameter(f"„{out.name}“ muss auf .docx, .pdf oder .zip enden.")
    try:
        alles = stoff.lade(gremium, datum.date(), datetime.now().astimezone(), region)
        inhalt = baue(alles)
    except (stoff.MappeAbgelehnt, WuerfelFehlt) as grund:
        lehne_ab(str(grund), als_json)
    schreibe(out, inhalt)
    gezeigt = [t.name for t in ganz.teile(alles) if t.in_der_mappe or out.suffix.lower() == ".zip"]
    objekt = {
        "status": "ok",
        "datei": str(out),
        "sitzung": alles.kennung,
        "teile": gezeigt,
        "datenstand": alles.stand.vom.isoformat() if alles.stand.vom else None,
        "freigaben": {f.grundzahl: f.id for f in alles.stand.freigaben},
        "zurueckgezogen": {g: tag.isoformat() for g, tag in alles.stand.zurueckgezogen.items()},
        "fehlt": [str(f) for f in alles.papiere.fehlend],
        "synthetisch": alles.papiere.synthetisch or alles.zahlen_synthetisch,
    }
    saetze = [f"{out} ist geschrieben: {len(gezeigt)} Teile.", f"{texte.standtitel(alles.stand)}."]
    saetze += [satz for satz in (texte.zurueckgezogen(alles.stand.zurueckgezogen),) if satz]
    saetze += [f"{texte.kopfsatz(alles.papiere)}."] if alles.papiere.fehlend else []
    drucke(objekt, als_json, "\n".join(saetze))
