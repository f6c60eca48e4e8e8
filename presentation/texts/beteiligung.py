"""The figures of participation in one or two sentences each: counts first, then what is unknown; shares if exact."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.merkmale import AB_HIER_BETEILIGUNG
from analysis.beteiligung.werte import (
    VEREINBARTE_WERTUNGEN,
    Beteiligung,
    Luecke,
    Median,
    Menschenanteil,
    Platzanteil,
    Wertungszahl,
)
from presentation.texts.beteiligungsstufen import SELBSTVERTRETUNG, VERWALTUNG, stufe
from presentation.texts.beteiligungszahlen import (
    GRUENDE,
    PUNKTE,
    SITZUNGEN,
    Ding,
    gezaehlt,
    menge,
    quellen,
    unbekannt,
    von,
    zusammen,
)
from presentation.texts.gremien import GRUPPEN, KEINE_ANGABE, stueck
from presentation.texts.zahlen import datum, zahl

_EMPFEHLUNGEN: Final[Ding] = ("Empfehlung", "Empfehlungen")
_RAEUME: Final[Ding] = ("Planungsraum", "Planungsräumen")


def saetze(b: Beteiligung) -> dict[str, str]:
    """Code of a figure -> what it says."""
    gebaut: dict[str, Callable[[Beteiligung], str]] = {
        "P1": lambda b: plaetze(b.p1, len(b.ausschnitt.gremien) == 1),
        "P2": lambda b: anwesende(b.p2),
        "P3": lambda b: besetzte(b.p3),
        "P4": _nicht_allein,
        "P5": _selbst_und_andere,
        "P6": lambda b: stimmen(b.p6, len(b.ausschnitt.gremien) == 1),
        "P7": lambda b: f"{seite(VERWALTUNG, b.p7.verwaltung)} {seite(SELBSTVERTRETUNG, b.p7.selbstvertretung)}",
        "P8": lambda b: luecke(b.p8),
        "P9": _mit_beteiligung,
        "P10": _eigene_punkte,
        "P11": _barrierefreiheit,
        "P12": _leichte_sprache,
        "P13": lambda b: _satz(
            b.p13,
            ("entschiedenen Empfehlung", "entschiedenen Empfehlungen"),
            ("ist", "sind"),
            "angenommen, teilweise angenommen oder erledigt",
        ),
        "P14": lambda b: _satz(b.p14, _EMPFEHLUNGEN, ("ist", "sind"), "beantwortet"),
        "P15": _raeume,
        "P16": lambda b: _in_sitzungen(b.p16, "wurde eine Aufwandsentschädigung bereitgestellt"),
    }
    worte = {code: satz(b) for code, satz in gebaut.items()}
    return {code: _AUSWAHL.get(satz, satz) for code, satz in worte.items()} if b.ausschnitt.nach_punkten else worte


def plaetze(p: Platzanteil, eines: bool = False) -> str:
    """What seats are agreed, and which sources name none for the Selbstvertretung. `eines`: of one Gremium only."""
    a = p.anteil
    if not a.nenner:
        return "Das Register nennt keine Plätze."
    keiner = f"In {quellen(p.quellen_ohne)} ist kein Platz für {SELBSTVERTRETUNG} genannt."
    ding = _STELLEN if p.in_stellen else _PLAETZE
    if not a.zaehler:
        gezaehlt = f"Das sind 0 von {menge(a.nenner, ding)}."
    elif p.in_stellen:
        gezaehlt = f"{von(a, ding)} {_ein(a, 'steht', 'stehen')} für {SELBSTVERTRETUNG}."
    else:
        gezaehlt = f"{von(a, ding)} {_ein(a, 'ist', 'sind')} für {SELBSTVERTRETUNG} vereinbart."
    return zusammen(
        keiner if p.quellen_ohne or not a.zaehler else "",
        gezaehlt,
        _OHNE_ZAHL if p.in_stellen else "",
        _beispiel(p, eines),
    )


def stimmen(p: Platzanteil, eines: bool = False) -> str:
    """What seats have a vote. `eines`: of one Gremium only."""
    a = p.anteil
    if p.ohne_angabe:
        return f"{KEINE_ANGABE}: Zum Stimmrecht sagt die Quelle bei {menge(p.ohne_angabe, _STELLEN)} nichts."
    if not a.nenner:
        return "Das Register nennt keine Plätze." if a.grund == Grund.KEIN_SITZ else GRUENDE[Grund.OHNE_STIMME]
    ding = ("genannten Stelle mit Stimme", "genannten Stellen mit Stimme") if p.in_stellen else _MIT_STIMME
    return zusammen(
        f"{von(a, ding)} {_ein(a, 'gehört', 'gehören')} der {SELBSTVERTRETUNG}.",
        _OHNE_ZAHL if p.in_stellen else "",
        _beispiel(p, eines),
    )


def anwesende(m: Menschenanteil) -> str:
    """Selbstvertretung among those present, over the meetings at which it is known."""
    a = m.summe
    if a.grund is not None:
        return _grund_der_anwesenden(a.grund)
    wer = _ein(a, "war Selbstvertreterin oder Selbstvertreter", "waren Selbstvertreterinnen und Selbstvertreter")
    kopf = von(a, ("Anwesenden", "Anwesenden"), mit_prozent=not m.unbekannt)
    mehrere = "Gezählt je Sitzung: Wer mehrmals kam, zählt mehrmals." if m.sitzungen - m.unbekannt > 1 else ""
    return zusammen(f"{kopf} {wer}.", mehrere, unbekannt(m.unbekannt, m.sitzungen, SITZUNGEN))


def besetzte(m: Menschenanteil) -> str:
    """Whether the agreed seats were taken."""
    a = m.summe
    ohne = f"Für {stueck(m.ohne_sitz, 'weitere Sitzung', 'weitere Sitzungen')} ist keine Zahl der Plätze vereinbart."
    ohne = ohne if m.ohne_sitz and m.sitzungen else ""
    if a.grund is not None:
        return zusammen(_grund_der_anwesenden(a.grund), ohne)
    weitere = (
        f"Dazu {'kam' if m.weitere == 1 else 'kamen'} {stueck(m.weitere, 'weitere Person', 'weitere Menschen')}."
        if m.weitere
        else ""
    )
    kopf = von(a, _PLAETZE, mit_prozent=not m.unbekannt)
    return zusammen(
        f"{kopf} der {SELBSTVERTRETUNG} {_ein(a, 'war', 'waren')} besetzt.",
        weitere,
        unbekannt(m.unbekannt, m.sitzungen, SITZUNGEN),
        ohne,
    )


def seite(name: str, mitte: Median) -> str:
    """The middle step of a side: "Verwaltung: Stufe 6 (Mitbestimmung), Mitte von 5 Punkten."."""
    if mitte.unten is None or mitte.oben is None:
        return f"{name}: nichts bewertet."
    aus = f"Mitte von {menge(mitte.anzahl, PUNKTE)}" if mitte.anzahl > 1 else "1 Punkt"
    if mitte.unten == mitte.oben:
        return f"{name}: Stufe {stufe(mitte.unten)}, {aus}."
    return f"{name}: zwischen Stufe {stufe(mitte.unten)} und {stufe(mitte.oben)}, {aus}."


def luecke(abstand: Luecke) -> str:
    """How far the two sides are apart, always in words; and how many items both rated."""
    if abstand.von is None or abstand.bis is None:
        if abstand.einseitig:
            return "Nur eine Seite hat bewertet. Ein Unterschied lässt sich nicht sagen."
        return GRUENDE[Grund.NICHTS_BEWERTET]
    nur_eine = f"{stueck(abstand.einseitig, 'Punkt', 'Punkte')} bewertete nur eine Seite." if abstand.einseitig else ""
    return zusammen(unterschied(abstand.von, abstand.bis), nur_eine)


def unterschied(von_: int, bis: int) -> str:
    """Verwaltung − Selbstvertretung in words, from one gap to another where a middle lies between two steps."""
    if von_ == bis == 0:
        return f"{VERWALTUNG} und {SELBSTVERTRETUNG} sehen gleich viel Beteiligung."
    if von_ < 0 < bis:
        weit = max(-von_, bis)
        return f"{VERWALTUNG} und {SELBSTVERTRETUNG} liegen höchstens {stueck(weit, 'Stufe', 'Stufen')} auseinander."
    mehr, andere = (VERWALTUNG, SELBSTVERTRETUNG) if bis > 0 else (SELBSTVERTRETUNG, VERWALTUNG)
    unten, oben = sorted((abs(von_), abs(bis)))
    wie_viel = stueck(oben, "Stufe", "Stufen")
    if unten == 0:
        wie_viel = f"höchstens {wie_viel}"
    elif unten < oben:
        wie_viel = f"zwischen {unten} und {oben} Stufen"
    return f"Die {mehr} sieht {wie_viel} mehr Beteiligung als die {andere}."


def wertungshinweise(alle: Iterable[Wertungszahl], namen: Mapping[str, str] | None = None) -> list[str]:
    """A sentence for each meeting at which fewer or more main items were rated than agreed.

    `namen`: Gremium (id) -> short name, where there are several.
    """
    wenigste, meiste = VEREINBARTE_WERTUNGEN
    return [
        f"{f'{namen[w.sitzung.gremium_id]}: ' if namen else ''}"
        f"Am {datum(w.sitzung.datum)} {'ist' if w.bewertet == 1 else 'sind'} "
        f"{stueck(w.bewertet, 'Hauptpunkt', 'Hauptpunkte')} bewertet. Vereinbart sind {wenigste} bis {meiste}."
        for w in alle
        if not w.wie_vereinbart
    ]


_STELLEN: Final[Ding] = ("genannten Stelle", "genannten Stellen")
_PLAETZE: Final[Ding] = ("Platz", "Plätzen")
_MIT_STIMME: Final[Ding] = ("Platz mit Stimme", "Plätzen mit Stimme")
_AUSWAHL: Final = {
    GRUENDE[Grund.KEIN_PUNKT]: "Zu dieser Auswahl ist kein Punkt der Tagesordnung eingetragen.",
    GRUENDE[Grund.KEINE_EMPFEHLUNG]: "Zu dieser Auswahl ist keine Empfehlung eingetragen.",
    GRUENDE[Grund.NICHTS_BEWERTET]: "Zu dieser Auswahl ist noch nichts bewertet.",
}
"""Where a theme or Planungsraum is chosen: other items there may be."""
_OHNE_ZAHL: Final = "Eine Zahl der Plätze ist nicht überall genannt."


def _beispiel(p: Platzanteil, eines: bool) -> str:
    if not p.synthetisch:
        return ""
    return "Das Gremium ist synthetisch." if eines else "Darunter ist ein synthetisches Gremium."


def _grund_der_anwesenden(grund: Grund) -> str:
    if grund == Grund.KEINE_ANGABE:
        return f"{KEINE_ANGABE}: Wie viele aus der {SELBSTVERTRETUNG} kamen, ist nicht genau eingetragen."
    return GRUENDE[grund]


def _nicht_allein(b: Beteiligung) -> str:
    was = f"waren {zahl(b.schwellen.mindestens)} oder mehr aus der {SELBSTVERTRETUNG} da"
    return GRUENDE[Grund.NUR_GESAMTZAHL] if b.p4.grund == Grund.NUR_GESAMTZAHL else _in_sitzungen(b.p4, was)


def _selbst_und_andere(b: Beteiligung) -> str:
    v = b.p5
    if v.grund is not None or v.teile is None:
        return _grund_der_anwesenden(v.grund or Grund.KEINE_ANGABE)
    teile = ", ".join(f"{GRUPPEN[g]} {zahl(anzahl)}" for g, anzahl in v.teile.items())
    return zusammen(
        f"{zahl(v.selbst)} {'kam' if v.selbst == 1 else 'kamen'} aus der Selbstvertretung, "
        f"{zahl(v.stellvertretung)} aus der Stellvertretung: {teile}.",
        unbekannt(v.unbekannt, v.sitzungen, SITZUNGEN),
    )


def _mit_beteiligung(b: Beteiligung) -> str:
    ding = ("bewerteten Punkt", "bewerteten Punkten")
    return " ".join(
        f"{name}: {von(a, ding)}{f' ab Stufe {stufe(AB_HIER_BETEILIGUNG)}' if a.nenner else ''}."
        for name, a in ((VERWALTUNG, b.p9.verwaltung), (SELBSTVERTRETUNG, b.p9.selbstvertretung))
    )


def _eigene_punkte(b: Beteiligung) -> str:
    ohne = b.ohne_tagesordnung if b.p10.nenner else 0
    fehlt = f"Für {menge(ohne, SITZUNGEN)} ist keine Tagesordnung eingetragen." if ohne else ""
    return zusammen(_satz(b.p10, PUNKTE, ("kam", "kamen"), f"von der {SELBSTVERTRETUNG}"), fehlt)


def _barrierefreiheit(b: Beteiligung) -> str:
    x = b.p11
    teile = [f"{zahl(x.teilweise)} gab es nur teilweise"] if x.teilweise else []
    teile += [f"{zahl(x.fehlte)} {'fehlte' if x.fehlte == 1 else 'fehlten'}"] if x.fehlte else []
    ohne = x.ohne_eintrag if x.anteil.nenner else 0
    return zusammen(
        _satz(x.anteil, ("angefragten Art", "angefragten Arten"), ("wurde", "wurden"), "bereitgestellt"),
        f"{', '.join(teile)}." if teile else "",
        f"Ohne Eintrag: {stueck(ohne, 'Sitzung', 'Sitzungen')}." if ohne else "",
    )


def _leichte_sprache(b: Beteiligung) -> str:
    tage = stueck(b.schwellen.tage, "Tag", "Tage")
    return _in_sitzungen(b.p12, f"wurden Unterlagen in Leichter Sprache mindestens {tage} vorher verschickt")


def _raeume(b: Beteiligung) -> str:
    a = b.p15
    if a.unbekannt and not a.zaehler:
        return f"{KEINE_ANGABE}: Zu niemandem aus der {SELBSTVERTRETUNG} ist der Ort einer Institution eingetragen."
    if a.grund is not None:
        return GRUENDE[a.grund]
    dazu = "Nicht von allen ist der Ort bekannt." if a.unbekannt else ""
    return zusammen(f"Aus {von(a, _RAEUME)} kam eine Institution der {SELBSTVERTRETUNG}.", dazu)


def _in_sitzungen(a: Anteil, was: str) -> str:
    """ "In 1 von 2 Sitzungen …"."""
    if a.grund is not None:
        return GRUENDE[a.grund]
    return zusammen(f"In {gezaehlt(a, SITZUNGEN)} {was}.", unbekannt(a.unbekannt, a.nenner, SITZUNGEN))


def _satz(a: Anteil, ding: Ding, verb: tuple[str, str], was: str) -> str:
    """ "3 von 4 Empfehlungen sind beantwortet."."""
    if a.grund is not None:
        return GRUENDE[a.grund]
    kopf = gezaehlt(a, ding)
    satz = f"{kopf[0].upper()}{kopf[1:]} {_ein(a, *verb)} {was}."
    return zusammen(satz, unbekannt(a.unbekannt, a.nenner, ding))


def _ein(a: Anteil, eines: str, mehrere: str) -> str:
    """The verb for a count: "1 von 4 ist", "0 von 1 ist", "2 von 4 sind"."""
    return eines if a.zaehler == 1 or (a.nenner if a.zaehler else a.bekannt) == 1 else mehrere
