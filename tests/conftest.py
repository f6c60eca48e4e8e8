"""Data folders: empty, the small Kreis, or the demonstration. Built once a run, copied for each test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from commands import demo
from commands.einrichten import richte_ein
from tests.installation import benutze, fuelle_kleinkreis, lege_kleinkreis_an, recht
from tests.pakete import schreibe_paket

# How long an example takes says how busy the machine is, not whether a law holds. The same examples every time, so that
# a change fails only for what it changed; `make fuzz` looks for new ones.
beispiele = os.environ.get("SRB_BEISPIELE")
settings.register_profile("projekt", deadline=None, derandomize=not beispiele, max_examples=int(beispiele or 100))
settings.load_profile("projekt")


@pytest.fixture(scope="session", autouse=True)
def _fern_vom_eigenen_datenordner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test without a data folder of its own must not touch that of the installation."""
    with benutze(tmp_path_factory.mktemp("niemandes") / "var"):
        yield


@pytest.fixture(scope="session")
def vorlage_klein(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Kreis without any Lieferung."""
    with benutze(tmp_path_factory.mktemp("klein") / "var") as ordner:
        richte_ein()
        lege_kleinkreis_an()
    return ordner


@pytest.fixture(scope="session")
def vorlage_gefuellt(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Kreis with everything delivered and published."""
    with benutze(shutil.copytree(vorlage_klein, tmp_path_factory.mktemp("gefuellt") / "var")) as ordner:
        fuelle_kleinkreis()
    return ordner


@pytest.fixture(scope="session")
def vorlage_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as `cli.py demo` lays it out. Read only: a test that writes takes `demo_ordner`."""
    with benutze(tmp_path_factory.mktemp("demo") / "var") as ordner:
        demo.baue(recht(), (), False, lambda _: None)
    return ordner


@pytest.fixture(scope="session")
def paket(vorlage_gefuellt: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The signed package that the installation of `vorlage_gefuellt` writes."""
    return schreibe_paket(vorlage_gefuellt, tmp_path_factory.mktemp("absender") / "var")


@pytest.fixture
def datenordner(tmp_path: Path) -> Iterator[Path]:
    """An empty data folder, in use for this test."""
    with benutze(tmp_path / "var") as ordner:
        yield ordner


@pytest.fixture
def klein(vorlage_klein: Path, tmp_path: Path) -> Iterator[Path]:
    """The small Kreis, in use for this test."""
    with benutze(shutil.copytree(vorlage_klein, tmp_path / "var")) as ordner:
        yield ordner


@pytest.fixture
def gefuellt(vorlage_gefuellt: Path, tmp_path: Path) -> Iterator[Path]:
    """The small Kreis with everything delivered and published, in use for this test."""
    with benutze(shutil.copytree(vorlage_gefuellt, tmp_path / "var")) as ordner:
        yield ordner


@pytest.fixture
def demo_ordner(vorlage_demo: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the demonstration, in use for this test."""
    with benutze(shutil.copytree(vorlage_demo, tmp_path / "var")) as ordner:
        yield ordner


@pytest.fixture
def demo_lesend(vorlage_demo: Path) -> Iterator[Path]:
    """The demonstration itself, for tests that only read."""
    with benutze(vorlage_demo) as ordner:
        yield ordner
