"""Who pays for what, by Land: which Stelle must deliver before a number of a theme is whole.

Sources: AG-SGB IX NRW and Rahmenvereinbarung NRW (Landschaftsverband: adults, and of the services for children
Frühförderung, Kita, über Tag und Nacht, Pflegefamilie; Kreis: Schulbegleitung); HAG/SGB IX Hessen (Kreis until the
end of school, then LWV); Kooperationsvereinbarung Werra-Meißner-Kreis 2022, § 8. Other Länder are not entered.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.grundzahlen import GRUNDZAHLEN, HESSEN
from models.vokabular import Thema


class Stelle(StrEnum):
    """The two sides of a Kooperationsregion, either of which may pay."""

    TRAEGER = "traeger"
    KREIS = "kreis"


@dataclass(frozen=True)
class Zustaendigkeit:
    """One payer of a Grundzahl, and for which part of it (`umfang`, empty = for all of it)."""

    stelle: Stelle
    umfang: str = ""


NRW: Final = "05"

_TRAEGER: Final = (Zustaendigkeit(Stelle.TRAEGER),)
_KREIS: Final = (Zustaendigkeit(Stelle.KREIS),)

_ABWEICHEND: Final[dict[str, dict[str, tuple[Zustaendigkeit, ...]]]] = {
    NRW: {
        "minderjaehrige_egh": (
            Zustaendigkeit(Stelle.TRAEGER, "Frühförderung, Kita, über Tag und Nacht, Pflegefamilie"),
            Zustaendigkeit(Stelle.KREIS, "Schulbegleitung"),
        ),
        "lb_schulbegleitung": _KREIS,
    },
    HESSEN: {
        "minderjaehrige_egh": (Zustaendigkeit(Stelle.KREIS, "bis zum Ende der Schulzeit"),),
        "lb_fruehfoerderung": _KREIS,
        "lb_schulbegleitung": _KREIS,
        "schulabgaenger_folgejahr": _KREIS,
        "lb_regelaltersgrenze": _KREIS,
    },
}
"""Land -> Grundzahlen that are not paid by the Träger alone."""

NICHT_ENTHALTEN: Final[dict[str, str]] = {
    Thema.KINDER: (
        "Nicht enthalten: Eingliederungshilfe nach § 35a SGB VIII für Kinder und Jugendliche mit seelischer "
        "Behinderung. Dafür sind die Jugendämter zuständig, auch die der Städte."
    ),
}
"""What no Lieferung of a theme contains, because others pay for it."""


def vereinbart(grundzahl: str, kreis_ags: str) -> bool:
    """Whether the agreements of the Land have this Lieferung."""
    laender = GRUNDZAHLEN[grundzahl].laender
    return not laender or kreis_ags[:2] in laender


def zustaendige(grundzahl: str, kreis_ags: str) -> tuple[Zustaendigkeit, ...]:
    """Who pays in the Land of the Kreis. Empty: not agreed there, or the Land is not entered."""
    land = kreis_ags[:2]
    if land not in _ABWEICHEND or not vereinbart(grundzahl, kreis_ags):
        return ()
    return _ABWEICHEND[land].get(grundzahl, _TRAEGER)
