"""The same thing twice in one file: harmless if it says the same, refused if it does not."""

from typing import Any, Final

from data_access.importing.befund import Sammler
from data_access.importing.gremienzeilen import Posten
from models.formate import Format

_JE_ZEILE: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "gremien": ("gremium", frozenset({"takt_min", "takt_max", "takt_quelle", "takt_wortlaut"})),
    "rollen": ("rolle", frozenset({"inhaber", "von", "bis", "quelle", "erschlossen"})),
}
"""KINDs with several rows for one thing: its key, and the columns that may differ between them."""


def pruefe_wiederholungen(f: Format, posten: list[Posten], sammler: Sammler) -> list[Posten]:
    """The rows without repetitions. A row with the key of another one that says something else is an error."""
    erste: dict[tuple[Any, ...], Posten] = {}
    doppelt = 0
    for p in posten:
        schluessel = tuple(p.zeile.get(name) for name in f.schluessel)
        frueher = erste.setdefault(schluessel, p)
        if frueher is p:
            continue
        doppelt += 1
        anders = [name for name, wert in p.zeile.items() if wert != frueher.zeile[name]]
        if anders:
            sammler.beanstande(
                f"Diese Zeile und Zeile {frueher.nummer} meinen dasselbe ({', '.join(f.schluessel)}), sagen aber "
                f"Verschiedenes: {', '.join(anders)}. Bitte eine der beiden löschen.",
                zeile=p.nummer,
                spalte=anders[0],
            )
    if doppelt and not sammler.fehler:
        wort = "1 Zeile steht" if doppelt == 1 else f"{doppelt} Zeilen stehen"
        sammler.warne(f"{wort} zweimal gleich in der Datei und {'zählt' if doppelt == 1 else 'zählen'} einmal.")
    _pruefe_gleiches(f, list(erste.values()), sammler)
    return list(erste.values())


def _pruefe_gleiches(f: Format, posten: list[Posten], sammler: Sammler) -> None:
    """Several rows for one Gremium (its sources of cadence) or role (its holders) agree on everything else."""
    if f.kind not in _JE_ZEILE:
        return
    schluessel, frei = _JE_ZEILE[f.kind]
    erste: dict[Any, Posten] = {}
    for p in posten:
        frueher = erste.setdefault(p.zeile[schluessel], p)
        anders = [name for name, wert in p.zeile.items() if name not in frei and wert != frueher.zeile[name]]
        if anders:
            sammler.beanstande(
                f"„{p.zeile[schluessel]}“ steht auch in Zeile {frueher.nummer}, dort mit einem anderen Wert. "
                "Bitte angleichen.",
                zeile=p.nummer,
                spalte=anders[0],
            )
