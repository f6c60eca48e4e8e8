"""The raw store: which true cells count, and that nothing of a broken import does."""

from datetime import date
from pathlib import Path

import dataframely as dy
import polars as pl
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data_access.datenbank import oeffne
from data_access.einstellungen import einstellungen
from data_access.roh import ablage
from models.rahmen import Rohzellen, Wahrwerte
from tests.installation import recht

T23, T24 = date(2023, 12, 31), date(2024, 12, 31)


def zellen(*zeilen: tuple[str, int | None], tag: date = T24, absender: str = "LWX") -> dy.DataFrame[Rohzellen]:
    """One row a Herkunft."""
    rahmen = pl.DataFrame(
        [
            ("lb_bwf", tag, h, "x", "insgesamt", "insgesamt", n, None if n is not None else ".", absender)
            for h, n in zeilen
        ],
        schema=Rohzellen.create_empty().schema,
        orient="row",
    )
    return Rohzellen.validate(rahmen, cast=True)


def lege_ab(kennung: str, *rahmen: dy.DataFrame[Rohzellen]) -> None:
    ganz = Rohzellen.validate(pl.concat(rahmen), cast=True) if rahmen else None
    ablage.speichere(recht(), kennung, "0" * 64, f"Datei {kennung}".encode(), ganz)


def gelesen(**nummern: int) -> list[tuple[date, str, int | None, str]]:
    return ablage.zellen("lb_bwf", nummern).select("stichtag", "herkunft", "anzahl", "absender").rows()


def zaehle(tabelle: str) -> int:
    maschine = oeffne(einstellungen().rohdatenbank())
    with maschine.connect() as verbindung:
        anzahl: int = verbindung.execute(text(f"SELECT count(*) FROM {tabelle}")).scalar_one()  # noqa: S608
    maschine.dispose()
    return anzahl


def test_only_the_named_deliveries_count(klein: Path) -> None:
    lege_ab("a", zellen(("p", 3), ("q", None)))
    assert gelesen(a=1) == [(T24, "p", 3, "LWX"), (T24, "q", None, "LWX")]
    assert gelesen() == []
    assert gelesen(b=1) == []
    assert ablage.zellen("lb_awf", {"a": 1}).is_empty()


def test_a_newer_delivery_of_a_sender_replaces_the_stichtag_whole(klein: Path) -> None:
    """Cells that the newer one leaves out are gone: they would otherwise count for ever."""
    lege_ab("a", zellen(("p", 3), ("q", 4)), zellen(("p", 1), tag=T23))
    lege_ab("b", zellen(("p", 5)))
    assert gelesen(a=1, b=2) == [(T23, "p", 1, "LWX"), (T24, "p", 5, "LWX")]
    assert gelesen(a=2, b=1) == [(T23, "p", 1, "LWX"), (T24, "p", 3, "LWX"), (T24, "q", 4, "LWX")]


def test_two_senders_stand_side_by_side_and_of_one_cell_the_newer_counts(klein: Path) -> None:
    lege_ab("a", zellen(("p", 3), ("q", 4)))
    lege_ab("b", zellen(("q", 9), ("r", 2), absender="Kreis"))
    assert gelesen(a=1, b=2) == [(T24, "p", 3, "LWX"), (T24, "q", 9, "Kreis"), (T24, "r", 2, "Kreis")]


def test_what_a_broken_import_left_is_removed(klein: Path) -> None:
    lege_ab("steht", zellen(("p", 3)))
    lege_ab("verwaist", zellen(("q", 4), ("r", 5)))
    ablage.raeume_auf(["steht", "noch-eine"])
    assert (zaehle("rohdatei"), zaehle("rohzelle")) == (1, 1)
    assert gelesen(steht=1, verwaist=2) == [(T24, "p", 3, "LWX")]


def test_a_file_of_population_is_kept_without_cells(klein: Path) -> None:
    lege_ab("einwohner")
    assert (zaehle("rohdatei"), zaehle("rohzelle")) == (1, 0)


def test_the_ground_of_a_freigabe_is_remembered_by_stichtag(klein: Path) -> None:
    wahr = Wahrwerte.validate(
        pl.DataFrame({"stichtag": [T24], "herkunft": ["05978001"], "leistungsort": ["05978002"], "anzahl": [3]}),
        cast=True,
    )
    ablage.merke_grundlage("frei", {T23: "aa", T24: "bb"}, "{}", wahr)
    gemerkt = ablage.wahrheit("frei")
    assert gemerkt is not None
    assert gemerkt.equals(wahr)
    assert ablage.wahrheit("andere") is None
    assert ablage.grundlage("frei") == {T23: "aa", T24: "bb"}
    assert ablage.grundlage("andere") == {}


def test_companion_files_of_the_raw_database_are_closed_too(klein: Path) -> None:
    """While a connection is open, SQLite keeps counts in two more files."""
    lege_ab("a", zellen(("p", 3)))
    modi = {p.name: oct(p.stat().st_mode & 0o777) for p in klein.glob("roh.db*")}
    assert set(modi.values()) == {"0o600"}
    assert len(modi) == 3


def test_an_error_does_not_repeat_the_counts_of_a_statement(klein: Path) -> None:
    lege_ab("a", zellen(("p", 73119)))
    with pytest.raises(IntegrityError) as fehler:
        ablage.speichere(recht(), "b", "0", b"", zellen(("p", 73119)).with_columns(herkunft=pl.lit(None)))  # type: ignore[arg-type]
    assert "73119" not in str(fehler.value)
    assert gelesen(a=1, b=2) == [(T24, "p", 73119, "LWX")]
