"""Laws of what is published: from random true cells through the protection to every view a reader can ask for."""

import os
from collections import defaultdict
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import dataframely as dy
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import sichten
from analysis.bestand import Bestand, Veroeffentlicht
from analysis.geheimhaltung.schutz import Vorgabe, schuetze
from analysis.geheimhaltung.summen import stroeme
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Wahrwerte, Zuordnung
from tests.installation import EINTEILUNGEN, NAMEN
from tests.von_hand import T23, T24, bestand

gesetz = settings(max_examples=int(os.environ.get("SRB_BEISPIELE", "15")), deadline=None)

GRUND = bestand()
ORTE = tuple(NAMEN)
AUSSEN = ("05915", "uebrige", "unbekannt")
RASTER = [(h, z) for h, z in product((*ORTE, *AUSSEN), repeat=2) if {h, z} & {*ORTE}]
PRINZIPIEN = ("herkunft", "leistungsort")

Zellen = dict[tuple[str, str], int]


def _satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


ZAHL, RATE = _satz("lb_bwf"), _satz("besondere_wohnform_alle")


@st.composite
def bestaende(draw: st.DrawFn) -> tuple[Bestand, dict[str, Zellen]]:
    """The small Kreis with random true cells, published; and the truth by Stichtag."""
    k = draw(st.sampled_from((3, 5, 10)))
    werte = st.one_of(st.just(0), st.integers(0, k), st.integers(k, 4 * k), st.just(500))
    wahr = {tag: {zelle: draw(werte) for zelle in draw(st.sets(st.sampled_from(RASTER)))} for tag in (T23, T24)}
    zeilen = [(tag, h, z, n) for tag, zellen in wahr.items() for (h, z), n in zellen.items() if n]
    rahmen: dy.DataFrame[Wahrwerte] = Wahrwerte.validate(
        pl.DataFrame(zeilen, schema=Wahrwerte.create_empty().schema, orient="row"), cast=True
    )
    vorgabe = Vorgabe(ORTE, AUSSEN, EINTEILUNGEN["haupt"], PRINZIPIEN, k)
    ergebnis = schuetze(rahmen, (T23, T24), vorgabe, b"schluessel")
    frei = Veroeffentlicht(ergebnis.wuerfel, ergebnis.angaben, GRUND.veroeffentlicht["lb_bwf"].freigabe)
    return replace(GRUND, veroeffentlicht={"lb_bwf": frei}), {str(tag): zellen for tag, zellen in wahr.items()}


def werte(
    aus: Bestand, ebene: str, prinzip: str, einteilung: str = "", satz: Kennzahl = ZAHL
) -> dict[tuple[str, str], dict[str, Any]]:
    """(Stichtag, area) -> row of the view."""
    rahmen = sichten.gebietswerte(aus, satz, ebene, prinzip, einteilung)
    return {(str(z["stichtag"]), z["gebiet"]): z for z in rahmen.to_dicts()}


def mit_auswahl(aus: Bestand, orte: tuple[str, ...]) -> Bestand:
    """The same cube seen through any choice of Gemeinden as one area."""
    zeilen = [(ags, "auswahl", "Auswahl") for ags in orte]
    eigene = Zuordnung.validate(pl.DataFrame(zeilen, schema=Zuordnung.column_names(), orient="row"))
    return replace(aus, zuordnungen={**aus.zuordnungen, ("planungsraum", "frei"): eigene})


@gesetz
@given(bestaende())
def test_gemeinden_add_up_to_planungsraeume_and_those_to_the_kreis(fall: tuple[Bestand, dict[str, Zellen]]) -> None:
    aus, _ = fall
    for prinzip in PRINZIPIEN:
        gemeinden = werte(aus, "gemeinde", prinzip)
        raeume: dict[tuple[str, str], float] = defaultdict(float)
        kreis: dict[str, float] = defaultdict(float)
        for (tag, ags), zeile in gemeinden.items():
            raeume[tag, EINTEILUNGEN["haupt"][ags]] += zeile["wert"]
            kreis[tag] += zeile["wert"]
        assert {s: z["wert"] for s, z in werte(aus, "planungsraum", prinzip).items()} == raeume
        assert {tag: z["wert"] for (tag, _), z in werte(aus, "kreis", prinzip).items()} == kreis


@gesetz
@given(bestaende())
def test_no_inner_value_is_a_handful_and_every_truth_lies_in_its_bounds(
    fall: tuple[Bestand, dict[str, Zellen]],
) -> None:
    aus, wahr = fall
    frei = aus.veroeffentlicht["lb_bwf"]
    for zelle in stroeme(frei.wuerfel, frei.angaben).to_dicts():
        assert not 1 <= zelle["wert"] < frei.angaben.k
        assert (
            zelle["von"]
            <= wahr[str(zelle["stichtag"])].get((zelle["herkunft"], zelle["leistungsort"]), 0)
            <= zelle["bis"]
        )
    for ende, prinzip in enumerate(PRINZIPIEN):
        for (tag, ags), zeile in werte(aus, "gemeinde", prinzip).items():
            echt = sum(n for zelle, n in wahr[tag].items() if zelle[ende] == ags)
            assert zeile["von"] <= echt <= zeile["bis"]
            assert abs(zeile["wert"] - echt) < frei.angaben.k
        for (tag, _), zeile in werte(aus, "kreis", prinzip).items():
            echt = sum(n for zelle, n in wahr[tag].items() if zelle[ende] in ORTE)
            assert zeile["von"] <= echt <= zeile["bis"]
            if frei.angaben.eckwerte_exakt:
                assert (zeile["wert"], zeile["status"]) == (echt, "gezeigt")


@gesetz
@given(bestaende())
def test_the_same_cell_is_the_same_number_in_every_view(fall: tuple[Bestand, dict[str, Zellen]]) -> None:
    aus, _ = fall
    frei = aus.veroeffentlicht["lb_bwf"]
    zellen = stroeme(frei.wuerfel, frei.angaben)
    for prinzip in PRINZIPIEN:
        je_ort = zellen.group_by("stichtag", prinzip).agg(pl.col("wert").sum())
        summen = {(str(tag), ort): n for tag, ort, n in je_ort.iter_rows() if ort in ORTE}
        gemeinden = werte(aus, "gemeinde", prinzip)
        assert {s: z["wert"] for s, z in gemeinden.items()} == summen
        quer = werte(aus, "planungsraum", prinzip, "quer")
        for (tag, raum), zeile in quer.items():
            glieder = [ags for ags, r in EINTEILUNGEN["quer"].items() if r == raum]
            assert zeile["wert"] == sum(summen[tag, ags] for ags in glieder)
        for schluessel, zeile in werte(aus, "gemeinde", prinzip, satz=RATE).items():
            assert zeile["zaehler"] == summen[schluessel]
            if zeile["status"] == "gezeigt":
                assert zeile["zaehler"] >= 2 * frei.angaben.k


@gesetz
@given(bestaende(), st.data())
def test_a_selection_only_narrows(fall: tuple[Bestand, dict[str, Zellen]], data: st.DataObject) -> None:
    """Fewer areas are fewer rows of the same numbers, and a sum over a choice is the sum of its rows: nothing new."""
    aus, wahr = fall
    alle_auswahlen = [o for n in range(1, len(ORTE) + 1) for o in combinations(ORTE, n)]
    orte = data.draw(st.sampled_from(alle_auswahlen))
    for ende, prinzip in enumerate(PRINZIPIEN):
        gemeinden = werte(aus, "gemeinde", prinzip)
        weniger = aus.zuordnung("gemeinde").filter(pl.col("ags").is_in(orte))
        nur = replace(aus, zuordnungen={**aus.zuordnungen, ("gemeinde", ""): Zuordnung.validate(weniger)})
        assert werte(nur, "gemeinde", prinzip) == {s: z for s, z in gemeinden.items() if s[1] in orte}
        for (tag, _), zeile in werte(mit_auswahl(aus, orte), "planungsraum", prinzip, "frei").items():
            assert zeile["wert"] == sum(gemeinden[tag, ags]["wert"] for ags in orte)
            echt = sum(n for zelle, n in wahr[tag].items() if zelle[ende] in orte)
            assert zeile["von"] <= echt <= zeile["bis"]
