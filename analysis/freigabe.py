"""The Freigabe: raw cells of one Grundzahl are protected once and published as an immutable cube.

The only place above the raw side that sees true counts. Imported by `commands` alone (a test).
"""

import hashlib
import hmac
import json
import uuid
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Final

import dataframely as dy
import polars as pl

from analysis.bestand import angaben_aus
from analysis.geheimhaltung.oeffentlich import uebernimm_unveraendert
from analysis.geheimhaltung.schutz import NichtLoesbar, Vorgabe, fasse_zusammen, schuetze, weitere_kreise
from data_access import abfragen, schreiben, wuerfelspeicher
from data_access.einstellungen import einstellungen
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen, Wahrwerte
from models.schutz import Schutzangaben
from models.tabellen import Freigabe, Lieferung, Region
from models.vokabular import NICHT_ERHOBEN, UEBRIGE, UNBEKANNT, Ebene, Lieferungsstand, Raumprinzip

DEMO_GEHEIMNIS: Final = b"Sozialraumblick: oeffentliches Geheimnis der synthetischen Daten"
"""Public on purpose: synthetic data protect nobody, and every machine shall show the same numbers."""


class FreigabeAbgelehnt(Exception):
    """The Freigabe cannot be given; the message says why and what to do, without a count."""


def _schluessel(zweck: str, synthetisch: bool = False) -> bytes:
    """Key derived for one purpose; synthetic data break ties with the public secret."""
    geheimnis = DEMO_GEHEIMNIS if synthetisch else einstellungen().geheimnis()
    return hmac.new(geheimnis, zweck.encode(), hashlib.sha256).digest()


def _wahrwerte(roh: dy.DataFrame[Rohzellen]) -> dy.DataFrame[Wahrwerte]:
    """Raw cells summed over age and sex to Herkunft x Leistungsort; cells of 0 are left out.

    A Raumprinzip that not every Stichtag has is summed over too: the series is published by the other one.
    """
    ohne = [p.value for p in Raumprinzip if p.value not in _raumprinzipien(roh)]
    je_zelle = (
        roh.with_columns(pl.lit(NICHT_ERHOBEN).alias(spalte) for spalte in ohne)
        .group_by("stichtag", "herkunft", "leistungsort")
        .agg(pl.col("anzahl").sum())
        .filter(pl.col("anzahl") > 0)
    )
    return Wahrwerte.validate(je_zelle.sort("stichtag", "herkunft", "leistungsort"), cast=True)


def _raumprinzipien(roh: dy.DataFrame[Rohzellen]) -> tuple[str, ...]:
    """The Raumprinzipien that every Stichtag of the series has."""
    return tuple(str(p) for p in Raumprinzip if not (roh[p.value] == NICHT_ERHOBEN).any())


def _pruefsummen(wahr: dy.DataFrame[Wahrwerte], stichtage: list[date]) -> dict[date, str]:
    """Keyed checksum of the truth of each Stichtag: tells whether it changed, without telling what it is.

    Always under the secret of the installation, so that a real Lieferung beside synthetic ones changes no old number.
    """
    schluessel = _schluessel("pruefsumme")
    je_tag = {}
    for tag in stichtage:
        zeilen = wahr.filter(pl.col("stichtag") == tag).sort("herkunft", "leistungsort").write_csv(include_header=False)
        je_tag[tag] = hmac.new(schluessel, zeilen.encode(), hashlib.sha256).hexdigest()
    return je_tag


def _lieferungen(region: Region) -> list[Lieferung]:
    return [
        lieferung
        for lieferung in abfragen.lieferungen()
        if lieferung.art == "fallzahlen"
        and lieferung.region_slug == region.slug
        and lieferung.stand == Lieferungsstand.GESPEICHERT
    ]


def freigebbare(region: Region) -> list[str]:
    """Grundzahlen of which the region has a stored Lieferung, in the order of their records."""
    geliefert = {g for lieferung in _lieferungen(region) for g in lieferung.gegenstaende}
    return [g for g in GRUNDZAHLEN if g in geliefert]


def gib_frei(
    recht: Schreibrecht,
    region: Region,
    grundzahl: str,
    jetzt: datetime,
    *,
    mindest_k: int | None = None,
    fortschritt: Callable[[date], None] | None = None,
) -> Freigabe:
    """Protect the stored Lieferungen of a Grundzahl and publish them; public figures (Plätze) as they are.

    k = max(record, `SRB_K`, `mindest_k`). The list of other Kreise and the Planungsräume that bound the rounding
    are those of the Freigabe before, if there was one; a Stichtag whose truth did not change keeps its numbers.
    Raises `FreigabeAbgelehnt`.
    """
    lieferungen, roh, stichtage = _stoff(region, grundzahl)
    if GRUNDZAHLEN[grundzahl].oeffentlich:
        return _gib_unveraendert_frei(recht, region, grundzahl, jetzt)
    synthetisch = all(lieferung.synthetisch for lieferung in lieferungen)
    k = max(GRUNDZAHLEN[grundzahl].k, einstellungen().k, mindest_k or 0)
    fruehere = [f for f in abfragen.alle_freigaben(region.slug) if f.grundzahl == grundzahl]
    vorige = next((f for f in fruehere if f.zurueckgezogen_am is None), fruehere[0] if fruehere else None)
    if vorige is not None and vorige.k != k:
        raise FreigabeAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde schon mit k = {vorige.k} veröffentlicht. Dieselben Zahlen mit "
            f"k = {k} ließen sich mit den alten verrechnen. Bitte bleiben Sie bei k = {vorige.k}."
        )
    vorgabe = _vorgabe(region, _wahrwerte(roh), roh, k, vorige, grundzahl)
    alte = ablage.grundlage(vorige.id) if vorige else {}
    try:
        wahr = fasse_zusammen(_wahrwerte(roh), vorgabe.gemeinden, vorgabe.weitere)
        pruefsummen = _pruefsummen(wahr, stichtage)
        ergebnis = schuetze(
            wahr,
            stichtage,
            vorgabe,
            _schluessel("gleichstand", synthetisch),
            vorher=wuerfelspeicher.lies(vorige.datei, vorige.pruefsumme) if vorige else None,
            unveraendert=[tag for tag, summe in pruefsummen.items() if alte.get(tag) == summe],
            fortschritt=fortschritt,
        )
    except (NichtLoesbar, ValueError) as fehler:  # both say in German what does not fit, without a count
        raise FreigabeAbgelehnt(str(fehler)) from fehler
    freigabe = _freigabe(
        region,
        grundzahl,
        ergebnis.angaben,
        stichtage,
        lieferungen,
        wuerfelspeicher.als_bytes(ergebnis.wuerfel),
        jetzt,
    )
    ablage.merke_grundlage(freigabe.id, pruefsummen, json.dumps(asdict(ergebnis.guete)))
    schreiben.veroeffentliche(recht, freigabe)
    return freigabe


def _gib_unveraendert_frei(recht: Schreibrecht, region: Region, grundzahl: str, jetzt: datetime) -> Freigabe:
    """Publish public figures as they are: no person stands behind them, so no k applies, nor one asked for."""
    (lieferungen, roh, stichtage), gemeinden = _stoff(region, grundzahl), _gemeinden(region, grundzahl)
    try:
        wahr = fasse_zusammen(_wahrwerte(roh), gemeinden, ())
        wuerfel, angaben = uebernimm_unveraendert(wahr, stichtage, gemeinden)
    except ValueError as fehler:
        raise FreigabeAbgelehnt(str(fehler)) from fehler
    inhalt = wuerfelspeicher.als_bytes(wuerfel)
    freigabe = _freigabe(region, grundzahl, angaben, stichtage, lieferungen, inhalt, jetzt)
    ablage.merke_grundlage(freigabe.id, _pruefsummen(wahr, stichtage), guete="{}")
    schreiben.veroeffentliche(recht, freigabe)
    return freigabe


def _stoff(region: Region, grundzahl: str) -> tuple[list[Lieferung], dy.DataFrame[Rohzellen], list[date]]:
    """The stored Lieferungen of a Grundzahl, their true cells and their Stichtage."""
    lieferungen = [lieferung for lieferung in _lieferungen(region) if grundzahl in lieferung.gegenstaende]
    roh = ablage.zellen(grundzahl, {lieferung.id: lieferung.nummer for lieferung in lieferungen})
    return lieferungen, roh, _pruefe(roh, grundzahl, region)


def _gemeinden(region: Region, grundzahl: str) -> tuple[str, ...]:
    """The places of the region that have cells: its Gemeinden, or the Kreis as a whole."""
    if GRUNDZAHLEN[grundzahl].nur_kreis:
        return (region.kreis_ags,)
    return tuple(g.ags for g in abfragen.gemeinden(region.kreis_ags))


def uebernimm(
    recht: Schreibrecht, region: Region, grundzahl: str, angaben: Schutzangaben, inhalt: bytes, jetzt: datetime
) -> Freigabe:
    """Publish a cube that was protected before (the shipped demonstration) over the Lieferungen it was made from."""
    lieferungen, roh, stichtage = _stoff(region, grundzahl)
    wahr = fasse_zusammen(_wahrwerte(roh), angaben.gemeinden, angaben.weitere)
    freigabe = _freigabe(region, grundzahl, angaben, stichtage, lieferungen, inhalt, jetzt)
    ablage.merke_grundlage(freigabe.id, _pruefsummen(wahr, stichtage), guete="{}")
    schreiben.veroeffentliche(recht, freigabe)
    return freigabe


def _freigabe(
    region: Region,
    grundzahl: str,
    angaben: Schutzangaben,
    stichtage: list[date],
    lieferungen: list[Lieferung],
    inhalt: bytes,
    jetzt: datetime,
) -> Freigabe:
    """Store the cube; the Freigabe is in force once it is written."""
    summe = wuerfelspeicher.pruefsumme(inhalt)
    freigabe_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{region.slug}/{grundzahl}/{summe}/{jetzt}").hex
    return Freigabe(
        id=freigabe_id,
        region_slug=region.slug,
        grundzahl=grundzahl,
        fassung=schreiben.naechste_fassung(region.slug, grundzahl),
        k=angaben.k,
        angaben=asdict(angaben),
        datei=wuerfelspeicher.lege_ab(region.slug, grundzahl, freigabe_id, inhalt),
        pruefsumme=summe,
        stichtage=[tag.isoformat() for tag in stichtage],
        quellen=_quellen(lieferungen),
        synthetisch=any(lieferung.synthetisch for lieferung in lieferungen),
        veroeffentlicht_am=jetzt,
    )


def _pruefe(roh: dy.DataFrame[Rohzellen], grundzahl: str, region: Region) -> list[date]:
    """Stichtage of the series; refuses what cannot be protected as it is."""
    if roh.is_empty():
        raise FreigabeAbgelehnt(
            f"Für „{grundzahl}“ in {region.name} gibt es keine gespeicherte Lieferung. "
            "Bitte zuerst eine Datei mit Fallzahlen importieren."
        )
    offen = roh.filter(pl.col("anzahl").is_null())
    if not offen.is_empty():
        tage = ", ".join(f"{tag:%d.%m.%Y}" for tag in sorted(offen["stichtag"].unique()))
        gefunden = sorted(offen["zeichen"].unique(), key=str)
        zeichen = ", ".join("leer" if z is None else f"„{z}“" for z in gefunden)
        raise FreigabeAbgelehnt(
            f"In „{grundzahl}“ fehlen Zahlen ({zeichen}) zum {tage}. Eine Summe mit Lücken wäre falsch. "
            "Bitte den Absender um die fehlenden Zahlen bitten (wo niemand ist: 0) und die Datei neu importieren."
        )
    if not _raumprinzipien(roh):
        raise FreigabeAbgelehnt(
            f"„{grundzahl}“ enthält zu verschiedenen Stichtagen verschiedene Raumprinzipien. "
            "Bitte die Lieferungen trennen oder um die fehlende Spalte bitten."
        )
    return sorted(roh["stichtag"].unique())


def _vorgabe(
    region: Region,
    wahr: dy.DataFrame[Wahrwerte],
    roh: dy.DataFrame[Rohzellen],
    k: int,
    vorige: Freigabe | None,
    grundzahl: str,
) -> Vorgabe:
    """What is fixed before anything is protected: the grid and margins of the Freigabe before, or a proposal."""
    raumprinzipien = _raumprinzipien(roh)
    if vorige is not None:
        alt = angaben_aus(vorige.angaben)
        if alt.raumprinzipien != raumprinzipien:
            raise FreigabeAbgelehnt(
                f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde schon nach {_und(alt.raumprinzipien)} veröffentlicht. Die "
                f"gespeicherten Lieferungen haben gemeinsam {_und(raumprinzipien)}. Beides zusammen ließe sich "
                "verrechnen. Bitte die Lieferung mit der anderen Zählung zurückziehen oder um die fehlende Spalte "
                "bitten."
            )
        gemeinden, weitere, raeume = alt.gemeinden, alt.weitere, alt.raeume
    else:
        gemeinden = _gemeinden(region, grundzahl)
        genannt = weitere_kreise(wahr, region.kreis_ags, k) if len(raumprinzipien) > 1 else ()
        weitere = (*genannt, UEBRIGE, UNBEKANNT) if len(raumprinzipien) > 1 else (UNBEKANNT,)
        raeume = dict(abfragen.zuordnung(region, Ebene.PLANUNGSRAUM).select("ags", "gebiet").iter_rows())
    return Vorgabe(gemeinden, weitere, raeume, raumprinzipien, k, _feste_stroeme(region, grundzahl, weitere))


def _und(raumprinzipien: tuple[str, ...]) -> str:
    return " und ".join(p.capitalize() for p in raumprinzipien)


def _feste_stroeme(region: Region, grundzahl: str, weitere: tuple[str, ...]) -> dict[tuple[date, str], int]:
    """Flows from another region of the installation: taken from its cube, that of the Herkunft (design.md 2)."""
    feste: dict[tuple[date, str], int] = {}
    for andere in abfragen.regionen():
        freigabe_id = dict(abfragen.stand(andere.slug).freigaben).get(grundzahl)
        if andere.slug == region.slug or andere.kreis_ags not in weitere or freigabe_id is None:
            continue
        frei = abfragen.freigaben([freigabe_id])[0]
        if region.kreis_ags not in angaben_aus(frei.angaben).weitere:
            continue
        hierher = wuerfelspeicher.lies(frei.datei, frei.pruefsumme).filter(pl.col("leistungsort") == region.kreis_ags)
        for tag, anzahl in hierher.group_by("stichtag").agg(pl.col("wert").sum()).iter_rows():
            feste[(tag, andere.kreis_ags)] = anzahl
    return feste


def _quellen(lieferungen: list[Lieferung]) -> list[dict[str, str]]:
    """Who sent what when, for the source line: of each sender the newest."""
    neueste: dict[str, Lieferung] = {}
    for lieferung in sorted(lieferungen, key=lambda eintrag: eintrag.nummer):
        neueste[lieferung.absender] = lieferung
    return [
        {"absender": absender, "datei": lieferung.datei, "eingegangen_am": lieferung.eingegangen_am.date().isoformat()}
        for absender, lieferung in sorted(neueste.items())
    ]
