"""Words for duties: what the statuses are called on screen, in files and on the command line."""

from typing import Final

from models.pflichttabellen import Pflicht
from models.pflichtworte import Pflichtstatus, Zustaendig

STATUSWORTE: Final[dict[str, str]] = {
    Pflichtstatus.ERFUELLT: "erfüllt",
    Pflichtstatus.OFFEN: "offen",
    Pflichtstatus.UEBERFAELLIG: "überfällig",
    Pflichtstatus.KEIN_BELEG: "kein Beleg",
    Pflichtstatus.NICHT_ANWENDBAR: "nicht anwendbar",
    Pflichtstatus.RECHTSSTAND_PRUEFEN: "Rechtsstand prüfen",
    Pflichtstatus.WIDERSPRUECHLICH: "widersprüchlich",
}
ZUSTAENDIGE: Final[dict[str, str]] = {
    Zustaendig.TRAEGER: "Träger",
    Zustaendig.KREIS: "Kreis",
    Zustaendig.PARTNER: "beide Partner",
    Zustaendig.GESCHAEFTSFUEHRUNG: "Geschäftsführung",
    Zustaendig.GREMIUM: "Gremium",
}
VERDECKT: Final = "nicht freigegeben"
"""What stands where the state of an instance is kept back."""
KEIN_TAG: Final = "ohne Tag"
"""What stands for the last day where no clause names one."""
NICHT_BELEGBAR: Final = "nicht belegbar"
"""How a direction is counted: no entry can prove it."""


def statuswort(status: Pflichtstatus | None) -> str:
    """The word of a status; None is one that is kept back."""
    return STATUSWORTE[status] if status else VERDECKT


def zustaendig(pflicht: Pflicht) -> str:
    """Who has it, and towards whom."""
    wer = ZUSTAENDIGE[pflicht.zustaendig]
    return f"{wer}, gegenüber: {pflicht.empfaenger}" if pflicht.empfaenger else wer
