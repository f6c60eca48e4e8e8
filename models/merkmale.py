"""Merkmale: context figures of public statistics. They come as their source publishes them; formulas are Kennzahlen."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Merkmal:
    """One context figure.

    `einheit`: what is counted. `summierbar`: areas may be added up (counts), which shares and rates may not.
    `rundung`: the source rounds every value to multiples of it (1 = not rounded). `zeitbezug`: what the period means.
    `statistik`: number of the official statistic, empty where there is none.
    """

    id: str
    titel: str
    einheit: str
    zeitbezug: str
    quelle: str
    statistik: str = ""
    summierbar: bool = True
    rundung: int = 1


_STICHTAG_JAHRESENDE: Final = "Stichtag 31.12."

MERKMALE: dict[str, Merkmal] = {
    m.id: m
    for m in (
        Merkmal(
            "schwerbehinderte",
            "Menschen mit gültigem Schwerbehindertenausweis",
            "Personen",
            "Stichtag 31.12. in ungeraden Jahren",
            "Statistik der schwerbehinderten Menschen",
            "22711",
            rundung=5,
        ),
        Merkmal(
            "pflegebeduerftige",
            "Pflegebedürftige nach dem SGB XI",
            "Personen",
            "Stichtag 15.12. oder 31.12. in ungeraden Jahren",
            "Pflegestatistik",
            "22400",
        ),
        Merkmal(
            "sgb2_leistungsberechtigte",
            "Regelleistungsberechtigte nach dem SGB II",
            "Personen",
            "Stichtag oder Berichtsmonat",
            "Statistik der Bundesagentur für Arbeit",
        ),
        Merkmal(
            "grundsicherung_erwerbsminderung",
            "Grundsicherung bei Erwerbsminderung",
            "Personen",
            "Berichtsmonat Dezember",
            "Statistik der Grundsicherung nach dem 4. Kapitel SGB XII",
            "22151",
            rundung=5,
        ),
        Merkmal(
            "grundsicherung_alter",
            "Grundsicherung im Alter",
            "Personen",
            "Berichtsmonat Dezember",
            "Statistik der Grundsicherung nach dem 4. Kapitel SGB XII",
            "22151",
            rundung=5,
        ),
        Merkmal(
            "eingliederungshilfe_empfaenger",
            "Empfängerinnen und Empfänger von Eingliederungshilfe (amtliche Statistik)",
            "Personen",
            _STICHTAG_JAHRESENDE,
            "Statistik der Eingliederungshilfe",
            "22161",
            rundung=5,
        ),
        Merkmal(
            "arbeitslose",
            "Arbeitslose",
            "Personen",
            "Jahresdurchschnitt oder Berichtsmonat",
            "Statistik der Bundesagentur für Arbeit",
            "13211",
        ),
        Merkmal(
            "arbeitslose_schwerbehinderte",
            "Arbeitslose schwerbehinderte Menschen",
            "Personen",
            "Jahresdurchschnitt oder Berichtsmonat",
            "Statistik der Bundesagentur für Arbeit",
            "13211",
        ),
        Merkmal(
            "auslaender",
            "Ausländerinnen und Ausländer",
            "Personen",
            _STICHTAG_JAHRESENDE,
            "Ausländerstatistik",
            "12521",
            rundung=5,
        ),
        Merkmal(
            "krankenhaeuser", "Krankenhäuser", "Einrichtungen", _STICHTAG_JAHRESENDE, "Krankenhausstatistik", "23111"
        ),
        Merkmal(
            "krankenhausbetten",
            "Aufgestellte Krankenhausbetten",
            "Betten",
            "Jahresdurchschnitt",
            "Krankenhausstatistik",
            "23111",
        ),
        Merkmal(
            "wohnungslose_untergebracht",
            "Untergebrachte wohnungslose Personen",
            "Personen",
            "Stichtag 31.01.",
            "Statistik untergebrachter wohnungsloser Personen",
            "22971",
        ),
    )
}
"""All Merkmale by id, as they stand in files (column `merkmal`)."""
