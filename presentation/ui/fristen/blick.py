"""What the page Fristen looks at: region and year of the link, who is responsible; what of it a reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import streamlit as st

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.auswahl import staende_im_jahr, waehlbare_jahre, waehle_jahr
from analysis.pflichten.stand import Pflichtstand, Sicht, nach_aussen, nach_innen
from analysis.pflichten.urteil import pflichtstaende
from data_access.schreibrecht import Schreibrecht
from models.pflichtworte import Pflichtart
from presentation.ansichten.eingetragen import Regionsblick
from presentation.texts.pflichtworte import ZUSTAENDIGE
from presentation.ui import rahmen, region, zwischenspeicher
from presentation.ui.adresse import setze
from presentation.ui.daten import zugang
from presentation.ui.gremien.blick import waehler

_SEITE: Final = "fristen"
_WER: Final = "fristen_zustaendig"
_MERKER: Final = "fristen_gemerkt"


@dataclass(frozen=True)
class Blick(Regionsblick):
    """One view of the duties of a region. `staende`: all of today, for forms and calendar; `im_jahr`: of the year.

    `zustaendig`: who is looked at, empty: all. `recht`: whether this session may write, and so sees everything.
    """

    bestand: Gremienbestand
    staende: tuple[Pflichtstand, ...]
    im_jahr: tuple[Pflichtstand, ...]
    jahre: tuple[int, ...]
    jahr: int
    zustaendig: str
    recht: Schreibrecht | None
    heute: date

    @property
    def ort(self) -> tuple[str, str]:
        """Where the sentence about a step belongs."""
        return _SEITE, self.region

    @property
    def aller(self) -> tuple[Sicht, ...]:
        """What this reader may see of the year, whoever is responsible."""
        return _sichten(self.im_jahr, self.recht)

    @property
    def sichten(self) -> tuple[Sicht, ...]:
        """Of these, what belongs to who is looked at."""
        return tuple(s for s in self.aller if self.zustaendig in ("", s.pflicht.zustaendig))

    @property
    def pflichten(self) -> tuple[Sicht, ...]:
        """Of these, what is owed."""
        return tuple(s for s in self.sichten if s.pflicht.art == Pflichtart.PFLICHT)

    @property
    def rechte(self) -> tuple[Sicht, ...]:
        """Of these, rights and suggestions."""
        return tuple(s for s in self.sichten if s.pflicht.art != Pflichtart.PFLICHT)

    @property
    def zeigt_mehr(self) -> bool:
        """Whether this session sees more of the year than everybody may."""
        eigene = any(t.datum.year == self.jahr for t in self.bestand.e.termine)
        return self.recht is not None and (eigene or self.aller != nach_aussen(self.im_jahr))

    @property
    def synthetisch(self) -> bool:
        """Whether anything invented is among what is shown."""
        return any(s.synthetisch for s in self.sichten)


def oeffne() -> Blick | None:
    """Resolve the link, say what gave way, and draw the choices; None if there is no region yet."""
    zugang.nimm_schluessel()
    gebiete = region.bestimme()
    if gebiete is None:
        return None
    heute = datetime.now().astimezone().date()
    bestand = zwischenspeicher.gremien(gebiete.region.slug)
    staende = pflichtstaende(bestand, heute)
    recht = zugang.schreibrecht()
    jahre = waehlbare_jahre(_sichten(staende, recht), heute)
    jahr, satz = waehle_jahr(st.query_params.get("jahr", ""), jahre, heute)
    rahmen.hinweise([satz] if satz else [])
    im_jahr = staende_im_jahr(bestand, heute, jahr, staende)
    wer = st.session_state.get(_MERKER, "") if staende else ""
    blick = Blick(gebiete, bestand, staende, im_jahr, jahre, jahr, wer, recht, heute)
    _leiste(blick)
    return blick


def _sichten(staende: Sequence[Pflichtstand], recht: Schreibrecht | None) -> tuple[Sicht, ...]:
    return nach_innen(staende) if recht is not None else nach_aussen(staende)


def _leiste(blick: Blick) -> None:
    raster = st.grid(columns=4, min_column_width=200)
    with raster.cell(column_span=2 if blick.jahre else 1):
        region.waehler(blick.gebiete, lambda neu: setze(region=neu, jahr=""))
    if not blick.jahre:
        return
    with raster.cell():
        waehler("Jahr", "jahr", {str(j): str(j) for j in reversed(blick.jahre)}, str(blick.jahr), (), _SEITE)
    with raster.cell():
        st.session_state[_WER] = blick.zustaendig
        st.selectbox(
            "Zuständig",
            ["", *ZUSTAENDIGE],
            format_func=lambda z: ZUSTAENDIGE.get(z, "alle"),
            key=_WER,
            on_change=_merke,
            filter_mode=None,
        )


def _merke() -> None:
    """Kept apart from the field: Streamlit forgets those of a page that is left."""
    st.session_state[_MERKER] = st.session_state[_WER]
