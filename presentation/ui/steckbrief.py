"""The parts of the page about one area: choice, population, themes, ways, members, tables, sources, files."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, Literal

import streamlit as st

from analysis.auswahl import Auswahl
from analysis.gebietswahl import Ort, loese_gebiet_auf, nachbarn, ort_der, orte
from analysis.kennzahlen.katalog import kennzahl
from analysis.steckbriefteile import Leitzahl, Themenblock, Weitere
from data_access import abfragen
from models.grundzahlen import EINWOHNER
from models.vokabular import Ebene, Raumprinzip
from presentation.ansichten import kennzahl as der_kennzahl
from presentation.ansichten import steckbrief as ansichten
from presentation.ansichten.steckbrief import Gebietsblick
from presentation.bilder import kartenbild, ohne_geometrie, verlaufsbild
from presentation.exports import steckbrief as dateien
from presentation.exports.dateiname import dateiname
from presentation.steckbriefbilder import aufbaubild, spannenbild
from presentation.texts import steckbrief as texte
from presentation.texts import steckbrieftafeln
from presentation.texts import steckbriefzeichen as zeichen
from presentation.texts.befunde import betrag, veraenderung
from presentation.texts.methodik import THEMEN
from presentation.ui import (
    bausteine,
    datenstand,
    herunterladen,
    mitnehmen,
    rahmen,
    wahl,
    was_heisst_das,
    zwischenspeicher,
)

MEISTE_NAMEN: Final = 9
"""With more areas than this the small map names the chosen one only."""


def gebietsblick() -> Gebietsblick | None:
    """The area of the link with the choice of another one above it; None if there is no region yet."""
    auswahl = wahl.waehle(loese=loese_gebiet_auf, region_der=_region)
    if auswahl is None:
        return None
    ort = ort_der(auswahl)
    _leiste(auswahl, ort)
    bausteine.zurueckgezogen(auswahl.bestand)
    s = zwischenspeicher.steckbrief(auswahl.bestand, ort, auswahl.stichtag)
    return Gebietsblick(auswahl, ort, s, zwischenspeicher)


def _region(parameter: Mapping[str, Sequence[str]]) -> str:
    """The region of a link; if it names only an area, the region that has it."""
    region, gebiet = (next(iter(parameter.get(name, ())), "") for name in ("region", "gebiet"))
    if region or not gebiet:
        return region
    kreise = {r.kreis_ags: r.slug for r in zwischenspeicher.regionen()}
    return kreise.get(gebiet[:5]) or abfragen.region_des_raums(gebiet) or ""


def _leiste(auswahl: Auswahl, ort: Ort) -> None:
    """Region, area, year, and the way to the areas beside this one."""
    alle = orte(auswahl.bestand, auswahl.einteilung)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width=240):
            wahl.region(auswahl)
        with st.container(width=300):
            wahl.ort(auswahl, alle)
        with st.container(width=130):
            wahl.stichtag(auswahl)
        if paar := nachbarn(alle, ort):
            # Of two areas the one before is the one after.
            if paar[0] != paar[1]:
                _schritt("Zurück", paar[0], "left")
            _schritt("Weiter", paar[1], "right")


def _schritt(wort: str, ziel: Ort, seite: Literal["left", "right"]) -> None:
    """A button to a neighbouring area; its key stays, so the focus stays on it."""
    st.button(
        f"{wort}: {ziel.name}",
        key=f"ort_{seite}",
        icon=f":material/{'arrow_back' if seite == 'left' else 'arrow_forward'}:",
        icon_position=seite,
        type="tertiary",
        on_click=wahl.setze,
        kwargs={"gebiet": [ziel.gebiet], "ebene": [ziel.ebene]},
    )


def bevoelkerung(b: Gebietsblick) -> None:
    """People, sentences and age structure; the members below."""
    s = b.steckbrief
    st.divider()
    st.markdown("## :small[Bevölkerung]")
    links, rechts = st.columns([4, 6], gap="medium")
    jetzt, gewaehlt = s.bevoelkerung.jetzt, kennzahl(EINWOHNER)
    with links:
        if jetzt is not None and gewaehlt is not None:
            st.metric(
                "Einwohner",
                betrag(jetzt, gewaehlt),
                veraenderung(s.bevoelkerung.entwicklung, gewaehlt) or None,
                delta_color="off",
                delta_arrow=bausteine.pfeil(s.bevoelkerung.entwicklung, gewaehlt),
            )
        st.markdown(" ".join(texte.bevoelkerung(s)))
    with rechts:
        if bild := aufbaubild(s, rahmen.modus()):
            strich = "" if s.ist_ganzes else f" Strich: {s.ganzes.wort}"
            st.markdown(f":small[:gray[Anteil an allen Einwohnern nach Alter in Jahren.{strich}]]")
            bausteine.diagramm_ohne_text(bild)
            mitnehmen.knopf({"Altersaufbau": partial(ansichten.altersaufbau, b)}, ansichten.ALTERSAUFBAU)
    bausteine.tafel(steckbrieftafeln.alterszeilen(s), f"Altersaufbau: {s.ort.name}", "alter")


def karte(b: Gebietsblick) -> None:
    """The region with this area marked, and the way to the large map; a sentence where there are no boundaries."""
    s = b.steckbrief
    leit, blick = ansichten.leitende_rate(s), ansichten.lage(b)
    if leit is None or blick is None:
        return
    auswahl = blick.auswahl
    st.divider()
    st.markdown("## :small[Lage]")
    st.markdown(f":small[:gray[{leit.zahl.kurz}, {leit.rate.einheit}]]")
    satz, ohne_karte = ohne_geometrie(auswahl)
    if satz:
        st.markdown(satz)
    if not ohne_karte:
        viele = len(blick.heute) > MEISTE_NAMEN and bool(auswahl.gebiete)
        bausteine.diagramm(kartenbild(auswahl, blick.alle, rahmen.modus(), kompakt=True, nur_gewaehlt=viele))
        with st.container(horizontal=True, gap="small"):
            was_heisst_das.zur_ansicht(auswahl, zeichen.der_rate(leit), "lage")
            mitnehmen.knopf({"Karte": partial(der_kennzahl.karte, blick)}, "lage")
    with st.container(horizontal=True, gap="medium"):
        rahmen.verweis("karte", "Große Karte", auswahl.als_parameter)
        rahmen.verweis("zahlen", "Zahlen", auswahl.als_parameter)


def gemeinden(b: Gebietsblick) -> None:
    """The members of the area, each with its population and the way to its own page."""
    if b.ort.ebene == Ebene.GEMEINDE:
        return
    st.divider()
    st.markdown("## :small[Gemeinden]")
    with st.container(horizontal=True, gap="small"):
        for ags, text in steckbrieftafeln.gliednamen(b.steckbrief):
            # A page link would mark each as the open page: they all lead to this one.
            st.button(
                f":blue[{text}]",
                key=f"glied_{ags}",
                type="tertiary",
                on_click=wahl.setze,
                kwargs={"gebiet": [ags], "ebene": [str(Ebene.GEMEINDE)]},
            )


def thema(block: Themenblock, b: Gebietsblick) -> None:
    """One theme: its leading figures as rows, all others in a table."""
    st.divider()
    st.markdown(f"## :small[{THEMEN[block.thema]}]")
    for leit in block.leitzahlen:
        _leitzahl(leit, b)
    with st.container(horizontal=True, gap="small"):
        was_heisst_das.zu_zeichen(b.bestand, zeichen.des_themas(block), block.thema)
        mitnehmen.knopf(ansichten.bilder(block, b), block.thema)
    weitere(block.weitere, b, f"Weitere Zahlen: {THEMEN[block.thema]}", block.thema)


def weitere(zeilen: Sequence[Weitere], b: Gebietsblick, alt: str, schluessel: str) -> None:
    """The other Kennzahlen of a theme."""
    bausteine.tafel(texte.weitere_zeilen(zeilen, b.steckbrief), f"{alt}, {b.ort.name}", f"weitere_{schluessel}")


def _leitzahl(leit: Leitzahl, b: Gebietsblick) -> None:
    """Sentences, people, trend, range."""
    befund, zahl, verlauf, spanne = st.columns([7, 4.2, 5, 6], gap="medium")
    with befund:
        st.markdown(f"### :small[{leit.zahl.kurz}]")
        st.markdown(" ".join(texte.leitsaetze(leit, b.steckbrief)))
    if not leit.zaehlungen:
        return
    erste = leit.zaehlungen[0]
    with zahl:
        name, text = texte.personen(erste, leit.zahl)
        st.metric(
            name,
            text,
            veraenderung(erste.entwicklung, leit.zahl) or None,
            delta_color="off",
            delta_arrow=bausteine.pfeil(erste.entwicklung, leit.zahl),
        )
        st.markdown(f":small[{texte.ratenzeile(leit)}]")
    with verlauf:
        if ansichten.hat_verlauf(leit):
            st.markdown(f":small[:gray[Personen nach {texte.ZAEHLUNG[erste.raumprinzip]}]]")
            bausteine.diagramm_ohne_text(verlaufsbild(leit.zahl, erste.reihe, rahmen.modus(), klein=True))
    with spanne:
        titel = steckbrieftafeln.vergleichstitel(b.steckbrief)
        if bild := spannenbild(leit, b.ort.gebiet, rahmen.modus(), titel, b.steckbrief.ganzes):
            st.markdown(f":small[:gray[{leit.rate.einheit}]]")
            bausteine.diagramm_ohne_text(bild)


def wege(b: Gebietsblick) -> None:
    """Where people from here are served, and where those served here come from."""
    s = b.steckbrief
    tafeln = {prinzip: steckbrieftafeln.wegezeilen(s, prinzip) for prinzip in Raumprinzip}
    if not any(tafeln.values()):
        return
    st.divider()
    st.markdown("## :small[Herkunft und Ort der Leistung]")
    st.markdown(steckbrieftafeln.wegesatz(s))
    was_heisst_das.zu_paaren(b.bestand, zeichen.der_wege(s), "wege")
    for prinzip, zeilen in tafeln.items():
        titel = f"Nach {texte.ZAEHLUNG[prinzip]}: {s.ort.name}"
        if zeilen:
            st.markdown(f"### :small[Nach {texte.ZAEHLUNG[prinzip]}]")
            bausteine.tafel(zeilen, titel, f"wege_{prinzip}")


def abschnitte(b: Gebietsblick) -> None:
    """Parts beside the figures, as far as they hold anything."""
    for abschnitt in b.steckbrief.abschnitte:
        if abschnitt.saetze or abschnitt.zeilen:
            st.divider()
            st.markdown(f"## :small[{abschnitt.titel}]")
            for satz in abschnitt.saetze:
                st.markdown(satz)
            bausteine.tafel(abschnitt.zeilen, f"{abschnitt.titel}: {b.ort.name}")


def tafeln(b: Gebietsblick) -> None:
    """What the charts show, for reading and for screen readers."""
    s = b.steckbrief
    for titel, baue, gezeigt, schluessel in (
        (steckbrieftafeln.vergleichstitel(s), steckbrieftafeln.vergleichszeilen, zeichen.des_vergleichs, "vergleich"),
        ("Personen nach Jahren, nach Herkunft", steckbrieftafeln.jahreszeilen, zeichen.der_jahre, "jahre"),
    ):
        if zeilen := baue(s):
            st.divider()
            st.markdown(f"## :small[{titel}]")
            was_heisst_das.zu_zeichen(b.bestand, gezeigt(s), schluessel)
            bausteine.tafel(zeilen, titel, schluessel)


def quelle(b: Gebietsblick) -> None:
    """What the data cannot say, who delivered what, and the files."""
    s, bestand = b.steckbrief, b.bestand
    st.divider()
    st.markdown("## :small[Was diese Zahlen nicht sagen]")
    with st.container(width=900):
        st.markdown("\n".join(f"- {satz}" for satz in steckbrieftafeln.vorsicht(s)))
    st.divider()
    datenstand.kurz(bestand)
    links, rechts = st.columns([7, 5], gap="large")
    grenzen = bestand.grenzquelle(Ebene.GEMEINDE)
    schutz = zeichen.schutzzeile(s, bestand)
    links.markdown(f":small[**Schutz** :gray[{schutz}]]  \n:small[**Grenzen** :gray[{grenzen}]]")
    with rechts.container(horizontal=True, horizontal_alignment="right", gap="small"):
        herunterladen.tabellen(
            partial(dateien.als_csv, bestand, s),
            partial(dateien.als_xlsx, bestand, s),
            dateiname("steckbrief", s.ort.gebiet, synthetisch=bestand.synthetisch),
            "laden",
        )
