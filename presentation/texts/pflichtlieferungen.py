"""Words of the notices and deliveries of a year: the finding, their table, and what a published count says of them."""

from collections.abc import Mapping, Sequence
from typing import Final

from analysis.pflichten.lieferungen import Lieferung
from models.pflichtworte import Bezugsjahr, Pflichtstatus
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import stueck
from presentation.texts.nachweise import KANAELE
from presentation.texts.pflichten import KEIN_TAG
from presentation.texts.pflichtworte import VERDECKT, zustaendig
from presentation.texts.zahlen import KEINE_ANGABE, datum

NICHT_VEROEFFENTLICHT: Final = "nicht veröffentlicht"
OHNE_ZAHL: Final = "keine einzelne Zahl"
BEDEUTUNG: Final = (
    "Die Zahl steht nicht im Eintrag: Sie ist die veröffentlichte, geschützte Zahl zum Stichtag. „nicht "
    "veröffentlicht“ heißt: Zu diesem Tag gibt es hier keine Freigabe. Ob eine Mitteilung kam, sagt das nicht."
)
ZWEI_RICHTUNGEN: Final = (
    "Derselbe letzte Tag, verschiedene Jahre: Wo „das Jahr danach“ steht, schaut die Mitteilung voraus. Wo „das Jahr "
    "davor“ steht, geht es um den Stichtag 31.12. des Vorjahres."
)
NUR_ANZAHL: Final = (
    "Namen von Schülerinnen und Schülern gehen einen anderen Weg. Hier steht nur eine geschützte Anzahl."
)
OHNE_PROBE: Final = (
    "Zur Zahl aller Leistungsberechtigten: Veröffentlicht sind die Erwachsenen, jede Person einmal gezählt. Wie viele "
    "davon innerhalb und wie viele außerhalb des Kreises Leistungen erhalten, ist nicht getrennt veröffentlicht. Ob "
    "beides zusammen die Gesamtzahl ergibt, lässt sich hier nicht nachrechnen."
)

_RICHTUNG: Final[dict[str, str]] = {
    Bezugsjahr.VORJAHR: "das Jahr davor",
    Bezugsjahr.JAHR: "dasselbe Jahr",
    Bezugsjahr.FOLGEJAHR: "das Jahr danach",
}

_OHNE_TAG: Final[dict[str, str]] = {
    Pflichtstatus.UEBERFAELLIG: "steht aus, so eingetragen",
    Pflichtstatus.NICHT_ANWENDBAR: "nicht verlangt",
    Pflichtstatus.OFFEN: "noch nicht eingetragen",
}
"""What stands in place of a day, where it is more than that none is entered."""


def befund(alle: Sequence[Lieferung], jahr: int, vorschau: bool) -> str:
    """The heading: how many notices are owed in the year, and of how many a day is entered."""
    verlangt = [x for x in alle if x.verlangt]
    if not verlangt:
        return f"{jahr} ist keine Mitteilung verlangt"
    if vorschau:
        return f"{stueck(len(verlangt), 'Mitteilung', 'Mitteilungen')} {jahr}"
    da, verdeckt = sum(x.eingegangen for x in verlangt), sum(x.sicht.verdeckt for x in verlangt)
    gezeigt = len(verlangt) - verdeckt
    if not gezeigt:
        return f"Mitteilungen {jahr}: Wie es steht, ist nicht freigegeben"
    rest = f", {verdeckt} {'ist' if verdeckt == 1 else 'sind'} nicht freigegeben" if verdeckt else ""
    von = f"{da} von {gezeigt} {'gezeigten ' if verdeckt else ''}{'ist' if da == 1 else 'sind'} eingetragen"
    return f"Mitteilungen {jahr}: {von}{rest}"


def zeilen(alle: Sequence[Lieferung], zahlen: Mapping[str, str]) -> list[dict[str, object]]:
    """One row a notice. `zahlen`: rule -> its published count as it is read aloud."""
    return [
        {
            "Was": f"**{schlicht(x.sicht.pflicht.titel)}** ({schlicht(x.sicht.pflicht.klausel)})",
            "Von wem an wen": _wer(x),
            "Worüber": worueber(x),
            "Letzter Tag": datum(x.sicht.faellig) if x.sicht.faellig else KEIN_TAG,
            "Mitgeteilt": mitgeteilt(x),
            "Weg": weg(x),
            "Veröffentlichte Zahl": _zahl(x, zahlen),
        }
        for x in alle
    ]


def _wer(x: Lieferung) -> str:
    pflicht = x.sicht.pflicht
    wer, _, _ = zustaendig(pflicht).partition(", gegenüber")
    return f"{wer} an {schlicht(pflicht.empfaenger)}" if pflicht.empfaenger else wer


def worueber(x: Lieferung) -> str:
    """The year a notice is about, and which way it looks: "2027, das Jahr danach"."""
    richtung = _RICHTUNG.get(x.sicht.pflicht.bezugsjahr or "")
    if not richtung or x.sicht.bezugsjahr is None:
        return f"{x.sicht.jahr}"
    return f"{x.sicht.bezugsjahr}, {richtung}"


def mitgeteilt(x: Lieferung) -> str:
    """The day it came and how that lies to the last one: "am 14.05.2024, 14 Tage danach"."""
    if x.sicht.verdeckt:
        return VERDECKT
    if x.sicht.am is None:
        return _OHNE_TAG.get(x.sicht.status or "", "nicht eingetragen")
    synthetisch = " (synthetisch)" if x.sicht.synthetisch else ""
    return f"am {datum(x.sicht.am)}{_verzug(x.verzug)}{synthetisch}"


def _verzug(tage: int | None) -> str:
    if tage is None:
        return ""
    if tage == 0:
        return ", am letzten Tag"
    return f", {stueck(abs(tage), 'Tag', 'Tage')} {'danach' if tage > 0 else 'davor'}"


def weg(x: Lieferung) -> str:
    """The way it took, or that nobody entered it; beside it the agreed one where it differs or is not known."""
    verabredet = x.sicht.pflicht.kanal
    if x.kanal:
        gegangen = KANAELE[x.kanal]
        return gegangen if verabredet in (None, x.kanal) else f"{gegangen}; vereinbart: {KANAELE[verabredet]}"
    return f"vereinbart: {KANAELE[verabredet]}" if verabredet else KEINE_ANGABE


def _zahl(x: Lieferung, zahlen: Mapping[str, str]) -> str:
    if x.stichtag is None:
        return OHNE_ZAHL
    wert = zahlen.get(x.sicht.pflicht.rule, "")
    return f"{wert} (am {datum(x.stichtag)})" if wert else f"{NICHT_VEROEFFENTLICHT} (zum {datum(x.stichtag)})"


def saetze(alle: Sequence[Lieferung], ohne_leistungsort: bool) -> list[str]:
    """What the table means and what it does not. `ohne_leistungsort`: a total is not published by place of service."""
    richtungen = {x.sicht.pflicht.bezugsjahr for x in alle}
    return [
        BEDEUTUNG,
        *([ZWEI_RICHTUNGEN] if {Bezugsjahr.VORJAHR, Bezugsjahr.FOLGEJAHR} <= richtungen else []),
        *([NUR_ANZAHL] if Bezugsjahr.FOLGEJAHR in richtungen else []),
        *([OHNE_PROBE] if ohne_leistungsort else []),
    ]
