"""Importing a signed protected cube: checked before, then one transaction puts all of it in force."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commands.wuerfelpruefung import unveraendert, vorhanden
from data_access import abfragen, schreiben, wuerfellieferung, wuerfelspeicher
from data_access.paket import Paket
from data_access.schreibrecht import Schreibrecht
from models.paket import GESCHUETZT_VON, Wuerfelangabe
from models.tabellen import Absenderschluessel, Freigabe, Lieferung, Region, Traeger
from models.vokabular import Lieferungsart, Lieferungsstand


@dataclass(frozen=True)
class Datei:
    """The file of a package: its name, its `dateimarke`, and how many cells its cubes have together."""

    name: str
    marke: str
    zellen: int


def importiere(recht: Schreibrecht, paket: Paket, region: Region, datei: Datei, jetzt: datetime) -> Lieferung | None:
    """Store a package that `wuerfelpruefung.pruefe` found in order, and put it in force.

    Cubes go to the store first, where nobody sees them; the rows follow in one transaction. Nothing goes to the raw
    side. None if all of it is in force already.
    """
    frueher = vorhanden(region)
    neue = [e for e in paket.manifest.wuerfel if not unveraendert(e, frueher, paket)]
    if not neue:
        return None
    lieferung = _lieferung(paket, neue, region, datei, jetzt)
    freigaben = [_freigabe(paket, eintrag, region, lieferung, jetzt) for eintrag in neue]
    absender = Absenderschluessel(
        fingerabdruck=paket.fingerabdruck,
        name=paket.manifest.absender.name,
        schluessel=paket.manifest.absender.schluessel,
        vertraut_seit=jetzt,
    )
    wuerfellieferung.speichere(recht, lieferung, freigaben, absender, _neue_region(paket, region))
    return lieferung


def bringt_nichts_neues(paket: Paket, region: Region) -> Lieferung | None:
    """The Lieferung that brought the same before."""
    in_kraft = vorhanden(region).in_kraft.get(paket.manifest.wuerfel[0].grundzahl)
    return next((x for x in abfragen.lieferungen() if in_kraft and x.id == in_kraft.lieferung_id), None)


def _lieferung(
    paket: Paket,
    neue: Sequence[Wuerfelangabe],
    region: Region,
    datei: Datei,
    jetzt: datetime,
) -> Lieferung:
    return Lieferung(
        id=uuid.uuid4().hex,
        nummer=schreiben.naechste_lieferungsnummer(),
        art=Lieferungsart.WUERFEL,
        region_slug=region.slug,
        absender=paket.manifest.absender.name,
        datei=datei.name,
        sha256=datei.marke,
        stichtage=sorted({tag.isoformat() for e in neue for tag in e.stichtage}),
        gegenstaende=sorted(e.grundzahl for e in neue),
        quelle=paket.fingerabdruck,
        zeilen=datei.zellen,
        eingegangen_am=jetzt,
        stand=Lieferungsstand.GESPEICHERT,
        synthetisch=paket.manifest.synthetisch,
    )


def _freigabe(paket: Paket, eintrag: Wuerfelangabe, region: Region, lieferung: Lieferung, jetzt: datetime) -> Freigabe:
    """The Freigabe of the sender as one of this installation: same cube, same rules, same number if it is free."""
    kennung = uuid.uuid5(uuid.NAMESPACE_OID, f"{lieferung.id}/{eintrag.grundzahl}").hex
    ort = (region.slug, eintrag.grundzahl)
    zweiter = paket.gliederung(eintrag)
    return Freigabe(
        id=kennung,
        region_slug=region.slug,
        grundzahl=eintrag.grundzahl,
        fassung=max(schreiben.naechste_fassung(*ort), eintrag.fassung),
        k=eintrag.schutz.k,
        angaben=dict(eintrag.angaben),
        datei=wuerfelspeicher.lege_ab(*ort, kennung, paket.wuerfel(eintrag)),
        pruefsumme=eintrag.sha256,
        gliederung_datei=wuerfelspeicher.lege_gliederung_ab(*ort, kennung, zweiter) if zweiter else None,
        gliederung_pruefsumme=eintrag.gliederung_sha256,
        stichtage=[tag.isoformat() for tag in eintrag.stichtage],
        wahrheiten={tag.isoformat(): summe for tag, summe in eintrag.wahrheiten.items()},
        pruefbericht=dict(eintrag.pruefbericht),
        lieferung_id=lieferung.id,
        quellen=_quellen(paket, eintrag, lieferung.datei),
        synthetisch=eintrag.synthetisch,
        veroeffentlicht_am=jetzt,
    )


def _quellen(paket: Paket, eintrag: Wuerfelangabe, datei: str) -> list[dict[str, str]]:
    """Who delivered to the sender, each with who protected it: key and Fassung there, to compare later packages."""
    name = paket.manifest.absender.name
    schutz = {
        GESCHUETZT_VON: name,
        "fingerabdruck": paket.fingerabdruck,
        "fassung": str(eintrag.fassung),
        "freigegeben_am": eintrag.freigegeben_am.isoformat(),
    }
    urspruenge = [(q.absender, q.eingegangen_am) for q in eintrag.quellen] or [(name, eintrag.freigegeben_am)]
    return [{"absender": von, "datei": datei, "eingegangen_am": tag.isoformat(), **schutz} for von, tag in urspruenge]


def _neue_region(paket: Paket, region: Region) -> tuple[Traeger, Region] | None:
    """A Kreis that was only in the register of areas, with the Träger that the package names."""
    if region.traeger_id:
        return None
    traeger = Traeger(**paket.manifest.region.traeger.model_dump())
    felder = region.model_dump() | {"traeger_id": traeger.id, "synthetisch": paket.manifest.synthetisch}
    return traeger, Region(**felder)
