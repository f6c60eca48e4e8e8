"""KIND `grenzen`: boundaries of Gemeinden, Kreise, Länder with official keys, in any projection with a definition.

Written for VG250 of the Bundesamt für Kartographie und Geodäsie (attributes AGS, RS or ARS, GEN, BEZ, GF, WSK or
BEGINN), but a key is all it takes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import dataframely as dy
import numpy as np
import polars as pl
import shapely
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

from data_access.importing.befund import Sammler
from data_access.importing.gebietsnamen import GEMEINDEFREI, kreisname, saeubere
from data_access.importing.gelesen import Gelesen
from data_access.importing.geodatei import Schicht, lies_schichten
from data_access.importing.grenzangaben import lies_quelle, lies_tag, spalte
from data_access.importing.grenzpruefung import pruefe_flaechen, pruefe_lage, pruefe_ueberschneidung
from data_access.importing.mangel import NichtLesbar
from data_access.importing.profil import Umstaende
from data_access.importing.schluessel import Nullen, ags_aus_ars, ergaenze, fuehrende_nullen
from data_access.importing.schluessel import saeubere as saeubere_schluessel
from models.rahmen import Gebietsregister, Grenzflaechen
from models.vokabular import Ebene, Lieferungsart

PROFIL: Final = "grenzen"
NAME: Final = "eine Datei mit Gebietsgrenzen"
"""Completes "Das ist …"."""

ETRS89: Final = 4258
"""Longitude and latitude as the German surveys have them. WGS 84 agrees within a metre; from older systems there is one
best way to ETRS89, but several to WGS 84 that differ."""

FLAECHENTREU: Final = 3035
"""EPSG code of ETRS89-LAEA Europe: areas in m² are true all over Germany, in a zone of UTM only in its middle."""

DEFINITIONEN: Final = ("EPSG:25832", "EPSG:25833", "EPSG:31467", "EPSG:31466", "EPSG:31468", "EPSG:3857", "EPSG:4326")
"""What a file without definition can be in: UTM 32 and 33, Gauß-Krüger 3, 2 and 4, web maps, degrees."""

EBENEN: Final = {2: Ebene.LAND, 5: Ebene.KREIS, 8: Ebene.GEMEINDE}
"""Level by the length of the key."""

_SCHLUESSEL: Final = ("ags", "ars", "rs", "gemeindeschluessel", "schluessel")
_BREITEN: Final = (2, 5, 8, 12)
_NAMEN: Final = ("gen", "name", "gebiet")
_LAND_MIT_STRUKTUR: Final = 4


@dataclass(frozen=True)
class _Teil:
    ags: str
    ars: str
    name: str
    bezeichnung: str
    form: BaseGeometry


def lies_grenzen(inhalt: bytes, umstaende: Umstaende) -> Gelesen:
    """Read boundaries out of a file of geometry. Raises `NichtLesbar` if there is none in it."""
    sammler = Sammler(PROFIL, "utf-8")
    schichten = [s for s in lies_schichten(inhalt) if spalte(s, _SCHLUESSEL)]
    if not schichten:
        raise NichtLesbar(
            "In der Datei steht keine Fläche mit einem amtlichen Schlüssel. "
            f"Gebraucht wird ein Merkmal mit dem Namen {', '.join(n.upper() for n in _SCHLUESSEL[:3])}."
        )
    sammler.kodierung = schichten[0].kodierung
    gewaehlt = _schichten(schichten, umstaende, sammler)
    teile = [teil for schicht in gewaehlt for teil in _teile(schicht, umstaende, sammler)]
    tag = lies_tag(gewaehlt, umstaende, sammler)
    if not teile and not sammler.fragen:
        sammler.beanstande("In der Datei steht kein Land, kein Kreis und keine Gemeinde. Bitte die Ebene prüfen.")
    quelle = lies_quelle(umstaende, sammler)
    rahmen = _rahmen(teile, umstaende, sammler) if teile else None
    befund = sammler.befund()
    if befund.status != "ok" or rahmen is None or tag is None:
        return Gelesen(befund, Lieferungsart.GRENZEN, quelle=quelle or "")
    return Gelesen(
        befund,
        Lieferungsart.GRENZEN,
        quelle=quelle or "",
        grenzen=Grenzflaechen.validate(rahmen, cast=True),
        register=_register(teile, tag),
    )


def _schichten(schichten: list[Schicht], umstaende: Umstaende, sammler: Sammler) -> list[Schicht]:
    """All layers, if each level is in one of them only; else the one that is named."""
    ebenen = [{len(s) for s in _schluessel(schicht, Sammler(PROFIL, ""))} & set(_BREITEN) for schicht in schichten]
    brauchbar = [(schicht, e) for schicht, e in zip(schichten, ebenen, strict=True) if e]
    if len(brauchbar) < 2 or not set.intersection(*(e for _, e in brauchbar)):
        return [schicht for schicht, _ in brauchbar]
    namen = tuple(schicht.name for schicht, _ in brauchbar)
    antwort = umstaende.antwort(sammler, "schicht", "Welche Schicht der Datei gilt?", namen)
    return [schicht for schicht, _ in brauchbar if schicht.name == antwort]


def _schluessel(schicht: Schicht, sammler: Sammler) -> list[str]:
    """The keys of a layer, AGS where they can be told apart from others; padded if the whole column lost its zeros."""
    feld = spalte(schicht, _SCHLUESSEL)
    werte = schicht.merkmale[feld] if feld else ()
    texte = [saeubere_schluessel(str(int(w)) if isinstance(w, float) and w == w else str(w or "")) for w in werte]
    nullen = fuehrende_nullen(texte, _BREITEN)
    if nullen == Nullen.UNEINHEITLICH:
        sammler.warne("Einem Teil der Schlüssel fehlt eine Ziffer. Diese Flächen wurden nicht gelesen.")
    if nullen == Nullen.VERLOREN:
        sammler.warne("Den Schlüsseln fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.")
        texte = [ergaenze(t, _BREITEN) for t in texte]
    return texte


def _teile(schicht: Schicht, umstaende: Umstaende, sammler: Sammler) -> list[_Teil]:
    """The areas of a layer in WGS 84, not yet dissolved."""
    crs = schicht.crs or _gefragt(schicht, umstaende, sammler)
    schluessel = _schluessel(schicht, sammler)
    behalten = _landflaechen(schicht, sammler)
    nummern: list[int] = []
    ohne_form, andere = 0, 0
    for nummer, text in enumerate(schluessel):
        if nummer not in behalten:
            continue
        gut = text.isdecimal() and text.isascii() and len(text) in _BREITEN and "01" <= text[:2] <= "16"
        form = schicht.formen[nummer]
        if not gut:
            andere += 1
        elif form is None or form.is_empty or "Polygon" not in form.geom_type:
            ohne_form += 1
        else:
            nummern.append(nummer)
    if andere:
        sammler.warne(
            f"{andere} Flächen gehören zu anderen Ebenen (zum Beispiel Regierungsbezirk, Gemeindeverband) oder haben "
            "keinen amtlichen Schlüssel. Sie wurden nicht gelesen."
        )
    if ohne_form:
        sammler.warne(f"{ohne_form} Gebiete haben keine Fläche. Sie wurden nicht gelesen.")
    if crs is None or not nummern:
        return []
    formen = _nach_wgs84(_repariert([schicht.formen[n] for n in nummern], sammler), crs)
    namen, bezeichnungen = (_texte(schicht, spalten) for spalten in (_NAMEN, ("bez", "bezeichnung")))
    return [
        _Teil(
            ags_aus_ars(schluessel[n]) if len(schluessel[n]) == 12 else schluessel[n],
            schluessel[n],
            namen[n],
            bezeichnungen[n],
            form,
        )
        for n, form in zip(nummern, formen, strict=True)
    ]


def _texte(schicht: Schicht, namen: Sequence[str]) -> list[str]:
    feld = spalte(schicht, namen)
    werte: Sequence[Any] = schicht.merkmale[feld] if feld else [""] * len(schicht.formen)
    return [saeubere(str(wert or "")) for wert in werte]


def _gefragt(schicht: Schicht, umstaende: Umstaende, sammler: Sammler) -> CRS | None:
    antwort = umstaende.antwort(
        sammler,
        "crs",
        "Die Datei sagt nicht, in welchem Koordinatensystem sie gezeichnet ist. Welches gilt? "
        "(EPSG:25832 ist UTM 32, üblich in NRW und Hessen; EPSG:31467 Gauß-Krüger 3; EPSG:4326 Grad)",
        DEFINITIONEN,
    )
    return CRS.from_user_input(antwort) if antwort else None


def _landflaechen(schicht: Schicht, sammler: Sammler) -> set[int]:
    """Features that are land. VG250 draws waters of a Gemeinde as features of their own (GF other than 4)."""
    feld = spalte(schicht, ("gf",))
    alle = set(range(len(schicht.formen)))
    if feld is None:
        return alle
    land = {n for n, wert in enumerate(schicht.merkmale[feld]) if str(wert).split(".")[0] == str(_LAND_MIT_STRUKTUR)}
    if not land:
        sammler.warne("Keine Fläche hat GF 4 (Land). Es gelten alle Flächen.")
        return alle
    return land


def _repariert(formen: Sequence[BaseGeometry | None], sammler: Sammler) -> list[BaseGeometry]:
    feld = np.array(formen, dtype=object)
    krank = ~shapely.is_valid(feld)
    if krank.any():
        feld[krank] = [_nur_flaechen(f) for f in shapely.make_valid(feld[krank], method="structure")]
        sammler.warne(
            f"{int(krank.sum())} Flächen waren ungültig gezeichnet (zum Beispiel überkreuzt) und wurden geheilt."
        )
    return list(feld)


def _nur_flaechen(form: BaseGeometry) -> BaseGeometry:
    """The polygons of a healed shape: lines that a broken ring left over are no area."""
    return shapely.union_all([t for t in shapely.get_parts(form) if t.geom_type in ("Polygon", "MultiPolygon")])


def umrechner(von: CRS, nach: int) -> Callable[[Any], Any]:
    """A function for `shapely.transform`: points (x, y) from one system into another. Longitude comes first."""
    rechner = Transformer.from_crs(von, CRS.from_epsg(nach), always_xy=True)
    return lambda punkte: np.column_stack(rechner.transform(punkte[:, 0], punkte[:, 1]))


def _nach_wgs84(formen: list[BaseGeometry], crs: CRS) -> list[BaseGeometry]:
    if crs.to_epsg() == 4326 or crs == CRS.from_user_input("OGC:CRS84"):
        return formen
    return list(shapely.transform(np.array(formen, dtype=object), umrechner(crs, ETRS89)))


def _rahmen(teile: list[_Teil], umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    """The areas dissolved by key, measured and checked."""
    nach_ags: dict[str, list[_Teil]] = {}
    for teil in teile:
        nach_ags.setdefault(teil.ags, []).append(teil)
    schluessel = sorted(nach_ags)
    formen = np.array([shapely.union_all([t.form for t in nach_ags[a]]) for a in schluessel], dtype=object)
    sammler.zeilen = sammler.zellen = len(schluessel)
    if not pruefe_lage(formen, sammler):
        return None
    in_metern = shapely.transform(formen, umrechner(CRS.from_epsg(4326), FLAECHENTREU))
    km2 = dict(zip(schluessel, (shapely.area(in_metern) / 1e6).tolist(), strict=True))
    ebenen = [str(EBENEN[len(a)]) for a in schluessel]
    for ebene in dict.fromkeys(ebenen):
        eigene = [n for n, e in enumerate(ebenen) if e == ebene]
        sammler.summen[ebene] = {"flaeche_km2": round(sum(km2[schluessel[n]] for n in eigene), 2)}
        namen = [f"{nach_ags[schluessel[n]][0].name} ({schluessel[n]})" for n in eigene]
        pruefe_ueberschneidung(in_metern[eigene], namen, sammler)
    pruefe_flaechen(km2, {a: t[0].name for a, t in nach_ags.items()}, umstaende.register.flaechen, sammler)
    _pruefe_bekannte(schluessel, umstaende, sammler)
    return pl.DataFrame(
        {
            "ags": schluessel,
            "ebene": ebenen,
            "name": [_name(nach_ags[a][0]) for a in schluessel],
            "flaeche_km2": [km2[a] for a in schluessel],
            "geometrie": list(shapely.to_wkb(shapely.orient_polygons(formen, exterior_cw=False))),
        }
    )


def _pruefe_bekannte(schluessel: Sequence[str], umstaende: Umstaende, sammler: Sammler) -> None:
    """Name keys that the register does not have; what became of them is said where it is known."""
    register = umstaende.register
    fremd = [a for a in schluessel if len(a) == 8 and a[:5] in register.kreise and a not in register.gemeinden]
    sammler.unbekannt = tuple(a for a in fremd if a not in register.aenderungen)
    if sammler.unbekannt:
        sammler.warne(
            f"{len(sammler.unbekannt)} Schlüssel stehen nicht im Verzeichnis der Gebiete. "
            "Diese Flächen werden gespeichert und erst gezeichnet, wenn ihr Gebiet bekannt ist."
        )
    for ags in fremd:
        if ags in register.aenderungen:
            sammler.warne(register.aenderungen[ags])


def _name(teil: _Teil) -> str:
    return kreisname(teil.name, teil.bezeichnung) if len(teil.ags) == 5 else teil.name or teil.ags


def _register(teile: list[_Teil], tag: date) -> dy.DataFrame[Gebietsregister]:
    """Names and keys for the register; official areas come from the Gemeindeverzeichnis only."""
    erste = {teil.ags: teil for teil in reversed(teile)}
    return Gebietsregister.validate(
        pl.DataFrame(
            [
                {
                    "ags": ags,
                    "ars": teil.ars,
                    "ebene": str(EBENEN[len(ags)]),
                    "name": _name(teil),
                    "name_amtlich": teil.name or ags,
                    "flaeche_km2": None,
                    "gemeindefrei": bool(GEMEINDEFREI.search(f"{teil.name} {teil.bezeichnung}")),
                    "gueltig_von": tag,
                }
                for ags, teil in sorted(erste.items())
            ],
            schema_overrides={"flaeche_km2": pl.Float64},
        ),
        cast=True,
    )
