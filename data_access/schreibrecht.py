"""Who may write, before there are accounts: one key per installation in `SRB_DATA_DIR/zugang` (mode 0600)."""

import hmac
from dataclasses import dataclass

from data_access.einstellungen import einstellungen, geheime_datei


class KeinSchreibrecht(Exception):
    """The key is wrong; the message is for the screen."""


@dataclass(frozen=True)
class Schreibrecht:
    """Proof that the caller may write. Every write demands one; it is made here and nowhere else."""

    herkunft: str


def zugangsschluessel() -> str:
    """The key of this installation, made on first use."""
    return geheime_datei(einstellungen().datenordner() / "zugang").decode()


def erteile(schluessel: str) -> Schreibrecht:
    """A Schreibrecht for the right key; raises `KeinSchreibrecht` otherwise."""
    if not hmac.compare_digest(schluessel.encode(), zugangsschluessel().encode()):
        raise KeinSchreibrecht(
            "Dieser Schlüssel passt nicht. Den gültigen Link zeigt „make run“ beim Start; er steht auch in der Datei "
            "„zugang“ im Datenordner."
        )
    return Schreibrecht("daten")


def der_kommandozeile() -> Schreibrecht:
    """The Schreibrecht of whoever can run commands on this machine."""
    return Schreibrecht("kommandozeile")
