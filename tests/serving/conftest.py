"""A small app of the same build as the real one (recipe: script and ASGI entry in one), served in its own process."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest

WURZEL = Path(__file__).resolve().parents[2]

UVICORN = ("uvicorn", "app:app", "--port", "0", "--no-proxy-headers", "--no-server-header", "--no-access-log")
STREAMLIT_RUN = ("streamlit", "run", "app.py", "--server.port", "0", "--server.address", "127.0.0.1")

APP = """
import streamlit as st

from pages.lage import karte, zahlen


def navigation():
    return st.navigation(
        {
            "Lage": [
                st.Page(zahlen.page, title="Zahlen", url_path="zahlen", default=True),
                st.Page(karte.page, title="Karte", url_path="karte"),
            ]
        }
    )


if __name__ == "__main__":
    from data_access.schreibrecht import nachweis

    st.session_state["lokal"] = nachweis(st.context.headers)
    st.text("Rahmen")
    navigation().run()
else:
    from data_access.grenzen import gemeindezuordnung, mitgelieferter
    from server import AUFGABEN, optionen

    stand = []
    AUFGABEN.append(lambda: stand.append("31.12.2024"))

    def zuordnung(region, ebene, einteilung):
        if region != "kreis-unna":
            return None
        gemeinden = gemeindezuordnung(["05978"])
        if ebene == "gemeinde":
            return gemeinden
        return [(ags, f"{einteilung}-{int(ags) // 4 % 2}", "Raum") for ags, _, _ in gemeinden] if einteilung else None

    navigation()
    app = st.App(__file__, **optionen(stand=lambda: stand[0], zuordnung=zuordnung, grenzen=mitgelieferter))
"""

ZAHLEN = """
import streamlit as st


def page():
    st.title("Zahlen")
    st.text(f"lokal: {st.session_state['lokal']}")
    st.text(f"zugang: {st.query_params.get('zugang', '')}")
"""

KARTE = """
import pydeck as pdk
import streamlit as st


def page():
    st.title("Karte")
    flaechen = pdk.Layer(
        "GeoJsonLayer", "/geo/kreis-unna/gemeinde.geojson?v=1", id="gem", pickable=True,
        get_fill_color="[40 + properties.i * 20, 90, 160]",
    )
    linien = pdk.Layer(
        "GeoJsonLayer", "/geo/kreis-unna/gemeinde/schraffur.geojson?v=1", id="linien",
        get_line_color=[0, 0, 0], line_width_min_pixels=1,
    )
    ansicht = pdk.ViewState(latitude=51.545, longitude=7.713, zoom=9)
    ereignis = st.pydeck_chart(
        pdk.Deck([flaechen, linien], initial_view_state=ansicht, map_provider=None),
        on_select="rerun", selection_mode="single-object", key="deck", height=400,
    )
    gewaehlt = ereignis.selection["objects"].get("gem", [])
    st.text("gewählt: " + ", ".join(o["properties"]["name"] for o in gewaehlt))
    datei = st.file_uploader("Datei")
    st.text(f"hochgeladen: {len(datei.getvalue()) if datei else 0} Byte")
"""

EINSTELLUNGEN = """
[runner]
postScriptGC = false
[server]
fileWatcherType = "none"
enableStaticServing = true
headless = true
[browser]
gatherUsageStats = false
[client]
toolbarMode = "minimal"
"""


@pytest.fixture
def anyio_backend() -> str:
    """The event loop the server runs on."""
    return "asyncio"


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the small app."""
    ordner = tmp_path_factory.mktemp("probe")
    for pfad, inhalt in {
        "app.py": APP,
        "pages/__init__.py": "",
        "pages/lage/__init__.py": "",
        "pages/lage/zahlen.py": ZAHLEN,
        "pages/lage/karte.py": KARTE,
        "static/schrift.txt": "Schrift",
        ".streamlit/config.toml": EINSTELLUNGEN,
    }.items():
        (ordner / pfad).parent.mkdir(parents=True, exist_ok=True)
        (ordner / pfad).write_text(inhalt, "utf-8")
    return ordner


Starter = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def starte(probe: Path) -> Starter:
    """Start the small app (by default with uvicorn): gives its address once it listens, ends it afterwards."""

    @contextmanager
    def starter(*befehl: str, log: list[str] | None = None) -> Iterator[str]:
        umgebung = {
            **os.environ,
            "PYTHONPATH": str(WURZEL),
            "PYTHONUNBUFFERED": "1",
            "SRB_DATA_DIR": str(probe / "var"),
        }
        prozess = subprocess.Popen(
            [sys.executable, "-m", *(befehl or UVICORN)],
            cwd=probe,
            env=umgebung,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert prozess.stdout is not None
        zeilen = []
        try:
            for zeile in prozess.stdout:
                zeilen.append(zeile)
                if treffer := re.search(r"Uvicorn running on \S+:(\d+)|URL: \S+:(\d+)", zeile):
                    adresse = f"http://127.0.0.1:{treffer[1] or treffer[2]}"
                    # `streamlit run` names its address before it listens.
                    with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=30) as client:
                        client.get(f"{adresse}/health").raise_for_status()
                    yield adresse
                    break
            else:
                pytest.fail("Der Dienst ist nicht gestartet:\n" + "".join(zeilen))
        finally:
            prozess.terminate()
            rest = prozess.stdout.read()
            prozess.stdout.close()
            prozess.wait(30)
            if log is not None:
                log.extend([*zeilen, *rest.splitlines(keepends=True)])

    return starter


@pytest.fixture(scope="session", params=[UVICORN, STREAMLIT_RUN], ids=["uvicorn", "streamlit-run"])
def dienst(request: pytest.FixtureRequest, starte: Starter) -> Iterator[str]:
    """Address of the small app, under both ways to serve it."""
    with starte(*request.param) as adresse:
        yield adresse
