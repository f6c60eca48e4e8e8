"""Row headers in the tree of a PDF: typst marks only those of columns."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def mit_zeilenkoepfen(pdf: bytes) -> bytes:
    """The file with the first cell of each body row as header of its row, named by the other cells of the row."""
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        baum = datei.Root.StructTreeRoot
        zeilen = [z for tafel in elemente(baum, "/Table") for r in kinder(tafel, "/TBody") for z in kinder(r, "/TR")]
        for nummer, zeile in enumerate(zeilen):
            erste, *weitere = kinder(zeile)
            erste.S, erste.ID = Name.TH, String(f"zeile-{nummer:06}")
            _tafelangaben(erste)["/Scope"] = Name.Row
            for zelle in weitere:
                _tafelangaben(zelle).Headers.append(erste.ID)
        if zeilen:
            mit_namen = sorted((bytes(e.ID), e) for art in ("/TH", "/Note") for e in elemente(baum, art) if "/ID" in e)
            baum.IDTree = Dictionary(Names=Array([teil for _, e in mit_namen for teil in (e.ID, e)]))
        puffer = io.BytesIO()
        datei.save(puffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return puffer.getvalue()


def elemente(wurzel: Any, art: str) -> Iterator[Any]:
    """Every element of a kind below `wurzel`, in reading order."""
    for kind in kinder(wurzel):
        if kind.get("/S") == art:
            yield kind
        yield from elemente(kind, art)


def kinder(element: Any, art: str = "") -> list[Any]:
    """The elements right below (of a kind), without marks of content."""
    k = element.get("/K")
    alle = list(k) if isinstance(k, Array) else [] if k is None else [k]
    return [e for e in alle if isinstance(e, Dictionary) and "/S" in e and (not art or e.get("/S") == art)]


def _tafelangaben(zelle: Any) -> Any:
    """What the cell says as part of a table."""
    return next(teil for teil in zelle.A if teil.get("/O") == Name.Table)
