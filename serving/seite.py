"""The German page shell: Streamlit's `index.html` with our language, title and words without JavaScript.

Streamlit answers "/" plain and every other page path packed by gzip, so a replacement in the passing body misses the
deep links. Here the body is not replaced in passing: whatever page path answers with HTML gets the prepared shell.
"""

import base64
import hashlib
import re
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.kompression import antworte, streamlit_ordner

TITEL: Final = "Sozialraumblick"

OHNE_JAVASCRIPT: Final = (
    "<noscript><p>Sozialraumblick braucht JavaScript. Bitte schalten Sie es im Browser für diese Seite ein.</p>"
    "<p>Die Zahlen gibt es auch ohne Browser: als Dateien aus der Befehlszeile. Fragen Sie die Stelle, die diese "
    "Seite betreibt.</p></noscript>"
)

VERLAUF: Final = """<script>
(() => {
  const lege = history.pushState.bind(history)
  let gelegt = false
  for (const tat of ["pointerdown", "keydown", "click", "popstate"]) {
    addEventListener(tat, () => { gelegt = false }, true)
  }
  history.pushState = (zustand, titel, ziel) => {
    const neu = new URL(ziel, location.href)
    const leer = location.search === "" || new URLSearchParams(location.search).has("zugang")
    const verfrueht = gelegt && neu.search === location.search
    const ersetze = neu.pathname === location.pathname ? leer : verfrueht
    gelegt = true
    ersetze ? history.replaceState(zustand, titel, ziel) : lege(zustand, titel, ziel)
  }
})()
</script>"""
"""Completing an address is no step of its own.

A page opened from the menu has no parameters and writes its selection into the address (`presentation.ui.wahl`);
Streamlit pushes that as a new entry of the history, so one press of "back" would do nothing. The same way the key of
`zugang` would stay in the history.

Streamlit sometimes writes the parameters of the page that opens while the path is still that of the page before, and
the path only then. Both belong to one action of the user (a press, a key, "back"), so the second replaces the first.
"""

FOKUS: Final = """<script>
(() => {
  let [erfuellt, taten] = ["", 0]
  for (const tat of ["keydown", "pointerdown"]) addEventListener(tat, () => { taten += 1 }, true)
  const fuehre = (oben, klassen, bisher, noch, schon) => {
    const ort = klassen.map(k => document.querySelector("." + k)).find(Boolean)
    const feld = [...ort?.querySelectorAll("input, textarea, button, summary") ?? []].find(f => !f.disabled)
    const ziel = feld?.type === "radio" ? ort.querySelector("input:checked") ?? feld : feld
    if (ziel && (!schon || [document.body, ziel === schon || schon].includes(document.activeElement))) {
      if (oben) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
      ziel.focus({ preventScroll: oben })
      const { top, bottom } = ziel.getBoundingClientRect()
      if (!oben && (top < 100 || bottom > innerHeight - 100)) ziel.scrollIntoView({ block: "center" })
      schon = ziel
    }
    if (noch && taten === bisher) requestAnimationFrame(() => fuehre(oben, klassen, bisher, noch - 1, schon))
  }
  const schaue = noch => {
    const wunsch = getComputedStyle(document.documentElement).getPropertyValue("--fokus").replaceAll('"', "").trim()
    if (wunsch !== "" && wunsch !== erfuellt) {
      erfuellt = wunsch
      const [, wo, ...klassen] = wunsch.split(" ")
      const tippt = document.activeElement.matches("textarea, input:not([type=radio])")
      if (!tippt) fuehre(wo === "oben", klassen, taten, 150, false)
    } else if (noch) requestAnimationFrame(() => schaue(noch - 1))
  }
  new MutationObserver(() => schaue(150))
    .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] })
})()
</script>"""
"""Streamlit cannot place the focus: where a form opens or closes, it falls to the body, and the keyboard begins anew.

`presentation.ui.fokus` writes the wish into a property of style; each is fulfilled once, when the script has run. For
some frames it is held, as Streamlit draws anew what has moved, and the choice of a list later; a key or a press of the
user ends that. Whoever is in a field already stays there.
"""

EIGENE_PFADE: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/app/static/", "/geo/", "/health")
"""Paths that never carry the page shell."""

_NICHT_WEITER = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"}
_VOM_KOERPER = {
    b"content-length",
    b"content-type",
    b"content-encoding",
    b"etag",
    b"last-modified",
    b"accept-ranges",
    b"cache-control",
    b"vary",
}


def lies_seite() -> str:
    """Streamlit's own page shell."""
    return (streamlit_ordner() / "index.html").read_text("utf-8")


def deutsche_seite(html: str) -> str:
    """The shell in German, without the preload of a font we do not use and the pointer to the agent interface.

    RuntimeError if Streamlit's shell has changed: the replacements then need a look.
    """
    for muster, neu in (
        (r'<html lang="en"', '<html lang="de"'),
        (r"<title>Streamlit</title>", f"<title>{TITEL}</title>{VERLAUF}{FOKUS}"),
        (r"<noscript>.*?</noscript>", OHNE_JAVASCRIPT),
        (r'<link\s+rel="preload"[^>]*as="font"[^>]*>', ""),
        (r'<link rel="service-desc"[^>]*>', ""),
    ):
        html, treffer = re.subn(muster, neu, html, flags=re.DOTALL)
        if treffer != 1:
            raise RuntimeError(f"Streamlits index.html hat sich geändert: {muster} kommt {treffer}-mal vor.")
    return html


def skriptpruefsummen(html: str) -> list[str]:
    """CSP sources (`'sha256-…'`) of the scripts that stand in the shell itself."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(skript.encode()).digest()).decode()}'"
        for skript in re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    ]


class Seite:
    """Middleware: every page path answers with the German shell."""

    def __init__(self, app: ASGIApp, html: str) -> None:
        """`html`: the finished shell (`deutsche_seite`)."""
        self.app = app
        self._koerper = html.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let Streamlit decide whether the path is a page, then answer with our shell."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(EIGENE_PFADE):
            await self.app(scope, receive, send)
            return
        kopf = Headers(scope=scope)
        ist_seite = False

        async def sende(nachricht: Message) -> None:
            nonlocal ist_seite
            if nachricht["type"] == "http.response.start":
                ist_seite = _ist_seite(nachricht)
                if ist_seite:
                    await self._antworte(kopf, nachricht, scope, receive, send)
            if not ist_seite:
                await send(nachricht)

        weiter = [(n, w) for n, w in scope["headers"] if n not in _NICHT_WEITER]
        await self.app({**scope, "headers": weiter}, receive, sende)

    async def _antworte(self, kopf: Headers, anfang: Message, scope: Scope, receive: Receive, send: Send) -> None:
        antwort = antworte(kopf, self._koerper, "text/html", "no-cache")
        # Streamlit's cookies travel on.
        antwort.raw_headers += [(n, w) for n, w in anfang["headers"] if n.lower() not in _VOM_KOERPER]
        if scope["method"] == "HEAD":
            antwort.body = b""
        await antwort(scope, receive, send)


def _ist_seite(anfang: Message) -> bool:
    typ = next((w for n, w in anfang["headers"] if n.lower() == b"content-type"), b"")
    return anfang["status"] == 200 and typ.startswith(b"text/html")
