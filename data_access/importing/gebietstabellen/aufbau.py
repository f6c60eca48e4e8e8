"""The structure of a table of figures by area: title, header, data, footer, told by where the keys of areas stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.gebietstabellen.gebiete import MUSTER, MUSTER_FEIN, ist_schluessel
from data_access.importing.gebietstabellen.koepfe import verbinde_kopf
from data_access.importing.gebietstabellen.worte import ist_gliederungswort
from data_access.importing.gebietstabellen.zeiten import Zeitraum, ist_exceltag, lies_zeitraum, zeitraum_im_text
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.spalten import normalisiere_kopf

_SUCHE_SPALTEN: Final = 8
_ANTEIL: Final = 0.6
_HAELFTE: Final = 0.5
_PROBE: Final = 200
"""So many different texts of a column tell whether it is one of times."""
_KOPF_HOECHSTENS: Final = 60
_OHNE_NAMEN_MINDESTENS: Final = 3
"""Fewer different keys do not make a column of keys if its header does not say so."""

_SCHLUESSELWORT: Final = re.compile(
    "^(?:ags|ars|rs|gkz|agsgesamt|kreisags|kgs|dg|schluessel|nummer)$|schluessel|kennziffer|gemeindenummer|kreisnummer|"
    "kennzahl$|regionalcode"
)
_ZEITWORT: Final = re.compile("^(?:jahr|stichtag|datum|zeit|zeitpunkt|berichtsjahr|berichtszeitpunkt|stand|monat)$")
_ZAHL_ALS_TAG_AB: Final = 1980
"""A lone number of five digits in a row is Excel's day number only from here on: 22711 is a statistic."""

_ENDE = re.compile(r"_{4,}")
_WIE_EIN_TAG = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
"""Written like a day, right or wrong: such a column is one of times, and wrong ones are refused."""
_QUELLE = re.compile(r"^(?:©|\(c\)|quelle\b|stand:)", re.IGNORECASE)
_ZAHLARTIG: Final = r"^[(]?\s*[-–−]?\s*[0-9][0-9 .,\x{00a0}\x{2009}\x{202f}]*\s*[prse)]?$|^(?:[-–—−./xX*]|\.\.\.|…)$"
_SUMMENWORT: Final = re.compile(r"\b(?:summe|insgesamt|gesamt|zusammen|total|alle)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wertspalte:
    """A column of figures: its place in the grid, its joined header without time, and the time named in it."""

    ort: str
    teile: tuple[str, ...]
    zeit: Zeitraum | None


@dataclass(frozen=True)
class Aufbau:
    """A table taken apart. `daten`: the rows with a key. Columns are named as in the grid.

    `fremd`: rows with figures but without a key. `texte`: rows between the data without a figure. `gesamt`: total rows.
    `zeilenzeit`: place of a data row -> the time of the row of its own above it.
    """

    titel: tuple[str, ...]
    schluessel: str
    name: str | None
    zeit: str | None
    gliederung: tuple[str, ...]
    spalten: tuple[Wertspalte, ...]
    daten: pl.DataFrame
    zeilenzeiten: tuple[Zeitraum | None, ...]
    fuss: tuple[str, ...]
    hat_ende: bool
    fremd: tuple[tuple[int, str | None], ...]
    texte: tuple[int, ...]
    gesamt: tuple[tuple[int, dict[str, str | None]], ...]
    leer: tuple[str, ...]
    exceltage: bool
    kopfzeilen: int


Zeile = tuple[int, tuple[str | None, ...]]


def _anteil(ja: pl.Series) -> float:
    return int(ja.sum()) / len(ja) if len(ja) else 0.0


def finde_schluesselspalte(gitter: Gitter, auch_laender: bool) -> int | None:
    """Place of the column with the keys of areas; `auch_laender`: a table may have keys of 2 digits only."""
    bester: tuple[bool, int] | None = None
    for ort, spalte in enumerate(gitter.spalten[:_SUCHE_SPALTEN]):
        texte = gitter.zellen[spalte].str.replace_all(r"^=?\"?'?|\"?$|\s+", "")
        treffer = texte.str.contains(MUSTER).fill_null(value=False)
        fein = texte.str.contains(MUSTER_FEIN).fill_null(value=False)
        stellen = treffer.arg_true()
        if not len(stellen) or (not fein.any() and not (auch_laender and ort <= 1)):
            continue
        block = texte.slice(int(stellen[0]), int(stellen[-1]) - int(stellen[0]) + 1).drop_nulls()
        anteil = _anteil(block.str.contains(MUSTER))
        jahre = _anteil(texte.filter(treffer).str.contains(r"^(?:19[5-9][0-9]|20[0-9]{2})$"))
        if anteil < _ANTEIL or jahre > _HAELFTE:
            continue
        kopf = gitter.zellen[spalte].head(int(stellen[0])).drop_nulls().to_list()
        benannt = any(_SCHLUESSELWORT.search(normalisiere_kopf(text)) for text in kopf[-3:])
        if not (auch_laender or benannt or texte.filter(fein).n_unique() >= _OHNE_NAMEN_MINDESTENS):
            continue
        wertung = (benannt, -ort)
        bester = wertung if bester is None or wertung > bester else bester
    return None if bester is None else -bester[1]


def zerlege(gitter: Gitter, auch_laender: bool) -> Aufbau | None:
    """The structure of the table, None if it has no column of keys with figures beside it."""
    k = finde_schluesselspalte(gitter, auch_laender)
    if k is None:
        return None
    zeilen = [(z[0], z[1:]) for z in gitter.zellen.select(ZEILE, *gitter.spalten).iter_rows()]
    ende = next((i for i, (_, z) in enumerate(zeilen) if any(t and _ENDE.fullmatch(t) for t in z)), len(zeilen))
    ist_daten = [
        ist_schluessel(z[k]) and any(t is not None for i, t in enumerate(z) if i != k) for _, z in zeilen[:ende]
    ]
    if not any(ist_daten):
        return None
    erste = ist_daten.index(True)
    letzte = len(ist_daten) - 1 - ist_daten[::-1].index(True)
    daten = [z for z, ja in zip(zeilen[:ende], ist_daten, strict=True) if ja]
    rahmen = gitter.zellen.filter(pl.col(ZEILE).is_in([nummer for nummer, _ in daten]))
    rollen = _rollen(gitter, rahmen, zeilen[:erste], k)
    if not rollen.werte:
        return None
    werte = [gitter.spalten.index(o) for o in rollen.werte]
    kopf, titel = _kopf_und_titel(zeilen[:erste], werte)
    spalten, exceltage = _spalten(rollen.werte, kopf, werte)
    koerper = _koerper(zeilen[:ende], ist_daten, werte, erste, letzte)
    fuss = tuple(t for nummer, z in (*koerper.danach, *zeilen[ende + 1 :]) for t in z if t)
    return Aufbau(
        titel=titel,
        schluessel=gitter.spalten[k],
        name=rollen.name,
        zeit=rollen.zeit,
        gliederung=rollen.gliederung,
        spalten=spalten,
        daten=rahmen,
        zeilenzeiten=koerper.zeiten,
        fuss=fuss,
        hat_ende=ende < len(zeilen) or any(_QUELLE.match(t) for t in fuss),
        fremd=tuple((n, z[k]) for n, z in koerper.fremd),
        texte=koerper.texte,
        gesamt=tuple((n, {o: z[i] for o, i in zip(rollen.werte, werte, strict=True)}) for n, z in koerper.gesamt),
        leer=_leere_mit_kopf(kopf, gitter.spalten, rollen.leer),
        exceltage=exceltage,
        kopfzeilen=len(kopf),
    )


@dataclass(frozen=True)
class _Rollen:
    name: str | None
    zeit: str | None
    gliederung: tuple[str, ...]
    werte: list[str]
    leer: list[str]


def _rollen(gitter: Gitter, daten: pl.DataFrame, davor: Sequence[Zeile], k: int) -> _Rollen:
    """What each column is, by most of its cells in the rows with a key."""
    zeit, gliederung, werte, leer, texte = None, [], [], [], []
    for ort, spalte in enumerate(gitter.spalten):
        zellen = daten[spalte].drop_nulls()
        if ort == k:
            continue
        if not len(zellen):
            leer.append(spalte)
            continue
        verschieden = zellen.unique().to_list()
        benannt = any(z[ort] and _ZEITWORT.match(normalisiere_kopf(z[ort])) for _, z in davor[-3:])
        probe = verschieden[:_PROBE]
        zeitlich = [t for t in probe if _zeit(t, ort < k or benannt)]
        if zeit is None and len(zeitlich) >= _ANTEIL * len(probe):
            zeit = spalte
        elif float(zellen.str.contains(_ZAHLARTIG).mean() or 0) >= _HAELFTE:  # type: ignore[arg-type]
            werte.append(spalte)
        elif all(ist_gliederungswort(t) for t in verschieden):
            gliederung.append(spalte)
        else:
            texte.append(spalte)
    rechts = [s for s in texte if gitter.spalten.index(s) > k]
    name = next(iter(rechts or texte), None)
    gliederung += [s for s in texte if s != name]
    return _Rollen(name, zeit, tuple(s for s in gitter.spalten if s in gliederung), werte, leer)


def _zeit(text: str, auch_zahlen: bool) -> bool:
    if _WIE_EIN_TAG.fullmatch(text):
        return True
    return (auch_zahlen or not text.replace(".0", "").isdecimal()) and lies_zeitraum(text) is not None


def _datumszeile(zeile: Sequence[str | None]) -> Zeitraum | None:
    """The time of a row that holds nothing else."""
    texte = {t for t in zeile if t}
    text = next(iter(texte), "")
    zeit = lies_zeitraum(text) if len(texte) == 1 else None
    return None if zeit and ist_exceltag(text) and zeit.bis.year < _ZAHL_ALS_TAG_AB else zeit


def _kopf_und_titel(
    davor: Sequence[Zeile], werte: Sequence[int]
) -> tuple[list[tuple[str | None, ...]], tuple[str, ...]]:
    """Header rows right above the data (those with text over a column of figures), and the lines of the title."""
    kopf: list[tuple[str | None, ...]] = []
    titel: list[str] = []
    for _, zeile in reversed(davor[-_KOPF_HOECHSTENS:]):
        if _datumszeile(zeile):
            continue
        if not titel and any(zeile[i] for i in werte):
            kopf.insert(0, zeile)
        else:
            titel.insert(0, " ".join(t for t in dict.fromkeys(zeile) if t))
    return kopf, tuple(titel)


def _spalten(
    orte: Sequence[str], kopf: Sequence[tuple[str | None, ...]], werte: Sequence[int]
) -> tuple[tuple[Wertspalte, ...], bool]:
    spalten, exceltage = [], False
    for ort, teile in zip(orte, verbinde_kopf([[z[i] for i in werte] for z in kopf], len(orte)), strict=True):
        zeit, rest = None, []
        for teil in teile:
            gefunden, uebrig = lies_zeitraum(teil), ""
            exceltage |= ist_exceltag(teil)
            if gefunden is None:
                gefunden, uebrig = zeitraum_im_text(teil, auch_jahr=True)
            zeit = zeit or gefunden
            if uebrig:
                rest.append(uebrig)
        spalten.append(Wertspalte(ort, tuple(rest), zeit))
    return tuple(spalten), exceltage


@dataclass(frozen=True)
class _Koerper:
    zeiten: tuple[Zeitraum | None, ...]
    fremd: tuple[Zeile, ...]
    texte: tuple[int, ...]
    gesamt: tuple[Zeile, ...]
    danach: tuple[Zeile, ...]


def _koerper(
    zeilen: Sequence[Zeile], ist_daten: Sequence[bool], werte: Sequence[int], erste: int, letzte: int
) -> _Koerper:
    """The rows among the data, and the time of a row of its own that stands above each."""
    zeit: Zeitraum | None = None
    zeiten: list[Zeitraum | None] = []
    fremd: list[Zeile] = []
    texte: list[int] = []
    gesamt: list[Zeile] = []
    danach: list[Zeile] = []
    for stelle, (nummer, zeile) in enumerate(zeilen):
        gefunden = None if ist_daten[stelle] else _datumszeile(zeile)
        hat_figur = any(zeile[i] and re.fullmatch(r"[\s(]*[-–−]?\s*\d.*|[-–—−./xX*…]+", str(zeile[i])) for i in werte)
        if ist_daten[stelle]:
            zeiten.append(zeit)
        elif gefunden and (stelle < letzte or not danach):
            zeit = gefunden
        elif stelle < erste:
            continue
        elif hat_figur and any(t and _SUMMENWORT.search(t) for t in zeile):
            gesamt.append((nummer, zeile))
        elif hat_figur:
            fremd.append((nummer, zeile))
        elif stelle < letzte:
            texte.append(nummer)
        else:
            danach.append((nummer, zeile))
    verschieden = {z for z in zeiten if z} | ({zeit} if zeit else set())
    if len(verschieden) == 1:
        # A table that was sorted: its one date counts wherever its row came to stand.
        zeiten = [next(iter(verschieden))] * len(zeiten)
    return _Koerper(tuple(zeiten), tuple(fremd), tuple(texte), tuple(gesamt), tuple(danach))


def _leere_mit_kopf(
    kopf: Sequence[tuple[str | None, ...]], spalten: Sequence[str], leer: Sequence[str]
) -> tuple[str, ...]:
    """Headers over columns without a cell; merged ones reach over such columns too, so only own text counts."""
    return tuple(t for s in leer for z in kopf[-1:] if (t := z[spalten.index(s)]) and not lies_zeitraum(t))
