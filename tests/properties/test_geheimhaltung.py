"""Laws of the protection, on small tables of every kind; checked with plain dictionaries, not with vectors."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

import dataframely as dy
import numpy as np
import polars as pl
from hypothesis import event, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from analysis.geheimhaltung import rundung
from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.schutz import Schutzergebnis, Vorgabe, schuetze
from analysis.geheimhaltung.summen import stroeme, summiere, zellspanne
from models.rahmen import Wahrwerte, Zuordnung

Zelle = tuple[date, str, str]
gesetz = settings(max_examples=int(os.environ.get("SRB_BEISPIELE", "40")), deadline=None)
"""SRB_BEISPIELE=5000 makes a long run of it."""

TAGE = (date(2022, 12, 31), date(2023, 12, 31), date(2024, 12, 31))
PRINZIPIEN = (("herkunft", "leistungsort"), ("herkunft",), ("leistungsort",))


@dataclass(frozen=True)
class Fall:
    """A table to protect; `zellen` holds the cells that are not 0."""

    vorgabe: Vorgabe
    zellen: dict[Zelle, int]
    tage: tuple[date, ...]

    def wahr(self, zellen: dict[Zelle, int] | None = None) -> dy.DataFrame[Wahrwerte]:
        zeilen = [(*zelle, anzahl) for zelle, anzahl in (self.zellen if zellen is None else zellen).items()]
        return Wahrwerte.validate(pl.DataFrame(zeilen, schema=Wahrwerte.create_empty().schema, orient="row"), cast=True)

    def raster(self) -> list[tuple[str, str]]:
        g, beide = self.vorgabe.gemeinden, len(self.vorgabe.raumprinzipien) == 2
        orte = dict.fromkeys(self.vorgabe.raumprinzipien, (*g, *self.vorgabe.weitere) if beide else g)
        paare = product(orte.get("herkunft", ("-",)), orte.get("leistungsort", ("-",)))
        return [(h, z) for h, z in paare if h in g or z in g]

    def schuetze(self, schluessel: bytes = b"eins") -> Schutzergebnis:
        return schuetze(self.wahr(), self.tage, self.vorgabe, schluessel)


@st.composite
def faelle(draw: st.DrawFn) -> Fall:
    k = draw(st.sampled_from((3, 5, 10)))
    gemeinden = tuple(f"0663600{i}" for i in range(1, draw(st.integers(1, 5)) + 1))
    vorgabe = Vorgabe(
        gemeinden=gemeinden,
        weitere=draw(st.sampled_from(((), ("06611", "uebrige", "unbekannt"), ("uebrige",)))),
        raeume=draw(st.dictionaries(st.sampled_from(gemeinden), st.sampled_from(("nord", "sued")))),
        raumprinzipien=draw(st.sampled_from(PRINZIPIEN)),
        k=k,
    )
    tage = TAGE[: draw(st.integers(1, 3))]
    anzahl = draw(
        st.sampled_from(
            (
                st.just(0),
                st.integers(1, k - 1),
                st.one_of(st.just(0), st.integers(1, k - 1), st.integers(k, 2 * k)),
                st.one_of(st.integers(0, k - 1), st.integers(2 * k, 3 * k), st.just(1_000_000)),
            )
        )
    )
    fall = Fall(vorgabe, {}, tage)
    zellen = {(tag, *zelle): draw(anzahl) for tag in tage for zelle in fall.raster()}
    if draw(st.booleans()):  # large cells in every Gemeinde, so that exact totals get their chance
        for tag, gemeinde in product(tage, gemeinden):
            ende = (gemeinde if p in vorgabe.raumprinzipien else "-" for p in ("herkunft", "leistungsort"))
            zellen[(tag, *ende)] = 4 * k  # type: ignore[index]
    return replace(fall, zellen={z: n for z, n in zellen.items() if n})


def gezeigt(ergebnis: Schutzergebnis) -> dict[Zelle, int]:
    return {(tag, h, z): wert for tag, h, z, wert in ergebnis.wuerfel.iter_rows()}


def randsummen(
    fall: Fall, zellen: dict[Zelle, int], gebiet: Callable[[str], str | None]
) -> dict[tuple[object, ...], int]:
    """Sums by Stichtag, Raumprinzip and area of one end of a cell."""
    summen: dict[tuple[object, ...], int] = defaultdict(int)
    for (tag, *enden), anzahl in zellen.items():
        for prinzip, ort in zip(("herkunft", "leistungsort"), enden, strict=True):
            if prinzip in fall.vorgabe.raumprinzipien and ort in fall.vorgabe.gemeinden and gebiet(ort) is not None:
                summen[tag, prinzip, gebiet(ort)] += anzahl
    return summen


def groesste_abweichung(fall: Fall, ergebnis: Schutzergebnis, gebiet: Callable[[str], str | None]) -> int:
    wahre, gezeigte = (randsummen(fall, zellen, gebiet) for zellen in (fall.zellen, gezeigt(ergebnis)))
    return max((abs(gezeigte[rand] - wahre.get(rand, 0)) for rand in gezeigte), default=0)


def assert_gesetze(fall: Fall, ergebnis: Schutzergebnis) -> None:
    k, c, grenze, werte = fall.vorgabe.k, ergebnis.angaben.c, fall.vorgabe.schwelle, gezeigt(ergebnis)
    assert werte.keys() == {(tag, *zelle) for tag in fall.tage for zelle in fall.raster()}
    assert all(wert % k == 0 for wert in werte.values() if wert < grenze)
    for zelle, wert in werte.items():
        wahr = fall.zellen.get(zelle, 0)
        assert wahr > 0 or wert == 0
        assert abs(wert - wahr) <= (k - 1 if wahr < grenze else c)
        von, bis = zellspanne(wert, ergebnis.angaben)
        assert von <= wahr <= bis
    assert groesste_abweichung(fall, ergebnis, lambda ags: ags) <= k - 1
    assert groesste_abweichung(fall, ergebnis, fall.vorgabe.raeume.get) <= k - 1
    if ergebnis.angaben.eckwerte_exakt:
        assert groesste_abweichung(fall, ergebnis, lambda _: "kreis") == 0
    else:
        assert c == 0


def zuordnung(gebiete: Iterable[tuple[str, str]]) -> dy.DataFrame[Zuordnung]:
    zeilen = [(ags, gebiet, gebiet) for ags, gebiet in gebiete]
    return Zuordnung.validate(pl.DataFrame(zeilen, schema=Zuordnung.create_empty().schema, orient="row"), cast=True)


@gesetz
@given(faelle())
def test_cells_margins_and_totals_keep_all_laws(fall: Fall) -> None:
    ergebnis = fall.schuetze()
    event(f"exact totals: {ergebnis.angaben.eckwerte_exakt}")
    assert_gesetze(fall, ergebnis)


@gesetz
@given(faelle(), st.binary(min_size=1, max_size=8))
def test_another_key_keeps_all_laws(fall: Fall, schluessel: bytes) -> None:
    assert_gesetze(fall, fall.schuetze(schluessel))


@gesetz
@given(faelle(), st.data())
def test_the_truth_lies_within_the_bounds_of_any_grouping(fall: Fall, data: st.DataObject) -> None:
    ergebnis = fall.schuetze()
    eigene = data.draw(st.dictionaries(st.sampled_from(fall.vorgabe.gemeinden), st.sampled_from("abc")))
    for gebiete in (
        eigene,
        fall.vorgabe.raeume,
        {ags: ags for ags in fall.vorgabe.gemeinden},
        dict.fromkeys(fall.vorgabe.gemeinden, "kreis"),
    ):
        wahre, gezeigte = (randsummen(fall, zellen, gebiete.get) for zellen in (fall.zellen, gezeigt(ergebnis)))
        for prinzip in fall.vorgabe.raumprinzipien:
            summen = summiere(ergebnis.wuerfel, ergebnis.angaben, zuordnung(gebiete.items()), prinzip)
            assert summen.height == len(set(gebiete.values())) * len(fall.tage)
            for zeile in summen.iter_rows(named=True):
                rand = (zeile["stichtag"], prinzip, zeile["gebiet"])
                assert zeile["wert"] == gezeigte[rand]
                assert zeile["von"] <= wahre.get(rand, 0) <= zeile["bis"]
                assert zeile["von"] <= zeile["wert"] <= zeile["bis"]


@gesetz
@given(faelle(), st.data())
def test_leaving_out_gemeinden_never_adds_persons(fall: Fall, data: st.DataObject) -> None:
    ergebnis = fall.schuetze()
    teil = data.draw(st.sets(st.sampled_from(fall.vorgabe.gemeinden), min_size=1))
    for prinzip in fall.vorgabe.raumprinzipien:
        wenige, alle = (
            summiere(ergebnis.wuerfel, ergebnis.angaben, zuordnung((ags, "a") for ags in auswahl), prinzip)["wert"]
            for auswahl in (teil, fall.vorgabe.gemeinden)
        )
        assert (wenige <= alle).all()


@gesetz
@given(faelle())
def test_flows_are_all_cells_with_the_bounds_of_each(fall: Fall) -> None:
    ergebnis = fall.schuetze()
    zeilen = stroeme(ergebnis.wuerfel, ergebnis.angaben)
    assert {(t, h, z): wert for t, h, z, wert, *_ in zeilen.iter_rows()} == gezeigt(ergebnis)
    for _, _, _, wert, von, bis, status in zeilen.iter_rows():
        assert (von, bis) == zellspanne(wert, ergebnis.angaben)
        assert status == ("gezeigt" if von == bis else "geschuetzt")


@gesetz
@given(faelle(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_stichtage_does_not_matter(fall: Fall, zufall: object) -> None:
    zellen = list(fall.zellen.items())
    zufall.shuffle(zellen)  # type: ignore[attr-defined]
    gemischt = schuetze(fall.wahr(dict(zellen)), fall.tage[::-1], fall.vorgabe, b"eins")
    geordnet = fall.schuetze()
    assert gemischt.wuerfel.equals(geordnet.wuerfel)
    assert gemischt.angaben == geordnet.angaben


@gesetz
@given(faelle(), st.data())
def test_what_did_not_change_stays_when_another_stichtag_does(fall: Fall, data: st.DataObject) -> None:
    veroeffentlicht = fall.schuetze()
    geaendert = data.draw(st.sampled_from(fall.tage))
    neue_zellen = {z: n for z, n in fall.zellen.items() if z[0] != geaendert or data.draw(st.booleans())}
    ergebnis = schuetze(
        fall.wahr(neue_zellen),
        fall.tage,
        fall.vorgabe,
        b"zwei",
        vorher=veroeffentlicht.wuerfel,
        unveraendert=[tag for tag in fall.tage if tag != geaendert],
    )
    ruhend = pl.col("stichtag") != geaendert
    assert ergebnis.wuerfel.filter(ruhend).equals(veroeffentlicht.wuerfel.filter(ruhend))
    neu = replace(fall, zellen=neue_zellen)
    if ergebnis.angaben.c == 0 or ergebnis.angaben.eckwerte_exakt:
        assert_gesetze(neu, ergebnis)
    else:  # moves from the time when the totals were exact stay, and are still declared
        assert veroeffentlicht.angaben.eckwerte_exakt
        assert groesste_abweichung(neu, ergebnis, lambda ags: ags) <= fall.vorgabe.k - 1
    for zelle, wert in gezeigt(ergebnis).items():
        von, bis = zellspanne(wert, ergebnis.angaben)
        assert von <= neue_zellen.get(zelle, 0) <= bis


@gesetz
@given(faelle(), st.data())
def test_a_flow_fixed_elsewhere_is_kept_or_its_kreis_is_no_longer_named(fall: Fall, data: st.DataObject) -> None:
    vorgabe = replace(fall.vorgabe, weitere=("06611", "06633", "uebrige"), raumprinzipien=PRINZIPIEN[0])
    zellen = {z: n for z, n in fall.zellen.items() if "-" not in z and "unbekannt" not in z}
    fest = {
        (data.draw(st.sampled_from(fall.tage)), kreis): data.draw(st.integers(0, 30)) for kreis in ("06611", "06633")
    }
    fall = replace(fall, vorgabe=replace(vorgabe, feste_stroeme=fest), zellen=zellen)
    ergebnis = fall.schuetze()
    werte = gezeigt(ergebnis)
    genannt = set(ergebnis.angaben.weitere)
    event(f"Kreise kept: {len(genannt & {'06611', '06633'})}")
    for (tag, kreis), anzahl in fest.items():
        if kreis in genannt:
            assert sum(n for (t, h, _), n in werte.items() if (t, h) == (tag, kreis)) == anzahl
    zusammen: dict[Zelle, int] = defaultdict(int)
    for (tag, h, z), anzahl in zellen.items():
        h, z = (ort if ort in genannt or len(ort) == 8 else "uebrige" for ort in (h, z))
        zusammen[tag, h, z] += anzahl
    assert_gesetze(replace(fall, vorgabe=replace(vorgabe, weitere=ergebnis.angaben.weitere), zellen=zusammen), ergebnis)


@st.composite
def aufgaben(draw: st.DrawFn) -> rundung.Aufgabe:
    """Two-way tables of 3 x 3 cells, small enough to try every rounding."""
    k = draw(st.sampled_from((3, 4, 5)))
    c = draw(st.sampled_from((0, k // 2)))
    zellen = draw(st.lists(st.integers(0, k - 1), min_size=9, max_size=9))
    for platz in draw(st.sets(st.integers(0, 8), max_size=2)):
        zellen[platz] = 3 * k
    felder = np.arange(9).reshape(3, 3)
    raender = np.array([np.isin(np.arange(9), reihe) for reihe in (*felder, *felder.T, felder)], dtype=np.int64)
    total = draw(st.sampled_from((0, k - 1)))
    grenze = np.array([k - 1] * 6 + [total], dtype=np.int64)
    wuensche = [(0, k) if 0 < n < k else (n - 1, n + 1, n + c + 1) for n in zellen]
    wunsch = [draw(st.sampled_from((rundung.OHNE_WUNSCH, *moeglich))) for moeglich in wuensche]
    zufall = draw(st.permutations(range(9)))
    return rundung.Aufgabe(
        wahr=np.array(zellen, dtype=np.int64),
        raender=csr_array(raender),
        unten=-grenze,
        oben=grenze,
        k=k,
        c=c,
        wunsch=np.array(wunsch, dtype=np.int64),
        zufall=np.array(zufall, dtype=np.float64) / 9,
        schwelle=k,
    )


def preis(aufgabe: rundung.Aufgabe, werte: Vektor) -> float:
    """What the rounding minimises, written down directly."""
    wahr, wunsch, klein, k = aufgabe.wahr, aufgabe.wunsch, aufgabe.klein, aufgabe.k
    bewegt, hoch = werte - wahr, werte == k
    erreichbar = (wunsch != rundung.OHNE_WUNSCH) & (np.abs(wunsch - wahr) <= aufgabe.c)
    vom_wunsch = np.abs(werte - np.where(erreichbar, wunsch, wahr))
    return float(
        np.abs(aufgabe.raender @ bewegt).sum()
        + rundung.PREIS_ABSTAND * np.abs(bewegt[klein]).sum()
        + rundung.PREIS_WECHSEL * ((werte != wunsch) & (wunsch != rundung.OHNE_WUNSCH) & klein).sum()
        + rundung.PREIS_ZUFALL * (hoch * (aufgabe.zufall - 0.5))[klein].sum()
        + ((rundung.PREIS_BEWEGUNG + rundung.PREIS_ZUFALL * aufgabe.zufall) * vom_wunsch)[aufgabe.traeger].sum()
    )


@gesetz
@given(aufgaben())
def test_no_other_rounding_is_cheaper(aufgabe: rundung.Aufgabe) -> None:
    auswahl = [
        (0, aufgabe.k) if klein else range(n - aufgabe.c, n + aufgabe.c + 1) if traeger else (n,)
        for n, klein, traeger in zip(aufgabe.wahr.tolist(), aufgabe.klein, aufgabe.traeger, strict=True)
    ]
    moegliche = (np.array(werte, dtype=np.int64) for werte in product(*auswahl))
    preise = [preis(aufgabe, werte) for werte in moegliche if rundung.find_verstoss(aufgabe, werte) is None]
    loesung = rundung.solve(aufgabe)
    if loesung is None:
        assert not preise
    else:
        assert abs(preis(aufgabe, loesung) - min(preise)) < 1e-6
