"""The fields of the forms of the register: each returns the values of a row, empty ones as None, days as typed."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from models.gremientabellen import Amtszeit, Gremium, Organisation, Rolle, Sitz, Takt
from models.gremienworte import Gremientyp, Gruppe, Stimmrecht, Verbindlichkeit
from models.vokabular import INSGESAMT
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN, STIMMRECHTE, TYPEN, VERBINDLICHKEITEN
from presentation.texts.gremienregion import unbekannter_raum
from presentation.texts.gremienregister import amtszeit as zeitraum
from presentation.ui.gremien.blick import Blick
from presentation.ui.tagesfeld import als_tag, tagesfeld

_NEUE_ROLLE: Final = ""
_TAGE: Final = ("gueltig_von", "gueltig_bis", "von", "bis")
_GRUPPEN: Final = [g for g in GRUPPEN if g != INSGESAMT]


def gremium(blick: Blick, alt: Gremium | None) -> dict[str, Any]:
    """A Gremium; it is ended by its last day."""
    andere = {"": "keines"} | {g.id: g.name for g in blick.bestand.e.gremien if alt is None or g.id != alt.id}
    vereinbarungen = {"": "keine"} | {v.id: v.name for v in blick.bestand.e.vereinbarungen}
    kurz = _text("Kurzname", alt.kurz if alt else "")
    name = _text("Name", alt.name if alt else "")
    typ = _wahl("Art", TYPEN, alt.typ if alt else Gremientyp.SONSTIGES)
    verbindlich = _wahl(
        "Verbindlichkeit", VERBINDLICHKEITEN, alt.verbindlichkeit if alt else Verbindlichkeit.VEREINBART
    )
    links, rechts = st.columns(2)
    with links:
        von = tagesfeld("Gilt ab (TT.MM.JJJJ)", alt.gueltig_von if alt else None)
    with rechts:
        bis = tagesfeld("Gilt bis (TT.MM.JJJJ, letzter Tag; damit endet das Gremium)", alt.gueltig_bis if alt else None)
    vorgaenger = _wahl("Ersetzt", andere, (alt.vorgaenger_id if alt else None) or "")
    ueber = _wahl("Gehört zu", andere, (alt.uebergeordnet_id if alt else None) or "")
    vereinbarung = _wahl("Vereinbarung", vereinbarungen, (alt.vereinbarung_id if alt else None) or "")
    quelle = _text("Steht in (Paragraf oder Anlage)", alt.quelle if alt else "")
    return {
        "kurz": kurz,
        "name": name,
        "typ": typ,
        "verbindlichkeit": verbindlich,
        "gueltig_von": von,
        "gueltig_bis": bis,
        "vorgaenger_id": vorgaenger or None,
        "uebergeordnet_id": ueber or None,
        "vereinbarung_id": vereinbarung or None,
        "quelle": quelle,
        "notiz": _text("Anmerkung", alt.notiz if alt else ""),
    }


def takt(alt: Takt | None) -> dict[str, Any]:
    """How often one source says that the Gremium meets."""
    quelle = _text("Quelle (Paragraf oder Anlage)", alt.quelle if alt else "")
    wortlaut = _text("Wortlaut der Quelle", alt.wortlaut if alt else "")
    links, rechts = st.columns(2)
    with links:
        unten = _zahl("Sitzungen im Jahr, mindestens", alt.minimum if alt else None)
    with rechts:
        oben = _zahl("Sitzungen im Jahr, höchstens", alt.maximum if alt else None)
    st.markdown(":small[:gray[Nennen zwei Stellen den Takt verschieden, bekommt jede einen eigenen Eintrag.]]")
    return {"quelle": quelle, "wortlaut": wortlaut, "minimum": unten, "maximum": oben}


def sitz(alt: Sitz | None) -> dict[str, Any]:
    """Who is named, and how many seats are agreed, if any."""
    wortlaut = _text("Stelle oder Gruppe im Wortlaut der Quelle (keine Person)", alt.wortlaut if alt else "")
    gruppe = _wahl("Gruppe", {g: GRUPPEN[g] for g in _GRUPPEN}, alt.gruppe if alt else Gruppe.SELBSTVERTRETUNG)
    links, rechts = st.columns(2)
    with links:
        anzahl = _zahl("Plätze (leer, wenn keine Zahl vereinbart ist)", alt.anzahl if alt else None, 1)
    with rechts:
        stimme = _wahl("Stimme", {"": "nicht vereinbart"} | STIMMRECHTE, (alt.stimmrecht if alt else None) or "")
    quelle = _text("Steht in (Paragraf oder Anlage)", alt.quelle if alt else "")
    return {
        "wortlaut": wortlaut,
        "gruppe": gruppe,
        "anzahl": anzahl,
        "stimmrecht": Stimmrecht(stimme) if stimme else None,
        "quelle": quelle,
    }


def amtszeit(rollen: list[Rolle], gremium_: Gremium, alt: Amtszeit | None) -> tuple[str, str, dict[str, Any]]:
    """Which office holds a role when: id of the role (empty: a new one), its name, the values of the term."""
    namen = {r.id: rollenname(r) for r in rollen}
    if alt is not None:
        rolle, name = alt.rolle_id, next(r.name for r in rollen if r.id == alt.rolle_id)
        st.markdown(f"Rolle: {schlicht(namen[rolle])}")
    else:
        rolle = _wahl("Rolle", namen | {_NEUE_ROLLE: f"neue Rolle in {gremium_.kurz}"}, next(iter(namen), _NEUE_ROLLE))
        neu = _text("Name der neuen Rolle (nur wenn oben „neue Rolle“ gewählt ist)", "")
        name = next((r.name for r in rollen if r.id == rolle), neu)
    inhaber = _text("Stelle oder Amt (keine Person)", alt.inhaber if alt else "")
    links, rechts = st.columns(2)
    with links:
        von = tagesfeld("Von (TT.MM.JJJJ)", alt.von if alt else None)
    with rechts:
        bis = tagesfeld("Bis (TT.MM.JJJJ; leer, solange es gilt)", alt.bis if alt else None)
    quelle = _text("Steht in", alt.quelle if alt else "")
    erschlossen = st.checkbox(
        "Erschlossen: folgt aus einer Regel, steht so nicht in der Quelle", bool(alt and alt.erschlossen)
    )
    werte = {"inhaber": inhaber, "von": von, "bis": bis, "quelle": quelle, "erschlossen": erschlossen}
    return rolle, name, werte


def organisation(alt: Organisation | None, raeume: Mapping[str, str]) -> dict[str, Any]:
    """An office, an institution, or a kind of them, with its other names. `raeume`: Planungsräume of the region."""
    name = _text("Name der Stelle oder Organisation (keine Person)", alt.name if alt else "")
    gruppe = _wahl("Gruppe", {g: GRUPPEN[g] for g in _GRUPPEN}, alt.gruppe if alt else Gruppe.SELBSTVERTRETUNG)
    gattung = st.checkbox("Eine Art von Stellen („Werkstatträte“), nicht eine bestimmte", bool(alt and alt.gattung))
    aliase = st.text_area("Andere Schreibweisen, jede in einer Zeile", "\n".join(alt.aliase) if alt else "", height=90)
    raum = _planungsraum((alt.planungsraum if alt else None) or "", raeume)
    quelle = _text("Steht in (Paragraf oder Anlage)", alt.quelle if alt else "")
    return {
        "name": name,
        "gruppe": gruppe,
        "gattung": gattung,
        "planungsraum": raum or None,
        "aliase": list(dict.fromkeys(filter(None, (" ".join(z.split()) for z in aliase.splitlines())))),
        "quelle": quelle,
    }


def _planungsraum(jetzt: str, raeume: Mapping[str, str]) -> str:
    """Where an institution is at home; one that is no more can stay or be replaced. Nothing where there is none."""
    if not raeume and not jetzt:
        return ""
    fehlt = {jetzt: unbekannter_raum(jetzt)} if jetzt and jetzt not in raeume else {}
    namen = {"": "nicht eingetragen"} | {kuerzel: schlicht(name) for kuerzel, name in raeume.items()} | fehlt
    return _wahl("Planungsraum, in dem sie ist (nur bei einer bestimmten Stelle)", namen, jetzt)


def mit_tagen(werte: Mapping[str, Any]) -> dict[str, Any]:
    """The values with typed days read; raises KeinTag for what is none."""
    return {**werte, **{name: als_tag(werte[name]) for name in _TAGE if name in werte}}


def rollenname(rolle: Rolle) -> str:
    """A role as the choice shows it."""
    return rolle.name if rolle.gremium_id else f"{rolle.name} (ganze Region)"


def amtsname(rolle: Rolle, amt: Amtszeit) -> str:
    """A term as the choice shows it."""
    return f"{rolle.name}: {amt.inhaber}, {zeitraum(amt)}"


def _text(label: str, jetzt: str) -> str:
    return " ".join(st.text_input(label, jetzt).split())


def _wahl(label: str, namen: dict[str, str], jetzt: str) -> str:
    wahl = list(namen)
    index = wahl.index(jetzt) if jetzt in wahl else 0
    return str(st.selectbox(label, wahl, index=index, format_func=namen.__getitem__, filter_mode=None))


def _zahl(label: str, jetzt: int | None, mindestens: int = 0) -> int | None:
    wert = st.number_input(label, value=jetzt, min_value=mindestens, max_value=999, step=1, placeholder="keine Angabe")
    return None if wert is None else int(wert)
