"""Tests of duties by what was sent: a yearly notice, the way it took, and what is reported every so many years."""

from datetime import date
from typing import Final

from analysis.pflichten.faelle import jaehrlich
from analysis.pflichten.fall import Fall, Urteil, anzahl, belegt, tag, unbelegt, unbelegt_mit, verspaetet
from models.gremientabellen import Vereinbarung
from models.pflichttabellen import Nachweis
from models.pflichtworte import Bezugsjahr, Kanal, Pflichtstatus, Pruefung

_NICHT_VERLANGT: Final = (Pflichtstatus.NICHT_ANWENDBAR, Pflichtstatus.RECHTSSTAND_PRUEFEN)


def pruefe_mitteilung(fall: Fall) -> Urteil:
    """A notice or delivery of the year. One that came late is done; the evidence says how many days."""
    if fall.belege:
        return belegt(fall, "Mitgeteilt")
    if _vor_der_vereinbarung(fall):
        satz = f"Der Stichtag 31.12.{fall.bezugsjahr} liegt vor dem Beginn am {tag(fall.pflicht.gilt_von)}."
        return Urteil(Pflichtstatus.NICHT_ANWENDBAR, satz)
    if fall.faellig is None:
        offen = f"Für {fall.jahr} ist noch nichts eingetragen. Einen Tag nennt die Vereinbarung nicht."
        return unbelegt(fall, offen, f"Für {fall.jahr} ist nichts eingetragen. Ob etwas kam, ist hier nicht belegt.")
    return unbelegt(
        fall,
        f"Noch nicht eingetragen. Zeit ist bis zum {tag(fall.faellig)}.",
        "Eine Mitteilung ist nicht eingetragen. Ob sie kam, ist hier nicht belegt.",
    )


def _vor_der_vereinbarung(fall: Fall) -> bool:
    """Whether the notice is about a Stichtag before anything was agreed."""
    if fall.pflicht.bezugsjahr != Bezugsjahr.VORJAHR or fall.bezugsjahr is None:
        return False
    return date(fall.bezugsjahr, 12, 31) < fall.pflicht.gilt_von


def pruefe_kanal(fall: Fall) -> Urteil:
    """The way of the notices due in the year for which the same way was agreed."""
    verlangt = [f for f in _mitteilungen(fall) if pruefe_mitteilung(f).status not in _NICHT_VERLANGT]
    if not verlangt and not fall.belege:
        return Urteil(Pflichtstatus.NICHT_ANWENDBAR, f"Für {fall.jahr} ist keine Mitteilung verlangt.")
    belege = (*fall.belege, *(n for f in verlangt for n in f.belege))
    erfunden = any(n.synthetisch for n in belege)
    eigens = [n for n in belege if n.kanal == Kanal.GESONDERT]
    if eigens:
        satz = f"{anzahl(len(eigens), 'Mitteilung ging', 'Mitteilungen gingen')} gesondert: {_tage(eigens)}. "
        satz += "Vereinbart ist der Weg über die Arbeitsgemeinschaft."
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz, synthetisch=erfunden)
    richtig = [n for n in belege if n.kanal == fall.pflicht.kanal]
    if fall.belege or (_alle_da(verlangt) and len(richtig) == len(belege)):
        letzter = max(n.datum for n in belege)
        satz = f"{anzahl(len(richtig), 'Mitteilung', 'Mitteilungen')} auf dem vereinbarten Weg: {_tage(richtig)}."
        satz = satz if richtig else f"Der vereinbarte Weg ist am {tag(letzter)} bestätigt."
        return Urteil(Pflichtstatus.ERFUELLT, satz, letzter, erfunden)
    satz = f"Auf dem vereinbarten Weg: {len(richtig)} von {anzahl(len(verlangt), 'Mitteilung', 'Mitteilungen')}."
    return unbelegt_mit(fall, satz, erfunden)


def _mitteilungen(fall: Fall) -> list[Fall]:
    """The notices of that year for which the same way was agreed."""
    andere = (
        p
        for p in fall.blick.bestand.e.pflichten
        if p.pruefung == Pruefung.MITTEILUNG and p.kanal and p.kanal == fall.pflicht.kanal
    )
    return [f for p in andere for f in jaehrlich(fall.blick, p) if f.jahr == fall.jahr]


def _alle_da(verlangt: list[Fall]) -> bool:
    return bool(verlangt) and all(f.belege for f in verlangt)


def _tage(eintraege: list[Nachweis]) -> str:
    return ", ".join(tag(n.datum) for n in eintraege)


def pruefe_turnus(fall: Fall) -> Urteil:
    """What comes every so many years: an entry proves it, or a newer agreement than the one it renews."""
    if fall.belege:
        return belegt(fall, "Eingetragen")
    neue = _neue_vereinbarung(fall)
    if neue is not None and neue.geschlossen is not None:
        satz = f"Neue Vereinbarung vom {tag(neue.geschlossen)}{verspaetet(neue.geschlossen, fall.faellig)}."
        return Urteil(Pflichtstatus.ERFUELLT, satz, neue.geschlossen)
    letzter = f"Der letzte Tag ist der {tag(fall.faellig)}." if fall.faellig else "Einen Tag nennt die Quelle nicht."
    return unbelegt(
        fall,
        f"Noch nicht eingetragen. {letzter}",
        f"Für {fall.jahr} ist nichts eingetragen. Ob es geschah, ist hier nicht belegt.",
    )


def _neue_vereinbarung(fall: Fall) -> Vereinbarung | None:
    """The first agreement after the one of the rule and after the turn before. A late one starts the next turn too."""
    alle = {v.id: v for v in fall.blick.vereinbarungen}
    bisher = alle.get(fall.pflicht.vereinbarung_id or "")
    if bisher is None or bisher.geschlossen is None or fall.faellig is None:
        return None
    davor = fall.faellig.replace(year=fall.faellig.year - (fall.pflicht.alle_jahre or 1))
    ab = max(bisher.geschlossen, davor)
    danach = fall.faellig.replace(year=fall.faellig.year + (fall.pflicht.alle_jahre or 1))
    neue = [v for v in alle.values() if v.geschlossen and ab < v.geschlossen <= danach and v.id != bisher.id]
    return min(neue, key=lambda v: (v.geschlossen or ab, v.id), default=None)
