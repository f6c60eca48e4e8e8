"""What each figure of participation asks, how it is counted, and what it does and does not say. German, for screens.

The figures are those of domain.md 4.4; the steps are those of Wright, Block and von Unger. `P1` … `P16` are keys for
files and code, not for readers.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Merkmal:
    """One figure. `formel`: how it is counted, in words. `folgt_punkten`: theme and Planungsraum cut it.

    `quelle`: what it rests on.
    """

    code: str
    titel: str
    frage: str
    formel: str
    sagt: str
    sagt_nicht: str
    quelle: str
    folgt_punkten: bool = False


AB_HIER_BETEILIGUNG: Final = 6
"""From this step on those concerned decide with the others; below it are forerunners and none at all."""

_PLAETZE: Final = "Vereinbarungen und Register der Gremien"
_ANWESENDE: Final = "eingetragene Anwesenheit, nur in Zahlen"
_STUFEN: Final = "gemeinsame Einschätzung je Seite, Stufenmodell von Wright, Block und von Unger"
_PUNKTE: Final = "eingetragene Tagesordnungen"
_BARRIEREN: Final = "Einträge zur Barrierefreiheit der Sitzungen, ohne Anzahl von Menschen"
_EMPFEHLUNGEN: Final = "eingetragene Empfehlungen und Antworten"

MERKMALE: Final[dict[str, Merkmal]] = {
    m.code: m
    for m in (
        Merkmal(
            "P1",
            "Vereinbarte Plätze",
            "Wie viele Plätze sind für Selbstvertretung vereinbart?",
            "Plätze der Selbstvertretung von allen vereinbarten Plätzen. Nennt die Quelle nur Stellen und keine Zahl "
            "der Plätze, werden die genannten Stellen gezählt.",
            "Ob Selbstvertretung einen festen Platz hat.",
            "Nicht, wer tatsächlich kam. Gäste haben keinen Platz und können trotzdem da sein.",
            _PLAETZE,
        ),
        Merkmal(
            "P2",
            "Anteil an den Anwesenden",
            "Wie viele der Anwesenden kamen aus der Selbstvertretung?",
            "Anwesende der Selbstvertretung von allen Anwesenden. Gezählt sind Sitzungen, bei denen beides genau "
            "bekannt ist.",
            "Wie groß die Selbstvertretung in der Runde war.",
            "Nicht, ob sie gehört wurde oder mitentschied.",
            _ANWESENDE,
        ),
        Merkmal(
            "P3",
            "Besetzte Plätze",
            "Waren die Plätze der Selbstvertretung besetzt?",
            "Besetzte Plätze von den vereinbarten, je Sitzung. Wer darüber hinaus kam, ist extra genannt.",
            "Ob vereinbarte Plätze genutzt werden konnten.",
            "Nicht, warum ein Platz leer blieb.",
            f"{_PLAETZE}; {_ANWESENDE}",
        ),
        Merkmal(
            "P4",
            "Nicht allein am Tisch",
            "In wie vielen Sitzungen war mehr als eine Person aus der Selbstvertretung da?",
            "Sitzungen mit mindestens zwei Anwesenden der Selbstvertretung von allen Sitzungen. Die Grenze lässt sich "
            "ändern.",
            "Ob Selbstvertretung verlässlich und nicht allein dabei war.",
            "Nicht, ob es jedes Mal dieselben Menschen waren.",
            _ANWESENDE,
        ),
        Merkmal(
            "P5",
            "Selbst und für andere",
            "Wie viele kamen aus der Selbstvertretung, wie viele aus der Stellvertretung?",
            "Anwesende der Selbstvertretung neben Angehörigen, Beauftragten und Teilhabeberatung (EUTB). Beide Zahlen "
            "bleiben getrennt.",
            "Wessen Stimme im Raum war.",
            "Nicht, dass die eine Stimme die andere ersetzt.",
            _ANWESENDE,
        ),
        Merkmal(
            "P6",
            "Plätze mit Stimme",
            "Wie viele Plätze mit Stimme hat die Selbstvertretung?",
            "Plätze der Selbstvertretung mit Stimme von allen Plätzen mit Stimme. Beratende Plätze zählen nicht mit.",
            "Ob Selbstvertretung mit abstimmen darf.",
            "Nicht, ob abgestimmt wurde und wie.",
            _PLAETZE,
        ),
        Merkmal(
            "P7",
            "Mittlere Stufe der Beteiligung",
            "Wie viel Beteiligung sehen Verwaltung und Selbstvertretung?",
            "Mittlere Stufe (Median) der bewerteten Punkte, für jede Seite getrennt. Bei einer geraden Zahl von "
            "Punkten kann die Mitte zwischen zwei Stufen liegen.",
            "Wie jede Seite die Beteiligung gemeinsam einschätzt.",
            "Keinen Durchschnitt: Zwischen den Stufen gibt es keine festen Abstände.",
            _STUFEN,
            folgt_punkten=True,
        ),
        Merkmal(
            "P8",
            "Unterschied der Sichtweisen",
            "Wie weit liegen Verwaltung und Selbstvertretung auseinander?",
            "Mittlere Stufe der Verwaltung minus mittlere Stufe der Selbstvertretung.",
            "Ob beide Seiten dasselbe erlebt haben.",
            "Nicht, welche Seite recht hat. Bewerten die Seiten verschiedene Punkte, ist der Unterschied nur ein "
            "Hinweis.",
            _STUFEN,
            folgt_punkten=True,
        ),
        Merkmal(
            "P9",
            "Punkte mit Mitbestimmung",
            "Bei wie vielen Punkten wurde mitbestimmt?",
            "Punkte ab Stufe 6 (Mitbestimmung) von den bewerteten Punkten, für jede Seite getrennt.",
            "Wo Betroffene nach Einschätzung der Seite mitentschieden haben.",
            "Nichts über Punkte, die niemand bewertet hat.",
            _STUFEN,
            folgt_punkten=True,
        ),
        Merkmal(
            "P10",
            "Eigene Punkte auf der Tagesordnung",
            "Wie viele Punkte brachte die Selbstvertretung ein?",
            "Punkte der Selbstvertretung von allen Punkten, ohne die festen Punkte Rücklauf und Verschiedenes.",
            "Ob Selbstvertretung Themen setzt.",
            "Nicht, wie wichtig ein Punkt war.",
            _PUNKTE,
            folgt_punkten=True,
        ),
        Merkmal(
            "P11",
            "Barrierefreiheit der Sitzungen",
            "Was wurde von dem bereitgestellt, was angefragt war?",
            "Bereitgestellte Arten von den angefragten Arten, je Sitzung. Was es teilweise gab, ist extra genannt. "
            "Die Aufwandsentschädigung zählt hier nicht mit.",
            "Ob Zusagen zur Barrierefreiheit eingehalten wurden.",
            "Nicht, wie viele Menschen etwas brauchten. Kein Eintrag heißt nicht: ohne Barrieren.",
            _BARRIEREN,
        ),
        Merkmal(
            "P12",
            "Unterlagen in Leichter Sprache",
            "Kamen Unterlagen in Leichter Sprache rechtzeitig?",
            "Sitzungen, vor denen die Unterlagen in Leichter Sprache mindestens 14 Tage vorher verschickt wurden, von "
            "allen Sitzungen. Die Zahl der Tage lässt sich ändern.",
            "Ob Zeit zum Vorbereiten war.",
            "Nichts über die Güte der Unterlagen. Ohne eingetragenen Tag bleibt es offen.",
            "eingetragene Tage des Versands",
        ),
        Merkmal(
            "P13",
            "Wirkung der Empfehlungen",
            "Was wurde aus den Empfehlungen, über die entschieden ist?",
            "Empfehlungen, die angenommen, teilweise angenommen oder erledigt sind, von allen entschiedenen. Offene "
            "zählen nicht mit.",
            "Ob Empfehlungen etwas bewirken.",
            "Nicht, dass sich dadurch im Alltag schon etwas geändert hat.",
            _EMPFEHLUNGEN,
            folgt_punkten=True,
        ),
        Merkmal(
            "P14",
            "Antworten auf Empfehlungen",
            "Wie viele Empfehlungen haben eine Antwort?",
            "Beantwortete Empfehlungen von allen Empfehlungen.",
            "Ob auf Empfehlungen geantwortet wird.",
            "Nicht, ob die Antwort überzeugt. Auch eine Ablehnung ist eine Antwort.",
            _EMPFEHLUNGEN,
            folgt_punkten=True,
        ),
        Merkmal(
            "P15",
            "Vertretene Planungsräume",
            "Aus wie vielen Planungsräumen war Selbstvertretung da?",
            "Planungsräume, aus denen mindestens eine Institution der Selbstvertretung kam, von allen Planungsräumen. "
            "Es zählt der Ort der Institution, nie der Wohnort eines Menschen.",
            "Ob Selbstvertretung aus allen Teilen des Kreises kam.",
            "Nichts über einzelne Menschen. Wer ohne Institution oder ohne bekannten Ort da war, kann aus jedem "
            "Planungsraum kommen.",
            f"{_ANWESENDE}; Ort der Institution im Register",
        ),
        Merkmal(
            "P16",
            "Aufwandsentschädigung",
            "Wurde der Aufwand der Selbstvertretung entschädigt?",
            "Sitzungen mit bereitgestellter Aufwandsentschädigung von allen Sitzungen.",
            "Ob Beteiligung auch bezahlt wird.",
            "Nicht, wie hoch die Entschädigung war. Kein Eintrag heißt nicht: nicht gezahlt.",
            _BARRIEREN,
        ),
    )
}
"""The figures in their order."""
