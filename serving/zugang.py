"""Who may write, before there are accounts: only a browser on the machine itself that holds the key.

The key (`/daten?zugang=…`) must not work from outside, not even when it leaks. A page's query travels inside the
WebSocket, where no proxy or firewall rule sees it, so the server marks each WebSocket it knows to be local: it removes
whatever the client sent under `KENNZEICHEN` and sets it to a secret of this process. The page reads the headers of its
own session (`st.context.headers`) and asks `data_access.schreibrecht.nachweis`; without the mark no key is looked at.

Local means: the peer is loopback, no header speaks of forwarding, and Host and Origin (if sent) are loopback names. A
proxy on the same machine that hides all of that cannot be told from a browser.
"""

from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from data_access.schreibrecht import KENNWERT, KENNZEICHEN

PARAMETER: Final = "zugang"
"""The page parameter that carries the key."""

ABGEWIESEN: Final = (
    "Der Schreibzugang gilt nur an dem Rechner, auf dem Sozialraumblick läuft, und nicht über eine Weiterleitung. "
    "Öffnen Sie die Adresse dort im Browser, so wie sie beim Start angezeigt wird. "
    "Zum Ansehen nehmen Sie die Adresse ohne „zugang“.\n"
)

_WEITERLEITUNG = {
    "forwarded",
    "via",
    "x-real-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-forwarded-for",
    "x-original-host",
    "x-original-url",
    "x-envoy-external-address",
    "true-client-ip",
    "cf-connecting-ip",
    "fastly-client-ip",
    "cdn-loop",
    "client-ip",
}


def ist_lokal(scope: Scope) -> bool:
    """Whether a connection comes from a browser on this machine, without anything in between."""
    client = scope.get("client")
    kopf = Headers(scope=scope)
    return (
        client is not None
        and _ist_schleife(client[0])
        and not any(name in _WEITERLEITUNG or name.startswith("x-forwarded") for name in kopf)
        and len(kopf.getlist("host")) == 1
        and _ist_schleife(_rechner(f"//{kopf['host']}"))
        and all(_ist_schleife(_rechner(herkunft)) for herkunft in kopf.getlist("origin"))
    )


class Zugang:
    """Middleware: marks local WebSockets and refuses the key in any other request."""

    def __init__(self, app: ASGIApp) -> None:
        """`app`: the next application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Mark, refuse or pass on."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        kopf = [(name, wert) for name, wert in scope["headers"] if name.lower() != KENNZEICHEN.encode()]
        lokal = ist_lokal(scope)
        if scope["type"] == "websocket" and lokal:
            kopf.append((KENNZEICHEN.encode(), KENNWERT.encode()))
        if scope["type"] == "http" and not lokal and _traegt_schluessel(scope):
            antwort = PlainTextResponse(ABGEWIESEN, 403, {"cache-control": "no-store", "content-language": "de"})
            await antwort(scope, receive, send)
            return
        await self.app({**scope, "headers": kopf}, receive, send)


def _rechner(adresse: str) -> str | None:
    try:
        return urlsplit(adresse).hostname
    except ValueError:
        return None


def _ist_schleife(rechner: str | None) -> bool:
    if rechner is None:
        return False
    if rechner.lower().rstrip(".") == "localhost":
        return True
    try:
        adresse = ip_address(rechner)
    except ValueError:
        return False
    if isinstance(adresse, IPv6Address) and adresse.ipv4_mapped is not None:
        return adresse.ipv4_mapped.is_loopback
    return adresse.is_loopback


def _traegt_schluessel(scope: Scope) -> bool:
    paare = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    return any(name.strip().lower() == PARAMETER for name, _ in paare)
