"""The form for own dates: without a clause, so never overdue; entered, changed, ticked off, deleted."""

from typing import TYPE_CHECKING

import streamlit as st

from data_access.gremien import pflichtpflege
from data_access.gremien.pflichtpflege import Vormerkung
from data_access.schreibrecht import Schreibrecht
from models.pflichttabellen import Termin
from presentation.texts import nachweise as texte
from presentation.texts.freitext import schlicht
from presentation.ui.gremien import eintragen
from presentation.ui.gremien.eintragen import Schritt
from presentation.ui.tagesfeld import als_noetiger_tag, als_tag, tagesfeld

if TYPE_CHECKING:
    from presentation.ui.fristen.eintragen import Fristenblick


def zeige(blick: "Fristenblick", recht: Schreibrecht) -> None:
    """The own dates that are not done, each with its ways; those that are done behind a name."""
    st.subheader("Eigene Termine", anchor=False)
    st.markdown(
        "Eigene Termine sind Merker für die Arbeit. Keine Vereinbarung nennt sie, deshalb sind sie nie überfällig. "
        "Außen sind sie nicht zu sehen."
    )
    alle = blick.bestand.e.termine
    nummern = {t.id: n for n, t in enumerate(alle, start=1)}
    for t in (t for t in alle if t.erledigt_am is None):
        _termin(blick, recht, t, nummern[t.id])
    fertige = [t for t in reversed(alle) if t.erledigt_am is not None]
    if fertige:
        offen = any(eintragen.ist_offen(_name(t)) for t in fertige)
        with st.expander(f"Erledigt ({len(fertige)})", expanded=offen):
            for t in fertige:
                _termin(blick, recht, t, nummern[t.id])
    if eintragen.ist_offen(_name(None)):
        _form(blick, recht, None)
    else:
        eintragen.knopf("Eigenen Termin eintragen", _name(None), "add", leise=False)


def _name(t: Termin | None) -> str:
    return f"termin_{t.id}" if t else "termin_neu"


def _termin(blick: "Fristenblick", recht: Schreibrecht, t: Termin, nummer: int) -> None:
    if eintragen.ist_offen(_name(t)):
        _form(blick, recht, t)
        return
    gremium = blick.bestand.gremium.get(t.gremium_id or "")
    kurz = (gremium.kurz or gremium.name) if gremium else ""
    weitere = "; ".join(schlicht(text) for text in (t.stelle, kurz, t.notiz) if text)
    st.markdown(f"({nummer}) {texte.terminname(t)}" + (f"  \n:small[:gray[{weitere}]]" if weitere else ""))
    with st.container(horizontal=True):
        if t.erledigt_am is None and st.button(
            f"Termin ({nummer}) ist erledigt", key=f"erledigt_{t.id}", icon=":material/check:", type="tertiary"
        ):
            eintragen.tue(
                blick,
                _name(t),
                None,
                lambda: pflichtpflege.hake_ab(recht, blick.region, t.id, eintragen.jetzt()),
                f"gesichert: „{schlicht(t.titel)}“ ist erledigt.",
            )
        eintragen.knopf(f"Termin ({nummer}) ändern", _name(t), "edit")


def _form(blick: "Fristenblick", recht: Schreibrecht, alt: Termin | None) -> None:
    form = _name(alt)
    gremien = {g.id: schlicht(g.kurz or g.name) for g in blick.bestand.gremium.values()}
    with eintragen.formular(form, f"{form}_titel", alt):
        titel = st.text_input(
            "Was ist zu tun?",
            alt.titel if alt else "",
            max_chars=pflichtpflege.LAENGSTER_TITEL,
            key=f"{form}_titel",
            autocomplete="off",
        )
        raster = st.grid(columns=2, min_column_width=220)
        with raster.cell():
            tag = tagesfeld("Tag (TT.MM.JJJJ)", alt.datum if alt else None, f"{form}_tag")
        with raster.cell():
            stelle = st.text_input(
                "Wer? (Stelle oder Amt, keine Person)",
                alt.stelle if alt else "",
                key=f"{form}_stelle",
                autocomplete="off",
            )
        with raster.cell():
            gremium = eintragen.liste(
                "Gremium", gremien, alt.gremium_id if alt else None, "ohne Gremium", f"{form}_gremium"
            )
        with raster.cell():
            erledigt = tagesfeld(
                "Erledigt am (TT.MM.JJJJ, leer: noch nicht)", alt.erledigt_am if alt else None, f"{form}_erledigt"
            )
        notiz = st.text_area(f"Notiz ({texte.OHNE_NAMEN})", alt.notiz if alt else "", height=80, key=f"{form}_notiz")
        eintragen.schluss(
            blick,
            form,
            alt,
            "Termin",
            Schritt(
                lambda: pflichtpflege.setze_termin(
                    recht,
                    blick.region,
                    Vormerkung(als_noetiger_tag(tag, "Tag"), titel, stelle, gremium, als_tag(erledigt), notiz),
                    eintragen.jetzt(),
                    alt.id if alt else None,
                )[0],
                f"gesichert: „{schlicht(titel)}“.",
            ),
            Schritt(
                lambda: pflichtpflege.loesche(recht, blick.region, alt, eintragen.jetzt()),
                f"gelöscht: „{schlicht(alt.titel)}“.",
            )
            if alt is not None
            else None,
        )
