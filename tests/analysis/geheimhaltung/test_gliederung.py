"""The second cube on tiny tables: laws of sums and margins, order of what gives way, what stays."""

from datetime import date

import dataframely as dy
import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.geheimhaltung.angriff import Wissen, Ziel, attack
from analysis.geheimhaltung.gliederung import Frueher, Gesamt, Gliederungsschutz, gliedere, moegliche_raster
from analysis.geheimhaltung.spannen import zellspanne
from models.altersgruppen import fasse_gruppen, gemeinsame_partition, grobe_partition
from models.rahmen import Rohzellen

TAG, FRUEHER = date(2024, 12, 31), date(2023, 12, 31)
ERWACHSENE = (18, None)
BEIDE = ("altersgruppe", "geschlecht")
SCHLUESSEL = b"geheim"
SEXE = ("m", "w", "d", "unbekannt")
FEIN = ["18-49", "50-59", "60-64", "65+"]
K = 5


def roh(*zellen: tuple[str, str, int], tag: date = TAG) -> pl.DataFrame:
    zeilen = [("lb_bwf", tag, "05978004", "05978004", alter, sex, n, None, "LWX") for alter, sex, n in zellen]
    return pl.DataFrame(zeilen, schema=Rohzellen.create_empty().schema, orient="row")


def zellen(*teile: pl.DataFrame) -> dy.DataFrame[Rohzellen]:
    return Rohzellen.validate(pl.concat(teile), cast=True)


def genau(wert: int) -> Gesamt:
    return Gesamt(wert, wert, wert)


def werte(schutz: Gliederungsschutz, tag: date = TAG) -> dict[tuple[str, str], int]:
    return {(a, g): w for t, a, g, w in schutz.wuerfel.iter_rows() if t == tag}


def schuetze(
    rohe: dy.DataFrame[Rohzellen],
    gesamt: dict[date, Gesamt],
    merkmale: tuple[str, ...] = BEIDE,
    frueher: Frueher | None = None,
) -> Gliederungsschutz | None:
    return gliedere(rohe, gesamt, merkmale, ERWACHSENE, "herkunft", K, SCHLUESSEL, frueher)


GROSS = (("18-49", "m", 30), ("18-49", "w", 21), ("50-59", "m", 12), ("50-59", "w", 11), ("65+", "m", 3))


def test_small_cells_become_0_or_k_and_the_sum_is_the_published_total() -> None:
    ergebnis = schuetze(zellen(roh(*GROSS)), {TAG: genau(77)})
    assert ergebnis is not None
    gezeigt = werte(ergebnis)
    assert ergebnis.angaben.altersgruppen == tuple(FEIN)
    assert ergebnis.angaben.geschlechter == SEXE
    assert gezeigt["65+", "m"] in (0, 5)
    assert gezeigt["60-64", "w"] == 0
    assert sum(gezeigt.values()) == 77
    assert abs(gezeigt["18-49", "m"] - 30) <= 2


def test_a_rounded_total_is_fitted_to_as_it_is_shown() -> None:
    ergebnis = schuetze(zellen(roh(*GROSS)), {TAG: Gesamt(80, 76, 84)})
    assert ergebnis is not None
    assert sum(werte(ergebnis).values()) == 80


def test_sex_is_dropped_first_then_ages_are_joined_then_nothing_is_published() -> None:
    raster = moegliche_raster(zellen(roh(*GROSS)), BEIDE, ERWACHSENE)
    assert [(tuple(p or {}), g) for p, g in raster] == [
        (tuple(FEIN), SEXE),
        (tuple(FEIN), ()),
        (("18-64", "65+"), ()),
    ]
    # No cell is large enough to hide the remainder of an exact total; without sex there are three.
    ohne_geschlecht = zellen(roh(("18-49", "m", 4), ("18-49", "w", 5), ("50-59", "m", 4), ("50-59", "w", 5)))
    mehr = zellen(ohne_geschlecht, roh(("60-64", "m", 4), ("60-64", "w", 5), ("65+", "m", 2)))
    ergebnis = schuetze(mehr, {TAG: genau(29)})
    assert ergebnis is not None
    assert (ergebnis.angaben.altersgruppen, ergebnis.angaben.geschlechter) == (tuple(FEIN), ("insgesamt",))
    # Exactly known and no cell above k but one: nothing can be shown.
    assert schuetze(zellen(roh(("18-49", "m", 40), ("65+", "w", 3))), {TAG: genau(43)}) is None
    # Joined ages have no small cell left, so nothing needs to hide.
    grob = zellen(roh(("18-49", "m", 40), ("50-59", "w", 3), ("65+", "w", 7)))
    ergebnis = schuetze(grob, {TAG: genau(50)})
    assert ergebnis is not None
    assert werte(ergebnis) == {("18-64", "insgesamt"): 43, ("65+", "insgesamt"): 7}


def test_the_choice_holds_for_all_stichtage_alike() -> None:
    knapp = roh(("18-49", "m", 40), ("50-59", "w", 3), ("65+", "w", 7), tag=FRUEHER)
    allein = schuetze(zellen(roh(*GROSS)), {TAG: genau(77)})
    assert allein is not None
    assert len(allein.angaben.altersgruppen) * len(allein.angaben.geschlechter) == 16
    # With ages joined the newer day has one small cell beside a single large one.
    assert schuetze(zellen(knapp, roh(*GROSS)), {FRUEHER: genau(50), TAG: genau(77)}) is None
    mehr = schuetze(zellen(knapp, roh(*GROSS, ("65+", "w", 9))), {FRUEHER: genau(50), TAG: genau(86)})
    assert mehr is not None
    assert (mehr.angaben.altersgruppen, mehr.angaben.geschlechter) == (("18-64", "65+"), ("insgesamt",))


def test_only_what_every_stichtag_has_is_broken_down() -> None:
    ohne_geschlecht = roh(("18-64", "insgesamt", 60), ("65+", "insgesamt", 20), tag=FRUEHER)
    raster = moegliche_raster(zellen(ohne_geschlecht, roh(*GROSS)), BEIDE, ERWACHSENE)
    assert [(tuple(p or {}), g) for p, g in raster] == [(("18-64", "65+"), ())]
    ohne_alter = roh(("insgesamt", "m", 60), ("18+", "w", 20), tag=FRUEHER)
    raster = moegliche_raster(zellen(ohne_alter, roh(*GROSS)), BEIDE, ERWACHSENE)
    assert raster == [(None, SEXE)]
    beides = roh(("insgesamt", "insgesamt", 60), tag=FRUEHER)
    assert moegliche_raster(zellen(beides, roh(*GROSS)), BEIDE, ERWACHSENE) == []
    assert schuetze(zellen(beides, roh(*GROSS)), {FRUEHER: genau(60), TAG: genau(77)}) is None


def test_rows_of_0_do_not_stand_against_a_breakdown() -> None:
    leer = roh(("insgesamt", "insgesamt", 0))
    assert moegliche_raster(zellen(leer, roh(*GROSS)), ("altersgruppe",), ERWACHSENE)[0][0] is not None


def test_what_did_not_change_keeps_its_number() -> None:
    alt = schuetze(zellen(roh(*GROSS)), {TAG: genau(77)})
    assert alt is not None
    frueher = Frueher(alt.angaben, alt.wuerfel, alt.wahrwuerfel())
    wieder = gliedere(zellen(roh(*GROSS)), {TAG: genau(77)}, (), ERWACHSENE, "herkunft", K, b"anders", frueher)
    assert wieder is not None
    assert wieder.wuerfel.equals(alt.wuerfel)
    neu = zellen(roh(*GROSS[:-1], ("60-64", "w", 7), ("65+", "m", 3)))
    geaendert = gliedere(neu, {TAG: genau(84)}, (), ERWACHSENE, "herkunft", K, b"anders", frueher)
    assert geaendert is not None
    ungleich = {z for z, w in werte(alt).items() if werte(geaendert)[z] != w}
    assert ungleich == {("60-64", "w")}


def test_the_grid_of_the_cube_before_stays() -> None:
    alt = schuetze(zellen(roh(*GROSS)), {TAG: Gesamt(77, 73, 81)}, ("altersgruppe",))
    assert alt is not None
    frueher = Frueher(alt.angaben, alt.wuerfel, alt.wahrwuerfel())
    neu = schuetze(zellen(roh(*GROSS)), {TAG: Gesamt(77, 73, 81)}, BEIDE, frueher)
    assert neu is not None
    assert neu.angaben == alt.angaben
    groeber = zellen(roh(("18-64", "m", 60), ("65+", "w", 17)))
    assert schuetze(groeber, {TAG: Gesamt(77, 73, 81)}, BEIDE, frueher) is None


def test_the_parts_of_ages_nest() -> None:
    assert gemeinsame_partition(["18+"], *ERWACHSENE) is None
    assert gemeinsame_partition(["0-6", "7-17"], 0, 17) == {"0-6": ("0-6",), "7-17": ("7-17",)}
    assert grobe_partition({"0-6": ("0-6",), "7-17": ("7-17",)}) is None
    assert gemeinsame_partition(["18-59", "60+"], *ERWACHSENE) == {"18-59": ("18-59",), "60+": ("60+",)}
    assert grobe_partition({"18-59": ("18-59",), "60+": ("60+",)}) is None
    assert fasse_gruppen(["18-64", "65+"], ["18-49", "50-64", "65+"], *ERWACHSENE) is not None
    assert fasse_gruppen(["18-64", "65+"], ["18+"], *ERWACHSENE) is None


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.integers(0, 40), min_size=8, max_size=8), min_size=1, max_size=3),
    st.integers(-4, 4),
    st.binary(min_size=1, max_size=4),
)
def test_laws_of_every_published_breakdown(tafeln: list[list[int]], daneben: int, schluessel: bytes) -> None:
    tage = [date(2020 + n, 12, 31) for n in range(len(tafeln))]
    teile = [
        roh(*zip([a for a in FEIN for _ in "mw"], ["m", "w"] * 4, tafel, strict=True), tag=tag)
        for tag, tafel in zip(tage, tafeln, strict=True)
    ]
    rohe = zellen(*teile)
    gesamt = {
        tag: Gesamt(shown, max(0, shown - 4), shown + 4) if daneben else genau(shown)
        for tag, tafel in zip(tage, tafeln, strict=True)
        for shown in [max(0, sum(tafel) + daneben)]
    }
    ergebnis = gliedere(rohe, gesamt, BEIDE, ERWACHSENE, "herkunft", K, schluessel)
    nochmal = gliedere(rohe.sort("anzahl", "altersgruppe"), gesamt, BEIDE, ERWACHSENE, "herkunft", K, schluessel)
    if ergebnis is None:
        assert nochmal is None
        return
    assert nochmal is not None
    assert ergebnis.wuerfel.equals(nochmal.wuerfel)
    alter, sexe = len(ergebnis.angaben.altersgruppen), len(ergebnis.angaben.geschlechter)
    for tag in tage:
        wahr, gezeigt = (v[tag].reshape(alter, sexe) for v in (ergebnis.wahr, ergebnis.gezeigt))
        assert gezeigt.sum() == gesamt[tag].wert
        assert wahr.sum() == sum(tafeln[tage.index(tag)])
        assert not np.isin(gezeigt, range(1, K)).any()
        assert (gezeigt[wahr == 0] == 0).all()
        assert (np.abs(gezeigt - wahr)[wahr >= K] <= K // 2).all()
        if sexe > 1:
            assert np.abs((gezeigt - wahr).sum(axis=0)).max() < K
            assert np.abs((gezeigt - wahr).sum(axis=1)).max() < K


@pytest.mark.parametrize("merkmale", [("geschlecht",), ("altersgruppe",)])
def test_one_of_the_two_alone(merkmale: tuple[str, ...]) -> None:
    ergebnis = schuetze(zellen(roh(*GROSS)), {TAG: Gesamt(77, 73, 81)}, merkmale)
    assert ergebnis is not None
    gezeigt = werte(ergebnis)
    if merkmale == ("geschlecht",):
        assert gezeigt == {("insgesamt", g): n for g, n in zip(SEXE, (45, 32, 0, 0), strict=True)}
    else:
        assert gezeigt["65+", "insgesamt"] in (0, 5)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 30), min_size=8, max_size=8))
def test_whoever_knows_the_exact_total_and_all_bounds_finds_out_no_small_cell(tafel: list[int]) -> None:
    rohe = zellen(roh(*zip([a for a in FEIN for _ in "mw"], ["m", "w"] * 4, tafel, strict=True)))
    ergebnis = schuetze(rohe, {TAG: genau(sum(tafel))})
    if ergebnis is None:
        return
    angaben = ergebnis.angaben
    gezeigt, wissen = werte(ergebnis), Wissen()
    for zelle, wert in gezeigt.items():
        wissen.learn(zelle, *zellspanne(wert, angaben))
    wissen.learn_sum(gezeigt, von=sum(tafel), bis=sum(tafel))
    if len(angaben.geschlechter) > 1 and len(angaben.altersgruppen) > 1:
        for stelle, namen in enumerate((angaben.altersgruppen, angaben.geschlechter)):
            for name in namen:
                rand = [zelle for zelle in gezeigt if zelle[stelle] == name]
                summe = sum(gezeigt[zelle] for zelle in rand)
                wissen.learn_sum(rand, von=summe - K + 1, bis=summe + K - 1)
    assert attack(wissen, [Ziel(zelle, K) for zelle, wert in gezeigt.items() if wert <= K]) == []
