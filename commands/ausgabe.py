"""What commands print: one object on stdout, progress as NDJSON on stderr, exit codes of the Contract."""

import json
import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn

import typer

from presentation.texts import befund


class Ende(IntEnum):
    """Exit codes: done, refused with the reason, wrong usage, a question is open."""

    FERTIG = 0
    ABGELEHNT = 1
    FALSCH_BENUTZT = 2
    RUECKFRAGE = 3


ENDE_JE_STATUS = {"ok": Ende.FERTIG, "abgelehnt": Ende.ABGELEHNT, "rueckfrage": Ende.RUECKFRAGE}


def drucke(objekt: Any, als_json: bool, text: str = "") -> None:
    """Print the result: the object for machines, otherwise `text` (or the object, indented)."""
    if als_json:
        ausgabe = json.dumps(objekt, ensure_ascii=False)
    else:
        ausgabe = text or json.dumps(objekt, ensure_ascii=False, indent=2)
    sys.stdout.write(ausgabe + "\n")


def lehne_ab(grund: str, als_json: bool = False) -> NoReturn:
    """End with code 1 and the reason."""
    drucke({"status": "abgelehnt", "grund": grund}, als_json, grund)
    raise typer.Exit(Ende.ABGELEHNT)


def schreibe(out: Path, inhalt: bytes) -> None:
    """Write a result; end with code 1 and the reason if that is not possible."""
    try:
        out.write_bytes(inhalt)
    except OSError as fehler:
        grund = "Der Ordner fehlt" if isinstance(fehler, FileNotFoundError) else "Dort darf nicht geschrieben werden"
        lehne_ab(f"{out} konnte nicht geschrieben werden: {grund}. Bitte einen anderen Ort angeben.")


@contextmanager
def stdout_nur_fuer_das_ergebnis() -> Iterator[None]:
    """Send whatever else is printed meanwhile to stderr, native code included: the solver has lines of its own."""
    sys.stdout.flush()
    merker = os.dup(1)
    try:
        os.dup2(2, 1)
        yield
    finally:
        os.dup2(merker, 1)
        os.close(merker)


def melde(fortschritt: Mapping[str, object]) -> None:
    """One line of progress on stderr."""
    sys.stderr.write(json.dumps(fortschritt, ensure_ascii=False) + "\n")
    sys.stderr.flush()


def befund_als_text(objekt: Mapping[str, Any]) -> str:
    """A finding for reading: what the file is, what is in it, what is wrong, and what is asked, ready to be typed."""
    zeilen = [f"{objekt['profil']}: {objekt['status']}, {objekt['zeilen']} Zeilen, {objekt['zellen']} Zellen"]
    if objekt["kodierung"]:
        zeilen.append(f"Kodierung: {objekt['kodierung']}")
    if objekt["stichtage"]:
        zeilen.append("Stichtage: " + ", ".join(objekt["stichtage"]))
    if objekt["zeichen"]:
        zeilen.append("Zeichen: " + "; ".join(befund.zeichensaetze(objekt["zeichen"])))
    for ebene, summen in objekt["summen"].items():
        if summen:
            zeilen.append(f"Summe {ebene}: " + ", ".join(f"{spalte} {summe}" for spalte, summe in summen.items()))
    if objekt["schluessel_unbekannt"]:
        zeilen.append("Unbekannte Schlüssel: " + ", ".join(objekt["schluessel_unbekannt"]))
    zeilen += [f"Warnung: {w}" for w in objekt["warnungen"]]
    for fehler in objekt["fehler"]:
        zeilen.append(f"Fehler: {befund.fehlersatz(fehler)}")
    for frage in objekt.get("fragen", []):
        zeilen.append(f"Frage: {frage['text']}")
        moeglich = [shlex.quote(f"{frage['schluessel']}={wert}") for wert in frage["auswahl"]]
        zeilen += [f"  --antwort {antwort}" for antwort in moeglich or [f"{frage['schluessel']}=…"]]
    return "\n".join(zeilen)
