"""The theme of Streamlit, its fonts and the few rules of CSS."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from presentation.farben import DUNKEL, HELL, Palette

WURZEL = Path(__file__).resolve().parents[2]
CSS = (WURZEL / "presentation" / "ui" / "stil.css").read_text(encoding="utf-8")
STATUS = {"green": "gruen", "blue": "blau", "red": "rot", "violet": "violett", "orange": "orange"}


@pytest.fixture(scope="module")
def einstellungen() -> dict[str, Any]:
    return tomllib.loads((WURZEL / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("abschnitt", "farben"), [("light", HELL), ("dark", DUNKEL)])
def test_the_theme_wears_the_colours_of_the_palette(
    einstellungen: dict[str, Any], abschnitt: str, farben: Palette
) -> None:
    erwartet = {
        "primaryColor": farben.haupt,
        "backgroundColor": farben.grund,
        "secondaryBackgroundColor": farben.feld,
        "textColor": farben.text,
        "linkColor": farben.link,
        "borderColor": farben.rahmen,
        "grayColor": farben.linie,
        "grayTextColor": farben.leise,
        "grayBackgroundColor": farben.status["grau"].grund,
    }
    for englisch, deutsch in STATUS.items():
        erwartet[f"{englisch}Color"] = farben.status[deutsch].text
        erwartet[f"{englisch}TextColor"] = farben.status[deutsch].text
        erwartet[f"{englisch}BackgroundColor"] = farben.status[deutsch].grund
    assert einstellungen["theme"][abschnitt] == erwartet


def test_nothing_is_fetched_sent_or_explained_in_english(einstellungen: dict[str, Any]) -> None:
    assert einstellungen["browser"]["gatherUsageStats"] is False
    assert einstellungen["client"] == {
        "toolbarMode": "minimal",
        "showErrorDetails": "none",
        "showErrorLinks": False,
    }
    assert einstellungen["server"]["enableStaticServing"] is True
    assert einstellungen["runner"]["postScriptGC"] is False


def test_fonts_are_our_own_files_with_their_licence(einstellungen: dict[str, Any]) -> None:
    for schrift in einstellungen["theme"]["fontFaces"]:
        assert (WURZEL / schrift["url"].removeprefix("app/")).is_file()
    ordner = WURZEL / "static" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (ordner / "OFL.txt").read_text(encoding="utf-8")
    assert sum(datei.stat().st_size for datei in ordner.iterdir()) < 1_000_000


@pytest.mark.parametrize("name", ["hell", "dunkel"])
def test_the_logo_has_outlined_letters_only(name: str) -> None:
    logo = (WURZEL / "static" / f"logo_{name}.svg").read_text(encoding="utf-8")
    farben = HELL if name == "hell" else DUNKEL
    assert "<text" not in logo
    assert farben.text in logo
    assert logo.count("<polygon") == 4


REGELN = [
    ("hr", "margin: .5rem 0"),
    ("h2", "padding: .15rem 0 .7rem"),
    ('[class*="st-key-gross"] [data-testid="stMarkdownContainer"] :is(p, li)', "font-size: 1.3rem"),
    ('[class*="st-key-gross"] h2', "font-size: 1.5rem"),
    ("@media (max-width: 640px) { h1", "font-size: 1.6rem"),
    ('[data-testid="stElementToolbar"]', "display: none"),
    ('a[aria-current="page"]', "outline: 2px solid Highlight"),
    ('[data-testid="stBaseButton-primaryFormSubmit"]', f"color: light-dark({HELL.grund}, {DUNKEL.grund})"),
    ('[data-testid="stDeckGlJsonChart"] *', "touch-action: pan-y"),
    ("(hover: hover) and (pointer: fine) { .st-key-kartenfeld", "zoom: .6"),
    ('[class*="st-key-zahlentafel"] :is(td, th):not(:first-child)', "text-align: right"),
    ('[data-testid="stMetricDelta"] *', "white-space: normal"),
    ('[data-testid="stPageLink-NavLink"] p', f"color: light-dark({HELL.haupt}, #8CC8F7)"),
    ('[data-testid="stPopoverButton"]', "color: inherit !important"),
    ('[data-testid="stPopoverBody"] [data-testid="stPageLink-NavLink"] p', "color: inherit"),
    ('@media (max-width: 400px) { [data-testid="stHeaderLogo"]', "width: 58vw"),
    ('[data-testid="stSidebar"][data-collapsed="true"]', "visibility: hidden"),
    ('[class*="tafel_"] table:has(td:nth-child(3)) tbody', "display: block"),
    (".st-key-fristen_schmal", "display: none"),
    ('[class*="st-key-texttafel_"] tr:has(td:nth-child(3)) td', "display: block; text-align: left"),
    ('[role="tab"]', "padding-inline: .45rem"),
    ('[data-testid="stMainBlockContainer"]', "padding-top: 4.5rem"),
    ('[data-testid="stFileUploaderDropzone"] button p::after', 'content: "Datei wählen"'),
]


@pytest.mark.parametrize(("auswahl", "wirkung"), REGELN)
def test_each_css_rule_is_there(auswahl: str, wirkung: str) -> None:
    assert re.search(re.escape(auswahl) + r"\s*\{\s*" + re.escape(wirkung), CSS)


def test_each_css_rule_says_why_and_there_are_no_others() -> None:
    kommentare = re.findall(r"/\*.*?\*/", CSS, re.DOTALL)
    ohne = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    regeln = [block for block in ohne.split("\n\n") if block.strip()]
    assert len(regeln) == len(REGELN)
    assert len(kommentare) == len(REGELN) + 1  # one more at the top of the file


def test_white_on_the_dark_primary_would_fail_so_buttons_and_chosen_options_have_dark_text() -> None:
    assert "light-dark(#FFFFFF, #10171E)" in CSS
    assert '[data-testid="stMultiSelect"] :is([data-tag], [data-tag] *),' in CSS
