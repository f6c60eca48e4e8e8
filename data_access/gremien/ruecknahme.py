"""What happened to a meeting, and whether a step can still be undone: asked without changing anything."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, ForeignKeyConstraint, UniqueConstraint, and_, or_
from sqlmodel import Session, col, select

from data_access.datenbank import sitzung as oeffne
from data_access.gremien.buch import TABELLEN, geaendert_seit, verweise_auf
from models.gremientabellen import Aenderung, Eintragung, Sitzung, Vorgang

SCHON: Final = "schon zurückgenommen"
SPAETER: Final = "danach wurde daran weiter eingetragen oder geändert"
IM_WEG: Final = "inzwischen steht etwas anderes an dieser Stelle"

Ort = tuple[str, str]
"""A row: table, id."""

Bilder = dict[Ort, dict[str, Any] | None]
"""Row -> its plain values; None: it is not there."""


def zeilen_der_sitzung(sitzung: str) -> frozenset[Ort]:
    """A meeting and every row that hangs or ever hung on it."""
    with oeffne() as s:
        return frozenset(_haengt(s, Sitzung, [sitzung]))


def vorgaenge_mit(region: str, orte: Collection[Ort], hoechstens: int = 50) -> list[Vorgang]:
    """The latest steps that touched one of these rows, the newest first."""
    je: dict[str, list[str]] = {}
    for tabelle, schluessel in orte:
        je.setdefault(tabelle, []).append(schluessel)
    beruehrt = [and_(col(Aenderung.tabelle) == t, col(Aenderung.schluessel).in_(ids)) for t, ids in je.items()]
    return _vorgaenge(region, or_(*beruehrt), hoechstens)


def vorgaenge_an(region: str, tabellen: Collection[str], hoechstens: int = 50) -> list[Vorgang]:
    """The latest steps that touched a row of one of these tables, the newest first."""
    return _vorgaenge(region, col(Aenderung.tabelle).in_(tabellen), hoechstens)


def _vorgaenge(region: str, beruehrt: ColumnElement[bool], hoechstens: int) -> list[Vorgang]:
    with oeffne() as s:
        frage = (
            select(Vorgang)
            .join(Aenderung, col(Aenderung.vorgang_id) == col(Vorgang.id))
            .where(Vorgang.region_slug == region, beruehrt)
            .order_by(col(Vorgang.lfd).desc())
            .distinct()
            .limit(hoechstens)
        )
        return list(s.exec(frage))


def aenderungen_von(vorgaenge: Sequence[Vorgang]) -> dict[str, list[Aenderung]]:
    """Step -> what it changed, in its order."""
    je: dict[str, list[Aenderung]] = {v.id: [] for v in vorgaenge}
    with oeffne() as s:
        for a in s.exec(select(Aenderung).where(col(Aenderung.vorgang_id).in_(je)).order_by(col(Aenderung.id))):
            je[a.vorgang_id].append(a)
    return je


def hindernisse(vorgaenge: Sequence[Vorgang], aenderungen: Mapping[str, list[Aenderung]]) -> dict[str, str]:
    """Step -> why it cannot be undone, in a few words; empty where `buch.nimm_zurueck` would do it."""
    with oeffne() as s:
        return {v.id: _hindernis(s, v.id, aenderungen[v.id]) for v in vorgaenge}


def _hindernis(s: Session, vorgang: str, aenderungen: list[Aenderung]) -> str:
    if seither := geaendert_seit(s, vorgang):
        return SCHON if any(v.nimmt_zurueck == vorgang for v in seither) else SPAETER
    letzte: Bilder = {(a.tabelle, a.schluessel): a.nachher for a in aenderungen}
    erste: Bilder = {}
    for a in aenderungen:
        erste.setdefault((a.tabelle, a.schluessel), a.vorher)
    kommt = {ort: werte for ort, werte in erste.items() if werte is not None}
    geht = {ort for ort, werte in erste.items() if werte is None and letzte[ort] is not None}
    if any(_wird_gebraucht(s, *ort, set(erste)) for ort in geht):
        return SPAETER
    return IM_WEG if any(_passt_nicht(s, ort, werte, set(erste)) for ort, werte in kommt.items()) else ""


def _wird_gebraucht(s: Session, tabelle: str, schluessel: str, mit: set[Ort]) -> bool:
    """Whether a row that the step does not know refers to this one."""
    return any(
        (str(klasse.__tablename__), kind) not in mit
        for klasse, feld in verweise_auf(TABELLEN[tabelle])
        for kind in s.exec(select(klasse.id).where(getattr(klasse, feld) == schluessel))
    )


def _passt_nicht(s: Session, ort: Ort, werte: dict[str, Any], mit: set[Ort]) -> bool:
    """Whether what comes back would meet another row in its place, or miss the one it refers to."""
    klasse = TABELLEN[ort[0]]
    zeile = klasse.model_validate(werte)
    for bedingung in klasse.__table__.constraints:  # type: ignore[attr-defined]
        if isinstance(bedingung, UniqueConstraint):
            gleich = and_(*(spalte == getattr(zeile, spalte.name) for spalte in bedingung.columns))
            if any((ort[0], andere) not in mit for andere in s.exec(select(klasse.id).where(gleich))):
                return True
        elif isinstance(bedingung, ForeignKeyConstraint):
            for verweis in bedingung.elements:
                ziel, wert = verweis.column.table.name, getattr(zeile, verweis.parent.name)
                if ziel in TABELLEN and wert and (ziel, wert) not in mit and s.get(TABELLEN[ziel], wert) is None:
                    return True
    return False


def _haengt(s: Session, klasse: type[Eintragung], schluessel: Sequence[str]) -> list[Ort]:
    """The rows of `klasse` with these ids, and all that ever referred to them."""
    orte = [(str(klasse.__tablename__), eines) for eines in schluessel]
    for kind, feld in verweise_auf(klasse):
        if kind is klasse:
            continue
        # JSON null and a missing image both read as no text.
        bezug = or_(
            col(Aenderung.vorher)[feld].as_string().in_(schluessel),
            col(Aenderung.nachher)[feld].as_string().in_(schluessel),
        )
        gefunden = s.exec(
            select(Aenderung.schluessel).where(Aenderung.tabelle == str(kind.__tablename__), bezug).distinct()
        ).all()
        if gefunden:
            orte += _haengt(s, kind, list(gefunden))
    return orte
