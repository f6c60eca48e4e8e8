"""What is said about a file: the object that `inspect` and `import --dry-run` print."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Literal

from models.vokabular import Lieferungsart

Bereitschaft = Literal["ok", "rueckfrage", "abgelehnt"]
"""State of a reading: can be stored, a question is open, refused."""

HOECHSTENS_FEHLER: Final = 100
"""More errors than this are only counted: nobody reads them, and a broken file can have a million."""

_LAENGSTER_WERT: Final = 40

_ZAHLARTIG = re.compile(r"[\s\d.,+\-–−%()'*]*\d[\s\d.,+\-–−%()'*]*[prse]?")


@dataclass(frozen=True)
class Fehler:
    """One reason for a refusal. `grund`: what is wrong, what is allowed, what to do next (German)."""

    zeile: int | None
    spalte: str | None
    wert: str | None
    grund: str


@dataclass(frozen=True)
class Frage:
    """What only the sender can know. Answered with `--antwort SCHLUESSEL=WERT`; empty `auswahl` = free text."""

    schluessel: str
    text: str
    auswahl: tuple[str, ...]


@dataclass(frozen=True)
class Befund:
    """The finding about a file: what it is, what was counted in it, what stands against storing it.

    `zeilen` are the data rows of the block that counts, `zellen` its figures and signs, `zeichen` how often each
    sign of the official legend stands in place of a figure ("leer" = empty cell) or beside one (p, r, s, e, "()").
    `summen`: level -> column -> sum over all rows of that level, in persons. `verdeckt`: the file holds raw counts.
    """

    profil: str
    status: Bereitschaft
    kodierung: str
    zeilen: int = 0
    zellen: int = 0
    zeichen: dict[str, int] = field(default_factory=dict)
    stichtage: tuple[str, ...] = ()
    summen: dict[str, dict[str, int | float]] = field(default_factory=dict)
    schluessel_unbekannt: tuple[str, ...] = ()
    warnungen: tuple[str, ...] = ()
    fehler: tuple[Fehler, ...] = ()
    fragen: tuple[Frage, ...] = ()
    verdeckt: bool = False

    def als_objekt(self) -> dict[str, object]:
        """The finding as plain values for JSON, with exactly the keys of the Contract and `fragen`."""
        return {
            "profil": self.profil,
            "status": self.status,
            "kodierung": self.kodierung,
            "zeilen": self.zeilen,
            "zellen": self.zellen,
            "zeichen": dict(self.zeichen),
            "stichtage": list(self.stichtage),
            "summen": {ebene: dict(spalten) for ebene, spalten in self.summen.items()},
            "schluessel_unbekannt": list(self.schluessel_unbekannt),
            "warnungen": list(self.warnungen),
            "fehler": [{"zeile": f.zeile, "spalte": f.spalte, "wert": f.wert, "grund": f.grund} for f in self.fehler],
            "fragen": [{"schluessel": f.schluessel, "text": f.text, "auswahl": list(f.auswahl)} for f in self.fragen],
        }

    def zum_aufbewahren(self, art: str) -> dict[str, object]:
        """What of the finding may stay on the reading side: no sums, and of Fallzahlen (or a file that was sent as
        such: `art`) not how many rows, figures and signs."""
        objekt = self.als_objekt()
        fehlt = {"summen"}
        if self.verdeckt or art == Lieferungsart.FALLZAHLEN:
            fehlt |= {"zeilen", "zellen", "zeichen"}
        return {name: wert for name, wert in objekt.items() if name not in fehlt}


@dataclass
class Sammler:
    """Gathers what is found while a file is read. `verdeckt`: the file holds raw counts, no number is repeated."""

    profil: str
    kodierung: str
    verdeckt: bool = False
    zeilen: int = 0
    zellen: int = 0
    zeichen: Counter[str] = field(default_factory=Counter)
    stichtage: tuple[str, ...] = ()
    summen: dict[str, dict[str, int | float]] = field(default_factory=dict)
    unbekannt: tuple[str, ...] = ()
    warnungen: list[str] = field(default_factory=list)
    fehler: list[Fehler] = field(default_factory=list)
    fragen: list[Frage] = field(default_factory=list)
    _weitere: int = 0

    def beanstande(
        self, grund: str, zeile: int | None = None, spalte: str | None = None, wert: str | None = None
    ) -> None:
        """Note a reason for refusal; `wert` is shortened, and left out where it could be a raw count."""
        if len(self.fehler) >= HOECHSTENS_FEHLER:
            self._weitere += 1
            return
        self.fehler.append(Fehler(zeile, spalte, self._zeigbar(wert), grund))

    def warne(self, text: str) -> None:
        """Note what the user should know although the file can be stored."""
        if text not in self.warnungen:
            self.warnungen.append(text)

    def frage(self, schluessel: str, text: str, auswahl: tuple[str, ...]) -> None:
        """Note an open question, once per key."""
        if all(f.schluessel != schluessel for f in self.fragen):
            self.fragen.append(Frage(schluessel, text, auswahl))

    def befund(self) -> Befund:
        """The finding: refused if there is an error, a question if one is open, else ok."""
        status: Bereitschaft = "abgelehnt" if self.fehler else "rueckfrage" if self.fragen else "ok"
        fehler = list(self.fehler)
        if self._weitere:
            text = f"Dazu kommen {self._weitere} weitere Fehler. Bitte zuerst die genannten berichtigen."
            fehler.append(Fehler(None, None, None, text))
        return Befund(
            profil=self.profil,
            status=status,
            kodierung=self.kodierung,
            zeilen=self.zeilen,
            zellen=self.zellen,
            zeichen={z: self.zeichen[z] for z in sorted(self.zeichen) if self.zeichen[z]},
            stichtage=self.stichtage,
            summen=self.summen,
            schluessel_unbekannt=self.unbekannt,
            warnungen=tuple(self.warnungen),
            fehler=tuple(fehler),
            fragen=tuple(self.fragen),
            verdeckt=self.verdeckt,
        )

    def _zeigbar(self, wert: str | None) -> str | None:
        if wert is None or (self.verdeckt and _ZAHLARTIG.fullmatch(wert)):
            return None
        kurz = wert if len(wert) <= _LAENGSTER_WERT else wert[: _LAENGSTER_WERT - 1] + "…"
        return re.sub(r"\d", "#", kurz) if self.verdeckt else kurz
