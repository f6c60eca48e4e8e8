"""What became of recommendations and what is due, in the words of the papers of a meeting."""

from collections.abc import Sequence
from typing import Final

from analysis.gremien.mappe import Papiere, Ruecklaufzeile, Wiedervorlage
from models.gremientabellen import Empfehlung, Massnahme
from presentation.texts.befunde import aufzaehlung
from presentation.texts.gremien import EMPFEHLUNGEN, GRUPPEN, KEINE_ANGABE, MASSNAHMEN, stueck, tag
from presentation.texts.sitzungsmappe import ERGAENZEN
from presentation.texts.zahlen import datum

KEINE_EMPFEHLUNGEN: Final = (
    "Aus früheren Sitzungen dieses Gremiums sind keine Empfehlungen eingetragen, über die noch zu berichten ist."
)


def ruecklaufzeilen(zeilen: Sequence[Ruecklaufzeile]) -> list[dict[str, str]]:
    """What became of the recommendations as a table."""
    return [
        {
            "Empfehlung": f"{z.empfehlung.text} ({datum(z.sitzung.datum)})",
            "Stand": EMPFEHLUNGEN[z.status],
            "Antwort, Bericht und Maßnahmen": "\n".join(
                [*_antwort(z), *(f"Maßnahme: {massnahmensatz(m)}" for m in z.massnahmen)]
            ),
        }
        for z in zeilen
    ]


def _antwort(z: Ruecklaufzeile) -> list[str]:
    e, vom = z.empfehlung, f" vom {datum(z.empfehlung.antwort_am)}" if z.empfehlung.antwort_am else ""
    teile = [f"Antwort{vom}: {e.antwort or KEINE_ANGABE}"] if e.antwort or vom else ["Noch keine Antwort."]
    teile += [f"Grund: {e.grund}"] if e.grund else []
    return [*teile, f"Bericht in dieser Sitzung: {z.text}"] if z.text and z.text != e.antwort else teile


def ruecklaufsatz(zeilen: Sequence[Ruecklaufzeile]) -> str:
    """How many recommendations stand how."""
    if not zeilen:
        return KEINE_EMPFEHLUNGEN
    je_stand = {wort: sum(z.status == status for z in zeilen) for status, wort in EMPFEHLUNGEN.items()}
    teile = aufzaehlung([f"{n} {wort}" for wort, n in je_stand.items() if n])
    return f"Über {stueck(len(zeilen), 'frühere Empfehlung', 'frühere Empfehlungen')} ist zu berichten: {teile}."


def berichtssatz(zeilen: Sequence[Ruecklaufzeile]) -> str:
    """What the minutes say of the first item without a result: how many reports this meeting heard."""
    if not zeilen:
        return KEINE_EMPFEHLUNGEN
    gehoert = sum(z.berichtet for z in zeilen)
    zu = "früheren Empfehlung" if len(zeilen) == 1 else "früheren Empfehlungen"
    satz = f"Bericht eingetragen zu {gehoert} von {len(zeilen)} {zu}."
    return satz if gehoert == len(zeilen) else f"{satz} {ERGAENZEN.format('was dazu berichtet wurde')}"


def massnahmensatz(m: Massnahme) -> str:
    """A measure with office, day and state."""
    wer = f", {m.verantwortlich}" if m.verantwortlich else ""
    bis = f", bis {datum(m.bis)}" if m.bis else ""
    grund = f" ({m.grund})" if m.grund else ""
    return f"{m.text}{wer}{bis}: {MASSNAHMEN[m.status]}{grund}"


def empfehlungssatz(e: Empfehlung) -> str:
    """A recommendation with whom it is for and who proposed it."""
    an = f" An: {e.an}." if e.an else " An: noch keine Stelle eingetragen."
    von = f" Vorgeschlagen von: {GRUPPEN[e.von_gruppe]}." if e.von_gruppe else ""
    text = e.text if e.text.endswith((".", "!", "?")) else f"{e.text}."
    return f"{text}{an}{von}"


def wiedervorlagezeilen(p: Papiere) -> list[dict[str, str]]:
    """What is due until when at which office."""
    return [
        {
            "bis": tag(w.bis) if w.bis else "ohne Tag",
            "Stelle": w.stelle or KEINE_ANGABE,
            "Was": wiedervorlage(w),
            "Stand": (MASSNAHMEN if w.was else EMPFEHLUNGEN)[w.status],
        }
        for w in p.wiedervorlagen
    ]


def wiedervorlage(w: Wiedervorlage) -> str:
    """What is to be done, and for which recommendation."""
    if not w.was:
        was = "Entscheidung über" if w.empfehlung.antwort or w.empfehlung.antwort_am else "Antwort auf"
        return f"{was} die Empfehlung „{w.empfehlung.text}“"
    return f"{w.was} (zur Empfehlung „{w.empfehlung.text}“)"
