"""The views of the Kreis by age and sex: its parts side by side, and the trend of one part."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import polars as pl

from analysis import gliederungen
from analysis.gliederungen import Teilmessung
from analysis.vergleiche import Entwicklung, Messung, am, entwicklung
from models.schutz import ALTER, GESCHLECHT, Gliederung
from models.vokabular import INSGESAMT
from presentation import bilder
from presentation.ansichten import reihen, wertetafel
from presentation.ansichten.blick import Blick
from presentation.ansichten.bogen import Bogen, Datenreihe, KeineAnsicht, Reihen, Tafel
from presentation.ansichten.kennzahl import bogen_der_kennzahl
from presentation.charts.diagramm import Diagramm
from presentation.charts.gliederungsbild import Teil, gliederungsbild
from presentation.farben import Modus
from presentation.texts import befunde, hinweise
from presentation.texts import gliederung as texte
from presentation.texts.befunde import betrag
from presentation.texts.hinweise import Gezeigt
from presentation.texts.zahlen import datum, wert_text, zahl

TEILE: Final = "alter-geschlecht"
VERLAUF_DES_TEILS: Final = "verlauf-des-teils"


@dataclass(frozen=True)
class Aufgliederung:
    """The parts of the Kreis at all Stichtage, and what is chosen of them."""

    blick: Blick
    raster: Gliederung
    alle: tuple[Teilmessung, ...]

    @property
    def heute(self) -> list[Teilmessung]:
        """All parts at the Stichtag with the sums, ages from young to old."""
        return [t for t in self.alle if t.messung.stichtag == self.blick.stichtag]

    @property
    def gewaehlt(self) -> tuple[str, str]:
        """Age group and sex."""
        return self.blick.auswahl.altersgruppe, self.blick.auswahl.geschlecht

    @property
    def ist_teil(self) -> bool:
        """Whether a part is chosen, and not all people."""
        return self.gewaehlt != (INSGESAMT, INSGESAMT)

    @property
    def passende(self) -> list[Teilmessung]:
        """The parts at the Stichtag that fit the choice, with their sums."""
        return [t for t in self.heute if self.passt(t)]

    @property
    def reihe(self) -> list[Messung]:
        """The chosen part over time."""
        return [t.messung for t in self.alle if (t.altersgruppe, t.geschlecht) == self.gewaehlt]

    @property
    def gezeichnete(self) -> list[Teilmessung]:
        """The cells of the second cube; sums, and sexes known as a small range only, stay in the table."""
        heute = self.heute
        return [
            t
            for t in heute
            if (t.altersgruppe != INSGESAMT or not any(x.altersgruppe != INSGESAMT for x in heute))
            and (t.geschlecht in ("m", "w") or not any(x.geschlecht != INSGESAMT for x in heute))
        ]

    def passt(self, t: Teilmessung) -> bool:
        """Whether a part fits the choice."""
        paare = zip(self.gewaehlt, (t.altersgruppe, t.geschlecht), strict=True)
        return all(wahl in (INSGESAMT, wert) for wahl, wert in paare)


def aufgliederung(b: Blick) -> Aufgliederung | None:
    """The parts behind a view; None below the Kreis, without a published breakdown, and at a Stichtag without one."""
    a = b.auswahl
    raster = gliederungen.gliederung(a.bestand, a.kennzahl)
    if not a.ist_ganzes or raster is None or raster.raumprinzip != a.raumprinzip:
        return None
    g = Aufgliederung(b, raster, b.messwerk.gliederungswerte(a.bestand, a.kennzahl))
    return g if g.heute else None


def pruefe(b: Blick) -> Aufgliederung:
    """The parts that a link asks for. Raises `KeineAnsicht` with the reason why there are none."""
    a = b.auswahl
    if (g := aufgliederung(b)) is not None:
        return g
    grund = gliederungen.warum_nicht(a.bestand, a.kennzahl, a.ebene, a.raumprinzip, (ALTER,))
    raise KeineAnsicht(grund or f"Am {datum(b.stichtag)} gibt es keine Zahlen nach Alter und Geschlecht.")


def teile(g: Aufgliederung) -> Bogen:
    """The age groups by sex side by side, the chosen ones framed. Page Zahlen."""
    a, worte = g.blick.auswahl, texte.der_gruppe(g.blick.auswahl.kennzahl)

    def bild(modus: Modus) -> Sequence[Diagramm]:
        titel = f"{a.kennzahl.titel}, {a.bestand.region.name}, {datum(g.blick.stichtag)}"
        return [gliederungsbild(_teile(g), titel=titel, modus=modus, stellen=a.kennzahl.stellen)]

    befund = texte.befund(g.heute, worte, g.gewaehlt)
    return bogen_der_kennzahl(
        g.blick,
        "zahlen",
        TEILE,
        befund,
        kopf=befund,
        ort=a.bestand.region.name,
        bild=bild,
        tafel=partial(tafel, g, g.heute),
        rahmen=lambda: _rahmen(g).filter(pl.col("stichtag") == g.blick.stichtag),
        zahlen=partial(_reihen, g),
        zeichen=_zeichen(g, [t.messung for t in g.heute]),
    )


def verlauf(g: Aufgliederung) -> Bogen:
    """The trend of the chosen part of the Kreis. Page Zahlen. Raises `KeineAnsicht` where there is none."""
    a, worte, name = g.blick.auswahl, texte.der_gruppe(g.blick.auswahl.kennzahl), texte.teilname(*g.gewaehlt)
    if not hat_verlauf(g):
        raise KeineAnsicht(
            f"Für „{name}“ gibt es hier keinen eigenen Verlauf. Bitte eine Altersgruppe oder ein Geschlecht mit Zahlen "
            "wählen."
        )
    stoff = bilder.verlaufsstoff(worte, g.reihe)
    return bogen_der_kennzahl(
        g.blick,
        "zahlen",
        VERLAUF_DES_TEILS,
        befunde.ueberschrift(name, _entwicklung(g), g.blick.personenkennzahl),
        kopf=f"Verlauf: {name}",
        ort=f"{a.bestand.region.name}, {name}",
        bild=lambda modus: [bilder.verlaufsbild(worte, g.reihe, modus)],
        tafel=lambda: wertetafel.der_reihe(worte, g.reihe, name),
        rahmen=lambda: _rahmen(g).filter(pl.col(ALTER) == g.gewaehlt[0], pl.col(GESCHLECHT) == g.gewaehlt[1]),
        zahlen=lambda: reihen.des_verlaufs(stoff, worte.einheit, worte.stellen),
        zeichen=_zeichen(g, g.reihe),
        teil=name,
        gestalt="verlauf",
    )


def hat_verlauf(g: Aufgliederung) -> bool:
    """Whether there is a trend of the chosen part to draw."""
    return g.ist_teil and any(m.wert is not None for m in g.reihe)


def tafel(g: Aufgliederung, gezeigt: Sequence[Teilmessung]) -> Tafel:
    """These parts, a rate with the inhabitants of the same age and sex."""
    gewaehlt = g.blick.auswahl.kennzahl
    zeilen = []
    for t in gezeigt:
        zeile = {
            "Alter": texte.alter(t.altersgruppe),
            "Geschlecht": texte.geschlecht(t.geschlecht, t.altersgruppe),
            texte.der_gruppe(gewaehlt).einheit: betrag(t.messung, gewaehlt),
        }
        if gewaehlt.art == "rate":
            zeile["Einwohner"] = zahl(t.messung.nenner)
        zeilen.append(zeile)
    return Tafel(f"{gewaehlt.titel} nach Alter und Geschlecht", tuple(zeilen))


def _teile(g: Aufgliederung) -> list[Teil]:
    return [
        Teil(
            texte.teilname(t.altersgruppe, t.geschlecht),
            t.messung.wert,
            t.messung.von,
            t.messung.bis,
            t.messung.status,
            zweite=t.geschlecht == "m",
            gewaehlt=g.ist_teil and g.passt(t),
        )
        for t in g.gezeichnete
    ]


def _reihen(g: Aufgliederung) -> Reihen | None:
    """Ages with a bar a sex where both are known, else a bar a part. None without a number to draw."""
    worte, gezeigt = texte.der_gruppe(g.blick.auswahl.kennzahl), list(zip(g.gezeichnete, _teile(g), strict=True))
    if not any(teil.ist_zahl for _, teil in gezeigt):
        return None
    gepaart = all(INSGESAMT not in (t.altersgruppe, t.geschlecht) for t, _ in gezeigt)
    je = {(texte.alter(t.altersgruppe), texte.GESCHLECHT[t.geschlecht]): teil for t, teil in gezeigt}
    if not gepaart:
        je = {(teil.name, worte.kurz): teil for _, teil in gezeigt}
    kategorien, namen = (tuple(dict.fromkeys(schluessel[n] for schluessel in je)) for n in (0, 1))
    linien = []
    for name in namen:
        eigene = [je.get((kategorie, name)) for kategorie in kategorien]
        linien.append(
            Datenreihe(
                name,
                tuple(t.wert if t is not None and t.ist_zahl else None for t in eigene),
                vergleich=gepaart and any(t is not None and t.zweite for t in eigene),
                hervor=tuple(t is not None and t.gewaehlt for t in eigene),
                worte=tuple(
                    wert_text(t.wert, t.von, t.bis, t.status, worte.stellen) if t is not None else "" for t in eigene
                ),
            )
        )
    return Reihen("balken", kategorien, tuple(linien), worte.einheit, worte.stellen)


def _entwicklung(g: Aufgliederung) -> Entwicklung | None:
    """How the people of the part developed."""
    b = g.blick
    alle = b.messwerk.gliederungswerte(b.auswahl.bestand, b.personenkennzahl)
    personen = [t.messung for t in alle if (t.altersgruppe, t.geschlecht) == g.gewaehlt]
    return entwicklung(personen, b.personenkennzahl, b.stichtag) if am(personen, b.stichtag) else None


def _zeichen(g: Aufgliederung, messungen: Sequence[Messung]) -> list[tuple[str, str]]:
    a = g.blick.auswahl
    return hinweise.zeichen(a.bestand, [Gezeigt(a.kennzahl, a.raumprinzip, m) for m in messungen])


def _rahmen(g: Aufgliederung) -> pl.DataFrame:
    a = g.blick.auswahl
    return gliederungen.gliederungswerte(a.bestand, a.kennzahl)
