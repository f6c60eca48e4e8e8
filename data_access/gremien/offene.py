"""Which recommendations a meeting still has to hear of. One rule for the agenda, the view Rücklauf and the papers.

What a part of a Gremium recommends (a workshop) goes to the Gremium it belongs to: both hear of it until its end.
"""

from sqlmodel import Session, col, select

from data_access.gremien.buch import GremienAbgelehnt
from models.gremientabellen import Empfehlung, Gremium, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus


def gehoert_zu(gremium: Gremium, anderes: str) -> bool:
    """Whether what a Gremium recommends is heard by the Gremium with the id `anderes`: itself, or the one above it."""
    return anderes in (gremium.id, gremium.uebergeordnet_id)


def verlange_spaetere(s: Session, empfehlung: Empfehlung, sitzung: Sitzung) -> None:
    """Raises `GremienAbgelehnt` unless the meeting is a later one that hears of the recommendation."""
    herkunft = s.get_one(Sitzung, s.get_one(Top, empfehlung.top_id).sitzung_id)
    if herkunft.datum >= sitzung.datum or not gehoert_zu(s.get_one(Gremium, herkunft.gremium_id), sitzung.gremium_id):
        raise GremienAbgelehnt(
            f"Die Empfehlung „{kurz(empfehlung.text)}“ stammt aus der Sitzung vom {herkunft.datum:%d.%m.%Y}. Berichten "
            "lässt sich nur in einer späteren Sitzung desselben Gremiums oder des übergeordneten. Bitte dort eintragen."
        )


def kurz(text: str) -> str:
    """A text as it is named in a sentence."""
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def ist_beendet(empfehlung: Empfehlung, zuletzt_gesagt: str | None) -> bool:
    """Whether nothing is left to report: done, or refused with a reason, and a meeting was told so.

    `zuletzt_gesagt`: the state that the latest meeting before was told; None if none was told anything.
    """
    if zuletzt_gesagt != empfehlung.status:
        return False
    abgelehnt = empfehlung.status == Empfehlungsstatus.ABGELEHNT and bool(empfehlung.grund)
    return abgelehnt or empfehlung.status == Empfehlungsstatus.ERLEDIGT


def offene(s: Session, sitzung: Sitzung) -> list[Empfehlung]:
    """The recommendations of earlier meetings of the Gremium and its parts that are not finished before this one."""
    eigene = [g.id for g in s.exec(select(Gremium)) if gehoert_zu(g, sitzung.gremium_id)]
    fruehere = s.exec(
        select(Empfehlung)
        .join(Top, col(Top.id) == col(Empfehlung.top_id))
        .join(Sitzung, col(Sitzung.id) == col(Top.sitzung_id))
        .where(col(Sitzung.gremium_id).in_(eigene), col(Sitzung.datum) < sitzung.datum)
    )
    gesagt: dict[str, str] = {}
    for empfehlung, status in s.exec(
        select(Rueckmeldung.empfehlung_id, Rueckmeldung.status)
        .join(Sitzung, col(Sitzung.id) == col(Rueckmeldung.sitzung_id))
        .where(col(Sitzung.datum) < sitzung.datum)
        .order_by(col(Sitzung.datum), Sitzung.id)
    ):
        gesagt[empfehlung] = status
    return [e for e in fruehere if not ist_beendet(e, gesagt.get(e.id))]
