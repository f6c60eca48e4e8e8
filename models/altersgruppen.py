"""Age groups of Fallzahlen: how groups of files are brought into one partition without overlap."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from models.vokabular import INSGESAMT

OFFEN: Final = 999
"""Stands for "and older"."""

FEIN: Final = ((0, 6), (7, 17), (18, 49), (50, 59), (60, 64), (65, OFFEN))
"""The finest age groups of a Lieferung, in years, both ends inclusive."""

GROB: Final = ((0, 17), (18, 64), (65, OFFEN))
"""The groups that ages are joined to where finer ones cannot be published."""

Partition = dict[str, tuple[str, ...]]
"""Part -> the groups of files that lie in it; the parts do not overlap, from young to old."""


def grenzen(gruppe: str) -> tuple[int, int]:
    """First and last age of a group as files have it: `7-17`, `65+`, `insgesamt`. ValueError for anything else."""
    if gruppe == INSGESAMT:
        return 0, OFFEN
    if treffer := re.fullmatch(r"(\d{1,3})(?:-(\d{1,3})|(\+))?", gruppe):
        von = int(treffer[1])
        return von, OFFEN if treffer[3] else int(treffer[2] or von)
    raise ValueError(f"„{gruppe}“ ist keine Altersgruppe. Möglich sind zum Beispiel 18-64, 65+ und {INSGESAMT}.")


def name(von: int, bis: int) -> str:
    """The one way a group is written: `grenzen` turned round."""
    return f"{von}+" if bis == OFFEN else f"{von}-{bis}"


def _innerhalb(alter_von: int, alter_bis: int | None) -> list[tuple[int, int]]:
    """The finest groups that touch the ages a Grundzahl counts."""
    letzte = OFFEN if alter_bis is None else alter_bis
    return [(von, bis) for von, bis in FEIN if bis >= alter_von and von <= letzte]


def _verbinde(feine: Sequence[tuple[int, int]], gruppen: Iterable[str]) -> list[tuple[int, int]]:
    """The finest parts such that every group lies in one of them."""
    teile = list(feine)
    for von, bis in map(grenzen, gruppen):
        beruehrt = [t for t in teile if t[1] >= von and t[0] <= bis]
        if beruehrt:
            ganz = (beruehrt[0][0], beruehrt[-1][1])
            teile = sorted([t for t in teile if t not in beruehrt] + [ganz])
    return teile


def _zugeordnet(teile: Sequence[tuple[int, int]], gruppen: Iterable[str]) -> Partition:
    je_teil: dict[str, list[str]] = {name(*t): [] for t in teile}
    for gruppe in sorted(set(gruppen)):
        von, bis = grenzen(gruppe)
        je_teil[next(name(*t) for t in teile if t[1] >= von and t[0] <= bis)].append(gruppe)
    return {teil: tuple(liste) for teil, liste in je_teil.items()}


def gemeinsame_partition(gruppen: Sequence[str], alter_von: int, alter_bis: int | None) -> Partition | None:
    """The finest partition that all these groups fit into, within the ages counted; None if only one part is left."""
    teile = _verbinde(_innerhalb(alter_von, alter_bis), gruppen)
    return _zugeordnet(teile, gruppen) if len(teile) > 1 else None


def grobe_partition(partition: Partition) -> Partition | None:
    """The parts joined to 0-17, 18-64 and 65+, as far as they reach; None if only one part is left."""
    teile = [grenzen(teil) for teil in partition]
    grobe = _verbinde(teile, [name(*g) for g in GROB])
    gruppen = [gruppe for liste in partition.values() for gruppe in liste]
    return _zugeordnet(grobe, gruppen) if len(grobe) > 1 else None


def fasse_gruppen(
    teile: Sequence[str], gruppen: Sequence[str], alter_von: int, alter_bis: int | None
) -> Partition | None:
    """`gruppen` in exactly these parts; None if one of them does not lie in one part."""
    fest = [grenzen(teil) for teil in teile]
    # As wide as the finest groups: "insgesamt" of minors touches no adult.
    for gruppe in gruppen:
        von, bis = grenzen(gruppe)
        beruehrt = [t for t in _innerhalb(alter_von, alter_bis) if t[1] >= von and t[0] <= bis]
        if not beruehrt or not any(t[0] <= beruehrt[0][0] and beruehrt[-1][1] <= t[1] for t in fest):
            return None
    return _zugeordnet(fest, gruppen)
