"""The house style of PDFs: the blocks of a report, typeset by `vorlagen/papier.typ` as PDF/UA-1 with PDF/A-2a."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from presentation.charts.diagramm import Diagramm, alternative, bemerkungen
from presentation.exports import qr
from presentation.exports.bild import svg
from presentation.exports.papier import BILDBREITE, Angaben
from presentation.exports.satz import setze

Block = dict[str, Any]


class PdfPapier:
    """A PDF that fills from top to bottom. See `papier.Papier`."""

    def __init__(self, angaben: Angaben, *, groesser: float = 1.0) -> None:
        self._angaben, self._groesser = angaben, groesser
        self._bloecke: list[Block] = []

    def titel(self, text: str) -> None:
        """See `papier.Papier`."""
        self._neu("titel", text=text)

    def ueberschrift(self, text: str, stufe: int, *, neue_seite: bool = False, marke: str = "") -> None:
        """See `papier.Papier`."""
        self._neu("ueberschrift", text=text, stufe=stufe, neue_seite=neue_seite, marke=marke)

    def absatz(self, text: str, *, fett: bool = False, klein: bool = False) -> None:
        """See `papier.Papier`."""
        self._neu("absatz", text=text, fett=fett, klein=klein)

    def angabe(self, name: str, text: str, *, klein: bool = False, bleibt: bool = False) -> None:
        """See `papier.Papier`."""
        self._neu("angabe", name=name, text=text, klein=klein, bleibt=bleibt)

    def liste(self, zeilen: Sequence[str]) -> None:
        """See `papier.Papier`."""
        if zeilen:
            self._neu("liste", zeilen=list(zeilen))

    def ankreuzen(self, zeilen: Sequence[str]) -> None:
        """See `papier.Papier`."""
        if zeilen:
            self._neu("ankreuzen", zeilen=list(zeilen))

    def schreiblinien(self, anzahl: int) -> None:
        """See `papier.Papier`."""
        self._neu("schreiblinien", anzahl=anzahl)

    def verzeichnis(self, eintraege: Mapping[str, str]) -> None:
        """See `papier.Papier`. With their pages."""
        if eintraege:
            self._neu("verzeichnis", eintraege=[[marke, name] for marke, name in eintraege.items()])

    def tafel(
        self,
        titel: str,
        zeilen: Sequence[Mapping[str, str]],
        breiten: Sequence[float] = (),
        *,
        zahlen: bool = False,
        mitte_ab: int = 0,
    ) -> None:
        """See `papier.Papier`. The first cell of a row is its header."""
        if zeilen:
            self._bloecke.append(tafel(titel, zeilen, breiten, zahlen=zahlen, mitte_ab=mitte_ab))

    def bild(self, diagramme: Sequence[Diagramm], *, hoechstens_cm: float = 12.0) -> None:
        """See `papier.Papier`."""
        self._neu(
            "bild",
            **zeichnung(svg(diagramme, breite=BILDBREITE, rand=0), alternative(diagramme)),
            hoechstens_cm=hoechstens_cm,
            hinweis=" ".join(bemerkungen(diagramme)),
        )

    def code(self, adresse: str, text: str) -> None:
        """See `papier.Papier`."""
        if qr.passt(adresse):
            self._neu("code", **code(adresse, text))
        else:
            self.angabe(text, adresse, klein=True)

    def fertig(self) -> bytes:
        """The file. The same blocks at the same time give the same bytes."""
        kopf, fuss = list(self._angaben.kopf), list(self._angaben.fuss)
        daten = dateiangaben(self._angaben) | {"kopf": kopf, "fuss": fuss, "groesser": self._groesser}
        return setze("papier", daten | {"bloecke": self._bloecke}, self._angaben.jetzt)

    def _neu(self, art: str, **inhalt: Any) -> None:
        self._bloecke.append({"art": art, **inhalt})


def dateiangaben(angaben: Angaben) -> dict[str, Any]:
    """What the properties of a file say."""
    return {
        "titel": angaben.titel,
        "verfasser": angaben.verfasser,
        "thema": angaben.thema,
        "stichworte": list(angaben.kopf),
    }


def tafel(
    titel: str,
    zeilen: Sequence[Mapping[str, str]],
    breiten: Sequence[float] = (),
    *,
    zahlen: bool = False,
    mitte_ab: int = 0,
) -> Block:
    """A table as a block, see `papier.Papier.tafel`."""
    kopf = list(zeilen[0])
    return {
        "art": "tafel",
        "titel": titel,
        "kopf": kopf,
        "zeilen": [[zeile[name] for name in kopf] for zeile in zeilen],
        "breiten": list(breiten) or [1.0] * len(kopf),
        "zahlen": zahlen,
        "mitte_ab": mitte_ab,
    }


def code(adresse: str, text: str) -> Block:
    """A QR code with its address and what it leads to."""
    return zeichnung(qr.als_svg(adresse), f"QR-Code mit dem Link {adresse}") | {"adresse": adresse, "text": text}


def zeichnung(bild: str, alt: str) -> Block:
    """A drawing with its text alternative and its size in px."""
    masse = re.search(r'<svg\b[^>]*\bwidth="([\d.]+)"[^>]*\bheight="([\d.]+)"', bild)
    if masse is None:
        raise ValueError("Die Zeichnung hat keine Breite und Höhe.")
    return {"svg": bild, "alt": alt, "breite": float(masse[1]), "hoehe": float(masse[2])}
