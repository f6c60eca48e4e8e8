"""The page Fristen for somebody who does not see it and somebody who has no mouse; proof and calendar file."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from data_access.gremien.pflichtpflege import Instanz, aendere_freigaben
from models.pflichttabellen import Pflicht
from models.pflichtworte import Nachweisart, Partnerseite, Pflichtstatus, Zustaendig
from presentation.texts.nachweise import PARTNERSEITEN, pflichtname
from presentation.texts.pflichtworte import STATUSWORTE, VERDECKT, ZUSTAENDIGE
from presentation.ui.gremien.verlauf import ZURUECKNEHMEN
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import auswahlfeld, erwarte_parameter, knopf, oeffne, oeffne_teil, warte, warte_auf_ruhe
from tests.browser.gremien import bestand, druecke, mit_schluessel, satz
from tests.browser.vorlesen import (
    MITTE,
    abschnitt,
    bildtexte,
    gehe_durch,
    pruefe_ueberschriften,
    pruefe_vorlesbar,
    scrollt_seitlich,
    tafel,
    tafeln,
    ueberschriften,
    waehle_mit_tasten,
)
from tests.installation import JETZT, benutze, recht

pytestmark = pytest.mark.browser

REGION = "werra-meissner-kreis"
WMK = f"/fristen?region={REGION}&jahr=2024"
FORMEN = ("Nachweis eintragen", "Stände freigeben oder zurücknehmen", "Eigenen Termin eintragen")
INSTANZFRAGE = "Für welches Jahr oder welche Sitzung?"


def _nur_worte(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_a_blind_reader_hears_each_status_as_a_word_and_every_reading_with_its_source(
    dienst: Dienst, seite: Page
) -> None:
    oeffne(seite, dienst.adresse + WMK)
    pruefe_vorlesbar(seite)
    assert len(bildtexte(seite)) == 1
    for breite, sichtbar, versteckt in (
        (1440, "fristen_breit", "fristen_schmal"),
        (390, "fristen_schmal", "fristen_breit"),
    ):
        seite.set_viewport_size({"width": breite, "height": 900})
        warte_auf_ruhe(seite)
        expect(seite.locator(f".st-key-{versteckt}")).to_be_hidden()
        # One of the two forms, never both, is in what is read out.
        assert seite.get_by_role("table", name=re.compile("^Pflichten 2024(, kurze Form)?$")).count() == 1
        zeilen = seite.locator(f".st-key-{sichtbar} tbody tr").all_inner_texts()
        assert len(zeilen) > 5
        worte = (*STATUSWORTE.values(), VERDECKT)
        assert [z for z in zeilen if not any(wort in z for wort in worte)] == []
    # Contradictions: a heading each, below it every source with its wording.
    widersprueche = bestand(dienst, REGION).e.widersprueche
    assert len(widersprueche) > 1
    for w in widersprueche:
        vorgelesen = _nur_worte(abschnitt(seite, w.frage))
        for quelle, wortlaut in zip(w.quellen, w.wortlaute, strict=True):
            assert _nur_worte(quelle + wortlaut) in vorgelesen, (w.frage, quelle)


def test_the_keyboard_reaches_every_choice_and_the_address_follows(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + WMK)
    waehle_mit_tasten(seite, auswahlfeld(seite, "Jahr"), "2023")
    erwarte_parameter(seite, jahr="2023", region=REGION)
    expect(seite.locator("h1")).to_contain_text("2023")
    wer = ZUSTAENDIGE[Zustaendig.GREMIUM]
    waehle_mit_tasten(seite, auswahlfeld(seite, "Zuständig"), wer)
    expect(seite.locator("h1")).to_contain_text(wer)
    assert {zeile[3].split(",")[0] for zeile in tafel(seite, "Pflichten 2023").zeilen} == {wer}
    waehle_mit_tasten(seite, auswahlfeld(seite, "Zuständig"), "alle")
    namen = gehe_durch(seite, MITTE)
    for gesucht in (
        *("Region", "Jahr", "Zuständig"),
        *("Was heißt das?", "Was in den Klauseln steht"),
        *("Liste (CSV)", "Liste (Excel)", "Kalender"),
    ):
        assert any(gesucht in name for name in namen), (gesucht, namen)
    oeffne_teil(seite, "Was heißt das?")
    expect(seite.locator("summary").filter(has_text="Was heißt das?")).to_be_focused()
    worte = next(t for t in tafeln(seite) if t.name == "Was die Wörter der Liste heißen").text
    assert [wort for wort in STATUSWORTE.values() if wort not in worte] == []


def test_the_line_of_the_overview_leads_to_the_page_by_keyboard(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/?region={REGION}")
    pruefe_ueberschriften(seite)
    assert (2, "Fristen") in ueberschriften(seite)
    assert any(wort in abschnitt(seite, "Fristen") for wort in STATUSWORTE.values())
    assert any("Zu den Fristen" in name for name in gehe_durch(seite))
    seite.get_by_role("link", name="Zu den Fristen").focus()
    seite.keyboard.press("Enter")
    expect(seite).to_have_url(re.compile("/fristen"))
    erwarte_parameter(seite, region=REGION)
    expect(seite.get_by_role("table", name=re.compile("^Pflichten")).first).to_be_visible()


def test_a_link_that_asks_for_what_is_not_there_says_what_it_shows(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + "/fristen?region=mond&jahr=1999")
    for wert in ("mond", "1999"):
        expect(seite.get_by_test_id("stAlert").filter(has_text=f"„{wert}“")).to_be_visible()
    pruefe_vorlesbar(seite)


def test_nothing_scrolls_sideways_at_320_px(dienst: Dienst, fenster: Fenster) -> None:
    schmal = fenster(viewport={"width": 320, "height": 640}).new_page()
    oeffne(schmal, dienst.adresse + WMK)
    warte_auf_ruhe(schmal)
    assert scrollt_seitlich(schmal) == []


def test_the_calendar_file_is_one(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + WMK)
    knopf(seite, "Kalender").focus()
    with seite.expect_download(timeout=30_000) as ladung:
        seite.keyboard.press("Enter")
    assert ladung.value.suggested_filename.endswith(".ics")
    roh = ladung.value.path().read_bytes()
    zeilen = re.sub(rb"\r\n[ \t]", b"", roh).decode().split("\r\n")
    assert all(len(zeile) <= 75 for zeile in roh.split(b"\r\n"))
    assert (zeilen[0], zeilen[1], zeilen[-2:]) == ("BEGIN:VCALENDAR", "VERSION:2.0", ["END:VCALENDAR", ""])
    termine = "\n".join(zeilen).split("BEGIN:VEVENT")[1:]
    assert len(termine) > 5
    assert all(
        re.search(r"\nDTSTART;VALUE=DATE:\d{8}\n", t) and "\nSUMMARY:" in t and "END:VEVENT" in t for t in termine
    )
    uids = re.findall(r"\nUID:(.+)\n", "\n".join(zeilen))
    assert len(uids) == len(set(uids)) == len(termine)


def _zeile(seite: Page, pflicht: Pflicht) -> Locator:
    """The row of a duty in the list of 2025."""
    return (
        seite.get_by_role("table", name="Pflichten 2025", exact=True).get_by_role("row").filter(has_text=pflicht.titel)
    )


def _ohne_freigaben(dienst: Dienst, instanz: Instanz) -> None:
    """Nobody has released this instance, whatever the demonstration says of it."""
    da = [n for n in bestand(dienst, REGION).e.nachweise if (n.rule, n.instanz) == instanz]
    with benutze(dienst.ordner):
        for n in (n for n in da if n.art == Nachweisart.FREIGABE):
            aendere_freigaben(recht(), REGION, n.seite, [], [instanz], JETZT)


def _nimm_zurueck(seite: Page) -> None:
    """Take the last step back; the keyboard stands on the button that takes this back too."""
    knopf(seite, ZURUECKNEHMEN).first.focus()
    seite.keyboard.press("Enter")
    warte(seite)
    expect(satz(seite, "Zurückgenommen:").first).to_be_visible()
    expect(knopf(seite, ZURUECKNEHMEN).first).to_be_focused()


def test_by_keyboard_a_proof_is_entered_and_released_by_both_sides_then_a_reader_sees_it(
    gremienwerkstatt: Dienst, fenster: Fenster
) -> None:
    _ohne_freigaben(gremienwerkstatt, ("R10", "2025"))
    (pflicht,) = (p for p in bestand(gremienwerkstatt, REGION).e.pflichten if p.rule == "R10")
    ohne_beleg, belegt = STATUSWORTE[Pflichtstatus.KEIN_BELEG], STATUSWORTE[Pflichtstatus.ERFUELLT]
    link = f"{gremienwerkstatt.adresse}/fristen?region={REGION}&jahr=2025"
    seite, leser = fenster().new_page(), fenster().new_page()

    def beim_leser() -> str:
        oeffne(leser, link)
        return " ".join(_zeile(leser, pflicht).all_inner_texts())

    oeffne(seite, link + mit_schluessel(gremienwerkstatt))
    expect(_zeile(seite, pflicht)).to_contain_text(ohne_beleg)
    waehle_mit_tasten(seite, auswahlfeld(seite, "Worum geht es?"), pflichtname(pflicht))
    druecke(seite, "Nachweis eintragen")
    # The form begins with the instance of the year that is looked at.
    expect(auswahlfeld(seite, INSTANZFRAGE)).to_be_focused()
    waehle_mit_tasten(seite, auswahlfeld(seite, "Wer sagt das?"), PARTNERSEITEN[Partnerseite.TRAEGER])
    seite.get_by_label("Tag (TT.MM.JJJJ)").focus()
    seite.keyboard.type("28.04.2025")
    druecke(seite, "Nachweis speichern")
    expect(_zeile(seite, pflicht)).to_contain_text(belegt)
    expect(_zeile(seite, pflicht)).to_contain_text("28.04.2025")
    expect(knopf(seite, "Nachweis eintragen")).to_be_focused()
    # Taken back, and that taken back too: the list follows.
    _nimm_zurueck(seite)
    expect(_zeile(seite, pflicht)).to_contain_text(ohne_beleg)
    _nimm_zurueck(seite)
    expect(_zeile(seite, pflicht)).to_contain_text("28.04.2025")
    # What a partner owes is not shown until both sides have released it; then every word of it is.
    for seitenwort in PARTNERSEITEN.values():
        gelesen = beim_leser()
        assert belegt not in gelesen
        assert "28.04.2025" not in gelesen
        druecke(seite, "Stände freigeben oder zurücknehmen")
        seite.get_by_role("radio", name=seitenwort, exact=True).focus()
        seite.keyboard.press("Space")
        expect(seite.get_by_text(f"{seitenwort} gibt für")).to_be_visible()
        waehle_mit_tasten(seite, auswahlfeld(seite, "Jahr").last, "2025")
        haken = seite.get_by_role("checkbox", name=re.compile(re.escape(f"{pflichtname(pflicht)}, 2025")))
        haken.focus()
        seite.keyboard.press("Space")
        expect(haken).to_be_checked()
        druecke(seite, "Freigaben speichern")
        expect(satz(seite, "gesichert:").first).to_be_visible()
    gelesen = beim_leser()
    assert belegt in gelesen
    assert "28.04.2025" in gelesen
    # One side takes its release back: nothing of it is left.
    _nimm_zurueck(seite)
    gelesen = beim_leser()
    assert belegt not in gelesen
    assert "28.04.2025" not in gelesen


def test_with_every_form_open_nothing_scrolls_sideways_at_320_px(gremienwerkstatt: Dienst, fenster: Fenster) -> None:
    schmal = fenster(viewport={"width": 320, "height": 640}).new_page()
    oeffne(schmal, gremienwerkstatt.adresse + WMK + mit_schluessel(gremienwerkstatt))
    for form in FORMEN:
        druecke(schmal, form)
    warte_auf_ruhe(schmal)
    pruefe_vorlesbar(schmal)
    assert scrollt_seitlich(schmal) == []
