"""Changing the register: one short form for each kind of row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeVar

import streamlit as st

from data_access.gremien import registerpflege
from data_access.gremien.buch import GremienAbgelehnt
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Amtszeit, Eintragung, Gremium, Organisation, Rolle, Sitz, Takt, Vorgang
from presentation.texts.freitext import schlicht
from presentation.ui import fokus
from presentation.ui.gremien import register_felder as felder
from presentation.ui.gremien import verlauf, zugleich
from presentation.ui.gremien.blick import Blick
from presentation.ui.gremien.eintragen import raeume

_ART: Final = "register_art"
_NEU: Final = ""
_FORM: Final = "register"
_GEZEICHNET: Final = "register_gezeichnet"
_WELCHE: Final = "register_welche"

E = TypeVar("E", bound=Eintragung)


def zeige(blick: Blick, recht: Schreibrecht) -> None:
    """The choice of what to change, and its form."""
    gremium = blick.gremium
    # Without a Gremium there is nothing that a seat or a cadence could belong to.
    moeglich = [*_DER_REGION, *(_DES_GREMIUMS if gremium is not None else ())]
    art = st.radio("Was möchten Sie ändern?", moeglich, horizontal=True, key=_ART)
    if gremium is not None and art in _DES_GREMIUMS:
        _DES_GREMIUMS[art](blick, recht, gremium)
    else:
        _DER_REGION[art](blick, recht)


def _form(art: str) -> str:
    """Key of a form: another one after each change, so that a form for something new is empty again."""
    return f"register_{art}_{verlauf.runde()}"


def _geoeffnet(form: str, zeile: E | None) -> E | None:
    """The row as the form was opened on it: what is typed stays, also if somebody else changes the row meanwhile."""
    schon_da = st.session_state.get(_GEZEICHNET) == form
    st.session_state[_GEZEICHNET] = form
    return zugleich.geoeffnet(_FORM, schon_da, zeile)


def _knoepfe(
    blick: Blick,
    recht: Schreibrecht,
    was: tuple[str, str],
    neu: Callable[[], Sequence[Eintragung]],
    alt: Eintragung | None,
) -> None:
    """Save and, for a row that is there (`alt`, as it is stored now), delete. `was`: kind and name, for the history."""
    wort, name = was
    with st.container(horizontal=True):
        speichern = st.form_submit_button("Speichern", type="primary")
        loeschen = alt is not None and st.form_submit_button("Löschen")
    jetzt = datetime.now().astimezone()
    if speichern:
        tat = f"{wort} „{name}“ {'angelegt' if alt is None else 'geändert'}"
        _tue(blick, alt, lambda: registerpflege.sichere(recht, blick.region, tat, neu(), jetzt))
    elif loeschen and alt is not None:
        tat = f"{wort} „{name}“ gelöscht"
        _tue(blick, alt, lambda: registerpflege.entferne(recht, blick.region, tat, alt, jetzt))


def _tue(blick: Blick, alt: Eintragung | None, schritt: Callable[[], Vorgang]) -> None:
    def geprueft() -> Vorgang:
        if anders := zugleich.inzwischen(_FORM, alt):
            raise GremienAbgelehnt(anders)
        vorgang = schritt()
        fokus.auf(_WELCHE)
        return vorgang

    verlauf.tue(blick, geprueft, lambda vorgang: f"gesichert: {schlicht(vorgang.was)}.")


def _welche(label: str, zeilen: Mapping[str, str], neu: str, art: str, zuerst: str = _NEU) -> str:
    """Choose the row to change, or a new one; the key of the row or an empty text."""
    wahl, schluessel = [_NEU, *zeilen], f"register_welche_{art}"
    if schluessel not in st.session_state:
        # Comes from another view: the form begins with what is stored now.
        st.session_state.pop(_GEZEICHNET, None)
    with st.container(key=_WELCHE):
        gewaehlt = st.selectbox(
            schlicht(label),
            wahl,
            index=wahl.index(zuerst) if zuerst in wahl else 0,
            format_func=lambda x: zeilen.get(x, neu),
            key=schluessel,
            filter_mode=None,
        )
    return str(gewaehlt)


def _gremium(blick: Blick, recht: Schreibrecht) -> None:
    alle = blick.bestand.gremium
    jetzt = blick.gremium.id if blick.gremium else _NEU
    gewaehlt = _welche(
        "Welches Gremium?", {g.id: g.name for g in alle.values()}, "neues Gremium", f"gremium_{jetzt}", jetzt
    )
    form, stand = _form(f"gremium_{gewaehlt}"), alle.get(gewaehlt)
    alt = _geoeffnet(form, stand)
    with st.form(form, enter_to_submit=False):
        werte = felder.gremium(blick, alt)

        def neu() -> list[Eintragung]:
            if alt:
                return [Gremium(**{**alt.model_dump(), **felder.mit_tagen(werte)})]
            schluessel = registerpflege.neue_id(Gremium, werte["kurz"], blick.region, list(alle.values()))
            platz = max((g.reihenfolge for g in alle.values()), default=-1) + 1
            return [Gremium(id=schluessel, region_slug=blick.region, reihenfolge=platz, **felder.mit_tagen(werte))]

        _knoepfe(blick, recht, ("Gremium", werte["kurz"]), neu, stand)


def _takt(blick: Blick, recht: Schreibrecht, gremium: Gremium) -> None:
    alle = {t.id: t for t in blick.bestand.takte.get(gremium.id, ())}
    gewaehlt = _welche(
        f"Takt von {gremium.kurz}",
        {t.id: f"{t.quelle}: {t.wortlaut}" for t in alle.values()},
        "weiterer Takt",
        f"takt_{gremium.id}",
        next(iter(alle), _NEU),
    )
    form, stand = _form(f"takt_{gremium.id}_{gewaehlt}"), alle.get(gewaehlt)
    alt = _geoeffnet(form, stand)
    with st.form(form, enter_to_submit=False):
        werte = felder.takt(alt)

        def neu() -> list[Eintragung]:
            rang = alt.rang if alt else max((t.rang for t in alle.values()), default=0) + 1
            schluessel = alt.id if alt else registerpflege.neue_id(Takt, "", blick.region, ())
            return [Takt(id=schluessel, gremium_id=gremium.id, rang=rang, **werte)]

        _knoepfe(blick, recht, (f"Takt von {gremium.kurz}", werte["quelle"]), neu, stand)


def _sitz(blick: Blick, recht: Schreibrecht, gremium: Gremium) -> None:
    alle = {s.id: s for s in blick.bestand.sitze.get(gremium.id, ())}
    gewaehlt = _welche(
        f"Eintrag oder Platz in {gremium.kurz}",
        {s.id: s.wortlaut for s in alle.values()},
        "neuer Eintrag",
        f"sitz_{gremium.id}",
    )
    form, stand = _form(f"sitz_{gremium.id}_{gewaehlt}"), alle.get(gewaehlt)
    alt = _geoeffnet(form, stand)
    with st.form(form, enter_to_submit=False):
        werte = felder.sitz(alt)

        def neu() -> list[Eintragung]:
            return [
                Sitz(
                    id=alt.id if alt else registerpflege.neue_id(Sitz, "", blick.region, ()),
                    gremium_id=gremium.id,
                    organisation_id=_organisation_namens(blick, werte["wortlaut"]),
                    reihenfolge=alt.reihenfolge if alt else max((s.reihenfolge for s in alle.values()), default=0) + 1,
                    **werte,
                )
            ]

        _knoepfe(blick, recht, (f"Eintrag in {gremium.kurz}", werte["wortlaut"]), neu, stand)


def _rolle(blick: Blick, recht: Schreibrecht, gremium: Gremium) -> None:
    rollen = {r.id: r for r in blick.bestand.e.rollen if r.gremium_id in (gremium.id, None)}
    amtszeiten = {a.id: a for r in rollen for a in blick.bestand.amtszeiten.get(r, ())}
    gewaehlt = _welche(
        "Amtszeit",
        {a.id: felder.amtsname(rollen[a.rolle_id], a) for a in amtszeiten.values()},
        "neue Amtszeit",
        f"rolle_{gremium.id}",
    )
    form, stand = _form(f"rolle_{gremium.id}_{gewaehlt}"), amtszeiten.get(gewaehlt)
    alt = _geoeffnet(form, stand)
    with st.form(form, enter_to_submit=False):
        rolle_id, name, werte = felder.amtszeit(list(rollen.values()), gremium, alt)

        def neu() -> list[Eintragung]:
            rolle = rollen.get(rolle_id) or Rolle(
                id=registerpflege.neue_id(Rolle, f"{name} {gremium.id}", "", blick.bestand.e.rollen),
                region_slug=blick.region,
                gremium_id=gremium.id,
                name=name,
            )
            schluessel = alt.id if alt else registerpflege.neue_id(Amtszeit, "", blick.region, ())
            return [rolle, Amtszeit(id=schluessel, rolle_id=rolle.id, **felder.mit_tagen(werte))]

        _knoepfe(blick, recht, ("Amtszeit", f"{name}: {werte['inhaber']}"), neu, stand)


def _organisation(blick: Blick, recht: Schreibrecht) -> None:
    alle = {o.id: o for o in blick.bestand.e.organisationen}
    gewaehlt = _welche(
        "Organisation oder Stelle", {o.id: o.name for o in alle.values()}, "neue Organisation", "organisation"
    )
    form, stand = _form(f"organisation_{gewaehlt}"), alle.get(gewaehlt)
    alt = _geoeffnet(form, stand)
    with st.form(form, enter_to_submit=False):
        werte = felder.organisation(alt, raeume(blick))

        def neu() -> list[Eintragung]:
            if alt:
                return [Organisation(**{**alt.model_dump(), **werte})]
            schluessel = registerpflege.neue_id(Organisation, werte["name"], blick.region, list(alle.values()))
            return [Organisation(id=schluessel, region_slug=blick.region, **werte)]

        _knoepfe(blick, recht, ("Organisation", werte["name"]), neu, stand)


def _organisation_namens(blick: Blick, wortlaut: str) -> str | None:
    return next((o.id for o in blick.bestand.e.organisationen if wortlaut in (o.name, *o.aliase)), None)


_DER_REGION: Final[dict[str, Callable[[Blick, Schreibrecht], None]]] = {
    "Gremium": _gremium,
    "Organisation": _organisation,
}
_DES_GREMIUMS: Final[dict[str, Callable[[Blick, Schreibrecht, Gremium], None]]] = {
    "Eintrag oder Platz": _sitz,
    "Takt": _takt,
    "Rolle": _rolle,
}
