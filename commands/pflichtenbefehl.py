"""`cli.py duties`: how the duties of a region stand on a day (Contract), as objects or as lines to read."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from analysis.gremien.bestand import lade
from analysis.pflichten.stand import Sicht, nach_aussen, nach_innen
from analysis.pflichten.urteil import pflichtstaende
from commands.ausgabe import drucke, lehne_ab, schreibe
from commands.optionen import Json, RegionOption, region_oder_ende
from presentation.exports.kalender import kalender
from presentation.texts.pflichtworte import statuswort
from presentation.texts.zahlen import datum


def duties(
    region: RegionOption,
    stand: Annotated[
        str, typer.Option(metavar="TAG", help="Der Tag, auf den geschaut wird (JJJJ-MM-TT). Ohne Angabe: heute.")
    ] = "",
    aussen: Annotated[
        bool, typer.Option("--aussen", help="Nur, was ohne Schreibrecht zu sehen ist: Nicht Freigegebenes ist leer.")
    ] = False,
    ical: Annotated[
        Path | None,
        typer.Option("--ical", metavar="DATEI", help="Schreibt stattdessen die Fristen ab diesem Tag als Kalender."),
    ] = None,
    als_json: Json = False,
) -> None:
    """Zeigt, wie die Pflichten einer Region an einem Tag stehen, und was es belegt."""
    tag = _tag(stand, als_json)
    gefunden = region_oder_ende(region, als_json)
    bestand = lade(gefunden.slug)
    staende = pflichtstaende(bestand, tag)
    if ical is not None:
        jetzt, bis = datetime.now().astimezone(), date(tag.year + 1, 12, 31)
        innen = not aussen
        schreibe(ical, kalender(bestand, staende, gefunden.name, tag, bis, jetzt, schreibt=innen, stand=tag))
        return
    sichten = (nach_aussen if aussen else nach_innen)(staende)
    kopf = f"Pflichten in {gefunden.name}, Stand {datum(tag)}"
    drucke([_als_objekt(s) for s in sichten], als_json, _als_text(kopf, sichten))


def _tag(stand: str, als_json: bool) -> date:
    if not stand:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(stand)
    except ValueError:
        lehne_ab(
            f"„{stand}“ ist kein Tag in der Form JJJJ-MM-TT. Bitte zum Beispiel --stand 2025-04-30 angeben.", als_json
        )


def _als_objekt(sicht: Sicht) -> dict[str, str | None]:
    return {
        "rule": sicht.pflicht.rule,
        "instanz": sicht.instanz,
        "status": sicht.status and str(sicht.status),
        "due": sicht.faellig.isoformat() if sicht.faellig else None,
        "evidence": sicht.beleg,
    }


def _als_text(kopf: str, sichten: Iterable[Sicht]) -> str:
    zeilen, jahr = [kopf], 0
    for sicht in sichten:
        if sicht.jahr != jahr:
            jahr = sicht.jahr
            zeilen += ["", str(jahr)]
        zeilen.append("  " + " · ".join(_teile(sicht)))
        zeilen.append(f"      {sicht.beleg}")
    if len(zeilen) == 1:
        zeilen.append("Für diese Region sind keine Pflichten eingetragen.")
    return "\n".join(zeilen)


def _teile(sicht: Sicht) -> list[str]:
    pflicht = sicht.pflicht
    frist = [f"bis {datum(sicht.faellig)}"] if sicht.faellig else []
    return [
        pflicht.rule,
        pflicht.titel,
        pflicht.klausel,
        sicht.instanz,
        *frist,
        statuswort(sicht.status),
    ]
