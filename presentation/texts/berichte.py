"""Words of the reports: header and footer, how to read the pictures, and text without the marks of the screen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from analysis.bestand import Bestand
from analysis.gremien.lage import Gremienlage
from analysis.steckbriefteile import Leitzahl, Steckbrief, Weitere
from presentation.texts.anwesenheit import beteiligung
from presentation.texts.befunde import betrag, veraenderung
from presentation.texts.dateiangaben import SYNTHETISCH, erstellt_am
from presentation.texts.freitext import schlicht
from presentation.texts.klartext import klartext
from presentation.texts.lage import Themenzeile
from presentation.texts.ruecklauf import am
from presentation.texts.sitzungsmappe import SCHUTZ_IM_FUSS
from presentation.texts.steckbrief import MEHRZAHL, ZAEHLUNG, leitsaetze, personen, ratenzeile
from presentation.texts.zahlen import datum

ZEILEN_HOECHSTENS: Final = 60
"""Rows of a table of all areas: a longer one is for a program, not for paper."""
JAHRESENDE: Final = "31.12."
KIPPT_BIS: Final = 6
"""A table of up to so many areas has them as columns."""
_SILBEN: Final = {
    wort.replace("-", ""): wort.replace("-", "\u00ad")
    for wort in (
        "Einglie-derungs-hilfe",
        "Heilpäda-gogische",
        "Minder-jährige",
        "Arbeits-bereich",
        "Tages-förde-rung",
        "beson-derer",
        "Beson-dere",
        "Wohn-formen",
        "Leis-tungen",
        "Ambu-lante",
        "Statio-näre",
    )
}
"""Where long words of the heads of columns may be broken, with signs that show nowhere else."""


def schmal(zeilen: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """A table of many columns: long words of its head may be broken."""
    return [{trennbar(name): wert for name, wert in zeile.items()} for zeile in zeilen]


def gekippt(zeilen: Sequence[Mapping[str, str]], ecke: str) -> list[dict[str, str]]:
    """The same cells with rows as columns: few areas make short heads, long names of figures are rows."""
    erste, *namen = zeilen[0]
    return [{ecke: name} | {zeile[erste]: zeile[name] for zeile in zeilen} for name in namen]


def nach_jahren(zeilen: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The rows with a year instead of a Stichtag where every Stichtag is the last day of its year."""
    if not all(zeile["Stichtag"].startswith(JAHRESENDE) for zeile in zeilen):
        return [dict(zeile) for zeile in zeilen]
    return [{JAHRESENDE: zeile["Stichtag"].removeprefix(JAHRESENDE), **_ohne(zeile, "Stichtag")} for zeile in zeilen]


def _ohne(zeile: Mapping[str, str], spalte: str) -> dict[str, str]:
    return {name: wert for name, wert in zeile.items() if name != spalte}


def trennbar(text: str) -> str:
    """The text with places where its long words may be broken."""
    for wort, silben in _SILBEN.items():
        text = text.replace(wort, silben)
    return text


def standzeilen(zeilen: Iterable[Mapping[str, object]]) -> list[tuple[str, str]]:
    """The short table of the state of the data as lines, a theme each."""
    return [
        (
            str(z["Thema"]),
            f"Stichtag {z['neuester Stichtag']}; geliefert von: {z['geliefert von']}; fehlt: {z['fehlt']}.",
        )
        for z in zeilen
    ]


def kopf(was: str, bestand: Bestand) -> tuple[str, ...]:
    """Header: what it is, and that it is synthetic."""
    zeile = f"{was} · {bestand.region.name}"
    return (zeile, SYNTHETISCH) if bestand.synthetisch else (zeile,)


def fuss(stichtag: date | None, jetzt: datetime) -> tuple[str, ...]:
    """Footer: of when the numbers are, when it was written, and that they are protected."""
    teile = [f"Neuester Stichtag: {datum(stichtag)}"] if stichtag else ["Keine veröffentlichten Fallzahlen"]
    return (f"{' · '.join([*teile, erstellt_am(jetzt)])} · {SCHUTZ_IM_FUSS}",)


def leitzahl(leit: Leitzahl, s: Steckbrief) -> str:
    """A leading figure in one paragraph: people, change, rate, and what is sure about it."""
    saetze = klartext(" ".join(leitsaetze(leit, s)))
    if not leit.zaehlungen:
        return saetze
    erste = leit.zaehlungen[0]
    name, zahl = personen(erste, leit.zahl)
    rund = "rund " if name != "Personen" else ""
    teile = [f"{rund}{zahl} Personen" if zahl[:1].isdigit() else f"Personen: {zahl}"]
    if mehr := veraenderung(erste.entwicklung, leit.zahl):
        teile.append(mehr)
    satz = "; ".join(teile)
    rate = klartext(ratenzeile(leit))
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


def zu_lang(titel: str, zeilen: int) -> str:
    """Why a table is not on paper."""
    return f"Die Tabelle „{titel}“ hat {zeilen} Zeilen. Sie steht auf der Seite „Planungsraum“, auch als Excel-Datei."


def nur_im_ganzen(weitere: Sequence[Weitere], s: Steckbrief) -> str:
    """Which figures there are for the whole of the region only; empty without any."""
    namen = [f"{w.kennzahl.titel} {betrag(w.kreis, w.kennzahl)}" for w in weitere if w.kreis is not None]
    return f"Nur für {s.ganzes.den_ganzen} veröffentlicht: {'; '.join(namen)}." if namen else ""


def themenzeilen(zeilen: Sequence[Themenzeile]) -> list[dict[str, str]]:
    """The four themes of the Überblick as a table."""
    return [
        {
            "Thema": z.titel,
            "Befund": z.befund,
            "Personen": f"rund {z.zahl}" if z.zahl_name.endswith("rund") else z.zahl,
            "Veränderung": z.veraenderung or "–",
            "Wert": z.rate or "–",
        }
        for z in zeilen
    ]


def gremienzeile(stand: Gremienlage) -> dict[str, str]:
    """A Gremium with its latest meeting in a row."""
    letzte = stand.letzte
    return {
        "Gremium": schlicht(stand.gremium.name),
        "Letzte Sitzung": am(letzte[0]) if letzte else "keine eingetragen",
        "Wer da war": beteiligung(letzte[1]) if letzte else "–",
    }


def berichtsstand(jetzt: datetime, bestand: Bestand) -> str:
    """From when the report is, and that it is synthetic."""
    marke = f" {SYNTHETISCH}: Fallzahlen, Sitzungen und Nachweise sind erfunden." if bestand.synthetisch else ""
    return f"Stand: {datum(jetzt.date())}. Die Zahlen sind die heute veröffentlichten, geschützten.{marke}"
