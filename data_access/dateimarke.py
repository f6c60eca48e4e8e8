"""How a file that arrived is known again, without anything outside the raw side that candidates could be tried on."""

import hashlib
import hmac

from data_access.einstellungen import einstellungen


def dateimarke(inhalt: bytes) -> str:
    """Keyed checksum of a file under the secret of the installation (64 hex digits)."""
    return marke_von(hashlib.sha256(inhalt).hexdigest())


def marke_von(sha256: str) -> str:
    """The same from its SHA-256. Most of a file of Fallzahlen is public once it is released: whoever had the plain
    checksum could try the few numbers that are missing until it fits."""
    schluessel = hmac.new(einstellungen().geheimnis(), b"dateimarke", hashlib.sha256).digest()
    return hmac.new(schluessel, sha256.encode(), hashlib.sha256).hexdigest()
