"""The second cube on its way out: which breakdown is asked for, on which truth and total it rests, what was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import dataframely as dy
import polars as pl

from analysis.freigabe.stoff import FreigabeAbgelehnt, Stoff, massgebliche, schluessel
from analysis.geheimhaltung.gliederung import (
    Frueher,
    Gesamt,
    Gliederungsschutz,
    gliedere,
    wahre_zellen,
)
from analysis.geheimhaltung.regeln import darf_gegliedert_werden
from analysis.geheimhaltung.schutz import Schutzergebnis
from analysis.geheimhaltung.summen import summiere_kreis
from analysis.schutzregeln import regeln
from data_access import wuerfelspeicher
from data_access.roh import ablage
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen, Zaehlwerte
from models.schutz import MERKMALE, MERKMALSWORT, Gliederung, Schutzangaben, angaben_aus
from models.tabellen import Freigabe, Region
from models.vokabular import Ebene, Raumprinzip


@dataclass(frozen=True)
class ZweiterWuerfel:
    """A second cube ready to be stored: the file, and the truth under it (raw side only)."""

    inhalt: bytes
    wahr: pl.DataFrame

    def lege_ab(self, region: str, grundzahl: str, freigabe_id: str) -> str:
        """Store the file beside the first cube; returns its path within `SRB_DATA_DIR`."""
        return wuerfelspeicher.lege_gliederung_ab(region, grundzahl, freigabe_id, self.inhalt)


def zweiter_wuerfel(schutz: Gliederungsschutz | None) -> ZweiterWuerfel | None:
    """What is to be stored of a protected breakdown."""
    if schutz is None:
        return None
    return ZweiterWuerfel(wuerfelspeicher.gliederung_als_bytes(schutz.wuerfel), schutz.wahrwuerfel())


def uebernommener_wuerfel(
    region: Region, stoff: Stoff, angaben: Schutzangaben, inhalt: bytes | None
) -> ZweiterWuerfel | None:
    """A second cube that was protected before, with the truth of the Lieferungen it was made from."""
    if inhalt is None or angaben.gliederung is None:
        return None
    zellen = zellen_des_kreises(stoff, angaben.gemeinden, angaben.gliederung.raumprinzip)
    wahr = wahre_zellen(zellen, angaben.gliederung, alter_von(stoff), stoff.stichtage)
    if wahr is None:
        raise FreigabeAbgelehnt(
            f"Die mitgelieferten Zahlen von {region.name} nach Alter und Geschlecht passen nicht zu den Lieferungen."
        )
    return ZweiterWuerfel(inhalt, wahr)


def bisherige(fruehere: Sequence[Freigabe]) -> Gliederung | None:
    """The breakdown that was public last, also of a Freigabe that was withdrawn (newest first)."""
    return next((g for g in (angaben_aus(f.angaben).gliederung for f in fruehere) if g is not None), None)


def gliedere_freigabe(
    region: Region,
    grundzahl: str,
    stoff: Stoff,
    ergebnis: Schutzergebnis,
    fruehere: Sequence[Freigabe],
    nach: Sequence[str] | None,
) -> Gliederungsschutz | None:
    """Break the Kreis down by age and sex, fitted to the total of `ergebnis`; None if that is not wanted or possible.

    `nach` None: as in the Freigabe in force. A breakdown that was ever public keeps its grid.
    Raises `FreigabeAbgelehnt` for another breakdown than the one that was public: both could be set off.
    """
    nach = _gewuenscht(grundzahl, fruehere, nach)
    if not nach:
        return None
    if grund := darf_gegliedert_werden(grundzahl, Ebene.KREIS, nach, regeln(region.slug)[grundzahl]):
        raise FreigabeAbgelehnt(grund)
    raumprinzip = next(p.value for p in Raumprinzip if p.value in stoff.raumprinzipien)
    return gliedere(
        zellen_des_kreises(stoff, ergebnis.angaben.gemeinden, raumprinzip),
        gesamt_von(summiere_kreis(ergebnis.wuerfel, ergebnis.angaben, raumprinzip)),
        nach,
        alter_von(stoff),
        raumprinzip,
        ergebnis.angaben.k,
        schluessel("gliederung", stoff.synthetisch),
        frueher_von(fruehere),
    )


def _gewuenscht(grundzahl: str, fruehere: Sequence[Freigabe], nach: Sequence[str] | None) -> tuple[str, ...]:
    alte = bisherige(fruehere)
    if nach is None:
        vorige = massgebliche(fruehere)
        jetzige = angaben_aus(vorige.angaben).gliederung if vorige else None
        return jetzige.merkmale if jetzige else ()
    if fremde := [merkmal for merkmal in nach if merkmal not in MERKMALE]:
        raise FreigabeAbgelehnt(f"Nach „{fremde[0]}“ wird nicht gegliedert. Möglich sind: {', '.join(MERKMALE)}.")
    if nach and alte is not None and set(nach) != set(alte.merkmale):
        raise FreigabeAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde schon nach {' und '.join(alte.merkmale)} gegliedert "
            "veröffentlicht. Eine zweite Gliederung derselben Menschen ließe sich mit der ersten verrechnen. Bitte "
            f"bleiben Sie bei --nach {','.join(alte.merkmale)} oder veröffentlichen Sie ohne Gliederung "
            "(--nach keine)."
        )
    return tuple(merkmal for merkmal in MERKMALE if merkmal in nach)


def frueher_von(fruehere: Sequence[Freigabe]) -> Frueher | None:
    """The second cube that was public last, with its truth if it is known here."""
    for frei in fruehere:
        angaben, wuerfel = angaben_aus(frei.angaben).gliederung, wuerfelspeicher.gliederung_von(frei)
        if angaben is not None and wuerfel is not None:
            return Frueher(angaben, wuerfel, ablage.gliederungswahrheit(frei.id))
    return None


def alter_von(stoff: Stoff) -> tuple[int, int | None]:
    """First and last age that the Grundzahl counts."""
    grundzahl = GRUNDZAHLEN[stoff.roh["grundzahl"][0]]
    return grundzahl.alter_von, grundzahl.alter_bis


def zellen_des_kreises(stoff: Stoff, gemeinden: Sequence[str], raumprinzip: str) -> dy.DataFrame[Rohzellen]:
    """The raw rows of the persons of the Kreis as a whole."""
    return Rohzellen.validate(stoff.roh.filter(pl.col(raumprinzip).is_in(list(gemeinden))))


def gesamt_von(summen: dy.DataFrame[Zaehlwerte]) -> dict[date, Gesamt]:
    """The total of the Kreis as it will be published (`summiere_kreis`), by Stichtag."""
    return {z["stichtag"]: Gesamt(z["wert"], z["von"], z["bis"]) for z in summen.iter_rows(named=True)}


def hinweis(grundzahl: str, angaben: Schutzangaben, nach: Sequence[str] | None) -> str:
    """Why less was broken down than was asked for; empty if nothing gave way."""
    erreicht = angaben.gliederung.merkmale if angaben.gliederung else ()
    if not set(nach or ()) - set(erreicht):
        return ""
    titel = GRUNDZAHLEN[grundzahl].titel
    if GRUNDZAHLEN[grundzahl].oeffentlich:
        return f"„{titel}“ zählt keine Menschen und wird nicht nach Alter oder Geschlecht gegliedert."
    if erreicht:
        return (
            f"„{titel}“ ist nur nach {' und '.join(MERKMALSWORT[m] for m in erreicht)} gegliedert: Feiner wären "
            "einzelne Menschen zu erkennen, oder die Lieferungen haben es nicht zu jedem Stichtag."
        )
    return (
        f"„{titel}“ ist nicht nach {' und '.join(MERKMALSWORT[m] for m in nach or ())} gegliedert: Einzelne Menschen "
        "wären zu erkennen, oder die Lieferungen haben es nicht zu jedem Stichtag."
    )
