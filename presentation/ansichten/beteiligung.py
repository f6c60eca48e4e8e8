"""The pictures of participation: who was there for the Selbstvertretung, and how both sides rated the items."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from analysis.beteiligung.ausschnitt import gehaltene
from analysis.beteiligung.auswahl import ALLE, PARAMETER, Beteiligungswahl, loese_auf
from analysis.beteiligung.messen import messe
from analysis.beteiligung.werte import Beteiligung
from analysis.gremien.anwesenheit import STELLVERTRETUNG
from analysis.gremien.bestand import Gremienbestand, lade
from analysis.gremien.plaetze import plaetze as genannte_plaetze
from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import Gruppe
from presentation import beteiligungsbilder
from presentation.ansichten import anwesenheitsrahmen, eingetragen
from presentation.ansichten.bogen import Bogen, Tafel
from presentation.ansichten.eingetragen import Paar, Regionsblick
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.diagramm import Diagramm
from presentation.exports.dateiname import dateiname
from presentation.farben import Modus
from presentation.texts import beteiligungsseite as texte
from presentation.texts import beteiligungstafeln as tafeln
from presentation.texts import eingetragen as worte
from presentation.texts.freitext import schlicht
from presentation.texts.methodik import THEMENWAHL

SEITE: Final = "beteiligung"
PLAETZE: Final = "plaetze"
STUFEN: Final = "stufen"


@dataclass(frozen=True)
class Blick(Regionsblick):
    """One view of participation. `raeume`: the Planungsräume in force, id -> name."""

    bestand: Gremienbestand
    gewaehlt: Beteiligungswahl
    raeume: Mapping[str, str]
    b: Beteiligung
    heute: date

    @property
    def gremium(self) -> Gremium | None:
        """The chosen Gremium; None: all of the region."""
        return self.gewaehlt.gremium

    @property
    def gehalten(self) -> tuple[Sitzung, ...]:
        """All meetings of the cut, newest first; those of workshops too, which the sums leave out."""
        reihenfolge = {g: n for n, g in enumerate(self.bestand.gremium)}
        alle = gehaltene(self.bestand, self.gewaehlt.ausschnitt)
        return tuple(sorted(alle, key=lambda s: (-s.datum.toordinal(), reihenfolge[s.gremium_id])))

    @property
    def gremien(self) -> tuple[Gremium, ...]:
        """The Gremien looked at that have a meeting in the cut, or the chosen one."""
        mit = {s.gremium_id for s in self.gehalten}
        alle = (self.bestand.gremium[g] for g in self.gewaehlt.ausschnitt.gremien)
        return tuple(g for g in alle if g.id in mit or self.gremium is not None)

    @property
    def wer(self) -> str:
        """The Gremium, or that it is all of the region."""
        return schlicht(self.gremium.name) if self.gremium else texte.ALLE_GREMIEN

    @property
    def mehrere(self) -> bool:
        """Whether a meeting needs the name of its Gremium."""
        return self.gremium is None

    def unterzeile(self, mit_punkten: bool = True) -> str:
        """What is looked at. `mit_punkten`: theme and Planungsraum too, which choose items of agendas."""
        a = self.gewaehlt.ausschnitt if mit_punkten else None
        thema, raum = (a.thema or "", a.planungsraum or "") if a else ("", "")
        namen = THEMENWAHL.get(thema, ""), self.raeume.get(raum, "")
        return texte.unterzeile(self.wer, self.regionsname, self.b, len(self.gehalten), *namen)


def plaetze(b: Blick) -> Bogen | None:
    """Seats and presence of the Selbstvertretung, meeting by meeting."""
    erfunden = any(s.synthetisch for s in b.gehalten) or b.b.p1.synthetisch
    zeilen = tafeln.anwesende(b.bestand, b.gehalten, b.mehrere)
    workshops = [texte.WORKSHOPS] if len(b.gehalten) > len(b.b.sitzungen) else []
    return _bogen(
        b,
        PLAETZE,
        texte.platzbefund(b.b),
        bild=partial(beteiligungsbilder.platzbild, b.bestand, b.gehalten, b.gremien, b.wer),
        tafel=lambda: eingetragen.tafel("Selbstvertretung und Stellvertretung je Sitzung", zeilen),
        rahmen=lambda: _anwesenheit(b),
        titel="Plätze und Anwesende",
        bedeutung=" ".join([texte.WAS_PLAETZE_SAGEN, *workshops]),
        synthetisch=erfunden,
        zeichen=worte.zeichen(zeilen, worte.MINDESTENS),
    )


def stufen(b: Blick) -> Bogen | None:
    """Two views of each rated item."""
    punkte = b.b.punkte
    return _bogen(
        b,
        STUFEN,
        texte.stufenbefund(punkte, b.b.ausschnitt.nach_punkten),
        bild=partial(beteiligungsbilder.stufenbild, punkte, b.wer),
        tafel=lambda: eingetragen.tafel(beteiligungsbilder.STUFENTABELLE, tafeln.stufen(b.bestand, punkte, b.mehrere)),
        rahmen=lambda: tafeln.punkte_als_rahmen(b.bestand, punkte).insert_column(
            0, pl.Series("region", [b.region] * len(punkte), pl.String)
        ),
        titel="Stufen der Beteiligung",
        bedeutung=texte.ZU_STUFEN,
        synthetisch=any(p.sitzung.synthetisch for p in punkte),
        legende=f"{texte.SCHLUESSEL} {texte.ZUR_ZONE}",
    )


def _anwesenheit(b: Blick) -> pl.DataFrame:
    gruppen = (str(Gruppe.SELBSTVERTRETUNG), *STELLVERTRETUNG)
    zeilen: list[anwesenheitsrahmen.Zeile] = []
    for gremium in b.gremien:
        genannte = genannte_plaetze(b.bestand.sitzrahmen, gremium.id)
        zeilen += anwesenheitsrahmen.platzzeilen(gremium.id, genannte, gruppen[:1], gremium.synthetisch)
    for sitzung in b.gehalten:
        zeilen += anwesenheitsrahmen.sitzungszeilen(sitzung, b.bestand.anwesenheit(sitzung), gruppen)
    return anwesenheitsrahmen.rahmen(zeilen)


def _bogen(
    b: Blick,
    art: str,
    befund: str,
    *,
    bild: Callable[[Modus], Diagramm | None],
    tafel: Callable[[], Tafel],
    rahmen: Callable[[], pl.DataFrame],
    titel: str,
    bedeutung: str,
    synthetisch: bool,
    legende: str = "",
    zeichen: Sequence[Paar] = (),
) -> Bogen | None:
    """What both views have in common. Theme and Planungsraum choose items, so only the ratings follow them."""
    a, nach_punkten = b.gewaehlt.ausschnitt, art == STUFEN
    wahl = {"region": b.region, "gremium": b.gremium.id if b.gremium else "", "jahr": str(a.jahr or ALLE)}
    wahl |= {"thema": a.thema or "", "gebiet": a.planungsraum or ""} if nach_punkten else {}
    wann = texte.zeitraum(a, b.gewaehlt.jahre)
    wer = b.gremium.kurz if b.gremium else ""
    mehr = (wahl.get("thema", ""), b.raeume.get(wahl.get("gebiet", ""), ""))
    return eingetragen.bogen(
        stelle(SEITE, {name: [wert] for name, wert in wahl.items() if wert}, art),
        dateiname("beteiligung", wer, b.region, wann.replace(" bis ", "-"), *mehr, art, synthetisch=synthetisch),
        befund,
        f"{b.unterzeile(nach_punkten)} · {wann}",
        bild=bild,
        tafel=tafel,
        rahmen=rahmen,
        titel=f"{titel} {wann}, {b.wer}, {b.regionsname}",
        angaben=[
            ("Bedeutung", bedeutung),
            ("Quelle", f"{texte.QUELLE} Eingetragen in Sozialraumblick."),
            ("Stand", texte.stand(b.b, b.heute)),
            ("Schutz", texte.SCHUTZ),
        ],
        synthetisch=synthetisch,
        legende=legende,
        zeichen=zeichen,
    )


_BILDER: Final = {PLAETZE: plaetze, STUFEN: stufen}
ARTEN: Final = tuple(_BILDER)


def aus_link(s: Stelle, gebiete: Bestand, heute: date) -> Bogen:
    """The view of a link on the page Beteiligung whose `art` is one of `ARTEN`. Raises `KeineAnsicht`."""
    bestand, raeume = lade(gebiete.region.slug), gebiete.hauptraeume
    parameter = {name: werte[0] for name, werte in s.werte.items() if name in PARAMETER}
    gewaehlt, saetze = loese_auf(parameter, bestand, gebiete.region.name, THEMENWAHL, raeume)
    eingetragen.lehne_ab(saetze, "Beteiligung")
    b = messe(bestand, gewaehlt.ausschnitt, planungsraeume=raeume)
    return eingetragen.pruefe(_BILDER[s.art](Blick(gebiete, bestand, gewaehlt, raeume, b, heute)), "Beteiligung")
