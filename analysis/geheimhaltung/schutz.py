"""Protect the finest cells of one Grundzahl and region once, for all Stichtage together.

Everything shown later is a sum of what this returns (`summen`). The rounding itself and its sources are in `rundung`;
the audit over everything published (`pruefung`) comes after it and may ask for a run without exact totals.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import dataframely as dy
import numpy as np

from analysis.geheimhaltung import eckwerte as oeffentliche
from analysis.geheimhaltung.guete import Guete, measure_guete
from analysis.geheimhaltung.lage import Lage, aufgabe_von, frueher, mache_lage, passt
from analysis.geheimhaltung.raster import Stufe, Vektor
from analysis.geheimhaltung.rundung import Aufgabe, find_verstoss, solve_checked
from analysis.geheimhaltung.vorgabe import NichtLoesbar, Vorgabe, fasse_zusammen, without_kreis
from models.rahmen import Wahrwerte, Wuerfel
from models.schutz import Eckwert, Schutzangaben

__all__ = ["Guete", "NichtLoesbar", "Schutzergebnis", "Vorgabe", "fasse_zusammen", "schuetze"]

MINDEST_TRAEGER: Final = 3
"""An exact total needs three large cells that can carry its remainder; three times c is at least k-1."""


@dataclass(frozen=True)
class Schutzergebnis:
    """A protected cube, the public facts about it, and its accuracy (`guete` stays on the raw side)."""

    wuerfel: dy.DataFrame[Wuerfel]
    angaben: Schutzangaben
    guete: Guete


def schuetze(
    wahr: dy.DataFrame[Wahrwerte],
    stichtage: Sequence[date],
    vorgabe: Vorgabe,
    schluessel: bytes,
    *,
    vorher: dy.DataFrame[Wuerfel] | None = None,
    unveraendert: Collection[date] = (),
    wahr_vorher: dy.DataFrame[Wahrwerte] | None = None,
    teilmengen: dy.DataFrame[Wuerfel] | None = None,
    obermenge: dy.DataFrame[Wuerfel] | None = None,
    eckwerte: bool = True,
    fortschritt: Callable[[date], None] | None = None,
) -> Schutzergebnis:
    """Protect the true cells of all `stichtage`; a Stichtag without a row has nobody in it.

    Kreis totals stay exact if that is possible at every Stichtag, else at none (`eckwerte` False: not even tried,
    for when the audit failed with the totals known). If the flow fixed by another region has no solution, its Kreis
    is no longer named: see `angaben.weitere` of the result.

    `vorher` is the cube in force. Its Stichtage in `unveraendert` (same truth as then) are taken over cell by cell,
    as long as they keep the laws of this Vorgabe (same cells, same k, same Planungsräume); all others start from it.
    With the truth of that time (`wahr_vorher`) each single cell that did not change keeps its number if there is any
    rounding that does so: a second answer about the same truth would tell more than the first.
    `teilmengen`/`obermenge`: published cells of Grundzahlen whose persons are all among these, or the other way round.
    A cell shows no less than the one and no more than the other, if there is any such rounding: "0 bis 9 Minderjährige,
    davon 1 bis 10 in Frühförderung" would tell that there is at least one.
    `schluessel` decides ties and must stay secret. `fortschritt` is called after each solved Stichtag, more than once
    if exact totals turn out to be impossible.

    Public figures (`vorgabe.eckwerte`) are fixed margins. Rounded ones hold the shown sum within their range if that is
    possible at their Stichtag.

    Raises `ValueError` for cells or public figures that do not fit, `NichtLoesbar` if there is no rounding.
    """
    if not schluessel:
        raise ValueError("Der Schlüssel für Gleichstände ist leer. Bitte SRB_SECRET setzen.")
    while True:
        lage = mache_lage(
            wahr, stichtage, vorgabe, schluessel, vorher, wahr_vorher, frozenset(unveraendert), (teilmengen, obermenge)
        )
        exakt = eckwerte
        werte = _solve_all(lage, exakt, fortschritt) if exakt else None
        if werte is None:
            exakt = False
            werte = _solve_all(lage, exakt, fortschritt)
        if werte is not None:
            return _ergebnis(lage, werte, exakt)
        if unhaltbar := _unhaltbare(lage):
            raise NichtLoesbar(oeffentliche.unsolvable(unhaltbar, vorgabe.k))
        if not lage.vorgabe.feste_stroeme:
            raise NichtLoesbar(
                f"Es wurde keine Rundung gefunden, bei der jede Summe einer Gemeinde und eines Planungsraums um "
                f"höchstens {vorgabe.k - 1} abweicht. Veröffentlicht wurde nichts. Bitte die Freigabe mit einer "
                "anderen Haupteinteilung versuchen und den Fall melden."
            )
        vorgabe = without_kreis(lage.vorgabe, _unvereinbar(lage, eckwerte))


def _solve_all(lage: Lage, exakt: bool, fortschritt: Callable[[date], None] | None = None) -> dict[date, Vektor] | None:
    """All Stichtage in their order, each starting from what was decided before; None if one has no solution."""
    uebernommen = _taken_over(lage)
    if exakt and not all(
        _totals_can_be_exact(lage, tag)
        # Totals that were published as sums stay sums: what did not change stays.
        and (tag not in uebernommen or find_verstoss(aufgabe_von(lage, tag, exakt=True), uebernommen[tag]) is None)
        for tag in lage.wahr
    ):
        return None
    gezeigt: dict[date, Vektor] = {}
    for tag, wahr in lage.wahr.items():
        loesung = uebernommen.get(tag)
        if loesung is None:
            damals = frueher(wahr, ((lage.wahr[t], gezeigt[t]) for t in gezeigt))
            wunsch = np.where(passt(wahr, lage.vorher[tag], lage.vorgabe), lage.vorher[tag], damals)
            loesung = _solve_tag(lage, tag, wunsch, exakt)
            if loesung is None:
                return None
        gezeigt[tag] = loesung
        if fortschritt is not None:
            fortschritt(tag)
    return gezeigt


def _solve_tag(lage: Lage, tag: date, wunsch: Vektor, exakt: bool) -> Vektor | None:
    """The rounding of one Stichtag, checked. Large cells move only where something must stay exact."""
    eigene = [e for e in lage.vorgabe.eckwerte if e.stichtag == tag]
    c = lage.vorgabe.schritt if exakt or any(e.genau for e in eigene) else 0
    for streng in (True, False) if eigene else (False,):
        aufgabe = replace(aufgabe_von(lage, tag, exakt, streng), wunsch=wunsch, c=c)
        loesung = _solve_kept(aufgabe, lage, tag)
        if loesung is not None:
            return loesung
    return None


def _solve_kept(aufgabe: Aufgabe, lage: Lage, tag: date) -> Vektor | None:
    """The rounding that fits what is public already as far as there is one.

    First with all bounds and unchanged cells as they were, then with the bounds alone, then without any: what that
    tells, the audit finds.
    """
    mindestens, hoechstens = lage.grenzen[tag]
    begrenzt = replace(aufgabe, mindestens=mindestens, hoechstens=hoechstens)
    versuche = [begrenzt, aufgabe]
    gleich = lage.gleich.get(tag)
    if gleich is not None and gleich.any():
        vorher = lage.vorher[tag]
        fest = replace(
            aufgabe,
            mindestens=np.where(gleich, vorher, mindestens),
            hoechstens=np.where(gleich, vorher, hoechstens),
        )
        versuche.insert(0, fest)
    return solve_checked(*versuche)


def _taken_over(lage: Lage) -> dict[date, Vektor]:
    """Published Stichtage whose truth did not change and which still keep all laws, exact totals aside."""
    return {
        tag: lage.vorher[tag]
        for tag in lage.unveraendert
        if find_verstoss(aufgabe_von(lage, tag, exakt=False), lage.vorher[tag]) is None
    }


def _totals_can_be_exact(lage: Lage, tag: date) -> bool:
    """Whether every Kreis total has enough large cells below it. A total under 2k never has."""
    gross = lage.wahr[tag] >= lage.vorgabe.schwelle + 1 + lage.vorgabe.schritt
    summen = lage.raster.raender[np.flatnonzero(lage.raster.stufen == Stufe.KREIS)]
    return bool(np.all(summen @ gross.astype(np.int64) >= MINDEST_TRAEGER))


def _unvereinbar(lage: Lage, eckwerte: bool) -> str:
    """The Kreis whose fixed flow has no solution: alone if possible, else the one with the fewest persons."""
    stroeme = lage.vorgabe.feste_stroeme
    personen = {kreis: sum(n for (_, anderer), n in stroeme.items() if anderer == kreis) for _, kreis in stroeme}
    kreise = sorted(personen, key=lambda kreis: (personen[kreis], kreis))

    def only(*genannte: str) -> Lage:
        feste = {s: n for s, n in stroeme.items() if s[1] in genannte}
        return replace(lage, vorgabe=replace(lage.vorgabe, feste_stroeme=feste))

    exakt = eckwerte and _solve_all(only(), exakt=True) is not None
    return next((kreis for kreis in kreise if _solve_all(only(kreis), exakt) is None), kreise[0])


def _unhaltbare(lage: Lage) -> list[Eckwert]:
    """The exact public figures that no rounding keeps; none if they are not why there is no solution."""

    def solvable(eckwerte: Sequence[Eckwert]) -> bool:
        vorgabe = replace(lage.vorgabe, eckwerte=tuple(eckwerte), feste_stroeme={})
        return _solve_all(replace(lage, vorgabe=vorgabe), exakt=False) is not None

    return oeffentliche.untenable(lage.vorgabe.eckwerte, solvable)


def _ergebnis(lage: Lage, werte: dict[date, Vektor], exakt: bool) -> Schutzergebnis:
    vorgabe, paare = lage.vorgabe, [(lage.wahr[tag], gezeigt) for tag, gezeigt in werte.items()]
    # Stichtage taken over may carry moves from the time when their totals were still exact.
    bewegt = any(np.any((gezeigt != wahr) & (wahr >= vorgabe.schwelle)) for wahr, gezeigt in paare)
    return Schutzergebnis(
        wuerfel=lage.raster.wuerfel(werte),
        angaben=Schutzangaben(
            k=vorgabe.k,
            c=vorgabe.schritt if exakt or bewegt else 0,
            eckwerte_exakt=exakt,
            gemeinden=tuple(vorgabe.gemeinden),
            weitere=vorgabe.weitere,
            raeume={ags: vorgabe.raeume[ags] for ags in vorgabe.gemeinden if ags in vorgabe.raeume},
            raumprinzipien=vorgabe.raumprinzipien,
            eckwerte=vorgabe.eckwerte,
        ),
        guete=measure_guete(lage.raster, paare, vorgabe.k),
    )
