"""Versions of Einteilungen: reading all cuts of a region at once, and every way to change which one is in force.

A version is never changed: a change makes a new one. What changes is its `stand`, and `gueltig_bis` of one that is
over. Each write counts up the Fassung of the region, so every page of every process shows it at its next run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import dataframely as dy
from sqlalchemy import func
from sqlmodel import Session, col, select

from data_access.abfragen import EINTEILUNGEN
from data_access.datenbank import lies_rahmen, sitzung
from data_access.schreiben import erhoehe
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Zuordnung
from models.schnitt import KUERZEL_ERLAUBT, NAME_ERLAUBT, Schnitt, kuerzel_passt, name_passt
from models.tabellen import Einteilung, Gebiet, Lieferung, Planungsraum, PlanungsraumGemeinde, Region
from models.vokabular import Ebene, Einteilungsstand


class EinteilungAbgelehnt(Exception):
    """A cut cannot be stored or put in force; the message is for the screen."""


@dataclass(frozen=True)
class Angaben:
    """What is said about a new version. `stamm` empty: the first version of a new Einteilung, whose id is `id`."""

    name: str
    stamm: str = ""
    id: str = ""
    gueltig_von: date | None = None
    gueltig_bis: date | None = None
    notiz: str = ""


def zuordnungen(region: str) -> dict[str, dy.DataFrame[Zuordnung]]:
    """Einteilung -> which Gemeinde lies in which Planungsraum, of all versions of a region."""
    alle = lies_rahmen(
        "SELECT g.einteilung_id, g.ags, r.id AS gebiet, r.name FROM planungsraumgemeinde g "
        "JOIN planungsraum r ON r.einteilung_id = g.einteilung_id AND r.id = g.planungsraum_id "
        "JOIN einteilung e ON e.id = g.einteilung_id WHERE e.region_slug = :region ORDER BY r.id, g.ags",
        region=region,
    )
    if alle.is_empty():
        return {}
    je = alle.partition_by("einteilung_id", as_dict=True, include_key=False)
    return {str(schluessel[0]): Zuordnung.validate(zeilen, cast=True) for schluessel, zeilen in je.items()}


def schnitt(einteilung: str) -> Schnitt:
    """The cut of a stored version."""
    with sitzung() as s:
        return _schnitt(s, einteilung)


def speichere(
    recht: Schreibrecht,
    region: str,
    neu: Schnitt,
    angaben: Angaben,
    jetzt: datetime,
    *,
    in_kraft: bool = False,
    grundlage: str | None = None,
) -> Einteilung:
    """Store a cut as a new version: as a Vorschlag, or in force in place of the one that is.

    `grundlage`: the version in force from which the caller started; if another one is in force by now, nothing is
    stored, so that nobody undoes unseen what somebody else has done. Raises `EinteilungAbgelehnt`.
    """
    with sitzung() as s:
        gebiet = _region(s, region)
        _pruefe(s, gebiet, neu, angaben)
        if in_kraft and grundlage is not None and (gebiet.haupteinteilung_id or "") != grundlage:
            raise EinteilungAbgelehnt(
                "Inzwischen gilt eine andere Einteilung. Es wurde nichts gespeichert. Bitte die Seite neu laden, den "
                "Entwurf mit ihr vergleichen und dann noch einmal speichern, oder als Vorschlag speichern."
            )
        version = _lege_an(s, gebiet, neu, angaben, jetzt)
        if in_kraft:
            _setze_in_kraft(s, gebiet, version, jetzt.date())
        erhoehe(s, region, EINTEILUNGEN)
        return version


def speichere_lieferung(
    recht: Schreibrecht, lieferung: Lieferung, neue: Sequence[tuple[str, Schnitt, Angaben]], jetzt: datetime
) -> list[Einteilung]:
    """Store the cuts of one file, each with its region, and the Lieferung: all or none.

    The first cut of a region is in force at once, every other one is a Vorschlag. Raises `EinteilungAbgelehnt`.
    """
    with sitzung() as s:
        s.add(lieferung)
        versionen_ = []
        for slug, neu, angaben in neue:
            region = _region(s, slug)
            _pruefe(s, region, neu, angaben)
            version = _lege_an(s, region, neu, angaben, jetzt)
            if region.haupteinteilung_id is None:
                _setze_in_kraft(s, region, version, jetzt.date())
            erhoehe(s, slug, EINTEILUNGEN)
            versionen_.append(version)
        return versionen_


def setze_in_kraft(recht: Schreibrecht, region: str, einteilung: str, jetzt: datetime) -> Einteilung:
    """Put a Vorschlag in force; the version before it is over from today. Raises `EinteilungAbgelehnt`."""
    with sitzung() as s:
        gebiet = _region(s, region)
        version = _version(s, region, einteilung)
        if version.stand not in (Einteilungsstand.VORSCHLAG, Einteilungsstand.GUELTIG):
            raise EinteilungAbgelehnt(
                f"„{version.name}“, Version {version.version} ist kein Vorschlag. Zu einer früheren Version führt "
                "„Zu dieser Version zurückkehren“."
            )
        _setze_in_kraft(s, gebiet, version, jetzt.date())
        erhoehe(s, region, EINTEILUNGEN)
        return version


def kehre_zurueck(recht: Schreibrecht, region: str, einteilung: str, jetzt: datetime, notiz: str = "") -> Einteilung:
    """Put the cut of a former version in force again, as a new version. Raises `EinteilungAbgelehnt`."""
    with sitzung() as s:
        gebiet = _region(s, region)
        frueher = _version(s, region, einteilung)
        if gebiet.haupteinteilung_id == frueher.id:
            raise EinteilungAbgelehnt(f"„{frueher.name}“, Version {frueher.version} gilt schon.")
        angaben = Angaben(frueher.name, frueher.stamm or frueher.id, gueltig_von=jetzt.date(), notiz=notiz)
        version = _lege_an(s, gebiet, _schnitt(s, frueher.id), angaben, jetzt, beispiel=frueher.beispiel)
        _setze_in_kraft(s, gebiet, version, jetzt.date())
        erhoehe(s, region, EINTEILUNGEN)
        return version


def verwirf(recht: Schreibrecht, region: str, einteilung: str, jetzt: datetime) -> Einteilung:
    """Discard a Vorschlag: it leaves the menus and stays readable by its link. Raises `EinteilungAbgelehnt`."""
    with sitzung() as s:
        version = _version(s, region, einteilung)
        if version.stand != Einteilungsstand.VORSCHLAG:
            raise EinteilungAbgelehnt(f"„{version.name}“, Version {version.version} ist kein Vorschlag.")
        version.stand, version.gueltig_bis = Einteilungsstand.VERWORFEN, jetzt.date()
        s.add(version)
        erhoehe(s, region, EINTEILUNGEN)
        return version


def versionen(stamm: str) -> list[Einteilung]:
    """All versions of one Einteilung, the newest first."""
    with sitzung() as s:
        frage = select(Einteilung).where(Einteilung.stamm == stamm).order_by(col(Einteilung.version).desc())
        return list(s.exec(frage))


def _region(s: Session, slug: str) -> Region:
    gefunden = s.get(Region, slug)
    if gefunden is None:
        raise EinteilungAbgelehnt(
            f"Die Region „{slug}“ ist hier nicht angelegt. Eine Einteilung braucht eine angelegte Region; ein Entwurf "
            "lässt sich als CSV herunterladen."
        )
    return gefunden


def _version(s: Session, region: str, einteilung: str) -> Einteilung:
    gefunden = s.get(Einteilung, einteilung)
    if gefunden is None or gefunden.region_slug != region:
        raise EinteilungAbgelehnt(f"Die Einteilung „{einteilung}“ gibt es in dieser Region nicht.")
    return gefunden


def _schnitt(s: Session, einteilung: str) -> Schnitt:
    raeume = s.exec(select(Planungsraum).where(Planungsraum.einteilung_id == einteilung)).all()
    glieder = s.exec(select(PlanungsraumGemeinde).where(PlanungsraumGemeinde.einteilung_id == einteilung)).all()
    return Schnitt(
        tuple(sorted((r.id, r.name) for r in raeume)), tuple(sorted((g.ags, g.planungsraum_id) for g in glieder))
    )


def _pruefe(s: Session, region: Region, neu: Schnitt, angaben: Angaben) -> None:
    """What would break a law of the tables or a screen. Gaps are allowed."""
    gruende: list[str] = []
    if not neu.raeume:
        gruende.append("Es gibt keinen Planungsraum.")
    leere = [name for raum, name in neu.raeume if not neu.glieder(raum)]
    if leere:
        gruende.append(f"Ohne Gemeinde: {', '.join(leere)}. Bitte Gemeinden zuordnen oder entfernen.")
    schlecht = [name for _, name in neu.raeume if not name_passt(name)]
    if not name_passt(angaben.name):
        schlecht.append(angaben.name)
    if schlecht:
        gruende.append(f"Der Name „{schlecht[0][:40]}“ geht nicht. {NAME_ERLAUBT}")
    kuerzel = [raum for raum, _ in neu.raeume if not kuerzel_passt(raum)]
    kuerzel += [angaben.id] if angaben.id and not kuerzel_passt(angaben.id) else []
    if kuerzel:
        gruende.append(f"Das Kürzel „{kuerzel[0][:40]}“ geht nicht. {KUERZEL_ERLAUBT}")
    orte = select(Gebiet.ags).where(Gebiet.kreis_ags == region.kreis_ags, Gebiet.ebene == Ebene.GEMEINDE)
    fremde = sorted(set(neu.raum_von) - set(s.exec(orte).all()))
    if fremde:
        gruende.append(f"{', '.join(fremde[:5])} gehört nicht zu {region.name}. Bitte die Schlüssel prüfen.")
    if gruende:
        raise EinteilungAbgelehnt(" ".join(gruende))


def _lege_an(
    s: Session, region: Region, neu: Schnitt, angaben: Angaben, jetzt: datetime, beispiel: bool = False
) -> Einteilung:
    stamm = angaben.stamm or angaben.id
    nummer = (s.exec(select(func.max(Einteilung.version)).where(Einteilung.stamm == stamm)).one() or 0) + 1
    version = Einteilung(
        id=stamm if nummer == 1 else f"{stamm}-v{nummer}",
        region_slug=region.slug,
        name=angaben.name,
        beispiel=beispiel,
        gueltig_von=angaben.gueltig_von or jetzt.date(),
        gueltig_bis=angaben.gueltig_bis,
        stamm=stamm,
        version=nummer,
        stand=Einteilungsstand.VORSCHLAG,
        notiz=angaben.notiz,
        angelegt_am=jetzt,
    )
    if s.get(Einteilung, version.id) is not None:
        raise EinteilungAbgelehnt(f"Das Kürzel „{version.id}“ ist schon vergeben. Bitte ein anderes wählen.")
    stufen: Sequence[Sequence[Einteilung | Planungsraum | PlanungsraumGemeinde]] = (
        [version],
        [Planungsraum(einteilung_id=version.id, id=raum, name=name) for raum, name in neu.raeume],
        [PlanungsraumGemeinde(einteilung_id=version.id, ags=a, planungsraum_id=r) for a, r in neu.gemeinden],
    )
    for stufe in stufen:
        s.add_all(list(stufe))
        s.flush()
    return version


def _setze_in_kraft(s: Session, region: Region, version: Einteilung, tag: date) -> None:
    bisher = s.get(Einteilung, region.haupteinteilung_id) if region.haupteinteilung_id else None
    if bisher is not None and bisher.id != version.id:
        bisher.stand, bisher.gueltig_bis = Einteilungsstand.ABGELOEST, tag
        s.add(bisher)
    version.stand = Einteilungsstand.GUELTIG
    region.haupteinteilung_id = version.id
    s.add(version)
    s.add(region)
