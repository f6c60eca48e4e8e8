"""Tests of duties by who took part and what was talked about: groups at meetings, themes, tasks on the agenda."""

from collections.abc import Iterable
from typing import Final

from analysis.gremien.anwesenheit import Zaehlung, rang
from analysis.pflichten.fall import Fall, Urteil, anzahl, belegt, tage, unbelegt, unbelegt_mit
from models.gremientabellen import Gremium, Sitzung, Top
from models.gremienworte import Bestimmungsart, Gremientyp, Sitzungsstatus
from models.pflichtworte import Pflichtstatus
from models.vokabular import Thema

_THEMEN: Final = {Thema.WOHNEN: "wohnen", Thema.ARBEIT: "arbeit", Thema.KINDER: "kinder", Thema.P67: "67"}
"""The themes a workshop may be about, and the word in its name that says so."""


def pruefe_beteiligung(fall: Fall) -> Urteil:
    """Selbstvertretung at the meetings of the year. No source sets a number; counted and never there contradicts."""
    sitzungen = fall.blick.gehalten(_gremien(fall), fall.jahr)
    erfunden = any(s.synthetisch for s in sitzungen)
    if fall.belege and not sitzungen:
        return _eingetragen(fall)
    if not sitzungen:
        satz = f"Für {fall.jahr} ist keine Sitzung eingetragen, die stattfand."
        return unbelegt(fall, satz, satz)
    zahlen = [fall.blick.bestand.anwesenheit(s).selbstvertretung.zahl for s in sitzungen]
    dabei, unbekannt = sum(1 for z in zahlen if z), sum(1 for z in zahlen if z is None)
    alle = anzahl(len(sitzungen), "Sitzung", "Sitzungen")
    satz = f"Selbstvertretung war bei {dabei} von {alle} dabei"
    satz += f", bei {unbekannt} ist es nicht bekannt." if unbekannt else "."
    if unbekannt and not dabei:
        satz = f"Bei {unbekannt} von {alle} ist nicht bekannt, ob Selbstvertretung dabei war."
    if dabei:
        erste = next(s for s, z in zip(sitzungen, zahlen, strict=True) if z)
        return Urteil(Pflichtstatus.ERFUELLT, satz, erste.datum, erfunden)
    if fall.belege:
        return _eingetragen(fall)
    if fall.vorbei and not unbekannt:
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz, synthetisch=erfunden)
    return unbelegt_mit(fall, satz, erfunden)


def pruefe_mitglieder(fall: Fall) -> Urteil:
    """The groups the source names, at the meetings of the year. Where only the total is known nothing is judged."""
    genannt = sorted({s.gruppe for s in fall.blick.bestand.sitze.get(fall.pflicht.gremium_id or "", ())}, key=rang)
    sitzungen = fall.blick.sitzungen(fall.pflicht.gremium_id, fall.jahr).gehalten
    erfunden = any(s.synthetisch for s in sitzungen)
    if fall.belege and not sitzungen:
        return _eingetragen(fall)
    if not sitzungen or not genannt:
        satz = f"Für {fall.jahr} ist keine Sitzung eingetragen, die stattfand."
        return unbelegt(fall, satz, satz)
    je_gruppe = {g: _zusammen(fall, sitzungen, g) for g in genannt}
    da = [g for g, zahl in je_gruppe.items() if zahl]
    fehlt = [g for g, zahl in je_gruppe.items() if zahl == 0]
    satz = f"{len(da)} von {anzahl(len(genannt), 'Gruppe', 'Gruppen')} waren da"
    if len(da) == len(genannt):
        return Urteil(Pflichtstatus.ERFUELLT, f"{satz}: {tage(sitzungen)}.", sitzungen[-1].datum, erfunden)
    if fall.belege:
        return _eingetragen(fall)
    if fehlt and fall.vorbei:
        satz += f", {len(fehlt)} {'war' if len(fehlt) == 1 else 'waren'} es nicht: {tage(sitzungen)}."
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz, synthetisch=erfunden)
    unbekannt = len(genannt) - len(da) - len(fehlt)
    if unbekannt == len(genannt):
        satz = f"Wer am {tage(sitzungen)} da war, ist nicht nach Gruppen gezählt."
    else:
        satz += f", {unbekannt} {'ist' if unbekannt == 1 else 'sind'} nicht bekannt: {tage(sitzungen)}."
    return unbelegt_mit(fall, satz, erfunden)


def pruefe_themen(fall: Fall) -> Urteil:
    """The themes of the year: workshops that met, or items of the agenda."""
    teile = [g for g in fall.blick.teile(fall.pflicht.gremium_id) if g.typ == Gremientyp.WORKSHOP]
    sitzungen = _mit_teilen(fall)
    behandelt = {t.thema for t in _punkte(fall, sitzungen)} & set(_THEMEN)
    getagt = {s.gremium_id for s in sitzungen}
    behandelt |= {thema for g in teile if g.id in getagt and (thema := _thema(g))}
    satz = f"{len(behandelt)} von {len(_THEMEN)} Themen in Workshops oder auf der Tagesordnung"
    return _voll(fall, sitzungen, len(behandelt) == len(_THEMEN), satz)


def pruefe_aufgaben(fall: Fall) -> Urteil:
    """The tasks the source names, as items of the agendas of the year carry them."""
    aufgaben = {
        b.id
        for b in fall.blick.bestand.e.bestimmungen
        if b.art == Bestimmungsart.AUFGABE and b.vereinbarung_id == fall.pflicht.vereinbarung_id
    }
    sitzungen = _mit_teilen(fall)
    getragen = {a for t in _punkte(fall, sitzungen) for a in t.aufgaben} & aufgaben
    satz = (
        f"{len(getragen)} von {anzahl(len(aufgaben), 'Aufgabe', 'Aufgaben')} sind bei Punkten der Tagesordnung vermerkt"
    )
    return _voll(fall, sitzungen, bool(aufgaben) and getragen == aufgaben, satz)


def _voll(fall: Fall, sitzungen: tuple[Sitzung, ...], alle: bool, satz: str) -> Urteil:
    erfunden = any(s.synthetisch for s in sitzungen)
    if alle:
        return Urteil(Pflichtstatus.ERFUELLT, f"{satz}.", sitzungen[-1].datum, erfunden)
    if fall.belege:
        return _eingetragen(fall)
    if not sitzungen:
        satz = f"Für {fall.jahr} ist keine Sitzung eingetragen, die stattfand"
    return unbelegt_mit(fall, f"{satz}.", erfunden)


def _eingetragen(fall: Fall) -> Urteil:
    return belegt(fall, "Eingetragen")


def _gremien(fall: Fall) -> list[str]:
    """The Gremium of the rule, else those of its agreement."""
    if fall.pflicht.gremium_id:
        return [fall.pflicht.gremium_id]
    alle = fall.blick.bestand.e.gremien
    return [g.id for g in alle if g.vereinbarung_id and g.vereinbarung_id == fall.pflicht.vereinbarung_id]


def _mit_teilen(fall: Fall) -> tuple[Sitzung, ...]:
    blick = fall.blick
    alle = blick.bestand.vorgelegt(fall.pflicht.gremium_id or "")
    return tuple(
        s
        for s in alle
        if s.status == Sitzungsstatus.STATTGEFUNDEN and s.datum.year == fall.jahr and blick.gab_es(s.datum)
    )


def _punkte(fall: Fall, sitzungen: Iterable[Sitzung]) -> list[Top]:
    return [t for s in sitzungen for t in fall.blick.bestand.tops.get(s.id, ())]


def _zusammen(fall: Fall, sitzungen: Iterable[Sitzung], gruppe: str) -> int | None:
    """How many of a group came in the year; None where one meeting leaves it open and none had anybody."""
    gezaehlt = [fall.blick.bestand.anwesenheit(s).gruppen.get(gruppe, Zaehlung()).zahl for s in sitzungen]
    summe = sum(z for z in gezaehlt if z)
    return summe if summe or None not in gezaehlt else None


def _thema(gremium: Gremium) -> str | None:
    namen = f"{gremium.kurz} {gremium.name}".lower()
    return next((str(thema) for thema, wort in _THEMEN.items() if wort in namen), None)
