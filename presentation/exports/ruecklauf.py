"""What became of the recommendations of a year as files: one table as CSV, sheets as XLSX."""

from collections.abc import Sequence

import polars as pl

from analysis.gremien.ruecklauf import Werdegang
from models.gremientabellen import Gremium
from presentation.exports.mappe import Blatt, als_mappe
from presentation.exports.tabelle import als_csv_excel
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.gremien import EMPFEHLUNGEN, GRUPPEN, MASSNAHMEN
from presentation.texts.methodik import THEMEN
from presentation.texts.ruecklauf import LAGEN, TERMIN_VORBEI, WAS_ES_HEISST, befund

_EMPFEHLUNGEN = {
    "Kürzel": pl.String,
    "Sitzung": pl.Date,
    "Punkt": pl.Int64,
    "Titel des Punktes": pl.String,
    "Thema": pl.String,
    "Planungsraum": pl.String,
    "Empfehlung": pl.String,
    "Vorgeschlagen von": pl.String,
    "An": pl.String,
    "Heute": pl.String,
    "Antwort am": pl.Date,
    "Tage bis zur Antwort": pl.Int64,
    "Antwort": pl.String,
    "Grund": pl.String,
    "Maßnahmen": pl.Int64,
    "Spätere Sitzungen": pl.Int64,
    "Art der Angabe": pl.String,
}


def als_csv(wege: Sequence[Werdegang]) -> bytes:
    """One row a recommendation, for a German Excel."""
    return als_csv_excel(_empfehlungen(wege))


def als_xlsx(wege: Sequence[Werdegang], gremium: Gremium, jahr: int) -> bytes:
    """Recommendations, measures and what later meetings were told, and what it means."""
    saetze = [("Befund", befund(wege, jahr)), ("Was es heißt", WAS_ES_HEISST), ("Termin vorbei", TERMIN_VORBEI)]
    blaetter = [
        Blatt("Empfehlungen", "Empfehlungen", _empfehlungen(wege)),
        Blatt("Maßnahmen", "Maßnahmen", _massnahmen(wege)),
        Blatt("Berichte", "Was spätere Sitzungen hörten", _berichte(wege)),
        Blatt("Hinweise", "Hinweise", pl.DataFrame(saetze, schema=["Was", "Satz"], orient="row")),
    ]
    hinweis = SYNTHETISCH if any(w.sitzung.synthetisch for w in wege) else "Wie eingetragen"
    return als_mappe(blaetter, f"{gremium.kurz}, Empfehlungen {jahr}", hinweis)


def _empfehlungen(wege: Sequence[Werdegang]) -> pl.DataFrame:
    zeilen = [
        (
            w.empfehlung.id,
            w.sitzung.datum,
            w.top.nummer,
            w.top.titel,
            THEMEN[w.top.thema] if w.top.thema else None,
            w.top.planungsraum,
            w.empfehlung.text,
            GRUPPEN[w.empfehlung.von_gruppe] if w.empfehlung.von_gruppe else None,
            w.empfehlung.an,
            LAGEN[w.lage],
            w.empfehlung.antwort_am,
            w.tage_bis_antwort,
            w.empfehlung.antwort,
            w.empfehlung.grund,
            len(w.massnahmen),
            len(w.stationen),
            "synthetisch" if w.sitzung.synthetisch else "eingetragen",
        )
        for w in wege
    ]
    return pl.DataFrame(zeilen, schema=_EMPFEHLUNGEN, orient="row")


def _massnahmen(wege: Sequence[Werdegang]) -> pl.DataFrame:
    zeilen = [
        (w.empfehlung.id, w.empfehlung.text, m.text, m.verantwortlich, m.bis, MASSNAHMEN[m.status], m.grund)
        for w in wege
        for m in w.massnahmen
    ]
    text = dict.fromkeys(("Kürzel", "Empfehlung", "Maßnahme", "Zuständige Stelle"), pl.String)
    schema = {**text, "Bis": pl.Date, "Stand": pl.String, "Grund": pl.String}
    return pl.DataFrame(zeilen, schema=schema, orient="row")


def _berichte(wege: Sequence[Werdegang]) -> pl.DataFrame:
    zeilen = [
        (w.empfehlung.id, w.empfehlung.text, s.sitzung.datum, EMPFEHLUNGEN[r.status], r.text)
        for w in wege
        for s in w.stationen
        if (r := s.rueckmeldung) is not None
    ]
    schema = {"Kürzel": pl.String, "Empfehlung": pl.String, "Sitzung": pl.Date, "Stand": pl.String, "Text": pl.String}
    return pl.DataFrame(zeilen, schema=schema, orient="row")
