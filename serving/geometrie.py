"""Geometry by URL, so that no map carries it in its messages. Geometry only: these routes run beside login and session.

`/geo/{region}/{ebene}.geojson` (areas), `…/{ebene}/schraffur.geojson` (hatching) and `…/{ebene}/kanten.geojson` (the
lines between areas), optional `einteilung=`; with `v=` (the version of the boundaries and the Einteilung) the browser
keeps the answer for a year, else for a minute with ETag.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data_access.grenzen import Grenzbestand, KeineGrenzenError, grenzen_json, gueltige, schraffur_json
from data_access.nachbarschaft import kanten_json
from serving.kompression import EIN_JAHR, antworte

Zuordner = Callable[[str, str, str | None], Sequence[tuple[str, str, str]] | None]
"""(region, ebene, einteilung) -> rows (ags, gebiet, name), or None if there is no such view."""

EINE_MINUTE: Final = "public, max-age=60"

_Bauer = Callable[[tuple[tuple[str, str, str], ...], Grenzbestand], bytes]


def geometrierouten(zuordnung: Zuordner, bestand: Callable[[], Grenzbestand] = gueltige) -> list[Route]:
    """The three routes. `bestand`: the boundaries in force."""
    return [
        Route("/geo/{region}/{ebene}.geojson", _endpunkt(zuordnung, grenzen_json, bestand)),
        Route("/geo/{region}/{ebene}/schraffur.geojson", _endpunkt(zuordnung, schraffur_json, bestand)),
        Route("/geo/{region}/{ebene}/kanten.geojson", _endpunkt(zuordnung, kanten_json, bestand)),
    ]


def _endpunkt(
    zuordnung: Zuordner, baue: _Bauer, bestand: Callable[[], Grenzbestand]
) -> Callable[[Request], Awaitable[Response]]:
    async def antwort(request: Request) -> Response:
        region, ebene = request.path_params["region"], request.path_params["ebene"]
        einteilung = request.query_params.get("einteilung")

        def lade() -> bytes | None:
            zeilen = zuordnung(region, ebene, einteilung)
            return None if zeilen is None else baue(tuple(zeilen), bestand())

        try:
            koerper = await run_in_threadpool(lade)
        except KeineGrenzenError as fehler:
            return _nicht_da(str(fehler))
        if koerper is None:
            return _nicht_da("Für diese Region, Ebene und Einteilung gibt es keine Karte.")
        haltbar = EIN_JAHR if request.query_params.get("v") else EINE_MINUTE
        return antworte(request.headers, koerper, "application/geo+json", haltbar)

    return antwort


def _nicht_da(satz: str) -> Response:
    return PlainTextResponse(satz + "\n", 404, {"cache-control": "no-store", "content-language": "de"})
