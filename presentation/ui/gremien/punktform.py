"""Forms for the items of an agenda: add, change, move, delete, put on the next agenda."""

from typing import Final

import streamlit as st

from data_access.gremien import tagesordnung
from data_access.gremien.tagesordnung import Punkt
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Sitzung, Top, Vorgang
from models.gremienworte import Gruppe, Topart
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN, TOPARTEN
from presentation.texts.methodik import THEMENWAHL
from presentation.ui.gremien import eintragen, verlauf
from presentation.ui.gremien.blick import Blick

ARTEN: Final[dict[str, str]] = {str(a): TOPARTEN[a] for a in Topart if a != Topart.RUECKLAUF}
GRUPPENWAHL: Final = {str(g): GRUPPEN[g] for g in Gruppe}
_FELDER: Final = ("titel", "art", "thema", "planungsraum", "eingebracht_von", "ergebnis", "aufgaben")


def neuer(blick: Blick, recht: Schreibrecht, sitzung: Sitzung) -> None:
    """Add an item at the end of the agenda."""
    form = f"punkt_neu_{sitzung.id}"
    if eintragen.ist_offen(form):
        _form(blick, recht, sitzung, None, form)
    else:
        eintragen.knopf("Punkt zur Tagesordnung hinzufügen", form, "add", leise=False)


def leiste(blick: Blick, recht: Schreibrecht, top: Top, letzter: bool, fest: bool) -> None:
    """What can be done with an item, in one row of buttons. `fest`: the Rücklauf above, or this one, may not move."""
    n, ort = top.nummer, top.id
    with st.container(horizontal=True):
        if top.art != Topart.RUECKLAUF:
            eintragen.knopf(f"Empfehlung zu Punkt {n} hinzufügen", f"empfehlung_neu_{ort}", "add", ort, leise=False)
        eintragen.knopf(f"Punkt {n} ändern", f"punkt_{ort}", "edit", ort)
        if top.art != Topart.RUECKLAUF:
            if n > (2 if fest else 1) and _taste(f"Punkt {n} nach oben", f"hoch_{ort}", "arrow_upward"):
                _verschiebe(recht, blick, top, -1)
            if not letzter and _taste(f"Punkt {n} nach unten", f"runter_{ort}", "arrow_downward"):
                _verschiebe(recht, blick, top, 1)
            if _taste(f"Punkt {n} wieder auf die nächste Tagesordnung", f"wieder_{ort}", "event_repeat"):
                _wieder(recht, blick, top)
        if top.art != Topart.RUECKLAUF or not fest:
            eintragen.knopf(f"Punkt {n} löschen", f"weg_{ort}", "delete", ort)


def _taste(beschriftung: str, schluessel: str, zeichen: str) -> bool:
    return st.button(beschriftung, key=schluessel, icon=f":material/{zeichen}:", type="tertiary")


def formular(blick: Blick, recht: Schreibrecht, sitzung: Sitzung, top: Top) -> None:
    """The open forms of an item."""
    if eintragen.ist_offen(f"punkt_{top.id}"):
        _form(blick, recht, sitzung, top, f"punkt_{top.id}")
    if eintragen.ist_offen(f"weg_{top.id}"):
        _loeschform(blick, recht, top)


def _form(blick: Blick, recht: Schreibrecht, sitzung: Sitzung, top: Top | None, form: str) -> None:
    ist_ruecklauf = top is not None and top.art == Topart.RUECKLAUF
    alt = top or Top(id="", sitzung_id=sitzung.id, nummer=0, titel="")
    with eintragen.formular(form, f"{form}_titel", top, _FELDER):
        titel = st.text_input("Titel", alt.titel, max_chars=tagesordnung.LAENGSTER_TITEL, key=f"{form}_titel")
        art, thema, raum, gruppe = alt.art, alt.thema, alt.planungsraum, alt.eingebracht_von
        aufgaben = tuple(alt.aufgaben)
        if not ist_ruecklauf:
            art = eintragen.wort("Art", ARTEN, alt.art, f"{form}_art")
            raster = st.grid(columns=3, min_column_width=220)
            with raster.cell():
                thema = eintragen.liste("Thema", THEMENWAHL, alt.thema, "ohne Thema", f"{form}_thema")
            with raster.cell():
                raum = eintragen.liste(
                    "Planungsraum", eintragen.raeume(blick), alt.planungsraum, "ganze Region", f"{form}_raum"
                )
            with raster.cell():
                gruppe = eintragen.liste("Eingebracht von", GRUPPENWAHL, alt.eingebracht_von, "k. A.", f"{form}_von")
            aufgaben = _aufgaben(blick, alt, form)
        ergebnis = st.text_area("Ergebnis oder Beschluss", alt.ergebnis, height=96, key=f"{form}_ergebnis")
        with st.container(horizontal=True):
            if st.form_submit_button("Punkt speichern", type="primary"):
                punkt = Punkt(titel, art, thema, raum, gruppe, ergebnis, aufgaben)
                _speichere(recht, blick, sitzung, punkt, top, form)
            eintragen.abbrechen(form)


def _aufgaben(blick: Blick, alt: Top, form: str) -> tuple[str, ...]:
    """The tasks an item is about, a box for each that the agreement of the region names; nothing where it names none.

    Boxes, as the wording of a task is too long for a list to choose from.
    """
    aufgaben = eintragen.aufgaben(blick)
    gewaehlt = [a for a in alt.aufgaben if a not in aufgaben]
    if aufgaben:
        with st.expander("Um welche Aufgaben aus der Vereinbarung es geht", expanded=bool(alt.aufgaben)):
            for kuerzel, wortlaut in aufgaben.items():
                if st.checkbox(wortlaut, kuerzel in alt.aufgaben, key=f"{form}_aufgabe_{kuerzel}"):
                    gewaehlt.append(kuerzel)
    return tuple(gewaehlt)


def _speichere(recht: Schreibrecht, blick: Blick, sitzung: Sitzung, punkt: Punkt, top: Top | None, form: str) -> None:
    def setze() -> Vorgang:
        vorgang, neu = tagesordnung.setze_punkt(
            recht, blick.region, sitzung.id, punkt, eintragen.jetzt(), top.id if top else None
        )
        # What comes next is most likely a recommendation to it.
        eintragen.bearbeite(neu.id)
        return vorgang

    eintragen.tue(blick, form, top, setze, f"gesichert: „{schlicht(' '.join(punkt.titel.split()))}“.")


def _loeschform(blick: Blick, recht: Schreibrecht, top: Top) -> None:
    anzahl = len(blick.bestand.empfehlungen.get(top.id, ()))
    folge = {0: "", 1: " Mit ihm geht eine Empfehlung."}.get(anzahl, f" Mit ihm gehen {anzahl} Empfehlungen.")
    form = f"weg_{top.id}"
    with eintragen.formular(form, f"oeffne_{form}", None):
        st.markdown(f"Punkt {top.nummer} wird gelöscht.{folge} Das lässt sich zurücknehmen.")
        with st.container(horizontal=True):
            if st.form_submit_button("Punkt löschen"):
                eintragen.tue(
                    blick,
                    form,
                    None,
                    lambda: tagesordnung.loesche_punkt(recht, blick.region, top.id, eintragen.jetzt()),
                    f"gelöscht: „{schlicht(top.titel)}“.",
                )
            eintragen.abbrechen(form)


def _verschiebe(recht: Schreibrecht, blick: Blick, top: Top, um: int) -> None:
    verlauf.tue(
        blick,
        lambda: tagesordnung.verschiebe(recht, blick.region, top.id, um, eintragen.jetzt()),
        f"verschoben: „{schlicht(top.titel)}“ ist jetzt Punkt {top.nummer + um}.",
    )


def _wieder(recht: Schreibrecht, blick: Blick, top: Top) -> None:
    verlauf.tue(
        blick,
        lambda: tagesordnung.nimm_wieder_auf(recht, blick.region, top.id, eintragen.jetzt()),
        lambda vorgang: f"gesichert: {schlicht(vorgang.was)}.",
    )
