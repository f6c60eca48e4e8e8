"""The bars the rounding has to reach, and what it reaches: one line each. Run by `cli.py bench geheimhaltung`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.geheimhaltung.messung import REFERENZ, UNNA_AEHNLICH, WMK_AEHNLICH, Gestalt, Messung, generate, measure
from analysis.geheimhaltung.referenz import Tafelguete
from analysis.geheimhaltung.schutz import schuetze

MITTEL: Final = {3: 0.55, 5: 1.0}
HOECHSTENS: Final = {3: 6, 5: 9}
FREI: Final = {3: 1.5, 5: 2.7}
RELATIV: Final = {3: 0.015, 5: 0.03}
"""Bars by k: mean and largest deviation, mean of a free Planungsraum, relative error from 20 persons."""
GESTALTEN: Final[Mapping[str, Gestalt]] = {
    "WMK-ähnlich": WMK_AEHNLICH,
    "Unna-ähnlich": UNNA_AEHNLICH,
    "Referenzgröße": REFERENZ,
}
KLEINES_K: Final = (3, 5, 10)
SAAT: Final = 3


@dataclass(frozen=True)
class Latte:
    """One bar: `hoechstens` is the largest value that reaches it, None where there is only a figure."""

    name: str
    wert: float
    hoechstens: float | None

    @property
    def erfuellt(self) -> bool | None:
        """Whether the bar is reached; None without a bar."""
        return None if self.hoechstens is None else self.wert <= self.hoechstens


@dataclass(frozen=True)
class Festgemessen:
    """A series Herkunft x Leistungsort of one shape, protected with exact totals where that has a solution."""

    gestalt: str
    k: int
    eckwerte_exakt: bool
    messung: Messung

    def latten(self) -> list[Latte]:
        """Its bars; figures only where there is no bar for this k."""
        k, name = self.k, f"{self.gestalt}, k = {self.k}"
        return [
            Latte(f"{name}: mittlere Abweichung", self.messung.mittel, MITTEL.get(k)),
            Latte(f"{name}: größte Abweichung", self.messung.hoechste, HOECHSTENS.get(k)),
            Latte(f"{name}: freier Planungsraum", self.messung.frei, FREI.get(k)),
        ]


def bars_of_table(guete: Tafelguete, k: int) -> list[Latte]:
    """The bars of the reference table (design.md 7, geheimhaltung.md 7)."""
    return [
        Latte(f"Referenztabelle, k = {k}: mittlere Abweichung", guete.mittel, MITTEL[k]),
        Latte(f"Referenztabelle, k = {k}: größte Abweichung", guete.hoechste, HOECHSTENS[k]),
        Latte(f"Referenztabelle, k = {k}: freier Planungsraum je Leistungsart", guete.frei, FREI[k]),
        Latte(f"Referenztabelle, k = {k}: relativer Fehler ab 20 Personen", guete.relativ, RELATIV[k]),
        Latte(f"Referenztabelle, k = {k}: nicht additive Summen", guete.nicht_additiv, 0),
        Latte(f"Referenztabelle, k = {k}: Innenzellen mit 1 bis {k - 1}", guete.kleine_gezeigt, 0),
    ]


def measure_fixed_totals(gestalten: Mapping[str, Gestalt]) -> Iterator[Festgemessen]:
    """Every shape with every k."""
    for name, gestalt in gestalten.items():
        for k in KLEINES_K:
            yield measure_shape(name, gestalt, k)


def measure_shape(name: str, gestalt: Gestalt, k: int) -> Festgemessen:
    """One shape with one k."""
    probe = generate(gestalt, k, np.random.default_rng(SAAT))
    ergebnis = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, b"bench")
    messung = measure(probe.wahr, ergebnis.wuerfel, ergebnis.angaben, np.random.default_rng(SAAT + 1))
    return Festgemessen(name, k, ergebnis.angaben.eckwerte_exakt, messung)
