"""What the rows of a file refer to: whether it is there, and in which region. Pure, so that a check writes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
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
    "aufgaben": ("bestimmungen", "Die Aufgabe"),
    "rechtsgrundlage": ("rechtsgrundlagen", "Die Rechtsgrundlage"),
}
"""Column -> KIND whose key stands in it, and what to call it."""


@dataclass(frozen=True)
class Verzeichnis:
    """What is entered in all regions: KIND -> key -> region. Of meetings the key is (Gremium, day), of items of an
    agenda (Gremium, day, number). `regeln`: number of a rule -> regions, as two may use the same."""

    da: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    regeln: Mapping[str, list[str]] = field(default_factory=dict)

    def region_von(self, kind: str, schluessel: Any) -> str | None:
        """The region in which it is entered, or None."""
        return self.da.get(kind, {}).get(schluessel)

    def regionen_der_regel(self, rule: str) -> list[str]:
        """The regions that have a rule of this number."""
        return self.regeln.get(rule, [])


def verzeichnis(je_region: Mapping[str, Eintragungen]) -> Verzeichnis:
    """Everything that can be referred to (region -> what is entered there)."""
    da: dict[str, dict[Any, str]] = {}
    regeln: dict[str, list[str]] = {}
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
            "rechtsgrundlagen": e.rechtsgrundlagen,
            "termine": e.termine,
            "widersprueche": e.widersprueche,
        }
        for kind, zeilen in einfache.items():
            da.setdefault(kind, {}).update({z.id: region for z in zeilen})
        for p in e.pflichten:
            regeln.setdefault(p.rule, []).append(region)
        orte = {s.id: (s.gremium_id, s.datum) for s in e.sitzungen}
        da.setdefault("sitzungen", {}).update(dict.fromkeys(orte.values(), region))
        da.setdefault("tops", {}).update({(*orte[t.sitzung_id], t.nummer): region for t in e.tops})
    return Verzeichnis(da, regeln)


def fehlende(kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis) -> list[tuple[int, str, str, str]]:
    """What rows refer to and is not there: (line, column, value, sentence). Meetings: see `unbekannte_sitzungen`."""
    alle = list(zeilen)
    eigener = FORMATE[kind].spalten[0].name
    in_der_datei = {z[eigener] for _, z in alle} if _VERWEISE.get(eigener, ("",))[0] == kind else set()
    return [
        (
            nummer,
            spalte,
            wert,
            f"{was} „{wert}“ gibt es hier nicht. Bitte zuerst „{ziel}“ einlesen oder das Kürzel prüfen.",
        )
        for nummer, z in alle
        for spalte, ziel, was, wert in _genannt(kind, z)
        if wo.region_von(ziel, wert) is None and not (ziel == kind and wert in in_der_datei)
    ]


def unbekannte_sitzungen(
    kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis
) -> dict[tuple[str, date], int]:
    """Meetings that rows name and that are not entered: (Gremium, day) -> first line."""
    gefunden: dict[tuple[str, date], int] = {}
    if kind != "sitzungen" and {"gremium", "datum"} <= set(FORMATE[kind].namen) and kind != "termine":
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


def unbekannte_regeln(
    kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis
) -> list[tuple[int, str, str, str]]:
    """Rules that proofs name, and that their region does not have (without one: no region at all)."""
    gefunden = []
    for nummer, z in zeilen if kind == "nachweise" else ():
        region, da = z.get("region"), wo.regionen_der_regel(z["rule"])
        if not da or (region and region not in da):
            satz = (
                f"Die Regel „{z['rule']}“ gibt es {f'in „{region}“' if region else 'hier'} nicht. "
                "Bitte die Nummer prüfen oder zuerst „pflichten“ einlesen."
            )
            gefunden.append((nummer, "rule", z["rule"], satz))
    return gefunden


def regionen_der_nachweise(
    zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis, gewaehlt: str
) -> tuple[list[str], str]:
    """The region of each proof, that of its rule if it names none; and the first rule of which only `gewaehlt` could
    have said the region, and does not (empty: there is none)."""
    gefunden, unklar = [], ""
    for _, z in zeilen:
        moeglich = [z["region"]] if z.get("region") else wo.regionen_der_regel(z["rule"])
        gefunden.append(gewaehlt if gewaehlt in moeglich else moeglich[0])
        unklar = unklar or (z["rule"] if len(moeglich) > 1 and gewaehlt not in moeglich else "")
    return gefunden, unklar


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


def aus_anderer_region(
    kind: str, zeilen: Iterable[tuple[int, Zeile]], wo: Verzeichnis, region: str
) -> list[tuple[int, str, str, str]]:
    """Rows of a file of one region that refer to another, or whose own key is taken there."""
    eigener = FORMATE[kind].spalten[0].name
    gefunden = []
    for nummer, z in zeilen:
        if (dort := wo.region_von(kind, z[eigener])) not in (None, region):
            satz = f"Das Kürzel „{z[eigener]}“ ist in „{dort}“ vergeben. Bitte ein anderes wählen."
            gefunden.append((nummer, eigener, str(z[eigener]), satz))
        for spalte, ziel, was, wert in _genannt(kind, z):
            if (dort := wo.region_von(ziel, wert)) not in (None, region):
                satz = f"{was} „{wert}“ gehört zu „{dort}“, die Datei zu „{region}“. Bitte das Kürzel prüfen."
                gefunden.append((nummer, spalte, wert, satz))
    return gefunden


def _genannt(kind: str, z: Zeile) -> Iterator[tuple[str, str, str, str]]:
    """What a row refers to: column, KIND, what to call it, key. Its own key is no reference, nor is a text."""
    for spalte, (ziel, was) in _verweisspalten(kind).items():
        genannt = z.get(spalte)
        for wert in genannt if isinstance(genannt, list) else [genannt] if genannt else []:
            yield spalte, ziel, was, str(wert)


@cache
def _verweisspalten(kind: str) -> dict[str, tuple[str, str]]:
    spalten = FORMATE[kind].spalten
    kein_verweis = {s.name for s in spalten if s.typ == "text"}
    return {s: v for s, v in _VERWEISE.items() if s not in kein_verweis and (s, v[0]) != (spalten[0].name, kind)}
