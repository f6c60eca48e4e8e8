import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from serving.kopfzeilen import Kopfzeilen, inhaltsregel, sicherheitskopfzeilen


def client(cache_control: str | None = None) -> httpx.AsyncClient:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        kopf = {"x-frame-options": "SAMEORIGIN"} | ({"cache-control": cache_control} if cache_control else {})
        await PlainTextResponse("ok", headers=kopf)(scope, receive, send)

    transport = httpx.ASGITransport(Kopfzeilen(app, sicherheitskopfzeilen(["'sha256-abc='"])))
    return httpx.AsyncClient(transport=transport, base_url="http://dienst")


def test_the_policy_allows_only_the_own_host() -> None:
    regeln = dict(teil.split(" ", 1) for teil in inhaltsregel(["'sha256-abc='"]).split("; "))
    assert regeln["default-src"] == "'self'"
    assert regeln["script-src"] == "'self' 'sha256-abc=' 'wasm-unsafe-eval'"
    assert regeln["connect-src"] == "'self'"
    assert regeln["object-src"] == regeln["frame-ancestors"] == "'none'"
    assert "://" not in inhaltsregel([])
    assert "*" not in inhaltsregel([])
    assert "'unsafe-eval'" not in inhaltsregel([])


@pytest.mark.anyio
async def test_every_response_carries_each_header_once() -> None:
    async with client() as c:
        kopf = (await c.get("/karte")).headers
    assert kopf["x-content-type-options"] == "nosniff"
    assert kopf["referrer-policy"] == "no-referrer"
    assert kopf.get_list("x-frame-options") == ["DENY"]
    assert "geolocation=()" in kopf["permissions-policy"]
    assert "cache-control" not in kopf


@pytest.mark.anyio
async def test_own_static_files_stay_a_day_unless_they_say_otherwise() -> None:
    async with client() as c:
        assert (await c.get("/app/static/plex.woff2")).headers["cache-control"] == "public, max-age=86400"
    async with client("no-store") as c:
        assert (await c.get("/app/static/plex.woff2")).headers["cache-control"] == "no-store"
