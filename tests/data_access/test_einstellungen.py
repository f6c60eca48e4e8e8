import stat
from pathlib import Path

import pytest

from data_access.einstellungen import einstellungen, geheime_datei


def test_an_installation_lives_in_its_data_folder(datenordner: Path) -> None:
    jetzt = einstellungen()
    assert jetzt.datenordner() == datenordner
    assert datenordner.is_dir()
    assert jetzt.hauptdatenbank() == f"sqlite:///{datenordner}/sozialraumblick.db"
    assert jetzt.rohdatenbank() == f"sqlite:///{datenordner}/roh.db"
    assert jetzt.k == 5


def test_the_environment_names_other_places(datenordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRB_DATABASE_URL", "postgresql+psycopg://ort/haupt")
    monkeypatch.setenv("SRB_RAW_DATABASE_URL", "sqlite:////woanders/roh.db")
    monkeypatch.setenv("SRB_K", "7")
    monkeypatch.setenv("SRB_SECRET", "geheim")
    einstellungen.cache_clear()
    jetzt = einstellungen()
    assert (jetzt.hauptdatenbank(), jetzt.rohdatenbank(), jetzt.k, jetzt.geheimnis()) == (
        "postgresql+psycopg://ort/haupt",
        "sqlite:////woanders/roh.db",
        7,
        b"geheim",
    )
    assert not (datenordner / "geheimnis").exists()
    for name in ("SRB_DATABASE_URL", "SRB_RAW_DATABASE_URL"):
        monkeypatch.delenv(name)


def test_a_secret_is_made_once_for_the_owner_only(datenordner: Path) -> None:
    eins = einstellungen().geheimnis()
    datei = datenordner / "geheimnis"
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600
    assert len(eins) >= 32
    assert einstellungen().geheimnis() == eins
    assert geheime_datei(datenordner / "anderes") != eins


def test_a_key_file_may_end_with_a_line_break(tmp_path: Path) -> None:
    (tmp_path / "zugang").write_text("abc\n")
    assert geheime_datei(tmp_path / "zugang") == b"abc"
