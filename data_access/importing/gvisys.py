"""Gemeindeverzeichnis GV-ISys of the Statistisches Bundesamt (XLSX, "Auszug_GV").

Two sheets; the table has a merged header of four lines and six kinds of rows (Satzart). Only Satzart 60 is a
Gemeinde, 10 to 50 are headings. The key stands in five columns, measured values are text with a decimal comma or
true numbers in the same row. A Gemeinde with 0 inhabitants (Gutsbezirk) is a real row.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import als_gelesen, basis_nach_datum, bestimme_basis, pruefe_gemeinden
from data_access.importing.felder import lies_anzahlen, lies_einen_tag
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import normalisiere_kopf, uebersetze
from data_access.importing.stichtage import IM_TEXT
from data_access.importing.verzeichnis import aus_gvisys
from data_access.importing.zellen import lies_dezimal
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen
from models.vokabular import INSGESAMT

_SUCHE_BIS: Final = 20
_SATZARTEN: Final = ("10", "20", "30", "40", "50", "60")
_GEMEINDE: Final = "60"
_TEILE: Final = {"land": 2, "rb": 1, "kreis": 2, "vb": 4, "gem": 3}
"""Parts of the ARS with their digits; the AGS leaves out the Gemeindeverband (vb)."""

_ZAHLEN: Final = {"insgesamt": INSGESAMT, "maennlich": "m", "weiblich": "w"}
_MASSE: Final = ("flaeche", "jekm2", "laengengrad", "breitengrad")
_LAENDER: Final = 16
_NAMEN: Final = ("textkennzeichen", "gemeindename")


@dataclass(frozen=True)
class _Kopf:
    stelle: int
    spalten: dict[str, str]
    datum: str | None


def _finde_kopf(gitter: Gitter) -> _Kopf | None:
    """The header line with "Satz-art", and the columns named in it and in the line below."""
    oben = gitter.oben(_SUCHE_BIS)
    for stelle, (_, zeile) in enumerate(oben[:-1]):
        if normalisiere_kopf(zeile[0]) != "satzart" or "textkennzeichen" not in map(normalisiere_kopf, zeile):
            continue
        spalten = {"satzart": gitter.spalten[0]}
        for _, kopfzeile in (oben[stelle], oben[stelle + 1]):
            for ort, text in zip(gitter.spalten, kopfzeile, strict=True):
                wort = normalisiere_kopf(text)
                name = "flaeche" if wort.startswith("flaeche") else wort
                if name in _TEILE or name in _ZAHLEN or name in _MASSE or name in _NAMEN:
                    spalten.setdefault(name, ort)
        return _Kopf(stelle, spalten, _datum(oben, stelle, spalten.get(INSGESAMT), gitter.spalten))
    return None


def _datum(
    oben: list[tuple[int, tuple[str | None, ...]]], stelle: int, spalte: str | None, spalten: list[str]
) -> str | None:
    """The date under the header of the population, else the one in the title."""
    ort = spalten.index(spalte) if spalte else 0
    darunter = [zeile[ort] for _, zeile in oben[stelle : stelle + 5]]
    titel = [text for _, zeile in oben[:stelle] for text in zeile]
    treffer = (IM_TEXT.search(text) for text in (*darunter, *titel) if text)
    return next((t[1] for t in treffer if t), None)


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    gelesen = als_gelesen(sammler, _rahmen(gitter, umstaende, sammler), _quelle(gitter))
    kopf = _finde_kopf(gitter)
    if gelesen.einwohner is None or kopf is None:
        return gelesen
    tag = date.fromisoformat(gelesen.befund.stichtage[0])
    return replace(gelesen, register=aus_gvisys(_benannt(gitter, kopf), tag))


def _benannt(gitter: Gitter, kopf: _Kopf) -> pl.DataFrame:
    """The rows below the header under the names of the columns that are known."""
    return gitter.zellen.slice(kopf.stelle + 1).select(
        ZEILE, *(pl.col(ort).alias(name) for name, ort in kopf.spalten.items())
    )


def _rahmen(gitter: Gitter, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    kopf = _finde_kopf(gitter)
    if kopf is None:
        raise AssertionError("recognised without a header")
    for name in (*_TEILE, *_ZAHLEN, "flaeche"):
        if name not in kopf.spalten:
            sammler.beanstande(
                f"Im Gemeindeverzeichnis fehlt die Spalte „{name}“. Bitte die Datei unverändert neu herunterladen.",
                spalte=name,
            )
    if sammler.fehler:
        return None
    benannt = _benannt(gitter, kopf)
    _pruefe_satzarten(benannt, sammler)
    tabelle = benannt.filter(pl.col("satzart") == _GEMEINDE)
    sammler.zeilen = tabelle.height
    if not tabelle.height:
        sammler.beanstande("Im Gemeindeverzeichnis steht keine Gemeinde (Satzart 60). Bitte neu herunterladen.")
        return None
    tag = _stichtag(kopf, umstaende, sammler)
    ags = _ags(tabelle, sammler)
    werte = {spalte: lies_anzahlen(tabelle, spalte, sammler, umstaende, gitter.aus_xlsx) for spalte in _ZAHLEN}
    for spalte in _MASSE:
        if spalte in kopf.spalten:
            uebersetze(tabelle, spalte, lambda text: float(lies_dezimal(text)), pl.Float64, sammler)
    basis = bestimme_basis(sammler, umstaende, basis_nach_datum(tag)) if tag else None
    if sammler.fehler:
        return None
    breit = pl.DataFrame({ZEILE: tabelle[ZEILE], "ags": ags, **{s: w["wert"] for s, w in werte.items()}})
    _pruefe_zeilen(breit, sammler)
    pruefe_gemeinden(breit.select("ags", ZEILE), umstaende, sammler, verzeichnis=True)
    sammler.summen = _summen(breit)
    return _lang(breit, tag, basis) if tag and basis else None


def _pruefe_satzarten(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    fremd = tabelle.filter(pl.col("satzart").str.contains(r"^\d+$"), ~pl.col("satzart").is_in(_SATZARTEN))
    for zeile, art in fremd.select(ZEILE, "satzart").iter_rows():
        sammler.beanstande(
            f"Diese Satzart ist nicht bekannt. Bekannt sind {', '.join(_SATZARTEN)}. Bitte die Zeile prüfen.",
            zeile=zeile,
            spalte="Satzart",
            wert=art,
        )


def _stichtag(kopf: _Kopf, umstaende: Umstaende, sammler: Sammler) -> date | None:
    text = kopf.datum or (umstaende.stichtag.isoformat() if umstaende.stichtag else None)
    text = text or umstaende.antwort(sammler, "stichtag", "Für welchen Stichtag gilt die Tabelle? (JJJJ-MM-TT)", ())
    tag = lies_einen_tag(text, sammler)
    if tag is None:
        return None
    sammler.stichtage = (tag.isoformat(),)
    if umstaende.stichtag and umstaende.stichtag != tag:
        sammler.beanstande(
            f"Die Datei gilt für den {tag.isoformat()}, genannt ist der {umstaende.stichtag.isoformat()}. "
            "Bitte die Angabe weglassen oder die richtige Datei wählen."
        )
    return tag


def _ags(tabelle: pl.DataFrame, sammler: Sammler) -> pl.Series:
    """The AGS from its parts, each padded if its whole column lost the leading zeros."""
    teile = {name: _teil(tabelle, name, breite, sammler) for name, breite in _TEILE.items()}
    verbunden = pl.DataFrame({name: teile[name] for name in ("land", "rb", "kreis", "gem")})
    return verbunden.select(pl.concat_str("land", "rb", "kreis", "gem"))["land"].alias("ags")


def _teil(tabelle: pl.DataFrame, name: str, breite: int, sammler: Sammler) -> pl.Series:
    texte = tabelle[name].drop_nulls().unique().to_list()
    kurz = [text for text in texte if len(text) < breite]
    if kurz and any(text.startswith("0") and len(text) == breite for text in texte):
        sammler.beanstande(
            f"In der Spalte „{name}“ fehlen bei einem Teil der Schlüssel Ziffern. "
            "Bitte die Datei unverändert neu herunterladen.",
            spalte=name,
        )
    elif kurz:
        sammler.warne(f"In der Spalte „{name}“ fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.")

    def lies(text: str) -> str:
        if not re.fullmatch(rf"[0-9]{{1,{breite}}}", text):
            raise Mangel(f"Das ist kein Teil eines Regionalschlüssels ({breite} Ziffern). Bitte die Zeile prüfen.")
        return text.zfill(breite)

    return uebersetze(tabelle, name, lies, pl.String, sammler, leer="Ein Teil des Regionalschlüssels fehlt.")


def _pruefe_zeilen(breit: pl.DataFrame, sammler: Sammler) -> None:
    for zeile, ags in breit.filter(pl.col("ags").is_duplicated()).select(ZEILE, "ags").iter_rows():
        sammler.beanstande(
            "Diese Gemeinde steht zweimal in der Tabelle. Bitte die Datei unverändert neu herunterladen.",
            zeile=zeile,
            spalte="ags",
            wert=ags,
        )
    for zeile, ags in (
        breit.filter(pl.col("maennlich") + pl.col("weiblich") != pl.col(INSGESAMT)).select(ZEILE, "ags").iter_rows()
    ):
        sammler.beanstande(
            "Männlich und weiblich ergeben nicht die Bevölkerung insgesamt. Bitte die Zeile prüfen.",
            zeile=zeile,
            spalte=INSGESAMT,
            wert=ags,
        )
    ohne = sum(breit[spalte].null_count() for spalte in _ZAHLEN)
    if ohne:
        sammler.warne(f"{ohne} Zellen haben keine Zahl. Sie gelten als keine Angabe, nicht als 0.")


def _summen(breit: pl.DataFrame) -> dict[str, dict[str, int | float]]:
    """The same for every level, as the upper levels are headings without figures; Bund only if every Land is there."""
    summe: dict[str, int | float] = {spalte: int(breit[spalte].sum()) for spalte in _ZAHLEN}
    vollstaendig = breit["ags"].str.head(2).n_unique() == _LAENDER
    ebenen = (*(("bund",) if vollstaendig else ()), "land", "kreis", "gemeinde")
    return {ebene: dict(summe) for ebene in ebenen}


def _lang(breit: pl.DataFrame, tag: date, basis: str) -> pl.DataFrame:
    return (
        breit.drop(ZEILE)
        .unpivot(index="ags", variable_name="geschlecht", value_name="anzahl")
        .filter(pl.col("anzahl").is_not_null())
        .with_columns(
            pl.col("geschlecht").replace_strict(_ZAHLEN),
            stichtag=pl.lit(tag),
            alter_von=0,
            alter_bis=pl.lit(None, dtype=pl.Int16),
            basis=pl.lit(basis),
        )
        .sort("ags", "geschlecht")
        .select(Einwohnerzahlen.column_names())
    )


def _quelle(gitter: Gitter) -> str:
    """The lines from the copyright sign on, at the end of the sheet."""
    texte = gitter.zellen.tail(30)[gitter.spalten[0]].drop_nulls().to_list()
    anfang = next((i for i, text in enumerate(texte) if text.startswith("©")), None)
    return "" if anfang is None else " ".join(texte[anfang:])


PROFIL: Final = Profil(
    id="gv-isys",
    name="eine Bevölkerungstabelle (GV-ISys)",
    art=EINWOHNER,
    amtlich=True,
    erkennt=lambda gitter: _finde_kopf(gitter) is not None,
    lies=_lies,
)
