"""From the figures of participation to their pictures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.beteiligung.werte import Punktstufe
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.plaetze import plaetze
from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import Gruppe
from presentation.charts.diagramm import Diagramm
from presentation.charts.zeichenreihen import Block
from presentation.charts.zwei_sichten import MEISTE, Zeile, zwei_sichten
from presentation.farben import Modus
from presentation.gremienbilder import aus_platzreihen, platzreihe
from presentation.texts.anwesenheitstafeln import anwesend
from presentation.texts.beteiligungsseite import nach_abstand
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum

JE_GREMIUM: Final = 4
"""Latest meetings of a Gremium in the picture; the table has all."""
STUFENTABELLE: Final = "Stufen in Worten"
NUR_LETZTE: Final = f"Das Bild zeigt je Gremium die letzten {JE_GREMIUM} Sitzungen, die Tabelle alle."
NUR_WEITESTE: Final = f"Das Bild zeigt die {MEISTE} Punkte mit dem größten Unterschied, die Tabelle alle."


def platzbild(
    bestand: Gremienbestand, sitzungen: Sequence[Sitzung], gremien: Sequence[Gremium], wer: str, modus: Modus
) -> Diagramm | None:
    """One sign a person of the Selbstvertretung, newest meeting first; None if there is nothing to count."""
    bloecke, gekuerzt = [], False
    for gremium in gremien:
        alle = [s for s in sitzungen if s.gremium_id == gremium.id]
        gekuerzt |= len(alle) > JE_GREMIUM
        genannte = plaetze(bestand.sitzrahmen, gremium.id)
        platz = genannte.get(Gruppe.SELBSTVERTRETUNG)
        reihen = []
        for sitzung in alle[:JE_GREMIUM]:
            da = anwesend(bestand.anwesenheit(sitzung), Gruppe.SELBSTVERTRETUNG)
            reihen.append(platzreihe(platz, bool(genannte), sitzung, da))
        if reihen:
            bloecke.append(Block(schlicht(gremium.kurz), tuple(reihen), eigen=True))
    bild = aus_platzreihen(bloecke, f"Selbstvertretung nach Sitzungen: {wer}", modus, nur_voll=True)
    return replace(bild, hinweise=(*bild.hinweise, NUR_LETZTE)) if bild and gekuerzt else bild


def stufenbild(punkte: Sequence[Punktstufe], wer: str, modus: Modus) -> Diagramm | None:
    """Both ratings of each item, the widest gap first; None if nothing is rated."""
    if not punkte:
        return None
    geordnet = nach_abstand(punkte)
    wie_oft = Counter(p.top.titel for p in geordnet)
    bild = zwei_sichten(
        [Zeile(_titel(p, wie_oft[p.top.titel] > 1), p.verwaltung, p.selbstvertretung) for p in geordnet[:MEISTE]],
        titel=f"Stufen der Beteiligung aus zwei Sichten: {wer}",
        modus=modus,
        tabelle=STUFENTABELLE,
    )
    return replace(bild, hinweise=(NUR_WEITESTE,) if len(geordnet) > MEISTE else ())


def _titel(p: Punktstufe, mehrmals: bool) -> str:
    """The title of an item; one that comes up at several meetings with the day."""
    return schlicht(p.top.titel) + (f" ({datum(p.sitzung.datum)})" if mehrmals else "")
