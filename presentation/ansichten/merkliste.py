"""A list of views in an order, with a name: the link is the list, nothing of it is stored on the server.

Packed as JSON, deflate, base64url behind a mark of its version. What a link says is never trusted: only pages with
views, only parameters that pages read, short texts, and no more than fits into a mail and a browser.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from analysis import auswahl
from analysis.beteiligung import auswahl as beteiligungswahl
from analysis.gremien import auswahl as gremienwahl
from presentation.ansichten import zusammenarbeit
from presentation.ansichten.bogen import Bogen
from presentation.ansichten.stelle import Stelle, stelle
from presentation.ansichten.verzeichnis import ANSICHTEN
from presentation.texts.freitext import schlicht

MEISTE: Final = 20
"""Most entries of a list."""
LAENGSTER_NAME: Final = 80
"""Most letters of the name of an entry or of a list."""
LAENGSTER_TEXT: Final = 4096
"""Most letters of a packed list: longer addresses are cut by mail programs."""
SEITEN: Final = tuple(ANSICHTEN)
"""Pages with views that can leave."""
PARAMETER: Final = frozenset(
    {
        *auswahl.PARAMETER,
        *gremienwahl.PARAMETER,
        *beteiligungswahl.PARAMETER,
        *zusammenarbeit.PARAMETER,
    }
)
"""What a view may be made of: never the key of `zugang`, never a `code`."""

_MARKE: Final = "1."
"""Version of the packing: links live longer than this program."""
_MEISTE_WERTE: Final = 24
_AUSGEPACKT: Final = 32_768
"""Most bytes of the text that a link unpacks to: a few letters may stand for gigabytes."""
_WERT: Final = re.compile(r"[\w.:-]{1,64}")
_ART: Final = re.compile(r"[\w-]{1,80}", re.ASCII)
_WOERTERBUCH: Final = (
    b'["beteiligung","fristen","gremien","planungsraum","ueberblick","stichtag","altersgruppe","geschlecht",'
    b'"einteilung","gremium","sitzung","thema","ansicht","ruecklauf","uebersicht","leistungsort","planungsraum",'
    b'"ausserhalb_besonderer_wohnform","besondere_wohnform","werra-meissner-kreis","kreis-unna","verlauf","rangfolge",'
    b'"karte",["region","kreis-unna","kennzahl","besondere_wohnform","ebene","gemeinde","raumprinzip","herkunft",'
    b'"gebiet","0","jahr","2024","fassung","1"],"zahlen","rangfolge",["region","'
)
"""What most lists hold, so that links stay short and QR codes coarse. Part of the version: never to be changed."""


class ListeUnlesbar(Exception):
    """A link holds no list; the message says why and what to do."""


@dataclass(frozen=True)
class Eintrag:
    """A view and what the list calls it; an empty name leaves it to the finding of the view."""

    stelle: Stelle
    name: str = ""


@dataclass(frozen=True)
class Merkliste:
    """The views in their order. `name` of the list may be empty."""

    eintraege: tuple[Eintrag, ...] = ()
    name: str = ""

    def ort(self, stelle_: Stelle) -> int | None:
        """The place of a view, counted from 0; None if it is not on the list."""
        return next((n for n, e in enumerate(self.eintraege) if _dieselbe(e.stelle, stelle_)), None)

    def mit(self, neu: Eintrag) -> "Merkliste":
        """The list with one more view at its end. Raises `ListeVoll`."""
        if len(self.eintraege) >= MEISTE:
            raise ListeVoll
        return replace(self, eintraege=(*self.eintraege, neu))

    def ohne(self, nummer: int) -> "Merkliste":
        """The list without the view at a place."""
        return replace(self, eintraege=self.eintraege[:nummer] + self.eintraege[nummer + 1 :])

    def verschoben(self, nummer: int, um: int) -> "Merkliste":
        """The list with the view at a place moved by one up (-1) or down (1)."""
        alle = list(self.eintraege)
        alle.insert(nummer + um, alle.pop(nummer))
        return replace(self, eintraege=tuple(alle))

    def benannt(self, nummer: int, name: str) -> "Merkliste":
        """The list with another name for the view at a place."""
        alle = list(self.eintraege)
        alle[nummer] = replace(alle[nummer], name=als_name(name))
        return replace(self, eintraege=tuple(alle))


class ListeVoll(Exception):
    """The list holds as many views as it may."""

    def __str__(self) -> str:
        """What the screen says."""
        return (
            f"Auf der Merkliste stehen schon {MEISTE} Ansichten, mehr fasst sie nicht. Bitte laden Sie die Liste "
            "herunter oder nehmen Sie eine Ansicht von der Liste."
        )


def als_name(text: str) -> str:
    """What was typed as one line of plain text, not longer than a name may be."""
    return schlicht("".join(z if z.isprintable() else " " for z in text))[:LAENGSTER_NAME].strip()


def eintrag(bogen: Bogen) -> Eintrag:
    """The entry of a view: its link, as far as a list may hold it."""
    quelle = bogen.stelle
    erlaubt = tuple((n, w) for n, w in quelle.parameter if n in PARAMETER and _WERT.fullmatch(w))
    return Eintrag(replace(quelle, parameter=erlaubt))


def _dieselbe(eine: Stelle, andere: Stelle) -> bool:
    """Whether two links mean the same view, whatever Fassung they were made of."""

    def kern(s: Stelle) -> tuple[object, ...]:
        return s.seite, s.art, sorted(p for p in s.parameter if p[0] != "fassung")

    return kern(eine) == kern(andere)


def packe(liste: Merkliste) -> str:
    """The list as a text for a link. Raises `ListeUnlesbar` if it is longer than a link may be."""
    stoff = [
        liste.name,
        *(
            [e.stelle.seite, e.stelle.art, [teil for paar in e.stelle.parameter for teil in paar], e.name]
            for e in liste.eintraege
        ),
    ]
    text = json.dumps(stoff, ensure_ascii=False, separators=(",", ":")).encode()
    presse = zlib.compressobj(9, wbits=-zlib.MAX_WBITS, zdict=_WOERTERBUCH)
    gepackt = _MARKE + base64.urlsafe_b64encode(presse.compress(text) + presse.flush()).decode().rstrip("=")
    if len(gepackt) > LAENGSTER_TEXT:
        raise ListeUnlesbar(
            f"Die Liste ist für einen Link zu lang ({len(gepackt)} Zeichen, erlaubt sind {LAENGSTER_TEXT}). Bitte "
            "kürzen Sie Namen oder nehmen Sie Ansichten von der Liste."
        )
    return gepackt


def entpacke(text: str) -> Merkliste:
    """The list of a link. Raises `ListeUnlesbar`."""
    if len(text) > LAENGSTER_TEXT:
        raise _unlesbar(f"er ist zu lang ({len(text)} Zeichen, erlaubt sind {LAENGSTER_TEXT})")
    if not text.startswith(_MARKE):
        raise _unlesbar("ihm fehlt der Anfang, oder er stammt aus einer neueren Fassung des Programms")
    try:
        roh = base64.b64decode(text[len(_MARKE) :] + "=" * (-(len(text) - len(_MARKE)) % 4), b"-_", validate=True)
        pumpe = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_WOERTERBUCH)
        ausgepackt = pumpe.decompress(roh, _AUSGEPACKT)
        if not pumpe.eof or pumpe.unused_data:
            raise _unlesbar("er ist unvollständig")
        stoff = json.loads(ausgepackt)
    except (binascii.Error, zlib.error, UnicodeError, ValueError, RecursionError):
        raise _unlesbar("er ist unvollständig") from None
    if not isinstance(stoff, list) or not stoff:
        raise _unlesbar("er enthält keine Liste")
    name, *eintraege = stoff
    if len(eintraege) > MEISTE:
        raise _unlesbar(f"er nennt {len(eintraege)} Ansichten, erlaubt sind {MEISTE}")
    return Merkliste(tuple(_eintrag(e, n) for n, e in enumerate(eintraege, start=1)), _name(name, "Der Name"))


def _unlesbar(grund: str) -> ListeUnlesbar:
    return ListeUnlesbar(
        f"Dieser Link führt zu keiner Merkliste: {grund}. Bitte kopieren Sie den ganzen Link noch einmal, oder bitten "
        "Sie um einen neuen."
    )


def _eintrag(stoff: object, nummer: int) -> Eintrag:
    was = f"Ansicht {nummer}"
    if not (isinstance(stoff, list) and len(stoff) == 4):
        raise _unlesbar(f"{was} ist nicht zu lesen")
    seite, art, flach, name = stoff
    if not isinstance(seite, str) or seite not in SEITEN:
        raise _unlesbar(f"{was} nennt eine Seite, die es hier nicht gibt")
    if not (isinstance(art, str) and _ART.fullmatch(art)):
        raise _unlesbar(f"{was} nennt kein Bild")
    return Eintrag(stelle(seite, _parameter(flach, was), art), _name(name, was))


def _parameter(flach: object, was: str) -> dict[str, Sequence[str]]:
    if not isinstance(flach, list) or len(flach) % 2 or len(flach) > 2 * _MEISTE_WERTE:
        raise _unlesbar(f"{was} ist nicht zu lesen")
    alle: dict[str, list[str]] = {}
    for name, wert in zip(flach[::2], flach[1::2], strict=True):
        if not isinstance(name, str) or name not in PARAMETER:
            raise _unlesbar(f"{was} enthält eine Angabe, die keine Seite liest")
        if not (isinstance(wert, str) and _WERT.fullmatch(wert)):
            raise _unlesbar(f"{was} enthält bei „{name}“ einen Wert, den es nicht geben kann")
        alle.setdefault(name, []).append(wert)
    return dict(alle)


def _name(text: object, was: str) -> str:
    if not isinstance(text, str) or als_name(text) != text:
        raise _unlesbar(f"{was} ist kein schlichter Text von höchstens {LAENGSTER_NAME} Zeichen")
    return text
