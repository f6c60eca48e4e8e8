"""Settings of one installation, from the environment (Contract: SRB_…)."""

import os
import secrets
from functools import lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

PROJEKT = Path(__file__).resolve().parent.parent
"""Root of the project: where the shipped data lie."""


class Einstellungen(BaseSettings):
    """`SRB_DATABASE_URL`, `SRB_RAW_DATABASE_URL`, `SRB_DATA_DIR`, `SRB_SECRET`, `SRB_K`, `SRB_ADRESSE`.

    `adresse`: where people reach the installation, for links in files written without a browser; may be empty.
    """

    model_config = SettingsConfigDict(env_prefix="SRB_", extra="ignore")

    database_url: str = ""
    raw_database_url: str = ""
    data_dir: Path = PROJEKT / "var"
    secret: str = ""
    k: int = 5
    adresse: str = ""

    def datenordner(self) -> Path:
        """`SRB_DATA_DIR`, made if absent."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        return self.data_dir

    def hauptdatenbank(self) -> str:
        """Address of the main database."""
        return self.database_url or f"sqlite:///{self.datenordner() / 'sozialraumblick.db'}"

    def rohdatenbank(self) -> str:
        """Address of the raw database."""
        return self.raw_database_url or f"sqlite:///{self.datenordner() / 'roh.db'}"

    def geheimnis(self) -> bytes:
        """The secret of the installation; made once with mode 0600 if neither set nor stored."""
        return self.secret.encode() if self.secret else geheime_datei(self.datenordner() / "geheimnis")


def geheime_datei(pfad: Path) -> bytes:
    """Content of a key file readable by its owner only; made with 32 random bytes (as text) if absent."""
    if not pfad.exists():
        griff = os.open(pfad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(griff, "wb") as datei:
            datei.write(secrets.token_urlsafe(32).encode())
    return pfad.read_bytes().strip()


@lru_cache(maxsize=1)
def einstellungen() -> Einstellungen:
    """The settings in force; read once a process (tests clear this cache)."""
    return Einstellungen()
