"""One instance of a duty on a day, and what every test of it shares: what is proven, what a side says, what is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from analysis.pflichten.blick import Blick
from models.gremientabellen import Sitzung
from models.pflichttabellen import Nachweis, Pflicht
from models.pflichtworte import (
    EINMALIG,
    IMMER_SICHTBAR,
    KEIN_NACHWEIS,
    Nachweisart,
    Partnerseite,
    Pflichtstatus,
    Zustaendig,
)

SEITEN: Final = {Partnerseite.TRAEGER: "Der Träger", Partnerseite.KREIS: "Der Kreis"}
"""The sides as subjects of a sentence."""

_SCHULDIG: Final = {
    Zustaendig.TRAEGER: frozenset({Partnerseite.TRAEGER}),
    Zustaendig.KREIS: frozenset({Partnerseite.KREIS}),
}


@dataclass(frozen=True)
class Urteil:
    """How an instance stands and why. `am`: the day it was done, if it was."""

    status: Pflichtstatus
    beleg: str
    am: date | None = None
    synthetisch: bool = False


@dataclass(frozen=True)
class Fall:
    """One instance of a duty. `jahr`: the calendar year it is shown in. `faellig`: its last day, if it has one.

    `nur_eingetragen`: there is this instance only because somebody entered something about it.
    """

    blick: Blick
    pflicht: Pflicht
    instanz: str
    jahr: int
    faellig: date | None = None
    bezugsjahr: int | None = None
    nur_eingetragen: bool = False

    @property
    def stand(self) -> date:
        """The day it is looked at."""
        return self.blick.stand

    @cached_property
    def eintraege(self) -> tuple[Nachweis, ...]:
        """All entries about it, oldest first."""
        return self.blick.zu(self.pflicht.rule, self.instanz)

    @cached_property
    def belege(self) -> tuple[Nachweis, ...]:
        """The entries that prove something, oldest first."""
        return tuple(n for n in self.eintraege if n.art not in KEIN_NACHWEIS)

    @property
    def vorbei(self) -> bool:
        """Whether its time has passed: the day after its last one; without a day, the year after its own."""
        if self.faellig is not None:
            return self.stand > self.faellig
        return self.instanz == EINMALIG or self.stand.year > self.jahr

    @property
    def schuldner(self) -> frozenset[Partnerseite]:
        """The sides whose word shows that it was not done. What both owe, either may say."""
        return _SCHULDIG.get(Zustaendig(self.pflicht.zustaendig), frozenset(Partnerseite))

    def mit(self, *arten: Nachweisart) -> tuple[Nachweis, ...]:
        """Its entries of these kinds, oldest first."""
        return tuple(n for n in self.eintraege if n.art in arten)

    @property
    def freigegeben(self) -> bool:
        """Whether its state may be shown outside: what a Gremium does always, else if both sides agreed.

        The Geschäftsführung is an office of one partner, so what it owes needs both as well.
        """
        if self.pflicht.zustaendig in IMMER_SICHTBAR:
            return True
        return {n.seite for n in self.mit(Nachweisart.FREIGABE)} >= set(Partnerseite)

    @property
    def rechtsstand_offen(self) -> bool:
        """Whether it falls into the time after its law changed, and nobody has entered what holds since."""
        bis = self.pflicht.rechtsstand_bis
        if bis is None or (self.faellig or self.stand) <= bis:
            return False
        alle = (n for n in self.blick.nachweise if n.rule == self.pflicht.rule and n.instanz <= self.instanz)
        return not any(n.art == Nachweisart.RECHTSAUSKUNFT for n in alle)


def tag(wann: date) -> str:
    """`tag(date(2024, 4, 30))` -> "30.04.2024"."""
    return f"{wann:%d.%m.%Y}"


def tage(sitzungen: Iterable[Sitzung]) -> str:
    """The days of meetings, one after another."""
    return ", ".join(tag(s.datum) for s in sitzungen)


def anzahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    """`anzahl(1, "Tag", "Tage")` -> "1 Tag"."""
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def belegt(fall: Fall, was: str) -> Urteil:
    """Proven by an entry. `was` begins the sentence ("Mitgeteilt"). Later `steht_aus` of a side contradicts it."""
    erster, letzter = fall.belege[0], fall.belege[-1]
    synthetisch = any(n.synthetisch for n in fall.belege)
    satz = f"{was} am {tag(erster.datum)}{verspaetet(erster.datum, fall.faellig)}."
    spaeter = [n for n in fall.mit(Nachweisart.STEHT_AUS) if n.datum > letzter.datum]
    if spaeter:
        zusatz = f" {_sagt(spaeter[-1])}. Beide Einträge bleiben stehen."
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz + zusatz, synthetisch=synthetisch or spaeter[-1].synthetisch)
    return Urteil(Pflichtstatus.ERFUELLT, satz, erster.datum, synthetisch)


def verspaetet(am: date, faellig: date | None) -> str:
    """ ", 5 Tage nach dem 30.04.2024", empty if it was in time."""
    if faellig is None or am <= faellig:
        return ""
    return f", {anzahl((am - faellig).days, 'Tag', 'Tage')} nach dem {tag(faellig)}"


def unbelegt(fall: Fall, offen: str, danach: str) -> Urteil:
    """Not proven: `offen` is said while there is time, `danach` when it has passed.

    Overdue only with a last day and the word of a side that owes it. What the other side says is told, and no more.
    """
    if fall.rechtsstand_offen:
        return _rechtsstand(fall)
    if not fall.vorbei:
        return Urteil(Pflichtstatus.OFFEN, offen)
    # What was lacking before the last day shows nothing about the day after it.
    aussteht = [n for n in fall.mit(Nachweisart.STEHT_AUS) if fall.faellig is None or n.datum > fall.faellig]
    eigene = [n for n in aussteht if n.seite in fall.schuldner]
    if eigene and fall.faellig is not None:
        satz = f"{_sagt(eigene[-1])}. Der letzte Tag war der {tag(fall.faellig)}."
        return Urteil(Pflichtstatus.UEBERFAELLIG, satz, synthetisch=eigene[-1].synthetisch)
    if aussteht:
        satz = f"{danach} {_sagt(aussteht[-1])}."
        return Urteil(Pflichtstatus.KEIN_BELEG, satz, synthetisch=aussteht[-1].synthetisch)
    return Urteil(Pflichtstatus.KEIN_BELEG, danach)


def _sagt(eintrag: Nachweis) -> str:
    seite = SEITEN[Partnerseite(eintrag.seite)] if eintrag.seite else "Eine Seite"
    return f"{seite} hat am {tag(eintrag.datum)} eingetragen, dass es noch aussteht"


def _rechtsstand(fall: Fall) -> Urteil:
    bis = fall.pflicht.rechtsstand_bis or fall.stand
    satz = f"Das Recht, auf dem es beruht, galt so bis {tag(bis)}. Was seitdem gilt, ist nicht eingetragen."
    return Urteil(Pflichtstatus.RECHTSSTAND_PRUEFEN, satz)


def unbelegt_mit(fall: Fall, satz: str, erfunden: bool) -> Urteil:
    """As `unbelegt` with one sentence for both; synthetic too where what it rests on (`erfunden`) is."""
    offen = unbelegt(fall, satz, satz)
    return Urteil(offen.status, offen.beleg, None, erfunden or offen.synthetisch)
