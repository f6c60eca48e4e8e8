"""A context figure on Zahlen and Karte: chosen from the menu where there is one, said as what it is."""

from datetime import date

import pytest

from tests.data_access.importing.test_merkmale import KOPF, zeile
from tests.data_access.importing.werkzeug import csv
from tests.installation import ALTDORF, BERG, CELL, DORN, KREIS, einwohnerdatei, liefere
from tests.pages.seiten import alles, hinweise, oeffne, texte, titel, ueberschriften, waehle, wahl, zeilen

SCHWER = "schwerbehinderte"


def beliefere() -> None:
    """Severely disabled at the end of 2021 and 2023, people on SGB II at mid-year, unemployed in the course of 2023."""
    einzeln = {ALTDORF: "1200", BERG: "500", CELL: "245", DORN: "."}
    zeilen_ = [zeile(w, ags) for ags, w in einzeln.items()]
    zeilen_ += [zeile("1990", KREIS), zeile("1900", KREIS, von="2021-12-31", bis="2021-12-31")]
    zeilen_ += [
        zeile("700", KREIS, "sgb2_leistungsberechtigte", von=tag, bis=tag) for tag in ("2023-06-30", "2023-12-31")
    ]
    zeilen_ += [zeile("812,5", KREIS, "arbeitslose", von="2023-01-01")]
    assert liefere("merkmale", csv(KOPF, *zeilen_), "umfeld.csv").lieferung is not None


@pytest.mark.usefixtures("gefuellt")
def test_a_context_figure_is_in_the_menu_once_the_region_has_one() -> None:
    at = oeffne("zahlen")
    assert not any("Schwerbehinderte" in name for name in wahl(at, "kennzahl").options)
    weg = oeffne("zahlen", kennzahl=SCHWER)
    assert hinweise(weg) == [
        "Die Kennzahl „schwerbehinderte“ aus dem Link gibt es hier nicht. Sie sehen „Besondere Wohnform je 1.000“."
    ]
    beliefere()
    at = oeffne("zahlen")
    assert {"Schwerbehinderte Menschen, Personen", "Schwerbehindertenanteil"} <= {*wahl(at, "kennzahl").options}
    assert not any("Krankenh" in name for name in wahl(at, "kennzahl").options)
    waehle(at, "kennzahl", SCHWER)
    assert titel(at) == "Kleinkreis: 1.990 Menschen mit Schwerbehindertenausweis, 2021 waren es 1.900"
    assert wahl(at, "stichtag").options == ["2023"]
    assert [(z["Gebiet"], z["Personen 2023"]) for z in zeilen(at)][-2:] == [
        ("Dorn", "k. A."),
        ("Forst", "liegt nicht vor"),
    ]
    schutz = (
        "Öffentliche Zahl, gezeigt wie von der Quelle veröffentlicht. Die Quelle rundet sie auf ein Vielfaches von 5."
    )
    assert any(f"**Schutz** :gray[{schutz}]" in t and "**Quelle** :gray[IT.NRW]" in t for t in texte(at))


@pytest.mark.usefixtures("gefuellt")
def test_the_share_divides_by_the_people_of_the_kreis() -> None:
    beliefere()
    at = oeffne("zahlen", kennzahl="schwerbehindertenanteil", ebene="kreis", jahr="2023")
    (zeile_,) = zeilen(at)
    assert (zeile_["Personen"], zeile_["Anteil 2023"]) == ("1.990", "10,5\u00a0%")
    assert "Herkunft und Leistungsort" not in ueberschriften(at)


@pytest.mark.usefixtures("demo_lesend")
def test_the_map_shows_a_context_figure_and_says_why_a_sum_is_missing() -> None:
    """Small Gemeinden of Werra-Meißner are kept back, so no Planungsraum has a sum; the Kreis has its own figure."""
    at = oeffne("karte", region="werra-meissner-kreis", kennzahl="schwerbehindertenanteil", ebene="planungsraum")
    assert not at.exception
    assert len(zeilen(at)) == 4
    waehle(at, "kennzahl", "arbeitslose_schwerbehinderte")
    namen = at.radio(key="karte_liste").options
    assert namen[1:] == [f"Raum {n} · **k. A.**" for n in ("Eschwege", "Hessisch Lichtenau", "Sontra", "Witzenhausen")]
    assert [m.value for m in at.metric] == ["164"]
    at.radio(key="karte_liste").set_value("wmk-sontra").run()
    assert "Sie wird nicht ausgerechnet." in alles(at)


@pytest.mark.usefixtures("gefuellt")
def test_a_stichtag_in_june_and_a_period_are_said() -> None:
    beliefere()
    at = oeffne("zahlen", kennzahl="sgb2_leistungsberechtigte", ebene="kreis")
    assert wahl(at, "stichtag").options == ["2023", "30.06.2023"]
    waehle(at, "stichtag", "2023-06-30")
    assert any("am 30.06.2023" in t for t in texte(at))
    jahr = oeffne("zahlen", kennzahl="arbeitslose", ebene="kreis")
    assert any("Kleinkreis, im Jahr 2023" in t for t in texte(jahr))
    assert [z["Personen 2023"] for z in zeilen(jahr)] == ["813"]


@pytest.mark.usefixtures("gefuellt")
def test_what_is_known_only_for_the_kreis_is_shown_for_the_kreis() -> None:
    beliefere()
    at = oeffne("karte", kennzahl="arbeitslose")
    assert hinweise(at)[0] == "„Arbeitslose“ liegt nur für den ganzen Kreis vor. Sie sehen den ganzen Kreis."
    assert wahl(at, "ebene").value == "kreis"


@pytest.mark.usefixtures("gefuellt")
def test_the_population_of_a_kreis_before_its_gemeinden_and_on_two_bases() -> None:
    """1995 to 2022 the Kreis alone; at the end of 2022 on both bases."""
    for jahr, basis, anzahl in (
        (1995, "vz1987", 20_000),
        (2011, "zensus2011", 19_000),
        (2022, "zensus2011", 18_900),
        (2022, "zensus2022", 18_500),
    ):
        datei = einwohnerdatei({(KREIS, "insgesamt"): anzahl}, date(jahr, 12, 31), basis)
        assert liefere("einwohner", datei, f"{jahr}{basis}.csv").lieferung is not None
    at = oeffne("zahlen", kennzahl="einwohner", ebene="kreis")
    assert wahl(at, "stichtag").options == ["2024", "2023", "2022", "2011", "1995"]
    text = alles(at)
    assert "Bruch 2011" in text
    assert "Bruch 2022" in text
    assert "18.900 (2022, Fortschreibung auf Grundlage des Zensus 2011)" in text
    assert wahl(oeffne("zahlen", kennzahl="einwohner"), "stichtag").options == ["2024", "2023"]
