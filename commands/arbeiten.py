"""The worker: takes jobs of the page Daten one after another and reports into them."""

import logging
import time
import traceback
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from analysis import freigabe as freigaben
from analysis.bestand import finde_region
from commands import ausgabe, vorschau
from commands.einlesen import Importauftrag, importiere, lade_datei, pruefe
from commands.gremienimport import ziehe_lieferung_zurueck
from data_access import abfragen, auftraege, schreiben
from data_access.einstellungen import einstellungen
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Auftrag, Region
from models.vokabular import Auftragsart, Auftragsstand

log = logging.getLogger(__name__)

TAKT_S = 1.0
"""Seconds between two looks into the queue."""

EINGANG_GILT = timedelta(days=1)
"""How long an upload that nobody took over stays in the spool folder."""

STAND_JE_STATUS = {
    "ok": Auftragsstand.FERTIG,
    "abgelehnt": Auftragsstand.ABGELEHNT,
    "rueckfrage": Auftragsstand.RUECKFRAGE,
}


def _jetzt() -> datetime:
    return datetime.now().astimezone()


def arbeite(recht: Schreibrecht, einmal: bool) -> None:
    """Work until stopped, or (`einmal`) until the queue is empty.

    Only the lasting worker closes what a killed one left: `einmal` may run beside it.
    """
    if not einmal:
        auftraege.nimm_liegengebliebene(_jetzt())
    while True:
        auftraege.schlage(_jetzt())
        _leere_eingang()
        auftrag = auftraege.nimm_naechsten()
        if auftrag is not None:
            _erledige(recht, auftrag)
        elif einmal:
            return
        else:
            time.sleep(TAKT_S)


def _leere_eingang() -> None:
    """Remove uploads that were checked and never taken over: they may hold raw counts."""
    ordner = einstellungen().datenordner() / "eingang"
    grenze = (_jetzt() - EINGANG_GILT).timestamp()
    for datei in ordner.glob("*") if ordner.is_dir() else ():
        if datei.stat().st_mtime < grenze:
            datei.unlink(missing_ok=True)


def _erledige(recht: Schreibrecht, auftrag: Auftrag) -> None:
    """Do one job; whatever goes wrong ends in the job, not in the worker."""
    nummer = auftrag.id or 0
    try:
        if auftrag.art in (Auftragsart.PRUEFEN, Auftragsart.IMPORT):
            stand, ergebnis = _datei(recht, auftrag)
        elif auftrag.art == Auftragsart.FREIGABE:
            stand, ergebnis = _freigabe(recht, auftrag)
        elif auftrag.art == Auftragsart.VORSCHAU:
            stand, ergebnis = _vorschau(auftrag)
        else:
            stand, ergebnis = _zurueckziehen(recht, auftrag)
    except (freigaben.FreigabeAbgelehnt, schreiben.NichtGefunden) as grund:
        stand, ergebnis = Auftragsstand.ABGELEHNT, {"meldung": str(grund)}
    except Exception as fehler:
        # Where and what kind, never the message: it could repeat a true count.
        orte = [f"{ort.filename}:{ort.lineno}" for ort in traceback.extract_tb(fehler.__traceback__)[-3:]]
        log.error("Auftrag %s (%s): %s (%s)", nummer, auftrag.art, type(fehler).__name__, " < ".join(reversed(orte)))
        stand, ergebnis = (
            Auftragsstand.FEHLER,
            {
                "meldung": "Dabei ist ein unerwarteter Fehler aufgetreten. Es wurde nichts übernommen. "
                "Einzelheiten stehen im Protokoll des Arbeitsprozesses."
            },
        )
    auftraege.beende(nummer, stand, ergebnis, _jetzt())
    ausgabe.melde({"auftrag": nummer, "art": auftrag.art, "stand": stand.value})


def _importauftrag(auftrag: Auftrag) -> Importauftrag:
    optionen: Mapping[str, Any] = auftrag.optionen
    return Importauftrag(
        art=optionen["kind"],
        inhalt=lade_datei(auftraege.eingangsdatei(auftrag.spool or "")),
        datei=auftrag.datei,
        region=optionen.get("region"),
        stichtag=date.fromisoformat(optionen["stichtag"]) if optionen.get("stichtag") else None,
        basis=optionen.get("basis"),
        antworten=optionen.get("antworten") or {},
    )


def _datei(recht: Schreibrecht, auftrag: Auftrag) -> tuple[Auftragsstand, dict[str, object]]:
    """Check or import an upload. Of Fallzahlen neither sums nor how many rows there are stay in the main database,
    under whatever KIND they were uploaded."""
    if not auftraege.eingangsdatei(auftrag.spool or "").is_file():
        return Auftragsstand.ABGELEHNT, {
            "meldung": "Die hochgeladene Datei liegt nicht mehr bereit. Bitte laden Sie sie noch einmal hoch."
        }
    eingang = _importauftrag(auftrag)
    ergebnis: dict[str, object] = {}
    if auftrag.art == Auftragsart.PRUEFEN:
        gelesen, region = pruefe(eingang)
        befund = gelesen.befund
        ergebnis["art"] = gelesen.art
        if gelesen.fallzahlen is not None:
            ergebnis["gegenstaende"] = sorted(gelesen.fallzahlen["grundzahl"].unique())
    else:
        fertig = importiere(recht, eingang, _jetzt())
        befund, region = fertig.befund, None
        ergebnis["unveraendert"] = fertig.unveraendert
        if fertig.lieferung is not None:
            ergebnis |= {
                "lieferung": fertig.lieferung.id,
                "art": fertig.lieferung.art,
                "region": fertig.lieferung.region_slug,
                "gegenstaende": fertig.lieferung.gegenstaende,
            }
    ergebnis |= {"befund": befund.zum_aufbewahren(eingang.art)} | ({"region": region.slug} if region else {})
    stand = STAND_JE_STATUS[befund.status]
    if stand == Auftragsstand.ABGELEHNT or (auftrag.art == Auftragsart.IMPORT and stand == Auftragsstand.FERTIG):
        auftraege.eingangsdatei(auftrag.spool or "").unlink(missing_ok=True)
    return stand, ergebnis


def _gewollte(optionen: Mapping[str, Any]) -> tuple[Region, list[str]]:
    """The region and the Grundzahlen of a job."""
    region = finde_region(optionen["region"])
    if region is None:
        raise freigaben.FreigabeAbgelehnt(f"Die Region „{optionen['region']}“ gibt es nicht mehr.")
    return region, optionen.get("grundzahlen") or freigaben.freigebbare(region)


def _melde_schritt(auftrag: Auftrag, schritt: str, nummer: int, von: int) -> None:
    auftraege.schlage(_jetzt())
    stelle = {"schritt": schritt, "nummer": nummer, "von": von}
    auftraege.melde_fortschritt(auftrag.id or 0, stelle)
    ausgabe.melde({"auftrag": auftrag.id, **stelle})


def _vorschau(auftrag: Auftrag) -> tuple[Auftragsstand, dict[str, object]]:
    """What each breakdown costs: means and shares, nothing of a cell."""
    region, gewollte = _gewollte(auftrag.optionen)

    def zeige(grundzahl: str, nummer: int) -> None:
        _melde_schritt(auftrag, GRUNDZAHLEN[grundzahl].titel, nummer, len(gewollte))

    return Auftragsstand.FERTIG, {
        "region": region.slug,
        "vorschau": vorschau.erstelle(region, gewollte, None, zeige),
    }


def _freigabe(recht: Schreibrecht, auftrag: Auftrag) -> tuple[Auftragsstand, dict[str, object]]:
    optionen: Mapping[str, Any] = auftrag.optionen
    region, gewollte = _gewollte(optionen)
    nach = optionen.get("nach")
    fertige: list[dict[str, Any]] = []
    for nummer, grundzahl in enumerate(gewollte, start=1):
        titel = GRUNDZAHLEN[grundzahl].titel if grundzahl in GRUNDZAHLEN else grundzahl

        def zeige(tag: date, was: str = titel, nummer: int = nummer) -> None:
            _melde_schritt(auftrag, f"{was}, {tag:%d.%m.%Y}", nummer, len(gewollte))

        frei = freigaben.gib_frei(
            recht,
            region,
            grundzahl,
            _jetzt(),
            nach=nach,
            fortschritt=zeige,
            pruefschritt=partial(zeige, was=f"Prüfung: {titel}"),
        )
        fertige.append({"grundzahl": grundzahl, "freigabe": frei.id, "fassung": frei.fassung})
    hinweise = vorschau.hinweise(abfragen.freigaben([frei["freigabe"] for frei in fertige]), nach)
    return Auftragsstand.FERTIG, {"region": region.slug, "freigaben": fertige, "hinweise": hinweise}


def _zurueckziehen(recht: Schreibrecht, auftrag: Auftrag) -> tuple[Auftragsstand, dict[str, object]]:
    optionen: Mapping[str, Any] = auftrag.optionen
    if optionen.get("freigabe"):
        frei = schreiben.ziehe_freigabe_zurueck(recht, optionen["freigabe"], _jetzt())
        return Auftragsstand.FERTIG, {"freigabe": frei.id, "region": frei.region_slug}
    lieferung = ziehe_lieferung_zurueck(recht, optionen["lieferung"], _jetzt())
    return Auftragsstand.FERTIG, {"lieferung": lieferung.id, "datei": lieferung.datei}
