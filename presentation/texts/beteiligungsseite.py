"""Words of the page Beteiligung: its headline, the findings of its parts, and what each says and does not."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from analysis.beteiligung.anteil import Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen
from analysis.beteiligung.merkmale import MERKMALE
from analysis.beteiligung.plaetze import vereinbart
from analysis.beteiligung.werte import Beteiligung, Menschenanteil, Punktstufe
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Gremium
from models.gremienworte import Barrierestand
from presentation.texts import beteiligung as saetze
from presentation.texts import eingetragen
from presentation.texts.befunde import aufzaehlung
from presentation.texts.beteiligungsstufen import SELBSTVERTRETUNG, VERWALTUNG
from presentation.texts.beteiligungszahlen import GRUENDE, von
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KA_HEISST, KEINE_ANGABE, SYNTHETISCH, stueck
from presentation.texts.zahlen import datum, prozent

ALLE_GREMIEN: Final = "alle Gremien der Region"
SCHUTZ: Final = "Gezählt wird die Rolle des Platzes, nie die Beeinträchtigung einer Person."
QUELLE: Final = (
    "Register der Gremien und Sitzungen: Vereinbarungen, Teilnahme in Zahlen, Tagesordnungen, Empfehlungen. "
    "Beteiligung in neun Stufen nach Wright, Block und von Unger."
)
WAS_PLAETZE_SAGEN: Final = (
    "Anwesend heißt nicht: gehört oder mitentschieden. Kein Platz genannt heißt nicht: niemand war da. Wer für andere "
    "spricht, ersetzt niemanden, der für sich selbst spricht; beides steht deshalb getrennt."
)
ZU_PLAETZEN: Final = f"{WAS_PLAETZE_SAGEN} {KA_HEISST}"
WORKSHOPS: Final = (
    "Workshops am selben Tag wie ihr Gremium stehen in Bild und Tabelle. In den Summen zählen sie nicht noch einmal, "
    "weil dieselben Menschen da waren."
)
SCHLUESSEL: Final = "Gefüllter Kreis: Selbstvertretung. Viereck: Verwaltung. Die Zahl im Zeichen ist die Stufe."
ZU_STUFEN: Final = (
    "Jede Seite gibt für drei bis fünf Hauptpunkte einer Sitzung eine gemeinsame Stufe an, auf die sie sich in der "
    "Gruppe geeinigt hat. Die Stufen sind eine Reihenfolge, keine Messung: Deshalb steht hier die mittlere Stufe "
    "(Median) und nie ein Durchschnitt. Die Stufen sagen nicht, wer recht hat, wie einig eine Seite in sich ist und "
    "was aus den Punkten wurde."
)
ZUR_ZONE: Final = "Getönt sind die Stufen 6 bis 8: Ab hier sprechen die Autoren von Beteiligung."
ZUM_STUFENMODELL: Final = (
    "Stufenmodell der Partizipation nach Michael T. Wright, Martina Block und Hella von Unger. Stufe 1 und 2 sind "
    "keine Beteiligung, 3 bis 5 ihre Vorstufen, 6 bis 8 Beteiligung, 9 geht darüber hinaus."
)
ZU_BARRIEREN: Final = (
    "Eingetragen ist, was angefragt war und was daraus wurde, ohne Anzahl: Wer etwas braucht, ist eine Angabe zur "
    "Gesundheit. „kein Eintrag“ heißt: Es wurde nichts angefragt, oder niemand hat es eingetragen. Das ist weder 0 "
    "noch 100 Prozent."
)
ZUR_WIRKUNG: Final = (
    "Angenommen heißt nicht erledigt, und erledigt heißt nicht, dass sich im Alltag etwas geändert hat. Was aus jeder "
    "Empfehlung wurde, zeigt der Rücklauf."
)
ZU_RAEUMEN: Final = (
    "Gezählt ist der Ort der Institution, nie der Wohnort eines Menschen. Wer ohne Institution da war, kann aus jedem "
    "Planungsraum kommen."
)
KEIN_GESAMTWERT: Final = (
    "Ein Gesamtwert würde verdecken, worum es geht: Gute Barrierefreiheit könnte dann eine fehlende Stimme "
    "ausgleichen. Deshalb steht jede Zahl für sich."
)
ALLE_FRAGEN: Final = "Fragen und Antworten, was gezählt ist und was es nicht sagt"
ZU_JAHREN: Final = (
    "Gezählt ist nach dem Tag der Sitzung. Wenige Sitzungen ergeben keine Entwicklung: Kommt eine Person mehr oder "
    "weniger, ändert sich viel. Mehr ist nicht von selbst besser."
)
SCHWELLEN: Final = "Eigene Grenzen"
ZU_SCHWELLEN: Final = (
    "Die Vereinbarungen nennen keine dieser Grenzen. Voreingestellt sind zwei Menschen (eine Person allein ist keine "
    "Vertretung) und 14 Tage. Was Sie hier ändern, gilt nur für Sie, bis Sie das Fenster schließen; die Sätze der "
    "Seite nennen es."
)
NUR_PUNKTE: Final = (
    "Thema und Planungsraum wählen Punkte der Tagesordnung und ihre Empfehlungen aus. Plätze, Anwesende und "
    "Barrierefreiheit gelten immer für die ganze Sitzung."
)


def zeitraum(a: Ausschnitt, jahre: Sequence[int]) -> str:
    """ "2026", "2022 bis 2026"."""
    if a.jahr is not None or len(jahre) < 2:
        return str(a.jahr or next(iter(jahre), ""))
    return f"{jahre[0]} bis {jahre[-1]}"


def befund(b: Beteiligung, wer: str, jahre: Sequence[int]) -> str:
    """The headline: who was there, and how far the two sides are apart. `wer`: the Gremium or the region."""
    if not b.sitzungen:
        wann = f" {b.ausschnitt.jahr}" if b.ausschnitt.jahr else ""
        return f"{wer}{wann}: keine Sitzung eingetragen, die stattfand"
    satz = f"{zeitraum(b.ausschnitt, jahre)}: {anwesende(b.p2, b.anwesende)} {stufensatz(b)}"
    return satz.replace(KEINE_ANGABE, KEINE_ANGABE.replace(" ", "\u00a0"))


def anwesende(m: Menschenanteil, insgesamt: int | None) -> str:
    """How many of those present came for the Selbstvertretung; k. A. is said. Nobody knows from this who spoke.

    `insgesamt`: all who were there, where that is known for each meeting.
    """
    a, bekannt = m.summe, m.sitzungen - m.unbekannt
    if a.grund == Grund.NIEMAND_DA:
        return GRUENDE[Grund.NIEMAND_DA]
    if a.grund is not None:
        wie_viele = f"der {insgesamt} Anwesenden" if insgesamt else "Anwesende"
        return f"Wie viele {wie_viele} aus der Selbstvertretung kamen, ist nicht bekannt ({KEINE_ANGABE})."
    wo = f" in {stueck(bekannt, 'Sitzung', 'Sitzungen')}" if m.sitzungen > 1 else ""
    offen = f" (für {m.unbekannt} weitere {KEINE_ANGABE})" if m.unbekannt else ""
    if not a.zaehler:
        return f"Niemand von {a.nenner} Anwesenden{wo} kam aus der Selbstvertretung{offen}."
    verb = "kam" if a.zaehler == 1 else "kamen"
    return f"{a.zaehler} von {a.nenner} Anwesenden{wo} {verb} aus der Selbstvertretung{offen}."


def stufensatz(b: Beteiligung) -> str:
    """How the two sides see it, in one sentence."""
    p = b.p8
    if p.von is None or p.bis is None:
        if not b.punkte:
            wozu = " zu dieser Auswahl" if b.ausschnitt.nach_punkten else ""
            return f"Wie viel Beteiligung es war, ist{wozu} noch nicht bewertet."
        wer = VERWALTUNG if b.p7.verwaltung.anzahl else SELBSTVERTRETUNG
        return f"Bewertet hat das nur die {wer}."
    if not p.gemeinsam:
        return f"{VERWALTUNG} und {SELBSTVERTRETUNG} haben verschiedene Punkte bewertet."
    if p.von == p.bis == 0:
        return "Die mittlere Stufe der Beteiligung ist auf beiden Seiten gleich."
    return (
        saetze.unterschied(p.von, p.bis)
        .replace(f" als die {SELBSTVERTRETUNG}", "")
        .replace(f" als die {VERWALTUNG}", "")
    )


def unterzeile(wer: str, region: str, b: Beteiligung, gehalten: int, thema: str, raum: str) -> str:
    """The grey line under the finding. `gehalten`: all meetings, those of workshops of the same day too."""
    dazu = gehalten - len(b.sitzungen)
    teile = [f"{wer}, {region}"]
    teile += [stueck(len(b.sitzungen), "Sitzung", "Sitzungen")] if b.sitzungen else []
    teile += [f"dazu {stueck(dazu, 'Workshop', 'Workshops')} am selben Tag"] if dazu else []
    teile += [f"Thema: {thema}"] if thema else []
    teile += [f"Planungsraum: {raum}"] if raum else []
    if b.erfundene:
        alle = len(b.erfundene) == len(b.sitzungen)
        teile.append(SYNTHETISCH if alle else f"{len(b.erfundene)} davon {SYNTHETISCH}")
    teile += [f"das Jahr der Sitzung am {datum(s.datum)} ist erschlossen" for s in b.sitzungen if s.datum_erschlossen]
    return " · ".join(teile)


def platzsaetze(bestand: Gremienbestand, gremien: Sequence[Gremium], einzeln: bool) -> list[str]:
    """What the register says about seats, one sentence a Gremium; `einzeln`: without its name."""
    je = {g.id: vereinbart(bestand, Ausschnitt((g.id,))) for g in gremien}
    if einzeln:
        return [saetze.plaetze(p, True) for p in je.values()]
    mit = [g for g in gremien if je[g.id].anteil.nenner]
    ohne = [schlicht(g.kurz) for g in gremien if g not in mit]
    fertig = [f"**{schlicht(g.kurz)}:** {saetze.plaetze(je[g.id], True)}" for g in mit]
    return fertig + ([f"**{aufzaehlung(ohne)}:** Das Register nennt keine Plätze."] if ohne else [])


def platzbefund(b: Beteiligung) -> str:
    """The finding of the seats: those agreed and taken, else those present."""
    if b.p3.summe.grund is None:
        ohne, alle = b.p3.ohne_sitz, len(b.sitzungen)
        rest = f"; für {ohne} von {alle} Sitzungen ist keine Zahl der Plätze vereinbart" if ohne else ""
        return saetze.besetzte(b.p3).partition(".")[0] + rest
    if b.p1.anteil.nenner and not b.p1.anteil.zaehler:
        return f"Für {SELBSTVERTRETUNG} ist kein Platz genannt"
    if b.p1.anteil.zaehler and b.p1.in_stellen:
        return f"{SELBSTVERTRETUNG} ist genannt, aber nicht überall mit Zahl der Plätze"
    return "Das Register nennt keine Plätze" if not b.p1.anteil.nenner else "Plätze und Anwesende"


def platzfragen(b: Beteiligung) -> tuple[str, ...]:
    """The figures on who was there; taken seats only where the finding has not said all about them already."""
    p = b.p3
    gesagt = p.summe.grund is None and not p.weitere and not p.unbekannt
    ohne = gesagt or p.summe.grund in (Grund.KEIN_SITZ, Grund.OHNE_ZAHL)
    return tuple(code for code in ("P2", "P3", "P4", "P5", "P6") if code != "P3" or not ohne)


def nach_abstand(punkte: Sequence[Punktstufe]) -> tuple[Punktstufe, ...]:
    """The widest gap first, the newest meeting before older ones; what only one side rated last."""
    neueste = sorted(punkte, key=lambda p: (-p.sitzung.datum.toordinal(), p.sitzung.gremium_id, p.top.nummer))
    return tuple(sorted(neueste, key=lambda p: -1 if p.abstand is None else abs(p.abstand), reverse=True))


def stufenbefund(punkte: Sequence[Punktstufe], auswahl: bool = False) -> str:
    """Where the two sides are farthest apart, by name. `auswahl`: a theme or Planungsraum is chosen."""
    if not punkte:
        return f"Zwei Sichten auf die Beteiligung: {'zu dieser Auswahl' if auswahl else 'noch'} nichts bewertet"
    beide = [p for p in nach_abstand(punkte) if p.abstand is not None]
    if not beide:
        return "Zu keinem Punkt haben beide Seiten eine Stufe genannt"
    weiteste = abs(beide[0].abstand or 0)
    if not weiteste:
        return "Beide Seiten nennen überall dieselbe Stufe"
    titel = [f"„{schlicht(p.top.titel)}“" for p in beide if abs(p.abstand or 0) == weiteste]
    wo = aufzaehlung(titel) if len(titel) <= 2 else f"{titel[0]} und {len(titel) - 1} weitere Punkte"
    return f"Am weitesten auseinander, {stueck(weiteste, 'Stufe', 'Stufen')}: {wo}"


def barrierebefund(b: Beteiligung) -> str:
    """What was missing, else what was there."""
    a = b.p11.anteil
    if not a.nenner:
        return "Barrierefreiheit: kein Eintrag"
    fehlten = sum(e.stand == Barrierestand.FEHLTE for e in b.p11.eintraege)
    kopf = f"Barrierefreiheit: {von(a, ('angefragten Art', 'angefragten Arten'), mit_prozent=False)} bereitgestellt"
    return f"{kopf}, {fehlten} {'fehlte' if fehlten == 1 else 'fehlten'}" if fehlten else kopf


def wirkungsbefund(b: Beteiligung) -> str:
    """What became of the recommendations."""
    if not b.p14.nenner:
        return saetze.saetze(b)["P14"].removesuffix(".")
    return saetze.saetze(b)["P13"].partition(".")[0]


def raumbefund(b: Beteiligung) -> str:
    """From how many Planungsräume institutions came."""
    if b.p15.unbekannt and not b.p15.zaehler:
        return f"Aus welchen Planungsräumen die {SELBSTVERTRETUNG} kam, ist nicht bekannt ({KEINE_ANGABE})"
    return saetze.saetze(b)["P15"].partition(". ")[0].removesuffix(".")


def mit_schwellen(text: str, s: Schwellen) -> str:
    """How a figure is counted, with the thresholds in force in place of the usual ones."""
    return text.replace("mindestens zwei", f"mindestens {s.mindestens}").replace(
        "14 Tage", stueck(s.tage, "Tag", "Tage")
    )


def zielsatz(m: Menschenanteil, ziel: int | None) -> str:
    """The own target share beside what is known; nothing without a target."""
    if ziel is None:
        return ""
    anfang = f"Ihre Zielmarke: {prozent(ziel, 0)} der Anwesenden."
    if m.anteil is None:
        return f"{anfang} Ob sie erreicht ist, lässt sich nicht sagen ({KEINE_ANGABE})."
    ist = m.anteil * 100
    return f"{anfang} Es sind {prozent(float(ist))}, also {'erreicht' if ist >= ziel else 'nicht erreicht'}."


def stand(b: Beteiligung, heute: date) -> str:
    """From when the figures are."""
    return eingetragen.stand(heute, b.sitzungen[-1].datum if b.sitzungen else None)


def leer(wer: str, gremium: Gremium | None) -> str:
    """What is said where there is no meeting to look at."""
    if gremium is None:
        return f"Sobald in {wer} eine Sitzung eingetragen ist, die stattfand, steht hier, wer mitreden konnte."
    return "Sobald eine Sitzung eingetragen ist, die stattfand, steht hier, wer mitreden konnte."


def benannt(worte: Mapping[str, str], *codes: str, befund: str = "") -> list[str]:
    """Figures in words, each after its name. `worte`: code -> sentences. `befund`: the headline, not said twice."""
    return [f"**{MERKMALE[code].titel}:** {worte[code]}" for code in codes if worte[code] != f"{befund}."]
