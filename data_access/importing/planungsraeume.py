"""Our own format `planungsraeume`: which Gemeinde lies in which Planungsraum, of one or more Einteilungen."""

from collections.abc import Callable
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.felder import lies_schluessel
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import finde_kopf, lies_vorlage, uebersetze
from data_access.importing.stichtage import ERLAUBT, lies_stichtag
from models.rahmen import Planungsraumzeilen
from models.schnitt import KUERZEL_ERLAUBT, NAME_ERLAUBT, kuerzel_passt, name_passt
from models.vokabular import Lieferungsart

SPALTEN: Final = ("einteilung", "region", "planungsraum", "name", "ags", "gueltig_von", "gueltig_bis")
"""Columns of the format, in their order."""

_KENNZEICHEN: Final = ("einteilung", "planungsraum", "ags")
_GENANNT: Final = 10
"""More Gemeinden than this are counted, not listed."""


def _erkennt(gitter: Gitter) -> bool:
    return finde_kopf(gitter, SPALTEN, _KENNZEICHEN) is not None


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    rahmen = _rahmen(gitter, datei, umstaende, sammler)
    befund = sammler.befund()
    return Gelesen(befund, Lieferungsart.PLANUNGSRAEUME, planungsraeume=geprueft(Planungsraumzeilen, rahmen, befund))


def _rahmen(gitter: Gitter, datei: Datei, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    tabelle = lies_vorlage(
        gitter, datei, SPALTEN, _KENNZEICHEN, ("gueltig_bis",), sammler, fehlt="je Gemeinde eine Zeile"
    )
    if tabelle is None:
        return None
    sammler.zellen = tabelle.height
    rahmen = _lies_spalten(tabelle, umstaende, sammler)
    if sammler.fehler or sammler.fragen:
        return None
    _pruefe_eindeutig(rahmen, sammler)
    _pruefe_register(rahmen, umstaende, sammler)
    return rahmen.select(Planungsraumzeilen.column_names())


def _lies_spalten(tabelle: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame:
    def wort(spalte: str, lies: Callable[[str], str], leer: str) -> pl.Series:
        return uebersetze(tabelle, spalte, lies, pl.String, sammler, leer=leer)

    def tag(spalte: str, leer: str | None = None) -> pl.Series:
        return uebersetze(tabelle, spalte, lies_stichtag, pl.Date, sammler, leer=leer)

    kuerzel = _nur_wenn(kuerzel_passt, f"Dieses Kürzel geht nicht. {KUERZEL_ERLAUBT}")
    return pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "einteilung": wort("einteilung", kuerzel, "Das Kürzel der Einteilung fehlt. Bitte eintragen."),
            "region": wort(
                "region", str, "Die Region fehlt. Bitte ihr Kürzel oder den Schlüssel des Kreises eintragen."
            ),
            "planungsraum": wort("planungsraum", kuerzel, "Das Kürzel des Planungsraums fehlt. Bitte eintragen."),
            "name": wort(
                "name",
                _nur_wenn(name_passt, f"Dieser Name geht nicht. {NAME_ERLAUBT}"),
                "Der Name des Planungsraums fehlt. Bitte eintragen.",
            ),
            "ags": lies_schluessel(tabelle, "ags", sammler, umstaende),
            "gueltig_von": tag("gueltig_von", f"Der Beginn fehlt. {ERLAUBT} Bitte eintragen."),
            "gueltig_bis": tag("gueltig_bis"),
        }
    )


def _nur_wenn(passt: Callable[[str], bool], grund: str) -> Callable[[str], str]:
    def lies(text: str) -> str:
        if not passt(text):
            raise Mangel(grund)
        return text

    return lies


def _pruefe_eindeutig(rahmen: pl.DataFrame, sammler: Sammler) -> None:
    """A Gemeinde once in an Einteilung; one name a Planungsraum and the reverse; one region and period each."""
    doppelt = rahmen.filter(pl.struct("einteilung", "ags").is_duplicated()).sort("einteilung", "ags", ZEILE)
    for (einteilung, ags), zeilen in doppelt.group_by("einteilung", "ags", maintain_order=True):
        raeume = ", ".join(dict.fromkeys(zeilen["planungsraum"]))
        orte = ", ".join(map(str, zeilen[ZEILE]))
        sammler.beanstande(
            f"Die Gemeinde {ags} steht in „{einteilung}“ mehrmals (Zeilen {orte}; {raeume}). Eine Gemeinde gehört zu "
            "höchstens einem Planungsraum. Bitte alle Zeilen bis auf eine löschen.",
            zeile=zeilen[ZEILE][-1],
            spalte="ags",
            wert=str(ags),
        )
    for spalte, je, was in (
        ("name", ["einteilung", "planungsraum"], "Ein Planungsraum hat einen Namen"),
        ("planungsraum", ["einteilung", "name"], "Ein Name gehört zu einem Planungsraum"),
        ("region", ["einteilung"], "Eine Einteilung gehört zu einer Region"),
        ("gueltig_von", ["einteilung"], "Eine Einteilung hat einen Beginn"),
        ("gueltig_bis", ["einteilung"], "Eine Einteilung hat ein Ende"),
    ):
        verschieden = rahmen.group_by(je, maintain_order=True).agg(pl.col(spalte).unique(maintain_order=True), ZEILE)
        for zeile in verschieden.filter(pl.col(spalte).list.len() > 1).iter_rows(named=True):
            werte = ", ".join("leer" if w is None else str(w) for w in zeile[spalte])
            sammler.beanstande(
                f"{was}. In {' / '.join(f'„{zeile[j]}“' for j in je)} stehen mehrere: {werte}. Bitte angleichen.",
                zeile=zeile[ZEILE][-1],
                spalte=spalte,
            )
    for zeile in (
        rahmen.filter(pl.col("gueltig_bis") < pl.col("gueltig_von")).unique("einteilung").iter_rows(named=True)
    ):
        sammler.beanstande(
            f"Das Ende {zeile['gueltig_bis']} liegt vor dem Beginn {zeile['gueltig_von']}. Bitte berichtigen.",
            zeile=zeile[ZEILE],
            spalte="gueltig_bis",
        )


def _pruefe_register(rahmen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> None:
    """Keys of Gemeinden only, those of a known Kreis all known; what is left out of a Kreis is named."""
    register = umstaende.register
    for zeile, ags in rahmen.filter(pl.col("ags").str.len_chars() != 8).select(ZEILE, "ags").iter_rows():
        sammler.beanstande(
            "Das ist der Schlüssel eines Kreises. Planungsräume bestehen aus Gemeinden (8 Ziffern).",
            zeile=zeile,
            spalte="ags",
            wert=ags,
        )
    unbekannt = rahmen.filter(
        pl.col("ags").str.len_chars() == 8,
        pl.col("ags").str.head(5).is_in(list(register.kreise)),
        ~pl.col("ags").is_in(list(register.gemeinden)),
    )
    sammler.unbekannt = tuple(sorted(set(unbekannt["ags"])))
    for zeile, ags in unbekannt.select(ZEILE, "ags").iter_rows():
        sammler.beanstande(
            f"Die Gemeinde {ags} gibt es im Kreis {ags[:5]} nicht. Bitte den Schlüssel prüfen; nach einer "
            "Gebietsänderung gilt der neue Schlüssel.",
            zeile=zeile,
            spalte="ags",
            wert=ags,
        )
    for (einteilung,), zeilen in rahmen.group_by("einteilung", maintain_order=True):
        genannt = set(zeilen["ags"])
        kreise = {ags[:5] for ags in genannt}
        fehlend = sorted(ags for ags in register.gemeinden if ags[:5] in kreise and ags not in genannt)
        if fehlend:
            sammler.warne(
                f"In „{einteilung}“ {'fehlt' if len(fehlend) == 1 else 'fehlen'} {', '.join(fehlend[:_GENANNT])}"
                f"{f' und {len(fehlend) - _GENANNT} weitere' if len(fehlend) > _GENANNT else ''}. Diese Gemeinden "
                "gehören dann zu keinem Planungsraum."
            )


PROFIL: Final = Profil(
    id=Lieferungsart.PLANUNGSRAEUME.value,
    name="eine Einteilung nach der Vorlage „planungsraeume“",
    art=Lieferungsart.PLANUNGSRAEUME.value,
    # Its column "name" names areas, not persons.
    amtlich=True,
    erkennt=_erkennt,
    lies=_lies,
)
