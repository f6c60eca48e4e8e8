"""Zensus 2022, Regionaltabelle Bevölkerung (XLSX, sheet "CSV-Einwohnerzahl", or that sheet saved as CSV).

Keys of 2, 3, 5, 9 and 12 digits stand in one column; only the rows "Gemeinde" are taken. Totals are exact under the
cell-key method, so every level must add up. The column of the population update beside it is not imported.
"""

from dataclasses import replace
from datetime import date
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import als_gelesen, bestimme_basis, pruefe_gemeinden
from data_access.importing.felder import lies_anzahlen, lies_stichtage
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import Kopf, finde_kopf
from data_access.importing.verzeichnis import aus_zensus
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen
from models.vokabular import INSGESAMT, Basis, Ebene

_SPALTEN: Final = ("berichtszeitpunkt", "rs", "name", "regionalebene", "ewz")
_GEMEINDE: Final = "Gemeinde"
_BUND: Final = "Bund (ohne Deutsche im Ausland)"
_EBENEN: Final = {
    _BUND: str(Ebene.BUND),
    "Land": str(Ebene.LAND),
    "Regierungsbezirk": "regbez",
    "Stadtkreis/kreisfreie Stadt/Landkreis": str(Ebene.KREIS),
    _GEMEINDE: str(Ebene.GEMEINDE),
}
"""Levels with a sum in the finding."""

_BREITEN: Final = {
    "Bund (mit Deutschen im Ausland)": 2,
    "Deutsche im Ausland": 2,
    _BUND: 2,
    "Land": 2,
    "Regierungsbezirk": 3,
    "Stadtkreis/kreisfreie Stadt/Landkreis": 5,
    "Gemeindeverband": 9,
    _GEMEINDE: 12,
}
"""All levels of the table with the digits of their keys."""

_IM_REGISTER: Final = {
    "Land": str(Ebene.LAND),
    "Stadtkreis/kreisfreie Stadt/Landkreis": str(Ebene.KREIS),
    _GEMEINDE: str(Ebene.GEMEINDE),
}
"""Levels whose names enter the register of areas."""

_SUMMENEBENEN: Final = (_BUND, "Land", "Regierungsbezirk", "Stadtkreis/kreisfreie Stadt/Landkreis", "Gemeindeverband")


def _kopf(gitter: Gitter) -> Kopf | None:
    return finde_kopf(gitter, _SPALTEN, _SPALTEN)


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    gelesen = als_gelesen(sammler, _rahmen(gitter, umstaende, sammler), _quelle(datei))
    if gelesen.einwohner is None:
        return gelesen
    # Read once more for the names, into a finding of its own that nobody sees.
    tabelle = _tabelle(gitter)
    benannt = tabelle.select(
        "name",
        ars=_regionalschluessel(tabelle, Sammler(PROFIL.id, datei.kodierung)),
        ebene=pl.col("regionalebene").replace_strict(_IM_REGISTER, default=None, return_dtype=pl.String),
    )
    return replace(gelesen, register=aus_zensus(benannt, date.fromisoformat(gelesen.befund.stichtage[0])))


def _tabelle(gitter: Gitter) -> pl.DataFrame:
    """The rows below the header under the names of their columns."""
    kopf = _kopf(gitter)
    if kopf is None:
        raise AssertionError("recognised without a header")
    return (
        gitter.zellen.slice(kopf.stelle + 1)
        .select(ZEILE, *(pl.col(ort).alias(name) for name, ort in kopf.spalten.items()))
        .rename({"berichtszeitpunkt": "stichtag"})
    )


def _rahmen(gitter: Gitter, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    tabelle = _tabelle(gitter)
    gemeinde = tabelle["regionalebene"].fill_null("") == _GEMEINDE
    sammler.zeilen = int(gemeinde.sum())
    if not sammler.zeilen:
        sammler.beanstande("In der Zensustabelle steht keine Gemeinde. Bitte die Datei unverändert neu herunterladen.")
        return None
    _pruefe_ebenen(tabelle, sammler)
    werte = tabelle.select(
        ZEILE,
        "regionalebene",
        ars=_regionalschluessel(tabelle, sammler),
        stichtag=lies_stichtage(tabelle, sammler, umstaende),
        anzahl=lies_anzahlen(tabelle, "ewz", sammler, umstaende, gitter.aus_xlsx, gemeinde)["wert"],
    )
    basis = bestimme_basis(sammler, umstaende, Basis.ZENSUS2022)
    if sammler.fehler:
        return None
    _pruefe_eindeutigkeit(werte, sammler)
    _pruefe_summen(werte, sammler)
    sammler.summen = _summen(werte)
    gemeinden = werte.filter(gemeinde).with_columns(ags=pl.col("ars").str.head(5) + pl.col("ars").str.slice(9, 3))
    pruefe_gemeinden(gemeinden.select("ags", ZEILE), umstaende, sammler, verzeichnis=True)
    return (
        gemeinden.filter(pl.col("anzahl").is_not_null())
        .with_columns(
            alter_von=0,
            alter_bis=pl.lit(None, dtype=pl.Int16),
            geschlecht=pl.lit(INSGESAMT),
            basis=pl.lit(basis, dtype=pl.String),
        )
        .select(Einwohnerzahlen.column_names())
        .sort("ags")
    )


def _pruefe_ebenen(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    fremd = tabelle.filter(~pl.col("regionalebene").fill_null("").is_in(list(_BREITEN)))
    for zeile, ebene in fremd.select(ZEILE, "regionalebene").iter_rows():
        sammler.beanstande(
            f"Diese Regionalebene ist nicht bekannt. Bekannt sind: {'; '.join(_BREITEN)}.",
            zeile=zeile,
            spalte="Regionalebene",
            wert=ebene,
        )


def _regionalschluessel(tabelle: pl.DataFrame, sammler: Sammler) -> pl.Series:
    """The ARS; the level of a row says how long it must be, so lost leading zeros show and can be filled in."""
    mit_breite = tabelle.select(
        ZEILE,
        pl.col("rs"),
        breite=pl.col("regionalebene").replace_strict(_BREITEN, default=0, return_dtype=pl.Int64),
    ).with_columns(laenge=pl.col("rs").str.len_chars().cast(pl.Int64))
    zu_kurz = mit_breite.filter(pl.col("laenge") == pl.col("breite") - 1)
    mit_null = mit_breite.filter(pl.col("laenge") == pl.col("breite"), pl.col("rs").str.starts_with("0"))
    if zu_kurz.height and mit_null.height:
        sammler.beanstande(
            "Einem Teil der Regionalschlüssel fehlt eine Ziffer. Bitte die Datei unverändert neu herunterladen.",
            spalte="_RS",
        )
    elif zu_kurz.height:
        sammler.warne("In der Spalte „_RS“ fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.")
    schluessel = mit_breite.with_columns(
        ars=pl.when(pl.col("laenge") == pl.col("breite") - 1).then("0" + pl.col("rs")).otherwise("rs")
    )
    falsch = schluessel.filter(
        pl.col("breite") > 0,
        pl.col("ars").is_null()
        | ~pl.col("ars").str.contains(r"^[0-9]+$")
        | (pl.col("ars").str.len_chars() != pl.col("breite")),
    )
    for zeile, text, breite in falsch.select(ZEILE, "rs", "breite").iter_rows():
        sammler.beanstande(
            f"Das ist kein Regionalschlüssel dieser Ebene ({breite} Ziffern). "
            "Bitte die Datei unverändert neu herunterladen.",
            zeile=zeile,
            spalte="_RS",
            wert=text,
        )
    return schluessel["ars"]


def _pruefe_eindeutigkeit(werte: pl.DataFrame, sammler: Sammler) -> None:
    if len(sammler.stichtage) > 1:
        sammler.beanstande(
            "Die Tabelle nennt mehrere Berichtszeitpunkte. Bitte die Datei unverändert neu herunterladen."
        )
    doppelt = werte.filter(pl.struct("regionalebene", "ars").is_duplicated())
    for zeile, ars in doppelt.select(ZEILE, "ars").iter_rows():
        sammler.beanstande(
            "Dieses Gebiet steht zweimal in der Tabelle. Bitte die Datei unverändert neu herunterladen.",
            zeile=zeile,
            spalte="_RS",
            wert=ars,
        )


def _pruefe_summen(werte: pl.DataFrame, sammler: Sammler) -> None:
    """Every upper level must be the sum of its Gemeinden, if no figure among them is missing."""
    gemeinden = werte.filter(pl.col("regionalebene") == _GEMEINDE)
    for ebene in _SUMMENEBENEN:
        oben = pl.lit("00") if ebene == _BUND else pl.col("ars").str.head(_BREITEN[ebene])
        summe = (
            gemeinden.group_by(ars=oben)
            .agg(summe=pl.col("anzahl").sum(), luecken=pl.col("anzahl").null_count())
            .filter(pl.col("luecken") == 0)
        )
        abweichend = (
            werte.filter(pl.col("regionalebene") == ebene)
            .join(summe, on="ars")
            .filter(pl.col("anzahl") != pl.col("summe"))
            .sort(ZEILE)
        )
        for zeile, soll, ist in abweichend.select(ZEILE, "anzahl", "summe").iter_rows():
            sammler.beanstande(
                f"Hier steht {soll}, die Gemeinden dieses Gebiets ergeben {ist}. "
                "Bitte die Datei unverändert neu herunterladen.",
                zeile=zeile,
                spalte="EWZ",
            )


def _summen(werte: pl.DataFrame) -> dict[str, dict[str, int | float]]:
    summen = dict(werte.group_by("regionalebene").agg(pl.col("anzahl").sum()).iter_rows())
    return {name: {INSGESAMT: summen[ebene]} for ebene, name in _EBENEN.items() if ebene in summen}


def _quelle(datei: Datei) -> str:
    """The copyright lines of the sheet "Impressum"; empty if the sheet is not there."""
    for blatt in datei.blaetter:
        if blatt.name == "Impressum":
            texte = blatt.zellen[blatt.spalten[0]].drop_nulls().to_list()
            anfang = next((i for i, text in enumerate(texte) if text.startswith("©")), len(texte))
            return " ".join(texte[anfang:])
    return ""


PROFIL: Final = Profil(
    id="zensus2022",
    name="eine Bevölkerungstabelle (Zensus 2022, Regionaltabelle)",
    art=EINWOHNER,
    amtlich=True,
    erkennt=lambda gitter: _kopf(gitter) is not None,
    lies=_lies,
)
