"""Signatures of packages: Ed25519, with a key that is derived from the secret of the installation (`SRB_SECRET`)."""

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from data_access.einstellungen import einstellungen

ZWECK: Final = b"signatur"
"""Purpose in the derivation (HKDF): the key for breaking ties comes from the same secret and tells nothing of this."""

_VORSATZ: Final = b"sozialraumblick-paket\n"
_GEZEIGT: Final = 32
"""Hex digits shown and compared by telephone: 128 bits, so that nobody finds a second key that looks the same."""

_GRUPPE: Final = 4


def _schluessel(geheimnis: bytes | None) -> Ed25519PrivateKey:
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=ZWECK)
    return Ed25519PrivateKey.from_private_bytes(hkdf.derive(geheimnis or einstellungen().geheimnis()))


def oeffentlicher_schluessel(geheimnis: bytes | None = None) -> str:
    """Public key as 64 hex digits; without `geheimnis` that of this installation."""
    return _schluessel(geheimnis).public_key().public_bytes_raw().hex()


def unterschreibe(nachricht: bytes, geheimnis: bytes | None = None) -> bytes:
    """Signature of 64 bytes over a message."""
    return _schluessel(geheimnis).sign(_VORSATZ + nachricht)


def stimmt(nachricht: bytes, unterschrift: bytes, oeffentlicher: str) -> bool:
    """Whether the holder of the key signed exactly this message."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(oeffentlicher)).verify(unterschrift, _VORSATZ + nachricht)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerabdruck(oeffentlicher: str) -> str:
    """SHA-256 of a public key, as hex."""
    return hashlib.sha256(bytes.fromhex(oeffentlicher)).hexdigest()


def gruppen(abdruck: str) -> str:
    """A fingerprint as it is shown: short groups, to be compared by telephone."""
    return " ".join(abdruck[n : n + _GRUPPE] for n in range(0, _GEZEIGT, _GRUPPE))


def gleicht(genannt: str, abdruck: str) -> bool:
    """Whether somebody named this fingerprint: as shown or in full, with whatever spaces and capitals."""
    eng = "".join(genannt.split()).lower()
    return eng in (abdruck[:_GEZEIGT], abdruck)
