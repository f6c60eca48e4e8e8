"""The command `release`: preview, or protect and publish."""

from datetime import date, datetime
from typing import Annotated, Any

import typer

from analysis import freigabe as freigaben
from commands import ausgabe, paketbefehl, vorschau
from commands.ausgabe import drucke, lehne_ab
from commands.optionen import Json, RegionOption, region_oder_ende
from commands.paketbefehl import AbsenderOption, PaketOption
from data_access import abfragen
from data_access.schreibrecht import der_kommandozeile
from models.tabellen import Region

NachOption = Annotated[
    str | None, typer.Option("--nach", help="Den Kreis gliedern: altersgruppe, geschlecht oder beides mit Komma.")
]


def lies_merkmale(nach: str | None) -> tuple[str, ...] | None:
    """The value of `--nach`; wrong usage ends the command."""
    try:
        return vorschau.lies_nach(nach)
    except vorschau.FalscheGliederung as grund:
        raise typer.BadParameter(str(grund)) from grund


def _drucke_vorschau(region: Region, gewollte: list[str], k: int | None, als_json: bool) -> None:
    try:
        with ausgabe.stdout_nur_fuer_das_ergebnis():
            fertig = vorschau.erstelle(region, gewollte, k, lambda g, _: ausgabe.melde({"grundzahl": g}))
    except freigaben.FreigabeAbgelehnt as grund:
        lehne_ab(str(grund), als_json)
    drucke({"status": "ok", "region": region.slug, "vorschau": fertig}, als_json, vorschau.als_text(fertig))


def release(
    region: RegionOption,
    kennzahl: Annotated[list[str] | None, typer.Option(help="Grundzahl (wiederholbar); ohne Angabe alle.")] = None,
    nach: NachOption = None,
    k: Annotated[int | None, typer.Option("--k", min=3, help="Kleinste erkennbare Zahl, falls höher.")] = None,
    nur_vorschau: Annotated[
        bool, typer.Option("--vorschau", help="Nur zeigen, was jede Gliederung an Genauigkeit kostet.")
    ] = False,
    paket: PaketOption = None,
    absender: AbsenderOption = None,
    als_json: Json = False,
) -> None:
    """Schützt die gespeicherten Fallzahlen einer Region und veröffentlicht sie."""
    merkmale = lies_merkmale(nach)
    gewaehlt = region_oder_ende(region, als_json)
    gewollte = kennzahl or freigaben.freigebbare(gewaehlt)
    if not gewollte:
        lehne_ab(
            f"In {gewaehlt.name} sind keine Fallzahlen gespeichert. Bitte zuerst eine Datei importieren.", als_json
        )
    if nur_vorschau:
        _drucke_vorschau(gewaehlt, gewollte, k, als_json)
        return
    paketbefehl.pruefe_ziel(paket, als_json)
    fertige: list[dict[str, Any]] = []
    for grundzahl in gewollte:

        def zeige(tag: date, grundzahl: str = grundzahl) -> None:
            ausgabe.melde({"grundzahl": grundzahl, "stichtag": tag.isoformat()})

        def zeige_pruefung(tag: date, grundzahl: str = grundzahl) -> None:
            ausgabe.melde({"grundzahl": grundzahl, "schritt": "pruefung", "stichtag": tag.isoformat()})

        try:
            with ausgabe.stdout_nur_fuer_das_ergebnis():
                frei = freigaben.gib_frei(
                    der_kommandozeile(),
                    gewaehlt,
                    grundzahl,
                    datetime.now().astimezone(),
                    mindest_k=k,
                    nach=merkmale,
                    fortschritt=zeige,
                    pruefschritt=zeige_pruefung,
                )
        except freigaben.FreigabeAbgelehnt as grund:
            schon = ", ".join(e["grundzahl"] for e in fertige)
            lehne_ab(f"{grund}{f' Schon veröffentlicht: {schon}.' if schon else ''}", als_json)
        fertige.append(
            {"id": frei.id, "grundzahl": grundzahl, "fassung": frei.fassung, "k": frei.k, "stichtage": frei.stichtage}
        )
    neue = abfragen.freigaben([e["id"] for e in fertige])
    unscharf = [f.grundzahl for f in neue if not f.angaben["eckwerte_exakt"]]
    objekt: dict[str, object] = {"status": "ok", "region": gewaehlt.slug}
    objekt |= {"freigaben": fertige, "eckwerte_nicht_exakt": unscharf, "hinweise": vorschau.hinweise(neue, merkmale)}
    objekt |= paketbefehl.schreibe(paket, gewaehlt, neue, absender, als_json)
    drucke(objekt, als_json)
