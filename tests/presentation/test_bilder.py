"""From judged values to what is drawn: protected numbers stay protected on the way."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis import sichten
from analysis.auswahl import loese_auf
from analysis.bestand import Bestand, finde_region, lade
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, messungen
from data_access import abfragen
from presentation import bilder
from presentation.charts.reihen import Reihe, abschnitte
from tests.von_hand import ALTDORF, BERG, DORN, FORST, T24, bestand


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def reihe(slug: str, gebiet: str, ebene: str = "gemeinde") -> list[Messung]:
    werte = sichten.gebietswerte(bestand(), satz(slug), ebene, "herkunft")
    return messungen(werte, satz(slug), gebiet=gebiet)


def test_around_a_count_the_rounding_is_drawn_and_around_a_rate_chance() -> None:
    anzahl, rate = reihe("lb_bwf", ALTDORF)[-1], reihe("besondere_wohnform", ALTDORF)[-1]
    (punkt,) = bilder.punkte([anzahl], satz("lb_bwf"))
    assert (punkt.jahr, punkt.wert, punkt.unten, punkt.oben) == (2024, 45, 41, 49)
    (punkt,) = bilder.punkte([rate], satz("besondere_wohnform"))
    assert (punkt.unten, punkt.oben) == (rate.unten, rate.oben)
    assert punkt.unten is not None
    assert punkt.unten < 41 / 8
    exakt = reihe("lb_bwf", "05978", "kreis")[-1]
    (punkt,) = bilder.punkte([exakt], satz("lb_bwf"))
    assert (punkt.wert, punkt.unten, punkt.oben) == (121, None, None)


def test_a_protected_rate_has_nothing_to_draw() -> None:
    jahr_2023, _ = bilder.punkte(reihe("besondere_wohnform_alle", DORN), satz("besondere_wohnform_alle"))
    assert (jahr_2023.wert, jahr_2023.unten, jahr_2023.oben, jahr_2023.status) == (None, None, None, "geschuetzt")


def test_every_stichtag_is_drawn_at_its_place_in_time() -> None:
    ende = reihe("lb_bwf", ALTDORF)
    mitte = replace(ende[0], stichtag=date(2023, 6, 30))
    gezeichnet = bilder.punkte([mitte, *ende], satz("lb_bwf"))
    assert [(round(p.jahr, 2), p.wann, p.kalenderjahr) for p in gezeichnet] == [
        (2022.5, "30.06.2023", 2023),
        (2023, "2023", 2023),
        (2024, "2024", 2024),
    ]
    assert "30.06.2023" in bilder.verlaufsbild(satz("lb_bwf"), [mitte, *ende], "hell").alt


def test_a_series_of_one_day_of_the_year_keeps_its_years() -> None:
    januar = [replace(m, stichtag=date(m.stichtag.year, 1, 31)) for m in reihe("lb_bwf", ALTDORF)]
    assert [(p.jahr, p.wann) for p in bilder.punkte(januar, satz("lb_bwf"))] == [
        (2023, "31.01.2023"),
        (2024, "31.01.2024"),
    ]


def test_two_bases_at_one_stichtag_are_two_lines() -> None:
    grund = replace(reihe("einwohner", ALTDORF)[-1], basis="zensus2011")
    alt = [replace(grund, stichtag=date(j, 12, 31), wert=w) for j, w in ((2020, 100.0), (2021, 101.0), (2022, 102.0))]
    neu = [replace(grund, stichtag=date(2023, 12, 31), wert=97.0, basis="zensus2022")]
    auch = [replace(neu[0], stichtag=date(2022, 12, 31), wert=96.0)]
    (bruch,) = bilder.brueche(satz("einwohner"), [*alt, *neu], None, auch)
    assert (bruch.jahr, bruch.stelle, bruch.wort) == (2022, 2022, "andere Grundlage")
    ganze = Reihe("Altdorf", bilder.punkte([*alt, *neu], satz("einwohner"), None, auch))
    assert [[(p.jahr, p.wert) for p in teil] for _, teil in abschnitte(ganze, [bruch])] == [
        [(2020, 100), (2021, 101), (2022, 102)],
        [(2022, 96), (2023, 97)],
    ]
    bild = bilder.verlaufsbild(satz("einwohner"), [*alt, *neu], "hell", neben=auch)
    assert "102 (2022, Fortschreibung auf Grundlage des Zensus 2011)" in bild.alt
    assert "Bruch 2022: andere Grundlage." in bild.alt


def test_a_change_of_the_population_basis_is_a_break() -> None:
    def basen(*paare: tuple[int, str]) -> list[tuple[int, str]]:
        grund = reihe("besondere_wohnform", ALTDORF)[-1]
        verlauf = [replace(grund, stichtag=date(jahr, 12, 31), basis=basis) for jahr, basis in paare]
        return [(b.jahr, b.wort) for b in bilder.brueche(satz("besondere_wohnform"), verlauf)]

    fest = (2020, "neues Recht")
    assert basen((2021, "zensus2011"), (2022, "zensus2011")) == [fest]
    assert basen((2021, "zensus2011"), (2022, "zensus2022")) == [fest, (2022, "andere Grundlage")]
    assert basen((2021, "zensus2011"), (2022, ""), (2023, "zensus2022")) == [fest, (2023, "andere Grundlage")]
    assert basen((2019, "synthetisch"), (2020, "zensus2011")) == [fest]


def test_class_borders_rest_on_numbers_that_may_be_shown() -> None:
    alle = [m for ort in (ALTDORF, BERG, DORN, FORST) for m in reihe("lb_bwf", ort)]
    ohne_kleine = [m for m in alle if m.wert and m.wert > 5]
    assert bilder.grenzen_der_klassen(alle) == bilder.grenzen_der_klassen(ohne_kleine)


def test_the_browser_fetches_another_geometry_when_the_einteilungen_change() -> None:
    ganz = bestand()
    eins = bilder.geometrie_url(ganz, "planungsraum", "quer")
    assert ganz.stand is not None
    neu = replace(ganz, stand=replace(ganz.stand, nummern=(("einteilungen", 4),)))
    zwei = bilder.geometrie_url(neu, "planungsraum", "quer")
    assert str(eins.gebiete).startswith("/geo/kleinkreis/planungsraum.geojson?einteilung=quer&v=")
    assert str(eins.gebiete).endswith("-3")
    assert str(zwei.gebiete).endswith("-4")
    assert "einteilung" not in str(bilder.geometrie_url(ganz, "gemeinde", "haupt").gebiete)


@pytest.fixture
def wmk(demo_lesend: Path) -> Bestand:
    region = finde_region("werra-meissner-kreis")
    assert region is not None
    return lade(region, abfragen.stand(region.slug))


@pytest.mark.parametrize(("ebene", "anzahl"), [("kreis", 1), ("planungsraum", None), ("gemeinde", 17)])
def test_every_area_lies_on_the_map_with_its_value_and_state(wmk: Bestand, ebene: str, anzahl: int | None) -> None:
    werte = sichten.gebietswerte(wmk, satz("besondere_wohnform"), ebene, "herkunft")
    heute = messungen(werte, satz("besondere_wohnform"), stichtag=T24)
    flaechen = bilder.flaechen(wmk, ebene, wmk.region.haupteinteilung_id or "", heute)
    assert [f.i for f in flaechen] == list(range(len(heute)))
    assert {(f.gebiet, f.wert, f.status) for f in flaechen} == {(m.gebiet, m.wert, m.status) for m in heute}
    assert anzahl in (None, len(flaechen))
    if ebene == "gemeinde":
        assert {f.status for f in flaechen if f.gebiet == "06636200"} == {"nicht_anwendbar"}
    west, sued, ost, nord = bilder.kartenkasten(wmk, ebene, wmk.region.haupteinteilung_id or "")
    assert all(west <= f.lon <= ost and sued <= f.lat <= nord for f in flaechen)


def test_every_picture_of_a_view_can_be_made(wmk: Bestand) -> None:
    for slug in ("besondere_wohnform", "lb_p67_ambulant", "ambulantisierungsquote", "einwohner"):
        auswahl = loese_auf({"kennzahl": [slug], "ebene": ["planungsraum"], "jahr": ["2024"]}, wmk)[0]
        alle = messungen(sichten.gebietswerte(wmk, satz(slug), "planungsraum", "herkunft"), satz(slug))
        kreis = messungen(sichten.gebietswerte(wmk, satz(slug), "kreis", "herkunft"), satz(slug))
        heute = [m for m in alle if m.stichtag == T24]
        for bild in (
            bilder.verlaufsbild(satz(slug), kreis, "hell"),
            bilder.verlaufsbild(satz(slug), [m for m in alle if m.gebiet == alle[0].gebiet], "dunkel", kreis, ab=2020),
            bilder.rangbild(auswahl, heute, kreis[-1], T24, "hell"),
            bilder.legendenbild(auswahl, alle, "hell"),
            bilder.kartenbild(auswahl, alle, "hell"),
            *bilder.kartenbilder_fuer_datei(auswahl, alle),
        ):
            assert bild.spec
            assert bild.alt
