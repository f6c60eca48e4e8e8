"""From a link to the view it means: for the command line, for reports, for a Merkliste that others share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.auswahl import Auswahl, loese_auf, waehle_region
from analysis.bestand import Bestand, finde_region, lade
from analysis.gebietswahl import loese_gebiet_auf
from analysis.kennzahlen import katalog
from analysis.messen import Messwerk
from data_access import abfragen
from models.tabellen import Region
from presentation.ansichten import beteiligung, fristen, gliederung, gremien, kennzahl, steckbrief, zusammenarbeit
from presentation.ansichten.blick import Blick, blick_auf
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.steckbrief import Gebietsblick
from presentation.ansichten.stelle import Stelle
from presentation.texts.linksaetze import ohne_stattdessen


@dataclass(frozen=True)
class Anfrage:
    """A link with what it is looked up in. `heute`: the day on which duties and planned meetings are looked at."""

    stelle: Stelle
    bestand: Bestand
    messwerk: Messwerk
    heute: date


Bauer = Callable[[Anfrage], Bogen]
"""Makes the view of a link or raises `KeineAnsicht`."""


def _der_kennzahl(baue: Callable[[Blick], Bogen]) -> Bauer:
    """Views of one Kennzahl, from the parameters of the filter bar."""

    def aus_link(anfrage: Anfrage) -> Bogen:
        auswahl = _streng(loese_auf, anfrage)
        b = blick_auf(auswahl, anfrage.messwerk)
        return baue(kennzahl.pruefe(auswahl, b, anfrage.stelle.art))

    return aus_link


def _des_gebiets(baue: Callable[[Gebietsblick, str], Bogen]) -> Bauer:
    """Views of one area; what follows the "-" of the `art` is the Kennzahl meant."""

    def aus_link(anfrage: Anfrage) -> Bogen:
        b = steckbrief.gebietsblick(_streng(loese_gebiet_auf, anfrage), anfrage.messwerk)
        return baue(b, anfrage.stelle.art.partition("-")[2])

    return aus_link


def _aus_eintragungen(baue: Callable[[Stelle, Bestand, date], Bogen]) -> Bauer:
    """Views of what people entered: each page finds its own."""
    return lambda anfrage: baue(anfrage.stelle, anfrage.bestand, anfrage.heute)


Aufloesung = Callable[[Mapping[str, Sequence[str]], Bestand], tuple[Auswahl, list[str]]]


def _streng(loese: Aufloesung, anfrage: Anfrage) -> Auswahl:
    """The selection of a link. A page falls back and says so; a file that showed something else would mislead."""
    ohne_fassung = {name: werte for name, werte in anfrage.stelle.werte.items() if name != "fassung"}
    auswahl, saetze = loese(ohne_fassung, anfrage.bestand)
    if gewichen := [fehlt for satz in saetze if (fehlt := ohne_stattdessen(satz))]:
        raise KeineAnsicht(" ".join(gewichen))
    return auswahl


ANSICHTEN: Final[Mapping[str, Mapping[str, Bauer]]] = {
    "zahlen": {
        kennzahl.VERLAUF: _der_kennzahl(kennzahl.verlauf),
        kennzahl.RANGFOLGE: _der_kennzahl(kennzahl.rangfolge),
        gliederung.TEILE: _der_kennzahl(lambda b: gliederung.teile(gliederung.pruefe(b))),
        gliederung.VERLAUF_DES_TEILS: _der_kennzahl(lambda b: gliederung.verlauf(gliederung.pruefe(b))),
    },
    steckbrief.SEITE: {
        steckbrief.ALTERSAUFBAU: _des_gebiets(lambda b, _: steckbrief.altersaufbau(b)),
        steckbrief.VERLAUF: _des_gebiets(lambda b, zahl: steckbrief.verlauf(b, steckbrief.leitzahl(b, zahl))),
        steckbrief.SPANNE: _des_gebiets(lambda b, zahl: steckbrief.spanne(b, steckbrief.leitzahl(b, zahl))),
    },
    "karte": {kennzahl.KARTE: _der_kennzahl(kennzahl.karte)},
    gremien.SEITE: dict.fromkeys(gremien.ARTEN, _aus_eintragungen(gremien.aus_link)),
    fristen.SEITE: dict.fromkeys(fristen.ARTEN, _aus_eintragungen(fristen.aus_link)),
    beteiligung.SEITE: dict.fromkeys(beteiligung.ARTEN, _aus_eintragungen(beteiligung.aus_link)),
}
"""The pictures of each page by their `art`; one that ends in "-" is followed by a Kennzahl."""

NAMEN: Final[Mapping[str, Mapping[str, str]]] = {
    "zahlen": {
        kennzahl.VERLAUF: "Verlauf",
        kennzahl.RANGFOLGE: "Rangfolge",
        gliederung.TEILE: "Alter und Geschlecht",
        gliederung.VERLAUF_DES_TEILS: "Verlauf nach Alter und Geschlecht",
    },
    steckbrief.SEITE: {
        steckbrief.ALTERSAUFBAU: "Altersaufbau",
        steckbrief.VERLAUF: "Verlauf in Personen",
        steckbrief.SPANNE: "Gebiete im Vergleich",
    },
    "karte": {kennzahl.KARTE: "Karte"},
    gremien.SEITE: {
        gremien.PLAETZE: "Vereinbarte Plätze",
        gremien.ANWESENDE: "Anwesende",
        gremien.JAHRE: "Sitzungen nach Jahren",
        zusammenarbeit.ANTWORTEN: "Antworten der vier Seiten",
        zusammenarbeit.REIHE: zusammenarbeit.REIHENTABELLE,
    },
    fristen.SEITE: {fristen.STREIFEN: "Fristen im Jahr"},
    beteiligung.SEITE: {beteiligung.PLAETZE: "Plätze und Anwesende", beteiligung.STUFEN: "Stufen der Beteiligung"},
}
"""What a reader calls the pictures in `ANSICHTEN`."""


def artname(stelle: Stelle) -> str:
    """What a reader calls the picture of a link, with its Kennzahl; "Ansicht" where there is no such picture."""
    namen = NAMEN.get(stelle.seite, {})
    stamm, strich, zahl = stelle.art.partition("-")
    genannt = next(iter(stelle.werte.get("kennzahl", ())), "") if stelle.art in namen else zahl
    name = namen.get(stelle.art) or namen.get(stamm + strich, "Ansicht")
    gewaehlt = katalog.kennzahl(genannt)
    return f"{name}: {gewaehlt.kurz}" if gewaehlt is not None else name


def lade_bestand(region: Region) -> Bestand:
    """The region at the Fassung in force."""
    return lade(region, abfragen.stand(region.slug))


def bogen(
    stelle: Stelle,
    messwerk: Messwerk,
    bestand_der: Callable[[Region], Bestand] = lade_bestand,
    *,
    heute: date,
) -> Bogen:
    """The view of a link with the numbers in force now. Raises `KeineAnsicht`.

    `heute`: the day on which duties and planned meetings are looked at.
    """
    baue = _bauer(stelle)
    return baue(Anfrage(stelle, bestand_der(_region(stelle)), messwerk, heute))


def _bauer(stelle: Stelle) -> Bauer:
    der_seite = ANSICHTEN.get(stelle.seite)
    if der_seite is None:
        raise KeineAnsicht(
            f"Die Seite „{_seitenname(stelle)}“ hat keine Ansicht zum Mitnehmen.",
            f"Die Seite „{stelle.seite}“ hat keine Ansicht zum Mitnehmen. Möglich sind: {', '.join(ANSICHTEN)}.",
        )
    stamm, strich, _ = stelle.art.partition("-")
    baue = der_seite.get(stelle.art) or der_seite.get(stamm + strich)
    if baue is None or (stelle.art == stamm + strich and strich):
        raise KeineAnsicht(
            f"Die gemeinte Ansicht gibt es auf der Seite „{_seitenname(stelle)}“ nicht. Möglich sind: "
            f"{', '.join(NAMEN[stelle.seite].values())}.",
            f"Die Ansicht „{stelle.art}“ gibt es auf der Seite „{stelle.seite}“ nicht. Möglich sind: "
            f"{', '.join(f'{art}<Kennzahl>' if art.endswith('-') else art for art in der_seite)}.",
        )
    return baue


def _seitenname(stelle: Stelle) -> str:
    """The path of a page is its name in small letters."""
    return stelle.seite.capitalize()


def _region(stelle: Stelle) -> Region:
    genannt = next(iter(stelle.werte.get("region", ())), "")
    region, saetze = waehle_region(genannt, abfragen.regionen(), finde_region)
    if saetze:
        raise KeineAnsicht(f"Die Region „{genannt}“ gibt es hier nicht.")
    return region
