"""The fields of the form about a meeting, in the order in which the keyboard goes through them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.gremien.vorgabe import vorgabe
from data_access.gremien.sitzungen import Stand
from data_access.gremien.sitzungspruefung import Beanstandung
from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import Sitzungsform, Sitzungsstatus
from models.vokabular import INSGESAMT
from presentation.texts import sitzungen as texte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import BARRIEREN, BARRIERESTAENDE, GRUPPEN, SITZUNGSFORMEN, SITZUNGSSTATUS
from presentation.ui.gremien.blick import Blick
from presentation.ui.tagesfeld import tagesfeld

_LEERE_ZEILEN: Final = 3
SPALTEN: Final = ("anwesend", "eingeladen", "rederecht_genutzt")
TERMINE: Final = (
    "einladung_am",
    "rueckmeldung_bis",
    "unterlagen_am",
    "unterlagen_ls_am",
    "protokoll_am",
    "protokoll_ls_am",
)
TEXTE: Final = ("bezeichnung", "ort", "quelle", "notiz")


@dataclass
class Formular:
    """The open form. `vorher`: the meeting it changes, None for a new one; `zeilen`: empty rows for institutions."""

    gremium: str
    nummer: int
    vorher: Stand | None = None
    zeilen: int = _LEERE_ZEILEN
    gruende: list[Beanstandung] = field(default_factory=list)
    frage: bool = False
    gesagt: bool = False

    @property
    def sitzung(self) -> str:
        """Id of the meeting it changes, empty for a new one."""
        return str(self.vorher[0]["id"]) if self.vorher else ""

    def beanstandet(self, *felder: str) -> bool:
        """Whether one of these fields was refused: what is folded away is opened then."""
        return any(g.feld in felder or ("organisation" in felder and g.organisation) for g in self.gruende)

    def schluessel(self, name: str) -> str:
        """Key of a field: another one each time a form is opened, so that nothing of a former one stays."""
        return f"sitzungsform_{self.nummer}_{name}"


def grunddaten(f: Formular, sitzung: Sitzung | None) -> dict[str, Any]:
    """Day, whether it took place, and how people met."""
    raster = st.columns([2, 4, 4])
    with raster[0]:
        tag = tagesfeld("Tag der Sitzung (TT.MM.JJJJ)", sitzung.datum if sitzung else None, f.schluessel("datum"))
    staende = [Sitzungsstatus.STATTGEFUNDEN, Sitzungsstatus.GEPLANT, Sitzungsstatus.AUSGEFALLEN]
    with raster[1]:
        status = _wahl(f, "status", staende, SITZUNGSSTATUS, sitzung.status if sitzung else staende[0])
    with raster[2]:
        formen = {"": "k. A."} | SITZUNGSFORMEN
        jetzt = (sitzung.form or "") if sitzung else Sitzungsform.PRAESENZ
        form = _wahl(f, "form", ["", *map(str, Sitzungsform)], formen, jetzt)
    return {"datum": tag, "status": status, "form": form or None}


def _wahl(f: Formular, name: str, optionen: list[Any], namen: Mapping[str, str], jetzt: str) -> str:
    worte = [str(o) for o in optionen]
    return str(
        st.radio(
            texte.FELDER[name],
            worte,
            worte.index(str(jetzt)),
            format_func=namen.__getitem__,
            key=f.schluessel(name),
            horizontal=True,
        )
    )


def teilnahme(blick: Blick, gremium: Gremium, f: Formular, sitzung: Sitzung | None) -> list[dict[str, Any]]:
    """One row a group, the total first; further groups and the institutions behind their names."""
    vorher = {(t.gruppe, t.organisation): t for t in (blick.bestand.teilnahmen.get(sitzung.id, ()) if sitzung else ())}
    angeboten = vorgabe(blick.bestand, gremium, sitzung)
    st.subheader("Wer war da?", anchor=False)
    st.markdown(texte.LEER_UND_NULL)
    zeilen = [_zeile(f, g, vorher.get((g, ""))) for g in (INSGESAMT, *angeboten.vorn)]
    if angeboten.weitere:
        with st.expander("Weitere Gruppen"):
            zeilen += [_zeile(f, g, vorher.get((g, ""))) for g in angeboten.weitere]
    offen = any(o for _, o in vorher) or f.zeilen > _LEERE_ZEILEN or f.beanstandet("organisation")
    with st.expander("Institutionen, einzeln gezählt", expanded=offen):
        st.markdown(
            "Nur Einrichtungen und Stellen, nie Personen. Sie zählen zu ihrer Gruppe. Eine Zeile ohne Zahl wird nicht "
            "gespeichert."
        )
        stellen = {o.name: o.gruppe for o in blick.bestand.e.organisationen}
        fest = [*angeboten.institutionen, *((None, None),) * f.zeilen]
        zeilen += [
            _institution(f, nummer, gruppe, name, stellen, vorher.get((gruppe or "", name or "")))
            for nummer, (gruppe, name) in enumerate(fest, start=1)
        ]
        if st.form_submit_button("Drei Zeilen mehr", key=f.schluessel("mehr")):
            f.zeilen += _LEERE_ZEILEN
            st.rerun()
    return zeilen


def _zeile(f: Formular, gruppe: str, vorher: object) -> dict[str, Any]:
    """The counts of one group."""
    name = GRUPPEN[gruppe]
    zahlen = _zahlen(f, name, gruppe, vorher, st.columns(3))
    return {"gruppe": gruppe, "organisation": "", **zahlen}


def _zahlen(
    f: Formular, name: str, stelle: str, vorher: object, spalten: Sequence[DeltaGenerator]
) -> dict[str, int | None]:
    zahlen = {}
    for spalte, feld in zip(SPALTEN, spalten, strict=True):
        with feld:
            schluessel = f.schluessel(f"{stelle}_{spalte}")
            # By the session, not by `value`: a field with a value of its own would fill again when it is emptied.
            st.session_state.setdefault(schluessel, getattr(vorher, spalte, None))
            zahlen[spalte] = st.number_input(
                f"{name}: {texte.FELDER[spalte]}", min_value=0, max_value=9999, value=None, step=1, key=schluessel
            )
    return zahlen


def _institution(
    f: Formular, nummer: int, gruppe: str | None, name: str | None, stellen: Mapping[str, str], vorher: object
) -> dict[str, Any]:
    """One institution: its name from the register or typed, its group, its counts."""
    links, rechts = st.columns(2)
    namen = list(dict.fromkeys([*([name] if name else []), *stellen]))
    with links:
        gewaehlt = st.selectbox(
            f"Institution {nummer}",
            namen,
            0 if name else None,
            key=f.schluessel(f"institution_{nummer}"),
            placeholder="wählen oder eintippen",
            accept_new_options=True,
        )
    gruppen = [g for g in GRUPPEN if g != INSGESAMT]
    with rechts:
        zu = st.selectbox(
            f"Institution {nummer}: Gruppe",
            gruppen,
            gruppen.index(gruppe) if gruppe else None,
            format_func=GRUPPEN.__getitem__,
            key=f.schluessel(f"institution_{nummer}_gruppe"),
            placeholder="wie im Register",
        )
    zahlen = _zahlen(f, f"Institution {nummer}", f"institution_{nummer}", vorher, st.columns(3))
    wer = " ".join((gewaehlt or "").split())
    return {"gruppe": zu or stellen.get(wer), "organisation": wer, "nummer": nummer, **zahlen}


def termine(f: Formular, sitzung: Sitzung | None) -> dict[str, Any]:
    """The days around the meeting, as typed."""
    offen = f.beanstandet(*TERMINE) or (sitzung is not None and any(getattr(sitzung, t) for t in TERMINE))
    with st.expander("Einladung, Unterlagen, Protokoll: wann?", expanded=offen):
        st.markdown("Jeder Tag als TT.MM.JJJJ. Leer heißt k. A.")
        werte = {}
        for paar in (TERMINE[:2], TERMINE[2:4], TERMINE[4:]):
            for name, feld in zip(paar, st.columns(2), strict=True):
                with feld:
                    jetzt = getattr(sitzung, name) if sitzung else None
                    werte[name] = tagesfeld(texte.FELDER[name], jetzt, f.schluessel(name))
    return werte


def weiteres(f: Formular, gremium: Gremium, sitzung: Sitzung | None) -> dict[str, Any]:
    """Name, place, source, and whether the meeting is an invented one."""
    werte: dict[str, Any] = {}
    with st.expander("Name, Ort, Quelle"):
        for name in TEXTE:
            werte[name] = schlicht(
                st.text_input(
                    texte.FELDER[name],
                    getattr(sitzung, name) if sitzung else "",
                    key=f.schluessel(name),
                    max_chars=300,
                    autocomplete="off",
                )
            )
        werte["datum_erschlossen"] = st.checkbox(
            "Die Quelle nennt den Tag ohne Jahr, das Jahr ist erschlossen",
            bool(sitzung and sitzung.datum_erschlossen),
            key=f.schluessel("erschlossen"),
        )
        werte["synthetisch"] = st.checkbox(
            "Das ist ein erfundenes Beispiel, überall „synthetisch“ genannt",
            sitzung.synthetisch if sitzung else gremium.synthetisch,
            key=f.schluessel("synthetisch"),
        )
    return werte


def barrieren(blick: Blick, f: Formular) -> dict[str, str]:
    """What was asked for and what became of it, one choice a kind."""
    vorher = {b.art: b.stand for b in blick.bestand.barrieren.get(f.sitzung, ())}
    staende = {"": texte.KEIN_EINTRAG} | BARRIERESTAENDE
    gewaehlt = {}
    with st.expander("Barrierefreiheit", expanded=bool(vorher)):
        st.markdown(
            "Was angefragt war und was daraus wurde. Ohne Anzahl: Wer was braucht, ist eine Angabe zur Gesundheit."
        )
        for art, name in BARRIEREN.items():
            gewaehlt[art] = st.radio(
                name,
                list(staende),
                list(staende).index(vorher.get(art, "")),
                format_func=staende.__getitem__,
                key=f.schluessel(f"barriere_{art}"),
                horizontal=True,
            )
    return {art: stand for art, stand in gewaehlt.items() if stand}
