"""The agenda of a meeting: items, recommendations, answers, measures."""

import streamlit as st

from analysis.gremien.ruecklauf import Werdegang, offene, werdegang
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Empfehlung, Sitzung, Top
from models.gremienworte import Sitzungsstatus, Topart
from presentation.texts import beteiligungsstufen
from presentation.texts import ruecklauf as texte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN
from presentation.ui.gremien import eintragen, empfehlungsform, punktform, stufenform
from presentation.ui.gremien.blick import Blick, zum

KEINE_NAMEN = "Bitte keine Namen und keine Angaben über einzelne Personen."


def zeige(blick: Blick) -> None:
    """Draw the agenda of the chosen meeting, and its forms for those who may write."""
    sitzung, recht = blick.sitzung, blick.recht
    if sitzung is None:
        return
    st.header("Tagesordnung", anchor=False)
    tops = blick.bestand.tops.get(sitzung.id, ())
    vorgetragen = offene(blick.bestand, sitzung)
    fest = bool(vorgetragen)
    if recht is not None:
        st.markdown(f":material/info: {KEINE_NAMEN}")
    if any(blick.bestand.empfehlungen.get(t.id) for t in tops):
        zum("ruecklauf", texte.frage(sitzung.datum.year), sitzung=sitzung.datum)
    if not tops:
        st.markdown(_noch_keine(sitzung, recht))
    geplant, faellt_aus = (sitzung.status == s for s in (Sitzungsstatus.GEPLANT, Sitzungsstatus.AUSGEFALLEN))
    if (geplant or (fest and not faellt_aus)) and Topart.RUECKLAUF not in {t.art for t in tops}:
        st.subheader("Rücklauf", anchor=False)
        _vortrag(blick, sitzung, vorgetragen)
    for top in tops:
        bearbeitet = _punktkopf(blick, top)
        if recht is not None and bearbeitet:
            punktform.leiste(blick, recht, top, top is tops[-1], fest)
            empfehlungsform.neue(blick, recht, top)
            punktform.formular(blick, recht, sitzung, top)
        if top.ergebnis:
            st.markdown(f"**Ergebnis:** {schlicht(top.ergebnis)}")
        if top.art == Topart.RUECKLAUF:
            _vortrag(blick, sitzung, vorgetragen)
        if satz := beteiligungsstufen.satz(top):
            st.markdown(f"**Beteiligung:** {schlicht(satz)}")
        _empfehlungen(blick, top, bearbeitet)
    if recht is not None:
        st.divider()
        punktform.neuer(blick, recht, sitzung)
    stufenform.zeige(blick, sitzung, tops)


def _punktkopf(blick: Blick, top: Top) -> bool:
    """Title and kind of an item, with the key the one button that opens its actions; whether they are open."""
    titel = f"{top.nummer}. {schlicht(top.titel)}"
    if blick.recht is None:
        st.subheader(titel, anchor=False)
        offen = False
    else:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(titel, anchor=False, width="content")
            offen = eintragen.bearbeiter(top.id, top.nummer)
    st.markdown(f":gray[{texte.punktzeile(top, eintragen.raeume(blick))}]")
    if satz := texte.aufgabensatz(top, eintragen.aufgaben(blick)):
        st.markdown(satz)
    return offen


def _noch_keine(sitzung: Sitzung, recht: Schreibrecht | None) -> str:
    if recht is not None:
        return "Noch kein Punkt eingetragen. Sind Empfehlungen offen, wird der Rücklauf von selbst Punkt 1."
    if sitzung.status == Sitzungsstatus.GEPLANT:
        return "Für diese Sitzung ist noch keine Tagesordnung eingetragen."
    return "Für diese Sitzung ist keine Tagesordnung eingetragen."


def _vortrag(blick: Blick, sitzung: Sitzung, vorgetragen: tuple[Empfehlung, ...]) -> None:
    """The first item: what is carried over, and what this meeting is told about each."""
    if not vorgetragen:
        st.markdown("Aus früheren Sitzungen ist keine Empfehlung offen.")
        return
    st.markdown(
        f"Aus früheren Sitzungen offen: {len(vorgetragen)}. Sie bleiben hier, bis eine Sitzung hört, wie sie ausgingen."
    )
    for nummer, e in enumerate(vorgetragen, start=1):
        weg = werdegang(blick.bestand, e, sitzung.datum)
        gesagt = next((s.rueckmeldung for s in weg.stationen if s.sitzung.id == sitzung.id), None)
        bericht = f"  \n**Berichtet:** {texte.bericht(gesagt)}" if gesagt else ""
        st.markdown(f"**({nummer}) {schlicht(e.text)}**  \n{texte.vortrag(weg, sitzung)}{bericht}")
        if blick.recht is not None:
            empfehlungsform.bericht(blick, blick.recht, sitzung, e, gesagt, nummer)


def _empfehlungen(blick: Blick, top: Top, bearbeitet: bool) -> None:
    for n, e in enumerate(blick.bestand.empfehlungen.get(top.id, ()), start=1):
        nummer, weg = f"{top.nummer}.{n}", werdegang(blick.bestand, e, blick.heute)
        st.markdown("\n".join(_zeilen(nummer, weg)))
        if blick.recht is not None and bearbeitet:
            empfehlungsform.knoepfe(nummer, e, weg.massnahmen)
            empfehlungsform.formular(blick, blick.recht, top, e, weg.massnahmen)


def _zeilen(nummer: str, weg: Werdegang) -> list[str]:
    e = weg.empfehlung
    von = f" ({GRUPPEN[e.von_gruppe]})" if e.von_gruppe else ""
    return [
        f"**Empfehlung {nummer}**{von}: {schlicht(e.text)}",
        f"- Heute: {texte.LAGEN[weg.lage]}.",
        f"- Antwort: {texte.antwort(weg)}",
        *(f"- Maßnahme {n}: {texte.massnahme(m, weg.tag)}" for n, m in enumerate(weg.massnahmen, start=1)),
    ]
