"""Freezing a meeting to the numbers in force: a step like any other, so that the former state stays in the history."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from data_access import abfragen
from data_access.datenbank import sitzung as verbindung
from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.schreibrecht import Schreibrecht
from models.datenstand import Sitzungsdatenstand, datenstand_aus
from models.gremientabellen import Aenderung, Sitzung
from models.tabellen import Lieferung
from models.vokabular import Lieferungsart, Lieferungsstand


def in_kraft(region: str) -> Sitzungsdatenstand:
    """What is in force for a region at this moment."""
    freigaben = abfragen.freigaben([freigabe for _, freigabe in abfragen.stand(region).freigaben])
    eigene = abfragen.region(region)
    return Sitzungsdatenstand(
        freigaben={f.grundzahl: f.id for f in freigaben},
        fassungen={f.grundzahl: f.fassung for f in freigaben},
        k={f.grundzahl: f.k for f in freigaben},
        einwohner=_hoechste(Lieferungsart.EINWOHNER),
        merkmale=_hoechste(Lieferungsart.MERKMALE),
        haupteinteilung=(eigene.haupteinteilung_id or "") if eigene else "",
    )


def halte_fest(recht: Schreibrecht, region: str, sitzung_id: str, jetzt: datetime) -> Sitzung:
    """Freeze a meeting to what is in force. Raises `GremienAbgelehnt` if it is frozen already."""
    with schritt(recht, region, "Datenstand der Sitzung festgehalten", jetzt) as offen:
        sitzung = _sitzung(offen, sitzung_id)
        if sitzung.datenstand is not None:
            raise GremienAbgelehnt(
                "Der Datenstand dieser Sitzung ist schon festgehalten. Wenn die Papiere neuere Zahlen zeigen sollen, "
                "wählen Sie „Neu festhalten“. Der bisherige Stand bleibt im Verlauf."
            )
        return _setze(offen, sitzung, region, jetzt)


def halte_neu_fest(recht: Schreibrecht, region: str, sitzung_id: str, jetzt: datetime) -> Sitzung:
    """Freeze a frozen meeting anew. Raises `GremienAbgelehnt` if there is nothing to renew, or nothing has changed."""
    with schritt(recht, region, "Datenstand der Sitzung neu festgehalten", jetzt) as offen:
        sitzung = _sitzung(offen, sitzung_id)
        if sitzung.datenstand is None:
            raise GremienAbgelehnt(
                "Für diese Sitzung ist noch kein Datenstand festgehalten. Bitte „Datenstand festhalten“ wählen."
            )
        if datenstand_aus(sitzung.datenstand) == in_kraft(region):
            raise GremienAbgelehnt(
                "Seit dem festgehaltenen Stand hat sich nichts geändert. Die Papiere zeigen schon die Zahlen von heute."
            )
        return _setze(offen, sitzung, region, jetzt)


def fruehere(sitzung: Sitzung) -> list[datetime]:
    """When a meeting was frozen before the state it has now, the newest first."""
    frage = (
        select(Aenderung.nachher)
        .where(Aenderung.tabelle == Sitzung.__tablename__, Aenderung.schluessel == sitzung.id)
        .order_by(col(Aenderung.id).desc())
    )
    with verbindung() as s:
        zeiten = dict.fromkeys(str((nachher or {}).get("eingefroren_am") or "") for nachher in s.exec(frage))
    return [datetime.fromisoformat(zeit) for zeit in zeiten if zeit not in ("", bild(sitzung)["eingefroren_am"])]


def _sitzung(offen: Schritt, sitzung_id: str) -> Sitzung:
    gefunden = offen.s.get(Sitzung, sitzung_id)
    if gefunden is None:
        raise GremienAbgelehnt("Diese Sitzung gibt es nicht mehr. Bitte die Seite neu laden.")
    return gefunden


def _setze(offen: Schritt, sitzung: Sitzung, region: str, jetzt: datetime) -> Sitzung:
    neu = bild(sitzung) | {"datenstand": in_kraft(region).als_objekt(), "eingefroren_am": jetzt.isoformat()}
    offen.setze(Sitzung.model_validate(neu))
    return Sitzung.model_validate(neu)


def _hoechste(art: Lieferungsart) -> int:
    frage = select(func.max(Lieferung.nummer)).where(
        Lieferung.art == art, Lieferung.stand == Lieferungsstand.GESPEICHERT
    )
    with verbindung() as s:
        return s.exec(frage).one() or 0
