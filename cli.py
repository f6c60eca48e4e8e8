"""Command line of Sozialraumblick: `cli.py --help`. Thin: every command lives in `commands/`."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
import typer.rich_utils as hilfetexte

from commands import arbeiten, ausfuhr, ausgabe, demo, einlesen, einrichten, nachpruefen
from commands.ausgabe import ENDE_JE_STATUS, befund_als_text, drucke, lehne_ab, schreibe
from commands.benchbefehl import messen
from commands.berichtbefehl import berichte
from commands.beteiligungsbefehl import beteiligung
from commands.bildbefehl import bild
from commands.freigabebefehl import NachOption, lies_merkmale, release
from commands.gremienbefehl import gremien
from commands.gremienimport import ziehe_lieferung_zurueck
from commands.optionen import Json, RegionOption, region_oder_ende
from commands.pflichtenbefehl import duties
from commands.profilbefehl import profile
from commands.regelbefehle import regel, regeln
from commands.schluesselbefehl import schluessel
from data_access import abfragen, schreiben
from data_access.importing.vorlagen import MIT_VORLAGE, vorlage
from data_access.schreibrecht import der_kommandozeile, zugangsschluessel
from models.gremienformate import FORMATE as FORMATE_DER_GREMIEN
from models.importarten import IMPORTARTEN
from models.vokabular import Lieferungsart, Raumprinzip
from presentation.exports.tabelle import FORMATE
from presentation.texts.lieferungen import artname
from presentation.texts.zahlen import datum

hilfetexte.ARGUMENTS_PANEL_TITLE = "Angaben"
hilfetexte.OPTIONS_PANEL_TITLE = "Optionen"
hilfetexte.COMMANDS_PANEL_TITLE = "Befehle"
hilfetexte.ERRORS_PANEL_TITLE = "Fehler"

app = typer.Typer(
    help="Sozialraumblick: Zahlen für die Teilhabeplanung importieren, schützen, veröffentlichen und ausgeben.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Datei = Annotated[Path, typer.Argument(metavar="DATEI", help="Pfad der Datei.", exists=True, dir_okay=False)]
Out = Annotated[Path, typer.Option("--out", metavar="DATEI", help="Wohin geschrieben wird.")]


def _antworten(paare: list[str]) -> dict[str, str]:
    if falsche := [p for p in paare if "=" not in p]:
        raise typer.BadParameter(f"„{falsche[0]}“ hat nicht die Form SCHLUESSEL=WERT.")
    return dict(p.split("=", 1) for p in paare)


app.command()(profile)
app.command("bench")(messen)
app.command()(schluessel)
app.command()(regeln)
app.command()(regel)
app.command()(duties)
app.command()(beteiligung)
app.command()(bild)
app.add_typer(gremien, name="gremien")
app.add_typer(berichte, name="report")


@app.callback()
def vorbereiten() -> None:
    """Sozialraumblick: Zahlen für die Teilhabeplanung importieren, schützen, veröffentlichen und ausgeben."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    einrichten.richte_ein()


@app.command("demo")
def demo_anlegen(
    neu: Annotated[bool, typer.Option("--neu", help="Geschützte Zahlen neu rechnen und mitliefern.")] = False,
    ohne_einwohner: Annotated[
        list[int] | None, typer.Option(metavar="JAHR", help="Ohne Einwohnerzahlen dieses Jahres (wiederholbar).")
    ] = None,
) -> None:
    """Legt die Vorführung mit synthetischen Daten in einen leeren Datenordner."""
    try:
        with ausgabe.stdout_nur_fuer_das_ergebnis():
            demo.baue(
                der_kommandozeile(), tuple(ohne_einwohner or ()), neu, lambda text: ausgabe.melde({"schritt": text})
            )
    except demo.DemoAbgelehnt as grund:
        lehne_ab(str(grund))
    typer.echo("Die Vorführung mit synthetischen Daten liegt bereit.")


@app.command()
def worker(
    once: Annotated[bool, typer.Option("--once", help="Die Warteschlange leeren und enden.")] = False,
) -> None:
    """Arbeitet die Aufträge der Seite „Daten“ ab."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    arbeiten.arbeite(der_kommandozeile(), einmal=once)


@app.command()
def inspect(datei: Datei, als_json: Json = False) -> None:
    """Beschreibt eine Datei: was sie ist, was darin steht, was nicht stimmt."""
    objekt = einlesen.beschreibe(einlesen.lade_datei(datei), datei.name).als_objekt()
    drucke(objekt, als_json, befund_als_text(objekt))
    raise typer.Exit(ENDE_JE_STATUS[str(objekt["status"])])


@app.command("import")
def importieren(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"Art der Datei: {', '.join(IMPORTARTEN)}.")],
    datei: Datei,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Nur prüfen, nichts speichern.")] = False,
    als_json: Json = False,
    stichtag: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Stichtag, falls er fehlt.")] = None,
    region: Annotated[str | None, typer.Option(help="Region der Lieferung, falls nicht eindeutig.")] = None,
    basis: Annotated[str | None, typer.Option(help="Grundlage der Einwohnerzahlen, zum Beispiel zensus2022.")] = None,
    antwort: Annotated[
        list[str] | None, typer.Option(metavar="SCHLUESSEL=WERT", help="Antwort auf eine Rückfrage (wiederholbar).")
    ] = None,
) -> None:
    """Importiert eine Lieferung ganz oder gar nicht."""
    if kind not in IMPORTARTEN:
        raise typer.BadParameter(f"„{kind}“ gibt es nicht. Möglich sind: {', '.join(IMPORTARTEN)}.")
    auftrag = einlesen.Importauftrag(
        kind,
        einlesen.lade_datei(datei),
        datei.name,
        region=region,
        stichtag=stichtag.date() if stichtag else None,
        basis=basis,
        antworten=_antworten(antwort or []),
    )
    if dry_run:
        ergebnis = einlesen.Importergebnis(einlesen.pruefe(auftrag)[0].befund)
    else:
        ergebnis = einlesen.importiere(der_kommandozeile(), auftrag, datetime.now().astimezone())
    objekt = ergebnis.befund.als_objekt()
    text = befund_als_text(objekt)
    if ergebnis.lieferung is not None:
        objekt |= {"lieferung": ergebnis.lieferung.id, "unveraendert": ergebnis.unveraendert}
        text += (
            f"\nDiese Datei ist schon gespeichert (Lieferung {ergebnis.lieferung.id}). Es wurde nichts geändert."
            if ergebnis.unveraendert
            else f"\nGespeichert als Lieferung {ergebnis.lieferung.id}."
        )
    elif ergebnis.unveraendert:
        objekt |= {"lieferung": None, "unveraendert": True}
        text += "\nAlles darin ist schon erfasst. Es wurde nichts geändert."
    drucke(objekt, als_json, text)
    raise typer.Exit(ENDE_JE_STATUS[str(objekt["status"])])


@app.command()
def deliveries(als_json: Json = False) -> None:
    """Listet die Lieferungen, die neueste zuerst."""
    liste = [lieferung.model_dump(mode="json") for lieferung in abfragen.lieferungen()]
    zeilen = [
        f"{z['id']}  {artname(z['art']):<13} {z['stand']:<15} "
        f"{z['absender']} · {z['datei']} · {', '.join(z['stichtage'])}"
        for z in liste
    ]
    drucke(liste, als_json, "\n".join(zeilen) or "Noch keine Lieferung.")


@app.command()
def retract(lieferung: Annotated[str, typer.Argument(metavar="ID")], als_json: Json = False) -> None:
    """Zieht eine Lieferung zurück."""
    try:
        weg = ziehe_lieferung_zurueck(der_kommandozeile(), lieferung, datetime.now().astimezone())
    except schreiben.NichtGefunden as grund:
        lehne_ab(str(grund), als_json)
    text = f"Die Lieferung {weg.datei} ist zurückgezogen."
    if weg.art == "fallzahlen":
        text += " Veröffentlichte Zahlen bleiben stehen, bis die Freigabe erneuert oder zurückgezogen wird."
    elif weg.art in FORMATE_DER_GREMIEN:
        text += " Die Gremien stehen wieder so da wie vorher; der Verlauf zeigt beides."
    elif weg.art == Lieferungsart.WUERFEL:
        text += " Ihre Freigaben sind mit zurückgezogen: Die Zahlen verschwinden sofort von allen Seiten."
    drucke({"status": "ok", "lieferung": weg.id, "hinweis": text}, als_json, text)


app.command()(release)


@app.command()
def releases(
    region: Annotated[str | None, typer.Option(help="Nur diese Region.")] = None, als_json: Json = False
) -> None:
    """Listet die Freigaben, die neueste zuerst."""
    gewaehlt = region_oder_ende(region, als_json) if region else None
    liste = [f.model_dump(mode="json") for f in abfragen.alle_freigaben(gewaehlt.slug if gewaehlt else None)]
    zeilen = [
        f"{z['id']}  {z['region_slug']} {z['grundzahl']} Fassung {z['fassung']}, k = {z['k']}"
        + (" (zurückgezogen)" if z["zurueckgezogen_am"] else "")
        for z in liste
    ]
    drucke(liste, als_json, "\n".join(zeilen) or "Noch keine Freigabe.")


@app.command()
def verify(
    region: Annotated[str | None, typer.Option(help="Nur diese Region.")] = None, als_json: Json = False
) -> None:
    """Greift alles noch einmal an, was veröffentlicht ist, und sagt, ob es hält."""
    gewaehlt = region_oder_ende(region, als_json) if region else None
    with ausgabe.stdout_nur_fuer_das_ergebnis():
        objekt = nachpruefen.pruefe_veroeffentlichtes(gewaehlt)
    drucke(objekt, als_json, nachpruefen.als_text(objekt))
    raise typer.Exit(ENDE_JE_STATUS[objekt["status"]])


@app.command()
def withdraw(freigabe: Annotated[str, typer.Argument(metavar="ID")], als_json: Json = False) -> None:
    """Zieht eine Freigabe zurück: die Zahlen verschwinden sofort von allen Seiten."""
    try:
        weg = schreiben.ziehe_freigabe_zurueck(der_kommandozeile(), freigabe, datetime.now().astimezone())
    except schreiben.NichtGefunden as grund:
        lehne_ab(str(grund), als_json)
    text = f"Die Freigabe {weg.grundzahl} vom {datum(weg.veroeffentlicht_am.date())} ist zurückgezogen."
    drucke({"status": "ok", "freigabe": weg.id, "hinweis": text}, als_json, text)


@app.command()
def export(
    kennzahl: Annotated[str, typer.Argument(metavar="KENNZAHL", help="Kennzahl oder Code, zum Beispiel W4.")],
    ebene: Annotated[str, typer.Option(help="land, kreis, planungsraum oder gemeinde.")],
    region: RegionOption,
    out: Out,
    raumprinzip: Annotated[str, typer.Option(help="herkunft oder leistungsort.")] = Raumprinzip.HERKUNFT,
    einteilung: Annotated[
        str, typer.Option(metavar="ID|DATEI", help="Gespeicherte Einteilung, oder eine CSV nur für diesen Export.")
    ] = "",
    nach: NachOption = None,
    jahr: Annotated[list[int] | None, typer.Option(help="Nur dieses Jahr (wiederholbar).")] = None,
    format_: Annotated[str, typer.Option("--format", help=" | ".join(FORMATE))] = "csv",
) -> None:
    """Schreibt die veröffentlichten Werte einer Kennzahl in eine Datei."""
    if format_ not in FORMATE:
        raise typer.BadParameter(f"„{format_}“ gibt es nicht. Möglich sind: {', '.join(FORMATE)}.")
    wunsch = ausfuhr.Wunsch(
        kennzahl, ebene, region, raumprinzip, einteilung, tuple(jahr or ()), lies_merkmale(nach) or ()
    )
    try:
        inhalt = ausfuhr.exportiere(wunsch, format_)
    except ausfuhr.AusfuhrAbgelehnt as grund:
        lehne_ab(str(grund))
    schreibe(out, inhalt)


@app.command()
def flows(
    kennzahl: Annotated[str, typer.Argument(metavar="KENNZAHL", help="Grundzahl, zum Beispiel lb_bwf.")],
    region: RegionOption,
    out: Out,
) -> None:
    """Schreibt alle veröffentlichten Zellen Herkunft × Leistungsort in eine CSV-Datei."""
    try:
        inhalt = ausfuhr.exportiere_stroeme(kennzahl, region)
    except ausfuhr.AusfuhrAbgelehnt as grund:
        lehne_ab(str(grund))
    schreibe(out, inhalt)


@app.command("vorlage")
def vorlage_schreiben(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{', '.join(MIT_VORLAGE)}.")],
    out: Out,
) -> None:
    """Schreibt eine leere Vorlage (CSV oder XLSX, nach der Endung)."""
    if kind not in MIT_VORLAGE:
        raise typer.BadParameter(f"„{kind}“ gibt es nicht. Möglich sind: {', '.join(MIT_VORLAGE)}.")
    schreibe(out, vorlage(kind, "xlsx" if out.suffix.lower() == ".xlsx" else "csv"))


@app.command("zugang")
def zugang_zeigen(als_json: Json = False) -> None:
    """Zeigt den Schlüssel, mit dem die Seite „Daten“ schreiben darf."""
    schluessel = zugangsschluessel()
    drucke({"zugang": schluessel}, als_json, f"/daten?zugang={schluessel}")


if __name__ == "__main__":
    app()
