"""The shipped register of both regions as rows without a database, and rows to put beside it."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Pflichtstand
from analysis.pflichten.urteil import pflichtstaende
from data_access.gremien.lesen import Eintragungen
from data_access.gremien.mitgeliefert import REGISTER, lies_ordner
from models.gremientabellen import (
    Amtszeit,
    Bestimmung,
    Eintragung,
    Gremium,
    Rolle,
    Sitz,
    Sitzung,
    Teilnahme,
    Vereinbarung,
)
from models.pflichttabellen import Nachweis, Pflicht

WMK, UNNA = "werra-meissner-kreis", "kreis-unna"


def tag(text: str) -> date:
    """`tag("30.04.2024")`."""
    return date(*reversed([int(t) for t in text.split(".")]))


@cache
def register(region: str) -> Gremienbestand:
    """What the documents of a region say, and the duties of it; no proof, no synthetic meeting."""
    stoff = lies_ordner(REGISTER / region)
    gremien = {z["gremium"]: z for z in stoff["gremien"]}
    rollen = {z["rolle"]: z for z in stoff["rollen"]}
    e = Eintragungen(
        vereinbarungen=_alle(Vereinbarung, stoff["vereinbarungen"], "vereinbarung", region),
        bestimmungen=_alle(Bestimmung, stoff["bestimmungen"], "bestimmung", region),
        gremien=_alle(Gremium, gremien.values(), "gremium", region),
        sitze=tuple(
            Sitz(id=f"{z['gremium']}-{n}", gremium_id=z["gremium"], gruppe=z["gruppe"], wortlaut=z["organisation"])
            for n, z in enumerate(stoff["sitze"])
        ),
        rollen=_alle(Rolle, rollen.values(), "rolle", region),
        amtszeiten=tuple(
            amtszeit(z["inhaber"], z["von"], z["bis"], z["erschlossen"], z["rolle"]) for z in stoff["rollen"]
        ),
        sitzungen=tuple(sitzung(z["gremium"], z["datum"], z["status"]) for z in stoff["sitzungen"]),
        teilnahmen=tuple(
            teilnahme(z["gremium"], z["datum"], **{z["gruppe"]: z["anwesend"]})[0] for z in stoff["teilnahmen"]
        ),
        pflichten=_alle(Pflicht, stoff["pflichten"], "rule", region),
    )
    return Gremienbestand(region, e)


def _alle(klasse: type[Any], zeilen: Iterable[Any], schluessel: str, region: str) -> tuple[Any, ...]:
    bezuege = {"vereinbarung": "vereinbarung_id", "gremium": "gremium_id", "rechtsgrundlage": "rechtsgrundlage_id"}
    bezuege |= {"uebergeordnet": "uebergeordnet_id", "vorgaenger": "vorgaenger_id"}
    fertig = []
    for z in zeilen:
        werte = {bezuege.get(k, k): w for k, w in z.items() if w is not None and k not in ("region", schluessel)}
        werte |= {"id": z[schluessel], "region_slug": region} | ({"rule": z["rule"]} if "rule" in z else {})
        fertig.append(klasse(**{k: w for k, w in werte.items() if k in klasse.model_fields}))
    return tuple(fertig)


def mit(bestand: Gremienbestand, *zeilen: Eintragung) -> Gremienbestand:
    """The stock with more rows, sorted as it is read from the database."""
    platz = {"Sitzung": "sitzungen", "Nachweis": "nachweise", "Amtszeit": "amtszeiten", "Teilnahme": "teilnahmen"}
    platz |= {"Gremium": "gremien", "Vereinbarung": "vereinbarungen", "Top": "tops", "Sitz": "sitze"}
    neu: dict[str, tuple[Any, ...]] = {f.name: getattr(bestand.e, f.name) for f in fields(bestand.e)}
    for zeile in zeilen:
        neu[platz[type(zeile).__name__]] += (zeile,)
    neu["sitzungen"] = tuple(sorted(neu["sitzungen"], key=lambda s: (s.datum, s.id)))
    neu["nachweise"] = tuple(sorted(neu["nachweise"], key=lambda n: (n.datum, n.id)))
    return Gremienbestand(bestand.region, Eintragungen(**neu))


def ohne_amtszeiten(bestand: Gremienbestand) -> Gremienbestand:
    """The stock without any term of a role."""
    return Gremienbestand(bestand.region, replace(bestand.e, amtszeiten=()))


def amtszeit(
    inhaber: str, von: date | None, bis: date | None, erschlossen: bool, rolle: str = "geschaeftsfuehrung-kok-wmk"
) -> Amtszeit:
    """A term, of the Geschäftsführung of the KoK if nothing else is said."""
    return Amtszeit(id=f"{rolle}-{von}", rolle_id=rolle, inhaber=inhaber, von=von, bis=bis, erschlossen=erschlossen)


def sitzung(gremium: str, wann: date, status: str = "stattgefunden", **rest: Any) -> Sitzung:
    """A meeting."""
    return Sitzung(id=f"{gremium}-{wann}", gremium_id=gremium, datum=wann, status=status, **rest)


def teilnahme(gremium: str, wann: date, **gruppen: int | None) -> list[Teilnahme]:
    """How many of each group were at a meeting."""
    am = f"{gremium}-{wann}"
    return [Teilnahme(id=f"{am}/{g}/", sitzung_id=am, gruppe=g, anwesend=zahl) for g, zahl in gruppen.items()]


def nachweis(
    rule: str, instanz: str, art: str, wann: str, seite: str = "", kanal: str | None = None, region: str = WMK
) -> Nachweis:
    """An entry about an instance."""
    schluessel = "/".join((region, rule, instanz, wann, art, seite))
    werte = {"rule": rule, "instanz": instanz, "art": art, "datum": tag(wann), "seite": seite, "kanal": kanal}
    return Nachweis(id=schluessel, region_slug=region, **werte)


def kok(*wann: str) -> Gremienbestand:
    """The register with KoK of these days; "!": cancelled, "?": planned without outcome."""
    ausgang = {"!": "ausgefallen", "?": "geplant"}
    tage = ((tag(t[:10]), ausgang.get(t[10:], "stattgefunden")) for t in wann)
    return mit(register(WMK), *(sitzung("kok-wmk", t, status) for t, status in tage))


def einer(bestand: Gremienbestand, rule: str, instanz: str, wann: str) -> Pflichtstand:
    """How one instance stands on a day."""
    alle = pflichtstaende(bestand, tag(wann))
    (gefunden,) = [s for s in alle if (s.pflicht.rule, s.instanz) == (rule, instanz)]
    return gefunden
