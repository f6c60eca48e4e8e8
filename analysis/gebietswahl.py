"""Which one area a page is about. The area of the link decides the level, not the other way round."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis import sichten
from analysis.auswahl import Auswahl, loese_auf
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import LEITKENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from models.vokabular import Ebene


@dataclass(frozen=True)
class Ort:
    """One area: the Kreis, a Planungsraum of an Einteilung, or a Gemeinde. `einteilung` only for Planungsräume."""

    ebene: str
    einteilung: str
    gebiet: str
    name: str


def orte(bestand: Bestand, einteilung: str) -> tuple[Ort, ...]:
    """Every area that can be asked for: the Kreis, the Planungsräume of the Einteilung, the Gemeinden; each by name."""
    gefunden: list[Ort] = []
    for ebene in bestand.ebenen:
        schnitt = einteilung if ebene == Ebene.PLANUNGSRAUM else ""
        if ebene == Ebene.PLANUNGSRAUM and not schnitt:
            continue
        namen = {gebiet: name for _, gebiet, name in bestand.zeilen(ebene, schnitt)}
        gefunden += [
            Ort(str(ebene), schnitt, gebiet, name) for gebiet, name in sorted(namen.items(), key=lambda paar: paar[1])
        ]
    return tuple(gefunden)


def nachbarn(alle: Sequence[Ort], ort: Ort) -> tuple[Ort, Ort] | None:
    """The areas before and after `ort` at its level, in a circle; None if it is the only one."""
    ebene = [o for o in alle if o.ebene == ort.ebene]
    if len(ebene) < 2:
        return None
    stelle = ebene.index(ort)
    return ebene[stelle - 1], ebene[(stelle + 1) % len(ebene)]


def ort_der(auswahl: Auswahl) -> Ort:
    """The one area of a selection that `loese_gebiet_auf` made."""
    (gebiet,) = auswahl.gebiete
    return next(o for o in orte(auswahl.bestand, auswahl.einteilung) if o.gebiet == gebiet)


def loese_gebiet_auf(
    parameter: Mapping[str, Sequence[str]], bestand: Bestand, erlaubt: Callable[[Kennzahl], bool] = lambda _: True
) -> tuple[Auswahl, list[str]]:
    """Resolve the parameters of a link to exactly one area, with one sentence for every value that had to give way.

    Without an area it is the first Planungsraum, in a region without Einteilung the first Gemeinde. The Stichtage
    are those of the cubes, whatever Kennzahl the link carries for other pages.
    """
    erster = {name: werte[0] for name, werte in parameter.items() if werte}
    haupt = bestand.region.haupteinteilung_id or ""
    wunsch = erster.get("einteilung", "")
    einteilung = wunsch if wunsch in {e.id for e in bestand.einteilungen} else haupt
    ort, saetze = _ort(parameter.get("gebiet", ()), orte(bestand, einteilung), bestand)
    if (ebene := erster.get("ebene", "")) and ebene not in bestand.ebenen:
        saetze.append(f"Die Ebene „{ebene}“ aus dem Link gibt es auf dieser Seite nicht. Sie sehen {ort.name}.")
    bereit = {name: list(werte) for name, werte in parameter.items()}
    bereit |= {"gebiet": [ort.gebiet], "ebene": [ort.ebene]}
    andere = kennzahl(erster.get("kennzahl", ""))
    tage = stichtage(bestand)
    if andere is not None and sichten.stichtage(bestand, andere) != tage:
        del bereit["kennzahl"]
    else:
        andere = None
    auswahl, weitere = loese_auf(bereit, bestand, erlaubt)
    if tage and not {"jahr", "stichtag"} & erster.keys():
        auswahl = replace(auswahl, stichtag=tage[-1])
    if andere is not None:
        auswahl = replace(auswahl, kennzahl=andere)
    return auswahl, [*saetze, *weitere]


def stichtage(bestand: Bestand) -> tuple[date, ...]:
    """Those of the Leitkennzahlen: a Kennzahl with a day of its own, such as 30.04., does not open the page there."""
    return tuple(sorted({tag for k in LEITKENNZAHLEN for tag in sichten.stichtage(bestand, k)}))


def _ort(werte: Sequence[str], alle: Sequence[Ort], bestand: Bestand) -> tuple[Ort, list[str]]:
    nach_id = {o.gebiet: o for o in alle} | {bestand.region.slug: alle[0]}
    bekannte = [nach_id[w] for w in werte if w in nach_id]
    if bekannte:
        ort = bekannte[0]
        mehrere = [f"Der Link nennt mehrere Gebiete. Sie sehen das erste: {ort.name}."] if len(werte) > 1 else []
        return ort, mehrere
    ort = next((o for o in alle if o.ebene == Ebene.PLANUNGSRAUM), alle[1] if len(alle) > 1 else alle[0])
    if not werte:
        return ort, []
    return ort, [f"Das Gebiet „{werte[0]}“ aus dem Link gibt es hier nicht. Sie sehen {ort.name}."]
