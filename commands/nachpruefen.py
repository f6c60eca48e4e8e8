"""`cli.py verify`: the audit again, on everything this installation has published."""

from datetime import date
from typing import Any

from analysis.geheimhaltung.angriff import Widerspruch
from analysis.nachpruefung import familien, pruefe_region
from commands import ausgabe
from data_access import abfragen, wuerfelspeicher
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Region


def pruefe_veroeffentlichtes(nur: Region | None) -> dict[str, Any]:
    """Attack every region (or one): the reports, and whether all of them passed. No value goes out, only numbers."""
    berichte: list[dict[str, Any]] = []
    for region in [nur] if nur else abfragen.regionen():
        for gruppe in familien(region):
            berichte.append({"region": region.slug} | _report(region, gruppe))
    bestanden = all(b["bestanden"] for b in berichte)
    return {"status": "ok" if bestanden else "abgelehnt", "bestanden": bestanden, "pruefungen": berichte}


def _report(region: Region, gruppe: tuple[str, ...]) -> dict[str, Any]:
    def zeige(tag: date) -> None:
        ausgabe.melde({"region": region.slug, "grundzahlen": gruppe, "stichtag": tag.isoformat()})

    try:
        return pruefe_region(region, gruppe, zeige).bericht.als_objekt()
    except (Widerspruch, RuntimeError, ValueError, wuerfelspeicher.WuerfelFehlt) as fehler:
        # What cannot be checked has not passed.
        return {"bestanden": False, "grundzahlen": list(gruppe), "grund": str(fehler)}


def als_text(objekt: dict[str, Any]) -> str:
    """The reports as sentences."""
    zeilen = []
    for b in objekt["pruefungen"]:
        titel = ", ".join(GRUNDZAHLEN[g].titel for g in b["grundzahlen"])
        if b["bestanden"]:
            zeilen.append(f"bestanden: {b['region']}: {titel} ({b['ziele']} Zahlen angegriffen, keine aufgedeckt)")
        else:
            grund = b.get("grund") or f"{b['aufgedeckt']} von {b['ziele']} Zahlen lassen sich zu genau ausrechnen"
            zeilen.append(f"NICHT bestanden: {b['region']}: {titel}: {grund}")
    return "\n".join(zeilen) or "Noch nichts veröffentlicht."
