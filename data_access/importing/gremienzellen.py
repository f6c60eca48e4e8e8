"""The cells of files about Gremien: from text to value, column by column of a `Format`."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

from data_access.importing.gremienworte import ist_leer, nackt, schreibweisen
from data_access.importing.mangel import Mangel
from data_access.importing.stichtage import lies_stichtag
from models.formate import Spalte

LAENGSTER_TEXT: Final = 4000
"""Characters that a text may have."""

HOECHSTE_ZAHL: Final = 100_000
"""No meeting counts more people."""

TRENNER: Final = "|"
"""Between the parts of a list."""

_KUERZEL: Final = re.compile(r"[a-z0-9][a-z0-9._/-]{0,119}")
_KUERZEL_ERLAUBT: Final = (
    "Das ist kein Kürzel. Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern, Punkt, Strich und Unterstrich, "
    "zum Beispiel lsp-unna. Bitte berichtigen."
)
_ZAHL: Final = re.compile(r"([0-9]{1,9})(?:[.,]0{1,2})?", re.ASCII)
_JA: Final = frozenset({"ja", "j", "x", "1", "wahr", "true"})
_NEIN: Final = frozenset({"nein", "n", "0", "falsch", "false"})
_VIERSTELLIG: Final = re.compile(r"[0-9]{4}", re.ASCII)
_GESCHUETZT: Final = re.compile(r"'+[=+\-@\t\r]")


def leser(spalte: Spalte) -> Callable[[str], Any]:
    """How a cell of the column is read; raises `Mangel` with what is allowed. Unknown is None, a list may be empty."""
    if spalte.typ == "wort":
        return _wortleser(spalte)
    einfache: dict[str, Callable[[str], Any]] = {
        "kuerzel": _kuerzel,
        "text": _text,
        "tag": lies_stichtag,
        "ja_nein": _ja_nein,
        "liste": _liste,
    }
    lies = einfache.get(spalte.typ) or _zahlleser(spalte)
    # "-" and "k. A." can be what a free text says.
    leer: Callable[[str], bool] = (lambda text: not text) if spalte.typ in ("text", "liste") else ist_leer

    def lies_zelle(text: str) -> Any:
        return None if leer(text) else lies(text)

    return lies_zelle


def entschaerfe(text: str) -> str:
    """The text of a cell in which a leading ' keeps Excel from taking it for a formula (`csv-excel`)."""
    return text[1:] if _GESCHUETZT.match(text) else text


def schaerfe(text: str) -> str:
    """The reverse of `entschaerfe`: a text that Excel would calculate gets a leading '."""
    return f"'{text}" if text[:1] in tuple("=+-@\t\r") or _GESCHUETZT.match(text) else text


def _kuerzel(text: str) -> str:
    klein = text.strip().casefold()
    if _VIERSTELLIG.fullmatch(klein):
        # Excel drops the leading 0 of the key of a Kreis.
        klein = f"0{klein}"
    if not _KUERZEL.fullmatch(klein):
        raise Mangel(_KUERZEL_ERLAUBT)
    return klein


def _text(text: str) -> str:
    glatt = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_\n", "\n")
    if len(glatt) > LAENGSTER_TEXT:
        raise Mangel(f"Der Text hat {len(glatt)} Zeichen. Erlaubt sind {LAENGSTER_TEXT}. Bitte kürzen.")
    if any(unicodedata.category(z) in ("Cc", "Cf", "Cs", "Co") and z not in "\n\u00ad\u200d\u200c" for z in glatt):
        raise Mangel("Der Text enthält unsichtbare Steuerzeichen. Bitte die Zelle neu schreiben.")
    return glatt


def _liste(text: str) -> list[str]:
    return [_text(teil.strip()) for teil in text.split(TRENNER) if teil.strip()]


def _ja_nein(text: str) -> bool:
    wort = nackt(text)
    if wort in _JA or wort in _NEIN:
        return wort in _JA
    raise Mangel("Erlaubt sind ja und nein. Bitte berichtigen.")


def _wortleser(spalte: Spalte) -> Callable[[str], str | None]:
    bekannt = schreibweisen(spalte.worte)
    erlaubt = ", ".join(spalte.worte)

    def lies(text: str) -> str | None:
        wort = bekannt.get(nackt(text))
        if wort is None and not ist_leer(text):
            raise Mangel(f"Dieses Wort kennt die Spalte nicht. Möglich sind: {erlaubt}.")
        return wort

    return lies


def _zahlleser(spalte: Spalte) -> Callable[[str], int]:
    oben = HOECHSTE_ZAHL if spalte.maximum is None else spalte.maximum
    bis = "" if spalte.maximum is None else f" bis {oben}"
    erlaubt = f"Erlaubt ist eine ganze Zahl ab {spalte.minimum}{bis}; leer oder k. A. heißt: nicht bekannt."

    def lies(text: str) -> int:
        treffer = _ZAHL.fullmatch(text.strip())
        if treffer is None:
            raise Mangel(f"Das ist keine ganze Zahl. {erlaubt} Bitte berichtigen.")
        wert = int(treffer[1])
        if not spalte.minimum <= wert <= oben:
            raise Mangel(f"Diese Zahl kann nicht stimmen. {erlaubt} Bitte berichtigen.")
        return wert

    return lies
