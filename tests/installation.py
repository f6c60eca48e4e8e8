"""Installations for tests: a folder of its own, and a Kreis so small that every number can be checked by hand."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.bestand import Bestand, lade
from analysis.freigabe import gib_frei
from commands.einlesen import Importauftrag, Importergebnis, importiere
from data_access import abfragen, datenbank, schreiben, wuerfelspeicher
from data_access.einstellungen import einstellungen
from data_access.roh import ablage
from data_access.schreibrecht import Schreibrecht, der_kommandozeile
from models.tabellen import Einteilung, Freigabe, Gebiet, Planungsraum, PlanungsraumGemeinde, Region, Traeger
from models.vokabular import Ebene
from tests.data_access.importing.werkzeug import KOPF_EINWOHNER, KOPF_FALLZAHLEN, csv, fall, person

KREIS = "05978"
ALTDORF, BERG, CELL, DORN = "05978004", "05978008", "05978020", "05978024"
FORST = "05978999"
"""A gemeindefreies Gebiet: nobody lives there."""
NAMEN = {ALTDORF: "Altdorf", BERG: "Berg", CELL: "Cell", DORN: "Dorn", FORST: "Forst"}
EINTEILUNGEN = {
    "haupt": {ALTDORF: "nord", BERG: "nord", CELL: "sued", DORN: "sued", FORST: "sued"},
    "quer": {ALTDORF: "ost", CELL: "ost", BERG: "west", DORN: "west"},
}
"""Two cuts into Planungsräume; the second leaves out the forest."""

JETZT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
STICHTAG = date(2024, 12, 31)

ZELLEN = {
    (ALTDORF, ALTDORF): 40,
    (BERG, BERG): 30,
    (CELL, CELL): 20,
    (DORN, DORN): 15,
    (ALTDORF, BERG): 3,
    (BERG, ALTDORF): 1,
    (CELL, "05915"): 12,
    ("05915", DORN): 14,
    (DORN, "05913"): 2,
    ("unbekannt", ALTDORF): 4,
}
"""True cells Herkunft x Leistungsort: 123 people come from the Kreis, 127 are served in it."""


@contextmanager
def benutze(ordner: Path) -> Iterator[Path]:
    """Make `ordner` the data folder of this process, and close everything in it afterwards."""
    with pytest.MonkeyPatch.context() as umgebung:
        for name in ("DATABASE_URL", "RAW_DATABASE_URL", "SECRET", "K"):
            umgebung.delenv(f"SRB_{name}", raising=False)
        umgebung.setenv("SRB_DATA_DIR", str(ordner))
        einstellungen.cache_clear()
        try:
            yield ordner
        finally:
            os.environ["SRB_DATA_DIR"] = str(ordner)
            einstellungen.cache_clear()
            datenbank._maschine(einstellungen().hauptdatenbank()).dispose()
            ablage._maschine(einstellungen().rohdatenbank()).dispose()
            for speicher in (datenbank._maschine, ablage._maschine, wuerfelspeicher._gelesen, einstellungen):
                speicher.cache_clear()


def recht() -> Schreibrecht:
    return der_kommandozeile()


def traeger() -> Traeger:
    return Traeger(id="lwx", name="Landschaftsverband X", kurz="LWX")


def region() -> Region:
    return Region(
        slug="kleinkreis",
        name="Kleinkreis",
        kreis_ags=KREIS,
        traeger_id="lwx",
        haupteinteilung_id="haupt",
        feinste_ebene=Ebene.GEMEINDE,
    )


def gemeinden() -> list[Gebiet]:
    return [
        Gebiet(
            ags=ags,
            ars=f"0597800{ags}"[:12],
            ebene=Ebene.GEMEINDE,
            name=name,
            name_amtlich=f"{name}, Stadt",
            kreis_ags=KREIS,
            land_ags="05",
            gemeindefrei=ags == FORST,
            gueltig_von=date(2016, 1, 1),
        )
        for ags, name in NAMEN.items()
    ]


def einteilungen() -> list[Einteilung]:
    return [
        Einteilung(id="haupt", region_slug="kleinkreis", name="Nord und Süd", gueltig_von=date(2020, 1, 1)),
        Einteilung(id="quer", region_slug="kleinkreis", name="Ost und West", gueltig_von=date(2018, 1, 1)),
    ]


def lege_kleinkreis_an() -> None:
    """The areas: four Gemeinden and a forest in two Planungsräume, and a second cut that leaves out the forest."""
    schreiben.lege_grundlage_an(
        recht(),
        [traeger()],
        gemeinden(),
        [region()],
        einteilungen(),
        [
            Planungsraum(id=raum, einteilung_id=einteilung, name=raum.capitalize())
            for einteilung, raeume in EINTEILUNGEN.items()
            for raum in dict.fromkeys(raeume.values())
        ],
        [
            PlanungsraumGemeinde(einteilung_id=einteilung, ags=ags, planungsraum_id=raum)
            for einteilung, raeume in EINTEILUNGEN.items()
            for ags, raum in raeume.items()
        ],
    )


def kleinkreis() -> Region:
    (region,) = abfragen.regionen()
    return region


def bestand() -> Bestand:
    """What the reading side knows of the small Kreis now."""
    return lade(kleinkreis(), abfragen.stand("kleinkreis"))


def gib(grundzahl: str = "lb_bwf", jetzt: datetime = JETZT, **angaben: Any) -> Freigabe:
    """Publish a Grundzahl of the small Kreis."""
    return gib_frei(recht(), kleinkreis(), grundzahl, jetzt, **angaben)


def fallzahlendatei(
    zellen: Mapping[tuple[str, str], int | str] = ZELLEN,
    tag: date = STICHTAG,
    grundzahl: str = "lb_bwf",
    absender: str = "LWX",
) -> bytes:
    """A filled `fallzahlen` template, one row a cell."""
    zeilen = [
        fall(str(n), herkunft, ort, absender=absender, grundzahl=grundzahl, stichtag=tag.isoformat())
        for (herkunft, ort), n in zellen.items()
    ]
    return csv(KOPF_FALLZAHLEN, *zeilen)


def einwohnerdatei(
    zahlen: Mapping[tuple[str, str], int],
    tag: date = STICHTAG,
    basis: str = "zensus2022",
    geschlecht: str = "insgesamt",
) -> bytes:
    """A filled `einwohner` template: (AGS, Altersgruppe) -> people."""
    zeilen = [person(str(n), ags, alter, geschlecht, tag.isoformat(), basis) for (ags, alter), n in zahlen.items()]
    return csv(KOPF_EINWOHNER, *zeilen)


def liefere(
    art: str, inhalt: bytes, datei: str = "datei.csv", *, jetzt: datetime = JETZT, **angaben: Any
) -> Importergebnis:
    """Import a file as the command line would."""
    return importiere(recht(), Importauftrag(art, inhalt, datei, **angaben), jetzt)


ZELLEN_2023 = ZELLEN | {(ALTDORF, ALTDORF): 44, (CELL, "05915"): 11}
AWF = {(ALTDORF, "-"): 60, (BERG, "-"): 6, (CELL, "-"): 3, (DORN, "-"): 25}
"""A series that was collected by Herkunft only: 94 people."""

EINWOHNER = {
    ALTDORF: (2000, 8000),
    BERG: (1000, 4000),
    CELL: (500, 2000),
    DORN: (300, 1200),
    FORST: (0, 0),
}
"""People under 18 and from 18 on at the end of 2024; 2023 has no ages."""


def fuelle_kleinkreis() -> None:
    """Deliver and publish: `lb_bwf` for 2023 and 2024, `lb_awf` for 2024, population for both."""
    liefere("fallzahlen", fallzahlendatei(ZELLEN_2023, date(2023, 12, 31)), "bwf2023.csv")
    liefere("fallzahlen", fallzahlendatei(), "bwf2024.csv")
    liefere("fallzahlen", fallzahlendatei(AWF, grundzahl="lb_awf"), "awf2024.csv", region="kleinkreis")
    nach_alter = {
        (ags, alter): n for ags, paar in EINWOHNER.items() for alter, n in zip(("0-17", "18+"), paar, strict=True)
    }
    liefere("einwohner", einwohnerdatei(nach_alter), "einwohner2024.csv")
    insgesamt = {(ags, "insgesamt"): sum(paar) - 10 * bool(sum(paar)) for ags, paar in EINWOHNER.items()}
    liefere("einwohner", einwohnerdatei(insgesamt, date(2023, 12, 31)), "einwohner2023.csv")
    for grundzahl in ("lb_bwf", "lb_awf"):
        gib(grundzahl)
