"""The register is changed row by row: every change is checked, undone as a whole, and never half."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_access.gremien import registerpflege
from data_access.gremien.buch import GremienAbgelehnt, nimm_zurueck, schritt, verlauf
from data_access.gremien.lesen import Eintragungen, lies
from data_access.gremien.registerpflege import entferne, sichere
from data_access.gremien.uebernahme import uebernimm
from models.gremientabellen import Amtszeit, Eintragung, Gremium, Organisation, Rolle, Sitz, Takt, Vorgang
from tests.gremien import ALT, RUNDE, lege_gremien_an
from tests.installation import JETZT, recht

K = "kleinkreis"


def _sichere(*zeilen: Eintragung) -> Vorgang:
    return sichere(recht(), K, "Register geändert", zeilen, JETZT)


def _entferne(zeile: Eintragung) -> Vorgang:
    return entferne(recht(), K, "Gelöscht", zeile, JETZT)


def _gremium(e: Eintragungen, schluessel: str, **anders: Any) -> Gremium:
    alt = next(g for g in e.gremien if g.id == schluessel)
    return Gremium(**{**alt.model_dump(), **anders})


def _sitz(**anders: Any) -> Sitz:
    werte = {"id": "neu", "gremium_id": RUNDE, "gruppe": "eutb", "wortlaut": "EUTB", "quelle": "§ 5"}
    return Sitz(**{**werte, **anders})


def _takt(**anders: Any) -> Takt:
    return Takt(**{"id": "t", "gremium_id": RUNDE, "wortlaut": "zweimal", "quelle": "Anlage 2", "rang": 2, **anders})


def _stelle(**anders: Any) -> Organisation:
    return Organisation(**{"id": "neu", "region_slug": K, "name": "EUTB", "gruppe": "eutb", **anders})


def test_a_gremium_is_ended_and_that_is_undone(klein: Path) -> None:
    e = lege_gremien_an().e
    vorgang = _sichere(_gremium(e, RUNDE, gueltig_bis=date(2025, 12, 31)))
    assert [g.gueltig_bis for g in lies(K).gremien if g.id == RUNDE] == [date(2025, 12, 31)]
    nimm_zurueck(recht(), vorgang.id, JETZT)
    assert lies(K) == e


@pytest.mark.parametrize(
    ("zeile", "satz"),
    [
        (_sitz(anzahl=0), "Null Plätze sind kein Platz"),
        (_sitz(wortlaut=" "), "„Stelle oder Gruppe“ ist leer"),
        (_sitz(quelle=""), "„Quelle“ ist leer"),
        (_sitz(gruppe="alle"), "„Gruppe“: „alle“ ist nicht möglich"),
        (_sitz(stimmrecht="veto"), "„Stimme“: „veto“ ist nicht möglich"),
        (_sitz(gruppe="oertl_traeger", wortlaut="Kreis"), "„Kreis“ ist in dieser Gruppe schon eingetragen"),
        (_sitz(wortlaut="Erika Muster"), "sieht nach dem Namen einer Person aus"),
        (_sitz(wortlaut="x" * 201), "hat 201 Zeichen"),
        (_takt(minimum=2, maximum=1), "Höchstens 1 Sitzungen im Jahr sind weniger als mindestens 2"),
        (_takt(quelle="§ 5"), "Zu „§ 5“ steht schon ein Takt da"),
        (_stelle(name="Werkstattrat Altdorf"), "„Werkstattrat Altdorf“ steht schon bei „Werkstattrat Altdorf“"),
        (_stelle(aliase=["WR Altdorf"]), "„WR Altdorf“ steht schon bei „Werkstattrat Altdorf“"),
        (Amtszeit(id="a", rolle_id="gf", inhaber="Frau X"), "sieht nach dem Namen einer Person aus"),
        (
            Amtszeit(id="a", rolle_id="gf", inhaber="Kreis", von=date(2025, 1, 1), bis=date(2024, 1, 1)),
            "vor dem Beginn",
        ),
        (Rolle(id="r", region_slug=K, name=""), "„Rolle“ ist leer"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(klein: Path, zeile: Eintragung, satz: str) -> None:
    e, schritte = lege_gremien_an().e, len(verlauf(K))
    with pytest.raises(GremienAbgelehnt, match=satz):
        _sichere(_sitz(id="gut"), zeile)
    assert (lies(K), len(verlauf(K))) == (e, schritte)


@pytest.mark.parametrize(
    ("anders", "satz"),
    [
        ({"vorgaenger_id": RUNDE}, "hinge von sich selbst ab"),
        ({"uebergeordnet_id": ALT}, "hinge von sich selbst ab"),
        ({"uebergeordnet_id": "fremd"}, "gibt es in dieser Region nicht mehr"),
        ({"typ": "verein"}, "„verein“ ist nicht möglich"),
        ({"gueltig_von": date(2023, 1, 1)}, "Das Ende liegt vor dem Beginn"),
        ({}, "Es ist alles wie vorher"),
    ],
)
def test_a_gremium_that_contradicts_itself_is_refused(klein: Path, anders: dict[str, Any], satz: str) -> None:
    e = lege_gremien_an().e
    with pytest.raises(GremienAbgelehnt, match=satz):
        _sichere(_gremium(e, ALT, **anders))
    assert lies(K) == e


def test_a_gremium_with_meetings_is_ended_not_deleted(klein: Path) -> None:
    e = lege_gremien_an().e
    with pytest.raises(GremienAbgelehnt, match="hat 3 Sitzungen und kann nicht gelöscht werden"):
        _entferne(_gremium(e, RUNDE))
    vorgang = _entferne(_gremium(e, ALT))
    assert [(g.id, g.vorgaenger_id) for g in lies(K).gremien] == [(RUNDE, None)]
    nimm_zurueck(recht(), vorgang.id, JETZT)
    assert lies(K) == e


def test_entries_and_clauses_outlive_their_organisation(klein: Path) -> None:
    lege_gremien_an()
    klausel = {"bestimmung": "b", "region": K, "art": "beteiligung", "wortlaut": "Der Werkstattrat wird gehört"}
    with schritt(recht(), K, "Bestimmung", JETZT) as offen:
        uebernimm(offen, "bestimmungen", [klausel | {"organisationen": ["werkstattrat"]}])
    e = lies(K)
    vorgang = _entferne(e.organisationen[0])
    danach = lies(K)
    assert danach.organisationen == ()
    assert [(s.wortlaut, s.organisation_id) for s in danach.sitze][0] == ("Werkstattrat Altdorf", None)
    assert [b.organisationen for b in danach.bestimmungen] == [[]]
    nimm_zurueck(recht(), vorgang.id, JETZT)
    assert lies(K) == e


def test_a_new_role_comes_with_its_term_and_goes_with_it(klein: Path) -> None:
    e = lege_gremien_an().e
    amt = Amtszeit(id="a", rolle_id="vorsitz", inhaber="Sozialdezernat")
    _sichere(Rolle(id="vorsitz", region_slug=K, gremium_id=RUNDE, name="Vorsitz"), amt)
    assert [r.id for r in lies(K).rollen] == ["gf", "vorsitz"]
    _entferne(amt)
    assert lies(K) == e


def test_a_successor_may_stand_first_in_a_file(klein: Path) -> None:
    """The order of a file is the order on screen, even where a later row is needed first."""
    zeile = {"region": K, "typ": "workshop", "name": "x"}
    with schritt(recht(), K, "Gremien", JETZT) as offen:
        uebernimm(
            offen,
            "gremien",
            [zeile | {"gremium": "neu", "vorgaenger": "alt"}, zeile | {"gremium": "teil", "uebergeordnet": "neu"}]
            + [zeile | {"gremium": "alt"}],
        )
    assert [g.id for g in lies(K).gremien] == ["neu", "teil", "alt"]
    with (
        pytest.raises(GremienAbgelehnt, match="Das Gremium „b“ gibt es hier nicht"),
        schritt(recht(), K, "Kreis", JETZT) as offen,
    ):
        uebernimm(
            offen, "gremien", [zeile | {"gremium": "a", "vorgaenger": "b"}, zeile | {"gremium": "b", "vorgaenger": "a"}]
        )


def test_ids_speak_where_files_show_them() -> None:
    vergeben = [Gremium(id="runde-wohnen-kleinkreis", region_slug=K, kurz="x", name="x", typ="workshop")]
    assert registerpflege.neue_id(Gremium, "Runde Wohnen", K, vergeben) == "runde-wohnen-kleinkreis-2"
    assert registerpflege.neue_id(Sitz, "", K, ()) != registerpflege.neue_id(Sitz, "", K, ())


def test_a_role_has_one_term_from_each_day(klein: Path) -> None:
    """Files know a term by its role and first day: two of them could not be read again."""
    lege_gremien_an()
    sichere(recht(), "kleinkreis", "x", [Amtszeit(id="offen", rolle_id="gf", inhaber="Kreis")], JETZT)
    for von, satz in ((date(2023, 1, 1), "ab 01.01.2023 schon „Kreis“"), (None, "ohne ersten Tag schon „Kreis“")):
        with pytest.raises(GremienAbgelehnt, match=f"Zu dieser Rolle steht {satz}"):
            sichere(recht(), "kleinkreis", "x", [Amtszeit(id="neu", rolle_id="gf", inhaber="Träger", von=von)], JETZT)
