"""The audit in the way of a Freigabe: what is tried in which order, and that nothing goes out that does not hold."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from analysis import nachpruefung
from analysis.freigabe import FreigabeAbgelehnt, pruefen
from analysis.geheimhaltung.angriff import Widerspruch
from analysis.geheimhaltung.pruefung import Pruefbericht
from data_access import abfragen
from tests.analysis.test_freigabe import wuerfel
from tests.installation import CELL, STICHTAG, ZELLEN, fallzahlendatei, gib, kleinkreis, liefere

BERICHT = Pruefbericht(
    bestanden=True,
    ziele=40,
    aufgedeckt=0,
    stichtage=1,
    angriffe=("gezeigt_gleich",),
    grundzahlen=("lb_bwf",),
    einteilungen=(),
    wuerfel=1,
    eckwerte=0,
)


def versuche(monkeypatch: pytest.MonkeyPatch, haelt: set[tuple[bool, bool]]) -> list[tuple[bool, bool]]:
    """The drafts (exact totals, broken down) that are tried until one of `haelt` comes."""
    gesehen: list[tuple[bool, bool]] = []

    def entwirf(exakt: bool, gegliedert: bool) -> SimpleNamespace:
        gesehen.append((exakt, gegliedert))
        angaben = SimpleNamespace(eckwerte_exakt=exakt)
        return SimpleNamespace(ergebnis=SimpleNamespace(angaben=angaben), gliederung=object() if gegliedert else None)

    def pruefe(_region: object, _grundzahl: str, _entwurf: object, _fortschritt: object) -> Pruefbericht:
        haelt_stand = gesehen[-1] in haelt
        return replace(BERICHT, bestanden=haelt_stand, aufgedeckt=0 if haelt_stand else 3)

    monkeypatch.setattr(pruefen, "pruefe_entwurf", pruefe)
    pruefen.pruefe_bis_bestanden(kleinkreis(), "lb_bwf", entwirf)  # type: ignore[arg-type]
    return gesehen


@pytest.mark.usefixtures("klein")
def test_exact_totals_go_first_then_the_breakdown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert versuche(monkeypatch, {(True, True)}) == [(True, True)]
    assert versuche(monkeypatch, {(False, True), (True, False)}) == [(True, True), (False, True)]
    assert versuche(monkeypatch, {(False, False)}) == [(True, True), (False, True), (True, False), (False, False)]
    with pytest.raises(FreigabeAbgelehnt, match=r"Geheimhaltungsprüfung ist nicht bestanden \(3 Zellen\)"):
        versuche(monkeypatch, set())


@pytest.mark.usefixtures("klein")
@pytest.mark.parametrize("fehler", [Widerspruch("x"), RuntimeError("x"), ValueError("x")])
def test_an_attack_without_a_result_publishes_nothing(monkeypatch: pytest.MonkeyPatch, fehler: Exception) -> None:
    def bricht_ab(*_: object) -> None:
        raise fehler

    liefere("fallzahlen", fallzahlendatei())
    monkeypatch.setattr(pruefen, "pruefe", bricht_ab)
    with pytest.raises(FreigabeAbgelehnt):
        gib()
    assert abfragen.stand("kleinkreis").freigaben == ()
    assert abfragen.alle_freigaben("kleinkreis") == []


@pytest.mark.usefixtures("klein")
def test_a_correction_changes_only_what_was_corrected_and_both_are_attacked_together() -> None:
    liefere("fallzahlen", fallzahlendatei())
    erste = gib()
    liefere("fallzahlen", fallzahlendatei(ZELLEN | {(CELL, CELL): ZELLEN[CELL, CELL] + 3}))
    zweite = gib()
    vorher, nachher = wuerfel(erste, STICHTAG), wuerfel(zweite, STICHTAG)
    assert {zelle for zelle in nachher if nachher[zelle] != vorher.get(zelle, 0)} == {(CELL, CELL)}
    assert erste.pruefbericht["angriffe"] == ["gezeigt_gleich"]
    assert zweite.pruefbericht["angriffe"] == ["gezeigt_gleich", "wahrheit_gleich"]
    assert (zweite.pruefbericht["bestanden"], zweite.pruefbericht["wuerfel"]) == (True, 2)
    assert str(zweite.pruefbericht["geprueft_am"]).startswith("2025-")


@pytest.mark.usefixtures("gefuellt")
def test_everything_published_can_be_attacked_again_without_the_truth() -> None:
    familien = nachpruefung.familien(kleinkreis())
    assert [g for gruppe in familien for g in gruppe]
    for gruppe in familien:
        assert nachpruefung.pruefe_region(kleinkreis(), gruppe).bericht.bestanden
