"""P2, P4, P5: who was there for the Selbstvertretung, and who spoke for others."""

from collections import Counter

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen, sitzungen
from analysis.beteiligung.plaetze import gemeinsamer, unbekannt, zusammen
from analysis.beteiligung.werte import Menschenanteil, Sitzungsanteil, Verhaeltnis
from analysis.gremien.anwesenheit import STELLVERTRETUNG, Anwesenheit
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Sitzung


def unter_anwesenden(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Menschenanteil:
    """P2: Selbstvertretung among all present, a meeting and in sum over those where both are exactly known."""
    return zusammen([Sitzungsanteil(s, _anteil(bestand, s)) for s in sitzungen(bestand, ausschnitt)])


def insgesamt(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> int | None:
    """All who were at the meetings; None unless that is known exactly for each."""
    zahlen = [bestand.anwesenheit(s).gesamt.genau for s in sitzungen(bestand, ausschnitt)]
    return sum(z or 0 for z in zahlen) if None not in zahlen else None


def nicht_allein(bestand: Gremienbestand, ausschnitt: Ausschnitt, schwellen: Schwellen) -> Anteil:
    """P4: meetings with enough people of the Selbstvertretung. A lower bound that is enough is enough."""
    alle = sitzungen(bestand, ausschnitt)
    if not alle:
        return Anteil(grund=Grund.KEINE_SITZUNG)
    antworten = [_genug(bestand.anwesenheit(s), schwellen.mindestens) for s in alle]
    offene = [s for s, antwort in zip(alle, antworten, strict=True) if antwort is None]
    grund = gemeinsamer([unbekannt(bestand, s) for s in offene]) if len(offene) == len(alle) else None
    return Anteil(antworten.count(True), len(alle), len(offene), grund)


def selbst_und_andere(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Verhaeltnis:
    """P5: two counts side by side, over the meetings at which each part is exactly known."""
    alle = sitzungen(bestand, ausschnitt)
    if not alle:
        return Verhaeltnis(grund=Grund.KEINE_SITZUNG)
    selbst, teile, offene = 0, Counter(dict.fromkeys(STELLVERTRETUNG, 0)), []
    for sitzung in alle:
        da = bestand.anwesenheit(sitzung)
        andere = {g: _andere(da, g) for g in STELLVERTRETUNG}
        bekannte = {g: zahl for g, zahl in andere.items() if zahl is not None}
        if da.selbstvertretung.genau is None or len(bekannte) < len(andere):
            offene.append(sitzung)
            continue
        selbst += da.selbstvertretung.genau
        teile.update(bekannte)
    if len(offene) == len(alle):
        grund = gemeinsamer([unbekannt(bestand, s) for s in offene])
        return Verhaeltnis(sitzungen=len(alle), unbekannt=len(offene), grund=grund)
    return Verhaeltnis(selbst, dict(teile), len(alle), len(offene))


def _anteil(bestand: Gremienbestand, sitzung: Sitzung) -> Anteil:
    da = bestand.anwesenheit(sitzung)
    teil, alle = da.selbstvertretung.genau, da.gesamt.genau
    return Anteil(grund=unbekannt(bestand, sitzung)) if teil is None or alle is None else Anteil(teil, alle)


def _genug(da: Anwesenheit, mindestens: int) -> bool | None:
    selbst = da.selbstvertretung
    if selbst.zahl is not None and selbst.zahl >= mindestens:
        return True
    return None if selbst.genau is None else False


def _andere(da: Anwesenheit, gruppe: str) -> int | None:
    """The count of a group. One that was not entered is nobody only where the other groups are all who were there."""
    if gruppe in da.gruppen:
        return da.gruppen[gruppe].genau
    gezaehlt = [z.genau for z in da.gruppen.values()]
    alle = [zahl for zahl in gezaehlt if zahl is not None]
    return 0 if len(alle) == len(gezaehlt) and sum(alle) == da.gesamt.genau else None
