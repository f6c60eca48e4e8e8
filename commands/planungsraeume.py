"""Einteilungen from a file: matched with the regions of the installation, and stored as versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import dataframely as dy

from data_access import abfragen, einteilungen
from data_access.einteilungen import Angaben, EinteilungAbgelehnt
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Planungsraumzeilen
from models.schnitt import Schnitt, schnitt_aus
from models.tabellen import Einteilung, Lieferung, Region
from models.vokabular import Einteilungsstand


@dataclass(frozen=True)
class Zuschnitt:
    """One Einteilung of a file."""

    kuerzel: str
    region: Region
    schnitt: Schnitt
    gueltig_von: date
    gueltig_bis: date | None


def zuschnitte(zeilen: dy.DataFrame[Planungsraumzeilen]) -> list[Zuschnitt]:
    """The Einteilungen of a read file, each with its region. Raises `EinteilungAbgelehnt`."""
    regionen = abfragen.regionen()
    ergebnis = []
    for (kuerzel,), teil in zeilen.group_by("einteilung", maintain_order=True):
        genannt = teil["region"][0]
        region = next((r for r in regionen if genannt in (r.slug, r.kreis_ags, r.name)), None)
        if region is None:
            vorhanden = ", ".join(r.slug for r in regionen)
            raise EinteilungAbgelehnt(
                f"Die Region „{genannt}“ der Einteilung „{kuerzel}“ gibt es hier nicht. Vorhanden: {vorhanden}."
            )
        schnitt = schnitt_aus(teil.select("ags", "planungsraum", "name").iter_rows())
        fremde = sorted(schnitt.raum_von.keys() - {g.ags for g in abfragen.gemeinden(region.kreis_ags)})
        if fremde:
            raise EinteilungAbgelehnt(
                f"In „{kuerzel}“ gehört {', '.join(fremde[:5])} nicht zu {region.name}. Bitte die Schlüssel oder die "
                "Region berichtigen."
            )
        ergebnis.append(Zuschnitt(str(kuerzel), region, schnitt, teil["gueltig_von"][0], teil["gueltig_bis"][0]))
    return ergebnis


def unveraendert(alle: Sequence[Zuschnitt]) -> bool:
    """Whether each of them is stored and in a menu already, so that importing would change nothing."""
    return all(_gleiche(z) is not None for z in alle)


def speichere(
    recht: Schreibrecht, lieferung: Lieferung, alle: Sequence[Zuschnitt], jetzt: datetime
) -> list[Einteilung]:
    """Store those that are new, with their Lieferung; the first of a region is in force, others are proposals."""
    neue = []
    for z in alle:
        if _gleiche(z) is not None:
            continue
        frueher = next((e for e in abfragen.einteilungen(z.region.slug) if e.id == z.kuerzel), None)
        angaben = Angaben(
            frueher.name if frueher else z.kuerzel.replace("_", " "),
            stamm=(frueher.stamm or frueher.id) if frueher else "",
            id=z.kuerzel,
            gueltig_von=z.gueltig_von,
            gueltig_bis=z.gueltig_bis,
            notiz=f"aus der Datei {lieferung.datei}",
        )
        neue.append((z.region.slug, z.schnitt, angaben))
    return einteilungen.speichere_lieferung(recht, lieferung, neue, jetzt)


def _gleiche(z: Zuschnitt) -> Einteilung | None:
    """A version of the same Einteilung with the same cut, in force or proposed."""
    alle = abfragen.einteilungen(z.region.slug)
    stamm = next((e.stamm or e.id for e in alle if e.id == z.kuerzel), None)
    gesucht = (sorted(z.schnitt.raeume), z.schnitt.gemeinden)
    for e in alle:
        offen = e.stand in (Einteilungsstand.GUELTIG, Einteilungsstand.VORSCHLAG)
        if stamm is not None and (e.stamm or e.id) == stamm and offen:
            gespeichert = einteilungen.schnitt(e.id)
            if (sorted(gespeichert.raeume), gespeichert.gemeinden) == gesucht:
                return e
    return None
