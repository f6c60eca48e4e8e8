"""The list of views as a link: what is packed comes out again, and nothing else comes in."""

import base64
import contextlib
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presentation.ansichten import merkliste
from presentation.ansichten.merkliste import Eintrag, ListeUnlesbar, ListeVoll, Merkliste, als_name, entpacke, packe
from presentation.ansichten.stelle import Stelle, stelle

RANGFOLGE = stelle(
    "zahlen",
    {"region": ["kreis-unna"], "kennzahl": ["lb_bwf"], "gebiet": ["05978004", "05978020"], "jahr": ["2024"]},
    "rangfolge",
)
LISTE = Merkliste((Eintrag(RANGFOLGE, "Wohnen"), Eintrag(replace(RANGFOLGE, seite="karte", art="karte"))), "Mai 2025")
GEPACKT = "1.i1byTcxUAGo1BQkTUIzLO6AALk9DcZappbmFgYEJppgRuouBbgwHBgLQ2ligXdAwJCEsKbVcKTYWAA"
"""As the first version packed it: such links are in mails and on paper."""

namen = st.text(max_size=100).map(als_name)
werte = st.from_regex(r"\A[\w.:-]{1,64}\Z")
stellen = st.builds(
    stelle,
    st.sampled_from(merkliste.SEITEN),
    st.dictionaries(st.sampled_from(sorted(merkliste.PARAMETER)), st.lists(werte, min_size=1, max_size=2), max_size=6),
    st.from_regex(r"\A[a-z_-]{1,40}\Z"),
)
listen = st.builds(Merkliste, st.lists(st.builds(Eintrag, stellen, namen), max_size=3).map(tuple), namen)


@given(listen)
def test_what_is_packed_comes_out_again(liste: Merkliste) -> None:
    gepackt = packe(liste)
    assert entpacke(gepackt) == liste
    assert gepackt.isascii()
    assert len(gepackt) <= 4096


@given(st.one_of(st.text(), st.binary().map(lambda b: "1." + base64.urlsafe_b64encode(b).decode())))
def test_garbage_is_refused_or_valid(text: str) -> None:
    with contextlib.suppress(ListeUnlesbar):
        _ist_gueltig(entpacke(text))


json_werte = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["zahlen", "region", "x"]),
    lambda kinder: st.lists(kinder, max_size=4) | st.dictionaries(st.text(), kinder, max_size=2),
)


@given(json_werte)
def test_whatever_is_packed_by_others_is_refused_or_valid(stoff: object) -> None:
    with contextlib.suppress(ListeUnlesbar):
        _ist_gueltig(entpacke(gepackt(stoff)))


def _ist_gueltig(liste: Merkliste) -> None:
    assert len(liste.eintraege) <= merkliste.MEISTE
    for e in liste.eintraege:
        assert e.stelle.seite in merkliste.SEITEN
        assert {n for n, _ in e.stelle.parameter} <= merkliste.PARAMETER
        assert als_name(e.name) == e.name


def gepackt(stoff: object) -> str:
    return aus_bytes(json.dumps(stoff).encode())


def aus_bytes(inhalt: bytes) -> str:
    presse = zlib.compressobj(9, wbits=-15)
    return "1." + base64.urlsafe_b64encode(presse.compress(inhalt) + presse.flush()).decode().rstrip("=")


EINTRAG = ["zahlen", "verlauf", ["region", "kreis-unna"], ""]


@pytest.mark.parametrize(
    ("stoff", "grund"),
    [
        (["", ["daten", "verlauf", [], ""]], "Ansicht 1 nennt eine Seite, die es hier nicht gibt"),
        (["", EINTRAG, ["zahlen", "verlauf", ["zugang", "x"], ""]], "Ansicht 2 enthält eine Angabe, die keine Seite"),
        (["", ["zahlen", "verlauf", ["code", "x"], ""]], "Ansicht 1 enthält eine Angabe, die keine Seite liest"),
        (["", ["zahlen", "verlauf", ["region", "<b>"], ""]], "Ansicht 1 enthält bei „region“ einen Wert"),
        (["", ["zahlen", "verlauf", ["region"], ""]], "Ansicht 1 ist nicht zu lesen"),
        (["", ["zahlen", "../x", [], ""]], "Ansicht 1 nennt kein Bild"),
        (["", [*EINTRAG[:3], "n" * 81]], "Ansicht 1 ist kein schlichter Text von höchstens 80 Zeichen"),
        (["[x](http://y)", EINTRAG], "Der Name ist kein schlichter Text"),
        (["", *[EINTRAG] * 21], "er nennt 21 Ansichten, erlaubt sind 20"),
        ({}, "er enthält keine Liste"),
    ],
)
def test_a_list_made_by_hand_is_refused_with_its_reason(stoff: object, grund: str) -> None:
    with pytest.raises(ListeUnlesbar, match=grund):
        entpacke(gepackt(stoff))


def test_a_bomb_is_not_unpacked() -> None:
    bombe = aus_bytes(b"[" + b" " * 3_000_000 + b'""]')
    assert len(bombe) < 4096
    with pytest.raises(ListeUnlesbar, match="unvollständig"):
        entpacke(bombe)
    with pytest.raises(ListeUnlesbar, match="zu lang"):
        entpacke("1." + "A" * 5000)
    with pytest.raises(ListeUnlesbar, match="unvollständig"):
        entpacke(aus_bytes(b"[" * 30_000))


def test_a_link_of_the_first_version_still_opens() -> None:
    assert entpacke(GEPACKT) == LISTE
    assert packe(LISTE) == GEPACKT


def test_a_full_list_of_usual_views_is_short_and_takes_no_more() -> None:
    voll = Merkliste(tuple(Eintrag(RANGFOLGE, f"Ansicht {n} der Konferenz") for n in range(20)), "Konferenz")
    assert len(packe(voll)) < 500
    with pytest.raises(ListeVoll):
        voll.mit(Eintrag(RANGFOLGE))


def test_a_list_that_is_too_long_for_a_link_says_so() -> None:
    wirr = "".join(chr(0x4E00 + n * 37 % 20_000) for n in range(1600))
    lang = Merkliste(tuple(Eintrag(RANGFOLGE, wirr[n * 80 : n * 80 + 80]) for n in range(20)))
    with pytest.raises(ListeUnlesbar, match="für einen Link zu lang"):
        packe(lang)


def test_a_list_is_ordered_named_and_shortened() -> None:
    erste, zweite = LISTE.eintraege
    assert LISTE.verschoben(1, -1).eintraege == (zweite, erste)
    assert LISTE.verschoben(0, 1).eintraege == (zweite, erste)
    assert LISTE.ohne(0).eintraege == (zweite,)
    assert LISTE.benannt(1, " Karte\n*neu* ").eintraege[1].name == "Karte neu"
    assert als_name("a" * 79 + " b") == "a" * 79


def test_a_view_is_on_the_list_whatever_fassung_its_link_names() -> None:
    andere = Stelle(RANGFOLGE.seite, (*RANGFOLGE.parameter, ("fassung", "3")), RANGFOLGE.art)
    assert LISTE.ort(andere) == 0
    assert LISTE.ort(replace(andere, art="verlauf")) is None
