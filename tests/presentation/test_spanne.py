"""The range of areas on a line, and the age structure."""

import altair as alt
import pytest

from models.vokabular import Status
from presentation.charts.altersbild import Anteil, altersbild
from presentation.charts.diagramm import Diagramm
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.spanne import Marke, spanne
from presentation.exports.bild import svg
from presentation.farben import MODI, Modus

MARKEN = (
    Marke("Nord", 2.5, 2.3, 2.8, eigen=True),
    Marke("Mitte", 2.8),
    Marke("Süd", 3.4),
    Marke("West", None, status=Status.GESCHUETZT),
)


def _spanne(modus: Modus = "hell") -> Diagramm:
    return spanne(MARKEN, Bezug("Kreis", 2.7), titel="Quote, 31.12.2024", modus=modus)


def test_the_text_holds_every_value_and_the_hint_what_has_no_place() -> None:
    bild = _spanne()
    assert bild.alt == (
        "Spanne der Gebiete: Quote, 31.12.2024. Hier, Nord: 2,5. Kreis: 2,7. Mitte 2,8; Süd 3,4; West geschützt."
    )
    assert bild.hinweise == ("1 von 4 Gebieten ohne Platz auf der Linie: kein Wert.",)


@pytest.mark.parametrize("modus", MODI)
def test_the_drawing_names_the_ends_the_kreis_and_the_area(modus: Modus) -> None:
    alt.Chart.from_dict({**_spanne(modus).spec}, validate=True)
    gezeichnet = svg(_spanne(modus), modus=modus)
    for text in ("Kreis 2,7", "Nord 2,5", "Süd 3,4"):
        assert f">{text}<" in gezeichnet


def test_one_area_alone_and_none_at_all_are_drawn_without_failing() -> None:
    for marken in (MARKEN[:1], MARKEN[3:], ()):
        svg(spanne(marken, titel="Quote", modus="druck"))


def test_the_age_structure_has_bars_strokes_and_all_shares_in_its_text() -> None:
    bild = altersbild(
        [Anteil("unter 18", 20.0, 16.4), Anteil("ab 18", 80.0)], titel="Nord", modus="druck", bezug="Kreis"
    )
    assert bild.alt == "Altersaufbau: Nord. unter 18 20,0\u00a0% (Kreis 16,4\u00a0%); ab 18 80,0\u00a0%."
    assert bild.hinweise == ("Strich: Kreis.",)
    gezeichnet = svg(bild)
    assert ">unter 18<" in gezeichnet
    assert "80,0" in gezeichnet
