"""The format `planungsraeume`: what it accepts, what it refuses, and that writing and reading lose nothing."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importing.lesen import Gelesen, lies
from models.rahmen import Planungsraumzeilen
from presentation.exports.tabelle import als_csv
from tests.data_access.importing.werkzeug import REGISTER, csv, gruende

KOPF = "einteilung;region;planungsraum;name;ags;gueltig_von;gueltig_bis"
A, B, C = sorted(REGISTER.gemeinden)


def zeile(ags: str = A, raum: str = "nord", name: str = "Nord", einteilung: str = "neu", region: str = "k") -> str:
    return f"{einteilung};{region};{raum};{name};{ags};2026-01-01;"


def lese(*zeilen: str) -> Gelesen:
    return lies(csv(KOPF, *zeilen), "p.csv", REGISTER)


def test_rows_are_taken_over_and_gaps_are_named() -> None:
    gelesen = lese(zeile(A), zeile(B, "sued", "Süd"))
    assert (gelesen.befund.status, gelesen.art, gelesen.befund.zeilen) == ("ok", "planungsraeume", 2)
    assert gelesen.planungsraeume is not None
    assert gelesen.planungsraeume.rows() == [
        ("neu", "k", "nord", "Nord", A, date(2026, 1, 1), None),
        ("neu", "k", "sued", "Süd", B, date(2026, 1, 1), None),
    ]
    assert gelesen.befund.warnungen == (f"In „neu“ fehlt {C}. Diese Gemeinden gehören dann zu keinem Planungsraum.",)


def test_one_file_may_hold_several_einteilungen_that_overlap_each_other() -> None:
    gelesen = lese(*(zeile(ags) for ags in (A, B, C)), *(zeile(ags, "x", "X", "andere") for ags in (A, B, C)))
    assert gelesen.befund.status == "ok"
    assert gelesen.befund.warnungen == ()


@pytest.mark.parametrize(
    ("zeilen", "grund"),
    [
        ((zeile(A), zeile(A, "sued", "Süd")), f"Die Gemeinde {A} steht in „neu“ mehrmals (Zeilen 2, 3; nord, sued)"),
        ((zeile(A), zeile(B, name="Norden")), "Ein Planungsraum hat einen Namen. In „neu“ / „nord“ stehen mehrere"),
        ((zeile(A), zeile(B, "nordwest")), "Ein Name gehört zu einem Planungsraum. In „neu“ / „Nord“ stehen mehrere"),
        ((zeile(A), zeile(B, region="j")), "Eine Einteilung gehört zu einer Region"),
        ((zeile("05978999"),), "Die Gemeinde 05978999 gibt es im Kreis 05978 nicht."),
        ((zeile("05978"),), "Das ist der Schlüssel eines Kreises."),
        ((zeile(name="<b>Nord</b>"),), "Dieser Name geht nicht."),
        ((zeile(name="=1+1"),), "Dieser Name geht nicht."),
        ((zeile(name="![x](http://x)"),), "Dieser Name geht nicht."),
        ((zeile(raum="a/../b|c"),), "Dieses Kürzel geht nicht."),
        ((zeile().replace("2026-01-01;", "2026-01-01;2025-01-01"),), "Das Ende 2025-01-01 liegt vor dem Beginn"),
        ((zeile().replace("2026-01-01", ""),), "Der Beginn fehlt."),
        ((zeile(region=""),), "Die Region fehlt."),
    ],
)
def test_what_would_make_a_wrong_cut_is_refused_with_the_reason(zeilen: tuple[str, ...], grund: str) -> None:
    gelesen = lese(*zeilen)
    assert gelesen.befund.status == "abgelehnt"
    assert gelesen.planungsraeume is None
    assert grund in gruende(gelesen)


_NAMEN = st.from_regex(r"[A-Za-zÄÖÜäöüß0-9]([A-Za-zäöüß0-9 .,/()&+'–-]{0,20}[A-Za-z0-9])?", fullmatch=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(_NAMEN, min_size=1, max_size=4, unique_by=str.casefold), st.data())
def test_written_and_read_again_it_is_the_same(namen: list[str], data: st.DataObject) -> None:
    namen = [" ".join(n.split()) for n in namen]
    orte = data.draw(st.dictionaries(st.sampled_from((A, B, C)), st.sampled_from(range(len(namen))), min_size=1))
    bis = data.draw(st.none() | st.dates(date(2027, 1, 1), date(2090, 1, 1)))
    zeilen = [("schnitt", "k", f"raum-{n}", namen[n], ags, date(2026, 1, 1), bis) for ags, n in sorted(orte.items())]
    rahmen = Planungsraumzeilen.validate(
        pl.DataFrame(zeilen, schema=Planungsraumzeilen.create_empty().schema, orient="row"), cast=True
    )
    gelesen = lies(als_csv(rahmen), "p.csv", REGISTER)
    assert gelesen.planungsraeume is not None, gelesen.befund
    assert gelesen.planungsraeume.rows() == rahmen.rows()
