import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from data_access.schreibrecht import KENNZEICHEN, nachweis
from serving.zugang import ABGEWIESEN, Zugang, ist_lokal

LOKALE_KOPFZEILEN = {"host": "127.0.0.1:8501"}


def scope(art: str = "websocket", peer: str | None = "127.0.0.1", query: str = "", **kopfzeilen: str) -> Scope:
    kopf = {**LOKALE_KOPFZEILEN, **{name.replace("_", "-"): wert for name, wert in kopfzeilen.items()}}
    return {
        "type": art,
        "path": "/_stcore/stream" if art == "websocket" else "/daten",
        "method": "GET",
        "client": None if peer is None else (peer, 50000),
        "headers": [(n.encode(), w.encode()) for n, w in kopf.items()],
        "query_string": query.encode(),
    }


async def gesehene_kopfzeilen(eingang: Scope) -> dict[str, str]:
    """What the session behind the middleware sees of the headers."""
    gesehen: list[tuple[bytes, bytes]] = []

    async def sitzung(scope: Scope, receive: Receive, send: Send) -> None:
        gesehen.extend(scope["headers"])

    await Zugang(sitzung)(eingang, leer, nirgends)
    assert len({n for n, _ in gesehen}) == len(gesehen)
    return {n.decode(): w.decode() for n, w in gesehen}


async def leer() -> Message:
    return {"type": "http.request"}


async def nirgends(nachricht: Message) -> None:
    raise AssertionError(nachricht)


async def antwort_auf(eingang: Scope) -> tuple[int, str]:
    nachrichten: list[Message] = []

    async def sammle(nachricht: Message) -> None:
        nachrichten.append(nachricht)

    await Zugang(PlainTextResponse("Seite"))(eingang, leer, sammle)
    return nachrichten[0]["status"], nachrichten[1]["body"].decode()


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.0.0.53", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501", "LOCALHOST"])
def test_a_browser_on_the_machine_is_local(peer: str, host: str) -> None:
    assert ist_lokal(scope(peer=peer, host=host, origin=f"http://{host}"))


@pytest.mark.parametrize("peer", [None, "192.168.1.20", "10.0.0.1", "::ffff:10.0.0.1", "fe80::1", "testclient"])
def test_any_other_peer_is_not_local(peer: str | None) -> None:
    assert not ist_lokal(scope(peer=peer))


@pytest.mark.parametrize(
    "kopfzeile",
    ["x_forwarded_for", "x_forwarded_proto", "x_forwarded_host", "forwarded", "x_real_ip", "via", "cf_connecting_ip"],
)
def test_a_forwarded_connection_is_not_local_even_from_loopback(kopfzeile: str) -> None:
    assert not ist_lokal(scope(**{kopfzeile: "127.0.0.1"}))


@pytest.mark.parametrize("host", ["planung.example", "192.168.1.20:8501", "localhost.example", "[", ""])
def test_a_foreign_host_or_origin_is_not_local(host: str) -> None:
    assert not ist_lokal(scope(host=host))
    assert not ist_lokal(scope(origin=f"https://{host}"))
    assert not ist_lokal(scope(origin="null"))


@pytest.mark.anyio
async def test_the_session_of_a_local_websocket_carries_the_proof() -> None:
    assert nachweis(await gesehene_kopfzeilen(scope()))


@pytest.mark.anyio
async def test_the_proof_of_one_session_is_not_taken_from_a_client() -> None:
    echt = (await gesehene_kopfzeilen(scope()))[KENNZEICHEN]
    fern = scope(peer="10.0.0.1", x_srb_peer=echt)
    assert KENNZEICHEN not in await gesehene_kopfzeilen(fern)
    assert not nachweis(await gesehene_kopfzeilen(fern))
    assert nachweis(await gesehene_kopfzeilen(scope(x_srb_peer="geraten")))


@pytest.mark.parametrize("kopfzeilen", [{}, {KENNZEICHEN: ""}, {KENNZEICHEN: "lokal:"}, {KENNZEICHEN: "lokal:ä"}])
def test_without_the_mark_there_is_no_proof(kopfzeilen: dict[str, str]) -> None:
    assert not nachweis(kopfzeilen)


@pytest.mark.anyio
async def test_plain_requests_never_carry_the_proof() -> None:
    assert not nachweis(await gesehene_kopfzeilen(scope("http")))


@pytest.mark.anyio
@pytest.mark.parametrize("query", ["zugang=abc", "region=kreis-unna&zugang=abc", "zugang", "%7augang=abc", "Zugang=x"])
async def test_the_key_in_an_address_is_refused_from_outside(query: str) -> None:
    assert await antwort_auf(scope("http", peer="10.0.0.1", query=query)) == (403, ABGEWIESEN)
    assert await antwort_auf(scope("http", query=query, x_forwarded_for="10.0.0.1")) == (403, ABGEWIESEN)


@pytest.mark.anyio
async def test_the_key_passes_on_the_machine_and_pages_without_it_pass_from_everywhere() -> None:
    assert await antwort_auf(scope("http", query="zugang=abc")) == (200, "Seite")
    assert await antwort_auf(scope("http", peer="10.0.0.1", query="region=zugang")) == (200, "Seite")
