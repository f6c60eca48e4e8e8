"""The public facts about a published cube. They go out with every export and are part of what an attacker knows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Schutzangaben:
    """How one cube was protected (design.md 2, "The rounding is one integer problem").

    `k`: cells of 1..k-1 persons were set to 0 or k. `c`: how far a large cell may have been moved to keep the
    Kreis totals (0 = no cell was moved). `eckwerte_exakt`: the Kreis totals by Herkunft and by Leistungsort are
    the true ones. `gemeinden`: AGS of the region; `weitere`: the Kreise named besides, `uebrige` and `unbekannt`
    included. `raeume`: AGS -> Planungsraum of the Haupteinteilung that was a bounded margin.
    `raumprinzipien`: those the Lieferung has.
    """

    k: int
    c: int
    eckwerte_exakt: bool
    gemeinden: tuple[str, ...]
    weitere: tuple[str, ...]
    raeume: dict[str, str]
    raumprinzipien: tuple[str, ...]
