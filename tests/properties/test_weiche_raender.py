"""Laws of the rounding on tables that cross in three directions, where only the sums of areas are hard."""

import os
from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from analysis.geheimhaltung import suche
from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, find_verstoss, solve

gesetz = settings(max_examples=int(os.environ.get("SRB_BEISPIELE", "30")), deadline=None)


@st.composite
def aufgaben(draw: st.DrawFn, groesste: int = 3) -> Aufgabe:
    form = tuple(draw(st.integers(1, groesste)) for _ in range(3))
    k = draw(st.sampled_from((3, 5, 10)))
    anzahl = form[0] * form[1] * form[2]
    wahr = draw(st.lists(st.integers(0, k + 2), min_size=anzahl, max_size=anzahl))
    achsen = [np.vstack([np.eye(n), np.ones((1, n))]).astype(np.int64) for n in form]
    raender = np.kron(np.kron(achsen[0], achsen[1]), achsen[2])
    # Hard are the sums of whole areas: the last row of kinds and of ages.
    ganz = np.kron(np.kron(np.ones(form[0] + 1), np.eye(form[1] + 1)[-1]), np.eye(form[2] + 1)[-1]) > 0
    grenze = np.where(ganz, k - 1, 2 * k - 1)
    wunsch = [draw(st.sampled_from((OHNE_WUNSCH, 0, k))) if 0 < n < k else OHNE_WUNSCH for n in wahr]
    zufall = np.array(draw(st.permutations(range(anzahl))), dtype=np.float64) / anzahl
    return Aufgabe(
        wahr=np.array(wahr, dtype=np.int64),
        raender=csr_array(raender),
        unten=-grenze,
        oben=grenze,
        k=k,
        c=0,
        wunsch=np.array(wunsch, dtype=np.int64),
        zufall=zufall,
        schwelle=k,
        weich=~ganz,
    )


def preis(aufgabe: Aufgabe, gezeigt: Vektor) -> int:
    """What the search minimises, written down directly."""
    klein, ab = aufgabe.klein, aufgabe.raender @ (gezeigt - aufgabe.wahr)
    jenseits = np.maximum(np.maximum(ab - aufgabe.oben, aufgabe.unten - ab), 0)[~aufgabe.hart]
    gewechselt = (aufgabe.wunsch != OHNE_WUNSCH) & (gezeigt != aufgabe.wunsch) & klein
    los = np.rint(suche.PREIS_ZUFALL * (aufgabe.zufall - 0.5)).astype(np.int64)
    return int(
        suche.PERSON * (np.abs(ab).sum() + np.abs(gezeigt - aufgabe.wahr).sum())
        + suche.PREIS_WEICH * jenseits.sum()
        + suche.PREIS_WECHSEL * gewechselt.sum()
        + los[klein & (gezeigt == aufgabe.k)].sum()
    )


@gesetz
@given(aufgaben(), st.data())
def test_laws_hold_with_every_key_and_the_same_input_gives_the_same_table(
    aufgabe: Aufgabe, data: st.DataObject
) -> None:
    for los in (aufgabe.zufall, np.array(data.draw(st.permutations(aufgabe.zufall.tolist())))):
        mit = replace(aufgabe, zufall=los)
        eins, zwei = solve(mit), solve(mit)
        assert eins is not None
        assert zwei is not None
        assert eins.tolist() == zwei.tolist()
        assert find_verstoss(mit, eins) is None
        # Areas are sums of cells, so every view of them is additive; and no inner cell shows 1..k-1.
        assert not ((eins > 0) & (eins < aufgabe.k)).any()


@gesetz
@given(aufgaben(groesste=2))
def test_on_a_tiny_table_no_other_rounding_is_cheaper(aufgabe: Aufgabe) -> None:
    gefunden = solve(aufgabe)
    assert gefunden is not None
    auswahl = [(0, aufgabe.k) if klein else (n,) for n, klein in zip(aufgabe.wahr.tolist(), aufgabe.klein, strict=True)]
    moegliche = (np.array(werte, dtype=np.int64) for werte in product(*auswahl))
    preise = [preis(aufgabe, werte) for werte in moegliche if find_verstoss(aufgabe, werte) is None]
    assert preis(aufgabe, gefunden) == min(preise)
