"""What holds for every chart in every mode."""

import json
import time
from collections.abc import Iterator
from typing import Any

import altair as alt
import pytest
import vl_convert

from presentation.charts.diagramm import Diagramm
from presentation.charts.vorlagen import baue_vorlagen
from presentation.farben import MODI, Modus

ARTEN = ("verlauf", "verlauf_klein", "rangfolge", "legende", "karte", "karte_kompakt", "karte_mit_geometrie") + (
    "zeichen",
    "zeichen_als_balken",
    "besuch",
    "zwei_sichten",
    "streifen",
    "leitreihen",
)
NUR_PAPIER = "leitreihen"
"""Never on the screen."""


def _texte(teil: Any) -> Iterator[str]:
    if isinstance(teil, dict):
        for schluessel, wert in teil.items():
            if schluessel != "$schema":
                yield from _texte(wert)
    elif isinstance(teil, list):
        for wert in teil:
            yield from _texte(wert)
    elif isinstance(teil, str):
        yield teil


def test_every_kind_has_an_example(beispiele: dict[str, Any]) -> None:
    assert tuple(beispiele) == ARTEN


@pytest.mark.parametrize("art", ARTEN)
def test_a_filled_specification_is_valid_vega_lite(beispiele: dict[str, Any], art: str) -> None:
    alt.LayerChart.from_dict(beispiele[art]("hell").spec)


@pytest.mark.parametrize("modus", MODI)
@pytest.mark.parametrize("art", ARTEN)
def test_a_specification_draws_and_asks_no_foreign_host(beispiele: dict[str, Any], art: str, modus: Modus) -> None:
    spec = beispiele[art](modus).spec
    assert not [text for text in _texte(spec) if "http:" in text or "https:" in text or text.startswith("//")]
    assert not [text for text in _texte(spec) if text.startswith("@")]
    if art not in ("karte", "karte_kompakt"):
        assert "<svg" in vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])


@pytest.mark.parametrize("art", [a for a in ARTEN if a != NUR_PAPIER])
def test_streamlit_finds_what_it_needs(beispiele: dict[str, Any], art: str) -> None:
    """Guards against a blank chart: Streamlit writes into `padding` and takes top-level data through Arrow."""
    diagramm: Diagramm = beispiele[art]("hell")
    assert isinstance(diagramm.spec["padding"], dict)
    assert "data" not in diagramm.spec
    assert "datasets" not in diagramm.spec
    assert "description" not in diagramm.spec
    assert diagramm.spec["autosize"] == {"type": "fit", "contains": "padding"}
    assert diagramm.alt.endswith(".")
    json.dumps(diagramm.spec, allow_nan=False)


@pytest.mark.parametrize("art", [a for a in ARTEN if a != "karte_mit_geometrie"])
def test_no_mark_and_no_axis_speaks_english_to_a_screen_reader(beispiele: dict[str, Any], art: str) -> None:
    spec = beispiele[art]("hell").spec

    def marken(teil: Any) -> Iterator[dict[str, Any]]:
        if isinstance(teil, dict):
            if isinstance(teil.get("mark"), dict):
                yield teil["mark"]
            for wert in teil.values():
                yield from marken(wert)
        elif isinstance(teil, list):
            for wert in teil:
                yield from marken(wert)

    assert all(marke["aria"] is False for marke in marken(spec))
    assert spec["config"]["axis"]["aria"] is False


@pytest.mark.parametrize("art", ARTEN)
def test_putting_values_in_takes_less_than_five_milliseconds(beispiele: dict[str, Any], art: str) -> None:
    baue_vorlagen(("hell",))
    dauern = []
    for _ in range(30):
        anfang = time.perf_counter()
        beispiele[art]("hell")
        dauern.append(time.perf_counter() - anfang)
    assert min(dauern) < 0.005


@pytest.mark.parametrize("art", ARTEN)
def test_a_second_chart_does_not_change_the_first(beispiele: dict[str, Any], art: str) -> None:
    erste = beispiele[art]("hell")
    vorher = json.dumps(erste.spec)
    for anderes in beispiele.values():
        anderes("hell")
    assert json.dumps(erste.spec) == vorher


@pytest.mark.parametrize("art", ARTEN)
def test_protected_rows_carry_no_value(beispiele: dict[str, Any], art: str) -> None:
    """The examples hide 9.87654 behind the status `geschuetzt`."""
    diagramm: Diagramm = beispiele[art]("hell")
    assert "9.87" not in json.dumps(diagramm.spec)
    assert "9,9" not in diagramm.alt
    assert "9,88" not in diagramm.alt


def test_a_specification_names_unknown_data_and_parameters(beispiele: dict[str, Any]) -> None:
    from presentation.charts.rangfolge import rangfolge_vorlage

    leer: dict[str, Any] = {"values": []}
    vorlage = rangfolge_vorlage("hell")
    with pytest.raises(KeyError, match="fremd"):
        vorlage.gefuellt({"balken": leer, "bezug": leer, "fremd": leer})
    with pytest.raises(KeyError, match="falsch"):
        vorlage.gefuellt({"balken": leer, "bezug": leer}, {"falsch": 1})
