"""The nine steps of participation in words (Wright, Block, von Unger), named here once for forms, pages and papers."""

from typing import Final

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
