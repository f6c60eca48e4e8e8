"""The attack by somebody who knows nothing of the product's audit: from exported files alone, nothing is disclosed."""

import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from analysis.bestand import finde_region, lade
from data_access import abfragen
from data_access.einstellungen import einstellungen
from models.schutz import angaben_aus
from models.schutzregeln import VOREINSTELLUNGEN
from tests.angreifer import Angriff, Ausfuhren, Befund, Widerspruch, Zeile, lies
from tests.commands.test_cli import cli
from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall
from tests.installation import NAMEN, STICHTAG

PRINZIPIEN = ("herkunft", "leistungsort")
NACH = "altersgruppe,geschlecht"
RAEUME = ("r1", "r2", "r3")
SAAT = 20_260_301
"""Drawn once, so that a failure comes again."""


def haupteinteilung(region: str) -> dict[str, str]:
    """AGS -> Planungsraum, as every Planungsraum on screen says."""
    gefunden = finde_region(region)
    assert gefunden is not None
    bestand = lade(gefunden, abfragen.stand(gefunden.slug))
    zuordnung = bestand.zuordnungen["planungsraum", str(gefunden.haupteinteilung_id)]
    return dict(zuordnung.select("ags", "gebiet").iter_rows())


def schreibe_einteilung(ordner: Path, region: str, orte: Mapping[str, str], kuerzel: str) -> Path:
    """A cut as a file of its own, as a user would give it."""
    datei = ordner / f"{region}-{kuerzel}.csv"
    kopf = "einteilung;region;planungsraum;name;ags;gueltig_von;gueltig_bis"
    zeilen = [f"{kuerzel};{region};{raum};Raum {raum};{ags};2010-01-01;" for ags, raum in orte.items()]
    datei.write_bytes(csv(kopf, *zeilen))
    return datei


class Leser:
    """Takes every file that the command line gives out about a region, by three cuts."""

    def __init__(self, ordner: Path, region: str, zufall: np.random.Generator) -> None:
        self.ordner, self.region = ordner, region
        haupt = haupteinteilung(region)
        self.ags = sorted(haupt)
        kreis = self.ags[0][:5]
        self.schnitte: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
            ("kreis", (), dict.fromkeys(self.ags, kreis)),
            ("gemeinde", (), {ags: ags for ags in self.ags}),
            ("planungsraum", (), haupt),
        ]
        for kuerzel in ("probe-a", "probe-b"):
            orte = {ags: str(zufall.choice(RAEUME)) for ags in self.ags}
            datei = schreibe_einteilung(ordner, region, orte, kuerzel)
            self.schnitte.append(("planungsraum", ("--einteilung", str(datei)), orte))

    def _lies(self, *teile: str) -> list[Zeile]:
        ziel = self.ordner / "aus.csv"
        cli(*teile, "--region", self.region, "--out", ziel)
        return lies(ziel.read_bytes())

    def _ist_gegliedert(self, grundzahl: str) -> bool:
        (frei,) = abfragen.freigaben([dict(abfragen.stand(self.region).freigaben)[grundzahl]])
        gliederung = angaben_aus(frei.angaben).gliederung
        return gliederung is not None and len(gliederung.geschlechter) > 1

    def alles(self, grundzahl: str) -> "Gelesenes":
        gebiete = [
            (self._lies("export", grundzahl, "--ebene", ebene, "--raumprinzip", prinzip, *mehr), orte)
            for ebene, mehr, orte in self.schnitte
            for prinzip in PRINZIPIEN
        ]
        nach = (
            self._lies("export", grundzahl, "--ebene", "kreis", "--nach", NACH)
            if self._ist_gegliedert(grundzahl)
            else []
        )
        return Gelesenes(grundzahl, self._lies("flows", grundzahl), gebiete, nach)


class Gelesenes:
    """The files of a Grundzahl at all Stichtage."""

    def __init__(
        self,
        grundzahl: str,
        stroeme: list[Zeile],
        gebiete: Sequence[tuple[list[Zeile], Mapping[str, str]]],
        gliederung: list[Zeile],
    ) -> None:
        self.grundzahl, self.stroeme, self.gebiete, self.gliederung = grundzahl, stroeme, gebiete, gliederung

    def am(self, tag: str) -> Ausfuhren:
        def nur(zeilen: list[Zeile]) -> list[Zeile]:
            return [dict(z) for z in zeilen if z["stichtag"] == tag]

        gebiete = [(nur(zeilen), orte) for zeilen, orte in self.gebiete]
        return Ausfuhren(self.grundzahl, nur(self.stroeme), gebiete, nur(self.gliederung))


def greife_an(
    alle: Sequence[Ausfuhren], zufall: np.random.Generator, teilmenge: tuple[str, str] | None = None
) -> Befund:
    angriff = Angriff()
    for eine in alle:
        angriff.learn(eine)
    if teilmenge:
        angriff.learn_subset(*teilmenge)
    return angriff.run(zufall)


def test_nothing_of_the_demonstration_is_disclosed(demo_lesend: Path, tmp_path: Path) -> None:
    zufall = np.random.default_rng(SAAT)
    ziele = 0
    unna, wmk = (Leser(tmp_path, region, zufall) for region in ("kreis-unna", "werra-meissner-kreis"))
    for leser in (unna, wmk):
        gelesen = leser.alles("lb_bwf")
        for tag in ("2016-12-31", "2024-12-31"):
            befund = greife_an([gelesen.am(tag)], zufall)
            assert not befund.aufgedeckt, (leser.region, tag, befund.aufgedeckt)
            ziele += befund.ziele
    klein, gross = "lb_fruehfoerderung", "minderjaehrige_egh"
    beide = [unna.alles(g) for g in (klein, gross)]
    befund = greife_an([g.am("2024-12-31") for g in beide], zufall, (klein, gross))
    assert not befund.aufgedeckt, befund.aufgedeckt
    assert ziele + befund.ziele > 1000


def erfundene_dateien(zufall: np.random.Generator, tag: date, alter: Mapping[str, Sequence[str]]) -> list[bytes]:
    """Counts as they are in small places: mostly nobody or a few, some Gemeinden with many.

    `alter`: Grundzahl -> its age groups; each Grundzahl holds everybody of the one before.
    """
    orte = [ags for ags in NAMEN if not ags.endswith("999")]
    paare = [(h, z) for h in orte for z in orte] + [(orte[1], "05915"), ("05915", orte[2]), ("unbekannt", orte[0])]
    bisher: dict[tuple[str, str, str, str], int] = {}
    dateien = []
    for grundzahl, baender in alter.items():
        for h, z in paare:
            for zelle in ((h, z, band, geschlecht) for band in baender for geschlecht in ("m", "w")):
                gross = int(zufall.integers(12, 61)) if h == z else 0
                bisher[zelle] = bisher.get(zelle, 0) + (gross or int(zufall.choice((0, 0, 0, 0, 1, 1, 2, 3, 4, 7))))
        zeilen = [
            fall(str(n), h, z, band, geschlecht, "LWX", grundzahl, tag.isoformat())
            for (h, z, band, geschlecht), n in bisher.items()
        ]
        dateien.append(csv(KOPF_FALLZAHLEN, *zeilen))
    return dateien


def saat_der_erfindung() -> int:
    """The same draw in every test run, a new one in every run of `make fuzz`."""
    return secrets.randbits(32) if "SRB_BEISPIELE" in os.environ else SAAT


def liefere(ordner: Path, dateien: Sequence[bytes]) -> None:
    for inhalt in dateien:
        (ordner / "liste.csv").write_bytes(inhalt)
        cli("import", "fallzahlen", ordner / "liste.csv")


@pytest.mark.parametrize("k", [3, 5, 10])
def test_nothing_of_invented_counts_is_disclosed(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, k: int
) -> None:
    """k = 3 only with another record, as nobody can go below 5 by any option."""
    saat = saat_der_erfindung()
    zufall = np.random.default_rng(saat)
    monkeypatch.setitem(VOREINSTELLUNGEN, "lb_bwf", replace(VOREINSTELLUNGEN["lb_bwf"], k=3))
    monkeypatch.setenv("SRB_K", "3")
    einstellungen.cache_clear()
    for tag in (STICHTAG, STICHTAG.replace(year=2023)):
        liefere(tmp_path, erfundene_dateien(zufall, tag, {"lb_bwf": ("18-49", "50-59", "60-64", "65+")}))
    cli("release", "--region", "kleinkreis", "--kennzahl", "lb_bwf", "--nach", NACH, "--k", k)
    gelesen = Leser(tmp_path, "kleinkreis", zufall).alles("lb_bwf")
    for jahr in (2023, 2024):
        ausfuhren = gelesen.am(f"{jahr}-12-31")
        assert ausfuhren.k == k
        befund = greife_an([ausfuhren], zufall)
        assert befund.ziele > 0
        assert not befund.aufgedeckt, f"seed {saat}, k = {k}, {jahr}: {befund.aufgedeckt}"


def test_nothing_of_two_invented_series_that_hang_together_is_disclosed(klein: Path, tmp_path: Path) -> None:
    """Every child with heilpädagogische Leistungen is one of the minors: both cubes together, k = 10."""
    saat = saat_der_erfindung()
    zufall, paar = np.random.default_rng(saat), ("lb_fruehfoerderung", "minderjaehrige_egh")
    liefere(tmp_path, erfundene_dateien(zufall, STICHTAG, {paar[0]: ("0-6",), paar[1]: ("0-6", "7-17")}))
    cli("release", "--region", "kleinkreis", "--kennzahl", paar[1], "--nach", NACH)
    cli("release", "--region", "kleinkreis", "--kennzahl", paar[0])
    leser = Leser(tmp_path, "kleinkreis", zufall)
    befund = greife_an([leser.alles(g).am(f"{STICHTAG}") for g in paar], zufall, paar)
    assert befund.ziele > 0
    assert not befund.aufgedeckt, f"seed {saat}: {befund.aufgedeckt}"


def test_a_planted_leak_is_found(gefuellt: Path, tmp_path: Path) -> None:
    """One line of one file changed: the same attack finds a small margin said exactly, and a number that cannot be."""
    leser = Leser(tmp_path, "kleinkreis", np.random.default_rng(1))
    gelesen = leser.alles("lb_bwf")

    def aendere(von: int, bis: int) -> tuple[str, Befund]:
        ausfuhren = gelesen.am("2024-12-31")
        raender = (z for zeilen, _ in ausfuhren.gebiete for z in zeilen if z["ebene"] == "gemeinde")
        zeile = next(z for z in raender if z["wert"] == "0")
        zeile["von"], zeile["bis"] = str(von), str(bis)
        return zeile["gebiet"], greife_an([ausfuhren], np.random.default_rng(1))

    assert not aendere(0, 4)[1].aufgedeckt
    for von, bis in ((2, 2), (0, 3)):
        gebiet, befund = aendere(von, bis)
        assert befund.aufgedeckt["lb_bwf", "herkunft", "rand", gebiet] == (von, bis)
    with pytest.raises(Widerspruch):
        aendere(900, 900)
