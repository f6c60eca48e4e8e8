"""The labelled demonstration: two regions with real areas and synthetic data."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from analysis import freigabe as freigaben
from analysis.freigabe.stoff import DEMO_GEHEIMNIS, pruefsummen, schluessel
from commands import paket
from commands.einlesen import Importauftrag, importiere
from commands.einrichten import richte_ein
from data_access import abfragen, schreiben, signatur
from data_access import paket as paketablage
from data_access.demo import dateien, grundlage
from data_access.einstellungen import PROJEKT
from data_access.gremien import mitgeliefert
from data_access.importing.mangel import NichtLesbar
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht
from models.schutz import MERKMALE
from models.tabellen import Freigabe, Region

ORDNER: Final = PROJEKT / "daten" / "demo"
ABSENDER: Final = "Vorführung von Sozialraumblick (synthetische Daten)"
"""Who signs the shipped packages."""

STAND: Final = datetime(2025, 5, 20, 9, 0, tzinfo=UTC)
"""When the synthetic Lieferungen arrived and were published; fixed, so that every machine shows the same."""

GREMIENSTAND: Final = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""When the Gremien of the demonstration were entered: after the last of their meetings that took place."""

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
        melde(f"Gremien {region.name} (Register echt, weitere Sitzungen synthetisch)")
        mitgeliefert.lade_register(recht, region.slug, GREMIENSTAND)
        mitgeliefert.lade_sitzungen(recht, region.slug, GREMIENSTAND)
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
    """Protect every Grundzahl again and write the shipped packages from the result."""
    for region in abfragen.regionen():
        ids = []
        for grundzahl in freigaben.freigebbare(region):
            melde(f"Freigabe {region.name}: {grundzahl}")
            ids.append(freigaben.gib_frei(recht, region, grundzahl, STAND, nach=GEGLIEDERT.get(grundzahl, ())).id)
        paketdatei(region.slug).write_bytes(schnuere(region, abfragen.freigaben(ids)))


def schnuere(region: Region, fertige: Sequence[Freigabe]) -> bytes:
    """The package of a region: signed with a key that everybody can derive, the same bytes on every machine."""
    wahrheiten = {}
    for frei in fertige:
        wahr = ablage.wahrheit(frei.id)
        if wahr is not None:
            tage = [date.fromisoformat(tag) for tag in frei.stichtage]
            wahrheiten[frei.grundzahl] = pruefsummen(wahr, tage, schluessel("pruefsumme", synthetisch=True))
    return paket.schnuere(region, fertige, ABSENDER, STAND, geheimnis=DEMO_GEHEIMNIS, wahrheiten=wahrheiten)


def paketdatei(region: str) -> Path:
    """The shipped package of a region."""
    return ORDNER / f"{region}.srbpaket"


def _uebernimm_mitgelieferte(recht: Schreibrecht, melde: Callable[[str], None]) -> None:
    for region in abfragen.regionen():
        try:
            paket_ = paketablage.oeffne(paketdatei(region.slug).read_bytes())
        except (OSError, NichtLesbar) as grund:
            raise DemoAbgelehnt(f"{paketdatei(region.slug).name} fehlt oder ist beschädigt: {grund}") from grund
        if paket_.manifest.absender.schluessel != signatur.oeffentlicher_schluessel(DEMO_GEHEIMNIS):
            raise DemoAbgelehnt(f"{paketdatei(region.slug).name} ist nicht das mitgelieferte Paket; neu auschecken.")
        for eintrag in paket_.manifest.wuerfel:
            melde(f"Geschützte Zahlen {region.name}: {eintrag.grundzahl}")
            freigaben.uebernimm(
                recht,
                region,
                eintrag.grundzahl,
                eintrag.schutz,
                paket_.wuerfel(eintrag),
                STAND,
                pruefbericht=eintrag.pruefbericht,
                gliederung=paket_.gliederung(eintrag),
            )
