import stat
from pathlib import Path

import pytest

from data_access.schreibrecht import (
    KENNWERT,
    KENNZEICHEN,
    KeinSchreibrecht,
    der_kommandozeile,
    erteile,
    nachweis,
    zugangsschluessel,
)


def test_the_right_key_gives_the_right_to_write(datenordner: Path) -> None:
    schluessel = zugangsschluessel()
    assert len(schluessel) >= 32
    assert erteile(schluessel).herkunft == "daten"
    assert der_kommandozeile().herkunft == "kommandozeile"


def test_the_key_lies_in_a_file_of_its_owner(datenordner: Path) -> None:
    assert (datenordner / "zugang").exists() is False
    schluessel = zugangsschluessel()
    assert (datenordner / "zugang").read_text() == schluessel
    assert stat.S_IMODE((datenordner / "zugang").stat().st_mode) == 0o600


@pytest.mark.parametrize("falsch", ["", "x", "ü", "0" * 43])
def test_a_wrong_key_is_refused_with_the_way_to_the_right_one(datenordner: Path, falsch: str) -> None:
    with pytest.raises(KeinSchreibrecht) as grund:
        erteile(falsch)
    assert "Den gültigen Link zeigt „make run“" in str(grund.value)
    assert zugangsschluessel() not in str(grund.value)


def test_a_key_that_is_nearly_right_is_wrong(datenordner: Path) -> None:
    for falsch in (zugangsschluessel()[:-1], zugangsschluessel() + "x", zugangsschluessel().swapcase()):
        with pytest.raises(KeinSchreibrecht):
            erteile(falsch)


def test_only_the_mark_of_this_process_proves_a_local_session() -> None:
    assert nachweis({KENNZEICHEN: KENNWERT})
    assert nachweis({KENNZEICHEN.upper(): KENNWERT})
    assert not nachweis({})
    assert not nachweis({KENNZEICHEN: ""})
    assert not nachweis({KENNZEICHEN: "lokal"})
    assert not nachweis({"x-forwarded-for": KENNWERT})
