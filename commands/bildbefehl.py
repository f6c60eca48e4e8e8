"""`bild`: one view as a file in any of the formats, from a Kennzahl or from the link of a page."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from analysis.messen import Gedaechtnis
from commands import ansicht
from commands.ansicht import AnsichtAbgelehnt, Gefunden
from commands.ausfuhr import AusfuhrAbgelehnt
from commands.ausgabe import drucke, lehne_ab, schreibe
from commands.optionen import Adresse, Json, basis_oder_ende
from data_access.wuerfelspeicher import WuerfelFehlt
from presentation.ansichten import kennzahl as ansichten
from presentation.charts.diagramm import alternative
from presentation.exports import bogendatei
from presentation.exports.bogendatei import FORMATE
from presentation.exports.umstand import Umstand

MASCHINELL: Final = "csv"
"""What an ending .csv means here, as with `export`; CSV for Excel is asked for by its name."""


def bild(
    out: Annotated[
        Path, typer.Option("--out", metavar="DATEI|ORDNER", help="Ziel; in einem Ordner mit sprechendem Namen.")
    ],
    kennzahl: Annotated[str, typer.Argument(metavar="KENNZAHL", help="Kennzahl oder Code, zum Beispiel W4.")] = "",
    region: Annotated[str, typer.Option(help="Region: Kürzel (kreis-unna), Kreis (05978) oder Land (05).")] = "",
    ebene: Annotated[str, typer.Option(help="land, kreis, planungsraum oder gemeinde.")] = "",
    gebiet: Annotated[list[str] | None, typer.Option(help="Schlüssel des Gebiets, zum Beispiel 05978004.")] = None,
    jahr: Annotated[int | None, typer.Option(help="Jahr; ohne Angabe das neueste mit Zahlen.")] = None,
    stichtag: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Stichtag statt eines Jahres.")
    ] = None,
    raumprinzip: Annotated[str, typer.Option(help="herkunft oder leistungsort.")] = "",
    einteilung: Annotated[str, typer.Option(metavar="ID", help="Gespeicherte Einteilung in Planungsräume.")] = "",
    art: Annotated[str, typer.Option(help=f"{' | '.join(ansicht.arten())}; ohne Angabe der Verlauf.")] = "",
    format_: Annotated[str, typer.Option("--format", help=f"{' | '.join(FORMATE)}; sonst nach der Endung.")] = "",
    link: Annotated[str, typer.Option(help="Link einer Seite statt KENNZAHL; --art nennt die Ansicht.")] = "",
    adresse: Adresse = "",
    als_json: Json = False,
) -> None:
    """Schreibt eine Ansicht in eine Datei: Bild, Folie, Word, PDF oder Tabelle."""
    jetzt = datetime.now().astimezone()
    try:
        art_der_datei = _format(format_, out)
        basis = basis_oder_ende(adresse, als_json)
        if jahr is not None and stichtag is not None:
            raise typer.BadParameter("Bitte entweder --jahr oder --stichtag angeben, nicht beides.")
        angaben = {
            "ebene": [ebene] if ebene else [],
            "gebiet": list(gebiet or ()),
            "jahr": [str(jahr)] if jahr is not None else [],
            "stichtag": [stichtag.date().isoformat()] if stichtag else [],
            "raumprinzip": [raumprinzip] if raumprinzip else [],
            "einteilung": [einteilung] if einteilung else [],
        }
        if link and (kennzahl or region or any(angaben.values())):
            raise AnsichtAbgelehnt("Der Link sagt schon, was gezeigt wird. Bitte dazu nur --art angeben.")
        gefragt = (
            ansicht.aus_link(link, art)
            if link
            else ansicht.aus_kennzahl(kennzahl, region, art or ansichten.VERLAUF, angaben)
        )
        gefunden = ansicht.finde(gefragt, Gedaechtnis(), jetzt.date())
        inhalt = FORMATE[art_der_datei].schreibe(gefunden.bogen, Umstand(jetzt, basis))
    except (AnsichtAbgelehnt, AusfuhrAbgelehnt, WuerfelFehlt) as grund:
        lehne_ab(str(grund), als_json)
    ziel = out / bogendatei.name(gefunden.bogen, art_der_datei) if out.is_dir() else out
    schreibe(ziel, inhalt)
    saetze = [f"{ziel} ist geschrieben.", f"{gefunden.bogen.befund}.", *gefunden.hinweise]
    drucke(_als_objekt(gefunden, ziel, art_der_datei, basis), als_json, "\n".join(saetze))


def _format(genannt: str, out: Path) -> str:
    """The format by its name or by the ending of the file; both must agree."""
    endung = out.suffix.lower()
    if genannt and genannt not in FORMATE:
        raise typer.BadParameter(f"Das Format „{genannt}“ gibt es nicht. Möglich sind: {', '.join(FORMATE)}.")
    if genannt and not out.is_dir() and endung != FORMATE[genannt].endung:
        raise typer.BadParameter(f"„{out.name}“ muss auf {FORMATE[genannt].endung} enden, denn --format ist {genannt}.")
    passende = [name for name, f in FORMATE.items() if f.endung == endung]
    if genannt or MASCHINELL in passende:
        return genannt or MASCHINELL
    if out.is_dir():
        raise typer.BadParameter(f"Für den Ordner {out} bitte das Format sagen: --format {' | '.join(FORMATE)}.")
    if not passende:
        endungen = ", ".join(dict.fromkeys(f.endung for f in FORMATE.values()))
        raise typer.BadParameter(f"„{out.name}“ hat keine Endung, die es hier gibt. Möglich sind: {endungen}.")
    return passende[0]


def _als_objekt(gefunden: Gefunden, ziel: Path, format_: str, basis: str) -> dict[str, Any]:
    """For programs: what was written, and what it says."""
    bogen = gefunden.bogen
    return {
        "status": "ok",
        "datei": str(ziel),
        "format": format_,
        "art": bogen.art,
        "befund": bogen.befund,
        "unterzeile": bogen.unterzeile,
        "stand": next((text for name, text in bogen.fuss if name == "Stand"), None),
        "alt": alternative(bogen.diagramme("druck")),
        "link": bogen.stelle.adresse(basis),
        "synthetisch": bogen.synthetisch,
        "hinweise": list(gefunden.hinweise),
    }
