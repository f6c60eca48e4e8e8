"""Which rule holds, and what it allows. Pure: decisions in, rule or German reason out.

Sources: domain.md 6.2 (k, minimum denominators, crossings), design.md 2 (age and sex at Kreis level).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import PERSONENMERKMALE, VOREINSTELLUNGEN, Regel
from models.tabellen import Schutzregel
from models.vokabular import Ebene

ALLE: Final = "*"
"""In place of a region: a decision for all of them."""

_AB_KREIS: Final = (Ebene.BUND, Ebene.LAND, Ebene.KREIS)


def wirksam(grundzahl: str, entscheidungen: Sequence[Schutzregel], region: str, mindest_k: int) -> Regel:
    """The rule of a Grundzahl in a region, out of all decisions that are not revoked, the newest first.

    The newest of the region, else the newest for all regions, else the record. k is the greatest of record,
    both decisions and `mindest_k` (`SRB_K`): nothing makes it smaller. Public figures have no k to raise.
    """
    voreinstellung = VOREINSTELLUNGEN[grundzahl]
    if GRUNDZAHLEN[grundzahl].oeffentlich:
        return voreinstellung
    eigene = _neueste(entscheidungen, grundzahl, region)
    fuer_alle = _neueste(entscheidungen, grundzahl, ALLE)
    leitend = eigene or fuer_alle
    regel = voreinstellung if leitend is None else _als_regel(leitend, voreinstellung)
    if fuer_alle is not None and fuer_alle.k > regel.k:
        zusatz = f"k = {fuer_alle.k} gilt in allen Regionen ({fuer_alle.entschieden_von})."
        regel = replace(regel, k=fuer_alle.k, zusatz=zusatz)
    if mindest_k > regel.k:
        regel = replace(regel, k=mindest_k, zusatz=f"k = {mindest_k} gilt in der ganzen Installation (SRB_K).")
    return regel


def _neueste(entscheidungen: Sequence[Schutzregel], grundzahl: str, region: str) -> Schutzregel | None:
    return next((e for e in entscheidungen if e.grundzahl == grundzahl and e.region_slug == region), None)


def _als_regel(entscheidung: Schutzregel, voreinstellung: Regel) -> Regel:
    return replace(
        voreinstellung,
        k=max(voreinstellung.k, entscheidung.k),
        merkmale=tuple(entscheidung.merkmale),
        mindestnenner=entscheidung.mindestnenner,
        entschieden_von=entscheidung.entschieden_von,
        entschieden_am=entscheidung.entschieden_am,
        begruendung=entscheidung.begruendung,
        gilt_fuer=entscheidung.region_slug,
    )


def darf_gegliedert_werden(grundzahl: str, ebene: str, merkmale: Collection[str], regel: Regel) -> str | None:
    """Why a Grundzahl may not be published at this level broken down by these traits together; None if it may.

    The rule must allow each of them. Two sensitive traits are never crossed below the Kreis; a trait that all persons
    of the Grundzahl share (minors, § 67) is one of them. A trait that nobody described counts as sensitive.
    """
    titel = GRUNDZAHLEN[grundzahl].titel
    if merkmale and GRUNDZAHLEN[grundzahl].oeffentlich:
        return f"„{titel}“ zählt keine Menschen und lässt sich nicht nach {_und(merkmale)} gliedern."
    if verboten := [m for m in merkmale if m not in regel.merkmale]:
        erlaubt = f"Erlaubt ist die Gliederung nach {_und(regel.merkmale)}." if regel.merkmale else "Erlaubt ist keine."
        return (
            f"„{titel}“ darf nicht nach {_und(verboten)} gegliedert werden. {erlaubt} "
            f"So steht es in der Regel ({regel.entschieden_von}, {regel.entschieden_am:%d.%m.%Y})."
        )
    heikle = [m for m in dict.fromkeys((*regel.sensibel, *merkmale)) if _ist_sensibel(m)]
    if len(heikle) > 1 and ebene not in _AB_KREIS:
        return (
            f"„{titel}“ wird unterhalb des Kreises nicht veröffentlicht, wenn zwei heikle Merkmale zusammenkommen "
            f"({_und(heikle)}). Bitte auf der Ebene Kreis gliedern oder ein Merkmal weglassen."
        )
    return None


def _ist_sensibel(merkmal: str) -> bool:
    return merkmal not in PERSONENMERKMALE or PERSONENMERKMALE[merkmal].sensibel


def _und(merkmale: Collection[str]) -> str:
    return " und ".join(PERSONENMERKMALE[m].titel if m in PERSONENMERKMALE else f"„{m}“" for m in merkmale)
