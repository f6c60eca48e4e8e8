"""What typst leaves open in the tree of a PDF: headers of rows, captions of tables that moved to the next page."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def mit_zeilenkoepfen(pdf: bytes) -> bytes:
    """The file with captions inside their tables, and the first cell of each body row as header of its row.

    The other cells of the row name it.
    """
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        baum = datei.Root.StructTreeRoot
        _setze_titel_in_tafeln(baum)
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


def _setze_titel_in_tafeln(baum: Any) -> None:
    """A table that moved to the next page as a whole has its caption beside it in a group: it belongs into it."""
    for gruppe in list(elemente(baum, "/Div")):
        titel, *weitere = kinder(gruppe) or [None]
        if titel is None or Name.Caption != titel.S or len(weitere) != 1:
            continue
        tafel = weitere[0] if Name.Table == weitere[0].S else next(elemente(weitere[0], "/Table"), None)
        if tafel is not None and not kinder(tafel, "/Caption"):
            gruppe.K = Array([weitere[0]])
            titel.P = tafel
            tafel.K = Array([titel, *kinder(tafel)])


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
