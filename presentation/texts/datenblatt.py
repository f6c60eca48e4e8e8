"""The data sheet of a theme in words: the finding, its tables, what the figures do not say, where they come from."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from analysis.bestand import Bestand
from analysis.gremien.datenblatt import Datenblatt, Kennzahlzeile, Raumzeile
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, gegen_kreis
from models.vokabular import Thema
from presentation.texts import befunde, hinweise, quellen
from presentation.texts.dateiangaben import zeichenzeilen
from presentation.texts.ebenen import EINZAHL
from presentation.texts.lage import THEMEN as FUEHREND
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import KEINE_ANGABE, datum

REIHENFOLGE: Final = (Thema.WOHNEN, Thema.ARBEIT, Thema.KINDER, Thema.P67)
HINWEISE_HOECHSTENS: Final = 4
KEINE_ZAHLEN: Final = "Zu diesem Thema ist zurzeit nichts veröffentlicht."
LESEN: Final = (
    "Gezählt sind Menschen am Stichtag. Ob ihre Unterstützung ausreicht oder wie viele auf einen Platz warten, sagen "
    "diese Zahlen nicht."
)


def fuehrende(thema: Thema) -> tuple[Kennzahl, Kennzahl]:
    """Count and rate that lead a theme, as on the Überblick."""
    _, zahl_id, rate_id, _ = FUEHREND[REIHENFOLGE.index(thema)]
    zahl, rate = kennzahl(zahl_id), kennzahl(rate_id)
    if zahl is None or rate is None:
        raise KeyError(zahl_id)
    return zahl, rate


def titel(blatt: Datenblatt) -> str:
    """Name of the sheet."""
    return f"Datenblatt {THEMEN[blatt.thema]}"


def befund(blatt: Datenblatt, bestand: Bestand) -> str:
    """The finding: how many people, and against when."""
    if not blatt.stichtage:
        return KEINE_ZAHLEN
    return f"{befunde.ueberschrift(bestand.region.name, blatt.entwicklung, blatt.zahl)}."


def sicherheit(blatt: Datenblatt) -> str:
    """How sure the development is."""
    return befunde.sicherheit(blatt.entwicklung, blatt.zahl)


def verlaufstitel(blatt: Datenblatt, bestand: Bestand) -> str:
    """Heading of the trend."""
    return f"{blatt.zahl.kurz}, {bestand.region.name}: Verlauf"


def rangtitel(blatt: Datenblatt, bestand: Bestand) -> str:
    """Heading of the ranking: of what, and which areas surely differ."""
    if blatt.auswahl is None:
        return f"Nur für {bestand.ganzes.den_ganzen}"
    vergleich = gegen_kreis(list(blatt.raten), blatt.kreisrate)
    befund = befunde.gebiete_gegen_kreis(vergleich, blatt.rate, bestand.ganzes, blatt.auswahl.mehrzahl)
    return f"{blatt.zahl.kurz} {blatt.rate.einheit}: {befund}"


def kennzahlzeilen(blatt: Datenblatt) -> list[dict[str, str]]:
    """The whole region at the Stichtage of the sheet."""
    return [
        {"Kennzahl": z.kennzahl.titel}
        | {datum(t): _wert(m, z.kennzahl) for t, m in zip(blatt.stichtage, z.werte, strict=True)}
        for z in blatt.zeilen
    ]


def raumzeilen(blatt: Datenblatt, bestand: Bestand) -> list[dict[str, str]]:
    """The areas at the Stichtage of the sheet, with the rate at the newest; the whole last."""
    if blatt.auswahl is None:
        return []
    ganze = next((z for z in blatt.zeilen if z.kennzahl == blatt.zahl), Kennzahlzeile(blatt.zahl, "", ()))
    unten = Raumzeile(bestand.ganzes.wort, ganze.werte, blatt.kreisrate)
    spalte = EINZAHL[blatt.auswahl.ebene]
    return [
        {spalte: z.name}
        | {datum(t): _wert(m, blatt.zahl) for t, m in zip(blatt.stichtage, z.zahlen, strict=True)}
        | {f"{blatt.rate.einheit}, {_jahr(blatt.stichtage)}": _wert(z.rate, blatt.rate)}
        for z in (*blatt.raeume, unten)
    ]


def _jahr(tage: Sequence[date]) -> int:
    return tage[-1].year


def _wert(messung: Messung | None, k: Kennzahl) -> str:
    return befunde.betrag(messung, k) if messung is not None else KEINE_ANGABE


def raumtitel(blatt: Datenblatt) -> str:
    """Caption of the table of areas."""
    schnitt = f" ({blatt.auswahl.einteilungsname})" if blatt.auswahl and blatt.auswahl.einteilungsname else ""
    weitere = f"; {blatt.uebrige} weitere auf der Seite „Zahlen“" if blatt.uebrige else ""
    return f"{blatt.zahl.kurz}, Personen{schnitt}{weitere}"


def raumsatz(blatt: Datenblatt, bestand: Bestand) -> str:
    """What the comparison of areas means and what it does not."""
    if blatt.auswahl is None:
        return f"{befunde.NUR_KREIS}: Einzelne Menschen wären dort zu erkennen."
    vergleich = gegen_kreis(list(blatt.raten), blatt.kreisrate)
    if vergleich.darueber or vergleich.darunter:
        return (
            f"„Über“ und „unter“ {bestand.ganzes.dem} heißt: je Einwohner, und mehr als Zufall und Rundung."
            " Es heißt nicht, dass dort zu viel oder zu wenig geholfen wird."
        )
    return "Die Unterschiede können Zufall oder Rundung sein. Eine Rangfolge folgt daraus nicht."


def vorsicht(blatt: Datenblatt) -> list[str]:
    """What the figures do not say: the caveats of what leads the theme, then of the others."""
    alle = dict.fromkeys(h for k in (blatt.zahl, blatt.rate, *blatt.kennzahlen) for h in k.hinweise)
    return [LESEN, *list(alle)[: HINWEISE_HOECHSTENS - 1]]


def zeichen(blatt: Datenblatt, bestand: Bestand) -> list[str]:
    """What stands for protected numbers of the sheet: a sentence a kind of sign."""
    gezeigt = [hinweise.Gezeigt(z.kennzahl, z.raumprinzip, m) for z in blatt.zeilen for m in z.werte if m]
    gezeigt += [hinweise.Gezeigt(blatt.zahl, blatt.raumprinzip, m) for r in blatt.raeume for m in r.zahlen if m]
    gezeigt += [hinweise.Gezeigt(blatt.rate, blatt.raumprinzip, m) for m in blatt.raten]
    return zeichenzeilen(hinweise.je_art(bestand, gezeigt))


def quellzeilen(blatt: Datenblatt, bestand: Bestand) -> list[tuple[str, str]]:
    """Quelle, Stand and Schutz of what leads the theme, and of every other source of the sheet."""
    if not blatt.stichtage:
        return []
    basen = sorted({m.basis for z in blatt.zeilen for m in z.werte if m and m.basis and not z.kennzahl.merkmal})
    texte = dict.fromkeys(
        teil for k in (blatt.rate, *blatt.kennzahlen) for teil in quellen.quelle(k, bestand, basen).split("; ")
    )
    ebene, einteilung = (blatt.auswahl.ebene, blatt.auswahl.einteilung) if blatt.auswahl else ("", "")
    return [
        ("Quelle", "; ".join(texte)),
        ("Stand", quellen.stand(blatt.zahl, bestand, blatt.stichtage[-1])),
        ("Schutz", quellen.schutz(blatt.zahl, bestand, ebene, einteilung)),
    ]
