"""A Merkliste as one file: its name, what is in it, then each view in the order of the list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.merkliste import Eintrag, Merkliste, packe
from presentation.ansichten.stelle import Stelle, stelle
from presentation.ansichten.verzeichnis import artname
from presentation.exports import bogenpapier, qr
from presentation.exports.dateiname import dateiname
from presentation.exports.folien import folien
from presentation.exports.haende import HAENDE, NAMEN
from presentation.exports.papier import Angaben, Papier
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.zahlen import datum

SEITE: Final = "berichte"
OHNE_NAMEN: Final = "Merkliste"
"""What a list without a name is called."""


@dataclass(frozen=True)
class Posten:
    """An entry with its view as of now, or the sentence why there is none."""

    eintrag: Eintrag
    bogen: Bogen | None
    grund: str = ""

    @property
    def titel(self) -> str:
        """What the list calls the view: its own name, else the finding."""
        return self.eintrag.name or (self.bogen.befund if self.bogen else artname(self.eintrag.stelle))


def posten(liste: Merkliste, bogen_der: Callable[[Stelle], Bogen]) -> tuple[Posten, ...]:
    """The views of a list, those that are no more with their reason."""

    def einer(eintrag: Eintrag) -> Posten:
        try:
            return Posten(eintrag, bogen_der(eintrag.stelle))
        except KeineAnsicht as grund:
            return Posten(eintrag, None, str(grund))

    return tuple(einer(e) for e in liste.eintraege)


def link(liste: Merkliste) -> Stelle:
    """Where the list is opened. Raises `ListeUnlesbar` if it is too long for a link."""
    return stelle(SEITE, {"ansicht": ["merkliste"], "auswahl": [packe(liste)]})


def stamm(liste: Merkliste, alle: Sequence[Posten]) -> str:
    """Name of the files, without ending."""
    return dateiname("merkliste", liste.name, synthetisch=_synthetisch(alle))


def als_papier(liste: Merkliste, alle: Sequence[Posten], umstand: Umstand, endung: str) -> bytes:
    """The list as a file with this ending of `HAENDE`."""
    papier = HAENDE[endung](_angaben(liste, alle, umstand))
    _schreibe(papier, liste, alle, umstand)
    umstand.fortschritt(len(alle), len(alle), "")
    return papier.fertig()


def als_pptx(liste: Merkliste, alle: Sequence[Posten], umstand: Umstand) -> bytes:
    """The list as slides: one a view, before them its name and what is left out."""
    fehlend = [p.titel for p in alle if p.bogen is None]
    saetze = [f"Nicht enthalten, weil es sie nicht mehr gibt: {'; '.join(fehlend)}"] if fehlend else []
    return folien(benannte(alle), umstand, liste.name or OHNE_NAMEN, saetze)


SCHREIBER: Final[Mapping[str, tuple[str, Callable[[Merkliste, Sequence[Posten], Umstand], bytes]]]] = {
    ".pptx": ("PowerPoint", als_pptx),
    **{endung: (name, partial(als_papier, endung=endung)) for endung, name in NAMEN.items()},
}
"""Ending of the file -> its name on screen, and who writes it."""


def benannte(alle: Sequence[Posten]) -> list[Bogen]:
    """The views that are there; one with a name of its own has it as title, and its finding below."""

    def einer(bogen: Bogen, name: str) -> Bogen:
        return replace(bogen, befund=name, unterzeile=f"{bogen.befund}. {bogen.unterzeile}") if name else bogen

    return [einer(p.bogen, p.eintrag.name) for p in alle if p.bogen is not None]


def auslassungen(alle: Sequence[Posten]) -> list[str]:
    """A line for each entry that no file can hold."""
    return [f"{p.titel}: {p.grund}" for p in alle if p.bogen is None]


def _synthetisch(alle: Sequence[Posten]) -> bool:
    return any(p.bogen.synthetisch for p in alle if p.bogen is not None)


def _angaben(liste: Merkliste, alle: Sequence[Posten], umstand: Umstand) -> Angaben:
    titel = liste.name or OHNE_NAMEN
    return Angaben(
        titel=titel,
        thema="Merkliste aus Sozialraumblick",
        verfasser=bogenpapier.VERFASSER,
        kopf=(titel, SYNTHETISCH) if _synthetisch(alle) else (titel,),
        fuss=bogenpapier.fuss(umstand.jetzt),
        jetzt=umstand.jetzt,
    )


def _schreibe(papier: Papier, liste: Merkliste, alle: Sequence[Posten], umstand: Umstand) -> None:
    boegen = {f"ansicht{n}": b for n, b in enumerate(benannte(alle), start=1)}
    papier.titel(liste.name or OHNE_NAMEN)
    papier.absatz(f"Die Zahlen gelten, wie sie am {datum(umstand.jetzt.date())} veröffentlicht waren.")
    if _synthetisch(alle):
        papier.absatz(SYNTHETISCH, fett=True)
    papier.ueberschrift("Inhalt", 1)
    papier.verzeichnis({marke: b.befund for marke, b in boegen.items()})
    if fehlend := auslassungen(alle):
        papier.ueberschrift("Nicht enthalten", 1)
        papier.liste(fehlend)
    if umstand.basis and qr.passt(adresse := link(liste).adresse(umstand.basis)):
        papier.code(adresse, "Diese Liste öffnen")
    for nummer, (marke, bogen) in enumerate(boegen.items()):
        umstand.fortschritt(nummer, len(boegen), bogen.befund)
        bogenpapier.schreibe(papier, bogen, umstand, marke=marke)
