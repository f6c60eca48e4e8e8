"""The rules of protection in words: one row a Grundzahl, every decision, and what holds for all of them."""

from collections.abc import Mapping, Sequence

from analysis.geheimhaltung.regeln import ALLE
from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import ANBIETERREGELN, PERSONENMERKMALE, Regel
from models.tabellen import Schutzregel
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum, zahl

ERKLAERUNG = (
    "Was ohne eigene Entscheidung gilt, ist eine Voreinstellung und keine Vorgabe eines Gesetzes. Die Region kann "
    "anders entscheiden, bei der kleinsten erkennbaren Zahl nur strenger. Jede Entscheidung bleibt mit Stelle, Tag und "
    "Grund stehen."
)


def gliederungen(merkmale: Sequence[str]) -> str:
    """ "Altersgruppe und Geschlecht", or "keine"."""
    return aufzaehlung([PERSONENMERKMALE[m].titel for m in merkmale if m in PERSONENMERKMALE]) or "keine"


def regeltafel(regeln: Mapping[str, Regel]) -> list[dict[str, object]]:
    """One row a Grundzahl: what holds, who decided it, when and why."""
    return [_zeile(GRUNDZAHLEN[g].titel, r, GRUNDZAHLEN[g].oeffentlich) for g, r in regeln.items()]


def _zeile(titel: str, regel: Regel, oeffentlich: bool) -> dict[str, object]:
    return {
        "Kennzahl": titel,
        "kleinste erkennbare Zahl": "–" if oeffentlich else zahl(regel.k),
        "erlaubte Gliederungen": gliederungen(regel.merkmale),
        "Mindestnenner": f"{zahl(regel.mindestnenner)} Einwohner" if regel.mindestnenner else "–",
        "wer": schlicht(regel.entschieden_von) + (" (alle Regionen)" if regel.gilt_fuer == ALLE else ""),
        "wann": datum(regel.entschieden_am),
        "warum": schlicht(f"{regel.begruendung} {regel.zusatz}"),
    }


def verlaufstafel(entscheidungen: Sequence[Schutzregel]) -> list[dict[str, object]]:
    """Every decision ever made, the newest first; the later one of two in force counts."""
    gesehen: set[tuple[str, str]] = set()
    zeilen: list[dict[str, object]] = []
    for e in entscheidungen:
        gilt = e.aufgehoben_am is None and (e.region_slug, e.grundzahl) not in gesehen
        if gilt:
            gesehen.add((e.region_slug, e.grundzahl))
        zeilen.append(
            {
                "Kennzahl": GRUNDZAHLEN[e.grundzahl].titel,
                "Geltung": "alle Regionen" if e.region_slug == ALLE else "diese Region",
                "Regel": regelwort(e.k, e.merkmale, e.mindestnenner),
                "wer": schlicht(e.entschieden_von),
                "wann": datum(e.entschieden_am),
                "warum": schlicht(e.begruendung),
                "Stand": "gilt" if gilt else _ende(e),
            }
        )
    return zeilen


def regelwort(k: int, merkmale: Sequence[str], mindestnenner: int) -> str:
    """ "k = 7, Gliederung: Altersgruppe, Mindestnenner 500"."""
    return f"k = {k}, Gliederung: {gliederungen(merkmale)}, Mindestnenner {zahl(mindestnenner)}"


def _ende(e: Schutzregel) -> str:
    if e.aufgehoben_am is None:
        return "durch neuere ersetzt"
    wer = schlicht(f"{e.aufgehoben_von}: {e.aufhebungsgrund}")
    return f"aufgehoben am {datum(e.aufgehoben_am.date())}, {wer}"


def fuer_alle() -> list[str]:
    """What holds whatever is decided: crossings, places, and what needs providers."""
    heikle = [m.titel for m in PERSONENMERKMALE.values() if m.sensibel]
    saetze = [
        f"Heikle Merkmale sind {aufzaehlung(heikle)}. Zwei davon zusammen werden unterhalb des Kreises nicht "
        "veröffentlicht.",
        "Vereinbarte Plätze sind öffentliche Angaben und stehen genau da.",
    ]
    for regel in ANBIETERREGELN.values():
        saetze.append(
            f"{regel.titel}: nur für Gebiete mit mindestens {regel.mindestanbieter} Anbietern. {regel.begruendung}"
        )
    return saetze
