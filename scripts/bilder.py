"""Pictures of every page for docs/bilder: light, dark and phone. Starts a server of its own on a fresh demonstration.

.venv/bin/python scripts/bilder.py [--ziel docs/bilder] [--nur karte] [--url http://127.0.0.1:8501]
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

PROJEKT = Path(__file__).resolve().parents[1]
SEITEN = {
    "ueberblick": "/?region=kreis-unna",
    "ueberblick_wmk": "/?region=werra-meissner-kreis",
    "zahlen": "/zahlen?region=kreis-unna&kennzahl=besondere_wohnform&ebene=gemeinde",
    "karte": "/karte?region=werra-meissner-kreis&kennzahl=besondere_wohnform&ebene=gemeinde&gebiet=06636003",
    "planungsraeume": "/planungsraeume?region=werra-meissner-kreis",
    "planungsraum": "/planungsraum?region=kreis-unna&gebiet=unna-nord",
    "planungsraum_gemeinde": "/planungsraum?region=werra-meissner-kreis&gebiet=06636003",
    **{
        f"gremien_{ansicht}": f"/gremien?region=kreis-unna&gremium=lsp-unna&sitzung=2026-09-28&ansicht={ansicht}"
        for ansicht in ("uebersicht", "sitzungen", "mappe", "zusammenarbeit", "register")
    },
    "gremien_ruecklauf": "/gremien?region=kreis-unna&gremium=lsp-unna&sitzung=2025-09-29&ansicht=ruecklauf",
    "fristen": "/fristen?region=werra-meissner-kreis&jahr=2026",
    "beteiligung": "/beteiligung?region=kreis-unna&gremium=lsp-unna&jahr=2026",
    "beteiligung_wmk": "/beteiligung?region=werra-meissner-kreis&gremium=kok-wmk&jahr=2025",
    "daten": "/daten?region=kreis-unna",
    "methodik": "/methodik?region=kreis-unna",
}
NUR_HELL = frozenset(
    {"gremien_sitzungen", "gremien_mappe", "gremien_zusammenarbeit", "gremien_register", "beteiligung_wmk"}
)
"""Long views whose other forms show nothing that the other views of their page do not."""
FORMEN: dict[str, dict[str, Any]] = {
    "hell": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "dunkel": {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    "handy": {
        "color_scheme": "light",
        "viewport": {"width": 390, "height": 844},
        "user_agent": "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36",
    },
}
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def server() -> Iterator[str]:
    """The product on a free port with a fresh demonstration."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with tempfile.TemporaryDirectory() as ordner:
        umgebung = {**os.environ, "SRB_DATA_DIR": ordner}
        subprocess.run([sys.executable, "cli.py", "demo"], cwd=PROJEKT, env=umgebung, check=True, capture_output=True)
        prozess = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), "--no-proxy-headers", "--no-access-log"],
            cwd=PROJEKT,
            env=umgebung,
            stderr=subprocess.DEVNULL,
        )
        try:
            for _ in range(300):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2):  # noqa: S310
                        break
                except OSError:
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            prozess.terminate()
            prozess.wait()


def warte(seite: Page) -> None:
    """Until the script has run and nothing is stale or drawn any more."""
    seite.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    for unfertig in ('[data-stale="true"]', '[data-testid="stSkeleton"]'):
        expect(seite.locator(unfertig)).to_have_count(0, timeout=30_000)
    seite.wait_for_timeout(1500)


def nimm_auf(browser: Browser, adresse: str, form: dict[str, Any], ziel: Path) -> None:
    """One picture of the whole page: the window grows to the height of its content."""
    kontext = browser.new_context(locale="de-DE", **form)
    seite = kontext.new_page()
    seite.goto(adresse)
    warte(seite)
    hoehe = seite.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    breite = seite.viewport_size["width"] if seite.viewport_size else 1440
    seite.set_viewport_size({"width": breite, "height": min(max(int(hoehe), 844), 6000)})
    seite.wait_for_timeout(800)
    ziel.parent.mkdir(parents=True, exist_ok=True)
    seite.screenshot(path=ziel)
    kontext.close()


def main() -> None:
    """Take the pictures asked for."""
    eingabe = argparse.ArgumentParser()
    eingabe.add_argument("--ziel", type=Path, default=PROJEKT / "docs" / "bilder")
    eingabe.add_argument("--nur", nargs="*")
    eingabe.add_argument("--url")
    wahl = eingabe.parse_args()

    def alle(basis: str) -> None:
        with sync_playwright() as p:
            # An installed one; without it Playwright takes its own.
            installiert = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
            browser = p.chromium.launch(executable_path=installiert, args=list(CHROMIUM))
            for name, pfad in SEITEN.items():
                if wahl.nur and name not in wahl.nur:
                    continue
                for form, einstellung in FORMEN.items():
                    if form != "hell" and name in NUR_HELL:
                        continue
                    nimm_auf(browser, basis + pfad, einstellung, wahl.ziel / f"{name}_{form}.png")
                    print(name, form)
            browser.close()

    if wahl.url:
        alle(wahl.url)
    else:
        with server() as basis:
            alle(basis)


if __name__ == "__main__":
    main()
