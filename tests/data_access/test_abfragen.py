from datetime import date
from pathlib import Path

from data_access import abfragen, schreiben
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Einwohnerbestand
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    DORN,
    EINTEILUNGEN,
    FORST,
    JETZT,
    KREIS,
    NAMEN,
    STICHTAG,
    einwohnerdatei,
    fallzahlendatei,
    kleinkreis,
    liefere,
    recht,
)


def test_a_region_knows_its_traeger_and_its_gemeinden(klein: Path) -> None:
    region = kleinkreis()
    assert abfragen.traeger(region).kurz == "LWX"
    assert [g.ags for g in abfragen.gemeinden(KREIS)] == [ALTDORF, BERG, CELL, DORN, FORST]
    assert abfragen.gemeinden("06636") == []
    assert {g.ags for g in abfragen.alle_gemeinden()} == set(NAMEN)


def test_each_level_groups_every_gemeinde_once(klein: Path) -> None:
    region = kleinkreis()
    assert set(abfragen.zuordnung(region, "kreis").rows()) == {(ags, KREIS, "Kleinkreis") for ags in NAMEN}
    assert set(abfragen.zuordnung(region, "gemeinde").rows()) == {(ags, ags, name) for ags, name in NAMEN.items()}
    haupt = abfragen.zuordnung(region, "planungsraum")
    assert dict(haupt.select("ags", "gebiet").iter_rows()) == EINTEILUNGEN["haupt"]
    quer = abfragen.zuordnung(region, "planungsraum", "quer")
    assert dict(quer.select("ags", "gebiet").iter_rows()) == EINTEILUNGEN["quer"]
    assert abfragen.zuordnung(region, "planungsraum", "gibt-es-nicht").is_empty()


def test_the_newest_einteilung_comes_first(klein: Path) -> None:
    assert [e.id for e in abfragen.einteilungen("kleinkreis")] == ["haupt", "quer"]


def test_population_comes_with_the_number_of_its_delivery(klein: Path) -> None:
    assert abfragen.einwohner(KREIS).schema == Einwohnerbestand.create_empty().schema
    liefere("einwohner", einwohnerdatei({(ALTDORF, "0-17"): 200, (ALTDORF, "18+"): 800}))
    liefere("einwohner", einwohnerdatei({(ALTDORF, "18+"): 810}), "zweite.csv")
    zeilen = abfragen.einwohner(KREIS).sort("nummer", "alter_von").rows()
    assert zeilen == [
        (ALTDORF, STICHTAG, 0, 17, "insgesamt", 200, "zensus2022", 1),
        (ALTDORF, STICHTAG, 18, None, "insgesamt", 800, "zensus2022", 1),
        (ALTDORF, STICHTAG, 18, None, "insgesamt", 810, "zensus2022", 2),
    ]
    assert abfragen.einwohner("06636").is_empty()


def test_a_file_is_recognised_as_long_as_its_delivery_stands(klein: Path) -> None:
    fertig = liefere("fallzahlen", fallzahlendatei()).lieferung
    assert fertig is not None
    gefunden = abfragen.lieferung_mit_pruefsumme(fertig.sha256, "fallzahlen")
    assert gefunden is not None
    assert gefunden.id == fertig.id
    assert abfragen.lieferung_mit_pruefsumme(fertig.sha256, "einwohner") is None
    schreiben.ziehe_lieferung_zurueck(recht(), fertig.id, JETZT)
    assert abfragen.lieferung_mit_pruefsumme(fertig.sha256, "fallzahlen") is None


def test_the_state_of_the_service_is_the_day_of_the_newest_freigabe(demo_lesend: Path) -> None:
    assert abfragen.neuester_stand() == "2025-05-20"


def test_without_a_freigabe_the_state_is_empty(klein: Path) -> None:
    assert abfragen.neuester_stand() == ""
    assert abfragen.stand("kleinkreis").freigaben == ()
    assert abfragen.stand("gibt-es-nicht").nummern == ()


def test_the_demonstration_has_both_regions_in_their_order(demo_lesend: Path) -> None:
    assert [(r.slug, r.kreis_ags) for r in abfragen.regionen()] == [
        ("kreis-unna", "05978"),
        ("werra-meissner-kreis", "06636"),
    ]
    assert [len(abfragen.gemeinden(r.kreis_ags)) for r in abfragen.regionen()] == [10, 17]
    frei = abfragen.alle_freigaben("kreis-unna")
    nur_hessen = {"schulabgaenger_folgejahr", "lb_regelaltersgrenze"}
    assert {f.grundzahl for f in frei} == GRUNDZAHLEN.keys() - nur_hessen
    assert {f.grundzahl for f in abfragen.alle_freigaben("werra-meissner-kreis")} == GRUNDZAHLEN.keys()
    assert {f.id for f in abfragen.freigaben([frei[0].id])} == {frei[0].id}
    tage = abfragen.einwohner("06636")["stichtag"].unique().sort().to_list()
    assert tage == [date(j, 12, 31) for j in range(2016, 2025)]
