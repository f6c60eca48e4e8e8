"""Storing a draft, its file, and the versions: what only the holder of the key may do, and what everybody may."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

import polars as pl
import streamlit as st

from analysis.bestand import Bestand
from analysis.einteilungen import Pruefung, bezeichnung
from data_access import einteilungen
from data_access.einteilungen import Angaben, EinteilungAbgelehnt
from data_access.importing.lesen import MAX_BYTES, lies, pruefe_art
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Planungsraumzeilen
from models.schnitt import Schnitt, kuerzel, schnitt_aus
from models.tabellen import Einteilung
from models.vokabular import Einteilungsstand, Lieferungsart
from presentation.exports.tabelle import als_csv
from presentation.texts import einteilungen as texte
from presentation.texts.freitext import schlicht
from presentation.ui import aendern, bausteine, herunterladen, rahmen, zwischenspeicher
from presentation.ui.raeume import entwurf
from presentation.ui.raeume.entwurf import Entwurf
from presentation.ui.tagesfeld import als_noetiger_tag, tagesfeld

_GESICHERT: Final = "einteilung_gesichert"
_WIE: Final = ("Als Vorschlag neben die geltende Einteilung", "Gleich in Kraft setzen")


def csv(bestand: Bestand, schnitt: Schnitt, name: str, von: date, bis: date | None = None) -> bytes:
    """A cut as a file of KIND `planungsraeume`."""
    zeilen = [(name, bestand.region.slug, raum, n, ags, von, bis) for ags, raum, n in schnitt.zeilen]
    leer = Planungsraumzeilen.create_empty()
    return als_csv(pl.DataFrame(zeilen, schema=leer.schema, orient="row"))


def gesichert() -> None:
    """Say once that something was stored."""
    aendern.sage(_GESICHERT)


def sichern(bestand: Bestand, jetzt: Entwurf, pruefung: Pruefung, recht: Schreibrecht | None) -> None:
    """The draft: file for everybody, storing with the key."""
    st.header("Entwurf sichern", anchor=False)
    heute = datetime.now().astimezone().date()
    with st.container(horizontal=True):
        herunterladen.datei(
            "Entwurf als CSV",
            csv(bestand, jetzt.schnitt, "entwurf", heute),
            f"planungsraeume_{bestand.region.slug}_entwurf.csv",
            "entwurf_csv",
        )
    if not bestand.eingerichtet:
        st.markdown(texte.NUR_IM_VERZEICHNIS)
        return
    if recht is None:
        st.markdown(texte.OHNE_RECHT)
        return
    if not jetzt.schnitt.raeume or pruefung.leer:
        st.markdown("Speichern geht, sobald es einen Planungsraum gibt und keiner ohne Gemeinde ist.")
        return
    haupt = next((e for e in bestand.einteilungen if e.id == bestand.region.haupteinteilung_id), None)
    with st.form("einteilung_speichern"):
        wie = st.radio("Wie speichern?", _WIE if haupt else _WIE[1:], key="sichern_wie")
        name = st.text_input("Name der Einteilung", haupt.name if haupt else "Planungsräume", key="sichern_name")
        tag = tagesfeld("Gilt ab (TT.MM.JJJJ)", heute, "sichern_tag")
        notiz = st.text_input("Notiz: warum dieser Zuschnitt?", key="sichern_notiz", max_chars=200)
        if st.form_submit_button("Einteilung speichern", type="primary"):
            stamm = (haupt.stamm or haupt.id) if haupt else ""
            neu = "" if haupt else kuerzel(f"{bestand.region.slug} {heute.year}", [e.id for e in bestand.einteilungen])

            def angaben() -> Angaben:
                gilt_ab = als_noetiger_tag(tag, "Gilt ab")
                return Angaben(" ".join(name.split()), stamm, neu, gilt_ab, notiz=schlicht(notiz))

            _speichere(recht, bestand, jetzt, angaben, in_kraft=wie == _WIE[1])


def _speichere(
    recht: Schreibrecht, bestand: Bestand, jetzt: Entwurf, angaben: Callable[[], Angaben], in_kraft: bool
) -> None:
    def schritt() -> Einteilung:
        version = einteilungen.speichere(
            recht,
            bestand.region.slug,
            jetzt.schnitt,
            angaben(),
            datetime.now().astimezone(),
            in_kraft=in_kraft,
            grundlage=jetzt.grundlage,
        )
        if in_kraft:
            entwurf.vergiss(bestand)
        return version

    _tue(schritt, "gilt sofort auf allen Seiten" if in_kraft else "steht als Vorschlag in der Auswahl „Ebene“")


def oeffnen(bestand: Bestand) -> None:
    """Begin a draft from the current cut, an empty one, one Gemeinde each, a stored version, or a file."""
    with st.expander("Neu beginnen oder aus CSV öffnen"):
        namen = {e.id: bezeichnung(e) for e in texte.geordnet(bestand) if e.id != bestand.region.haupteinteilung_id}
        wahl = st.selectbox(
            "Entwurf beginnen mit", [*entwurf.ANFAENGE, *namen], format_func=lambda x: namen.get(x, x), key="anfang"
        )
        if st.button("Entwurf neu beginnen"):
            schnitt = entwurf.gespeicherter(bestand, wahl) if wahl in namen else entwurf.ANFAENGE[wahl](bestand)
            entwurf.beginne(bestand, schnitt, entwurf.gespeicherter(bestand))
            st.rerun()
        _aus_datei(bestand)


def _aus_datei(bestand: Bestand) -> None:
    nummer = st.session_state.setdefault("entwurf_datei_nummer", 0)
    datei = st.file_uploader("Entwurf aus CSV (Vorlage „planungsraeume“)", key=f"entwurf_datei_{nummer}")
    if datei is None:
        return
    gelesen = pruefe_art(
        lies(datei.getvalue()[: MAX_BYTES + 1], datei.name, zwischenspeicher.register()), Lieferungsart.PLANUNGSRAEUME
    )
    if gelesen.planungsraeume is None:
        for fehler in gelesen.befund.fehler[:5]:
            st.error(f"Zeile {fehler.zeile}: {fehler.grund}" if fehler.zeile else fehler.grund)
        return
    erste = gelesen.planungsraeume["einteilung"][0]
    zeilen = gelesen.planungsraeume.filter(pl.col("einteilung") == erste).select("ags", "planungsraum", "name")
    fremd = sorted(set(zeilen["ags"]) - entwurf.gemeinden(bestand).keys())
    if fremd:
        st.error(f"{', '.join(fremd[:5])} gehört nicht zu {bestand.region.name}. Bitte Datei oder Region wechseln.")
        return
    st.session_state["entwurf_datei_nummer"] = nummer + 1
    entwurf.beginne(
        bestand, schnitt_aus(zeilen.iter_rows()), entwurf.gespeicherter(bestand), f"„{datei.name}“ ist geöffnet."
    )
    st.rerun()


def versionen(bestand: Bestand, recht: Schreibrecht | None) -> None:
    """Every version; its file and its numbers for everybody, changing what is in force with the key."""
    bausteine.tafel(texte.versionstafel(bestand), "Versionen der Einteilungen")
    alle = {e.id: e for e in texte.geordnet(bestand)}
    if not alle:
        st.markdown("Noch ist keine Einteilung gespeichert.")
        return
    gewaehlt = alle[st.selectbox("Version", list(alle), format_func=lambda x: bezeichnung(alle[x]), key="version")]
    with st.container(horizontal=True, vertical_alignment="center"):
        herunterladen.datei(
            "Diese Version als CSV",
            csv(
                bestand,
                entwurf.gespeicherter(bestand, gewaehlt.id),
                gewaehlt.id,
                gewaehlt.gueltig_von,
                gewaehlt.gueltig_bis,
            ),
            f"planungsraeume_{gewaehlt.id}.csv",
            "version_csv",
        )
        rahmen.verweis(
            "zahlen",
            "Zahlen in dieser Version",
            {"region": [bestand.region.slug], "ebene": ["planungsraum"], "einteilung": [gewaehlt.id]},
        )
    if recht is None:
        return
    with st.container(horizontal=True):
        jetzt, region = datetime.now().astimezone(), bestand.region.slug
        steht_daneben = gewaehlt.id != bestand.region.haupteinteilung_id and gewaehlt.stand in (
            Einteilungsstand.VORSCHLAG,
            Einteilungsstand.GUELTIG,
        )
        if steht_daneben and st.button("In Kraft setzen", type="primary"):
            _tue(lambda: einteilungen.setze_in_kraft(recht, region, gewaehlt.id, jetzt), "gilt jetzt")
        if gewaehlt.stand == Einteilungsstand.VORSCHLAG and st.button("Vorschlag verwerfen"):
            _tue(lambda: einteilungen.verwirf(recht, region, gewaehlt.id, jetzt), "ist verworfen")
        if gewaehlt.stand in (Einteilungsstand.ABGELOEST, Einteilungsstand.VERWORFEN) and st.button(
            "Zu dieser Version zurückkehren"
        ):
            notiz = f"wie Version {gewaehlt.version}"
            _tue(lambda: einteilungen.kehre_zurueck(recht, region, gewaehlt.id, jetzt, notiz), "gilt jetzt")


def _tue(schritt: Callable[[], Einteilung], folge: str) -> None:
    aendern.tue(
        schritt, EinteilungAbgelehnt, lambda e: f"gesichert: „{e.name}“, Version {e.version}, {folge}.", _GESICHERT
    )
