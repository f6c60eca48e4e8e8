"""The rule in force, and what it allows: pure, by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from analysis.geheimhaltung.regeln import darf_gegliedert_werden, wirksam
from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import ANBIETERREGELN, GLIEDERUNGEN, PERSONENMERKMALE, VOREINSTELLUNGEN, Regel
from models.tabellen import Schutzregel
from models.vokabular import Ebene, Thema

BEIDE = ("altersgruppe", "geschlecht")
BWF = VOREINSTELLUNGEN["lb_bwf"]


def entscheidung(region: str = "kleinkreis", grundzahl: str = "lb_bwf", **felder: Any) -> Schutzregel:
    werte: dict[str, Any] = {"k": 7, "merkmale": ["altersgruppe"], "mindestnenner": 800, "entschieden_von": "Amt 50"}
    tag = datetime(2025, 3, 1, tzinfo=UTC)
    return Schutzregel(
        **{**werte, **felder},
        region_slug=region,
        grundzahl=grundzahl,
        entschieden_am=date(2025, 2, 28),
        begruendung="Beschluss",
        angelegt_am=tag,
    )


def test_every_grundzahl_has_one_row_in_the_file_and_no_other_k() -> None:
    assert list(VOREINSTELLUNGEN) == list(GRUNDZAHLEN)
    for satz in GRUNDZAHLEN.values():
        regel = VOREINSTELLUNGEN[satz.id]
        assert satz.k == regel.k
        assert set(regel.merkmale) <= set(GLIEDERUNGEN)
        assert set(regel.sensibel) <= set(PERSONENMERKMALE)
        assert regel.entschieden_von == "Voreinstellung von Sozialraumblick"
        assert regel.begruendung
        minderjaehrig = satz.thema == Thema.KINDER
        erwartet = ("minderjaehrig",) if minderjaehrig else ("p67",) if satz.thema == Thema.P67 else ()
        assert regel.sensibel == erwartet
        if satz.oeffentlich:
            assert (regel.k, regel.merkmale, regel.mindestnenner) == (1, (), 0)
        else:
            assert (regel.k, regel.mindestnenner) == (10 if erwartet else 5, 500)


def test_occupancy_and_money_need_three_providers() -> None:
    assert {r.id: r.mindestanbieter for r in ANBIETERREGELN.values()} == {"belegung": 3, "betrag": 3}


def test_without_a_decision_the_record_holds() -> None:
    assert wirksam("lb_bwf", [], "kleinkreis", 5) == BWF
    assert wirksam("lb_bwf", [entscheidung("anderswo")], "kleinkreis", 5) == BWF
    assert wirksam("plaetze_bwf", [], "kleinkreis", 10) == VOREINSTELLUNGEN["plaetze_bwf"]


def test_the_own_decision_leads_and_the_newest_counts() -> None:
    neu, alt = entscheidung(), entscheidung(k=6, merkmale=list(BEIDE), mindestnenner=0)
    regel = wirksam("lb_bwf", [neu, alt, entscheidung("*", k=5, mindestnenner=300)], "kleinkreis", 5)
    assert regel == Regel(
        "lb_bwf", 7, ("altersgruppe",), 800, (), "Amt 50", date(2025, 2, 28), "Beschluss", "kleinkreis", ""
    )
    fuer_alle = wirksam("lb_bwf", [entscheidung("*", k=6, mindestnenner=300)], "kleinkreis", 5)
    assert (fuer_alle.k, fuer_alle.mindestnenner, fuer_alle.gilt_fuer) == (6, 300, "*")


def test_nothing_makes_k_smaller() -> None:
    eigene, fuer_alle = entscheidung(k=6), entscheidung("*", k=9)
    strenger = wirksam("lb_bwf", [eigene, fuer_alle], "kleinkreis", 5)
    assert (strenger.k, strenger.zusatz) == (9, "k = 9 gilt in allen Regionen (Amt 50).")
    assert strenger.mindestnenner == 800
    assert wirksam("lb_bwf", [entscheidung(k=2)], "kleinkreis", 0).k == 5
    installation = wirksam("lb_bwf", [eigene], "kleinkreis", 12)
    assert (installation.k, installation.zusatz) == (12, "k = 12 gilt in der ganzen Installation (SRB_K).")


@pytest.mark.parametrize("ebene", [Ebene.LAND, Ebene.KREIS])
@pytest.mark.parametrize("grundzahl", ["lb_bwf", "minderjaehrige_egh", "lb_p67_ambulant"])
def test_at_kreis_level_allowed_breakdowns_may_be_crossed(grundzahl: str, ebene: str) -> None:
    assert darf_gegliedert_werden(grundzahl, ebene, BEIDE, VOREINSTELLUNGEN[grundzahl]) is None


@pytest.mark.parametrize("ebene", [Ebene.PLANUNGSRAUM, Ebene.GEMEINDE])
@pytest.mark.parametrize(
    ("grundzahl", "merkmale", "heikle"),
    [
        ("lb_bwf", BEIDE, "Altersgruppe und Geschlecht"),
        ("minderjaehrige_egh", ("altersgruppe",), "minderjährig und Altersgruppe"),
        ("lb_p67_ambulant", ("geschlecht",), "Hilfe nach §§ 67 ff. SGB XII und Geschlecht"),
    ],
)
def test_below_the_kreis_two_sensitive_traits_are_not_crossed(
    grundzahl: str, merkmale: tuple[str, ...], heikle: str, ebene: str
) -> None:
    grund = darf_gegliedert_werden(grundzahl, ebene, merkmale, VOREINSTELLUNGEN[grundzahl])
    assert grund == (
        f"„{GRUNDZAHLEN[grundzahl].titel}“ wird unterhalb des Kreises nicht veröffentlicht, wenn zwei heikle Merkmale "
        f"zusammenkommen ({heikle}). Bitte auf der Ebene Kreis gliedern oder ein Merkmal weglassen."
    )


def test_below_the_kreis_one_sensitive_trait_is_no_crossing() -> None:
    assert darf_gegliedert_werden("lb_bwf", Ebene.GEMEINDE, ("altersgruppe",), BWF) is None
    for satz in GRUNDZAHLEN.values():
        assert darf_gegliedert_werden(satz.id, satz.feinste_ebene, (), VOREINSTELLUNGEN[satz.id]) is None


def test_a_grundzahl_that_is_a_crossing_itself_stops_at_the_kreis() -> None:
    """A future count of one kind of Behinderung at one age: `sensibel` names both, one of them not described yet."""
    kreuzung = replace(BWF, sensibel=("behinderungsart", "altersgruppe"))
    grund = darf_gegliedert_werden("lb_bwf", Ebene.GEMEINDE, (), kreuzung)
    assert grund is not None
    assert "(„behinderungsart“ und Altersgruppe)" in grund
    assert darf_gegliedert_werden("lb_bwf", Ebene.KREIS, (), kreuzung) is None


def test_what_the_rule_does_not_allow_is_refused_at_every_level() -> None:
    assert darf_gegliedert_werden("lb_gastfamilie", "kreis", BEIDE, VOREINSTELLUNGEN["lb_gastfamilie"]) == (
        "„Erwachsene in Gast- und Pflegefamilien“ darf nicht nach Geschlecht gegliedert werden. Erlaubt ist die "
        "Gliederung nach Altersgruppe. So steht es in der Regel (Voreinstellung von Sozialraumblick, 22.11.2026)."
    )
    keine = darf_gegliedert_werden("lb_bfa", "kreis", ("pflegegrad",), VOREINSTELLUNGEN["lb_bfa"])
    assert keine is not None
    assert "nach „pflegegrad“" in keine
    assert "Erlaubt ist keine." in keine


def test_places_have_no_age() -> None:
    grund = darf_gegliedert_werden("plaetze_bwf", "kreis", ("altersgruppe",), VOREINSTELLUNGEN["plaetze_bwf"])
    assert grund == (
        "„Plätze in besonderen Wohnformen“ zählt keine Menschen und lässt sich nicht nach Altersgruppe gliedern."
    )
