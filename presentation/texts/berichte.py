"""Words of the reports: titles, header and footer, how to read the pictures, and text without the marks of the screen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from analysis.bestand import Bestand
from analysis.steckbriefteile import Leitzahl, Steckbrief
from presentation.texts.befunde import veraenderung
from presentation.texts.sitzungsmappe import SCHUTZ_IM_FUSS
from presentation.texts.steckbrief import MEHRZAHL, ZAEHLUNG, leitsaetze, personen, ratenzeile
from presentation.texts.zahlen import datum

SYNTHETISCH: Final = "Vorführung mit synthetischen Daten"
SPALTEN: Final = 4
"""Columns of numbers that stand beside each other on A4."""
ZEILEN_HOECHSTENS: Final = 60
"""Rows of a table of all areas: a longer one is for a program, not for paper."""
_BADGE: Final = re.compile(r":[a-z]+(?:-badge)?\[((?::material/\w+:)?[^\]]*)\]")
_ICON: Final = re.compile(r":material/\w+:\s*")


def schlicht_gesagt(text: str) -> str:
    """A text of the screen without its marks: no bold, no colours, no icons. Words and numbers stay as they are."""
    ohne = _ICON.sub("", text)
    while (neu := _BADGE.sub(r"\1", ohne)) != ohne:
        ohne = neu
    return ohne.replace("**", "").replace("  \n", "; ")


def zeilen_fuer_papier(zeilen: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """The rows of a table of the screen as plain text."""
    return [{name: schlicht_gesagt(str(wert)) for name, wert in zeile.items()} for zeile in zeilen]


def geteilt(zeilen: Sequence[Mapping[str, str]], spalten: int = SPALTEN) -> list[list[dict[str, str]]]:
    """Tables of as many columns as a page is wide, each beginning with the first one."""
    if not zeilen:
        return []
    erste, *weitere = zeilen[0]
    return [
        [{name: z[name] for name in (erste, *weitere[ab : ab + spalten])} for z in zeilen]
        for ab in range(0, len(weitere), spalten)
    ]


def kopf(was: str, bestand: Bestand) -> tuple[str, ...]:
    """Header: what it is, and that it is synthetic."""
    zeile = f"{was} · {bestand.region.name}"
    return (zeile, SYNTHETISCH) if bestand.synthetisch else (zeile,)


def fuss(stichtag: date | None, jetzt: datetime) -> tuple[str, ...]:
    """Footer: of when the numbers are, when it was written, and that they are protected."""
    teile = [f"Neuester Stichtag: {datum(stichtag)}"] if stichtag else ["Keine veröffentlichten Fallzahlen"]
    return (f"{' · '.join([*teile, f'erstellt am {datum(jetzt.date())}'])} · {SCHUTZ_IM_FUSS}",)


def leitzahl(leit: Leitzahl, s: Steckbrief) -> str:
    """A leading figure in one paragraph: people, change, rate, and what is sure about it."""
    saetze = " ".join(leitsaetze(leit, s))
    if not leit.zaehlungen:
        return saetze
    erste = leit.zaehlungen[0]
    name, zahl = personen(erste, leit.zahl)
    rund = "rund " if name != "Personen" else ""
    teile = [f"{rund}{zahl} Personen" if zahl[:1].isdigit() else f"Personen: {zahl}"]
    if mehr := veraenderung(erste.entwicklung, leit.zahl):
        teile.append(mehr)
    satz = "; ".join(teile)
    rate = schlicht_gesagt(ratenzeile(leit))
    return " ".join(teil for teil in (f"{satz}.", f"{rate[:1].upper()}{rate[1:]}." if rate else "", saetze) if teil)


def bildlegende(s: Steckbrief) -> str:
    """How the pictures of the themes are read."""
    mehrzahl = MEHRZAHL.get(s.vergleichsebene, "Gebiete")
    prinzip = next((ZAEHLUNG[x.zaehlungen[0].raumprinzip] for x in s.leitzahlen if x.zaehlungen), "Herkunft")
    links = f"Links im Bild: Personen nach {prinzip} über die Jahre; ein senkrechter Strich ist ein Bruch der Reihe."
    rechts = f"Rechts: die Werte der {mehrzahl} als Ringe, der orange Strich: {s.ganzes.wort}."
    if s.ist_ganzes:
        return f"{links} {rechts}"
    return f"{links} {rechts} Die blaue Scheibe ist {s.ort.name}, das blasse Band die übliche Schwankung."


def zu_lang(zeilen: int) -> str:
    """Why a table is not on paper."""
    return f"Die Tabelle hat {zeilen} Zeilen. Sie steht auf der Seite „Planungsraum“ und dort auch als Excel-Datei."
