"""One view as a Word file, for minutes and council papers."""

from presentation.ansichten.bogen import Bogen
from presentation.exports import bogenpapier
from presentation.exports.umstand import Umstand
from presentation.exports.word import WordPapier


def als_docx(bogen: Bogen, umstand: Umstand) -> bytes:
    """The view as DOCX: A4, German, with real headings and a table that reads out right."""
    papier = WordPapier(bogenpapier.angaben(bogen, umstand))
    bogenpapier.schreibe(papier, bogen, umstand)
    return papier.fertig()
