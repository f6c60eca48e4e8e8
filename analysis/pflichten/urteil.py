"""How every instance of every duty stands on a day: a pure function of what is entered and of the day.

Fairness comes before strictness (docs/adr/0015): overdue only with a day in the clause and a record of the side that
owes it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten import faelle
from analysis.pflichten.beteiligung import pruefe_aufgaben, pruefe_beteiligung, pruefe_mitglieder, pruefe_themen
from analysis.pflichten.blick import Blick
from analysis.pflichten.einmaliges import pruefe_anlass, pruefe_einmalig, pruefe_kuendigung, pruefe_richtung
from analysis.pflichten.fall import Fall, Urteil, tag
from analysis.pflichten.mitteilungen import pruefe_kanal, pruefe_mitteilung, pruefe_turnus
from analysis.pflichten.sitzungen import pruefe_anzahl, pruefe_befristung, pruefe_bildung, pruefe_einberufung
from analysis.pflichten.stand import Pflichtstand
from analysis.pflichten.wechsel import pruefe_wechsel
from models.pflichttabellen import Pflicht
from models.pflichtworte import Nachweisart, Pflichtart, Pflichtstatus, Pruefung


@dataclass(frozen=True)
class _Test:
    """Which instances a rule has, and how one of them stands."""

    zerlege: Callable[[Blick, Pflicht], Iterable[Fall]]
    pruefe: Callable[[Fall], Urteil]


TESTS: Final[dict[Pruefung, _Test]] = {
    Pruefung.SITZUNGEN: _Test(faelle.jaehrlich, pruefe_anzahl),
    Pruefung.WECHSEL: _Test(faelle.alle_jahre_davor, pruefe_wechsel),
    Pruefung.EINBERUFUNG: _Test(faelle.je_sitzung, pruefe_einberufung),
    Pruefung.BEFRISTUNG: _Test(faelle.einmal, pruefe_befristung),
    Pruefung.BILDUNG: _Test(faelle.einmal, pruefe_bildung),
    Pruefung.MITTEILUNG: _Test(faelle.jaehrlich, pruefe_mitteilung),
    Pruefung.KANAL: _Test(faelle.jaehrlich, pruefe_kanal),
    Pruefung.ANLASS: _Test(faelle.bei_anlass, pruefe_anlass),
    Pruefung.EINMALIG: _Test(faelle.einmal, pruefe_einmalig),
    Pruefung.BETEILIGUNG: _Test(faelle.jaehrlich, pruefe_beteiligung),
    Pruefung.RICHTUNG: _Test(faelle.einmal, pruefe_richtung),
    Pruefung.KUENDIGUNG: _Test(faelle.bei_anlass, pruefe_kuendigung),
    Pruefung.THEMEN: _Test(faelle.jaehrlich, pruefe_themen),
    Pruefung.MITGLIEDER: _Test(faelle.jaehrlich, pruefe_mitglieder),
    Pruefung.AUFGABEN: _Test(faelle.jaehrlich, pruefe_aufgaben),
    Pruefung.TURNUS: _Test(faelle.alle_jahre, pruefe_turnus),
}
"""Every way to test a duty, closed."""


def pflichtstaende(bestand: Gremienbestand, stand: date) -> tuple[Pflichtstand, ...]:
    """How every instance stands on the day `stand`, by year, rule and instance. Rows dated later are not read."""
    staende = (_stand(fall) for fall in _faelle(bestand, stand))
    return tuple(sorted(staende, key=lambda s: (s.jahr, s.pflicht.rule, s.instanz)))


def faelligkeiten(bestand: Gremienbestand, von: date, bis: date) -> tuple[tuple[date, Pflicht, str], ...]:
    """The days from `von` to `bis` on which an instance is due, whatever its state: day, duty, instance."""
    alle = ((f.faellig, f.pflicht, f.instanz) for f in _faelle(bestand, bis) if f.faellig and von <= f.faellig <= bis)
    return tuple(sorted(alle, key=lambda t: (t[0], t[1].rule, t[2])))


def _faelle(bestand: Gremienbestand, stand: date) -> list[Fall]:
    blick = Blick(bestand, stand)
    gueltig = (p for p in bestand.e.pflichten if p.gilt_von <= stand)
    return [fall for p in gueltig for fall in TESTS[Pruefung(p.pruefung)].zerlege(blick, p)]


def _stand(fall: Fall) -> Pflichtstand:
    urteil = _urteile(fall)
    return Pflichtstand(
        fall.pflicht,
        fall.instanz,
        fall.jahr,
        urteil.status,
        fall.faellig,
        urteil.beleg,
        bezugsjahr=fall.bezugsjahr,
        am=urteil.am,
        freigegeben=fall.freigegeben,
        synthetisch=urteil.synthetisch,
        nur_eingetragen=fall.nur_eingetragen,
    )


def _urteile(fall: Fall) -> Urteil:
    entfaellt = fall.mit(Nachweisart.ENTFAELLT)
    if entfaellt and not any(n.datum > entfaellt[-1].datum for n in fall.belege):
        satz = f"Am {tag(entfaellt[-1].datum)} ist eingetragen, dass es entfällt."
        return Urteil(Pflichtstatus.NICHT_ANWENDBAR, satz, synthetisch=entfaellt[-1].synthetisch)
    urteil = TESTS[Pruefung(fall.pflicht.pruefung)].pruefe(fall)
    if fall.pflicht.art != Pflichtart.PFLICHT and urteil.status != Pflichtstatus.ERFUELLT:
        return replace(urteil, status=Pflichtstatus.NICHT_ANWENDBAR)
    return urteil
