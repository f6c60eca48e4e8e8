"""Writing recommendations: what was asked for, the answer, the measures, and what a later meeting is told."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, select

from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.offene import kurz, verlange_spaetere
from data_access.gremien.pruefung import maengel
from data_access.gremien.tagesordnung import einzeilig, hole_sitzung, mit_ruecklauf
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Empfehlung, Massnahme, Rueckmeldung, Sitzung, Top, Vorgang
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus

LAENGSTER_TEXT = 2000
"""Letters of any text about a recommendation."""
MIT_GRUND = (Empfehlungsstatus.ABGELEHNT, Empfehlungsstatus.TEILWEISE)
"""Whoever refuses, wholly or in part, owes the reason."""


@dataclass(frozen=True)
class Antwort:
    """The answer to a recommendation. `am` None: the day is not known. `grund`: why not, or not wholly."""

    status: str
    text: str = ""
    am: date | None = None
    grund: str = ""


@dataclass(frozen=True)
class Vorhaben:
    """A measure. `verantwortlich` is an office, never a person; `bis` a working date."""

    text: str
    verantwortlich: str = ""
    bis: date | None = None
    status: str = Massnahmenstatus.OFFEN
    grund: str = ""


def empfehle(
    recht: Schreibrecht,
    region: str,
    top_id: str,
    text: str,
    von_gruppe: str | None,
    an: str,
    jetzt: datetime,
    empfehlung_id: str | None = None,
) -> tuple[Vorgang, Empfehlung]:
    """Enter what an item led to, or change the words of the recommendation with `empfehlung_id`."""
    text, an = _text(text, "Die Empfehlung"), _text(an, "Die Stelle", leer=True)
    with schritt(recht, region, f"Empfehlung „{kurz(text)}“ eingetragen", jetzt) as offen:
        if empfehlung_id:
            alt = _hole(offen, empfehlung_id)
            offen.vorgang.was = f"Empfehlung „{kurz(text)}“ geändert"
            werte = bild(alt)
        else:
            werte = {"id": _neues_kuerzel(offen, top_id), "top_id": top_id}
        neu = Empfehlung.model_validate({**werte, "text": text, "von_gruppe": von_gruppe, "an": an})
        offen.setze(neu)
        return offen.vorgang, neu


def beantworte(recht: Schreibrecht, region: str, empfehlung_id: str, antwort: Antwort, jetzt: datetime) -> Vorgang:
    """Enter the answer. Refused without a reason, or dated before its meeting, it is not taken."""
    with schritt(recht, region, "Empfehlung beantwortet", jetzt) as offen:
        alt = _hole(offen, empfehlung_id)
        offen.vorgang.was = f"Empfehlung „{kurz(alt.text)}“ beantwortet"
        grund = _text(antwort.grund, "Der Grund", leer=True)
        if antwort.status in MIT_GRUND and not grund:
            raise GremienAbgelehnt(
                "Wer eine Empfehlung ablehnt oder nur teilweise annimmt, nennt den Grund. "
                "Bitte in einem Satz eintragen."
            )
        _verlange("empfehlungen", {"datum": _sitzung_der(offen, alt).datum, "antwort_am": antwort.am})
        neu = Empfehlung.model_validate(
            {
                **bild(alt),
                "status": Empfehlungsstatus(antwort.status),
                "antwort": _text(antwort.text, "Die Antwort", leer=True),
                "antwort_am": antwort.am,
                "grund": grund,
            }
        )
        offen.setze(neu)
        return offen.vorgang


def setze_massnahme(
    recht: Schreibrecht,
    region: str,
    empfehlung_id: str,
    vorhaben: Vorhaben,
    jetzt: datetime,
    massnahme_id: str | None = None,
) -> tuple[Vorgang, Massnahme]:
    """Enter a measure, or change the one with `massnahme_id`."""
    text, grund = _text(vorhaben.text, "Die Maßnahme"), _text(vorhaben.grund, "Der Grund", leer=True)
    _verlange("massnahmen", {"status": vorhaben.status, "grund": grund})
    was = f"Maßnahme „{kurz(text)}“ {'geändert' if massnahme_id else 'eingetragen'}"
    with schritt(recht, region, was, jetzt) as offen:
        _hole(offen, empfehlung_id)
        if massnahme_id:
            _verlange_massnahme(offen, massnahme_id)
        stamm = f"m-{empfehlung_id.removeprefix('e-')}"
        neu = Massnahme(
            id=massnahme_id or offen.freies_kuerzel(Massnahme, stamm),
            empfehlung_id=empfehlung_id,
            text=text,
            verantwortlich=_text(vorhaben.verantwortlich, "Die Stelle", leer=True),
            bis=vorhaben.bis,
            status=Massnahmenstatus(vorhaben.status),
            grund=grund,
        )
        offen.setze(neu)
        return offen.vorgang, neu


def loesche(recht: Schreibrecht, region: str, zeile: Empfehlung | Massnahme, jetzt: datetime) -> Vorgang:
    """Delete a recommendation with everything that followed from it, or one measure. It can be undone."""
    art = "Empfehlung" if isinstance(zeile, Empfehlung) else "Maßnahme"
    with schritt(recht, region, f"{art} „{kurz(zeile.text)}“ gelöscht", jetzt) as offen:
        _hole(offen, zeile.id if isinstance(zeile, Empfehlung) else zeile.empfehlung_id)
        if isinstance(zeile, Massnahme):
            _verlange_massnahme(offen, zeile.id)
        offen.loesche(zeile)
        return offen.vorgang


def melde_zurueck(
    recht: Schreibrecht, region: str, empfehlung_id: str, sitzung_id: str, status: str, text: str, jetzt: datetime
) -> Vorgang:
    """What a later meeting is told about a recommendation. The latest report is also where it stands.

    Told before there was an answer, it is the answer; the reason of a refusal is taken from its words.
    """
    text = _text(text, "Der Bericht", leer=True)
    with schritt(recht, region, "Rückmeldung eingetragen", jetzt) as offen:
        alt, sitzung = _hole(offen, empfehlung_id), hole_sitzung(offen, sitzung_id)
        offen.vorgang.was = f"Rückmeldung am {sitzung.datum:%d.%m.%Y} zu „{kurz(alt.text)}“"
        verlange_spaetere(offen.s, alt, sitzung)
        grund = alt.grund or (text if status in MIT_GRUND else "")
        if status in MIT_GRUND and not grund:
            raise GremienAbgelehnt(
                "Wer eine Empfehlung ablehnt oder nur teilweise annimmt, nennt den Grund. Bitte im Bericht eintragen."
            )
        mit_ruecklauf(offen, sitzung)
        neu = Rueckmeldung(
            id=f"{empfehlung_id}/{sitzung_id}",
            empfehlung_id=empfehlung_id,
            sitzung_id=sitzung_id,
            status=Empfehlungsstatus(status),
            text=text,
        )
        offen.setze(neu)
        if not _spaetere(offen, empfehlung_id, sitzung):
            ist_antwort = status != Empfehlungsstatus.OFFEN and not (alt.antwort or alt.antwort_am)
            antwort = {"antwort": text, "antwort_am": sitzung.datum} if ist_antwort else {}
            offen.setze(Empfehlung.model_validate({**bild(alt), **antwort, "status": status, "grund": grund}))
        return offen.vorgang


def _text(text: str, was: str, leer: bool = False) -> str:
    text = einzeilig(text)
    if not text and not leer:
        raise GremienAbgelehnt(f"{was} ist noch leer. Bitte in einem Satz eintragen.")
    if len(text) > LAENGSTER_TEXT:
        raise GremienAbgelehnt(f"{was} hat {len(text)} Zeichen. Erlaubt sind {LAENGSTER_TEXT}. Bitte kürzen.")
    return text


def _verlange(kind: str, zeile: dict[str, object]) -> None:
    """Raises `GremienAbgelehnt` with the first thing that contradicts itself, as a file would be refused."""
    for _, satz in maengel(kind, zeile):
        raise GremienAbgelehnt(satz)


def _hole(offen: Schritt, empfehlung_id: str) -> Empfehlung:
    empfehlung = offen.s.get(Empfehlung, empfehlung_id)
    if empfehlung is None:
        raise GremienAbgelehnt("Diese Empfehlung gibt es nicht mehr. Bitte die Seite neu laden.")
    _sitzung_der(offen, empfehlung)
    return empfehlung


def _verlange_massnahme(offen: Schritt, massnahme_id: str) -> None:
    if offen.s.get(Massnahme, massnahme_id) is None:
        raise GremienAbgelehnt("Diese Maßnahme gibt es nicht mehr. Bitte die Seite neu laden.")


def _sitzung_der(offen: Schritt, empfehlung: Empfehlung) -> Sitzung:
    return _sitzung_des_punktes(offen, empfehlung.top_id)


def _sitzung_des_punktes(offen: Schritt, top_id: str) -> Sitzung:
    top = offen.s.get(Top, top_id)
    if top is None:
        raise GremienAbgelehnt("Diesen Punkt gibt es nicht mehr. Bitte die Seite neu laden.")
    return hole_sitzung(offen, top.sitzung_id)


def _neues_kuerzel(offen: Schritt, top_id: str) -> str:
    """ "e-lsp-unna-2025-1": Gremium, year, running number."""
    sitzung = _sitzung_des_punktes(offen, top_id)
    return offen.freies_kuerzel(Empfehlung, f"e-{sitzung.gremium_id}-{sitzung.datum.year}")


def _spaetere(offen: Schritt, empfehlung_id: str, sitzung: Sitzung) -> bool:
    frage = (
        select(Rueckmeldung.id)
        .join(Sitzung, col(Sitzung.id) == col(Rueckmeldung.sitzung_id))
        .where(Rueckmeldung.empfehlung_id == empfehlung_id, col(Sitzung.datum) > sitzung.datum)
    )
    return offen.s.exec(frage).first() is not None
