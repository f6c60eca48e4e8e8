"""The page about one area."""

from datetime import UTC, datetime

import pytest

from analysis.bestand import lade
from analysis.gebietswahl import orte
from data_access import abfragen, schreiben
from tests.installation import recht
from tests.pages.seiten import (
    alles,
    hinweise,
    knopf,
    oeffne,
    parameter,
    personen,
    rate,
    texte,
    titel,
    veroeffentlicht,
    waehle,
    wahl,
    zeilen,
)

REGIONEN = ("kreis-unna", "werra-meissner-kreis")
RATEN = {
    "Besondere Wohnform": ("lb_bwf", "besondere_wohnform", 1),
    "Außerhalb besonderer Wohnformen": ("lb_awf", "ausserhalb_besonderer_wohnform", 1),
    "Arbeitsbereich der Werkstatt": ("lb_wfbm", "werkstatt", 1),
    "Minderjährige mit Eingliederungshilfe": ("minderjaehrige_egh", "minderjaehrige", 1),
    "Ambulante Hilfe nach §\u00a067": ("lb_p67_ambulant", "p67_ambulant", 2),
}


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("region", REGIONEN)
def test_every_area_has_its_page(region: str) -> None:
    eintrag = next(r for r in abfragen.regionen() if r.slug == region)
    alle = orte(lade(eintrag, abfragen.stand(region)), eintrag.haupteinteilung_id or "")
    assert len(alle) == {"kreis-unna": 14, "werra-meissner-kreis": 22}[region]
    at = oeffne("planungsraum", region=region, gebiet=alle[0].gebiet)
    for ort in alle:
        if ort is not alle[0]:
            waehle(at, "ort", ort.gebiet)
        assert not at.exception, ort
        assert not hinweise(at), ort
        assert titel(at).startswith(f"{ort.name}: ")
        assert parameter(at)["gebiet"] == ort.gebiet


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize(("ebene", "gebiet"), [("planungsraum", "wmk-sontra"), ("gemeinde", "06636015")])
def test_its_numbers_are_those_of_the_exports(ebene: str, gebiet: str) -> None:
    at = oeffne("planungsraum", gebiet=gebiet)
    assert wahl(at, "region").value == "werra-meissner-kreis"
    (name,) = [o for o in wahl(at, "ort").options if o.startswith(titel(at).split(":")[0])]
    ort = name.removesuffix(" (Gemeinde)")
    vergleich, jahre = zeilen(at, -3), zeilen(at, -2)
    spalte = {"planungsraum": "Planungsraum", "gemeinde": "Gemeinde"}[ebene]
    for kurz, (zahl, slug, stellen) in RATEN.items():
        raten = veroeffentlicht(slug, ebene, "werra-meissner-kreis", 2024)
        (kreis,) = veroeffentlicht(slug, "kreis", "werra-meissner-kreis", 2024).values()
        erwartet = {n: rate(z, stellen) for n, z in raten.items()} | {"Kreis": rate(kreis, stellen)}
        assert {z[spalte]: z[kurz] for z in vergleich} == erwartet
        for jahr in (2016, 2024):
            eigene = veroeffentlicht(zahl, ebene, "werra-meissner-kreis", jahr)[ort]
            (zeile,) = [z for z in jahre if z["Stichtag"] == f"31.12.{jahr}"]
            assert zeile[kurz] == personen(eigene)


@pytest.mark.usefixtures("hand")
def test_the_small_kreis_opens_at_its_first_planungsraum() -> None:
    at = oeffne("planungsraum")
    assert titel(at) == "Nord: kein sicherer Unterschied zum Kreis"
    assert (wahl(at, "ort").value, wahl(at, "stichtag").value) == ("nord", "2024-12-31")
    assert [(m.label, m.value) for m in at.metric] == [
        ("Einwohner", "15.000"),
        ("Personen, rund", "73"),
        ("Personen", "66"),
    ]
    # No boundaries: the map gives way, and nothing else does.
    assert any("Wer importieren darf, liest auf der Seite „Daten“" in text for text in texte(at))


@pytest.mark.usefixtures("hand")
def test_neighbours_members_and_einteilung_are_one_step_away() -> None:
    at = knopf(oeffne("planungsraum"), "Weiter: Sued")
    assert (titel(at).split(":")[0], parameter(at)["gebiet"]) == ("Sued", "sued")
    at = knopf(at, ":blue[Cell · 2.500\u00a0Einwohner]")
    assert (titel(at).split(":")[0], wahl(at, "ort").value) == ("Cell", "05978020")
    quer = oeffne("planungsraum", einteilung="quer", gebiet="west")
    assert "Einteilung „Ost und West“, Version 1" in texte(quer)[0]
    assert [z["Planungsraum"] for z in zeilen(quer, -3)] == ["Ost", "West", "Kreis"]
    assert titel(knopf(quer, "Weiter: Ost")).startswith("Ost: ")


@pytest.mark.usefixtures("hand")
def test_several_areas_and_an_unknown_one_are_said() -> None:
    at = oeffne("planungsraum", gebiet=["sued", "nord"])
    assert hinweise(at) == ["Der Link nennt mehrere Gebiete. Sie sehen das erste: Sued."]
    at = oeffne("planungsraum", region="kleinkreis", gebiet="<b>x</b>")
    assert hinweise(at) == ["Das Gebiet „<b>x</b>“ aus dem Link gibt es hier nicht. Sie sehen Nord."]


@pytest.mark.usefixtures("demo_ordner")
def test_a_withdrawn_freigabe_is_gone_and_the_population_stays() -> None:
    at = oeffne("planungsraum", region="kreis-unna", gebiet="unna-nord")
    wert = veroeffentlicht("lb_bwf", "planungsraum", "kreis-unna", 2024)["Raum Nord"]["wert"]
    assert f"rund {wert}" in alles(at)
    for freigabe in abfragen.alle_freigaben("kreis-unna"):
        if freigabe.grundzahl == "lb_bwf":
            schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, datetime(2026, 2, 3, tzinfo=UTC))
    at.run()
    assert not at.exception
    assert "zurückgezogen" in hinweise(at)[0]
    assert f"rund {wert}" not in alles(at)
    for freigabe in abfragen.alle_freigaben("kreis-unna"):
        if freigabe.zurueckgezogen_am is None:
            schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, datetime(2026, 2, 3, tzinfo=UTC))
    at.run()
    assert not at.exception
    assert titel(at) == "Raum Nord: keine veröffentlichten Fallzahlen"
    assert [m.label for m in at.metric] == ["Einwohner"]
    assert not [h for h in texte(at) if h.startswith("## ") and "Herkunft" in h]


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("seite", ["zahlen", "karte"])
def test_other_pages_lead_here_with_their_area(seite: str) -> None:
    at = oeffne(seite, region="werra-meissner-kreis", gebiet="06636003", ebene="gemeinde")
    (verweis,) = [e.proto for e in at.get("page_link") if e.proto.label == "Alles zu Eschwege"]
    assert "gebiet=06636003" in verweis.query_string
