"""Duties of the small Kreis: few, each of another kind, so that every status can be worked out by hand."""

from datetime import date
from typing import Any

from tests.gremien import REGISTER, RUNDE, SITZUNGEN, trage_ein

K = "kleinkreis"
VON = date(2023, 1, 1)


def pflicht(rule: str, titel: str, pruefung: str, zustaendig: str, **mehr: Any) -> dict[str, Any]:
    """A row of the KIND `pflichten`."""
    return {
        "rule": rule,
        "region": K,
        "titel": titel,
        "wortlaut": f"Wortlaut zu {titel}",
        "klausel": "§ 8",
        "art": "pflicht",
        "zustaendig": zustaendig,
        "pruefung": pruefung,
        "gilt_von": VON,
        **mehr,
    }


PFLICHTEN: dict[str, list[dict[str, Any]]] = {
    "pflichten": [
        pflicht("R01", "Runde tagt einmal", "sitzungen", "gremium", gremium=RUNDE, minimum=1, monat=12, tag=31),
        pflicht("R08", "Schulabgänge nennen", "mitteilung", "kreis", monat=4, tag=30, bezugsjahr="folgejahr"),
        pflicht("R10", "Anzahl mitteilen", "mitteilung", "traeger", monat=4, tag=30, bezugsjahr="vorjahr"),
        pflicht("R16", "Regelung bei Pflege", "einmalig", "partner", klausel="§ 8 a"),
        pflicht("R21", "Kündigung", "kuendigung", "partner", art="recht", klausel="§ 12"),
    ]
}


def lege_pflichten_an() -> None:
    """The register, the meetings and the duties of the small Kreis, entered."""
    trage_ein(REGISTER, SITZUNGEN, PFLICHTEN)
