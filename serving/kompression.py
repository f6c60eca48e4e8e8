"""Bodies packed once: brotli or gzip, kept in memory, with ETag.

Streamlit sends its bundles uncompressed (22.9 MB) on purpose, because it would pack them anew for every request.
Packed on first use they are 6.3 MB (brotli) or 6.9 MB (gzip, which is all a browser takes on plain http); all 320
together cost 0.6 s of one core, the 59 of the first view 35 ms.
"""

import asyncio
import gzip
import hashlib
import importlib.util
import mimetypes
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

BROTLI_STUFE: Final = 5
GZIP_STUFE: Final = 6
EIN_JAHR: Final = "public, max-age=31536000, immutable"

_PACKBAR = {".js", ".css", ".svg", ".json", ".html", ".txt"}


def streamlit_ordner() -> Path:
    """Folder of Streamlit's front end (`index.html`, `static/`)."""
    spec = importlib.util.find_spec("streamlit")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("Streamlit ist nicht installiert.")
    return Path(spec.submodule_search_locations[0]) / "static"


def waehle_kodierung(accept_encoding: str) -> str:
    """`br`, `gzip` or "" (as it is): the best the client takes."""
    angenommen = set()
    for teil in accept_encoding.split(","):
        name, _, guete = teil.partition(";")
        if guete.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            angenommen.add(name.strip().lower())
    return next((k for k in ("br", "gzip") if k in angenommen), "")


def packe(koerper: bytes, kodierung: str) -> bytes:
    """The body in an encoding of `waehle_kodierung`."""
    if kodierung == "br":
        return bytes(brotli.compress(koerper, quality=BROTLI_STUFE))
    if kodierung == "gzip":
        return gzip.compress(koerper, GZIP_STUFE, mtime=0)
    return koerper


_packe_einmal = lru_cache(maxsize=128)(packe)


def antworte(kopf: Headers, koerper: bytes, typ: str, cache_control: str) -> Response:
    """A response to a GET: packed (kept), with ETag, or 304 if the client has it already."""
    kodierung = waehle_kodierung(kopf.get("accept-encoding", ""))
    etag = f'"{hashlib.sha256(koerper).hexdigest()[:20]}{"-" + kodierung if kodierung else ""}"'
    kopfzeilen = {"cache-control": cache_control, "etag": etag, "vary": "accept-encoding"}
    bekannt = {t.strip().removeprefix("W/") for t in kopf.get("if-none-match", "").split(",")}
    if etag in bekannt:
        return Response(status_code=304, headers=kopfzeilen)
    if kodierung:
        kopfzeilen["content-encoding"] = kodierung
    return Response(_packe_einmal(koerper, kodierung), headers=kopfzeilen, media_type=typ)


class Buendel:
    """Middleware: the bundles of Streamlit's front end (`/static/…`), packed on first use.

    Everything else goes through, and so do requests for ranges and clients that take no packed body.
    """

    def __init__(self, app: ASGIApp, ordner: Path | None = None) -> None:
        """`ordner`: folder of the front end, Streamlit's own by default."""
        self.app = app
        wurzel = ordner or streamlit_ordner()
        dateien = (d for d in (wurzel / "static").rglob("*") if d.is_file() and d.suffix in _PACKBAR)
        self._dateien = {"/" + d.relative_to(wurzel).as_posix(): d for d in dateien}
        self._gepackt: dict[tuple[str, str], asyncio.Future[bytes]] = {}
        # Two threads: a burst of first visits must not take both cores from the sessions.
        self._packer = ThreadPoolExecutor(2, "packen")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the store or pass on."""
        if scope["type"] == "http" and scope["path"] in self._dateien and scope["method"] in {"GET", "HEAD"}:
            kopf = Headers(scope=scope)
            kodierung = waehle_kodierung(kopf.get("accept-encoding", ""))
            if kodierung and "range" not in kopf:
                antwort = await self._antwort(scope["path"], kodierung, nur_kopf=scope["method"] == "HEAD")
                await antwort(scope, receive, send)
                return
        await self.app(scope, receive, send)

    async def _antwort(self, pfad: str, kodierung: str, *, nur_kopf: bool) -> Response:
        koerper = await self._hole(pfad, kodierung)
        kopfzeilen = {
            "cache-control": EIN_JAHR,
            "vary": "accept-encoding",
            "content-encoding": kodierung,
            "content-length": str(len(koerper)),
        }
        typ = mimetypes.guess_type(pfad)[0] or "application/octet-stream"
        return Response(b"" if nur_kopf else koerper, headers=kopfzeilen, media_type=typ)

    async def _hole(self, pfad: str, kodierung: str) -> bytes:
        """The packed bundle; many at once wait for the same work."""
        schluessel = (pfad, kodierung)
        if schluessel not in self._gepackt:
            arbeit = partial(_packe_datei, self._dateien[pfad], kodierung)
            self._gepackt[schluessel] = asyncio.get_running_loop().run_in_executor(self._packer, arbeit)
        return await asyncio.shield(self._gepackt[schluessel])


def _packe_datei(datei: Path, kodierung: str) -> bytes:
    return packe(datei.read_bytes(), kodierung)
