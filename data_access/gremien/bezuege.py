"""What the rows of a file refer to: whether it is there, and in which region. Pure, so that a check writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from data_access.gremien.lesen import Eintragungen
from data_access.gremien.verweise import Zeile
from models.gremienformate import FORMATE

_VERWEISE: Final[dict[str, tuple[str, str]]] = {
    "gremium": ("gremien", "Das Gremium"),
    "vorgaenger": ("gremien", "Das Gremium"),
    "uebergeordnet": ("gremien", "Das Gremium"),
    "vereinbarung": ("vereinbarungen", "Die Vereinbarung"),
    "organisationen": ("organisationen", "Die Organisation"),
    "empfehlung": ("empfehlungen", "Die Empfehlung"),
    "frage": ("bewertungsfragen", "Die Frage"),
}
"""Column -> KIND whose key stands in it, and what to call it."""


@dataclass(frozen=True)
class Verzeichnis:
    """What is entered in all regions: KIND -> key -> region. Of meetings the key is (Gremium, day), of items of an
    agenda (Gremium, day, number)."""

    da: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)

    def region_von(self, kind: str, schluessel: Any) -> str | None:
        """The region in which it is entered, or None."""
        return self.da.get(kind, {}).get(schluessel)


def verzeichnis(je_region: Mapping[str, Eintragungen]) -> Verzeichnis:
    """Everything that can be referred to (region -> what is entered there)."""
    da: dict[str, dict[Any, str]] = {}
    for region, e in je_region.items():
        einfache = {
            "gremien": e.gremien,
            "vereinbarungen": e.vereinbarungen,
            "organisationen": e.organisationen,
            "bestimmungen": e.bestimmungen,
            "rollen": e.rollen,
            "empfehlungen": e.empfehlungen,
            "massnahmen": e.massnahmen,
            "bewertungsfragen": e.fragen,
        }
        for kind, zeilen in einfache.items():
            da.setdefault(kind, {}).update({z.id: region for z in zeilen})
        orte = {s.id: (s.gremium_id, s.datum) for s in e.sitzungen}
        da.setdefault("sitzungen", {}).update(dict.fromkeys(orte.values(), region))
        da.setdefault("tops", {}).update({(*orte[t.sitzung_id], t.nummer): region for t in e.tops})
    return Verzeichnis(da)


def fehlende(kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis) -> list[tuple[int, str, str, str]]:
    """What rows refer to and is not there: (line, column, value, sentence). Meetings: see `unbekannte_sitzungen`."""
    alle = list(zeilen)
    eigener = FORMATE[kind].spalten[0].name
    in_der_datei = {z[eigener] for _, z in alle} if _VERWEISE.get(eigener, ("",))[0] == kind else set()
    gefunden = []
    for nummer, z in alle:
        for spalte, (ziel, was) in _VERWEISE.items():
            if spalte == eigener and ziel == kind:
                continue
            genannt = z.get(spalte)
            for wert in genannt if isinstance(genannt, list) else [genannt] if genannt else []:
                if wo.region_von(ziel, wert) is None and not (ziel == kind and wert in in_der_datei):
                    rat = (
                        f"Bitte zuerst „{ziel}“ einlesen oder das Kürzel prüfen."
                        if ziel in FORMATE
                        else ("Bitte das Kürzel prüfen.")
                    )
                    gefunden.append((nummer, spalte, str(wert), f"{was} „{wert}“ gibt es hier nicht. {rat}"))
    return gefunden


def unbekannte_sitzungen(
    kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis
) -> dict[tuple[str, date], int]:
    """Meetings that rows name and that are not entered: (Gremium, day) -> first line."""
    gefunden: dict[tuple[str, date], int] = {}
    if kind != "sitzungen" and "datum" in FORMATE[kind].namen:
        for nummer, z in zeilen:
            ort = (z["gremium"], z["datum"])
            if wo.region_von("gremien", ort[0]) is not None and wo.region_von("sitzungen", ort) is None:
                gefunden.setdefault(ort, nummer)
    return gefunden


def unbekannte_punkte(
    kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis
) -> list[tuple[int, str, str, str]]:
    """Items of an agenda that recommendations name and that are not entered."""
    if kind != "empfehlungen":
        return []
    return [
        (
            nummer,
            "top",
            str(z["top"]),
            f"Die Sitzung von „{z['gremium']}“ am {z['datum']:%d.%m.%Y} hat keinen Punkt {z['top']}. "
            "Bitte zuerst „tops“ einlesen oder die Nummer prüfen.",
        )
        for nummer, z in zeilen
        if wo.region_von("sitzungen", (z["gremium"], z["datum"])) is not None
        and wo.region_von("tops", (z["gremium"], z["datum"], z["top"])) is None
    ]


def regionen(kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis) -> dict[str, int]:
    """The regions that rows belong to, each with the first line: as they say, or by what they hang on."""
    gefunden: dict[str, int] = {}
    for nummer, z in zeilen:
        region = z.get("region") or next(
            (r for spalte in ("gremium", "empfehlung") if (r := wo.region_von(_VERWEISE[spalte][0], z.get(spalte)))),
            None,
        )
        if region:
            gefunden.setdefault(region, nummer)
    return gefunden


def woanders(kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis) -> list[tuple[int, str, str, str]]:
    """Rows whose own key is taken in another region."""
    eigener = FORMATE[kind].spalten[0].name
    if "region" not in FORMATE[kind].namen or eigener == "region":
        return []
    return [
        (
            nummer,
            eigener,
            z[eigener],
            f"Das Kürzel „{z[eigener]}“ ist in „{region}“ vergeben. Bitte ein anderes wählen.",
        )
        for nummer, z in zeilen
        if (region := wo.region_von(kind, z[eigener])) is not None and region != z["region"]
    ]


def geordnet(kind: str, zeilen: Iterable[Any], zeile: Any) -> list[Any]:
    """Gremien after those of the same file that they follow or belong to; others as they came."""
    offen = list(zeilen)
    if kind != "gremien":
        return offen
    fertig: list[Any] = []
    while offen:
        warten = {zeile(p)["gremium"] for p in offen}
        reif = [
            p
            for p in offen
            if not {zeile(p).get("vorgaenger"), zeile(p).get("uebergeordnet")} & (warten - {zeile(p)["gremium"]})
        ]
        # Gremien that wait for each other cannot be ordered; the book refuses the first of them by name.
        reif = reif or offen
        fertig += reif
        offen = [p for p in offen if p not in reif]
    return fertig
