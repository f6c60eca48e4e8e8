"""The signed protected cube (KIND `wuerfel`): what a package says about itself, and what counts as well formed."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from models.schutz import Schutzangaben, angaben_aus

FORMAT: Final = 1
"""Version of the format. A reader takes exactly this one."""

ART: Final = "sozialraumblick-wuerfel"
"""Mark of a package, first in its manifest."""

GESCHUETZT_VON: Final = "geschuetzt_von"
"""Key in `Freigabe.quellen` of a cube that arrived protected: name of the installation that protected it.

Beside it: `fingerabdruck` of its key, `fassung` and `freigegeben_am` there.
"""

NAME_HOECHSTENS: Final = 200
"""Longest name in a package, in characters."""

_ZEICHEN: Final = r"\w .,;()&/'’–+-"
_Text = Annotated[str, Field(pattern=rf"^[{_ZEICHEN}]+$", min_length=1, max_length=NAME_HOECHSTENS)]
"""A name: letters, digits and what stands between words. Nothing that a page could take for a link or a picture."""
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Objekt = dict[str, JsonValue]
_ANGABEN: Final = TypeAdapter(Schutzangaben)


def als_json(angaben: Schutzangaben) -> dict[str, JsonValue]:
    """Protection facts as a package holds them: plain JSON values."""
    objekt: dict[str, JsonValue] = json.loads(json.dumps(angaben.als_objekt()))
    return objekt


def _gueltige_angaben(objekt: _Objekt) -> _Objekt:
    """Protection facts with the right types and no key that this version does not know."""
    try:
        gelesen = _ANGABEN.validate_json(json.dumps(objekt), strict=True)
    except ValidationError as fehler:
        raise ValueError(str(fehler)) from fehler
    bekannt = als_json(gelesen)
    if fremde := [name for name, wert in objekt.items() if name not in bekannt or bekannt[name] != wert]:
        raise ValueError(f"unbekannt: {', '.join(fremde)}")
    return objekt


class _Streng(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Quellangabe(_Streng):
    """Who delivered to the sender, and on which day the newest file of theirs arrived there."""

    absender: _Text
    eingegangen_am: date


class Traegerangabe(_Streng):
    """The Träger of the region, as the sender has it."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    name: _Text
    kurz: _Text


class Regionsangabe(_Streng):
    """The region by the key of its Kreis (5 digits); how it is called here is the receiver's matter."""

    kreis_ags: Annotated[str, Field(pattern=r"^\d{5}$")]
    name: _Text
    traeger: Traegerangabe


class Absenderangabe(_Streng):
    """The installation that protected the cubes: its name and its public key (Ed25519, 64 hex digits)."""

    name: _Text
    schluessel: _Sha256


class Wuerfelangabe(_Streng):
    """One cube: which Freigabe of the sender it is and under which rules it was made.

    `wahrheiten`: Stichtag -> keyed checksum of the truth, which only the sender can compute. `pruefbericht`: the audit.
    `sha256`, `gliederung_sha256`: of the members (`wuerfelname`, `gliederungsname`).
    """

    grundzahl: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
    fassung: Annotated[int, Field(ge=1, le=1_000_000)]
    freigegeben_am: date
    stichtage: Annotated[tuple[date, ...], Field(min_length=1, max_length=200)]
    angaben: Annotated[_Objekt, AfterValidator(_gueltige_angaben)]
    wahrheiten: dict[date, _Sha256]
    pruefbericht: _Objekt
    quellen: Annotated[tuple[Quellangabe, ...], Field(max_length=50)]
    synthetisch: bool
    sha256: _Sha256
    gliederung_sha256: _Sha256 | None = None

    @property
    def schutz(self) -> Schutzangaben:
        """The protection facts as a record."""
        return angaben_aus(self.angaben)

    @property
    def teile(self) -> dict[str, str]:
        """Members of the package that hold this cube -> their SHA-256."""
        teile = {wuerfelname(self.grundzahl): self.sha256}
        if self.gliederung_sha256 is not None:
            teile[gliederungsname(self.grundzahl)] = self.gliederung_sha256
        return teile


class Manifest(_Streng):
    """What is signed. `erstellt_am`: when the file was written."""

    art: Literal["sozialraumblick-wuerfel"] = ART
    format: Literal[1] = FORMAT
    region: Regionsangabe
    absender: Absenderangabe
    erstellt_am: datetime
    synthetisch: bool
    wuerfel: Annotated[tuple[Wuerfelangabe, ...], Field(min_length=1, max_length=200)]

    def als_bytes(self) -> bytes:
        """The manifest as JSON, byte for byte the same for the same content."""
        objekt = self.model_dump(mode="json")
        return (json.dumps(objekt, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def als_name(text: str) -> str:
    """A name as a package may hold it: other characters become spaces, what is too long is cut."""
    erlaubt = re.sub(rf"[^{_ZEICHEN}]", " ", text)
    return " ".join(erlaubt.split())[:NAME_HOECHSTENS].strip() or "ohne Namen"


def wuerfelname(grundzahl: str) -> str:
    """Name of the member with the cube of a Grundzahl."""
    return f"wuerfel/{grundzahl}.parquet"


def gliederungsname(grundzahl: str) -> str:
    """Name of the member with its second cube, by age and sex."""
    return f"wuerfel/{grundzahl}.gliederung.parquet"


def bestanden(pruefbericht: Mapping[str, object]) -> bool:
    """Whether an audit report says that the audit was passed. Anything else, an empty report too, is a no."""
    return pruefbericht.get("bestanden") is True


def geprueft_am(pruefbericht: Mapping[str, object]) -> date | None:
    """Day of the audit, if the report names it."""
    try:
        return datetime.fromisoformat(str(pruefbericht.get("geprueft_am"))).date()
    except ValueError:
        return None


def geschuetzt_von(quellen: Sequence[Mapping[str, str]]) -> Mapping[str, str] | None:
    """The source of a Freigabe that says who protected its cube; None if that happened here."""
    return next((quelle for quelle in quellen if GESCHUETZT_VON in quelle), None)
