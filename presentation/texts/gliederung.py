"""Age and sex in words: names of groups, and the finding over the parts of the Kreis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.gliederungen import Teilmessung
from analysis.kennzahlen.kennzahl import Kennzahl
from models.altersgruppen import OFFEN, grenzen
from models.vokabular import INSGESAMT
from presentation.texts.befunde import betrag
from presentation.texts.zahlen import ist_zahl, prozent, zahl

GESCHLECHT: Final = {
    INSGESAMT: "alle Geschlechter",
    "m": "Männer",
    "w": "Frauen",
    "d": "divers",
    "unbekannt": "Geschlecht nicht bekannt",
}
KINDER: Final = {**GESCHLECHT, "m": "Jungen", "w": "Mädchen"}


def geschlecht(schluessel: str, altersgruppe: str = INSGESAMT) -> str:
    """A sex as it is called on screen; of children "Jungen" and "Mädchen"."""
    ist_kind = altersgruppe != INSGESAMT and grenzen(altersgruppe)[1] < 18
    return (KINDER if ist_kind else GESCHLECHT)[schluessel]


def alter(gruppe: str) -> str:
    """ "18-49" -> "18 bis 49 Jahre"."""
    if gruppe == INSGESAMT:
        return "alle Altersgruppen"
    von, bis = grenzen(gruppe)
    return f"ab {von} Jahren" if bis == OFFEN else f"{von} bis {bis} Jahre"


def teilname(altersgruppe: str, geschlecht_: str) -> str:
    """ "18 bis 49 Jahre, Frauen"."""
    if INSGESAMT == altersgruppe == geschlecht_:
        return INSGESAMT
    teile = [] if altersgruppe == INSGESAMT else [alter(altersgruppe)]
    teile += [] if geschlecht_ == INSGESAMT else [geschlecht(geschlecht_, altersgruppe)]
    return ", ".join(teile)


def der_gruppe(kennzahl: Kennzahl) -> Kennzahl:
    """The record as it is worded for a part: a rate refers to the inhabitants of the same age and sex."""
    if kennzahl.art != "rate":
        return kennzahl
    return replace(kennzahl, einheit=f"je {zahl(kennzahl.faktor)} Einwohner dieser Gruppe")


def befund(heute: Sequence[Teilmessung], kennzahl: Kennzahl, gewaehlt: tuple[str, str]) -> str:
    """The finding: the chosen part in numbers; without a choice the age group with the most people, or the sexes."""
    je_teil = {(t.altersgruppe, t.geschlecht): t.messung for t in heute}
    if gewaehlt != (INSGESAMT, INSGESAMT):
        m = je_teil.get(gewaehlt)
        wert = betrag(m, kennzahl) if m else "keine Zahl"
        einheit = f" {kennzahl.einheit}" if kennzahl.art == "rate" and m is not None and m.wert is not None else ""
        return f"{teilname(*gewaehlt)}: {wert}{einheit}"
    gruppen = {a: m for (a, g), m in je_teil.items() if a != INSGESAMT and g == INSGESAMT}
    klare = {a: m for a, m in gruppen.items() if ist_zahl(m.wert, m.von, m.bis, m.status)}
    if not klare:
        return "Nach Alter und Geschlecht"
    groesste = max(klare, key=lambda a: klare[a].wert or 0)
    gesamt = je_teil.get((INSGESAMT, INSGESAMT))
    text = betrag(klare[groesste], kennzahl)
    gleichauf = any((m.oben or 0) >= (klare[groesste].unten or 0) for a, m in gruppen.items() if a != groesste)
    if gleichauf:
        return f"Keine Altersgruppe hebt sich sicher ab; größter Wert: {alter(groesste)} mit {text}"
    if kennzahl.art != "zahl" or gesamt is None or not gesamt.wert:
        return f"Am höchsten: {alter(groesste)} mit {text}"
    anteil = prozent(100 * (klare[groesste].wert or 0) / gesamt.wert, 0)
    return f"Die meisten sind {alter(groesste)} alt: {text}, rund {anteil}".replace("ab 65 Jahren alt", "65 oder älter")
