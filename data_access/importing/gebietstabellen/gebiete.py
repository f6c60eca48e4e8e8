"""Keys of areas in statistics: DG, Land (2 digits), Regierungsbezirk (3), Kreis (5), Gemeinde (8 or 12)."""

import re
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Umstaende
from data_access.importing.schluessel import ags_aus_ars, lies_gebiet, saeubere
from data_access.importing.spalten import uebersetze
from models.vokabular import Ebene

BUND: Final = "DG"
REGBEZ: Final = "regbez"
VERBAND: Final = "verband"
"""Gemeindeverband (9 digits): named in some tables, never taken over."""

_EBENEN: Final = {2: str(Ebene.LAND), 3: REGBEZ, 5: str(Ebene.KREIS), 8: str(Ebene.GEMEINDE), 9: VERBAND}
_VOLL = r"(?:DG|DE|00|(?:0[1-9]|1[0-6])(?:\d|\d{3}|\d{6}|\d{7}|\d{10})?)"
_KURZ = r"(?:[1-9]|[1-9]\d|[1-9]\d{3}|[1-9]\d{6}|[1-9]\d{10})"
VOLL: Final = re.compile(_VOLL, re.ASCII)
"""A key of full length."""
_KURZFORM = re.compile(_KURZ, re.ASCII)

MUSTER: Final = rf"^(?:{_VOLL}|{_KURZ})$".replace(r"\d", "[0-9]")
"""A key, or one that lost its leading zero, for polars."""
MUSTER_FEIN: Final = r"^(?:(?:0[1-9]|1[0-6])(?:[0-9]{3}|[0-9]{6}|[0-9]{10})|[1-9](?:[0-9]{3}|[0-9]{6}|[0-9]{10}))$"
"""The same for Kreise and Gemeinden only: what cannot be a running number."""


def ist_schluessel(text: str | None) -> bool:
    """Whether a cell can be the key of an area."""
    if text is None:
        return False
    sauber = saeubere(text)
    return bool(VOLL.fullmatch(sauber) or _KURZFORM.fullmatch(sauber))


def ebene(schluessel: str) -> str:
    """Level of a key that was read."""
    return str(Ebene.BUND) if schluessel == BUND else _EBENEN[len(schluessel)]


def lies_gebiete(daten: pl.DataFrame, spalte: str, name: str, sammler: Sammler, umstaende: Umstaende) -> pl.Series:
    """The column of keys, read; ARS become AGS. Lost zeros are filled in if the whole column lost them, else asked."""
    texte = {text: saeubere(text) for text in daten[spalte].drop_nulls().unique()}
    kurz = [s for s in texte.values() if not VOLL.fullmatch(s) and _KURZFORM.fullmatch(s)]
    mit_null = any(s.startswith("0") and s != "00" for s in texte.values())
    ergaenzen = bool(kurz)
    if kurz and mit_null:
        antwort = umstaende.antwort(
            sammler,
            "nullen_schluessel",
            f"Bei {len(kurz)} Schlüsseln fehlt eine Ziffer (zum Beispiel {sorted(kurz)[0]}). Ist das die führende "
            "Null, und soll sie ergänzt werden?",
            ("ergaenzen", "ablehnen"),
        )
        ergaenzen = antwort == "ergaenzen"
        if antwort == "ablehnen":
            sammler.beanstande(
                "Einem Teil der Schlüssel fehlt eine Ziffer. Bitte die Spalte als Text formatieren und berichtigen.",
                spalte=name,
                wert=sorted(kurz)[0],
            )
    elif kurz:
        sammler.warne("In der Spalte der Schlüssel fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.")

    def lies(text: str) -> str | None:
        sauber = texte[text]
        if not VOLL.fullmatch(sauber) and _KURZFORM.fullmatch(sauber):
            if not ergaenzen:
                return None
            sauber = f"0{sauber}"
        if sauber in (BUND, "DE", "00"):
            return BUND
        if not VOLL.fullmatch(sauber):
            # For the sentences about keys that are broken in a known way.
            lies_gebiet(sauber)
            raise Mangel("Das ist kein amtlicher Schlüssel. Bitte die Zelle prüfen.")
        return ags_aus_ars(sauber) if len(sauber) == 12 else sauber

    benannt = daten.select(ZEILE, pl.col(spalte).alias(name))
    return uebersetze(benannt, name, lies, pl.String, sammler, leer="Der Schlüssel des Gebiets fehlt.").alias(
        "schluessel"
    )
