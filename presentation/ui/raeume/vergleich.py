"""Two cuts beside each other with every leading Kennzahl, for deciding which one serves planning better."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from analysis.auswahl import moegliche_raumprinzipien
from analysis.bestand import Bestand
from analysis.einteilungen import bezeichnung
from analysis.entwurf import entwurfskennung, mit_entwurf
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.sichten import groesste_abweichung
from analysis.vergleiche import Messung
from analysis.zuschnittvergleich import Gegenueberstellung, Seite, seite, werte_beider
from models.vokabular import Ebene, Raumprinzip
from presentation.exports import tabelle
from presentation.exports.dateiname import dateiname
from presentation.texts.befunde import betrag
from presentation.texts.einteilungen import geordnet
from presentation.texts.hinweise import Gezeigt, fuer_datei
from presentation.texts.lage import KARTE, THEMEN
from presentation.texts.quellen import erklaerung
from presentation.texts.schutzsaetze import eigener_planungsraum
from presentation.texts.zahlen import datum, spanne, zahl
from presentation.ui import bausteine, herunterladen, wahl, was_heisst_das, zwischenspeicher
from presentation.ui.raeume.entwurf import Entwurf

_MIT: Final = "vergleich_mit"
_PRINZIP: Final = "vergleich_prinzip"
_ENTWURF: Final = ""


def leitkennzahlen() -> tuple[Kennzahl, ...]:
    """The rates of the four themes, and that of the small map."""
    kuerzel = dict.fromkeys([KARTE, *(rate for _, _, rate, _ in THEMEN)])
    return tuple(k for k in map(kennzahl, kuerzel) if k is not None)


def vergleich(bestand: Bestand, jetzt: Entwurf) -> None:
    """Choose what is compared with the Einteilung in force; then summary, each Kennzahl, downloads."""
    haupt = bestand.region.haupteinteilung_id
    if not haupt:
        st.markdown("Es gilt noch keine Einteilung, mit der verglichen werden könnte.")
        return
    namen = {_ENTWURF: "Mein Entwurf"} | {e.id: bezeichnung(e) for e in geordnet(bestand) if e.id != haupt}
    links, rechts = st.columns(2)
    mit = links.selectbox("Vergleichen mit", list(namen), format_func=namen.__getitem__, key=_MIT)
    prinzip = rechts.selectbox(
        "Gezählt nach", [str(p) for p in Raumprinzip], format_func=wahl.RAUMPRINZIPIEN.__getitem__, key=_PRINZIP
    )
    if mit == _ENTWURF and not jetzt.schnitt.gemeinden:
        st.markdown("Der Entwurf hat noch keine Gemeinde.")
        return
    andere = mit or entwurfskennung(jetzt.schnitt)
    sicht = bestand if mit else mit_entwurf(bestand, jetzt.schnitt)
    paare = _gegenueber(sicht, haupt, andere, prinzip)
    if not paare:
        st.markdown("Es gibt noch keine veröffentlichten Zahlen, die sich vergleichen ließen.")
        return
    bausteine.absaetze("Was sich ändert", [_kurz(paare)])
    bausteine.tafel([_zeile(p) for p in paare], "Beide Einteilungen im Überblick", "gegenueber")
    weite = max(groesste_abweichung(sicht, p.kennzahl, Ebene.PLANUNGSRAUM, andere) for p in paare)
    st.markdown(f":small[:gray[{eigener_planungsraum(weite)}]]")
    gezeigt = [Gezeigt(p.kennzahl, prinzip, m) for p in paare for s in (p.heute, p.entwurf) for m in s.gebiete]
    was_heisst_das.zu_zeichen(sicht, gezeigt, "vergleich")
    _laden(sicht, [p.kennzahl for p in paare], (haupt, andere), prinzip)
    for paar in paare:
        _einzeln(paar, namen[mit])


def _gegenueber(sicht: Bestand, haupt: str, andere: str, prinzip: str) -> list[Gegenueberstellung]:
    paare = []
    for k in leitkennzahlen():
        if prinzip not in moegliche_raumprinzipien(k, sicht):
            continue
        links, rechts = (zwischenspeicher.alle_messungen(sicht, k, "planungsraum", prinzip, e) for e in (haupt, andere))
        tag = _neuester(links)
        if tag is not None:
            paare.append(Gegenueberstellung(k, tag, seite(links, tag), seite(rechts, tag)))
    return paare


def _neuester(alle: Sequence[Messung]) -> date | None:
    """The newest Stichtag at which anything was delivered."""
    return max((m.stichtag for m in alle if m.zaehler is not None), default=None)


def _kurz(paare: Sequence[Gegenueberstellung]) -> str:
    vorher, nachher = (sum(len(s.zu_klein) for s in seiten) for seiten in _beide(paare))
    if vorher == nachher == 0:
        klein = "In beiden Einteilungen hat jeder Planungsraum zu jeder Kennzahl genug Menschen für einen Wert."
    else:
        klein = (
            f"Zu klein für einen Wert: geltend {zahl(vorher)} von {zahl(_alle(paare, 0))} Angaben, "
            f"verglichen {zahl(nachher)} von {zahl(_alle(paare, 1))}."
        )
    return (
        f"{klein} Beide Einteilungen rechnen mit denselben geschützten Zahlen der Gemeinden; ein neuer Zuschnitt "
        "verrät nichts Neues."
    )


def _beide(paare: Sequence[Gegenueberstellung]) -> tuple[list[Seite], list[Seite]]:
    return [p.heute for p in paare], [p.entwurf for p in paare]


def _alle(paare: Sequence[Gegenueberstellung], welche: int) -> int:
    return sum(len(s.gebiete) for s in _beide(paare)[welche])


def _zeile(p: Gegenueberstellung) -> dict[str, object]:
    return {
        "Kennzahl": p.kennzahl.kurz,
        "geltend": _spanne(p.heute, p.kennzahl),
        "verglichen": _spanne(p.entwurf, p.kennzahl),
        "zu klein, geltend": ", ".join(m.name for m in p.heute.zu_klein) or "keiner",
        "zu klein, verglichen": ", ".join(m.name for m in p.entwurf.zu_klein) or "keiner",
    }


def _spanne(s: Seite, k: Kennzahl) -> str:
    if not s.gezeigt:
        return "kein Wert"
    return spanne(s.gezeigt[-1].wert, s.gezeigt[0].wert, k.stellen)


def _einzeln(p: Gegenueberstellung, name: str) -> None:
    st.header(p.kennzahl.kurz, anchor=False)
    st.markdown(f":small[:gray[{p.kennzahl.titel} ({p.kennzahl.einheit}), {datum(p.stichtag)}]]")
    for spalte, titel, s in zip(
        st.columns(2, gap="large"), ("Geltende Einteilung", name), (p.heute, p.entwurf), strict=True
    ):
        with spalte:
            st.subheader(titel, anchor=False)
            zeilen = [
                {
                    "Planungsraum": m.name,
                    "Wert": betrag(m, p.kennzahl),
                    "Spanne (Zufall, Rundung)": "–" if m.wert is None else spanne(m.unten, m.oben, p.kennzahl.stellen),
                }
                for m in s.gebiete
            ]
            art = "geltend" if titel == "Geltende Einteilung" else "verglichen"
            bausteine.tafel(zeilen, f"{p.kennzahl.titel}, {titel}", f"{art}_{p.kennzahl.id}")
            st.markdown(f":small[:gray[{_urteil(s, p.kennzahl)}]]")


def _urteil(s: Seite, k: Kennzahl) -> str:
    if s.spannweite is None:
        return "Für einen Vergleich der Planungsräume fehlen Werte."
    weite = f"Höchster und niedrigster Wert liegen {zahl(s.spannweite, k.stellen)} auseinander"
    return f"{weite}, mehr als Zufall und Rundung." if s.sicher_verschieden else f"{weite}; das kann Zufall sein."


def _laden(sicht: Bestand, kennzahlen: Sequence[Kennzahl], einteilungen: tuple[str, str], prinzip: str) -> None:
    """Both cuts as one file, all Stichtage; made on the click."""
    titel = f"Zwei Einteilungen im Vergleich, {sicht.region.name}"
    namen = {e.id: bezeichnung(e) for e in sicht.einteilungen}

    def baue(format_: str) -> bytes:
        erste = erklaerung(kennzahlen[0], sicht)
        angaben = [erste[0], *((f"Einteilung {e}", namen.get(e, e)) for e in einteilungen)]
        alle = werte_beider(sicht, kennzahlen, einteilungen, prinzip)
        saetze: list[tuple[str, str]] = []
        for k in kennzahlen:
            saetze += fuer_datei(alle.filter(kennzahl=k.id), k, sicht, Ebene.PLANUNGSRAUM, einteilungen[1])
            angaben += [(f"{k.titel}: {n}", t) for n, t in erklaerung(k, sicht)[2:]]
        return tabelle.als_datei(alle, format_, titel, angaben, list(dict.fromkeys(saetze)))

    with st.container(horizontal=True):
        herunterladen.tabellen(
            partial(baue, "csv-excel"),
            partial(baue, "xlsx"),
            dateiname("einteilungen", sicht.region.slug, synthetisch=sicht.synthetisch),
            "vergleich",
            "Beide Einteilungen ({})",
        )
