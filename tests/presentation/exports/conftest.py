"""Views of the demonstration, made once a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from presentation.ansichten.bogen import Bogen
from tests import ansichten
from tests.installation import benutze


@pytest.fixture(scope="module")
def boegen(vorlage_demo: Path) -> Iterator[dict[str, Bogen]]:
    """Every kind of picture; the data folder stays in use, for a view draws itself when it is asked to."""
    with benutze(vorlage_demo):
        yield ansichten.alle()
