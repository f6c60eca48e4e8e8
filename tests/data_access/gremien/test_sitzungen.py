"""A meeting is stored as a whole or not at all, and every reason against it is named with its field."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from analysis.gremien.bestand import Gremienbestand, lade
from data_access.gremien import buch
from data_access.gremien.buch import GremienAbgelehnt, bild, nimm_zurueck
from data_access.gremien.lesen import Eintragungen, fassung, lies
from data_access.gremien.sitzungen import SitzungAbgelehnt, Stand, loesche, speichere, stand
from data_access.gremien.sitzungspruefung import Angaben
from tests.gremien import ALT, RUNDE, S2023, S2024, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht

TAG = date(2025, 2, 10)


def _zeile(gruppe: str, anwesend: int | None, organisation: str = "", **mehr: int | None) -> dict[str, Any]:
    return {"gruppe": gruppe, "organisation": organisation, "anwesend": anwesend, **mehr}


def _angaben(*zeilen: dict[str, Any], tag: date = TAG, barrieren: dict[str, str] | None = None, **mehr: Any) -> Angaben:
    return Angaben({"datum": tag, "status": "stattgefunden", **mehr}, zeilen, barrieren or {})


def _stand(bestand: Gremienbestand, tag: date) -> Stand:
    sitzung = bestand.am(RUNDE, tag)
    assert sitzung is not None
    return stand(sitzung, bestand.teilnahmen.get(sitzung.id, ()), bestand.barrieren.get(sitzung.id, ()))


def _teilnahmen(tag: date) -> dict[tuple[str, str], tuple[int | None, int | None, int | None]]:
    bestand = lade("kleinkreis")
    sitzung = bestand.am(RUNDE, tag)
    assert sitzung is not None
    return {
        (t.gruppe, t.organisation): (t.anwesend, t.eingeladen, t.rederecht_genutzt)
        for t in bestand.teilnahmen.get(sitzung.id, ())
    }


def _alles() -> list[dict[str, Any]]:
    e = lies("kleinkreis")
    return [bild(z) for f in Eintragungen.__dataclass_fields__ for z in getattr(e, f)]


def test_unknown_and_zero_are_both_stored_and_what_has_no_count_is_not(klein: Path) -> None:
    lege_gremien_an()
    angaben = _angaben(
        _zeile("selbstvertretung", 0, eingeladen=3, rederecht_genutzt=None),
        _zeile("eutb", None, eingeladen=1),
        _zeile("kommune", None),
        _zeile("leistungserbringer", 2, "Werkstatt Beispiel"),
        barrieren={"dgs": "fehlte"},
        einladung_am=date(2025, 1, 10),
    )
    vorgang, sitzung = speichere(recht(), RUNDE, angaben, JETZT)
    assert _teilnahmen(TAG) == {
        ("selbstvertretung", ""): (0, 3, None),
        ("eutb", ""): (None, 1, None),
        ("leistungserbringer", "Werkstatt Beispiel"): (2, None, None),
    }
    bestand = lade("kleinkreis")
    assert [(b.art, b.stand) for b in bestand.barrieren[sitzung]] == [("dgs", "fehlte")]
    assert bestand.sitzung[sitzung].einladung_am == date(2025, 1, 10)
    assert vorgang.was == "Sitzung Runde am 10.02.2025 eingetragen"
    assert len(buch.aenderungen(vorgang.id)) == 5


def test_changing_moves_the_day_and_deletes_what_was_emptied(klein: Path) -> None:
    bestand = lege_gremien_an()
    vorher = _stand(bestand, S2024)
    tops = len(bestand.tops[vorher[0]["id"]])
    angaben = _angaben(_zeile("selbstvertretung", 4), _zeile("oertl_traeger", None), tag=S2024 + timedelta(days=7))
    vorgang, sitzung = speichere(recht(), RUNDE, angaben, JETZT, vorher)
    assert sitzung == vorher[0]["id"]
    danach = lade("kleinkreis")
    assert danach.am(RUNDE, S2024) is None
    assert _teilnahmen(date(2024, 9, 30)) == {("selbstvertretung", ""): (4, None, None)}
    assert sitzung not in danach.barrieren
    assert len(danach.tops[sitzung]) == tops
    nimm_zurueck(recht(), vorgang.id, JETZT)
    assert _stand(lade("kleinkreis"), S2024) == vorher


def test_a_row_that_was_unknown_before_stays(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2023, "gruppe": "eutb"}]})
    speichere(recht(), RUNDE, _angaben(_zeile("insgesamt", 21), tag=S2023), JETZT, _stand(lade("kleinkreis"), S2023))
    assert _teilnahmen(S2023) == {("insgesamt", ""): (21, None, None), ("eutb", ""): (None, None, None)}


def test_the_same_again_is_no_step(klein: Path) -> None:
    lege_gremien_an()
    vorher, _ = speichere(recht(), RUNDE, _angaben(_zeile("insgesamt", 7)), JETZT)
    speichere(recht(), RUNDE, _angaben(_zeile("insgesamt", 7)), JETZT, _stand(lade("kleinkreis"), TAG))
    assert buch.verlauf("kleinkreis")[0].id == vorher.id


def test_a_day_that_became_free_gets_a_meeting_of_its_own(klein: Path) -> None:
    """The id of a meeting is made of its first day: a new one on that day must not take its place."""
    bestand = lege_gremien_an()
    verschoben = _angaben(_zeile("selbstvertretung", 4), tag=TAG)
    vorgang, alt = speichere(recht(), RUNDE, verschoben, JETZT, _stand(bestand, S2024))
    _, neu = speichere(recht(), RUNDE, _angaben(_zeile("insgesamt", 9), tag=S2024), JETZT)
    assert alt != neu
    assert (_teilnahmen(TAG), _teilnahmen(S2024)) == (
        {("selbstvertretung", ""): (4, None, None)},
        {("insgesamt", ""): (9, None, None)},
    )
    with pytest.raises(GremienAbgelehnt, match="Inzwischen steht etwas anderes an dieser Stelle"):
        nimm_zurueck(recht(), vorgang.id, JETZT)
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": TAG, "status": "ausgefallen"}]})
    assert lade("kleinkreis").sitzung[alt].status == "ausgefallen"


@pytest.mark.parametrize(
    ("gremium", "angaben", "felder", "satz"),
    [
        (RUNDE, _angaben(tag=S2024), ["datum"], "Am 23.09.2024 ist für „Runde“ schon eine Sitzung eingetragen."),
        (RUNDE, _angaben(_zeile("eutb", 1), status="geplant"), ["status"], "Anwesende gibt es nur bei einer Sitzung"),
        (RUNDE, _angaben(_zeile("eutb", 0), status="ausgefallen"), ["status"], "Zahlen der Anwesenden leeren"),
        (RUNDE, _angaben(_zeile("eutb", None, rederecht_genutzt=1), status="geplant"), ["status"], "Anwesende gibt es"),
        (RUNDE, _angaben(tag=date(2025, 3, 2)), ["datum"], "liegt in der Zukunft"),
        (RUNDE, _angaben(tag=date(2022, 12, 31)), ["datum"], "gibt es laut Register am 31.12.2022 noch nicht"),
        (ALT, _angaben(tag=date(2023, 1, 1)), ["datum"], "gibt es laut Register am 01.01.2023 nicht mehr"),
        (RUNDE, _angaben(tag=date(1925, 1, 1)), ["datum", "datum"], "Das Jahr 1925 liegt nicht zwischen 1950 und 2100"),
        (RUNDE, _angaben(_zeile("eutb", 10_000)), ["anwesend"], "10000 geht nicht"),
        (RUNDE, _angaben(_zeile("eutb", 1, "A"), _zeile("eutb", 2, "A")), ["organisation"], "steht zweimal da"),
        (RUNDE, _angaben(_zeile("eutb", 1, "Frau Muster")), ["organisation"], "nach dem Namen einer Person"),
        (
            RUNDE,
            _angaben(
                _zeile("insgesamt", 3),
                _zeile("eutb", 4, rederecht_genutzt=5),
                einladung_am=date(2025, 3, 1),
                tag=date(2025, 2, 28),
            ),
            ["einladung_am", "rederecht_genutzt", "anwesend"],
            "Gesprochen haben 5, anwesend waren 4.",
        ),
    ],
)
def test_every_reason_is_named_and_nothing_is_changed(
    klein: Path, gremium: str, angaben: Angaben, felder: list[str], satz: str
) -> None:
    lege_gremien_an()
    vorher, zahl = _alles(), fassung("kleinkreis")
    with pytest.raises(SitzungAbgelehnt) as nein:
        speichere(recht(), gremium, angaben, JETZT)
    assert [g.feld for g in nein.value.gruende] == felder
    assert satz in str(nein.value)
    assert (_alles(), fassung("kleinkreis")) == (vorher, zahl)


def test_a_day_outside_the_time_of_a_gremium_can_be_confirmed(klein: Path) -> None:
    lege_gremien_an()
    angaben = _angaben(_zeile("insgesamt", 12), tag=date(2023, 1, 1))
    with pytest.raises(SitzungAbgelehnt) as nein:
        speichere(recht(), ALT, angaben, JETZT)
    assert [g.frage for g in nein.value.gruende] == [True]
    speichere(recht(), ALT, replace(angaben, tag_stimmt=True), JETZT)
    assert lade("kleinkreis").am(ALT, date(2023, 1, 1)) is not None


def test_a_planned_meeting_needs_only_the_day_and_may_know_who_is_invited(klein: Path) -> None:
    lege_gremien_an()
    for tag, zeilen in ((date(2027, 5, 1), ()), (date(2027, 6, 1), (_zeile("eutb", None, eingeladen=2),))):
        speichere(recht(), RUNDE, Angaben({"datum": tag, "status": "geplant"}, zeilen), JETZT)
    assert _teilnahmen(date(2027, 5, 1)) == {}
    assert _teilnahmen(date(2027, 6, 1)) == {("eutb", ""): (None, 2, None)}


def test_what_was_changed_or_deleted_meanwhile_is_not_overwritten(klein: Path) -> None:
    bestand = lege_gremien_an()
    offen = _stand(bestand, S2024)
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "anwesend": 1}]})
    with pytest.raises(GremienAbgelehnt, match="während das Formular offen war"):
        speichere(recht(), RUNDE, _angaben(tag=S2024), JETZT, offen)
    loesche(recht(), offen[0]["id"], JETZT)
    with pytest.raises(GremienAbgelehnt, match="inzwischen gelöscht"):
        speichere(recht(), RUNDE, _angaben(tag=S2024), JETZT, offen)
    with pytest.raises(GremienAbgelehnt, match="gibt es nicht mehr"):
        loesche(recht(), offen[0]["id"], JETZT)


def test_a_gremium_that_was_deleted_meanwhile_takes_no_meeting(klein: Path) -> None:
    with pytest.raises(GremienAbgelehnt, match="Das Gremium „runde“ gibt es nicht mehr"):
        speichere(recht(), RUNDE, _angaben(), JETZT)


def test_deleting_is_a_step_that_brings_everything_back(klein: Path) -> None:
    bestand = lege_gremien_an()
    vorher = _alles()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    vorgang = loesche(recht(), sitzung.id, datetime.now().astimezone())
    assert vorgang.was == "Sitzung Runde am 23.09.2024 gelöscht"
    assert len(_alles()) < len(vorher)
    nimm_zurueck(recht(), vorgang.id, JETZT)
    assert _alles() == vorher
