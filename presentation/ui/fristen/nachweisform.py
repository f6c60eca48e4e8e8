"""The form for proofs: choose a duty by its title and clause, then enter, change or delete what is known about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from analysis.pflichten.auswahl import dringendster
from analysis.pflichten.stand import Pflichtstand
from data_access.gremien import pflichtpflege
from data_access.gremien.pflichtpflege import Beleg
from data_access.schreibrecht import Schreibrecht
from models.pflichttabellen import Nachweis, Pflicht
from models.pflichtworte import Nachweisart, Pruefung
from presentation.texts import nachweise as texte
from presentation.texts.freitext import schlicht
from presentation.ui.gremien import eintragen
from presentation.ui.gremien.eintragen import Schritt
from presentation.ui.tagesfeld import als_noetiger_tag, tagesfeld

if TYPE_CHECKING:
    from presentation.ui.fristen.eintragen import Fristenblick

_PFLICHT: Final = "nachweis_pflicht"
_MIT_WEG: Final = (Pruefung.MITTEILUNG, Pruefung.KANAL)
_GEZAEHLT: Final = "Diese Sitzungen zählt die Seite „Gremien“. Hier steht nur, was davon abweicht."


def zeige(blick: "Fristenblick", recht: Schreibrecht, staende: Sequence[Pflichtstand]) -> None:
    """The choice of a duty, what is entered about it, and the open form."""
    st.subheader("Nachweise", anchor=False)
    # A direction is never proven, so there is nothing to enter about it.
    alle = {s.pflicht.rule: s.pflicht for s in staende if s.pflicht.pruefung != Pruefung.RICHTUNG}
    if not alle:
        return
    # Meetings are counted elsewhere: what is proven here comes first.
    pflichten = dict(sorted(alle.items(), key=lambda p: (p[1].pruefung == Pruefung.SITZUNGEN, p[0])))
    eintragbar = [s for s in staende if s.pflicht.rule in pflichten and s.pflicht.pruefung != Pruefung.SITZUNGEN]
    erster = dringendster(eintragbar, blick.jahr)
    schluessel = f"{_PFLICHT}_{blick.region}_{blick.jahr}"
    # Only to begin with: what is chosen stays while its state changes.
    st.session_state.setdefault(schluessel, erster.pflicht.rule if erster else next(iter(pflichten)))
    rule = st.selectbox(
        "Worum geht es?",
        list(pflichten),
        format_func=lambda r: texte.pflichtname(pflichten[r]),
        key=schluessel,
        filter_mode=None,
    )
    pflicht = pflichten[rule]
    if pflicht.pruefung == Pruefung.SITZUNGEN:
        st.markdown(f":small[:gray[{_GEZAEHLT}]]")
    eigene = [s for s in staende if s.pflicht.rule == rule]
    da = [n for n in blick.bestand.e.nachweise if n.rule == rule and n.art != Nachweisart.FREIGABE]
    for nummer, n in enumerate(reversed(da), start=1):
        form = f"nachweis_{n.id}"
        if eintragen.ist_offen(form):
            _form(blick, recht, pflicht, eigene, n, form)
        else:
            notiz = f"  \n:small[:gray[{schlicht(n.notiz)}]]" if n.notiz else ""
            st.markdown(f"({nummer}) {texte.nachweisname(n)}{notiz}")
            eintragen.knopf(f"Nachweis ({nummer}) ändern", form, "edit")
    neu = f"nachweis_neu_{rule}"
    if eintragen.ist_offen(neu):
        _form(blick, recht, pflicht, eigene, None, neu)
    else:
        eintragen.knopf("Nachweis eintragen", neu, "add", leise=False)


def _form(
    blick: "Fristenblick",
    recht: Schreibrecht,
    pflicht: Pflicht,
    eigene: Sequence[Pflichtstand],
    alt: Nachweis | None,
    form: str,
) -> None:
    instanzen = {s.instanz: texte.instanzname(s.instanz, s.bezugsjahr) for s in reversed(eigene)}
    arten = texte.arten(pflicht)
    dran = dringendster(eigene, blick.jahr)
    beginn = alt.instanz if alt is not None else dran.instanz if dran else None
    if alt is not None:
        instanzen.setdefault(alt.instanz, texte.instanzname(alt.instanz))
        arten.setdefault(alt.art, texte.NACHWEISARTEN[alt.art])
    with eintragen.formular(form, f"{form}_tag", alt):
        instanz = _eines("Für welches Jahr oder welche Sitzung?", instanzen, beginn, f"{form}_instanz")
        art = _eines("Was wird belegt?", arten, alt.art if alt else None, f"{form}_art")
        raster = st.grid(columns=2, min_column_width=220)
        with raster.cell():
            tag = tagesfeld("Tag (TT.MM.JJJJ)", alt.datum if alt else None, f"{form}_tag")
        with raster.cell():
            seite = eintragen.liste(
                "Wer sagt das?", texte.PARTNERSEITEN, alt.seite if alt else None, "k. A.", f"{form}_seite"
            )
        kanal = alt.kanal if alt else None
        if pflicht.pruefung in _MIT_WEG:
            kanal = eintragen.liste("Auf welchem Weg?", texte.KANAELE, kanal, "k. A.", f"{form}_kanal")
        notiz = st.text_area(f"Notiz ({texte.OHNE_NAMEN})", alt.notiz if alt else "", height=80, key=f"{form}_notiz")
        eintragen.schluss(
            blick,
            form,
            alt,
            "Nachweis",
            Schritt(
                lambda: pflichtpflege.setze_nachweis(
                    recht,
                    blick.region,
                    Beleg(pflicht.rule, instanz, als_noetiger_tag(tag, "Tag"), art, seite or "", kanal, notiz),
                    eintragen.jetzt(),
                    alt.id if alt else None,
                )[0],
                f"gesichert: „{texte.NACHWEISARTEN[art]}“ zu „{schlicht(pflicht.titel)}“.",
            ),
            Schritt(
                lambda: pflichtpflege.loesche(recht, blick.region, alt, eintragen.jetzt()),
                f"gelöscht: {texte.nachweisname(alt)}.",
            )
            if alt is not None
            else None,
        )


def _eines(label: str, worte: dict[str, str], wert: str | None, schluessel: str) -> str:
    """Choose one of a list, the first to begin with."""
    stelle = list(worte).index(wert) if wert in worte else 0
    return st.selectbox(label, list(worte), stelle, format_func=worte.__getitem__, key=schluessel, filter_mode=None)
