"""Files about Gremien: one reader for every KIND, made from its `Format`.

A KIND is told by columns that no other table has together (`kennzeichen`). Where all columns of a KIND stand in
another one too, a column of the other tells them apart (`ausschluss`).
"""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import Any, Final

import polars as pl

from data_access.gremien.pruefung import maengel, maengel_der_teilnahme
from data_access.importing import eckwerte, einwohner, fallzahlen, merkmale, planungsraeume
from data_access.importing.befund import Sammler
from data_access.importing.felder import LEER
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.gremienwiederholung import pruefe_wiederholungen
from data_access.importing.gremienworte import ist_leer
from data_access.importing.gremienzeilen import Gremienzeilen, Posten
from data_access.importing.gremienzellen import entschaerfe, leser
from data_access.importing.mangel import Mangel
from data_access.importing.namensliste import STELLEN, hinweise, personen
from data_access.importing.personennamen import ist_person
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import finde_kopf, lies_vorlage
from data_access.importing.stichtage import ist_excelzahl
from models.formate import Format, Spalte
from models.gremienformate import FORMATE

_ANDERE: Final = tuple(frozenset(m.SPALTEN) for m in (eckwerte, einwohner, fallzahlen, merkmale, planungsraeume))
"""Columns of the other templates."""

_MINDESTENS: Final = 3
"""Columns that tell a KIND; fewer would take any table with two common headers for it."""

_EXCEL_CSV: Final = "utf-8-sig"


def kennzeichen(f: Format) -> tuple[str, ...]:
    """The fewest columns of a KIND that no other table has together, tables that have all of its columns left out."""
    pflichtig = [s.name for s in f.spalten if not s.entbehrlich]
    andere = [*_ANDERE, *(frozenset(o.namen) for o in FORMATE.values() if o is not f)]
    teilbar = [o for o in andere if not o >= set(pflichtig)]
    for anzahl in range(min(_MINDESTENS, len(pflichtig)), len(pflichtig) + 1):
        for wahl in combinations(pflichtig, anzahl):
            if not any(o >= set(wahl) for o in teilbar):
                return wahl
    raise ValueError(f"„{f.kind}“ ist an seinen Spalten nicht zu erkennen.")


def ausschluss(f: Format) -> frozenset[str]:
    """Columns with which a table is not this KIND, but one that has all of its columns and more."""
    pflichtig = {s.name for s in f.spalten if not s.entbehrlich}
    groessere = [o for o in FORMATE.values() if o is not f and set(o.namen) >= pflichtig]
    return frozenset(s.name for o in groessere for s in o.spalten if not s.entbehrlich) - set(f.namen)


def _erkennt(f: Format, woran: tuple[str, ...], nie: frozenset[str], gitter: Gitter) -> bool:
    kopf = finde_kopf(gitter, (*f.namen, *nie), woran)
    return kopf is not None and not nie & kopf.spalten.keys()


def _personen(f: Format, woran: tuple[str, ...], gitter: Gitter) -> Iterator[tuple[str, str]]:
    kopf = finde_kopf(gitter, f.namen, woran)
    if kopf is not None:
        yield from personen(gitter, kopf, f)


def _lies(f: Format, woran: tuple[str, ...], gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(f.kind, datei.kodierung)
    posten = _posten(f, woran, gitter, datei, sammler)
    befund = sammler.befund()
    gremien = Gremienzeilen(f.kind, tuple(posten)) if befund.status == "ok" else None
    return Gelesen(befund, f.kind, gremien=gremien)


def _posten(f: Format, woran: tuple[str, ...], gitter: Gitter, datei: Datei, sammler: Sammler) -> list[Posten]:
    entbehrlich = tuple(s.name for s in f.spalten if s.entbehrlich)
    tabelle = lies_vorlage(gitter, datei, f.namen, woran, entbehrlich, sammler, fehlt="mindestens eine Zeile")
    kopf = finde_kopf(gitter, f.namen, woran)
    if tabelle is None or kopf is None:
        return []
    vorhanden = [s for s in f.spalten if s.name in kopf.spalten]
    _zaehle(tabelle, vorhanden, sammler)
    gelesen = _lies_zellen(tabelle, vorhanden, sammler, geschuetzt=datei.kodierung == _EXCEL_CSV)
    if sammler.fehler:
        return []
    for satz in hinweise(tabelle, vorhanden, f.kind):
        sammler.warne(satz)
    posten = pruefe_wiederholungen(f, gelesen, sammler)
    for p in posten:
        for spalte, satz in maengel(f.kind, p.zeile):
            sammler.beanstande(satz, zeile=p.nummer, spalte=spalte)
    if f.kind == "teilnahmen":
        _pruefe_teilnahme(posten, sammler)
    if "datum" in f.namen:
        sammler.stichtage = tuple(sorted({p.zeile["datum"].isoformat() for p in posten}))
    return posten


def _zaehle(tabelle: pl.DataFrame, spalten: list[Spalte], sammler: Sammler) -> None:
    """Figures and unknown ones; a KIND without figures counts its rows."""
    zahlen = [s.name for s in spalten if s.typ == "zahl"]
    sammler.zellen = tabelle.height * max(len(zahlen), 1)
    for name in zahlen:
        sammler.zeichen[LEER] += sum(text is None or ist_leer(text) for text in tabelle[name])


def _lies_zellen(tabelle: pl.DataFrame, spalten: list[Spalte], sammler: Sammler, geschuetzt: bool) -> list[Posten]:
    reihen: dict[str, list[Any]] = {}
    for s in spalten:
        lies = leser(s)
        stelle = s.name in STELLEN
        if s.typ == "tag" and any(ist_excelzahl(text) for text in tabelle[s.name].drop_nulls()):
            sammler.warne("Tage stehen als Excel-Zahl in der Datei und wurden in ein Datum umgerechnet.")
        werte: list[Any] = []
        for nummer, text in tabelle.select(ZEILE, s.name).iter_rows():
            wert = None
            if text and not (stelle and ist_leer(text)):
                try:
                    wert = lies(entschaerfe(text) if geschuetzt else text)
                except Mangel as mangel:
                    gezeigt = None if ist_person(text) else text
                    sammler.beanstande(str(mangel), zeile=nummer, spalte=s.name, wert=gezeigt)
                    werte.append(None)
                    continue
            if wert is None and s.pflicht:
                sammler.beanstande(
                    f"Die Angabe fehlt: {s.bedeutung}. Bitte eintragen oder die Zeile löschen.",
                    zeile=nummer,
                    spalte=s.name,
                    wert=text,
                )
            werte.append([] if wert is None and s.typ == "liste" else wert)
        reihen[s.name] = werte
    nummern = tabelle[ZEILE].to_list()
    return [Posten(nummer, {name: werte[i] for name, werte in reihen.items()}) for i, nummer in enumerate(nummern)]


def _pruefe_teilnahme(posten: list[Posten], sammler: Sammler) -> None:
    sitzungen: dict[tuple[Any, Any], list[Mapping[str, Any]]] = {}
    for p in posten:
        sitzungen.setdefault((p.zeile["gremium"], p.zeile["datum"]), []).append(p.zeile)
    for (gremium, tag), zeilen in sitzungen.items():
        for spalte, satz in maengel_der_teilnahme(zeilen):
            sammler.beanstande(f"„{gremium}“, {tag:%d.%m.%Y}: {satz}", spalte=spalte)


def _profil(f: Format) -> Profil:
    woran, nie = kennzeichen(f), ausschluss(f)
    return Profil(
        id=f.kind,
        name=f"„{f.titel}“ nach der Vorlage „{f.kind}“",
        art=f.kind,
        amtlich=False,
        erkennt=partial(_erkennt, f, woran, nie),
        lies=partial(_lies, f, woran),
        personen=partial(_personen, f, woran),
    )


PROFILE: Final = tuple(map(_profil, FORMATE.values()))
"""A profile a KIND."""
