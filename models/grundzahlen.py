"""Grundzahlen: the counted things that arrive in files. Formulas over them are Kennzahlen (analysis)."""

from dataclasses import dataclass
from typing import Final

from models.vokabular import Ebene, Raumprinzip, Thema, Zaehlweise

_NUR_HERKUNFT: Final = (Raumprinzip.HERKUNFT,)
_NUR_LEISTUNGSORT: Final = (Raumprinzip.LEISTUNGSORT,)
HESSEN: Final = "06"
"""Key of the Land whose Kooperationsvereinbarung has the Lieferungen of § 8."""

OEFFENTLICH: Final = 1
"""k of public figures: every count may be recognised, nothing is rounded."""


@dataclass(frozen=True)
class Grundzahl:
    """One counted thing.

    `k` is the smallest number of persons that may be recognisable as such (rules: design.md 2; 5 by default,
    10 for minors and for Hilfe nach §§ 67 ff. SGB XII). `alter_von`/`alter_bis` bound the persons counted
    (`alter_bis` inclusive, None = open). `raumprinzipien`: those it can have. `feinste_ebene`: the finest level at
    which it is delivered; with `kreis` the own Kreis stands in the file as a whole (5 digits). `stichtag`: month and
    day of the usual Stichtag. `laender`: Länder whose agreements have this Lieferung (2 digits), empty = all.
    """

    id: str
    titel: str
    thema: Thema
    k: int
    alter_von: int
    alter_bis: int | None
    raumprinzipien: tuple[Raumprinzip, ...] = (Raumprinzip.HERKUNFT, Raumprinzip.LEISTUNGSORT)
    feinste_ebene: Ebene = Ebene.GEMEINDE
    zaehlweise: Zaehlweise = Zaehlweise.PERSONEN
    stichtag: tuple[int, int] = (12, 31)
    laender: tuple[str, ...] = ()

    @property
    def oeffentlich(self) -> bool:
        """Whether it counts no persons: agreed Plätze are public facts and go through the Freigabe unrounded."""
        return self.zaehlweise == Zaehlweise.PLAETZE

    @property
    def nur_kreis(self) -> bool:
        """Whether there is no value below the Kreis."""
        return self.feinste_ebene == Ebene.KREIS


def _plaetze(id_: str, titel: str, thema: Thema) -> Grundzahl:
    return Grundzahl(id_, titel, thema, OEFFENTLICH, 0, None, _NUR_LEISTUNGSORT, zaehlweise=Zaehlweise.PLAETZE)


def _kreiszahl(id_: str, titel: str, thema: Thema, k: int, alter_von: int = 18) -> Grundzahl:
    return Grundzahl(id_, titel, thema, k, alter_von, None, feinste_ebene=Ebene.KREIS)


GRUNDZAHLEN: dict[str, Grundzahl] = {
    g.id: g
    for g in (
        Grundzahl("lb_bwf", "Leistungsberechtigte in besonderer Wohnform", Thema.WOHNEN, 5, 18, None),
        Grundzahl("lb_awf", "Leistungsberechtigte außerhalb besonderer Wohnformen", Thema.WOHNEN, 5, 18, None),
        Grundzahl("lb_wfbm", "Leistungsberechtigte im Arbeitsbereich der Werkstatt", Thema.ARBEIT, 5, 18, None),
        Grundzahl("minderjaehrige_egh", "Minderjährige mit Eingliederungshilfe", Thema.KINDER, 10, 0, 17),
        Grundzahl("lb_p67_ambulant", "Ambulante Hilfe nach §§ 67 ff. SGB XII", Thema.P67, 10, 18, None),
        _kreiszahl("lb_gastfamilie", "Erwachsene in Gast- und Pflegefamilien", Thema.WOHNEN, 5),
        _plaetze("plaetze_bwf", "Plätze in besonderen Wohnformen", Thema.WOHNEN),
        _kreiszahl("lb_bfa", "Leistungsberechtigte mit Budget für Arbeit", Thema.ARBEIT, 5),
        Grundzahl("lb_tagesfoerderung", "Leistungsberechtigte in der Tagesförderung", Thema.ARBEIT, 5, 18, None),
        _plaetze("plaetze_wfbm", "Plätze in Werkstätten", Thema.ARBEIT),
        Grundzahl("lb_fruehfoerderung", "Kinder mit heilpädagogischen Leistungen", Thema.KINDER, 10, 0, 6),
        # Pupils start at 6 and may be of age; K4 of the catalogue is measured on 7 to 17 (see its record).
        Grundzahl("lb_schulbegleitung", "Schülerinnen und Schüler mit Schulbegleitung", Thema.KINDER, 10, 6, 20),
        Grundzahl(
            "schulabgaenger_folgejahr",
            "Schulabgängerinnen und Schulabgänger im Folgejahr",
            Thema.KINDER,
            10,
            0,
            None,
            _NUR_HERKUNFT,
            Ebene.KREIS,
            stichtag=(4, 30),
            laender=(HESSEN,),
        ),
        Grundzahl("lb_p67_stationaer", "Stationäre Hilfe nach §§ 67 ff. SGB XII", Thema.P67, 10, 18, None),
        Grundzahl(
            "personen_gesamt",
            "Erwachsene mit Eingliederungshilfe, jede Person einmal gezählt",
            Thema.UEBERGREIFEND,
            5,
            18,
            None,
            _NUR_HERKUNFT,
        ),
        Grundzahl(
            "lb_regelaltersgrenze",
            "Leistungsberechtigte jenseits der Regelaltersgrenze",
            Thema.UEBERGREIFEND,
            5,
            65,
            None,
            _NUR_HERKUNFT,
            Ebene.KREIS,
            laender=(HESSEN,),
        ),
    )
}
"""Grundzahlen of Fallzahlen files. The population is not among them: it is public and not protected."""

EINWOHNER = "einwohner"
"""Id of the one Grundzahl that is public: the population."""

TEILMENGEN: Final[dict[str, str]] = {
    "lb_fruehfoerderung": "minderjaehrige_egh",
    **dict.fromkeys(
        ("lb_bwf", "lb_awf", "lb_gastfamilie", "lb_wfbm", "lb_bfa", "lb_tagesfoerderung", "lb_regelaltersgrenze"),
        "personen_gesamt",
    ),
}
"""Grundzahl -> the Grundzahl that holds all its persons. An audit over several cubes must know this."""

GETRENNT: Final[tuple[frozenset[str], ...]] = (frozenset({"lb_bwf", "lb_awf", "lb_gastfamilie"}),)
"""Grundzahlen of which a person has one at most at a Stichtag: only these may ever be added up to persons."""


def verwandte(grundzahl: str) -> frozenset[str]:
    """The Grundzahlen whose persons hang together with those of this one, itself included (`TEILMENGEN`)."""
    gefunden = {grundzahl}
    while True:
        weitere = {x for paar in TEILMENGEN.items() if gefunden & set(paar) for x in paar} - gefunden
        if not weitere:
            return frozenset(gefunden)
        gefunden |= weitere


def darf_addieren(grundzahlen: tuple[str, ...]) -> bool:
    """Whether counts may be added up without counting a person twice."""
    return len(grundzahlen) < 2 or any(set(grundzahlen) <= gruppe for gruppe in GETRENNT)
