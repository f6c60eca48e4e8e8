"""Words for what became of the recommendations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from analysis.gremien.ruecklauf import Lage, Station, Werdegang, termin_vorbei, zaehle
from models.gremientabellen import Gremium, Massnahme, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus, Sitzungsstatus
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import (
    EMPFEHLUNGEN,
    GRUPPEN,
    KEINE_ANGABE,
    MASSNAHMEN,
    SYNTHETISCH,
    TOPARTEN,
    nicht_nachgetragen,
    stueck,
    war_geplant,
)
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import datum

LAGEN: Final[dict[Lage, str]] = {
    Lage.ERLEDIGT: "erledigt",
    Lage.IN_ARBEIT: "angenommen und in Arbeit",
    Lage.ANGENOMMEN: "angenommen und noch nicht begonnen",
    Lage.TEILWEISE: "teilweise angenommen",
    Lage.ABGELEHNT: "abgelehnt mit Grund",
    Lage.ABGELEHNT_OHNE_GRUND: "abgelehnt ohne eingetragenen Grund",
    Lage.BEANTWORTET: "beantwortet und noch nicht entschieden",
    Lage.OHNE_ANTWORT: "ohne Antwort",
}
_AUFGABE: Final = 120
"""Letters shown of the wording of a task."""
WAS_ES_HEISST: Final = (
    "Jede Empfehlung steht genau einmal da: so, wie sie heute eingetragen ist. Angenommen heißt nicht erledigt. "
    "Ohne Antwort heißt: Hier ist keine eingetragen. Erledigt heißt: Was empfohlen wurde, ist getan. "
    "Ob sich dadurch im Alltag von Menschen etwas geändert hat, steht hier nicht. "
    f"{KEINE_ANGABE} (keine Angabe) heißt: nicht bekannt."
)
TERMIN_VORBEI: Final = (
    "„Termin vorbei“ heißt: Der selbst gesetzte Tag ist vorüber, und die Maßnahme ist nicht als erledigt eingetragen. "
    "Es ist keine Frist aus einem Gesetz oder einer Vereinbarung."
)


def frage(jahr: int) -> str:
    """Headline of the page."""
    return f"Was wurde aus den Empfehlungen von {jahr}?"


def befund(wege: Sequence[Werdegang], jahr: int, thema: str = "") -> str:
    """The answer in one sentence: "Von 5 Empfehlungen aus 2025 sind 2 erledigt, 1 ist angenommen und in Arbeit"."""
    wozu = f" zum Thema „{THEMEN[thema]}“" if thema else ""
    if not wege:
        return f"Aus {jahr} ist keine Empfehlung{wozu} eingetragen."
    gezaehlt = zaehle(wege)
    if len(wege) == 1:
        return f"Die eine Empfehlung{wozu} aus {jahr} ist {LAGEN[wege[0].lage]}."
    if len(gezaehlt) == 1:
        alle = "Beide" if len(wege) == 2 else f"Alle {len(wege)}"
        return f"{alle} Empfehlungen{wozu} aus {jahr} sind {LAGEN[wege[0].lage]}."
    return f"Von {len(wege)} Empfehlungen{wozu} aus {jahr} {', '.join(_teile(gezaehlt))}."


def _teile(gezaehlt: Mapping[Lage, int]) -> Iterator[str]:
    """ "sind 2 erledigt", "1 ist angenommen", "1 abgelehnt": the verb only where it changes."""
    zuletzt = ""
    for nummer, (lage, anzahl) in enumerate(gezaehlt.items()):
        verb = "ist" if anzahl == 1 else "sind"
        if nummer == 0:
            yield f"{verb} {anzahl} {LAGEN[lage]}"
        else:
            yield f"{anzahl} {LAGEN[lage]}" if verb == zuletzt else f"{anzahl} {verb} {LAGEN[lage]}"
        zuletzt = verb


def am(sitzung: Sitzung) -> str:
    """The day of a meeting, and whether it is synthetic."""
    return f"{datum(sitzung.datum)} ({SYNTHETISCH})" if sitzung.synthetisch else datum(sitzung.datum)


@dataclass(frozen=True)
class Glied:
    """One link of the chain: what it is, and its sentences as plain text. `sitzung`: the meeting it happened in."""

    was: str
    text: str
    sitzung: Sitzung | None = None


def kette(weg: Werdegang, gremium: Gremium, gremien: Mapping[str, Gremium], raeume: Mapping[str, str]) -> list[Glied]:
    """The way of a recommendation, to be read from top to bottom. `raeume`: names of Planungsräume by id.

    Meetings of another Gremium than the one looked at (a workshop of it) are named with theirs.
    """

    def wann(s: Station) -> str:
        fremd = s.sitzung.gremium_id != gremium.id
        return f"{f'{schlicht(gremien[s.sitzung.gremium_id].kurz)} ' if fremd else ''}am {am(s.sitzung)}"

    bisher = [s for s in weg.stationen if s.sitzung.datum <= weg.tag]
    kuenftig = [s for s in weg.stationen if s.sitzung.datum > weg.tag]
    return [
        Glied("Empfehlung", _empfehlung(weg, gremien[weg.sitzung.gremium_id], raeume), weg.sitzung),
        Glied("Antwort", antwort(weg)),
        *(Glied("Maßnahme", massnahme(m, weg.tag)) for m in weg.massnahmen),
        *(Glied(f"Rücklauf {wann(s)}", station(s, weg.tag), s.sitzung) for s in bisher),
        Glied("Heute", f"{LAGEN[weg.lage]}."),
        *(Glied(f"Als Nächstes {wann(s)}", station(s, weg.tag), s.sitzung) for s in kuenftig),
    ]


def _empfehlung(weg: Werdegang, gremium: Gremium, raeume: Mapping[str, str]) -> str:
    e = weg.empfehlung
    von = f"Vorgeschlagen von: {GRUPPEN[e.von_gruppe]}. " if e.von_gruppe else "Wer sie vorgeschlagen hat: k. A. "
    an = f"An: {schlicht(e.an)}." if e.an else "An wen sie geht: k. A."
    punkt = f"Punkt {weg.top.nummer} „{schlicht(weg.top.titel)}“{_wo(weg.top, raeume)}"
    return f"{schlicht(gremium.kurz)} am {am(weg.sitzung)}, {punkt}. {von}{an}"


def _wo(top: Top, raeume: Mapping[str, str]) -> str:
    teile = [THEMEN[top.thema]] if top.thema else []
    teile += [schlicht(raeume.get(top.planungsraum, top.planungsraum))] if top.planungsraum else []
    return f" ({', '.join(teile)})" if teile else ""


def antwort(weg: Werdegang) -> str:
    """The answer with its day, or that there is none."""
    e = weg.empfehlung
    if not weg.beantwortet:
        return "Noch keine eingetragen."
    tage = weg.tage_bis_antwort
    if e.antwort_am is None or tage is None:
        wann = "Tag: k. A."
    elif tage == 0:
        wann = f"{datum(e.antwort_am)}, noch in der Sitzung."
    else:
        wann = f"{datum(e.antwort_am)}, nach {tage} {'Tag' if tage == 1 else 'Tagen'}."
    text = f" „{schlicht(e.antwort)}“" if e.antwort else " Wortlaut: k. A."
    braucht_grund = weg.status in (Empfehlungsstatus.ABGELEHNT, Empfehlungsstatus.TEILWEISE)
    grund = f" Grund: {schlicht(e.grund)}" if e.grund else " Ein Grund ist nicht eingetragen." if braucht_grund else ""
    return f"{wann}{text}{grund}"


def massnahme(m: Massnahme, tag: date) -> str:
    """A measure: what, who, until when, how far, why not."""
    wer = schlicht(m.verantwortlich) or "zuständige Stelle: k. A."
    bis = f"bis {datum(m.bis)}" if m.bis else "ohne Termin"
    vorbei = " Termin vorbei." if termin_vorbei(m, tag) else ""
    grund = f" Grund: {schlicht(m.grund)}" if m.grund else ""
    return f"{schlicht(m.text)} ({wer}, {bis}): {MASSNAHMEN[m.status]}.{vorbei}{grund}"


def bericht(r: Rueckmeldung) -> str:
    """What was told."""
    text = f" {schlicht(r.text)}" if r.text else ""
    return f"{EMPFEHLUNGEN[r.status]}.{text}"


def station(s: Station, heute: date) -> str:
    """What a later meeting was told, or that it has not been."""
    if s.rueckmeldung is not None:
        return bericht(s.rueckmeldung)
    if nicht_nachgetragen(s.sitzung, heute):
        return war_geplant(s.sitzung)
    if s.sitzung.status == Sitzungsstatus.GEPLANT:
        return "steht auf der Tagesordnung."
    return "Dazu ist kein Bericht eingetragen."


def offen_fuer(anzahl: int, sitzung: Sitzung) -> str:
    """The finding about the first item of the next meeting."""
    if not anzahl:
        return f"Für die nächste Sitzung am {datum(sitzung.datum)} ist keine Empfehlung offen"
    womit = "einer Empfehlung" if anzahl == 1 else f"{anzahl} Empfehlungen"
    return f"Die nächste Sitzung am {datum(sitzung.datum)} beginnt mit {womit}"


def zeile(weg: Werdegang) -> dict[str, object]:
    """A row of the table."""
    e = weg.empfehlung
    return {
        "Empfehlung": schlicht(e.text),
        "Sitzung": am(weg.sitzung),
        "Thema": THEMEN[weg.top.thema] if weg.top.thema else "ohne Thema",
        "Von": GRUPPEN[e.von_gruppe] if e.von_gruppe else KEINE_ANGABE,
        "Antwort am": datum(e.antwort_am) if weg.beantwortet else "noch keine",
        "Heute": LAGEN[weg.lage],
    }


def punktzeile(top: Top, raeume: Mapping[str, str]) -> str:
    """What kind of item it is, in one line."""
    teile = [TOPARTEN[top.art]]
    teile += [THEMEN[top.thema]] if top.thema else []
    teile += [schlicht(raeume.get(top.planungsraum, top.planungsraum))] if top.planungsraum else []
    teile += [f"eingebracht von: {GRUPPEN[top.eingebracht_von]}"] if top.eingebracht_von else []
    return " · ".join(teile)


def aufgabensatz(top: Top, aufgaben: Mapping[str, str]) -> str:
    """The tasks an item is about, each short: the register has the whole wording. Empty if there are none."""
    genannte = [f"„{shorten(schlicht(aufgaben.get(a, a)), _AUFGABE, placeholder=' …')}“" for a in top.aufgaben]
    if not genannte:
        return ""
    return f"**{'Aufgabe' if len(genannte) == 1 else 'Aufgaben'} aus der Vereinbarung:** {', '.join(genannte)}"


def vortrag(weg: Werdegang, sitzung: Sitzung) -> str:
    """How a recommendation stands on the first item of a meeting: where from, meetings in between, where it stands."""
    bisher = [
        s for s in weg.stationen if s.sitzung.gremium_id == sitzung.gremium_id and s.sitzung.datum < sitzung.datum
    ]
    seitdem = f", seitdem {stueck(len(bisher), 'Sitzung', 'Sitzungen')}" if bisher else ""
    return f"Vom {am(weg.sitzung)}{seitdem}. Stand: {LAGEN[weg.lage]}."
