"""Everything the papers of one meeting are written from, read at one moment."""

from dataclasses import dataclass
from datetime import date, datetime

from analysis.bestand import finde_region
from analysis.bestand import lade as lade_bestand
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.bestand import lade as lade_gremien
from analysis.gremien.datenblatt import Datenblatt, datenblatt
from analysis.gremien.datenstand import Zahlenstand, zahlenstand
from analysis.gremien.mappe import Papiere
from analysis.messen import alle_messungen
from analysis.steckbrief import Messe
from data_access import abfragen
from models.tabellen import Region
from presentation.exports.haende import HAENDE, WORD
from presentation.exports.papier import Angaben, Papier
from presentation.texts import datenblatt as blatttexte
from presentation.texts import sitzungsmappe as texte
from presentation.texts.gremien import sitzungsname
from presentation.texts.zahlen import datum


class MappeAbgelehnt(Exception):
    """There is no such meeting; the message says what there is."""


@dataclass(frozen=True)
class Stoff:
    """One meeting with its numbers. `jetzt`: when the papers are written."""

    papiere: Papiere
    stand: Zahlenstand
    blaetter: tuple[Datenblatt, ...]
    jetzt: datetime

    @property
    def zahlen_synthetisch(self) -> bool:
        """Whether any number shown is synthetic."""
        return self.stand.bestand.synthetisch

    @property
    def kennung(self) -> str:
        """The part of a file name that says which meeting it is."""
        return f"{self.papiere.gremium.id}_{self.papiere.sitzung.datum.isoformat()}"

    def papier(self, titel: str, endung: str = WORD, *, mit_zahlen: bool) -> Papier:
        """An empty file with one of the endings of `HAENDE`. `mit_zahlen`: it shows numbers of the region, so it says
        of which state and that they are protected.
        """
        p = self.papiere
        fuss = (f"{p.gremium.name} · Stand des Papiers: {datum(self.jetzt.date())}",)
        if mit_zahlen:
            stand = f"{texte.papierstand(self.stand, self.jetzt)} · Stand des Papiers: {datum(self.jetzt.date())}"
            fuss = (f"{stand} · {texte.SCHUTZ_IM_FUSS} Quellen stehen bei den Zahlen.",)
        return HAENDE[endung](
            Angaben(
                titel=f"{titel}{'' if titel.endswith('?') else ':'} {sitzungsname(p.sitzung, p.gremium)}",
                thema=f"{p.gremium.name}, Sitzung am {datum(p.sitzung.datum)}",
                verfasser=p.geschaeftsfuehrung or "Geschäftsführung",
                kopf=texte.kopfzeilen(p, mit_zahlen and self.zahlen_synthetisch),
                fuss=fuss,
                jetzt=self.jetzt,
            )
        )


def stelle_zusammen(stand: Zahlenstand, papiere: Papiere, jetzt: datetime, messe: Messe = alle_messungen) -> Stoff:
    """The papers of a meeting with a sheet of every theme."""
    blaetter = (
        datenblatt(stand.bestand, thema, *blatttexte.fuehrende(thema), stand.zurueckgezogen, messe)
        for thema in blatttexte.REIHENFOLGE
    )
    return Stoff(papiere, stand, tuple(blaetter), jetzt)


def lade(gremium: str, tag: date, jetzt: datetime, region: str = "") -> Stoff:
    """Read a meeting as it is at this moment. Raises `MappeAbgelehnt`, `wuerfelspeicher.WuerfelFehlt`."""
    gefunden, gremien = _gremium(gremium, region)
    sitzung = gremien.am(gremium, tag)
    if sitzung is None:
        tage = ", ".join(s.datum.isoformat() for s in gremien.sitzungen.get(gremium, ()))
        raise MappeAbgelehnt(
            f"Am {datum(tag)} ist keine Sitzung von „{gremium}“ erfasst. "
            + (f"Erfasst sind: {tage}." if tage else "Es ist noch keine Sitzung erfasst.")
        )
    bestand = lade_bestand(gefunden, abfragen.stand(gefunden.slug))
    papiere = Papiere(gremien, gremien.gremium[gremium], sitzung)
    return stelle_zusammen(zahlenstand(bestand, sitzung), papiere, jetzt)


def _gremium(gremium: str, region: str) -> tuple[Region, Gremienbestand]:
    if region and (gewuenscht := finde_region(region)) is None:
        raise MappeAbgelehnt(f"Die Region „{region}“ gibt es hier nicht.")
    moegliche = [gewuenscht] if region and gewuenscht else abfragen.regionen()
    alle: list[str] = []
    for eine in moegliche:
        gremien = lade_gremien(eine.slug)
        if gremium in gremien.gremium:
            return eine, gremien
        alle += gremien.gremium
    wo = f" in „{region}“" if region else ""
    vorhanden = f"Vorhanden: {', '.join(alle)}." if alle else "Es ist noch kein Gremium eingetragen."
    raise MappeAbgelehnt(f"Das Gremium „{gremium}“ gibt es{wo} nicht. {vorhanden}")
