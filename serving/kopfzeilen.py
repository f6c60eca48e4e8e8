"""Security headers on every response: nothing is loaded from, sent to or framed by another host."""

from collections.abc import Sequence
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EIN_TAG: Final = "public, max-age=86400"


def inhaltsregel(skriptpruefsummen: Sequence[str]) -> str:
    """The Content-Security-Policy, the strictest under which the pages run without a violation.

    Vega needs no 'unsafe-eval'. 'wasm-unsafe-eval' is for deck.gl; 'unsafe-inline' for the styles emotion sets.
    """
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *skriptpruefsummen, "'wasm-unsafe-eval'")),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def sicherheitskopfzeilen(skriptpruefsummen: Sequence[str]) -> dict[str, str]:
    """All headers by name."""
    return {
        "content-security-policy": inhaltsregel(skriptpruefsummen),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "cross-origin-resource-policy": "same-origin",
    }


class Kopfzeilen:
    """Middleware: sets the security headers, and a day of cache for our own static files (fonts, pictures)."""

    def __init__(self, app: ASGIApp, kopfzeilen: dict[str, str]) -> None:
        """`kopfzeilen`: from `sicherheitskopfzeilen`."""
        self.app = app
        self._kopfzeilen = kopfzeilen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the start of each HTTP response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sende(nachricht: Message) -> None:
            if nachricht["type"] == "http.response.start":
                kopf = MutableHeaders(scope=nachricht)
                kopf.update(self._kopfzeilen)
                if scope["path"].startswith("/app/static/"):
                    kopf.setdefault("cache-control", EIN_TAG)
            await send(nachricht)

        await self.app(scope, receive, sende)
