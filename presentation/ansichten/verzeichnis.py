"""From a link to the view it means: for the command line, for reports, for a Merkliste that others share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.auswahl import loese_auf, waehle_region
from analysis.bestand import Bestand, finde_region, lade
from analysis.messen import Messwerk
from data_access import abfragen
from models.tabellen import Region
from presentation.ansichten import gliederung, kennzahl
from presentation.ansichten.blick import Blick, blick_auf
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import Stelle


@dataclass(frozen=True)
class Anfrage:
    """A link with what it is looked up in. `heute`: the day on which duties and planned meetings are looked at."""

    stelle: Stelle
    bestand: Bestand
    messwerk: Messwerk
    heute: date


Bauer = Callable[[Anfrage], Bogen]
"""Makes the view of a link or raises `KeineAnsicht`."""


def _der_kennzahl(baue: Callable[[Blick], Bogen]) -> Bauer:
    """Views of one Kennzahl, from the parameters of the filter bar."""

    def aus_link(anfrage: Anfrage) -> Bogen:
        auswahl, _ = loese_auf(anfrage.stelle.werte, anfrage.bestand)
        b = blick_auf(auswahl, anfrage.messwerk)
        return baue(kennzahl.pruefe(auswahl, b, anfrage.stelle.art))

    return aus_link


ANSICHTEN: Final[Mapping[str, Mapping[str, Bauer]]] = {
    "zahlen": {
        kennzahl.VERLAUF: _der_kennzahl(kennzahl.verlauf),
        kennzahl.RANGFOLGE: _der_kennzahl(kennzahl.rangfolge),
        gliederung.TEILE: _der_kennzahl(lambda b: gliederung.teile(gliederung.pruefe(b))),
        gliederung.VERLAUF_DES_TEILS: _der_kennzahl(lambda b: gliederung.verlauf(gliederung.pruefe(b))),
    },
    "karte": {kennzahl.KARTE: _der_kennzahl(kennzahl.karte)},
}
"""The pictures of each page by their `art`; one that ends in "-" is followed by a Kennzahl."""


def lade_bestand(region: Region) -> Bestand:
    """The region at the Fassung in force."""
    return lade(region, abfragen.stand(region.slug))


def bogen(
    stelle: Stelle,
    messwerk: Messwerk,
    bestand_der: Callable[[Region], Bestand] = lade_bestand,
    *,
    heute: date,
) -> Bogen:
    """The view of a link with the numbers in force now. Raises `KeineAnsicht`.

    `heute`: the day on which duties and planned meetings are looked at.
    """
    baue = _bauer(stelle)
    return baue(Anfrage(stelle, bestand_der(_region(stelle)), messwerk, heute))


def _bauer(stelle: Stelle) -> Bauer:
    der_seite = ANSICHTEN.get(stelle.seite)
    if der_seite is None:
        raise KeineAnsicht(
            f"Die Seite „{stelle.seite}“ hat keine Ansicht zum Mitnehmen. Möglich sind: {', '.join(ANSICHTEN)}."
        )
    stamm, strich, _ = stelle.art.partition("-")
    baue = der_seite.get(stelle.art) or der_seite.get(stamm + strich)
    if baue is None or (stelle.art == stamm + strich and strich):
        raise KeineAnsicht(
            f"Die Ansicht „{stelle.art}“ gibt es auf der Seite „{stelle.seite}“ nicht. Möglich sind: "
            f"{', '.join(f'{art}<Kennzahl>' if art.endswith('-') else art for art in der_seite)}."
        )
    return baue


def _region(stelle: Stelle) -> Region:
    genannt = next(iter(stelle.werte.get("region", ())), "")
    region, saetze = waehle_region(genannt, abfragen.regionen(), finde_region)
    if saetze:
        raise KeineAnsicht(f"Die Region „{genannt}“ gibt es hier nicht.")
    return region
