"""The Konferenzbericht of a region: its numbers and its Gremien for the body that meets about them (KoK, LSP)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Final

from analysis.auswahl import Auswahl
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.datenblatt import Datenblatt, datenblatt
from models.vokabular import Ebene
from presentation.ansichten.stelle import SEITE_DES_ANFANGS, stelle
from presentation.bilder import kartenbilder_fuer_datei, ohne_geometrie
from presentation.exports.berichte import konferenzgremien
from presentation.exports.berichte.konferenzgremien import GREMIEN, Gremienstoff
from presentation.exports.berichte.stoff import Berichtsstoff
from presentation.exports.papier import Papier
from presentation.exports.sitzungsmappe import blatt as doppelseite
from presentation.texts import berichte as worte
from presentation.texts import datenblatt as blatttexte
from presentation.texts import hinweise, lage, methodik
from presentation.texts.dateiangaben import zeichenzeilen
from presentation.texts.klartext import klartext
from presentation.texts.methodik import THEMEN

KARTE_HOECHSTENS: Final = 10.0
"""Centimetres."""
VERLAUFSHOEHE: Final = 140
"""Pixels of a trend in itself: ranking and its table stand on the same page."""
KARTENHOEHE: Final = 270
"""Pixels of a map in itself."""


@dataclass(frozen=True)
class Konferenz:
    """A region, its numbers and its Gremien as they are at this moment."""

    stoff: Berichtsstoff
    gremien: Gremienbestand

    @cached_property
    def zeilen(self) -> list[lage.Themenzeile]:
        """The four themes in a row each."""
        return lage.themen(self.stoff.bestand, self.stoff.messwerk.alle_messungen)

    @cached_property
    def blaetter(self) -> tuple[Datenblatt, ...]:
        """The sheet of each theme."""
        return tuple(
            datenblatt(
                self.stoff.bestand,
                thema,
                *blatttexte.fuehrende(thema),
                {},
                self.stoff.messwerk.alle_messungen,
            )
            for thema in blatttexte.REIHENFOLGE
        )


@dataclass(frozen=True)
class Kapitel:
    """A part of the report, with the name it has in the list of contents. `neue_seite`: it begins a page."""

    marke: str
    name: str
    schreibe: Callable[[Papier], None]
    neue_seite: bool = False


def kapitel(k: Konferenz) -> list[Kapitel]:
    """The parts in their order."""
    alle = [Kapitel("blick", "Auf einen Blick", partial(_blick, k=k))]
    alle += [
        Kapitel(str(b.thema), THEMEN[b.thema], partial(_thema, k=k, blatt=b), neue_seite=bool(b.stichtage))
        for b in k.blaetter
    ]
    stoff = Gremienstoff(k.gremien, k.stoff)
    alle += [
        Kapitel(marke, name, partial(schreibe, stoff), neue_seite=marke == GREMIEN)
        for marke, name, schreibe in konferenzgremien.TEILE
    ]
    return [
        *alle,
        Kapitel("methode", "Wie gezählt und geschützt wird", _methode),
        Kapitel("stand", "Quellen und Stand der Daten", k.stoff.schreibe_stand),
    ]


def _deckblatt(papier: Papier, k: Konferenz, alle: Sequence[tuple[str, str]]) -> None:
    """Region, finding, what is withdrawn, the parts of the file, the way to the page. `alle`: mark and name."""
    bestand = k.stoff.bestand
    papier.titel(titel(k))
    papier.absatz(f"{lage.ueberschrift(bestand, k.zeilen)}.", fett=True)
    papier.absatz(lage.unterzeile(bestand, k.zeilen))
    papier.absatz(worte.berichtsstand(k.stoff.jetzt, bestand))
    if k.stoff.weg:
        papier.absatz(k.stoff.weg)
    papier.absatz("Inhalt", fett=True)
    papier.verzeichnis(dict(alle))
    if k.stoff.basis:
        ziel = stelle(SEITE_DES_ANFANGS, {"region": [bestand.region.slug]})
        papier.code(ziel.adresse(k.stoff.basis), f"{bestand.region.name} in Sozialraumblick")


def titel(k: Konferenz) -> str:
    """Title of the report."""
    return f"Konferenzbericht {k.stoff.bestand.region.name}"


def _blick(papier: Papier, k: Konferenz) -> None:
    """The four themes as the Überblick has them."""
    bestand = k.stoff.bestand
    papier.tafel("Die vier Themen", worte.themenzeilen(k.zeilen), (3, 6.4, 2.4, 2.8, 2.6))
    for zeile in zeichenzeilen(hinweise.je_art(bestand, lage.gezeigt(k.zeilen))):
        papier.absatz(zeile, klein=True)


def _thema(papier: Papier, k: Konferenz, blatt: Datenblatt) -> None:
    """The data sheet of the theme, and its map."""
    doppelseite.datenblatt(papier, k.stoff.bestand, blatt, auf_zwei_seiten=False, hoehe=VERLAUFSHOEHE)
    if blatt.auswahl is not None and blatt.stichtage:
        papier.ueberschrift(f"Karte: {blatt.zahl.kurz} {blatt.rate.einheit}", 2)
        _karte(papier, blatt.auswahl, k)


def _karte(papier: Papier, auswahl: Auswahl, k: Konferenz) -> None:
    satz, ohne_karte = ohne_geometrie(auswahl)
    if satz:
        papier.absatz(satz)
    if ohne_karte:
        return
    einteilung = auswahl.einteilung if auswahl.ebene == Ebene.PLANUNGSRAUM else ""
    alle = k.stoff.messwerk.alle_messungen(
        auswahl.bestand, auswahl.kennzahl, auswahl.ebene, auswahl.raumprinzip, einteilung
    )
    legende, karte = kartenbilder_fuer_datei(auswahl, alle)
    bilder = [replace(legende, hinweise=()), karte.mit_hoehe(KARTENHOEHE)]
    papier.bild(bilder, hoechstens_cm=KARTE_HOECHSTENS)
    papier.angabe("Grenzen", auswahl.bestand.grenzquelle(auswahl.ebene, einteilung), klein=True)


def _methode(papier: Papier) -> None:
    for name, saetze in (
        ("Schutz kleiner Zahlen", methodik.SCHUTZ),
        ("Was sicher ist", methodik.SICHERHEIT),
        ("Ebenen", methodik.EBENEN),
    ):
        papier.ueberschrift(name, 2)
        papier.liste([klartext(satz) for satz in saetze])


def schreibe(papier: Papier, k: Konferenz, anhang: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """The whole report; tells the name of each part before it is written. `anhang`: more entries of the contents."""
    alle = kapitel(k)
    _deckblatt(papier, k, [*((teil.marke, teil.name) for teil in alle), *anhang])
    for teil in alle:
        yield teil.name
        papier.ueberschrift(teil.name, 1, neue_seite=teil.neue_seite, marke=teil.marke)
        teil.schreibe(papier)
