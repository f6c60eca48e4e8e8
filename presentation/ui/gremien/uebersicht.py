"""View of the page Gremien: the finding of the latest meeting, seats beside presence, years, what comes next."""

from functools import partial

import streamlit as st

from analysis.gremien.lage import Gremienlage, lage
from presentation.ansichten import gremien as ansichten
from presentation.exports import tabelle
from presentation.exports.dateiname import dateiname
from presentation.texts import anwesenheit as texte
from presentation.texts import anwesenheitstafeln as tafeln
from presentation.texts.dateiangaben import hinweis
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import sitzungsname, war_geplant
from presentation.texts.zahlen import datum
from presentation.ui import bausteine, herunterladen, mitnehmen, rahmen
from presentation.ui.gremien import geschaeftsfuehrung
from presentation.ui.gremien.blick import Blick, zum


def zeige(blick: Blick) -> None:
    """Draw the view."""
    if blick.gremium is None:
        _noch_kein_gremium(blick)
        return
    stand = lage(blick.bestand, blick.gremium, blick.heute)
    _kopf(blick, stand)
    bilder = ansichten.Blick(blick.auswahl.bestand, blick.bestand, stand)
    _plaetze(bilder)
    if stand.gehalten:
        _anwesende(bilder)
    if stand.jahre:
        _jahre(bilder)
    if stand.gehalten:
        _institutionen(stand)
        raster = bausteine.nebeneinander()
        with raster.cell():
            _barrieren(stand)
        with raster.cell():
            _naechste(stand)
        _dateien(blick, stand)
    else:
        _naechste(stand)
    if blick.recht is not None:
        geschaeftsfuehrung.zeige(blick.bestand, blick.gremium)


def _noch_kein_gremium(blick: Blick) -> None:
    bausteine.kopf(
        f"{blick.regionsname}: noch kein Gremium eingetragen",
        "Zuerst kommt das Register: welche Gremien es gibt, wer dazugehört und wo das steht. Danach die Sitzungen.",
    )
    with st.container(horizontal=True, gap="medium"):
        zum("register", "Register öffnen")
        rahmen.verweis("daten", "Dateien einlesen", {"region": [blick.region]})


def _kopf(blick: Blick, stand: Gremienlage) -> None:
    """The finding of the latest meeting, or that there is none yet and what to do."""
    if stand.letzte is None:
        bausteine.kopf(*texte.noch_keine(stand))
    else:
        bausteine.kopf(texte.befund(stand.gremium, *stand.letzte), texte.unterzeile(stand.gremium, stand.letzte[0]))
        if stand.letzte[1].nach_gruppen:
            st.markdown(texte.getrennt(stand.letzte[1]))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        zum("ruecklauf", "Was aus den Empfehlungen wurde")
        zum("sitzungen", "Alle Sitzungen" if stand.letzte else "Sitzung eintragen" if blick.recht else "Sitzungen")
        zum("register", "Wer dazugehört")
        rahmen.verweis(
            "beteiligung",
            "Konnten Betroffene mitreden?",
            {"region": [blick.region], "gremium": [stand.gremium.id]},
        )
        for nachfolger in blick.bestand.gremium.values():
            if nachfolger.vorgaenger_id == stand.gremium.id:
                zum("", f"Nachfolger: {schlicht(nachfolger.kurz)}", gremium=nachfolger.id)


def _plaetze(b: ansichten.Blick) -> None:
    """The finding, the picture beside its table, and what the figure means and what it does not."""
    stand, bogen = b.lage, ansichten.plaetze(b)
    saetze = [texte.OHNE_JEDE_ZAHL] if texte.ohne_jede_zahl(stand) else []
    if stand.plaetze or bogen:
        saetze.append(texte.ZU_PLAETZEN)
    st.header(texte.platzbefund(stand), anchor=False)
    zeilen = tafeln.plaetze(stand) if stand.plaetze or bogen else []
    mitnehmen.daneben(bogen, zeilen, ansichten.PLATZTAFEL)
    bausteine.klein(" ".join(saetze))


def _anwesende(b: ansichten.Blick) -> None:
    stand, bogen = b.lage, ansichten.anwesende(b)
    st.header(texte.verlaufsbefund(stand.gehalten), anchor=False)
    if bogen is not None:
        mitnehmen.bilder(bogen)
        bausteine.klein(texte.ZU_ANWESENDEN, texte.gemischt(stand.gehalten))
        with st.expander("Anwesende als Tabelle"):
            for nummer, teil in enumerate(tafeln.geteilt(tafeln.anwesende(stand)), start=1):
                bausteine.tafel(teil, f"Anwesende je Sitzung nach Gruppen, Teil {nummer}")
    else:
        bausteine.tafel(tafeln.anwesende(stand), "Anwesende je Sitzung")
        bausteine.klein(texte.NICHT_NACH_GRUPPEN, texte.gemischt(stand.gehalten))


def _jahre(b: ansichten.Blick) -> None:
    stand, bogen = b.lage, ansichten.jahre(b)
    st.header(texte.jahrbefund(stand.jahre), anchor=False)
    raster = bausteine.nebeneinander()
    with raster.cell():
        if bogen is not None:
            mitnehmen.bilder(bogen)
        bausteine.klein(texte.ZEICHEN_DER_JAHRE, texte.ZU_JAHREN)
    with raster.cell():
        st.subheader("Wie oft es tagt, nach dem Register", anchor=False)
        for satz in texte.takte(stand.takte):
            st.markdown(satz)
        with st.expander("Sitzungen nach Jahren als Tabelle"):
            bausteine.tafel(tafeln.jahre(stand.jahre), "Sitzungen nach Jahren", "jahre")


def _institutionen(stand: Gremienlage) -> None:
    st.header(texte.institutionsbefund(stand.institutionen), anchor=False)
    bausteine.tafel(tafeln.institutionen(stand.institutionen), "Institutionen")
    bausteine.klein(texte.ZU_INSTITUTIONEN)


def _barrieren(stand: Gremienlage) -> None:
    letzte = stand.gehalten[-1][0]
    st.header(texte.barrierebefund(stand.barrieren), anchor=False)
    st.markdown(f"Sitzung am {datum(letzte.datum)}. {texte.versand(letzte)}")
    bausteine.tafel(tafeln.barrieren(stand.barrieren), "Barrierefreiheit der letzten Sitzung")
    bausteine.klein(texte.ZU_BARRIEREN)


def _naechste(stand: Gremienlage) -> None:
    """The next planned meeting and how far it is; planned ones whose day has passed wait for their outcome."""
    naechste = stand.naechste
    if naechste is None and stand.beendet:
        return
    if naechste is None:
        st.header("Die nächste Sitzung ist nicht eingetragen", anchor=False)
    else:
        st.header(f"Nächste Sitzung: {schlicht(sitzungsname(naechste, stand.gremium))}", anchor=False)
        bausteine.tafel(tafeln.vorbereitung(naechste, stand.naechste_punkte), "Was für die Sitzung vorbereitet ist")
    for sitzung in stand.ohne_ausgang:
        st.markdown(war_geplant(sitzung))
        zum("sitzungen", f"Zur Sitzung am {datum(sitzung.datum)}", sitzung=sitzung.datum)
    if naechste is not None:
        zum("mappe", "Zur Sitzungsmappe", sitzung=naechste.datum)


def _dateien(blick: Blick, stand: Gremienlage) -> None:
    """The counts and the seats as files, made on the click."""
    synthetisch = any(s.synthetisch for s, _ in stand.gehalten)

    def anwesend(format_: str) -> bytes:
        erklaerung = [*hinweis(synthetisch), ("Bedeutung", texte.ZU_DATEI)]
        werte = tafeln.als_rahmen(blick.bestand, stand)
        return tabelle.als_datei(werte, format_, f"Anwesende, {stand.gremium.name}", erklaerung)

    def plaetze(format_: str) -> bytes:
        erklaerung = [("Bedeutung", texte.ZU_PLAETZEN)]
        werte = tafeln.plaetze_als_rahmen(blick.bestand, stand)
        return tabelle.als_datei(werte, format_, f"Plätze, {stand.gremium.name}", erklaerung)

    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        herunterladen.tabellen(
            partial(anwesend, "csv-excel"),
            partial(anwesend, "xlsx"),
            dateiname("anwesende", stand.gremium.id, synthetisch=synthetisch),
            "laden_anwesende",
            "Anwesende ({})",
        )
        if stand.plaetze:
            herunterladen.tabellen(
                partial(plaetze, "csv-excel"),
                partial(plaetze, "xlsx"),
                dateiname("plaetze", stand.gremium.id, synthetisch=False),
                "laden_plaetze",
                "Plätze ({})",
            )
