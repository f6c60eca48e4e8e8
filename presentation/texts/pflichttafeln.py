"""The duties as tables: on screen in a wide and a narrow form, in files with a column a fact."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import polars as pl

from analysis.pflichten.auswahl import DRINGLICHKEIT
from analysis.pflichten.einmaliges import KUENDIGUNG
from analysis.pflichten.stand import Sicht
from models.pflichttabellen import Rechtsgrundlage
from models.pflichtworte import Pflichtart, Pflichtstatus, Pruefung
from presentation.texts.freitext import schlicht
from presentation.texts.nachweise import instanzname
from presentation.texts.pflichten import BEDEUTUNG
from presentation.texts.pflichtworte import KEIN_TAG, VERDECKT, statuswort, zustaendig
from presentation.texts.zahlen import KEINE_ANGABE, datum

_MARKE: Final[dict[str, tuple[str, str]]] = {
    Pflichtstatus.UEBERFAELLIG: ("red", "error"),
    Pflichtstatus.WIDERSPRUECHLICH: ("violet", "call_split"),
    Pflichtstatus.RECHTSSTAND_PRUEFEN: ("violet", "gavel"),
    Pflichtstatus.KEIN_BELEG: ("orange", "help"),
    Pflichtstatus.OFFEN: ("blue", "schedule"),
    Pflichtstatus.ERFUELLT: ("green", "check_circle"),
    Pflichtstatus.NICHT_ANWENDBAR: ("gray", "do_not_disturb_on"),
}
"""Tint and icon of each word. Red is kept for what is proven to be overdue."""
_ARTEN: Final[dict[str, str]] = {Pflichtart.RECHT: "Recht", Pflichtart.ANREGUNG: "Anregung"}

LAENGSTES_ZITAT: Final = 250
"""Most letters of a quoted text that is shown whole at once."""
ANFANG: Final = 110
"""Most letters of the beginning of a longer one."""

Zeile = dict[str, object]


def marke(status: Pflichtstatus | None) -> str:
    """The word of a status as a badge with its icon."""
    farbe, zeichen = _MARKE[status] if status else ("gray", "visibility_off")
    return f":{farbe}-badge[:material/{zeichen}: {statuswort(status)}]"


def geordnet(sichten: Iterable[Sicht]) -> list[Sicht]:
    """The most urgent first, then by the last day, those without one behind."""
    return sorted(
        sichten,
        key=lambda s: (DRINGLICHKEIT.index(s.status), s.faellig or date.max, s.pflicht.rule, s.instanz),
    )


def fall(s: Sicht) -> str:
    """Which instance it is, if title and year do not say it: "für 2027", "Sitzung am 13.05.2026"."""
    if s.instanz == str(s.jahr):
        return f"für {s.bezugsjahr}" if s.bezugsjahr not in (None, s.jahr) else ""
    return f"für {s.instanz}" if s.instanz.isdigit() else instanzname(s.instanz)


def _titel(s: Sicht) -> str:
    mehr = fall(s)
    return f"**{schlicht(s.pflicht.titel)}**" + (f", {mehr}" if mehr else "")


def woertlich(text: str) -> str:
    """A quoted text with what was left out or remarked in round brackets: Markdown reads the square ones."""
    return schlicht(text.replace("[", "(").replace("]", ")"))


def anfang(text: str) -> str | None:
    """The beginning of a long quoted text, cut at a word; None where it is short enough to be read at once.

    A sentence stays whole, as its sense is often at its end: only lists are that long.
    """
    if len(text) <= LAENGSTES_ZITAT:
        return None
    return f"{text[:ANFANG].rpartition(' ')[0]} […]"


def beleg(s: Sicht) -> str:
    """The evidence, with the mark of what was invented; what is kept back has none."""
    if s.verdeckt:
        return VERDECKT
    return f"{schlicht(s.beleg)} (synthetisch)" if s.synthetisch else schlicht(s.beleg)


def _faellig(s: Sicht) -> str:
    return datum(s.faellig) if s.faellig else KEIN_TAG


def breit(sichten: Sequence[Sicht]) -> list[Zeile]:
    """One column a fact."""
    return [
        {
            "Stand": marke(s.status),
            "Fällig": _faellig(s),
            "Pflicht": _titel(s),
            "Wer": schlicht(zustaendig(s.pflicht)),
            "Beleg": beleg(s),
            "Klausel": schlicht(s.pflicht.klausel),
        }
        for s in sichten
    ]


def schmal(sichten: Sequence[Sicht]) -> list[Zeile]:
    """Two columns for a phone: how and when, and what."""
    return [
        {
            "Stand und Tag": f"{marke(s.status)}  \n{_faellig(s)}",
            "Pflicht und Beleg": "  \n".join(
                [_titel(s), schlicht(zustaendig(s.pflicht)), beleg(s), schlicht(s.pflicht.klausel)]
            ),
        }
        for s in sichten
    ]


def verdeckte(sichten: Sequence[Sicht]) -> list[Zeile]:
    """Duties whose state is kept back: what is owed by whom and until when, which the agreement says anyway."""
    return [
        {
            "Pflicht": _titel(s),
            "Fällig": _faellig(s),
            "Wer": schlicht(zustaendig(s.pflicht)),
            "Klausel": schlicht(s.pflicht.klausel),
        }
        for s in sichten
    ]


def rechte(sichten: Sequence[Sicht]) -> list[Zeile]:
    """Rights and suggestions, with the last day to use a right where its clause gives one."""
    return [
        {
            "Was": f"**{schlicht(s.pflicht.titel)}**",
            "Art": _ARTEN[s.pflicht.art],
            "Letzter Tag": datum(tag) if (tag := _letzter_tag(s)) else KEIN_TAG,
            "Wer": schlicht(zustaendig(s.pflicht)),
            "Was eingetragen ist": beleg(s),
            "Klausel": schlicht(s.pflicht.klausel),
        }
        for s in sichten
    ]


def _letzter_tag(s: Sicht) -> date | None:
    return date(s.jahr, *KUENDIGUNG) if s.pflicht.pruefung == Pruefung.KUENDIGUNG else s.faellig


def grundlagen(alle: Sequence[Rechtsgrundlage]) -> list[Zeile]:
    """The norms: what they say, in which version, and whether a source was read."""
    return [
        {
            "Vorschrift": f"**{schlicht(g.norm)}**",
            "Was sie sagt": schlicht(g.inhalt),
            "Fassung": _fassung(g),
            "Quelle": f"Quelle gelesen: {schlicht(g.quelle)}" if g.gelesen else "zu prüfen",
            "Notiz": schlicht(g.notiz.removeprefix("Zu prüfen: ") if not g.gelesen else g.notiz) or "keine",
        }
        for g in alle
    ]


def _fassung(g: Rechtsgrundlage) -> str:
    if g.fassung_von and g.fassung_bis:
        return f"{datum(g.fassung_von)} bis {datum(g.fassung_bis)}"
    if g.fassung_von:
        return f"seit {datum(g.fassung_von)}"
    return f"bis {datum(g.fassung_bis)}" if g.fassung_bis else KEINE_ANGABE


def worte() -> list[Zeile]:
    """The seven words and what they mean."""
    return [{"Wort": marke(s), "Was es heißt": satz} for s, satz in BEDEUTUNG.items()]


def wortlaute(sichten: Sequence[Sicht]) -> list[Zeile]:
    """What the clauses say, word by word, each rule once in the order of its number."""
    regeln = {s.pflicht.rule: s.pflicht for s in sichten}
    return [
        {
            "Pflicht": f"**{schlicht(p.titel)}**",
            "Klausel": schlicht(p.klausel),
            "Wortlaut": f"„{woertlich(p.wortlaut)}“",
            "Dazu": schlicht(p.notiz) or "nichts",
        }
        for _, p in sorted(regeln.items())
    ]


def als_rahmen(sichten: Sequence[Sicht]) -> pl.DataFrame:
    """The list for files: what is kept back on screen is kept back here."""
    zeilen = [
        (
            statuswort(s.status),
            s.faellig,
            s.pflicht.titel,
            fall(s) or str(s.jahr),
            _ARTEN.get(s.pflicht.art, "Pflicht"),
            zustaendig(s.pflicht),
            s.beleg,
            s.am,
            s.pflicht.klausel,
            s.pflicht.wortlaut,
            "synthetisch" if s.synthetisch else "eingetragen" if s.status else VERDECKT,
        )
        for s in sichten
    ]
    text = pl.String
    spalten = {"Stand": text, "Fällig": pl.Date, "Pflicht": text, "Fall": text, "Art": text, "Wer": text, "Beleg": text}
    schema = {**spalten, "Erledigt am": pl.Date, "Klausel": text, "Wortlaut": text, "Art der Angabe": text}
    return pl.DataFrame(zeilen, schema=schema, orient="row")
