"""The state of the data in words: short by theme for the Überblick, in full for the page Daten and as a file."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from analysis.datenstand import Datenzeile, Lage
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Freigabe
from models.vokabular import Thema
from models.zustaendigkeit import NICHT_ENTHALTEN
from presentation.texts.befunde import aufzaehlung
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import datum

LAGE: Final[dict[Lage, str]] = {
    Lage.VEROEFFENTLICHT: "veröffentlicht",
    Lage.NICHT_FREIGEGEBEN: "geliefert, noch nicht freigegeben",
    Lage.ZURUECKGEZOGEN: "zurückgezogen",
    Lage.NICHT_GELIEFERT: "noch nicht geliefert",
    Lage.NICHT_VEREINBART: "nicht vereinbart",
}

MEHRERE: Final = (
    "Zahlen mehrere Stellen für ein Thema, ist keine einzelne Lieferung vollständig. „r“ heißt: Der Wert dieses "
    "Stichtags wurde später geändert."
)
"""What the full table does not say by itself."""


def thema_der(zeile: Datenzeile) -> Thema:
    """Theme of a row."""
    return GRUNDZAHLEN[zeile.grundzahl].thema


def kurz(zeilen: Sequence[Datenzeile]) -> list[dict[str, object]]:
    """One row a theme: newest Stichtag, who delivered, what is missing."""
    tafel: list[dict[str, object]] = []
    for thema, name in THEMEN.items():
        eigene = [z for z in zeilen if thema_der(z) == thema]
        if eigene:
            tage = [tag for z in eigene if z.lage == Lage.VEROEFFENTLICHT for tag in z.stichtage]
            absender = dict.fromkeys(z.zahler for z in eigene if z.stichtage and z.zahler)
            tafel.append(
                {
                    "Thema": name,
                    "neuester Stichtag": datum(max(tage)) if tage else "–",
                    "geliefert von": aufzaehlung(list(absender)) or "–",
                    "fehlt": "; ".join(dict.fromkeys(s for z in eigene if (s := _fehlt_kurz(z)))) or "–",
                }
            )
    return tafel


def voll(zeilen: Sequence[Datenzeile]) -> list[dict[str, object]]:
    """One row a Grundzahl and payer, by theme, for reading."""
    reihenfolge = list(THEMEN)
    return [
        {
            "Thema": THEMEN[thema_der(z)],
            "Zahl": GRUNDZAHLEN[z.grundzahl].titel,
            "zahlt": _zahlt(z),
            "Stand": _stand(z),
            "Stichtage": _stichtage(z),
            "fehlt": _fehlt(z) or "–",
        }
        for z in sorted(zeilen, key=lambda z: reihenfolge.index(thema_der(z)))
    ]


def saetze(zeilen: Sequence[Datenzeile]) -> list[str]:
    """What must stand below the table: what no Lieferung of a theme contains."""
    themen = {thema_der(z) for z in zeilen}
    return [MEHRERE, *(text for thema, text in NICHT_ENTHALTEN.items() if thema in themen)]


def zurueckgezogen(
    bestand: Bestand, freigaben: Sequence[Freigabe], grundzahlen: Sequence[str] = tuple(GRUNDZAHLEN)
) -> str:
    """Which of these Grundzahlen are not shown because their Freigabe was withdrawn; empty without any.

    `freigaben`: all ever, newest first.
    """
    letzte = {f.grundzahl: f for f in reversed(freigaben)}
    saetze = [
        f"„{GRUNDZAHLEN[g].titel}“ am {datum(tag.date())}"
        for g in grundzahlen
        if g not in bestand.veroeffentlicht and g in letzte and (tag := letzte[g].zurueckgezogen_am) is not None
    ]
    if not saetze:
        return ""
    return f"Die Freigabe wurde zurückgezogen: {', '.join(saetze)}. Diese Zahlen werden nicht mehr gezeigt."


def als_rahmen(zeilen: Sequence[Datenzeile], region: str) -> pl.DataFrame:
    """The same rows for machines: ISO dates, several values of a cell apart by a blank."""
    return pl.DataFrame(
        [
            {
                "region": region,
                "thema": thema_der(z).value,
                "grundzahl": z.grundzahl,
                "zahler": z.zahler,
                "umfang": z.umfang,
                "zustaendig": "ja" if z.zustaendig else "nein",
                "lage": z.lage.value,
                "stichtage": " ".join(tag.isoformat() for tag in z.stichtage),
                "fehlende_jahre": " ".join(str(jahr) for jahr in z.fehlende_jahre),
                "eingegangen": _iso(z.eingegangen),
                "wartet_seit": _iso(z.wartet_seit),
                "fassung": str(z.fassung or ""),
                "veroeffentlicht": _iso(z.veroeffentlicht),
                "zurueckgezogen": _iso(z.zurueckgezogen),
                "revidiert": " ".join(f"{tag.isoformat()}={am.isoformat()}" for tag, am in z.revidiert),
                "nicht_enthalten": NICHT_ENTHALTEN.get(thema_der(z), ""),
            }
            for z in zeilen
        ]
    )


def _iso(tag: date | None) -> str:
    return tag.isoformat() if tag else ""


def _zahlt(z: Datenzeile) -> str:
    if not z.zahler:
        return "–"
    if not z.zustaendig:
        return f"{z.zahler} (Absender; Zuständigkeit nicht eingetragen)"
    return f"{z.zahler} ({z.umfang})" if z.umfang else z.zahler


def _stand(z: Datenzeile) -> str:
    if z.lage == Lage.ZURUECKGEZOGEN:
        return f"zurückgezogen seit {datum(z.zurueckgezogen)}"
    if z.lage == Lage.NICHT_FREIGEGEBEN:
        return f"geliefert am {datum(z.eingegangen)}, noch nicht freigegeben"
    if z.lage != Lage.VEROEFFENTLICHT:
        return LAGE[z.lage]
    text = f"veröffentlicht am {datum(z.veroeffentlicht)}, Fassung {z.fassung}"
    return f"{text}; neue Lieferung vom {datum(z.wartet_seit)} noch nicht freigegeben" if z.wartet_seit else text


def _stichtage(z: Datenzeile) -> str:
    """ "31.12.2016 bis 31.12.2024; r: 31.12.2023 (seit 04.06.2025)"."""
    if not z.stichtage:
        return "–"
    erster, letzter = z.stichtage[0], z.stichtage[-1]
    spanne = datum(letzter) if erster == letzter else f"{datum(erster)} bis {datum(letzter)}"
    geaendert = ", ".join(f"{datum(tag)} (seit {datum(am)})" for tag, am in z.revidiert)
    return f"{spanne}; r: {geaendert}" if geaendert else spanne


def _fehlt(z: Datenzeile) -> str:
    teile = []
    if z.lage == Lage.NICHT_GELIEFERT:
        teile.append("alle Stichtage")
    if z.fehlende_jahre:
        teile.append(", ".join(str(jahr) for jahr in z.fehlende_jahre))
    return "; ".join(teile)


def _fehlt_kurz(z: Datenzeile) -> str:
    """What the Überblick says is missing: never delivered, withdrawn, years between."""
    titel = GRUNDZAHLEN[z.grundzahl].titel
    wer = f" ({z.zahler})" if z.zahler else ""
    if z.lage == Lage.NICHT_GELIEFERT:
        return f"{titel}{wer}: noch nicht geliefert"
    if z.lage == Lage.ZURUECKGEZOGEN:
        return f"{titel}: zurückgezogen seit {datum(z.zurueckgezogen)}"
    if z.lage == Lage.NICHT_FREIGEGEBEN:
        return f"{titel}{wer}: noch nicht freigegeben"
    if z.fehlende_jahre:
        return f"{titel}{wer}: {', '.join(str(jahr) for jahr in z.fehlende_jahre)}"
    return ""
