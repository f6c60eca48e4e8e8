"""`bench exporte`: how long files of views and reports take, beside a plain baseline measured in the same run."""

import io
import resource
import statistics
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import Any, Final

import pikepdf
import typst
import vl_convert

from analysis.auswahl import Auswahl, loese_auf
from analysis.bestand import Bestand
from analysis.gebietswahl import orte
from analysis.geheimhaltung.messlatten import Latte
from analysis.messen import Gedaechtnis
from commands import ausfuhr
from models.vokabular import Ebene
from presentation.ansichten import kennzahl
from presentation.ansichten.blick import Blick, blick_auf
from presentation.ansichten.bogen import Bogen
from presentation.exports.berichte import ganz
from presentation.exports.bogendatei import FORMATE
from presentation.exports.folien import folien
from presentation.exports.umstand import Umstand
from presentation.texts.zahlen import zahl

KENNZAHL: Final = "besondere_wohnform"
UMSTAND: Final = Umstand(datetime(2026, 1, 1, tzinfo=UTC), "https://zahlen.example")
FOLIEN: Final = "10 Folien"
STECKBRIEF: Final = "Steckbrief, PDF"
BERICHT: Final = "Bericht, PDF"
STECKBRIEFE: Final = 10
"""Areas of the report that is measured: about 60 pages."""
HOECHSTZEITEN: Final[Mapping[str, float]] = {STECKBRIEF: 0.5, BERICHT: 10.0, FOLIEN: 2.0}
"""Seconds that a warm run may take."""
LANGE: Final = 2.0
"""What takes longer is repeated less often."""

DATEIEN: Final = (*FORMATE, FOLIEN, STECKBRIEF, BERICHT)
"""Everything that is measured."""

Melde = Callable[[dict[str, object]], None]
Auftrag = Callable[[], bytes]


@dataclass(frozen=True)
class Messung:
    """One file in a process of its own. Seconds: the first time, and the median of the next; `grundlinie`: the median
    of the baseline, taken in turns with them. `spitze_mb`: the most memory of the process, `vorher_mb` before it began.
    """

    was: str
    kalt: float
    warm: float
    grundlinie: str
    grundlinie_s: float
    groesse_kb: float
    vorher_mb: float
    spitze_mb: float
    seiten: int | None = None

    @property
    def verhaeltnis(self) -> float:
        """How often the baseline fits into the warm time."""
        return self.warm / self.grundlinie_s


@dataclass(frozen=True)
class Ergebnis:
    """All that was measured; times depend on the machine and are only told."""

    messungen: tuple[Messung, ...]

    @property
    def zeiten(self) -> list[Latte]:
        """The warm times with their bars."""
        return [Latte(m.was, m.warm, HOECHSTZEITEN.get(m.was)) for m in self.messungen]

    def als_objekt(self) -> dict[str, Any]:
        """For machines."""
        return {
            "status": "ok",
            "messungen": [asdict(m) | {"verhaeltnis": m.verhaeltnis} for m in self.messungen],
            "zeiten": [
                {"name": z.name, "wert": z.wert, "latte": z.hoechstens, "erfuellt": z.erfuellt} for z in self.zeiten
            ],
        }


def miss(melde: Melde, region: str, wiederholt: int = 7, was: tuple[str, ...] = ()) -> Ergebnis:
    """Measure each file in a fresh process. `was`: only these. Raises `AusfuhrAbgelehnt` without numbers."""
    ausfuhr.gefragt(region, KENNZAHL)
    messungen = []
    for name in was or DATEIEN:
        melde({"schritt": name})
        # Spawned: nothing of this process is warm in it.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as frisch:
            messungen.append(frisch.submit(_eine, name, region, wiederholt).result())
    return Ergebnis(tuple(messungen))


def _eine(name: str, region: str, wiederholt: int) -> Messung:
    bestand, _ = ausfuhr.gefragt(region, KENNZAHL)
    b = _blick(bestand, ())
    bogen = kennzahl.rangfolge(b)
    grundname, grundlinie = _grundlinie(name, bogen)
    auftrag = _auftrag(name, bestand, b, bogen)
    vorher = _speicher()
    inhalt, kalt = _gestoppt(auftrag)
    grundlinie()
    warm, grund = [], []
    for _ in range(wiederholt if kalt < LANGE else 3):
        grund.append(_gestoppt(grundlinie)[1])
        inhalt, dauer = _gestoppt(auftrag)
        warm.append(dauer)
    seiten = len(pikepdf.open(io.BytesIO(inhalt)).pages) if inhalt.startswith(b"%PDF") else None
    return Messung(
        name,
        kalt,
        statistics.median(warm),
        grundname,
        statistics.median(grund),
        len(inhalt) / 1000,
        vorher,
        _speicher(),
        seiten,
    )


def _blick(bestand: Bestand, gebiete: tuple[str, ...]) -> Blick:
    wahl: Auswahl
    wahl, _ = loese_auf(
        {"kennzahl": [KENNZAHL], "ebene": [Ebene.GEMEINDE], "gebiet": list(gebiete)},
        bestand,
    )
    b = blick_auf(wahl, Gedaechtnis())
    if b is None:
        raise ausfuhr.AusfuhrAbgelehnt(f"In {bestand.region.name} gibt es zurzeit keine Zahlen zu „{KENNZAHL}“.")
    return b


def _auftrag(name: str, bestand: Bestand, b: Blick, bogen: Bogen) -> Auftrag:
    """What is measured: a file, with the values in memory as on a page."""
    if name in FORMATE:
        return lambda: FORMATE[name].schreibe(bogen, UMSTAND)
    if name == FOLIEN:
        gebiete = [m.gebiet for m in b.heute][:10]
        einzelne = [replace(b, auswahl=replace(b.auswahl, gebiete=(g,))) for g in gebiete]
        boegen = [kennzahl.verlauf(einzelner) for einzelner in einzelne]
        return lambda: folien(boegen, UMSTAND, "Messung")
    alle = orte(bestand, bestand.region.haupteinteilung_id or "")
    if name == STECKBRIEF:
        ort = next((o for o in alle if o.ebene != bestand.ganzes.ebene), alle[0])
        werk = Gedaechtnis()
        return lambda: ganz.steckbrief(bestand, (ort,), UMSTAND.jetzt, UMSTAND.basis, werk, ".pdf", lambda *_: None)
    # Each run with values of its own: nothing is remembered from the one before.
    ganze = (alle * STECKBRIEFE)[:STECKBRIEFE]
    return lambda: ganz.steckbrief(bestand, ganze, UMSTAND.jetzt, UMSTAND.basis, Gedaechtnis(), ".pdf", lambda *_: None)


def _grundlinie(name: str, bogen: Bogen) -> tuple[str, Callable[[], object]]:
    """For paper an empty page, for all else the same chart as plain SVG."""
    if name.startswith("pdf") or name in (STECKBRIEF, BERICHT):
        return "leere Seite (typst)", lambda: typst.compile(b"#set document(title: [Leer])\n", pdf_standards=["ua-1"])
    spec = {**bogen.diagramme("druck")[0].spec, "width": 860}
    return "Diagramm als SVG (vl-convert)", lambda: vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])


def _gestoppt(tu: Callable[[], Any]) -> tuple[Any, float]:
    beginn = time.perf_counter()
    ergebnis = tu()
    return ergebnis, time.perf_counter() - beginn


def _speicher() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def als_text(ergebnis: Ergebnis) -> str:
    """A table for reading, in the form of `docs/leistung.md`."""
    zeilen = [
        "| Datei | kalt (s) | warm (s) | Messlatte | Grundlinie (s) | Verhältnis | Größe (KB) | Spitze (MB) |",
        "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    for m, latte in zip(ergebnis.messungen, ergebnis.zeiten, strict=True):
        urteil = {True: "erfüllt", False: "verfehlt", None: "–"}[latte.erfuellt]
        grenze = f"{zahl(latte.hoechstens, 1)} s, {urteil}" if latte.hoechstens is not None else urteil
        name = f"{m.was}, {m.seiten} Seiten" if m.seiten and m.was not in FORMATE else m.was
        spitze = f"{zahl(m.spitze_mb)} (+{zahl(m.spitze_mb - m.vorher_mb)})"
        zeilen.append(
            f"| {name} | {zahl(m.kalt, 2)} | {zahl(m.warm, 3)} | {grenze} | {zahl(m.grundlinie_s, 3)} | "
            f"{zahl(m.verhaeltnis, 1)} | {zahl(m.groesse_kb)} | {spitze} |"
        )
    arten = dict.fromkeys(m.grundlinie for m in ergebnis.messungen)
    return "\n".join([*zeilen, "", f"Grundlinien: {', '.join(arten)}; je im selben Prozess, abwechselnd gemessen."])
