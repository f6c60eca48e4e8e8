"""Flat files of GENESIS-Online ("ffcsv"), one row a value: Statistik_Code;…, or the newer statistics_code;….

Code and label of every Merkmal stand side by side; the empty code means the total. The Merkmal whose codes are keys
of areas gives the area; the others break the value down.
"""

import re
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gebietstabellen.aufbau import Aufbau, Wertspalte
from data_access.importing.gebietstabellen.ergebnis import (
    Angaben,
    als_einwohner,
    als_merkmale,
    fingerabdruck,
    melde_uebersicht,
)
from data_access.importing.gebietstabellen.gebiete import MUSTER
from data_access.importing.gebietstabellen.merkmalswahl import ordne_zu
from data_access.importing.gebietstabellen.werte import Werte, lies_gebietsspalte, lies_werte, lies_zeiten
from data_access.importing.gebietstabellen.worte import Bedeutung, deute
from data_access.importing.gebietstabellen.zuordnung import BEVOELKERUNG
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.profil import Datei, Profil, Umstaende, melde_kaputte_zellen
from models.vokabular import Lieferungsart

_KOPF_SPAETESTENS: Final = 10
_ALT: Final = {"statistik": "statistik_code", "statistikname": "statistik_label", "zeit": "zeit"}
_NEU: Final = {"statistik": "statistics_code", "statistikname": "statistics_label", "zeit": "time"}
_GRUPPE = re.compile(
    r"(\d+)_(?:merkmal_(?P<was>code|label)|auspraegung_(?P<wert>code|label)|"
    r"variable_(?P<was_neu>code|label)|variable_attribute_(?P<wert_neu>code|label))"
)
_WERTSPALTE = re.compile(r"[A-Z0-9]{3,}__(.+?)(?:__(.+))?", re.IGNORECASE)
_INSGESAMT: Final = "Insgesamt"


@dataclass(frozen=True)
class _Kopf:
    stelle: int
    orte: dict[str, str]
    namen: dict[str, str]


def _finde_kopf(gitter: Gitter) -> _Kopf | None:
    for stelle, (_, zeile) in enumerate(gitter.oben(_KOPF_SPAETESTENS)):
        namen = {ort: text for ort, text in zip(gitter.spalten, zeile, strict=True) if text}
        klein = {text.casefold(): ort for ort, text in reversed(namen.items())}
        for form in (_ALT, _NEU):
            if all(name in klein for name in form.values()) and any(_GRUPPE.fullmatch(n) for n in klein):
                return _Kopf(stelle, {was: klein[name] for was, name in form.items()} | klein, namen)
    return None


def _gruppen(kopf: _Kopf) -> dict[str, dict[str, str]]:
    """Number of a Merkmal -> its columns by "code", "label", "wertcode", "wertlabel"."""
    gruppen: dict[str, dict[str, str]] = {}
    for name, ort in kopf.orte.items():
        if treffer := _GRUPPE.fullmatch(name):
            was = treffer["was"] or treffer["was_neu"]
            wert = treffer["wert"] or treffer["wert_neu"]
            gruppen.setdefault(treffer[1], {})[was or f"wert{wert}"] = ort
    return {nummer: g for nummer, g in gruppen.items() if {"wertcode", "wertlabel"} <= set(g)}


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    melde_kaputte_zellen(datei, sammler)
    kopf = _finde_kopf(gitter)
    if kopf is None:
        raise AssertionError("recognised without a header")
    daten = gitter.zellen.slice(kopf.stelle + 1)
    sammler.zeilen = daten.height
    aufbau = _aufbau(daten, kopf, sammler)
    abdruck = fingerabdruck(PROFIL.id, [*kopf.namen.values(), *_einzige(daten, kopf.orte["statistikname"])])
    werte = None if aufbau is None else _werte(aufbau, kopf, gitter.aus_xlsx, sammler, umstaende)
    if werte is None or aufbau is None:
        return Gelesen(sammler.befund(), PROFIL.art, fingerabdruck=abdruck)
    statistiken = _einzige(daten, kopf.orte["statistik"])
    quelle = f"{', '.join(aufbau.titel)} ({', '.join(statistiken)})"
    angaben = Angaben(aufbau.titel, (), quelle, abdruck)
    melde_uebersicht(werte, sammler)
    _pruefe_vollstaendig(werte, sammler, umstaende)
    if statistiken == [BEVOELKERUNG] and werte.lang.filter(pl.col("von") != pl.col("bis")).is_empty():
        return als_einwohner(werte, angaben, sammler, umstaende)
    return als_merkmale(werte, ordne_zu(werte, statistiken[0], sammler, umstaende), angaben, sammler, umstaende)


def _einzige(daten: pl.DataFrame, ort: str) -> list[str]:
    return list(daten[ort].drop_nulls().unique(maintain_order=True))


def _aufbau(daten: pl.DataFrame, kopf: _Kopf, sammler: Sammler) -> Aufbau | None:
    """The table in the form of the other readers; None with the reason if a part is missing."""
    statistiken = _einzige(daten, kopf.orte["statistik"])
    if len(statistiken) != 1:
        sammler.beanstande(
            "In der Datei steht keine oder mehr als eine Statistik. Bitte je Statistik eine Datei liefern.",
            spalte="Statistik_Code",
            wert=", ".join(statistiken[:3]) or None,
        )
    gruppen = _gruppen(kopf)
    raum = [g for g in gruppen.values() if _sind_schluessel(daten[g["wertcode"]].drop_nulls())]
    if len(raum) != 1:
        sammler.beanstande(
            "In der Datei ist nicht genau eine Spalte mit Schlüsseln von Gebieten (Länder, Kreise oder Gemeinden). "
            "Bitte die Tabelle mit regionaler Gliederung herunterladen."
        )
        return None
    mass, spalten = _wertspalten(kopf, sammler)
    if not spalten or sammler.fehler:
        return None
    andere = [g["wertlabel"] for g in gruppen.values() if g is not raum[0]]
    return Aufbau(
        titel=tuple(_einzige(daten, kopf.orte["statistikname"])),
        schluessel=raum[0]["wertcode"],
        name=raum[0]["wertlabel"],
        zeit=kopf.orte["zeit"],
        gliederung=(*mass, *andere),
        spalten=spalten,
        daten=daten.with_columns(pl.col(andere).fill_null(_INSGESAMT)),
        zeilenzeiten=(None,) * daten.height,
        fuss=(),
        hat_ende=True,
        fremd=(),
        texte=(),
        gesamt=(),
        leer=(),
        exceltage=False,
        kopfzeilen=1,
    )


def _sind_schluessel(codes: pl.Series) -> bool:
    return 2 * int(codes.str.contains(MUSTER).sum()) > len(codes)


def _wertspalten(kopf: _Kopf, sammler: Sammler) -> tuple[tuple[str, ...], tuple[Wertspalte, ...]]:
    """Columns that name the measure in every row, and columns of values (CODE__Label__Unit, or `value`)."""
    neu = kopf.orte.get("value")
    if neu and (label := kopf.orte.get("value_variable_label")):
        einheit = (kopf.orte["value_unit"],) if "value_unit" in kopf.orte else ()
        return (label, *einheit), (Wertspalte(neu, (), None),)
    spalten = []
    for ort, name in kopf.namen.items():
        if treffer := _WERTSPALTE.fullmatch(name):
            spalten.append(Wertspalte(ort, tuple(t for t in treffer.groups() if t), None))
    if not spalten:
        sammler.beanstande("Die Spalte mit den Werten fehlt (CODE__Name__Einheit). Bitte die Datei neu herunterladen.")
    return (), tuple(spalten)


def _werte(aufbau: Aufbau, kopf: _Kopf, aus_xlsx: bool, sammler: Sammler, umstaende: Umstaende) -> Werte | None:
    daneben = [s for s in aufbau.daten.columns if s not in kopf.namen and s != ZEILE]
    for zeile in aufbau.daten.filter(~pl.all_horizontal(pl.col(daneben).is_null()))[ZEILE] if daneben else ():
        sammler.beanstande("In dieser Zeile steht mehr, als die Kopfzeile Spalten hat.", zeile=zeile)
    for spalte in aufbau.spalten:
        for zeile in aufbau.daten.filter(pl.col(spalte.ort).is_null())[ZEILE]:
            sammler.beanstande(
                "Der Wert fehlt. Bitte die Datei unverändert neu herunterladen.",
                zeile=zeile,
                spalte=" · ".join(spalte.teile) or "value",
            )
    gebiete = lies_gebietsspalte(aufbau, sammler, umstaende)
    zeiten = lies_zeiten(aufbau, sammler, umstaende)
    if zeiten is None or (gebiete["schluessel"].null_count() and not sammler.fehler):
        return None

    def bedeutung(teile: tuple[str, ...], worte: tuple[str, ...]) -> Bedeutung:
        return deute((*teile, *worte), "", "")

    return lies_werte(aufbau, gebiete, zeiten, bedeutung, aus_xlsx, sammler, umstaende)


def _pruefe_vollstaendig(werte: Werte, sammler: Sammler, umstaende: Umstaende) -> None:
    """Every area has every time and breakdown in such a file; if not, rows are missing and it is asked."""
    alle = werte.lang.select("schluessel", "titel")
    erwartet = alle["schluessel"].n_unique() * alle["titel"].n_unique()
    fehlen = erwartet - alle.unique().height
    if fehlen <= 0 or sammler.fehler:
        return
    letzte = werte.lang.row(-1, named=True)
    antwort = umstaende.antwort(
        sammler,
        "vollstaendig",
        f"Es fehlen {fehlen} von {erwartet} möglichen Werten (letzte Zeile: {letzte[ZEILE]}, {letzte['schluessel']}, "
        f"{letzte['titel']}). Ist die Datei vollständig?",
        ("ja", "nein"),
    )
    if antwort == "nein":
        sammler.beanstande(
            "Die Datei ist nicht vollständig. Bitte neu herunterladen.", zeile=letzte[ZEILE], wert=letzte["schluessel"]
        )


PROFIL: Final = Profil(
    id="genesis-flach",
    name="eine flache Tabelle aus GENESIS-Online (ffcsv)",
    art=str(Lieferungsart.MERKMALE),
    amtlich=True,
    erkennt=lambda gitter: _finde_kopf(gitter) is not None,
    lies=_lies,
)
