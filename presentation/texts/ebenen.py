"""Words about levels: which one makes sense for a Kennzahl, and what a finer one costs."""

from collections.abc import Sequence
from typing import Final

from analysis.auswahl import Auswahl, ist_feiner, sinnvolle_ebene
from analysis.bestand import Bestand
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung
from models.vokabular import Ebene, Status
from presentation.texts.steckbrief import dativ
from presentation.texts.zahlen import ist_zahl, zahl

EINZAHL: Final[dict[str, str]] = {
    Ebene.LAND: "Land",
    Ebene.KREIS: "Kreis",
    Ebene.PLANUNGSRAUM: "Planungsraum",
    Ebene.GEMEINDE: "Gemeinde",
}


def ebenenname(bestand: Bestand, ebene: str) -> str:
    """A level in the singular; the whole of a region by its own word ("Stadt")."""
    return bestand.ganzes.wort if ebene == bestand.ganzes.ebene else EINZAHL[ebene]


def ebenensatz(auswahl: Auswahl, heute: Sequence[Messung]) -> str:
    """Below the sensible level: how many areas have no number, and where numbers say more. Empty else.

    Counted from the published values: areas with a range in place of a number, or without the rate.
    """
    sinnvoll = sinnvolle_ebene(auswahl.bestand, auswahl.kennzahl)
    mit_wert = [m for m in heute if m.status in (Status.GEZEIGT, Status.GESCHUETZT)]
    klein = sum(not ist_zahl(m.wert, m.von, m.bis, m.status) for m in mit_wert)
    if not klein or not ist_feiner(auswahl.ebene, sinnvoll):
        return ""
    steht = "steht" if klein == 1 else "stehen"
    wie = "als Spanne" if auswahl.kennzahl.art == "zahl" else "als „geschützt“"
    return (
        f"Auf dieser Ebene sind die Zahlen klein: {zahl(klein)} von {zahl(len(mit_wert))} {dativ(auswahl.mehrzahl)} "
        f"{steht} {wie}. Sinnvoll ist die Ebene {ebenenname(auswahl.bestand, sinnvoll)}."
    )


def sinnvoll_ab(kennzahl: Kennzahl, bestand: Bestand) -> str:
    """The finest sensible level of a record, and where the region opens if that is coarser."""
    satz = f"{EINZAHL[kennzahl.sinnvolle_ebene]}."
    if kennzahl.nur_kreis:
        return satz
    if kennzahl.sinnvolle_ebene != Ebene.GEMEINDE:
        satz += " Feinere Ebenen lassen sich wählen; dort stehen viele Zahlen als Spanne."
    hier = sinnvolle_ebene(bestand, kennzahl)
    if hier == kennzahl.sinnvolle_ebene:
        return satz
    return f"{satz} In der Region {bestand.region.name} öffnen die Seiten mit der Ebene {ebenenname(bestand, hier)}."
