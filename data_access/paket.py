"""The file of a signed protected cube: an uncompressed ZIP with a manifest, its signature and the cubes.

Written so that the same content gives the same bytes. Read so that nothing is unpacked, nothing is hidden between the
members, and no cube is looked at before the signature over its checksum is known to be right.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import dataframely as dy
import polars as pl
from pydantic import ValidationError

from data_access import signatur
from data_access.importing.mangel import ZIP_FEHLER, NichtLesbar
from data_access.wuerfelspeicher import pruefsumme
from models.paket import FORMAT, Manifest, Wuerfelangabe, gliederungsname, wuerfelname
from models.rahmen import Gliederungswuerfel, Wuerfel

MANIFEST: Final = "manifest.json"
SIGNATUR: Final = "signatur.ed25519"
MAX_TEIL: Final = 20 * 1024 * 1024
"""Largest member in bytes. All cubes of the demonstration together have 60 KB."""

_ZEIT: Final = (2000, 1, 1, 0, 0, 0)
_ANFANG: Final = b"PK\x03\x04"
_LOKALER_KOPF: Final = 30
_EINTRAG: Final = 46
_ENDE: Final = 22
_NEU_ANFORDERN: Final = "Bitte den Absender, das Paket noch einmal zu schicken."


@dataclass(frozen=True)
class Paket:
    """A package whose members are those that its sender signed. Whether the sender is to be believed is open."""

    manifest: Manifest
    teile: Mapping[str, bytes]

    @property
    def fingerabdruck(self) -> str:
        """Fingerprint of the key that signed it."""
        return signatur.fingerabdruck(self.manifest.absender.schluessel)

    def wuerfel(self, eintrag: Wuerfelangabe) -> bytes:
        """The cube of an entry, as Parquet."""
        return self.teile[wuerfelname(eintrag.grundzahl)]

    def gliederung(self, eintrag: Wuerfelangabe) -> bytes | None:
        """Its second cube, if it has one."""
        return self.teile.get(gliederungsname(eintrag.grundzahl))


def packe(manifest: Manifest, wuerfel: Mapping[str, bytes], geheimnis: bytes | None = None) -> bytes:
    """Sign and pack. `wuerfel`: member -> Parquet. Without `geheimnis` the installation signs."""
    unterschrieben = manifest.als_bytes()
    teile = {MANIFEST: unterschrieben, SIGNATUR: signatur.unterschreibe(unterschrieben, geheimnis), **wuerfel}
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_STORED) as archiv:
        for name in sorted(teile):
            eintrag = zipfile.ZipInfo(name, _ZEIT)
            eintrag.create_system = 3
            eintrag.external_attr = 0o600 << 16
            archiv.writestr(eintrag, teile[name])
    return puffer.getvalue()


def ist_paket(inhalt: bytes) -> bool:
    """Whether the bytes begin like a package, whole or not."""
    name = inhalt[_LOKALER_KOPF : _LOKALER_KOPF + len(MANIFEST)]
    return inhalt.startswith(_ANFANG) and name == MANIFEST.encode()


def oeffne(inhalt: bytes) -> Paket:
    """Check everything that can be checked without believing anybody. Raises `NichtLesbar`."""
    teile = _teile(inhalt)
    if not {MANIFEST, SIGNATUR} <= teile.keys():
        raise NichtLesbar(f"Dem Paket fehlt {MANIFEST} oder {SIGNATUR}. {_NEU_ANFORDERN}")
    manifest = _manifest(teile.pop(MANIFEST), teile.pop(SIGNATUR))
    erwartet = {name: summe for eintrag in manifest.wuerfel for name, summe in eintrag.teile.items()}
    if fremde := sorted(teile.keys() - erwartet.keys()):
        raise NichtLesbar(f"Das Paket enthält Teile, die nicht unterschrieben sind ({len(fremde)}). {_NEU_ANFORDERN}")
    for name, summe in erwartet.items():
        if name not in teile:
            raise NichtLesbar(f"Dem Paket fehlt der Teil {name}. {_NEU_ANFORDERN}")
        if pruefsumme(teile[name]) != summe:
            raise NichtLesbar(f"Der Teil {name} wurde nach der Unterschrift verändert. {_NEU_ANFORDERN}")
    return Paket(manifest, teile)


def _teile(inhalt: bytes) -> dict[str, bytes]:
    """The members of a ZIP as we write it: stored, not compressed, one after another, and nothing else."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            eintraege = archiv.infolist()
            namen = [e.filename for e in eintraege]
            if len(set(namen)) < len(namen):
                raise NichtLesbar(f"Das Paket enthält einen Teil doppelt. {_NEU_ANFORDERN}")
            if any(e.compress_type != zipfile.ZIP_STORED or e.flag_bits & 1 or e.is_dir() for e in eintraege):
                raise NichtLesbar(f"Das Paket ist neu gepackt oder verschlüsselt worden. {_NEU_ANFORDERN}")
            if any(e.file_size > MAX_TEIL for e in eintraege):
                raise NichtLesbar(f"Ein Teil des Pakets ist größer als {MAX_TEIL // 1024 // 1024} MB.")
            rahmen = sum(_LOKALER_KOPF + _EINTRAG + 2 * len(name.encode()) for name in namen) + _ENDE
            if rahmen + sum(e.file_size for e in eintraege) != len(inhalt):
                raise NichtLesbar(f"In der Datei steht mehr oder weniger als das Paket. {_NEU_ANFORDERN}")
            return {name: archiv.read(name) for name in namen}
    except (*ZIP_FEHLER, ValueError) as fehler:
        raise NichtLesbar(f"Das Paket ist beschädigt oder unvollständig. {_NEU_ANFORDERN}") from fehler


def _manifest(roh: bytes, unterschrift: bytes) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(roh)
    except ValidationError as fehler:
        orte = [".".join(map(str, f["loc"])) for f in fehler.errors()]
        if "format" in orte:
            raise NichtLesbar(
                f"Das Paket hat ein anderes Format als {FORMAT}. Bitte beide Seiten auf dieselbe Version von "
                "Sozialraumblick bringen."
            ) from fehler
        stelle = orte[0][:80] if orte and orte[0] else "Aufbau"
        raise NichtLesbar(
            f"Die Angaben im Paket haben nicht die vereinbarte Form (Stelle: {stelle}). {_NEU_ANFORDERN}"
        ) from fehler
    if not signatur.stimmt(roh, unterschrift, manifest.absender.schluessel):
        raise NichtLesbar(
            "Die Unterschrift stimmt nicht: Die Angaben wurden nach der Unterschrift verändert, oder jemand anderes "
            f"hat unterschrieben. Bitte nicht verwenden. {_NEU_ANFORDERN}"
        )
    if len({e.grundzahl for e in manifest.wuerfel}) < len(manifest.wuerfel):
        raise NichtLesbar(f"Das Paket enthält eine Zahl doppelt. {_NEU_ANFORDERN}")
    return manifest


def lies_wuerfel(inhalt: bytes, zellen: int) -> dy.DataFrame[Wuerfel]:
    """A cube of exactly `zellen` rows. Raises `NichtLesbar`."""
    return Wuerfel.validate(_tabelle(inhalt, Wuerfel, zellen))


def lies_gliederung(inhalt: bytes, zellen: int) -> dy.DataFrame[Gliederungswuerfel]:
    """A second cube of exactly `zellen` rows. Raises `NichtLesbar`."""
    return Gliederungswuerfel.validate(_tabelle(inhalt, Gliederungswuerfel, zellen))


def _tabelle(inhalt: bytes, schema: type[dy.Schema], zellen: int) -> pl.DataFrame:
    """A Parquet of this schema and this many rows; both are looked at before anything of it is unpacked."""
    rahmen = None
    try:
        gefunden = pl.read_parquet_schema(io.BytesIO(inhalt))
        anzahl = pl.scan_parquet(io.BytesIO(inhalt)).select(pl.len()).collect().item()
        if dict(gefunden) == dict(schema.create_empty().schema) and anzahl == zellen:
            rahmen = pl.read_parquet(io.BytesIO(inhalt))
    # A panic of the Rust reader is no Exception; letting it through would end the worker.
    except BaseException as fehler:
        if isinstance(fehler, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise NichtLesbar(f"Ein Teil des Pakets ist keine lesbare Tabelle. {_NEU_ANFORDERN}") from fehler
    if rahmen is None or not schema.is_valid(rahmen):
        raise NichtLesbar(
            f"Ein Würfel hat nicht die Spalten oder nicht die {zellen} Zellen, die zu seinen Angaben gehören. "
            f"{_NEU_ANFORDERN}"
        )
    return rahmen
