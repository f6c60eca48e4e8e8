"""The commands `regeln` and `regel`: which rules of protection hold, and deciding otherwise."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any

import typer

from analysis import schutzregeln
from analysis.geheimhaltung.regeln import ALLE
from analysis.schutzregeln import RegelAbgelehnt, Wunsch
from commands.ausgabe import drucke, lehne_ab
from commands.optionen import Json, region_oder_ende
from commands.vorschau import KEINE
from data_access.schreibrecht import der_kommandozeile
from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import Regel
from presentation.texts import schutzregeln as texte

TAGE = ["%Y-%m-%d", "%d.%m.%Y"]


def regeln(
    region: Annotated[str, typer.Option(help="Region; ohne Angabe, was ohne Entscheidung einer Region gilt.")] = ALLE,
    als_json: Json = False,
) -> None:
    """Listet die Regeln des Schutzes: was gilt, wer es wann warum entschieden hat."""
    slug = _slug(region, als_json)
    gueltige = schutzregeln.regeln(slug)
    objekt = {
        "status": "ok",
        "region": slug,
        "regeln": [_objekt(regel) for regel in gueltige.values()],
        "fuer_alle": texte.fuer_alle(),
        "verlauf": [e.model_dump(mode="json") for e in schutzregeln.verlauf(slug)],
    }
    drucke(objekt, als_json, "\n".join([*map(_zeile, gueltige.values()), "", *texte.fuer_alle()]))


def regel(
    grundzahl: Annotated[str, typer.Argument(metavar="GRUNDZAHL", help="Zum Beispiel lb_bwf.")],
    region: Annotated[str, typer.Option(help="Region, oder * für alle.")],
    von: Annotated[str, typer.Option(metavar="STELLE", help="Welche Stelle entschieden hat, ohne Namen von Personen.")],
    grund: Annotated[str, typer.Option(metavar="TEXT", help="Warum.")],
    am: Annotated[datetime | None, typer.Option(metavar="DATUM", formats=TAGE, help="Tag der Entscheidung.")] = None,
    k: Annotated[int | None, typer.Option("--k", help="Kleinste erkennbare Zahl; nur strenger als bisher.")] = None,
    nach: Annotated[
        str | None, typer.Option(metavar="MERKMAL,…|keine", help="Erlaubte Gliederungen: altersgruppe, geschlecht.")
    ] = None,
    mindestnenner: Annotated[int | None, typer.Option(help="Keine Quote über weniger Einwohner.")] = None,
    aufheben: Annotated[bool, typer.Option("--aufheben", help="Die gültige Entscheidung aufheben.")] = False,
    als_json: Json = False,
) -> None:
    """Entscheidet eine Regel des Schutzes für eine Region oder hebt eine Entscheidung auf."""
    if aufheben and any(angabe is not None for angabe in (k, nach, mindestnenner, am)):
        raise typer.BadParameter(
            "„--aufheben“ gilt ab jetzt und verträgt sich nicht mit anderen Angaben als --von und --grund."
        )
    if not aufheben and am is None:
        raise typer.BadParameter("Bitte mit „--am“ den Tag der Entscheidung angeben, zum Beispiel 2025-03-01.")
    slug, recht, jetzt = _slug(region, als_json), der_kommandozeile(), datetime.now().astimezone()
    try:
        if aufheben:
            eintrag = schutzregeln.hebe_auf(recht, slug, grundzahl, von, grund, jetzt)
        else:
            tag = am.date() if am else jetzt.date()
            wunsch = Wunsch(grundzahl, slug, von, tag, grund, k, _merkmale(nach), mindestnenner)
            eintrag = schutzregeln.entscheide(recht, wunsch, jetzt)
    except RegelAbgelehnt as abgelehnt:
        lehne_ab(str(abgelehnt), als_json)
    gilt = schutzregeln.regeln(slug)[grundzahl]
    text = f"{'Aufgehoben' if aufheben else 'Eingetragen'}. Jetzt gilt: {_zeile(gilt)}"
    drucke({"status": "ok", "entscheidung": eintrag.id, "regel": _objekt(gilt)}, als_json, text)


def _slug(region: str, als_json: bool) -> str:
    return ALLE if region == ALLE else region_oder_ende(region, als_json).slug


def _merkmale(nach: str | None) -> tuple[str, ...] | None:
    if nach is None:
        return None
    return tuple(m for m in (teil.strip() for teil in nach.split(",")) if m and m != KEINE)


def _objekt(gilt: Regel) -> dict[str, Any]:
    return {name: wert.isoformat() if isinstance(wert, date) else wert for name, wert in asdict(gilt).items()}


def _zeile(gilt: Regel) -> str:
    if GRUNDZAHLEN[gilt.grundzahl].oeffentlich:
        return f"{gilt.grundzahl}: öffentlich, nicht gerundet"
    wort = texte.regelwort(gilt.k, gilt.merkmale, gilt.mindestnenner)
    zusatz = f" {gilt.zusatz}" if gilt.zusatz else ""
    return f"{gilt.grundzahl}: {wort} · {gilt.entschieden_von}, {gilt.entschieden_am:%d.%m.%Y}{zusatz}"
