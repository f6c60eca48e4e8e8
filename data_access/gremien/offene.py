"""Which recommendations a meeting still has to hear of. One rule for the agenda that is written and the page shown."""

from sqlmodel import Session, col, select

from models.gremientabellen import Empfehlung, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus


def ist_beendet(empfehlung: Empfehlung, zuletzt_gesagt: str | None) -> bool:
    """Whether nothing is left to report: done, or refused with a reason, and a meeting was told so.

    `zuletzt_gesagt`: the state that the latest meeting before was told; None if none was told anything.
    """
    if zuletzt_gesagt != empfehlung.status:
        return False
    abgelehnt = empfehlung.status == Empfehlungsstatus.ABGELEHNT and bool(empfehlung.grund)
    return abgelehnt or empfehlung.status == Empfehlungsstatus.ERLEDIGT


def offene(s: Session, sitzung: Sitzung) -> list[Empfehlung]:
    """The recommendations of earlier meetings of the same Gremium that are not finished before this one."""
    fruehere = s.exec(
        select(Empfehlung)
        .join(Top, col(Top.id) == col(Empfehlung.top_id))
        .join(Sitzung, col(Sitzung.id) == col(Top.sitzung_id))
        .where(Sitzung.gremium_id == sitzung.gremium_id, col(Sitzung.datum) < sitzung.datum)
    )
    gesagt: dict[str, str] = {}
    for empfehlung, status in s.exec(
        select(Rueckmeldung.empfehlung_id, Rueckmeldung.status)
        .join(Sitzung, col(Sitzung.id) == col(Rueckmeldung.sitzung_id))
        .where(col(Sitzung.datum) < sitzung.datum)
        .order_by(col(Sitzung.datum))
    ):
        gesagt[empfehlung] = status
    return [e for e in fruehere if not ist_beendet(e, gesagt.get(e.id))]
