"""Public figures from their file to the published cube: fixed, shown without a bound, refused where they cannot be."""

from datetime import date
from pathlib import Path

import pytest

from analysis.freigabe import FreigabeAbgelehnt
from analysis.kennzahlen.katalog import kennzahl
from analysis.sichten import gebietswerte
from data_access import abfragen, eckwerte, schreiben
from models.schutz import Eckwert, angaben_aus
from presentation.texts.quellen import quelle
from tests.data_access.importing.test_eckwerte import KOPF, zeile
from tests.data_access.importing.werkzeug import csv
from tests.installation import (
    ALTDORF,
    AWF,
    BERG,
    CELL,
    JETZT,
    KREIS,
    STICHTAG,
    bestand,
    fallzahlendatei,
    gib,
    liefere,
    recht,
)

VORJAHR = date(2023, 12, 31)


def spannen(ebene: str, raumprinzip: str = "herkunft", grundzahl: str = "lb_bwf") -> dict[str, tuple[object, ...]]:
    gesucht = kennzahl(grundzahl)
    assert gesucht is not None
    werte = gebietswerte(bestand(), gesucht, ebene, raumprinzip)
    return {z["gebiet"]: (z["wert"], z["von"], z["bis"], z["status"]) for z in werte.iter_rows(named=True)}


def oeffentlich(*zeilen: str) -> None:
    assert liefere("eckwerte", csv(KOPF, *zeilen), "eckwerte.csv").lieferung is not None


def test_figures_are_stored_replaced_by_newer_ones_and_gone_when_taken_back(klein: Path) -> None:
    erste = liefere("eckwerte", csv(KOPF, zeile("120"), zeile("40", ALTDORF, "5er")), "a.csv").lieferung
    assert erste is not None
    assert (erste.art, erste.region_slug, erste.gegenstaende) == ("eckwerte", "kleinkreis", ["lb_bwf"])
    zweite = liefere("eckwerte", csv(KOPF, zeile("123", quelle="Bericht B")), "b.csv").lieferung
    assert zweite is not None
    altdorf = Eckwert(STICHTAG, "herkunft", ALTDORF, 40, 2, "Sozialbericht 2024")
    kreis = Eckwert(STICHTAG, "herkunft", KREIS, 123, 0, "Bericht B")
    assert eckwerte.gueltige(KREIS, "lb_bwf") == (kreis, altdorf)
    assert eckwerte.gueltige(KREIS, "lb_awf") == eckwerte.gueltige("05915", "lb_bwf") == ()
    schreiben.ziehe_lieferung_zurueck(recht(), zweite.id, JETZT)
    assert [e.anzahl for e in eckwerte.gueltige(KREIS, "lb_bwf")] == [120, 40]


def test_a_public_figure_is_shown_as_it_is_with_its_source(klein: Path) -> None:
    """Altdorf sends 43 people, 3 of them to Berg: without the figure it reads 40 or 45."""
    liefere("fallzahlen", fallzahlendatei())
    oeffentlich(zeile("43", ALTDORF), zeile("30", BERG, "5er"))
    frei = gib()
    assert [(e.gebiet, e.anzahl, e.spiel) for e in angaben_aus(frei.angaben).eckwerte] == [
        (ALTDORF, 43, 0),
        (BERG, 30, 2),
    ]
    werte = spannen("gemeinde")
    assert werte[ALTDORF] == (43, 43, 43, "gezeigt")
    assert werte[BERG] == (30, 28, 32, "geschuetzt")
    gesucht = kennzahl("lb_bwf")
    assert gesucht is not None
    assert "öffentliche Eckwerte: Sozialbericht 2024" in quelle(gesucht, bestand(), [])


def test_a_figure_of_one_stichtag_leaves_the_others_as_they_are(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(tag=VORJAHR))
    liefere("fallzahlen", fallzahlendatei())
    erste = gib()
    oeffentlich(zeile("43", ALTDORF))
    zweite = gib()
    assert zweite.fassung == 2
    gesucht = kennzahl("lb_bwf")
    assert gesucht is not None
    werte = gebietswerte(bestand(), gesucht, "gemeinde", "herkunft")
    je_tag = {(z["stichtag"], z["gebiet"]): (z["wert"], z["von"]) for z in werte.iter_rows(named=True)}
    assert je_tag[STICHTAG, ALTDORF] == (43, 43)
    assert je_tag[VORJAHR, ALTDORF][1] < je_tag[VORJAHR, ALTDORF][0]
    assert erste.stichtage == zweite.stichtage


def test_a_figure_that_is_a_whole_cell_is_shown_however_small(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(AWF, grundzahl="lb_awf"), region="kleinkreis")
    oeffentlich(zeile("6", BERG, grundzahl="lb_awf"), zeile("94", grundzahl="lb_awf"))
    gib("lb_awf")
    werte = spannen("gemeinde", grundzahl="lb_awf")
    assert werte[BERG] == (6, 6, 6, "gezeigt")
    assert werte[CELL][0] in (0, 5)
    assert spannen("kreis", grundzahl="lb_awf")[KREIS] == (94, 94, 94, "gezeigt")


@pytest.mark.parametrize(("anzahl", "genauigkeit"), [("42", "genau"), ("40", "5er")])
def test_a_figure_that_the_delivery_contradicts_stops_the_freigabe(klein: Path, anzahl: str, genauigkeit: str) -> None:
    liefere("fallzahlen", fallzahlendatei())
    oeffentlich(zeile(anzahl, ALTDORF, genauigkeit))
    with pytest.raises(FreigabeAbgelehnt) as grund:
        gib()
    text = str(grund.value)
    assert text.startswith(f"Eckwert {anzahl}")
    assert f"für {ALTDORF} nach Herkunft am 31.12.2024 (Quelle: Sozialbericht 2024) passt nicht zur gespei" in text
    assert "43" not in text
    assert abfragen.alle_freigaben("kleinkreis") == []


def test_a_figure_that_no_rounding_keeps_is_named_with_what_to_do(klein: Path) -> None:
    """Two small cells of 3 and 1 in one Gemeinde: together 0, 5 or 10, never 4, and no large cell carries the rest."""
    kleine = {(BERG, BERG): 3, (BERG, ALTDORF): 1, (ALTDORF, ALTDORF): 40, (CELL, CELL): 30}
    liefere("fallzahlen", fallzahlendatei(kleine))
    oeffentlich(zeile("4", BERG), zeile("40", ALTDORF))
    with pytest.raises(FreigabeAbgelehnt) as grund:
        gib()
    text = str(grund.value)
    assert f"stehen lässt: Eckwert 4 für {BERG}" in text
    assert "zurückziehen" in text
    assert ALTDORF not in text
    oeffentlich(zeile("5", BERG, "5er"), zeile("40", ALTDORF))
    # Now it can be rounded. But 40 from Altdorf, and about 40 of them served there, tells that hardly any is elsewhere.
    with pytest.raises(FreigabeAbgelehnt, match=r"Geheimhaltungsprüfung ist nicht bestanden \(6 Zellen\)"):
        gib()
