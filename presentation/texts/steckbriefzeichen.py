"""The numbers a Steckbrief shows, part by part, for the explanation of those that are protected."""

from collections.abc import Iterator, Sequence

from analysis.bestand import Bestand
from analysis.sichten import groesste_abweichung
from analysis.steckbriefteile import Leitzahl, Steckbrief, Themenblock, Weitere
from analysis.wege import Menge
from models.vokabular import Status
from presentation.texts.hinweise import Gezeigt, eigene_einteilung
from presentation.texts.schutzsaetze import SUMMEN, VERAENDERT, eigener_planungsraum, spannensatz
from presentation.texts.steckbrieftafeln import gezeigte_wege
from presentation.texts.zahlen import ist_zahl, spanne


def des_themas(block: Themenblock) -> Iterator[Gezeigt]:
    """People and rates of the leading figures, and the other Kennzahlen."""
    for leit in block.leitzahlen:
        for z in leit.zaehlungen:
            yield Gezeigt(leit.zahl, z.raumprinzip, z.personen)
            if z.rate is not None:
                yield Gezeigt(leit.rate, z.raumprinzip, z.rate)
    yield from der_weiteren(block.weitere)


def der_weiteren(weitere: Sequence[Weitere]) -> Iterator[Gezeigt]:
    """The values of a table of further Kennzahlen."""
    for w in weitere:
        yield from (Gezeigt(w.kennzahl, w.raumprinzip, m) for m in (w.wert, w.kreis) if m is not None)


def schutzzeile(s: Steckbrief, bestand: Bestand) -> str:
    """How the numbers of all themes are protected; of a Planungsraum that the rounding did not know also how far."""
    satz = f"{VERAENDERT} {SUMMEN}"
    if not eigene_einteilung(bestand, s.ort.ebene, s.ort.einteilung):
        return satz
    weiten = (groesste_abweichung(bestand, leit.zahl, s.ort.ebene, s.ort.einteilung) for leit in s.leitzahlen)
    return f"{satz} {eigener_planungsraum(max(weiten, default=0))}"


def der_rate(leit: Leitzahl) -> Iterator[Gezeigt]:
    """The values of a small map: one leading rate in all areas."""
    if leit.stellung is not None:
        yield from (Gezeigt(leit.rate, leit.zaehlungen[0].raumprinzip, m) for m in leit.stellung.alle)


def des_vergleichs(s: Steckbrief) -> Iterator[Gezeigt]:
    """The rates of all areas."""
    for leit in s.leitzahlen:
        yield from der_rate(leit)


def der_jahre(s: Steckbrief) -> Iterator[Gezeigt]:
    """The people of the area over the years."""
    for leit in s.leitzahlen:
        for z in leit.zaehlungen[:1]:
            yield from (Gezeigt(leit.zahl, z.raumprinzip, m) for m in z.reihe)


def der_wege(s: Steckbrief) -> list[tuple[str, str]]:
    """The ranges in the tables of the ways, each with its sentence."""
    mengen = [m for w in gezeigte_wege(s) for m in (w.gesamt, *w.teile.values())]
    kleine = {(m.von, m.bis): m for m in mengen if _ist_spanne(m)}
    return [
        (spanne(von, bis), spannensatz(m.wert, von, bis, Status.GESCHUETZT)) for (von, bis), m in sorted(kleine.items())
    ]


def _ist_spanne(menge: Menge) -> bool:
    return menge.von < menge.bis and not ist_zahl(menge.wert, menge.von, menge.bis, Status.GESCHUETZT)
