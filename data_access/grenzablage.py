"""Storing boundaries of a Lieferung: simplified for the screen on the lines that neighbours share."""

import hashlib
import json
from datetime import date, timedelta
from typing import Any, Final

import dataframely as dy
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from sqlalchemy import delete
from sqlmodel import Session, col, select

from data_access.abfragen import ALLE_REGIONEN, GRENZEN
from data_access.datenbank import sitzung
from data_access.einstellungen import einstellungen
from data_access.register import trage_ein
from data_access.schreiben import erhoehe
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Gebietsaenderungen, Gebietsregister, Grenzflaechen
from models.tabellen import Gebiet, Gebietsaenderung, Grenzausgabe, Lieferung
from models.vokabular import Ebene

ORDNER: Final = "grenzen"
"""Folder of the simplified boundaries below `SRB_DATA_DIR`."""

TOLERANZ_M: Final = 100.0
"""What may be lost, in metres: about half a pixel when a Kreis fills the screen."""

_METER: Final = 3035
_STELLEN: Final = 5  # about 1 m
_VON_JEHER: Final = date(1950, 1, 1)
_FEINSTE_ZUERST: Final = (Ebene.GEMEINDE, Ebene.KREIS, Ebene.LAND)


def vereinfache(flaechen: dy.DataFrame[Grenzflaechen]) -> bytes:
    """The areas as GeoJSON for the screen, one feature a line; each level simplified as a whole, without gaps."""
    hin, zurueck = (Transformer.from_crs(*paar, always_xy=True) for paar in ((4326, _METER), (_METER, 4326)))
    zeilen: list[str] = []
    for (_,), gruppe in flaechen.sort("ags").group_by("ebene", maintain_order=True):
        formen = shapely.transform(np.array(shapely.from_wkb(gruppe["geometrie"].to_list()), dtype=object), _mit(hin))
        einfach = shapely.transform(shapely.coverage_simplify(formen, TOLERANZ_M), _mit(zurueck))
        rund = shapely.transform(einfach, lambda punkte: punkte.round(_STELLEN))
        # Rounding may fold a sliver; its unrounded outline differs by less than a metre.
        heil = np.where(shapely.is_valid(rund), rund, einfach)
        for ags, name, form in zip(gruppe["ags"], gruppe["name"], heil, strict=True):
            geometrie = mapping(shapely.orient_polygons(form, exterior_cw=True))
            feature = {"type": "Feature", "properties": {"ags": ags, "name": name}, "geometry": geometrie}
            zeilen.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(zeilen) + "\n]}\n").encode()


def _mit(rechner: Transformer) -> Any:
    return lambda punkte: np.column_stack(rechner.transform(punkte[:, 0], punkte[:, 1]))


def speichere_grenzen(
    recht: Schreibrecht,
    lieferung: Lieferung,
    flaechen: dy.DataFrame[Grenzflaechen],
    register: dy.DataFrame[Gebietsregister] | None,
) -> None:
    """Enter a Lieferung of boundaries: the file first, then its rows in one transaction, which is the commit point."""
    inhalt = vereinfache(flaechen)
    ordner = einstellungen().datenordner() / ORDNER
    ordner.mkdir(exist_ok=True)
    datei = f"{ORDNER}/{lieferung.id}.geojson"
    vorlaeufig = ordner / f"{lieferung.id}.neu"
    vorlaeufig.write_bytes(inhalt)
    vorlaeufig.replace(ordner / f"{lieferung.id}.geojson")
    ebenen = set(flaechen["ebene"])
    with sitzung() as s:
        s.add(lieferung)
        s.flush()
        s.add(
            Grenzausgabe(
                lieferung_id=lieferung.id,
                ebene=next(str(e) for e in _FEINSTE_ZUERST if e in ebenen),
                gueltig_am=date.fromisoformat(lieferung.stichtage[-1]),
                quelle=lieferung.quelle,
                datei=datei,
                pruefsumme=hashlib.sha256(inhalt).hexdigest(),
                gebiete=flaechen.height,
            )
        )
        if register is not None:
            trage_ein(s, register, verzeichnis=False)
        erhoehe(s, ALLE_REGIONEN, GRENZEN)


def speichere_aenderungen(
    recht: Schreibrecht, lieferung: Lieferung, aenderungen: dy.DataFrame[Gebietsaenderungen]
) -> None:
    """Enter changes of territory, with the dissolved areas and their names as closed areas of the register."""
    with sitzung() as s:
        s.add(lieferung)
        s.flush()
        _schreibe_aenderungen(s, lieferung, aenderungen)
        erhoehe(s, ALLE_REGIONEN, GRENZEN)


def _schreibe_aenderungen(s: Session, lieferung: Lieferung, aenderungen: dy.DataFrame[Gebietsaenderungen]) -> None:
    bekannt = set(s.exec(select(Gebiet.ags)))
    for z in aenderungen.iter_rows(named=True):
        # What a newer file says about the same two areas replaces what was said before.
        s.execute(
            delete(Gebietsaenderung).where(
                col(Gebietsaenderung.alt_ags) == z["alt_ags"], col(Gebietsaenderung.neu_ags) == z["neu_ags"]
            )
        )
        felder = {f: z[f] for f in ("alt_ags", "neu_ags", "datum", "grund")}
        s.add(Gebietsaenderung(**felder, quelle=lieferung.id))
        if z["alt_ags"] not in bekannt and z["alt_name"]:
            bekannt.add(z["alt_ags"])
            s.add(_aufgeloest(z["alt_ags"], z["alt_name"], z["datum"]))


def _aufgeloest(ags: str, name: str, datum: date) -> Gebiet:
    """A dissolved area, so that its name can be said."""
    gemeinde = len(ags) == 8
    return Gebiet(
        ags=ags,
        ars=ags,
        ebene=Ebene.GEMEINDE if gemeinde else Ebene.KREIS,
        name=name,
        name_amtlich=name,
        kreis_ags=ags[:5] if gemeinde else None,
        land_ags=ags[:2],
        gueltig_von=_VON_JEHER,
        gueltig_bis=datum - timedelta(days=1),
    )
