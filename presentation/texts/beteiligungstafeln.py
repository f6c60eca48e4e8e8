"""The tables of the page Beteiligung, and the same figures and rated items as frames for files."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import polars as pl

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.merkmale import MERKMALE
from analysis.beteiligung.werte import Beteiligung, Punktstufe
from analysis.gremien.anwesenheit import STELLVERTRETUNG, Anwesenheit
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.plaetze import besetzung, plaetze
from models.gremientabellen import Sitzung
from models.gremienworte import Barriereart, Barrierestand, Gruppe
from presentation.texts import beteiligung as saetze
from presentation.texts.anwesenheit import anteil, menge, vereinbart
from presentation.texts.anwesenheitstafeln import BARRIEREZEICHEN, anwesend
from presentation.texts.beteiligungsseite import mit_schwellen, nach_abstand
from presentation.texts.beteiligungsstufen import mit_worten
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import BARRIEREN, BARRIERESTAENDE, GRUPPEN, KEINE_ANGABE, SYNTHETISCH, stueck
from presentation.texts.zahlen import datum

Tafelzeile = dict[str, object]

KEIN_EINTRAG: Final = ":gray[:material/remove: kein Eintrag]"
NICHTS: Final = "–"
SELBST: Final = "Selbstvertretung"
STELLVERTRETEND: Final = "Stellvertretung"


def wo_und_wann(bestand: Gremienbestand, sitzung: Sitzung, mit_gremium: bool) -> str:
    """A meeting in a cell: its day, the Gremium where there are several, whether it is synthetic."""
    teile = [schlicht(bestand.gremium[sitzung.gremium_id].kurz)] if mit_gremium else []
    zusatz = f" ({SYNTHETISCH})" if sitzung.synthetisch else ""
    return ", ".join([*teile, datum(sitzung.datum)]) + zusatz


def anwesende(bestand: Gremienbestand, alle_: Sequence[Sitzung], mit_gremium: bool) -> list[Tafelzeile]:
    """Each meeting, as they come: those who speak for themselves, apart those who speak for others, and the seats."""
    zeilen: list[Tafelzeile] = []
    for sitzung in alle_:
        da = bestand.anwesenheit(sitzung)
        andere = [f"{GRUPPEN[g]} {menge(zahl)}" for g in STELLVERTRETUNG if (zahl := anwesend(da, g)) is not None]
        gezaehlt = [t for t in andere if da.nach_gruppen]
        zeilen.append(
            {
                "Sitzung": wo_und_wann(bestand, sitzung, mit_gremium),
                SELBST: _anwesend(da).replace(" von ", "\u00a0von\u00a0"),
                STELLVERTRETEND: ", ".join(gezaehlt) or ("niemand eingetragen" if da.nach_gruppen else KEINE_ANGABE),
                "Plätze für Selbstvertretung": _plaetze(bestand, sitzung, da),
            }
        )
    return zeilen


def _anwesend(da: Anwesenheit) -> str:
    """Selbstvertretung among all; where one of the two is not known, what is."""
    bekannt = anteil(da)
    if bekannt != KEINE_ANGABE or (da.selbstvertretung.zahl is None and da.gesamt.zahl is None):
        return bekannt
    return f"{menge(da.selbstvertretung)} (insgesamt {menge(da.gesamt)})"


def _plaetze(bestand: Gremienbestand, sitzung: Sitzung, da: Anwesenheit) -> str:
    """The seats of the Selbstvertretung and how many of them were taken."""
    platz = plaetze(bestand.sitzrahmen, sitzung.gremium_id).get(Gruppe.SELBSTVERTRETUNG)
    stand = besetzung(platz, da.selbstvertretung)
    return vereinbart(platz) + (f", {stand.besetzt} besetzt" if stand is not None else "")


def abstand(p: Punktstufe) -> str:
    """The gap in words."""
    if p.abstand is None:
        return "nur eine Seite"
    return stueck(abs(p.abstand), "Stufe", "Stufen") if p.abstand else "keiner"


def stufen(bestand: Gremienbestand, punkte: Sequence[Punktstufe], mit_gremium: bool) -> list[Tafelzeile]:
    """The rated items as the picture has them, with the reasons. The longest word may break, so that all fits."""
    return [
        {
            "Punkt": f"{schlicht(p.top.titel)} · {wo_und_wann(bestand, p.sitzung, mit_gremium)}",
            "Stufen": mit_worten(p.verwaltung, p.selbstvertretung).replace("skompetenz", "s\u00adkompetenz"),
            "Unterschied": abstand(p),
            "Begründung": schlicht(p.top.begruendung) or KEINE_ANGABE,
        }
        for p in nach_abstand(punkte)
    ]


def barrieren(bestand: Gremienbestand, b: Beteiligung, mit_gremium: bool) -> tuple[list[Tafelzeile], list[str]]:
    """Each meeting, the newest first: which kinds were there, in part, missing or only asked for; never how many.

    And the meetings about which nothing at all is entered. The allowance stands apart, as it is counted apart.
    """
    namen = {s.id: wo_und_wann(bestand, s, mit_gremium) for s in reversed(b.sitzungen)}
    alle_ = [s for s in reversed(b.sitzungen) if bestand.barrieren.get(s.id) or s.unterlagen_ls_am]
    staende = {s.id: {e.art: e.stand for e in bestand.barrieren.get(s.id, ())} for s in alle_}
    offen = any(stand == Barrierestand.ANGEFRAGT for je in staende.values() for stand in je.values())
    zeilen: list[Tafelzeile] = [
        {"Sitzung": namen[s.id]}
        | _nach_stand(staende[s.id], _REIHENFOLGE if offen else _REIHENFOLGE[:-1])
        | {"Aufwandsentschädigung": _einzeln(staende[s.id].get(Barriereart.AUFWANDSENTSCHAEDIGUNG))}
        | {"Unterlagen in Leichter Sprache": _vorher(s)}
        for s in alle_
    ]
    return zeilen, [name for id_, name in namen.items() if id_ not in staende]


def _nach_stand(staende: Mapping[str, str], spalten: Sequence[Barrierestand]) -> Tafelzeile:
    """The kinds by what became of them. Without any kind each cell says that nothing is entered."""
    arten = {art: name for art, name in BARRIEREN.items() if art != Barriereart.AUFWANDSENTSCHAEDIGUNG}
    if not set(arten) & set(staende):
        return dict.fromkeys((BARRIERESTAENDE[s] for s in spalten), KEIN_EINTRAG)
    je = {s: [name for art, name in arten.items() if staende.get(art) == s] for s in spalten}
    return {BARRIERESTAENDE[s]: f"{BARRIEREZEICHEN[s]}\u00a0{', '.join(n)}" if n else NICHTS for s, n in je.items()}


def _einzeln(stand: str | None) -> str:
    if stand is None:
        return KEIN_EINTRAG
    return f"{BARRIEREZEICHEN[Barrierestand(stand)]}\u00a0{BARRIERESTAENDE[Barrierestand(stand)]}"


_REIHENFOLGE: Final = (
    Barrierestand.BEREITGESTELLT,
    Barrierestand.TEILWEISE,
    Barrierestand.FEHLTE,
    Barrierestand.ANGEFRAGT,
)


def _vorher(s: Sitzung) -> str:
    if s.unterlagen_ls_am is None:
        return KEIN_EINTRAG
    tage = (s.datum - s.unterlagen_ls_am).days
    return f"{datum(s.unterlagen_ls_am)}, {stueck(tage, 'Tag', 'Tage')} vorher"


def raeume(b: Beteiligung, namen: Mapping[str, str], vertretene: Collection[str]) -> list[Tafelzeile]:
    """Each Planungsraum, and whether an institution of the Selbstvertretung from there came."""
    offen = bool(b.p15.unbekannt)
    return [
        {"Planungsraum": schlicht(name), "Vertreten": "ja" if raum in vertretene else _nicht(offen)}
        for raum, name in namen.items()
    ]


def _nicht(offen: bool) -> str:
    return KEINE_ANGABE if offen else "nein"


def alle(b: Beteiligung) -> list[Tafelzeile]:
    """All sixteen figures: what each asks, what it is in words, what it counts, what it does not say."""
    worte = saetze.saetze(b)
    return [
        {
            "Frage": m.frage,
            "Antwort": worte[code],
            "Gezählt ist": mit_schwellen(m.formel, b.schwellen),
            "Das sagt es nicht": m.sagt_nicht,
        }
        for code, m in MERKMALE.items()
    ]


def jahre(je_jahr: Sequence[tuple[int, Beteiligung]]) -> list[Tafelzeile]:
    """The counts year by year, the newest first: those that fit a cell."""
    return [
        {
            "Jahr": str(jahr) + (f" ({SYNTHETISCH})" if len(b.erfundene) == len(b.sitzungen) else ""),
            "Sitzungen": str(len(b.sitzungen)),
            "Anwesende aus der Selbstvertretung": _kurz(b.p2.summe, b.p2.unbekannt),
            f"Sitzungen mit {b.schwellen.mindestens} oder mehr": _kurz(b.p4),
            "eigene Punkte": _kurz(b.p10),
            "Barrierefreiheit bereitgestellt": _kurz(b.p11.anteil),
            "Empfehlungen beantwortet": _kurz(b.p14),
        }
        for jahr, b in reversed(je_jahr)
    ]


def _kurz(a: Anteil, unbekannt: int = 0) -> str:
    """ "6 von 61", "2 von 14, 1 k. A."; "k. A." where nothing is known, "–" where there is nothing to count."""
    if a.grund in (Grund.KEINE_ANGABE, Grund.NUR_GESAMTZAHL):
        return KEINE_ANGABE
    if not a.nenner:
        return NICHTS
    offen = unbekannt or a.unbekannt
    return f"{a.zaehler} von {a.nenner}" + (f", {offen} {KEINE_ANGABE}" if offen else "")


def als_rahmen(b: Beteiligung) -> pl.DataFrame:
    """The sixteen figures for people: question, answer in words, how it is counted, what it does not say."""
    zeilen = alle(b)
    return pl.DataFrame(
        {"kennzahl": list(MERKMALE)} | {s.lower().replace(" ", "_"): [str(z[s]) for z in zeilen] for s in zeilen[0]}
    )


def punkte_als_rahmen(bestand: Gremienbestand, punkte: Sequence[Punktstufe]) -> pl.DataFrame:
    """The rated items, one row each; a side that did not rate has no value."""
    zeilen = [
        (
            bestand.gremium[p.sitzung.gremium_id].kurz,
            p.sitzung.datum,
            p.top.nummer,
            p.top.titel,
            p.verwaltung,
            p.selbstvertretung,
            p.abstand,
            p.top.begruendung,
            SYNTHETISCH if p.sitzung.synthetisch else "",
        )
        for p in nach_abstand(punkte)
    ]
    ganze = ("punkt", "stufe_verwaltung", "stufe_selbstvertretung", "unterschied")
    namen = ("gremium", "sitzung", "punkt", "titel", *ganze[1:], "begruendung", "herkunft")
    typen = {n: pl.Date if n == "sitzung" else pl.Int64 if n in ganze else pl.String for n in namen}
    return pl.DataFrame(zeilen, schema=typen, orient="row")
