"""Writing the degree of participation of the items of a meeting: what one side enters leaves the other as it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, TypedDict

from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.tagesordnung import einzeilig, hole_sitzung
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Gremium, Sitzung, Top, Vorgang
from models.gremienworte import Sitzungsstatus

NIEDRIGSTE: Final = 1
HOECHSTE: Final = 9
"""First and last of the steps."""
LAENGSTE_BEGRUENDUNG: Final = 600
"""Letters of a reason."""


class Stufen(TypedDict, total=False):
    """What is entered about one item; what is left out stays. None: not rated."""

    stufe_verwaltung: int | None
    stufe_selbstvertretung: int | None
    begruendung: str


def bewerte(
    recht: Schreibrecht, region: str, sitzung_id: str, je_punkt: Mapping[str, Stufen], jetzt: datetime
) -> Vorgang:
    """Enter the steps of several items (id -> what changes) of one meeting in one step.

    Raises `GremienAbgelehnt` if the meeting was not held, an item is not on its agenda, a step is none of 1 to 9, or
    there is a reason without a step.
    """
    with schritt(recht, region, "Beteiligung bewertet", jetzt) as offen:
        sitzung = hole_sitzung(offen, sitzung_id)
        kurz = offen.s.get_one(Gremium, sitzung.gremium_id).kurz
        offen.vorgang.was = f"Beteiligung bewertet: {kurz}, Sitzung am {sitzung.datum:%d.%m.%Y}"
        if sitzung.status != Sitzungsstatus.STATTGEFUNDEN:
            raise GremienAbgelehnt(
                f"Die Sitzung am {sitzung.datum:%d.%m.%Y} ist nicht als stattgefunden eingetragen. Bewertet wird, was "
                "beraten wurde. Bitte zuerst bei der Sitzung eintragen, dass sie stattgefunden hat."
            )
        for top_id, werte in je_punkt.items():
            offen.setze(_bewertet(_punkt(offen, sitzung, top_id), werte))
        return offen.vorgang


def _punkt(offen: Schritt, sitzung: Sitzung, top_id: str) -> Top:
    top = offen.s.get(Top, top_id)
    if top is None or top.sitzung_id != sitzung.id:
        raise GremienAbgelehnt(
            "Ein Punkt steht nicht mehr auf dieser Tagesordnung. Nichts ist gespeichert. Bitte die Seite neu laden."
        )
    return top


def _bewertet(top: Top, werte: Stufen) -> Top:
    neu = Top.model_validate(
        {**bild(top), **werte, "begruendung": einzeilig(werte.get("begruendung", top.begruendung))}
    )
    stufen = (neu.stufe_verwaltung, neu.stufe_selbstvertretung)
    for stufe in stufen:
        if stufe is not None and not NIEDRIGSTE <= stufe <= HOECHSTE:
            raise GremienAbgelehnt(
                f"Punkt {top.nummer}: Die Stufe {stufe} gibt es nicht. Erlaubt sind {NIEDRIGSTE} bis {HOECHSTE}. "
                "Bitte eine davon wählen."
            )
    if neu.begruendung and stufen == (None, None):
        raise GremienAbgelehnt(
            f"Punkt {top.nummer} hat eine Begründung, aber keine Stufe. Nichts ist gespeichert. "
            "Bitte für eine Seite eine Stufe wählen oder die Begründung leeren."
        )
    if len(neu.begruendung) > LAENGSTE_BEGRUENDUNG:
        raise GremienAbgelehnt(
            f"Die Begründung zu Punkt {top.nummer} hat {len(neu.begruendung)} Zeichen. "
            f"Erlaubt sind {LAENGSTE_BEGRUENDUNG}. Bitte kürzen."
        )
    return neu
