"""Laws of public figures: they stay, everything else still holds, and the bounds shown are true."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import event, given
from hypothesis import strategies as st

from analysis.geheimhaltung.schutz import NichtLoesbar, Schutzergebnis
from analysis.geheimhaltung.summen import stroeme, summiere
from models.schutz import Eckwert
from tests.properties.test_geheimhaltung import Fall, faelle, gesetz, gezeigt, randsummen, zuordnung

Rand = tuple[date, str, str]


def runde(anzahl: int) -> int:
    """To the nearest multiple of five, as the official statistics do."""
    return 5 * ((anzahl + 2) // 5)


@st.composite
def mit_eckwerten(draw: st.DrawFn) -> Fall:
    fall = draw(faelle())
    gebiete = [*fall.vorgabe.gemeinden, "06636"]
    wahre = summen(fall, fall.zellen)
    stellen = st.tuples(
        st.sampled_from(fall.tage), st.sampled_from(fall.vorgabe.raumprinzipien), st.sampled_from(gebiete)
    )
    eckwerte = []
    for tag, prinzip, gebiet in draw(st.lists(stellen, min_size=1, max_size=3, unique=True)):
        wahr, genau = wahre.get((tag, prinzip, gebiet), 0), draw(st.booleans())
        eckwerte.append(Eckwert(tag, prinzip, gebiet, wahr if genau else runde(wahr), 0 if genau else 2, "Bericht"))
    return replace(fall, vorgabe=replace(fall.vorgabe, eckwerte=tuple(eckwerte)))


def summen(fall: Fall, zellen: dict[tuple[date, str, str], int]) -> dict[tuple[object, ...], int]:
    """Sums of the Gemeinden and of the Kreis."""
    return randsummen(fall, zellen, lambda ags: ags) | randsummen(fall, zellen, lambda _: "06636")


@gesetz
@given(mit_eckwerten(), st.data())
def test_public_figures_stay_and_every_other_law_holds(fall: Fall, data: st.DataObject) -> None:
    eckwerte, k = fall.vorgabe.eckwerte, fall.vorgabe.k
    try:
        ergebnis = fall.schuetze()
    except NichtLoesbar:
        event("no rounding keeps the figures")
        ergebnis = None
    if ergebnis is None:
        assert any(e.genau for e in eckwerte)
        return
    angaben, wahre, gezeigte = ergebnis.angaben, summen(fall, fall.zellen), summen(fall, gezeigt(ergebnis))
    assert set(angaben.eckwerte) == set(eckwerte)
    for e in eckwerte:
        if e.genau:
            assert gezeigte.get((e.stichtag, e.raumprinzip, e.gebiet), 0) == e.anzahl
    assert all(abs(gezeigte[rand] - wahre.get(rand, 0)) <= k - 1 for rand in gezeigte)
    for (tag, h, z), wert in gezeigt(ergebnis).items():
        wahr = fall.zellen.get((tag, h, z), 0)
        assert wahr > 0 or wert == 0
        assert wert % k == 0 or wert >= fall.vorgabe.schwelle or (tag, h, z) in angaben.feste_zellen
    for tag, h, z, _, von, bis, _ in stroeme(ergebnis.wuerfel, angaben).iter_rows():
        assert von <= fall.zellen.get((tag, h, z), 0) <= bis
    eigene = data.draw(st.dictionaries(st.sampled_from(fall.vorgabe.gemeinden), st.sampled_from("abc")))
    for gebiete in (eigene, fall.vorgabe.raeume, {g: g for g in fall.vorgabe.gemeinden}):
        assert_bounds(fall, summierte(fall, gebiete.items(), ergebnis), gebiete)
    ganz = dict.fromkeys(fall.vorgabe.gemeinden, "06636")
    assert_bounds(fall, summierte(fall, ganz.items(), ergebnis), ganz)


def summierte(
    fall: Fall, gebiete: Iterable[tuple[str, str]], ergebnis: Schutzergebnis
) -> list[tuple[Rand, int, int, int]]:
    zuordnung_ = zuordnung(gebiete)
    return [
        ((tag, prinzip, gebiet), wert, von, bis)
        for prinzip in fall.vorgabe.raumprinzipien
        for gebiet, tag, wert, von, bis, _ in summiere(
            ergebnis.wuerfel, ergebnis.angaben, zuordnung_, prinzip
        ).iter_rows()
    ]


def assert_bounds(fall: Fall, zeilen: list[tuple[Rand, int, int, int]], gebiete: dict[str, str]) -> None:
    """The truth of every area lies within what is shown; an exact public figure leaves one number."""
    wahre = randsummen(fall, fall.zellen, gebiete.get)
    genaue = {(e.stichtag, e.raumprinzip, e.gebiet): e.anzahl for e in fall.vorgabe.eckwerte if e.genau}
    for rand, wert, von, bis in zeilen:
        assert von <= wahre.get(rand, 0) <= bis
        if rand in genaue:
            assert wert == von == bis == genaue[rand]
