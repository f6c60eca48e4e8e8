"""The page Methodik, printed from the records: what a Kennzahl means, how it is counted, what it does not say."""

from collections.abc import Iterator
from typing import Final

from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN, k_der
from analysis.kennzahlen.kennzahl import Kennzahl
from models.grundzahlen import GRUNDZAHLEN, HESSEN
from models.merkmale import MERKMALE
from models.vokabular import Thema
from models.zustaendigkeit import NRW, Stelle, zustaendige
from presentation.texts.quellen import summe_des_kreises
from presentation.texts.quellschutz import saetze
from presentation.texts.zahlen import datum, zahl

THEMEN: Final[dict[str, str]] = {
    Thema.WOHNEN: "Wohnen",
    Thema.ARBEIT: "Arbeit",
    Thema.KINDER: "Kinder und Jugendliche",
    Thema.P67: "Hilfe nach § 67",
    Thema.UEBERGREIFEND: "Über alle Themen",
    Thema.BEVOELKERUNG: "Bevölkerung",
    Thema.UMFELD: "Umfeld (öffentliche Statistiken)",
}

LAENDER: Final = {NRW: ("Nordrhein-Westfalen", "Landschaftsverband"), HESSEN: ("Hessen", "LWV Hessen")}
"""Länder whose responsibilities are entered: name, and how the Träger is called there."""

RICHTUNG: Final = {
    "neutral": "Mehr ist weder gut noch schlecht.",
    "mehr_ist_besser": "Mehr ist besser.",
    "weniger_ist_besser": "Weniger ist besser.",
}

SCHUTZ: Final = (
    "Vor der Veröffentlichung wird jede Lieferung einmal im Ganzen geschützt. Die kleinste Einheit ist eine Zelle: "
    "Menschen aus einer Gemeinde, die ihre Leistung in einer Gemeinde oder in einem anderen Kreis erhalten.",
    "Zellen mit wenigen Menschen werden auf 0 oder auf die kleinste erkennbare Zahl k gesetzt. "
    "Welche Zelle nach oben und welche nach unten geht, wird so gewählt, dass die Summen der Gemeinden und der "
    "Planungsräume möglichst wenig abweichen: eine Gemeinde höchstens um k − 1.",
    "Alles andere ist Rechnen mit diesen geschützten Zahlen: jeder Planungsraum, jeder Anteil, jede Karte, jede Datei. "
    "Deshalb verrät es nichts Neues, wenn man Gemeinden anders zusammenfasst.",
    "Manche Zahlen sind schon öffentlich, zum Beispiel die Summe des Kreises in einem Bericht. Solche Eckwerte bleiben "
    "unverändert, und ihre Quelle steht bei den Zahlen. Hat die Quelle auf Vielfache von 5 gerundet, liegt die wahre "
    "Zahl höchstens 2 daneben.",
    "Manche Lieferungen kommen schon geschützt an: auf Vielfache von 5 gerundet oder mit Zeichen statt kleiner Zahlen. "
    "Solche Stichtage zeigen wir, wie sie geliefert wurden, und sagen es bei den Zahlen. Gelieferte Summen bleiben "
    "stehen, auch wenn sie nicht die Summe ihrer Teile sind; gesperrte Zahlen rechnet niemand zurück.",
    "Eine gezeigte 0 heißt: keine oder höchstens k − 1 Menschen. Kleine Zahlen stehen als Spanne, "
    "zum Beispiel „1 bis 9“. Die wahre Zahl liegt in dieser Spanne.",
    "Ein Wert je 1.000 Einwohner wird erst ab 2k Menschen gezeigt. Darunter steht „geschützt“: "
    "Der Wert wäre zu unsicher, um damit zu planen.",
)

SICHERHEIT: Final = (
    "Die blasse Fläche und die feinen Linien zeigen die übliche Zufallsschwankung: Vergleichsintervalle nach Byar "
    "(Anzahl und Wert je 1.000) und nach Wilson (Anteile), erweitert um die Rundung.",
    "Berühren sich die Intervalle zweier Werte nicht, so ist der Unterschied auf dem 5-Prozent-Niveau mehr als Zufall "
    "(Goldstein und Healy 1995). Nur dann steht hier „mehr“, „weniger“, „über“ oder „unter“.",
    "Intervalle vergleichen Gebiete. Wie sich ein Bestand verändert, sagen wir in Personen; warum er sich verändert, "
    "zeigen erst Zugänge und Abgänge.",
    "Über einen Bruch der Reihe hinweg wird nicht verglichen.",
)


def felder(kennzahl: Kennzahl, bestand: Bestand) -> Iterator[tuple[str, str]]:
    """Heading and text of every part of a record, in reading order."""
    yield "Bedeutung", kennzahl.bedeutung
    yield "Rechenweg", rechenweg(kennzahl)
    yield "Einheit", kennzahl.einheit
    yield "Zählweise", kennzahl.zaehlweise
    yield "Stichtag", kennzahl.stichtag
    yield "Quelle", kennzahl.quelle
    if zahlt := wer_zahlt(kennzahl):
        yield "Wer zahlt und liefert", zahlt
    if kennzahl.nur_kreis:
        yield "Feinste Ebene", "Kreis. Darunter gibt es keinen Wert."
    if not kennzahl.oeffentlich:
        yield "Kleinste erkennbare Zahl (k)", str(k_der(kennzahl, bestand.mindest_k))
    yield "Richtung", RICHTUNG[kennzahl.richtung]
    for bruch in kennzahl.brueche:
        yield f"Bruch {bruch.jahr}", bruch.text
    for hinweis in kennzahl.hinweise:
        yield "Vorsicht", hinweis
    yield "In Links und Dateien", f"{kennzahl.id}{f' oder {kennzahl.code}' if kennzahl.code else ''}"


def rechenweg(kennzahl: Kennzahl) -> str:
    """The formula in words."""
    oben = " + ".join(_name(g) for g in kennzahl.zaehler)
    if kennzahl.art == "zahl":
        return f"Anzahl: {oben}"
    if kennzahl.band is not None:
        faktor = zahl(kennzahl.faktor)
        ersatz = ", sonst am 31.12. desselben Jahres" if kennzahl.merkmal else ""
        return f"{oben} ÷ Einwohner {kennzahl.band.text} × {faktor}, Bevölkerung am selben Stichtag{ersatz}"
    unten = " + ".join(_name(g) for g in kennzahl.nenner)
    return f"{oben} ÷ ({unten}) × {kennzahl.faktor}"


def wer_zahlt(kennzahl: Kennzahl) -> str:
    """Who pays for what is counted, by Land: "Hessen: Kreis (bis zum Ende der Schulzeit)."; empty if nobody does."""
    saetze = []
    for land, (name, traeger) in LAENDER.items():
        namen = {Stelle.TRAEGER: traeger, Stelle.KREIS: "Kreis"}
        stellen = dict.fromkeys(
            namen[z.stelle] + (f" ({z.umfang})" if z.umfang else "")
            for g in kennzahl.zaehler
            if g in GRUNDZAHLEN
            for z in zustaendige(g, land)
        )
        saetze += [f"{name}: {' und '.join(stellen)}."] if stellen else []
    return " ".join(saetze)


def _name(grundzahl: str) -> str:
    if grundzahl in MERKMALE:
        return MERKMALE[grundzahl].titel
    return GRUNDZAHLEN[grundzahl].titel if grundzahl in GRUNDZAHLEN else "Einwohnerinnen und Einwohner"


def je_thema() -> Iterator[tuple[str, list[Kennzahl]]]:
    """The catalogue by theme, in the order of the records."""
    for thema, name in THEMEN.items():
        yield name, [k for k in KENNZAHLEN if k.thema == thema]


def freigaben(bestand: Bestand) -> list[dict[str, object]]:
    """What is in force of a region: one row a Grundzahl, with the facts about its protection."""
    fremd = any(v.angaben.quellschutz for v in bestand.veroeffentlicht.values())
    return [
        {
            "Grundzahl": GRUNDZAHLEN[g].titel,
            "Fassung": v.freigabe.fassung,
            "veröffentlicht": datum(v.freigabe.veroeffentlicht_am.date()),
            "k": "–" if GRUNDZAHLEN[g].oeffentlich else zahl(v.angaben.k),
            f"Summe {bestand.ganzes.des}": summe_des_kreises(g, v.angaben.k, v.angaben.eckwerte_exakt),
            **({"vom Absender geschützt": " ".join(saetze(v.angaben.quellschutz)) or "–"} if fremd else {}),
        }
        for g, v in sorted(bestand.veroeffentlicht.items(), key=lambda paar: list(GRUNDZAHLEN).index(paar[0]))
    ]
