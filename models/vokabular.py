"""The closed word lists of the product. The value is what stands in files, links and databases."""

from enum import StrEnum
from typing import Final


class Ebene(StrEnum):
    """Level of an area, from the coarsest to the finest."""

    BUND = "bund"
    LAND = "land"
    KREIS = "kreis"
    PLANUNGSRAUM = "planungsraum"
    GEMEINDE = "gemeinde"


class Raumprinzip(StrEnum):
    """Where a person is counted: where she comes from, or where the service is given (domain.md 2.0)."""

    HERKUNFT = "herkunft"
    LEISTUNGSORT = "leistungsort"


class Status(StrEnum):
    """State of a value. A null without a status means nothing, so no value travels without one."""

    GEZEIGT = "gezeigt"
    GESCHUETZT = "geschuetzt"
    KEINE_ANGABE = "keine_angabe"
    NICHT_ANWENDBAR = "nicht_anwendbar"
    NICHT_GELIEFERT = "nicht_geliefert"


class Basis(StrEnum):
    """What a population figure rests on. Different bases are different series and are never joined."""

    VZ1987 = "vz1987"
    ZENSUS2011 = "zensus2011"
    ZENSUS2022 = "zensus2022"
    REGISTER = "register"
    SYNTHETISCH = "synthetisch"


class Zaehlweise(StrEnum):
    """What a Grundzahl counts. Never mixed: a person may have two services, a place may be empty."""

    PERSONEN = "personen"
    PLAETZE = "plaetze"


class Thema(StrEnum):
    """The four themes of the LSP, what lies across them, the population as their frame, public figures around them."""

    WOHNEN = "wohnen"
    ARBEIT = "arbeit"
    KINDER = "kinder"
    P67 = "p67"
    UEBERGREIFEND = "uebergreifend"
    BEVOELKERUNG = "bevoelkerung"
    UMFELD = "umfeld"


class Lieferungsstand(StrEnum):
    """Life of a Lieferung: it is stored whole, or taken back. Which vintage counts follows from the numbers."""

    GESPEICHERT = "gespeichert"
    ZURUECKGEZOGEN = "zurueckgezogen"


class Lieferungsart(StrEnum):
    """Kinds of files that are imported (KIND of the command line)."""

    EINWOHNER = "einwohner"
    FALLZAHLEN = "fallzahlen"
    WUERFEL = "wuerfel"
    MERKMALE = "merkmale"
    GRENZEN = "grenzen"
    PLANUNGSRAEUME = "planungsraeume"
    ECKWERTE = "eckwerte"


class Quellschutz(StrEnum):
    """How numbers were protected before they arrived. They stay as they are and are never recomputed."""

    KEINER = "keiner"
    FUENFER = "5er-rundung"
    SPERRUNG = "sperrung"


class Einteilungsstand(StrEnum):
    """Life of a version of an Einteilung."""

    GUELTIG = "gueltig"
    VORSCHLAG = "vorschlag"
    ABGELOEST = "abgeloest"
    VERWORFEN = "verworfen"


class Auftragsstand(StrEnum):
    """Life of a job of the worker."""

    WARTET = "wartet"
    LAEUFT = "laeuft"
    FERTIG = "fertig"
    RUECKFRAGE = "rueckfrage"
    ABGELEHNT = "abgelehnt"
    FEHLER = "fehler"


class Auftragsart(StrEnum):
    """What the worker can be asked to do."""

    PRUEFEN = "pruefen"
    IMPORT = "import"
    FREIGABE = "freigabe"
    VORSCHAU = "vorschau"
    ZURUECKZIEHEN = "zurueckziehen"


INSGESAMT: Final = "insgesamt"
"""The value of a breakdown column where nothing is broken down."""

UEBRIGE: Final = "uebrige"
"""Herkunft or Leistungsort in a Kreis that the Freigabe does not name."""

UNBEKANNT: Final = "unbekannt"
"""Asked and not known."""

GESPERRT: Final = frozenset({".", "x", "*", "/"})
"""Signs of the official legend that stand for a count its source keeps back. It is never recomputed."""

NICHT_ERHOBEN: Final = "-"
"""Not collected: such a series has one Raumprinzip only."""
