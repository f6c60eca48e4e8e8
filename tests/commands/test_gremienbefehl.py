"""`gremien laden`: the shipped register into an installation that is there already."""

from pathlib import Path

from tests.commands.test_cli import cli, objekt


def test_what_is_there_stays_and_what_is_missing_comes(demo_ordner: Path) -> None:
    assert objekt("gremien", "laden") == {"status": "ok", "geaendert": {"kreis-unna": 0, "werra-meissner-kreis": 0}}
    assert cli("gremien", "laden", "--region", "05978").stdout == "kreis-unna: Es war schon alles da.\n"


def test_a_region_without_files_is_told_so(klein: Path) -> None:
    assert "wird kein Register mitgeliefert" in cli("gremien", "laden", "--region", "kleinkreis", code=1).output
    assert cli("gremien", "laden").stdout == "Für keine Region dieser Installation wird ein Register mitgeliefert.\n"
