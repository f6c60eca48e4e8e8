"""The Merkliste: the session's own, to be ordered and named, or the one of a link, to be read and taken over."""

from typing import Final

import streamlit as st

from presentation.ansichten import verzeichnis
from presentation.ansichten.bogen import Bogen
from presentation.ansichten.merkliste import LAENGSTER_NAME, ListeUnlesbar, Merkliste, als_name, entpacke, packe
from presentation.ansichten.stelle import Stelle
from presentation.exports import merkliste as dateien
from presentation.exports.merkliste import OHNE_NAMEN, Posten
from presentation.exports.umstand import Fortschritt, Umstand
from presentation.texts.freitext import schlicht
from presentation.ui import bausteine, fokus, merken, mitnehmen, rahmen, zwischenspeicher
from presentation.ui.berichte import machen
from presentation.ui.berichte.blick import Blick
from presentation.ui.gremien.blick import setze

_NAME: Final = "merkliste_name"


def zeige(blick: Blick) -> None:
    """The list of the link if it is another one than the session's, else the session's."""
    eigene, aus_link = merken.liste(), _aus_link()
    if aus_link is not None and aus_link != eigene:
        _zeige_fremde(blick, aus_link, eigene)
        return
    # Whoever copies or reloads the address of this page has the list in it.
    setze(auswahl=packe(eigene) if eigene.eintraege else "")
    _zeige_eigene(blick, eigene)


def _aus_link() -> Merkliste | None:
    text = st.query_params.get("auswahl", "")
    if not text:
        return None
    try:
        return entpacke(text)
    except ListeUnlesbar as grund:
        rahmen.hinweise([str(grund)])
        return None


def _zeige_eigene(blick: Blick, eigene: Merkliste) -> None:
    if not eigene.eintraege:
        bausteine.kopf("Ihre Merkliste ist noch leer", "Ansichten sammeln, ordnen, teilen und als Datei mitnehmen.")
        st.markdown(
            "Öffnen Sie unter einem Bild die Schaltfläche „Mitnehmen“ und wählen Sie „Auf die Merkliste“. "
            "Hier ordnen Sie die gesammelten Ansichten und laden sie als PDF oder für Office herunter."
        )
        with st.container(horizontal=True, gap="medium"):
            for seite, name in (("zahlen", "Zu den Zahlen"), ("karte", "Zur Karte")):
                rahmen.verweis(seite, name, {"region": [blick.region]})
        return
    bausteine.kopf(
        f"Ihre Merkliste: {merken.umfang(eigene)}",
        "Sie gilt in diesem Browserfenster, bis Sie es schließen oder neu laden. Der Link unten bewahrt sie auf.",
    )
    merken.hindernis()
    alle = _posten(blick, eigene)
    with st.container(width=500):
        st.session_state[_NAME] = eigene.name
        st.text_input(
            "Name der Liste", key=_NAME, max_chars=LAENGSTER_NAME, on_change=_benenne_liste, autocomplete="off"
        )
    for nummer, p in enumerate(alle):
        with st.container(border=True):
            _kopf_des_eintrags(p, nummer)
            _felder(p, nummer, len(alle))
    _dateien(blick, eigene, alle)
    _teilen(eigene)


def _zeige_fremde(blick: Blick, fremde: Merkliste, eigene: Merkliste) -> None:
    titel = f"„{schlicht(fremde.name)}“" if fremde.name else "aus einem Link"
    bausteine.kopf(
        f"Merkliste {titel}: {merken.umfang(fremde)}",
        "Diese Liste steht in dem Link, den Sie geöffnet haben. Sie zeigt die Zahlen, die jetzt gelten.",
    )
    if eigene.eintraege:
        name = f" „{schlicht(eigene.name)}“" if eigene.name else ""
        st.markdown(
            f"Ihre eigene Merkliste{name} enthält {merken.umfang(eigene)}. Wenn Sie diese Liste übernehmen, ersetzt "
            "sie Ihre eigene."
        )
    with st.container(horizontal=True, gap="small"):
        ersetzt = " und die eigene ersetzen" if eigene.eintraege else ""
        st.button(f"Als meine Merkliste übernehmen{ersetzt}", on_click=_uebernimm, args=(fremde,), key="uebernehmen")
        if eigene.eintraege:
            st.button("Meine Merkliste zeigen", on_click=_zeige, args=(eigene,), key="meine", type="tertiary")
    alle = _posten(blick, fremde)
    for nummer, p in enumerate(alle):
        with st.container(border=True):
            _kopf_des_eintrags(p, nummer)
            _zur_ansicht(p)
    _dateien(blick, fremde, alle)


def _posten(blick: Blick, liste: Merkliste) -> tuple[Posten, ...]:
    heute = blick.jetzt.date()

    def bogen_der(stelle: Stelle) -> Bogen:
        return verzeichnis.bogen(stelle, zwischenspeicher, zwischenspeicher.bestand, heute=heute)

    return dateien.posten(liste, bogen_der)


def _kopf_des_eintrags(p: Posten, nummer: int) -> None:
    """Name or finding, and what is counted; or why there is nothing to see."""
    st.header(f"{nummer + 1}. {schlicht(p.titel)}", anchor=False)
    if p.bogen is None:
        st.markdown(f":material/info: {schlicht(p.grund)} In Dateien fehlt diese Ansicht.")
        return
    befund = f"{schlicht(p.bogen.befund)}  \n" if p.eintrag.name else ""
    st.markdown(f"{befund}:small[:gray[{schlicht(p.bogen.unterzeile)}]]")


def _felder(p: Posten, nummer: int, anzahl: int) -> None:
    """What can be changed about an entry. Places, not views, are the keys: a moved view takes the focus along."""
    schluessel = f"merk_name_{nummer}"
    with st.container(width=500):
        st.session_state[schluessel] = p.eintrag.name
        st.text_input(
            f"Eigener Name für Ansicht {nummer + 1} (freiwillig)",
            key=schluessel,
            max_chars=LAENGSTER_NAME,
            on_change=_benenne,
            args=(nummer,),
            autocomplete="off",
        )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for wort, um, bild in (("nach oben", -1, "arrow_upward"), ("nach unten", 1, "arrow_downward")):
            st.button(
                f"Ansicht {nummer + 1} {wort}",
                key=_knopf(nummer, um),
                type="tertiary",
                icon=f":material/{bild}:",
                disabled=not 0 <= nummer + um < anzahl,
                on_click=_verschiebe,
                args=(nummer, um),
            )
        st.button(
            f"Ansicht {nummer + 1} entfernen",
            key=f"merk_weg_{nummer}",
            type="tertiary",
            icon=":material/delete:",
            on_click=_entferne,
            args=(nummer,),
        )
        _zur_ansicht(p)


def _zur_ansicht(p: Posten) -> None:
    if p.bogen is not None:
        rahmen.verweis(p.eintrag.stelle.seite, "Zur Ansicht", p.bogen.stelle.werte)


def _knopf(nummer: int, um: int) -> str:
    return f"merk_{'hoch' if um < 0 else 'runter'}_{nummer}"


def _zeige(liste: Merkliste) -> None:
    setze(auswahl=packe(liste) if liste.eintraege else "")


def _aendere(neu: Merkliste) -> None:
    """Keep the list and put it into the address, in one step."""
    if merken.merke(neu):
        _zeige(neu)


def _uebernimm(fremde: Merkliste) -> None:
    _aendere(fremde)
    fokus.auf(_NAME)


def _benenne_liste() -> None:
    eigene = merken.liste()
    _aendere(Merkliste(eigene.eintraege, als_name(st.session_state[_NAME])))


def _benenne(nummer: int) -> None:
    _aendere(merken.liste().benannt(nummer, st.session_state[f"merk_name_{nummer}"]))


def _verschiebe(nummer: int, um: int) -> None:
    eigene, neu = merken.liste(), nummer + um
    _aendere(eigene.verschoben(nummer, um))
    am_ende = not 0 <= neu + um < len(eigene.eintraege)
    fokus.auf(_knopf(neu, -um if am_ende else um))


def _entferne(nummer: int) -> None:
    neu = merken.liste().ohne(nummer)
    _aendere(neu)
    fokus.auf(f"merk_name_{min(nummer, len(neu.eintraege) - 1)}", _NAME)


def _dateien(blick: Blick, liste: Merkliste, alle: tuple[Posten, ...]) -> None:
    st.header("Als Datei mitnehmen", anchor=False)
    if all(p.bogen is None for p in alle):
        st.markdown("Keine dieser Ansichten gibt es noch. Eine Datei wäre leer.")
        return
    endung = machen.format_({e: name for e, (name, _) in dateien.SCHREIBER.items()}, "merkliste_format")
    basis, (_, schreibe) = mitnehmen.basis(), dateien.SCHREIBER[endung]

    def arbeit(fortschritt: Fortschritt) -> bytes:
        return schreibe(liste, alle, Umstand(blick.jetzt, basis, fortschritt))

    staende = tuple(p.bogen.fuss if p.bogen else p.grund for p in alle)
    machen.mache(
        "Datei erstellen", arbeit, f"{dateien.stamm(liste, alle)}{endung}", (liste, endung, staende), "merkliste"
    )
    fehlend = len(dateien.auslassungen(alle))
    if fehlend:
        bausteine.klein(f"{fehlend} von {len(alle)} Ansichten gibt es nicht mehr. Die Datei nennt sie mit dem Grund.")


def _teilen(eigene: Merkliste) -> None:
    st.header("Teilen", anchor=False)
    st.markdown(
        "Der Link ist die Liste: Auf dem Server wird nichts gespeichert. Wer ihn öffnet, sieht die Zahlen, die dann "
        "gelten."
    )
    basis = mitnehmen.basis()
    with st.container(width=500):
        stamm = f"{OHNE_NAMEN.lower()}_qr-code"
        merken.weg(
            dateien.link(eigene).adresse(basis), "Link zu dieser Liste", stamm, "merkliste", mit_code=bool(basis)
        )
