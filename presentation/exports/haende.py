"""The hands a report can be written with, by the ending of the file."""

from collections.abc import Mapping
from typing import Final

from presentation.exports.pdf import PdfPapier
from presentation.exports.word import WordPapier

WORD: Final = ".docx"
PDF: Final = ".pdf"
HAENDE: Final[Mapping[str, type[PdfPapier] | type[WordPapier]]] = {WORD: WordPapier, PDF: PdfPapier}
NAMEN: Final = {PDF: "PDF", WORD: "Word"}
"""What a reader calls the files: to send, to go on writing."""
