"""View of the page Gremien: the papers of a meeting, the numbers they show, and the files."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Final

import streamlit as st

from analysis.gremien.datenstand import Zahlenstand, zahlenstand
from analysis.gremien.mappe import Papiere
from data_access.gremien import datenstand
from data_access.gremien.buch import GremienAbgelehnt
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Sitzung
from presentation.exports.haende import NAMEN
from presentation.exports.sitzungsmappe import ganz, stoff
from presentation.texts import mappenvorschau
from presentation.texts import sitzungsmappe as texte
from presentation.texts.datenblatt import LESEN
from presentation.texts.freitext import schlicht
from presentation.ui import aendern, bausteine, herunterladen, rahmen, zwischenspeicher
from presentation.ui.gremien.blick import Blick, waehle_sitzung, weiter

_MERKER: Final = "gremien_mappe"


def zeige(blick: Blick) -> None:
    """Draw the view."""
    gremium, sitzung = blick.gremium, blick.sitzung
    if gremium is None or sitzung is None:
        name = schlicht(gremium.kurz) if gremium else blick.regionsname
        bausteine.kopf(
            f"{name}: noch keine Sitzung eingetragen",
            "Eine Sitzungsmappe gehört zu einer Sitzung. Sobald eine eingetragen ist, stehen hier ihre Papiere.",
        )
        weiter(blick)
        return
    jetzt = datetime.now().astimezone()
    papiere = Papiere(blick.bestand, gremium, sitzung)
    stand = zahlenstand(blick.auswahl.bestand, sitzung)
    bausteine.kopf(texte.kopfsatz(papiere), schlicht(texte.unterzeile(papiere)))
    with st.container(width=480):
        waehle_sitzung(blick, blick.bestand.sitzungen.get(gremium.id, ()))
    alles = stoff.stelle_zusammen(stand, papiere, jetzt, zwischenspeicher.alle_messungen)
    _dateien(blick, alles)
    _datenstand(blick, sitzung, stand, jetzt)
    _vorschau(blick, alles)


def _frisch(gremium: str, tag: date, region: str, baue: Callable[[stoff.Stoff], bytes]) -> bytes:
    """Read and write at the moment of the click: what was withdrawn since the page was drawn is in no file."""
    return baue(stoff.lade(gremium, tag, datetime.now().astimezone(), region))


def _laden(blick: Blick, alles: stoff.Stoff, wort: str, baue: Callable[[stoff.Stoff], bytes], name: str) -> None:
    p = alles.papiere
    herunterladen.datei(
        wort, partial(_frisch, p.gremium.id, p.sitzung.datum, blick.region, baue), name, f"mappe_{name}"
    )


def _dateien(blick: Blick, alles: stoff.Stoff) -> None:
    """The whole as one file and as single files."""
    with st.container(horizontal=True, gap="small"):
        for endung, name in NAMEN.items():
            wort = f"Sitzungsmappe ({name})"
            _laden(blick, alles, wort, partial(ganz.mappe, endung=endung), f"{ganz.stamm(alles)}{endung}")
        _laden(blick, alles, "Alle Papiere einzeln (ZIP)", ganz.archiv, f"{ganz.stamm(alles)}.zip")
    st.markdown(f":small[:gray[{texte.BAUDAUER}]]")


def _datenstand(blick: Blick, sitzung: Sitzung, stand: Zahlenstand, jetzt: datetime) -> None:
    """Which publication the papers show; whoever may write keeps it."""
    st.divider()
    st.header(texte.standtitel(stand), anchor=False)
    aendern.sage(_MERKER)
    with st.container(width=760):
        st.markdown(texte.standsatz(stand))
        if fruehere := datenstand.fruehere(sitzung):
            tage = ", ".join(texte.zeitpunkt(zeit) for zeit in fruehere)
            st.markdown(f"Früher war festgehalten: {tage}. Diese Stände bleiben im Verlauf.")
    if satz := texte.zurueckgezogen(stand.zurueckgezogen):
        st.info(satz, icon=":material/info:")
    if blick.recht is not None:
        _festhalten(blick.recht, blick.region, sitzung, jetzt)
    if zeilen := texte.standzeilen(stand):
        with st.expander("Welche Veröffentlichung die Papiere zeigen"):
            bausteine.tafel(zeilen, texte.standtitel(stand), "mappenstand")


def _festhalten(recht: Schreibrecht, region: str, sitzung: Sitzung, jetzt: datetime) -> None:
    fest = sitzung.datenstand is not None
    schritt = datenstand.halte_neu_fest if fest else datenstand.halte_fest
    if fest:
        st.markdown(
            ":small[:gray[Neu festhalten: Die Papiere zeigen danach die Zahlen von heute. Der bisherige Stand bleibt "
            "im Verlauf und lässt sich dort zurückholen.]]"
        )
    if st.button("Neu festhalten" if fest else "Datenstand festhalten", key="mappe_festhalten"):
        aendern.tue(
            lambda: schritt(recht, region, sitzung.id, jetzt),
            GremienAbgelehnt,
            lambda _: f"Der Datenstand dieser Sitzung ist festgehalten: {texte.zeitpunkt(jetzt)}.",
            _MERKER,
        )


def _vorschau(blick: Blick, alles: stoff.Stoff) -> None:
    """Each paper in words, with its own file."""
    st.divider()
    st.header("Was in den Papieren steht", anchor=False)
    st.markdown(LESEN)
    raster = st.grid(columns=2, min_column_width=440, gap="medium")
    for teil in ganz.teile(alles):
        with raster.cell():
            st.subheader(teil.titel, anchor=False)
            saetze = mappenvorschau.saetze(teil.name, alles.papiere, alles.blaetter, alles.stand.bestand, blick.heute)
            st.markdown(schlicht(" ".join(saetze)))
            with st.container(horizontal=True, gap="small"):
                for endung, name in NAMEN.items():
                    baue = partial(ganz.einzeln, teil=teil, endung=endung)
                    _laden(blick, alles, f"{teil.titel} ({name})", baue, ganz.dateiname(alles, teil, endung))
    if not alles.papiere.fand_statt:
        st.markdown(
            ":gray[Protokoll, Vorlage für den Sozialausschuss und Wiedervorlagen gibt es nach der Sitzung: sobald sie "
            "als „hat stattgefunden“ eingetragen ist.]"
        )
    rahmen.verweis("zahlen", "Die Zahlen auf dem Bildschirm", {"region": [blick.region]})
