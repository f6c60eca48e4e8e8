"""A signed protected cube as an imported file: what it says about itself, before anybody is believed."""

from typing import Final

from data_access.importing.befund import Sammler
from data_access.importing.gelesen import Gelesen
from data_access.paket import oeffne
from data_access.signatur import gruppen
from models.vokabular import Lieferungsart

PROFIL: Final = "wuerfel"
NAME: Final = "ein Paket geschützter Zahlen"


def lies_paket(inhalt: bytes) -> Gelesen:
    """The package with a finding "ok"; its rows are its cubes. Raises `NichtLesbar` if it was damaged."""
    paket = oeffne(inhalt)
    befund = Sammler(PROFIL, "utf-8")
    befund.stichtage = tuple(
        sorted({tag.isoformat() for eintrag in paket.manifest.wuerfel for tag in eintrag.stichtage})
    )
    befund.zeilen = len(paket.manifest.wuerfel)
    befund.warne(f"Geschützt geliefert von {paket.manifest.absender.name}, Schlüssel {gruppen(paket.fingerabdruck)}.")
    return Gelesen(befund.befund(), Lieferungsart.WUERFEL, quelle=paket.manifest.absender.name, paket=paket)
