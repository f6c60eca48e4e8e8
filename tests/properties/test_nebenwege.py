"""No side door: raw counts are nowhere but in the raw database, and what is shown follows from what is shown alone.

With a k of five million every planted count is "small": it may stand nowhere, nor may the sum of any of them, nor the
difference between what is shown and what is true.
"""

import asyncio
import contextlib
import gc
import io
import itertools
import json
import logging
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import polars as pl
import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from analysis import freigabe
from analysis.bestand import Bestand
from analysis.freigabe.geben import uebernimm
from analysis.gliederungen import Teilmessung
from analysis.steckbriefteile import Steckbrief
from analysis.vergleiche import Messung
from cli import app
from commands import paket
from commands.ausfuhr import Wunsch, exportiere, exportiere_stroeme
from data_access import auftraege, wuerfelspeicher
from data_access.einstellungen import einstellungen
from data_access.grenzen import mitgelieferter
from data_access.schreibrecht import zugangsschluessel
from models.schutz import angaben_aus
from models.tabellen import Freigabe
from models.vokabular import Auftragsart
from server import kartengebiete
from serving.geometrie import geometrierouten
from tests import gegliedert
from tests.data_access.importing.test_eckwerte import KOPF as KOPF_ECKWERTE
from tests.data_access.importing.test_eckwerte import zeile as eckwert
from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall
from tests.installation import ALTDORF, BERG, CELL, DORN, FORST, JETZT, benutze, kleinkreis, liefere, recht
from tests.pages.seiten import SEITEN, alles, oeffne
from tests.pakete import ABSENDER, BERICHT, manifest

K = 5_000_000
GEPFLANZT = {
    (ALTDORF, ALTDORF, "18-49", "m"): 4_243_719,
    (BERG, BERG, "50-59", "w"): 3_719_487,
    (CELL, CELL, "60-64", "m"): 4_871_243,
    (DORN, DORN, "65+", "w"): 2_731_917,
    (BERG, ALTDORF, "60-64", "w"): 1_913_273,
}
"""True counts that nobody meets by chance: one per Gemeinde, age and sex."""

REGION = ("--region", "kleinkreis")
FORMATE = ("csv", "csv-excel", "xlsx", "parquet", "json")
EBENEN = ("kreis", "planungsraum", "gemeinde")
PRINZIPIEN = ("herkunft", "leistungsort")
NACH = ("altersgruppe", "geschlecht")


def verbotene() -> set[int]:
    """Every sum of planted counts, and by how much it differs from anything that can be shown."""
    werte = list(GEPFLANZT.values())
    summen = {sum(teil) for n in range(1, len(werte) + 1) for teil in itertools.combinations(werte, n)}
    return summen | {abs(n * K - s) for s in summen for n in range(5) if abs(n * K - s) > 99_999}


VERBOTEN = verbotene()


def muster() -> re.Pattern[str]:
    """Plain, and with the marks that thousands are written with."""
    schreibweisen = set()
    for wert in VERBOTEN:
        gruppen = f"{wert:,}".split(",")
        schreibweisen |= {re.escape(t.join(gruppen)) for t in ("", ".", ",", " ", "'", "\u00a0", "\u202f", "\u2009")}
    return re.compile("|".join(sorted(schreibweisen, key=len, reverse=True)))


MUSTER = muster()


def assert_rein(inhalt: bytes | str, wo: object, ausser: frozenset[int] = frozenset()) -> None:
    """No forbidden number as text, in any usual encoding, inside archives, packed streams or tables."""
    for text in _texte(inhalt):
        gefunden = {int(re.sub(r"\D", "", treffer)) for treffer in MUSTER.findall(text)}
        assert gefunden <= ausser, f"{wo}: {sorted(gefunden - ausser)}"


def _texte(inhalt: bytes | str) -> Iterator[str]:
    if isinstance(inhalt, str):
        yield inhalt
        return
    for kodierung in ("latin-1", "utf-8", "utf-16-le", "utf-16-be"):
        yield inhalt.decode(kodierung, errors="ignore")
    if zipfile.is_zipfile(io.BytesIO(inhalt)):
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            for name in archiv.namelist():
                yield name
                yield from _texte(archiv.read(name))
    if inhalt.startswith(b"PAR1"):
        yield from _tafel(pl.read_parquet(io.BytesIO(inhalt)))
    if inhalt.startswith(b"SQLite"):
        with contextlib.closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(inhalt.replace(b"\x02\x02", b"\x01\x01", 1))  # a copy outside WAL mode
            yield "\n".join(db.iterdump())
    for stelle in re.finditer(rb"x[\x01\x5e\x9c\xda]", inhalt):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(inhalt[stelle.start() :]).decode("latin-1")


def _tafel(tafel: pl.DataFrame) -> Iterator[str]:
    for spalte in tafel:
        yield spalte.name + " " + " ".join(str(w).removesuffix(".0") for w in spalte)


def rohdatei(verschrieben: str = "", absender: str = "LWX") -> bytes:
    return csv(KOPF_FALLZAHLEN, *(fall(f"{n}{verschrieben}", *zelle, absender) for zelle, n in GEPFLANZT.items()))


@pytest.fixture
def streng(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SRB_K", str(K))
    einstellungen.cache_clear()
    st.cache_resource.clear()
    return klein


def befehl(*teile: object, code: int = 0, ausser: frozenset[int] = frozenset()) -> str:
    """Run a command; nothing it says may be a planted count."""
    ergebnis = CliRunner().invoke(app, [str(t) for t in teile])
    assert ergebnis.exit_code == code, ergebnis.output
    assert_rein(ergebnis.stdout, teile, ausser)
    assert_rein(ergebnis.stderr, teile)
    return ergebnis.stdout


KREISSUMME = frozenset({sum(GEPFLANZT.values())})
"""`import` and `inspect` print the total of the Kreis to whoever holds the file (design.md 3); nothing else does."""


def liefere_alles(ordner: Path) -> None:
    """Import as a user does: refused, asked about, tried, stored; by command line and by worker."""
    dateien = {
        "gut": rohdatei(),
        "schlecht": rohdatei("x"),
        "zweite": rohdatei(absender="LWY"),
    }
    for name, inhalt in dateien.items():
        (ordner / f"{name}.csv").write_bytes(inhalt)
    befehl("import", "fallzahlen", ordner / "schlecht.csv", code=1, ausser=KREISSUMME)
    befehl("import", "einwohner", ordner / "gut.csv", code=1, ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "gut.csv", "--dry-run", "--json", ausser=KREISSUMME)
    befehl("inspect", ordner / "gut.csv", "--json", ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "gut.csv", "--json", ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "zweite.csv", "--json", code=3, ausser=KREISSUMME)
    for art in (Auftragsart.PRUEFEN, Auftragsart.IMPORT):
        for inhalt in dateien.values():
            spool = auftraege.lege_in_eingang(recht(), inhalt)
            auftraege.stelle_ein(recht(), art, JETZT, datei="auf.csv", spool=spool, optionen={"kind": "fallzahlen"})
    befehl("worker", "--once")


def gib_frei(ordner: Path) -> bytes:
    """Preview, a public figure that contradicts, release, package, checks; the package."""
    optionen = {"region": "kleinkreis", "grundzahlen": ["lb_bwf"]}
    auftraege.stelle_ein(recht(), Auftragsart.VORSCHAU, JETZT, optionen=optionen)
    befehl("worker", "--once")
    befehl("release", *REGION, "--vorschau")
    befehl("release", *REGION, "--vorschau", "--json")
    falsch = csv(KOPF_ECKWERTE, eckwert("18000001"))
    (ordner / "eckwert.csv").write_bytes(falsch)
    nummer = json.loads(befehl("import", "eckwerte", ordner / "eckwert.csv", "--json"))["lieferung"]
    befehl("release", *REGION, "--json", code=1)
    auftraege.stelle_ein(recht(), Auftragsart.FREIGABE, JETZT, optionen=optionen)
    befehl("worker", "--once")
    befehl("retract", nummer)
    (ordner / "eckwert.csv").write_bytes(csv(KOPF_ECKWERTE, eckwert("0", FORST)))
    befehl("import", "eckwerte", ordner / "eckwert.csv")
    befehl("release", *REGION, "--nach", ",".join(NACH), "--paket", ordner / "paket.zip", "--json")
    befehl("release", *REGION, "--nach", "einkommen", code=2)
    befehl("release", *REGION, "--k", K + 1, code=1)
    for weiterer in (("verify",), ("verify", "--json"), ("releases", "--json"), ("deliveries", "--json"), ("regeln",)):
        befehl(*weiterer)
    return (ordner / "paket.zip").read_bytes()


def ausfuhren(ordner: Path) -> Iterator[tuple[str, bytes]]:
    """Every export of every level in every format, and the flows."""
    ziel = ordner / "aus"
    for kennzahl, ebene, prinzip, format_ in itertools.product(("lb_bwf", "W1"), EBENEN, PRINZIPIEN, FORMATE):
        wahl = ("--ebene", ebene, "--raumprinzip", prinzip, "--format", format_, "--out", str(ziel))
        ergebnis = CliRunner().invoke(app, ["export", kennzahl, *REGION, *wahl])
        assert_rein(ergebnis.output, "export")
        if ergebnis.exit_code == 0:
            yield f"{kennzahl} {ebene} {prinzip} {format_}", ziel.read_bytes()
    for format_ in FORMATE:
        gliederung = exportiere(Wunsch("lb_bwf", "kreis", "kleinkreis", nach=NACH), format_)
        yield f"nach {format_}", gliederung
    yield "flows", exportiere_stroeme("lb_bwf", "kleinkreis")


def seiten(mit_schluessel: bool = True) -> Iterator[tuple[str, AppTest]]:
    """Every page, the main ones by every level."""
    for seite in SEITEN:
        je_ebene = EBENEN if seite in ("zahlen", "karte") else ("gemeinde",)
        for ebene in je_ebene:
            wahl = {"region": "kleinkreis", "kennzahl": "lb_bwf", "ebene": ebene}
            if seite == "daten" and mit_schluessel:
                wahl["zugang"] = zugangsschluessel()
            at = oeffne(seite, **wahl)
            assert not at.exception, seite
            yield f"{seite} {ebene}", at
    yield "planungsraum", oeffne("planungsraum", region="kleinkreis", gebiet="nord", einteilung="haupt")


def lade_herunter(geladen: dict[str, bytes]) -> Callable[..., bool]:
    """Stands for every button that downloads: what it would give, by file name."""

    def knopf(_: str, inhalt: Callable[[], bytes | str] | bytes | str, name: str, *__: object, **___: object) -> bool:
        if name not in geladen:
            fertig = inhalt() if callable(inhalt) else inhalt
            geladen[name] = fertig.encode() if isinstance(fertig, str) else fertig
        return False

    return knopf


def test_raw_counts_are_nowhere_but_in_the_raw_database(
    streng: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    caplog.set_level(logging.DEBUG)
    liefere_alles(tmp_path)
    assert_rein(gib_frei(tmp_path), "package")
    for name, inhalt in ausfuhren(tmp_path):
        assert_rein(inhalt, name)
    geladen: dict[str, bytes] = {}
    monkeypatch.setattr(st, "download_button", lade_herunter(geladen))
    for name, at in seiten():
        assert_rein(alles(at), name)
    assert {Path(name).suffix for name in geladen} >= {".csv", ".xlsx", ".png"}
    for name, inhalt in geladen.items():
        assert_rein(name, "name of a download")
        assert_rein(inhalt, name)
    for ding in gc.get_objects():
        if isinstance(ding, Bestand | Messung | Teilmessung | Steckbrief):
            assert_rein(repr(ding), type(ding))
    assert_geometrie()
    wartend = list((streng / "eingang").glob("*"))
    assert len(wartend) == 3, "checked, asked about twice: these wait for the user; nothing else stays"
    for datei in streng.rglob("*"):
        assert_rein(str(datei), "file name")
        if datei.is_file() and not datei.name.startswith("roh.db") and datei not in wartend:
            assert_rein(datei.read_bytes(), datei.name)
    assert_rein(caplog.text + "".join(capfd.readouterr()), "log")
    roh = b"".join(d.read_bytes() for d in streng.glob("roh.db*"))
    with pytest.raises(AssertionError):
        assert_rein(roh, "raw database")  # so the search does find


def assert_geometrie() -> None:
    """Own routes carry geometry only."""
    transport = httpx.ASGITransport(app=Starlette(routes=geometrierouten(kartengebiete, mitgelieferter)))

    async def hole(ebene: str) -> bytes:
        async with httpx.AsyncClient(transport=transport, base_url="http://dienst") as client:
            return (await client.get(f"/geo/kleinkreis/{ebene}.geojson")).content

    for ebene in EBENEN:
        assert_rein(asyncio.run(hole(ebene)), f"/geo {ebene}")


def kleine_anders() -> bytes:
    """The other truth: the same large cells, other small ones."""
    text = gegliedert.fallzahlendatei().decode()
    klein = {"1": "4", "2": "3", "6": "9", "7": "5", "9": "8"}
    return re.sub(r";(1|2|6|7|9);LWX", lambda m: f";{klein[m[1]]};LWX", text).encode()


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
        gezeigt: dict[str, Any] = dict(ausfuhren(ordner.parent))
        gezeigt |= {name: alles(at).replace(lieferung.id, "ID") for name, at in seiten(mit_schluessel=False)}
        inhalt_des_pakets = paket.baue(kleinkreis(), [neu], ABSENDER, JETZT)
        for eintrag in (objekt := manifest(inhalt_des_pakets))["wuerfel"]:
            del eintrag["wahrheiten"]  # keyed checksums of the truth
        return gezeigt | {"manifest": objekt}


def test_two_truths_behind_the_same_cube_look_the_same(
    vorlage_klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Order, colour classes, sentences, files: nothing depends on what is not shown."""
    monkeypatch.setattr("tests.properties.test_nebenwege.assert_rein", lambda *_: None)
    wahr = gegliedert.fallzahlendatei(), kleine_anders()
    assert len(set(wahr)) == 2
    with benutze(shutil.copytree(vorlage_klein, tmp_path / "quelle")):
        liefere("fallzahlen", wahr[0], "bwf2024.csv")
        frei = freigabe.gib_frei(recht(), kleinkreis(), "lb_bwf", JETZT, nach=NACH)
        assert frei.gliederung_datei is not None
        assert frei.gliederung_pruefsumme is not None
        teile = (
            wuerfelspeicher.lies_bytes(frei.datei, frei.pruefsumme),
            wuerfelspeicher.lies_bytes(frei.gliederung_datei, frei.gliederung_pruefsumme),
        )
    erste, zweite = (
        bild_der_installation(vorlage_klein, tmp_path / name / "var", inhalt, frei, teile)
        for name, inhalt in zip("ab", wahr, strict=True)
    )
    assert len(erste) > 40
    assert erste.keys() == zweite.keys()
    for name, gezeigt in erste.items():
        assert gezeigt == zweite[name], name
