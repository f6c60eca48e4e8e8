"""The finding of an import in German sentences. Never a count of people."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from models.tabellen import Auftrag
from models.vokabular import Auftragsart
from presentation.texts.zahlen import datum, zahl

HOECHSTENS: Final = 8
"""More errors than this are counted, not listed."""

PROFIL: Final = {
    "gv-isys": "Gemeindeverzeichnis (GV-ISys)",
    "zensus2022": "Zensus 2022, Regionaltabelle",
    "einwohner": "Vorlage „einwohner“",
    "fallzahlen": "Vorlage „fallzahlen“",
    "grenzen": "Gebietsgrenzen",
    "gebietsaenderungen": "Gebietsänderungen",
}
"""Profiles in words."""

STATUS: Final = {
    "ok": "Die Datei ist in Ordnung.",
    "rueckfrage": "Eine Frage ist offen.",
    "abgelehnt": "Die Datei kann so nicht übernommen werden. Es wurde nichts gespeichert.",
}

AUFTRAG: Final[dict[str, str]] = {
    Auftragsart.PRUEFEN: "Datei prüfen",
    Auftragsart.IMPORT: "Datei übernehmen",
    Auftragsart.FREIGABE: "Zahlen schützen und veröffentlichen",
    Auftragsart.ZURUECKZIEHEN: "Zurückziehen",
}


def auftragsname(auftrag: Auftrag) -> str:
    """What the worker is doing."""
    name = AUFTRAG[auftrag.art]
    return f"{name}: {auftrag.datei}" if auftrag.datei else name


def profilname(profil: str) -> str:
    """What a file was recognised as."""
    return PROFIL.get(profil, profil)


def zusammenfassung(befund: Mapping[str, Any]) -> str:
    """What a file is and what is in it, as Markdown lines."""
    zeilen = [f"**{STATUS[befund['status']]}**"]
    if befund["zeilen"]:
        zeilen.append(f"Erkannt als: {profilname(befund['profil'])}, {zahl(befund['zeilen'])} Zeilen.")
    if befund["stichtage"]:
        tage = [datum(date.fromisoformat(tag)) for tag in befund["stichtage"]]
        zeilen.append(f"Stichtage: {', '.join(tage)}.")
    if befund["zeichen"]:
        zeichen = ", ".join(f"„{z}“ {zahl(n)}-mal" for z, n in befund["zeichen"].items())
        zeilen.append(f"Zeichen statt Zahlen: {zeichen}.")
    if befund["schluessel_unbekannt"]:
        zeilen.append(f"Unbekannte Schlüssel: {', '.join(befund['schluessel_unbekannt'][:HOECHSTENS])}.")
    return "  \n".join(zeilen)


def fehlersatz(fehler: Mapping[str, Any]) -> str:
    """Where and what is wrong."""
    ort = ", ".join(
        f"{name} {fehler[schluessel]}"
        for name, schluessel in (("Zeile", "zeile"), ("Spalte", "spalte"), ("Wert", "wert"))
        if fehler[schluessel] is not None
    )
    return f"{ort}: {fehler['grund']}" if ort else str(fehler["grund"])
