"""The worker does what the page Daten asks for, and nothing it writes down repeats a true count."""

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from commands import arbeiten
from data_access import abfragen, auftraege, schreiben
from data_access.roh import ablage
from models.tabellen import Auftrag
from models.vokabular import Auftragsart
from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall
from tests.installation import (
    ALTDORF,
    BERG,
    JETZT,
    KREIS,
    ZELLEN,
    einwohnerdatei,
    fallzahlendatei,
    fuelle_kleinkreis,
    liefere,
    recht,
)

VERRAETERISCH = 73_119
"""A true count that nobody publishes by chance."""

FALLZAHLEN = fallzahlendatei(ZELLEN | {(ALTDORF, ALTDORF): VERRAETERISCH})


def stelle_ein(art: Auftragsart, inhalt: bytes | None = None, /, **optionen: Any) -> int:
    spool = auftraege.lege_in_eingang(recht(), inhalt) if inhalt is not None else None
    return auftraege.stelle_ein(recht(), art, JETZT, datei="auf.csv", spool=spool, optionen=optionen)


def arbeite(*erwartet: str) -> list[Auftrag]:
    """Empty the queue; the jobs in their order, with the states they must have come to."""
    arbeiten.arbeite(recht(), einmal=True)
    fertige = abfragen.auftraege()[::-1]
    assert [a.stand for a in fertige] == list(erwartet)
    return fertige


def eingang(ordner: Path) -> list[Path]:
    return sorted((ordner / "eingang").glob("*"))


def test_the_command_empties_the_queue_and_ends(klein: Path) -> None:
    stelle_ein(Auftragsart.PRUEFEN, fallzahlendatei(), kind="fallzahlen")
    stelle_ein(Auftragsart.IMPORT, fallzahlendatei(), kind="fallzahlen")
    stelle_ein(Auftragsart.FREIGABE, region="kleinkreis")
    ergebnis = CliRunner().invoke(app, ["worker", "--once"])
    assert ergebnis.exit_code == 0
    assert [a.stand for a in abfragen.auftraege()] == ["fertig"] * 3
    zeilen = [json.loads(zeile) for zeile in ergebnis.stderr.splitlines() if zeile.startswith("{")]
    assert [(z["art"], z["stand"]) for z in zeilen if "stand" in z] == [
        ("pruefen", "fertig"),
        ("import", "fertig"),
        ("freigabe", "fertig"),
    ]
    lebt = abfragen.arbeitsprozess()
    assert lebt is not None
    assert [g for g, _ in abfragen.stand("kleinkreis").freigaben] == ["lb_bwf"]


def test_checking_says_what_is_in_a_file_and_keeps_it_ready(klein: Path) -> None:
    stelle_ein(Auftragsart.PRUEFEN, fallzahlendatei(), kind="fallzahlen")
    (auftrag,) = arbeite("fertig")
    befund = auftrag.ergebnis["befund"]
    assert isinstance(befund, Mapping)
    assert (befund["profil"], befund["status"], befund["stichtage"]) == ("fallzahlen", "ok", ["2024-12-31"])
    assert not {"summen", "zeilen", "zellen", "zeichen"} & set(befund)
    assert (auftrag.ergebnis["gegenstaende"], auftrag.ergebnis["region"]) == (["lb_bwf"], "kleinkreis")
    assert abfragen.lieferungen() == []
    assert len(eingang(klein)) == 1


def test_how_many_rows_there_are_is_kept_only_of_what_was_not_sent_as_fallzahlen(klein: Path) -> None:
    public = einwohnerdatei({(ALTDORF, "insgesamt"): 900})
    for art in ("einwohner", "fallzahlen"):
        stelle_ein(Auftragsart.PRUEFEN, public, kind=art)
    gelesen, fremd = (a.ergebnis["befund"] for a in arbeite("fertig", "abgelehnt"))
    assert isinstance(gelesen, Mapping)
    assert isinstance(fremd, Mapping)
    assert (gelesen["zeilen"], gelesen["zellen"], "summen" in gelesen) == (1, 1, False)
    assert (fremd["profil"], "zeilen" in fremd) == ("einwohner", False)


def test_importing_stores_a_file_and_clears_the_spool(klein: Path) -> None:
    stelle_ein(Auftragsart.IMPORT, fallzahlendatei(), kind="fallzahlen")
    stelle_ein(Auftragsart.IMPORT, fallzahlendatei(), kind="fallzahlen")
    erster, zweiter = arbeite("fertig", "fertig")
    (lieferung,) = abfragen.lieferungen()
    assert erster.ergebnis["lieferung"] == zweiter.ergebnis["lieferung"] == lieferung.id
    assert (erster.ergebnis["unveraendert"], zweiter.ergebnis["unveraendert"]) == (False, True)
    assert lieferung.datei == "auf.csv"
    assert eingang(klein) == []


def test_options_of_the_page_reach_the_reader(klein: Path) -> None:
    ohne = csv("ags;altersgruppe;geschlecht;anzahl", f"{ALTDORF};insgesamt;insgesamt;900")
    stelle_ein(Auftragsart.IMPORT, ohne, kind="einwohner", stichtag="2023-12-31", antworten={"basis": "register"})
    arbeite("fertig")
    assert abfragen.einwohner(KREIS).select("anzahl", "basis").rows() == [(900, "register")]


def test_an_open_question_keeps_the_file_and_a_refused_one_does_not(klein: Path) -> None:
    ohne_basis = csv("ags;stichtag;altersgruppe;geschlecht;anzahl", f"{ALTDORF};2022-06-30;insgesamt;insgesamt;900")
    stelle_ein(Auftragsart.IMPORT, ohne_basis, kind="einwohner")
    stelle_ein(Auftragsart.IMPORT, b"\x00\x01kaputt", kind="einwohner")
    frage, _ = arbeite("rueckfrage", "abgelehnt")
    befund = frage.ergebnis["befund"]
    assert isinstance(befund, Mapping)
    assert [f["schluessel"] for f in befund["fragen"]] == ["basis"]
    assert len(eingang(klein)) == 1
    assert abfragen.lieferungen() == []


def test_a_file_that_is_gone_is_asked_for_again(klein: Path) -> None:
    auftraege.stelle_ein(recht(), Auftragsart.IMPORT, JETZT, spool="weg", optionen={"kind": "einwohner"})
    (auftrag,) = arbeite("abgelehnt")
    assert auftrag.ergebnis == {
        "meldung": "Die hochgeladene Datei liegt nicht mehr bereit. Bitte laden Sie sie noch einmal hoch."
    }


def test_a_freigabe_publishes_what_was_asked_for_and_reports_its_steps(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 60}, grundzahl="lb_wfbm"))
    stelle_ein(Auftragsart.FREIGABE, region="kleinkreis", grundzahlen=["lb_wfbm"])
    stelle_ein(Auftragsart.FREIGABE, region=KREIS)
    eine, alle = arbeite("fertig", "fertig")
    assert [f["grundzahl"] for f in eine.ergebnis["freigaben"]] == ["lb_wfbm"]  # type: ignore[attr-defined]
    fassungen = {f["grundzahl"]: f["fassung"] for f in alle.ergebnis["freigaben"]}  # type: ignore[attr-defined]
    assert fassungen == {"lb_bwf": 1, "lb_wfbm": 2}
    assert eine.fortschritt == {
        "schritt": "Prüfung: Leistungsberechtigte im Arbeitsbereich der Werkstatt, 31.12.2024",
        "nummer": 1,
        "von": 1,
    }


@pytest.mark.parametrize(
    ("optionen", "meldung"),
    [
        ({"region": "atlantis"}, "Die Region „atlantis“ gibt es nicht mehr."),
        ({"region": "kleinkreis", "grundzahlen": ["lb_awf"]}, "Für „lb_awf“ in Kleinkreis gibt es keine gespeicherte"),
    ],
)
def test_a_freigabe_that_cannot_be_given_says_why(klein: Path, optionen: dict[str, object], meldung: str) -> None:
    stelle_ein(Auftragsart.FREIGABE, **optionen)
    (auftrag,) = arbeite("abgelehnt")
    assert str(auftrag.ergebnis["meldung"]).startswith(meldung)


def test_freigaben_and_deliveries_are_withdrawn(klein: Path) -> None:
    fuelle_kleinkreis()
    frei = dict(abfragen.stand("kleinkreis").freigaben)["lb_bwf"]
    weg = next(eintrag for eintrag in abfragen.lieferungen() if eintrag.datei == "einwohner2024.csv")
    stelle_ein(Auftragsart.ZURUECKZIEHEN, freigabe=frei)
    stelle_ein(Auftragsart.ZURUECKZIEHEN, lieferung=weg.id)
    stelle_ein(Auftragsart.ZURUECKZIEHEN, freigabe=frei)
    erster, zweiter, dritter = arbeite("fertig", "fertig", "abgelehnt")
    assert erster.ergebnis == {"freigabe": frei, "region": "kleinkreis"}
    assert zweiter.ergebnis == {"lieferung": weg.id, "datei": "einwohner2024.csv"}
    assert dritter.ergebnis["meldung"] == f"Es gibt keine gültige Freigabe „{frei}“. „cli.py releases“ zeigt alle."
    assert "lb_bwf" not in dict(abfragen.stand("kleinkreis").freigaben)


def test_one_broken_job_does_not_stop_the_next(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bricht_ab(*_: object, **__: object) -> None:
        raise RuntimeError(f"die Zahl {VERRAETERISCH}")

    stelle_ein(Auftragsart.IMPORT, fallzahlendatei(), kind="fallzahlen")
    stelle_ein(Auftragsart.IMPORT, einwohnerdatei({(ALTDORF, "insgesamt"): 9}), kind="einwohner")
    monkeypatch.setattr(schreiben, "speichere_lieferung", bricht_ab)
    kaputt, _ = arbeite("fehler", "fertig")
    assert kaputt.ergebnis == {
        "meldung": "Dabei ist ein unerwarteter Fehler aufgetreten. Es wurde nichts übernommen. "
        "Einzelheiten stehen im Protokoll des Arbeitsprozesses."
    }


def test_a_worker_that_ends_by_itself_leaves_the_job_of_a_lasting_one_alone(klein: Path) -> None:
    stelle_ein(Auftragsart.PRUEFEN, fallzahlendatei(), kind="fallzahlen")
    auftraege.nimm_naechsten()
    stelle_ein(Auftragsart.PRUEFEN, fallzahlendatei(), kind="fallzahlen")
    arbeite("laeuft", "fertig")


def test_a_lasting_worker_closes_the_job_that_a_killed_one_left(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stelle_ein(Auftragsart.PRUEFEN, fallzahlendatei(), kind="fallzahlen")
    auftraege.nimm_naechsten()

    def beende(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(arbeiten.time, "sleep", beende)
    with pytest.raises(KeyboardInterrupt):
        arbeiten.arbeite(recht(), einmal=False)
    assert [a.stand for a in abfragen.auftraege()] == ["fehler"]


def test_uploads_that_nobody_took_over_are_removed_after_a_day(klein: Path) -> None:
    alt, neu = (auftraege.eingangsdatei(auftraege.lege_in_eingang(recht(), b"x")) for _ in range(2))
    gestern = alt.stat().st_mtime - arbeiten.EINGANG_GILT.total_seconds() - 60
    os.utime(alt, (gestern, gestern))
    arbeiten.arbeite(recht(), einmal=True)
    assert eingang(klein) == [neu]


def ueberall_ausser_roh(ordner: Path) -> bytes:
    """Everything in the data folder that is not the raw database."""
    return b"\n".join(d.read_bytes() for d in ordner.rglob("*") if d.is_file() and not d.name.startswith("roh.db"))


@pytest.mark.parametrize("kind", ["fallzahlen", "einwohner"])
def test_no_true_count_is_found_anywhere_outside_the_raw_database(
    klein: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    """Also when somebody picks the wrong KIND: the finding then describes a file of counts all the same."""
    caplog.set_level(logging.DEBUG)
    for art in (Auftragsart.PRUEFEN, Auftragsart.IMPORT):
        stelle_ein(art, FALLZAHLEN, kind=kind)
    if kind == "fallzahlen":
        stelle_ein(Auftragsart.FREIGABE, region="kleinkreis")
    ergebnisse = [a.stand for a in arbeite_alles()]
    assert ergebnisse == (["fertig"] * 3 if kind == "fallzahlen" else ["abgelehnt"] * 2)
    for datei in eingang(klein):
        datei.unlink()  # the upload itself, checked and not yet taken over
    zahl = str(VERRAETERISCH)
    summe = str(sum(n for (h, _), n in ZELLEN.items() if len(h) == 8) - 40 + VERRAETERISCH)
    spuren = ueberall_ausser_roh(klein).decode("latin-1") + caplog.text + "".join(capfd.readouterr())
    assert zahl not in spuren
    assert summe not in spuren
    if kind == "fallzahlen":
        roh = b"".join(d.read_bytes() for d in klein.glob("roh.db*"))
        assert zahl.encode() in roh  # the file as it arrived


def arbeite_alles() -> list[Auftrag]:
    arbeiten.arbeite(recht(), einmal=True)
    return abfragen.auftraege()[::-1]


def test_an_error_in_the_raw_database_does_not_repeat_a_count_in_the_log(
    klein: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = ablage.speichere

    def zweimal(*angaben: object) -> None:
        original(*angaben)  # type: ignore[arg-type]
        original(*angaben)  # type: ignore[arg-type]

    monkeypatch.setattr(ablage, "speichere", zweimal)
    stelle_ein(Auftragsart.IMPORT, FALLZAHLEN, kind="fallzahlen")
    (auftrag,) = arbeite("fehler")
    assert "IntegrityError" in caplog.text
    assert str(VERRAETERISCH) not in caplog.text + json.dumps(auftrag.ergebnis)


def test_messages_about_a_bad_file_of_counts_repeat_no_number(klein: Path) -> None:
    falsch = csv(
        KOPF_FALLZAHLEN,
        fall(str(VERRAETERISCH), ALTDORF, ALTDORF),
        fall("3", ALTDORF, ALTDORF, alter="18-49"),
        fall("4", ALTDORF, ALTDORF, alter="50-59"),
        fall(f"{VERRAETERISCH}x", BERG, BERG),
    )
    stelle_ein(Auftragsart.PRUEFEN, falsch, kind="fallzahlen")
    (auftrag,) = arbeite("abgelehnt")
    assert str(VERRAETERISCH) not in json.dumps(auftrag.ergebnis)
