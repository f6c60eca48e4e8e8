"""The audit before every Freigabe: can anybody who knows all that is public work a person out?

Interval audit by linear programmes as in Fischetti & Salazar-González (2001, see `angriff`), over everything published
together (linked tables: de Wolf & Giessing, "Adjusting the tau-ARGUS modular approach to deal with linked tables",
Data & Knowledge Engineering 68, 2009). What counts as disclosed is defined in design.md 2. It fails closed: an attack
that ends without a result is an error, not a pass.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.geheimhaltung.angriff import Befund, Widerspruch, attack
from analysis.geheimhaltung.oeffentliches import Oeffentliches
from analysis.geheimhaltung.wissen import gather


class Angriff(StrEnum):
    """From where the attacker looks at several Freigaben of the same Grundzahl."""

    GEZEIGT_GLEICH = "gezeigt_gleich"
    WAHRHEIT_GLEICH = "wahrheit_gleich"


@dataclass(frozen=True)
class Pruefbericht:
    """What the audit did and found. Public: numbers of goals, never a value.

    `ziele`: numbers that must not be found out, over all Stichtage and attacks. `aufgedeckt`: those that were.
    `widerspruechlich`: Stichtage at which the attacker's guess about unchanged cells cannot be true.
    """

    bestanden: bool
    ziele: int
    aufgedeckt: int
    stichtage: int
    angriffe: tuple[str, ...]
    grundzahlen: tuple[str, ...]
    einteilungen: tuple[str, ...]
    wuerfel: int
    eckwerte: int
    widerspruechlich: int = 0

    def als_objekt(self) -> dict[str, object]:
        """The report as JSON."""
        return {n: list(w) if isinstance(w, tuple) else w for n, w in vars(self).items()}


@dataclass(frozen=True)
class Pruefung:
    """The report, and what was found out where: for the raw side and the tests only."""

    bericht: Pruefbericht
    befunde: tuple[tuple[date, Befund], ...]


def pruefe(oeffentlich: Oeffentliches, fortschritt: Callable[[date], None] | None = None) -> Pruefung:
    """Attack everything in `oeffentlich`, Stichtag by Stichtag.

    One attack takes cells for unchanged whose shown value is; with truths at hand a second one takes those that are in
    fact unchanged. `fortschritt` is called after each Stichtag.
    """
    mehrere = len({(v.kreis, v.grundzahl) for v in oeffentlich.wuerfel}) < len(oeffentlich.wuerfel)
    angriffe = tuple(Angriff) if mehrere else (Angriff.GEZEIGT_GLEICH,)
    befunde: list[tuple[date, Befund]] = []
    ziele = widerspruechlich = 0
    for tag in oeffentlich.stichtage:
        for angriff in angriffe:
            try:
                wissen, gesucht = gather(oeffentlich, tag, angriff == Angriff.WAHRHEIT_GLEICH)
                gefunden = attack(wissen, gesucht)
            except Widerspruch:
                if angriff == Angriff.WAHRHEIT_GLEICH:
                    raise  # the truth itself always fits
                widerspruechlich += 1
                continue
            ziele += len(gesucht)
            befunde += [(tag, b) for b in gefunden]
        if fortschritt is not None:
            fortschritt(tag)
    bericht = Pruefbericht(
        bestanden=not befunde,
        ziele=ziele,
        aufgedeckt=len(befunde),
        stichtage=len(oeffentlich.stichtage),
        angriffe=tuple(a.value for a in angriffe),
        grundzahlen=tuple(sorted({v.grundzahl for v in oeffentlich.wuerfel})),
        einteilungen=tuple(sorted(oeffentlich.einteilungen)),
        wuerfel=len(oeffentlich.wuerfel),
        eckwerte=len(oeffentlich.eckwerte),
        widerspruechlich=widerspruechlich,
    )
    return Pruefung(bericht, tuple(befunde))
