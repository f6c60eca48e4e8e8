"""Papers that follow a meeting: minutes, the paper for the Sozialausschuss, what is due."""

from datetime import UTC, datetime
from typing import Final

from analysis.gremien.mappe import Papiere, Punkt
from models.gremienworte import Topart
from presentation.exports.papier import Papier
from presentation.exports.sitzungsmappe.stoff import Stoff
from presentation.texts import beteiligungsstufen
from presentation.texts import datenblatt as blatttexte
from presentation.texts import mappenempfehlungen as empfehlungen
from presentation.texts import sitzungsmappe as texte
from presentation.texts.gremien import SYNTHETISCH, tag
from presentation.texts.methodik import THEMEN
from presentation.texts.zahlen import datum

ZEILENBYTES: Final = 73
"""A line of a calendar file is folded after so many bytes."""


def protokoll(papier: Papier, stoff: Stoff) -> None:
    """Attendance in counts, the items with their results, recommendations and measures."""
    p = stoff.papiere
    ort, form = texte.ort_und_form(p)
    papier.angabe("Tag", texte.sitzungstag(p))
    papier.angabe("Ort und Form", f"{ort}, {form}")
    papier.angabe("Protokoll", f"{texte.stelle(p)}, verschickt am: {tag(p.sitzung.protokoll_am)}")
    papier.ueberschrift("Wer da war", 2)
    papier.absatz(texte.teilnahmesatz(p))
    papier.tafel("Teilnahme nach Gruppen", texte.teilnahmezeilen(p), (10, 3, 3), zahlen=True)
    papier.absatz(texte.OHNE_NAMEN, klein=True)
    papier.ueberschrift("Punkte und Ergebnisse", 2)
    if not p.tagesordnung:
        papier.absatz(f"Es sind keine Punkte eingetragen. {texte.ERGAENZEN.format('Punkte und Ergebnisse')}")
    for punkt in p.tagesordnung:
        papier.ueberschrift(texte.punktname(punkt), 3)
        _ergebnis(papier, p, punkt)
        if punkt.top is not None and (satz := beteiligungsstufen.satz(punkt.top)):
            papier.angabe("Beteiligung", satz)
    papier.ueberschrift("Maßnahmen", 2)
    massnahmen = [empfehlungen.massnahmensatz(m) for e in p.empfehlungen for m in p.bestand.massnahmen.get(e.id, ())]
    if massnahmen:
        papier.liste(massnahmen)
    elif p.empfehlungen:
        papier.absatz("Zu den Empfehlungen dieser Sitzung sind noch keine Maßnahmen eingetragen.")
    else:
        papier.absatz("Aus dieser Sitzung sind keine Empfehlungen und keine Maßnahmen eingetragen.")


def _ergebnis(papier: Papier, p: Papiere, punkt: Punkt) -> None:
    if punkt.top is None or (punkt.top.art == Topart.RUECKLAUF and not punkt.top.ergebnis and not punkt.empfehlungen):
        papier.absatz(empfehlungen.berichtssatz(p.ruecklauf))
        return
    papier.absatz(punkt.top.ergebnis or texte.ERGAENZEN.format("Ergebnis oder Beschluss"))
    if punkt.empfehlungen:
        papier.absatz("Empfohlen wurde:", fett=True)
        papier.liste([empfehlungen.empfehlungssatz(e) for e in punkt.empfehlungen])


def vorlage(papier: Papier, stoff: Stoff) -> None:
    """The paper for the Sozialausschuss: what can be known is written, the rest is for the office to complete."""
    p, bestand = stoff.papiere, stoff.stand.bestand
    papier.angabe("Beratungsfolge", texte.ERGAENZEN.format("Ausschuss, Tag, Nummer der Vorlage"))
    papier.ueberschrift("Anlass", 2)
    papier.absatz(f"Das Gremium „{p.gremium.name}“ hat am {texte.sitzungstag(p)} getagt. {texte.teilnahmesatz(p)}")
    papier.ueberschrift("Sachverhalt", 2)
    papier.liste([f"{THEMEN[b.thema]}: {blatttexte.befund(b, bestand)}" for b in stoff.blaetter])
    papier.absatz(f"{blatttexte.LESEN} Tabellen, Quellen und Schutz stehen in den Datenblättern.")
    papier.absatz(empfehlungen.ruecklaufsatz(p.ruecklauf))
    papier.ueberschrift("Empfehlungen des Gremiums", 2)
    if p.empfehlungen:
        papier.liste([empfehlungen.empfehlungssatz(e) for e in p.empfehlungen])
    else:
        papier.absatz("Aus dieser Sitzung sind keine Empfehlungen eingetragen.")
    papier.ueberschrift("Beschlussvorschlag", 2)
    was = "die Empfehlungen des Gremiums" if p.empfehlungen else "den Bericht über die Sitzung des Gremiums"
    papier.absatz(
        f"Der Ausschuss nimmt {was} „{p.gremium.kurz}“ vom {datum(p.sitzung.datum)} zur Kenntnis. "
        f"{texte.ERGAENZEN.format('was darüber hinaus beschlossen werden soll')}"
    )
    papier.ueberschrift("Finanzielle Auswirkungen", 2)
    papier.absatz(texte.VERWALTUNG)


def wiedervorlagen(papier: Papier, stoff: Stoff) -> None:
    """What is due until when at which office."""
    zeilen = empfehlungen.wiedervorlagezeilen(stoff.papiere)
    if not zeilen:
        papier.absatz("Es ist nichts offen.")
        return
    papier.absatz(f"{len(zeilen)} {'Aufgabe ist' if len(zeilen) == 1 else 'Aufgaben sind'} offen.", fett=True)
    papier.tafel("Offene Aufgaben nach Tag", zeilen, (2.5, 4, 8, 3))


def kalender(p: Papiere, jetzt: datetime) -> bytes:
    """What is due on a day, as entries for a calendar (iCalendar)."""
    erfunden = f"({SYNTHETISCH}) " if p.synthetisch else ""
    zeilen = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sozialraumblick//Sitzungsmappe//DE"]
    for w in p.wiedervorlagen:
        if w.bis is not None:
            zeilen += [
                "BEGIN:VEVENT",
                f"UID:{w.schluessel}@sozialraumblick",
                f"DTSTAMP:{jetzt.astimezone(UTC):%Y%m%dT%H%M%SZ}",
                f"DTSTART;VALUE=DATE:{w.bis:%Y%m%d}",
                f"SUMMARY:{_kalendertext(f'{erfunden}{w.stelle or p.gremium.kurz}: {empfehlungen.wiedervorlage(w)}')}",
                "END:VEVENT",
            ]
    return "".join(f"{_gefaltet(zeile)}\r\n" for zeile in [*zeilen, "END:VCALENDAR"]).encode()


def _kalendertext(text: str) -> str:
    for zeichen in ("\\", ";", ","):
        text = text.replace(zeichen, f"\\{zeichen}")
    return " ".join(text.split())


def _gefaltet(zeile: str) -> str:
    teile, teil = [], ""
    for zeichen in zeile:
        if len((teil + zeichen).encode()) > ZEILENBYTES:
            teile.append(teil)
            teil = ""
        teil += zeichen
    return "\r\n ".join([*teile, teil])
