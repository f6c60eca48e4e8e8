"""Tests of duties by the meetings of a Gremium: how many, convened and minuted, ended in time, a circle that met."""

from datetime import date
from typing import Final

from analysis.pflichten.blick import Sitzungslage
from analysis.pflichten.fall import Fall, Urteil, anzahl, tag, tage, unbelegt, unbelegt_mit
from models.gremientabellen import Gremium
from models.gremienworte import Gremientyp, Gruppe, Verbindlichkeit
from models.pflichttabellen import Pflicht
from models.pflichtworte import Nachweisart, Pflichtstatus

_BETROFFENE: Final = (Gruppe.SELBSTVERTRETUNG, Gruppe.ANGEHOERIGE)


def pruefe_anzahl(fall: Fall) -> Urteil:
    """Meetings held in the year against minimum and maximum of the clause, and against what another source says."""
    lage = fall.blick.sitzungen(fall.pflicht.gremium_id, fall.jahr)
    belege = fall.mit(Nachweisart.SITZUNG)
    gehalten = sorted({s.datum for s in lage.gehalten} | {n.datum for n in belege})
    zahl, gegen = len(gehalten), fall.blick.regel(fall.pflicht.gegenstueck)
    satz = _satz(fall.pflicht, gehalten, lage)
    erfunden = any(s.synthetisch for s in (*lage.gehalten, *lage.ausgefallen)) or any(n.synthetisch for n in belege)
    if _zu_viele(fall.pflicht, zahl):
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz + _vergleich(fall, gegen, zahl), synthetisch=erfunden)
    minimum = fall.pflicht.minimum or 1
    if zahl >= minimum:
        return Urteil(Pflichtstatus.ERFUELLT, satz, gehalten[minimum - 1], erfunden)
    if not fall.vorbei:
        return Urteil(Pflichtstatus.OFFEN, satz, synthetisch=erfunden)
    if lage.ohne_ausgang:
        return Urteil(Pflichtstatus.KEIN_BELEG, satz, synthetisch=erfunden)
    if not gehalten and not lage.ausgefallen:
        return unbelegt(fall, satz, f"Für {fall.jahr} ist keine Sitzung eingetragen. Ob eine stattfand, ist offen.")
    if gegen is not None and zahl >= (gegen.minimum or 1) and not _zu_viele(gegen, zahl):
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz + _vergleich(fall, gegen, zahl), synthetisch=erfunden)
    return Urteil(Pflichtstatus.UEBERFAELLIG, satz, synthetisch=erfunden)


def _zu_viele(pflicht: Pflicht, zahl: int) -> bool:
    return pflicht.maximum is not None and zahl > pflicht.maximum


def _satz(pflicht: Pflicht, gehalten: list[date], lage: Sitzungslage) -> str:
    """ "1 Sitzung, genannt sind mindestens 2: 15.05.2024. Ausgefallen: 13.11.2024." """
    minimum, maximum = pflicht.minimum or 1, pflicht.maximum
    verlangt = f"mindestens {minimum}" if maximum is None else f"{minimum} bis {maximum}"
    verb = "ist" if maximum is None and minimum == 1 else "sind"
    wann = f": {', '.join(map(tag, gehalten))}" if gehalten else ""
    saetze = [f"{anzahl(len(gehalten), 'Sitzung', 'Sitzungen')}, genannt {verb} {verlangt}{wann}."]
    for wort, sitzungen in (
        ("Ausgefallen", lage.ausgefallen),
        ("Ohne Eintrag, ob sie stattfand", lage.ohne_ausgang),
        ("Geplant", lage.geplant),
    ):
        saetze += [f"{wort}: {tage(sitzungen)}."] if sitzungen else []
    return " ".join(saetze)


def _vergleich(fall: Fall, gegen: Pflicht | None, zahl: int) -> str:
    eigene = fall.pflicht.klausel
    if gegen is None or zahl < (gegen.minimum or 1) or _zu_viele(gegen, zahl):
        return f" Das passt nicht zu {eigene}."
    return f" Zu {eigene} passt das nicht, zu {gegen.klausel} schon."


def pruefe_einberufung(fall: Fall) -> Urteil:
    """Day of invitation and of minutes of one meeting. No clause says how many days before, so the days are told."""
    wann = date.fromisoformat(fall.instanz)
    sitzung = fall.blick.bestand.am(fall.pflicht.gremium_id or "", wann)
    eingeladen = _frueheste(fall, Nachweisart.EINLADUNG, sitzung.einladung_am if sitzung else None)
    protokoll = _frueheste(fall, Nachweisart.PROTOKOLL, sitzung.protokoll_am if sitzung else None)
    erfunden = bool(sitzung and sitzung.synthetisch) or any(n.synthetisch for n in fall.belege)
    teile = [
        f"Eingeladen am {tag(eingeladen)}, {anzahl((wann - eingeladen).days, 'Tag', 'Tage')} vor der Sitzung."
        if eingeladen
        else "Ein Tag der Einladung ist nicht eingetragen.",
        f"Protokoll vom {tag(protokoll)}, {anzahl((protokoll - wann).days, 'Tag', 'Tage')} danach."
        if protokoll
        else "Ein Tag des Protokolls ist nicht eingetragen.",
    ]
    satz = " ".join(teile)
    if eingeladen and protokoll:
        return Urteil(Pflichtstatus.ERFUELLT, satz, protokoll, erfunden)
    return unbelegt_mit(fall, satz, erfunden)


def _frueheste(fall: Fall, art: Nachweisart, eingetragen: date | None) -> date | None:
    tage_davon = [n.datum for n in fall.mit(art)] + ([eingetragen] if eingetragen else [])
    return min((t for t in tage_davon if fall.blick.gab_es(t)), default=None)


def pruefe_befristung(fall: Fall) -> Urteil:
    """A Gremium for a time: no meeting after its last day unless a prolongation is entered. To prolong is a right."""
    ende = fall.pflicht.gilt_bis
    if ende is None:
        return Urteil(Pflichtstatus.NICHT_ANWENDBAR, "Ein letzter Tag ist nicht genannt.")
    verlaengert = fall.mit(Nachweisart.VERLAENGERUNG)
    if verlaengert:
        satz = f"Befristet bis {tag(ende)}. Eine Verlängerung vom {tag(verlaengert[0].datum)} ist eingetragen."
        erfunden = any(n.synthetisch for n in verlaengert)
        return Urteil(Pflichtstatus.ERFUELLT, satz, verlaengert[0].datum, erfunden)
    if fall.stand <= ende:
        return Urteil(Pflichtstatus.OFFEN, f"Der letzte Tag ist der {tag(ende)}.")
    danach = [s for s in fall.blick.stattgefunden(fall.pflicht.gremium_id) if s.datum > ende]
    if danach:
        satz = f"Der letzte Tag war der {tag(ende)}, danach fand statt: {tage(danach)}. "
        satz += "Eine Verlängerung ist nicht eingetragen."
        return Urteil(Pflichtstatus.WIDERSPRUECHLICH, satz, synthetisch=any(s.synthetisch for s in danach))
    satz = f"Der letzte Tag war der {tag(ende)}. Eine spätere Sitzung ist nicht eingetragen."
    return Urteil(Pflichtstatus.ERFUELLT, satz, ende)


def pruefe_bildung(fall: Fall) -> Urteil:
    """A Qualitätszirkel that met or is agreed, with Selbstvertretung and Angehörige. Only suggested, so never owed."""
    if fall.belege:
        return Urteil(
            Pflichtstatus.ERFUELLT,
            f"Eingetragen am {tag(fall.belege[0].datum)}.",
            fall.belege[0].datum,
            any(n.synthetisch for n in fall.belege),
        )
    zirkel = [z for g in fall.blick.bestand.e.gremien if g.typ == Gremientyp.QUALITAETSZIRKEL and (z := _seit(fall, g))]
    mit_beiden = [(g, seit) for g, seit in zirkel if _mit_betroffenen(fall, g)]
    if mit_beiden:
        gremium, seit = min(mit_beiden, key=lambda z: (z[1] or fall.stand, z[0].id))
        satz = f"„{gremium.kurz}“: mit Plätzen oder Anwesenden aus Selbstvertretung und Angehörigen."
        return Urteil(Pflichtstatus.ERFUELLT, satz, seit, gremium.synthetisch)
    if zirkel:
        satz = "Ein Qualitätszirkel ist eingetragen. Ob Betroffene und Angehörige mitwirken, ist nicht eingetragen."
        return Urteil(Pflichtstatus.NICHT_ANWENDBAR, satz, synthetisch=zirkel[0][0].synthetisch)
    return Urteil(Pflichtstatus.NICHT_ANWENDBAR, "Ein Qualitätszirkel ist nicht eingetragen. Er ist nur angeregt.")


def _seit(fall: Fall, gremium: Gremium) -> tuple[Gremium, date | None] | None:
    """A circle that met, or was agreed, up to the day, and since when; None if neither."""
    erste = next((s.datum for s in fall.blick.stattgefunden(gremium.id)), None)
    if erste is not None:
        return gremium, gremium.gueltig_von if fall.blick.gab_es(gremium.gueltig_von) else erste
    vereinbart = gremium.verbindlichkeit == Verbindlichkeit.VEREINBART
    spaeter = gremium.gueltig_von is not None and gremium.gueltig_von > fall.stand
    return (gremium, gremium.gueltig_von) if vereinbart and not spaeter else None


def _mit_betroffenen(fall: Fall, gremium: Gremium) -> bool:
    bestand = fall.blick.bestand
    genannt = {s.gruppe for s in bestand.sitze.get(gremium.id, ())}
    for sitzung in fall.blick.stattgefunden(gremium.id):
        genannt |= {g for g, z in bestand.anwesenheit(sitzung).gruppen.items() if z.zahl}
    return genannt >= set(_BETROFFENE)
