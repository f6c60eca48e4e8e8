"""Areas that population tables name officially: Land, Kreis and Gemeinde with keys, names, official km²."""

from datetime import date
from typing import Any, Final

import dataframely as dy
import polars as pl

from data_access.importing.gebietsnamen import GEMEINDEFREI, gemeindename, kreisname, saeubere
from data_access.importing.mangel import Mangel
from data_access.importing.schluessel import ags_aus_ars
from data_access.importing.zellen import lies_dezimal
from models.rahmen import Gebietsregister
from models.vokabular import Ebene

_GVISYS: Final = {"10": Ebene.LAND, "40": Ebene.KREIS, "60": Ebene.GEMEINDE}
"""Satzart -> level."""

_TEILE: Final = {Ebene.LAND: ("land",), Ebene.KREIS: ("land", "rb", "kreis")}
_BREITEN: Final = {"land": 2, "rb": 1, "kreis": 2, "vb": 4, "gem": 3}
_BEZEICHNUNG: Final = {"41": "Stadt", "42": "Stadt", "43": "Kreis", "44": "Landkreis"}
"""Textkennzeichen of a Kreis -> what it calls itself."""

_UNBEWOHNT: Final = ("65", "66")
"""Textkennzeichen of areas without a Gemeinde, inhabited or not."""

_STADT: Final = "000"
"""End of the key of a city that is its own Kreis."""

_KREIS_STATT_LANDKREIS: Final = ("01", "05")
"""Länder whose Kreise are called "Kreis": Schleswig-Holstein and Nordrhein-Westfalen."""


def aus_gvisys(tabelle: pl.DataFrame, tag: date) -> dy.DataFrame[Gebietsregister]:
    """The register out of the rows of a Gemeindeverzeichnis (columns satzart, textkennzeichen, gemeindename, flaeche,
    and the five parts of the key), already checked."""
    zeilen = []
    for zeile in tabelle.filter(pl.col("satzart").is_in(list(_GVISYS))).iter_rows(named=True):
        ebene = _GVISYS[zeile["satzart"]]
        teile = _TEILE.get(ebene, tuple(_BREITEN))
        if any(not zeile[teil] for teil in teile) or not zeile.get("gemeindename"):
            continue
        ars = "".join(zeile[teil].zfill(_BREITEN[teil]) for teil in teile)
        kennzeichen = zeile.get("textkennzeichen") or ""
        frei = kennzeichen in _UNBEWOHNT
        zeilen.append(
            _zeile(ars, ebene, zeile["gemeindename"], tag, _BEZEICHNUNG.get(kennzeichen, ""), _km2(zeile), frei)
        )
    return _rahmen(zeilen)


def aus_zensus(tabelle: pl.DataFrame, tag: date) -> dy.DataFrame[Gebietsregister]:
    """The register out of the rows of the Zensus table (columns ars, name and ebene, which is a level or null)."""
    zeilen = []
    bekannt = tabelle.filter(pl.col("ebene").is_not_null(), pl.col("name").is_not_null())
    staedte = {ars[:5] for ars in bekannt["ars"] if len(ars) == 12 and ars.endswith(_STADT)}
    for ars, name, ebene in bekannt.select("ars", "name", "ebene").iter_rows():
        kreis = "Kreis" if ars[:2] in _KREIS_STATT_LANDKREIS else "Landkreis"
        zeilen.append(_zeile(ars, Ebene(ebene), name, tag, "Stadt" if ars in staedte else kreis))
    return _rahmen(zeilen)


def _zeile(
    ars: str, ebene: Ebene, name: str, tag: date, bezeichnung: str, km2: float | None = None, frei: bool = False
) -> dict[str, Any]:
    return {
        "ags": ags_aus_ars(ars) if ebene == Ebene.GEMEINDE else ars,
        "ars": ars,
        "ebene": ebene.value,
        "name": kreisname(name, bezeichnung) if ebene == Ebene.KREIS else gemeindename(name),
        "name_amtlich": saeubere(name),
        "flaeche_km2": km2,
        "gemeindefrei": frei or bool(GEMEINDEFREI.search(name)),
        "gueltig_von": tag,
    }


def _km2(zeile: dict[str, Any]) -> float | None:
    try:
        return float(lies_dezimal(zeile["flaeche"])) if zeile.get("flaeche") else None
    except Mangel:
        return None


def _rahmen(zeilen: list[dict[str, Any]]) -> dy.DataFrame[Gebietsregister]:
    if not zeilen:
        return Gebietsregister.create_empty()
    rahmen = pl.DataFrame(zeilen, schema_overrides={"flaeche_km2": pl.Float64}, infer_schema_length=None)
    return Gebietsregister.validate(rahmen.unique("ags", keep="first", maintain_order=True), cast=True)
