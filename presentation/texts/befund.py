"""The finding of an import in German sentences. Never a count of people."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from data_access.importing.zellen import ZEICHEN
from models.gremienformate import FORMATE
from models.grundzahlen import EINWOHNER
from models.merkmale import MERKMALE
from models.tabellen import Auftrag
from models.vokabular import Auftragsart
from presentation.texts.quellen import BASIS_TEXT
from presentation.texts.zahlen import datum, zahl

HOECHSTENS: Final = 8
"""More errors than this are counted, not listed."""

PROFIL: Final = {
    "gv-isys": "Gemeindeverzeichnis (GV-ISys)",
    "zensus2022": "Zensus 2022, Regionaltabelle",
    "genesis": "Tabelle aus GENESIS-Online oder der Regionaldatenbank",
    "genesis-flach": "flache Tabelle aus GENESIS-Online",
    "frei": "freie Tabelle",
    "einwohner": "Vorlage „einwohner“",
    "fallzahlen": "Vorlage „fallzahlen“",
    "planungsraeume": "Vorlage „planungsraeume“",
    "merkmale": "Vorlage „merkmale“",
    "eckwerte": "Vorlage „eckwerte“",
    "grenzen": "Gebietsgrenzen",
    "wuerfel": "Paket geschützter Zahlen",
    "gebietsaenderungen": "Gebietsänderungen",
    **{kind: f"Vorlage „{kind}“ ({f.titel})" for kind, f in FORMATE.items()},
}
"""Profiles in words."""

ZEILEN: Final = {"wuerfel": ("Zahlenreihe", "Zahlenreihen")}
"""What is counted in a file of a profile, one and many; else rows."""

NUR_HINWEISE: Final = frozenset({"wuerfel"})
"""Profiles whose remarks say what happened to the numbers; nothing in them needs care."""

LEER: Final = "leer"

BEDEUTUNG: Final[dict[str, str]] = {
    **ZEICHEN,
    LEER: "keine Angabe",
    "p": "vorläufige Zahl",
    "r": "berichtigte Zahl",
    "s": "geschätzte Zahl",
    "e": "endgültige Zahl",
    "()": "Zahl mit eingeschränkter Aussage",
}
"""Signs of the official legend in words."""

STATUS: Final = {
    "ok": "Die Datei ist in Ordnung.",
    "rueckfrage": "Eine Frage ist offen.",
    "abgelehnt": "Die Datei kann so nicht übernommen werden. Es wurde nichts gespeichert.",
}

ANTWORT: Final[dict[str, str]] = {
    "ja": "Ja",
    "nein": "Nein",
    "ablehnen": "Ablehnen",
    "uebernehmen": "Übernehmen",
    "ergaenzen": "Ja, ergänzen",
    "nicht_uebernehmen": "Diese Spalte nicht übernehmen",
    "neu": "Die Zahl der neuen Datei",
    "gespeichert": "Die gespeicherte Zahl",
    "ersetzen": "Die Zahlen der Datei",
    "behalten": "Die erfassten Zahlen",
    "null": "Es gibt dort keinen einzigen Fall (0)",
    "keine_angabe": "Es liegt keine Angabe vor",
    EINWOHNER: "Einwohner",
    **BASIS_TEXT,
    **{m.id: m.titel for m in MERKMALE.values()},
}
"""Answers to questions about a file in words; others (keys, layers of a map, days) stand for themselves."""

AUFTRAG: Final[dict[str, str]] = {
    Auftragsart.PRUEFEN: "Datei prüfen",
    Auftragsart.IMPORT: "Datei übernehmen",
    Auftragsart.FREIGABE: "Zahlen schützen und veröffentlichen",
    Auftragsart.VORSCHAU: "Vorschau: was Gliederungen kosten",
    Auftragsart.ZURUECKZIEHEN: "Zurückziehen",
}


def auftragsname(auftrag: Auftrag) -> str:
    """What the worker is doing."""
    name = AUFTRAG[auftrag.art]
    return f"{name}: {auftrag.datei}" if auftrag.datei else name


def antwortwort(antwort: str) -> str:
    """An answer to a question about a file, as people say it."""
    return ANTWORT.get(antwort, antwort)


def profilname(profil: str) -> str:
    """What a file was recognised as."""
    return PROFIL.get(profil, profil)


def zusammenfassung(befund: Mapping[str, Any]) -> str:
    """What a file is and what is in it, as Markdown lines; without `zeilen` (Fallzahlen) only what it is."""
    offen = len(befund.get("fragen", ()))
    status = f"{zahl(offen)} Fragen sind offen." if offen > 1 else STATUS[befund["status"]]
    zeilen = [f"**{status}**"]
    if "zeilen" not in befund and befund["profil"] in PROFIL:
        zeilen.append(f"Erkannt als: {profilname(befund['profil'])}.")
    elif befund.get("zeilen"):
        eine, viele = ZEILEN.get(befund["profil"], ("Zeile", "Zeilen"))
        wort = eine if befund["zeilen"] == 1 else viele
        zeilen.append(f"Erkannt als: {profilname(befund['profil'])}, {zahl(befund['zeilen'])} {wort}.")
    if befund["stichtage"]:
        tage = [datum(date.fromisoformat(tag)) for tag in befund["stichtage"]]
        zeilen.append(f"Stichtage: {', '.join(tage)}.")
    if befund.get("zeichen"):
        zeilen.append(f"Zeichen statt oder neben Zahlen: {'; '.join(zeichensaetze(befund['zeichen']))}.")
    return "  \n".join(zeilen)


def zeichensaetze(zeichen: Mapping[str, int]) -> list[str]:
    """How often each sign occurs, with its meaning: "3-mal „-“ (nichts vorhanden)"."""
    return [
        f"{zahl(n)}-mal {'leer' if z == LEER else f'„{z}“'} ({BEDEUTUNG.get(z, 'Bedeutung nicht bekannt')})"
        for z, n in zeichen.items()
    ]


def schluesselsatz(anzahl: int) -> str:
    """The line over the list of keys that the register of areas does not have."""
    if anzahl == 1:
        return "1 Schlüssel ist nicht bekannt"
    return f"{zahl(anzahl)} Schlüssel sind nicht bekannt"


def fehlersatz(fehler: Mapping[str, Any]) -> str:
    """Where and what is wrong."""
    ort = ", ".join(
        f"{name} {fehler[schluessel]}"
        for name, schluessel in (("Zeile", "zeile"), ("Spalte", "spalte"), ("Wert", "wert"))
        if fehler[schluessel] is not None
    )
    return f"{ort}: {fehler['grund']}" if ort else str(fehler["grund"])
