"""What the page Beteiligung looks at: region, Gremium, year, theme, Planungsraum. The choice lives in the link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import streamlit as st

from analysis.beteiligung.auswahl import ALLE, PARAMETER, loese_auf
from analysis.beteiligung.messen import messe
from models.gremientabellen import Gremium
from presentation.ansichten import beteiligung as ansichten
from presentation.texts.freitext import schlicht
from presentation.texts.gremienregister import gremienname
from presentation.texts.methodik import THEMENWAHL
from presentation.ui import rahmen, region, zwischenspeicher
from presentation.ui.adresse import setze
from presentation.ui.beteiligung import schwellen
from presentation.ui.gremien.blick import waehler

_SEITE: Final = "beteiligung"


@dataclass(frozen=True)
class Blick(ansichten.Blick):
    """One view of participation on the page. `ziel`: own target share."""

    ziel: int | None

    @property
    def eigenstaendige(self) -> tuple[Gremium, ...]:
        """Those that are not a part of another one that is looked at."""
        ids = {g.id for g in self.gremien}
        return tuple(g for g in self.gremien if g.uebergeordnet_id not in ids)

    @property
    def kurz(self) -> str:
        """The Gremium or the region in a headline."""
        return schlicht(self.gremium.kurz) if self.gremium else self.regionsname


def oeffne() -> Blick | None:
    """Resolve the link, say what gave way, and draw the choices; None if there is no region yet."""
    gebiete = region.bestimme()
    if gebiete is None:
        return None
    bestand = zwischenspeicher.gremien(gebiete.region.slug)
    raeume = gebiete.hauptraeume
    parameter = {name: st.query_params[name] for name in PARAMETER if name in st.query_params}
    gewaehlt, saetze = loese_auf(parameter, bestand, gebiete.region.name, THEMENWAHL, raeume)
    rahmen.hinweise(saetze)
    grenzen, ziel = schwellen.gemerkte()
    b = messe(bestand, gewaehlt.ausschnitt, grenzen, raeume)
    heute = datetime.now().astimezone().date()
    blick = Blick(gebiete, bestand, gewaehlt, raeume, b, heute, ziel)
    _leiste(blick)
    return blick


def _leiste(blick: Blick) -> None:
    """One row on a desktop; on a phone one below the other."""
    a = blick.gewaehlt.ausschnitt
    raster = st.grid(columns=7, min_column_width=160)
    with raster.cell(column_span=2):
        region.waehler(blick.gebiete, _andere_region)
    if not blick.bestand.gremium:
        return
    namen = {g.id: gremienname(blick.bestand, g, blick.heute) for g in blick.bestand.gremium.values()}
    with raster.cell(column_span=2):
        waehler("Gremium", "gremium", {"": "alle Gremien der Region"} | namen, _id(blick.gremium), ("jahr",), _SEITE)
    with raster.cell():
        jahre = {str(j): str(j) for j in reversed(blick.gewaehlt.jahre)}
        waehler("Jahr", "jahr", jahre | {ALLE: "alle Jahre"}, str(a.jahr or ALLE), (), _SEITE)
    with raster.cell():
        waehler("Thema", "thema", {"": "alle Themen"} | THEMENWAHL, a.thema or "", (), _SEITE)
    with raster.cell():
        namen = {"": "ganze Region"} | dict(blick.raeume)
        waehler("Planungsraum", "gebiet", namen, a.planungsraum or "", (), _SEITE)


def _id(gremium: Gremium | None) -> str:
    return gremium.id if gremium else ""


def _andere_region(neu: str) -> None:
    """Whoever changes the region has not asked for the Gremium, year and area of the former one."""
    setze(region=neu, gremium="", jahr="", gebiet="")
