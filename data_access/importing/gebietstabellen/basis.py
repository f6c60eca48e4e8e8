"""The base of population figures, per Stichtag: by the rule for official figures, by the footnotes, else asked."""

import re
from collections.abc import Sequence
from datetime import date

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import basis_nach_datum, bestimme_basis
from data_access.importing.profil import AMTLICHE_BASEN, Umstaende
from models.vokabular import Basis

_FUSSNOTE = re.compile(
    r"(?:ab|seit)(?: dem)?(?: berichtsjahr| stichtag)?:?\s*(?:\d{1,2}\.\d{1,2}\.)?(\d{4})\b"
    r"[^.]{0,90}?zensus\s+(2011|2022)",
    re.IGNORECASE,
)
_JE_ZENSUS = {"2011": Basis.ZENSUS2011, "2022": Basis.ZENSUS2022}


def basen_der_fussnoten(fuss: Sequence[str]) -> tuple[tuple[int, Basis], ...]:
    """What footnotes say: (first year, base), in order of the years."""
    text = " ".join(" ".join(fuss).split())
    return tuple(sorted((int(t[1]), _JE_ZENSUS[t[2]]) for t in _FUSSNOTE.finditer(text)))


def bekannte_basis(tag: date, fussnoten: Sequence[tuple[int, Basis]]) -> Basis | None:
    """The base at a day, None if neither the rule nor a footnote decides."""
    nach_regel = basis_nach_datum(tag)
    if nach_regel is not None:
        return nach_regel
    gueltig = [basis for jahr, basis in fussnoten if jahr <= tag.year]
    return gueltig[-1] if gueltig else None


def ergaenze_basis(
    zeilen: pl.DataFrame, fuss: Sequence[str], basen: tuple[str, ...], sammler: Sammler, umstaende: Umstaende
) -> pl.DataFrame | None:
    """The rows with `basis`, None if it is asked or refused. `basen`: for tables that no rule covers, the choices."""
    tage = zeilen["bis"].unique().sort().to_list()
    fussnoten = basen_der_fussnoten(fuss)
    bekannt = {tag: None if basen else bekannte_basis(tag, fussnoten) for tag in tage}
    offen = [tag for tag, basis in bekannt.items() if basis is None]
    gilt: dict[date, str] = {tag: str(basis) for tag, basis in bekannt.items() if basis is not None}
    auswahl = basen or AMTLICHE_BASEN
    if offen or len(tage) == 1:
        genannt = bestimme_basis(sammler, umstaende, bekannt[tage[0]] if len(tage) == 1 else None, auswahl)
        if genannt is None:
            return None
        gilt |= dict.fromkeys(offen or tage, genannt)
    elif umstaende.basis and set(gilt.values()) != {umstaende.basis}:
        sammler.beanstande(
            f"Genannt ist die Basis „{umstaende.basis[:40]}“. Die Tabelle hat {len(tage)} Stichtage, deren Grundlage "
            f"feststeht ({', '.join(dict.fromkeys(gilt.values()))}). Bitte die Angabe weglassen."
        )
        return None
    return zeilen.with_columns(basis=pl.col("bis").replace_strict(gilt, default=None, return_dtype=pl.String))
