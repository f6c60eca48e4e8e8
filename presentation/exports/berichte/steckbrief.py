"""The Steckbrief of one area on paper: what the page „Planungsraum“ says, on five pages of A4 at most."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from analysis.messen import Messwerk
from analysis.steckbriefteile import Leitzahl, Steckbrief, Themenblock, Weitere
from models.grundzahlen import EINWOHNER
from models.vokabular import Ebene, Raumprinzip
from presentation.ansichten.steckbrief import (
    Gebietsblick,
    auswahl_des,
    gebietsblick_des,
    lage,
    leitende_rate,
    seitenlink,
)
from presentation.bilder import geometrie_fuer_datei, kartenbild, legendenbild, ohne_geometrie
from presentation.exports.papier import Papier
from presentation.steckbriefbilder import aufbaubild, themenbild
from presentation.texts import berichte as worte
from presentation.texts import hinweise, steckbrieftafeln
from presentation.texts import steckbrief as texte
from presentation.texts import steckbriefzeichen as zeichen
from presentation.texts.befunde import betrag, veraenderung
from presentation.texts.dateiangaben import zeichenzeilen
from presentation.texts.klartext import klartext, klarzeilen
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import datum, ist_zahl

MEISTE_NAMEN: Final = 9
"""With more areas than this the map names the chosen one only, and the legend says what its colours mean."""
KARTE_HOECHSTENS: Final = 7.5
"""Centimetres."""
BILD_HOECHSTENS: Final = 7.5
BREITEN: Final = {"Kennzahl": 7.6, "Vergleich": 2.7, "Veränderung": 3.0, "Stichtag": 2.1}
"""Shares of the columns of other figures."""
KARTENHOEHE: Final = 205
"""Pixels of the map in itself."""


def schreibe(
    papier: Papier, s: Steckbrief, bestand: Bestand, messwerk: Messwerk, weg: str = "", marke: str = ""
) -> None:
    """One area below its heading of level 1. `weg`: a sentence on withdrawn numbers. `marke`: it begins a new page and
    a list of contents leads to it.
    """
    papier.ueberschrift(texte.ueberschrift(s), 1, neue_seite=bool(marke), marke=marke)
    papier.absatz(texte.unterzeile(s))
    if weg:
        papier.absatz(weg)
    _bevoelkerung(papier, s)
    _lage(papier, gebietsblick_des(s, bestand, messwerk))
    erste = True
    for block in s.themen:
        _thema(papier, block, s, mit_legende=erste)
        erste = erste and not _gezeichnete(block)
    _weitere(papier, s)
    _wege(papier, s)
    for abschnitt in s.abschnitte:
        if abschnitt.saetze or abschnitt.zeilen:
            papier.ueberschrift(abschnitt.titel, 2)
            for satz in abschnitt.saetze:
                papier.absatz(klartext(satz))
            papier.tafel(f"{abschnitt.titel}: {s.ort.name}", klarzeilen(abschnitt.zeilen))
    _vergleich(papier, s)
    _grenzen(papier, s, bestand)


def verweis(papier: Papier, s: Steckbrief, bestand: Bestand, basis: str) -> None:
    """The way to the page, as a code and a link; nothing without an address."""
    if basis:
        papier.code(seitenlink(auswahl_des(s, bestand)).adresse(basis), f"{s.ort.name} in Sozialraumblick")


def _bevoelkerung(papier: Papier, s: Steckbrief) -> None:
    papier.ueberschrift("Bevölkerung", 2)
    jetzt, gewaehlt = s.bevoelkerung.jetzt, kennzahl(EINWOHNER)
    if jetzt is not None and gewaehlt is not None:
        mehr = veraenderung(s.bevoelkerung.entwicklung, gewaehlt)
        papier.angabe("Einwohner", f"{betrag(jetzt, gewaehlt)}{f', {mehr}' if mehr else ''}")
    papier.absatz(" ".join(texte.bevoelkerung(s)))
    if alter := s.bevoelkerung.alter:
        if bild := aufbaubild(s, "druck"):
            papier.bild([bild], hoechstens_cm=BILD_HOECHSTENS)
        titel = f"Altersaufbau: {s.ort.name}, {datum(alter.stichtag)}"
        papier.tafel(titel, klarzeilen(steckbrieftafeln.alterszeilen(s)), zahlen=True)
    if s.ort.ebene != Ebene.GEMEINDE:
        papier.angabe("Gemeinden", "; ".join(name for _, name in steckbrieftafeln.gliednamen(s)))


def _lage(papier: Papier, b: Gebietsblick) -> None:
    """The region with this area marked; a sentence where there are no boundaries."""
    leit, blick = leitende_rate(b.steckbrief), lage(b)
    if leit is None or blick is None:
        return
    papier.ueberschrift(f"Lage: {leit.zahl.kurz} {leit.rate.einheit}", 2)
    satz, ohne_karte = ohne_geometrie(blick.auswahl)
    if satz:
        papier.absatz(satz)
    if ohne_karte:
        return
    viele = len(blick.heute) > MEISTE_NAMEN and bool(blick.auswahl.gebiete)
    geometrie = geometrie_fuer_datei(blick.auswahl)
    karte = kartenbild(blick.auswahl, blick.alle, "druck", geometrie, kompakt=True, nur_gewaehlt=viele)
    legende = replace(legendenbild(blick.auswahl, blick.alle, "druck"), hinweise=())
    papier.bild([legende, karte.mit_hoehe(KARTENHOEHE)], hoechstens_cm=KARTE_HOECHSTENS)


def _gezeichnete(block: Themenblock) -> list[Leitzahl]:
    """Those with anything of this area to draw: its trend, or its rate among the others."""
    return [leit for leit in block.leitzahlen if leit.zaehlungen and _hat_bild(leit)]


def _hat_bild(leit: Leitzahl) -> bool:
    eigene = leit.stellung.eigene if leit.stellung else None
    alle = [*leit.zaehlungen[0].reihe, *([eigene] if eigene else [])]
    return any(ist_zahl(m.wert, m.von, m.bis, m.status) for m in alle)


def _thema(papier: Papier, block: Themenblock, s: Steckbrief, *, mit_legende: bool) -> None:
    """The leading figures in sentences and one picture."""
    papier.ueberschrift(THEMEN[block.thema], 2)
    leitzahlen = _gezeichnete(block)
    for leit in block.leitzahlen:
        papier.angabe(leit.zahl.kurz, worte.leitzahl(leit, s), bleibt=bool(leitzahlen))
    if leitzahlen:
        tabelle = steckbrieftafeln.vergleichstitel(s)
        bild = themenbild(leitzahlen, s.ort.gebiet, "druck", tabelle, s.ganzes)
        legende = (worte.bildlegende(s),) if mit_legende else ()
        papier.bild([replace(bild, hinweise=legende)], hoechstens_cm=BILD_HOECHSTENS)


def _weitere(papier: Papier, s: Steckbrief) -> None:
    """All others in one table, in the order of the themes, the frame of the area last."""
    einzelne = ohne_doppelte([*(w for block in s.themen for w in block.weitere), *s.rahmen])
    if not einzelne:
        return
    papier.ueberschrift("Weitere Zahlen", 2)
    titel = f"Weitere Zahlen: {s.ort.name}"
    hier = [w for w in einzelne if w.wert is not None]
    zeilen = klarzeilen(texte.weitere_zeilen(hier, s))
    tage = {zeile["Stichtag"] for zeile in zeilen}
    if len(tage) == 1:
        titel = f"{titel}, {tage.pop()}"
        zeilen = [{name: wert for name, wert in zeile.items() if name != "Stichtag"} for zeile in zeilen]
    breiten = [BREITEN.get(name, 1.6) for name in zeilen[0]] if zeilen else []
    papier.tafel(titel, zeilen, breiten, zahlen=True)
    if satz := worte.nur_im_ganzen([w for w in einzelne if w.wert is None], s):
        papier.absatz(satz, klein=True)


def ohne_doppelte(weitere: Sequence[Weitere]) -> list[Weitere]:
    """One measure of each group of people, the rate or the share before the number: they say the same."""
    erste: dict[tuple[str, ...], Weitere] = {}
    for w in sorted(weitere, key=lambda w: w.kennzahl.art == "zahl"):
        erste.setdefault(w.kennzahl.zaehler, w)
    return [w for w in weitere if w in erste.values()]


def _wege(papier: Papier, s: Steckbrief) -> None:
    tafeln = {prinzip: steckbrieftafeln.wegezeilen(s, prinzip) for prinzip in Raumprinzip}
    if not any(tafeln.values()):
        return
    papier.ueberschrift("Herkunft und Ort der Leistung", 2)
    papier.absatz(steckbrieftafeln.wegesatz(s))
    for prinzip, zeilen in tafeln.items():
        titel = f"Nach {texte.ZAEHLUNG[prinzip]}: {s.ort.name}"
        fertige = klarzeilen(zeilen)
        papier.tafel(titel, fertige, (9, *[3] * (len(fertige[0]) - 1)) if fertige else (), zahlen=True)


def _vergleich(papier: Papier, s: Steckbrief) -> None:
    """What the pictures show, as far as it fits on paper."""
    vergleich = klarzeilen(steckbrieftafeln.vergleichszeilen(s))
    jahre = worte.nach_jahren(klarzeilen(steckbrieftafeln.jahreszeilen(s)))
    if vergleich or jahre:
        papier.ueberschrift("Die Werte der Bilder", 2)
    titel = steckbrieftafeln.vergleichstitel(s)
    if len(vergleich) > worte.ZEILEN_HOECHSTENS:
        papier.absatz(worte.zu_lang(titel, len(vergleich)))
    elif len(vergleich) > worte.KIPPT_BIS:
        papier.tafel(titel, worte.schmal(vergleich), (2.4, *[1.85] * (len(vergleich[0]) - 1)), zahlen=True)
    elif vergleich:
        papier.tafel(titel, worte.gekippt(vergleich, "Leistung"), (6, *[2.5] * len(vergleich)), zahlen=True)
    if jahre:
        titel = f"Personen nach Jahren, nach Herkunft: {s.ort.name}"
        erste = 1.4 if worte.JAHRESENDE in jahre[0] else 2.1
        papier.tafel(titel, worte.schmal(jahre), (erste, *[1.85] * (len(jahre[0]) - 1)), zahlen=True)


def _grenzen(papier: Papier, s: Steckbrief, bestand: Bestand) -> None:
    """What the data cannot say, what the signs mean, how the numbers are protected."""
    if saetze := steckbrieftafeln.vorsicht(s):
        papier.ueberschrift("Was diese Zahlen nicht sagen", 2)
        papier.liste(saetze)
    papier.ueberschrift("Zeichen, Schutz und Grenzen", 2)
    gezeigt = [g for block in s.themen for g in zeichen.des_themas(block)]
    gezeigt += [*zeichen.der_weiteren(s.rahmen), *zeichen.des_vergleichs(s), *zeichen.der_jahre(s)]
    for zeile in zeichenzeilen(hinweise.je_art(bestand, gezeigt)):
        papier.absatz(zeile, klein=True)
    papier.angabe("Schutz", zeichen.schutzzeile(s, bestand), klein=True)
    papier.angabe("Grenzen", bestand.grenzquelle(Ebene.GEMEINDE), klein=True)
