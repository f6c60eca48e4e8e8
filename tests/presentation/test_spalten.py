"""Rows in columns: equally high, in their order, and drawn as in one."""

import pytest

from presentation.charts.spalten import gleich_hoch
from presentation.charts.vier_sichten import Zeile, vier_sichten
from presentation.charts.zeichenreihen import Block, Zeichen, Zeichenreihe, zeichenreihen


@pytest.mark.parametrize(
    ("hoehen", "anzahl", "erwartet"),
    [
        ([1, 1, 1, 1], 2, [(0, 2), (2, 4)]),
        ([1] * 10, 3, [(0, 3), (3, 6), (6, 10)]),
        ([5, 1, 1, 1], 2, [(0, 1), (1, 4)]),
        ([1, 1, 1, 5], 2, [(0, 3), (3, 4)]),
        ([2, 2], 3, [(0, 1), (1, 2)]),
        ([4], 2, [(0, 1)]),
    ],
)
def test_columns_are_about_equally_high(hoehen: list[float], anzahl: int, erwartet: list[tuple[int, int]]) -> None:
    assert gleich_hoch(hoehen, anzahl) == erwartet


def test_signs_keep_their_width_in_every_column() -> None:
    bloecke = [
        Block(name, (Zeichenreihe("1.1.2026", ((Zeichen.VOLL, zahl),), str(zahl), str(zahl)),))
        for name, zahl in (("A", 14), ("B", 2), ("C", 3))
    ]
    bild = zeichenreihen(bloecke, titel="Plätze", modus="druck", namensplatz=80)
    assert bild.teile is not None
    teile = bild.teile(2)
    laengste = [{p["name"]: p["value"] for p in spec["params"]}["laengste"] for spec in (bild.spec, *teile)]
    assert laengste == [14, 14, 14]
    assert [t["height"] for t in teile] == [56, 112]
    assert sum(t["height"] for t in teile) == bild.spec["height"]
    # Bars in one column, bars in all of them: a row of 2 signs must not become discs beside a bar.
    assert all("'von': 0" in str(t) for t in teile)


def test_one_row_stands_alone() -> None:
    assert vier_sichten([Zeile("Eine", {})], titel="x", modus="druck", tabelle="T").teile is None
