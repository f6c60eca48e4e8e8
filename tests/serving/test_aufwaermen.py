import gc
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import server
from data_access import abfragen
from serving.aufwaermen import MODULE, lebenslauf, waerme_auf


@pytest.fixture(autouse=True)
def _unfrozen() -> Iterator[None]:
    vorher = logging.getLogger("uvicorn.access").disabled
    yield
    gc.unfreeze()
    logging.getLogger("uvicorn.access").disabled = vorher


def test_everything_is_imported_and_frozen_after_the_warm_up() -> None:
    gc.unfreeze()
    waerme_auf([])
    assert set(MODULE) <= sys.modules.keys()
    assert gc.get_freeze_count() > 10_000


def test_a_task_that_fails_is_logged_and_the_next_one_runs(caplog: pytest.LogCaptureFixture) -> None:
    gelaufen: list[str] = []

    def kaputt() -> None:
        raise ValueError("keine Datenbank")

    waerme_auf([kaputt, lambda: gelaufen.append("zweite")])
    assert gelaufen == ["zweite"]
    assert "keine Datenbank" in caplog.text


@pytest.mark.anyio
async def test_tasks_run_before_the_first_request_and_nobody_is_written_down() -> None:
    gelaufen: list[str] = []
    async with lebenslauf([lambda: gelaufen.append("warm")])(object()):
        assert gelaufen == ["warm"]
        assert logging.getLogger("uvicorn.access").disabled


@pytest.mark.anyio
async def test_an_empty_data_folder_has_its_tables_before_the_first_request(
    datenordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "AUFGABEN", [])
    async with server.optionen()["lifespan"](object()):
        assert abfragen.regionen() == []
        assert abfragen.neuester_stand() == ""
    assert not (datenordner / "roh.db").exists()


@pytest.mark.anyio
async def test_a_database_that_cannot_be_made_keeps_the_server_from_starting() -> None:
    def scheitere() -> None:
        raise OSError("kein Platz")

    with pytest.raises(OSError, match="kein Platz"):
        async with lebenslauf([], vorher=scheitere)(object()):
            pass


def test_options_hold_what_the_app_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "AUFGABEN", [])
    optionen = server.optionen(stand=lambda: "", zuordnung=lambda region, ebene, einteilung: None)
    assert optionen.keys() == {"lifespan", "middleware", "routes"}
    assert [route.path for route in optionen["routes"]] == [
        "/health",
        "/geo/{region}/{ebene}.geojson",
        "/geo/{region}/{ebene}/schraffur.geojson",
        "/geo/{region}/{ebene}/kanten.geojson",
    ]
