"""Lieferungen and Freigaben of the installation, and taking them back."""

from collections.abc import Callable
from datetime import date, datetime

import streamlit as st

from analysis.bestand import Bestand
from data_access import abfragen, auftraege
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Lieferung
from models.vokabular import Auftragsart, Lieferungsart, Lieferungsstand
from presentation.texts.absender import von
from presentation.texts.befund import profilname
from presentation.texts.lieferungen import artname, beschreibung
from presentation.texts.methodik import pruefung
from presentation.texts.quellen import summe_des_kreises
from presentation.texts.zahlen import datum, zahl
from presentation.ui import bausteine
from presentation.ui.daten import anzeige

STAND = {
    Lieferungsstand.GESPEICHERT: "gespeichert",
    Lieferungsstand.ZURUECKGEZOGEN: "zurückgezogen",
}


def lieferungen(recht: Schreibrecht | None, bestand: Bestand) -> None:
    """Every file that arrived for this region or for all."""
    st.header("Lieferungen", anchor=False)
    alle = [x for x in abfragen.lieferungen() if x.region_slug in (None, bestand.region.slug)]
    if not alle:
        st.markdown("Noch keine Lieferung.")
        return
    bausteine.tafel([_lieferungszeile(x) for x in alle], alt="Lieferungen")
    gueltige = {
        x.id: x for x in alle if x.stand == Lieferungsstand.GESPEICHERT and x.art != Lieferungsart.PLANUNGSRAEUME
    }
    if recht is not None and gueltige:
        _zurueckziehen(
            recht,
            "Lieferung",
            {id_: f"{artname(x.art)}: {x.datei}, {profilname(x.absender)}" for id_, x in gueltige.items()},
            "lieferung",
            lambda id_: beschreibung(gueltige[id_].art).zurueck,
        )


def _lieferungszeile(x: Lieferung) -> dict[str, object]:
    tage = [datum(date.fromisoformat(tag)) for tag in sorted(x.stichtage)]
    return {
        "Datei": x.datei,
        "Art": artname(x.art),
        "von": von(x, profilname(x.absender)),
        "eingegangen": datum(x.eingegangen_am.date()),
        "Stichtage": tage[0] if len(tage) == 1 else f"{tage[0]} bis {tage[-1]}" if tage else "–",
        "Zeilen": "–" if x.zeilen is None else zahl(x.zeilen),
        "Stand": STAND[Lieferungsstand(x.stand)],
    }


def freigaben(recht: Schreibrecht | None, bestand: Bestand) -> None:
    """Every Freigabe of the region, in force or withdrawn."""
    st.header("Freigaben", anchor=False)
    alle = abfragen.alle_freigaben(bestand.region.slug)
    if not alle:
        st.markdown("Noch keine Freigabe.")
        return
    gueltig = {v.freigabe.id for v in bestand.veroeffentlicht.values()}
    bausteine.tafel([_freigabezeile(x, gueltig) for x in alle], alt="Freigaben")
    namen = {x.id: f"{GRUNDZAHLEN[x.grundzahl].titel}, Fassung {x.fassung}" for x in alle if x.id in gueltig}
    if recht is not None and namen:
        _zurueckziehen(
            recht, "Freigabe", namen, "freigabe", lambda _: "Die Zahlen verschwinden sofort von allen Seiten."
        )


def _freigabezeile(x: Freigabe, gueltig: set[str]) -> dict[str, object]:
    stand = "gültig" if x.id in gueltig else "zurückgezogen" if x.zurueckgezogen_am else "durch neuere ersetzt"
    return {
        "Zahl": GRUNDZAHLEN[x.grundzahl].titel,
        "Fassung": x.fassung,
        "veröffentlicht": datum(x.veroeffentlicht_am.date()),
        "k": "–" if GRUNDZAHLEN[x.grundzahl].oeffentlich else zahl(x.k),
        "Summe des Kreises": summe_des_kreises(x.grundzahl, angaben_aus(x.angaben)),
        "Prüfung": pruefung(x),
        "Stand": stand,
    }


def _zurueckziehen(
    recht: Schreibrecht, was: str, namen: dict[str, str], option: str, folge: Callable[[str], str]
) -> None:
    """Choose one and take it back; says what follows, and asks once more before it does."""
    with st.expander(f"Eine {was} zurückziehen"):
        wahl = st.selectbox(
            was, list(namen), format_func=namen.__getitem__, key=f"weg_{option}", index=None, placeholder="Bitte wählen"
        )
        if wahl is None:
            return
        # One box per choice: a yes to one is no yes to another.
        sicher = st.checkbox(f"{folge(wahl)} Das will ich.", key=f"sicher_{option}_{wahl}")
        if st.button(f"{was} zurückziehen", disabled=not sicher, key=f"knopf_{option}"):
            _stelle_ein(recht, option, wahl)


def _stelle_ein(recht: Schreibrecht, option: str, wahl: str) -> None:
    anzeige.beginne(
        auftraege.stelle_ein(recht, Auftragsart.ZURUECKZIEHEN, datetime.now().astimezone(), optionen={option: wahl})
    )
    st.rerun()
