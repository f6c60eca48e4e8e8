"""Protect the finest cells of one Grundzahl and region once, for all Stichtage together.

Everything shown later is a sum of what this returns (`summen`). The rounding itself and its sources are in `rundung`;
the audit over everything published (`pruefung`) comes after it and may ask for a run without exact totals.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from analysis.geheimhaltung.gleichstand import ziehe
from analysis.geheimhaltung.guete import Guete, measure_guete
from analysis.geheimhaltung.raster import Raster, Stufe, Vektor, build_raster
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, find_verstoss, solve
from analysis.geheimhaltung.vorgabe import NichtLoesbar, Vorgabe, fasse_zusammen, weitere_kreise, without_kreis
from models.rahmen import Wahrwerte, Wuerfel
from models.schutz import Schutzangaben
from models.vokabular import UEBRIGE, UNBEKANNT

__all__ = ["Guete", "NichtLoesbar", "Schutzergebnis", "Vorgabe", "fasse_zusammen", "schuetze", "weitere_kreise"]

MINDEST_TRAEGER: Final = 3
"""An exact total needs three large cells that can carry its remainder; three times c is at least k-1."""


GRENZENLOS: Final = 2**31
"""More persons than any cell shows."""


@dataclass(frozen=True)
class Schutzergebnis:
    """A protected cube, the public facts about it, and its accuracy (`guete` stays on the raw side)."""

    wuerfel: dy.DataFrame[Wuerfel]
    angaben: Schutzangaben
    guete: Guete


@dataclass(frozen=True)
class _Lage:
    """All that is known before the first Stichtag is solved.

    `vorher` holds `OHNE_WUNSCH` where nothing was public. `gleich`: published cells whose truth did not change since.
    `grenzen`: what each cell may show at least and at most beside other Grundzahlen.
    """

    vorgabe: Vorgabe
    raster: Raster
    wahr: dict[date, Vektor]
    vorher: dict[date, Vektor]
    unveraendert: frozenset[date]
    gleich: dict[date, NDArray[np.bool_]]
    grenzen: dict[date, tuple[Vektor, Vektor]]
    zufall: NDArray[np.float64]


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

    Raises `ValueError` for cells that do not fit the Vorgabe, `NichtLoesbar` if there is no rounding.
    """
    if not schluessel:
        raise ValueError("Der Schlüssel für Gleichstände ist leer. Bitte SRB_SECRET setzen.")
    while True:
        lage = _lage(
            wahr, stichtage, vorgabe, schluessel, vorher, wahr_vorher, frozenset(unveraendert), (teilmengen, obermenge)
        )
        exakt = eckwerte
        werte = _solve_all(lage, exakt, fortschritt) if exakt else None
        if werte is None:
            exakt = False
            werte = _solve_all(lage, exakt, fortschritt)
        if werte is not None:
            return _ergebnis(lage, werte, exakt)
        if not lage.vorgabe.feste_stroeme:
            raise NichtLoesbar(
                f"Es wurde keine Rundung gefunden, bei der jede Summe einer Gemeinde und eines Planungsraums um "
                f"höchstens {vorgabe.k - 1} abweicht. Veröffentlicht wurde nichts. Bitte die Freigabe mit einer "
                "anderen Haupteinteilung versuchen und den Fall melden."
            )
        vorgabe = without_kreis(lage.vorgabe, _unvereinbar(lage, eckwerte))


def _lage(
    wahr: dy.DataFrame[Wahrwerte],
    stichtage: Sequence[date],
    vorgabe: Vorgabe,
    schluessel: bytes,
    vorher: dy.DataFrame[Wuerfel] | None,
    wahr_vorher: dy.DataFrame[Wahrwerte] | None,
    unveraendert: frozenset[date],
    verwandte: tuple[dy.DataFrame[Wuerfel] | None, dy.DataFrame[Wuerfel] | None],
) -> _Lage:
    tage = sorted(set(stichtage))
    zellen = fasse_zusammen(wahr, vorgabe.gemeinden, vorgabe.weitere).filter(pl.col("stichtag").is_in(tage))
    alter_wuerfel = Wuerfel.create_empty() if vorher is None else vorher
    vorgabe = _vervollstaendige(vorgabe, tage, [zellen, alter_wuerfel])
    raster = build_raster(vorgabe)
    if fremde := raster.missing(zellen):
        raise ValueError(
            f"Die Zelle {fremde[0][0]} × {fremde[0][1]} passt nicht zu den Raumprinzipien der Freigabe "
            f"({', '.join(vorgabe.raumprinzipien)}). Bitte die Lieferung prüfen."
        )
    jetzt, veroeffentlicht = (
        raster.vektoren(zellen, "anzahl", tage),
        raster.vektoren(alter_wuerfel, "wert", tage, leer=OHNE_WUNSCH),
    )
    untere, obere = (
        raster.vektoren(Wuerfel.create_empty() if teil is None else teil, "wert", tage, leer=leer)
        for teil, leer in zip(verwandte, (0, GRENZENLOS), strict=True)
    )
    damals = {} if wahr_vorher is None else raster.vektoren(wahr_vorher, "anzahl", tage)
    return _Lage(
        vorgabe=vorgabe,
        raster=raster,
        wahr=jetzt,
        vorher=veroeffentlicht,
        unveraendert=unveraendert & frozenset(tage),
        gleich={tag: (werte == jetzt[tag]) & (veroeffentlicht[tag] != OHNE_WUNSCH) for tag, werte in damals.items()},
        grenzen={tag: (untere[tag], obere[tag]) for tag in tage},
        zufall=ziehe(schluessel, (f"{h}|{z}" for h, z in raster.zellen.select("herkunft", "leistungsort").iter_rows())),
    )


def _vervollstaendige(vorgabe: Vorgabe, tage: list[date], rahmen: list[pl.DataFrame]) -> Vorgabe:
    """Name `uebrige` and `unbekannt` where cells need them, and keep only fixed flows that can apply."""
    orte = {ort for r in rahmen for a in ("herkunft", "leistungsort") for ort in r[a].unique()}
    gebraucht = tuple(ort for ort in (UEBRIGE, UNBEKANNT) if ort in orte)
    weitere = tuple(dict.fromkeys((*vorgabe.weitere, *gebraucht)))
    beide = len(vorgabe.raumprinzipien) > 1
    feste = {s: n for s, n in vorgabe.feste_stroeme.items() if beide and s[0] in tage and s[1] in weitere}
    return replace(vorgabe, weitere=weitere, feste_stroeme=feste)


def _aufgabe(lage: _Lage, tag: date, exakt: bool) -> Aufgabe:
    """The laws of one Stichtag: bounds of all margins, exact totals if asked for, flows fixed by other regions."""
    k, wahr = lage.vorgabe.k, lage.wahr[tag]
    grenze = np.where((lage.raster.stufen == Stufe.KREIS) & exakt, 0, k - 1)
    feste = {kreis: anzahl for (t, kreis), anzahl in lage.vorgabe.feste_stroeme.items() if t == tag}
    stroeme = np.array([lage.raster.is_from(kreis) for kreis in feste], dtype=np.int64).reshape(len(feste), len(wahr))
    # The flow was published by the other region: its distance to the truth is given, not chosen.
    abstand = np.array(list(feste.values()), dtype=np.int64) - stroeme @ wahr
    return Aufgabe(
        wahr=wahr,
        raender=vstack([lage.raster.raender, csr_array(stroeme)], format="csr"),
        unten=np.concatenate([-grenze, abstand]),
        oben=np.concatenate([grenze, abstand]),
        k=k,
        c=lage.vorgabe.schritt,
        wunsch=lage.vorher[tag],
        zufall=lage.zufall,
        schwelle=lage.vorgabe.schwelle,
    )


def _solve_all(
    lage: _Lage, exakt: bool, fortschritt: Callable[[date], None] | None = None
) -> dict[date, Vektor] | None:
    """All Stichtage in their order, each starting from what was decided before; None if one has no solution."""
    uebernommen = _taken_over(lage)
    if exakt and not all(
        _totals_can_be_exact(lage, tag)
        # Totals that were published as sums stay sums: what did not change stays.
        and (tag not in uebernommen or find_verstoss(_aufgabe(lage, tag, exakt=True), uebernommen[tag]) is None)
        for tag in lage.wahr
    ):
        return None
    gezeigt: dict[date, Vektor] = {}
    for tag, wahr in lage.wahr.items():
        loesung = uebernommen.get(tag)
        if loesung is None:
            frueher = _frueher(wahr, ((lage.wahr[t], gezeigt[t]) for t in gezeigt))
            wunsch = np.where(_passt(wahr, lage.vorher[tag], lage.vorgabe), lage.vorher[tag], frueher)
            aufgabe = replace(_aufgabe(lage, tag, exakt), wunsch=wunsch, c=lage.vorgabe.schritt if exakt else 0)
            loesung = _solve_kept(aufgabe, lage, tag)
            if loesung is None or find_verstoss(aufgabe, loesung) is not None:
                return None
        gezeigt[tag] = loesung
        if fortschritt is not None:
            fortschritt(tag)
    return gezeigt


def _solve_kept(aufgabe: Aufgabe, lage: _Lage, tag: date) -> Vektor | None:
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
    for versuch in versuche:
        loesung = solve(versuch)
        if loesung is not None and find_verstoss(versuch, loesung) is None:
            return loesung
    return None


def _taken_over(lage: _Lage) -> dict[date, Vektor]:
    """Published Stichtage whose truth did not change and which still keep all laws, exact totals aside."""
    return {
        tag: lage.vorher[tag]
        for tag in lage.unveraendert
        if find_verstoss(_aufgabe(lage, tag, exakt=False), lage.vorher[tag]) is None
    }


def _totals_can_be_exact(lage: _Lage, tag: date) -> bool:
    """Whether every Kreis total has enough large cells below it. A total under 2k never has."""
    gross = lage.wahr[tag] >= lage.vorgabe.schwelle + 1 + lage.vorgabe.schritt
    summen = lage.raster.raender[np.flatnonzero(lage.raster.stufen == Stufe.KREIS)]
    return bool(np.all(summen @ gross.astype(np.int64) >= MINDEST_TRAEGER))


def _passt(wahr: Vektor, vorher: Vektor, vorgabe: Vorgabe) -> NDArray[np.bool_]:
    """Cells of which this very Stichtag was published with a number that still suits the truth: it stays first."""
    k, grenze, sockel = vorgabe.k, vorgabe.schwelle, wahr - wahr % vorgabe.k
    klein = (wahr < grenze) & (wahr > sockel)
    beide = (vorher == sockel) | (vorher == sockel + k)
    passt: NDArray[np.bool_] = np.where(klein, beide, (vorher > grenze) & (np.abs(vorher - wahr) <= vorgabe.schritt))
    return passt


def _frueher(wahr: Vektor, entschieden: Iterable[tuple[Vektor, Vektor]]) -> Vektor:
    """The newest decision (truth, shown) for the same cell with the same true value: nobody averages over the years."""
    frueher = np.full(len(wahr), OHNE_WUNSCH, dtype=np.int64)
    for damals, gezeigt in entschieden:
        gleich = (wahr == damals) & (wahr > 0)
        frueher[gleich] = gezeigt[gleich]
    return frueher


def _unvereinbar(lage: _Lage, eckwerte: bool) -> str:
    """The Kreis whose fixed flow has no solution: alone if possible, else the one with the fewest persons."""
    stroeme = lage.vorgabe.feste_stroeme
    personen = {kreis: sum(n for (_, anderer), n in stroeme.items() if anderer == kreis) for _, kreis in stroeme}
    kreise = sorted(personen, key=lambda kreis: (personen[kreis], kreis))

    def only(*genannte: str) -> _Lage:
        feste = {s: n for s, n in stroeme.items() if s[1] in genannte}
        return replace(lage, vorgabe=replace(lage.vorgabe, feste_stroeme=feste))

    exakt = eckwerte and _solve_all(only(), exakt=True) is not None
    return next((kreis for kreis in kreise if _solve_all(only(kreis), exakt) is None), kreise[0])


def _ergebnis(lage: _Lage, werte: dict[date, Vektor], exakt: bool) -> Schutzergebnis:
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
        ),
        guete=measure_guete(lage.raster, paare, vorgabe.k),
    )
