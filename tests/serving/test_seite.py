import base64
import hashlib
import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from serving.seite import OHNE_JAVASCRIPT, Seite, deutsche_seite, lies_seite, skriptpruefsummen

ENGLISCH = '<html lang="en">' + "<p>Streamlit</p>" * 200
DEUTSCH = '<!DOCTYPE html><html lang="de"><title>Sozialraumblick</title>' + "<p>Zahlen</p>" * 200


async def streamlit(request: Request) -> Response:
    """Answers as Streamlit does: the shell for every unknown path, packed by the middleware around it."""
    pfad = request.url.path
    if pfad == "/media/bericht.html":
        return HTMLResponse("hochgeladen")
    if pfad == "/karte/_stcore/health":
        return PlainTextResponse("nicht da", 404)
    if pfad == "/karte/":
        return RedirectResponse("/karte", 301)
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    antwort = HTMLResponse(ENGLISCH, headers={"etag": '"englisch"', "last-modified": "gestern"})
    antwort.set_cookie("_streamlit_xsrf", "2|abc")
    return antwort


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = Starlette(
        routes=[Route("/{pfad:path}", streamlit, methods=["GET", "POST"])],
        middleware=[Middleware(Seite, html=DEUTSCH), Middleware(GZipMiddleware)],
    )
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://dienst")


def test_the_shell_speaks_german() -> None:
    html = deutsche_seite(lies_seite())
    assert '<html lang="de">' in html
    assert "<title>Sozialraumblick</title>" in html
    assert OHNE_JAVASCRIPT in html
    assert 'id="root"' in html
    assert "You need to enable JavaScript" not in html
    assert "_stcore/agent" not in html
    assert 'as="font"' not in html


def test_a_changed_shell_is_noticed_at_start() -> None:
    with pytest.raises(RuntimeError, match=r"<html lang=\"en\" kommt 0-mal vor"):
        deutsche_seite(lies_seite().replace('lang="en"', 'lang="fr"'))


def test_every_script_in_the_shell_has_its_checksum() -> None:
    assert skriptpruefsummen("<script>\n  a = 1\n</script><script src='b.js'></script>") == [
        "'sha256-" + base64.b64encode(hashlib.sha256(b"\n  a = 1\n").digest()).decode() + "'"
    ]
    html = deutsche_seite(lies_seite())
    eingebettet = [s for s in re.findall(r"<script([^>]*)>", html) if "src=" not in s]
    assert len(skriptpruefsummen(html)) == len(eingebettet) == 3


@pytest.mark.anyio
@pytest.mark.parametrize("accept_encoding", ["gzip, deflate, br", "gzip", "identity"])
@pytest.mark.parametrize("pfad", ["/", "/karte", "/planungsraum?gebiet=r1"])
async def test_every_page_path_answers_with_the_german_shell(
    client: httpx.AsyncClient, pfad: str, accept_encoding: str
) -> None:
    antwort = await client.get(pfad, headers={"accept-encoding": accept_encoding})
    assert antwort.text == DEUTSCH
    assert antwort.headers["cache-control"] == "no-cache"
    assert "last-modified" not in antwort.headers
    assert antwort.cookies["_streamlit_xsrf"] == "2|abc"


@pytest.mark.anyio
async def test_the_shell_is_sent_again_only_if_it_changed(client: httpx.AsyncClient) -> None:
    etag = (await client.get("/karte")).headers["etag"]
    assert (await client.get("/karte", headers={"if-none-match": etag})).status_code == 304
    assert (await client.get("/karte", headers={"if-none-match": '"englisch"'})).text == DEUTSCH


@pytest.mark.anyio
async def test_a_head_request_has_no_body(client: httpx.AsyncClient) -> None:
    antwort = await client.head("/karte")
    assert (antwort.status_code, antwort.content) == (200, b"")


@pytest.mark.anyio
async def test_what_is_no_page_stays_as_it_is(client: httpx.AsyncClient) -> None:
    assert (await client.get("/media/bericht.html")).text == "hochgeladen"
    assert (await client.get("/karte/_stcore/health")).status_code == 404
    assert (await client.get("/karte/")).headers["location"] == "/karte"
    assert (await client.post("/karte")).text == ENGLISCH
