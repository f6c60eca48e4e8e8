import os
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.wuerfelspeicher import WuerfelFehlt, als_bytes, lege_ab, lies, pruefsumme
from models.rahmen import Wuerfel

ZELLEN = Wuerfel.validate(
    pl.DataFrame(
        [(date(2024, 12, 31), "b", "a", 5), (date(2023, 12, 31), "a", "b", 0)],
        schema=Wuerfel.column_names(),
        orient="row",
    ),
    cast=True,
)


def test_a_cube_comes_back_as_it_was_stored(datenordner: Path) -> None:
    inhalt = als_bytes(ZELLEN)
    pfad = lege_ab("kleinkreis", "lb_bwf", "abc", inhalt)
    assert pfad == "wuerfel/kleinkreis/lb_bwf/abc.parquet"
    assert lies(pfad, pruefsumme(inhalt)).equals(ZELLEN.sort("stichtag"))
    assert [d.name for d in (datenordner / pfad).parent.iterdir()] == ["abc.parquet"]


def test_the_same_cells_are_the_same_bytes_in_any_order() -> None:
    assert als_bytes(ZELLEN) == als_bytes(Wuerfel.cast(ZELLEN.reverse()))


@pytest.mark.parametrize("geaendert", ["angehaengt", "anderer Inhalt"])
def test_a_file_changed_after_its_freigabe_is_not_shown(datenordner: Path, geaendert: str) -> None:
    inhalt = als_bytes(ZELLEN)
    pfad = lege_ab("kleinkreis", "lb_bwf", "abc", inhalt)
    andere = als_bytes(Wuerfel.cast(ZELLEN.with_columns(wert=pl.col("wert") + 1)))
    (datenordner / pfad).write_bytes(inhalt + b"x" if geaendert == "angehaengt" else andere)
    with pytest.raises(WuerfelFehlt) as grund:
        lies(pfad, pruefsumme(inhalt))
    assert str(grund.value) == "Die Prüfsumme stimmt nicht: abc.parquet wurde nach der Freigabe verändert."


def test_a_missing_file_is_said_without_its_folder(datenordner: Path) -> None:
    with pytest.raises(WuerfelFehlt) as grund:
        lies("wuerfel/kleinkreis/lb_bwf/weg.parquet", "0")
    assert str(grund.value) == "Die veröffentlichten Zahlen fehlen auf der Festplatte: weg.parquet."


def test_a_write_that_breaks_off_leaves_no_cube(datenordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bricht_ab(_: int) -> None:
        raise OSError("Platte voll")

    monkeypatch.setattr(os, "fsync", bricht_ab)
    with pytest.raises(OSError, match="Platte voll"):
        lege_ab("kleinkreis", "lb_bwf", "abc", als_bytes(ZELLEN))
    assert list(datenordner.rglob("*.parquet")) == []
