"""No side door: raw counts are nowhere but in the raw database, and what is shown follows from what is shown alone.

With a k of half a million every planted count is "small": it may stand nowhere, nor may the sum of any of them, nor the
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
from commands.ausfuhr import AusfuhrAbgelehnt, Wunsch, exportiere
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

K = 500_000
GEPFLANZT = {
    (ALTDORF, ALTDORF, "18-49", "m"): 424_371,
    (BERG, BERG, "50-59", "w"): 371_948,
    (CELL, CELL, "60-64", "m"): 487_124,
    (DORN, DORN, "65+", "w"): 273_191,
    (BERG, ALTDORF, "60-64", "w"): 191_327,
}
"""True counts that nobody meets by chance: one per Gemeinde, age and sex."""

REGION = ("--region", "kleinkreis")
FORMATE = ("csv", "csv-excel", "xlsx", "parquet", "json")
EBENEN = ("kreis", "planungsraum", "gemeinde")
PRINZIPIEN = ("herkunft", "leistungsort")
NACH = ("altersgruppe", "geschlecht")


def summen() -> set[int]:
    """Every sum of planted counts."""
    werte = list(GEPFLANZT.values())
    return {sum(teil) for n in range(1, len(werte) + 1) for teil in itertools.combinations(werte, n)}


SUMMEN = summen()
VERBOTEN = {str(n) for n in SUMMEN | {abs(n * K - s) for s in SUMMEN for n in range(5)} if n >= 100_000}
"""The sums, and by how much they differ from anything that can be shown; six digits, so that none comes by chance."""

ZAHL = re.compile(r"(?<![0-9A-Za-z])\d{6,7}(?![0-9A-Za-z])")
TAUSENDER = re.compile(r"(?<=\d)[., '\u00a0\u202f\u2009](?=\d{3})")


ROH = re.compile(
    b"|".join(
        re.escape(str(n).encode(kodierung)) if kodierung != "ascii" else rb"(?<![0-9a-f])%d(?![0-9a-f])" % n
        for n in sorted(SUMMEN)
        for kodierung in ("ascii", "utf-16-le", "utf-16-be")
    )
)
"""The sums as bytes; in ASCII not as a part of a longer number or of a checksum."""


def assert_rein(inhalt: bytes | str, wo: object, ausser: frozenset[int] = frozenset()) -> None:
    """No forbidden number as text, in any usual encoding, inside archives or tables."""
    for text in _texte(inhalt):
        gefunden = {z for t in (text, TAUSENDER.sub("", text)) for z in ZAHL.findall(t)} & VERBOTEN
        assert gefunden <= {str(n) for n in ausser}, f"{wo}: {sorted(gefunden)}"
    if isinstance(inhalt, bytes):
        assert not ROH.search(inhalt), wo


def _texte(inhalt: bytes | str) -> Iterator[str]:
    if isinstance(inhalt, str):
        yield inhalt
        return
    yield inhalt.decode("utf-8", errors="replace")
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
    falsch = csv(KOPF_ECKWERTE, eckwert("1800001"))
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
    for kennzahl, ebene, prinzip, format_ in itertools.product(("lb_bwf", "W1"), EBENEN, PRINZIPIEN, FORMATE):
        with contextlib.suppress(AusfuhrAbgelehnt):
            inhalt = exportiere(Wunsch(kennzahl, ebene, "kleinkreis", prinzip), format_)
            yield f"{kennzahl} {ebene} {prinzip} {format_}", inhalt
    for format_ in FORMATE:
        yield f"nach {format_}", exportiere(Wunsch("lb_bwf", "kreis", "kleinkreis", nach=NACH), format_)
    befehl("flows", "lb_bwf", *REGION, "--out", ordner / "flows.csv")
    yield "flows", (ordner / "flows.csv").read_bytes()


def seiten(mit_schluessel: bool = True) -> Iterator[tuple[str, AppTest]]:
    """Every page; the one with age and sex also for the Kreis."""
    for seite in SEITEN:
        je_ebene = ("kreis", "gemeinde") if seite == "zahlen" else ("gemeinde",)
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


def ohne_uhrzeit(inhalt: bytes) -> object:
    """A workbook says when it was made; everything else in it counts."""
    if not zipfile.is_zipfile(io.BytesIO(inhalt)):
        return inhalt
    with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
        return {name: archiv.read(name) for name in archiv.namelist() if name != "docProps/core.xml"}


def ohne_zufallsnamen(seite: str, lieferung: str) -> str:
    """Ids that are drawn anew each time: of the Lieferung, of what a button downloads later."""
    return re.sub(r'file_id: "[0-9a-f]+"', "file_id", seite.replace(lieferung, "ID"))


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
        gezeigt: dict[str, Any] = {name: ohne_uhrzeit(datei) for name, datei in ausfuhren(ordner.parent)}
        gezeigt |= {name: ohne_zufallsnamen(alles(at), lieferung.id) for name, at in seiten(mit_schluessel=False)}
        inhalt_des_pakets = paket.baue(kleinkreis(), [neu], ABSENDER, JETZT)
        for eintrag in (objekt := manifest(inhalt_des_pakets))["wuerfel"]:
            del eintrag["wahrheiten"]  # keyed checksums of the truth
        return gezeigt | {"manifest": objekt}


def test_two_truths_behind_the_same_cube_look_the_same(
    vorlage_klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Order, colour classes, sentences, files: nothing depends on what is not shown."""
    monkeypatch.setattr("tests.properties.test_nebenwege.assert_rein", lambda *_, **__: None)
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
