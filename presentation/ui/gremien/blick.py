"""What the page Gremien looks at: region, Gremium, meeting, view. The choice lives in the link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import streamlit as st

from analysis.auswahl import Auswahl
from analysis.gremien.auswahl import ANSICHTEN, PARAMETER, Gremienauswahl, loese_auf
from analysis.gremien.bestand import Gremienbestand
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Gremium, Sitzung
from presentation.texts.gremien import sitzungsname
from presentation.texts.gremienregister import gremienname
from presentation.ui import fokus, rahmen, wahl, zwischenspeicher
from presentation.ui.adresse import setze
from presentation.ui.daten import zugang

_REGION: Final = "gremien_region"
_ANSICHT: Final = "gremien_ansicht"
_DER_REGION: Final = ("register", "zusammenarbeit")
"""Views in which a step belongs to the region, whichever Gremium is looked at."""


@dataclass(frozen=True)
class Blick:
    """One view of the Gremien of a region. `recht`: whether this session may write."""

    auswahl: Auswahl
    bestand: Gremienbestand
    gewaehlt: Gremienauswahl
    recht: Schreibrecht | None
    heute: date

    @property
    def region(self) -> str:
        """Slug of the region."""
        return self.auswahl.bestand.region.slug

    @property
    def regionsname(self) -> str:
        """Name of the region."""
        return self.auswahl.bestand.region.name

    @property
    def gremium(self) -> Gremium | None:
        """The chosen Gremium."""
        return self.gewaehlt.gremium

    @property
    def sitzung(self) -> Sitzung | None:
        """The chosen meeting."""
        return self.gewaehlt.sitzung

    @property
    def ort(self) -> tuple[str, str]:
        """Where the sentence about a step belongs: the view, and the Gremium or the region."""
        ansicht = self.gewaehlt.ansicht
        if ansicht in _DER_REGION or self.gremium is None:
            return ansicht, self.region
        return ansicht, self.gremium.id


def oeffne() -> Blick | None:
    """Resolve the link, say what gave way, and draw the choices; None if there is no region yet."""
    zugang.nimm_schluessel()
    auswahl = wahl.waehle()
    if auswahl is None:
        return None
    region = auswahl.bestand.region
    parameter = {name: st.query_params[name] for name in PARAMETER if name in st.query_params}
    bestand = zwischenspeicher.gremien(region.slug)
    gewechselt = st.session_state.get(_REGION, region.slug) != region.slug
    if gewechselt and parameter.get("gremium") not in bestand.gremium:
        # Whoever changes the region has not asked for the Gremium of the former one.
        parameter = {name: wert for name, wert in parameter.items() if name not in ("gremium", "sitzung")}
        setze(gremium="", sitzung="")
    st.session_state[_REGION] = region.slug
    heute = datetime.now().astimezone().date()
    gewaehlt, saetze = loese_auf(parameter, bestand, region.name, heute)
    rahmen.hinweise(saetze)
    blick = Blick(auswahl, bestand, gewaehlt, zugang.schreibrecht(), heute)
    _leiste(blick)
    return blick


def zum(ansicht: str, text: str, *, gremium: str = "", sitzung: date | None = None) -> None:
    """Go to another view of this page, to another Gremium, or to one of the meetings.

    A button: a link of Streamlit to the page that is open would show the view, but leave the address as it was.
    """
    werte = {"ansicht": ansicht} | ({"gremium": gremium, "sitzung": ""} if gremium else {})
    werte |= {"sitzung": sitzung.isoformat()} if sitzung else {}
    st.button(
        text,
        key=f"zum_{ansicht}_{gremium}_{text}",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=_gehe,
        kwargs=werte,
    )


def _gehe(**werte: str) -> None:
    """Another view begins at its top, and the keyboard with it."""
    setze(**werte)
    fokus.auf(_ANSICHT, oben=True)


def weiter(blick: Blick) -> None:
    """Where there is nothing to show yet: the ways to where it is entered."""
    with st.container(horizontal=True, gap="small"):
        if blick.gremium is not None:
            zum("sitzungen", "Zu den Sitzungen")
        zum("register", "Zum Register")


def _leiste(blick: Blick) -> None:
    """Region and Gremium in one row, the views below."""
    raster = st.grid(columns=3, min_column_width=220)
    with raster.cell():
        wahl.region(blick.auswahl)
    if blick.gremium is not None:
        namen = {g.id: gremienname(blick.bestand, g, blick.heute) for g in blick.bestand.gremium.values()}
        with raster.cell(column_span=2):
            waehler("Gremium", "gremium", namen, blick.gremium.id, ("sitzung",))
    st.session_state[_ANSICHT] = blick.gewaehlt.ansicht

    def uebernimm() -> None:
        neu = st.session_state[_ANSICHT]
        setze(ansicht="" if neu == next(iter(ANSICHTEN)) else neu)

    st.radio(
        "Ansicht",
        list(ANSICHTEN),
        format_func=ANSICHTEN.__getitem__,
        horizontal=True,
        key=_ANSICHT,
        on_change=uebernimm,
    )


def waehle_sitzung(blick: Blick, alle: Sequence[Sitzung]) -> None:
    """A list of meetings of the chosen Gremium; the choice goes into the link."""
    if blick.gremium is not None and blick.sitzung is not None:
        namen = {s.datum.isoformat(): sitzungsname(s, blick.gremium, blick.heute) for s in reversed(alle)}
        waehler("Sitzung", "sitzung", namen, blick.sitzung.datum.isoformat(), ())


def waehler(
    label: str, name: str, namen: Mapping[str, str], jetzt: str, dann_weg: Sequence[str], seite: str = "gremien"
) -> None:
    """A list whose choice goes into the link as `name`; the parameters `dann_weg` are dropped with it."""
    schluessel = f"{seite}_{name}"
    st.session_state[schluessel] = jetzt

    def uebernimm() -> None:
        setze(**{name: st.session_state[schluessel]}, **dict.fromkeys(dann_weg, ""))

    st.selectbox(
        label, list(namen), format_func=namen.__getitem__, key=schluessel, on_change=uebernimm, filter_mode=None
    )
