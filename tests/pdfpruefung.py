"""Reading PDFs back: what is wrong with the tree, and what its headings, tables and figures say."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
from outloud.model import Document, StructElem

KUERZESTER_ALT = 20
"""A text alternative that says something has more letters."""


@dataclass(frozen=True)
class Tafel:
    titel: str
    zeilen: list[list[str]]


@dataclass(frozen=True)
class Gelesen:
    """What a reader of a screen hears."""

    sprache: str
    titel: str
    ueberschriften: list[tuple[int, str]]
    tafeln: list[Tafel]
    alternativtexte: list[str]
    text: str
    verweise: list[str]
    seiten: int
    seitenmass: tuple[int, int]
    lesezeichen: list[str]


def maengel(pdf: bytes, ordner: Path, *, gruendlich: bool = False) -> list[str]:
    """What pdfua and the tree of the file have against it; `gruendlich` asks outloud too, which takes a second."""
    datei = ordner / "geprueft.pdf"
    datei.write_bytes(pdf)
    gefunden = [f"pdfua: {f}" for f in pdfua.validate(str(datei)).findings]
    if gruendlich:
        gefunden += [f"outloud: {f}" for f in outloud.check(str(datei)).findings if str(f.severity).endswith("error")]
    return [*gefunden, *_im_baum(pdf)]


def _im_baum(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        wurzel = datei.Root
        if "/StructTreeRoot" not in wurzel:
            yield "kein Strukturbaum"
            return
        if str(wurzel.get("/Lang", "")).partition("-")[0] != "de":
            yield "Sprache ist nicht Deutsch"
        if not wurzel.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            yield "Titel wird nicht gezeigt"
        if not str(datei.docinfo.get("/Title", "")):
            yield "kein Titel"
        alle = list(_elemente(wurzel.StructTreeRoot))
        ueberschriften = [e for e in alle if re.fullmatch(r"/H\d", str(e.S))]
        if len(ueberschriften) > 1 and "/Outlines" not in wurzel:
            yield "keine Lesezeichen"
        for e in alle:
            if e.S == "/Figure" and len(str(e.get("/Alt", ""))) <= KUERZESTER_ALT:
                yield f"Bild ohne Alternativtext: {e.get('/Alt')}"
            if e.S == "/Table":
                yield from _der_tafel(e)
        namen = list(wurzel.StructTreeRoot.get("/IDTree", {}).get("/Names", []))
        schluessel = [bytes(n) for n in namen[::2]]
        if schluessel != sorted({bytes(e.ID) for e in alle if "/ID" in e}):
            yield "Verzeichnis der Namen stimmt nicht mit dem Baum überein"


def _der_tafel(tafel: Any) -> Iterator[str]:
    kopf = [z for t in _elemente(tafel) if t.S == "/THead" for z in _elemente(t) if z.S in ("/TH", "/TD")]
    if not kopf or any(z.S != "/TH" or _angabe(z, "/Scope") != "/Column" for z in kopf):
        yield "Tabelle ohne Spaltenköpfe"
    if not [k for k in _elemente(tafel) if k.S == "/Caption"]:
        yield "Tabelle ohne Titel"
    namen = {bytes(k.ID) for k in _elemente(tafel) if k.S == "/TH" and "/ID" in k}
    for zeile in (z for t in _elemente(tafel) if t.S == "/TBody" for z in _elemente(t) if z.S == "/TR"):
        erste, *weitere = [z for z in _elemente(zeile) if z.S in ("/TH", "/TD")]
        if erste.S != "/TH" or _angabe(erste, "/Scope") != "/Row":
            yield "Zeile ohne Zeilenkopf"
        for zelle in weitere:
            genannt = {bytes(n) for n in _angabe(zelle, "/Headers") or []}
            if "/ID" not in erste or bytes(erste.ID) not in genannt or not genannt <= namen or len(genannt) != 2:
                yield f"Zelle nennt ihre Köpfe nicht: {genannt}"


def _angabe(element: Any, name: str) -> Any:
    return next((teil[name] for teil in element.get("/A", []) if name in teil), None)


def _elemente(wurzel: Any) -> Iterator[Any]:
    k = wurzel.get("/K")
    for kind in list(k) if isinstance(k, pikepdf.Array) else [] if k is None else [k]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield kind
            yield from _elemente(kind)


def lies(pdf: bytes, ordner: Path) -> Gelesen:
    """The file as its tree tells it."""
    pfad = ordner / "gelesen.pdf"
    pfad.write_bytes(pdf)
    datei = Document(str(pfad))
    sagt = _Leser(datei)
    alle = datei.elements
    with pikepdf.open(pfad) as roh:
        breite, hoehe = (float(x) for x in roh.pages[0].mediabox[2:])
        verweise = [str(a.A.URI) for s in roh.pages for a in s.get("/Annots", []) if "/URI" in a.get("/A", {})]
        with roh.open_outline() as baum:
            lesezeichen = [str(e.title) for e in _flach(baum.root)]
    gelesen = Gelesen(
        sprache=datei.lang or "",
        titel=datei.title or "",
        ueberschriften=[(e.heading_level, sagt.text(e)) for e in alle if e.is_heading],
        tafeln=[sagt.tafel(e) for e in alle if e.type == "Table"],
        alternativtexte=[e.alt or "" for e in alle if e.type == "Figure"],
        text=" ".join(datei.content(n).text for n in range(len(datei.pages))),
        verweise=verweise,
        seiten=len(datei.pages),
        seitenmass=(round(breite / 72 * 25.4), round(hoehe / 72 * 25.4)),
        lesezeichen=lesezeichen,
    )
    datei.close()
    return gelesen


def _flach(eintraege: Any) -> Iterator[Any]:
    for eintrag in eintraege:
        yield eintrag
        yield from _flach(eintrag.children)


def knapp(text: str) -> str:
    """Text without what a line break changes: spaces, and hyphens."""
    return re.sub(r"[\s\-\u00ad]", "", text)


@dataclass(frozen=True)
class _Leser:
    datei: Document

    def text(self, element: StructElem) -> str:
        teile = [(r.page, r.stream, r.mcid) for e in (element, *element.descendants()) for r in e.mcrefs]
        worte = [self.datei.content(s).mcid_text.get((strom, n), "") for s, strom, n in teile if s is not None]
        return "".join(worte).strip()

    def tafel(self, tafel: StructElem) -> Tafel:
        titel = next((self.text(e) for e in tafel.descendants() if e.type == "Caption"), "")
        zeilen = [e for e in tafel.descendants() if e.type == "TR"]
        return Tafel(titel, [[self.text(z) for z in zeile.children if z.type in ("TH", "TD")] for zeile in zeilen])
