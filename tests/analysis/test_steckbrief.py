"""Everything about one area of the small Kreis, each figure computed on paper."""

from datetime import date

import polars as pl
import pytest

from analysis.gebietswahl import Ort, orte
from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.steckbrief import THEMEN, leitende, steckbrief, werte
from analysis.steckbriefteile import Leitzahl, Steckbrief
from analysis.wege import AUSSERHALB, HIER, IM_KREIS, NICHT_BEKANNT, Menge
from models.vokabular import Thema
from tests.von_hand import BEIDE, BWF, CELL, FORST, KREIS, T23, T24, bestand, veroeffentlicht


def _ort(gebiet: str, einteilung: str = "haupt") -> Ort:
    return next(o for o in orte(bestand(), einteilung) if o.gebiet == gebiet)


def _steckbrief(gebiet: str, *ohne: str, tag: date | None = T24, einteilung: str = "haupt") -> Steckbrief:
    return steckbrief(bestand(*ohne), _ort(gebiet, einteilung), tag)


def _leit(s: Steckbrief, zahl: str) -> Leitzahl:
    return next(x for x in s.leitzahlen if x.zahl.id == zahl)


def test_population_members_and_ages() -> None:
    s = _steckbrief("nord")
    assert [(g.name, g.einwohner.wert if g.einwohner else None) for g in s.glieder] == [
        ("Altdorf", 10_000),
        ("Berg", 5_000),
    ]
    b = s.bevoelkerung
    assert b.jetzt is not None
    assert (b.jetzt.wert, b.jetzt.stichtag, b.jetzt.basis) == (15_000, T24, "zensus2022")
    assert b.entwicklung is not None
    assert b.entwicklung.frueher is not None
    assert (b.entwicklung.frueher.wert, b.entwicklung.urteil) == (14_980, Unterschied.HOEHER)
    assert b.alter is not None
    # Only under 18 and from 18 on are there; in the Kreis 3.800 of 19.000 are under 18.
    assert [(g.band.schluessel, g.anzahl, g.anteil, g.kreis) for g in b.alter.gruppen] == [
        ("0-17", 3_000, 20.0, 20.0),
        ("18+", 12_000, 80.0, 80.0),
    ]
    assert s.flaeche_km2 is None
    assert s.einteilung is not None
    assert s.einteilung.name == "Nord und Süd"


def test_ages_of_another_year_keep_their_own_stichtag_and_none_is_borrowed() -> None:
    assert _steckbrief("nord", tag=T23).bevoelkerung.alter is None
    ohne_freigabe = _steckbrief("nord", "lb_bwf", "lb_awf", tag=None)
    assert ohne_freigabe.bevoelkerung.alter is not None
    assert ohne_freigabe.bevoelkerung.alter.stichtag == T24
    assert [x.stichtag for x in ohne_freigabe.leitzahlen] == [None] * len(ohne_freigabe.leitzahlen)


def test_people_rate_change_and_place_among_the_areas() -> None:
    nord, sued = (_leit(_steckbrief(raum), "lb_bwf") for raum in ("nord", "sued"))
    herkunft, ort = nord.zaehlungen
    assert (herkunft.raumprinzip, ort.raumprinzip) == BEIDE
    # 40 + 5 + 28 from here, 40 + 5 + 5 + 28 served here; a Planungsraum of the Haupteinteilung is off by 4 at most.
    p = herkunft.personen
    assert (p.wert, p.von, p.bis) == (73, 69, 77)
    assert ort.personen.wert == 78
    assert herkunft.rate is not None
    assert herkunft.rate.wert == pytest.approx(73 / 12)
    assert herkunft.entwicklung is not None
    assert herkunft.entwicklung.frueher is not None
    assert (herkunft.entwicklung.frueher.wert, herkunft.entwicklung.urteil) == (50, Unterschied.UNSICHER)
    # Nord 7,55 at most, Sued 10,98 at least, the Kreis (121 of 15.200) 6,98 to 9,05.
    for leit, gegen, hoeher, niedriger, platz in (
        (nord, Unterschied.UNSICHER, 1, 0, 2),
        (sued, Unterschied.HOEHER, 0, 1, 1),
    ):
        assert leit.stellung is not None
        assert leit.stellung.gegen_kreis == gegen
        assert (leit.stellung.hoeher, leit.stellung.niedriger, leit.stellung.platz) == (hoeher, niedriger, platz)
        assert [m.name for m in leit.stellung.alle] == ["Nord", "Sued"]


def test_a_rank_needs_every_interval_apart() -> None:
    stellung = _leit(_steckbrief("sued"), "lb_awf").stellung
    assert stellung is not None
    assert (stellung.hoeher, stellung.niedriger, stellung.platz) == (0, 0, None)


def test_the_kreis_is_compared_with_nobody_and_shows_its_own_areas() -> None:
    s = _steckbrief(KREIS)
    stellung = _leit(s, "lb_bwf").stellung
    assert s.vergleichsebene == "gemeinde"
    assert stellung is not None
    assert stellung.gegen_kreis == Unterschied.KEIN_VERGLEICH
    assert len(stellung.alle) == 5


def test_ways_are_bounded_by_their_cells_and_by_the_total() -> None:
    nord, sued = (
        next(w for w in _steckbrief(r).wege if (w.kennzahl.id, w.raumprinzip) == ("lb_bwf", "herkunft"))
        for r in ("nord", "sued")
    )
    # Nord: cells 40 (38-42), 5 (1-5), 28 (26-30) and one 0 (0-4), at most the 77 of all.
    assert nord.gesamt == Menge(73, 69, 77)
    assert nord.teile == {HIER: Menge(73, 65, 77), IM_KREIS: Menge(0, 0, 12), AUSSERHALB: Menge(0, 0, 12)}
    assert nord.anderswo == 0
    # Sued: 20 and 16 at home, 12 (10-14) outside.
    assert sued.gesamt == Menge(48, 44, 52)
    assert sued.teile == {HIER: Menge(36, 32, 42), IM_KREIS: Menge(0, 0, 10), AUSSERHALB: Menge(12, 10, 20)}
    assert sued.anderswo == 10


def test_ways_of_the_whole_kreis_and_of_a_series_with_one_end() -> None:
    wege = [w for w in _steckbrief(KREIS).wege if w.kennzahl.id == "lb_bwf"]
    herkunft, ort = wege
    assert set(herkunft.teile) == {HIER, AUSSERHALB}
    assert herkunft.gesamt == Menge(121, 121, 121)
    assert set(ort.teile) == {HIER, AUSSERHALB, NICHT_BEKANNT}
    assert "lb_awf" not in {w.kennzahl.id for w in _steckbrief(KREIS).wege}


def test_nobody_lives_in_the_forest() -> None:
    s = _steckbrief(FORST)
    assert s.bevoelkerung.jetzt is not None
    assert s.bevoelkerung.jetzt.wert == 0
    assert (s.raum, s.glieder[0].gemeindefrei) == ("Sued", True)
    rate = _leit(s, "lb_bwf").zaehlungen[0].rate
    assert rate is not None
    assert rate.status == "nicht_anwendbar"


def test_a_protected_area_has_people_as_a_range_and_no_rate() -> None:
    leit = _leit(_steckbrief(CELL), "lb_awf")
    p, rate = leit.zaehlungen[0].personen, leit.zaehlungen[0].rate
    assert (p.wert, p.von, p.bis) == (5, 1, 9)
    assert rate is not None
    assert (rate.wert, rate.status) == (None, "geschuetzt")
    assert leit.stellung is not None
    assert leit.stellung.gegen_kreis == Unterschied.KEIN_VERGLEICH


def test_another_einteilung_has_other_siblings() -> None:
    s = _steckbrief("west", einteilung="quer")
    stellung = _leit(s, "lb_bwf").stellung
    assert stellung is not None
    assert [m.name for m in stellung.alle] == ["Ost", "West"]
    assert s.einteilung is not None
    assert s.einteilung.id == "quer"


def test_a_count_not_in_force_is_named_as_missing() -> None:
    s = _steckbrief("nord", "lb_awf")
    assert _leit(s, "lb_awf").stichtag is None
    assert "lb_awf" in s.fehlende
    assert "lb_bwf" not in s.fehlende


def test_a_count_delivered_later_than_another_keeps_its_own_stichtag() -> None:
    alt = {T23: BWF[T23]}
    b = bestand()
    b = type(b)(**{**vars(b), "veroeffentlicht": {**b.veroeffentlicht, "lb_bwf": veroeffentlicht("lb_bwf", alt)}})
    s = steckbrief(b, _ort("nord"), T24)
    assert (_leit(s, "lb_bwf").stichtag, _leit(s, "lb_awf").stichtag) == (T23, T24)


@pytest.mark.parametrize("thema", list(Thema))
def test_every_kennzahl_of_the_catalogue_has_its_place(thema: Thema) -> None:
    leitend = {k.id for paar in leitende(thema) for k in paar}
    assert all(rate.thema == zahl.thema == thema and rate.zaehler == zahl.zaehler for zahl, rate in leitende(thema))
    if thema in THEMEN:
        (block,) = [t for t in _steckbrief("nord").themen if t.thema == thema]
        weitere = {w.kennzahl.id for w in block.weitere}
        assert not leitend & weitere
        berechenbar = {k.id for k in KENNZAHLEN if k.thema == thema and set(k.grundzahlen) <= {"lb_bwf", "lb_awf"}}
        assert berechenbar <= leitend | weitere


def test_all_values_of_an_area_are_those_of_the_views() -> None:
    alle = werte(bestand(), _ort(CELL))
    assert set(alle["gebiet"]) == {CELL}
    eine = alle.filter(pl.col("kennzahl") == "besondere_wohnform", pl.col("stichtag") == T24)
    assert dict(zip(eine["raumprinzip"], eine["wert"], strict=True)) == {"herkunft": 16.0, "leistungsort": 10.0}
