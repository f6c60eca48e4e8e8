"""The Steckbrief of one area on paper: what the page „Planungsraum“ says, in its order, on two to four pages of A4."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.auswahl import Auswahl
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from analysis.messen import Messwerk
from analysis.sichten import stichtage
from analysis.steckbriefteile import Leitzahl, Steckbrief, Themenblock, Weitere
from models.grundzahlen import EINWOHNER
from models.vokabular import Ebene, Raumprinzip
from presentation.ansichten.stelle import Stelle, stelle
from presentation.bilder import geometrie_fuer_datei, kartenbild, legendenbild, ohne_geometrie
from presentation.exports.papier import Papier
from presentation.steckbriefbilder import aufbaubild, themenbild
from presentation.texts import berichte as worte
from presentation.texts import hinweise, steckbrieftafeln
from presentation.texts import steckbrief as texte
from presentation.texts import steckbriefzeichen as zeichen
from presentation.texts.befunde import betrag, veraenderung
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import datum

SEITE: Final = "planungsraum"
MEISTE_NAMEN: Final = 9
"""With more areas than this the map names the chosen one only, and the legend says what its colours mean."""
KARTE_HOECHSTENS: Final = 9.5
"""Centimetres."""
BILD_HOECHSTENS: Final = 7.5
KARTENHOEHE: Final = 300
"""Pixels of the map in itself."""


def schreibe(
    papier: Papier, s: Steckbrief, bestand: Bestand, messwerk: Messwerk, basis: str = "", weg: str = "", marke: str = ""
) -> None:
    """One area below its heading of level 1. `weg`: a sentence on withdrawn numbers. `marke`: it begins a new page and
    a list of contents leads to it. `basis`: address of the installation, for the link to the page.
    """
    papier.ueberschrift(texte.ueberschrift(s), 1, neue_seite=bool(marke), marke=marke)
    papier.absatz(texte.unterzeile(s))
    if weg:
        papier.absatz(weg)
    _bevoelkerung(papier, s)
    _lage(papier, s, bestand, messwerk)
    erste = True
    for block in s.themen:
        _thema(papier, block, s, mit_legende=erste)
        erste = erste and not _gezaehlte(block)
    if s.rahmen:
        papier.ueberschrift("Rahmen", 2)
        _weitere(papier, s.rahmen, s, f"Rahmen: {s.ort.name}")
    _wege(papier, s)
    for abschnitt in s.abschnitte:
        if abschnitt.saetze or abschnitt.zeilen:
            papier.ueberschrift(abschnitt.titel, 2)
            for satz in abschnitt.saetze:
                papier.absatz(worte.schlicht_gesagt(satz))
            papier.tafel(f"{abschnitt.titel}: {s.ort.name}", worte.zeilen_fuer_papier(abschnitt.zeilen))
    _vergleich(papier, s)
    _grenzen(papier, s, bestand)
    if basis:
        papier.code(link(s, bestand).adresse(basis), f"{s.ort.name} in Sozialraumblick")


def link(s: Steckbrief, bestand: Bestand) -> Stelle:
    """The page of this area at this Stichtag."""
    einteilung = s.ort.einteilung if s.ort.einteilung != bestand.region.haupteinteilung_id else ""
    tag = s.stichtag
    jahr = str(tag.year) if tag and (tag.month, tag.day) == (12, 31) else ""
    parameter = {
        "region": bestand.region.slug,
        "ebene": s.ort.ebene,
        "gebiet": s.ort.gebiet,
        "einteilung": einteilung,
        "jahr": jahr,
        "stichtag": tag.isoformat() if tag and not jahr else "",
    }
    return stelle(SEITE, {name: [wert] for name, wert in parameter.items() if wert}, "steckbrief")


def _bevoelkerung(papier: Papier, s: Steckbrief) -> None:
    papier.ueberschrift("Bevölkerung", 2)
    jetzt, gewaehlt = s.bevoelkerung.jetzt, kennzahl(EINWOHNER)
    if jetzt is not None and gewaehlt is not None:
        mehr = veraenderung(s.bevoelkerung.entwicklung, gewaehlt)
        papier.angabe("Einwohner", f"{betrag(jetzt, gewaehlt)}{f', {mehr}' if mehr else ''}")
    papier.absatz(" ".join(texte.bevoelkerung(s)))
    if s.bevoelkerung.alter and (bild := aufbaubild(s.bevoelkerung.alter, s.ort.name, "druck", s.ganzes)):
        papier.bild([bild], hoechstens_cm=BILD_HOECHSTENS)
        titel = f"Altersaufbau: {s.ort.name}, {datum(s.bevoelkerung.alter.stichtag)}"
        papier.tafel(titel, worte.zeilen_fuer_papier(steckbrieftafeln.alterszeilen(s)), zahlen=True)
    if s.ort.ebene != Ebene.GEMEINDE:
        papier.ueberschrift("Gemeinden", 2)
        papier.absatz("; ".join(name for _, name in steckbrieftafeln.gliednamen(s)))


def _lage(papier: Papier, s: Steckbrief, bestand: Bestand, messwerk: Messwerk) -> None:
    """The region with this area marked; a sentence where there are no boundaries."""
    leit = next((x for x in s.leitzahlen if x.stellung is not None), None)
    if leit is None or leit.stichtag is None:
        return
    auswahl = Auswahl(
        bestand,
        leit.rate,
        s.vergleichsebene,
        (s.einteilung.id if s.einteilung else "") if s.vergleichsebene == Ebene.PLANUNGSRAUM else "",
        leit.zaehlungen[0].raumprinzip,
        leit.stichtag,
        stichtage(bestand, leit.rate),
        () if s.ist_ganzes else (s.ort.gebiet,),
    )
    papier.ueberschrift(f"Lage: {leit.zahl.kurz} {leit.rate.einheit}", 2)
    satz, ohne_karte = ohne_geometrie(auswahl)
    if satz:
        papier.absatz(satz)
    if ohne_karte:
        return
    alle = messwerk.alle_messungen(bestand, leit.rate, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung)
    viele = sum(m.stichtag == leit.stichtag for m in alle) > MEISTE_NAMEN and bool(auswahl.gebiete)
    karte = kartenbild(auswahl, alle, "druck", geometrie_fuer_datei(auswahl), kompakt=True, nur_gewaehlt=viele)
    karte = replace(karte, spec={**karte.spec, "height": KARTENHOEHE})
    papier.bild([legendenbild(auswahl, alle, "druck"), karte], hoechstens_cm=KARTE_HOECHSTENS)


def _gezaehlte(block: Themenblock) -> list[Leitzahl]:
    return [leit for leit in block.leitzahlen if leit.zaehlungen]


def _thema(papier: Papier, block: Themenblock, s: Steckbrief, *, mit_legende: bool) -> None:
    """The leading figures in sentences and one picture, all others in a table."""
    papier.ueberschrift(THEMEN[block.thema], 2)
    for leit in block.leitzahlen:
        papier.angabe(leit.zahl.kurz, worte.leitzahl(leit, s))
    if leitzahlen := _gezaehlte(block):
        tabelle = steckbrieftafeln.vergleichstitel(s)
        papier.bild([themenbild(leitzahlen, s.ort.gebiet, "druck", tabelle, s.ganzes)], hoechstens_cm=BILD_HOECHSTENS)
        if mit_legende:
            papier.absatz(worte.bildlegende(s), klein=True)
    _weitere(papier, block.weitere, s, f"Weitere Zahlen: {THEMEN[block.thema]}, {s.ort.name}")


def _weitere(papier: Papier, weitere: Sequence[Weitere], s: Steckbrief, titel: str) -> None:
    breiten = (6, 3.6, 2.6, 2.2) if s.ist_ganzes else (5.2, 2.4, 2.4, 2.8, 2.4, 2.1)
    papier.tafel(titel, worte.zeilen_fuer_papier(texte.weitere_zeilen(weitere, s)), breiten, zahlen=True)


def _wege(papier: Papier, s: Steckbrief) -> None:
    tafeln = {prinzip: steckbrieftafeln.wegezeilen(s, prinzip) for prinzip in Raumprinzip}
    if not any(tafeln.values()):
        return
    papier.ueberschrift("Herkunft und Ort der Leistung", 2)
    papier.absatz(steckbrieftafeln.wegesatz(s))
    for prinzip, zeilen in tafeln.items():
        titel = f"Nach {texte.ZAEHLUNG[prinzip]}: {s.ort.name}"
        papier.tafel(titel, worte.zeilen_fuer_papier(zeilen), zahlen=True)


def _vergleich(papier: Papier, s: Steckbrief) -> None:
    """What the pictures show, as far as it fits on paper."""
    for titel, zeilen in (
        (steckbrieftafeln.vergleichstitel(s), steckbrieftafeln.vergleichszeilen(s)),
        (f"Personen nach Jahren, nach Herkunft: {s.ort.name}", steckbrieftafeln.jahreszeilen(s)),
    ):
        if not zeilen:
            continue
        papier.ueberschrift(titel, 2)
        if len(zeilen) > worte.ZEILEN_HOECHSTENS:
            papier.absatz(worte.zu_lang(len(zeilen)))
            continue
        teile = worte.geteilt(worte.zeilen_fuer_papier(zeilen))
        for nummer, teil in enumerate(teile, start=1):
            name = f"{titel}, Teil {nummer} von {len(teile)}" if len(teile) > 1 else titel
            papier.tafel(name, teil, (4, *[3] * (len(teil[0]) - 1)), zahlen=True)


def _grenzen(papier: Papier, s: Steckbrief, bestand: Bestand) -> None:
    """What the data cannot say, what the signs mean, how the numbers are protected."""
    if saetze := steckbrieftafeln.vorsicht(s):
        papier.ueberschrift("Was diese Zahlen nicht sagen", 2)
        papier.liste(saetze)
    papier.ueberschrift("Zeichen, Schutz und Grenzen", 2)
    gezeigt = [g for block in s.themen for g in zeichen.des_themas(block)]
    gezeigt += [*zeichen.der_weiteren(s.rahmen), *zeichen.des_vergleichs(s), *zeichen.der_jahre(s)]
    for wort, satz in hinweise.je_art(bestand, gezeigt):
        papier.absatz(f"„{wort}“: {satz}", klein=True)
    papier.angabe("Schutz", zeichen.schutzzeile(s, bestand), klein=True)
    papier.angabe("Grenzen", bestand.grenzquelle(Ebene.GEMEINDE), klein=True)
