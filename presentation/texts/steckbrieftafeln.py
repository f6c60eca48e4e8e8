"""The tables of a Steckbrief: on the page they hold what the charts show, in the workbook they are its sheets."""

from collections.abc import Mapping, Sequence
from typing import Final

from analysis import wege
from analysis.ganzes import Ganzes
from analysis.steckbriefteile import Leitzahl, Steckbrief
from models.grundzahlen import GRUNDZAHLEN
from models.vokabular import Raumprinzip, Status
from presentation.texts.befunde import aufzaehlung
from presentation.texts.ebenen import EINZAHL
from presentation.texts.steckbrief import MEHRZAHL, altersname, spanne_der, zahl_der
from presentation.texts.zahlen import KEINE_ANGABE, datum, ist_zahl, prozent, zahl

Zeilen = Sequence[Mapping[str, object]]

NENNENSWERT: Final = 0.1
"""Part of the people from here from which on their ways are a finding."""


def _enden(raumprinzip: str, ganzes: Ganzes) -> dict[str, str]:
    """The columns of the ways, by part."""
    if raumprinzip == Raumprinzip.HERKUNFT:
        return {
            wege.HIER: "davon hier unterstützt",
            wege.IM_KREIS: ganzes.im_uebrigen,
            wege.AUSSERHALB: f"außerhalb {ganzes.des}",
            wege.NICHT_BEKANNT: "Ort nicht bekannt",
        }
    return {
        wege.HIER: "davon von hier",
        wege.IM_KREIS: f"aus {ganzes.dem_uebrigen}",
        wege.AUSSERHALB: f"von außerhalb {ganzes.des}",
        wege.NICHT_BEKANNT: "Herkunft nicht bekannt",
    }


def alterszeilen(s: Steckbrief) -> list[dict[str, str]]:
    """The age structure beside the Kreis."""
    alter = s.bevoelkerung.alter
    if alter is None:
        return []
    return [
        {"Alter in Jahren": altersname(g.band), "Einwohner": zahl(g.anzahl), "Anteil": prozent(g.anteil)}
        | ({} if s.ist_ganzes else {s.ganzes.wort: prozent(g.kreis)})
        for g in alter.gruppen
    ]


def wegezeilen(s: Steckbrief, raumprinzip: str) -> Zeilen:
    """Where people from here are served, or where those served here come from; only of more than a few."""
    gezeigt = [w for w in gezeigte_wege(s) if w.raumprinzip == raumprinzip]
    gesamt = "Menschen von hier" if raumprinzip == Raumprinzip.HERKUNFT else "Hier unterstützt"
    enden = _enden(raumprinzip, s.ganzes)
    vorhanden = [teil for teil in wege.TEILE if any(teil in w.teile for w in gezeigt)]
    return [
        {"Leistung": w.kennzahl.kurz, gesamt: spanne_der(w.gesamt.wert, w.gesamt.von, w.gesamt.bis)}
        | {enden[teil]: spanne_der(m.wert, m.von, m.bis) if (m := w.teile.get(teil)) else "–" for teil in vorhanden}
        for w in gezeigt
    ]


def gezeigte_wege(s: Steckbrief) -> list[wege.Wege]:
    """The ways of more than a few people."""
    return [w for w in s.wege if _gross(w.gesamt)]


def wegesatz(s: Steckbrief) -> str:
    """The one thing that is sure about the ways: how many at least are served outside the area, where it is most."""
    gross = [w for w in s.wege if w.raumprinzip == Raumprinzip.HERKUNFT and _gross(w.gesamt)]
    w = max(gross, key=lambda w: w.anderswo / w.gesamt.bis, default=None)
    if w is None or w.anderswo / w.gesamt.bis < NENNENSWERT:
        return "Wie viele Menschen von hier anderswo unterstützt werden, lässt sich nur grob sagen."
    gesamt = spanne_der(w.gesamt.wert, w.gesamt.von, w.gesamt.bis)
    ziel = f"außerhalb {s.ganzes.des}" if s.ist_ganzes else "anderswo"
    return (
        f"{w.kennzahl.kurz}: Von {gesamt} Menschen mit Herkunft hier werden mindestens {zahl(w.anderswo)} {ziel} "
        "unterstützt."
    )


def _gross(menge: wege.Menge) -> bool:
    """Whether a number of people is one number, exact or "rund", and not a range."""
    return menge.von == menge.bis > 0 or ist_zahl(menge.wert, menge.von, menge.bis, Status.GESCHUETZT)


def vergleichszeilen(s: Steckbrief) -> Zeilen:
    """The leading rates of all areas of the level, the Kreis last: what the range charts show."""
    return vergleich_der(s, s.leitzahlen)


def vergleich_der(s: Steckbrief, leitzahlen: Sequence[Leitzahl]) -> list[dict[str, str]]:
    """As `vergleichszeilen`, of some leading figures only."""
    leit = [x for x in leitzahlen if x.stellung is not None]
    if not leit:
        return []
    spalte = EINZAHL[s.vergleichsebene]
    alle = {m.gebiet: m.name for x in leit if x.stellung for m in x.stellung.alle}
    zeilen: list[dict[str, str]] = []
    for gebiet, name in sorted(alle.items(), key=lambda paar: paar[1]):
        werte = {
            _spalte(x): zahl_der(next((m for m in x.stellung.alle if m.gebiet == gebiet), None), x.rate)
            for x in leit
            if x.stellung
        }
        zeilen.append({spalte: name, **werte})
    kreis = {_spalte(x): zahl_der(x.stellung.kreis, x.rate) for x in leit if x.stellung}
    return [*zeilen, {spalte: s.ganzes.wort, **kreis}]


def _spalte(leit: Leitzahl) -> str:
    return leit.zahl.kurz


def jahreszeilen(s: Steckbrief) -> Zeilen:
    """The people of this area over the years by Herkunft: what the trends show."""
    leit = [x for x in s.leitzahlen if x.zaehlungen]
    tage = sorted({m.stichtag for x in leit for m in x.zaehlungen[0].reihe})
    return [
        {"Stichtag": datum(tag)}
        | {
            _spalte(x): zahl_der(next((m for m in x.zaehlungen[0].reihe if m.stichtag == tag), None), x.zahl)
            for x in leit
        }
        for tag in tage
    ]


def vergleichstitel(s: Steckbrief) -> str:
    """Heading of the table of all areas."""
    return f"Alle {mehrzahl(s)} im Vergleich"


def mehrzahl(s: Steckbrief) -> str:
    """What the areas compared are called."""
    return MEHRZAHL.get(s.vergleichsebene, "Gebiete")


def gliednamen(s: Steckbrief) -> list[tuple[str, str]]:
    """AGS of each member, and its name with its population as the text of a link."""
    return [
        (g.ags, f"{g.name} · {zahl(g.einwohner.wert) if g.einwohner else KEINE_ANGABE}\u00a0Einwohner")
        for g in s.glieder
    ]


def vorsicht(s: Steckbrief) -> list[str]:
    """What the data cannot say: what is missing, and the caveats of the figures that lead."""
    saetze = []
    if s.fehlende:
        namen = aufzaehlung([f"„{GRUNDZAHLEN[g].titel}“" for g in s.fehlende])
        saetze.append(f"Nicht veröffentlicht: {namen}.")
    if s.glieder and any(g.einwohner is None and not g.gemeindefrei for g in s.glieder):
        saetze.append("Nicht für jede Gemeinde liegt eine Einwohnerzahl vor.")
    ohne_rate = [
        x.zahl.kurz
        for x in s.leitzahlen
        if x.zaehlungen and (r := x.zaehlungen[0].rate) is not None and r.wert is None and r.nenner != 0
    ]
    if ohne_rate:
        saetze.append(f"Kein Wert je 1.000 Einwohner: {aufzaehlung(ohne_rate)}.")
    saetze += dict.fromkeys(h for x in s.leitzahlen if x.zaehlungen for h in x.rate.hinweise)
    return saetze
