"""The ways by which a number could leave the raw side: commands, jobs, packages, exports, pages, downloads, maps."""

import asyncio
import contextlib
import functools
import itertools
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from cli import app
from commands import ausfuhr
from commands.ausfuhr import AusfuhrAbgelehnt, Wunsch, exportiere, exportiere_stroeme
from data_access import auftraege
from data_access.grenzen import mitgelieferter
from data_access.schreibrecht import zugangsschluessel
from models.vokabular import Auftragsart
from presentation.texts.lieferungen import ERKENNEN
from server import kartengebiete
from serving.geometrie import geometrierouten
from tests.data_access.importing.test_eckwerte import KOPF as KOPF_ECKWERTE
from tests.data_access.importing.test_eckwerte import zeile as eckwert
from tests.data_access.importing.werkzeug import csv
from tests.installation import FORST, JETZT, recht
from tests.pages.seiten import SEITEN, oeffne
from tests.properties.durchsuchung import assert_rein
from tests.properties.pflanzung import DATEIEN, KREISSUMME, K

REGION = ("--region", "kleinkreis")
FORMATE = ("csv", "csv-excel", "xlsx", "parquet", "json")
EBENEN = ("kreis", "planungsraum", "gemeinde")
PRINZIPIEN = ("herkunft", "leistungsort")
NACH = ("altersgruppe", "geschlecht")


def befehl(*teile: object, code: int = 0, ausser: frozenset[int] = frozenset()) -> str:
    """Run a command; nothing it says may be a planted count."""
    ergebnis = CliRunner().invoke(app, [str(t) for t in teile])
    assert ergebnis.exit_code == code, ergebnis.output
    assert_rein(ergebnis.stdout, teile, ausser)
    assert_rein(ergebnis.stderr, teile)
    return ergebnis.stdout


def liefere_alles(ordner: Path) -> None:
    """Import as a user does: refused, asked about, tried, stored; by command line and by worker."""
    for name, inhalt in DATEIEN.items():
        (ordner / f"{name}.csv").write_bytes(inhalt)
    befehl("import", "fallzahlen", ordner / "schlecht.csv", code=1, ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "fremder_kopf.csv", code=1, ausser=KREISSUMME)
    befehl("import", "einwohner", ordner / "gut.csv", code=1, ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "gut.csv", "--dry-run", "--json", ausser=KREISSUMME)
    befehl("inspect", ordner / "gut.csv", "--json", ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "gut.csv", "--json", ausser=KREISSUMME)
    befehl("import", "fallzahlen", ordner / "zweite.csv", "--json", code=3, ausser=KREISSUMME)
    for art, inhalt in itertools.product((Auftragsart.PRUEFEN, Auftragsart.IMPORT), DATEIEN.values()):
        spool = auftraege.lege_in_eingang(recht(), inhalt)
        auftraege.stelle_ein(recht(), art, JETZT, datei="auf.csv", spool=spool, optionen={"kind": "fallzahlen"})
    spool = auftraege.lege_in_eingang(recht(), DATEIEN["fremder_kopf"])
    optionen = {"kind": ERKENNEN}
    auftraege.stelle_ein(recht(), Auftragsart.PRUEFEN, JETZT, datei="auf.csv", spool=spool, optionen=optionen)
    befehl("worker", "--once")


def gib_frei(ordner: Path) -> bytes:
    """Preview, a public figure that contradicts, release, package, checks; the package."""
    optionen = {"region": "kleinkreis", "grundzahlen": ["lb_bwf"]}
    with _nur_einmal("analysis.freigabe.vorschau_auf"):
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
    befehl("flows", "lb_bwf", *REGION, "--out", ordner / "flows.csv")
    assert_rein((ordner / "flows.csv").read_bytes(), "flows")
    return (ordner / "paket.zip").read_bytes()


@contextlib.contextmanager
def _nur_einmal(name: str) -> Iterator[None]:
    """The same question to a stock that does not change meanwhile is answered once."""
    modul, _, funktion = name.rpartition(".")
    echt, gemerkt = getattr(sys.modules[modul], funktion), dict[str, object]()

    @functools.wraps(echt)
    def merkt(*angaben: object, **mehr: object) -> object:
        schluessel = repr((angaben, mehr))
        if schluessel not in gemerkt:
            gemerkt[schluessel] = echt(*angaben, **mehr)
        return gemerkt[schluessel]

    with pytest.MonkeyPatch.context() as ersatz:
        ersatz.setattr(sys.modules[modul], funktion, merkt)
        yield


def ausfuhren() -> dict[str, bytes]:
    """Every export of every level in every format, and the flows."""
    dateien = {}
    with _nur_einmal(f"{ausfuhr.__name__}.lade_region"):
        for kennzahl, ebene, prinzip, format_ in itertools.product(("lb_bwf", "W1"), EBENEN, PRINZIPIEN, FORMATE):
            with contextlib.suppress(AusfuhrAbgelehnt):
                inhalt = exportiere(Wunsch(kennzahl, ebene, "kleinkreis", prinzip), format_)
                dateien[f"{kennzahl} {ebene} {prinzip} {format_}"] = inhalt
        for format_ in FORMATE:
            dateien[f"nach {format_}"] = exportiere(Wunsch("lb_bwf", "kreis", "kleinkreis", nach=NACH), format_)
        dateien["flows"] = exportiere_stroeme("lb_bwf", "kleinkreis")
    return dateien


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


def geometrie() -> dict[str, httpx.Response]:
    """What the own routes answer."""
    transport = httpx.ASGITransport(app=Starlette(routes=geometrierouten(kartengebiete, mitgelieferter)))

    async def hole(adresse: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://dienst") as client:
            return await client.get(f"/geo/kleinkreis/{adresse}.geojson")

    adressen = [f"{ebene}{teil}" for ebene in EBENEN for teil in ("", "/schraffur", "/kanten")]
    return {adresse: asyncio.run(hole(adresse)) for adresse in adressen}


@contextlib.contextmanager
def mitschnitt() -> Iterator[Callable[[], str]]:
    """Everything that is logged, at any level, or printed, by native code too; what was heard so far."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as datei, contextlib.ExitStack() as zurueck:
        horcher = logging.StreamHandler(datei)
        alle = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
        for log in (logging.root, *(log for log in alle if not log.propagate)):
            zurueck.callback(log.setLevel, log.level)
            zurueck.callback(log.removeHandler, horcher)
            log.setLevel(logging.DEBUG)
            log.addHandler(horcher)
        for nummer in (1, 2):
            merker = os.dup(nummer)
            zurueck.callback(os.close, merker)
            zurueck.callback(os.dup2, merker, nummer)
            os.dup2(datei.fileno(), nummer)
        zurueck.enter_context(contextlib.redirect_stdout(datei))
        zurueck.enter_context(contextlib.redirect_stderr(datei))

        def gehoert() -> str:
            datei.flush()
            groesse = os.fstat(datei.fileno()).st_size
            return os.pread(datei.fileno(), groesse, 0).decode("utf-8", errors="replace")

        yield gehoert
