"""The reverse of `uebernahme`: what is entered, as the rows of a KIND. Empty texts are None, as in files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from data_access.gremien.lesen import Eintragungen
from data_access.gremien.verweise import Zeile
from models.gremienformate import FORMATE
from models.gremientabellen import Amtszeit, Sitzung, Takt


@dataclass(frozen=True)
class Gespeichert:
    """One stored row of a KIND; `synthetisch`: invented, and marked so wherever it is shown."""

    zeile: Zeile
    synthetisch: bool = False


def zeilen(kind: str, e: Eintragungen) -> list[Gespeichert]:
    """The rows of a KIND in the order in which they are shown, each with all columns of its Format."""
    namen = FORMATE[kind].namen
    return [
        Gespeichert({name: _leer_als_none(g.zeile.get(name)) for name in namen}, g.synthetisch)
        for g in _ZEILEN[kind](e)
    ]


def _leer_als_none(wert: object) -> object:
    return None if wert == "" else wert


def _vereinbarungen(e: Eintragungen) -> Iterator[Gespeichert]:
    for v in e.vereinbarungen:
        yield Gespeichert(v.model_dump() | {"vereinbarung": v.id, "region": v.region_slug})


def _organisationen(e: Eintragungen) -> Iterator[Gespeichert]:
    for o in e.organisationen:
        yield Gespeichert(o.model_dump() | {"organisation": o.id, "region": o.region_slug}, o.synthetisch)


def _bestimmungen(e: Eintragungen) -> Iterator[Gespeichert]:
    for b in e.bestimmungen:
        eigene = {"bestimmung": b.id, "region": b.region_slug, "vereinbarung": b.vereinbarung_id}
        yield Gespeichert(b.model_dump() | eigene)


def _gremien(e: Eintragungen) -> Iterator[Gespeichert]:
    for g in e.gremien:
        takte: list[Takt | None] = [t for t in e.takte if t.gremium_id == g.id] or [None]
        for t in takte:
            yield Gespeichert(
                g.model_dump()
                | {"gremium": g.id, "region": g.region_slug, "vorgaenger": g.vorgaenger_id}
                | {"uebergeordnet": g.uebergeordnet_id, "vereinbarung": g.vereinbarung_id}
                | ({} if t is None else {"takt_min": t.minimum, "takt_max": t.maximum})
                | ({} if t is None else {"takt_quelle": t.quelle, "takt_wortlaut": t.wortlaut}),
                g.synthetisch,
            )


def _sitze(e: Eintragungen) -> Iterator[Gespeichert]:
    for s in e.sitze:
        eigene = {"gremium": s.gremium_id, "organisation": s.wortlaut, "anzahl_vereinbart": s.anzahl}
        yield Gespeichert(s.model_dump() | eigene)


def _rollen(e: Eintragungen) -> Iterator[Gespeichert]:
    for r in e.rollen:
        zeiten: list[Amtszeit | None] = [a for a in e.amtszeiten if a.rolle_id == r.id] or [None]
        for a in zeiten:
            zeit = {} if a is None else a.model_dump(include={"inhaber", "von", "bis", "erschlossen"})
            quelle = a.quelle if a is not None and a.quelle else r.quelle
            yield Gespeichert(
                r.model_dump()
                | {"rolle": r.id, "region": r.region_slug, "gremium": r.gremium_id, "quelle": quelle, **zeit}
            )


def _sitzungen(e: Eintragungen) -> Iterator[Gespeichert]:
    for s in e.sitzungen:
        yield Gespeichert(s.model_dump() | {"gremium": s.gremium_id}, s.synthetisch)


def _teilnahmen(e: Eintragungen) -> Iterator[Gespeichert]:
    sitzung = {s.id: s for s in e.sitzungen}
    for t in e.teilnahmen:
        yield Gespeichert(t.model_dump() | _ort(sitzung[t.sitzung_id]))


def _barrierefreiheit(e: Eintragungen) -> Iterator[Gespeichert]:
    sitzung = {s.id: s for s in e.sitzungen}
    for b in e.barrieren:
        yield Gespeichert(b.model_dump() | _ort(sitzung[b.sitzung_id]))


def _tops(e: Eintragungen) -> Iterator[Gespeichert]:
    sitzung = {s.id: s for s in e.sitzungen}
    for t in e.tops:
        eigene = {"top": t.nummer, "eingebracht_von_gruppe": t.eingebracht_von}
        yield Gespeichert(t.model_dump() | _ort(sitzung[t.sitzung_id]) | eigene)


def _empfehlungen(e: Eintragungen) -> Iterator[Gespeichert]:
    sitzung, top = {s.id: s for s in e.sitzungen}, {t.id: t for t in e.tops}
    for x in e.empfehlungen:
        punkt = top[x.top_id]
        eigene = {"empfehlung": x.id, "top": punkt.nummer}
        yield Gespeichert(x.model_dump() | _ort(sitzung[punkt.sitzung_id]) | eigene)


def _massnahmen(e: Eintragungen) -> Iterator[Gespeichert]:
    for m in e.massnahmen:
        yield Gespeichert(m.model_dump() | {"massnahme": m.id, "empfehlung": m.empfehlung_id})


def _rueckmeldungen(e: Eintragungen) -> Iterator[Gespeichert]:
    sitzung = {s.id: s for s in e.sitzungen}
    for r in e.rueckmeldungen:
        yield Gespeichert(r.model_dump() | _ort(sitzung[r.sitzung_id]) | {"empfehlung": r.empfehlung_id})


def _bewertungsfragen(e: Eintragungen) -> Iterator[Gespeichert]:
    for f in e.fragen:
        yield Gespeichert(f.model_dump() | {"frage": f.id, "region": f.region_slug})


def _bewertungen(e: Eintragungen) -> Iterator[Gespeichert]:
    frage = {f.id: f for f in e.fragen}
    for b in e.bewertungen:
        eigene = {"region": frage[b.frage_id].region_slug, "frage": b.frage_id}
        yield Gespeichert(b.model_dump() | eigene, b.synthetisch)


def _rechtsgrundlagen(e: Eintragungen) -> Iterator[Gespeichert]:
    for r in e.rechtsgrundlagen:
        yield Gespeichert(r.model_dump() | {"rechtsgrundlage": r.id, "region": r.region_slug})


def _pflichten(e: Eintragungen) -> Iterator[Gespeichert]:
    for p in e.pflichten:
        eigene = {"region": p.region_slug, "vereinbarung": p.vereinbarung_id, "gremium": p.gremium_id}
        yield Gespeichert(p.model_dump() | eigene | {"rechtsgrundlage": p.rechtsgrundlage_id})


def _nachweise(e: Eintragungen) -> Iterator[Gespeichert]:
    for n in e.nachweise:
        yield Gespeichert(n.model_dump() | {"region": n.region_slug}, n.synthetisch)


def _termine(e: Eintragungen) -> Iterator[Gespeichert]:
    for t in e.termine:
        eigene = {"termin": t.id, "region": t.region_slug, "gremium": t.gremium_id}
        yield Gespeichert(t.model_dump() | eigene, t.synthetisch)


def _widersprueche(e: Eintragungen) -> Iterator[Gespeichert]:
    for w in e.widersprueche:
        yield Gespeichert(w.model_dump() | {"widerspruch": w.id, "region": w.region_slug})


def _ort(sitzung: Sitzung) -> dict[str, Any]:
    return {"gremium": sitzung.gremium_id, "datum": sitzung.datum}


_ZEILEN: Final[dict[str, Callable[[Eintragungen], Iterator[Gespeichert]]]] = {
    "vereinbarungen": _vereinbarungen,
    "organisationen": _organisationen,
    "bestimmungen": _bestimmungen,
    "gremien": _gremien,
    "sitze": _sitze,
    "rollen": _rollen,
    "sitzungen": _sitzungen,
    "teilnahmen": _teilnahmen,
    "barrierefreiheit": _barrierefreiheit,
    "tops": _tops,
    "empfehlungen": _empfehlungen,
    "massnahmen": _massnahmen,
    "rueckmeldungen": _rueckmeldungen,
    "bewertungsfragen": _bewertungsfragen,
    "bewertungen": _bewertungen,
    "rechtsgrundlagen": _rechtsgrundlagen,
    "pflichten": _pflichten,
    "nachweise": _nachweise,
    "termine": _termine,
    "widersprueche": _widersprueche,
}
