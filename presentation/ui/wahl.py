"""The selection lives in the link. Widgets show it, and change nothing but the link.

A session remembers it too, because the top navigation opens pages without parameters.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from analysis.auswahl import (
    EBENENNAMEN,
    PARAMETER,
    Auswahl,
    ebenenname,
    loese_auf,
    moegliche_raumprinzipien,
    waehle_region,
)
from analysis.bestand import finde_region
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.kennzahl import Kennzahl
from data_access.register import verschiedene
from models.vokabular import Ebene, Raumprinzip
from presentation.texts.zahlen import datum
from presentation.ui import rahmen, zwischenspeicher

_MERKER: Final = "auswahl"
KURZE_LISTE: Final = 30
"""Up to so many options a list is short."""

RAUMPRINZIPIEN: dict[str, str] = {
    Raumprinzip.HERKUNFT: "Herkunft",
    Raumprinzip.LEISTUNGSORT: "Leistungsort",
}
"""How the two ways of counting are called on screen."""


def _parameter() -> dict[str, list[str]]:
    """The parameters of the link; on a page opened from the menu those of the session."""
    aus_link = {name: st.query_params.get_all(name) for name in PARAMETER if name in st.query_params}
    if not aus_link:
        gemerkt: dict[str, list[str]] = st.session_state.get(_MERKER, {})
        aus_link = dict(gemerkt)
    return aus_link


def setze(**werte: Sequence[str]) -> None:
    """Change parameters of the selection; an empty list removes one. Called by widgets only."""
    neu = {**_parameter(), **{name: list(liste) for name, liste in werte.items()}}
    _schreibe({name: liste for name, liste in neu.items() if liste})


def _schreibe(parameter: dict[str, list[str]]) -> None:
    st.session_state[_MERKER] = parameter
    for name in PARAMETER:
        if name in parameter:
            if st.query_params.get_all(name) != parameter[name]:
                st.query_params[name] = parameter[name]
        elif name in st.query_params:
            del st.query_params[name]


def waehle(erlaubt: Callable[[Kennzahl], bool] = lambda _: True) -> Auswahl | None:
    """Resolve the link; says what gave way. None (with a sentence) if there is no region or no number yet."""
    regionen = zwischenspeicher.regionen()
    if not regionen:
        st.title("Noch keine Region")
        st.markdown("Legen Sie zuerst die Vorführung an: `.venv/bin/python cli.py demo`")
        return None
    parameter = _parameter()
    region, saetze = waehle_region((parameter.get("region") or [""])[0], regionen, finde_region)
    auswahl, weitere = loese_auf(parameter, zwischenspeicher.bestand(region), erlaubt)
    rahmen.hinweise([*saetze, *weitere])
    rahmen.merke_fusszeile(auswahl.bestand.grenzquelle(Ebene.GEMEINDE), auswahl.bestand.synthetisch)
    st.session_state[_MERKER] = auswahl.als_parameter
    return auswahl


def _waehler(
    label: str,
    name: str,
    optionen: Sequence[str],
    wert: str,
    text: Callable[[Any], str],
    folge: Callable[[str], dict[str, Sequence[str]]] | None = None,
    **mehr: Any,
) -> None:
    """One selectbox of the bar: shows `wert`, and on a change writes it into the link."""
    schluessel = f"wahl_{name}"
    # A plain text: Streamlit takes a StrEnum for an option of an enumeration and fails.
    st.session_state[schluessel] = str(wert)

    def uebernimm() -> None:
        neu = st.session_state[schluessel]
        setze(**(folge(neu) if folge else {name: [neu]}))

    # A list that fits on the screen needs no typing, and no keyboard on a phone.
    filtern = {"filter_mode": "contains" if len(optionen) > KURZE_LISTE else None}
    st.selectbox(label, list(optionen), key=schluessel, format_func=text, on_change=uebernimm, **filtern | mehr)


def region(auswahl: Auswahl) -> None:
    """Choose the region, those that are set up first, then Länder and Kreise of the register, found by typing.

    Areas and Einteilung of the one before are dropped.
    """
    namen = verschiedene([*zwischenspeicher.regionen(), *zwischenspeicher.weitere_regionen()])
    namen.setdefault(auswahl.bestand.region.slug, auswahl.bestand.region.name)
    _waehler(
        "Region",
        "region",
        list(namen),
        auswahl.bestand.region.slug,
        namen.__getitem__,
        lambda neu: {"region": [neu], "gebiet": [], "einteilung": [], "ebene": [], "fassung": []},
    )


def ebene(auswahl: Auswahl) -> None:
    """Choose the level; Planungsräume once for each Einteilung."""
    ebenen, einteilungen = auswahl.bestand.ebenen, auswahl.bestand.einteilungen
    namen = {str(e): ebenenname(auswahl.bestand, e) for e in ebenen if e in (Ebene.LAND, Ebene.KREIS)}
    namen |= {
        f"{Ebene.PLANUNGSRAUM}:{e.id}": EBENENNAMEN[Ebene.PLANUNGSRAUM]
        + (f": {e.name}" if len(einteilungen) > 1 else "")
        for e in einteilungen
    }
    namen[str(Ebene.GEMEINDE)] = EBENENNAMEN[Ebene.GEMEINDE]
    jetzt = auswahl.ebene if auswahl.ebene != Ebene.PLANUNGSRAUM else f"{Ebene.PLANUNGSRAUM}:{auswahl.einteilung}"

    def folge(neu: str) -> dict[str, Sequence[str]]:
        stufe, _, einteilung = neu.partition(":")
        return {"ebene": [stufe], "einteilung": [einteilung] if einteilung else [], "gebiet": []}

    _waehler("Ebene", "ebene", list(namen), jetzt, namen.__getitem__, folge)


def kennzahl(auswahl: Auswahl, erlaubt: Callable[[Kennzahl], bool] = lambda _: True) -> None:
    """Choose the Kennzahl."""
    namen = {k.id: k.kurz if k.art != "zahl" else f"{k.kurz}, Personen" for k in KENNZAHLEN if erlaubt(k)}
    _waehler(
        "Kennzahl",
        "kennzahl",
        list(namen),
        auswahl.kennzahl.id,
        namen.__getitem__,
        lambda neu: {"kennzahl": [neu], "fassung": []},
    )


def stichtag(auswahl: Auswahl) -> None:
    """Choose the Stichtag: as a year where it is 31.12."""

    def name(iso: str) -> str:
        tag = next(t for t in auswahl.stichtage if t.isoformat() == iso)
        return str(tag.year) if (tag.month, tag.day) == (12, 31) else datum(tag)

    if auswahl.stichtag is None:
        return
    _waehler(
        "Jahr",
        "stichtag",
        [t.isoformat() for t in reversed(auswahl.stichtage)],
        auswahl.stichtag.isoformat(),
        name,
        lambda neu: {"jahr": [neu[:4]], "stichtag": []} if neu.endswith("-12-31") else {"stichtag": [neu], "jahr": []},
    )


def raumprinzip(auswahl: Auswahl) -> None:
    """Choose where people are counted."""
    moeglich = moegliche_raumprinzipien(auswahl.kennzahl, auswahl.bestand)
    _waehler(
        "Gezählt nach",
        "raumprinzip",
        moeglich,
        auswahl.raumprinzip,
        RAUMPRINZIPIEN.__getitem__,
        disabled=len(moeglich) < 2,
    )


def gebiet(auswahl: Auswahl, namen: Mapping[str, str]) -> None:
    """Choose one area of the level ("" = none)."""
    jetzt = auswahl.gebiete[0] if auswahl.gebiete else ""
    _waehler(
        "Verlauf für", "gebiet", list(namen), jetzt, namen.__getitem__, lambda neu: {"gebiet": [neu] if neu else []}
    )


def leiste(auswahl: Auswahl) -> None:
    """The filter bar: one row on a desktop, three rows of two on a phone."""
    raster = st.grid(columns=6, min_column_width=150)
    for baue in (region, ebene, kennzahl, stichtag, raumprinzip):
        with raster.cell(column_span=2 if baue is kennzahl else 1):
            baue(auswahl)
