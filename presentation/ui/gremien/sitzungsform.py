"""Entering or changing a meeting: one form that the keyboard goes through from the day to the button."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

import streamlit as st

from data_access.gremien import sitzungen
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.sitzungen import SitzungAbgelehnt
from data_access.gremien.sitzungspruefung import ZAHLEN, Angaben, Beanstandung
from models.gremientabellen import Gremium, Sitzung
from presentation.texts import sitzungen as texte
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum
from presentation.ui import fokus
from presentation.ui.adresse import setze
from presentation.ui.gremien import sitzungsfelder as felder
from presentation.ui.gremien import verlauf
from presentation.ui.gremien.blick import Blick
from presentation.ui.gremien.sitzungsfelder import TERMINE, Formular
from presentation.ui.tagesfeld import KeinTag, als_tag

_FORMULAR: Final = "gremien_sitzungsform"
_ZAEHLER: Final = "gremien_sitzungsform_nummer"
NEU: Final = "sitzung_neu"
AENDERN: Final = "sitzung_aendern"
"""Keys of the buttons that open the form."""


def offenes(blick: Blick) -> Formular | None:
    """The form that is open for the chosen Gremium, for whoever may write."""
    formular: Formular | None = st.session_state.get(_FORMULAR)
    if formular is None or blick.recht is None or blick.gremium is None or formular.gremium != blick.gremium.id:
        return None
    return formular


def oeffne(blick: Blick, gremium: Gremium, sitzung: Sitzung | None = None) -> None:
    """Open the form: for a new meeting, or to change one. Called by buttons."""
    nummer = st.session_state.get(_ZAEHLER, 0) + 1
    st.session_state[_ZAEHLER] = nummer
    vorher = None
    if sitzung is not None:
        b = blick.bestand
        vorher = sitzungen.stand(sitzung, b.teilnahmen.get(sitzung.id, ()), b.barrieren.get(sitzung.id, ()))
    neu = Formular(gremium.id, nummer, vorher)
    st.session_state[_FORMULAR] = neu
    fokus.auf(neu.schluessel("datum"), oben=True)


def schliesse() -> None:
    """Close the form; what was typed is gone."""
    formular: Formular | None = st.session_state.pop(_FORMULAR, None)
    fokus.auf(AENDERN if formular is not None and formular.vorher else NEU)


def zeige(blick: Blick, gremium: Gremium, formular: Formular) -> None:
    """Draw the form; store on its button."""
    sitzung = blick.bestand.sitzung.get(formular.sitzung)
    was = "Neue Sitzung" if formular.vorher is None else "Sitzung ändern"
    st.header(f"{was}: {schlicht(gremium.kurz)}", anchor=False)
    with st.form(formular.schluessel("form"), enter_to_submit=False):
        werte = felder.grunddaten(formular, sitzung)
        zeilen = felder.teilnahme(blick, gremium, formular, sitzung)
        werte |= felder.termine(formular, sitzung) | felder.weiteres(formular, gremium, sitzung)
        barrieren = felder.barrieren(blick, formular)
        if formular.gruende:
            saetze = texte.gruende(formular.gruende)
            if not formular.gesagt:
                # The reasons may stand outside the window: a fold that opens moves everything.
                st.toast("Nichts ist gespeichert. Die Gründe stehen über „Sitzung speichern“.", icon=":material/error:")
                formular.gesagt = True
            st.error("Nichts ist gespeichert.\n\n" + "\n".join(f"* {satz}" for satz in saetze))
        stimmt = formular.frage and st.checkbox("Der Tag stimmt so", key=formular.schluessel("stimmt"))
        mit_knopf = st.form_submit_button("Sitzung speichern", type="primary")
    st.button("Schließen, ohne zu speichern", on_click=schliesse)
    if mit_knopf:
        _speichere(blick, gremium, formular, werte, zeilen, barrieren, stimmt)


def _speichere(
    blick: Blick,
    gremium: Gremium,
    f: Formular,
    werte: dict[str, Any],
    zeilen: list[dict[str, Any]],
    barrieren: dict[str, str],
    stimmt: bool,
) -> None:
    """Check what was typed and store it; on a refusal everything stays as it was typed."""
    recht = blick.recht
    if recht is None:
        return
    tage, gruende = _lies_tage(werte)
    for z in zeilen:
        if z["organisation"] and not z["gruppe"] and any(z[s] is not None for s in ZAHLEN):
            satz = "Die Gruppe fehlt. Bitte wählen, zu welcher Gruppe die Institution zählt."
            gruende.append(Beanstandung("gruppe", satz, organisation=z["organisation"]))
        if z.get("nummer") and not z["organisation"] and any(z[s] is not None for s in ZAHLEN):
            satz = "Der Name fehlt. Bitte die Institution wählen oder eintippen, oder die Zahlen leeren."
            gruende.append(Beanstandung("organisation", satz, organisation=f"Institution {z['nummer']}"))
    f.gruende, f.frage, f.gesagt = gruende, False, False
    if not gruende:
        angaben = Angaben(werte | tage, tuple(z for z in zeilen if z["gruppe"]), barrieren, stimmt)
        try:
            vorgang, _ = sitzungen.speichere(recht, gremium.id, angaben, datetime.now().astimezone(), f.vorher)
        except SitzungAbgelehnt as nein:
            f.gruende, f.frage = nein.gruende, any(g.frage for g in nein.gruende) or stimmt
        except GremienAbgelehnt as nein:
            f.gruende = [Beanstandung("", str(nein))]
        else:
            schliesse()
            setze(sitzung=tage["datum"].isoformat())
            verlauf.merke(blick, vorgang, f"gesichert: {schlicht(gremium.kurz)}, Sitzung am {datum(tage['datum'])}.")
    st.rerun()


def _lies_tage(werte: Mapping[str, Any]) -> tuple[dict[str, date], list[Beanstandung]]:
    """The typed days, and a reason for each that is none."""
    tage: dict[str, Any] = {}
    gruende = []
    for name in ("datum", *TERMINE):
        try:
            tage[name] = als_tag(werte[name])
        except KeinTag as grund:
            gruende.append(Beanstandung(name, str(grund)))
        else:
            if name == "datum" and tage[name] is None:
                gruende.append(Beanstandung(name, "Der Tag fehlt. Bitte eintragen, zum Beispiel 29.09.2025."))
    return tage, gruende
