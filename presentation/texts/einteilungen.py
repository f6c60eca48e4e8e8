"""What is said about a cut: headline, what it lacks, its Planungsräume as rows, its versions."""

from collections.abc import Mapping, Sequence
from datetime import date

from analysis.bestand import Bestand
from analysis.einteilungen import Nachbarn, Pruefung, angrenzende, versionssatz
from analysis.vergleiche import Messung
from models.schnitt import Schnitt
from models.tabellen import Einteilung
from presentation.texts.befunde import aufzaehlung
from presentation.texts.quellen import BASIS_TEXT
from presentation.texts.zahlen import datum, zahl

GENANNT = 12
"""More Gemeinden than this are counted, not listed."""

OHNE_RECHT = (
    "Den Entwurf sehen nur Sie. Speichern kann, wer an dem Rechner arbeitet, auf dem Sozialraumblick läuft, und dort "
    "den Link mit Schlüssel geöffnet hat („make run“ zeigt ihn beim Start). Sonst: den Entwurf als CSV herunterladen "
    "und an diese Stelle schicken. Sie kann ihn mit „Entwurf aus CSV“ öffnen und speichern."
)

NUR_IM_VERZEICHNIS = (
    "Diese Region steht nur im Verzeichnis der Gebiete, hier ist niemand als Träger eingetragen. Speichern lässt sich "
    "eine Einteilung deshalb nicht. Den Entwurf können Sie als CSV herunterladen und mit „Entwurf aus CSV“ jederzeit "
    "wieder öffnen."
)


def anzahl(n: int, eins: str, viele: str) -> str:
    """ "1 Gemeinde", "3 Gemeinden"."""
    return f"{zahl(n)} {eins if n == 1 else viele}"


def namen(ags: Sequence[str], orte: Mapping[str, str]) -> str:
    """Gemeinden by name, at most `GENANNT` of them."""
    alle = sorted(orte.get(a, a) for a in ags)
    if len(alle) <= GENANNT:
        return aufzaehlung(alle)
    return f"{', '.join(alle[:GENANNT])} und {len(alle) - GENANNT} weitere"


def ueberschrift(ort: str, schnitt: Schnitt, pruefung: Pruefung, geaendert: bool) -> str:
    """The finding of the page."""
    wer = f"{ort}, Entwurf" if geaendert else ort
    raeume = anzahl(len(schnitt.raeume), "Planungsraum", "Planungsräume")
    if not pruefung.luecken:
        return f"{wer}: {raeume}, jede Gemeinde gehört dazu"
    fehlen = anzahl(len(pruefung.luecken), "Gemeinde gehört", "Gemeinden gehören")
    return f"{wer}: {raeume}, {fehlen} noch zu keinem"


def maengel(pruefung: Pruefung, schnitt: Schnitt, orte: Mapping[str, str], unbewohnt: frozenset[str]) -> list[str]:
    """One sentence for each thing the cut lacks."""
    saetze = []
    if pruefung.luecken:
        ohne = [a for a in pruefung.luecken if a in unbewohnt]
        zusatz = f" ({namen(ohne, orte)}: dort wohnt niemand)" if ohne else ""
        saetze.append(f"In keinem Planungsraum: {namen(pruefung.luecken, orte)}{zusatz}.")
    bezeichnungen = schnitt.namen
    if pruefung.leer:
        saetze.append(f"Noch ohne Gemeinde: {aufzaehlung([bezeichnungen[r] for r in pruefung.leer])}.")
    for raum, teile in pruefung.teile.items():
        stuecke = "; ".join(namen(teil, orte) for teil in teile)
        saetze.append(f"„{bezeichnungen[raum]}“ hängt nicht zusammen, es sind {len(teile)} Teile: {stuecke}.")
    return saetze


def verschoben(gemeinden: Mapping[str, str], schnitt: Schnitt, ziel: str, orte: Mapping[str, str]) -> str:
    """Where Gemeinden were taken from, empty if from nowhere."""
    je: dict[str, list[str]] = {}
    for ags, raum in gemeinden.items():
        je.setdefault(raum, []).append(ags)
    return " ".join(
        f"{namen(ags, orte)} {'gehört' if len(ags) == 1 else 'gehören'} jetzt zu „{ziel}“, vorher zu "
        f"„{schnitt.namen.get(raum, raum)}“."
        for raum, ags in je.items()
    )


def raumtafel(
    schnitt: Schnitt,
    einwohner: Mapping[str, Messung],
    nachbarn: Nachbarn | None,
    pruefung: Pruefung,
    orte: Mapping[str, str],
) -> list[dict[str, object]]:
    """One row a Planungsraum: population, Gemeinden, neighbours, parts."""
    grenzt = angrenzende(schnitt, nachbarn) if nachbarn is not None else {}
    zeilen: list[dict[str, object]] = []
    for raum, name in schnitt.raeume:
        m = einwohner.get(raum)
        zeile: dict[str, object] = {
            "Planungsraum": name,
            "Einwohner": zahl(m.wert if m else None),
            "Gemeinden": zahl(len(schnitt.glieder(raum))),
            "Es gehören dazu": namen(schnitt.glieder(raum), orte) or "noch keine",
        }
        if nachbarn is not None:
            zeile["Teile"] = zahl(len(pruefung.teile.get(raum, ((),))))
            zeile["Grenzt an"] = aufzaehlung([schnitt.namen[r] for r in grenzt.get(raum, ())]) or "keinen"
        zeilen.append(zeile)
    return zeilen


def einwohnersatz(stichtag: date | None, einwohner: Mapping[str, Messung]) -> str:
    """Stichtag and basis of the population in the table."""
    if stichtag is None or not einwohner:
        return "Für diese Gemeinden liegt keine Einwohnerzahl vor."
    basen = sorted({BASIS_TEXT.get(m.basis, m.basis) for m in einwohner.values() if m.basis})
    return f"Einwohner am {datum(stichtag)}. Grundlage: {', '.join(basen)}."


def versionstafel(bestand: Bestand) -> list[dict[str, object]]:
    """Every version of every Einteilung of the region, what is in force first."""
    return [
        {
            "Einteilung": e.name,
            "Version": f"{versionssatz(e)}{', in Kraft' if e.id == bestand.region.haupteinteilung_id else ''}",
            "Beginn": datum(e.gueltig_von),
            "Planungsräume": zahl(_raeume(bestand, e)),
            "Notiz": e.notiz or "–",
        }
        for e in geordnet(bestand)
    ]


def geordnet(bestand: Bestand) -> list[Einteilung]:
    """The Einteilungen of a region: the one in force, then the newest first."""
    haupt = bestand.region.haupteinteilung_id
    return sorted(bestand.einteilungen, key=lambda e: (e.id != haupt, e.stamm, -e.version))


def _raeume(bestand: Bestand, e: Einteilung) -> int:
    zuordnung = bestand.zuordnungen.get(("planungsraum", e.id))
    return 0 if zuordnung is None else int(zuordnung["gebiet"].n_unique())


def unterzeile(bestand: Bestand, grundlage: str) -> str:
    """Which Einteilung is in force, and that it has changed since the draft began."""
    haupt = next((e for e in bestand.einteilungen if e.id == bestand.region.haupteinteilung_id), None)
    if haupt is None:
        return "Für diese Region gilt noch keine Einteilung."
    satz = f"Es gilt „{haupt.name}“, Version {haupt.version}, seit {datum(haupt.gueltig_von)}."
    if haupt.id != grundlage:
        return f"{satz} Ihr Entwurf begann mit einer früheren Einteilung."
    return f"{satz} Planungsräume fassen ganze Gemeinden zusammen."
