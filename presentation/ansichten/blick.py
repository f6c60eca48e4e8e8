"""What a view on one Kennzahl looks at: the selection with its values. The same on a page and in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis import sichten
from analysis.auswahl import Auswahl
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.messen import Messwerk
from analysis.vergleiche import Entwicklung, Messung, am, entwicklung, reihe
from presentation.texts.hinweise import Gezeigt, zeichen
from presentation.texts.schutzsaetze import personensatz


@dataclass(frozen=True)
class Blick:
    """The selection at a Stichtag that exists: all areas of the level and the Kreis, over all Stichtage.

    `messwerk`: where values come from, remembered or not.
    """

    auswahl: Auswahl
    stichtag: date
    alle: tuple[Messung, ...]
    kreis: tuple[Messung, ...]
    messwerk: Messwerk

    @property
    def heute(self) -> list[Messung]:
        """The areas at the Stichtag, by name."""
        return am(self.alle, self.stichtag)

    @property
    def kreis_heute(self) -> Messung | None:
        """The Kreis at the Stichtag."""
        return next(iter(am(self.kreis, self.stichtag)), None)

    @property
    def reihe(self) -> Sequence[Messung]:
        """The series of the chosen area, or of the Kreis."""
        gebiete = self.auswahl.gebiete
        return reihe(self.alle, gebiete[0]) if gebiete else self.kreis

    @property
    def neben(self) -> Sequence[Messung]:
        """Values of the same area on other bases or from other sources."""
        a = self.auswahl
        if a.gebiete:
            alle = self.messwerk.nebenmessungen(a.bestand, a.kennzahl, a.ebene, a.einteilung)
            return reihe(alle, a.gebiete[0])
        return self.messwerk.nebenmessungen(a.bestand, a.kennzahl, a.bestand.ganzes.ebene)

    @property
    def beginn(self) -> date:
        """First day of what the Stichtag ends: the Stichtag itself, or the period a figure was counted in."""
        return sichten.beginn(self.auswahl.bestand, self.auswahl.kennzahl, self.stichtag)

    @property
    def jetzt(self) -> Messung:
        """The chosen area (or the Kreis) at the Stichtag."""
        return am(self.reihe, self.stichtag)[0]

    @property
    def personen(self) -> dict[str, Messung]:
        """The people behind a rate or share by area at the Stichtag; none for counts."""
        a = self.auswahl
        zaehl = kennzahl(a.kennzahl.zaehler[0])
        if zaehl is None or a.kennzahl.art == "zahl":
            return {}
        alle = self.messwerk.alle_messungen(a.bestand, zaehl, a.ebene, a.raumprinzip, a.einteilung)
        return {m.gebiet: m for m in am(alle, self.stichtag)}

    @property
    def gezeigt(self) -> list[Gezeigt]:
        """Every value of the areas at the Stichtag, the people behind it first."""
        a = self.auswahl
        zaehl = kennzahl(a.kennzahl.zaehler[0]) or a.kennzahl
        return [Gezeigt(zaehl, a.raumprinzip, m) for m in self.personen.values()] + [
            Gezeigt(a.kennzahl, a.raumprinzip, m) for m in self.heute
        ]

    @property
    def zeichen(self) -> list[tuple[str, str]]:
        """What the signs for protected numbers on the map mean."""
        return self._zeichen(self.heute)

    @property
    def zeichen_der_reihe(self) -> list[tuple[str, str]]:
        """What the signs for protected numbers in the trend mean."""
        return self._zeichen(self.reihe)

    def _zeichen(self, messungen: Sequence[Messung]) -> list[tuple[str, str]]:
        a = self.auswahl
        return zeichen(a.bestand, [Gezeigt(a.kennzahl, a.raumprinzip, m) for m in messungen])

    @property
    def personenkennzahl(self) -> Kennzahl:
        """The count that tells a development in people; a share of protected counts tells it itself."""
        gewaehlt = self.auswahl.kennzahl
        zaehl = kennzahl(gewaehlt.zaehler[0])
        ist_quotient = gewaehlt.art in ("rate", "verhaeltnis") or bool(gewaehlt.merkmal)
        return zaehl if ist_quotient and zaehl is not None else gewaehlt

    @property
    def personenreihe(self) -> list[Messung]:
        """The series of people behind the selection: of the chosen area, or of the Kreis."""
        a, zaehl = self.auswahl, self.personenkennzahl
        if a.gebiete:
            alle = self.messwerk.alle_messungen(a.bestand, zaehl, a.ebene, a.raumprinzip, a.einteilung)
            return reihe(alle, a.gebiete[0])
        return list(self.messwerk.alle_messungen(a.bestand, zaehl, a.bestand.ganzes.ebene, a.raumprinzip))

    @property
    def entwicklung(self) -> Entwicklung | None:
        """How the people behind the selection developed up to the Stichtag."""
        return entwicklung(self.personenreihe, self.personenkennzahl, self.stichtag)

    @property
    def personensatz(self) -> str:
        """What the protected number of people in the area in view means; empty if it is exact or not one of people."""
        a = self.auswahl
        gezaehlt = self.personenkennzahl
        m = next((m for m in self.personenreihe if m.stichtag == self.stichtag), None)
        if gezaehlt.art != "zahl" or m is None or m.exakt:
            return ""
        return personensatz(m.wert, m.von, m.bis, m.status, gezaehlt, a.raumprinzip)

    @property
    def vergleich(self) -> Sequence[Messung]:
        """The Kreis as comparison of the chosen area; none for the Kreis itself and for counts."""
        return self.kreis if self.auswahl.gebiete and self.auswahl.kennzahl.art != "zahl" else ()

    @property
    def basen(self) -> list[str]:
        """What the population rests on at the Stichtag."""
        return sorted({m.basis for m in self.heute})


def blick_auf(auswahl: Auswahl, messwerk: Messwerk) -> Blick | None:
    """The values of a selection; None if there is no Stichtag to see."""
    if auswahl.stichtag is None:
        return None
    bestand, gewaehlt, prinzip = auswahl.bestand, auswahl.kennzahl, auswahl.raumprinzip
    return Blick(
        auswahl,
        auswahl.stichtag,
        messwerk.alle_messungen(bestand, gewaehlt, auswahl.ebene, prinzip, auswahl.einteilung),
        messwerk.alle_messungen(bestand, gewaehlt, bestand.ganzes.ebene, prinzip),
        messwerk,
    )
