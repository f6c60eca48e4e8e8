"""What is shown follows from what is published alone: two truths behind one cube give the same pages and files."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from analysis import freigabe
from analysis.freigabe.geben import uebernimm
from commands import paket
from data_access import wuerfelspeicher
from models.schutz import angaben_aus
from models.tabellen import Freigabe
from tests import gegliedert
from tests.installation import JETZT, benutze, kleinkreis, liefere, recht
from tests.pages.seiten import SEITEN, alles
from tests.pakete import ABSENDER, BERICHT, manifest
from tests.properties import wege


def kleine_anders() -> bytes:
    """The other truth: the same large cells, other small ones."""
    text = gegliedert.fallzahlendatei().decode()
    klein = {"1": "4", "2": "3", "6": "9", "7": "5", "9": "8"}
    return re.sub(r";(1|2|6|7|9);LWX", lambda m: f";{klein[m[1]]};LWX", text).encode()


WAHRHEITEN = gegliedert.fallzahlendatei(), kleine_anders()


def ohne_uhrzeit(inhalt: bytes) -> object:
    """A workbook says when it was made; everything else in it counts."""
    if not zipfile.is_zipfile(io.BytesIO(inhalt)):
        return inhalt
    with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
        return {name: archiv.read(name) for name in archiv.namelist() if name != "docProps/core.xml"}


def ohne_zufallsnamen(seite: str, lieferung: str) -> str:
    """Ids that are drawn anew each time: of the Lieferung, of what a button downloads later."""
    return re.sub(r'file_id: "[0-9a-f]+"', "file_id", seite.replace(lieferung, "ID"))


@dataclass(frozen=True)
class Installation:
    """One that has its own truth and publishes the cube of both."""

    ordner: Path
    lieferung: str
    frei: Freigabe


def richte_ein(vorlage: Path, ordner: Path, inhalt: bytes, frei: Freigabe, teile: tuple[bytes, bytes]) -> Installation:
    with benutze(shutil.copytree(vorlage, ordner)):
        (ordner / "geheimnis").write_text("beide dasselbe")
        lieferung = liefere("fallzahlen", inhalt, "bwf2024.csv").lieferung
        liefere("einwohner", gegliedert.einwohnerdatei(), "einwohner2024.csv")
        assert lieferung is not None
        neu = uebernimm(
            recht(),
            kleinkreis(),
            "lb_bwf",
            angaben_aus(frei.angaben),
            teile[0],
            JETZT,
            pruefbericht=BERICHT,
            gliederung=teile[1],
        )
    return Installation(ordner, lieferung.id, neu)


@pytest.fixture(scope="module")
def beide(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Installation]:
    """One cube from the first truth, published by two installations."""
    arbeit = tmp_path_factory.mktemp("wahrheiten")
    assert len(set(WAHRHEITEN)) == 2
    with benutze(shutil.copytree(vorlage_klein, arbeit / "quelle")):
        liefere("fallzahlen", WAHRHEITEN[0], "bwf2024.csv")
        frei = freigabe.gib_frei(recht(), kleinkreis(), "lb_bwf", JETZT, nach=wege.NACH)
        assert frei.gliederung_datei is not None
        assert frei.gliederung_pruefsumme is not None
        teile = (
            wuerfelspeicher.lies_bytes(frei.datei, frei.pruefsumme),
            wuerfelspeicher.lies_bytes(frei.gliederung_datei, frei.gliederung_pruefsumme),
        )
    return [
        richte_ein(vorlage_klein, arbeit / name / "var", inhalt, frei, teile)
        for name, inhalt in zip("ab", WAHRHEITEN, strict=True)
    ]


def assert_gleich(beide: list[Installation], zeige: Callable[[Installation], dict[str, Any]], mindestens: int) -> None:
    """What both show, each as its own process would, is the same thing by thing."""
    gezeigt = []
    for installation in beide:
        st.cache_resource.clear()
        with benutze(installation.ordner):
            gezeigt.append(zeige(installation))
    erste, zweite = gezeigt
    assert len(erste) >= mindestens
    assert erste.keys() == zweite.keys()
    for name, inhalt in erste.items():
        assert inhalt == zweite[name], name


def test_two_truths_behind_the_same_cube_give_the_same_files(beide: list[Installation]) -> None:
    def dateien(installation: Installation) -> dict[str, Any]:
        objekt = manifest(paket.baue(kleinkreis(), [installation.frei], ABSENDER, JETZT))
        for eintrag in objekt["wuerfel"]:
            del eintrag["wahrheiten"]  # keyed checksums of the truth
        return {name: ohne_uhrzeit(datei) for name, datei in wege.ausfuhren().items()} | {"manifest": objekt}

    assert_gleich(beide, dateien, 30)


def test_two_truths_behind_the_same_cube_give_the_same_pages(beide: list[Installation]) -> None:
    """Order, colour classes, sentences: nothing depends on what is not shown."""

    def seiten(installation: Installation) -> dict[str, Any]:
        alle = wege.seiten(mit_schluessel=False)
        return {name: ohne_zufallsnamen(alles(at), installation.lieferung) for name, at in alle}

    assert_gleich(beide, seiten, len(SEITEN) + 2)
