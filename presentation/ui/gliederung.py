"""The Kreis by age and sex: filter, finding, chart, trend of the chosen part, table, files."""

from functools import partial

import streamlit as st

from analysis import gliederungen
from analysis.auswahl import Auswahl
from analysis.gliederungen import Teilmessung
from models.schutz import ALTER, GESCHLECHT
from models.vokabular import INSGESAMT
from presentation.ansichten.blick import Blick
from presentation.bilder import verlaufsbild
from presentation.charts.diagramm import Diagramm
from presentation.charts.gliederungsbild import Teil, gliederungsbild
from presentation.exports import tabelle
from presentation.texts import gliederung as texte
from presentation.texts import hinweise, quellen
from presentation.texts.befunde import betrag
from presentation.texts.hinweise import Gezeigt
from presentation.texts.zahlen import datum, zahl
from presentation.ui import bausteine, herunterladen, rahmen, wahl, was_heisst_das, zwischenspeicher


def gliederung(b: Blick) -> None:
    """The section; nothing below the Kreis and without a published breakdown."""
    auswahl = b.auswahl
    raster = gliederungen.gliederung(auswahl.bestand, auswahl.kennzahl)
    if not auswahl.ist_ganzes or raster is None or raster.raumprinzip != auswahl.raumprinzip:
        return
    alle = zwischenspeicher.gliederungswerte(auswahl.bestand, auswahl.kennzahl)
    heute = [t for t in alle if t.messung.stichtag == b.stichtag]
    if not heute:
        return
    gewaehlt = (auswahl.altersgruppe, auswahl.geschlecht)
    worte = texte.der_gruppe(auswahl.kennzahl)
    st.header("Nach Alter und Geschlecht", anchor=False)
    with st.container(horizontal=True):
        for name, beschriftung, werte, wort in (
            (ALTER, "Altersgruppe", raster.altersgruppen, texte.alter),
            (GESCHLECHT, "Geschlecht", raster.geschlechter, texte.geschlecht),
        ):
            if werte != (INSGESAMT,):
                with st.container(width=230):
                    wahl.teil(auswahl, name, beschriftung, {w: wort(w) for w in (INSGESAMT, *werte)})
    links, rechts = st.columns([7, 5], gap="large")
    with links:
        bausteine.diagramm(_bild(auswahl, heute), texte.befund(heute, worte, gewaehlt))
    with rechts:
        reihe = [t.messung for t in alle if (t.altersgruppe, t.geschlecht) == gewaehlt]
        if gewaehlt != (INSGESAMT, INSGESAMT) and any(m.wert is not None for m in reihe):
            bausteine.diagramm(verlaufsbild(worte, reihe, rahmen.modus()), f"Verlauf: {texte.teilname(*gewaehlt)}")
        else:
            st.markdown(
                "Wählen Sie eine Altersgruppe oder ein Geschlecht, um den Verlauf zu sehen. "
                f":gray[{gliederungen.NUR_IM_KREIS}]"
            )
    _tafel(auswahl, heute, gewaehlt)
    _dateien(auswahl)


def _passt(t: Teilmessung, gewaehlt: tuple[str, str]) -> bool:
    return all(wahl_ in (INSGESAMT, wert) for wahl_, wert in zip(gewaehlt, (t.altersgruppe, t.geschlecht), strict=True))


def _bild(auswahl: Auswahl, heute: list[Teilmessung]) -> Diagramm:
    """The cells of the second cube; sums and sexes of which nothing is known but a small range stay in the table."""
    feinste = [
        t
        for t in heute
        if (t.altersgruppe != INSGESAMT or not any(x.altersgruppe != INSGESAMT for x in heute))
        and (t.geschlecht in ("m", "w") or not any(x.geschlecht != INSGESAMT for x in heute))
    ]
    gewaehlt = (auswahl.altersgruppe, auswahl.geschlecht)
    einige = gewaehlt != (INSGESAMT, INSGESAMT)
    return gliederungsbild(
        [
            Teil(
                texte.teilname(t.altersgruppe, t.geschlecht),
                t.messung.wert,
                t.messung.von,
                t.messung.bis,
                t.messung.status,
                zweite=t.geschlecht == "m",
                gewaehlt=einige and _passt(t, gewaehlt),
            )
            for t in feinste
        ],
        titel=f"{auswahl.kennzahl.titel}, {auswahl.bestand.region.name}, {datum(heute[0].messung.stichtag)}",
        modus=rahmen.modus(),
        stellen=auswahl.kennzahl.stellen,
    )


def _tafel(auswahl: Auswahl, heute: list[Teilmessung], gewaehlt: tuple[str, str]) -> None:
    """All parts that fit the filter, with the sums."""
    gezeigt = [t for t in heute if _passt(t, gewaehlt)]
    zeilen = []
    for t in gezeigt:
        zeile: dict[str, object] = {
            "Alter": texte.alter(t.altersgruppe),
            "Geschlecht": texte.geschlecht(t.geschlecht, t.altersgruppe),
            texte.der_gruppe(auswahl.kennzahl).einheit: betrag(t.messung, auswahl.kennzahl),
        }
        if auswahl.kennzahl.art == "rate":
            zeile["Einwohner"] = zahl(t.messung.nenner)
        zeilen.append(zeile)
    je_teil = (Gezeigt(auswahl.kennzahl, auswahl.raumprinzip, t.messung) for t in gezeigt)
    was_heisst_das.zur_ansicht(auswahl, je_teil, "gliederung")
    bausteine.tafel(zeilen, f"{auswahl.kennzahl.titel} nach Alter und Geschlecht", "gliederung")


def _dateien(auswahl: Auswahl) -> None:
    """The same numbers as files, made on the click."""
    bestand, gewaehlt = auswahl.bestand, auswahl.kennzahl

    def baue(format_: str) -> bytes:
        werte = gliederungen.gliederungswerte(bestand, gewaehlt)
        return tabelle.als_datei(
            werte,
            format_,
            f"{gewaehlt.titel} nach Alter und Geschlecht, {bestand.region.name}",
            quellen.erklaerung(gewaehlt, bestand),
            hinweise.fuer_datei(werte, gewaehlt, bestand, auswahl.ebene),
        )

    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        herunterladen.tabellen(
            partial(baue, "csv-excel"),
            partial(baue, "xlsx"),
            herunterladen.stamm(bestand, gewaehlt.id, bestand.region.slug, "alter-geschlecht"),
            "laden_gliederung",
            "{} nach Alter und Geschlecht",
        )
