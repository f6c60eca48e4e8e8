"""All prepared specifications at once, so that no reader waits for Altair."""

from presentation.charts.altersbild import alters_vorlage
from presentation.charts.besuch import besuch_vorlage
from presentation.charts.gliederungsbild import gliederungs_vorlage
from presentation.charts.jahresstreifen import streifen_vorlage
from presentation.charts.karte import karten_vorlage
from presentation.charts.legende import legenden_vorlage
from presentation.charts.rangfolge import rangfolge_vorlage
from presentation.charts.spanne import spannen_vorlage
from presentation.charts.verlauf_vorlage import verlauf_vorlage
from presentation.charts.vier_sichten import sichten_vorlage
from presentation.charts.zeichenreihen import zeichen_vorlage
from presentation.charts.zwei_sichten import zwei_vorlage
from presentation.farben import MODI, Modus


def baue_vorlagen(modi: tuple[Modus, ...] = MODI) -> None:
    """Build and validate every kind of chart for the modes; later calls cost nothing. For the start of a process."""
    for modus in modi:
        verlauf_vorlage("gross", modus)
        verlauf_vorlage("klein", modus)
        rangfolge_vorlage(modus)
        legenden_vorlage(modus)
        alters_vorlage(modus)
        gliederungs_vorlage(modus)
        spannen_vorlage(modus)
        sichten_vorlage(modus)
        zeichen_vorlage(modus)
        zwei_vorlage(modus)
        besuch_vorlage(modus)
        streifen_vorlage(modus)
        karten_vorlage(modus, False)
        karten_vorlage(modus, True)
