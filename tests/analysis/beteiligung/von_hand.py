"""Rows of Gremien made by hand, without a database: each figure can be counted on the fingers."""

from datetime import date
from itertools import count
from typing import Any

from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.gremien.bestand import Gremienbestand
from data_access.gremien.lesen import Eintragungen
from models.gremientabellen import (
    Barrierefreiheit,
    Eintragung,
    Empfehlung,
    Gremium,
    Organisation,
    Sitz,
    Sitzung,
    Teilnahme,
    Top,
)

ALLES = Ausschnitt(("g",))
_NUMMER = count()
_FELDER = {
    Gremium: "gremien",
    Organisation: "organisationen",
    Sitz: "sitze",
    Sitzung: "sitzungen",
    Teilnahme: "teilnahmen",
    Barrierefreiheit: "barrieren",
    Top: "tops",
    Empfehlung: "empfehlungen",
}


def bestand(*zeilen: Eintragung) -> Gremienbestand:
    """These rows, in this order; the Gremium `g` is always there."""
    alle: dict[str, list[Any]] = {feld: [] for feld in _FELDER.values()}
    if not any(isinstance(z, Gremium) and z.id == "g" for z in zeilen):
        alle["gremien"].append(gremium())
    for zeile in zeilen:
        alle[_FELDER[type(zeile)]].append(zeile)
    return Gremienbestand("r", Eintragungen(**{feld: tuple(z) for feld, z in alle.items()}))


def gremium(id_: str = "g", **mehr: Any) -> Gremium:
    return Gremium(id=id_, region_slug="r", kurz=id_, name=id_, typ="sonstiges", **mehr)


def sitz(gruppe: str, anzahl: int | None = None, stimmrecht: str | None = None, **mehr: Any) -> Sitz:
    werte = {"gremium_id": "g", "quelle": "§ 5", "wortlaut": gruppe} | mehr
    return Sitz(id=_id(), gruppe=gruppe, anzahl=anzahl, stimmrecht=stimmrecht, **werte)


def sitzung(tag: str = "2025-05-14", wo: str = "g", status: str = "stattgefunden", **mehr: Any) -> Sitzung:
    return Sitzung(id=f"{wo}/{tag}", gremium_id=wo, datum=date.fromisoformat(tag), status=status, **mehr)


def da(wann: Sitzung, gruppe: str, anwesend: int | None, organisation: str = "") -> Teilnahme:
    return Teilnahme(id=_id(), sitzung_id=wann.id, gruppe=gruppe, organisation=organisation, anwesend=anwesend)


def top(wann: Sitzung, nummer: int, v: int | None = None, s: int | None = None, **mehr: Any) -> Top:
    werte = {"art": "beratung", "titel": f"Punkt {nummer}"} | mehr
    stufen = {"stufe_verwaltung": v, "stufe_selbstvertretung": s}
    return Top(id=f"{wann.id}/{nummer}", sitzung_id=wann.id, nummer=nummer, **stufen, **werte)


def barriere(wann: Sitzung, art: str, stand: str) -> Barrierefreiheit:
    return Barrierefreiheit(id=_id(), sitzung_id=wann.id, art=art, stand=stand)


def empfehlung(aus: Top, status: str = "offen", **mehr: Any) -> Empfehlung:
    return Empfehlung(id=_id(), top_id=aus.id, text="Mehr Wohnungen", status=status, **mehr)


def institution(name: str, planungsraum: str | None, **mehr: Any) -> Organisation:
    werte = {"region_slug": "r", "gruppe": "selbstvertretung", "planungsraum": planungsraum} | mehr
    return Organisation(id=_id(), name=name, **werte)


def _id() -> str:
    return str(next(_NUMMER))
