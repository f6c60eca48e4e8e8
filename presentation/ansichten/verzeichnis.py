"""From a link to the view it means: for the command line, for reports, for a Merkliste that others share."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from analysis.auswahl import loese_auf, waehle_region
from analysis.bestand import Bestand, finde_region, lade
from analysis.messen import Messwerk
from data_access import abfragen
from models.tabellen import Region
from presentation.ansichten import beteiligung, fristen, gremien, kennzahl
from presentation.ansichten.blick import Blick, blick_auf
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import Stelle

DER_KENNZAHL: Final[Mapping[str, Callable[[Blick], Bogen]]] = {
    kennzahl.VERLAUF: kennzahl.verlauf,
    kennzahl.RANGFOLGE: kennzahl.rangfolge,
    kennzahl.KARTE: kennzahl.karte,
}
"""Views of one Kennzahl by kind of picture."""
AUS_EINTRAGUNGEN: Final[Mapping[str, Callable[[Stelle, Bestand, date], Bogen]]] = {
    gremien.SEITE: gremien.aus_link,
    fristen.SEITE: fristen.aus_link,
    beteiligung.SEITE: beteiligung.aus_link,
}
"""Pages on what people entered: each finds its own views."""


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
    if stelle.seite not in AUS_EINTRAGUNGEN and stelle.art not in DER_KENNZAHL:
        raise KeineAnsicht(f"Die Ansicht „{stelle.art}“ gibt es nicht. Möglich sind: {', '.join(DER_KENNZAHL)}.")
    parameter = stelle.werte
    genannt = next(iter(parameter.get("region", ())), "")
    region, saetze = waehle_region(genannt, abfragen.regionen(), finde_region)
    if saetze:
        raise KeineAnsicht(f"Die Region „{genannt}“ gibt es hier nicht.")
    if stelle.seite in AUS_EINTRAGUNGEN:
        return AUS_EINTRAGUNGEN[stelle.seite](stelle, bestand_der(region), heute)
    auswahl, _ = loese_auf(parameter, bestand_der(region))
    b = kennzahl.pruefe(auswahl, blick_auf(auswahl, messwerk), stelle.art)
    return DER_KENNZAHL[stelle.art](b)
