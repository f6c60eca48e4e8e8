"""The hands a report can be written with, by the ending of the file."""

from collections.abc import Mapping
from typing import Final

from presentation.exports.pdf import PdfPapier
from presentation.exports.word import WordPapier

HAENDE: Final[Mapping[str, type[WordPapier] | type[PdfPapier]]] = {".docx": WordPapier, ".pdf": PdfPapier}
WORD: Final = ".docx"
PDF: Final = ".pdf"
