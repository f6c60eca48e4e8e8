"""Seats and presence as a frame: one row a count, so that what is unknown has no number and says why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import polars as pl

from analysis.gremien.anwesenheit import Anwesenheit, Zaehlung
from analysis.gremien.plaetze import Plaetze
from models.gremientabellen import Sitzung
from models.vokabular import INSGESAMT, Status
from presentation.texts.anwesenheitstafeln import anwesend
from presentation.texts.eingetragen import MINDESTENS
from presentation.texts.gremien import GRUPPEN

NICHT_EINGETRAGEN: Final = "nicht_eingetragen"
NICHT_GENANNT: Final = "nicht_genannt"

Zeile = tuple[str, date | None, str, str, str, int | None, int | None, str, str]
_Angabe = tuple[int | None, int | None, str]
_SPALTEN: Final[dict[str, type[pl.DataType]]] = {
    "gremium": pl.String,
    "sitzung": pl.Date,
    "gruppe": pl.String,
    "gruppenname": pl.String,
    "was": pl.String,
    "wert": pl.Int64,
    "mindestens": pl.Int64,
    "status": pl.String,
    "synthetisch": pl.String,
}


def rahmen(zeilen: Sequence[Zeile]) -> pl.DataFrame:
    """The rows as a frame. `wert`: an exact count; `mindestens`: a lower bound where a part is k. A."""
    return pl.DataFrame(zeilen, schema=_SPALTEN, orient="row")


def platzzeilen(
    gremium: str, plaetze: Mapping[str, Plaetze], gruppen: Sequence[str], synthetisch: bool
) -> Iterator[Zeile]:
    """The seats that the register names for each group."""
    for gruppe in gruppen:
        platz = plaetze.get(gruppe)
        if platz is None:
            angabe: _Angabe = (None, None, NICHT_GENANNT)
        elif platz.anzahl is not None and platz.ohne_zahl:
            angabe = (None, platz.anzahl, MINDESTENS)
        else:
            angabe = _angabe(Zaehlung(platz.anzahl))
        yield (gremium, None, gruppe, GRUPPEN[gruppe], "plaetze_vereinbart", *angabe, _ja(synthetisch))


def sitzungszeilen(sitzung: Sitzung, da: Anwesenheit, gruppen: Sequence[str], sprach: bool = False) -> Iterator[Zeile]:
    """Who was there, by group and all in all; `sprach`: and who used the right to speak."""
    for gruppe in (*gruppen, INSGESAMT):
        ganz = gruppe == INSGESAMT
        zahlen = [("anwesend", da.gesamt if ganz else anwesend(da, gruppe))]
        if sprach and da.gesprochen:
            zahlen.append(("gesprochen", da.insgesamt["rederecht_genutzt"] if ganz else da.gesprochen.get(gruppe)))
        for was, zahl in zahlen:
            wo = (sitzung.gremium_id, sitzung.datum, gruppe, GRUPPEN[gruppe], was)
            yield (*wo, *_angabe(zahl), _ja(sitzung.synthetisch))


def _angabe(zahl: Zaehlung | None) -> _Angabe:
    """Exact count, lower bound, status."""
    if zahl is None:
        return None, None, NICHT_EINGETRAGEN
    if zahl.zahl is None:
        return None, None, str(Status.KEINE_ANGABE)
    return (None, zahl.zahl, MINDESTENS) if zahl.mindestens else (zahl.zahl, None, str(Status.GEZEIGT))


def _ja(wert: bool) -> str:
    return "ja" if wert else "nein"
