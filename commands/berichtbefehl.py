"""`report`: the papers of a meeting, Steckbriefe and Konferenzbericht as files. Nothing is frozen here."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from analysis.bestand import Bestand
from analysis.gebietswahl import Ort, orte, stichtage
from analysis.messen import Gedaechtnis
from commands.ausgabe import drucke, lehne_ab, melde, schreibe
from commands.optionen import Adresse, Json, RegionOption, basis_oder_ende, region_oder_ende
from data_access.wuerfelspeicher import WuerfelFehlt
from presentation.ansichten.verzeichnis import lade_bestand
from presentation.exports.berichte import ganz as berichtsdateien
from presentation.exports.haende import HAENDE, PDF
from presentation.exports.sitzungsmappe import ganz, stoff
from presentation.texts import sitzungsmappe as texte

ZIP: Final = ".zip"
Ziel = Annotated[Path, typer.Option("--out", metavar="DATEI", help="Ziel: .pdf oder .docx.")]
ZielOderZip = Annotated[
    Path, typer.Option("--out", metavar="DATEI", help="Ziel: .pdf oder .docx für eine Datei, .zip für je eine PDF.")
]
ENDUNGEN: Final[Mapping[str, Callable[[stoff.Stoff], bytes]]] = {
    **{endung: partial(ganz.mappe, endung=endung) for endung in HAENDE},
    ZIP: ganz.archiv,
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
    baue = ENDUNGEN[endung := _endung(out, tuple(ENDUNGEN))]
    try:
        alles = stoff.lade(gremium, datum.date(), datetime.now().astimezone(), region)
        inhalt = baue(alles)
    except (stoff.MappeAbgelehnt, WuerfelFehlt) as grund:
        lehne_ab(str(grund), als_json)
    schreibe(out, inhalt)
    gezeigt = [t.name for t in ganz.teile(alles) if t.in_der_mappe or endung == ZIP]
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


@berichte.command()
def steckbrief(
    region: RegionOption,
    out: ZielOderZip,
    gebiet: Annotated[
        list[str] | None, typer.Option(metavar="GEBIET", help="Name oder Schlüssel eines Gebiets; mehrfach möglich.")
    ] = None,
    ebene: Annotated[str, typer.Option(help="Alle Gebiete einer Ebene: kreis, planungsraum oder gemeinde.")] = "",
    jahr: Annotated[int | None, typer.Option(help="Jahr des Stichtags, sonst der neueste.")] = None,
    adresse: Adresse = "",
    als_json: Json = False,
) -> None:
    """Schreibt den Steckbrief eines Gebiets oder mehrerer: Bevölkerung, Lage, vier Themen, Vergleich, Quellen."""
    endung = _endung(out, (*HAENDE, ZIP))
    bestand = _bestand(region, als_json)
    gewaehlt = _orte(bestand, gebiet or [], ebene, als_json)
    tag = _stichtag(bestand, jahr, als_json)
    baue = berichtsdateien.einzeln if endung == ZIP else berichtsdateien.steckbrief
    inhalt = baue(
        bestand,
        gewaehlt,
        datetime.now().astimezone(),
        basis_oder_ende(adresse, als_json),
        Gedaechtnis(),
        PDF if endung == ZIP else endung,
        _melde,
        tag,
    )
    schreibe(out, inhalt)
    namen = [ort.name for ort in gewaehlt]
    _drucke(bestand, out, {"gebiete": namen, "stichtag": tag.isoformat() if tag else None}, als_json)


@berichte.command()
def konferenz(
    region: RegionOption,
    out: Ziel,
    mit_steckbriefen: Annotated[
        bool, typer.Option("--mit-steckbriefen", help="Hängt den Steckbrief jedes Planungsraums an.")
    ] = False,
    adresse: Adresse = "",
    als_json: Json = False,
) -> None:
    """Schreibt den Konferenzbericht einer Region: Zahlen, Karten, Gremien, Empfehlungen, Fristen, Beteiligung."""
    endung = _endung(out, tuple(HAENDE))
    bestand = _bestand(region, als_json)
    if mit_steckbriefen and not berichtsdateien.planungsraeume(bestand):
        lehne_ab(f"{bestand.region.name} hat keine Planungsräume. Bitte ohne --mit-steckbriefen aufrufen.", als_json)
    jetzt = datetime.now().astimezone()
    basis = basis_oder_ende(adresse, als_json)
    inhalt = berichtsdateien.konferenz(bestand, jetzt, basis, Gedaechtnis(), endung, _melde, mit_steckbriefen)
    schreibe(out, inhalt)
    _drucke(bestand, out, {"mit_steckbriefen": mit_steckbriefen}, als_json)


def _endung(out: Path, erlaubt: tuple[str, ...]) -> str:
    endung = out.suffix.lower()
    if endung not in erlaubt:
        raise typer.BadParameter(f"„{out.name}“ muss auf {', '.join(erlaubt[:-1])} oder {erlaubt[-1]} enden.")
    return endung


def _bestand(region: str, als_json: bool) -> Bestand:
    gefunden = region_oder_ende(region, als_json)
    try:
        return lade_bestand(gefunden)
    except WuerfelFehlt as grund:
        lehne_ab(str(grund), als_json)


def _orte(bestand: Bestand, genannt: list[str], ebene: str, als_json: bool) -> list[Ort]:
    """The areas that were named, or all of a level; without either the whole of the region."""
    alle = orte(bestand, bestand.region.haupteinteilung_id or "")
    ebenen = list(dict.fromkeys(ort.ebene for ort in alle))
    if genannt and ebene:
        lehne_ab("Bitte entweder --gebiet oder --ebene angeben.", als_json)
    if ebene:
        if ebene not in ebenen:
            lehne_ab(f"Die Ebene „{ebene}“ gibt es hier nicht. Möglich sind: {', '.join(ebenen)}.", als_json)
        return [ort for ort in alle if ort.ebene == ebene]
    je = {ort.name: ort for ort in reversed(alle)} | {ort.gebiet: ort for ort in alle}
    for gebiet in genannt:
        if gebiet not in je:
            namen = ", ".join(ort.name for ort in alle)
            lehne_ab(f"Das Gebiet „{gebiet}“ gibt es in {bestand.region.name} nicht. Möglich sind: {namen}.", als_json)
    return list(dict.fromkeys(je[gebiet] for gebiet in genannt)) or [alle[0]]


def _stichtag(bestand: Bestand, jahr: int | None, als_json: bool) -> date | None:
    if jahr is None:
        return berichtsdateien.neuester(bestand)
    alle = stichtage(bestand)
    tage = [tag for tag in alle if tag.year == jahr]
    if not tage:
        jahre = ", ".join(str(j) for j in sorted({tag.year for tag in alle}))
        moeglich = f"Möglich sind: {jahre}." if jahre else "Es sind keine Fallzahlen veröffentlicht."
        lehne_ab(f"Für {jahr} gibt es in {bestand.region.name} keinen Stichtag. {moeglich}", als_json)
    return tage[-1]


def _melde(fertig: int, von: int, was: str) -> None:
    melde({"fertig": fertig, "von": von, "was": was})


def _drucke(bestand: Bestand, out: Path, mehr: dict[str, object], als_json: bool) -> None:
    objekt = {
        "status": "ok",
        "datei": str(out),
        "region": bestand.region.slug,
        **mehr,
        "freigaben": {g: v.freigabe.id for g, v in bestand.veroeffentlicht.items()},
        "synthetisch": bestand.synthetisch,
    }
    drucke(objekt, als_json, f"{out} ist geschrieben.")
