"""The Überblick in words: one row a theme, and the headline over them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from analysis import sichten
from analysis.auswahl import Auswahl, sinnvolle_ebene
from analysis.bestand import Bestand
from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Entwicklung, Messung, entwicklung, hat_zahl
from models.grundzahlen import EINWOHNER
from models.vokabular import Raumprinzip
from presentation.texts.befunde import NACH, aufzaehlung, betrag, sicherheit, veraenderung
from presentation.texts.hinweise import Gezeigt
from presentation.texts.zahlen import datum

Messungen = Callable[[Bestand, Kennzahl, str, str], tuple[Messung, ...]]

THEMEN: Final = (
    ("Wohnen", "lb_awf", "ausserhalb_besonderer_wohnform", "lb_bwf"),
    ("Arbeit", "lb_wfbm", "werkstatt", None),
    ("Kinder und Jugendliche", "minderjaehrige_egh", "minderjaehrige", None),
    ("Hilfe nach §\u00a067", "lb_p67_ambulant", "p67_ambulant", None),
)
"""Theme, its count, its rate, and a second count that belongs to the sentence."""

GENANNT: Final = 5
"""More areas than this are counted, not listed."""

KARTE: Final = "besondere_wohnform"
"""Kennzahl of the small map."""


@dataclass(frozen=True)
class Themenzeile:
    """One row of the Überblick."""

    titel: str
    kennzahl: Kennzahl
    befund: str
    rate: str
    zahl: str
    zahl_name: str
    veraenderung: str
    stand: Entwicklung | None
    reihe: tuple[Messung, ...]
    weitere: tuple[Kennzahl, ...] = ()


def _finde(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    if gefunden is None:
        raise KeyError(slug)
    return gefunden


def _letzter(reihe: Sequence[Messung]) -> date | None:
    return max((m.stichtag for m in reihe if hat_zahl(m)), default=None)


def themen(bestand: Bestand, messungen: Messungen) -> list[Themenzeile]:
    """The four themes of the Kreis by Herkunft, each at its newest Stichtag."""
    return [replace(_zeile(bestand, messungen, *thema), weitere=_weitere(bestand, thema[1])) for thema in THEMEN]


def _weitere(bestand: Bestand, zahl_id: str) -> tuple[Kennzahl, ...]:
    """All Kennzahlen of the theme but the one of the row, as far as they are agreed in the region."""
    eigene = _finde(zahl_id)
    return tuple(
        k for k in KENNZAHLEN if k.thema == eigene.thema and k.id != zahl_id and sichten.ist_vereinbart(bestand, k)
    )


def _zeile(
    bestand: Bestand, messungen: Messungen, titel: str, zahl_id: str, rate_id: str, zweite_id: str | None
) -> Themenzeile:
    zahl_k, rate_k, ebene = _finde(zahl_id), _finde(rate_id), bestand.ganzes.ebene
    reihe = messungen(bestand, zahl_k, ebene, Raumprinzip.HERKUNFT)
    tag = _letzter(reihe)
    if tag is None:
        return Themenzeile(
            titel, zahl_k, f"{zahl_k.kurz}: zurzeit nicht veröffentlicht.", "", "–", "Personen", "", None, ()
        )
    stand = entwicklung(reihe, zahl_k, tag)
    rate = next(m for m in messungen(bestand, rate_k, ebene, Raumprinzip.HERKUNFT) if m.stichtag == tag)
    satz = _satz(stand, zahl_k)
    if zweite_id is not None:
        zweite_k = _finde(zweite_id)
        zweite = next(
            (m for m in messungen(bestand, zweite_k, ebene, Raumprinzip.HERKUNFT) if m.stichtag == tag),
            None,
        )
        if zweite is not None and hat_zahl(zweite):
            satz += f" In besonderer Wohnform leben {betrag(zweite, zweite_k)}."
    return Themenzeile(
        titel,
        zahl_k,
        satz,
        f"{betrag(rate, rate_k)} {rate_k.einheit}" if hat_zahl(rate) else betrag(rate, rate_k),
        betrag(stand.jetzt, zahl_k).removeprefix("rund ") if stand else "k. A.",
        "Personen" if stand is None or stand.jetzt.exakt else "Personen, rund",
        veraenderung(stand, zahl_k),
        stand,
        tuple(reihe),
    )


def gezeigt(zeilen: Sequence[Themenzeile]) -> list[Gezeigt]:
    """The number of each row, for the explanation of protected ones."""
    return [Gezeigt(z.kennzahl, Raumprinzip.HERKUNFT, z.stand.jetzt) for z in zeilen if z.stand is not None]


def _satz(stand: Entwicklung | None, zahl_k: Kennzahl) -> str:
    """What is known for sure: more, fewer, or that it cannot be told."""
    wer = zahl_k.menschen
    if stand is None or stand.frueher is None:
        return f"{wer}. {sicherheit(stand, zahl_k)}".strip()
    jahr = stand.frueher.stichtag.year
    if stand.urteil == Unterschied.HOEHER:
        return f"Mehr {wer} als {jahr}."
    if stand.urteil == Unterschied.NIEDRIGER:
        return f"Weniger {wer} als {jahr}."
    return f"{wer}: seit {jahr} keine sichere Veränderung."


def ueberschrift(bestand: Bestand, zeilen: Sequence[Themenzeile]) -> str:
    """The headline: themes with a sure change, and nothing more."""
    ort = bestand.region.name
    sicher = [
        f"{'mehr' if z.stand.urteil == Unterschied.HOEHER else 'weniger'} {z.kennzahl.menschen}"
        for z in zeilen
        if z.stand is not None and z.stand.urteil in (Unterschied.HOEHER, Unterschied.NIEDRIGER)
    ]
    if not any(z.stand for z in zeilen):
        return f"{ort}: zurzeit keine veröffentlichten Fallzahlen"
    if not sicher:
        return f"{ort}: in keinem der vier Themen eine sichere Veränderung"
    return f"{ort}: {aufzaehlung(sicher)}"


def unterzeile(bestand: Bestand, zeilen: Sequence[Themenzeile]) -> str:
    """What is counted, how, when."""
    tage = sorted({z.stand.jetzt.stichtag for z in zeilen if z.stand is not None})
    if not tage and not bestand.eingerichtet:
        return (
            f"Für {bestand.region.name} ist hier kein Träger eingetragen, der Fallzahlen liefert. Zu sehen sind "
            "öffentliche Zahlen, zum Beispiel die Einwohner."
        )
    wann = f" am {datum(tage[-1])}" if tage else ""
    return f"Eingliederungshilfe und Hilfe nach §\u00a067 SGB XII{wann}, {NACH[Raumprinzip.HERKUNFT]}. Personen."


def kartenauswahl(auswahl: Auswahl) -> Auswahl:
    """The selection of the small map: its Kennzahl (or the population) at the level where the region opens."""
    gezeigt = _finde(KARTE if auswahl.bestand.veroeffentlicht else EINWOHNER)
    tage = sichten.stichtage(auswahl.bestand, gezeigt)
    return replace(
        auswahl,
        kennzahl=gezeigt,
        stichtag=auswahl.stichtag if auswahl.stichtag in tage else (tage[-1] if tage else None),
        ebene=sinnvolle_ebene(auswahl.bestand, gezeigt),
        einteilung=auswahl.bestand.region.haupteinteilung_id or "",
        raumprinzip=Raumprinzip.HERKUNFT,
        gebiete=(),
    )


def fehlende_grenzen(namen: Sequence[str], alle: bool) -> str:
    """What a map cannot draw, and what to do about it."""
    tun = "Wer importieren darf, liest auf der Seite „Daten“ eine Datei mit Gebietsgrenzen ein (Art „Grenzen“)."
    if alle:
        return f"Für diese Gebiete liegen keine Grenzen vor, deshalb gibt es hier keine Karte. {tun}"
    genannt = ", ".join(namen[:GENANNT]) + (f" und {len(namen) - GENANNT} weitere" if len(namen) > GENANNT else "")
    return f"Nicht gezeichnet, weil die Grenzen fehlen: {genannt}. {tun}"


def kartenzeile(auswahl: Auswahl) -> str:
    """The line under the title of the small map."""
    jahr = auswahl.stichtag.year if auswahl.stichtag else ""
    nach = f", {NACH[Raumprinzip.HERKUNFT]}" if len(auswahl.kennzahl.raumprinzipien) > 1 else ""
    return f"{auswahl.kennzahl.einheit}{nach}, {jahr}"
