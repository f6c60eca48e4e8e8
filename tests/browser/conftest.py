"""The product as `make run` serves it, with its worker, and windows that are watched."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from data_access.einstellungen import PROJEKT
from tests.browser.fenster import OHNE_CHROMIUM, SCHALTER, Mitschrift, chromium

UVICORN = ("-m", "uvicorn", "app:app", "--port", "0", "--no-proxy-headers", "--no-server-header", "--no-access-log")


@dataclass(frozen=True)
class Dienst:
    """A running server: its address, its data folder, and everything it printed."""

    adresse: str
    ordner: Path
    protokoll: Path

    @property
    def umgebung(self) -> dict[str, str]:
        ohne = {n: w for n, w in os.environ.items() if not n.startswith("SRB_")}
        return {**ohne, "SRB_DATA_DIR": str(self.ordner), "PYTHONUNBUFFERED": "1"}

    def befiehl(self, *befehl: str) -> str:
        """What `cli.py` prints for this command on the same data."""
        fertig = subprocess.run(
            [sys.executable, "cli.py", *befehl],
            cwd=PROJEKT,
            env=self.umgebung,
            capture_output=True,
            text=True,
            check=True,
        )
        return fertig.stdout


@contextmanager
def starte(ordner: Path, *, mit_arbeitsprozess: bool = False) -> Iterator[Dienst]:
    """Serve a data folder on a free port, as scripts/starten.sh does; ends server and worker afterwards."""
    protokoll = ordner.with_suffix(".log")
    dienst = Dienst("", ordner, protokoll)
    with ExitStack() as stapel, protokoll.open("w", encoding="utf-8") as ziel:
        befehle = [UVICORN, *([("cli.py", "worker")] if mit_arbeitsprozess else [])]
        for befehl in befehle:
            prozess = subprocess.Popen(
                [sys.executable, *befehl], cwd=PROJEKT, env=dienst.umgebung, stdout=ziel, stderr=subprocess.STDOUT
            )
            stapel.callback(prozess.wait, 30)
            stapel.callback(prozess.terminate)
        yield Dienst(_adresse(protokoll), ordner, protokoll)


def _adresse(protokoll: Path) -> str:
    """The address uvicorn names as soon as it listens."""
    ende = time.monotonic() + 120
    while time.monotonic() < ende:
        if treffer := re.search(r"Uvicorn running on (http://127\.0\.0\.1:\d+)", protokoll.read_text("utf-8")):
            return treffer[1]
        time.sleep(0.05)
    pytest.fail("Der Dienst ist nicht gestartet:\n" + protokoll.read_text("utf-8"))


Starter = Callable[..., Any]


@pytest.fixture(scope="session")
def starter(vorlage_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Starter:
    """Start a server of its own on a copy of the demonstration."""

    def auf_kopie(**wie: bool) -> Any:
        return starte(shutil.copytree(vorlage_demo, tmp_path_factory.mktemp("dienst") / "var"), **wie)

    return auf_kopie


@pytest.fixture(scope="session")
def dienst(starter: Starter) -> Iterator[Dienst]:
    """One server for all tests that only read."""
    with starter() as laufend:
        yield laufend
        assert "Traceback" not in laufend.protokoll.read_text("utf-8")


@contextmanager
def schreibdienst(starter: Starter) -> Iterator[Dienst]:
    """A server with its worker, for tests that write; its log never holds the key."""
    with starter(mit_arbeitsprozess=True) as laufend:
        yield laufend
        protokoll = laufend.protokoll.read_text("utf-8")
        assert "Traceback" not in protokoll
        assert (laufend.ordner / "zugang").read_text("utf-8") not in protokoll


@pytest.fixture(scope="session")
def gremienwerkstatt(starter: Starter) -> Iterator[Dienst]:
    """One server for tests that write what no other of them reads: a Gremium or a series of its own."""
    with schreibdienst(starter) as laufend:
        yield laufend


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: Playwright's loop must be closed before other tests start theirs."""
    with sync_playwright() as playwright:
        pfad = chromium(playwright)
        if pfad is None:
            pytest.fail(OHNE_CHROMIUM)  # no green run without the browser
        gestartet = playwright.chromium.launch(executable_path=pfad, args=list(SCHALTER))
        yield gestartet
        gestartet.close()


Fenster = Callable[..., BrowserContext]


def _fenster(browser: Browser, **mehr: Any) -> tuple[BrowserContext, Mitschrift]:
    """A watched window, on a desk and light if nothing else is asked for."""
    viewport = {"width": 1440, "height": 900}
    kontext = browser.new_context(**{"locale": "de-DE", "viewport": viewport, "reduced_motion": "reduce", **mehr})
    mitschrift = Mitschrift()
    mitschrift.haenge_an(kontext)
    return kontext, mitschrift


@pytest.fixture
def fenster(browser: Browser) -> Iterator[Fenster]:
    """Open windows of any kind; at the end of the test none may have done what it must not do."""
    offene: list[tuple[BrowserContext, Mitschrift]] = []

    def oeffne(**mehr: Any) -> BrowserContext:
        offene.append(_fenster(browser, **mehr))
        return offene[-1][0]

    yield oeffne
    for kontext, mitschrift in offene:
        kontext.close()
        mitschrift.pruefe()


@pytest.fixture(scope="module")
def _schreibtisch(browser: Browser) -> tuple[BrowserContext, Mitschrift]:
    """One window for all tests of a module, so that the browser keeps Streamlit's front end."""
    return _fenster(browser)


@pytest.fixture
def seite(_schreibtisch: tuple[BrowserContext, Mitschrift]) -> Iterator[Page]:
    """A page (a session of its own) on a desk, light."""
    kontext, mitschrift = _schreibtisch
    mitschrift.beginne()
    yield kontext.new_page()
    for offen in kontext.pages:
        offen.close()
    mitschrift.pruefe()
