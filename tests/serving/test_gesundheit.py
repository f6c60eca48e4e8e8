import logging
from collections.abc import Callable

import httpx
import pytest
from starlette.applications import Starlette

from serving.gesundheit import gesundheitsroute


async def frage(stand: Callable[[], str]) -> httpx.Response:
    transport = httpx.ASGITransport(Starlette(routes=[gesundheitsroute(stand)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://dienst") as client:
        return await client.get("/health")


@pytest.mark.anyio
async def test_health_names_the_stand() -> None:
    antwort = await frage(lambda: "31.12.2024, Fassung 2")
    assert (antwort.status_code, antwort.json()) == (200, {"status": "ok", "stand": "31.12.2024, Fassung 2"})
    assert antwort.headers["cache-control"] == "no-store"


@pytest.mark.anyio
async def test_a_broken_database_is_told_without_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    def kaputt() -> str:
        raise OSError("/var/geheim.db nicht lesbar")

    with caplog.at_level(logging.ERROR):
        antwort = await frage(kaputt)
    assert (antwort.status_code, antwort.json()) == (503, {"status": "gestoert"})
    assert "geheim.db" in caplog.text
