"""Imports: everything is stored or nothing, the same file twice changes nothing, open questions are asked."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from commands.einlesen import Importauftrag, Importergebnis, beschreibe, lade_datei, pruefe
from data_access import abfragen, schreiben
from data_access.datenbank import oeffne
from data_access.einstellungen import einstellungen
from data_access.importing.lesen import MAX_BYTES
from data_access.register import dateiregister
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht
from data_access.sperre import allein
from tests.data_access.importing.werkzeug import KOPF_EINWOHNER, KOPF_FALLZAHLEN, csv, fall, person
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    JETZT,
    KREIS,
    STICHTAG,
    ZELLEN,
    einwohnerdatei,
    fallzahlendatei,
    liefere,
    recht,
)


def rohzellen() -> list[tuple[str, str, int]]:
    """All raw cells that count now."""
    nummern = {eintrag.id: eintrag.nummer for eintrag in abfragen.lieferungen() if eintrag.stand == "gespeichert"}
    return ablage.zellen("lb_bwf", nummern).select("herkunft", "leistungsort", "anzahl").rows()


def fragen(ergebnis: Importergebnis) -> list[tuple[str, tuple[str, ...]]]:
    assert ergebnis.befund.status == "rueckfrage"
    assert ergebnis.lieferung is None
    return [(f.schluessel, f.auswahl) for f in ergebnis.befund.fragen]


def test_counts_are_stored_raw_and_named_in_the_main_database(klein: Path) -> None:
    fertig = liefere("fallzahlen", fallzahlendatei(), "bwf.csv").lieferung
    assert fertig is not None
    assert (fertig.nummer, fertig.art, fertig.region_slug, fertig.absender, fertig.datei) == (
        1,
        "fallzahlen",
        "kleinkreis",
        "LWX",
        "bwf.csv",
    )
    assert (fertig.stichtage, fertig.gegenstaende, fertig.basis) == (["2024-12-31"], ["lb_bwf"], None)
    assert fertig.zeilen is None, "how many rows there are stays on the raw side"
    assert {(h, z): n for h, z, n in rohzellen()} == ZELLEN
    assert stat.S_IMODE((klein / "roh.db").stat().st_mode) == 0o600


def test_population_is_stored_with_its_basis(klein: Path) -> None:
    fertig = liefere("einwohner", einwohnerdatei({(ALTDORF, "0-17"): 200, (ALTDORF, "18+"): 800})).lieferung
    assert fertig is not None
    assert (fertig.art, fertig.region_slug, fertig.basis, fertig.gegenstaende) == (
        "einwohner",
        None,
        "zensus2022",
        ["einwohner"],
    )
    assert abfragen.einwohner(KREIS)["anzahl"].sort().to_list() == [200, 800]


def test_the_same_file_twice_changes_nothing(klein: Path) -> None:
    for art, inhalt in (("fallzahlen", fallzahlendatei()), ("einwohner", einwohnerdatei({(ALTDORF, "insgesamt"): 9}))):
        erste = liefere(art, inhalt, "a.csv")
        stand = abfragen.stand("kleinkreis")
        zweite = liefere(art, inhalt, "anders-genannt.csv")
        assert not erste.unveraendert
        assert zweite.unveraendert
        assert erste.lieferung is not None
        assert zweite.lieferung is not None
        assert zweite.lieferung.id == erste.lieferung.id
        assert abfragen.stand("kleinkreis") == stand
    assert [eintrag.nummer for eintrag in abfragen.lieferungen()] == [2, 1]
    assert len(rohzellen()) == len(ZELLEN)


def test_a_retracted_file_can_be_delivered_again(klein: Path) -> None:
    erste = liefere("fallzahlen", fallzahlendatei()).lieferung
    assert erste is not None
    schreiben.ziehe_lieferung_zurueck(recht(), erste.id, JETZT)
    assert rohzellen() == []
    zweite = liefere("fallzahlen", fallzahlendatei())
    assert not zweite.unveraendert
    assert len(rohzellen()) == len(ZELLEN)


@pytest.mark.parametrize("art", ["fallzahlen", "einwohner"])
def test_a_failure_between_the_two_databases_leaves_nothing_that_counts(
    klein: Path, monkeypatch: pytest.MonkeyPatch, art: str
) -> None:
    def bricht_ab(*_: object, **__: object) -> None:
        raise OSError("Strom weg")

    inhalt = fallzahlendatei() if art == "fallzahlen" else einwohnerdatei({(ALTDORF, "insgesamt"): 9})
    with monkeypatch.context() as m:
        m.setattr(schreiben, "speichere_lieferung", bricht_ab)
        m.setattr(schreiben, "speichere_einwohner", bricht_ab)
        with pytest.raises(OSError, match="Strom weg"):
            liefere(art, inhalt)
    assert abfragen.lieferungen() == []
    assert rohzellen() == []
    assert abfragen.einwohner(KREIS).is_empty()
    assert verwaiste() == 1
    assert liefere(art, inhalt).lieferung is not None
    assert verwaiste() == 0


def verwaiste() -> int:
    """Files on the raw side without a Lieferung in the main database."""
    maschine = oeffne(einstellungen().rohdatenbank())
    with maschine.connect() as verbindung:
        dateien = set(verbindung.execute(text("SELECT lieferung_id FROM rohdatei")).scalars())
    maschine.dispose()
    return len(dateien - {eintrag.id for eintrag in abfragen.lieferungen()})


def test_a_failure_while_writing_raw_cells_leaves_nothing_at_all(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its second row has no Stichtag and breaks the transaction."""
    original = ablage.speichere

    def kaputt(darf: Schreibrecht, kennung: str, sha: str, inhalt: bytes, zellen: pl.DataFrame) -> None:
        gebrochen = zellen.with_columns(stichtag=pl.when(pl.int_range(pl.len()) == 0).then("stichtag"))
        original(darf, kennung, sha, inhalt, gebrochen)  # type: ignore[arg-type]

    monkeypatch.setattr(ablage, "speichere", kaputt)
    with pytest.raises(IntegrityError):
        liefere("fallzahlen", fallzahlendatei())
    assert verwaiste() == 0
    assert abfragen.lieferungen() == []


def test_two_imports_at_once_come_one_after_the_other(klein: Path) -> None:
    """Otherwise the second would clear away the raw rows that the first has not yet entered."""
    with ThreadPoolExecutor() as nebenher:
        with allein():
            lauf = nebenher.submit(liefere, "fallzahlen", fallzahlendatei())
            with pytest.raises(TimeoutError):
                lauf.result(timeout=0.3)
            assert abfragen.lieferungen() == []
        assert lauf.result(timeout=30).lieferung is not None


def test_many_imports_at_once_all_arrive(klein: Path) -> None:
    dateien = [fallzahlendatei({(ALTDORF, BERG): 10 + i}, date(2010 + i, 12, 31)) for i in range(6)]
    with ThreadPoolExecutor(3) as nebenher:
        fertige = list(nebenher.map(lambda inhalt: liefere("fallzahlen", inhalt), dateien))
    assert sorted(f.lieferung.nummer for f in fertige if f.lieferung) == [1, 2, 3, 4, 5, 6]
    assert sorted(n for *_, n in rohzellen()) == [10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("art", "inhalt", "grund"),
    [
        ("einwohner", fallzahlendatei(), "Das ist eine Lieferung von Fallzahlen nach der Vorlage „fallzahlen“"),
        ("fallzahlen", einwohnerdatei({(ALTDORF, "insgesamt"): 9}), "Das ist eine Einwohnertabelle"),
        ("einwohner", b"PK\x03\x04kaputt", "Die Datei"),
        ("einwohner", b"", "leer"),
        ("fallzahlen", csv(KOPF_FALLZAHLEN, fall("zwei")), "Zahl"),
        ("fallzahlen", csv(KOPF_FALLZAHLEN, fall("2", herkunft="05978777")), "gibt es im Kreis 05978 nicht"),
        ("fallzahlen", csv(f"name;geburtsdatum;{KOPF_FALLZAHLEN}", f"Meier;1970-01-01;{fall('2')}"), "Person"),
        ("einwohner", csv(KOPF_EINWOHNER, person("-5")), ""),
    ],
)
def test_a_file_that_is_refused_changes_nothing(klein: Path, art: str, inhalt: bytes, grund: str) -> None:
    vorher = abfragen.stand("kleinkreis")
    ergebnis = liefere(art, inhalt)
    assert ergebnis.befund.status == "abgelehnt"
    assert grund in " ".join(f.grund for f in ergebnis.befund.fehler)
    assert ergebnis.lieferung is None
    assert abfragen.lieferungen() == []
    assert abfragen.stand("kleinkreis") == vorher
    assert verwaiste() == 0


def test_a_file_that_is_too_large_is_cut_and_refused(klein: Path, tmp_path: Path) -> None:
    gross = tmp_path / "gross.csv"
    with gross.open("wb") as datei:
        datei.seek(MAX_BYTES + 5000)
        datei.write(b"x")
    inhalt = lade_datei(gross)
    assert len(inhalt) == MAX_BYTES + 1
    assert "größer als 25 MB" in liefere("einwohner", inhalt).befund.fehler[0].grund


def test_an_unknown_region_is_refused_with_the_known_ones(klein: Path) -> None:
    ergebnis = liefere("fallzahlen", fallzahlendatei(), region="atlantis")
    assert ergebnis.befund.fehler[0].grund == "Die Region „atlantis“ gibt es hier nicht. Vorhanden: kleinkreis."
    assert liefere("fallzahlen", fallzahlendatei(), region=KREIS).lieferung is not None


def test_a_delivery_whose_region_is_unclear_is_a_question_with_an_answer(klein: Path) -> None:
    """By Herkunft alone from another Kreis: no row names a Gemeinde of the Kreis in every line."""
    inhalt = fallzahlendatei({(ALTDORF, "-"): 60})
    unklar = fallzahlendatei({(ALTDORF, BERG): 30, ("06636001", "05915"): 7})
    assert liefere("fallzahlen", inhalt).lieferung is not None
    assert fragen(liefere("fallzahlen", unklar)) == [("region", ("kleinkreis",))]
    antwort = liefere("fallzahlen", unklar, antworten={"region": "kleinkreis"})
    assert antwort.befund.status == "abgelehnt"
    assert "Weder Herkunft noch Leistungsort liegt im Kreis 05978" in antwort.befund.fehler[0].grund


def test_an_answered_region_lets_the_import_go_on(demo_ordner: Path) -> None:
    """A flow between the two regions of the demonstration belongs to either of them."""
    inhalt = fallzahlendatei({("05978004", "06636003"): 30}, date(2025, 12, 31))
    assert fragen(liefere("fallzahlen", inhalt)) == [("region", ("kreis-unna", "werra-meissner-kreis"))]
    fertig = liefere("fallzahlen", inhalt, antworten={"region": "werra-meissner-kreis"}).lieferung
    assert fertig is not None
    assert fertig.region_slug == "werra-meissner-kreis"


def test_a_region_that_was_found_is_checked_like_one_that_was_named(klein: Path) -> None:
    inhalt = fallzahlendatei({(ALTDORF, KREIS): 50, (BERG, KREIS): 7})
    for region in (None, "kleinkreis"):
        ergebnis = liefere("fallzahlen", inhalt, region=region)
        assert ergebnis.befund.status == "abgelehnt"
        assert "Im eigenen Kreis wird die Gemeinde gebraucht" in ergebnis.befund.fehler[0].grund


def test_a_missing_stichtag_and_basis_can_be_said(klein: Path) -> None:
    ohne = csv("ags;altersgruppe;geschlecht;anzahl", f"{ALTDORF};insgesamt;insgesamt;900")
    assert {s for s, _ in fragen(liefere("einwohner", ohne))} == {"stichtag", "basis"}
    gesagt = liefere("einwohner", ohne, stichtag=STICHTAG, basis="register")
    assert gesagt.lieferung is not None
    assert (gesagt.lieferung.stichtage, gesagt.lieferung.basis) == (["2024-12-31"], "register")


@pytest.mark.parametrize(("antwort", "summe"), [("neu", 50 + 9 + 7), ("gespeichert", 50 + 3 + 7)])
def test_the_same_cell_from_two_senders_is_a_question(klein: Path, antwort: str, summe: int) -> None:
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50, (BERG, BERG): 3}))
    zweite = fallzahlendatei({(BERG, BERG): 9, (CELL, CELL): 7}, absender="Kreis")
    ergebnis = liefere("fallzahlen", zweite)
    assert fragen(ergebnis) == [("doppelt", ("neu", "gespeichert"))]
    assert "Zellen dieser Datei hat schon LWX geliefert" in ergebnis.befund.fragen[0].text
    assert liefere("fallzahlen", zweite, antworten={"doppelt": antwort}).lieferung is not None
    assert sum(n for *_, n in rohzellen()) == summe


def test_people_counted_by_two_senders_in_different_breakdowns_are_not_counted_twice(klein: Path) -> None:
    """LWX delivers a place in one figure, the Kreis the same place by age: the sum would count people twice."""
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50}))
    nach_alter = csv(
        KOPF_FALLZAHLEN,
        fall("30", ALTDORF, ALTDORF, alter="18-49", absender="Kreis"),
        fall("20", ALTDORF, ALTDORF, alter="50-59", absender="Kreis"),
    )
    ergebnis = liefere("fallzahlen", nach_alter)
    assert ergebnis.befund.status == "abgelehnt"
    assert ergebnis.befund.fehler[0].grund == (
        "Zellen dieser Datei überschneiden sich mit Zellen, die LWX anders aufgegliedert geliefert hat. "
        "Zusammen zählten Personen doppelt. Bitte beide Absender um dieselbe Aufgliederung bitten oder die "
        "gespeicherte Lieferung zurückziehen."
    )
    assert [n for *_, n in rohzellen()] == [50]


def test_senders_that_count_different_ages_or_sexes_stand_side_by_side(klein: Path) -> None:
    liefere(
        "fallzahlen",
        csv(KOPF_FALLZAHLEN, fall("30", ALTDORF, ALTDORF, alter="0-6", grundzahl="minderjaehrige_egh")),
    )
    zweite = csv(
        KOPF_FALLZAHLEN, fall("20", ALTDORF, ALTDORF, alter="7-17", grundzahl="minderjaehrige_egh", absender="Kreis")
    )
    assert liefere("fallzahlen", zweite).lieferung is not None


def test_a_dry_run_finds_the_region_and_writes_nothing(klein: Path) -> None:
    gelesen, region = pruefe(Importauftrag("fallzahlen", fallzahlendatei(), "x.csv"))
    assert gelesen.befund.status == "ok"
    assert region is not None
    assert region.slug == "kleinkreis"
    assert gelesen.befund.summen == {
        "kreis": {"lb_bwf 2024-12-31 herkunft": 123, "lb_bwf 2024-12-31 leistungsort": 127}
    }
    assert abfragen.lieferungen() == []
    assert verwaiste() == 0


def test_a_file_is_described_whatever_its_kind(klein: Path) -> None:
    assert beschreibe(fallzahlendatei(), "x.csv").profil == "fallzahlen"
    assert beschreibe(einwohnerdatei({(ALTDORF, "insgesamt"): 9}), "x.csv").profil == "einwohner"
    assert beschreibe(b"\x89PNG", "x.png").status == "abgelehnt"
    assert dateiregister().kreise == {KREIS}
