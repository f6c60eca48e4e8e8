"""The page Methodik, printed from the records: what a Kennzahl means, how it is counted, what it does not say."""

from collections.abc import Iterator
from typing import Final

from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN, mindestnenner_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.sichten import k_von
from models.gremienformate import THEMEN as THEMEN_DER_PUNKTE
from models.grundzahlen import GRUNDZAHLEN, HESSEN
from models.merkmale import MERKMALE
from models.tabellen import Freigabe
from models.vokabular import Thema
from models.zustaendigkeit import NRW, Stelle, zustaendige
from presentation.texts.ebenen import sinnvoll_ab
from presentation.texts.quellen import summe_des_kreises
from presentation.texts.quellschutz import saetze
from presentation.texts.schutzsaetze import AMTLICH, NICHT_GENANNT, SUMMEN, personen, quotensatz
from presentation.texts.zahlen import datum, spanne, zahl

THEMEN: Final[dict[str, str]] = {
    Thema.WOHNEN: "Wohnen",
    Thema.ARBEIT: "Arbeit",
    Thema.KINDER: "Kinder und Jugendliche",
    Thema.P67: "Hilfe nach § 67",
    Thema.UEBERGREIFEND: "Über alle Themen",
    Thema.BEVOELKERUNG: "Bevölkerung",
    Thema.UMFELD: "Umfeld (öffentliche Statistiken)",
}
THEMENWAHL: Final = {t: THEMEN[t] for t in THEMEN_DER_PUNKTE}
"""Themes that an item of an agenda can have."""

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
    "Eine 0 in einer Datei heißt: keine oder höchstens k − 1 Menschen. Auf dem Bildschirm stehen kleine Zahlen als "
    f"Spanne, zum Beispiel „0 bis 4“ oder „1 bis 9“. Die wahre Zahl liegt in dieser Spanne. {NICHT_GENANNT}",
    "Ein Wert je 1.000 Einwohner wird erst ab 2k Menschen und ab dem Mindestnenner gezeigt: so vielen Einwohnern der "
    "Altersgruppe, wie die Regel der Kennzahl verlangt. Darunter steht „geschützt“: "
    "Der Wert wäre zu unsicher, um damit zu planen.",
    f"{SUMMEN} Ein Planungsraum, den Sie selbst bilden, ist die Summe der geschützten Gemeindewerte. Er kann deshalb "
    "um einige Personen vom wahren Wert abweichen.",
    "Überschneiden sich die Spannen zweier Stichtage, so liegt die Veränderung im Bereich der Rundung und ist nicht "
    "aussagekräftig. Dann sagen wir das dazu.",
    AMTLICH,
)

EBENEN: Final = (
    "Je feiner die Ebene, desto kleiner die Zahlen, und desto mehr von ihnen stehen als Spanne. Jede Kennzahl nennt "
    "deshalb ihre feinste sinnvolle Ebene: die feinste, auf der in der Vorführung, in der Region mit den kleineren "
    "Zahlen, an jedem Stichtag mindestens die Hälfte der Gebiete 2k Menschen oder mehr zeigt.",
    "Eine Seite öffnet mit dieser Ebene oder mit der gröberen, die für die Region festgelegt ist. Feinere Ebenen "
    "lassen sich wählen; dann steht dabei, wie viele Gebiete keine einzelne Zahl haben.",
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
        k = k_von(bestand, kennzahl)
        yield "Feinste sinnvolle Ebene", sinnvoll_ab(kennzahl, bestand)
        yield "Kleinste erkennbare Zahl (k)", str(k)
        yield f"Was „{spanne(0, k - 1)}“ heißt", f"Keine oder höchstens {personen(k - 1)}. {NICHT_GENANNT}"
        if kennzahl.art != "zahl":
            yield "Was „geschützt“ heißt", quotensatz(kennzahl, k)
    if kennzahl.band is not None and (mindestens := mindestnenner_der(kennzahl, bestand.regeln)):
        yield "Mindestnenner", f"Kein Wert bei weniger als {zahl(mindestens)} Einwohnern {kennzahl.band.text}."
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
            f"Summe {bestand.ganzes.des}": summe_des_kreises(g, v.angaben),
            "Angriff der Prüfung": pruefung(v.freigabe),
            **({"vom Absender geschützt": " ".join(saetze(v.angaben.quellschutz)) or "–"} if fremd else {}),
        }
        for g, v in sorted(bestand.veroeffentlicht.items(), key=lambda paar: list(GRUNDZAHLEN).index(paar[0]))
    ]


def pruefung(freigabe: Freigabe) -> str:
    """What the audit of a Freigabe found, in a few words."""
    if GRUNDZAHLEN[freigabe.grundzahl].oeffentlich:
        return "–"
    bericht = freigabe.pruefbericht
    if not bericht:
        return "nicht geprüft"
    return f"bestanden: {zahl(int(str(bericht['ziele'])))} Zahlen angegriffen, keine aufgedeckt"
