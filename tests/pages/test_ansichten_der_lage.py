"""Every view of "Lage" that can leave holds what its page shows, and its link leads back to it."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis.auswahl import loese_auf
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.messen import Gedaechtnis
from models.vokabular import Raumprinzip
from presentation.ansichten import ueberblick, verzeichnis
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import Stelle, stelle
from presentation.ansichten.verzeichnis import ANSICHTEN, NAMEN, artname
from presentation.texts import lage
from presentation.texts.befunde import betrag
from presentation.texts.zahlen import ist_zahl
from tests import gegliedert
from tests.installation import ALTDORF, FORST, KREIS, bestand, gib
from tests.pages.seiten import oeffne, ueberschriften, zeilen

HEUTE = date(2025, 3, 1)
GEGLIEDERT = {"region": "kleinkreis", "kennzahl": "lb_bwf", "ebene": "kreis"}


def bogen(seite: str, art: str, **parameter: str) -> Bogen:
    """The view of a link; its own link must lead to the same one."""
    gefunden = verzeichnis.bogen(
        stelle(seite, {name: [wert] for name, wert in parameter.items()}, art), Gedaechtnis(), heute=HEUTE
    )
    wieder = verzeichnis.bogen(gefunden.stelle, Gedaechtnis(), heute=HEUTE)
    assert (wieder.tafel(), wieder.stamm, wieder.befund) == (gefunden.tafel(), gefunden.stamm, gefunden.befund)
    assert wieder.stelle == gefunden.stelle
    assert wieder.werte().rahmen.equals(gefunden.werte().rahmen)
    return gefunden


def tafel(at: AppTest, nummer: int) -> list[dict[str, str]]:
    return [{k: str(v) for k, v in zeile.items()} for zeile in zeilen(at, nummer)]


@pytest.fixture
def nach_alter(klein: Path) -> Path:
    gegliedert.liefere_gegliedert()
    gib(nach=("altersgruppe", "geschlecht"))
    return klein


def test_age_and_sex_leave_as_the_page_shows_them(nach_alter: Path) -> None:
    b = bogen("zahlen", "alter-geschlecht", **GEGLIEDERT)
    at = oeffne("zahlen", **GEGLIEDERT)
    assert list(b.tafel().zeilen) == tafel(at, -2)
    assert b.kopf in ueberschriften(at)
    assert len(b.werte().rahmen) == len(b.tafel().zeilen) == 25
    reihen = b.reihen()
    assert reihen is not None
    assert reihen.kategorien == ("18 bis 49 Jahre", "50 bis 59 Jahre", "60 bis 64 Jahre", "ab 65 Jahren")
    assert [r.name for r in reihen.reihen] == ["Männer", "Frauen"]
    # Two women of 60 to 64: a range in words, and nothing to draw.
    assert reihen.reihen[1].werte[2] is None
    assert dict(b.zeichen)["0 bis 4"].startswith("Hier leben höchstens 4 Personen.")


def test_the_trend_of_a_part_leaves_with_its_part(nach_alter: Path) -> None:
    teil = {**GEGLIEDERT, "altersgruppe": "18-49", "geschlecht": "w"}
    b = bogen("zahlen", "verlauf-des-teils", **teil)
    assert b.kopf in ueberschriften(oeffne("zahlen", **teil))
    assert [z["Stichtag"] for z in b.tafel().zeilen] == ["2023", "2024"]
    assert b.stamm == "wohnen_bwf_kleinkreis_2024_verlauf-des-teils_18-bis-49-jahre-frauen"
    assert set(b.werte().rahmen["geschlecht"]) == {"w"}
    with pytest.raises(KeineAnsicht, match="Bitte eine Altersgruppe oder ein Geschlecht"):
        bogen("zahlen", "verlauf-des-teils", **GEGLIEDERT)
    with pytest.raises(KeineAnsicht, match="nur für den Kreis im Ganzen"):
        bogen("zahlen", "alter-geschlecht", **{**GEGLIEDERT, "ebene": "gemeinde"})


GEBIET = {"region": "kleinkreis", "gebiet": "nord"}


def test_the_age_structure_of_an_area_leaves_beside_the_kreis(gefuellt: Path) -> None:
    b = bogen("planungsraum", "altersaufbau", **GEBIET)
    at = oeffne("planungsraum", **GEBIET)
    (nummer,) = [n for n, t in enumerate(at.table) if "Alter in Jahren" in t.value.columns]
    assert list(b.tafel().zeilen) == tafel(at, nummer)
    # 3,000 of 15,000 in Nord and 3,800 of 19,000 in the Kreis are under 18.
    reihen = b.reihen()
    assert reihen is not None
    assert [(r.name, r.werte, r.vergleich) for r in reihen.reihen] == [
        ("Nord", (20.0, 80.0), False),
        ("Kreis", (20.0, 80.0), True),
    ]
    assert b.befund == "Nord: 80,0\u00a0% sind 18 Jahre oder älter, im Kreis 80,0\u00a0%"
    assert b.werte().rahmen["einwohner"].to_list() == [3000, 12000]


def test_each_leading_figure_leaves_as_trend_and_as_range(gefuellt: Path) -> None:
    at = oeffne("planungsraum", **GEBIET)
    (jahre,) = [n for n, t in enumerate(at.table) if "Stichtag" in t.value.columns and "Kennzahl" not in t.value]
    (vergleich,) = [n for n, t in enumerate(at.table) if "Planungsraum" in t.value.columns]
    verlauf = bogen("planungsraum", "verlauf-lb_bwf", **GEBIET)
    gezeigt = [zeile["Besondere Wohnform"] for zeile in tafel(at, jahre)]
    assert [zeile["Nord"] for zeile in verlauf.tafel().zeilen] == gezeigt
    spanne = bogen("planungsraum", "spanne-lb_bwf", **GEBIET)
    assert [dict(z) for z in spanne.tafel().zeilen] == [
        {"Planungsraum": z["Planungsraum"], "Besondere Wohnform": z["Besondere Wohnform"]} for z in tafel(at, vergleich)
    ]
    assert spanne.befund.startswith("Nord: ")
    reihen = spanne.reihen()
    assert reihen is not None
    assert dict(zip(reihen.kategorien, reihen.reihen[0].hervor, strict=True)) == {"Nord": True, "Sued": False}
    assert set(spanne.werte().rahmen["ebene"]) == {"planungsraum", "kreis"}
    # A trend fills its sheet, whatever page it was taken from.
    assert (verlauf.gestalt, spanne.gestalt) == ("verlauf", "")
    assert verlauf.stelle.werte["kennzahl"] == ["lb_bwf"]
    assert "fassung" in verlauf.stelle.werte


@pytest.mark.parametrize(
    ("seite", "art", "parameter", "satz"),
    [
        ("planungsraum", "verlauf-gibt_es_nicht", GEBIET, "„gibt_es_nicht“ ist keine Kennzahl, die einen Steckbrief"),
        ("planungsraum", "spanne-lb_x", GEBIET, "Möglich sind: Besondere Wohnform, "),
        ("planungsraum", "verlauf-", GEBIET, "Möglich sind: Altersaufbau, Verlauf in Personen, Gebiete im"),
        ("planungsraum", "verlauf", GEBIET, "Die gemeinte Ansicht gibt es auf der Seite „Planungsraum“ nicht"),
        ("planungsraum", "altersaufbau", {**GEBIET, "gebiet": "x"}, "Das Gebiet „x“ aus dem Link gibt es hier nicht"),
        ("methodik", "verlauf", GEBIET, "Die Seite „Methodik“ hat keine Ansicht zum Mitnehmen"),
        ("zahlen", "karte", GEBIET, "Möglich sind: Verlauf, Rangfolge, Alter und Geschlecht,"),
        ("zahlen", "verlauf", {"region": "kleinkreis", "jahr": "1999"}, "Für 1999 gibt es keine Zahlen"),
        ("zahlen", "verlauf", {"region": "kleinkreis", "kennzahl": "x"}, "Die Kennzahl „x“ aus dem Link gibt es hier"),
        ("karte", "karte", {"region": "x"}, "Die Region „x“ gibt es hier nicht"),
    ],
)
def test_a_link_to_no_picture_is_refused_in_german(
    gefuellt: Path, seite: str, art: str, parameter: dict[str, str], satz: str
) -> None:
    with pytest.raises(KeineAnsicht, match=re.escape(satz)) as grund:
        bogen(seite, art, **parameter)
    assert "Sie sehen" not in str(grund.value)


def test_every_picture_has_a_name_for_readers(gefuellt: Path) -> None:
    assert {seite: list(namen) for seite, namen in NAMEN.items()} == {s: list(arten) for s, arten in ANSICHTEN.items()}
    assert artname(stelle("planungsraum", {}, "spanne-lb_bwf")) == "Gebiete im Vergleich: Besondere Wohnform"
    assert artname(stelle("zahlen", {"kennzahl": ["lb_bwf"]}, "verlauf")) == "Verlauf: Besondere Wohnform"
    assert artname(stelle("planungsraum", {}, "altersaufbau")) == "Altersaufbau"
    assert artname(stelle("mond", {}, "x")) == "Ansicht"


def test_the_small_trends_of_the_ueberblick_leave_at_full_size(gefuellt: Path) -> None:
    b = bogen("zahlen", "verlauf", region="kleinkreis", kennzahl="lb_bwf", ebene="kreis", raumprinzip="herkunft")
    auswahl, _ = loese_auf({"region": ["kleinkreis"]}, bestand())
    zeilen_ = lage.themen(auswahl.bestand, Gedaechtnis().alle_messungen)
    eine = next(z for z in zeilen_ if z.stand is not None)
    gross = ueberblick.verlauf(auswahl, eine, Gedaechtnis())
    wieder = verzeichnis.bogen(gross.stelle, Gedaechtnis(), heute=HEUTE)
    assert wieder.tafel() == gross.tafel()
    assert [z["Kleinkreis"] for z in gross.tafel().zeilen] == [betrag(m, eine.kennzahl) for m in eine.reihe]
    assert gross.stelle.seite == b.stelle.seite == "zahlen"
    klein = lage.kartenauswahl(auswahl)
    assert ueberblick.karte(klein, Gedaechtnis()).stelle.pfad.startswith("/karte?region=kleinkreis&kennzahl=")


def _gezeichnet(b: Bogen) -> set[float]:
    reihen = b.reihen()
    return {w for r in reihen.reihen for w in r.werte if w is not None} if reihen is not None else set()


ORTE = ("nord", "sued", ALTDORF, FORST, KREIS)
LEITEND = ("lb_bwf", "lb_awf", "lb_wfbm")


@st.composite
def links(draw: st.DrawFn) -> Stelle:
    """Any picture of any Kennzahl, level and way of counting, and any picture of an area."""
    if draw(st.booleans()):
        art = draw(st.sampled_from(["altersaufbau", *(f"{a}-{k}" for a in ("verlauf", "spanne") for k in LEITEND)]))
        return stelle("planungsraum", {"region": ["kleinkreis"], "gebiet": [draw(st.sampled_from(ORTE))]}, art)
    art = draw(st.sampled_from(["verlauf", "rangfolge", "karte", "alter-geschlecht"]))
    parameter = {
        "region": ["kleinkreis"],
        "kennzahl": [draw(st.sampled_from(KENNZAHLEN)).id],
        "ebene": [draw(st.sampled_from(["kreis", "planungsraum", "gemeinde"]))],
        "raumprinzip": [str(draw(st.sampled_from(list(Raumprinzip))))],
    }
    return stelle("karte" if art == "karte" else "zahlen", parameter, art)


@given(ort=links())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_view_draws_what_may_not_be_one_number(gefuellt: Path, ort: Stelle) -> None:
    try:
        b = verzeichnis.bogen(ort, Gedaechtnis(), heute=HEUTE)
    except KeineAnsicht:
        return
    assert b.befund
    assert b.tafel().zeilen
    werte, reihen = b.werte().rahmen, b.reihen()
    if reihen is None or "status" not in werte.columns:
        return
    erlaubt = {z["wert"] for z in werte.iter_rows(named=True) if ist_zahl(z["wert"], z["von"], z["bis"], z["status"])}
    gezeichnet = {w for r in reihen.reihen for w in r.werte if w is not None}
    assert gezeichnet
    assert gezeichnet <= erlaubt
