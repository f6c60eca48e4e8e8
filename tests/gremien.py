"""The Gremien of the small Kreis: two Gremien, three meetings, every count small enough to be added by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from analysis.gremien.bestand import Gremienbestand, lade
from data_access.gremien.buch import schritt
from data_access.gremien.uebernahme import uebernimm
from tests.installation import JETZT, recht

RUNDE, ALT = "runde", "alte-runde"
S2023, S2024, S2025 = date(2023, 9, 18), date(2024, 9, 23), date(2025, 9, 22)

REGISTER: dict[str, list[dict[str, Any]]] = {
    "vereinbarungen": [
        {"vereinbarung": "kv", "region": "kleinkreis", "name": "Kooperationsvereinbarung", "geschlossen": S2023}
    ],
    "organisationen": [
        {"organisation": "werkstattrat", "region": "kleinkreis", "name": "Werkstattrat Altdorf"}
        | {"gruppe": "selbstvertretung", "aliase": ["WR Altdorf"]}
    ],
    "gremien": [
        {"gremium": ALT, "region": "kleinkreis", "name": "Alte Runde", "typ": "planungskonferenz"}
        | {"gueltig_bis": date(2022, 12, 31)},
        {"gremium": RUNDE, "region": "kleinkreis", "name": "Runde Teilhabe", "kurz": "Runde", "vorgaenger": ALT}
        | {"typ": "steuerungs_und_planungsgremium", "vereinbarung": "kv", "gueltig_von": date(2023, 1, 1)}
        | {"takt_min": 1, "takt_max": None, "takt_quelle": "§ 5", "takt_wortlaut": "mindestens einmal jährlich"},
    ],
    "sitze": [
        {"gremium": RUNDE, "gruppe": "selbstvertretung", "organisation": "Werkstattrat Altdorf"}
        | {"anzahl_vereinbart": 3, "stimmrecht": "ja", "quelle": "§ 5"},
        {"gremium": RUNDE, "gruppe": "oertl_traeger", "organisation": "Kreis"}
        | {"anzahl_vereinbart": 4, "stimmrecht": "ja", "quelle": "§ 5"},
        {"gremium": RUNDE, "gruppe": "leistungserbringer", "organisation": "Leistungserbringer", "quelle": "§ 5"},
    ],
    "rollen": [
        {"rolle": "gf", "region": "kleinkreis", "gremium": RUNDE, "name": "Geschäftsführung", "wechsel_jahre": 2}
        | {"inhaber": "Kreis", "von": date(2023, 1, 1), "bis": date(2024, 12, 31)},
    ],
}
"""Without a number of seats for Leistungserbringer: k. A., not 0."""

SITZUNGEN: dict[str, list[dict[str, Any]]] = {
    "sitzungen": [
        {"gremium": RUNDE, "datum": S2023, "status": "stattgefunden", "form": "praesenz"},
        {"gremium": RUNDE, "datum": S2024, "status": "stattgefunden", "form": "hybrid"},
        {"gremium": RUNDE, "datum": S2025, "status": "geplant"},
    ],
    "teilnahmen": [
        {"gremium": RUNDE, "datum": S2023, "gruppe": "insgesamt", "anwesend": 20},
        {"gremium": RUNDE, "datum": S2024, "gruppe": "selbstvertretung", "eingeladen": 3, "anwesend": 2}
        | {"rederecht_genutzt": 1},
        {"gremium": RUNDE, "datum": S2024, "gruppe": "oertl_traeger", "eingeladen": 4, "anwesend": 4},
        {"gremium": RUNDE, "datum": S2024, "gruppe": "leistungserbringer", "eingeladen": 8, "anwesend": 6},
    ],
    "barrierefreiheit": [{"gremium": RUNDE, "datum": S2024, "art": "dgs", "stand": "bereitgestellt"}],
    "tops": [
        {"gremium": RUNDE, "datum": S2024, "top": 1, "titel": "Rücklauf", "art": "ruecklauf"},
        {"gremium": RUNDE, "datum": S2024, "top": 2, "titel": "Wohnen in Nord", "thema": "wohnen"}
        | {"planungsraum": "nord", "eingebracht_von_gruppe": "selbstvertretung"},
    ],
    "empfehlungen": [
        {"empfehlung": "e1", "gremium": RUNDE, "datum": S2024, "top": 2, "text": "Mehr kleine Wohnungen"}
        | {"von_gruppe": "selbstvertretung", "status": "angenommen", "antwort_am": date(2024, 12, 1)}
        | {"antwort": "Der Kreis spricht mit der Wohnungswirtschaft."},
        {"empfehlung": "e2", "gremium": RUNDE, "datum": S2024, "top": 2, "text": "Ein Bus nach Berg"}
        | {"status": "offen"},
    ],
    "massnahmen": [
        {"massnahme": "m1", "empfehlung": "e1", "text": "Gespräch führen", "verantwortlich": "Kreis"}
        | {"bis": date(2025, 6, 30), "status": "laeuft"},
    ],
}
"""2023: only the total is known. 2024: 12 of 15 invited came, 2 of them for the Selbstvertretung."""


def trage_ein(*stoffe: dict[str, list[dict[str, Any]]], synthetisch: bool = False) -> None:
    """Enter the rows of these KINDs in one step."""
    with schritt(recht(), "kleinkreis", "Gremien eingetragen", JETZT) as offen:
        for stoff in stoffe:
            for kind, zeilen in stoff.items():
                uebernimm(offen, kind, zeilen, synthetisch)


def lege_gremien_an(kinds: Sequence[str] = ()) -> Gremienbestand:
    """The register and the meetings of the small Kreis, entered; `kinds`: only these."""
    trage_ein(*({k: z for k, z in stoff.items() if not kinds or k in kinds} for stoff in (REGISTER, SITZUNGEN)))
    return lade("kleinkreis")
