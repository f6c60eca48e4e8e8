"""The synthetic case numbers: inside their corridors, smooth, the same everywhere (sanity checks of the domain)."""

from functools import cache
from hashlib import sha256

import dataframely as dy
import polars as pl
import pytest

from data_access.demo.bevoelkerung import einwohner
from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.gebiete import andere_kreise
from data_access.demo.quellen import JAHRE, KREISE, gemeinden
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen
from models.zustaendigkeit import vereinbart

UNNA, WMK = KREISE
ANZAHL = pl.col("anzahl")
JAHR = pl.col("stichtag").dt.year()
HERKUNFT, ORT = pl.col("herkunft"), pl.col("leistungsort")

KORRIDORE_2024 = {
    (UNNA, "lb_bwf"): (880, 980),
    (UNNA, "lb_awf"): (1600, 1850),
    (UNNA, "lb_wfbm"): (1550, 1680),
    (UNNA, "minderjaehrige_egh"): (1100, 1600),
    (UNNA, "lb_p67_ambulant"): (200, 300),
    (WMK, "lb_bwf"): (220, 320),
    (WMK, "lb_awf"): (320, 420),
    (WMK, "lb_wfbm"): (320, 440),
    (WMK, "minderjaehrige_egh"): (250, 400),
    (WMK, "lb_p67_ambulant"): (45, 75),
}
ALTE = sorted({grundzahl for _, grundzahl in KORRIDORE_2024})
JE_GRUNDZAHL = pytest.mark.parametrize(("kreis", "grundzahl"), list(KORRIDORE_2024))
JE_KREIS = pytest.mark.parametrize("kreis", KREISE)


@cache
def _zellen(kreis: str) -> dy.DataFrame[Rohzellen]:
    return fallzahlen(kreis)


def _reihe(kreis: str, grundzahl: str, auswahl: pl.Expr) -> list[int]:
    """Persons of the chosen cells, one number a year."""
    zellen = _zellen(kreis).filter(pl.col("grundzahl") == grundzahl)
    return [int(zellen.filter(jahr == JAHR, auswahl)["anzahl"].sum()) for jahr in JAHRE]


def _summen(kreis: str, grundzahl: str) -> dict[str, list[int]]:
    return {
        "herkunft": _reihe(kreis, grundzahl, HERKUNFT.str.starts_with(kreis)),
        "leistungsort": _reihe(kreis, grundzahl, ORT.str.starts_with(kreis)),
    }


def _anteil(kreis: str, grundzahl: str, auswahl: pl.Expr) -> list[float]:
    """Share of the chosen cells in all persons with Herkunft in the Kreis, one number a year."""
    gesamt = _summen(kreis, grundzahl)["herkunft"]
    teile = _reihe(kreis, grundzahl, HERKUNFT.str.starts_with(kreis) & auswahl)
    return [teil / ganz for teil, ganz in zip(teile, gesamt, strict=True)]


@JE_KREIS
def test_every_grundzahl_has_every_stichtag(kreis: str) -> None:
    paare = _zellen(kreis).group_by("grundzahl").agg(JAHR.unique().sort()).iter_rows()
    seit = {"lb_bfa": 2018, "schulabgaenger_folgejahr": 2022, "lb_regelaltersgrenze": 2022}
    erwartet = {g: [j for j in JAHRE if j >= seit.get(g, 0)] for g in GRUNDZAHLEN if vereinbart(g, kreis)}
    if kreis == WMK:
        erwartet["schulabgaenger_folgejahr"].append(2025)
    assert dict(paare) == erwartet


@JE_KREIS
def test_cells_are_unique_counted_and_in_known_places(kreis: str) -> None:
    alle = _zellen(kreis)
    assert alle.select("grundzahl", "stichtag", "herkunft", "leistungsort").is_duplicated().sum() == 0
    kreisweise = [g for g in GRUNDZAHLEN if GRUNDZAHLEN[g].nur_kreis]
    assert set(alle.filter(pl.col("grundzahl").is_in(kreisweise))["herkunft"]) == {kreis}
    zellen = alle.filter(HERKUNFT != "-", ORT != "-")
    assert zellen.select("grundzahl", "stichtag", "herkunft", "leistungsort").is_duplicated().sum() == 0
    assert zellen.filter(ANZAHL.is_null() | (ANZAHL < 1)).is_empty()
    assert zellen.filter(pl.col("zeichen").is_not_null()).is_empty()
    bewohnt = {g.ags for g in gemeinden(kreis) if g.einwohner}
    bekannt = bewohnt | set(andere_kreise()) | {"unbekannt"}
    assert set(zellen["herkunft"]) | set(zellen["leistungsort"]) <= bekannt
    assert bewohnt <= set(zellen["herkunft"])
    aussen = zellen.filter(~HERKUNFT.is_in(list(bewohnt)) & ~ORT.is_in(list(bewohnt)))
    assert aussen.is_empty()


@JE_KREIS
def test_nobody_comes_from_or_is_served_in_the_gutsbezirk(kreis: str) -> None:
    zellen = _zellen(kreis)
    assert "06636200" not in {*zellen["herkunft"], *zellen["leistungsort"]}


@JE_GRUNDZAHL
def test_2024_lies_in_the_corridor_by_herkunft_and_by_leistungsort(kreis: str, grundzahl: str) -> None:
    unten, oben = KORRIDORE_2024[kreis, grundzahl]
    for reihe in _summen(kreis, grundzahl).values():
        assert unten <= reihe[-1] <= oben


@pytest.mark.parametrize(("kreis", "unten", "oben"), [(UNNA, 0.63, 0.66), (WMK, 0.55, 0.62)])
def test_the_share_of_awf_lies_in_its_corridor(kreis: str, unten: float, oben: float) -> None:
    awf, bwf = (_summen(kreis, g)["herkunft"][-1] for g in ("lb_awf", "lb_bwf"))
    assert unten <= awf / (awf + bwf) <= oben


@pytest.mark.parametrize(
    ("grundzahl", "alter_bis", "unten", "oben"),
    [("lb_bwf", 200, 0.0, 6.0), ("lb_awf", 200, 1.0, 8.0), ("lb_wfbm", 64, 2.0, 7.0)],
)
@JE_KREIS
def test_rates_per_1000_adults_are_plausible(
    kreis: str, grundzahl: str, alter_bis: int, unten: float, oben: float
) -> None:
    nenner = einwohner().filter(
        pl.col("ags").str.starts_with(kreis),
        pl.col("geschlecht") != "insgesamt",
        pl.col("alter_von") >= 18,
        pl.col("alter_bis").fill_null(200) <= alter_bis,
    )
    for reihe in _summen(kreis, grundzahl).values():
        for jahr, anzahl in zip(JAHRE, reihe, strict=True):
            rate = anzahl / nenner.filter(jahr == JAHR)["anzahl"].sum() * 1000
            assert unten < rate < oben, (jahr, rate)


@JE_GRUNDZAHL
def test_no_kreis_total_jumps_by_more_than_15_percent(kreis: str, grundzahl: str) -> None:
    for reihe in _summen(kreis, grundzahl).values():
        assert all(abs(b / a - 1) <= 0.15 for a, b in zip(reihe, reihe[1:], strict=False))


@JE_GRUNDZAHL
def test_no_large_gemeinde_jumps_by_more_than_15_percent_without_a_declared_break(kreis: str, grundzahl: str) -> None:
    for g in gemeinden(kreis):
        reihe = _reihe(kreis, grundzahl, HERKUNFT.eq(g.ags))
        for jahr, a, b in zip(JAHRE[1:], reihe, reihe[1:], strict=False):
            if min(a, b) >= 50 and (grundzahl, jahr) != ("lb_awf", 2021):
                assert abs(b / a - 1) <= 0.15, (g.name, jahr, a, b)


@JE_GRUNDZAHL
def test_inside_outside_and_unknown_make_the_total(kreis: str, grundzahl: str) -> None:
    von_hier = HERKUNFT.str.starts_with(kreis)
    innen = _reihe(kreis, grundzahl, von_hier & ORT.str.starts_with(kreis))
    aussen = _reihe(kreis, grundzahl, von_hier & (ORT.str.len_chars() == 5))
    unbekannt = _reihe(kreis, grundzahl, von_hier & (ORT == "unbekannt"))
    gesamt = _summen(kreis, grundzahl)["herkunft"]
    assert [sum(teile) for teile in zip(innen, aussen, unbekannt, strict=True)] == gesamt


@pytest.mark.parametrize(("kreis", "unten", "oben"), [(UNNA, 0.55, 0.75), (WMK, 0.45, 0.70)])
def test_the_binnenquote_of_bwf_lies_in_its_corridor(kreis: str, unten: float, oben: float) -> None:
    for anteil in _anteil(kreis, "lb_bwf", ORT.str.starts_with(kreis)):
        assert unten <= anteil <= oben


@pytest.mark.parametrize(("kreis", "unten"), [(UNNA, 0.95), (WMK, 0.9)])
def test_awf_is_served_at_home(kreis: str, unten: float) -> None:
    assert min(_anteil(kreis, "lb_awf", HERKUNFT == ORT)) >= unten


@JE_KREIS
def test_minors_are_mostly_served_at_home(kreis: str) -> None:
    assert min(_anteil(kreis, "minderjaehrige_egh", HERKUNFT == ORT)) >= 0.85


@pytest.mark.parametrize(("grundzahl", "hoechstens"), [("lb_wfbm", 5), ("lb_p67_ambulant", 5)])
@JE_KREIS
def test_workshops_and_help_under_67_are_in_a_few_towns(kreis: str, grundzahl: str, hoechstens: int) -> None:
    orte = _zellen(kreis).filter(pl.col("grundzahl") == grundzahl, ORT.str.starts_with(kreis))["leistungsort"]
    assert 3 <= orte.n_unique() <= hoechstens
    querende = _anteil(kreis, grundzahl, ORT.str.starts_with(kreis) & (HERKUNFT != ORT))
    assert min(querende) > 0.2


@pytest.mark.parametrize(
    ("grundzahl", "steigt"),
    [("lb_bwf", False), ("lb_awf", True), ("minderjaehrige_egh", True), ("lb_p67_ambulant", True)],
)
@JE_KREIS
def test_stocks_move_in_the_known_direction(kreis: str, grundzahl: str, steigt: bool) -> None:
    reihe = _summen(kreis, grundzahl)["herkunft"]
    schritte = [b - a for a, b in zip(reihe, reihe[1:], strict=False)]
    assert all(s > 0 for s in schritte) if steigt else all(s <= 0 for s in schritte)


@JE_KREIS
def test_the_werkstatt_falls_slowly_since_2020(kreis: str) -> None:
    reihe = _summen(kreis, "lb_wfbm")["herkunft"]
    assert max(reihe) == reihe[4]
    assert all(-0.02 < b / a - 1 < 0 for a, b in zip(reihe[4:], reihe[5:], strict=False))


@JE_KREIS
def test_the_breaks_of_2020_and_2021_are_visible(kreis: str) -> None:
    awf, bwf = (_summen(kreis, g)["herkunft"] for g in ("lb_awf", "lb_bwf"))
    wachstum = {jahr: b / a - 1 for jahr, a, b in zip(JAHRE[1:], awf, awf[1:], strict=False)}
    sonst = max(wachstum[jahr] for jahr in (2018, 2019, 2022, 2023, 2024))
    assert 0.045 < wachstum[2021] - sonst < 0.07
    assert bwf[4] - bwf[3] == min(b - a for a, b in zip(bwf, bwf[1:], strict=False))


@JE_GRUNDZAHL
def test_cells_stay_much_as_they_were(kreis: str, grundzahl: str) -> None:
    zellen = _zellen(kreis).filter(pl.col("grundzahl") == grundzahl)
    schluessel = ["herkunft", "leistungsort"]
    for jahr in JAHRE[1:]:
        vorher, nachher = (zellen.filter(j == JAHR).select(*schluessel, "anzahl") for j in (jahr - 1, jahr))
        paare = vorher.join(nachher, on=schluessel)
        geblieben = paare.select(pl.min_horizontal("anzahl", "anzahl_right").sum()).item()
        assert geblieben / vorher["anzahl"].sum() >= 0.85


@pytest.mark.parametrize("grundzahl", ["lb_bwf", "lb_awf", "lb_wfbm"])
@JE_KREIS
def test_large_cells_inside_outwards_and_inwards_can_carry_the_remainder_of_the_kreis_totals(
    kreis: str, grundzahl: str
) -> None:
    # Exact totals need a cell of k+1+c in each block at every Stichtag (analysis.geheimhaltung): two, with 2 to spare.
    k = GRUNDZAHLEN[grundzahl].k
    zellen = _zellen(kreis).filter(pl.col("grundzahl") == grundzahl)
    # Only Kreise with 2k persons at every Stichtag have cells of their own, the others are joined.
    je_kreis = pl.concat([zellen.select("stichtag", "anzahl", anderer=ort) for ort in (HERKUNFT, ORT)])
    je_tag = je_kreis.filter(pl.col("anderer").str.len_chars() == 5).group_by("anderer", "stichtag").agg(ANZAHL.sum())
    tage = je_tag.filter(ANZAHL.ge(2 * k)).group_by("anderer").len()
    genannt = tage.filter(pl.col("len") == len(JAHRE))["anderer"].to_list()
    von_hier, hier = HERKUNFT.str.starts_with(kreis), ORT.str.starts_with(kreis)
    bloecke = {
        "innen": von_hier & hier,
        "hinaus": von_hier & ORT.is_in(genannt),
        "herein": HERKUNFT.is_in(genannt) & hier,
    }
    for jahr in JAHRE:
        gross = zellen.filter(jahr == JAHR, ANZAHL.ge(k + 1 + k // 2 + 2))
        traeger = {block: gross.filter(auswahl).height for block, auswahl in bloecke.items()}
        assert min(traeger.values()) >= 2, (jahr, traeger)


def _byar(anzahl: int) -> tuple[float, float]:
    """95 % interval of a count."""
    oben = anzahl + 1
    return (
        anzahl * (1 - 1 / (9 * anzahl) - 1.96 / (3 * anzahl**0.5)) ** 3,
        oben * (1 - 1 / (9 * oben) + 1.96 / (3 * oben**0.5)) ** 3,
    )


@pytest.mark.parametrize("grundzahl", ["lb_bwf", "lb_awf", "lb_wfbm", "minderjaehrige_egh"])
@JE_KREIS
def test_some_gemeinden_lie_clearly_above_the_kreis_and_none_far_away(kreis: str, grundzahl: str) -> None:
    bewohnt = [g for g in gemeinden(kreis) if g.einwohner]
    kreisrate = _summen(kreis, grundzahl)["herkunft"][-1] / sum(g.einwohner for g in bewohnt)
    erwartet = {g.ags: kreisrate * g.einwohner for g in bewohnt}
    anzahl = {g.ags: _reihe(kreis, grundzahl, HERKUNFT.eq(g.ags))[-1] for g in bewohnt}
    darueber = [ags for ags in anzahl if anzahl[ags] and _byar(anzahl[ags])[0] > erwartet[ags]]
    assert 1 <= len(darueber) <= len(bewohnt) / 2
    assert all(anzahl[ags] < 2.2 * erwartet[ags] for ags in anzahl)


def test_in_the_small_kreis_most_cells_are_small() -> None:
    klein = _zellen(WMK).filter(pl.col("grundzahl").is_in(ALTE)).group_by("grundzahl").agg(anteil=(ANZAHL < 5).mean())
    assert all(0.5 < anteil < 0.95 for anteil in klein["anteil"])


def test_each_cell_has_the_sender_who_pays() -> None:
    je_absender = pl.concat([_zellen(UNNA), _zellen(WMK)]).with_columns(
        hessen=pl.col("absender").str.contains("Hessen|Werra"),
        kreis=pl.col("absender").str.contains("Kreis|kreis"),
    )
    assert je_absender["absender"].str.ends_with(" (synthetische Daten)").all()
    kreis_zahlt = je_absender.filter("kreis").group_by("hessen").agg(pl.col("grundzahl").unique().sort()).sort("hessen")
    assert kreis_zahlt["grundzahl"].to_list() == [
        ["lb_schulbegleitung", "minderjaehrige_egh"],
        [
            "lb_fruehfoerderung",
            "lb_regelaltersgrenze",
            "lb_schulbegleitung",
            "minderjaehrige_egh",
            "schulabgaenger_folgejahr",
        ],
    ]
    traeger = je_absender.filter(~pl.col("kreis"))
    assert "minderjaehrige_egh" in set(traeger.filter(~pl.col("hessen"))["grundzahl"])
    assert "minderjaehrige_egh" not in set(traeger.filter("hessen")["grundzahl"])


@pytest.mark.parametrize("kreis", ["05913", "5978", ""])
def test_another_kreis_is_refused_with_the_possible_ones(kreis: str) -> None:
    with pytest.raises(ValueError, match=f"Kreis {kreis} .* 05978 und 06636"):
        fallzahlen(kreis)


@pytest.mark.parametrize(
    ("kreis", "pruefsumme"),
    [
        (UNNA, "c7c16fb984e1ab31aec2eb436ba2219f57398cb75e0781f8b59c1943bd93babc"),
        (WMK, "50daaf95d95a3b101b5bd9601337b076c1a519f66c2145b8e5b6d550e8f1fd1b"),
    ],
)
def test_every_machine_gets_the_same_cells(kreis: str, pruefsumme: str) -> None:
    """The five first Grundzahlen, unchanged since the first release; streams of the others are independent."""
    zellen = _zellen(kreis).filter(pl.col("grundzahl").is_in(ALTE))
    assert sha256(zellen.write_csv(separator=";").encode()).hexdigest() == pruefsumme
