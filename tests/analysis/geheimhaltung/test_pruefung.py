"""The audit is tested by leaks planted for it: each must be found, and a clean publication must pass."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import dataframely as dy
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.geheimhaltung.angriff import ENDLOS, Widerspruch, Wissen, Ziel, attack
from analysis.geheimhaltung.messung import Gestalt, generate
from analysis.geheimhaltung.oeffentliches import Oeffentliches, Veroeffentlichung
from analysis.geheimhaltung.pruefung import pruefe
from analysis.geheimhaltung.schutz import schuetze
from models.rahmen import Gliederungswuerfel, Wahrwerte, Wuerfel, Zuordnung
from models.schutz import Eckwert, Gliederung, Schutzangaben

TAG = date(2024, 12, 31)
KREIS = "06636"
A, B, C = (f"06636{i:03d}" for i in range(1, 4))
ANGABEN = Schutzangaben(
    k=5,
    c=0,
    eckwerte_exakt=False,
    gemeinden=(A, B, C),
    weitere=("uebrige",),
    raeume={},
    raumprinzipien=("herkunft", "leistungsort"),
)
ORTE = (A, B, C, "uebrige")
RASTER = [(h, z) for h in ORTE for z in ORTE if h != "uebrige" or z != "uebrige"]
GEZEIGT = {(A, A): 20, (A, B): 5, (B, B): 12, (C, C): 30, (C, A): 0, ("uebrige", C): 5}
"""Shown cells; all others of the grid show 0."""


def wuerfel(gezeigt: Mapping[tuple[str, str], int] = GEZEIGT) -> dy.DataFrame[Wuerfel]:
    zeilen = [(TAG, h, z, gezeigt.get((h, z), 0)) for h, z in RASTER]
    return Wuerfel.validate(pl.DataFrame(zeilen, schema=Wuerfel.create_empty().schema, orient="row"), cast=True)


def veroeffentlichung(
    gezeigt: Mapping[tuple[str, str], int] = GEZEIGT,
    angaben: Schutzangaben = ANGABEN,
    grundzahl: str = "lb_bwf",
    wahrheit: str = "",
    wahr: Mapping[tuple[str, str], int] | None = None,
) -> Veroeffentlichung:
    zeilen = [(TAG, h, z, n) for (h, z), n in (wahr or {}).items() if n]
    schema = Wahrwerte.create_empty().schema
    return Veroeffentlichung(
        KREIS,
        grundzahl,
        wuerfel(gezeigt),
        angaben,
        wahrheiten={TAG: wahrheit} if wahrheit else {},
        wahr=None if wahr is None else Wahrwerte.validate(pl.DataFrame(zeilen, schema=schema, orient="row"), cast=True),
    )


def aufgedeckt(*wuerfel: Veroeffentlichung, **mehr: object) -> set[tuple[tuple[object, ...], int, int]]:
    befunde = pruefe(Oeffentliches(wuerfel, **mehr)).befunde  # type: ignore[arg-type]
    return {(tuple(b.ziel.name)[1:], b.von, b.bis) for _, b in befunde}  # type: ignore[arg-type]


def test_a_clean_publication_passes_and_says_what_was_tried() -> None:
    bericht = pruefe(Oeffentliches([veroeffentlichung()])).bericht
    assert bericht.bestanden
    assert (bericht.aufgedeckt, bericht.stichtage, bericht.grundzahlen) == (0, 1, ("lb_bwf",))
    # 15 cells, three of them large; no Gemeinde is shown below 10 by Herkunft, nor by Leistungsort.
    assert bericht.ziele == 12
    assert bericht.angriffe == ("gezeigt_gleich",)


def test_leak_an_exact_small_margin() -> None:
    """A figure that somebody else published: exactly 22 people of A (20 and few more)."""
    genau = Eckwert(TAG, "herkunft", A, 21, 0, "Haushaltsplan")
    funde = aufgedeckt(veroeffentlichung(), eckwerte=[("lb_bwf", genau)])
    # 20 are certain in (A, A), so one person is left for three cells that must leave five numbers each.
    assert ((A, B), 1, 1) in funde
    assert ((A, C), 0, 0) in funde
    assert aufgedeckt(veroeffentlichung(angaben=replace(ANGABEN, eckwerte=(genau,)))) == funde


def test_leak_a_second_vintage_of_the_same_truth() -> None:
    anders = GEZEIGT | {(A, B): 0, (A, C): 5}
    gleiche = [veroeffentlichung(wahrheit="x"), veroeffentlichung(anders, wahrheit="x")]
    assert {((A, B), 1, 4), ((A, C), 1, 4)} <= aufgedeckt(*gleiche)
    # Told by the truth itself, where no checksum says so (only the raw side can).
    wahr = {(A, A): 20, (A, B): 3, (A, C): 2, (B, B): 12, (C, C): 30, ("uebrige", C): 4}
    assert {((A, B), 1, 4), ((A, C), 1, 4)} <= aufgedeckt(
        veroeffentlichung(wahr=wahr), veroeffentlichung(anders, wahr=wahr)
    )
    # A Lieferung that did change there tells nothing by changing its number.
    neu = wahr | {(A, B): 1, (A, C): 4}
    assert not aufgedeckt(veroeffentlichung(wahr=wahr), veroeffentlichung(anders, wahr=neu))


def test_leak_a_second_k_of_the_same_truth() -> None:
    drei = veroeffentlichung(GEZEIGT | {(A, B): 3, ("uebrige", C): 4}, replace(ANGABEN, k=3), wahrheit="x")
    funde = aufgedeckt(veroeffentlichung(wahrheit="x"), drei)
    assert ((A, B), 1, 3) in funde
    assert ((A, C), 0, 2) in funde
    assert (("uebrige", C), 4, 4) in funde


def test_leak_rounding_to_five_per_query_under_forty_regroupings() -> None:
    """Every grouping is rounded from the truth: 40 random cuts of 16 Gemeinden give small numbers away."""
    zufall = np.random.default_rng(7)
    wahr = np.concatenate([np.arange(1, 5), zufall.integers(5, 40, 12)])

    def learn(aufteilungen: int) -> Wissen:
        wissen = Wissen()
        gruppen = [[i] for i in range(16)]
        for _ in range(aufteilungen):
            schnitt = zufall.integers(0, 4, 16)
            gruppen += [list(np.flatnonzero(schnitt == raum)) for raum in range(4)]
        for i in range(16):
            wissen.learn(i, 0, ENDLOS)
        for gruppe in gruppen:
            gerundet = 5 * round(int(wahr[gruppe].sum()) / 5)
            wissen.learn_sum([int(i) for i in gruppe], (), gerundet - 2, gerundet + 2)
        return wissen

    ziele = [Ziel(i, 5) for i in range(1, 4)]  # 2, 3 and 4 people; 1 shows 0 and leaves 0..2 at once
    gefunden = attack(learn(40), ziele)
    assert len(gefunden) == 3
    # Proven to the person:
    assert sum(b.von == b.bis for b in gefunden) >= 2
    assert all(b.von <= wahr[int(str(b.ziel.name))] <= b.bis for b in gefunden)
    assert not attack(learn(0), [Ziel(i, 5) for i in (2, 3)])


def _pairs_hold_one(*, zusammen: tuple[float, float] = (0, 4)) -> Wissen:
    """Four cells of which any two hold one person at most: fractions allow two people in all, whole numbers one."""
    wissen = Wissen()
    for name in "abcd":
        wissen.learn(name, 0, 1)
    for paar in combinations("abcd", 2):
        wissen.learn_sum(paar, (), 0, 1)
    wissen.learn("alle", *zusammen)
    wissen.learn_sum("abcd", ["alle"])
    return wissen


def test_the_attacker_knows_that_people_are_whole() -> None:
    (befund,) = attack(_pairs_hold_one(), [Ziel("alle", 3)])
    assert (befund.von, befund.bis) == (0, 1)
    assert not attack(_pairs_hold_one(), [Ziel("alle", 2)])


def test_a_guess_that_only_fractions_fit_is_a_contradiction() -> None:
    with pytest.raises(Widerspruch):
        attack(_pairs_hold_one(zusammen=(2, 4)), [Ziel("alle", 1), Ziel("a", 2)])


@given(st.data())
def test_what_is_safe_is_safe_among_all_whole_solutions(data: st.DataObject) -> None:
    """Against every solution counted out: five cells of 0 to 3, sums of random groups with random slack."""
    wahr = data.draw(st.tuples(*[st.integers(0, 3)] * 5))
    gruppen = data.draw(st.lists(st.sets(st.integers(0, 4), min_size=2), min_size=1, max_size=5))
    spiele = [data.draw(st.integers(0, 1)) for _ in gruppen]
    wissen = Wissen()
    for i in range(5):
        wissen.learn(i, 0, 3)
    for gruppe, spiel in zip(gruppen, spiele, strict=True):
        summe = sum(wahr[i] for i in gruppe)
        wissen.learn_sum(sorted(gruppe), (), summe - spiel, summe + spiel)
    moeglich = [
        x
        for x in product(range(4), repeat=5)
        if all(abs(sum(x[i] - wahr[i] for i in g)) <= s for g, s in zip(gruppen, spiele, strict=True))
    ]
    weite = {i: (min(x[i] for x in moeglich), max(x[i] for x in moeglich)) for i in range(5)}
    befunde = {b.ziel.name: b for b in attack(wissen, [Ziel(i, 3) for i in range(5)])}
    assert set(befunde) == {i for i, (von, bis) in weite.items() if bis - von + 1 < 3}
    for name, befund in befunde.items():
        von, bis = weite[int(str(name))]
        assert befund.von <= von <= bis <= befund.bis


def test_what_does_not_fit_together_is_no_result() -> None:
    wissen = Wissen()
    wissen.learn("a", 0, 4)
    wissen.learn_sum(["a"], (), 7, 9)
    with pytest.raises(Widerspruch):
        attack(wissen, [Ziel("a", 5)])
    with pytest.raises(Widerspruch):
        wissen.learn("a", 5, 9)


def test_a_wrong_guess_about_unchanged_cells_is_counted_not_believed() -> None:
    """The same cells cannot add up to 67 and to 66: something did change, so nothing follows from the guess."""
    zweimal = [
        veroeffentlichung(angaben=replace(ANGABEN, eckwerte=(Eckwert(TAG, "herkunft", KREIS, summe, 0, "Statistik"),)))
        for summe in (67, 66)
    ]
    bericht = pruefe(Oeffentliches(zweimal)).bericht
    assert (bericht.widerspruechlich, bericht.ziele) == (1, 24)


def test_subsets_are_part_of_the_knowledge() -> None:
    """10 of the small Grundzahl within 0 to 9 of the large one: then there is at least one."""
    zehn = replace(ANGABEN, k=10)
    minderjaehrige = veroeffentlichung({(A, A): 30}, zehn, "minderjaehrige_egh")
    kinder = veroeffentlichung({(A, A): 20, (A, B): 10}, zehn, "lb_fruehfoerderung")
    assert ((A, B), 1, 9) in aufgedeckt(minderjaehrige, kinder)
    assert not aufgedeckt(minderjaehrige, veroeffentlichung({(A, A): 20}, zehn, "lb_fruehfoerderung"))


def test_every_cut_and_every_year_of_a_drawn_region_holds() -> None:
    gestalt = Gestalt(KREIS, 9, 3, 160, ("06611",), stichtage=2)
    for saat, k in ((1, 3), (2, 5), (3, 10)):
        zufall = np.random.default_rng(saat)
        probe = generate(gestalt, k, zufall)
        ergebnis = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, b"k")
        gemeinden = probe.vorgabe.gemeinden
        schnitte = {
            str(i): Zuordnung.validate(
                pl.DataFrame(
                    [
                        (ags, f"r{raum}", f"r{raum}")
                        for ags, raum in zip(gemeinden, zufall.integers(0, 3, 9), strict=True)
                    ],
                    schema=Zuordnung.create_empty().schema,
                    orient="row",
                )
            )
            for i in range(3)
        }
        v = Veroeffentlichung(KREIS, "lb_bwf", ergebnis.wuerfel, ergebnis.angaben)
        bericht = pruefe(Oeffentliches([v], einteilungen=schnitte)).bericht
        assert bericht.bestanden
        assert bericht.ziele > 100


def test_age_and_sex_are_attacked_too_and_a_second_answer_is_found() -> None:
    gliederung = Gliederung("herkunft", ("18-49", "50+"), ("m", "w"), 5, 2)
    spalten = Gliederungswuerfel.create_empty().schema

    def teil(*werte: int, wahr: tuple[int, ...] = ()) -> Veroeffentlichung:
        zellen = [(a, g) for a in gliederung.altersgruppen for g in gliederung.geschlechter]

        def rahmen(zahlen: tuple[int, ...]) -> pl.DataFrame:
            zeilen = [(TAG, *zelle, n) for zelle, n in zip(zellen, zahlen, strict=True)]
            return pl.DataFrame(zeilen, schema=spalten, orient="row")

        return replace(
            veroeffentlichung(angaben=replace(ANGABEN, gliederung=gliederung)),
            gliederung=Gliederungswuerfel.validate(rahmen(werte)),
            gliederung_wahr=rahmen(wahr) if wahr else None,
        )

    assert not aufgedeckt(teil(30, 20, 17, 0))
    # Cells of another total than the Kreis has: at most 71 persons.
    with pytest.raises(Widerspruch):
        pruefe(Oeffentliches([teil(90, 40, 0, 0, wahr=(90, 40, 0, 0))] * 2))
    wahr = (30, 20, 14, 3)
    funde = aufgedeckt(teil(30, 20, 16, 0, wahr=wahr), teil(30, 20, 12, 5, wahr=wahr))
    assert (("gliederung", "50+", "w"), 1, 4) in {(name, von, bis) for name, von, bis in funde}
