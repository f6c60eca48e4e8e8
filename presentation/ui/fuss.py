"""Under every chart: where the numbers come from, and the same numbers as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from analysis import sichten
from analysis.auswahl import Auswahl
from presentation.charts.diagramm import Diagramm
from presentation.exports import tabelle
from presentation.exports.bild import Bildtext, png
from presentation.texts import hinweise, quellen
from presentation.ui import herunterladen


@dataclass(frozen=True)
class Bild:
    """What the PNG shows: the charts (built only on a click), the finding, what is counted, and what the signs for
    protected numbers in it mean.
    """

    baue: Callable[[], Sequence[Diagramm]]
    befund: str
    unterzeile: str
    zeichen: Sequence[tuple[str, str]] = ()


def fuss(auswahl: Auswahl, basen: list[str], bild: Bild, mit_karte: bool = False) -> None:
    """Source lines left, downloads right."""
    zeilen = quellen.zeilen(auswahl, basen, mit_karte)
    st.divider()
    links, rechts = st.columns([7, 5], gap="large")
    links.markdown("  \n".join(f":small[**{name}** :gray[{text}]]" for name, text in zeilen))
    with rechts.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _herunterladen(auswahl, bild, tuple(f"{name}: {text}" for name, text in zeilen))


def _herunterladen(auswahl: Auswahl, bild: Bild, fusszeilen: tuple[str, ...]) -> None:
    """Files are made on the click, in a thread of their own: nothing here may ask Streamlit."""
    gewaehlt, bestand = auswahl.kennzahl, auswahl.bestand
    stamm = herunterladen.stamm(bestand, gewaehlt.id, bestand.region.slug, auswahl.ebene, auswahl.raumprinzip)

    def werte(format_: str) -> bytes:
        alle = sichten.gebietswerte(bestand, gewaehlt, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung)
        titel = f"{gewaehlt.titel}, {bestand.region.name}"
        saetze = hinweise.fuer_datei(alle, gewaehlt, bestand, auswahl.ebene, auswahl.einteilung)
        return tabelle.als_datei(alle, format_, titel, quellen.erklaerung(gewaehlt, bestand), saetze)

    def png_datei() -> bytes:
        hinweis = (f"Hinweis: {tabelle.SYNTHETISCH}",) if bestand.synthetisch else ()
        kleine = tuple(f"„{z}“: {satz}" for z, satz in bild.zeichen)
        return png(list(bild.baue()), Bildtext(bild.befund, bild.unterzeile, (*hinweis, *kleine, *fusszeilen)))

    herunterladen.tabellen(partial(werte, "csv-excel"), partial(werte, "xlsx"), stamm, "laden")
    herunterladen.datei("PNG", png_datei, f"{stamm}.png", "laden_png")
