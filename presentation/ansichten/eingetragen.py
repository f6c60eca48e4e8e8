"""What all views of things people entered have in common: a region, a picture, a table in words, a tidy frame."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from analysis.bestand import Bestand
from presentation.ansichten.bogen import Bogen, KeineAnsicht, Reihen, Tafel, Werte
from presentation.ansichten.stelle import Stelle
from presentation.charts.diagramm import Diagramm
from presentation.farben import Modus
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.klartext import klarzeilen
from presentation.texts.linksaetze import ohne_stattdessen

Paar = tuple[str, str]


@dataclass(frozen=True)
class Regionsblick:
    """What such a view looks at, beginning with its region."""

    gebiete: Bestand

    @property
    def region(self) -> str:
        """Slug of the region."""
        return self.gebiete.region.slug

    @property
    def regionsname(self) -> str:
        """Name of the region."""
        return self.gebiete.region.name


def tafel(titel: str, zeilen: Sequence[Mapping[str, object]], *, zahlen: bool = False) -> Tafel:
    """The rows of a page in words: badges and icons of the screen are gone, what they say stays."""
    return Tafel(titel, tuple(klarzeilen(zeilen)), zahlen)


def bogen(
    stelle: Stelle,
    stamm: str,
    befund: str,
    unterzeile: str,
    *,
    bild: Callable[[Modus], Diagramm | None],
    tafel: Callable[[], Tafel],
    rahmen: Callable[[], pl.DataFrame],
    titel: str,
    angaben: Sequence[Paar],
    synthetisch: bool,
    legende: str = "",
    zeichen: Sequence[Paar] = (),
    zahlen: Callable[[], Reihen | None] = lambda: None,
) -> Bogen | None:
    """The view; None where there is nothing to draw.

    `titel`: of the frame. `angaben`: what is counted, source, Stand, protection, what it does not say. `legende`: what
    the marks of the picture mean where the page says it and not the picture; a file says it beside the picture.
    """
    if bild("druck") is None:
        return None

    def gezeichnet(modus: Modus) -> Sequence[Diagramm]:
        d = bild(modus)
        if d is None or modus != "druck":
            return [d] if d else []
        worte = (legende,) if legende else ()
        uebrige = tuple(h for h in d.hinweise if not any(h.startswith(f"„{z}“") for z, _ in zeichen))
        return [replace(d, hinweise=(*worte, *uebrige), zeichen=(*worte, *d.zeichen))]

    marke = (("Hinweis", SYNTHETISCH),) if synthetisch else ()
    return Bogen(
        stelle=stelle,
        stamm=stamm,
        befund=befund,
        unterzeile=unterzeile,
        diagramme=gezeichnet,
        tafel=tafel,
        werte=lambda: Werte(rahmen(), titel, (*marke, *angaben), tuple(zeichen)),
        fuss=tuple(angaben),
        synthetisch=synthetisch,
        kopf=befund,
        zeichen=tuple(zeichen),
        methode=tuple(angaben),
        reihen=zahlen,
    )


def pruefe(b: Bogen | None, seite: str) -> Bogen:
    """The view of a link. Raises `KeineAnsicht` where there is nothing to draw. `seite`: name of the page."""
    if b is None:
        raise KeineAnsicht(
            "Zu diesem Link ist zurzeit nichts eingetragen, was sich zeichnen lässt. "
            f"Was eingetragen ist, zeigt die Seite „{seite}“."
        )
    return b


def lehne_ab(saetze: Sequence[str], seite: str) -> None:
    """Raise `KeineAnsicht` with the first sentence on a value of the link that gave way.

    A page then shows something else and says so. A file of something else would bear a false name.
    """
    if saetze:
        raise KeineAnsicht(
            f"{ohne_stattdessen(saetze[0])} Bitte auf der Seite „{seite}“ neu wählen und den Link neu holen."
        )
