"""Counts of participation in words: how many of how many, what is unknown, where something is written."""

from collections.abc import Sequence
from typing import Final

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.plaetze import STELLE
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KEINE_ANGABE
from presentation.texts.zahlen import prozent, zahl

MIT_PROZENT_AB: Final = 10
"""Below so many a percentage says less than the counts beside it."""

GRUENDE: Final[dict[Grund, str]] = {
    Grund.KEIN_SITZ: "Es ist kein Platz für Selbstvertretung vereinbart.",
    Grund.OHNE_ZAHL: "Selbstvertretung ist genannt, aber ohne Zahl der Plätze.",
    Grund.OHNE_STIMME: "Es ist kein Platz mit Stimme vereinbart.",
    Grund.NICHTS_ANGEFRAGT: "Kein Eintrag: Es wurde nichts angefragt, oder es ist nicht eingetragen.",
    Grund.NICHTS_BEWERTET: "Es ist noch nichts bewertet.",
    Grund.KEINE_SITZUNG: "Es ist keine Sitzung eingetragen, die stattfand.",
    Grund.NIEMAND_DA: "Es ist niemand gekommen.",
    Grund.KEIN_PUNKT: "Es ist kein Punkt der Tagesordnung eingetragen.",
    Grund.KEINE_EMPFEHLUNG: "Es ist keine Empfehlung eingetragen.",
    Grund.NICHTS_ENTSCHIEDEN: "Über keine der Empfehlungen ist bisher entschieden.",
    Grund.KEINE_EINTEILUNG: "Für diese Region sind keine Planungsräume festgelegt.",
    Grund.NUR_GESAMTZAHL: f"{KEINE_ANGABE}: Bekannt ist nur, wie viele insgesamt kamen.",
    Grund.KEINE_ANGABE: f"{KEINE_ANGABE}: Dazu ist nichts eingetragen.",
}
"""Why there is no figure, as a sentence."""

Ding = tuple[str, str]
"""What is counted, after "von": "1 von 1 Sitzung", "2 von 3 Sitzungen"."""


SITZUNGEN: Final[Ding] = ("Sitzung", "Sitzungen")
PUNKTE: Final[Ding] = ("Punkt", "Punkten")


def von(a: Anteil, ding: Ding, mit_prozent: bool = True) -> str:
    """Counts: "4 von 58 Anwesenden (6,9 %)", "mindestens 2 von 3 Sitzungen"; without anything to count the reason."""
    if a.grund is not None and not a.nenner:
        return str(a.grund)
    text = f"{'mindestens ' if a.unbekannt else ''}{zahl(a.zaehler)} von {menge(a.nenner, ding)}"
    anteil = a.anteil
    return (
        f"{text} ({prozent(float(anteil * 100))})"
        if mit_prozent and anteil is not None and a.nenner >= MIT_PROZENT_AB
        else text
    )


def unbekannt(offen: int, alle: int, ding: Ding) -> str:
    """ "k. A. für 1 von 3 Sitzungen."; nothing where all is known."""
    return f"{KEINE_ANGABE} für {zahl(offen)} von {menge(alle, ding)}." if offen else ""


def quellen(namen: Sequence[str]) -> str:
    """Sources after "in": "Anlage 1 und 2", "§ 5 und Anlage 2", "der Quelle „Meldung“"; without one "dem Register"."""
    stellen = [treffer for name in namen if (treffer := STELLE.fullmatch(name))]
    arten = dict.fromkeys(sorted((t[1] for t in stellen), reverse=True))
    teile = [f"{art} {aufzaehlung([t[2] for t in stellen if t[1] == art])}" for art in arten]
    teile = [t.replace("§ ", "§§ ", 1) if t.startswith("§") and " und " in t else t for t in teile]
    teile += [f"der Quelle „{schlicht(name)}“" for name in namen if not STELLE.fullmatch(name)]
    return aufzaehlung(teile) or "dem Register"


def gezaehlt(a: Anteil, ding: Ding) -> str:
    """The counts of a sentence. A lower bound of 0 says nothing: then of how many it is known."""
    if a.unbekannt and not a.zaehler:
        return f"0 von {menge(a.bekannt, ding)} mit Angabe"
    return von(a, ding)


def menge(n: int, ding: Ding) -> str:
    """ "1 Sitzung", "3 Sitzungen"."""
    return f"{zahl(n)} {ding[0] if n == 1 else ding[1]}"


def zusammen(*saetze: str) -> str:
    """The sentences that there are, one after the other."""
    return " ".join(s for s in saetze if s)
