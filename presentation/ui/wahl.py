"""The selection lives in the link. Widgets show it, and change nothing but the link.

A session remembers it too, because the top navigation opens pages without parameters; such a page writes the selection
into its address (`serving.seite.VERLAUF` keeps that from being a step of "back").
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from analysis import sichten
from analysis.auswahl import (
    EBENENNAMEN,
    PARAMETER,
    Auswahl,
    ebenenname,
    loese_auf,
    moegliche_raumprinzipien,
    sinnvolle_ebene,
    waehle_region,
)
from analysis.bestand import Bestand, finde_region
from analysis.einteilungen import bezeichnung, waehlbare
from analysis.gebietswahl import Ort
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.kennzahl import Kennzahl
from data_access.register import verschiedene
from models.tabellen import Region
from models.vokabular import INSGESAMT, Ebene, Raumprinzip
from presentation.texts.zahlen import stichtagstext
from presentation.ui import rahmen, zwischenspeicher

MERKER: Final = "auswahl"
"""Where a session remembers the selection."""
OHNE_TEIL: Final[dict[str, Sequence[str]]] = {"altersgruppe": [], "geschlecht": []}
"""Age group and sex are dropped with what they belong to: only a link that asks for them is told so."""
KURZE_LISTE: Final = 30
"""Up to so many options a list is short."""

Aufloesung = Callable[[Mapping[str, Sequence[str]], Bestand, Callable[[Kennzahl], bool]], tuple[Auswahl, list[str]]]
"""From the parameters of a link to what a page shows, with a sentence for every value that gave way."""

RAUMPRINZIPIEN: dict[str, str] = {
    Raumprinzip.HERKUNFT: "Herkunft",
    Raumprinzip.LEISTUNGSORT: "Leistungsort",
}
"""How the two ways of counting are called on screen."""


def _aus_link() -> dict[str, list[str]]:
    """The parameters of the link that choose something."""
    return {name: st.query_params.get_all(name) for name in PARAMETER if name in st.query_params}


def _parameter() -> dict[str, list[str]]:
    """The parameters of the link; on a page opened from the menu those of the session."""
    gemerkt: dict[str, list[str]] = st.session_state.get(MERKER, {})
    return _aus_link() or dict(gemerkt)


def setze(**werte: Sequence[str]) -> None:
    """Change parameters of the selection; an empty list removes one. Called by widgets only."""
    neu = {**_parameter(), **{name: list(liste) for name, liste in werte.items()}}
    parameter = {name: liste for name, liste in neu.items() if liste}
    st.session_state[MERKER] = parameter
    _schreibe(parameter)


def _schreibe(parameter: dict[str, list[str]]) -> None:
    """Write the selection into the address, all at once: each change alone would be a step of "back"."""
    if parameter != _aus_link():
        andere = {name: st.query_params.get_all(name) for name in st.query_params if name not in PARAMETER}
        st.query_params.from_dict({**andere, **parameter})


def genannte_region(parameter: Mapping[str, Sequence[str]]) -> str:
    """The region that parameters name; empty if they name none."""
    return next(iter(parameter.get("region", ())), "")


def eingerichtete() -> list[Region]:
    """The regions of the installation; without any it says so."""
    regionen = zwischenspeicher.regionen()
    if not regionen:
        # Whoever reloads after the next step must not wait until an empty list is forgotten.
        zwischenspeicher.regionen.clear()
        st.title("Noch keine Region", anchor=False)
        st.markdown(
            "Der Datenordner dieser Installation ist leer. Legen Sie an dem Rechner, auf dem Sozialraumblick läuft, "
            "die Vorführung an und laden Sie diese Seite dann neu: `.venv/bin/python cli.py demo`"
        )
    return regionen


def waehle(
    erlaubt: Callable[[Kennzahl], bool] = lambda _: True,
    loese: Aufloesung = loese_auf,
    region_der: Callable[[Mapping[str, Sequence[str]]], str] = genannte_region,
) -> Auswahl | None:
    """Resolve the link; says what gave way. None (with a sentence) if there is no region or no number yet."""
    regionen = eingerichtete()
    if not regionen:
        return None
    parameter = _parameter()
    region, saetze = waehle_region(region_der(parameter), regionen, finde_region)
    auswahl, weitere = loese(parameter, zwischenspeicher.bestand(region), erlaubt)
    rahmen.hinweise([*saetze, *weitere])
    rahmen.merke_fusszeile(auswahl.bestand.grenzquelle(Ebene.GEMEINDE), auswahl.bestand.synthetisch)
    st.session_state[MERKER] = auswahl.als_parameter
    if not _aus_link():
        # Whoever copies the address of a page opened from the menu shows others the same view.
        _schreibe(auswahl.als_parameter)
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
    namen = regionsnamen(auswahl.bestand.region)

    def folge(neu: str) -> dict[str, Sequence[str]]:
        ziel = finde_region(neu)
        andere = _ohne_fremdes_raumprinzip(auswahl, auswahl.kennzahl, zwischenspeicher.bestand(ziel)) if ziel else {}
        return {"region": [neu], "gebiet": [], "einteilung": [], "ebene": [], "fassung": [], **OHNE_TEIL, **andere}

    _waehler("Region", "region", list(namen), auswahl.bestand.region.slug, namen.__getitem__, folge)


def regionsnamen(jetzt: Region) -> dict[str, str]:
    """Every region by its slug, those that are set up first, and the one that is looked at."""
    namen = verschiedene([*zwischenspeicher.regionen(), *zwischenspeicher.weitere_regionen()])
    namen.setdefault(jetzt.slug, jetzt.name)
    return namen


def _ohne_fremdes_raumprinzip(auswahl: Auswahl, gewaehlt: Kennzahl, bestand: Bestand) -> dict[str, Sequence[str]]:
    """Drop the Raumprinzip where what is chosen next lacks it: only a link that asks for it is told so."""
    return {} if auswahl.raumprinzip in moegliche_raumprinzipien(gewaehlt, bestand) else {"raumprinzip": []}


def nach_region() -> Auswahl | None:
    """The opening of a page whose only filter is the region; None if it has already said that there is none."""
    auswahl = waehle()
    if auswahl is not None:
        with st.container(width=330):
            region(auswahl)
    return auswahl


def ebene(auswahl: Auswahl) -> None:
    """Choose the level; Planungsräume once for each Einteilung in force, each Vorschlag, and the one of the link."""
    ebenen = auswahl.bestand.ebenen
    namen = {str(e): ebenenname(auswahl.bestand, e) for e in ebenen if e in (Ebene.LAND, Ebene.KREIS)}
    einteilungen = waehlbare(auswahl.bestand.einteilungen, auswahl.einteilung)
    namen |= {
        f"{Ebene.PLANUNGSRAUM}:{e.id}": EBENENNAMEN[Ebene.PLANUNGSRAUM]
        + (f": {bezeichnung(e)}" if len(einteilungen) > 1 else "")
        for e in einteilungen
    }
    namen[str(Ebene.GEMEINDE)] = EBENENNAMEN[Ebene.GEMEINDE]
    if auswahl.kennzahl.nur_kreis:
        namen = {e: name for e, name in namen.items() if e in (Ebene.LAND, Ebene.KREIS)}
    jetzt = auswahl.ebene if auswahl.ebene != Ebene.PLANUNGSRAUM else f"{Ebene.PLANUNGSRAUM}:{auswahl.einteilung}"

    def folge(neu: str) -> dict[str, Sequence[str]]:
        stufe, _, einteilung = neu.partition(":")
        return {"ebene": [stufe], "einteilung": [einteilung] if einteilung else [], "gebiet": [], **OHNE_TEIL}

    _waehler("Ebene", "ebene", list(namen), jetzt, namen.__getitem__, folge, disabled=len(namen) < 2)


def menuename(kennzahl_: Kennzahl) -> str:
    """How a Kennzahl is called in menus: a count says what it counts, unless its name does."""
    ist_zahl = kennzahl_.art == "zahl" and not kennzahl_.kurz.startswith(kennzahl_.gezaehlt)
    return f"{kennzahl_.kurz}, {kennzahl_.gezaehlt}" if ist_zahl else kennzahl_.kurz


def kennzahl(auswahl: Auswahl, erlaubt: Callable[[Kennzahl], bool] = lambda _: True) -> None:
    """Choose the Kennzahl."""
    moeglich = {k.id: k for k in KENNZAHLEN if erlaubt(k) and sichten.vorhanden(auswahl.bestand, k)}
    namen = {k.id: menuename(k) for k in moeglich.values()}

    def folge(neu: str) -> dict[str, Sequence[str]]:
        # What the next Kennzahl lacks is dropped without a notice: only a link that asks for it is told so.
        ebene_: dict[str, Sequence[str]] = {}
        if moeglich[neu].nur_kreis:
            ebene_ = {"ebene": [], "gebiet": []}
        elif not auswahl.gebiete and auswahl.ebene == sinnvolle_ebene(auswahl.bestand, auswahl.kennzahl):
            # A level that nobody chose follows the Kennzahl.
            ebene_ = {} if sinnvolle_ebene(auswahl.bestand, moeglich[neu]) == auswahl.ebene else {"ebene": []}
        return {
            "kennzahl": [neu],
            "fassung": [],
            **OHNE_TEIL,
            **_ohne_fremdes_raumprinzip(auswahl, moeglich[neu], auswahl.bestand),
            **ebene_,
        }

    _waehler(
        "Kennzahl",
        "kennzahl",
        list(namen),
        auswahl.kennzahl.id,
        namen.__getitem__,
        folge,
    )


def stichtag(auswahl: Auswahl) -> None:
    """Choose the Stichtag: as a year where it is 31.12."""

    def name(iso: str) -> str:
        tag = next(t for t in auswahl.stichtage if t.isoformat() == iso)
        return stichtagstext(tag)

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
        lambda neu: {"raumprinzip": [neu], **OHNE_TEIL},
        disabled=len(moeglich) < 2,
    )


def gebiet(auswahl: Auswahl, namen: Mapping[str, str]) -> None:
    """Choose one area of the level ("" = none)."""
    jetzt = auswahl.gebiete[0] if auswahl.gebiete else ""
    _waehler(
        "Verlauf für", "gebiet", list(namen), jetzt, namen.__getitem__, lambda neu: {"gebiet": [neu] if neu else []}
    )


def ort(auswahl: Auswahl, orte: Sequence[Ort]) -> None:
    """Choose the one area a page is about, of any level."""
    je_gebiet = {o.gebiet: o for o in orte}
    _waehler(
        "Gebiet",
        "ort",
        list(je_gebiet),
        auswahl.gebiete[0],
        lambda g: je_gebiet[g].name + (" (Gemeinde)" if je_gebiet[g].ebene == Ebene.GEMEINDE else ""),
        lambda neu: {"gebiet": [neu], "ebene": [je_gebiet[neu].ebene]},
    )


def teil(auswahl: Auswahl, name: str, beschriftung: str, namen: Mapping[str, str]) -> None:
    """Choose an age group or a sex; `insgesamt` leaves the parameter out."""
    _waehler(
        beschriftung,
        name,
        list(namen),
        auswahl.gliederung[name],
        namen.__getitem__,
        lambda neu: {name: [neu] if neu != INSGESAMT else []},
    )


def leiste(auswahl: Auswahl) -> None:
    """The filter bar: one row on a desktop, three rows of two on a phone."""
    raster = st.grid(columns=6, min_column_width=150)
    for baue in (region, ebene, kennzahl, stichtag, raumprinzip):
        with raster.cell(column_span=2 if baue is kennzahl else 1):
            baue(auswahl)
