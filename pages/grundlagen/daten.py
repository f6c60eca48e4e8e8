"""What has arrived, what is published, and (with the key) importing and releasing."""

import streamlit as st

from presentation.ui import bausteine, rahmen, wahl
from presentation.ui.daten import abschnitte, anzeige, hochladen, zugang


def page() -> None:
    """Access, the running job, then the sections behind tabs."""
    with rahmen.seite():
        zugang.nimm_schluessel()
        auswahl = wahl.nach_region()
        if auswahl is None:
            return
        bausteine.kopf(
            f"{auswahl.bestand.region.name}: was vorliegt und was veröffentlicht ist",
            "Eine Datei wird erst geprüft, dann übernommen. Fallzahlen sieht auch danach niemand, bis sie mit der "
            "Freigabe geschützt und veröffentlicht sind. Ab wann andere Angaben gelten, steht nach dem Übernehmen da.",
        )
        recht = zugang.schreibrecht()
        if recht is None:
            zugang.hinweis_ohne_recht()
        else:
            # A place of its own: what comes and goes in it must not move the tabs, or the first would open again.
            with st.container():
                anzeige.arbeitsprozess()
                hochladen.meldung_zu_gross()
                anzeige.aktueller_auftrag(recht)
        abschnitte.abschnitte(recht, auswahl.bestand)
