"""Several header lines joined into one path per column: measure, group, sex or date, unit."""

from collections.abc import Sequence

from data_access.importing.gebietstabellen.worte import ist_einheit


def verbinde_kopf(zeilen: Sequence[Sequence[str | None]], breite: int) -> list[tuple[str, ...]]:
    """The parts of every column from top to bottom.

    A merged header stands once, over its first column. It reaches on over blank cells as long as the lines above
    agree; the lowest line (units apart) belongs to one column each and is never spread.
    """
    unterste = next((i for i in reversed(range(len(zeilen))) if not _nur_einheiten(zeilen[i])), -1)
    gefuellt: list[list[str | None]] = []
    for nummer, zeile in enumerate(zeilen):
        neu = list(zeile)
        for ort in range(1, breite):
            gleich_darueber = all(oben[ort] == oben[ort - 1] for oben in gefuellt)
            spreizt = nummer != unterste and (nummer > unterste or gleich_darueber)
            if neu[ort] is None and spreizt:
                neu[ort] = neu[ort - 1]
        gefuellt.append(neu)
    return [_pfad([z[ort] for z in gefuellt]) for ort in range(breite)]


def _nur_einheiten(zeile: Sequence[str | None]) -> bool:
    texte = [t for t in zeile if t]
    return bool(texte) and all(ist_einheit(t) for t in texte)


def _pfad(teile: Sequence[str | None]) -> tuple[str, ...]:
    sauber = [" ".join(t.split()) for t in teile if t]
    return tuple(t for i, t in enumerate(sauber) if i == 0 or t != sauber[i - 1])
