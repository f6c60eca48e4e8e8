"""P1, P6: what seats are agreed for the Selbstvertretung. P3: whether they were taken."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, gremien, sitzungen
from analysis.beteiligung.werte import Menschenanteil, Platzanteil, Sitzungsanteil
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.plaetze import besetzung, plaetze
from models.gremientabellen import Sitz, Sitzung
from models.gremienworte import Gruppe, Stimmrecht

STELLE: Final = re.compile(r"(Anlage|§) (\d+[a-z]?)")
"""A place in an agreement: "Anlage 2", "§ 5"."""


def vereinbart(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Platzanteil:
    """P1: seats of the Selbstvertretung among all; entries instead of seats where one has no number."""
    alle = _sitze(bestand, ausschnitt)
    return _mit_quellen(bestand, alle, _von(alle, Grund.KEIN_SITZ))


def mit_stimme(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Platzanteil:
    """P6: the same among seats with a vote. k. A. as long as an entry does not say whether it has one."""
    alle = _sitze(bestand, ausschnitt)
    if ohne := sum(s.stimmrecht is None for s in alle):
        anteil = Platzanteil(Anteil(grund=Grund.KEINE_ANGABE), ohne_angabe=ohne)
    else:
        mit = [s for s in alle if s.stimmrecht == Stimmrecht.JA]
        anteil = _von(mit, Grund.OHNE_STIMME if alle else Grund.KEIN_SITZ)
    return _mit_quellen(bestand, alle, anteil)


def besetzt(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Menschenanteil:
    """P3: seats of the Selbstvertretung that were taken among those agreed, where all of them have a number."""
    alle = sitzungen(bestand, ausschnitt)
    plaetze_je = {g: plaetze(bestand.sitzrahmen, g).get(Gruppe.SELBSTVERTRETUNG) for g in {s.gremium_id for s in alle}}
    mit = [s for s in alle if (p := plaetze_je[s.gremium_id]) is not None and p.anzahl and not p.ohne_zahl]
    if not mit:
        genannt = any(p is not None and p.ohne_zahl for p in plaetze_je.values())
        grund = Grund.OHNE_ZAHL if genannt else Grund.KEIN_SITZ
        return Menschenanteil(Anteil(grund=grund if alle else Grund.KEINE_SITZUNG), ohne_sitz=len(alle))
    weitere = 0
    je_sitzung = []
    for sitzung in mit:
        stand = besetzung(plaetze_je[sitzung.gremium_id], bestand.anwesenheit(sitzung).selbstvertretung)
        if stand is None:
            anteil = Anteil(grund=unbekannt(bestand, sitzung))
        else:
            anteil, weitere = Anteil(stand.besetzt, stand.besetzt + stand.leer), weitere + stand.weitere
        je_sitzung.append(Sitzungsanteil(sitzung, anteil))
    return zusammen(je_sitzung, weitere=weitere, ohne_sitz=len(alle) - len(mit))


def unbekannt(bestand: Gremienbestand, sitzung: Sitzung) -> Grund:
    """Why nobody knows how many of the Selbstvertretung were at a meeting."""
    da = bestand.anwesenheit(sitzung)
    return Grund.NUR_GESAMTZAHL if da.gesamt.zahl is not None and not da.nach_gruppen else Grund.KEINE_ANGABE


def gemeinsamer(gruende: Sequence[Grund | None]) -> Grund:
    """The reason of several unknown meetings: only the total, if that is so at each."""
    return Grund.NUR_GESAMTZAHL if set(gruende) == {Grund.NUR_GESAMTZAHL} else Grund.KEINE_ANGABE


def zusammen(je_sitzung: Sequence[Sitzungsanteil], weitere: int = 0, ohne_sitz: int = 0) -> Menschenanteil:
    """The sum over the meetings that have no reason to be unknown."""
    bekannte = [s.anteil for s in je_sitzung if s.anteil.grund is None]
    nenner = sum(a.nenner for a in bekannte)
    grund = None
    if not je_sitzung:
        grund = Grund.KEINE_SITZUNG
    elif not bekannte:
        grund = gemeinsamer([s.anteil.grund for s in je_sitzung])
    elif not nenner:
        grund = Grund.NIEMAND_DA
    summe = Anteil(sum(a.zaehler for a in bekannte), nenner, grund=grund)
    fehlen = len(je_sitzung) - len(bekannte)
    return Menschenanteil(summe, len(je_sitzung), fehlen, tuple(je_sitzung), weitere, ohne_sitz)


def _sitze(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> list[Sitz]:
    return [s for g in gremien(bestand, ausschnitt) for s in bestand.sitze.get(g.id, ())]


def _von(sitze: Sequence[Sitz], leer: Grund) -> Platzanteil:
    """The Selbstvertretung among these entries. `leer`: why there is no figure without any."""
    in_stellen = any(s.anzahl is None for s in sitze)
    zahl: Callable[[Sitz], int] = (lambda _: 1) if in_stellen else (lambda s: s.anzahl or 0)
    nenner = sum(map(zahl, sitze))
    selbst = sum(zahl(s) for s in sitze if s.gruppe == Gruppe.SELBSTVERTRETUNG)
    return Platzanteil(
        Anteil(selbst, nenner, grund=Grund.OHNE_ZAHL if in_stellen else None if nenner else leer), in_stellen
    )


def _mit_quellen(bestand: Gremienbestand, alle: Sequence[Sitz], anteil: Platzanteil) -> Platzanteil:
    quellen = _quellen(alle)
    nennen_sie = _quellen([s for s in alle if s.gruppe == Gruppe.SELBSTVERTRETUNG])
    return replace(
        anteil,
        quellen=quellen,
        quellen_ohne=tuple(q for q in quellen if q not in nennen_sie),
        synthetisch=any(bestand.gremium[s.gremium_id].synthetisch for s in alle),
    )


def _quellen(alle: Sequence[Sitz]) -> tuple[str, ...]:
    """The sources of the entries, each once ("Anlage 1, Anlage 2" are two)."""
    return tuple(sorted({stelle for s in alle for stelle in _stellen(s.quelle.strip())}))


def _stellen(quelle: str) -> list[str]:
    teile = [teil.strip() for teil in quelle.split(",")]
    return teile if all(STELLE.fullmatch(teil) for teil in teile) else [quelle][: bool(quelle)]
