"""`/health`: is the service there, and which Stand does it show."""

import logging
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_LOG = logging.getLogger(__name__)


def gesundheitsroute(stand: Callable[[], str]) -> Route:
    """The route. It answers 200 with the Stand, or 503 if the Stand cannot be read."""

    async def antwort(_: Request) -> Response:
        kopf = {"cache-control": "no-store"}
        try:
            return JSONResponse({"status": "ok", "stand": await run_in_threadpool(stand)}, headers=kopf)
        except Exception:
            # Whatever is broken below, a monitor must get an answer; the reason belongs in the log, not outside.
            _LOG.exception("Der Stand ist nicht lesbar.")
            return JSONResponse({"status": "gestoert"}, 503, kopf)

    return Route("/health", antwort)
