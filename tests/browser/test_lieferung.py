"""A file through the browser, from the link with the key to the map; and everything that must be refused."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from data_access import abfragen, schreiben
from tests.browser.conftest import Dienst, Starter, schreibdienst
from tests.browser.fenster import erwarte_parameter, knopf, oeffne, parameter, waehle, warte
from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall
from tests.installation import JETZT, benutze, recht
from tests.pages.seiten import personen, veroeffentlicht

pytestmark = pytest.mark.browser

TAG = date(2025, 12, 31)
LIEFERUNG = csv(
    KOPF_FALLZAHLEN,
    *(
        fall(str(anzahl), herkunft, ort, grundzahl="lb_p67_ambulant", stichtag=TAG.isoformat(), absender="LWV Hessen")
        for herkunft, ort, anzahl in (
            ("06636003", "06636003", 41),
            ("06636016", "06636016", 23),
            ("06636016", "06636003", 4),
            ("06636006", "06636003", 2),
        )
    ),
)


@pytest.fixture(scope="module")
def werkstatt(starter: Starter) -> Iterator[Dienst]:
    """A server of its own: other tests must not see what is published here."""
    with schreibdienst(starter) as laufend:
        yield laufend


@pytest.fixture(scope="module")
def link(werkstatt: Dienst) -> str:
    """The address with the key, as `cli.py zugang` prints it."""
    pfad = werkstatt.befiehl("zugang").strip()
    assert re.fullmatch(r"/daten\?zugang=[\w-]{40,}", pfad)
    return werkstatt.adresse + pfad + "&region=werra-meissner-kreis"


def lade_hoch(seite: Page, name: str, inhalt: bytes, art: str = "Fallzahlen") -> None:
    """Choose the kind and hand over the file."""
    seite.get_by_test_id("stRadioGroup").get_by_text(art, exact=True).click()
    expect(knopf(seite, f"Vorlage {art} (CSV)")).to_be_visible()
    datei: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": inhalt}
    seite.locator('input[type="file"]').set_input_files(datei)


def test_a_lieferung_goes_from_the_link_to_the_map(werkstatt: Dienst, link: str, seite: Page) -> None:
    oeffne(seite, link)
    expect(seite.get_by_role("heading", name="Datei importieren")).to_be_visible()
    assert "zugang" not in parameter(seite)
    expect(seite.get_by_text("Der Arbeitsprozess läuft nicht")).to_have_count(0)
    expect(seite.get_by_role("button", name="Datei wählen")).to_be_visible()
    expect(seite.get_by_text("per file")).to_be_hidden()

    lade_hoch(seite, "p67_2025.csv", LIEFERUNG)
    expect(seite.get_by_role("heading", name="Prüfung: p67_2025.csv")).to_be_visible(timeout=20_000)
    expect(seite.get_by_text("Die Datei ist in Ordnung.")).to_be_visible()
    expect(seite.get_by_text("Stichtage: 31.12.2025.")).to_be_visible()
    knopf(seite, "Datei übernehmen").click()
    expect(seite.get_by_role("heading", name="Import: p67_2025.csv")).to_be_visible(timeout=20_000)
    expect(seite.get_by_text("gesichert", exact=True)).to_be_visible()
    knopf(seite, "Jetzt freigeben").click()
    expect(seite.get_by_text("veröffentlicht", exact=True).first).to_be_visible(timeout=60_000)
    expect(seite.get_by_text(re.compile(": Fassung 2$"))).to_be_visible(timeout=60_000)

    seite.get_by_role("link", name="Auf der Karte ansehen").click()
    expect(seite).to_have_title("Karte")
    expect(seite.get_by_role("combobox", name="Jahr")).to_have_value("2025")
    expect(seite.get_by_role("combobox", name="Kennzahl")).to_have_value("Ambulante Hilfe nach §\u00a067, Personen")
    seite.get_by_role("combobox", name="Ebene").click()
    seite.get_by_role("option", name="Gemeinden").click()
    with benutze(werkstatt.ordner):
        werte = veroeffentlicht("lb_p67_ambulant", "gemeinde", "werra-meissner-kreis", 2025)
    eschwege = personen(werte["Eschwege"])
    assert abs(int(werte["Eschwege"]["wert"]) - 41) <= 9
    expect(seite.get_by_role("radio", name=f"Eschwege · {eschwege}", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("name", "inhalt", "satz"),
    [
        (
            "liste.csv",
            b"Vorname;Nachname;Geburtsdatum;Wohnort\nErika;Muster;01.02.1970;Eschwege\n",
            "Die Spalte „Vorname“ sieht nach Angaben zu einzelnen Personen aus.",
        ),
        ("bericht.csv", b"%PDF-1.7\n1 0 obj\n", "Das ist ein PDF, keine Tabelle."),
    ],
    ids=["Namen", "PDF"],
)
def test_what_is_no_table_of_counts_is_refused_in_german(
    werkstatt: Dienst, link: str, seite: Page, name: str, inhalt: bytes, satz: str
) -> None:
    oeffne(seite, link)
    lade_hoch(seite, name, inhalt)
    expect(seite.get_by_text(satz)).to_be_visible(timeout=20_000)
    expect(seite.get_by_text("Es wurde nichts gespeichert.")).to_be_visible()
    expect(knopf(seite, "Datei übernehmen")).to_have_count(0)
    assert "Muster" not in seite.locator("main").inner_text()
    assert not list((werkstatt.ordner / "eingang").glob("*"))


def test_a_file_of_another_type_is_not_even_taken(link: str, seite: Page) -> None:
    """Whatever the browser lets through, the answer is German."""
    oeffne(seite, link)
    lade_hoch(seite, "bericht.pdf", b"%PDF-1.7\n1 0 obj\n")
    expect(seite.get_by_text("Das ist ein PDF, keine Tabelle.")).to_be_visible(timeout=20_000)


def test_a_file_of_26_mb_is_refused_in_german(werkstatt: Dienst, link: str, seite: Page, tmp_path: Path) -> None:
    gross = tmp_path / "gross.csv"
    gross.write_bytes(b"x" * (26 * 1024 * 1024))
    oeffne(seite, link)
    seite.locator('input[type="file"]').set_input_files(gross)
    expect(seite.get_by_text("Die Datei „gross.csv“ ist 26 MB groß. Erlaubt sind 25 MB.")).to_be_visible(timeout=30_000)
    assert not list((werkstatt.ordner / "eingang").glob("*"))


@pytest.mark.parametrize("frage", ["", "?zugang=geraten"])
def test_without_the_right_key_nobody_writes(werkstatt: Dienst, seite: Page, frage: str) -> None:
    oeffne(seite, f"{werkstatt.adresse}/daten{frage}")
    if frage:
        expect(seite.get_by_text("Dieser Schlüssel passt nicht.")).to_be_visible()
        expect(seite).not_to_have_url(re.compile("zugang"))
    expect(seite.get_by_text("Sie sehen, was vorliegt.")).to_be_visible()
    expect(seite.locator('input[type="file"]')).to_have_count(0)
    expect(seite.get_by_role("button", name=re.compile("zurückziehen"))).to_have_count(0)


def test_the_right_belongs_to_the_session_not_to_the_browser(werkstatt: Dienst, link: str, seite: Page) -> None:
    oeffne(seite, link)
    expect(seite.get_by_role("heading", name="Datei importieren")).to_be_visible()
    neu = oeffne(seite.context.new_page(), f"{werkstatt.adresse}/daten")
    expect(neu.get_by_role("heading", name="Datei importieren")).to_have_count(0)


def test_a_withdrawn_freigabe_is_gone_at_the_next_click(werkstatt: Dienst, seite: Page) -> None:
    oeffne(seite, f"{werkstatt.adresse}/zahlen?region=kreis-unna&kennzahl=lb_wfbm&jahr=2024")
    zahl = re.search(r": ([\d.]+) Menschen", seite.locator("h1").inner_text())
    assert zahl is not None
    with benutze(werkstatt.ordner):
        (freigabe,) = [f for f in abfragen.alle_freigaben("kreis-unna") if f.grundzahl == "lb_wfbm"]
        schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, JETZT)
    waehle(seite, "Gezählt nach", "Leistungsort")
    expect(
        seite.get_by_text("Die Freigabe wurde zurückgezogen: „Leistungsberechtigte im Arbeitsbereich")
    ).to_be_visible()
    expect(seite.locator("h1")).to_have_text(
        "Kreis Unna: keine Zahlen zu „Arbeitsbereich der Werkstatt“ an diesem Stichtag"
    )
    waehle(seite, "Gezählt nach", "Herkunft")
    erwarte_parameter(seite, raumprinzip="herkunft")
    warte(seite)
    assert zahl[1] not in seite.locator("main").inner_text()
    assert parameter(seite)["kennzahl"] == "lb_wfbm"
