"""The two Kooperationsregionen of the demonstration, their Träger, and example Planungsräume.

The Planungsräume are invented for the demonstration: no agreement names them. So the name of each Einteilung says
"Beispiel".
"""

from dataclasses import dataclass
from datetime import date

from data_access.demo.quellen import KREIS_UNNA, WERRA_MEISSNER_KREIS


@dataclass(frozen=True)
class Traeger:
    """A Träger der Eingliederungshilfe above the Kreise."""

    id: str
    name: str
    kurz: str


@dataclass(frozen=True)
class Planungsraum:
    """A part of a region: Gemeinden that lie next to each other, by AGS."""

    id: str
    name: str
    ags: tuple[str, ...]


@dataclass(frozen=True)
class Einteilung:
    """One version of the Planungsräume of a region, disjoint and without gaps; `gueltig_bis` None = open."""

    id: str
    region: str
    name: str
    gueltig_von: date
    gueltig_bis: date | None
    planungsraeume: tuple[Planungsraum, ...]


@dataclass(frozen=True)
class Region:
    """A Kooperationsregion: a Kreis and a Träger that plan together. `einteilung` is its Haupteinteilung."""

    slug: str
    name: str
    kreis_ags: str
    land_ags: str
    traeger_id: str
    einteilung: str


TRAEGER: dict[str, Traeger] = {
    t.id: t
    for t in (
        Traeger("lwl", "Landschaftsverband Westfalen-Lippe", "LWL"),
        Traeger("lwv-hessen", "Landeswohlfahrtsverband Hessen", "LWV Hessen"),
    )
}
"""The Träger by id."""

REGIONEN: dict[str, Region] = {
    r.slug: r
    for r in (
        Region("kreis-unna", "Kreis Unna", KREIS_UNNA, "05", "lwl", "unna-beispiel-2025"),
        Region(
            "werra-meissner-kreis",
            "Werra-Meißner-Kreis",
            WERRA_MEISSNER_KREIS,
            "06",
            "lwv-hessen",
            "wmk-beispiel-2025",
        ),
    )
}
"""The regions by slug."""

EINTEILUNGEN: dict[str, Einteilung] = {
    e.id: e
    for e in (
        Einteilung(
            "unna-beispiel-2025",
            "kreis-unna",
            "Beispiel 2025",
            date(2025, 1, 1),
            None,
            (
                Planungsraum("unna-nord", "Raum Nord", ("05978024", "05978032", "05978040")),
                Planungsraum("unna-mitte", "Raum Mitte", ("05978004", "05978008", "05978020")),
                Planungsraum("unna-sued", "Raum Süd", ("05978012", "05978016", "05978028", "05978036")),
            ),
        ),
        Einteilung(
            "wmk-beispiel-2025",
            "werra-meissner-kreis",
            "Beispiel 2025",
            date(2025, 1, 1),
            None,
            (
                Planungsraum(
                    "wmk-eschwege",
                    "Raum Eschwege",
                    ("06636003", "06636007", "06636013", "06636014", "06636015"),
                ),
                Planungsraum(
                    "wmk-witzenhausen",
                    "Raum Witzenhausen",
                    ("06636001", "06636009", "06636016", "06636200"),
                ),
                Planungsraum(
                    "wmk-hessisch-lichtenau",
                    "Raum Hessisch Lichtenau",
                    ("06636002", "06636004", "06636006", "06636008"),
                ),
                Planungsraum(
                    "wmk-sontra",
                    "Raum Sontra",
                    ("06636005", "06636010", "06636011", "06636012"),
                ),
            ),
        ),
    )
}
"""The example Einteilungen by id."""
