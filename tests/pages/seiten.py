"""Opening a page in Streamlit's own test runner, and reading what is on it."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import polars as pl
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Selectbox

from commands.arbeiten import arbeite
from commands.ausfuhr import Wunsch, exportiere
from data_access.einstellungen import PROJEKT
from tests.installation import recht

SEITEN = {
    "ueberblick": "pages/lage/ueberblick.py",
    "zahlen": "pages/lage/zahlen.py",
    "karte": "pages/lage/karte.py",
    "planungsraeume": "pages/arbeit/planungsraeume.py",
    "berichte": "pages/arbeit/berichte.py",
    "planungsraum": "pages/lage/planungsraum.py",
    "gremien": "pages/gremien/gremien.py",
    "fristen": "pages/gremien/fristen.py",
    "beteiligung": "pages/gremien/beteiligung.py",
    "daten": "pages/grundlagen/daten.py",
    "methodik": "pages/grundlagen/methodik.py",
}
"""Every page by its URL."""
MIT_REGION = {"berichte": {"ansicht": "steckbriefe"}}
"""What opens a page at a view that chooses the region: a Merkliste has one for each entry."""

MIT_LEISTE = ("zahlen", "karte")
"""Pages with the whole filter bar."""


def oeffne(seite: str, **parameter: str | list[str]) -> AppTest:
    """The page as a link with these parameters shows it, in its frame."""
    at = AppTest.from_file(str(PROJEKT / "app.py"), default_timeout=30)
    for name, wert in parameter.items():
        at.query_params[name] = wert
    return at.switch_page(SEITEN[seite]).run()


def titel(at: AppTest) -> str:
    (einziger,) = at.title
    return str(einziger.value)


def hinweise(at: AppTest) -> list[str]:
    return [str(i.value) for i in at.info]


def texte(at: AppTest) -> list[str]:
    return [str(m.value) for m in at.markdown]


def ueberschriften(at: AppTest) -> list[str]:
    return [str(h.value) for h in at.header]


def wahl(at: AppTest, name: str) -> Selectbox[Any]:
    return at.selectbox(key=f"wahl_{name}")


def waehle(at: AppTest, name: str, option: Any) -> AppTest:
    """Choose an option of the filter bar by its value."""
    return wahl(at, name).set_value(option).run()


def knopf(at: AppTest, beschriftung: str) -> AppTest:
    """Press the one button with this label."""
    (gesucht,) = [b for b in at.button if b.label == beschriftung]
    return gesucht.click().run()


def lade_hoch(at: AppTest, inhalt: bytes, name: str = "liste.csv", art: str = "fallzahlen") -> AppTest:
    at.radio(key="art").set_value(art).run()
    return at.file_uploader[0].set_value((name, inhalt, "text/csv")).run()


def arbeite_ab(at: AppTest) -> AppTest:
    arbeite(recht(), einmal=True)
    return at.run()


def zeilen(at: AppTest, nummer: int = -1) -> list[dict[str, Any]]:
    """Rows of a table; by default of the last one, which holds all values."""
    rahmen = at.table[nummer].value
    return [{str(k): v for k, v in zeile.items()} for zeile in rahmen.to_dict("records")]


def tafel(at: AppTest, spalte: str) -> list[dict[str, Any]]:
    """The rows of the one table with this column."""
    (gefunden,) = [n for n, t in enumerate(at.table) if spalte in t.value.columns]
    return zeilen(at, gefunden)


def parameter(at: AppTest) -> dict[str, str]:
    """The link that the page has written."""
    return {name: wert if isinstance(wert, str) else ",".join(wert) for name, wert in at.query_params.items()}


def alles(at: AppTest) -> str:
    """Everything a page has sent and remembers, as one text: elements, tables, data of charts, session."""

    def laufe(knoten: Any) -> Iterator[str]:
        if isinstance(knoten, Block):
            for kind in knoten.children.values():
                yield from laufe(kind)
            return
        yield str(knoten.proto)
        yield from _tafeln(knoten.proto)
        if knoten.type == "arrow_table":
            yield knoten.value.to_string()

    gemerkt = [f"{name}={at.session_state[name]!r}" for name in at.session_state]
    return "\n".join([*(text for kind in at._tree.children.values() for text in laufe(kind)), *gemerkt])


def _tafeln(nachricht: Message) -> Iterator[str]:
    """The tables inside a message, which are packed as Arrow."""
    for feld, wert in nachricht.ListFields():
        for teil in wert if isinstance(wert, Sequence) and not isinstance(wert, str | bytes) else (wert,):
            if isinstance(teil, Message):
                yield from _tafeln(teil)
            elif isinstance(teil, bytes) and feld.type == feld.TYPE_BYTES and teil:
                tafel = pl.read_ipc_stream(teil)
                yield "\n".join(" ".join(map(str, zeile)) for zeile in (tafel.columns, *tafel.iter_rows()))


def veroeffentlicht(kennzahl: str, ebene: str, region: str, jahr: int, **mehr: str) -> dict[str, dict[str, str]]:
    """The published values of a year by name of the area, as the exported CSV has them."""
    kopf, *rest = exportiere(Wunsch(kennzahl, ebene, region, jahre=(jahr,), **mehr), "csv").decode().splitlines()
    spalten = kopf.split(";")
    alle = [dict(zip(spalten, zeile.split(";"), strict=True)) for zeile in rest]
    return {zeile["name"]: zeile for zeile in alle}


def deutsch(zahl: str, stellen: int = 0) -> str:
    """ "5377.25" -> "5.377,3"."""
    gerundet = Decimal(zahl).quantize(Decimal(1).scaleb(-stellen), rounding=ROUND_HALF_UP)
    return f"{gerundet:,f}".translate(str.maketrans(",.", ".,"))


def personen(zeile: dict[str, str]) -> str:
    """How a published count must read: exact, "rund", or its range."""
    von, bis, wert = (int(zeile[s]) for s in ("von", "bis", "wert"))
    if von == bis:
        return deutsch(zeile["wert"])
    return f"rund {deutsch(zeile['wert'])}" if von > 1 and bis - von < wert else f"{von} bis {bis}"


def rate(zeile: dict[str, str], stellen: int = 1) -> str:
    """How a published rate must read."""
    if zeile["status"] == "nicht_anwendbar":
        return "0 Einwohner"
    return deutsch(zeile["wert"], stellen) if zeile["status"] == "gezeigt" else "geschützt"
