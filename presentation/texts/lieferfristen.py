"""What is delivered when, in words: who to whom, by which day, about which year, on which way, and what it counts."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from analysis import wege
from analysis.ganzes import Ganzes
from analysis.pflichten.lieferzahl import Lieferzahl, teile_ergeben_summe
from analysis.pflichten.stand import Sicht
from models.pflichttabellen import Nachweis
from models.pflichtworte import KEIN_NACHWEIS, Bezugsjahr, Pflichtstatus
from models.vokabular import Basis
from presentation.texts.befunde import aufzaehlung, betrag
from presentation.texts.freitext import schlicht
from presentation.texts.nachweise import KANAELE, pflichtname
from presentation.texts.pflichtworte import KEIN_TAG, VERDECKT, ZUSTAENDIGE
from presentation.texts.steckbrief import spanne_der
from presentation.texts.zahlen import datum, jahresende, stichtagswert

TITEL: Final = "Was wann geliefert wird"
OHNE_FREIGABE: Final = "nicht veröffentlicht"
KEINE_ZAHL: Final = "keine einzelne Zahl"
WOHER: Final = (
    "Die Zahl stammt nicht aus dem Eintrag. Gezeigt wird die veröffentlichte, geschützte Zahl zum Stichtag. "
    "Ob die Mitteilung dieselbe Zahl nannte, ist hier nicht bekannt. Namen stehen hier nie."
)
SYNTHETISCH: Final = "Synthetisch heißt: Der Eintrag oder die Zahl ist für die Vorführung erfunden."
NICHT_EINGETRAGEN: Final[dict[str, str]] = {
    Pflichtstatus.OFFEN: "noch nicht eingetragen",
    Pflichtstatus.UEBERFAELLIG: "steht noch aus",
    Pflichtstatus.WIDERSPRUECHLICH: "Einträge widersprechen sich",
    Pflichtstatus.NICHT_ANWENDBAR: "nicht anwendbar",
}
"""What stands for the day where there is none, by status; else "nicht eingetragen"."""
MEHR: Final = "Mehr zu diesen Zahlen:"
JE_LEISTUNG: Final = (
    "Für alle zusammen ist nur die Summe veröffentlicht, ohne den Ort der Leistung. Bei einzelnen Leistungen ist der "
    "Ort bekannt. Wer zwei Leistungen erhält, steht in zwei Sätzen. Deshalb werden sie nicht zusammengezählt."
)
ZAHLEN_SYNTHETISCH: Final = "Diese Zahlen sind synthetisch."
ALLE_GEHEN_AUF: Final = "Probe: Die Teile ergeben jeweils die veröffentlichte Summe."
_PROBE: Final[dict[bool | None, str]] = {
    True: "Probe: Die Teile ergeben die veröffentlichte Summe.",
    None: "Probe: Die Teile ergeben nicht genau die Summe. Der Abstand liegt im Spielraum des Schutzes.",
    False: "Probe: Die Teile passen nicht zur Summe.",
}


def nicht_vereinbart(region: str) -> str:
    """What a region without any agreed notice reads."""
    return f"{region}: In den Pflichten, die hier eingetragen sind, ist keine Lieferung von Zahlen vereinbart."


def keine_im_jahr(jahr: int) -> str:
    """What a year without a notice reads, as far as it is looked at."""
    return f"Für {jahr} ist in dieser Auswahl keine Lieferung dabei."


def blickrichtungen(sichten: Sequence[Sicht]) -> str:
    """The sentence about notices that are due on one day and are about different years; empty without any."""
    mit_tag = [(s.faellig, s) for s in sichten if s.faellig and s.bezugsjahr]
    for tag, alle in groupby(sorted(mit_tag, key=lambda p: (p[0], p[1].pflicht.rule)), key=lambda p: p[0]):
        liste = [s for _, s in alle]
        vor = [s for s in liste if s.pflicht.bezugsjahr == Bezugsjahr.FOLGEJAHR]
        zurueck = [s for s in liste if s.pflicht.bezugsjahr == Bezugsjahr.VORJAHR]
        if vor and zurueck:
            voraus = f"{_klauseln(vor)} {_verb(vor)} voraus auf {vor[0].bezugsjahr}"
            rueck = f"{_klauseln(zurueck)} {_verb(zurueck)} zurück auf den 31.12.{zurueck[0].bezugsjahr}"
            return f"Zweimal {tag:%d.%m.}, zwei Blickrichtungen: {voraus}, {rueck}."
    return ""


def _klauseln(sichten: Iterable[Sicht]) -> str:
    return aufzaehlung(list(dict.fromkeys(schlicht(s.pflicht.klausel) for s in sichten)))


def _verb(sichten: Sequence[Sicht]) -> str:
    return "blickt" if len({s.pflicht.klausel for s in sichten}) == 1 else "blicken"


def zeile(sicht: Sicht, nachweise: Sequence[Nachweis], zahl: Lieferzahl | None) -> Mapping[str, object]:
    """One notice as a row of the table."""
    return {
        "Was": pflichtname(sicht.pflicht).replace("§ ", "§\u00a0"),
        "Von wem an wen": _wege_der(sicht),
        "Fällig": datum(sicht.faellig) if sicht.faellig else KEIN_TAG,
        "Worüber": worueber(sicht),
        "Weg": weg(sicht, nachweise),
        "Geliefert": geliefert(sicht),
        "Zahl dazu": zahltext(zahl),
    }


def _wege_der(sicht: Sicht) -> str:
    wer = ZUSTAENDIGE[sicht.pflicht.zustaendig]
    return f"{wer} an {schlicht(sicht.pflicht.empfaenger)}" if sicht.pflicht.empfaenger else wer


def worueber(sicht: Sicht) -> str:
    """The year or Stichtag a notice is about."""
    if sicht.bezugsjahr is None:
        return "kein Jahr genannt"
    if sicht.pflicht.bezugsjahr == Bezugsjahr.VORJAHR:
        return f"Stichtag 31.12.{sicht.bezugsjahr}"
    return f"das Jahr {sicht.bezugsjahr}"


def weg(sicht: Sicht, nachweise: Sequence[Nachweis]) -> str:
    """The way that was agreed, and the one it took. What is kept back does not say how it went."""
    vereinbart = f"vereinbart: {KANAELE[sicht.pflicht.kanal]}" if sicht.pflicht.kanal else "kein Weg vereinbart"
    if sicht.verdeckt or sicht.am is None:
        return vereinbart
    gegangen = {
        n.kanal: KANAELE[n.kanal]
        for n in nachweise
        if (n.rule, n.instanz, n.datum) == (sicht.pflicht.rule, sicht.instanz, sicht.am)
        and n.art not in KEIN_NACHWEIS
        and n.kanal
    }
    if not gegangen and not sicht.pflicht.kanal:
        return vereinbart
    return f"{vereinbart}; eingetragen: {aufzaehlung(list(gegangen.values())) or 'keiner'}"


def geliefert(sicht: Sicht) -> str:
    """The day it came, and how many days from its last one."""
    if sicht.status is None:
        return VERDECKT
    if sicht.am is None:
        text = NICHT_EINGETRAGEN.get(sicht.status, "nicht eingetragen")
    else:
        text = datum(sicht.am) + (f", {_abstand((sicht.am - sicht.faellig).days)}" if sicht.faellig else "")
    return f"{text} (synthetisch)" if sicht.synthetisch else text


def _abstand(tage: int) -> str:
    if tage == 0:
        return "am letzten Tag"
    wort = f"{abs(tage)}\u00a0{'Tag' if abs(tage) == 1 else 'Tage'}"
    return f"{wort} {'danach' if tage > 0 else 'vorher'}"


def zahltext(zahl: Lieferzahl | None) -> str:
    """The published count with its Stichtag: exact, rounded, a range, or that there is none."""
    if zahl is None:
        return KEINE_ZAHL
    if zahl.messung is None:
        return f"{OHNE_FREIGABE} (Stichtag {datum(zahl.stichtag)})"
    erfunden = ", synthetisch" if zahl.messung.basis == Basis.SYNTHETISCH else ""
    return f"{betrag(zahl.messung, zahl.kennzahl)} (Stichtag {datum(zahl.stichtag)}{erfunden})"


def verweis(zahl: Lieferzahl) -> tuple[str, dict[str, list[str]]]:
    """The words of a link to a count, and its parameters beside the region."""
    parameter = "jahr" if jahresende(zahl.stichtag) else "stichtag"
    return zahl.kennzahl.kurz, {"kennzahl": [zahl.kennzahl.id], parameter: [stichtagswert(zahl.stichtag)]}


def ortstitel(zahl: Lieferzahl) -> str:
    """The heading above the places."""
    return f"Innerhalb und außerhalb am {datum(zahl.stichtag)}: {zahl.kennzahl.kurz}"


def ortssaetze(zahl: Lieferzahl, alle: Sequence[wege.Wege], ganzes: Ganzes) -> list[str]:
    """Inside and outside beside the total, with the check; a sentence before it where only parts have places."""
    saetze = [] if any(w.kennzahl.id == zahl.kennzahl.id for w in alle) else [JE_LEISTUNG]
    enden = {
        wege.HIER: _im(ganzes),
        wege.AUSSERHALB: f"außerhalb {ganzes.des}",
        wege.NICHT_BEKANNT: "Ort nicht bekannt",
    }
    proben = [teile_ergeben_summe(w) for w in alle]
    gehen_auf = len(alle) > 1 and all(proben)
    for w, probe in zip(alle, proben, strict=True):
        teile = ", ".join(f"{spanne_der(m.wert, m.von, m.bis)} {enden[teil]}" for teil, m in w.teile.items())
        summe = spanne_der(w.gesamt.wert, w.gesamt.von, w.gesamt.bis)
        satz = f"**{w.kennzahl.kurz}:** {teile}, insgesamt {summe}."
        saetze.append(satz if gehen_auf else f"{satz} {_PROBE[probe]}")
    saetze += [ALLE_GEHEN_AUF] if gehen_auf else []
    return [*saetze, ZAHLEN_SYNTHETISCH] if zahl.messung and zahl.messung.basis == Basis.SYNTHETISCH else saetze


def _im(ganzes: Ganzes) -> str:
    return f"in {ganzes.dem}".replace("in dem ", "im ")
