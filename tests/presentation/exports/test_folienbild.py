"""Pictures of slides: letters that can be read, 300 dots to the inch, colours as they are in the design."""

import io
import re

import pytest
from PIL import Image

from presentation.charts.vier_sichten import Zeile, vier_sichten
from presentation.exports import folienbild
from presentation.exports.bild import svg
from presentation.exports.folienmasse import zoll
from presentation.farben import palette

FLAECHE = zoll(0.6, 1.9, 12.1, 4.2)


def _antworten(anzahl: int) -> list[Zeile]:
    werte = {"traeger": 4, "kreis": 1, "leistungserbringer": None, "selbstvertretung": 2}
    return [Zeile(f"{n}. Die Person sitzt mit am Tisch.", werte) for n in range(1, anzahl + 1)]


@pytest.mark.parametrize(("zeilen", "spalten"), [(3, 1), (6, 2), (10, 3)])
def test_rows_stand_in_columns_before_letters_get_small(
    zeilen: int, spalten: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezeichnet = []
    monkeypatch.setattr(folienbild, "svg", lambda d, **wie: gezeichnet.append(wie["breite"]) or svg(d, **wie))
    bild = vier_sichten(_antworten(zeilen), titel="Antworten", modus="druck", tabelle="Antworten in Worten")
    seite = folienbild.bildseite([bild], FLAECHE)
    assert len(gezeichnet) == spalten
    kasten = seite.bild.kasten
    assert kasten.unten <= FLAECHE.unten
    px_je_zoll = sum(gezeichnet) / ((kasten.b - folienbild.LUFT * (spalten - 1)) / folienbild.ZOLL)
    assert 13 / px_je_zoll * 72 >= 9.99, "the smallest letters in points"


def test_a_picture_has_300_dots_to_the_inch_and_the_colours_of_the_design() -> None:
    bild = vier_sichten(_antworten(2), titel="Antworten", modus="druck", tabelle="Antworten in Worten")
    fertig = folienbild.bildseite([bild], FLAECHE).bild
    gelesen = Image.open(io.BytesIO(fertig.png))
    assert gelesen.mode == "P", "a palette takes a fifth of the bytes"
    assert gelesen.width / (fertig.kasten.b / folienbild.ZOLL) == pytest.approx(300, abs=1)
    assert gelesen.height / (fertig.kasten.h / folienbild.ZOLL) == pytest.approx(300, abs=1)
    haeufigste = [farbe for _, farbe in sorted(gelesen.convert("RGB").getcolors(1 << 24), reverse=True)[:2]]
    farben = palette("druck")
    assert ["#{:02X}{:02X}{:02X}".format(*f) for f in haeufigste] == [farben.grund.upper(), farben.feld.upper()]


def test_parts_of_a_picture_are_not_cut_off_at_their_edges() -> None:
    """Each edge that cuts makes a renderer draw a layer of its own, which costs five times the picture."""
    bild = vier_sichten(_antworten(2), titel="Antworten", modus="druck", tabelle="Antworten in Worten")
    aussen, *innen = re.findall(r"<svg\b[^>]*>", svg([bild, bild]))
    assert "overflow" not in aussen
    assert len(innen) == 2
    assert all('overflow="visible"' in teil for teil in innen)
