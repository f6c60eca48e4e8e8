"""What may be said: a development over time, areas against the Kreis."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, entwicklung, gegen_kreis, hat_zahl, messungen
from models.rahmen import Gebietswerte


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def messung(wert: float | None, jahr: int = 2024, *, rand: float = 2.0, **felder: object) -> Messung:
    """A value with an interval of `rand` to both sides."""
    fertig = Messung(
        gebiet="a",
        name="Altdorf",
        stichtag=date(jahr, 12, 31),
        wert=wert,
        von=wert,
        bis=wert,
        unten=None if wert is None else wert - rand,
        oben=None if wert is None else wert + rand,
        status="gezeigt" if wert is not None else "nicht_geliefert",
        zaehler=None,
        nenner=None,
        basis="",
    )
    return replace(fertig, **felder)  # type: ignore[arg-type]


def test_a_row_becomes_a_measurement_by_area_or_by_stichtag() -> None:
    grund: dict[str, object] = dict.fromkeys(Gebietswerte.column_names(), "x")
    zeilen = [
        grund
        | {
            "gebiet": g,
            "name": g.upper(),
            "stichtag": date(j, 12, 31),
            "wert": 1.0 * j,
            "von": 1.0 * j,
            "bis": 1.0 * j,
            "status": "gezeigt",
            "zaehler": j,
            "nenner": None,
        }
        for g in ("b", "a")
        for j in (2024, 2023)
    ]
    werte = Gebietswerte.validate(pl.DataFrame(zeilen, schema=Gebietswerte.create_empty().schema), cast=True)
    eine = messungen(werte, satz("einwohner"), gebiet="a")
    assert [(m.gebiet, m.stichtag.year, m.wert, m.unten, m.oben) for m in eine] == [
        ("a", 2023, 2023, 2023, 2023),
        ("a", 2024, 2024, 2024, 2024),
    ]
    am_tag = messungen(werte, satz("einwohner"), stichtag=date(2024, 12, 31))
    assert [m.name for m in am_tag] == ["A", "B"]
    assert len(messungen(werte, satz("einwohner"))) == 4


@pytest.mark.parametrize(
    ("status", "wert", "zaehlt"),
    [
        ("gezeigt", 3.0, True),
        ("geschuetzt", 0.0, True),
        ("geschuetzt", None, False),
        ("keine_angabe", 3.0, False),
        ("nicht_geliefert", None, False),
        ("nicht_anwendbar", None, False),
    ],
)
def test_only_shown_and_protected_counts_are_numbers(status: str, wert: float | None, zaehlt: bool) -> None:
    assert hat_zahl(messung(wert, status=status)) is zaehlt


def test_exact_is_what_rounding_did_not_blur() -> None:
    assert messung(10.0).exakt
    assert not messung(10.0, von=6.0, bis=14.0).exakt
    assert not messung(None, von=None, bis=None).exakt


def test_a_development_goes_from_the_first_value_after_the_last_break() -> None:
    """`lb_awf` breaks in 2020 and 2021."""
    reihe = [messung(100.0 + j, j) for j in range(2016, 2025)]
    stand = entwicklung(reihe, satz("lb_awf"), date(2024, 12, 31))
    assert stand is not None
    assert stand.frueher is not None
    assert (stand.jetzt.stichtag.year, stand.frueher.stichtag.year) == (2024, 2021)
    ohne_bruch = entwicklung(reihe, satz("lb_wfbm"), date(2022, 12, 31))
    assert ohne_bruch is not None
    assert ohne_bruch.frueher is not None
    assert (ohne_bruch.jetzt.stichtag.year, ohne_bruch.frueher.stichtag.year) == (2022, 2016)


@pytest.mark.parametrize(
    ("frueher", "urteil"),
    [(90.0, Unterschied.HOEHER), (110.0, Unterschied.NIEDRIGER), (103.0, Unterschied.UNSICHER)],
)
def test_a_change_is_sure_only_beyond_both_intervals(frueher: float, urteil: Unterschied) -> None:
    stand = entwicklung([messung(frueher, 2021), messung(100.0, 2024)], satz("lb_awf"), date(2024, 12, 31))
    assert stand is not None
    assert stand.urteil == urteil


def test_without_a_value_at_the_stichtag_there_is_no_development() -> None:
    reihe = [messung(100.0, 2023), messung(None, 2024)]
    assert entwicklung(reihe, satz("lb_awf"), date(2024, 12, 31)) is None
    assert entwicklung([], satz("lb_awf"), date(2024, 12, 31)) is None


def test_a_first_value_is_compared_with_nothing() -> None:
    stand = entwicklung([messung(90.0, 2020), messung(100.0, 2021)], satz("lb_awf"), date(2021, 12, 31))
    assert stand is not None
    assert (stand.frueher, stand.urteil) == (None, Unterschied.KEIN_VERGLEICH)


@pytest.mark.parametrize("slug", ["einwohner", "ausserhalb_besonderer_wohnform"])
def test_a_value_on_another_basis_is_not_compared(slug: str) -> None:
    """The step from one census to the next is no change of what is counted."""
    reihe = [
        messung(1000.0, 2021, basis="zensus2011"),
        messung(990.0, 2022, basis="zensus2022"),
        messung(995.0, 2024, basis="zensus2022"),
    ]
    stand = entwicklung(reihe, satz(slug), date(2024, 12, 31))
    assert stand is not None
    assert stand.frueher is not None
    assert stand.frueher.stichtag.year == 2022


def test_areas_are_judged_against_the_kreis_the_farthest_first() -> None:
    gebiete = [
        messung(wert, gebiet=name, name=name)
        for name, wert in (("gleich", 11.0), ("hoch", 20.0), ("hoeher", 30.0), ("tief", 3.0), ("tiefer", 1.0))
    ]
    ergebnis = gegen_kreis([*gebiete, messung(None, name="fehlt")], messung(10.0, name="Kreis"))
    assert [m.name for m in ergebnis.darueber] == ["hoeher", "hoch"]
    assert [m.name for m in ergebnis.darunter] == ["tiefer", "tief"]
    assert [m.name for m in ergebnis.gezeigt] == ["hoeher", "hoch", "gleich", "tief", "tiefer"]


def test_without_the_kreis_nobody_is_above_or_below() -> None:
    ergebnis = gegen_kreis([messung(20.0)], None)
    assert (ergebnis.darueber, ergebnis.darunter, len(ergebnis.gezeigt)) == ((), (), 1)
