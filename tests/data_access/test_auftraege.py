"""The queue: first in, first out; nothing is done twice; what a killed worker left is said."""

import stat
from datetime import timedelta
from pathlib import Path

from data_access import abfragen, auftraege
from models.vokabular import Auftragsart, Auftragsstand
from tests.installation import JETZT, recht


def stelle_ein(**angaben: str) -> int:
    return auftraege.stelle_ein(recht(), Auftragsart.IMPORT, JETZT, **angaben)  # type: ignore[arg-type]


def test_jobs_are_taken_in_their_order_and_each_once(klein: Path) -> None:
    nummern = [stelle_ein(datei=f"{i}.csv") for i in range(3)]
    genommen = [auftraege.nimm_naechsten() for _ in range(4)]
    assert [a.id for a in genommen if a] == nummern == sorted(nummern)
    assert genommen[3] is None
    assert {a.stand for a in genommen if a} == {Auftragsstand.LAEUFT}
    assert [a.datei for a in abfragen.auftraege()] == ["2.csv", "1.csv", "0.csv"]


def test_progress_and_result_stand_in_the_job(klein: Path) -> None:
    nummer = stelle_ein(datei="a.csv")
    auftraege.nimm_naechsten()
    auftraege.melde_fortschritt(nummer, {"schritt": "lesen"})
    laufend = abfragen.auftrag(nummer)
    assert laufend is not None
    assert (laufend.stand, laufend.fortschritt, laufend.beendet_am) == ("laeuft", {"schritt": "lesen"}, None)
    auftraege.beende(nummer, Auftragsstand.FERTIG, {"lieferung": "x"}, JETZT)
    fertig = abfragen.auftrag(nummer)
    assert fertig is not None
    assert (fertig.stand, fertig.ergebnis) == ("fertig", {"lieferung": "x"})
    assert fertig.beendet_am is not None
    assert abfragen.auftrag(999) is None


def test_what_a_killed_worker_left_running_is_closed_and_said(klein: Path) -> None:
    lief, wartet = stelle_ein(), stelle_ein()
    auftraege.nimm_naechsten()
    assert auftraege.nimm_liegengebliebene(JETZT) == 1
    assert auftraege.nimm_liegengebliebene(JETZT) == 0
    abgebrochen = abfragen.auftrag(lief)
    assert abgebrochen is not None
    assert abgebrochen.stand == Auftragsstand.FEHLER
    assert abgebrochen.ergebnis == {
        "meldung": "Der Arbeitsprozess wurde mittendrin beendet. Es wurde nichts übernommen. "
        "Bitte starten Sie den Vorgang noch einmal."
    }
    naechster = auftraege.nimm_naechsten()
    assert naechster is not None
    assert naechster.id == wartet


def test_an_upload_lies_under_a_name_of_our_own_for_the_owner_only(klein: Path) -> None:
    name = auftraege.lege_in_eingang(recht(), b"Zahlen")
    datei = auftraege.eingangsdatei(name)
    assert datei.parent == klein / "eingang"
    assert datei.read_bytes() == b"Zahlen"
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600
    assert stat.S_IMODE(datei.parent.stat().st_mode) == 0o700
    assert auftraege.lege_in_eingang(recht(), b"Zahlen") != name


def test_a_spool_name_cannot_leave_its_folder(klein: Path) -> None:
    assert auftraege.eingangsdatei("../../roh.db") == klein / "eingang" / "roh.db"


def test_the_worker_signs_that_it_lives(klein: Path) -> None:
    assert abfragen.arbeitsprozess() is None
    auftraege.schlage(JETZT)
    auftraege.schlage(JETZT + timedelta(seconds=5))
    lebt = abfragen.arbeitsprozess()
    assert lebt is not None
    assert lebt.herzschlag.replace(tzinfo=None) == (JETZT + timedelta(seconds=5)).replace(tzinfo=None)
