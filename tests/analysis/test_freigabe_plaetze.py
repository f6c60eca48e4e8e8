"""Plätze go through the Freigabe unrounded; numbers of the Kreis are one protected cell."""

from datetime import date
from pathlib import Path

import pytest

from analysis import sichten
from analysis.auswahl import loese_auf
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from commands.ausfuhr import AusfuhrAbgelehnt, Wunsch, exportiere
from data_access import wuerfelspeicher
from data_access.einstellungen import einstellungen
from models.schutz import angaben_aus
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    FORST,
    KREIS,
    NAMEN,
    bestand,
    fallzahlendatei,
    gib,
    liefere,
)

PLAETZE: dict[tuple[str, str], int | str] = {("-", ALTDORF): 40, ("-", BERG): 3, ("-", CELL): 1}


def veroeffentliche(grundzahl: str, zellen: dict[tuple[str, str], int | str], k: int | None = None) -> Bestand:
    liefere("fallzahlen", fallzahlendatei(zellen, grundzahl=grundzahl), f"{grundzahl}.csv", region="kleinkreis")
    gib(grundzahl, mindest_k=k)
    return bestand()


def werte(aus: Bestand, slug: str, ebene: str, prinzip: str) -> dict[str, tuple[float | None, str]]:
    satz = kennzahl(slug)
    assert satz is not None
    rahmen = sichten.gebietswerte(aus, satz, ebene, prinzip)
    assert all(v == b for v, b in rahmen.select("von", "bis").rows() if v is not None)
    return {g: (w, s) for g, w, s in rahmen.select("gebiet", "wert", "status").rows()}


@pytest.mark.usefixtures("klein")
def test_plaetze_are_exact_everywhere_whatever_k_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SRB_K", "10")
    einstellungen.cache_clear()
    einstellungen.cache_clear() if hasattr(einstellungen, "cache_clear") else None
    aus = veroeffentliche("plaetze_bwf", PLAETZE, k=7)
    frei = aus.veroeffentlicht["plaetze_bwf"]
    assert (frei.freigabe.k, frei.angaben.c, frei.angaben.eckwerte_exakt) == (1, 0, True)
    gezeigt = {ALTDORF: 40.0, BERG: 3.0, CELL: 1.0}
    assert werte(aus, "plaetze_bwf", "gemeinde", "leistungsort") == {
        ags: (gezeigt.get(ags, 0.0), "gezeigt") for ags in NAMEN
    }
    assert werte(aus, "plaetze_bwf", "kreis", "leistungsort") == {KREIS: (44.0, "gezeigt")}
    assert werte(aus, "platzdichte", "gemeinde", "leistungsort")[FORST][1] in ("nicht_anwendbar", "keine_angabe")


@pytest.mark.usefixtures("gefuellt")
def test_even_one_platz_has_its_rate() -> None:
    aus = veroeffentliche("plaetze_bwf", PLAETZE)
    dichte = werte(aus, "platzdichte", "gemeinde", "leistungsort")
    assert dichte[CELL] == (pytest.approx(1 / 2.5), "gezeigt")
    assert dichte[FORST] == (None, "nicht_anwendbar")


@pytest.mark.usefixtures("gefuellt")
def test_a_number_of_the_kreis_has_no_value_below_it() -> None:
    aus = veroeffentliche("lb_gastfamilie", {(KREIS, "-"): 12})
    angaben = aus.veroeffentlicht["lb_gastfamilie"].angaben
    assert (angaben.gemeinden, angaben.raeume, angaben.raumprinzipien) == ((KREIS,), {}, ("herkunft",))
    assert werte(aus, "lb_gastfamilie", "kreis", "herkunft")[KREIS] == (12.0, "gezeigt")
    for slug in ("lb_gastfamilie", "gastfamilie", "ambulantisierungsquote_mit_gastfamilien"):
        for ebene in ("gemeinde", "planungsraum"):
            assert set(werte(aus, slug, ebene, "herkunft").values()) == {(None, "nicht_anwendbar")}
    auswahl, hinweise = loese_auf({"kennzahl": ["W3"], "ebene": ["gemeinde"], "gebiet": [ALTDORF]}, aus)
    assert (auswahl.ebene, auswahl.gebiete) == ("kreis", ())
    assert hinweise == ["„Gast- und Pflegefamilien je 1.000“ gibt es nur für den Kreis im Ganzen. Sie sehen den Kreis."]
    assert loese_auf({"kennzahl": ["W3"]}, aus)[1] == []


@pytest.mark.usefixtures("gefuellt")
@pytest.mark.parametrize(
    ("wahr", "gezeigt"),
    [(1, (0, 4)), (4, (1, 9)), (5, (1, 9)), (6, (1, 9)), (9, (6, 10)), (10, (6, 10)), (11, (11, 11))],
)
def test_a_small_number_of_the_kreis_is_a_range_that_holds_the_truth(wahr: int, gezeigt: tuple[int, int]) -> None:
    aus = veroeffentliche("lb_bfa", {(KREIS, "-"): wahr})
    satz = kennzahl("lb_bfa")
    assert satz is not None
    zeile = sichten.gebietswerte(aus, satz, "kreis", "herkunft").sort("stichtag").row(-1, named=True)
    assert zeile["stichtag"] == date(2024, 12, 31)
    beide = {(0, 4), (1, 9)} if wahr < 5 else {(1, 9), (6, 10)} if 5 < wahr < 10 else {gezeigt}
    assert (zeile["von"], zeile["bis"]) in beide
    assert zeile["von"] <= wahr <= zeile["bis"]
    assert not {n for n in wuerfelspeicher_werte(aus, "lb_bfa") if n < 10 and n % 5}


def wuerfelspeicher_werte(aus: Bestand, grundzahl: str) -> list[int]:
    frei = aus.veroeffentlicht[grundzahl].freigabe
    assert angaben_aus(frei.angaben).k == 5
    return wuerfelspeicher.lies(frei.datei, frei.pruefsumme)["wert"].to_list()


@pytest.mark.usefixtures("gefuellt")
def test_the_export_of_a_number_of_the_kreis(gefuellt: Path) -> None:
    veroeffentliche("lb_gastfamilie", {(KREIS, "-"): 12})
    kreis = exportiere(Wunsch("lb_gastfamilie", "kreis", "kleinkreis", jahre=(2024,)), "csv").decode().splitlines()
    assert kreis[1].endswith(f";kreis;{KREIS};Kleinkreis;2024-12-31;insgesamt;insgesamt;12;12;12;gezeigt;12;;")
    unten = exportiere(Wunsch("W3", "gemeinde", "kleinkreis", jahre=(2024,)), "csv").decode().splitlines()[1:]
    assert len(unten) == len(NAMEN)
    assert all(";nicht_anwendbar;" in zeile for zeile in unten)
    with pytest.raises(AusfuhrAbgelehnt, match="in Kleinkreis nicht vereinbart"):
        exportiere(Wunsch("schulabgaenger_folgejahr", "kreis", "kleinkreis"), "csv")
