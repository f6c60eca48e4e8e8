"""Finding the header of a table of our own, and reading its columns value by value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Datei, melde_kaputte_zellen

T = TypeVar("T")

_KOPF_SPAETESTENS: Final = 30
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_ANDERE_NAMEN: Final = {
    "amtlichergemeindeschluessel": "ags",
    "gemeindeschluessel": "ags",
    "einwohner": "anzahl",
    "einwohnerzahl": "anzahl",
    "bevoelkerung": "anzahl",
    "fallzahl": "anzahl",
    "datum": "stichtag",
    "traeger": "absender",
    "gueltigvon": "gueltig_von",
    "gueltigbis": "gueltig_bis",
}


def normalisiere_kopf(text: str | None) -> str:
    """A header as a bare word: lower case, ä as ae, only letters and digits."""
    return re.sub(r"[^a-z0-9]", "", (text or "").casefold().translate(_UMLAUTE))


@dataclass(frozen=True)
class Kopf:
    """The header row: its place among the rows, which grid column is which of ours, and what else stands there."""

    stelle: int
    spalten: dict[str, str]
    doppelt: tuple[str, ...]
    fremd: tuple[tuple[str, str], ...]


def finde_kopf(gitter: Gitter, spalten: tuple[str, ...], kennzeichen: tuple[str, ...]) -> Kopf | None:
    """The first row that names all `kennzeichen` (a subset of `spalten`), or None.

    `fremd` are headers that are none of `spalten`: (grid column, header).
    """
    nach_wort = {normalisiere_kopf(name): name for name in spalten}
    for stelle, (_, zeile) in enumerate(gitter.oben(_KOPF_SPAETESTENS)):
        gefunden: dict[str, str] = {}
        doppelt: list[str] = []
        fremd: list[tuple[str, str]] = []
        for ort, text in zip(gitter.spalten, zeile, strict=True):
            wort = normalisiere_kopf(text)
            name = nach_wort.get(wort) or _ANDERE_NAMEN.get(wort, "")
            if name not in spalten:
                fremd += [(ort, text)] if text else []
            elif name in gefunden:
                doppelt.append(name)
            else:
                gefunden[name] = ort
        if all(k in gefunden for k in kennzeichen):
            return Kopf(stelle, gefunden, tuple(doppelt), tuple(fremd))
    return None


def lies_tabelle(
    gitter: Gitter, kopf: Kopf, spalten: tuple[str, ...], entbehrlich: tuple[str, ...], sammler: Sammler
) -> pl.DataFrame | None:
    """The data rows as String columns named as in `spalten`, with `zeile`; None if the header does not fit.

    Columns of `entbehrlich` that are missing come back empty. Cells beside the table and columns that the format
    does not know are refused: what is not read is never dropped silently.
    """
    fehlend = [s for s in spalten if s not in kopf.spalten and s not in entbehrlich]
    erwartet = f"Die Kopfzeile der Vorlage lautet: {';'.join(spalten)}."
    for name in fehlend:
        sammler.beanstande(f"Die Spalte „{name}“ fehlt. {erwartet}", spalte=name)
    for name in dict.fromkeys(kopf.doppelt):
        sammler.beanstande(f"Die Spalte „{name}“ steht zweimal in der Kopfzeile. {erwartet}", spalte=name)
    for _, name in kopf.fremd:
        sammler.beanstande(f"Die Spalte „{name[:60]}“ kennt die Vorlage nicht. Bitte entfernen. {erwartet}")
    if fehlend or kopf.doppelt or kopf.fremd:
        return None
    if kopf.stelle:
        sammler.warne("Über der Kopfzeile steht Text. Er wurde nicht gelesen.")
    daten = gitter.zellen.slice(kopf.stelle + 1)
    daneben = [s for s in gitter.spalten if s not in kopf.spalten.values()]
    if daneben:
        ueberzaehlig = daten.filter(~pl.all_horizontal(pl.col(daneben).is_null()))
        for zeile in ueberzaehlig[ZEILE]:
            sammler.beanstande(f"In dieser Zeile steht mehr, als die Kopfzeile Spalten hat. {erwartet}", zeile=zeile)
    leer = pl.lit(None, dtype=pl.String)
    return daten.select(
        ZEILE, *(pl.col(kopf.spalten[s]).alias(s) if s in kopf.spalten else leer.alias(s) for s in spalten)
    )


def lies_vorlage(
    gitter: Gitter,
    datei: Datei,
    spalten: tuple[str, ...],
    kennzeichen: tuple[str, ...],
    entbehrlich: tuple[str, ...],
    sammler: Sammler,
    fehlt: str = "die Zahlen unter der Kopfzeile",
) -> pl.DataFrame | None:
    """The data rows of a filled template (see `finde_kopf`, `lies_tabelle`); None if something stands against it.

    `fehlt`: what is to be entered where there is no row.
    """
    melde_kaputte_zellen(datei, sammler)
    kopf = finde_kopf(gitter, spalten, kennzeichen)
    if kopf is None:
        raise AssertionError("recognised without a header")
    tabelle = lies_tabelle(gitter, kopf, spalten, entbehrlich, sammler)
    if tabelle is None:
        return None
    sammler.zeilen = tabelle.height
    if not tabelle.height:
        sammler.beanstande(f"Die Tabelle hat keine Datenzeile. Bitte {fehlt} eintragen.")
        return None
    return tabelle


def uebersetze(
    tabelle: pl.DataFrame,
    spalte: str,
    lies: Callable[[str], T],
    typ: type[pl.DataType],
    sammler: Sammler,
    leer: str | None = None,
) -> pl.Series:
    """The column read with `lies`, each different text once; a text that raises Mangel is an error in every row of it.

    `leer`: the reason if an empty cell is an error; without it empty cells stay null.
    """
    texte = tabelle[spalte]
    werte: dict[str, T] = {}
    gruende: dict[str, str] = {}
    for text in texte.drop_nulls().unique(maintain_order=True):
        try:
            werte[text] = lies(text)
        except Mangel as mangel:
            gruende[text] = str(mangel)
    if gruende:
        for zeile, text in tabelle.filter(texte.is_in(list(gruende))).select(ZEILE, spalte).iter_rows():
            sammler.beanstande(gruende[text], zeile=zeile, spalte=spalte, wert=text)
    if leer:
        for zeile in tabelle.filter(texte.is_null())[ZEILE]:
            sammler.beanstande(leer, zeile=zeile, spalte=spalte)
    return texte.replace_strict(list(werte), list(werte.values()), default=None, return_dtype=typ)


def waehle(erlaubt: dict[str, str], was: str) -> Callable[[str], str]:
    """A reader for a closed word list (spelling in lower case -> value), to be used with `uebersetze`."""
    moeglich = ", ".join(dict.fromkeys(erlaubt.values()))

    def lies(text: str) -> str:
        wert = erlaubt.get(text.casefold())
        if wert is None:
            raise Mangel(f"{was} ist nicht bekannt. Möglich sind: {moeglich}.")
        return wert

    return lies
