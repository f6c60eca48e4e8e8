"""The command `beteiligung`: P1 to P16 of a region, as the page shows them, in sentences or as one object."""

from dataclasses import fields
from typing import Annotated, Any

import typer

from analysis.beteiligung.anteil import Anteil
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen
from analysis.beteiligung.merkmale import MERKMALE
from analysis.beteiligung.messen import messe, nach_jahren
from analysis.beteiligung.werte import (
    Barrierefreiheit,
    Beteiligung,
    Luecke,
    Median,
    Mediane,
    Menschenanteil,
    Platzanteil,
    Stufenanteile,
    Verhaeltnis,
)
from analysis.gremien.bestand import Gremienbestand, lade
from commands.ausgabe import drucke, lehne_ab
from commands.optionen import Json, RegionOption, region_oder_ende
from data_access import abfragen
from models.gremienformate import THEMEN
from models.tabellen import Region
from models.vokabular import Ebene
from presentation.texts.beteiligung import saetze, unterschied, wertungshinweise
from presentation.texts.beteiligungsstufen import mit_worten
from presentation.texts.gremien import SYNTHETISCH
from presentation.texts.zahlen import datum


def beteiligung(
    region: RegionOption,
    gremium: Annotated[
        list[str] | None, typer.Option(metavar="KÜRZEL", help="Nur dieses Gremium (wiederholbar).")
    ] = None,
    jahr: Annotated[int | None, typer.Option(help="Nur Sitzungen dieses Jahres.")] = None,
    thema: Annotated[str | None, typer.Option(help=f"Nur Punkte zu einem Thema: {', '.join(THEMEN)}.")] = None,
    planungsraum: Annotated[
        str | None, typer.Option(metavar="KÜRZEL", help="Nur Punkte zu diesem Planungsraum.")
    ] = None,
    mindestens: Annotated[
        int, typer.Option(min=1, help="So viele aus der Selbstvertretung gelten als „nicht allein“.")
    ] = Schwellen.mindestens,
    tage: Annotated[
        int, typer.Option(min=0, help="So viele Tage vorher gelten Unterlagen als rechtzeitig.")
    ] = Schwellen.tage,
    als_json: Json = False,
) -> None:
    """Zeigt, wie Menschen mit Behinderungen an den Gremien einer Region beteiligt sind."""
    ort = region_oder_ende(region, als_json)
    bestand, raeume = lade(ort.slug), _raeume(ort)
    _pruefe("Das Gremium", gremium or [], list(bestand.gremium), ort, als_json)
    _pruefe("Das Thema", [thema] if thema else [], list(THEMEN), ort, als_json)
    _pruefe("Den Planungsraum", [planungsraum] if planungsraum else [], list(raeume), ort, als_json)
    ausschnitt = Ausschnitt(tuple(dict.fromkeys(gremium or bestand.gremium)), jahr, thema, planungsraum)
    schwellen = Schwellen(mindestens, tage)
    b = messe(bestand, ausschnitt, schwellen, raeume)
    jahre = nach_jahren(bestand, ausschnitt, schwellen, raeume)
    objekt = {
        "status": "ok",
        "region": ort.slug,
        "ausschnitt": _flach(ausschnitt),
        "schwellen": _flach(schwellen),
        "sitzungen": [{"gremium": s.gremium_id, **_tag(s)} for s in b.sitzungen],
        "merkmale": _merkmale(b),
        "punkte": _punkte(b),
        "barrierefreiheit": [
            {"gremium": e.sitzung.gremium_id, **_tag(e.sitzung), "art": e.art, "stand": e.stand}
            for e in b.p11.eintraege
        ],
        "hinweise": wertungshinweise(b.wertungen),
        "jahre": [{"jahr": j, "merkmale": _merkmale(einzeln)} for j, einzeln in jahre],
    }
    drucke(objekt, als_json, _als_text(ort, bestand, b))


def _pruefe(was: str, genannte: list[str], erlaubte: list[str], ort: Region, als_json: bool) -> None:
    for wert in genannte:
        if wert not in erlaubte:
            moeglich = f"Möglich sind: {', '.join(erlaubte)}." if erlaubte else "Es ist noch nichts eingetragen."
            lehne_ab(f"{was} „{wert}“ gibt es in {ort.name} nicht. {moeglich}", als_json)


def _raeume(ort: Region) -> tuple[str, ...]:
    """The ids of the Planungsräume of the Haupteinteilung."""
    if not ort.haupteinteilung_id:
        return ()
    return tuple(abfragen.zuordnung(ort, Ebene.PLANUNGSRAUM)["gebiet"].unique(maintain_order=True))


def _merkmale(b: Beteiligung) -> list[dict[str, Any]]:
    worte = saetze(b)
    return [
        {"code": code, "titel": m.titel, "satz": worte[code], **_werte(getattr(b, code.lower()))}
        for code, m in MERKMALE.items()
    ]


def _werte(wert: object) -> dict[str, Any]:
    """The counts of a figure, what is unknown, and the reason. Null is k. A.; percent only if nothing is unknown."""
    match wert:
        case Anteil():
            return {
                "zaehler": wert.zaehler if wert.bekannt else None,
                "nenner": wert.nenner or None,
                "unbekannt": wert.unbekannt,
                "grund": wert.grund,
                "prozent": None if wert.anteil is None else float(wert.anteil * 100),
            }
        case Platzanteil():
            return {**_werte(wert.anteil), **_ohne(wert, "anteil")}
        case Menschenanteil():
            je_sitzung = [
                {"gremium": s.sitzung.gremium_id, **_tag(s.sitzung), **_werte(s.anteil)} for s in wert.je_sitzung
            ]
            summe = _werte(wert.summe)
            if wert.unbekannt:
                summe["prozent"] = None
            return {**summe, **_ohne(wert, "summe", "je_sitzung"), "je_sitzung": je_sitzung}
        case Verhaeltnis():
            bekannt = wert.teile is not None
            andere = wert.stellvertretung if bekannt else None
            return {**_flach(wert), "selbst": wert.selbst if bekannt else None, "stellvertretung": andere}
        case Mediane() | Stufenanteile():
            return {seite: _werte(getattr(wert, seite)) for seite in ("verwaltung", "selbstvertretung")}
        case Median():
            return {**_flach(wert), "grund": wert.grund}
        case Barrierefreiheit():
            return {**_werte(wert.anteil), **_ohne(wert, "anteil", "eintraege")}
        case Luecke():
            return _flach(wert)
    raise TypeError(type(wert))


def _flach(wert: Any) -> dict[str, Any]:
    return {feld.name: getattr(wert, feld.name) for feld in fields(wert)}


def _ohne(wert: Any, *felder: str) -> dict[str, Any]:
    return {name: inhalt for name, inhalt in _flach(wert).items() if name not in felder}


def _tag(sitzung: Any) -> dict[str, Any]:
    return {"datum": sitzung.datum.isoformat(), "synthetisch": sitzung.synthetisch}


def _punkte(b: Beteiligung) -> list[dict[str, Any]]:
    return [
        {
            "gremium": p.sitzung.gremium_id,
            **_tag(p.sitzung),
            "top": p.top.nummer,
            "titel": p.top.titel,
            "verwaltung": p.verwaltung,
            "selbstvertretung": p.selbstvertretung,
            "abstand": p.abstand,
            "begruendung": p.top.begruendung,
        }
        for p in b.punkte
    ]


def _als_text(ort: Region, bestand: Gremienbestand, b: Beteiligung) -> str:
    erfunden = f", davon {len(b.erfundene)} {SYNTHETISCH}" if b.erfundene else ""
    zeilen = [
        f"{ort.name}: {', '.join(bestand.gremium[g].kurz for g in b.ausschnitt.gremien) or 'kein Gremium eingetragen'}",
        f"Sitzungen, die stattfanden: {len(b.sitzungen)}{erfunden}",
    ]
    worte = saetze(b)
    zeilen += [f"{m.titel}: {worte[code]}" for code, m in MERKMALE.items()]
    for p in b.punkte:
        vergleich = "" if p.abstand is None else f" {unterschied(p.abstand, p.abstand)}"
        stufen = mit_worten(p.verwaltung, p.selbstvertretung)
        zeilen.append(f"{datum(p.sitzung.datum)}, Punkt {p.top.nummer}: {p.top.titel}. {stufen}.{vergleich}")
    return "\n".join([*zeilen, *wertungshinweise(b.wertungen)])
