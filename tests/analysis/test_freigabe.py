"""From raw cells to a published cube and back, in a small installation of its own."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from analysis.bestand import lade
from analysis.freigabe import FreigabeAbgelehnt, freigebbare, gib_frei
from data_access import abfragen, schreiben, wuerfelspeicher
from data_access.roh import ablage
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Gebiet, Region
from tests.installation import (
    ALTDORF,
    AWF,
    BERG,
    CELL,
    JETZT,
    KREIS,
    STICHTAG,
    ZELLEN,
    ZELLEN_2023,
    bestand,
    fallzahlendatei,
    gib,
    kleinkreis,
    liefere,
    recht,
)

VORJAHR = date(2023, 12, 31)
SPAETER = JETZT + timedelta(days=30)


def wuerfel(frei: Freigabe, tag: date | None = None) -> dict[tuple[str, str], int]:
    """Published cells that are not 0 of one Stichtag (of all: of the only one)."""
    rahmen = wuerfelspeicher.lies(frei.datei, frei.pruefsumme).filter(pl.col("wert") > 0)
    if tag is not None:
        rahmen = rahmen.filter(stichtag=tag)
    return {(h, z): n for h, z, n in rahmen.select("herkunft", "leistungsort", "wert").rows()}


def test_a_delivery_becomes_a_cube_in_which_nobody_is_recognisable(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(), "bwf.csv")
    frei = gib()
    zellen = wuerfel(frei)
    assert not {n for n in zellen.values() if n < 5}
    assert all(abs(zellen[ort, ort] - ZELLEN[ort, ort]) <= 2 for ort in (ALTDORF, BERG, CELL))
    assert sum(n for (h, _), n in zellen.items() if len(h) == 8) == 123
    assert sum(n for (_, z), n in zellen.items() if len(z) == 8) == 127
    assert (frei.fassung, frei.k, frei.stichtage, frei.synthetisch) == (1, 5, ["2024-12-31"], False)
    assert frei.angaben["eckwerte_exakt"] is True
    assert angaben_aus(frei.angaben).weitere == ("05915", "uebrige", "unbekannt")
    assert frei.quellen == [{"absender": "LWX", "datei": "bwf.csv", "eingegangen_am": "2025-03-01"}]


def test_a_published_cube_is_what_the_reading_side_loads(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    frei = gib()
    geladen = bestand()
    assert set(geladen.veroeffentlicht) == {"lb_bwf"}
    assert geladen.veroeffentlicht["lb_bwf"].freigabe.id == frei.id
    assert geladen.veroeffentlicht["lb_bwf"].angaben.gemeinden == tuple(g.ags for g in geladen.gemeinden)
    assert (klein / frei.datei).is_file()


def test_the_same_truth_published_again_keeps_every_cell(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    eins, zwei = gib(), gib(jetzt=SPAETER)
    assert zwei.fassung == 2
    assert zwei.id != eins.id
    assert zwei.pruefsumme == eins.pruefsumme
    assert abfragen.stand("kleinkreis").freigaben == (("lb_bwf", zwei.id),)


def test_a_new_stichtag_changes_no_old_number_and_a_corrected_one_only_itself(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(ZELLEN_2023, VORJAHR))
    liefere("fallzahlen", fallzahlendatei())
    erste = gib()
    liefere("fallzahlen", fallzahlendatei(ZELLEN | {(ALTDORF, BERG): 4, (CELL, CELL): 26}))
    zweite = gib()
    assert wuerfel(zweite, VORJAHR) == wuerfel(erste, VORJAHR)
    assert wuerfel(zweite, STICHTAG) != wuerfel(erste, STICHTAG)
    assert abs(wuerfel(zweite, STICHTAG)[CELL, CELL] - 26) <= 2
    liefere("fallzahlen", fallzahlendatei(tag=date(2025, 12, 31)))
    dritte = gib()
    assert dritte.stichtage == ["2023-12-31", "2024-12-31", "2025-12-31"]
    assert all(wuerfel(dritte, tag) == wuerfel(zweite, tag) for tag in (VORJAHR, STICHTAG))


def test_a_newer_vintage_replaces_the_older_one_of_its_sender(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50, (BERG, BERG): 50}))
    zellen = wuerfel(gib())
    assert zellen == {(ALTDORF, ALTDORF): 50, (BERG, BERG): 50}


def test_deliveries_of_two_senders_are_added_up_cell_by_cell(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50}))
    liefere("fallzahlen", fallzahlendatei({(BERG, BERG): 60}, absender="Kreis"))
    frei = gib()
    assert wuerfel(frei) == {(ALTDORF, ALTDORF): 50, (BERG, BERG): 60}
    assert [q["absender"] for q in frei.quellen] == ["Kreis", "LWX"]


def test_the_same_truth_with_another_k_is_refused(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    gib()
    with pytest.raises(FreigabeAbgelehnt) as grund:
        gib(mindest_k=7)
    assert str(grund.value) == (
        "„Leistungsberechtigte in besonderer Wohnform“ wurde schon mit k = 5 veröffentlicht. Dieselben Zahlen mit "
        "k = 7 ließen sich mit den alten verrechnen. Bitte bleiben Sie bei k = 5."
    )
    assert len(abfragen.alle_freigaben("kleinkreis")) == 1


def test_k_is_the_greatest_of_record_installation_and_wish(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50, (BERG, ALTDORF): 9}))
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50}, grundzahl="minderjaehrige_egh"))
    assert gib("minderjaehrige_egh", mindest_k=3).k == 10
    frei = gib(mindest_k=12)
    assert frei.k == 12
    assert set(wuerfel(frei).values()) <= {48, 49, 50, 51, 52, 53, 54, 55, 56, 12}


@pytest.mark.parametrize(("zeichen", "name"), [(".", "„.“"), ("x", "„x“"), ("", "leer")])
def test_a_missing_number_stops_the_freigabe_and_is_no_zero(klein: Path, zeichen: str, name: str) -> None:
    antworten = {"quellschutz": "keiner"}
    liefere("fallzahlen", fallzahlendatei({**ZELLEN, (BERG, CELL): zeichen}), antworten=antworten)
    with pytest.raises(FreigabeAbgelehnt) as grund:
        gib()
    assert f"fehlen Zahlen ({name}) zum 31.12.2024" in str(grund.value)
    assert "Bitte den Absender um die fehlenden Zahlen bitten" in str(grund.value)
    assert abfragen.alle_freigaben("kleinkreis") == []


def test_a_dash_of_the_legend_is_exactly_0_unless_the_series_has_nothing_else(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50, (BERG, BERG): "-"}))
    assert wuerfel(gib()) == {(ALTDORF, ALTDORF): 50}
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): "-", (BERG, BERG): "-"}, VORJAHR))
    with pytest.raises(FreigabeAbgelehnt, match="fehlen Zahlen .„-“. zum 31.12.2023"):
        gib()


def test_without_a_delivery_there_is_nothing_to_publish(klein: Path) -> None:
    assert freigebbare(kleinkreis()) == []
    with pytest.raises(FreigabeAbgelehnt, match="gibt es keine gespeicherte Lieferung"):
        gib()


def test_a_retracted_delivery_does_not_count_in_the_next_freigabe(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(ZELLEN_2023, VORJAHR))
    weg = liefere("fallzahlen", fallzahlendatei())
    assert weg.lieferung is not None
    assert gib().stichtage == ["2023-12-31", "2024-12-31"]
    schreiben.ziehe_lieferung_zurueck(recht(), weg.lieferung.id, JETZT)
    zweite = gib(jetzt=SPAETER)
    assert zweite.stichtage == ["2023-12-31"]
    assert freigebbare(kleinkreis()) == ["lb_bwf"]


def test_a_series_by_herkunft_alone_has_one_raumprinzip(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(AWF, grundzahl="lb_awf"), region="kleinkreis")
    frei = gib("lb_awf")
    assert angaben_aus(frei.angaben).raumprinzipien == ("herkunft",)
    assert {z for _, z in wuerfel(frei)} == {"-"}


def test_a_series_has_the_raumprinzip_that_all_its_stichtage_have(klein: Path) -> None:
    """2023 was collected by Herkunft only, 2024 by both: the series is published by Herkunft."""
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, "-"): 60, (BERG, "-"): 20}, VORJAHR), region="kleinkreis")
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 40, (ALTDORF, BERG): 22, ("05915", BERG): 30}))
    frei = gib()
    assert angaben_aus(frei.angaben).raumprinzipien == ("herkunft",)
    assert wuerfel(frei, VORJAHR) == {(ALTDORF, "-"): 60, (BERG, "-"): 20}
    assert wuerfel(frei, STICHTAG) == {(ALTDORF, "-"): 62}


def test_a_series_once_published_by_both_is_not_published_by_one_beside_it(klein: Path) -> None:
    """New exact sums beside the old rounded cells would let anybody work out the small ones."""
    liefere("fallzahlen", fallzahlendatei())
    gib()
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, "-"): 60}, VORJAHR), region="kleinkreis")
    with pytest.raises(FreigabeAbgelehnt) as grund:
        gib()
    assert "wurde schon nach Herkunft und Leistungsort veröffentlicht" in str(grund.value)
    assert "haben gemeinsam Herkunft" in str(grund.value)


def test_stichtage_without_a_common_raumprinzip_are_refused(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, "-"): 60}, VORJAHR), region="kleinkreis")
    liefere("fallzahlen", fallzahlendatei({("-", ALTDORF): 60}), region="kleinkreis")
    with pytest.raises(FreigabeAbgelehnt, match="verschiedene Raumprinzipien"):
        gib()


def test_a_withdrawn_freigabe_is_gone_at_once_and_its_number_is_never_used_again(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    frei = gib()
    vorher = abfragen.stand("kleinkreis")
    schreiben.ziehe_freigabe_zurueck(recht(), frei.id, SPAETER)
    nachher = abfragen.stand("kleinkreis")
    assert nachher.freigaben == ()
    assert dict(nachher.nummern)["lb_bwf"] == dict(vorher.nummern)["lb_bwf"] + 1
    assert lade(kleinkreis(), nachher).veroeffentlicht == {}
    neu = gib(jetzt=SPAETER)
    assert neu.fassung == 2
    assert neu.pruefsumme == frei.pruefsumme


def test_withdrawing_an_old_freigabe_leaves_the_new_one_in_force(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    alt, neu = gib(), gib(jetzt=SPAETER)
    schreiben.ziehe_freigabe_zurueck(recht(), alt.id, SPAETER)
    assert abfragen.stand("kleinkreis").freigaben == (("lb_bwf", neu.id),)


def test_the_checksums_of_the_truth_tell_nothing_about_it(klein: Path) -> None:
    """Keyed: the same truth in two installations has different checksums, and is not published a second time."""
    liefere("fallzahlen", fallzahlendatei())
    frei = gib()
    eins = ablage.grundlage(frei.id)
    assert set(eins) == {STICHTAG}
    (klein / "geheimnis").write_bytes(b"ein anderes Geheimnis")
    with pytest.raises(FreigabeAbgelehnt, match="das Geheimnis der Installation .* ist ein anderes"):
        gib(jetzt=SPAETER)
    liefere("fallzahlen", fallzahlendatei(ZELLEN | {(CELL, CELL): 41}))
    zweite = gib(jetzt=SPAETER)
    assert ablage.grundlage(zweite.id)[STICHTAG] != eins[STICHTAG]


def test_progress_names_each_stichtag(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(ZELLEN_2023, VORJAHR))
    liefere("fallzahlen", fallzahlendatei())
    gemeldet: list[date] = []
    gib(fortschritt=gemeldet.append)
    assert sorted(set(gemeldet)) == [VORJAHR, STICHTAG]


def test_a_failure_while_publishing_leaves_the_old_freigabe_in_force(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liefere("fallzahlen", fallzahlendatei())
    erste = gib()
    liefere("fallzahlen", fallzahlendatei(ZELLEN | {(CELL, CELL): 26}))

    def bricht_ab(*_: object) -> None:
        raise OSError("Platte voll")

    with monkeypatch.context() as m:
        m.setattr(schreiben, "veroeffentliche", bricht_ab)
        with pytest.raises(OSError, match="Platte voll"):
            gib()
    assert abfragen.stand("kleinkreis").freigaben == (("lb_bwf", erste.id),)
    assert gib(jetzt=SPAETER).fassung == 2


def test_a_flow_between_two_regions_is_the_same_number_in_both(klein: Path) -> None:
    """The neighbour publishes how many of its people are served here; this cube adds up to that number."""
    schreiben.lege_grundlage_an(
        recht(),
        [],
        [
            Gebiet(
                ags="05915001",
                ars="059150001001",
                ebene="gemeinde",
                name="Nachbarort",
                name_amtlich="Nachbarort",
                kreis_ags="05915",
                land_ags="05",
                gueltig_von=date(2016, 1, 1),
            )
        ],
        [Region(slug="nachbar", name="Nachbar", kreis_ags="05915", traeger_id="lwx", feinste_ebene="gemeinde")],
        [],
        [],
        [],
    )
    nachbar = next(r for r in abfragen.regionen() if r.slug == "nachbar")
    dort = {("05915001", "05915001"): 60, ("05915001", KREIS): 17}
    liefere("fallzahlen", fallzahlendatei(dort), region="nachbar")
    hier = ZELLEN | {("05915", CELL): 3}
    liefere("fallzahlen", fallzahlendatei(hier), region="kleinkreis")
    von_dort = wuerfel(gib_frei(recht(), nachbar, "lb_bwf", JETZT))[("05915001", KREIS)]
    kleinkreis_ = next(r for r in abfragen.regionen() if r.slug == "kleinkreis")
    zellen = wuerfel(gib_frei(recht(), kleinkreis_, "lb_bwf", JETZT))
    assert sum(n for (h, _), n in zellen.items() if h == "05915") == von_dort
    assert not {n for n in zellen.values() if n < 5}
