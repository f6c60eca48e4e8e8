"""The head of the page Fristen and its lists: duties, rights and suggestions."""

import streamlit as st

from presentation import pflichtbilder
from presentation.ansichten import fristen as ansichten
from presentation.texts import pflichten as texte
from presentation.texts import pflichttafeln as tafeln
from presentation.texts.pflichtworte import ZUSTAENDIGE
from presentation.ui import bausteine, mitnehmen, rahmen
from presentation.ui.fristen.blick import Blick


def kopf(blick: Blick) -> None:
    """The finding of the year, and how many stand where."""
    wer = ZUSTAENDIGE.get(blick.zustaendig, "")
    pflichten = blick.pflichten
    bausteine.kopf(
        texte.befund(pflichten, blick.jahr, blick.heute, wer),
        texte.unterzeile(blick.bestand.e.vereinbarungen, blick.regionsname, blick.heute, blick.synthetisch),
    )
    if not pflichten:
        st.markdown(texte.leer(blick.jahr, wer))
        return
    st.markdown(texte.zaehlsatz(pflichten))
    if blick.jahr > blick.heute.year:
        st.markdown(texte.ZUR_VORSCHAU)


def streifen(blick: Blick) -> None:
    """The year as a picture, and how many duties have no day in it. The values are those of the list below."""
    pflichten = blick.pflichten
    termine = blick.bestand.e.termine if blick.recht is not None else ()
    bild = pflichtbilder.jahresbild(pflichten, termine, blick.jahr, blick.heute, rahmen.modus())
    if bild is None:
        return
    bausteine.diagramm(bild, texte.streifenbefund(pflichten, blick.jahr, blick.heute))
    fuer_alle = ansichten.Blick(blick.gebiete, blick.bestand, blick.im_jahr, blick.jahr, blick.heute)
    if (bogen := ansichten.streifen(fuer_alle)) is None:
        bausteine.klein(texte.NICHT_ZUM_MITNEHMEN)
    else:
        hinweis = texte.zu_dateien(blick.zeigt_mehr, ZUSTAENDIGE.get(blick.zustaendig, ""))
        mitnehmen.knoepfe(bogen, mit_tafel=False, hinweis=hinweis)
    bausteine.klein(texte.ZUM_STREIFEN, texte.ohne_tag(pflichten))


def noch_keine(blick: Blick) -> None:
    """Where a region begins."""
    bausteine.kopf(*texte.noch_keine(blick.regionsname))
    rahmen.verweis("daten", "Dateien einlesen", {"region": [blick.region]})


def pflichten(blick: Blick) -> None:
    """All duties of the year, the most urgent first: six columns, on a phone two."""
    alle = tafeln.geordnet(blick.pflichten)
    if not alle:
        return
    geordnet = [s for s in alle if not s.verdeckt]
    if geordnet:
        st.header(f"Pflichten {blick.jahr}, das Dringende zuerst", anchor=False)
        with st.container(key="fristen_breit"):
            bausteine.tafel(tafeln.breit(geordnet), f"Pflichten {blick.jahr}")
        with st.container(key="fristen_schmal"):
            bausteine.tafel(tafeln.schmal(geordnet), f"Pflichten {blick.jahr}, kurze Form")
        bausteine.klein(texte.WAS_ES_HEISST)
    if verdeckte := [s for s in alle if s.verdeckt]:
        st.header(texte.verdecktbefund(len(verdeckte)), anchor=False)
        name = f"Pflichten {blick.jahr}, deren Stand nicht freigegeben ist"
        bausteine.tafel(tafeln.verdeckte(verdeckte), name, text=True)
        bausteine.klein(texte.WARUM_VERDECKT)
    with st.expander("Was heißt das?"), st.container(key="fristen_worte"):
        bausteine.tafel(tafeln.worte(), "Was die Wörter der Liste heißen")
    with st.expander("Was in den Klauseln steht"):
        bausteine.tafel(tafeln.wortlaute(blick.sichten), "Wortlaut der Klauseln", text=True)


def rechte(blick: Blick) -> None:
    """What may be done and need not."""
    geordnet = tafeln.geordnet(blick.rechte)
    if not geordnet:
        return
    st.header(texte.RECHTE, anchor=False)
    bausteine.tafel(tafeln.rechte(geordnet), texte.RECHTE, text=True)
    schon_gesagt = any(s.verdeckt for s in blick.pflichten)
    verdeckt = any(s.verdeckt for s in geordnet)
    bausteine.klein(texte.ZU_RECHTEN, texte.WARUM_VERDECKT if verdeckt and not schon_gesagt else "")
