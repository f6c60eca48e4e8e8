"""Who came, in words: the finding of a meeting, seats beside presence, the years, what is prepared."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from analysis.gremien.anwesenheit import Anwesenheit, Zaehlung
from analysis.gremien.lage import Gremienlage
from analysis.gremien.plaetze import Institution, Jahr, Plaetze, besetzung
from models.gremientabellen import Barrierefreiheit, Gremium, Sitzung, Takt
from models.gremienworte import Barrierestand, Gruppe, Verbindlichkeit
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import (
    BARRIEREN,
    GRUPPEN,
    KA_HEISST,
    KEINE_ANGABE,
    SITZUNGSFORMEN,
    SYNTHETISCH,
    stueck,
    tag,
)
from presentation.texts.gremienregister import OHNE_ZAHL, takt
from presentation.texts.zahlen import datum, prozent

OHNE_JEDE_ZAHL: Final = (
    "Das Register nennt Gruppen und Stellen, aber keine Zahl der Plätze: Leere Plätze gibt es deshalb im Bild nicht."
)
KEIN_PLATZ: Final = "kein Platz genannt"
NICHT_EINGETRAGEN: Final = "–"
SELBST: Final = "Selbstvertreterinnen und Selbstvertreter"

ZU_PLAETZEN: Final = (
    "Gezählt sind Plätze und Anwesende. Anwesend heißt nicht: mitentschieden. "
    "Kein Platz genannt heißt nicht: niemand war da."
)
WAS_BALKEN_SAGEN: Final = (
    "Je länger der Balken, desto mehr Menschen dieser Gruppe waren da. Ob sie gehört wurden und warum jemand fehlte, "
    "sagt das Bild nicht."
)
NUR_LETZTE: Final = "Das Bild zeigt die letzten Sitzungen, die Tabelle alle."
ZU_ANWESENDEN: Final = (
    f"{WAS_BALKEN_SAGEN} {KA_HEISST} „{NICHT_EINGETRAGEN}“ heißt: Zu dieser Gruppe ist für diese "
    f"Sitzung nichts eingetragen. {NUR_LETZTE}"
)
ZU_JAHREN: Final = (
    "Gezählt sind die eingetragenen Sitzungen. Mehr Sitzungen heißt nicht: mehr Beteiligung. "
    "Ob der Takt eingehalten ist, wertet diese Seite nicht."
)
ZU_INSTITUTIONEN: Final = (
    "Genannt ist, wer bei einer Sitzung einzeln eingetragen wurde. Nicht genannt heißt nicht: nicht da."
)
ZU_BARRIEREN: Final = (
    "Eingetragen ist, was angefragt wurde und was daraus wurde, ohne Anzahl: Wer etwas braucht, ist eine Angabe zur "
    "Gesundheit. Nichts eingetragen heißt nicht: ohne Barrieren."
)
NICHT_NACH_GRUPPEN: Final = (
    "Bekannt ist höchstens, wie viele kamen, nicht wie viele aus welcher Gruppe. "
    f"{KA_HEISST} Anwesend heißt nicht: mitentschieden."
)
ZEICHEN_DER_JAHRE: Final = "Gefüllt: fand statt. Kreuz: ausgefallen. Ring: geplant."
ZU_DATEI: Final = (
    f"Gezählt sind Anwesende, keine Personen mit Namen. Ohne Wert heißt {KEINE_ANGABE}, nicht 0. „insgesamt“ ist die "
    "Gesamtzahl, wie sie eingetragen ist. Anwesend heißt nicht: mitentschieden."
)
NUR_GESCHAEFTSFUEHRUNG: Final = (
    "Diese Liste gehört nicht auf die Leinwand: Sie ist dafür da, dass die Geschäftsführung nachfragt. "
    f"Sie nennt Gruppen und Institutionen, keine Personen. {KEINE_ANGABE} zählt nicht als Fehlen."
)


def menge(zahl: Zaehlung) -> str:
    """A count of people: "61", "mindestens 42", "k. A."."""
    if zahl.zahl is None:
        return KEINE_ANGABE
    return f"mindestens {zahl.zahl}" if zahl.mindestens else str(zahl.zahl)


def befund(gremium: Gremium, sitzung: Sitzung, da: Anwesenheit) -> str:
    """The finding of a meeting that took place, one sentence."""
    return f"{schlicht(gremium.kurz)} am {datum(sitzung.datum)}: {beteiligung(da)}"


def beteiligung(da: Anwesenheit) -> str:
    """How many of those present spoke for the Selbstvertretung, as far as it is known."""
    gesamt, selbst = da.gesamt, da.selbstvertretung
    if gesamt.zahl is None:
        return "Wie viele kamen, ist nicht eingetragen"
    if gesamt.genau == 0:
        return "Es ist niemand gekommen"
    alle = anwesende(gesamt)
    if selbst.zahl is None:
        return f"{alle}; wie viele aus der Selbstvertretung kamen, ist nicht bekannt"
    if (offen := selbst.mindestens or gesamt.mindestens) or selbst.zahl == 0:
        wer = f"davon {menge(selbst)}" if selbst.zahl else "niemand davon"
        zusatz = "; nicht von jeder Gruppe ist die Zahl bekannt" if offen else ""
        return f"{alle}, {wer} aus der Selbstvertretung{zusatz}"
    if selbst.zahl == 1:
        return f"1 von {gesamt.zahl} Anwesenden war Selbstvertreterin oder Selbstvertreter"
    return f"{selbst.zahl} von {gesamt.zahl} Anwesenden waren {SELBST}"


def anwesende(gesamt: Zaehlung) -> str:
    """Everybody who was there: "58 Anwesende", added up "mindestens 1 anwesende Person gezählt"."""
    wer = f"{menge(gesamt)} {'anwesende Person' if gesamt.zahl == 1 else 'Anwesende'}"
    return wer if gesamt.genannt else f"{wer} gezählt"


def unterzeile(gremium: Gremium, sitzung: Sitzung) -> str:
    """The grey line under the finding: Gremium, form and place, source, and how sure the day is."""
    teile = [schlicht(gremium.name)]
    if sitzung.bezeichnung and sitzung.bezeichnung != gremium.kurz:
        teile.append(schlicht(sitzung.bezeichnung))
    teile += [SITZUNGSFORMEN[sitzung.form]] if sitzung.form else []
    teile += [schlicht(sitzung.ort)] if sitzung.ort else []
    if sitzung.synthetisch:
        teile.append(f"Zahlen dieser Sitzung: {SYNTHETISCH}")
    elif sitzung.quelle:
        teile.append(f"Quelle: {schlicht(sitzung.quelle)}")
    if sitzung.datum_erschlossen:
        teile.append("das Jahr ist erschlossen")
    return " · ".join(teile)


def anteil(da: Anwesenheit, mit_prozent: bool = False) -> str:
    """Selbstvertretung among those present: "4 von 58", "0 von mindestens 8", or "k. A."; percent only if exact."""
    if da.selbstvertretung.zahl is None or da.gesamt.zahl is None:
        return KEINE_ANGABE
    if da.anteil is None:
        return f"{menge(da.selbstvertretung)} von {menge(da.gesamt)}"
    text = f"{da.selbstvertretung.zahl} von {da.gesamt.zahl}"
    return f"{text} ({prozent(float(da.anteil * Fraction(100)), 0)})" if mit_prozent else text


def verlaufsbefund(gehalten: Sequence[tuple[Sitzung, Anwesenheit]]) -> str:
    """The latest meeting and the two before in words; no trend is computed from so few."""
    letzte, *davor = [anteil(a) for _, a in reversed(gehalten[-3:])]
    text = f"Selbstvertretung: {letzte}"
    return f"{text}, davor {', davor '.join(davor)}" if davor else text


def getrennt(da: Anwesenheit) -> str:
    """Selbstvertretung and those who speak for others, never added up."""
    andere = [f"{GRUPPEN[g]} {menge(z)}" for g, z in da.stellvertretung.items()]
    selbst = _satz(f"Selbstvertretung: {menge(da.selbstvertretung)}")
    return f"{selbst} {_satz('Getrennt davon gezählt: ' + ', '.join(andere))}" if andere else selbst


def gemischt(gehalten: Sequence[tuple[Sitzung, Anwesenheit]]) -> str:
    """Which meetings are synthetic, if any are; beside real ones, that they tell no development together."""
    erfunden = [datum(s.datum) for s, _ in gehalten if s.synthetisch]
    echt = [datum(s.datum) for s, _ in gehalten if not s.synthetisch]
    if not erfunden:
        return ""
    if not echt:
        return f"{'Diese Sitzung' if len(erfunden) == 1 else 'Alle diese Sitzungen'} und ihre Zahlen sind synthetisch."
    return (
        f"Echt: {aufzaehlung(echt)}. Synthetisch: {aufzaehlung(erfunden)}. "
        "Zusammen sagen sie nichts über eine Entwicklung."
    )


def vereinbart(platz: Plaetze | None) -> str:
    """What the register says about the seats of a group."""
    if platz is None:
        return KEIN_PLATZ
    if platz.anzahl is None:
        return OHNE_ZAHL
    text = stueck(platz.anzahl, "Platz", "Plätze")
    return f"{text}, weitere {OHNE_ZAHL}" if platz.ohne_zahl else text


def ohne_jede_zahl(lage: Gremienlage) -> bool:
    """Whether the register names groups and gives none of them a number of seats."""
    return bool(lage.plaetze) and all(p.anzahl is None for p in lage.plaetze.values())


def neben_plaetzen(platz: Plaetze | None, da: Zaehlung | None, plaetze_genannt: bool) -> tuple[str, str]:
    """Presence beside the seats of a group, long and short. `da` None: nothing entered about the group."""
    if da is None:
        return "nicht eingetragen", NICHT_EINGETRAGEN
    text = zahl = menge(da)
    if (stand := besetzung(platz, da)) is not None and platz is not None:
        text = f"{stand.besetzt} von {platz.anzahl}{f' und {_gaeste(stand.weitere)}' if stand.weitere else ''}"
    elif platz is None and plaetze_genannt and da.genau:
        text = _gaeste(da.zahl)
    elif platz is not None and platz.anzahl is not None and not platz.ohne_zahl:
        return f"{zahl}, {vereinbart(platz)} vereinbart", zahl
    return text, text


def _gaeste(zahl: int | None) -> str:
    return "1 Gast" if zahl == 1 else f"{zahl} Gäste"


def platzbefund(lage: Gremienlage) -> str:
    """What the register says about the seats of the Selbstvertretung, beside the latest meeting."""
    if not lage.plaetze:
        return "Das Register nennt für dieses Gremium keine Plätze"
    platz = lage.plaetze.get(Gruppe.SELBSTVERTRETUNG)
    if platz is None:
        return "Für die Selbstvertretung ist kein Platz genannt"
    if platz.anzahl is None:
        return "Die Selbstvertretung ist genannt, aber ohne Zahl der Plätze"
    if lage.letzte is None:
        return f"Selbstvertretung: {vereinbart(platz)} vereinbart"
    da = lage.letzte[1].selbstvertretung
    stand = besetzung(platz, da)
    if stand is None:
        return f"Selbstvertretung: {vereinbart(platz)} vereinbart, Anwesende {menge(da)}"
    gaeste = f", dazu {_gaeste(stand.weitere)}" if stand.weitere else ""
    return f"Selbstvertretung: {stand.besetzt} von {stueck(platz.anzahl, 'Platz', 'Plätzen')} besetzt{gaeste}"


def jahrestext(jahr: Jahr) -> str:
    """The meetings of a year in words."""
    teile = [f"{n} {'fand' if n == 1 else 'fanden'} statt"] if (n := jahr.stattgefunden) else []
    teile += [f"{jahr.ausgefallen} ausgefallen"] if jahr.ausgefallen else []
    teile += [f"{jahr.geplant} geplant"] if jahr.geplant else []
    return ", ".join(teile) or "keine eingetragen"


def jahrbefund(jahre: Sequence[Jahr]) -> str:
    """The latest year with a meeting that took place, and the one before it, as far as they are entered."""
    bisher = [j for j in jahre if j.stattgefunden]
    if not bisher:
        return "Es ist keine Sitzung eingetragen, die stattfand"
    letztes = bisher[-1].jahr
    gezeigt = [j for j in reversed(jahre) if j.jahr in (letztes, letztes - 1)]
    return f"Sitzungen {'; '.join(f'{j.jahr}: {jahrestext(j)}' for j in gezeigt)}"


def takte(alle: Sequence[Takt]) -> list[str]:
    """How often the Gremium meets, one sentence a source; that two of them differ is said and not judged."""
    saetze = [
        f"{schlicht(t.quelle)}: {', das heißt '.join([f'„{schlicht(t.wortlaut)}“'] * bool(t.wortlaut) + _zahl(t))}."
        for t in alle
    ]
    if not saetze:
        return ["Das Register nennt keinen Takt."]
    if len({(t.minimum, t.maximum) for t in alle}) > 1:
        saetze.append("Die Stellen sagen es verschieden. Jede Lesart bleibt stehen, keine wird verrechnet.")
    return saetze


def _zahl(t: Takt) -> list[str]:
    """How many meetings that is, where the source sets a number or has no words."""
    return [] if t.wortlaut and t.minimum is None and t.maximum is None else [takt(t)]


def institutionsbefund(alle: Sequence[Institution]) -> str:
    """How many institutions were entered one by one."""
    if not alle:
        return "Institutionen sind nicht einzeln eingetragen"
    wer = "Eine Institution ist" if len(alle) == 1 else f"{len(alle)} Institutionen sind"
    return f"{wer} einzeln eingetragen"


def barrierebefund(alle: Sequence[Barrierefreiheit]) -> str:
    """What was missing, else what was provided."""
    if not alle:
        return "Barrierefreiheit: nichts eingetragen"
    for stand, eine, mehrere in (
        (Barrierestand.FEHLTE, "fehlte", "fehlten"),
        (Barrierestand.TEILWEISE, "gab es nur teilweise", "gab es nur teilweise"),
    ):
        if arten := [BARRIEREN[b.art] for b in alle if b.stand == stand]:
            return f"Barrierefreiheit: {aufzaehlung(arten)} {eine if len(arten) == 1 else mehrere}"
    if any(b.stand == Barrierestand.ANGEFRAGT for b in alle):
        return "Barrierefreiheit: angefragt, das Ergebnis ist nicht überall eingetragen"
    return "Barrierefreiheit: bereitgestellt, was eingetragen ist"


def versand(sitzung: Sitzung) -> str:
    """When papers and minutes went out, also in Leichte Sprache."""
    papiere = (
        ("Unterlagen", sitzung.unterlagen_am, sitzung.unterlagen_ls_am),
        ("Protokoll", sitzung.protokoll_am, sitzung.protokoll_ls_am),
    )
    return " ".join(_satz(f"{was}: {tag(am)}, in Leichter Sprache: {tag(leicht)}") for was, am, leicht in papiere)


def noch_keine(lage: Gremienlage) -> tuple[str, str]:
    """Headline and grey line of a Gremium without a meeting that took place; one that has ended awaits none."""
    gremium = lage.gremium
    satz = "Sobald eine Sitzung eingetragen ist, die stattfand, steht hier, wer da war."
    if lage.beendet:
        satz = "Laut Register besteht es nicht mehr."
    elif gremium.verbindlichkeit in _FREIWILLIG:
        satz = f"{_FREIWILLIG[gremium.verbindlichkeit]} Geben muss es das nicht."
    was = "Sitzung eingetragen, die stattfand" if lage.jahre else "Sitzung eingetragen"
    return f"{schlicht(gremium.kurz)}: keine {was}", f"{schlicht(gremium.name)}. {satz}"


_FREIWILLIG: Final[dict[str, str]] = {
    Verbindlichkeit.ANGEREGT: "Die Vereinbarung regt das an.",
    Verbindlichkeit.MOEGLICH: "Die Vereinbarung nennt das als Möglichkeit, soweit Mittel da sind.",
}
"""What an agreement says of a Gremium that it does not fix."""


def _satz(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
