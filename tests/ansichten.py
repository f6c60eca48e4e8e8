"""One view of the demonstration for every kind of picture, and what a file of it must say."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from analysis.messen import Gedaechtnis
from commands.ansicht import aus_link
from presentation.ansichten.bogen import Bogen
from presentation.ansichten.verzeichnis import bogen
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import SYNTHETISCH

JETZT: Final = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BASIS: Final = "https://zahlen.example"
UMSTAND: Final = Umstand(JETZT, BASIS)

_UNNA = "region=kreis-unna"
_WMK = "region=werra-meissner-kreis"
LINKS: Final[dict[tuple[str, str], str]] = {
    ("zahlen", "verlauf"): f"{_UNNA}&kennzahl=besondere_wohnform&ebene=gemeinde&gebiet=05978004&jahr=2024",
    ("zahlen", "rangfolge"): f"{_WMK}&kennzahl=besondere_wohnform&ebene=gemeinde&jahr=2024",
    ("zahlen", "alter-geschlecht"): f"{_UNNA}&kennzahl=lb_bwf&ebene=kreis",
    ("zahlen", "verlauf-des-teils"): f"{_UNNA}&kennzahl=lb_bwf&ebene=kreis&altersgruppe=18-49",
    ("planungsraum", "altersaufbau"): f"{_UNNA}&gebiet=unna-nord",
    ("planungsraum", "verlauf-lb_bwf"): f"{_UNNA}&gebiet=unna-nord",
    ("planungsraum", "spanne-lb_bwf"): f"{_UNNA}&gebiet=unna-nord",
    ("karte", "karte"): f"{_WMK}&kennzahl=besondere_wohnform&ebene=gemeinde&jahr=2024",
    ("gremien", "plaetze"): f"{_UNNA}&gremium=lsp-unna",
    ("gremien", "anwesende"): f"{_UNNA}&gremium=lsp-unna",
    ("gremien", "jahre"): f"{_UNNA}&gremium=lsp-unna",
    ("gremien", "antworten"): _WMK,
    ("gremien", "aussage"): _WMK,
    ("fristen", "jahresstreifen"): f"{_WMK}&jahr=2026",
    ("beteiligung", "plaetze"): f"{_UNNA}&gremium=lsp-unna&jahr=2025",
    ("beteiligung", "stufen"): f"{_WMK}&gremium=kok-wmk&jahr=2025",
}
"""Page and kind of picture -> the query of a link that leads to it."""


def alle() -> dict[str, Bogen]:
    """Each of `LINKS` as its view, with the demonstration as data folder."""
    messwerk = Gedaechtnis()
    return {
        f"{seite} {art}": bogen(aus_link(f"/{seite}?{frage}", art), messwerk, heute=JETZT.date())
        for (seite, art), frage in LINKS.items()
    }


def nackt(text: str) -> str:
    """Text without what a line break changes: spaces and hyphens."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011]", "", text)


def pflichttexte(b: Bogen) -> Iterator[str]:
    """What stands inside every picture and paper: finding, what is counted, sources, the synthetic mark, the signs."""
    yield b.befund
    yield b.unterzeile
    for name, text in b.fuss:
        yield name
        yield text
    for zeichen, satz in b.zeichen:
        yield zeichen
        yield satz
    if b.synthetisch:
        yield SYNTHETISCH


def fehlende(b: Bogen, gelesen: str) -> list[str]:
    """What a file should say and does not."""
    da = nackt(gelesen)
    return [text for text in pflichttexte(b) if nackt(text) not in da]
