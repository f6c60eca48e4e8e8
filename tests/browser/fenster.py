"""A browser window on the product: how to wait for it, and what it must never do."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Playwright, expect

SCHALTER = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",  # deck.gl draws with WebGL, here in software
    "--enable-unsafe-swiftshader",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

OHNE_CHROMIUM = (
    "Für die Browsertests fehlt Chromium: bitte „make browser“ aufrufen, oder ohne sie prüfen: pytest -m 'not browser'."
)

# On a deep link Streamlit's front end first asks below the page's own path where its server is; that is no error.
SUCHE_NACH_DEM_SERVER = re.compile(
    r"/(ueberblick|zahlen|karte|planungsraum|planungsraeume|berichte|gremien|fristen|beteiligung|daten|methodik)"
    r"/_stcore/(health|host-config)$"
)


def chromium(playwright: Playwright) -> str | None:
    """Path of a Chromium: an installed one, else Playwright's own, else None."""
    eigener = playwright.chromium.executable_path
    namen = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, namen)), eigener if Path(eigener).is_file() else None)


@dataclass
class Mitschrift:
    """What a window did that it must not do."""

    fremd: list[str] = field(default_factory=list)
    fehler: list[str] = field(default_factory=list)

    def haenge_an(self, kontext: BrowserContext) -> None:
        kontext.on("request", lambda anfrage: self._pruefe(anfrage.url))
        kontext.on("page", lambda seite: seite.on("websocket", lambda ws: self._pruefe(ws.url)))
        kontext.on("console", self._merke)
        kontext.on("weberror", lambda fehler: self.fehler.append(f"pageerror {fehler.error}"))

    def _pruefe(self, url: str) -> None:
        teile = urlsplit(url)
        if teile.scheme in {"http", "https", "ws", "wss"} and teile.hostname != "127.0.0.1":
            self.fremd.append(url)

    def _merke(self, meldung: ConsoleMessage) -> None:
        gesucht = SUCHE_NACH_DEM_SERVER.search(str(meldung.location.get("url", "")))
        if (meldung.type == "error" or "Content Security Policy" in meldung.text) and not gesucht:
            self.fehler.append(f"{meldung.text} ({meldung.location.get('url')})")

    def beginne(self) -> None:
        self.fremd.clear()
        self.fehler.clear()

    def pruefe(self) -> None:
        assert self.fremd == []
        assert self.fehler == []


def warte(seite: Page) -> None:
    """Until the script has run and nothing is stale or still to be drawn."""
    seite.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    for unfertig in ('[data-stale="true"]', '[data-testid="stSkeleton"]', '[data-testid="stAppSkeleton"]'):
        expect(seite.locator(unfertig)).to_have_count(0, timeout=20_000)


RUHE = """() => new Promise(fertig => {
    const ende = performance.now() + 10_000
    let [vorher, oft] = ['', 0]
    const blick = () => {
        const mitte = document.querySelector('[data-testid=stMain]')
        const bilder = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].map(platz => {
            const bild = platz.querySelector('svg, canvas')
            return bild ? bild.getBoundingClientRect().width - platz.clientWidth : Infinity
        })
        const da = document.fonts.status === 'loaded' && bilder.every(zu_breit => zu_breit <= 1)
        const jetzt = da ? JSON.stringify([innerWidth, mitte.scrollWidth, mitte.scrollHeight, bilder]) : ''
        oft = jetzt && jetzt === vorher ? oft + 1 : 0
        vorher = jetzt
        oft >= 20 || performance.now() > ende ? fertig() : requestAnimationFrame(blick)
    }
    blick()
})"""


def warte_auf_ruhe(seite: Page) -> None:
    """Until fonts are there, each chart is drawn for its place, and nothing has moved for 20 frames.

    Vega draws anew some time after the window has changed. After 10 s the test measures what there is.
    """
    warte(seite)
    seite.evaluate(RUHE)


def oeffne(seite: Page, adresse: str) -> Page:
    """Go to a page and wait until its headline is there."""
    seite.goto(adresse)
    expect(seite.locator("h1")).to_be_visible(timeout=30_000)
    warte(seite)
    return seite


def oeffne_karte(seite: Page, adresse: str) -> Page:
    """Go to a page with the map, in a window that shows the whole of it, and wait for its geometry."""
    seite.set_viewport_size({"width": 1440, "height": 1400})
    with seite.expect_response(re.compile("/geo/.*/schraffur.geojson"), timeout=30_000):
        oeffne(seite, adresse)
    return seite


def parameter(seite: Page) -> dict[str, str]:
    """Query parameters of the address bar."""
    return {name: ",".join(werte) for name, werte in parse_qs(urlsplit(seite.url).query).items()}


def erwarte_parameter(seite: Page, **erwartet: str) -> None:
    """Wait until the address bar carries these parameters."""
    for name, wert in erwartet.items():
        expect(seite).to_have_url(re.compile(rf"[?&]{name}={re.escape(wert)}(&|$)"), timeout=15_000)


def auswahlfeld(seite: Page, name: str) -> Locator:
    return seite.get_by_role("combobox", name=name, exact=True)


def waehle(seite: Page, name: str, option: str) -> None:
    """Choose an option of a select box by mouse.

    Before it opens, the page is at rest; the typed name leaves few options. A list that scrolls or is drawn
    anew between pressing and releasing the button swallows the click.
    """
    warte(seite)
    feld = auswahlfeld(seite, name)
    feld.click()
    feld.fill(option)
    seite.get_by_role("option", name=option, exact=True).click()
    expect(feld).to_have_attribute("aria-expanded", "false")


def knopf(seite: Page, name: str) -> Locator:
    return seite.get_by_role("button", name=name, exact=True)


def oeffne_abschnitt(seite: Page, name: str) -> None:
    """Choose a section of the page Daten by its tab."""
    seite.get_by_role("tab", name=name, exact=True).click()
    warte(seite)


def oeffne_teil(seite: Page, name: str) -> None:
    """Open a part of a page that stands behind its name."""
    seite.locator("summary").filter(has_text=name).press("Enter")
    expect(seite.locator("details[open] > summary").filter(has_text=name)).to_be_visible()
