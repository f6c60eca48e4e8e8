"""Rows of the yearly check of the co-operation: the statements, and what each side answers.

A statement that was answered keeps its text and its number: another text is another statement with a series of its own.
"""

from collections.abc import Sequence
from typing import Final

from sqlmodel import col, select

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from data_access.gremien.verweise import Zeile, gleichnamig, hole, region_von, zusammengefuehrt
from models.gremientabellen import Bewertung, Bewertungsfrage

_LETZTES_JAHR: Final = 9999
_FRAGE: Final = gleichnamig("nummer", "text", "jahr_von", "jahr_bis")
_BEWERTUNG: Final = gleichnamig("jahr", "seite", "wert", "anmerkung")


def uebernimm_frage(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A statement and the years in which it is asked.

    Raises `GremienAbgelehnt` if answers would get another text, fall out of its years, or meet a second statement of
    the same number.
    """
    alt = schritt.s.get(Bewertungsfrage, z["frage"])
    feste = {"id": z["frage"], "region_slug": region_von(schritt, z["region"])}
    neu = zusammengefuehrt(Bewertungsfrage, alt, z, _FRAGE, **feste)
    _pruefe_antworten(schritt, neu)
    andere = schritt.s.exec(
        select(Bewertungsfrage).where(
            Bewertungsfrage.region_slug == neu.region_slug,
            Bewertungsfrage.nummer == neu.nummer,
            Bewertungsfrage.id != neu.id,
        )
    ).all()
    for frage in andere:
        if frage.jahr_von <= (neu.jahr_bis or _LETZTES_JAHR) and neu.jahr_von <= (frage.jahr_bis or _LETZTES_JAHR):
            raise GremienAbgelehnt(
                f"Die Nummer {neu.nummer} hat ab {max(frage.jahr_von, neu.jahr_von)} schon die Aussage „{frage.id}“. "
                "Bitte jene zuerst mit „jahr_bis“ beenden oder eine andere Nummer nehmen."
            )
    schritt.setze(neu)


def _pruefe_antworten(schritt: Schritt, neu: Bewertungsfrage) -> None:
    """What was answered stays what was asked."""
    alt = schritt.s.get(Bewertungsfrage, neu.id)
    jahre = schritt.s.exec(
        select(Bewertung.jahr).where(Bewertung.frage_id == neu.id).distinct().order_by(col(Bewertung.jahr))
    ).all()
    if alt is None or not jahre:
        return
    if (alt.text, alt.nummer, alt.region_slug) != (neu.text, neu.nummer, neu.region_slug):
        raise GremienAbgelehnt(
            f"Zur Aussage „{neu.id}“ gibt es Antworten aus {_aufgezaehlt(jahre)}. Ein anderer Wortlaut oder eine "
            "andere Nummer ist eine neue Aussage: Bitte die alte mit „jahr_bis“ beenden und die neue mit eigenem "
            "Kürzel anlegen."
        )
    ausserhalb = [j for j in jahre if not neu.jahr_von <= j <= (neu.jahr_bis or _LETZTES_JAHR)]
    if ausserhalb:
        raise GremienAbgelehnt(
            f"Zur Aussage „{neu.id}“ gibt es Antworten aus {_aufgezaehlt(ausserhalb)}. Bitte „jahr_von“ und „jahr_bis“ "
            "so wählen, dass diese Jahre darin liegen."
        )


def uebernimm_bewertung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """The answer of one side to one statement in one year."""
    frage = hole(schritt, Bewertungsfrage, z["frage"], "Die Aussage", "bewertungsfragen")
    if z.get("region") and region_von(schritt, z["region"]) != frage.region_slug:
        raise GremienAbgelehnt(
            f"Die Aussage „{frage.id}“ gehört zur Region „{frage.region_slug}“, nicht zu „{z['region']}“. "
            "Bitte das Kürzel der Aussage oder die Region berichtigen."
        )
    if not frage.jahr_von <= z["jahr"] <= (frage.jahr_bis or _LETZTES_JAHR):
        zeit = f"ab {frage.jahr_von}" if frage.jahr_bis is None else f"{frage.jahr_von} bis {frage.jahr_bis}"
        raise GremienAbgelehnt(
            f"Die Aussage „{frage.id}“ gilt {zeit}, die Antwort ist für {z['jahr']}. Bitte das Jahr berichtigen."
        )
    schluessel = f"{frage.id}/{z['jahr']}/{z['seite']}"
    alt = schritt.s.get(Bewertung, schluessel)
    # An answer that is given replaces an invented one; a row that gives none says nothing about it.
    erfunden = synthetisch if alt is None or "wert" in z else alt.synthetisch
    feste = {"id": schluessel, "frage_id": frage.id, "synthetisch": erfunden}
    schritt.setze(zusammengefuehrt(Bewertung, alt, z, _BEWERTUNG, **feste))


def _aufgezaehlt(jahre: Sequence[int]) -> str:
    return ", ".join(map(str, jahre))
