"""The small Kreis with a series by age and sex: 123 people of the Kreis, some groups small."""

from datetime import date

from data_access.importing.altersgruppen import schreibe_altersgruppe
from tests.data_access.importing.werkzeug import KOPF_EINWOHNER, KOPF_FALLZAHLEN, csv, fall, person
from tests.installation import ALTDORF, BERG, CELL, DORN, STICHTAG, liefere

ALTER = ("18-49", "50-59", "60-64", "65+")
TEILE = {
    ("18-49", "m"): {ALTDORF: 20, BERG: 15, CELL: 2},
    ("18-49", "w"): {ALTDORF: 11, CELL: 11},
    ("50-59", "m"): {BERG: 9, DORN: 6},
    ("50-59", "w"): {ALTDORF: 9, CELL: 6},
    ("60-64", "m"): {DORN: 11},
    ("60-64", "w"): {ALTDORF: 2},
    ("65+", "m"): {BERG: 7, CELL: 1},
    ("65+", "w"): {CELL: 12, ALTDORF: 1},
}
"""(age group, sex) -> Gemeinde of Herkunft and Leistungsort -> people: 123 altogether."""

VON_AUSSEN = 14
"""People from another Kreis served in Dorn: not in the breakdown by Herkunft."""

EINWOHNER = {"18-49": 4000, "50-59": 1500, "60-64": 700, "65+": 3000}
"""Men of each age, and as many women; all of them live in Altdorf."""


def fallzahlendatei(tag: date = STICHTAG, mehr: dict[tuple[str, str], int] | None = None) -> bytes:
    """The series as a filled template; `mehr`: further people of Altdorf by age and sex."""
    zeilen = [
        fall(str(n + (mehr or {}).get(teil, 0) * (ags == ALTDORF)), ags, ags, *teil, absender="LWX", stichtag=f"{tag}")
        for teil, orte in TEILE.items()
        for ags, n in ({ALTDORF: 0} | orte).items()
    ]
    aussen = fall(str(VON_AUSSEN), "05915", DORN, "18-49", "m", absender="LWX", stichtag=f"{tag}")
    return csv(KOPF_FALLZAHLEN, *zeilen, aussen)


def einwohnerdatei(tag: date = STICHTAG) -> bytes:
    """Population by age and sex: all of it in Altdorf, nobody elsewhere."""
    gruppen = {**EINWOHNER, schreibe_altersgruppe(0, 17): 1000}
    zeilen = [
        person(str(n if ags == ALTDORF else 0), ags, alter, sex, f"{tag}", "zensus2022")
        for ags in (ALTDORF, BERG, CELL, DORN)
        for alter, n in gruppen.items()
        for sex in ("m", "w")
    ]
    return csv(KOPF_EINWOHNER, *zeilen)


def liefere_gegliedert() -> None:
    """Two Stichtage and the population of the newer one."""
    liefere("fallzahlen", fallzahlendatei(date(2023, 12, 31)), "bwf2023.csv")
    liefere("fallzahlen", fallzahlendatei(), "bwf2024.csv")
    liefere("einwohner", einwohnerdatei(), "einwohner2024.csv")
