"""Installations for the pages, and caches that hold nothing of the test before."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data_access import schreiben, wuerfelspeicher
from data_access.schreibrecht import zugangsschluessel
from models.tabellen import Freigabe
from tests import von_hand
from tests.installation import EINWOHNER, benutze, einwohnerdatei, liefere, recht
from tests.pages.seiten import oeffne


@pytest.fixture(autouse=True)
def _leere_zwischenspeicher() -> None:
    """A process keeps Streamlit's caches from one session to the next; each test starts cold."""
    st.cache_resource.clear()
    st.cache_data.clear()


def _veroeffentliche(grundzahl: str, *angaben: object, **mehr: object) -> Freigabe:
    fertig = von_hand.veroeffentlicht(grundzahl, *angaben, **mehr)  # type: ignore[arg-type]
    frei = fertig.freigabe
    inhalt = wuerfelspeicher.als_bytes(fertig.wuerfel)
    frei.datei = wuerfelspeicher.lege_ab(frei.region_slug, grundzahl, frei.id, inhalt)
    frei.pruefsumme, frei.angaben = wuerfelspeicher.pruefsumme(inhalt), fertig.angaben.als_objekt()
    schreiben.veroeffentliche(recht(), frei)
    return frei


@pytest.fixture(scope="session")
def vorlage_hand(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Kreis with the cubes written by hand, so that every value on a page can be computed on paper."""
    with benutze(shutil.copytree(vorlage_klein, tmp_path_factory.mktemp("hand") / "var")) as ordner:
        alter = {
            (ags, band): n for ags, paar in EINWOHNER.items() for band, n in zip(("0-17", "18+"), paar, strict=True)
        }
        liefere("einwohner", einwohnerdatei(alter), "einwohner2024.csv")
        gesamt = {(ags, "insgesamt"): max(0, sum(paar) - 10) for ags, paar in EINWOHNER.items()}
        liefere("einwohner", einwohnerdatei(gesamt, von_hand.T23), "einwohner2023.csv")
        _veroeffentliche("lb_bwf", von_hand.BWF)
        _veroeffentliche("lb_awf", von_hand.AWF, ("herkunft",), exakt=False)
    return ordner


@pytest.fixture
def hand(vorlage_hand: Path) -> Iterator[Path]:
    """The small Kreis with hand-written cubes, for tests that only read."""
    with benutze(vorlage_hand) as ordner:
        yield ordner


@pytest.fixture
def mit_recht(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AppTest]:
    """Open Daten as the link with the key does on the machine itself."""
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda: oeffne("daten", zugang=zugangsschluessel())
