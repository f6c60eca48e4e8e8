"""The page Beteiligung for somebody who does not see it and somebody who has no mouse; a rating entered by keyboard."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from presentation.beteiligungsbilder import STUFENTABELLE
from tests.browser.axe import funde, lade_axe
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import auswahlfeld, erwarte_parameter, knopf, oeffne, oeffne_teil, parameter, warte_auf_ruhe
from tests.browser.gremien import adresse, bestand, druecke, mit_schluessel, probegremium, satz, trage_ein
from tests.browser.vorlesen import (
    MITTE,
    bildtexte,
    gehe_durch,
    pruefe_vorlesbar,
    scrollt_seitlich,
    tafel,
    tafeln,
    ueberschriften,
    waehle_mit_tasten,
)

pytestmark = pytest.mark.browser

RUNDE, NEU = "probe-beteiligung", "probe-bewertung"
S2025, S2026 = date(2025, 4, 7), date(2026, 4, 13)


@pytest.fixture(scope="module")
def eigener(gremienwerkstatt: Dienst) -> Dienst:
    """Two Gremien: one with two meetings, the later one rated by both sides; one whose meeting waits to be rated."""

    def punkt(gremium: str, tag: date, nummer: int, titel: str, **mehr: object) -> dict[str, object]:
        return {"gremium": gremium, "datum": tag, "top": nummer, "titel": titel, **mehr}

    trage_ein(
        gremienwerkstatt,
        gremien=[probegremium(RUNDE, "Beteiligungsrunde"), probegremium(NEU, "Bewertungsrunde")],
        sitzungen=[
            {"gremium": g, "datum": tag, "status": "stattgefunden"}
            for g, tag in ((RUNDE, S2025), (RUNDE, S2026), (NEU, S2026))
        ],
        teilnahmen=[
            {"gremium": RUNDE, "datum": tag, "gruppe": gruppe, "anwesend": zahl}
            for tag, gruppe, zahl in (
                (S2025, "selbstvertretung", 1),
                (S2025, "oertl_traeger", 7),
                (S2026, "selbstvertretung", 3),
                (S2026, "angehoerige", 2),
                (S2026, "oertl_traeger", 8),
            )
        ],
        barrierefreiheit=[{"gremium": RUNDE, "datum": S2026, "art": "dgs", "stand": "fehlte"}],
        tops=[
            punkt(RUNDE, S2026, 1, "Wohnen", stufe_verwaltung=6, stufe_selbstvertretung=3, begruendung="Spät gefragt"),
            punkt(RUNDE, S2026, 2, "Arbeit", stufe_verwaltung=5, stufe_selbstvertretung=5),
            punkt(RUNDE, S2026, 3, "Bus", stufe_selbstvertretung=2),
            punkt(NEU, S2026, 1, "Wege"),
            punkt(NEU, S2026, 2, "Schule"),
        ],
    )
    return gremienwerkstatt


def link(dienst: Dienst, **mehr: str) -> str:
    werte = {"region": "kreis-unna", "gremium": RUNDE} | mehr
    return f"{dienst.adresse}/beteiligung?" + "&".join(f"{name}={wert}" for name, wert in werte.items())


def test_a_blind_reader_hears_everything_that_is_drawn(eigener: Dienst, seite: Page) -> None:
    oeffne(seite, link(eigener))
    pruefe_vorlesbar(seite)
    assert len(bildtexte(seite)) == 2
    stufen = tafel(seite, STUFENTABELLE)
    wohnen = next(zeile for zeile in stufen.zeilen if zeile[0].startswith("Wohnen"))
    assert wohnen[1:3] == [
        "Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information)",
        "3 Stufen",
    ]
    bus = next(zeile for zeile in stufen.zeilen if zeile[0].startswith("Bus"))
    assert bus[1:3] == ["Verwaltung nicht bewertet, Selbstvertretung 2 (Anweisung)", "nur eine Seite"]
    # Selbstvertretung and those who speak for others are heard apart.
    anwesend = tafel(seite, "Selbstvertretung und Stellvertretung je Sitzung")
    assert anwesend.spalten[1:3] == ["Selbstvertretung", "Stellvertretung"]
    assert [[z.replace("\u00a0", " ") for z in zeile[1:3]] for zeile in anwesend.zeilen] == [
        ["3 von 13", "Angehörige 2"]
    ]
    assert any("fehlte" in spalte for spalte in tafel(seite, "Barrierefreiheit je Sitzung").spalten)
    # Reading does not depend on the width: the same headings and tables on a phone, none twice.
    breit = ueberschriften(seite), [t.zeilen for t in tafeln(seite)]
    seite.set_viewport_size({"width": 390, "height": 844})
    warte_auf_ruhe(seite)
    assert (ueberschriften(seite), [t.zeilen for t in tafeln(seite)]) == breit


def test_the_keyboard_reaches_every_choice_and_the_address_follows(eigener: Dienst, seite: Page) -> None:
    oeffne(seite, link(eigener))
    jahr = auswahlfeld(seite, "Jahr")
    waehle_mit_tasten(seite, jahr, "2025")
    erwarte_parameter(seite, jahr="2025", gremium=RUNDE)
    expect(seite.locator("h1")).to_contain_text("2025")
    waehle_mit_tasten(seite, auswahlfeld(seite, "Gremium"), "Bewertungsrunde")
    erwarte_parameter(seite, gremium=NEU)
    assert "jahr" not in parameter(seite)
    seite.go_back()
    erwarte_parameter(seite, gremium=RUNDE)
    warte_auf_ruhe(seite)
    oeffne(seite, link(eigener))
    namen = gehe_durch(seite, MITTE)
    for gesucht in (
        *("Region", "Gremium", "Jahr"),
        "Die neun Stufen",
        "Antworten (CSV)",
        "Antworten (Excel)",
        "Zum Gremium: Beteiligungsrunde",
    ):
        assert any(gesucht in name for name in namen), (gesucht, namen)
    oeffne_teil(seite, "Die neun Stufen")
    assert tafel(seite, "Die neun Stufen der Beteiligung").zeilen[5][:2] == ["6", "Mitbestimmung"]
    knopf(seite, "Antworten (CSV)").focus()
    with seite.expect_download(timeout=30_000) as ladung:
        seite.keyboard.press("Enter")
    assert ladung.value.suggested_filename.startswith(f"beteiligung_{RUNDE}_2026")


def test_a_link_that_asks_for_what_is_not_there_says_what_it_shows(eigener: Dienst, seite: Page) -> None:
    oeffne(seite, link(eigener, gremium="gibt-es-nicht", jahr="1999", thema="garten", gebiet="mond"))
    for wert in ("gibt-es-nicht", "1999", "garten", "mond"):
        expect(seite.get_by_test_id("stAlert").filter(has_text=f"„{wert}“")).to_be_visible()
    pruefe_vorlesbar(seite)


def test_nothing_scrolls_sideways_at_320_px(eigener: Dienst, fenster: Fenster) -> None:
    schmal = fenster(viewport={"width": 320, "height": 640}).new_page()
    oeffne(schmal, link(eigener, jahr="alle"))
    warte_auf_ruhe(schmal)
    assert scrollt_seitlich(schmal) == []
    oeffne(schmal, adresse(eigener, RUNDE, "sitzungen", S2026) + mit_schluessel(eigener))
    druecke(schmal, "Beteiligung bewerten")
    expect(auswahlfeld(schmal, "Punkt 1: Verwaltung")).to_be_visible()
    warte_auf_ruhe(schmal)
    assert scrollt_seitlich(schmal) == []


def test_a_rating_entered_by_keyboard_is_read_on_the_page_until_it_is_taken_back(
    eigener: Dienst, fenster: Fenster
) -> None:
    seite = fenster().new_page()
    oeffne(seite, adresse(eigener, NEU, "sitzungen", S2026) + mit_schluessel(eigener))
    druecke(seite, "Beteiligung bewerten")
    erster = seite.get_by_role("checkbox", name="Punkt 1: Wege", exact=True)
    expect(erster).to_be_focused()
    seite.keyboard.press("Space")
    expect(seite.get_by_text("Gewählt: 1 Punkt.")).to_be_visible()
    expect(erster).to_be_focused()
    waehle_mit_tasten(seite, auswahlfeld(seite, "Punkt 1: Verwaltung"), "6 Mitbestimmung")
    waehle_mit_tasten(seite, auswahlfeld(seite, "Punkt 1: Selbstvertretung"), "3 Information")
    seite.get_by_label("Punkt 1: Begründung (ohne Namen)").fill("Die Frage kam spät.")
    # A second item chosen meanwhile loses nothing of what stands in the form.
    seite.get_by_role("checkbox", name="Punkt 2: Schule", exact=True).focus()
    seite.keyboard.press("Space")
    expect(auswahlfeld(seite, "Punkt 2: Verwaltung")).to_be_visible()
    lade_axe(seite)
    assert funde(seite) == []
    druecke(seite, "Bewertung speichern")
    expect(satz(seite, "gesichert: 1 Punkt ist bewertet.")).to_be_visible()
    gesagt = "Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information). Begründung: Die Frage kam spät."
    expect(seite.get_by_text(gesagt)).to_be_visible()
    (wege, _) = bestand(eigener).tops[f"{NEU}-{S2026}"]
    assert (wege.stufe_verwaltung, wege.stufe_selbstvertretung) == (6, 3)
    expect(knopf(seite, "Beteiligung bewerten")).to_be_focused()
    # A reader without the key finds both sides, their distance and the reason.
    leser = oeffne(fenster().new_page(), link(eigener, gremium=NEU))
    (zeile,) = tafel(leser, STUFENTABELLE).zeilen
    assert zeile[1:3] == ["Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information)", "3 Stufen"]
    assert "Wege" in zeile[0]
    assert "Die Frage kam spät." in " ".join(zeile)
    pruefe_vorlesbar(leser)
    knopf(seite, "Zurücknehmen").first.focus()
    seite.keyboard.press("Enter")
    expect(satz(seite, "Zurückgenommen: Beteiligung bewertet")).to_be_visible()
    (wege, _) = bestand(eigener).tops[f"{NEU}-{S2026}"]
    assert (wege.stufe_verwaltung, wege.begruendung) == (None, "")
    oeffne(leser, link(eigener, gremium=NEU))
    assert [t.name for t in tafeln(leser) if "Wege" in t.text] == []
