"""The count a notice carries, as it is published: the protected value of its Grundzahl at its Stichtag, and no other.

Never what somebody typed in: a small number is about persons (docs/adr/0015).
"""

from dataclasses import dataclass
from datetime import date

from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.pflichten.stand import Sicht
from analysis.steckbrief import Messe
from analysis.vergleiche import Messung
from analysis.wege import Wege, wege
from models.grundzahlen import GRUNDZAHLEN, TEILMENGEN
from models.pflichtworte import Bezugsjahr
from models.vokabular import Ebene, Raumprinzip, Status


@dataclass(frozen=True)
class Lieferzahl:
    """What a notice counts, and its Stichtag. `messung`: the published value of the Kreis, None without a release."""

    kennzahl: Kennzahl
    stichtag: date
    messung: Messung | None


def lieferzahl(sicht: Sicht, bestand: Bestand, messe: Messe) -> Lieferzahl | None:
    """The count of an instance; None for a notice that carries none. It is public whether the instance is or not."""
    kennzahl = _kennzahl(sicht.pflicht.grundzahl)
    if kennzahl is None:
        return None
    tag = stichtag(sicht)
    return Lieferzahl(kennzahl, tag, _veroeffentlicht(kennzahl, tag, bestand, messe))


def stichtag(sicht: Sicht) -> date:
    """The day on which it is counted: in the year before where the notice looks back, else in its own year."""
    zurueck = sicht.pflicht.bezugsjahr == Bezugsjahr.VORJAHR
    jahr = sicht.bezugsjahr if zurueck and sicht.bezugsjahr else sicht.jahr
    return date(jahr, *GRUNDZAHLEN[sicht.pflicht.grundzahl].stichtag)


def orte(zahl: Lieferzahl, bestand: Bestand, messe: Messe) -> tuple[Wege, ...]:
    """Where the counted people are served, at the same Stichtag: of the count itself, or of each series within it.

    The series are not added up: a person with two services is in two of them.
    """
    if zahl.messung is None:
        return ()
    gemeinden = frozenset(ags for ags, _, _ in bestand.zeilen(Ebene.GEMEINDE))
    ganze = zahl.kennzahl.zaehler[0]
    gefunden = []
    for k in KENNZAHLEN:
        if k.art != "zahl" or len(k.zaehler) != 1 or k.zaehler[0] not in bestand.veroeffentlicht:
            continue
        if ganze in (k.zaehler[0], TEILMENGEN.get(k.zaehler[0])):
            gesamt = _veroeffentlicht(k, zahl.stichtag, bestand, messe)
            geteilt = wege(bestand.veroeffentlicht[k.zaehler[0]], k, gemeinden, gesamt, Raumprinzip.HERKUNFT)
            gefunden += [geteilt] if geteilt is not None else []
    return tuple(gefunden)


def teile_ergeben_summe(w: Wege) -> bool | None:
    """Whether the published parts add up to the published total; None: only within what protection leaves open."""
    if sum(m.wert for m in w.teile.values()) == w.gesamt.wert:
        return True
    von, bis = sum(m.von for m in w.teile.values()), sum(m.bis for m in w.teile.values())
    return None if von <= w.gesamt.bis and w.gesamt.von <= bis else False


def _kennzahl(grundzahl: str) -> Kennzahl | None:
    """The count of the catalogue over exactly this Grundzahl."""
    return next((k for k in KENNZAHLEN if k.art == "zahl" and k.zaehler == (grundzahl,)), None)


def _veroeffentlicht(kennzahl: Kennzahl, tag: date, bestand: Bestand, messe: Messe) -> Messung | None:
    alle = messe(bestand, kennzahl, bestand.ganzes.ebene, Raumprinzip.HERKUNFT, "")
    am = next((m for m in alle if m.stichtag == tag and m.gebiet == bestand.region.kreis_ags), None)
    return am if am is not None and am.status != Status.NICHT_GELIEFERT else None
