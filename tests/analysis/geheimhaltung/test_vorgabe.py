from datetime import date

import dataframely as dy
import polars as pl
import pytest

from analysis.geheimhaltung.vorgabe import Vorgabe, fasse_zusammen, weitere_kreise
from models.rahmen import Wahrwerte

TAG = date(2024, 12, 31)
VORTAG = date(2023, 12, 31)
A, B = "06636001", "06636002"


def wahrwerte(*zeilen: tuple[date, str, str, int]) -> dy.DataFrame[Wahrwerte]:
    schema = Wahrwerte.create_empty().schema
    return Wahrwerte.validate(pl.DataFrame(list(zeilen), schema=schema, orient="row"))


def test_a_kreis_is_named_from_2k_persons_in_both_directions_at_every_stichtag() -> None:
    wahr = wahrwerte(
        (TAG, A, "06611", 4),
        (TAG, "06611", B, 6),
        (VORTAG, "06611", B, 10),
        (TAG, A, "06633", 90),
        (VORTAG, A, "06633", 9),
        (TAG, A, "06632", 90),
        (VORTAG, "06634", A, 10),
        (TAG, A, "06634009", 5),
        (TAG, "06634", B, 5),
        (TAG, A, "uebrige", 50),
        (TAG, "unbekannt", A, 50),
        (TAG, A, B, 50),
        (TAG, "06611", "06633", 50),
    )
    assert weitere_kreise(wahr, "06636", 5) == ("06611", "06634")


def test_without_other_kreise_none_is_proposed() -> None:
    assert weitere_kreise(wahrwerte((TAG, A, "-", 50)), "06636", 5) == ()


def test_kreise_that_are_not_named_are_joined_and_foreign_cells_are_dropped() -> None:
    wahr = wahrwerte(
        (TAG, A, "06611", 1),
        (TAG, A, "06633", 2),
        (TAG, A, "06634009", 3),
        (TAG, A, "unbekannt", 4),
        (TAG, "06611", "06633", 5),
        (TAG, B, A, 6),
    )
    assert fasse_zusammen(wahr, (A, B), ("06611",)).rows() == [
        (TAG, A, "06611", 1),
        (TAG, A, "uebrige", 5),
        (TAG, A, "unbekannt", 4),
        (TAG, B, A, 6),
    ]


def test_a_series_with_one_raumprinzip_keeps_its_dash() -> None:
    wahr = wahrwerte((TAG, A, "-", 7), (TAG, "06611", "-", 8), (TAG, "unbekannt", "-", 9))
    assert fasse_zusammen(wahr, (A,), ()).rows() == [(TAG, A, "-", 7)]


@pytest.mark.parametrize("ort", ["06636", "06636099"])
def test_persons_of_the_own_kreis_are_never_counted_as_from_elsewhere(ort: str) -> None:
    with pytest.raises(ValueError, match=f"Der Schlüssel {ort} liegt im Kreis 06636"):
        fasse_zusammen(wahrwerte((TAG, ort, A, 7)), (A, B), ())


@pytest.mark.parametrize(
    ("aenderung", "grund"),
    [
        ({"gemeinden": ()}, "leer"),
        ({"gemeinden": (A, A)}, "zweimal"),
        ({"weitere": (A,)}, "zugleich in der Region"),
        ({"raumprinzipien": ("wohnort",)}, "ist unbekannt"),
        ({"raumprinzipien": ()}, "ist unbekannt"),
        ({"k": 1}, "schützt nichts"),
    ],
)
def test_a_vorgabe_that_contradicts_itself_is_refused(aenderung: dict[str, object], grund: str) -> None:
    felder = {"gemeinden": (A, B), "weitere": (), "raeume": {}, "raumprinzipien": ("herkunft",), "k": 5}
    with pytest.raises(ValueError, match=grund):
        Vorgabe(**(felder | aenderung))  # type: ignore[arg-type]
