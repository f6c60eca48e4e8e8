"""Everything that is slow once happens before the first session.

Streamlit imports pandas and others inside its script threads; sessions that come at once to a cold process then see
half-imported modules. After the warm-up the objects are frozen: the garbage collector no longer walks over them
(`runner.postScriptGC` is off in `.streamlit/config.toml`).
"""

import gc
import importlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

MODULE: Final = ("pandas", "pyarrow", "polars", "altair", "pydeck", "sqlmodel", "vl_convert")
"""Modules that pages use and Streamlit imports late."""

_LOG = logging.getLogger(__name__)


def waerme_auf(aufgaben: Sequence[Callable[[], None]]) -> None:
    """Import, run the tasks, freeze. A task that fails is logged and does not keep the server from starting."""
    for name in MODULE:
        importlib.import_module(name)
    for aufgabe in aufgaben:
        try:
            aufgabe()
        except Exception:
            _LOG.exception("Das Aufwärmen ist an einer Stelle gescheitert; der Dienst startet trotzdem.")
    gc.collect()
    gc.freeze()


def lebenslauf(
    aufgaben: Sequence[Callable[[], None]], *, vorher: Callable[[], None] = lambda: None
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """The lifespan of the app: `vorher`, warm up, then serve, without a log of who opened what.

    `vorher` is what no page can do without (the database): if it fails, the server does not start.

    Streamlit gives uvicorn's access log a handler of its own, so `--no-access-log` alone does not silence it. Its
    lines hold addresses of people and, after `make run`, the key of `zugang`.
    """

    @asynccontextmanager
    async def leben(_: object) -> AsyncIterator[None]:
        logging.getLogger("uvicorn.access").disabled = True
        vorher()
        waerme_auf(aufgaben)
        yield

    return leben
