"""`bench geheimhaltung`: the bars of the rounding, measured, with other methods on the same table beside it."""

import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from multiprocessing import get_context
from typing import Any, Final

import numpy as np

from analysis.geheimhaltung import referenz, umgruppierung
from analysis.geheimhaltung.messlatten import GESTALTEN, Festgemessen, Latte, bars_of_table, measure_fixed_totals
from analysis.geheimhaltung.messung import NRW_AEHNLICH, Gestalt, generate, measure
from analysis.geheimhaltung.schutz import schuetze
from analysis.geheimhaltung.vergleichsverfahren import CellKey, Fuenferrundung, JeAbfrage, innen
from presentation.texts.zahlen import zahl

SAAT: Final = 1
K_ANGRIFF: Final = 5
SCHNITTE: Final = (0, 10, 40)
CKM: Final = {5: (5, 3.0), 3: (3, 2.0)}
"""By k: largest noise and variance of the cell-key method; nothing shows 1 or 2 (geheimhaltung.md 5.E)."""
JS: Final = 2
UNSER: Final = "Rundung kleiner Zellen"
SCHLUESSEL: Final = b"bench"
HOECHSTZEIT_KREIS: Final = 20.0
HOECHSTZEIT_NRW: Final = 600.0

Melde = Callable[[dict[str, object]], None]


@dataclass(frozen=True)
class Ergebnis:
    """All that was measured; times in seconds on this machine."""

    tabelle: dict[str, float]
    latten: list[Latte]
    verfahren: list[dict[str, Any]]
    umgruppierung: list[dict[str, Any]]
    feste: list[Festgemessen]
    zeiten: list[Latte]
    nrw: dict[str, Any] | None

    @property
    def bestanden(self) -> bool:
        """Whether every bar of accuracy is reached. Times depend on the machine and are only told."""
        return not any(latte.erfuellt is False for latte in self.latten)

    def als_objekt(self) -> dict[str, Any]:
        """For machines."""
        return {
            "status": "ok" if self.bestanden else "abgelehnt",
            "tabelle": self.tabelle,
            "messlatten": [_als_objekt(latte) for latte in self.latten],
            "verfahren": self.verfahren,
            "umgruppierung": self.umgruppierung,
            "feste_eckwerte": [asdict(f) for f in self.feste],
            "zeiten": [_als_objekt(latte) for latte in self.zeiten],
            "nrw": self.nrw,
        }


def miss(
    melde: Melde,
    *,
    nrw: bool = False,
    jahre: int = referenz.JAHRE,
    schnitte: Sequence[int] = SCHNITTE,
    gestalten: Mapping[str, Gestalt] = GESTALTEN,
) -> Ergebnis:
    """Measure everything; fewer years, cuts and shapes for a trial. The shapes run on the second core meanwhile."""
    # Spawned, not forked: a copy of a process whose polars threads hold locks would wait for them forever.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as zweiter_kern:
        auftrag = zweiter_kern.submit(_feste, gestalten)
        tafel = referenz.draw(np.random.default_rng(SAAT), jahre)
        verfahren, latten, zeiten = [], [], []
        gerundet = {}
        for k in CKM:
            melde({"schritt": "referenztabelle", "k": k})
            beginn = time.monotonic()
            gerundet[k] = referenz.runde(tafel, k, SCHLUESSEL)
            dauer = time.monotonic() - beginn
            zeiten.append(Latte(f"Referenztabelle, {jahre} Jahre, k = {k}", dauer, HOECHSTZEIT_KREIS))
            for name, weg in _wege(tafel, k, gerundet[k]):
                guete = referenz.measure(tafel, weg, k, np.random.default_rng(SAAT))
                verfahren.append({"verfahren": name, "k": k, **asdict(guete)})
                if name == UNSER:
                    latten += bars_of_table(guete, k)
        angriffe = _angriffe(tafel, gerundet[K_ANGRIFF], schnitte, melde)
        melde({"schritt": "herkunft und leistungsort"})
        feste, dauer = auftrag.result()
    zeiten.append(Latte(f"Herkunft × Leistungsort, {len(feste)} Reihen zusammen", dauer, None))
    ein_land = _miss_nrw(melde) if nrw else None
    if ein_land is not None:
        zeiten.append(Latte("NRW, 10 Jahre, k = 5", ein_land["sekunden"], HOECHSTZEIT_NRW))
    return Ergebnis(
        tabelle=_beschreibe(tafel),
        latten=[*latten, *(latte for fest in feste for latte in fest.latten())],
        verfahren=verfahren,
        umgruppierung=angriffe,
        feste=feste,
        zeiten=zeiten,
        nrw=ein_land,
    )


def _feste(gestalten: Mapping[str, Gestalt]) -> tuple[list[Festgemessen], float]:
    beginn = time.monotonic()
    feste = list(measure_fixed_totals(gestalten))
    return feste, time.monotonic() - beginn


def _wege(tafel: referenz.Tafel, k: int, gerundet: Any) -> list[tuple[str, referenz.Verfahren]]:
    """Ours first, then each other method from the true data, and with the cells protected first and summed then."""
    wege: list[tuple[str, referenz.Verfahren]] = [(UNSER, referenz.Summiert(gerundet))]
    for verfahren in _vergleiche(tafel, k):
        wege.append((f"{verfahren.name}, je Abfrage", verfahren))
        wege.append((f"{verfahren.name}, innen und summiert", innen(tafel, verfahren)))
    return wege


def _vergleiche(tafel: referenz.Tafel, k: int) -> tuple[JeAbfrage, ...]:
    d, v = CKM[k]
    return Fuenferrundung(tafel), CellKey(tafel, d, v, JS)


def _angriffe(tafel: referenz.Tafel, gerundet: Any, alle_schnitte: Sequence[int], melde: Melde) -> list[dict[str, Any]]:
    """The attack on the last year: by number of cuts, each method."""
    jahr, zeilen = tafel.jahre - 1, []
    for schnitte in alle_schnitte:
        melde({"schritt": "umgruppierung", "schnitte": schnitte})
        abfragen = umgruppierung.schneide(np.random.default_rng(SAAT), schnitte)
        beute = {
            v.name: umgruppierung.attack_queries(tafel, jahr, abfragen, v, K_ANGRIFF)
            for v in _vergleiche(tafel, K_ANGRIFF)
        }
        beute[UNSER] = umgruppierung.attack_sums(tafel, jahr, abfragen, gerundet[jahr], K_ANGRIFF)
        zeilen += [{"schnitte": schnitte, "verfahren": name, **asdict(b)} for name, b in beute.items()]
    return zeilen


def _miss_nrw(melde: Melde) -> dict[str, Any]:
    """All of a Land as one cube. One Stichtag starts from the one before, so they run one after the other."""
    probe = generate(NRW_AEHNLICH, K_ANGRIFF, np.random.default_rng(SAAT))
    beginn = time.monotonic()

    def zeige(tag: date) -> None:
        melde({"schritt": "nrw", "stichtag": tag.isoformat(), "sekunden": round(time.monotonic() - beginn, 1)})

    ergebnis = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, SCHLUESSEL, fortschritt=zeige)
    sekunden = time.monotonic() - beginn
    messung = measure(probe.wahr, ergebnis.wuerfel, ergebnis.angaben, np.random.default_rng(SAAT))
    return {
        "sekunden": sekunden,
        # Kilobytes on Linux, bytes on macOS.
        "speicher_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3),
        "zellen_je_stichtag": ergebnis.wuerfel.height // len(probe.stichtage),
        "eckwerte_exakt": ergebnis.angaben.eckwerte_exakt,
        "messung": asdict(messung),
    }


def _beschreibe(tafel: referenz.Tafel) -> dict[str, float]:
    return {
        "zahlen": tafel.jahre * (tafel.wahr.shape[1] + tafel.raender.shape[0]),
        "innenzellen": tafel.wahr.size,
        "anteil_leer": float((tafel.wahr == 0).mean()),
        "anteil_1_bis_4": float(((tafel.wahr > 0) & (tafel.wahr < K_ANGRIFF)).mean()),
    }


def _als_objekt(latte: Latte) -> dict[str, Any]:
    return {"name": latte.name, "wert": latte.wert, "latte": latte.hoechstens, "erfuellt": latte.erfuellt}


def als_text(ergebnis: Ergebnis) -> str:
    """For reading."""
    t = ergebnis.tabelle
    zeilen = [
        f"Referenztabelle: {t['zahlen']} Zahlen, davon {t['innenzellen']} Innenzellen "
        f"({_prozent(t['anteil_leer'])} leer, {_prozent(t['anteil_1_bis_4'])} mit 1 bis 4 Personen). Erfunden.",
        "",
        "Messlatten",
        *(_lattenzeile(latte) for latte in ergebnis.latten),
        "",
        "Verfahren auf derselben Tabelle (Abweichung in Personen)",
        f"  {'':<44}{'k':>3}{'mittel':>8}{'innen':>8}{'höchste':>9}{'frei':>7}{'ab 20':>8}{'n. additiv':>12}",
    ]
    for v in ergebnis.verfahren:
        zeilen.append(
            f"  {v['verfahren']:<44}{v['k']:>3}{zahl(v['mittel'], 2):>8}{zahl(v['innen'], 2):>8}{v['hoechste']:>9}"
            f"{zahl(v['frei'], 2):>7}{_prozent(v['relativ'], 1):>8}{v['nicht_additiv']:>12}"
        )
    zeilen += ["", "Angriff durch Umgruppieren (Gemeinde × Leistungsart, letztes Jahr, k = 5)"]
    for z in ergebnis.umgruppierung:
        zeilen.append(
            f"  {z['schnitte']:>2} Einteilungen  {z['verfahren']:<28} bewiesen {_prozent(z['bewiesen']):>6}, "
            f"geraten {_prozent(z['geraten']):>6} von {z['kleine']}"
        )
    zeilen += ["", "Herkunft × Leistungsort mit festen Eckwerten"]
    for f in ergebnis.feste:
        zeilen.append(
            f"  {f.gestalt:<15} k = {f.k:>2}  Eckwerte {'exakt' if f.eckwerte_exakt else 'rund '}  "
            f"mittel {zahl(f.messung.mittel, 2)}, höchste {f.messung.hoechste}, frei {zahl(f.messung.frei, 2)}"
        )
    zeilen += ["", "Zeiten auf dieser Maschine in Sekunden", *(_lattenzeile(latte) for latte in ergebnis.zeiten)]
    if ergebnis.nrw is not None:
        zeilen.append(f"  NRW: höchstens {zahl(ergebnis.nrw['speicher_mb'], 0)} MB Arbeitsspeicher")
    return "\n".join(zeilen)


def _lattenzeile(latte: Latte) -> str:
    urteil = {True: "erfüllt", False: "VERFEHLT", None: "ohne Messlatte"}[latte.erfuellt]
    grenze = "" if latte.hoechstens is None else f" (höchstens {_knapp(latte.hoechstens)})"
    return f"  {latte.name:<68}{_knapp(latte.wert):>8}{grenze:<20} {urteil}"


def _knapp(wert: float) -> str:
    return zahl(wert, 0 if wert == int(wert) else 3 if wert < 1 else 2)


def _prozent(anteil: float, stellen: int = 0) -> str:
    return f"{zahl(100 * anteil, stellen)} %"
