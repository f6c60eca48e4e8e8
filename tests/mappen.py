"""Papers of a meeting of the small Kreis, and reading Word files back."""

import io
import re
from dataclasses import dataclass
from datetime import date

from docx import Document
from docx.document import Document as Datei
from docx.oxml.ns import qn

from presentation.exports.sitzungsmappe.stoff import Stoff, lade
from tests.gremien import RUNDE, S2024, lege_gremien_an, trage_ein
from tests.installation import JETZT

S2026 = date(2026, 9, 21)
NACHTRAG = {
    "sitzungen": [
        {"gremium": RUNDE, "datum": S2026, "status": "stattgefunden", "form": "praesenz", "ort": "Kreishaus"},
    ],
    "teilnahmen": [
        {"gremium": RUNDE, "datum": S2026, "gruppe": "selbstvertretung", "eingeladen": 3, "anwesend": 0},
        {"gremium": RUNDE, "datum": S2026, "gruppe": "eutb", "eingeladen": 1, "anwesend": None},
    ],
    "tops": [
        {"gremium": RUNDE, "datum": S2026, "top": 2, "titel": "Arbeit *und* Bildung", "thema": "arbeit"}
        | {"ergebnis": "Beschlossen wie vorgeschlagen."},
        {"gremium": RUNDE, "datum": S2026, "top": 1, "titel": "Verschiedenes", "art": "verschiedenes"},
    ],
    "empfehlungen": [
        {"empfehlung": "e3", "gremium": RUNDE, "datum": S2026, "top": 2, "text": "Eine Liste freier Plätze"}
        | {"status": "offen", "an": "Träger"},
    ],
    "massnahmen": [
        {"massnahme": "m3", "empfehlung": "e3", "text": "Liste anlegen", "status": "offen", "bis": date(2027, 1, 31)}
        | {"verantwortlich": "Träger"},
    ],
}
"""A later meeting: nobody of the Selbstvertretung came (0), the EUTB is k. A."""


def stoff(tag: date = S2024) -> Stoff:
    return lade(RUNDE, tag, JETZT)


def lege_mappe_an() -> None:
    lege_gremien_an()
    trage_ein(NACHTRAG)


@dataclass(frozen=True)
class Tafel:
    titel: str
    zeilen: list[list[str]]
    kopf_markiert: bool


def oeffne(inhalt: bytes) -> Datei:
    return Document(io.BytesIO(inhalt))


def ueberschriften(datei: Datei) -> list[tuple[int, str]]:
    """Level and text of every heading, in their order."""
    gefunden = [(p.style.name, p.text) for p in datei.paragraphs if p.style is not None]
    return [(int(name[-1]), text) for name, text in gefunden if name and name.startswith("Heading ")]


def tafeln(datei: Datei) -> list[Tafel]:
    return [
        Tafel(
            t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")),
            [[z.text for z in zeile.cells] for zeile in t.rows],
            t.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None,
        )
        for t in datei.tables
    ]


def alternativtexte(datei: Datei) -> list[str]:
    return [bild._inline.docPr.get("descr", "") for bild in datei.inline_shapes]


def randtext(datei: Datei) -> str:
    """Header and footer."""
    return "\n".join(p.text for s in datei.sections for rand in (s.header, s.footer) for p in rand.paragraphs)


def text(datei: Datei) -> str:
    """Everything that can be read, header and footer included."""
    zellen = [z for t in tafeln(datei) for zeile in t.zeilen for z in zeile]
    return "\n".join([*(p.text for p in datei.paragraphs), *zellen, randtext(datei)])


def seitenumbrueche(datei: Datei) -> int:
    return sum(bool(p.paragraph_format.page_break_before) for p in datei.paragraphs)


def zahlen(texte: list[str]) -> set[str]:
    """Every number in these texts."""
    return {n for t in texte for n in re.findall(r"\d[\d.,]*\d|\d", t)}
