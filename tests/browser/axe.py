"""axe-core in a page: what it finds, in each form a page can be read in."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.browser.fenster import warte_auf_ruhe

Fund = tuple[str, int, str]
"""Rule, how often, first place."""

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

VON_STREAMLIT = {"presentation-role-conflict"}
"""The drop zone of Streamlit's file_uploader; nothing of ours can change it."""

TOAST_VON_STREAMLIT = (["aria-dialog-name"], '[data-testid="stToast"]')
"""A short message names itself after a title that Streamlit does not draw (docs/adr/0006); the page says it again."""

FORMEN: dict[str, tuple[int, dict[str, Any]]] = {
    "hell": (1280, {"color_scheme": "light", "forced_colors": "none"}),
    "dunkel": (1280, {"color_scheme": "dark", "forced_colors": "none"}),
    "erzwungene Farben": (1280, {"color_scheme": "light", "forced_colors": "active"}),
    "400 %": (320, {"color_scheme": "light", "forced_colors": "none"}),
    "400 %, dunkel": (320, {"color_scheme": "dark", "forced_colors": "none"}),
}
"""Width in px and media; 1280 px at 400 % are 320."""


def lade_axe(seite: Page) -> None:
    """Bring axe into the page."""
    seite.evaluate(f"{AXE}; void 0")


def funde(seite: Page, geduldet: tuple[list[str], str] | None = None) -> list[Fund]:
    """What axe finds; `geduldet`: rules that are let pass on elements within a selector, and nowhere else."""
    gefunden: list[dict[str, Any]] = seite.evaluate(
        """async ([regeln, ausnahmen]) => {
            const wahl = {runOnly: {type: 'tag', values: regeln}, resultTypes: ['violations'], elementRef: true}
            const {violations} = await axe.run(document, wahl)
            const drin = (knoten, ort) => knoten.element?.closest(ort)
            const erlaubt = (v, k) => ausnahmen.some(([geduldet, ort]) => geduldet.includes(v.id) && drin(k, ort))
            return violations
                .map(v => ({id: v.id, nodes: v.nodes.filter(k => !erlaubt(v, k)).map(k => ({html: k.html}))}))
                .filter(v => v.nodes.length)
        }""",
        [REGELN, [TOAST_VON_STREAMLIT, *([geduldet] if geduldet else [])]],
    )
    return [(v["id"], len(v["nodes"]), v["nodes"][0]["html"][:200]) for v in gefunden if v["id"] not in VON_STREAMLIT]


def funde_im_ganzen(seite: Page, breite: int) -> list[Fund]:
    """What axe finds on the whole page. The window grows first: axe skips what scrolls out of sight."""
    hoehe = seite.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    seite.set_viewport_size({"width": breite, "height": min(int(hoehe) + 100, 16_000)})
    warte_auf_ruhe(seite)
    return funde(seite)


def funde_je_form(seite: Page) -> dict[str, list[Fund]]:
    """What axe finds on the whole page in each form; forms without a finding are left out."""
    lade_axe(seite)
    gefunden = {}
    for form, (breite, medien) in FORMEN.items():
        seite.emulate_media(**medien)
        seite.set_viewport_size({"width": breite, "height": 900})
        warte_auf_ruhe(seite)
        gefunden[form] = funde_im_ganzen(seite, breite)
    return {form: liste for form, liste in gefunden.items() if liste}


def klappe_auf(seite: Page) -> None:
    """Open the first closed part that can be seen, and all those of a form: from the last, so that none is skipped."""
    zu = "details:not([open]) > summary"
    im_formular = seite.get_by_test_id("stForm").locator(zu).filter(visible=True).all()
    for teil in reversed(im_formular or seite.locator(zu).filter(visible=True).all()[:1]):
        teil.click()
