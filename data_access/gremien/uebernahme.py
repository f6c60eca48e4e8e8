"""From the rows of a file of a KIND to rows of the tables. The values are checked already; references are checked here.

A row with the key of a stored one replaces its fields as far as it has columns for them: a column that is missing
leaves what is stored, an empty cell empties it.
"""

from collections.abc import Callable, Sequence
from typing import Final

from data_access.gremien import bewertungszeilen, pflichtzeilen, registerzeilen, sitzungszeilen
from data_access.gremien.buch import Schritt
from data_access.gremien.verweise import Zeile


def uebernimm(schritt: Schritt, kind: str, zeilen: Sequence[Zeile], synthetisch: bool = False) -> None:
    """Write the rows of one KIND. Raises `GremienAbgelehnt` if a row refers to something that is not there."""
    for zeile in registerzeilen.geordnet(schritt, zeilen) if kind == "gremien" else zeilen:
        _UEBERNAHME[kind](schritt, zeile, synthetisch)


_UEBERNAHME: Final[dict[str, Callable[[Schritt, Zeile, bool], None]]] = {
    "vereinbarungen": registerzeilen.uebernimm_vereinbarung,
    "organisationen": registerzeilen.uebernimm_organisation,
    "bestimmungen": registerzeilen.uebernimm_bestimmung,
    "gremien": registerzeilen.uebernimm_gremienzeile,
    "sitze": registerzeilen.uebernimm_sitz,
    "rollen": registerzeilen.uebernimm_rolle,
    "sitzungen": sitzungszeilen.uebernimm_sitzung,
    "teilnahmen": sitzungszeilen.uebernimm_teilnahme,
    "barrierefreiheit": sitzungszeilen.uebernimm_barriere,
    "tops": sitzungszeilen.uebernimm_top,
    "empfehlungen": sitzungszeilen.uebernimm_empfehlung,
    "massnahmen": sitzungszeilen.uebernimm_massnahme,
    "rueckmeldungen": sitzungszeilen.uebernimm_rueckmeldung,
    "bewertungsfragen": bewertungszeilen.uebernimm_frage,
    "bewertungen": bewertungszeilen.uebernimm_bewertung,
    "rechtsgrundlagen": pflichtzeilen.uebernimm_rechtsgrundlage,
    "pflichten": pflichtzeilen.uebernimm_pflicht,
    "nachweise": pflichtzeilen.uebernimm_nachweis,
    "termine": pflichtzeilen.uebernimm_termin,
    "widersprueche": pflichtzeilen.uebernimm_widerspruch,
}
