"""From the stored truth to the published cube, in three steps: draft, audit, publish."""

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

import dataframely as dy

from analysis.freigabe import quellschutz
from analysis.freigabe.gliedern import ZweiterWuerfel, gliedere_freigabe, uebernommener_wuerfel, zweiter_wuerfel
from analysis.freigabe.pruefen import Entwurf, check_secret, pruefe_bis_bestanden
from analysis.freigabe.stoff import FreigabeAbgelehnt, Stoff, lies_stoff, massgebliche, pruefsummen, schluessel
from analysis.freigabe.vorgaben import gemeinden_von, mache_vorgabe, verwandte_wuerfel, waehle_k
from analysis.geheimhaltung.oeffentlich import uebernimm_unveraendert
from analysis.geheimhaltung.schutz import NichtLoesbar, schuetze
from analysis.geheimhaltung.vorgabe import fasse_zusammen
from data_access import abfragen, schreiben, wuerfelspeicher
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Wahrwerte
from models.schutz import Schutzangaben
from models.tabellen import Freigabe, Lieferung, Region


def entwirf(
    region: Region,
    grundzahl: str,
    *,
    mindest_k: int | None = None,
    eckwerte: bool = True,
    nach: Sequence[str] | None = None,
    fortschritt: Callable[[date], None] | None = None,
) -> Entwurf:
    """Protect the stored Lieferungen of a Grundzahl, without publishing anything.

    The list of other Kreise and the Planungsräume that bound the rounding are those of the Freigabe before, if there
    was one; what did not change since keeps its numbers. `eckwerte` False: Kreis totals are not exact. `nach`:
    by what the Kreis is broken down besides (`gliederung.MERKMALE`); None: as in the Freigabe before.
    Raises `FreigabeAbgelehnt`.
    """
    stoff = lies_stoff(region, grundzahl)
    fruehere = tuple(f for f in abfragen.alle_freigaben(region.slug) if f.grundzahl == grundzahl)
    vorige = massgebliche(fruehere)
    if vorige is not None and vorige.lieferung_id is not None:
        raise FreigabeAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ kam hier geschützt an. Eine eigene Freigabe derselben Menschen daneben "
            "ließe sich damit verrechnen. Bitte ein neues Paket des Absenders importieren."
        )
    k = waehle_k(region.slug, grundzahl, mindest_k, vorige)
    vorgabe = mache_vorgabe(region, grundzahl, stoff, k, vorige)
    teilmengen, obermenge = verwandte_wuerfel(region, grundzahl, vorgabe.weitere)
    alte = ablage.grundlage(vorige.id) if vorige else {}
    try:
        quellschutz.check_former(stoff.quellschutz, fruehere)
        wahr = fasse_zusammen(stoff.wahr, vorgabe.gemeinden, vorgabe.weitere)
        summen, damals = pruefsummen(wahr, stoff.stichtage), ablage.wahrheit(vorige.id) if vorige else None
        check_secret(wahr, damals, summen, alte)
        ergebnis = schuetze(
            wahr,
            [tag for tag in stoff.stichtage if tag not in stoff.quellschutz],
            vorgabe,
            schluessel("gleichstand", stoff.synthetisch),
            vorher=wuerfelspeicher.lies(vorige.datei, vorige.pruefsumme) if vorige else None,
            unveraendert=[tag for tag, summe in summen.items() if alte.get(tag) == summe],
            wahr_vorher=damals,
            teilmengen=teilmengen,
            obermenge=obermenge,
            eckwerte=eckwerte,
            fortschritt=fortschritt,
        )
        ergebnis = quellschutz.insert(ergebnis, stoff.roh, stoff.quellschutz, k)
    except (NichtLoesbar, ValueError) as fehler:  # both say in German what does not fit, without a count
        raise FreigabeAbgelehnt(str(fehler)) from fehler
    gliederung = gliedere_freigabe(region, grundzahl, stoff, ergebnis, fruehere, nach)
    if gliederung is not None:
        ergebnis = replace(ergebnis, angaben=replace(ergebnis.angaben, gliederung=gliederung.angaben))
    return Entwurf(stoff, wahr, ergebnis, fruehere, gliederung)


def gib_frei(
    recht: Schreibrecht,
    region: Region,
    grundzahl: str,
    jetzt: datetime,
    *,
    mindest_k: int | None = None,
    nach: Sequence[str] | None = None,
    fortschritt: Callable[[date], None] | None = None,
    pruefschritt: Callable[[date], None] | None = None,
) -> Freigabe:
    """Protect, attack and publish the stored Lieferungen of a Grundzahl; public figures (Plätze) as they are.

    `fortschritt` is called after each protected Stichtag, `pruefschritt` after each attacked one.
    Raises `FreigabeAbgelehnt`; then nothing is published.
    """
    if grundzahl in GRUNDZAHLEN and GRUNDZAHLEN[grundzahl].oeffentlich:
        return _gib_unveraendert_frei(recht, region, grundzahl, jetzt)
    entwurf, bericht = pruefe_bis_bestanden(
        region,
        grundzahl,
        lambda eckwerte, gegliedert: entwirf(
            region,
            grundzahl,
            mindest_k=mindest_k,
            eckwerte=eckwerte,
            nach=nach if gegliedert else (),
            fortschritt=fortschritt,
        ),
        pruefschritt,
    )
    return _veroeffentliche(
        recht,
        region,
        grundzahl,
        entwurf.stoff,
        entwurf.wahr,
        entwurf.ergebnis.angaben,
        wuerfelspeicher.als_bytes(entwurf.ergebnis.wuerfel),
        jetzt,
        guete=json.dumps(asdict(entwurf.ergebnis.guete)),
        pruefbericht=bericht.als_objekt() | {"geprueft_am": jetzt.isoformat()},
        zweiter=zweiter_wuerfel(entwurf.gliederung),
    )


def _gib_unveraendert_frei(recht: Schreibrecht, region: Region, grundzahl: str, jetzt: datetime) -> Freigabe:
    """Publish public figures as they are: no person stands behind them, so no k applies, nor one asked for."""
    stoff, gemeinden = lies_stoff(region, grundzahl), gemeinden_von(region, grundzahl)
    try:
        wahr = fasse_zusammen(stoff.wahr, gemeinden, ())
        wuerfel, angaben = uebernimm_unveraendert(wahr, stoff.stichtage, gemeinden)
    except ValueError as fehler:
        raise FreigabeAbgelehnt(str(fehler)) from fehler
    inhalt = wuerfelspeicher.als_bytes(wuerfel)
    return _veroeffentliche(recht, region, grundzahl, stoff, wahr, angaben, inhalt, jetzt)


def uebernimm(
    recht: Schreibrecht,
    region: Region,
    grundzahl: str,
    angaben: Schutzangaben,
    inhalt: bytes,
    jetzt: datetime,
    *,
    pruefbericht: Mapping[str, object],
    gliederung: bytes | None = None,
) -> Freigabe:
    """Publish a cube that was protected before (the shipped demonstration) over the Lieferungen it was made from.

    `pruefbericht`: the audit that was made then. `gliederung`: its second cube, as `angaben.gliederung` describes it.
    """
    stoff = lies_stoff(region, grundzahl)
    wahr = fasse_zusammen(stoff.wahr, angaben.gemeinden, angaben.weitere)
    zweiter = uebernommener_wuerfel(region, stoff, angaben, gliederung)
    return _veroeffentliche(
        recht, region, grundzahl, stoff, wahr, angaben, inhalt, jetzt, pruefbericht=pruefbericht, zweiter=zweiter
    )


def _veroeffentliche(
    recht: Schreibrecht,
    region: Region,
    grundzahl: str,
    stoff: Stoff,
    wahr: dy.DataFrame[Wahrwerte],
    angaben: Schutzangaben,
    inhalt: bytes,
    jetzt: datetime,
    guete: str = "{}",
    *,
    pruefbericht: Mapping[str, object] | None = None,
    zweiter: ZweiterWuerfel | None = None,
) -> Freigabe:
    """Store the cube and what it rests on; the Freigabe is in force once its row is written."""
    summe = wuerfelspeicher.pruefsumme(inhalt)
    freigabe_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{region.slug}/{grundzahl}/{summe}/{jetzt}").hex
    wahrheiten = pruefsummen(wahr, stoff.stichtage)
    freigabe = Freigabe(
        id=freigabe_id,
        region_slug=region.slug,
        grundzahl=grundzahl,
        fassung=schreiben.naechste_fassung(region.slug, grundzahl),
        k=angaben.k,
        angaben=angaben.als_objekt(),
        datei=wuerfelspeicher.lege_ab(region.slug, grundzahl, freigabe_id, inhalt),
        pruefsumme=summe,
        gliederung_datei=zweiter.lege_ab(region.slug, grundzahl, freigabe_id) if zweiter else None,
        gliederung_pruefsumme=wuerfelspeicher.pruefsumme(zweiter.inhalt) if zweiter else None,
        stichtage=[tag.isoformat() for tag in stoff.stichtage],
        wahrheiten={tag.isoformat(): summe for tag, summe in wahrheiten.items()},
        pruefbericht=dict(pruefbericht or {}),
        quellen=_quellen(stoff.lieferungen),
        synthetisch=any(lieferung.synthetisch for lieferung in stoff.lieferungen),
        veroeffentlicht_am=jetzt,
    )
    ablage.merke_grundlage(freigabe_id, wahrheiten, guete, wahr)
    if zweiter is not None:
        ablage.merke_gliederung(freigabe_id, zweiter.wahr)
    schreiben.veroeffentliche(recht, freigabe)
    return freigabe


def _quellen(lieferungen: list[Lieferung]) -> list[dict[str, str]]:
    """Who sent what when, for the source line: of each sender the newest."""
    neueste: dict[str, Lieferung] = {}
    for lieferung in sorted(lieferungen, key=lambda eintrag: eintrag.nummer):
        neueste[lieferung.absender] = lieferung
    return [
        {"absender": absender, "datei": lieferung.datei, "eingegangen_am": lieferung.eingegangen_am.date().isoformat()}
        for absender, lieferung in sorted(neueste.items())
    ]
