"""The tables of the overview of a Gremium, and the same values as files."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from analysis.gremien.abwesenheit import Fehlend
from analysis.gremien.anwesenheit import Anwesenheit, Zaehlung
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.lage import Gremienlage
from analysis.gremien.plaetze import Institution, Jahr
from models.gremientabellen import Barrierefreiheit, Sitzung
from models.gremienworte import Barrierestand, Gruppe
from models.vokabular import INSGESAMT, Status
from presentation.texts.anwesenheit import NICHT_EINGETRAGEN, anteil, menge, ohne_jede_zahl, vereinbart
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import BARRIEREN, BARRIERESTAENDE, GRUPPEN, KEINE_ANGABE, SYNTHETISCH, stueck, tag
from presentation.texts.zahlen import datum

GEZEIGT: Final = 2
"""Latest meetings beside the seats."""
SPALTEN: Final = 7
"""Columns that fit beside each other on a desk."""
NOCH_NICHT: Final = "noch nicht eingetragen"

BARRIEREZEICHEN: Final = {
    Barrierestand.BEREITGESTELLT: ":material/check_circle:",
    Barrierestand.TEILWEISE: ":material/contrast:",
    Barrierestand.FEHLTE: ":material/cancel:",
    Barrierestand.ANGEFRAGT: ":material/schedule:",
}
"""A shape beside each word."""


def gruppen_der_plaetze(lage: Gremienlage) -> list[str]:
    """Groups that are named or were there lately. Selbstvertretung is always among them: that it lacks is a finding."""
    letzte = [a for _, a in lage.gehalten[-GEZEIGT:]]
    dabei = {str(Gruppe.SELBSTVERTRETUNG)}.union(lage.plaetze, *(a.gruppen for a in letzte))
    return [g for g in GRUPPEN if g in dabei]


def anwesend(da: Anwesenheit, gruppe: str) -> Zaehlung | None:
    """Those of a group at a meeting; None if others were counted and nothing is entered about this group."""
    if gruppe in da.gruppen:
        return da.gruppen[gruppe]
    return None if da.nach_gruppen else Zaehlung()


def plaetze(lage: Gremienlage) -> list[dict[str, object]]:
    """Seats beside the latest meetings, the newest first, with who spoke at the newest."""
    letzte = lage.gehalten[-GEZEIGT:][::-1]
    zeilen = []
    for gruppe in [*gruppen_der_plaetze(lage), INSGESAMT]:
        ganzes = gruppe == INSGESAMT
        zeile: dict[str, object] = {"Gruppe": GRUPPEN[gruppe]}
        if lage.plaetze and ohne_jede_zahl(lage):
            genannt = "ja" if gruppe in lage.plaetze else "nein"
            viele = stueck(len(lage.plaetze), "Gruppe", "Gruppen")
            zeile["Im Register genannt"] = viele if ganzes else genannt
        elif lage.plaetze:
            zeile["Vereinbart"] = _alle_plaetze(lage) if ganzes else vereinbart(lage.plaetze.get(gruppe))
        for n, (sitzung, da) in enumerate(letzte):
            zeile[f"Anwesend {datum(sitzung.datum)}"] = _menge(da.gesamt if ganzes else anwesend(da, gruppe))
            if n == 0 and da.gesprochen:
                sprach = da.insgesamt["rederecht_genutzt"] if ganzes else da.gesprochen.get(gruppe)
                zeile["davon gesprochen"] = _menge(sprach)
        zeilen.append(zeile)
    return zeilen


def _alle_plaetze(lage: Gremienlage) -> str:
    """The sum of the seats, where every entry has a number."""
    alle = lage.plaetze.values()
    if any(p.ohne_zahl for p in alle):
        return "ohne Gesamtzahl"
    return stueck(sum(p.anzahl or 0 for p in alle), "Platz", "Plätze")


def _menge(zahl: Zaehlung | None) -> str:
    return NICHT_EINGETRAGEN if zahl is None else menge(zahl)


def anwesende(lage: Gremienlage) -> list[dict[str, object]]:
    """Meetings that took place, the newest first, by group."""
    gruppen = [
        g for g in lage.gruppen if any(g in a.gruppen for _, a in lage.gehalten) and g != Gruppe.SELBSTVERTRETUNG
    ]
    zeilen = []
    for sitzung, da in reversed(lage.gehalten):
        zeile: dict[str, object] = {
            "Sitzung": datum(sitzung.datum) + (f" ({SYNTHETISCH})" if sitzung.synthetisch else ""),
            "insgesamt": menge(da.gesamt),
            "davon Selbstvertretung": anteil(da, mit_prozent=True),
        }
        zeilen.append(zeile | {GRUPPEN[g]: _menge(anwesend(da, g)) for g in gruppen})
    return zeilen


def geteilt(zeilen: Sequence[dict[str, object]]) -> list[list[dict[str, object]]]:
    """Tables of at most `SPALTEN` columns, each beginning with the first one: a wider table would scroll sideways, out
    of reach of the keyboard.
    """
    erste, *weitere = zeilen[0]
    je_tafel = SPALTEN - 1
    return [
        [{name: z[name] for name in (erste, *weitere[ab : ab + je_tafel])} for z in zeilen]
        for ab in range(0, len(weitere), je_tafel)
    ]


def jahre(alle: Sequence[Jahr]) -> list[dict[str, object]]:
    """Meetings by year, the newest first."""
    return [
        {"Jahr": str(j.jahr), "fand statt": j.stattgefunden, "ausgefallen": j.ausgefallen, "geplant": j.geplant}
        for j in reversed(alle)
    ]


def institutionen(alle: Sequence[Institution]) -> list[dict[str, object]]:
    """How often each institution came."""
    return [
        {
            "Institution": schlicht(i.name),
            "Gruppe": GRUPPEN[i.gruppe],
            "war da": f"{i.dabei} von {i.sitzungen - i.unbekannt}"
            + (f", {i.unbekannt} Mal {KEINE_ANGABE}" if i.unbekannt else ""),
            "zuletzt": tag(i.zuletzt) if i.zuletzt else NICHT_EINGETRAGEN,
        }
        for i in alle
    ]


def barrieren(alle: Sequence[Barrierefreiheit]) -> list[dict[str, object]]:
    """What was asked for and what became of it, in the order of the list."""
    nach_art = {b.art: b.stand for b in alle}
    return [
        {"Was": name, "Ergebnis": f"{BARRIEREZEICHEN[Barrierestand(nach_art[art])]} {BARRIERESTAENDE[nach_art[art]]}"}
        for art, name in BARRIEREN.items()
        if art in nach_art
    ]


def vorbereitung(sitzung: Sitzung, punkte: int) -> list[dict[str, object]]:
    """What is done for a planned meeting and what is not yet."""
    schritte = (
        ("Einladung verschickt", sitzung.einladung_am),
        ("Bedarfe melden bis", sitzung.rueckmeldung_bis),
        ("Unterlagen verschickt", sitzung.unterlagen_am),
        ("Unterlagen in Leichter Sprache verschickt", sitzung.unterlagen_ls_am),
    )
    zeilen: list[dict[str, object]] = [
        {"Schritt": name, "Stand": datum(am) if am is not None else NOCH_NICHT} for name, am in schritte
    ]
    eingetragen = f"{stueck(punkte, 'Punkt', 'Punkte')} eingetragen" if punkte else NOCH_NICHT
    return [*zeilen, {"Schritt": "Tagesordnung", "Stand": eingetragen}]


def fehlende(alle: Sequence[Fehlend]) -> list[dict[str, object]]:
    """Who was expected and absent again and again."""
    return [
        {
            "Gruppe": GRUPPEN[f.gruppe],
            "Institution": schlicht(f.organisation) or "Gruppe im Ganzen",
            "fehlte": f"{f.gefehlt} von {f.gefehlt + f.dabei} Mal",
            KEINE_ANGABE: f.unbekannt,
        }
        for f in alle
    ]


def als_rahmen(bestand: Gremienbestand, lage: Gremienlage) -> pl.DataFrame:
    """All counts of the meetings that took place, one row a number; an unknown one has no value and says why."""
    zeilen = [
        (
            lage.gremium.id,
            sitzung.datum,
            "ja" if sitzung.synthetisch else "nein",
            t.gruppe,
            t.organisation,
            was,
            wert,
            str(Status.GEZEIGT if wert is not None else Status.KEINE_ANGABE),
        )
        for sitzung, _ in lage.gehalten
        for t in bestand.teilnahmen.get(sitzung.id, ())
        for was, wert in (
            ("eingeladen", t.eingeladen),
            ("anwesend", t.anwesend),
            ("rederecht_genutzt", t.rederecht_genutzt),
        )
    ]
    return pl.DataFrame(
        zeilen,
        schema={
            "gremium": pl.String,
            "datum": pl.Date,
            "synthetisch": pl.String,
            "gruppe": pl.String,
            "organisation": pl.String,
            "was": pl.String,
            "wert": pl.Int64,
            "status": pl.String,
        },
        orient="row",
    )


def plaetze_als_rahmen(bestand: Gremienbestand, lage: Gremienlage) -> pl.DataFrame:
    """The entries of the register, one row each, in the words of the source; no number of seats: no value."""
    zeilen = [
        (
            lage.gremium.id,
            s.gruppe,
            s.wortlaut,
            s.anzahl,
            str(Status.GEZEIGT if s.anzahl is not None else Status.KEINE_ANGABE),
            s.stimmrecht or "",
            s.quelle,
        )
        for s in bestand.sitze.get(lage.gremium.id, ())
    ]
    namen = ("gremium", "gruppe", "wortlaut", "wert", "status", "stimmrecht", "quelle")
    return pl.DataFrame(zeilen, schema={n: pl.Int64 if n == "wert" else pl.String for n in namen}, orient="row")
