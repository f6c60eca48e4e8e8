"""What the register says of a region: all its Gremien, agreements, clauses, and who the organisations are."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Bestimmung, Organisation, Takt
from models.gremienworte import Verbindlichkeit
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import BESTIMMUNGEN, GRUPPEN, TYPEN, VERBINDLICHKEITEN, benannt
from presentation.texts.gremienregister import Tafelzeile, geltung, geschlossen, takt, zustand

OHNE_RECHT: Final = (
    "Ändern kann das Register, wer an dem Rechner arbeitet, auf dem Sozialraumblick läuft, und dort den Link mit "
    "Schlüssel geöffnet hat („make run“ zeigt ihn beim Start)."
)

LEER: Final = (
    "Für diese Region ist noch kein Gremium eingetragen. Mit Schreibzugang können Sie hier das erste anlegen oder ein "
    "Register aus Dateien einlesen."
)


def gremientafel(bestand: Gremienbestand, heute: date) -> list[Tafelzeile]:
    """Every Gremium: alive, ended, suggested."""
    zeilen: list[Tafelzeile] = []
    for g in bestand.e.gremien:
        sitze = bestand.sitze.get(g.id, ())
        zeilen.append(
            {
                "Gremium": schlicht(benannt(g.name, g.synthetisch)),
                "Art": TYPEN[g.typ],
                "Stand": zustand(bestand, g, heute),
                "Gilt": geltung(bestand, g),
                "Tagt": " oder ".join(map(_takt, bestand.takte.get(g.id, ()))) or "nicht festgelegt",
                "Genannte Stellen": str(len(sitze)) if sitze else "keine",
            }
        )
    return zeilen


def gremiensatz(bestand: Gremienbestand, heute: date) -> str:
    """How many of them are alive."""
    zustaende = [zustand(bestand, g, heute) for g in bestand.e.gremien]
    freiwillige = {VERBINDLICHKEITEN[v] for v in (Verbindlichkeit.ANGEREGT, Verbindlichkeit.MOEGLICH)}
    saetze = [
        f"Nach dem Register bestehend: {zustaende.count('besteht')} von {len(zustaende)}.",
        "„Genannte Stellen“ zählt Stellen und Gruppen, keine Menschen und keine Plätze.",
        "Was nur angeregt oder möglich ist, muss es nicht geben." if freiwillige & set(zustaende) else "",
    ]
    return " ".join(filter(None, saetze))


def vereinbarungstafel(bestand: Gremienbestand) -> list[Tafelzeile]:
    """The agreements."""
    return [
        {
            "Vereinbarung": schlicht(v.name),
            "Partner": schlicht(" und ".join(v.partner)),
            "Geschlossen": geschlossen(v),
            "Rechtsgrundlage": schlicht(v.rechtsgrundlage) or "nicht genannt",
            "Quelle": schlicht(v.quelle),
        }
        for v in bestand.e.vereinbarungen
    ]


def vereinbarungssaetze(bestand: Gremienbestand) -> list[str]:
    """What is to be known about the agreements."""
    return [schlicht(v.notiz) for v in bestand.e.vereinbarungen if v.notiz]


def bestimmungen(bestand: Gremienbestand) -> dict[str, list[Tafelzeile]]:
    """Clauses by what they are about, in their order."""
    namen = {o.id: o.name for o in bestand.e.organisationen}

    def zeile(b: Bestimmung) -> Tafelzeile:
        stellen = [namen[o] for o in b.organisationen if o in namen]
        return {
            "Bestimmung": schlicht(b.wortlaut),
            "Steht in": schlicht(b.quelle),
            "Genannte Stellen": schlicht(" · ".join(stellen)) or "keine einzeln",
        }

    return {
        titel: zeilen
        for art, titel in BESTIMMUNGEN.items()
        if (zeilen := [zeile(b) for b in bestand.e.bestimmungen if b.art == art])
    }


def unbekannter_raum(kuerzel: str) -> str:
    """A Planungsraum that the Haupteinteilung of the region does not have (any more)."""
    return f"{schlicht(kuerzel)} (diesen Planungsraum gibt es in der Haupteinteilung nicht)"


def organisationen(bestand: Gremienbestand, raeume: Mapping[str, str]) -> dict[str, list[Tafelzeile]]:
    """Organisations by group, with the other names they go by. `raeume`: names of the Planungsräume by id."""
    return {
        titel: [_organisation(o, raeume) for o in eigene]
        for gruppe, titel in GRUPPEN.items()
        if (eigene := [o for o in bestand.e.organisationen if o.gruppe == gruppe])
    }


def _organisation(o: Organisation, raeume: Mapping[str, str]) -> Tafelzeile:
    ort = "k. A." if o.planungsraum is None else schlicht(raeume.get(o.planungsraum, unbekannter_raum(o.planungsraum)))
    return {
        "Name": schlicht(benannt(o.name, o.synthetisch)),
        "Gemeint ist": "eine Art von Stellen" if o.gattung else "eine bestimmte Stelle",
        "Andere Schreibweisen": _liste(o.aliase),
        "Planungsraum": ort,
        "Quelle": schlicht(o.quelle) or "ohne Quelle",
    }


def _takt(t: Takt) -> str:
    ohne_zahl = t.minimum is None and t.maximum is None
    return (schlicht(t.wortlaut) if ohne_zahl else "") or takt(t)


def _liste(texte: Iterable[str]) -> str:
    return schlicht(" · ".join(texte)) or "keine"
