"""The second half of a Konferenzbericht: Gremien, recommendations, Fristen as a reader sees them, participation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from analysis.beteiligung.auswahl import loese_auf as waehle
from analysis.beteiligung.messen import messe
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.lage import Gremienlage, lage, zuletzt_getagt
from analysis.gremien.ruecklauf import jahre, naechste_sitzung, offene, ruecklauf, werdegang
from analysis.pflichten.auswahl import staende_im_jahr
from analysis.pflichten.stand import nach_aussen
from analysis.pflichten.urteil import pflichtstaende
from models.gremientabellen import Gremium
from models.pflichtworte import Pflichtart
from presentation.exports.berichte.stoff import Berichtsstoff
from presentation.exports.papier import Papier
from presentation.texts import anwesenheit, beteiligungsseite, pflichten, pflichttafeln
from presentation.texts import anwesenheitstafeln as tafeln
from presentation.texts import berichte as worte
from presentation.texts import beteiligung as beteiligungssaetze
from presentation.texts import ruecklauf as ruecklauftexte
from presentation.texts.freitext import schlicht
from presentation.texts.klartext import klartext, klarzeilen
from presentation.texts.pflichtworte import statuswort

GREMIEN: Final = "gremien"


@dataclass(frozen=True)
class Gremienstoff:
    """The Gremien of the region of a report, on its day."""

    bestand: Gremienbestand
    bericht: Berichtsstoff

    @property
    def region(self) -> str:
        """Name of the region."""
        return self.bericht.bestand.region.name

    @property
    def heute(self) -> date:
        """The day of the report."""
        return self.bericht.jetzt.date()

    @cached_property
    def haupt(self) -> Gremium | None:
        """The one the report is for: the one that steers and has met, else the first of the register."""
        getagt = zuletzt_getagt(self.bestand)
        return getagt[0] if getagt else next(iter(self.bestand.gremium.values()), None)


def gremien(g: Gremienstoff, papier: Papier) -> None:
    """Meetings held and seats beside presence of the main Gremium, the others in a table."""
    bestand, haupt = g.bestand, g.haupt
    if haupt is None:
        papier.absatz(f"Für {g.region} ist noch kein Gremium eingetragen.")
        return
    stand = lage(bestand, haupt, g.heute)
    _haupt(papier, stand)
    uebrige = [lage(bestand, weiteres, g.heute) for weiteres in bestand.gremium.values() if weiteres is not haupt]
    if uebrige:
        papier.ueberschrift("Weitere Gremien", 2)
        papier.tafel("Weitere Gremien und ihre letzte Sitzung", [worte.gremienzeile(x) for x in uebrige], (5, 3, 7))


def _haupt(papier: Papier, stand: Gremienlage) -> None:
    if stand.letzte is None:
        papier.absatz(". ".join(anwesenheit.noch_keine(stand)))
    else:
        papier.absatz(f"{anwesenheit.befund(stand.gremium, *stand.letzte)}.", fett=True)
        papier.absatz(anwesenheit.unterzeile(stand.gremium, stand.letzte[0]))
        if stand.letzte[1].nach_gruppen:
            papier.absatz(anwesenheit.getrennt(stand.letzte[1]))
    papier.ueberschrift(anwesenheit.platzbefund(stand), 2)
    if stand.plaetze or stand.gehalten:
        papier.tafel(
            f"Vereinbarte Plätze und Anwesende: {schlicht(stand.gremium.kurz)}",
            klarzeilen(tafeln.plaetze(stand)),
        )
        papier.absatz(anwesenheit.ZU_PLAETZEN, klein=True)
    if stand.jahre:
        papier.ueberschrift(anwesenheit.jahrbefund(stand.jahre), 2)
        papier.tafel("Sitzungen nach Jahren", klarzeilen(tafeln.jahre(stand.jahre)), zahlen=True)
        papier.liste([klartext(satz) for satz in anwesenheit.takte(stand.takte)])
        papier.absatz(" ".join([anwesenheit.ZU_JAHREN, anwesenheit.gemischt(stand.gehalten)]).strip(), klein=True)


def empfehlungen(g: Gremienstoff, papier: Papier) -> None:
    """What became of the recommendations of the latest year that has any."""
    bestand, haupt, heute = g.bestand, g.haupt, g.heute
    alle = jahre(bestand, haupt.id) if haupt else ()
    if haupt is None or not alle:
        papier.absatz("Es sind keine Empfehlungen eingetragen.")
        return
    for jahr in reversed(alle[-2:]):
        wege = ruecklauf(bestand, haupt.id, jahr, heute)
        papier.ueberschrift(ruecklauftexte.frage(jahr), 2)
        papier.absatz(ruecklauftexte.befund(wege, jahr), fett=True)
        zeilen = klarzeilen(ruecklauftexte.zeile(w) for w in wege)
        papier.tafel(f"Empfehlungen von {jahr} und was aus ihnen wurde", zeilen, (5.4, 2.6, 2.2, 2.6, 2.2, 3))
    papier.absatz(ruecklauftexte.WAS_ES_HEISST, klein=True)
    sitzung = naechste_sitzung(bestand, haupt.id, heute)
    if sitzung is not None:
        offen = [werdegang(bestand, e, heute) for e in offene(bestand, sitzung)]
        papier.ueberschrift(ruecklauftexte.offen_fuer(len(offen), sitzung), 2)
        papier.liste([f"{schlicht(w.empfehlung.text)}. {ruecklauftexte.vortrag(w, sitzung)}" for w in offen])


def fristen(g: Gremienstoff, papier: Papier) -> None:
    """The duties of this year as everybody may see them: what is not released is told without how it stands."""
    bestand, heute = g.bestand, g.heute
    sichten = nach_aussen(staende_im_jahr(bestand, heute, heute.year, pflichtstaende(bestand, heute)))
    geschuldet = pflichttafeln.geordnet(s for s in sichten if s.pflicht.art == Pflichtart.PFLICHT)
    if not geschuldet:
        papier.absatz(f"Für {heute.year} ist keine Pflicht eingetragen.")
        return
    papier.absatz(f"{pflichten.befund(geschuldet, heute.year, heute)}.", fett=True)
    papier.absatz(pflichten.zaehlsatz(geschuldet))
    synthetisch = any(s.synthetisch for s in sichten)
    papier.absatz(pflichten.unterzeile(bestand.e.vereinbarungen, g.region, heute, synthetisch), klein=True)
    if gezeigt := [s for s in geschuldet if not s.verdeckt]:
        zeilen = klarzeilen(pflichttafeln.breit(gezeigt))
        papier.tafel(f"Pflichten {heute.year}, das Dringende zuerst", zeilen, (2.6, 2.2, 4.4, 2.6, 4, 2.2))
        papier.absatz(pflichten.WAS_ES_HEISST, klein=True)
    if verdeckt := [s for s in geschuldet if s.verdeckt]:
        papier.absatz(f"{pflichten.verdecktbefund(len(verdeckt))}.")
        zeilen = klarzeilen(pflichttafeln.verdeckte(verdeckt))
        papier.tafel(f"Pflichten {heute.year}, deren Stand nicht freigegeben ist", zeilen, (7, 2.4, 4, 3.6))
        papier.absatz(pflichten.WARUM_VERDECKT, klein=True)
    vorhanden = {s.status for s in geschuldet}
    bedeutungen = [(statuswort(s), satz) for s, satz in pflichten.BEDEUTUNG.items() if s in vorhanden]
    for wort, satz in bedeutungen:
        papier.angabe(wort, satz, klein=True)


def beteiligung(g: Gremienstoff, papier: Papier) -> None:
    """Participation in short: seats, presence, two views, accessibility, effect. Never one number over all of it."""
    bestand, haupt = g.bestand, g.haupt
    raeume = g.bericht.bestand.hauptraeume
    parameter = {"gremium": haupt.id} if haupt else {}
    wahl, _ = waehle(parameter, bestand, g.region, {}, raeume)
    b = messe(bestand, wahl.ausschnitt, planungsraeume=raeume)
    if haupt is None or not b.sitzungen:
        papier.absatz(beteiligungsseite.leer(g.region, haupt))
        return
    papier.absatz(beteiligungsseite.befund(b, schlicht(haupt.kurz), wahl.jahre), fett=True)
    gesagt = beteiligungssaetze.saetze(b)
    for titel, codes, dazu in (
        (beteiligungsseite.platzbefund(b), beteiligungsseite.platzfragen(b), beteiligungsseite.ZU_PLAETZEN),
        (beteiligungsseite.stufenbefund(b.punkte), ("P7", "P8", "P9"), beteiligungsseite.ZU_STUFEN),
        (beteiligungsseite.barrierebefund(b), ("P11", "P12", "P16"), beteiligungsseite.ZU_BARRIEREN),
        (beteiligungsseite.wirkungsbefund(b), ("P10", "P13", "P14"), beteiligungsseite.ZUR_WIRKUNG),
    ):
        papier.ueberschrift(titel, 2)
        papier.liste([klartext(x) for x in beteiligungsseite.benannt(gesagt, *codes, befund=titel)])
        papier.absatz(dazu, klein=True)
    papier.absatz(beteiligungsseite.KEIN_GESAMTWERT, klein=True)
    papier.angabe("Quelle", beteiligungsseite.QUELLE, klein=True)
    papier.angabe("Stand", beteiligungsseite.stand(b, g.heute), klein=True)


Teil = Callable[[Gremienstoff, Papier], None]

TEILE: Final[tuple[tuple[str, str, Teil], ...]] = (
    (GREMIEN, "Gremien", gremien),
    ("empfehlungen", "Empfehlungen und was aus ihnen wurde", empfehlungen),
    ("fristen", "Fristen", fristen),
    ("beteiligung", "Beteiligung", beteiligung),
)
"""Mark, name and writer of each part."""
