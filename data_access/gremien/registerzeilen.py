"""Rows of the register: agreements, organisations, clauses, Gremien, seats, roles."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import select

from data_access.gremien.buch import Schritt
from data_access.gremien.verweise import Zeile, gremium_aus, hole, region_von
from models.gremientabellen import Amtszeit, Bestimmung, Gremium, Organisation, Rolle, Sitz, Takt, Vereinbarung
from models.gremienworte import Verbindlichkeit


def uebernimm_vereinbarung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An agreement."""
    schritt.setze(
        Vereinbarung(
            id=z["vereinbarung"],
            region_slug=region_von(schritt, z["region"]),
            name=z["name"],
            partner=z.get("partner") or [],
            geschlossen=z.get("geschlossen"),
            genauigkeit=z.get("genauigkeit") or "tag",
            gueltig_bis=z.get("gueltig_bis"),
            rechtsgrundlage=z.get("rechtsgrundlage") or "",
            quelle=z.get("quelle") or "",
            notiz=z.get("notiz") or "",
        )
    )


def uebernimm_organisation(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An office, institution or kind of them."""
    alt = schritt.s.get(Organisation, z["organisation"])
    schritt.setze(
        Organisation(
            id=z["organisation"],
            region_slug=region_von(schritt, z["region"]),
            name=z["name"],
            gruppe=z["gruppe"],
            gattung=bool(z.get("gattung")),
            aliase=z.get("aliase") or [],
            quelle=z.get("quelle") or "",
            synthetisch=alt.synthetisch if alt else synthetisch,
        )
    )


def uebernimm_bestimmung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A clause."""
    for organisation in z.get("organisationen") or []:
        hole(schritt, Organisation, organisation, "Die Organisation", "organisationen")
    if z.get("vereinbarung"):
        hole(schritt, Vereinbarung, z["vereinbarung"], "Die Vereinbarung", "vereinbarungen")
    schritt.setze(
        Bestimmung(
            id=z["bestimmung"],
            region_slug=region_von(schritt, z["region"]),
            vereinbarung_id=z.get("vereinbarung"),
            art=z["art"],
            wortlaut=z["wortlaut"],
            quelle=z.get("quelle") or "",
            organisationen=z.get("organisationen") or [],
        )
    )


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
    schritt.setze(
        Gremium(
            id=z["gremium"],
            region_slug=region_von(schritt, z["region"]),
            kurz=z.get("kurz") or z["name"],
            name=z["name"],
            typ=z["typ"],
            vorgaenger_id=z.get("vorgaenger"),
            uebergeordnet_id=z.get("uebergeordnet"),
            vereinbarung_id=z.get("vereinbarung"),
            verbindlichkeit=z.get("verbindlichkeit") or Verbindlichkeit.VEREINBART,
            gueltig_von=z.get("gueltig_von"),
            gueltig_bis=z.get("gueltig_bis"),
            quelle=z.get("quelle") or "",
            notiz=z.get("notiz") or "",
            reihenfolge=alt.reihenfolge if alt else z["reihenfolge"],
            synthetisch=alt.synthetisch if alt else synthetisch,
        )
    )
    if z.get("takt_quelle"):
        bisher = schritt.s.exec(select(Takt).where(Takt.gremium_id == z["gremium"])).all()
        gleich = next((t for t in bisher if t.quelle == z["takt_quelle"]), None)
        rang = gleich.rang if gleich else len(bisher) + 1
        schritt.setze(
            Takt(
                id=f"{z['gremium']}-takt-{rang}",
                gremium_id=z["gremium"],
                wortlaut=z.get("takt_wortlaut") or "",
                minimum=z.get("takt_min"),
                maximum=z.get("takt_max"),
                quelle=z["takt_quelle"],
                rang=rang,
            )
        )


def uebernimm_sitz(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """Whom an agreement names."""
    gremium = gremium_aus(schritt, z)
    bisher = schritt.s.exec(select(Sitz).where(Sitz.gremium_id == gremium.id)).all()
    gleich = next((s for s in bisher if (s.gruppe, s.wortlaut) == (z["gruppe"], z["organisation"])), None)
    stelle = next(
        (
            o.id
            for o in schritt.s.exec(select(Organisation).where(Organisation.region_slug == gremium.region_slug))
            if z["organisation"] in (o.name, *o.aliase)
        ),
        None,
    )
    nummer = gleich.reihenfolge if gleich else max((s.reihenfolge for s in bisher), default=0) + 1
    schritt.setze(
        Sitz(
            id=gleich.id if gleich else f"{gremium.id}-sitz-{nummer}",
            gremium_id=gremium.id,
            gruppe=z["gruppe"],
            wortlaut=z["organisation"],
            organisation_id=stelle,
            anzahl=z.get("anzahl_vereinbart"),
            stimmrecht=z.get("stimmrecht"),
            quelle=z.get("quelle") or "",
            reihenfolge=nummer,
        )
    )


def uebernimm_rolle(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A role, and one term of it."""
    if z.get("gremium"):
        gremium_aus(schritt, z)
    schritt.setze(
        Rolle(
            id=z["rolle"],
            region_slug=region_von(schritt, z["region"]),
            gremium_id=z.get("gremium"),
            name=z["name"],
            regel=z.get("regel") or "",
            wechsel_jahre=z.get("wechsel_jahre"),
            quelle=z.get("quelle") or "",
        )
    )
    if z.get("inhaber"):
        schritt.setze(
            Amtszeit(
                id=f"{z['rolle']}-{z.get('von') or 'offen'}",
                rolle_id=z["rolle"],
                inhaber=z["inhaber"],
                von=z.get("von"),
                bis=z.get("bis"),
                quelle=z.get("quelle") or "",
                erschlossen=bool(z.get("erschlossen")),
            )
        )
