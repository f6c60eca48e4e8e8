"""Importing and describing files: from bytes to one atomic write, or to the reason why not."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import dataframely as dy
import polars as pl

from analysis.einteilungen import versionssatz
from commands import gremienimport, planungsraeume, wuerfelimport, wuerfelpruefung
from commands.abgleich import gleiche_ab
from commands.lesen_mit_profil import alle_antworten, lies_mit_profil
from data_access import abfragen, absenderprofile, eckwerte, grenzablage, merkmale, schreiben
from data_access.dateimarke import dateimarke
from data_access.einteilungen import EinteilungAbgelehnt
from data_access.gremien.buch import GremienAbgelehnt
from data_access.importing import gvisys
from data_access.importing.befund import Befund, Fehler, Frage
from data_access.importing.fallzahlen_raender import ORTSRAND
from data_access.importing.fallzahlen_umfang import KREISWEISE
from data_access.importing.lesen import MAX_BYTES, Gelesen, lies, pruefe_art
from data_access.paket import ist_paket
from data_access.register import dateiregister
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht
from data_access.sperre import allein
from models.grundzahlen import EINWOHNER
from models.rahmen import Rohzellen
from models.tabellen import Lieferung, Region
from models.vokabular import Lieferungsart, Lieferungsstand


@dataclass(frozen=True)
class Importauftrag:
    """What is to be imported and what the user has said about it."""

    art: str
    inhalt: bytes
    datei: str
    region: str | None = None
    stichtag: date | None = None
    basis: str | None = None
    antworten: Mapping[str, str] | None = None
    synthetisch: bool = False


@dataclass(frozen=True)
class Importergebnis:
    """How an import ended: the finding, and the Lieferung if one was stored (or was there already)."""

    befund: Befund
    lieferung: Lieferung | None = None
    unveraendert: bool = False


def lade_datei(pfad: Path) -> bytes:
    """Bytes of a file; one that is too large is cut just above the bound, so that reading refuses it cheaply."""
    with pfad.open("rb") as datei:
        return datei.read(MAX_BYTES + 1)


def beschreibe(inhalt: bytes, datei: str) -> Befund:
    """What a file is, whatever its kind (`inspect`)."""
    return lies_mit_profil(inhalt, datei, dateiregister(), antworten={}).befund


def pruefe(auftrag: Importauftrag) -> tuple[Gelesen, Region | None]:
    """Read and check a file without writing anything (`--dry-run`), and find the region it belongs to."""
    if ist_paket(auftrag.inhalt) or auftrag.art == Lieferungsart.WUERFEL:
        return wuerfelpruefung.pruefe_datei(
            auftrag.inhalt, auftrag.datei, auftrag.art, auftrag.region, auftrag.antworten or {}
        )
    regionen = {r.slug: r for r in abfragen.regionen()}
    antworten = auftrag.antworten or {}
    genannt = auftrag.region or antworten.get("region")
    region = next((r for r in regionen.values() if genannt in (r.slug, r.kreis_ags)), None)
    if genannt and region is None:
        gelesen = lies(b"", auftrag.datei, dateiregister())
        return _abgelehnt(
            gelesen, f"Die Region „{genannt}“ gibt es hier nicht. Vorhanden: {', '.join(regionen)}."
        ), None
    gelesen = pruefe_art(
        lies_mit_profil(
            auftrag.inhalt,
            auftrag.datei,
            dateiregister(),
            antworten=antworten,
            stichtag=auftrag.stichtag,
            basis=auftrag.basis,
            region_kreis=region.kreis_ags if region else None,
            art=auftrag.art,
        ),
        auftrag.art,
    )
    if gelesen.befund.status == "ok" and gelesen.gremien is not None:
        return gremienimport.pruefe(gelesen, region, antworten)
    if gelesen.befund.status == "ok" and gelesen.planungsraeume is not None:
        return _mit_regionen(gelesen)
    if gelesen.befund.status == "ok" and gelesen.eckwerte is not None:
        kreise = set(gelesen.eckwerte["ags"].str.head(5))
        passende = [r for r in regionen.values() if {r.kreis_ags} == kreise]
        return gelesen, passende[0] if passende else None
    if gelesen.befund.status != "ok" or gelesen.fallzahlen is None:
        return gelesen, region
    if region is None:
        passende = [r for r in regionen.values() if _beruehrt_immer(gelesen.fallzahlen, r.kreis_ags)]
        if len(passende) != 1:
            return _frage(gelesen, Frage("region", "Zu welcher Region gehört diese Lieferung?", tuple(regionen))), None
        # Once more, now with the checks that need to know the region.
        return pruefe(replace(auftrag, region=passende[0].slug))
    return _gleiche_mit_anderen_absendern_ab(gelesen, region, antworten), region


def importiere(recht: Schreibrecht, auftrag: Importauftrag, jetzt: datetime) -> Importergebnis:
    """Import a file: everything is stored, or nothing. The same file a second time changes nothing."""
    with allein():
        return _importiere(recht, auftrag, jetzt)


def _importiere(recht: Schreibrecht, auftrag: Importauftrag, jetzt: datetime) -> Importergebnis:
    marke = dateimarke(auftrag.inhalt)
    vorhanden = abfragen.lieferung_mit_pruefsumme(marke, auftrag.art)
    gelesen, region = pruefe(auftrag)
    if gelesen.befund.status != "ok":
        return Importergebnis(gelesen.befund)
    if gelesen.paket is not None and region is not None:
        if vorhanden is None:
            datei = wuerfelimport.Datei(auftrag.datei, marke, gelesen.befund.zellen)
            neu = wuerfelimport.importiere(recht, gelesen.paket, region, datei, jetzt)
            if neu is not None:
                return Importergebnis(gelesen.befund, neu)
            vorhanden = wuerfelimport.bringt_nichts_neues(gelesen.paket, region)
        return Importergebnis(gelesen.befund, vorhanden, unveraendert=True)
    if gelesen.gremien is not None and region is not None:
        try:
            gespeichert = gremienimport.importiere(
                recht, gelesen, region, auftrag.datei, marke, auftrag.synthetisch, jetzt
            )
        except GremienAbgelehnt as grund:
            return Importergebnis(_abgelehnt(gelesen, str(grund)).befund)
        return Importergebnis(gelesen.befund, gespeichert or vorhanden, unveraendert=gespeichert is None)
    if gelesen.planungsraeume is None and vorhanden is not None:
        return Importergebnis(gelesen.befund, vorhanden, unveraendert=True)
    lieferung = _lieferung(auftrag, gelesen, region, marke, jetzt)
    if gelesen.planungsraeume is not None:
        return _importiere_planungsraeume(recht, gelesen, lieferung, vorhanden, jetzt)
    ablage.raeume_auf([eintrag.id for eintrag in abfragen.lieferungen()])
    ablage.speichere(recht, lieferung.id, marke, auftrag.inhalt, gelesen.fallzahlen)
    _speichere(recht, lieferung, gelesen)
    antworten = alle_antworten(gelesen, auftrag.antworten or {})
    absenderprofile.merke(recht, gelesen.fingerabdruck, auftrag.datei, antworten, jetzt)
    return Importergebnis(gelesen.befund, lieferung)


def _speichere(recht: Schreibrecht, lieferung: Lieferung, gelesen: Gelesen) -> None:
    """One atomic write of the Lieferung with what it holds; for Fallzahlen its row is the commit point."""
    if gelesen.grenzen is not None:
        grenzablage.speichere_grenzen(recht, lieferung, gelesen.grenzen, gelesen.register)
    elif gelesen.gebietsaenderungen is not None:
        grenzablage.speichere_aenderungen(recht, lieferung, gelesen.gebietsaenderungen)
    elif gelesen.einwohner is not None:
        verzeichnis = gelesen.befund.profil == gvisys.PROFIL.id
        schreiben.speichere_einwohner(recht, lieferung, gelesen.einwohner, gelesen.register, verzeichnis=verzeichnis)
    elif gelesen.merkmale is not None:
        merkmale.speichere(recht, lieferung, gelesen.merkmale)
    elif gelesen.eckwerte is not None:
        eckwerte.speichere(recht, lieferung, gelesen.eckwerte)
    else:
        schreiben.speichere_lieferung(recht, lieferung)


def _mit_regionen(gelesen: Gelesen) -> tuple[Gelesen, Region | None]:
    """A file of Planungsräume with its region (None if it names several), refused if one is not here."""
    if gelesen.planungsraeume is None:
        return gelesen, None
    try:
        alle = planungsraeume.zuschnitte(gelesen.planungsraeume)
    except EinteilungAbgelehnt as grund:
        return _abgelehnt(gelesen, str(grund)), None
    regionen = {z.region.slug: z.region for z in alle}
    return gelesen, next(iter(regionen.values())) if len(regionen) == 1 else None


def _importiere_planungsraeume(
    recht: Schreibrecht, gelesen: Gelesen, lieferung: Lieferung, vorhanden: Lieferung | None, jetzt: datetime
) -> Importergebnis:
    if gelesen.planungsraeume is None:
        return Importergebnis(gelesen.befund)
    alle = planungsraeume.zuschnitte(gelesen.planungsraeume)
    if planungsraeume.unveraendert(alle):
        return Importergebnis(gelesen.befund, vorhanden, unveraendert=True)
    lieferung.absender, lieferung.gegenstaende = "Planungsräume", sorted({z.kuerzel for z in alle})
    try:
        gespeichert = planungsraeume.speichere(recht, lieferung, alle, jetzt)
    except EinteilungAbgelehnt as grund:
        return Importergebnis(_abgelehnt(gelesen, str(grund)).befund)
    saetze = tuple(f"„{e.name}“ ist gespeichert als „{e.id}“: {versionssatz(e)}." for e in gespeichert)
    befund = replace(gelesen.befund, warnungen=(*gelesen.befund.warnungen, *saetze))
    return Importergebnis(befund, lieferung)


def _lieferung(
    auftrag: Importauftrag, gelesen: Gelesen, region: Region | None, marke: str, jetzt: datetime
) -> Lieferung:
    if gelesen.fallzahlen is not None:
        absender = ", ".join(sorted(gelesen.fallzahlen["absender"].unique()))
        gegenstaende = sorted(gelesen.fallzahlen["grundzahl"].unique())
        basis = None
    elif gelesen.merkmale is not None:
        absender, gegenstaende = gelesen.quelle, sorted(gelesen.merkmale["merkmal"].unique())
        basis = ", ".join(b for b in sorted(gelesen.merkmale["basis"].unique()) if b) or None
    elif gelesen.eckwerte is not None:
        absender, gegenstaende = gelesen.quelle, sorted(gelesen.eckwerte["grundzahl"].unique())
        basis = None
    elif auftrag.art == Lieferungsart.GRENZEN:
        absender, gegenstaende, basis = gelesen.quelle or gelesen.befund.profil, [gelesen.befund.profil], None
    else:
        absender, gegenstaende = gelesen.quelle or gelesen.befund.profil, [EINWOHNER]
        basen = sorted(gelesen.einwohner["basis"].unique()) if gelesen.einwohner is not None else []
        basis = ", ".join(basen) or None
    return Lieferung(
        id=uuid.uuid4().hex,
        nummer=schreiben.naechste_lieferungsnummer(),
        art=auftrag.art,
        region_slug=region.slug if region else None,
        absender=absender,
        datei=auftrag.datei,
        sha256=marke,
        stichtage=list(gelesen.befund.stichtage),
        gegenstaende=gegenstaende,
        basis=basis,
        quelle=gelesen.quelle,
        zeilen=None if gelesen.befund.verdeckt else gelesen.befund.zeilen,
        eingegangen_am=jetzt,
        stand=Lieferungsstand.GESPEICHERT,
        synthetisch=auftrag.synthetisch,
        quellschutz=gelesen.quellschutz,
    )


def _beruehrt_immer(zellen: dy.DataFrame[Rohzellen], kreis: str) -> bool:
    # Margins that came protected touch the region through their parts.
    innen = pl.col("herkunft").str.starts_with(kreis) | pl.col("leistungsort").str.starts_with(kreis)
    gemeinde = (pl.col("herkunft").str.len_chars() == 8) | (pl.col("leistungsort").str.len_chars() == 8)
    return bool(
        zellen.filter(~ORTSRAND).select((innen & (gemeinde | pl.col("grundzahl").is_in(KREISWEISE))).all()).item()
    )


def _gleiche_mit_anderen_absendern_ab(gelesen: Gelesen, region: Region, antworten: Mapping[str, str]) -> Gelesen:
    """The same cell from two senders is a question; the same people in two breakdowns cannot be stored together."""
    neu = gelesen.fallzahlen
    if neu is None:
        return gelesen
    nummern = {
        eintrag.id: eintrag.nummer
        for eintrag in abfragen.lieferungen()
        if eintrag.region_slug == region.slug and eintrag.stand == Lieferungsstand.GESPEICHERT
    }
    alt = [ablage.zellen(g, nummern) for g in neu["grundzahl"].unique()]
    abgleich = gleiche_ab(neu, Rohzellen.validate(pl.concat(alt), cast=True))
    fremde = " und ".join(abgleich.fremde)
    if abgleich.ueberlappende:
        return _abgelehnt(
            gelesen,
            f"Zellen dieser Datei überschneiden sich mit Zellen, die {fremde} anders aufgegliedert geliefert hat. "
            "Zusammen zählten Personen doppelt. Bitte beide Absender um dieselbe Aufgliederung bitten oder die "
            "gespeicherte Lieferung zurückziehen.",
        )
    wahl = antworten.get("doppelt")
    if not abgleich.gleiche or wahl == "neu":
        return gelesen
    if wahl == "gespeichert":
        return replace(gelesen, fallzahlen=abgleich.rest)
    return _frage(
        gelesen,
        Frage(
            "doppelt",
            f"Zellen dieser Datei hat schon {fremde} geliefert. Welche Zahl gilt dort: "
            "die der neuen Datei („neu“) oder die gespeicherte („gespeichert“)?",
            ("neu", "gespeichert"),
        ),
    )


def _frage(gelesen: Gelesen, frage: Frage) -> Gelesen:
    befund = replace(gelesen.befund, status="rueckfrage", fragen=(*gelesen.befund.fragen, frage))
    return replace(gelesen, befund=befund)


def _abgelehnt(gelesen: Gelesen, grund: str) -> Gelesen:
    befund = replace(gelesen.befund, status="abgelehnt", fehler=(Fehler(None, None, None, grund),))
    return replace(gelesen, befund=befund)
