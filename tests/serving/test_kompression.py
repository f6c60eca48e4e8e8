import asyncio
import gzip
from pathlib import Path

import brotli
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp

import serving.kompression
from serving.kompression import EIN_JAHR, Buendel, antworte, packe, streamlit_ordner, waehle_kodierung

SKRIPT = b"let eins = 1;" * 200


@pytest.fixture
def buendel(tmp_path: Path) -> Buendel:
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "index.abc.js").write_bytes(SKRIPT)
    (tmp_path / "static" / "bild.png").write_bytes(b"PNG")
    (tmp_path / "geheim.js").write_bytes(b"geheim")
    return Buendel(PlainTextResponse("durchgereicht"), tmp_path)


def client(app: ASGIApp, accept_encoding: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(
        transport=transport, base_url="http://dienst", headers={"accept-encoding": accept_encoding}
    )


@pytest.mark.parametrize(
    ("kopf", "kodierung"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.8", "gzip"),
        ("br; q=0", ""),
        ("GZIP", "gzip"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_best_encoding_the_client_takes_is_chosen(kopf: str, kodierung: str) -> None:
    assert waehle_kodierung(kopf) == kodierung


@given(st.binary(max_size=2000))
def test_packing_loses_nothing(koerper: bytes) -> None:
    assert brotli.decompress(packe(koerper, "br")) == koerper
    assert gzip.decompress(packe(koerper, "gzip")) == koerper
    assert packe(koerper, "") == koerper


@pytest.mark.anyio
@pytest.mark.parametrize("kodierung", ["br", "gzip"])
async def test_a_bundle_comes_packed_and_stays_for_a_year(buendel: Buendel, kodierung: str) -> None:
    async with client(buendel, kodierung) as c:
        antwort = await c.get("/static/js/index.abc.js")
    assert antwort.content == SKRIPT
    assert antwort.headers["content-encoding"] == kodierung
    assert int(antwort.headers["content-length"]) < len(SKRIPT) / 5
    assert antwort.headers["cache-control"] == EIN_JAHR
    assert antwort.headers["vary"] == "accept-encoding"
    assert antwort.headers["content-type"].startswith("text/javascript")


@pytest.mark.anyio
async def test_a_head_request_names_the_length_without_the_body(buendel: Buendel) -> None:
    async with client(buendel, "gzip") as c:
        antwort = await c.head("/static/js/index.abc.js")
        laenge = (await c.get("/static/js/index.abc.js")).headers["content-length"]
    assert (antwort.content, antwort.headers["content-length"]) == (b"", laenge)


@pytest.mark.anyio
async def test_everything_else_goes_through(buendel: Buendel) -> None:
    async with client(buendel, "br") as c:
        for pfad in ("/static/bild.png", "/static/js/fehlt.js", "/static/../geheim.js", "/geheim.js", "/karte"):
            assert (await c.get(pfad)).text == "durchgereicht"
        bereich = await c.get("/static/js/index.abc.js", headers={"range": "bytes=0-3"})
        hinein = await c.post("/static/js/index.abc.js")
    assert [bereich.text, hinein.text] == ["durchgereicht"] * 2
    async with client(buendel, "identity") as c:
        assert (await c.get("/static/js/index.abc.js")).text == "durchgereicht"


@pytest.mark.anyio
async def test_many_first_visits_at_once_pack_once(buendel: Buendel, monkeypatch: pytest.MonkeyPatch) -> None:
    gepackt: list[str] = []

    def zaehle(koerper: bytes, kodierung: str) -> bytes:
        gepackt.append(kodierung)
        return packe(koerper, kodierung)

    monkeypatch.setattr(serving.kompression, "packe", zaehle)
    async with client(buendel, "br") as c:
        antworten = await asyncio.gather(*(c.get("/static/js/index.abc.js") for _ in range(20)))
    assert gepackt == ["br"]
    assert {a.content for a in antworten} == {SKRIPT}


def test_streamlits_own_bundles_are_found() -> None:
    assert (streamlit_ordner() / "index.html").is_file()
    dateien = Buendel(PlainTextResponse(""))._dateien
    assert len([pfad for pfad in dateien if pfad.endswith(".js")]) > 100
    assert all(pfad.startswith("/static/") for pfad in dateien)


def test_a_known_body_is_not_sent_again() -> None:
    voll = antworte(Headers({"accept-encoding": "gzip"}), b"abc", "text/plain", "no-cache")
    assert gzip.decompress(bytes(voll.body)) == b"abc"
    bekannt = {"accept-encoding": "gzip", "if-none-match": f'"x", W/{voll.headers["etag"]}'}
    wieder = antworte(Headers(bekannt), b"abc", "text/plain", "no-cache")
    assert (wieder.status_code, wieder.body) == (304, b"")
    assert wieder.headers["etag"] == voll.headers["etag"]
    geaendert = antworte(Headers(bekannt), b"abd", "text/plain", "no-cache")
    assert geaendert.status_code == 200
    andere_kodierung = antworte(Headers({"if-none-match": voll.headers["etag"]}), b"abc", "text/plain", "no-cache")
    assert (andere_kodierung.status_code, andere_kodierung.body) == (200, b"abc")
