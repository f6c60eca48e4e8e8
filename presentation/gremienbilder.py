"""From the state of a Gremium to its pictures: the same for the page and for papers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.gremien.anwesenheit import Zaehlung
from analysis.gremien.lage import Gremienlage
from analysis.gremien.plaetze import Plaetze, besetzung
from models.gremientabellen import Sitzung
from models.gremienworte import Gruppe
from models.vokabular import INSGESAMT
from presentation.charts.besuch import Feld, Zeile, besuch
from presentation.charts.diagramm import Diagramm, satz
from presentation.charts.zeichenreihen import Block, Zeichen, Zeichenreihe, zeichenreihen
from presentation.farben import Modus
from presentation.texts.anwesenheit import NICHT_EINGETRAGEN, jahrestext, menge, neben_plaetzen
from presentation.texts.anwesenheitstafeln import GEZEIGT, anwesend, gruppen_der_plaetze
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN, KEINE_ANGABE
from presentation.texts.zahlen import datum

LEGENDE: Final = {
    Zeichen.VOLL: "Gefüllt: anwesend",
    Zeichen.RING: "Ring: Platz vereinbart, leer",
    Zeichen.OFFEN: f"Gestrichelt: Platz vereinbart, Anwesende {KEINE_ANGABE}",
}
KURZ: Final[dict[str, str]] = {
    Gruppe.EUTB: "EUTB",
    Gruppe.OERTL_TRAEGER: "Kreis",
    Gruppe.UEBEROERTL_TRAEGER: "Überörtl. Träger",
    Gruppe.KOMMUNE: "Gemeinden",
    Gruppe.SOZIALVERSICHERUNG: "Sozialvers. u. a.",
}
"""Names of groups on a phone."""
AB: Final = "ab"
MINDESTENS: Final = f"„{AB}“ heißt mindestens: Von einem Teil der Anwesenden fehlt die Zahl."
GAST: Final = "Gast: anwesend, ohne dass ein Platz genannt ist"


def platzbild(lage: Gremienlage, modus: Modus) -> Diagramm | None:
    """Seats beside presence by group at the latest meetings; None if there is nothing to count."""
    letzte = lage.gehalten[-GEZEIGT:][::-1]
    bloecke = []
    for gruppe in gruppen_der_plaetze(lage):
        platz = lage.plaetze.get(gruppe)
        reihen = []
        for sitzung, da in letzte:
            reihen.append(platzreihe(platz, bool(lage.plaetze), sitzung, anwesend(da, gruppe)))
        bloecke.append(Block(GRUPPEN[gruppe], tuple(reihen), eigen=gruppe == Gruppe.SELBSTVERTRETUNG))
    return aus_platzreihen(bloecke, f"Vereinbarte Plätze und Anwesende: {schlicht(lage.gremium.kurz)}", modus)


def platzreihe(platz: Plaetze | None, genannt: bool, sitzung: Sitzung, da: Zaehlung | None) -> Zeichenreihe:
    """Seats of a group beside its presence at a meeting. `genannt`: the agreement names anybody at all."""
    text, kurz = neben_plaetzen(platz, da, genannt)
    return Zeichenreihe(datum(sitzung.datum), zeichen(platz, da), text, kurz)


def aus_platzreihen(bloecke: Sequence[Block], titel: str, modus: Modus, nur_voll: bool = False) -> Diagramm | None:
    """The picture of such rows with its legend; None without a sign. `nur_voll`: discs alone are explained too."""
    alle = [r for b in bloecke for r in b.reihen]
    arten = {art for r in alle for art, anzahl in r.zeichen if anzahl}
    if not arten:
        return None
    bild = zeichenreihen(
        bloecke,
        titel=titel,
        modus=modus,
        namensplatz=84,
        textplatz=8 * max(len(r.text) for r in alle) + 16,
        kurzplatz=78,
    )
    worte = [wort for art, wort in LEGENDE.items() if art in arten and (nur_voll or arten != {Zeichen.VOLL})]
    worte += [GAST] if any("Gast" in r.kurz or "Gäste" in r.kurz for r in alle) else []
    return replace(bild, hinweise=(satz(". ".join(worte)),) if worte else ())


def zeichen(platz: Plaetze | None, da: Zaehlung | None) -> tuple[tuple[Zeichen, int], ...]:
    """The signs of a group at a meeting. Without a number of seats there is no ring: nobody knows of an empty one."""
    if (stand := besetzung(platz, da or Zaehlung())) is not None:
        return ((Zeichen.VOLL, stand.besetzt + stand.weitere), (Zeichen.RING, stand.leer))
    if da is not None and da.zahl is not None:
        return ((Zeichen.VOLL, da.zahl),)
    if da is not None and platz is not None and platz.anzahl is not None and not platz.ohne_zahl:
        return ((Zeichen.OFFEN, platz.anzahl),)
    return ()


def besuchsbild(lage: Gremienlage, modus: Modus) -> Diagramm | None:
    """Groups over the meetings; None if no meeting was counted by group."""
    if not any(a.nach_gruppen for _, a in lage.gehalten):
        return None
    tage = [(f"{s.datum:%d.%m.}", f"{s.datum:%Y}") for s, _ in lage.gehalten]
    zeilen = [
        Zeile(
            GRUPPEN[gruppe],
            KURZ.get(gruppe, GRUPPEN[gruppe]),
            tuple(feld(anwesend(a, gruppe)) for _, a in lage.gehalten),
            eigen=gruppe == Gruppe.SELBSTVERTRETUNG,
        )
        for gruppe in dict.fromkeys([str(Gruppe.SELBSTVERTRETUNG), *lage.gruppen])
    ]
    gesamt = tuple(Feld(_kurz(a.gesamt)) for _, a in lage.gehalten)
    bild = besuch(
        [*zeilen, Zeile(GRUPPEN[INSGESAMT], GRUPPEN[INSGESAMT], gesamt, summe=True)],
        tage,
        titel=f"Anwesende nach Gruppen: {schlicht(lage.gremium.kurz)}",
        modus=modus,
    )
    untere_grenze = any(z.mindestens for _, a in lage.gehalten for z in (a.gesamt, *a.gruppen.values()))
    return replace(bild, hinweise=(MINDESTENS,) if untere_grenze else ())


def feld(da: Zaehlung | None) -> Feld:
    """A group at a meeting as it is drawn; None: nothing entered about it."""
    if da is None:
        return Feld(NICHT_EINGETRAGEN)
    return Feld(_kurz(da), da.zahl, offen=da.zahl is None)


def _kurz(zahl: Zaehlung) -> str:
    """A lower bound as "ab 5": the places of the picture are narrow."""
    return f"{AB} {zahl.zahl}" if zahl.mindestens else menge(zahl)


def jahresbild(lage: Gremienlage, modus: Modus) -> Diagramm:
    """Meetings by year: held, cancelled, planned, newest year first."""
    reihen = tuple(
        Zeichenreihe(
            str(j.jahr),
            (
                (Zeichen.VOLL, j.stattgefunden),
                (Zeichen.KREUZ, j.ausgefallen),
                (Zeichen.RING, j.geplant),
            ),
            jahrestext(j),
            jahrestext(j),
        )
        for j in reversed(lage.jahre)
    )
    return zeichenreihen(
        [Block("", reihen, eigen=True)],
        titel=f"Sitzungen nach Jahren: {schlicht(lage.gremium.kurz)}",
        modus=modus,
        namensplatz=52,
        textplatz=230,
        kurzplatz=190,
    )
