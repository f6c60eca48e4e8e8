"""Which instances a rule has on a day: every year, every so many years, once, per meeting, or on occasion."""

from collections.abc import Iterator
from datetime import date

from analysis.pflichten.blick import Blick
from analysis.pflichten.fall import Fall
from models.gremienworte import Sitzungsstatus
from models.pflichttabellen import Pflicht
from models.pflichtworte import EINMALIG, Bezugsjahr


def bezugsjahr(pflicht: Pflicht, jahr: int) -> int | None:
    """The year that what is due in `jahr` is about; None where the rule names none."""
    return jahr + Bezugsjahr(pflicht.bezugsjahr).versatz if pflicht.bezugsjahr else None


def jaehrlich(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """One a calendar year, from the first year of validity to the year of the day."""
    bis = min(blick.stand, pflicht.gilt_bis or blick.stand).year
    for jahr in range(max(pflicht.gilt_von.year, pflicht.ab_jahr or 0), bis + 1):
        yield Fall(blick, pflicht, str(jahr), jahr, _tag_in(pflicht, jahr), bezugsjahr(pflicht, jahr))


def alle_jahre(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """Every so many years, up to the next one. Due in the year itself."""
    for jahr in _folge(blick, pflicht):
        yield Fall(blick, pflicht, str(jahr), jahr, _tag_in(pflicht, jahr))


def alle_jahre_davor(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """Every so many years: what must be done by the end of the year before. The first is named, so nothing is due."""
    for jahr in _folge(blick, pflicht):
        faellig = _tag_in(pflicht, jahr - 1) if jahr != pflicht.ab_jahr else None
        yield Fall(blick, pflicht, str(jahr), faellig.year if faellig else jahr, faellig)


def einmal(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """Once. Shown in the year of the day: a year that followed from its proof would tell of it."""
    ende = pflicht.gilt_bis
    yield Fall(blick, pflicht, EINMALIG, ende.year if ende else blick.stand.year)


def je_sitzung(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """One for each meeting up to the day that was not cancelled, and for each day somebody entered something about."""
    sitzungen = blick.bestand.sitzungen.get(pflicht.gremium_id or "", ())
    tage = {s.datum for s in sitzungen if s.datum <= blick.stand and s.status != Sitzungsstatus.AUSGEFALLEN}
    tage |= {wann for n in blick.nachweise if n.rule == pflicht.rule and (wann := _als_tag(n.instanz))}
    for tag in sorted(t for t in tage if t >= pflicht.gilt_von):
        yield Fall(blick, pflicht, tag.isoformat(), tag.year)


def bei_anlass(blick: Blick, pflicht: Pflicht) -> Iterator[Fall]:
    """The current year, and the years with an entry."""
    eingetragen = {n.instanz for n in blick.nachweise if n.rule == pflicht.rule and n.instanz.isdigit()}
    for jahr in sorted({blick.stand.year, *map(int, eingetragen)}):
        yield Fall(blick, pflicht, str(jahr), jahr, nur_eingetragen=jahr != blick.stand.year)


def _folge(blick: Blick, pflicht: Pflicht) -> Iterator[int]:
    jahr, schritt = pflicht.ab_jahr or pflicht.gilt_von.year, pflicht.alle_jahre or 1
    while jahr <= blick.stand.year:
        yield jahr
        jahr += schritt
    yield jahr


def _tag_in(pflicht: Pflicht, jahr: int) -> date | None:
    if pflicht.monat is None or pflicht.tag is None:
        return None
    return date(jahr, pflicht.monat, pflicht.tag)


def _als_tag(instanz: str) -> date | None:
    try:
        return date.fromisoformat(instanz)
    except ValueError:
        return None
