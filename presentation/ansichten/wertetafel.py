"""The tables of one Kennzahl: all areas at a Stichtag, and one area over time."""

from collections.abc import Callable, Sequence
from datetime import date

from analysis.auswahl import Auswahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, am, hat_zahl
from presentation.ansichten.blick import Blick
from presentation.ansichten.bogen import Tafel
from presentation.texts.befunde import betrag
from presentation.texts.quellen import basistext
from presentation.texts.zahlen import KEINE_ANGABE, spanne, stichtagstext, wert_text, zahl
from presentation.zeitreihen import rand


def alle_werte(b: Blick) -> Tafel:
    """All areas at the Stichtag: people or Plätze, population below, value, value at the first comparable Stichtag."""
    auswahl, stichtag, gewaehlt = b.auswahl, b.stichtag, b.auswahl.kennzahl
    frueher = _frueherer(auswahl, stichtag)
    damals = {m.gebiet: m for m in am(b.alle, frueher)} if frueher else {}
    personen = b.personen
    zeilen = []
    for m in sorted(b.heute, key=lambda m: (m.wert is None, -(m.wert or 0), m.name)):
        zeile = {"Gebiet": m.name}
        if gewaehlt.art != "zahl":
            p = personen.get(m.gebiet)
            zeile[gewaehlt.gezaehlt] = wert_text(p.wert, p.von, p.bis, p.status) if p else KEINE_ANGABE
        if gewaehlt.band is not None:
            zeile[f"Einwohner {gewaehlt.band.text}"] = zahl(m.nenner)
        zeile[_spalte(auswahl, stichtag)] = betrag(m, gewaehlt)
        if frueher is not None:
            war = damals.get(m.gebiet)
            zeile[_spalte(auswahl, frueher)] = betrag(war, gewaehlt) if war else KEINE_ANGABE
        zeilen.append(zeile)
    return Tafel(f"Alle Werte: {gewaehlt.titel}", tuple(zeilen))


def im_verlauf(b: Blick) -> Tafel:
    """One area over time, with what is drawn around its values, and the whole of the region beside it."""
    return der_reihe(b.auswahl.kennzahl, [*b.reihe, *b.neben], b.jetzt.name, b.vergleich)


def der_reihe(gewaehlt: Kennzahl, reihe: Sequence[Messung], name: str, vergleich: Sequence[Messung] = ()) -> Tafel:
    """The rows of a trend, oldest first. `name`: of the area or of the part of the people."""
    eigene = sorted(reihe, key=lambda m: (m.stichtag, m.basis))
    kreis = {m.stichtag: m for m in vergleich}
    mehrere = len({m.basis for m in eigene if hat_zahl(m)}) > 1
    mit_rand = any(rand(m, gewaehlt)[0] is not None for m in eigene)
    umgebung = "Spanne der Rundung" if gewaehlt.art == "zahl" else "Übliche Zufallsschwankung"
    zeilen = []
    for m in eigene:
        zeile = {"Stichtag": stichtagstext(m.stichtag)}
        zeile[name] = betrag(m, gewaehlt)
        if mit_rand:
            unten, oben = rand(m, gewaehlt)
            zeile[umgebung] = spanne(unten, oben, gewaehlt.stellen) if unten is not None else "–"
        if kreis:
            anderes = kreis.get(m.stichtag)
            zeile[vergleich[0].name] = betrag(anderes, gewaehlt) if anderes else KEINE_ANGABE
        if mehrere:
            zeile["Grundlage"] = basistext(m.basis)
        zeilen.append(zeile)
    return Tafel(f"Verlauf: {gewaehlt.titel}, {name}", tuple(zeilen))


def _frueherer(auswahl: Auswahl, stichtag: date) -> date | None:
    """The first Stichtag after the last break that is older than the chosen one."""
    ab = auswahl.kennzahl.vergleichbar_ab or 0
    return next((t for t in auswahl.stichtage if t < stichtag and t.year >= ab), None)


def _spalte(auswahl: Auswahl, tag: date) -> str:
    jahr = stichtagstext(tag)
    kurz: dict[str, Callable[[], str]] = {
        "rate": lambda: f"je 1.000, {jahr}",
        "anteil": lambda: f"Anteil {jahr}",
        "verhaeltnis": lambda: f"je {auswahl.kennzahl.faktor}, {jahr}",
        "zahl": lambda: f"{auswahl.kennzahl.gezaehlt} {jahr}",
    }
    return kurz[auswahl.kennzahl.art]()
