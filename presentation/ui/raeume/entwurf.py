"""The draft of a session: one a region, with every step back to where it began. Nobody else sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from analysis.bestand import Bestand
from analysis.einteilungen import je_gemeinde
from models.schnitt import Schnitt, schnitt_aus

_MERKER: Final = "planungsraumentwurf"
SCHRITTE: Final = 50
"""So many steps can be taken back."""


@dataclass(frozen=True)
class Entwurf:
    """A cut in the making. `anfang`: where it began, `grundlage`: the Einteilung that was in force then ("" = none).

    `schritt` counts every change, `meldung` says what the last one did beside what was asked.
    """

    schnitt: Schnitt
    anfang: Schnitt
    grundlage: str
    aktiv: str = ""
    frueher: tuple[tuple[Schnitt, str], ...] = ()
    schritt: int = 0
    meldung: str = ""

    @property
    def geaendert(self) -> bool:
        """Whether it differs from where it began."""
        return (sorted(self.schnitt.raeume), self.schnitt.gemeinden) != (
            sorted(self.anfang.raeume),
            self.anfang.gemeinden,
        )


def gemeinden(bestand: Bestand) -> dict[str, str]:
    """AGS -> name of the Gemeinden of the region."""
    return {ags: name for ags, _, name in bestand.zeilen("gemeinde")}


def gespeicherter(bestand: Bestand, einteilung: str = "") -> Schnitt:
    """The cut of a stored version, by default of the one in force; an empty one if there is none."""
    schluessel = ("planungsraum", einteilung or bestand.region.haupteinteilung_id or "")
    schnitt = schnitt_aus(bestand.gebietszeilen.get(schluessel, ()))
    return replace(schnitt, raeume=tuple(sorted(schnitt.raeume, key=lambda paar: paar[1].casefold())))


def hole(bestand: Bestand) -> Entwurf:
    """The draft of this session; without changes it follows what is in force."""
    alle: dict[str, Entwurf] = st.session_state.setdefault(_MERKER, {})
    haupt = bestand.region.haupteinteilung_id or ""
    jetzt = alle.get(bestand.region.slug)
    if jetzt is None or (jetzt.grundlage != haupt and not jetzt.geaendert):
        jetzt = beginne(bestand, gespeicherter(bestand))
    return jetzt


def beginne(bestand: Bestand, schnitt: Schnitt, anfang: Schnitt | None = None, meldung: str = "") -> Entwurf:
    """Start again from a cut."""
    alle: dict[str, Entwurf] = st.session_state.setdefault(_MERKER, {})
    alt = alle.get(bestand.region.slug)
    verlauf = (*alt.frueher, (alt.schnitt, alt.aktiv))[-SCHRITTE:] if alt else ()
    neu = Entwurf(
        schnitt,
        schnitt if anfang is None else anfang,
        bestand.region.haupteinteilung_id or "",
        schnitt.raeume[0][0] if schnitt.raeume else "",
        verlauf,
        alt.schritt + 1 if alt else 0,
        meldung,
    )
    alle[bestand.region.slug] = neu
    return neu


def aendere(bestand: Bestand, schnitt: Schnitt, aktiv: str | None = None, meldung: str = "") -> None:
    """Take a step: the cut before it stays reachable."""
    alt = hole(bestand)
    neu = replace(
        alt,
        schnitt=schnitt,
        aktiv=alt.aktiv if aktiv is None else aktiv,
        frueher=(*alt.frueher, (alt.schnitt, alt.aktiv))[-SCHRITTE:] if schnitt != alt.schnitt else alt.frueher,
        schritt=alt.schritt + 1,
        meldung=meldung,
    )
    st.session_state[_MERKER][bestand.region.slug] = neu


def zurueck(bestand: Bestand) -> None:
    """Undo the last step."""
    alt = hole(bestand)
    if alt.frueher:
        schnitt, aktiv = alt.frueher[-1]
        neu = replace(alt, schnitt=schnitt, aktiv=aktiv, frueher=alt.frueher[:-1], schritt=alt.schritt + 1, meldung="")
        st.session_state[_MERKER][bestand.region.slug] = neu


def vergiss(bestand: Bestand) -> None:
    """Drop the draft, after it was stored."""
    st.session_state.get(_MERKER, {}).pop(bestand.region.slug, None)


ANFAENGE: Final[Mapping[str, Callable[[Bestand], Schnitt]]] = {
    "Geltende Einteilung": gespeicherter,
    "Leere Einteilung": lambda _: Schnitt(),
    "Jede Gemeinde ein Planungsraum": lambda bestand: je_gemeinde(gemeinden(bestand)),
}
"""Where a draft can begin."""
