"""Words for what is entered about duties: kinds of proof, ways, sides, instances."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from data_access.importing.gremienworte import name_auf_dem_schirm
from models.pflichttabellen import Nachweis, Pflicht, Termin
from models.pflichtworte import EINMALIG, Kanal, Nachweisart, Partnerseite, Pflichtart, Pruefung
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum

NACHWEISARTEN: Final[dict[str, str]] = {str(a): name_auf_dem_schirm(a) for a in Nachweisart}
KANAELE: Final[dict[str, str]] = {str(k): name_auf_dem_schirm(k) for k in Kanal}
PARTNERSEITEN: Final[dict[str, str]] = {str(s): name_auf_dem_schirm(s) for s in Partnerseite}

FREIGABEREGEL: Final = "Außen sichtbar wird der Stand erst, wenn beide Seiten freigegeben haben."
OHNE_NAMEN: Final = "ohne Namen und ohne Angaben zu Einzelnen"

_N: Final = Nachweisart
_SINNVOLL: Final[dict[str, tuple[Nachweisart, ...]]] = {
    Pruefung.SITZUNGEN: (),
    Pruefung.WECHSEL: (_N.WECHSEL, _N.BESCHLUSS),
    Pruefung.EINBERUFUNG: (_N.EINLADUNG, _N.PROTOKOLL),
    Pruefung.BEFRISTUNG: (_N.VERLAENGERUNG,),
    Pruefung.BILDUNG: (_N.BESCHLUSS, _N.VEREINBARUNG),
    Pruefung.MITTEILUNG: (_N.MITTEILUNG, _N.LIEFERUNG),
    Pruefung.KANAL: (_N.MITTEILUNG, _N.LIEFERUNG),
    Pruefung.ANLASS: (_N.MITTEILUNG, _N.MASSNAHME, _N.BETEILIGUNG, _N.BESCHLUSS, _N.SITZUNG, _N.DOKUMENT),
    Pruefung.EINMALIG: (_N.VEREINBARUNG, _N.DOKUMENT, _N.BESCHLUSS, _N.BERICHT),
    Pruefung.BETEILIGUNG: (_N.BETEILIGUNG, _N.MASSNAHME),
    Pruefung.RICHTUNG: (),
    Pruefung.KUENDIGUNG: (_N.MITTEILUNG, _N.DOKUMENT),
    Pruefung.THEMEN: (_N.SITZUNG, _N.BERICHT, _N.DOKUMENT),
    Pruefung.MITGLIEDER: (_N.SITZUNG, _N.DOKUMENT),
    Pruefung.AUFGABEN: (_N.BERICHT, _N.SITZUNG, _N.DOKUMENT),
    Pruefung.TURNUS: (_N.BERICHT, _N.VEREINBARUNG, _N.VERLAENGERUNG),
}
"""Test of a duty -> what proves it. Meetings are counted on the page Gremien, so there is nothing to enter for them."""


def arten(pflicht: Pflicht) -> dict[str, str]:
    """The kinds of entry that make sense for a duty, in words: what proves it, then what is no proof."""
    gemeint = [*_SINNVOLL[pflicht.pruefung]]
    if pflicht.rechtsstand_bis is not None:
        gemeint.append(_N.RECHTSAUSKUNFT)
    if pflicht.art == Pflichtart.PFLICHT:
        gemeint += [_N.ENTFAELLT] if pflicht.pruefung == Pruefung.SITZUNGEN else [_N.STEHT_AUS, _N.ENTFAELLT]
    return {str(a): NACHWEISARTEN[a] for a in gemeint}


def pflichtname(pflicht: Pflicht) -> str:
    """A duty by its title and clause, never by its number."""
    return f"{schlicht(pflicht.titel)} ({schlicht(pflicht.klausel)})"


def instanzname(instanz: str, bezugsjahr: int | None = None) -> str:
    """One instance in words: a year (and the year a notice is about), the day of a meeting, or that there is one."""
    if instanz == EINMALIG:
        return "einmalig"
    if len(instanz) > 4:
        return f"Sitzung am {datum(date.fromisoformat(instanz))}"
    return f"{instanz} (für {bezugsjahr})" if bezugsjahr not in (None, int(instanz)) else instanz


def nachweisname(n: Nachweis) -> str:
    """An entry in one line: day, kind, side, instance."""
    seite = f", {PARTNERSEITEN[n.seite]}" if n.seite else ""
    erfunden = " (synthetisch)" if n.synthetisch else ""
    return f"{datum(n.datum)}: {NACHWEISARTEN[n.art]}{seite}, {instanzname(n.instanz)}{erfunden}"


def terminname(t: Termin) -> str:
    """An own date in one line: day, what, and when it was done."""
    fertig = f", erledigt am {datum(t.erledigt_am)}" if t.erledigt_am else ""
    erfunden = " (synthetisch)" if t.synthetisch else ""
    return f"{datum(t.datum)}: {schlicht(t.titel)}{fertig}{erfunden}"


def seiten(freigegeben: Sequence[str]) -> str:
    """Who has released: "freigegeben von: Träger"; both, or nobody."""
    namen = [PARTNERSEITEN[s] for s in PARTNERSEITEN if s in freigegeben]
    if not namen:
        return "noch von keiner Seite freigegeben"
    return "von beiden Seiten freigegeben" if len(namen) == len(PARTNERSEITEN) else f"freigegeben: {namen[0]}"
