"""The closed lists of duties in words, as they stand on screen, in files and in calendars."""

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


def zustaendig(pflicht: Pflicht) -> str:
    """Who has it, and towards whom."""
    wer = ZUSTAENDIGE[pflicht.zustaendig]
    return f"{wer}, gegenüber: {pflicht.empfaenger}" if pflicht.empfaenger else wer
