"""Parts that several pages show in the same way: headline, chart, table, source lines, downloads."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

import pandas as pd
import streamlit as st

from analysis.auswahl import Auswahl, moegliche_raumprinzipien
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Entwicklung, Messung
from data_access.grenzen import raumgrenzen, schraffur
from presentation.charts.diagramm import Diagramm
from presentation.charts.karte import Geometrie
from presentation.exports import tabelle
from presentation.exports.bild import png
from presentation.texts import quellen
from presentation.texts.befunde import betrag
from presentation.texts.zahlen import datum
from presentation.ui import wahl, zwischenspeicher


def kopf(befund: str, unterzeile: str) -> None:
    """The finding as headline, and what is counted below it."""
    st.title(befund, anchor=False)
    st.markdown(f":gray[{unterzeile}]")


def diagramm(bild: Diagramm, titel: str = "") -> None:
    """A chart under its own finding, with its remarks below."""
    if titel:
        st.header(titel, anchor=False)
    st.vega_lite_chart(bild.spec, width="stretch", theme=None, alt=bild.alt)
    if bild.hinweise:
        st.markdown("  \n".join(f":small[:gray[{h}]]" for h in bild.hinweise))


def tafel(zeilen: Sequence[Mapping[str, object]], alt: str, zahlenspalten: Sequence[str] = ()) -> None:
    """A real HTML table; the columns in `zahlenspalten` hold numbers and ranges as German text, aligned right."""
    if not zeilen:
        return
    rahmen_ = pd.DataFrame(list(zeilen))
    stil = rahmen_.style.set_properties(subset=list(zahlenspalten), **{"text-align": "right"})
    st.table(stil, border="horizontal", hide_index=True, alt=alt or None)


def stichtagstext(auswahl: Auswahl) -> str:
    """ "am 31.12.2024"."""
    return f"am {datum(auswahl.stichtag)}"


def keine_zahlen(auswahl: Auswahl) -> None:
    """What a page shows when nothing of the region is in force."""
    kopf(
        f"{auswahl.bestand.region.name}: keine veröffentlichten Zahlen",
        "Es gibt noch keine Freigabe, oder sie wurde zurückgezogen. Was vorliegt, zeigt die Seite „Daten“.",
    )


def personenkennzahl(gewaehlt: Kennzahl) -> Kennzahl:
    """The count that tells a development in people: that of a rate's numerator; a share tells it itself."""
    zaehl = kennzahl(gewaehlt.zaehler[0])
    return zaehl if gewaehlt.art == "rate" and zaehl is not None else gewaehlt


def personenreihe(auswahl: Auswahl) -> list[Messung]:
    """The series of people behind the selection: of the chosen area, or of the Kreis."""
    zaehl = personenkennzahl(auswahl.kennzahl)
    if auswahl.gebiete:
        alle = zwischenspeicher.alle_messungen(
            auswahl.bestand, zaehl, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung
        )
        return zwischenspeicher.reihe(alle, auswahl.gebiete[0])
    return list(zwischenspeicher.alle_messungen(auswahl.bestand, zaehl, "kreis", auswahl.raumprinzip))


def gebietswahl(auswahl: Auswahl, alle: Sequence[Messung]) -> None:
    """Choose whose trend is drawn: the Kreis, or one area of the level."""
    if auswahl.ebene == "kreis":
        return
    namen = {"": f"{auswahl.bestand.region.name} insgesamt"} | {
        m.gebiet: m.name for m in alle if m.stichtag == auswahl.stichtag
    }
    wahl.gebiet(auswahl, namen)


def beide_zaehlungen(auswahl: Auswahl) -> None:
    """Herkunft and Leistungsort of the Kreis beside each other."""
    zeilen = []
    for prinzip in moegliche_raumprinzipien(auswahl.kennzahl, auswahl.bestand):
        alle = zwischenspeicher.alle_messungen(auswahl.bestand, auswahl.kennzahl, "kreis", prinzip)
        wert = next((m for m in alle if m.stichtag == auswahl.stichtag), None)
        if wert is not None:
            zeilen.append({"Gezählt nach": wahl.RAUMPRINZIPIEN[prinzip], "Wert": betrag(wert, auswahl.kennzahl)})
    st.header("Herkunft und Leistungsort", anchor=False)
    tafel(zeilen, alt="Werte des Kreises nach Herkunft und nach Leistungsort")
    st.markdown(
        ":small[:gray[Herkunft: wo die Menschen vor der Hilfe gelebt haben. Leistungsort: wo die Hilfe stattfindet.]]"
    )


def quellenzeilen(auswahl: Auswahl, basen: list[str], stichtag: date, mit_karte: bool = False) -> None:
    """Quelle, Stand and Schutz."""
    zeilen = (
        ("Quelle", quellen.quelle(auswahl.kennzahl, auswahl.bestand, basen, mit_karte)),
        ("Stand", quellen.stand(auswahl.kennzahl, auswahl.bestand, stichtag)),
        ("Schutz", quellen.schutz(auswahl.kennzahl, auswahl.bestand)),
    )
    st.markdown("  \n".join(f":small[**{name}** :gray[{text}]]" for name, text in zeilen))


def fuss(
    auswahl: Auswahl, basen: list[str], bild: Callable[[], Diagramm] | None = None, mit_karte: bool = False
) -> None:
    """Source lines left, downloads right."""
    if auswahl.stichtag is None:
        return
    st.divider()
    links, rechts = st.columns([7, 5], gap="large")
    with links:
        quellenzeilen(auswahl, basen, auswahl.stichtag, mit_karte)
    with rechts.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _herunterladen(auswahl, bild)


def _herunterladen(auswahl: Auswahl, bild: Callable[[], Diagramm] | None) -> None:
    gewaehlt, bestand = auswahl.kennzahl, auswahl.bestand
    synthetisch = "_synthetische-daten" if bestand.synthetisch else ""
    stamm = f"{gewaehlt.id}_{bestand.region.slug}_{auswahl.ebene}_{auswahl.raumprinzip}{synthetisch}"
    titel = f"{gewaehlt.titel}, {bestand.region.name}"

    def datei(format_: str) -> Callable[[], bytes]:
        def baue() -> bytes:
            werte = zwischenspeicher.werte(bestand, gewaehlt, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung)
            return tabelle.als_datei(werte, format_, titel, quellen.erklaerung(gewaehlt, bestand))

        return baue

    for text, format_, endung, art in (
        ("CSV", "csv-excel", "csv", "text/csv"),
        ("Excel", "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ):
        st.download_button(
            text,
            datei(format_),
            f"{stamm}.{endung}",
            art,
            key=f"laden_{format_}",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
    if bild is not None:
        st.download_button(
            "PNG",
            lambda: png(bild()),
            f"{stamm}.png",
            "image/png",
            key="laden_png",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )


def absaetze(titel: str, saetze: Sequence[str]) -> None:
    """A heading and its paragraphs, in a width that reads well."""
    st.header(titel, anchor=False)
    with st.container(width=760):
        for satz in saetze:
            st.markdown(satz)


def diagramm_ohne_text(bild: Diagramm) -> None:
    """A small chart whose finding stands beside it."""
    st.vega_lite_chart(bild.spec, width="stretch", theme=None, alt=bild.alt)


def datenstand(bestand: Bestand) -> None:
    """Per theme and Träger: what came, from whom, which Stichtag, what is missing."""
    st.header("Stand der Daten", anchor=False)
    tafel(quellen.datenstand(bestand), alt="Stand der Daten je Thema")


def pfeil(stand: Entwicklung | None) -> Literal["up", "down", "off"]:
    """Direction of the badge; none without a comparison. It says where the number went, not whether that is good."""
    if stand is None or stand.frueher is None or stand.jetzt.wert == stand.frueher.wert:
        return "off"
    return "up" if (stand.jetzt.wert or 0) > (stand.frueher.wert or 0) else "down"


def gleichzeitig(auswahl: Auswahl, stichtag: date) -> None:
    """The rates of the other themes in the same area at the same Stichtag."""
    zeilen = []
    for andere in KENNZAHLEN[:6]:
        if andere.id == auswahl.kennzahl.id or auswahl.raumprinzip not in moegliche_raumprinzipien(
            andere, auswahl.bestand
        ):
            continue
        ebene = auswahl.ebene if auswahl.gebiete else "kreis"
        gebiet = auswahl.gebiete[0] if auswahl.gebiete else auswahl.bestand.region.kreis_ags
        alle = zwischenspeicher.alle_messungen(
            auswahl.bestand, andere, ebene, auswahl.raumprinzip, auswahl.einteilung if auswahl.gebiete else ""
        )
        m = next((m for m in alle if m.gebiet == gebiet and m.stichtag == stichtag), None)
        if m is not None:
            zeilen.append({"Gleichzeitig gilt": andere.kurz, "Wert": betrag(m, andere)})
    tafel(zeilen, alt="Andere Kennzahlen desselben Gebiets")


def geometrie_fuer_datei(auswahl: Auswahl) -> Geometrie:
    """The areas of the selection themselves, for a picture that must not fetch anything."""
    zuordnung = auswahl.bestand.zuordnung(auswahl.ebene, auswahl.einteilung).select("ags", "gebiet", "name")
    gebiete = raumgrenzen(zuordnung.rows())
    return Geometrie(gebiete, schraffur(gebiete))
