"""The public facts about a published cube. They go out with every export and are part of what an attacker knows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any, Final

from models.vokabular import INSGESAMT, NICHT_ERHOBEN, Quellschutz, Raumprinzip


@dataclass(frozen=True)
class Eckwert:
    """A public figure about the persons of a cube: fixed in the rounding, known to everybody (KIND `eckwerte`).

    `gebiet`: AGS of the Kreis or of a Gemeinde of the region. The true number lies within `anzahl` ± `spiel` persons:
    0 = exact, 2 = rounded to multiples of five.
    """

    stichtag: date
    raumprinzip: str
    gebiet: str
    anzahl: int
    spiel: int
    quelle: str

    @property
    def genau(self) -> bool:
        """Whether it is the true number, not a rounded one."""
        return self.spiel == 0

    def glieder(self, gemeinden: Sequence[str]) -> frozenset[str]:
        """The places of a cube that it is the sum of: one of them, or all if it is their Kreis, or none."""
        if self.gebiet in gemeinden:
            return frozenset((self.gebiet,))
        ganz = all(ags.startswith(self.gebiet) for ags in gemeinden)
        return frozenset(gemeinden) if ganz else frozenset()


SPIEL_DER_QUELLE: Final[dict[str, int]] = {Quellschutz.KEINER: 0, Quellschutz.FUENFER: 2, Quellschutz.SPERRUNG: 0}
"""How far the truth may lie from a number as its source published it (persons); a number kept back has no bound."""


@dataclass(frozen=True)
class Quellsumme:
    """A total that arrived protected and stays as it was delivered, even if it is not the sum of its parts.

    `gebiet`: AGS of a Gemeinde, empty for the whole region. `anzahl` None: its source keeps it back. The truth lies
    within `anzahl` ± `spiel` persons.
    """

    stichtag: date
    raumprinzip: str
    gebiet: str
    anzahl: int | None
    spiel: int


ALTER: Final = "altersgruppe"
GESCHLECHT: Final = "geschlecht"
MERKMALE: Final = (ALTER, GESCHLECHT)
"""By what the Kreis as a whole can be broken down."""

MERKMALSWORT: Final = {ALTER: "Alter", GESCHLECHT: "Geschlecht"}
"""To complete "nach …"."""


@dataclass(frozen=True)
class Gliederung:
    """A second cube of the same persons: the Kreis as a whole by age and sex (design.md 2, "One finest cell").

    `altersgruppen` and `geschlechter`: the values of each axis, (`insgesamt`,) where it is not broken down.
    `raumprinzip`: by which total of the Kreis it adds up. `k`, `c`: as in `Schutzangaben`.
    """

    raumprinzip: str
    altersgruppen: tuple[str, ...]
    geschlechter: tuple[str, ...]
    k: int
    c: int

    @property
    def merkmale(self) -> tuple[str, ...]:
        """By what it is broken down."""
        achsen = {ALTER: self.altersgruppen, GESCHLECHT: self.geschlechter}
        return tuple(merkmal for merkmal, werte in achsen.items() if werte != (INSGESAMT,))

    @property
    def kreuzt(self) -> bool:
        """Whether every age and every sex is a sum of several cells: a bounded margin."""
        return len(self.altersgruppen) > 1 and len(self.geschlechter) > 1

    @property
    def schwelle(self) -> int:
        """Below this number of persons a cell is shown as a multiple of k: k, as nothing here is a Gemeinde."""
        return self.k


@dataclass(frozen=True)
class Schutzangaben:
    """How one cube was protected (design.md 2, "The rounding is one integer problem").

    `k`: cells of 1..k-1 persons were set to 0 or k. `c`: how far a large cell may have been moved to keep the
    Kreis totals (0 = no cell was moved). `eckwerte_exakt`: the Kreis totals by Herkunft and by Leistungsort are
    the true ones. `gemeinden`: AGS of the region; `weitere`: the Kreise named besides, `uebrige` and `unbekannt`
    included. `raeume`: AGS -> Planungsraum of the Haupteinteilung that was a bounded margin.
    `raumprinzipien`: those the Lieferung has. `eckwerte`: public figures that were fixed. `gliederung`: the second
    cube, if there is one. `quellschutz`: Stichtag (ISO) -> how its source had protected the numbers before:
    there the cube holds what was delivered (null = kept back by the source), and `quellsummen` the totals that came
    with it.
    """

    k: int
    c: int
    eckwerte_exakt: bool
    gemeinden: tuple[str, ...]
    weitere: tuple[str, ...]
    raeume: dict[str, str]
    raumprinzipien: tuple[str, ...]
    eckwerte: tuple[Eckwert, ...] = ()
    gliederung: Gliederung | None = None
    quellschutz: dict[str, str] = field(default_factory=dict)
    quellsummen: tuple[Quellsumme, ...] = ()

    @property
    def schwelle(self) -> int:
        """Below this number of persons a cell is shown as a multiple of k."""
        return schwelle(self.k, self.raumprinzipien)

    @property
    def feste_zellen(self) -> frozenset[tuple[date, str, str]]:
        """Cells (Stichtag, Herkunft, Leistungsort) that are an exact public figure all by themselves.

        They are shown as they are, however small. Where the cube has both ends a figure is a sum of several cells.
        """
        if len(self.raumprinzipien) > 1 and (len(self.gemeinden) > 1 or self.weitere):
            return frozenset()
        zellen = set()
        for e in self.eckwerte:
            glieder = e.glieder(self.gemeinden)
            if e.genau and len(glieder) == 1:
                (ags,) = glieder
                herkunft, leistungsort = (ags if p in self.raumprinzipien else NICHT_ERHOBEN for p in Raumprinzip)
                zellen.add((e.stichtag, herkunft, leistungsort))
        return frozenset(zellen)

    def als_objekt(self) -> dict[str, object]:
        """The facts as JSON; `angaben_aus` reads them again."""
        objekt: dict[str, object] = {f.name: getattr(self, f.name) for f in fields(self)}
        objekt["eckwerte"] = [{**vars(e), "stichtag": e.stichtag.isoformat()} for e in self.eckwerte]
        objekt["quellsummen"] = [{**vars(s), "stichtag": s.stichtag.isoformat()} for s in self.quellsummen]
        objekt["gliederung"] = asdict(self.gliederung) if self.gliederung else None
        return {n: list(w) if isinstance(w, tuple) else w for n, w in objekt.items()}


def je_raum(raeume: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Planungsraum -> its Gemeinden, from AGS -> Planungsraum."""
    return {raum: frozenset(ags for ags, r in raeume.items() if r == raum) for raum in dict.fromkeys(raeume.values())}


def schwelle(k: int, raumprinzipien: tuple[str, ...]) -> int:
    """From how many persons on a cell may be shown as it is.

    k for cells Herkunft x Leistungsort. With one Raumprinzip the cell is the Gemeinde itself, and a Gemeinde shown
    below 2k must leave k numbers possible (design.md 2, "Disclosed"), so everything below 2k is rounded.
    """
    return k if len(raumprinzipien) > 1 else 2 * k


def angaben_aus(objekt: Mapping[str, Any]) -> Schutzangaben:
    """The public facts as they stand in a Freigabe (JSON) as a record."""
    felder = _tupel(objekt)
    gliederung = objekt.get("gliederung")
    felder["gliederung"] = Gliederung(**_tupel(gliederung)) if gliederung else None
    felder["eckwerte"] = tuple(
        Eckwert(**{**e, "stichtag": date.fromisoformat(e["stichtag"])}) for e in objekt.get("eckwerte") or ()
    )
    felder["quellsummen"] = tuple(
        Quellsumme(**{**s, "stichtag": date.fromisoformat(s["stichtag"])}) for s in objekt.get("quellsummen") or ()
    )
    return Schutzangaben(**felder)


def _tupel(objekt: Mapping[str, Any]) -> dict[str, Any]:
    """JSON knows lists only; records hold tuples."""
    return {n: tuple(w) if isinstance(w, list) else w for n, w in objekt.items()}
