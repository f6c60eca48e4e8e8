"""Packages for tests: made by an installation of their own, taken apart, changed, and signed again."""

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commands import paket
from data_access import abfragen, datenbank, signatur
from data_access.paket import MANIFEST, SIGNATUR
from models.tabellen import Freigabe
from tests.installation import JETZT, benutze, kleinkreis

BERICHT = {"bestanden": True, "geprueft_am": "2025-03-01T12:00:00+00:00", "ziele": 12, "aufgedeckt": 0}
ABSENDER = "Landschaftsverband X"


def als_geprueft() -> list[Freigabe]:
    """The Freigaben of the installation in use, each with a report of a passed audit."""
    with datenbank.sitzung() as s:
        for frei in abfragen.alle_freigaben():
            s.get_one(Freigabe, frei.id).pruefbericht = BERICHT
    return abfragen.alle_freigaben()


def schreibe_paket(vorlage: Path, ordner: Path) -> bytes:
    """The package that an installation with this data folder writes of everything it has published."""
    with benutze(shutil.copytree(vorlage, ordner)):
        return paket.baue(kleinkreis(), als_geprueft(), ABSENDER, JETZT)


def zerlege(inhalt: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
        return {name: archiv.read(name) for name in archiv.namelist()}


def schnuere(teile: Mapping[str, bytes], art: int = zipfile.ZIP_STORED) -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", art) as archiv:
        for name in sorted(teile):
            archiv.writestr(zipfile.ZipInfo(name), teile[name], art)
    return puffer.getvalue()


def manifest(inhalt: bytes) -> dict[str, Any]:
    objekt: dict[str, Any] = json.loads(zerlege(inhalt)[MANIFEST])
    return objekt


def eintrag(objekt: dict[str, Any], grundzahl: str = "lb_bwf") -> dict[str, Any]:
    (gesucht,) = [e for e in objekt["wuerfel"] if e["grundzahl"] == grundzahl]
    assert isinstance(gesucht, dict)
    return gesucht


def unterschreibe_neu(
    inhalt: bytes,
    aendere: Callable[[dict[str, Any]], None] = lambda _: None,
    teile: Mapping[str, bytes] | None = None,
    geheimnis: bytes = b"geheimnis eines anderen",
) -> bytes:
    """The package with a changed manifest and other members, rightly signed by whoever holds `geheimnis`."""
    alle = {**zerlege(inhalt), **(teile or {})}
    objekt = json.loads(alle[MANIFEST])
    objekt["absender"]["schluessel"] = signatur.oeffentlicher_schluessel(geheimnis)
    for e in objekt["wuerfel"]:
        e["sha256"] = hashlib.sha256(alle[f"wuerfel/{e['grundzahl']}.parquet"]).hexdigest()
    aendere(objekt)
    alle[MANIFEST] = json.dumps(objekt).encode()
    alle[SIGNATUR] = signatur.unterschreibe(alle[MANIFEST], geheimnis)
    return schnuere(alle)


def abdruck(inhalt: bytes) -> str:
    """The fingerprint of the sender of a package as it is shown."""
    return signatur.gruppen(signatur.fingerabdruck(manifest(inhalt)["absender"]["schluessel"]))
