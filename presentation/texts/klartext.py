"""A text of the screen as it is read anywhere else: in files, on paper, in a terminal."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

_AUSZEICHNUNG: Final = re.compile(r":material/\w+:\s*|:[a-z]+(?:-badge)?\[([^\]]*)\]|\*\*|\u00ad|\\(?=[._])")
_ZEILENBRUCH: Final = "  \n"


def klartext(text: str) -> str:
    """Without badges, colours, icons, bold type, escapes and soft hyphens; a line break becomes a semicolon."""
    davor, text = "", text.replace(_ZEILENBRUCH, "; ")
    while davor != text:
        davor, text = text, _AUSZEICHNUNG.sub(r"\1", text)
    return text.strip()


def klarzeilen(zeilen: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """The rows of a table of the screen with `klartext` in every cell."""
    return [{name: klartext(str(wert)) for name, wert in zeile.items()} for zeile in zeilen]
