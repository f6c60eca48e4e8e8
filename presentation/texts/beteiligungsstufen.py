"""The nine steps of participation in words (Wright, Block, von Unger), named here once for forms, pages and papers."""

from typing import Final

from analysis.beteiligung.werte import VEREINBARTE_WERTUNGEN
from models.gremientabellen import Top
from presentation.texts.gremien import stueck

STUFEN: Final[dict[int, str]] = {
    1: "Instrumentalisierung",
    2: "Anweisung",
    3: "Information",
    4: "Anhörung",
    5: "Einbeziehung",
    6: "Mitbestimmung",
    7: "teilweise Entscheidungskompetenz",
    8: "Entscheidungsmacht",
    9: "Selbstorganisation",
}
BEREICHE: Final[tuple[tuple[range, str], ...]] = (
    (range(1, 3), "keine Beteiligung"),
    (range(3, 6), "Vorstufen der Beteiligung"),
    (range(6, 9), "Beteiligung"),
    (range(9, 10), "mehr als Beteiligung"),
)
"""What the authors call the steps together."""

VERWALTUNG: Final = "Verwaltung"
SELBSTVERTRETUNG: Final = "Selbstvertretung"
NICHT_BEWERTET: Final = "nicht bewertet"

ANLEITUNG: Final = (
    "Die Gruppe einigt sich am Ende der Sitzung auf die drei bis fünf wichtigsten Punkte. Zu jedem nennt jede Seite "
    "eine gemeinsame Stufe. Sind sich die Seiten nicht einig, ist das ein Ergebnis: Beide Stufen bleiben stehen. "
    "Eine Seite kann ihre Stufe auch allein und später eintragen. Die der anderen bleibt, wie sie ist."
)
HERKUNFT: Final = (
    "Stufenmodell nach Wright, Block und von Unger. Die Stufen sind eine Reihenfolge, keine Messwerte: "
    "Von 3 nach 6 ist es nicht doppelt so weit."
)


def stufe(nummer: int | None) -> str:
    """A step with its word: "6 (Mitbestimmung)"; None: "nicht bewertet"."""
    return NICHT_BEWERTET if nummer is None else f"{nummer} ({STUFEN[nummer]})"


def bereich(nummer: int) -> str:
    """What the authors call the group of steps that this one belongs to."""
    return next(wort for stufen, wort in BEREICHE if nummer in stufen)


def beide(verwaltung: int | None, selbstvertretung: int | None) -> str:
    """Both sides side by side: "Verwaltung 6, Selbstvertretung 3"."""
    return ", ".join(
        f"{seite} {NICHT_BEWERTET if nummer is None else nummer}"
        for seite, nummer in ((VERWALTUNG, verwaltung), (SELBSTVERTRETUNG, selbstvertretung))
    )


def mit_worten(verwaltung: int | None, selbstvertretung: int | None) -> str:
    """Both sides with the words: "Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information)"."""
    return f"{VERWALTUNG} {stufe(verwaltung)}, {SELBSTVERTRETUNG} {stufe(selbstvertretung)}"


def bewertet(top: Top) -> bool:
    """Whether a side has rated the item."""
    return top.stufe_verwaltung is not None or top.stufe_selbstvertretung is not None


def waehlbar(nummer: int) -> str:
    """A step as a choice shows it: "6 Mitbestimmung"."""
    return f"{nummer} {STUFEN[nummer]}"


def tafel() -> list[dict[str, object]]:
    """The nine steps as a table."""
    return [{"Stufe": str(nummer), "heißt": wort, "zählt als": bereich(nummer)} for nummer, wort in STUFEN.items()]


def satz(top: Top) -> str:
    """Both steps of an item and the reason, as plain text; empty if no side has rated it."""
    if not bewertet(top):
        return ""
    grund = f" Begründung: {top.begruendung}" if top.begruendung else ""
    return f"{mit_worten(top.stufe_verwaltung, top.stufe_selbstvertretung)}.{grund}"


def auswahlsatz(gewaehlt: int, punkte: int) -> str:
    """How many items are chosen, beside how many there should be."""
    wie_viele = stueck(gewaehlt, "Punkt", "Punkte") if gewaehlt else "kein Punkt"
    hinweis = _hinweis(gewaehlt, punkte)
    return f"Gewählt: {wie_viele}.{hinweis}{' Speichern geht trotzdem.' if hinweis else ''}"


def gesichert(bewertete: int, punkte: int) -> str:
    """What is said after saving."""
    wie_viele = f"{stueck(bewertete, 'Punkt ist', 'Punkte sind')} bewertet" if bewertete else "kein Punkt ist bewertet"
    return f"gesichert: {wie_viele}.{_hinweis(bewertete, punkte)}"


def wird_entfernt(top: Top) -> str:
    """An item that was rated and is chosen no more."""
    return (
        f"Punkt {top.nummer} ist nicht mehr gewählt. Beim Speichern werden seine Stufen und die Begründung entfernt. "
        "Das lässt sich zurücknehmen."
    )


def _hinweis(anzahl: int, punkte: int) -> str:
    """A note, never a refusal. A short agenda has no three main items."""
    wenigste, meiste = VEREINBARTE_WERTUNGEN
    if min(wenigste, punkte) <= anzahl <= meiste:
        return ""
    return " Vorgesehen sind drei bis fünf Punkte."
