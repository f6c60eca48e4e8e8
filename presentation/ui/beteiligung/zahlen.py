"""All sixteen figures in one table, the years, the thresholds, and the same as files."""

from functools import partial

import streamlit as st

from analysis.beteiligung.messen import nach_jahren
from analysis.beteiligung.werte import Beteiligung
from presentation.exports import beteiligungstafeln as dateien
from presentation.exports.dateiname import dateiname
from presentation.texts import beteiligungsseite as texte
from presentation.texts import beteiligungstafeln as tafeln
from presentation.ui import bausteine, herunterladen, rahmen
from presentation.ui.beteiligung import schwellen
from presentation.ui.beteiligung.blick import Blick


def alle(blick: Blick) -> None:
    """The figures side by side, never one number over them."""
    st.header("Alle sechzehn Fragen auf einen Blick", anchor=False)
    st.markdown(texte.KEIN_GESAMTWERT)
    with st.expander(texte.ALLE_FRAGEN):
        bausteine.tafel(tafeln.alle(blick.b), "Alle Fragen, Antworten und was sie nicht sagen", text=True)
    schwellen.zeige()


def jahre(blick: Blick) -> None:
    """The counts of each year with a meeting."""
    je_jahr = nach_jahren(blick.bestand, blick.gewaehlt.ausschnitt, blick.b.schwellen, blick.raeume)
    if len(je_jahr) < 2:
        return
    st.header(f"Nach Jahren: {je_jahr[0][0]} bis {je_jahr[-1][0]}", anchor=False)
    bausteine.tafel(tafeln.jahre(je_jahr), "Zahlen der Beteiligung nach Jahren")
    st.markdown(f":small[:gray[{texte.ZU_JAHREN}]]")


def fuss(blick: Blick) -> None:
    """Source, Stand and protection beside the files."""
    st.divider()
    angaben = (("Quelle", texte.QUELLE), ("Stand", texte.stand(blick.b, blick.heute)), ("Schutz", texte.SCHUTZ))
    links, rechts = st.columns([7, 5], gap="large")
    links.markdown("  \n".join(f":small[**{name}** :gray[{satz}]]" for name, satz in angaben))
    with rechts.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _dateien(blick, blick.b)


def _dateien(blick: Blick, b: Beteiligung) -> None:
    wer = blick.gremium.id if blick.gremium else blick.region
    jahr = str(b.ausschnitt.jahr or "alle-jahre")
    herunterladen.tabellen(
        partial(dateien.kennzahlen, b, blick.wer, "csv-excel"),
        partial(dateien.kennzahlen, b, blick.wer, "xlsx"),
        dateiname("beteiligung", wer, jahr, synthetisch=bool(b.erfundene)),
        "laden_beteiligung",
        "Antworten ({})",
    )
    if b.punkte:
        herunterladen.tabellen(
            partial(dateien.stufen, blick.bestand, b, blick.wer, "csv-excel"),
            partial(dateien.stufen, blick.bestand, b, blick.wer, "xlsx"),
            dateiname("stufen", wer, jahr, synthetisch=bool(b.erfundene)),
            "laden_stufen",
            "Stufen ({})",
        )


def zurueck(blick: Blick) -> None:
    """The ways to where it comes from."""
    with st.container(horizontal=True, gap="small"):
        for gremium in blick.eigenstaendige:
            parameter = {"region": [blick.region], "gremium": [gremium.id]}
            rahmen.verweis("gremien", f"Zum Gremium: {gremium.kurz}", parameter)
