"""What each paper of a meeting says, in a sentence or two: the preview of the view Sitzungsmappe."""

from collections.abc import Sequence
from datetime import date

from analysis.bestand import Bestand
from analysis.gremien.datenblatt import Datenblatt
from analysis.gremien.mappe import Papiere
from models.gremienworte import Sitzungsform, Topart
from presentation.texts import datenblatt as blatttexte
from presentation.texts import mappenempfehlungen as empfehlungen
from presentation.texts import sitzungsmappe as texte
from presentation.texts.befunde import aufzaehlung
from presentation.texts.gremien import SITZUNGSFORMEN, stueck
from presentation.texts.zahlen import datum


def saetze(name: str, p: Papiere, blaetter: Sequence[Datenblatt], bestand: Bestand, heute: date) -> list[str]:
    """The preview of the paper with this file name."""
    gefunden = {
        "einladung": lambda p: _einladung(p, heute),
        "tagesordnung": _tagesordnung,
        "ruecklauf": lambda p: [empfehlungen.ruecklaufsatz(p.ruecklauf)],
        "protokoll": _protokoll,
        "vorlage-sozialausschuss": _vorlage,
        "wiedervorlagen": _wiedervorlagen,
    }.get(name)
    if gefunden is not None:
        return gefunden(p)
    blatt = next(b for b in blaetter if name == f"datenblatt-{b.thema}")
    return [
        satz
        for satz in (
            blatttexte.befund(blatt, bestand),
            blatttexte.sicherheit(blatt),
            f"{blatttexte.rangtitel(blatt, bestand)}." if blatt.stichtage else "",
            texte.zurueckgezogen(blatt.zurueckgezogen),
        )
        if satz
    ]


def _einladung(p: Papiere, heute: date) -> list[str]:
    ort = p.sitzung.ort or ("online" if p.sitzung.form == Sitzungsform.ONLINE else "fehlt noch")
    form = SITZUNGSFORMEN[p.sitzung.form] if p.sitzung.form else "fehlt noch"
    return [
        f"{texte.sitzungstag(p)}. Ort: {ort}. Form: {form}.",
        f"{texte.fristsatz(p, heute)} Fragt nach {len(texte.BEDARFE)} Dingen, die man zum Teilnehmen brauchen kann, "
        "zum Ankreuzen und ohne Angabe von Gründen.",
    ]


def _tagesordnung(p: Papiere) -> list[str]:
    if not p.tagesordnung:
        return ["Es sind keine Punkte eingetragen."]
    return [" · ".join(map(texte.punktname, p.tagesordnung))]


def _protokoll(p: Papiere) -> list[str]:
    anzahl = len(p.empfehlungen)
    ohne = [
        str(x.nummer)
        for x in p.tagesordnung
        if x.top is not None and x.top.art != Topart.RUECKLAUF and not x.top.ergebnis
    ]
    zeilen = [texte.teilnahmesatz(p), f"{stueck(anzahl, 'Empfehlung', 'Empfehlungen')} aus dieser Sitzung."]
    if ohne:
        zeilen.append(f"Ohne Ergebnis: Punkt {aufzaehlung(ohne)}.")
    return zeilen


def _vorlage(p: Papiere) -> list[str]:
    anzahl = len(p.empfehlungen)
    return [
        f"Anlass, Sachverhalt und {stueck(anzahl, 'Empfehlung', 'Empfehlungen')} stehen darin. "
        "Beratungsfolge, Beschlussvorschlag und finanzielle Auswirkungen ergänzt die Verwaltung."
    ]


def _wiedervorlagen(p: Papiere) -> list[str]:
    if not p.wiedervorlagen:
        return ["Es ist nichts offen."]
    erste = p.wiedervorlagen[0]
    wann = f" Der früheste Tag: {empfehlungen.wiedervorlage(erste)}, bis {datum(erste.bis)}." if erste.bis else ""
    anzahl = len(p.wiedervorlagen)
    return [f"{stueck(anzahl, 'Aufgabe ist', 'Aufgaben sind')} offen.{wann}"]
