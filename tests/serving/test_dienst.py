"""The small app in its own process, asked as a browser asks: HTTP and Streamlit's own WebSocket messages."""

import re

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from data_access.schreibrecht import KENNZEICHEN
from serving.kompression import streamlit_ordner
from serving.zugang import ABGEWIESEN


def texte_der_seite(dienst: str, query: str, kopfzeilen: dict[str, str]) -> list[str]:
    """Texts of the start page after one run of the script, as a session with these headers gets them."""
    start = BackMsg()
    start.rerun_script.query_string = query
    texte: list[str] = []
    with connect(
        dienst.replace("http", "ws") + "/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers=kopfzeilen,
        proxy=None,
    ) as verbindung:
        verbindung.send(start.SerializeToString())
        while True:
            nachricht = ForwardMsg()
            nachricht.ParseFromString(verbindung.recv(timeout=30, decode=False))
            if nachricht.WhichOneof("type") == "script_finished":
                return texte
            if nachricht.delta.new_element.WhichOneof("type") == "text":
                texte.append(nachricht.delta.new_element.text.body)


@pytest.mark.parametrize("kodierung", ["gzip, deflate, br", "gzip", "identity"])
@pytest.mark.parametrize("pfad", ["/", "/karte", "/zahlen?region=kreis-unna"])
def test_every_page_path_is_german(dienst: str, pfad: str, kodierung: str) -> None:
    antwort = httpx.get(dienst + pfad, headers={"accept-encoding": kodierung})
    assert antwort.status_code == 200
    assert '<html lang="de">' in antwort.text
    assert "<title>Sozialraumblick</title>" in antwort.text
    assert antwort.headers.get("content-encoding", "identity") == kodierung.split(", ")[-1]
    assert "'sha256-" in antwort.headers["content-security-policy"]
    assert antwort.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("kodierung", ["br", "gzip"])
def test_bundles_are_packed_and_complete(dienst: str, kodierung: str) -> None:
    html = httpx.get(dienst).text
    pfad = next(iter(re.findall(r'src="\./(static/js/index\.[^"]+)"', html)))
    antwort = httpx.get(f"{dienst}/{pfad}", headers={"accept-encoding": kodierung})
    assert antwort.content == (streamlit_ordner() / pfad).read_bytes()
    assert antwort.headers["content-encoding"] == kodierung
    assert int(antwort.headers["content-length"]) < 0.4 * len(antwort.content)
    assert "immutable" in antwort.headers["cache-control"]


def test_own_routes_answer_beside_the_pages(dienst: str) -> None:
    assert httpx.get(f"{dienst}/health").json() == {"status": "ok", "stand": "31.12.2024"}
    raeume = httpx.get(f"{dienst}/geo/kreis-unna/planungsraum.geojson?einteilung=lsp&v=1")
    assert [f["properties"]["gebiet"] for f in raeume.json()["features"]] == ["lsp-0", "lsp-1"]
    assert raeume.headers["content-encoding"] in {"br", "gzip"}
    assert httpx.get(f"{dienst}/geo/kreis-unna/planungsraum.geojson").status_code == 404
    assert httpx.get(f"{dienst}/app/static/schrift.txt").headers["cache-control"] == "public, max-age=86400"


def test_the_key_is_refused_when_forwarded(dienst: str) -> None:
    adresse = f"{dienst}/daten?zugang=abc"
    weitergeleitet = httpx.get(adresse, headers={"x-forwarded-for": "127.0.0.1"})
    assert (weitergeleitet.status_code, weitergeleitet.text) == (403, ABGEWIESEN)
    assert weitergeleitet.headers["x-content-type-options"] == "nosniff"
    assert httpx.get(adresse, headers={"host": "planung.example"}).status_code == 403
    assert httpx.get(adresse).status_code == 200


def test_a_session_on_the_machine_may_show_the_key(dienst: str) -> None:
    assert texte_der_seite(dienst, "zugang=abc", {}) == ["Rahmen", "lokal: True", "zugang: abc"]


@pytest.mark.parametrize(
    "kopfzeilen",
    [
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"X-Real-IP": "127.0.0.1", KENNZEICHEN: "lokal:geraten"},
    ],
)
def test_a_forwarded_session_is_not_believed(dienst: str, kopfzeilen: dict[str, str]) -> None:
    assert "lokal: False" in texte_der_seite(dienst, "zugang=abc", kopfzeilen)
