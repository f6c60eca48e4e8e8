"""Rows of the register: agreements, organisations, clauses, Gremien, seats, roles. What a row leaves out stays."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func
from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from data_access.gremien.verweise import Zeile, gleichnamig, gremium_aus, hole, kreise, region_von, zusammengefuehrt
from models.gremientabellen import Amtszeit, Bestimmung, Gremium, Organisation, Rolle, Sitz, Takt, Vereinbarung

_VEREINBARUNG: Final = gleichnamig(
    *("name", "partner", "geschlossen", "genauigkeit", "gueltig_bis", "rechtsgrundlage", "quelle", "notiz")
)
_ORGANISATION: Final = gleichnamig("name", "gruppe", "gattung", "aliase", "quelle", "planungsraum")
_BESTIMMUNG: Final = gleichnamig("art", "wortlaut", "quelle", "organisationen", vereinbarung="vereinbarung_id")
_GREMIUM: Final = gleichnamig(
    *("kurz", "name", "typ", "verbindlichkeit", "gueltig_von", "gueltig_bis", "quelle", "notiz"),
    vorgaenger="vorgaenger_id",
    uebergeordnet="uebergeordnet_id",
    vereinbarung="vereinbarung_id",
)
_TAKT: Final = gleichnamig(takt_min="minimum", takt_max="maximum", takt_quelle="quelle")
_SITZ: Final = gleichnamig("gruppe", "stimmrecht", "quelle", organisation="wortlaut", anzahl_vereinbart="anzahl")
_ROLLE: Final = gleichnamig("name", "regel", "wechsel_jahre", "quelle", gremium="gremium_id")
_AMTSZEIT: Final = gleichnamig("inhaber", "von", "bis", "quelle", "erschlossen")


def uebernimm_vereinbarung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An agreement."""
    alt = schritt.s.get(Vereinbarung, z["vereinbarung"])
    feste = {"id": z["vereinbarung"], "region_slug": region_von(schritt, z["region"])}
    schritt.setze(zusammengefuehrt(Vereinbarung, alt, z, _VEREINBARUNG, **feste))


def uebernimm_organisation(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An office, institution or kind of them."""
    alt = schritt.s.get(Organisation, z["organisation"])
    feste = {"id": z["organisation"], "region_slug": region_von(schritt, z["region"])}
    erfunden = alt.synthetisch if alt else synthetisch
    schritt.setze(zusammengefuehrt(Organisation, alt, z, _ORGANISATION, **feste, synthetisch=erfunden))


def uebernimm_bestimmung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A clause."""
    for organisation in z.get("organisationen") or []:
        hole(schritt, Organisation, organisation, "Die Organisation", "organisationen")
    if z.get("vereinbarung"):
        hole(schritt, Vereinbarung, z["vereinbarung"], "Die Vereinbarung", "vereinbarungen")
    alt = schritt.s.get(Bestimmung, z["bestimmung"])
    feste = {"id": z["bestimmung"], "region_slug": region_von(schritt, z["region"])}
    schritt.setze(zusammengefuehrt(Bestimmung, alt, z, _BESTIMMUNG, **feste))


def geordnet(schritt: Schritt, zeilen: Sequence[Zeile]) -> list[Zeile]:
    """The rows of Gremien, each after those it refers to, but with the place at which it stands in the file.

    A file may so begin with what is shown first, and not with what came before it in time.
    """
    letzter = schritt.s.exec(select(func.max(Gremium.reihenfolge))).one()
    ab = 0 if letzter is None else letzter + 1
    platz = {name: ab + i for i, name in enumerate(dict.fromkeys(z["gremium"] for z in zeilen))}
    offen: list[Zeile] = [{**z, "reihenfolge": platz[z["gremium"]]} for z in zeilen]
    fertig: list[Zeile] = []
    while offen:
        wartend = {z["gremium"] for z in offen}
        bereit = [z for z in offen if not {z.get("vorgaenger"), z.get("uebergeordnet")} & (wartend - {z["gremium"]})]
        # Rows that refer to each other in a circle come as they are: they are refused where they are written.
        fertig += bereit or offen
        offen = [z for z in offen if z not in bereit] if bereit else []
    return fertig


def uebernimm_gremienzeile(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A Gremium, and how often one source says it meets."""
    for spalte in ("vorgaenger", "uebergeordnet"):
        if z.get(spalte):
            gremium_aus(schritt, z, spalte)
    if z.get("vereinbarung"):
        hole(schritt, Vereinbarung, z["vereinbarung"], "Die Vereinbarung", "vereinbarungen")
    alt = schritt.s.get(Gremium, z["gremium"])
    neu = zusammengefuehrt(
        *(Gremium, alt, z, _GREMIUM),
        id=z["gremium"],
        region_slug=region_von(schritt, z["region"]),
        kurz=z.get("kurz") or (alt.kurz if alt and "kurz" not in z else z["name"]),
        reihenfolge=alt.reihenfolge if alt else z["reihenfolge"],
        synthetisch=alt.synthetisch if alt else synthetisch,
    )
    for satz in kreise(schritt, neu):
        raise GremienAbgelehnt(satz)
    schritt.setze(neu)
    if z.get("takt_quelle"):
        _uebernimm_takt(schritt, z)


def _uebernimm_takt(schritt: Schritt, z: Zeile) -> None:
    bisher = schritt.s.exec(select(Takt).where(Takt.gremium_id == z["gremium"])).all()
    alt = next((t for t in bisher if t.quelle == z["takt_quelle"]), None)
    rang = alt.rang if alt else max((t.rang for t in bisher), default=0) + 1
    neu = zusammengefuehrt(
        *(Takt, alt, z, _TAKT),
        id=alt.id if alt else schritt.freies_kuerzel(Takt, f"{z['gremium']}-takt", rang),
        gremium_id=z["gremium"],
        wortlaut=(z.get("takt_wortlaut") or "") if alt is None or "takt_wortlaut" in z else alt.wortlaut,
        rang=rang,
    )
    schritt.setze(neu)


def uebernimm_sitz(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """Whom an agreement names."""
    gremium = gremium_aus(schritt, z)
    bisher = schritt.s.exec(select(Sitz).where(Sitz.gremium_id == gremium.id)).all()
    alt = next((s for s in bisher if (s.gruppe, s.wortlaut) == (z["gruppe"], z["organisation"])), None)
    nummer = alt.reihenfolge if alt else max((s.reihenfolge for s in bisher), default=0) + 1
    neu = zusammengefuehrt(
        *(Sitz, alt, z, _SITZ),
        id=alt.id if alt else schritt.freies_kuerzel(Sitz, f"{gremium.id}-sitz", nummer),
        gremium_id=gremium.id,
        organisation_id=(alt.organisation_id if alt else None) or _stelle(schritt, gremium, z["organisation"]),
        reihenfolge=nummer,
    )
    schritt.setze(neu)


def _stelle(schritt: Schritt, gremium: Gremium, genannt: str) -> str | None:
    """The organisation of the region that goes by this name."""
    der_region = schritt.s.exec(select(Organisation).where(Organisation.region_slug == gremium.region_slug))
    return next((o.id for o in der_region if genannt in (o.name, *o.aliase)), None)


def uebernimm_rolle(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A role, and one term of it."""
    if z.get("gremium"):
        gremium_aus(schritt, z)
    rolle = schritt.s.get(Rolle, z["rolle"])
    feste = {"id": z["rolle"], "region_slug": region_von(schritt, z["region"])}
    schritt.setze(zusammengefuehrt(Rolle, rolle, z, _ROLLE, **feste))
    if z.get("inhaber"):
        _uebernimm_amtszeit(schritt, z)


def _uebernimm_amtszeit(schritt: Schritt, z: Zeile) -> None:
    """A term is known by its first day, whatever its id: one that was entered by hand is not entered twice."""
    von = z.get("von")
    alt = schritt.s.exec(select(Amtszeit).where(Amtszeit.rolle_id == z["rolle"], Amtszeit.von == von)).first()
    schluessel = f"{z['rolle']}-{von or 'offen'}"
    if schritt.s.get(Amtszeit, schluessel) is not None:
        schluessel = schritt.freies_kuerzel(Amtszeit, schluessel, 2)
    feste = {"id": alt.id if alt else schluessel, "rolle_id": z["rolle"]}
    schritt.setze(zusammengefuehrt(Amtszeit, alt, z, _AMTSZEIT, **feste))
