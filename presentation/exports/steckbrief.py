"""A Steckbrief as files: one workbook with a sheet per block, and all values of the area in the Contract's columns."""

from collections.abc import Iterator, Sequence

import polars as pl

from analysis import revisionen, sichten
from analysis.bestand import Bestand
from analysis.datenstand import datenstand
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.steckbrief import werte
from analysis.steckbriefteile import Steckbrief
from data_access import abfragen
from models.vokabular import Ebene, Thema
from presentation.exports.mappe import Blatt, als_mappe
from presentation.exports.tabelle import HINWEISE, als_csv_excel
from presentation.texts import datenstand as texte_datenstand
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.hinweise import fuer_datei
from presentation.texts.methodik import THEMEN, rechenweg
from presentation.texts.steckbrief import ueberschrift, unterzeile
from presentation.texts.steckbrieftafeln import vergleichstitel, vorsicht


def als_csv(bestand: Bestand, s: Steckbrief) -> bytes:
    """All Kennzahlen of the area at all Stichtage, for a German Excel."""
    return als_csv_excel(werte(bestand, s.ort))


def als_xlsx(bestand: Bestand, s: Steckbrief) -> bytes:
    """The numbers of the page, their definitions and sources."""
    hinweis = SYNTHETISCH if bestand.synthetisch else "Veröffentlichte, geschützte Zahlen"
    return als_mappe(list(_blaetter(bestand, s)), s.ort.name, hinweis)


def _blaetter(bestand: Bestand, s: Steckbrief) -> Iterator[Blatt]:
    zeilen = [("Befund", ueberschrift(s)), ("Gebiet", unterzeile(s))]
    zeilen += [("Vorsicht", satz) for satz in vorsicht(s)]
    yield Blatt("Überblick", "Überblick", _paare(zeilen))
    if s.bevoelkerung.alter is not None:
        yield Blatt("Alter", "Altersaufbau", altersrahmen(s))
    for thema in Thema:
        if kennzahlen := [k for k in KENNZAHLEN if k.thema == thema and sichten.vorhanden(bestand, k)]:
            # A sheet has room for 31 letters: without what stands in brackets.
            yield Blatt(THEMEN[thema].partition(" (")[0], THEMEN[thema], _werte(bestand, s, kennzahlen))
    if s.leitzahlen:
        yield Blatt("Vergleich", vergleichstitel(s), _vergleich(bestand, s))
    if s.wege:
        yield Blatt("Wege", "Herkunft und Ort der Leistung", _wege(s))
    yield Blatt("Gemeinden", "Gemeinden", _glieder(s))
    for abschnitt in s.abschnitte:
        if abschnitt.zeilen:
            yield Blatt(abschnitt.titel, abschnitt.titel, pl.DataFrame(list(abschnitt.zeilen)))
    if hinweise := _hinweise(bestand, s):
        yield Blatt(HINWEISE, "Was kleine und geschützte Zahlen bedeuten", _paare(hinweise))
    yield Blatt("Definitionen", "Definitionen", _definitionen(bestand))
    yield Blatt("Quellen", "Quellen und Stand der Daten", _datenstand(bestand))


def _datenstand(bestand: Bestand) -> pl.DataFrame:
    freigaben = abfragen.alle_freigaben(bestand.region.slug)
    zeilen = datenstand(bestand, abfragen.lieferungen(), freigaben, revisionen.lade(freigaben))
    return pl.DataFrame(texte_datenstand.voll(zeilen))


def _paare(paare: Sequence[tuple[str, str]]) -> pl.DataFrame:
    return pl.DataFrame(paare, schema=["Was", "Text"], orient="row")


def altersrahmen(s: Steckbrief) -> pl.DataFrame:
    """The age structure of the area and of the whole of the region; no rows without population by age."""
    alter = s.bevoelkerung.alter
    zeilen = []
    if alter is not None:
        zeilen = [(alter.stichtag, g.band.schluessel, g.anzahl, g.anteil, g.kreis, alter.basis) for g in alter.gruppen]
    return pl.DataFrame(
        zeilen,
        schema=[
            "stichtag",
            "altersgruppe",
            "einwohner",
            "anteil_prozent",
            f"{s.ganzes.wort.lower()}_prozent",
            "basis",
        ],
        orient="row",
    )


def _werte(bestand: Bestand, s: Steckbrief, kennzahlen: Sequence[Kennzahl]) -> pl.DataFrame:
    return werte(bestand, s.ort, kennzahlen)


def _vergleich(bestand: Bestand, s: Steckbrief) -> pl.DataFrame:
    """The leading rates of every area compared and of the Kreis, at the Stichtag of the page."""
    teile = []
    for leit in s.leitzahlen:
        if leit.stichtag is None:
            continue
        prinzip = leit.zaehlungen[0].raumprinzip
        einteilung = s.einteilung.id if s.einteilung and s.vergleichsebene == Ebene.PLANUNGSRAUM else ""
        for ebene, schnitt in ((s.vergleichsebene, einteilung), (str(s.ganzes.ebene), "")):
            alle = sichten.gebietswerte(bestand, leit.rate, ebene, prinzip, schnitt)
            teile.append(alle.filter(pl.col("stichtag") == leit.stichtag))
    return pl.concat(teile) if teile else pl.DataFrame()


def _wege(s: Steckbrief) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (w.kennzahl.id, w.raumprinzip, w.stichtag, teil, m.wert, m.von, m.bis)
            for w in s.wege
            for teil, m in (("gesamt", w.gesamt), *w.teile.items())
        ],
        schema=["kennzahl", "gezaehlt_nach", "stichtag", "gegenueber", "wert", "von", "bis"],
        orient="row",
    )


def _glieder(s: Steckbrief) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (g.ags, g.name, g.einwohner.wert, g.einwohner.stichtag, g.einwohner.basis)
            if g.einwohner
            else (g.ags, g.name, None, None, None)
            for g in s.glieder
        ],
        schema={"ags": pl.String, "name": pl.String, "einwohner": pl.Float64, "stichtag": pl.Date, "basis": pl.String},
        orient="row",
    )


def _hinweise(bestand: Bestand, s: Steckbrief) -> list[tuple[str, str]]:
    """Every sign of the sheets once, with its sentence."""
    je_kennzahl = werte(bestand, s.ort).partition_by("kennzahl", as_dict=True)
    alle = [
        paar
        for (slug,), rahmen in je_kennzahl.items()
        if (k := kennzahl(str(slug)))
        for paar in fuer_datei(rahmen, k, bestand, s.ort.ebene, s.ort.einteilung)
    ]
    return list(dict.fromkeys(alle))


def _definitionen(bestand: Bestand) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "kennzahl": k.id,
                "Titel": k.titel,
                "Bedeutung": k.bedeutung,
                "Rechenweg": rechenweg(k),
                "Einheit": k.einheit,
                "Zählweise": k.zaehlweise,
                "Stichtag": k.stichtag,
                "Quelle": k.quelle,
                "Brüche": " ".join(f"{b.jahr}: {b.text}" for b in k.brueche),
                "Vorsicht": " ".join(k.hinweise),
            }
            for k in KENNZAHLEN
            if sichten.vorhanden(bestand, k)
        ]
    )
