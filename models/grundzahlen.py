"""Grundzahlen: the counted things that arrive in files. Formulas over them are Kennzahlen (analysis)."""

from dataclasses import dataclass

from models.vokabular import Raumprinzip, Thema


@dataclass(frozen=True)
class Grundzahl:
    """One counted thing.

    `k` is the smallest number of persons that may be recognisable as such (rules: design.md 2; 5 by default,
    10 for minors and for Hilfe nach §§ 67 ff. SGB XII). `alter_von`/`alter_bis` bound the persons counted
    (`alter_bis` inclusive, None = open).
    """

    id: str
    titel: str
    thema: Thema
    k: int
    alter_von: int
    alter_bis: int | None
    raumprinzipien: tuple[Raumprinzip, ...] = (Raumprinzip.HERKUNFT, Raumprinzip.LEISTUNGSORT)


GRUNDZAHLEN: dict[str, Grundzahl] = {
    g.id: g
    for g in (
        Grundzahl("lb_bwf", "Leistungsberechtigte in besonderer Wohnform", Thema.WOHNEN, 5, 18, None),
        Grundzahl("lb_awf", "Leistungsberechtigte außerhalb besonderer Wohnformen", Thema.WOHNEN, 5, 18, None),
        Grundzahl("lb_wfbm", "Leistungsberechtigte im Arbeitsbereich der Werkstatt", Thema.ARBEIT, 5, 18, None),
        Grundzahl("minderjaehrige_egh", "Minderjährige mit Eingliederungshilfe", Thema.KINDER, 10, 0, 17),
        Grundzahl("lb_p67_ambulant", "Ambulante Hilfe nach §§ 67 ff. SGB XII", Thema.P67, 10, 18, None),
    )
}
"""Grundzahlen of Fallzahlen files. The population is not among them: it is public and not protected."""

EINWOHNER = "einwohner"
"""Id of the one Grundzahl that is public: the population."""
