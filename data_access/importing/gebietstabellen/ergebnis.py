"""From figures with meaning to what is stored: inhabitants, or Merkmale."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import pruefe_gemeinden
from data_access.importing.gebietstabellen.basis import ergaenze_basis
from data_access.importing.gebietstabellen.gebiete import REGBEZ
from data_access.importing.gebietstabellen.merkmalswahl import Zuordnung
from data_access.importing.gebietstabellen.pruefung import pruefe_doppelte, pruefe_summen
from data_access.importing.gebietstabellen.striche import deute_striche
from data_access.importing.gebietstabellen.werte import Werte, summen
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende
from data_access.importing.spalten import normalisiere_kopf
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen, Merkmalswerte
from models.vokabular import INSGESAMT, Ebene, Lieferungsart

LAENDER_OHNE_KREISE: Final = ("02", "11")
"""Hamburg and Berlin: a Land that is one Kreis; many tables have only its row of 2 digits."""

_BERLIN: Final = "11"
_EBENEN: Final = {e: e for e in (str(Ebene.BUND), str(Ebene.LAND), REGBEZ, str(Ebene.KREIS), str(Ebene.GEMEINDE))}


@dataclass(frozen=True)
class Angaben:
    """What a table says beside its figures. `basen`: the bases that can be named, empty for the official ones."""

    titel: tuple[str, ...]
    fuss: tuple[str, ...]
    quelle: str
    fingerabdruck: str
    basen: tuple[str, ...] = ()


def fingerabdruck(profil: str, worte: Iterable[str]) -> str:
    """The same for all files of one layout: words without figures, so without dates; order counts."""
    kern = "|".join(re.sub(r"\d+", "", normalisiere_kopf(wort)) for wort in worte)
    return hashlib.sha256(f"{profil}|{kern}".encode()).hexdigest()


def quellenangabe(fuss: Iterable[str]) -> str:
    """The footer from the copyright sign on, in one line."""
    texte = list(fuss)
    anfang = next((i for i, t in enumerate(texte) if t.startswith(("©", "(C)", "Quelle"))), len(texte))
    return " ".join(" ".join(texte[anfang:]).split())


def als_einwohner(werte: Werte, angaben: Angaben, sammler: Sammler, umstaende: Umstaende) -> Gelesen:
    """The result for a table of inhabitants: rows of Kreise and Gemeinden; other levels only check the sums."""
    rahmen = None if sammler.fehler else _einwohner(werte, angaben, sammler, umstaende)
    befund = sammler.befund()
    return Gelesen(
        befund,
        EINWOHNER,
        einwohner=geprueft(Einwohnerzahlen, rahmen, befund),
        quelle=angaben.quelle,
        fingerabdruck=angaben.fingerabdruck,
    )


def als_merkmale(
    werte: Werte, zuordnung: Zuordnung, angaben: Angaben, sammler: Sammler, umstaende: Umstaende
) -> Gelesen:
    """The result for a table of anything else: rows of Länder, Kreise and Gemeinden by Merkmal."""
    rahmen = None if sammler.fehler else _merkmale(werte, zuordnung, sammler, umstaende)
    befund = sammler.befund()
    return Gelesen(
        befund,
        str(Lieferungsart.MERKMALE),
        merkmale=geprueft(Merkmalswerte, rahmen, befund),
        quelle=angaben.quelle,
        fingerabdruck=angaben.fingerabdruck,
    )


def melde_uebersicht(werte: Werte, sammler: Sammler) -> None:
    """Times and sums by level for the finding."""
    sammler.stichtage = tuple(tag.isoformat() for tag in werte.lang["bis"].drop_nulls().unique().sort())
    sammler.summen = summen(werte, _EBENEN)


def _einwohner(werte: Werte, angaben: Angaben, sammler: Sammler, umstaende: Umstaende) -> pl.DataFrame | None:
    pruefe_doppelte(werte, sammler)
    pruefe_summen(werte, sammler)
    alle = werte.mit_bedeutung()
    gegliedert = alle.filter(pl.col("auspraegung") != INSGESAMT)
    for titel in gegliedert["titel"].unique(maintain_order=True)[:20]:
        sammler.warne(f"„{titel[:80]}“ wurde nicht übernommen: Gespeichert werden Einwohner nach Alter und Geschlecht.")
    bestand = deute_striche(alle.filter(pl.col("auspraegung") == INSGESAMT), True, sammler, umstaende)
    zeilen = kreise_und_gemeinden(bestand, sammler).filter(pl.col("wert").is_not_null())
    if zeilen.is_empty() and not sammler.fehler:
        sammler.beanstande(
            "In der Tabelle steht keine Einwohnerzahl eines Kreises (5 Ziffern) oder einer Gemeinde (8 Ziffern). "
            "Bitte die Tabelle mit der regionalen Tiefe Kreise oder Gemeinden herunterladen."
        )
    if not _stehen_auf_einem_tag(zeilen, sammler, umstaende):
        return None
    mit_basis = ergaenze_basis(zeilen, angaben.fuss, angaben.basen, sammler, umstaende)
    pruefe_gemeinden(zeilen.select(pl.col("schluessel").alias("ags"), ZEILE), umstaende, sammler)
    if mit_basis is None or sammler.fehler:
        return None
    return mit_basis.select(
        ags="schluessel",
        stichtag="bis",
        alter_von="alter_von",
        alter_bis="alter_bis",
        geschlecht="geschlecht",
        anzahl=pl.col("wert").cast(pl.Int64),
        basis="basis",
    ).sort("ags", "stichtag", "alter_von", "alter_bis", "geschlecht")


def _stehen_auf_einem_tag(zeilen: pl.DataFrame, sammler: Sammler, umstaende: Umstaende) -> bool:
    """Inhabitants are counted on a day; if the table names months or years, it is asked whether the last day is it."""
    if zeilen.filter(pl.col("von") != pl.col("bis")).is_empty():
        return True
    antwort = umstaende.antwort(
        sammler,
        "jahresende",
        "Die Tabelle nennt Jahre oder Monate. Gelten die Einwohnerzahlen jeweils für den letzten Tag?",
        ("ja", "nein"),
    )
    if antwort == "nein":
        sammler.beanstande("Gespeichert werden Einwohner an einem Stichtag. Bitte die Tabelle mit Stichtagen liefern.")
    return antwort == "ja"


def _merkmale(werte: Werte, zuordnung: Zuordnung, sammler: Sammler, umstaende: Umstaende) -> pl.DataFrame | None:
    pruefe_doppelte(werte, sammler)
    pruefe_summen(werte, sammler)
    bestand = deute_striche(werte.mit_bedeutung(), False, sammler, umstaende)
    tafel = zuordnung.tafel()
    gewaehlt = bestand.drop("auspraegung").join(tafel, on="nummer")
    if tafel.is_empty() and not (sammler.fehler or sammler.fragen):
        sammler.beanstande("Von dieser Tabelle wird nichts übernommen: Kein Wert ist einem Merkmal zugeordnet.")
    unten = kreise_und_gemeinden(gewaehlt, sammler)
    oben = gewaehlt.filter(pl.col("ebene") == str(Ebene.LAND))
    zeilen = pl.concat([oben, unten])
    pruefe_gemeinden(zeilen.select(pl.col("schluessel").alias("ags"), ZEILE), umstaende, sammler)
    if sammler.fehler:
        return None
    rahmen = zeilen.select(
        "merkmal",
        ags="schluessel",
        zeitraum_von="von",
        zeitraum_bis="bis",
        auspraegung="auspraegung",
        alter_von="alter_von",
        alter_bis="alter_bis",
        geschlecht="geschlecht",
        wert="wert",
        zeichen="zeichen",
        basis=pl.lit(""),
        quelle="quelle",
    )
    schluessel = [s for s in Merkmalswerte.column_names() if s not in ("wert", "zeichen")]
    doppelt = rahmen.filter(pl.struct(schluessel).is_duplicated())
    if doppelt.height:
        ort = doppelt.row(0, named=True)
        sammler.beanstande(
            f"Zwei Spalten sind demselben Merkmal zugeordnet ({ort['merkmal']}, {ort['auspraegung']}, {ort['ags']}). "
            "Bitte nur eine von ihnen übernehmen."
        )
    return rahmen.sort("merkmal", "ags", "zeitraum_bis", "auspraegung", "alter_von", "geschlecht")


def kreise_und_gemeinden(zeilen: pl.DataFrame, sammler: Sammler) -> pl.DataFrame:
    """Rows of Kreise and Gemeinden; Hamburg and Berlin as a Kreis where the table has no Kreis row of them.

    Bezirke of Berlin have keys of 8 digits but are no Gemeinden.
    """
    kreise = zeilen.filter(pl.col("ebene") == str(Ebene.KREIS))
    mit_kreis = set(kreise["schluessel"].str.head(2).unique())
    laender = [land for land in LAENDER_OHNE_KREISE if land not in mit_kreis] if mit_kreis else []
    als_kreis = zeilen.filter(pl.col("schluessel").is_in(laender)).with_columns(
        schluessel=pl.col("schluessel") + "000", ebene=pl.lit(str(Ebene.KREIS))
    )
    ohne = zeilen.filter(
        pl.col("ebene") == str(Ebene.LAND), ~pl.col("schluessel").is_in([*mit_kreis, *LAENDER_OHNE_KREISE])
    )
    if mit_kreis and ohne.height:
        namen = ", ".join(sorted(ohne["schluessel"].unique()))
        sammler.warne(f"Für diese Länder steht eine Zahl in der Tabelle, aber keiner ihrer Kreise: {namen}.")
    gemeinden = zeilen.filter(pl.col("ebene") == str(Ebene.GEMEINDE))
    bezirk = pl.col("schluessel").str.starts_with(_BERLIN) & (pl.col("schluessel") != f"{_BERLIN}000000")
    bezirke = gemeinden.filter(bezirk, pl.col("wert").is_not_null())
    if bezirke.height:
        sammler.warne(f"{bezirke['schluessel'].n_unique()} Bezirke von Berlin wurden nicht übernommen.")
    return pl.concat([kreise, als_kreis, gemeinden.filter(~bezirk)])
