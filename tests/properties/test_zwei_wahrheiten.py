"""What is shown follows from what is published alone: two truths behind one cube give the same pages and files."""

import io
import re
import shutil
import zipfile
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
from tests.pages.seiten import alles
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


def bild_der_installation(
    vorlage: Path, ordner: Path, inhalt: bytes, frei: Freigabe, teile: tuple[bytes, bytes]
) -> dict[str, Any]:
    """Everything an installation shows that has this truth and publishes this cube."""
    st.cache_resource.clear()
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
        gezeigt: dict[str, Any] = {name: ohne_uhrzeit(datei) for name, datei in wege.ausfuhren().items()}
        gezeigt |= {name: ohne_zufallsnamen(alles(at), lieferung.id) for name, at in wege.seiten(mit_schluessel=False)}
        inhalt_des_pakets = paket.baue(kleinkreis(), [neu], ABSENDER, JETZT)
        for eintrag in (objekt := manifest(inhalt_des_pakets))["wuerfel"]:
            del eintrag["wahrheiten"]  # keyed checksums of the truth
        return gezeigt | {"manifest": objekt}


@pytest.fixture(scope="module")
def bilder(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """One cube from the first truth, shown by two installations."""
    arbeit = tmp_path_factory.mktemp("wahrheiten")
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
        bild_der_installation(vorlage_klein, arbeit / name / "var", inhalt, frei, teile)
        for name, inhalt in zip("ab", WAHRHEITEN, strict=True)
    ]


def test_two_truths_behind_the_same_cube_look_the_same(bilder: list[dict[str, Any]]) -> None:
    """Order, colour classes, sentences, files: nothing depends on what is not shown."""
    assert len(set(WAHRHEITEN)) == 2
    erste, zweite = bilder
    assert len(erste) > 40
    assert erste.keys() == zweite.keys()
    for name, gezeigt in erste.items():
        assert gezeigt == zweite[name], name
