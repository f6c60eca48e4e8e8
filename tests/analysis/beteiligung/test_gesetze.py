"""Laws of all figures: a count stays within its bounds, an unknown stays unknown, order and side do not matter."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.beteiligung.anteil import Anteil
from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.merkmale import MERKMALE
from analysis.beteiligung.messen import messe, nach_jahren
from analysis.beteiligung.stufen import luecke
from analysis.beteiligung.werte import Barrierefreiheit, Beteiligung, Menschenanteil, Platzanteil, Stufenanteile
from models.gremientabellen import Eintragung, Top
from models.gremienworte import Barriereart, Barrierestand, Empfehlungsstatus, Gruppe, Stimmrecht, Topart
from tests.analysis.beteiligung.von_hand import (
    ALLES,
    barriere,
    bestand,
    da,
    empfehlung,
    institution,
    sitz,
    sitzung,
    top,
)

RAEUME = ("nord", "mitte", "sued")
TAGE = ("2024-05-14", "2025-05-14", "2025-11-12")
GRUPPEN = ("selbstvertretung", "angehoerige", "eutb", "oertl_traeger")

zahlen = st.none() | st.integers(0, 4)
stufen = st.none() | st.integers(1, 9)


@st.composite
def zeilen(draw: st.DrawFn) -> list[Eintragung]:
    """A Gremium with up to three meetings and anything that may be entered about them."""
    alle: list[Eintragung] = [institution("Rat", "nord"), institution("Gruppe", None)]
    for gruppe in draw(st.lists(st.sampled_from(list(Gruppe)), max_size=4)):
        alle.append(sitz(gruppe, draw(zahlen), draw(st.none() | st.sampled_from(list(Stimmrecht)))))
    for tag in draw(st.lists(st.sampled_from(TAGE), unique=True)):
        s = sitzung(tag)
        alle.append(s)
        gezaehlt = {g: draw(zahlen) for g in draw(st.lists(st.sampled_from(GRUPPEN), unique=True))}
        alle += [da(s, g, n) for g, n in gezaehlt.items()]
        if draw(st.booleans()):
            alle.append(da(s, "insgesamt", sum(n or 0 for n in gezaehlt.values()) + draw(st.integers(0, 3))))
        selbst = gezaehlt.get("selbstvertretung")
        if selbst is None or selbst:
            name = draw(st.sampled_from(("Rat", "Gruppe", "Unbekannt")))
            alle.append(da(s, "selbstvertretung", draw(st.none() | st.integers(0, selbst or 3)), name))
        for art in draw(st.lists(st.sampled_from(list(Barriereart)), unique=True, max_size=3)):
            alle.append(barriere(s, art, draw(st.sampled_from(list(Barrierestand)))))
        for n in range(draw(st.integers(0, 3))):
            punkt = top(s, n + 1, draw(stufen), draw(stufen), art=draw(st.sampled_from(list(Topart))))
            punkt.eingebracht_von = draw(st.none() | st.sampled_from(list(Gruppe)))
            alle.append(punkt)
            alle += [empfehlung(punkt, x) for x in draw(st.lists(st.sampled_from(list(Empfehlungsstatus)), max_size=2))]
    return alle


def gemessen(alle: list[Eintragung], ausschnitt: Ausschnitt = ALLES) -> Beteiligung:
    return messe(bestand(*alle), ausschnitt, planungsraeume=RAEUME)


def anteile(b: Beteiligung) -> dict[str, Anteil]:
    """Every share of the figures, with its name."""
    gefunden: dict[str, Anteil] = {}
    for code in MERKMALE:
        match getattr(b, code.lower()):
            case Anteil() as a:
                gefunden[code] = a
            case Platzanteil(anteil=a) | Barrierefreiheit(anteil=a):
                gefunden[code] = a
            case Menschenanteil() as m:
                gefunden[code] = m.summe
                gefunden |= {f"{code} {x.sitzung.datum}": x.anteil for x in m.je_sitzung}
            case Stufenanteile() as s:
                gefunden |= {f"{code} v": s.verwaltung, f"{code} s": s.selbstvertretung}
    return gefunden


def bekannt(b: Beteiligung) -> dict[str, bool]:
    """Which figures have a share."""
    eigene = {name: a.anteil is not None for name, a in anteile(b).items() if " 2" not in name}
    return eigene | {"P2": b.p2.anteil is not None, "P3": b.p3.anteil is not None}


@given(zeilen())
def test_a_count_stays_within_its_bounds(alle: list[Eintragung]) -> None:
    for b in (gemessen(alle), *(einzeln for _, einzeln in nach_jahren(bestand(*alle), ALLES, planungsraeume=RAEUME))):
        for name, a in anteile(b).items():
            assert 0 <= a.zaehler <= a.hoechstens <= a.nenner, name
            assert (a.anteil is None) == bool(a.grund or a.unbekannt or not a.nenner), name
        assert 0 <= b.p2.unbekannt <= b.p2.sitzungen == len(b.sitzungen)
        assert b.p8.von is None or (b.p8.bis is not None and b.p8.von <= b.p8.bis)


@given(zeilen())
def test_a_meeting_of_which_nothing_is_known_never_makes_a_share(alle: list[Eintragung]) -> None:
    vorher, nachher = gemessen(alle), gemessen([*alle, sitzung("2026-05-13")])
    assert [name for name, da_ in bekannt(nachher).items() if da_ and not bekannt(vorher)[name]] == []
    assert nachher.p2.anteil is nachher.p4.anteil is nachher.p12.anteil is nachher.p16.anteil is None


@given(zeilen())
def test_swapping_the_sides_flips_the_gap(alle: list[Eintragung]) -> None:
    punkte = gemessen(alle).punkte
    getauscht = [
        replace(p, top=Top(id="t", sitzung_id="s", nummer=1, titel="", stufe_verwaltung=p.selbstvertretung))
        for p in punkte
    ]
    for neu, alt in zip(getauscht, punkte, strict=True):
        neu.top.stufe_selbstvertretung = alt.verwaltung
    a, b = luecke(punkte), luecke(getauscht)
    assert (b.von, b.bis) == (None if a.bis is None else -a.bis, None if a.von is None else -a.von)


@given(zeilen(), st.randoms(use_true_random=False))
def test_no_figure_depends_on_the_order_of_rows(alle: list[Eintragung], zufall: Any) -> None:
    gemischt = zufall.sample(alle, len(alle))
    assert _ohne_zeilen(gemessen(gemischt)) == _ohne_zeilen(gemessen(alle))


def _ohne_zeilen(b: Beteiligung) -> list[object]:
    """The figures, with meetings and items by id."""
    ids = [s.id for s in b.sitzungen], [p.top.id for p in b.punkte], [(w.sitzung.id, w.bewertet) for w in b.wertungen]
    figuren = [getattr(b, code.lower()) for code in MERKMALE if code not in ("P2", "P3", "P11")]
    arten = [(e.sitzung.id, e.art, e.stand) for e in b.p11.eintraege]
    return [*ids, *figuren, anteile(b), b.p2.unbekannt, b.p3.unbekannt, b.p3.weitere, arten]


SCHNITTE: dict[str, Callable[[], Ausschnitt]] = {
    "thema": lambda: Ausschnitt(("g",), thema="wohnen"),
    "planungsraum": lambda: Ausschnitt(("g",), planungsraum="nord"),
}


@pytest.mark.parametrize("wonach", SCHNITTE)
@given(alle=zeilen())
def test_a_theme_touches_only_the_figures_that_say_so(wonach: str, alle: list[Eintragung]) -> None:
    ganz, teil = gemessen(alle), gemessen(alle, SCHNITTE[wonach]())
    unberuehrt = {code for code, m in MERKMALE.items() if not m.folgt_punkten}
    for name, a in anteile(ganz).items():
        if name.split()[0] in unberuehrt:
            assert anteile(teil)[name] == a, name
    assert teil.p5 == ganz.p5
    assert teil.p7.verwaltung.anzahl == 0


def test_there_is_a_figure_for_each_code_and_no_index() -> None:
    assert list(MERKMALE) == [f"P{n}" for n in range(1, 17)]
    assert [f.name.upper() for f in fields(Beteiligung) if f.name[1:].isdigit()] == list(MERKMALE)
