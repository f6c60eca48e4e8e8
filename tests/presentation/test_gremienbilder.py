"""Seats and presence as pictures: every number in, nothing invented, everything in the text alternative."""

from datetime import date
from typing import Any

import pytest

from analysis.gremien.bestand import lade
from analysis.gremien.lage import Gremienlage, lage
from presentation import gremienbilder
from presentation.charts.zeichenreihen import LAENGSTE, Block, Zeichen, Zeichenreihe, zeichenreihen
from presentation.farben import HELL
from tests.gremien import ALT, RUNDE, S2023, S2024, lege_gremien_an, trage_ein

HEUTE = date(2025, 1, 15)


def werte(spec: dict[str, Any], mit: str) -> list[dict[str, Any]]:
    """The rows of all layers that have this field."""
    return [z for ebene in spec["layer"] for z in ebene["data"]["values"] if mit in z]


def runde() -> Gremienlage:
    bestand = lege_gremien_an()
    return lage(bestand, bestand.gremium[RUNDE], HEUTE)


@pytest.mark.usefixtures("klein")
def test_seats_are_rings_only_where_the_register_gives_a_number() -> None:
    bild = gremienbilder.platzbild(runde(), "hell")
    assert bild is not None
    assert bild.alt == (
        "Vereinbarte Plätze und Anwesende: Runde. "
        "Selbstvertretung: 23.09.2024: 2 von 3; 18.09.2023: k. A., 3 Plätze vereinbart. "
        "Leistungserbringer: 23.09.2024: 6; 18.09.2023: k. A. "
        "Kreis (örtlicher Träger): 23.09.2024: 4 von 4; 18.09.2023: k. A., 4 Plätze vereinbart."
    )
    ringe = [z for z in werte(bild.spec, "flaeche") if z["flaeche"] == HELL.grund]
    volle = [z for z in werte(bild.spec, "flaeche") if z["flaeche"] != HELL.grund]
    gestrichelt = [z for z in werte(bild.spec, "n") if "flaeche" not in z]
    assert (len(volle), len(ringe), len(gestrichelt)) == (2 + 6 + 4, 1, 3 + 4)
    assert {z["flaeche"] for z in volle} == {HELL.haupt, HELL.vergleich}
    assert bild.hinweise == (
        "Gefüllt: anwesend. Ring: Platz vereinbart, leer. Gestrichelt: Platz vereinbart, Anwesende k. A.",
    )


@pytest.mark.usefixtures("klein")
def test_groups_over_meetings_keep_every_number_and_the_total() -> None:
    bild = gremienbilder.besuchsbild(runde(), "hell")
    assert bild is not None
    assert bild.alt == (
        "Anwesende nach Gruppen: Runde. Selbstvertretung: 18.09.2023 k. A., 23.09.2024 2. "
        "Leistungserbringer: 18.09.2023 k. A., 23.09.2024 6. Kreis (örtlicher Träger): 18.09.2023 k. A., 23.09.2024 4. "
        "insgesamt: 18.09.2023 20, 23.09.2024 12."
    )
    felder = werte(bild.spec, "laenge")
    assert [(f["text"], f["offen"]) for f in felder[:2]] == [("k. A.", True), ("2", False)]
    assert [f["laenge"] for f in felder] == [0, 2 / 6, 0, 1, 0, 4 / 6, 0, 0]


@pytest.mark.usefixtures("klein")
def test_a_lower_bound_says_so_in_the_picture_and_below_it() -> None:
    assert (bild := gremienbilder.besuchsbild(runde(), "hell")) is not None
    assert bild.hinweise == ()
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "eingeladen": 1}]})
    bestand = lade("kleinkreis")
    bild = gremienbilder.besuchsbild(lage(bestand, bestand.gremium[RUNDE], HEUTE), "hell")
    assert bild is not None
    assert bild.alt.endswith("insgesamt: 18.09.2023 20, 23.09.2024 ab 12.")
    assert bild.hinweise == ("„ab“ heißt mindestens: Von einem Teil der Anwesenden fehlt die Zahl.",)


@pytest.mark.usefixtures("klein")
def test_years_show_what_became_of_each_meeting() -> None:
    bild = gremienbilder.jahresbild(runde(), "hell")
    assert bild.alt == "Sitzungen nach Jahren: Runde. 2025: 1 geplant; 2024: 1 fand statt; 2023: 1 fand statt."
    assert len(werte(bild.spec, "n")) == 3


@pytest.mark.usefixtures("klein")
def test_without_seats_or_groups_there_is_no_picture() -> None:
    bestand = lege_gremien_an(("vereinbarungen", "gremien"))
    leer = lage(bestand, bestand.gremium[ALT], HEUTE)
    assert gremienbilder.platzbild(leer, "hell") is None
    assert gremienbilder.besuchsbild(leer, "hell") is None
    trage_ein(
        {
            "sitzungen": [{"gremium": ALT, "datum": S2023, "status": "stattgefunden"}],
            "teilnahmen": [{"gremium": ALT, "datum": S2023, "gruppe": "insgesamt", "anwesend": 65}],
        }
    )
    neu = lade("kleinkreis")
    nur_gesamt = lage(neu, neu.gremium[ALT], HEUTE)
    assert gremienbilder.platzbild(nur_gesamt, "hell") is None
    assert gremienbilder.besuchsbild(nur_gesamt, "hell") is None


def test_rows_too_long_to_be_counted_become_bars_of_the_same_lengths() -> None:
    def bild(anwesende: int) -> dict[str, Any]:
        reihe = Zeichenreihe("heute", ((Zeichen.VOLL, anwesende), (Zeichen.RING, 1)), "", "")
        return zeichenreihen([Block("", (reihe,))], titel="", modus="hell", namensplatz=50).spec

    assert len(werte(bild(LAENGSTE - 1), "n")) == LAENGSTE
    lang = bild(LAENGSTE)
    assert werte(lang, "n") == []
    assert [(z["von"], z["bis"]) for z in werte(lang, "bis")] == [(0, LAENGSTE), (LAENGSTE, LAENGSTE + 1)]
