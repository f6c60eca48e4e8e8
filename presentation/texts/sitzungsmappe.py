"""The words of the papers of a meeting: letters, minutes, and the view that lists what is ready and what is missing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from analysis.gremien.anwesenheit import rang
from analysis.gremien.datenstand import Zahlenstand
from analysis.gremien.mappe import Fehlend, Papiere, Punkt
from data_access.gremien.tagesordnung import RUECKLAUF
from models.gremientabellen import Teilnahme
from models.gremienworte import Barriereart, Sitzungsform, Sitzungsstatus
from models.grundzahlen import GRUNDZAHLEN
from models.vokabular import INSGESAMT
from presentation.texts.anwesenheit import menge
from presentation.texts.befunde import aufzaehlung
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.gremien import (
    BARRIEREN,
    GRUPPEN,
    SITZUNGSFORMEN,
    TOPARTEN,
    anzahl,
)
from presentation.texts.methodik import THEMEN
from presentation.texts.sitzungen import zusammen
from presentation.texts.zahlen import datum

FEHLEND: Final[dict[Fehlend, str]] = {
    Fehlend.ORT: "Ort",
    Fehlend.FORM: "Form (vor Ort oder online)",
    Fehlend.TAGESORDNUNG: "Tagesordnung",
    Fehlend.TEILNAHME: "Teilnahme",
    Fehlend.ERGEBNISSE: "Ergebnisse einzelner Punkte",
}
ERGAENZEN: Final = "[bitte ergänzen: {}]"
VERWALTUNG: Final = "Von der Verwaltung zu ergänzen."

BEDARFE: Final[dict[str, str]] = BARRIEREN | {
    Barriereart.DGS: "Dolmetschen in Deutsche Gebärdensprache",
    Barriereart.SCHRIFTDOLMETSCHEN: "Schriftdolmetschen: Was gesprochen wird, steht zum Mitlesen auf einem Bildschirm",
    Barriereart.LEICHTE_SPRACHE_BEGLEITUNG: "eine Begleitung, die in Leichter Sprache erklärt",
    Barriereart.ASSISTENZ: "Assistenz während der Sitzung",
    Barriereart.FAHRDIENST: "einen Fahrdienst hin und zurück",
    Barriereart.HOERANLAGE: "eine Höranlage",
    Barriereart.BRAILLE_GROSSDRUCK: "Unterlagen in Braille oder in großer Schrift",
    Barriereart.BARRIEREFREIER_RAUM: "einen Raum ohne Stufen, mit Platz für Rollstuhl oder Rollator",
    Barriereart.PAUSEN_REIZARM: "feste Pausen und einen ruhigen Raum",
    Barriereart.DIGITAL_BARRIEREFREI: "Teilnahme über das Internet, die mit meiner Technik funktioniert",
    Barriereart.AUFWANDSENTSCHAEDIGUNG: "Erstattung meiner Kosten (Aufwandsentschädigung)",
}
"""What can be ticked in an invitation, to complete "Ich brauche"."""

ANTWORTEN: Final = (
    "Die Geschäftsführung bestellt mit Ihrer Antwort, was gebraucht wird. Festgehalten wird nur, was angefragt und was "
    "bereitgestellt wurde: ohne Namen und ohne Anzahl. Ihr Bogen selbst wird nicht in Sozialraumblick gespeichert."
)
OHNE_DIAGNOSE: Final = "Bitte schreiben Sie nur, was Sie brauchen. Den Grund müssen Sie nicht nennen."
ANTWORTBOGEN: Final = "Auf der nächsten Seite können Sie ankreuzen, was Sie zum Teilnehmen brauchen."
LEICHT: Final = "Unterlagen in Leichter Sprache"
LEICHTE_SPRACHE: Final = (
    "Die Unterlagen gibt es auf Wunsch auch in Leichter Sprache. Bitte kreuzen Sie es dort an oder sagen Sie es uns."
)
BAUDAUER: Final = "Die Mappe wird beim Klick gebaut. Das kann einige Sekunden dauern."
OHNE_NAMEN: Final = "Gezählt sind Menschen nach Gruppen. Namen werden nicht erfasst. „k. A.“ heißt: nicht bekannt."
SCHUTZ_IM_FUSS: Final = "Fallzahlen sind gerundet und geschützt (Seite „Methodik“)."


def kopfsatz(p: Papiere) -> str:
    """The headline of the view: what is ready, or what is missing for this meeting."""
    tag_ = datum(p.sitzung.datum)
    if p.sitzung.status == Sitzungsstatus.AUSGEFALLEN:
        return f"Die Sitzung am {tag_} ist ausgefallen"
    if not p.fehlend:
        return f"Für den {tag_} ist alles eingetragen, was die Papiere brauchen"
    fehlt = aufzaehlung([FEHLEND[f] for f in p.fehlend])
    if tuple(p.fehlend) == (Fehlend.ORT,):
        return f"Für den {tag_} fehlt noch der Ort"
    viele = len(p.fehlend) > 1 or p.fehlend[0] == Fehlend.ERGEBNISSE
    return f"Für den {tag_} {'fehlen' if viele else 'fehlt'} noch {fehlt}"


def unterzeile(p: Papiere) -> str:
    """What the view holds."""
    danach = ", danach Protokoll, Vorlage für den Sozialausschuss und Wiedervorlagen" if p.fand_statt else ""
    papiere = f"Einladung, Tagesordnung, Datenblätter und Rücklauf{danach}"
    zusatz = ["synthetisch, also erfunden"] if p.synthetisch else []
    return " · ".join([p.gremium.name, f"Sitzung am {datum(p.sitzung.datum)}", papiere, *zusatz])


def standtitel(stand: Zahlenstand) -> str:
    """Heading over the state of the numbers; it stands in the footer of the papers too."""
    if stand.vom is None:
        return "Datenstand: heute, nicht festgehalten"
    return f"Datenstand dieser Sitzung vom {zeitpunkt(stand.vom)}"


def papierstand(stand: Zahlenstand, jetzt: datetime) -> str:
    """The same on paper, where "today" is the day it was written."""
    return standtitel(stand) if stand.vom else f"Zahlen vom {zeitpunkt(jetzt)}, Datenstand nicht festgehalten"


def papiersatz(stand: Zahlenstand) -> str:
    """What it means for who reads the papers."""
    if stand.vom is None:
        return "Werden die Papiere später noch einmal erstellt, können andere Zahlen darin stehen."
    return standsatz(stand)


def zeitpunkt(zeit: datetime) -> str:
    """A moment as a day on the clock of this place."""
    return datum(zeit.astimezone().date())


def standsatz(stand: Zahlenstand) -> str:
    """What it means that a state is kept, or that it is not."""
    if stand.vom is None:
        return (
            "Die Papiere zeigen die Zahlen von heute. Kommen neue Zahlen dazu, ändern sich auch die Papiere. Wer den "
            "Stand festhält, bekommt sie später genauso wieder."
        )
    return (
        "Die Papiere zeigen genau die Zahlen, die an diesem Tag veröffentlicht waren, auch wenn es inzwischen neuere "
        "gibt. Das heißt nicht, dass es heute noch so ist."
    )


def standzeilen(stand: Zahlenstand) -> list[dict[str, object]]:
    """Which publication of each Grundzahl the papers show."""
    zeilen: list[dict[str, object]] = [
        {
            "Zahl": GRUNDZAHLEN[f.grundzahl].titel,
            "Fassung": str(f.fassung),
            "veröffentlicht am": datum(f.veroeffentlicht_am.date()),
            "k": str(f.k),
        }
        for f in stand.freigaben
    ]
    leer = {"Fassung": "–", "k": "–"}
    zeilen += [
        {"Zahl": GRUNDZAHLEN[g].titel, **leer, "veröffentlicht am": f"zurückgezogen am {datum(tag_)}"}
        for g, tag_ in stand.zurueckgezogen.items()
    ]
    return zeilen


def zurueckgezogen(weg: Mapping[str, date]) -> str:
    """Which frozen numbers may not be shown any more; empty if all may."""
    if not weg:
        return ""
    namen = ", ".join(f"„{GRUNDZAHLEN[g].titel}“ zurückgezogen am {datum(tag_)}" for g, tag_ in weg.items())
    return f"Diese Zahlen werden nicht mehr gezeigt: {namen}."


def ort_und_form(p: Papiere) -> tuple[str, str]:
    """Where and how, or what is to be completed."""
    form = SITZUNGSFORMEN[p.sitzung.form] if p.sitzung.form else ERGAENZEN.format("vor Ort oder online")
    ort = p.sitzung.ort or ("online" if p.sitzung.form == Sitzungsform.ONLINE else ERGAENZEN.format("Ort"))
    return ort, form


def sitzungstag(p: Papiere) -> str:
    """The day, and whether it is off or only inferred."""
    tag_ = datum(p.sitzung.datum)
    if p.sitzung.status == Sitzungsstatus.AUSGEFALLEN:
        return f"{tag_} (ausgefallen)"
    return f"{tag_} (Jahr erschlossen)" if p.sitzung.datum_erschlossen else tag_


def fristsatz(p: Papiere, heute: date) -> str:
    """Until when needs can be told; a proposed day is none once it has passed."""
    frist = p.frist
    if frist.vorschlag and frist.tag < heute and not p.fand_statt:
        return f"Bitte antworten Sie bis zum {ERGAENZEN.format('Tag; vier Wochen vor der Sitzung sind vorbei')}."
    zusatz = " [Bitte prüfen: Der Tag ist ein Vorschlag, vier Wochen vor der Sitzung.]" if frist.vorschlag else ""
    return f"Bitte antworten Sie bis zum {datum(frist.tag)}.{zusatz}"


def stelle(p: Papiere) -> str:
    """The office that answers, never a person."""
    if p.geschaeftsfuehrung:
        return f"Geschäftsführung ({p.geschaeftsfuehrung})"
    return f"Geschäftsführung, {ERGAENZEN.format('Stelle')}"


def punkttitel(punkt: Punkt) -> str:
    """Name of an item; the fixed first one has its own."""
    return punkt.top.titel if punkt.top is not None else RUECKLAUF


def punktname(punkt: Punkt) -> str:
    """An item with its number; the Rücklauf that has none is what the meeting begins with."""
    return f"{'Zu Beginn' if punkt.nummer is None else f'Punkt {punkt.nummer}'}: {punkttitel(punkt)}"


def tagesordnungszeilen(p: Papiere) -> list[dict[str, str]]:
    """The agenda as a table."""
    return [
        {
            "Nr.": "–" if punkt.nummer is None else str(punkt.nummer),
            "Punkt": punkttitel(punkt),
            "Art": TOPARTEN[punkt.top.art] if punkt.top else "Rücklauf",
            "Thema": THEMEN[punkt.top.thema] if punkt.top and punkt.top.thema else "–",
            "eingebracht von": GRUPPEN[punkt.top.eingebracht_von] if punkt.top and punkt.top.eingebracht_von else "–",
        }
        for punkt in p.tagesordnung
    ]


def teilnahmezeilen(p: Papiere) -> list[dict[str, str]]:
    """Attendance in counts by group, and of all."""
    zeilen = [
        {
            "Gruppe": _gruppe(t, {x.gruppe for x in p.teilnahmen if not x.organisation}),
            "eingeladen": anzahl(t.eingeladen),
            "anwesend": anzahl(t.anwesend),
        }
        for t in sorted(p.teilnahmen, key=lambda t: (rang(t.gruppe), t.organisation))
        if t.gruppe != INSGESAMT
    ]
    alle = p.anwesenheit.insgesamt
    ganze = {"Gruppe": zusammen(alle["anwesend"])} | {s: menge(alle[s]) for s in ("eingeladen", "anwesend")}
    return [*zeilen, ganze] if p.teilnahmen else []


def _gruppe(t: Teilnahme, ganze: set[str]) -> str:
    """A group, or one of its institutions: as a part of it where the whole group has a row of its own."""
    if not t.organisation:
        return GRUPPEN[t.gruppe]
    return f"davon {t.organisation}" if t.gruppe in ganze else f"{GRUPPEN[t.gruppe]}, {t.organisation}"


def teilnahmesatz(p: Papiere) -> str:
    """How many were there, and how many of them for the Selbstvertretung."""
    alle, selbst = p.anwesenheit.gesamt, p.anwesenheit.selbstvertretung
    if alle.zahl is None:
        return "Wie viele Menschen da waren, ist nicht vollständig bekannt (k. A.)."
    if alle.genau is not None and selbst.genau is not None:
        return f"{selbst.genau} von {alle.genau} Anwesenden {_kam(selbst.genau)} aus der Selbstvertretung."
    waren = menge(alle)[:1].upper() + menge(alle)[1:]
    da = "Mensch war da" if alle.zahl == 1 else "Menschen waren da"
    return f"{waren} {da}. Wie viele aus welcher Gruppe kamen, ist nicht vollständig bekannt (k. A.)."


def _kam(anzahl: int) -> str:
    return "kam" if anzahl == 1 else "kamen"


def kopfzeilen(p: Papiere, zahlen_synthetisch: bool) -> tuple[str, ...]:
    """Header of a paper: what it is about, and what of it is invented."""
    zeile = f"{p.gremium.kurz} · Sitzung am {sitzungstag(p)}"
    if p.synthetisch:
        return (zeile, SYNTHETISCH)
    return (zeile, "Die Zahlen in diesem Papier sind synthetische Daten") if zahlen_synthetisch else (zeile,)
