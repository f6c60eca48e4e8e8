"""Who may write, before there are accounts: one key per installation in `SRB_DATA_DIR/zugang` (mode 0600)."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data_access.einstellungen import einstellungen, geheime_datei

KENNZEICHEN: Final = "x-srb-peer"
"""Private header of a WebSocket that comes from this machine; set by `serving.zugang`, never believed from outside."""

KENNWERT: Final = "lokal:" + secrets.token_hex(32)
"""Its value, a secret of this process."""


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


def nachweis(kopfzeilen: Mapping[str, str]) -> bool:
    """Whether a session's headers carry the mark of this server: only then may the key be looked at.

    Ask on every run and before every write, not once: a session can be resumed over another connection.
    """
    gesehen = next((wert for name, wert in kopfzeilen.items() if name.lower() == KENNZEICHEN), "")
    return hmac.compare_digest(gesehen.encode(), KENNWERT.encode())


def der_kommandozeile() -> Schreibrecht:
    """The Schreibrecht of whoever can run commands on this machine."""
    return Schreibrecht("kommandozeile")
