"""The labelled demonstration: two regions with real areas and synthetic data."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from analysis import freigabe as freigaben
from analysis.geheimhaltung.gliederung import MERKMALE
from commands.einlesen import Importauftrag, importiere
from commands.einrichten import richte_ein
from data_access import abfragen, schreiben, wuerfelspeicher
from data_access.demo import dateien, grundlage
from data_access.einstellungen import PROJEKT
from data_access.schreibrecht import Schreibrecht
from models.schutz import angaben_aus
from models.tabellen import Freigabe

ORDNER: Final = PROJEKT / "daten" / "demo"
VERZEICHNIS: Final = ORDNER / "freigaben.json"
STAND: Final = datetime(2025, 5, 20, 9, 0, tzinfo=UTC)
"""When the synthetic Lieferungen arrived and were published; fixed, so that every machine shows the same."""

GLIEDERUNG: Final = "-gliederung"
"""Ends the name of a shipped second cube."""
GEGLIEDERT: Final = dict.fromkeys(("lb_bwf", "lb_awf", "lb_wfbm", "personen_gesamt"), MERKMALE)
"""By what the Kreis is broken down: series of adults with enough persons in both regions."""


class DemoAbgelehnt(Exception):
    """The demonstration cannot be set up here; the message says why."""


def baue(recht: Schreibrecht, ohne_einwohner: tuple[int, ...], neu: bool, melde: Callable[[str], None]) -> None:
    """Set the demonstration up in an empty data folder.

    The published cubes are the shipped ones; with `neu` they are computed again and the shipped ones replaced.
    """
    richte_ein()
    if not schreiben.ist_leer():
        raise DemoAbgelehnt(
            "Der Datenordner enthält schon Daten. Die Vorführung wird nur in einen leeren Ordner gelegt: "
            "Bitte SRB_DATA_DIR auf einen anderen Ordner setzen oder den vorhandenen vorher sichern und leeren."
        )
    try:
        einwohner = dateien.einwohnerdatei(ohne_einwohner)
    except ValueError as fehler:
        raise DemoAbgelehnt(str(fehler)) from fehler
    melde("Gebiete, Träger und Planungsräume (Beispiele)")
    schreiben.lege_grundlage_an(recht, *grundlage.tabellen())
    melde("Einwohner (synthetische Daten)")
    _liefere(recht, "einwohner", "einwohner_synthetisch.csv", einwohner, None)
    melde("Zahlen zum Umfeld (synthetische Daten)")
    _liefere(recht, "merkmale", "merkmale_synthetisch.csv", dateien.merkmalsdatei(), None)
    for region in abfragen.regionen():
        melde(f"Fallzahlen {region.name} (synthetische Daten)")
        for name, inhalt in dateien.fallzahlendateien(region.kreis_ags).items():
            _liefere(recht, "fallzahlen", name, inhalt, region.slug)
    if neu:
        _rechne_neu(recht, melde)
    else:
        _uebernimm_mitgelieferte(recht, melde)


def _liefere(recht: Schreibrecht, art: str, datei: str, inhalt: bytes, region: str | None) -> None:
    auftrag = Importauftrag(art, inhalt, datei, region=region, synthetisch=True)
    ergebnis = importiere(recht, auftrag, STAND)
    if ergebnis.lieferung is None:
        raise DemoAbgelehnt(f"{datei}: {json.dumps(ergebnis.befund.als_objekt(), ensure_ascii=False)[:2000]}")


def _rechne_neu(recht: Schreibrecht, melde: Callable[[str], None]) -> None:
    """Protect every Grundzahl again and write the shipped files from the result."""
    verzeichnis = []
    for region in abfragen.regionen():
        for grundzahl in freigaben.freigebbare(region):
            melde(f"Freigabe {region.name}: {grundzahl}")
            nach = GEGLIEDERT.get(grundzahl, ())
            frei = freigaben.gib_frei(recht, region, grundzahl, STAND, nach=nach)
            wuerfel = wuerfelspeicher.lies(frei.datei, frei.pruefsumme)
            ziel = ORDNER / region.slug / f"{grundzahl}.parquet"
            ziel.parent.mkdir(parents=True, exist_ok=True)
            ziel.write_bytes(wuerfelspeicher.als_bytes(wuerfel))
            _schreibe_gliederung(frei, ziel.with_stem(f"{grundzahl}{GLIEDERUNG}"))
            verzeichnis.append(
                {
                    "region": region.slug,
                    "grundzahl": grundzahl,
                    "pruefsumme": frei.pruefsumme,
                    "gliederung": frei.gliederung_pruefsumme,
                    "angaben": angaben_aus(frei.angaben).als_objekt(),
                }
            )
    VERZEICHNIS.write_text(json.dumps(verzeichnis, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _schreibe_gliederung(frei: Freigabe, ziel: Path) -> None:
    """The second cube beside the first; a former one goes if there is none any more."""
    if frei.gliederung_datei is None or frei.gliederung_pruefsumme is None:
        ziel.unlink(missing_ok=True)
        return
    zweiter = wuerfelspeicher.lies_gliederung(frei.gliederung_datei, frei.gliederung_pruefsumme)
    ziel.write_bytes(wuerfelspeicher.gliederung_als_bytes(zweiter))


def _uebernimm_mitgelieferte(recht: Schreibrecht, melde: Callable[[str], None]) -> None:
    regionen = {region.slug: region for region in abfragen.regionen()}
    for eintrag in json.loads(VERZEICHNIS.read_text(encoding="utf-8")):
        melde(f"Geschützte Zahlen {eintrag['region']}: {eintrag['grundzahl']}")
        inhalt = _mitgelieferter(eintrag["region"], eintrag["grundzahl"], eintrag["pruefsumme"])
        zweiter = eintrag.get("gliederung")
        freigaben.uebernimm(
            recht,
            regionen[eintrag["region"]],
            eintrag["grundzahl"],
            angaben_aus(eintrag["angaben"]),
            inhalt,
            STAND,
            _mitgelieferter(eintrag["region"], f"{eintrag['grundzahl']}{GLIEDERUNG}", zweiter) if zweiter else None,
        )


def _mitgelieferter(region: str, name: str, summe: str) -> bytes:
    inhalt = (ORDNER / region / f"{name}.parquet").read_bytes()
    if wuerfelspeicher.pruefsumme(inhalt) != summe:
        raise DemoAbgelehnt(f"Die Datei {name}.parquet wurde verändert; bitte neu auschecken.")
    return inhalt
