"""Editing a cut and what is said about it; checked against plain sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.einteilungen import (
    SchnittUngueltig,
    angrenzende,
    benenne,
    entferne,
    je_gemeinde,
    neuer_raum,
    pruefe,
    schalte_um,
    setze_glieder,
    unterschiede,
)
from models.schnitt import Schnitt, kuerzel, kuerzel_passt, schnitt_aus
from tests.installation import ALTDORF, BERG, CELL, DORN, FORST, NAMEN

# Altdorf - Berg - Cell - Dorn in a row, the forest touches Dorn.
KETTE = (ALTDORF, BERG, CELL, DORN, FORST)
NACHBARN = {ort: frozenset(KETTE[m] for m in (n - 1, n + 1) if 0 <= m < len(KETTE)) for n, ort in enumerate(KETTE)}
SCHNITT = Schnitt((("nord", "Nord"), ("sued", "Süd")), ((ALTDORF, "nord"), (BERG, "sued"), (CELL, "nord")))


def test_a_cut_is_judged_by_gaps_empty_areas_and_parts() -> None:
    urteil = pruefe(Schnitt((*SCHNITT.raeume, ("leer", "Leer")), SCHNITT.gemeinden), KETTE, NACHBARN)
    assert urteil.luecken == (DORN, FORST)
    assert urteil.leer == ("leer",)
    assert urteil.teile == {"nord": ((ALTDORF,), (CELL,))}
    assert pruefe(SCHNITT, KETTE, None).teile == {}
    assert angrenzende(SCHNITT, NACHBARN) == {"nord": ("sued",), "sued": ("nord",)}


def test_gemeinden_taken_from_another_planungsraum_are_named() -> None:
    neu, verschoben = setze_glieder(SCHNITT, "sued", (BERG, CELL, DORN))
    assert verschoben == {CELL: "nord"}
    assert neu.gemeinden == ((ALTDORF, "nord"), (BERG, "sued"), (CELL, "sued"), (DORN, "sued"))
    assert unterschiede(SCHNITT, neu) == (CELL, DORN)
    hinaus, _ = schalte_um(neu, "sued", CELL)
    assert CELL not in hinaus.raum_von
    assert schalte_um(hinaus, "sued", CELL)[0] == neu


@given(st.lists(st.tuples(st.sampled_from(("nord", "sued")), st.sets(st.sampled_from(KETTE)))))
def test_however_it_is_edited_no_gemeinde_lies_in_two(schritte: list[tuple[str, set[str]]]) -> None:
    schnitt = SCHNITT
    for raum, glieder in schritte:
        schnitt, _ = setze_glieder(schnitt, raum, glieder)
        assert set(schnitt.glieder(raum)) == glieder
    alle = [ags for raum, _ in schnitt.raeume for ags in schnitt.glieder(raum)]
    assert len(alle) == len(set(alle))
    assert set(alle) | set(pruefe(schnitt, KETTE, NACHBARN).luecken) == set(KETTE)
    assert schnitt_aus(schnitt.zeilen).gemeinden == schnitt.gemeinden


def test_a_planungsraum_keeps_its_id_when_it_is_renamed_and_no_id_is_given_twice() -> None:
    umbenannt = benenne(SCHNITT, "nord", "  Am   Berg ")
    assert umbenannt.namen["nord"] == "Am Berg"
    neu, raum = neuer_raum(entferne(umbenannt, "nord"), "Nord", vergeben=("nord",))
    assert raum == "nord-2"
    assert neu.glieder("nord-2") == ()
    for name, grund in (("", "Der Name fehlt"), ("süd", "gibt es schon"), ("[x](http://y)", "geht nicht")):
        with pytest.raises(SchnittUngueltig, match=grund):
            neuer_raum(SCHNITT, name)


def test_one_planungsraum_for_each_gemeinde() -> None:
    schnitt = je_gemeinde(NAMEN)
    assert schnitt.raum_von == {ALTDORF: "altdorf", BERG: "berg", CELL: "cell", DORN: "dorn", FORST: "forst"}
    assert len(je_gemeinde({"1": "Neustadt", "2": "Neustadt"}).raeume) == 2


@given(st.text(max_size=80))
def test_every_id_made_from_a_name_can_stand_in_a_link(name: str) -> None:
    eigen = kuerzel(name, ())
    assert kuerzel_passt(eigen)
    assert not eigen[0].isdigit()
    assert kuerzel(name, (eigen,)) != eigen


def test_a_gemeinde_in_two_planungsraeumen_is_no_cut() -> None:
    with pytest.raises(ValueError, match="steht in zwei Planungsräumen"):
        schnitt_aus([(ALTDORF, "a", "A"), (ALTDORF, "b", "B")])
