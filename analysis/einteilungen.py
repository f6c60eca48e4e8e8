"""Cutting a region into Planungsräume: the steps of an edit, what is to be said about a cut, and its versions. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.schnitt import NAME_ERLAUBT, Schnitt, kuerzel, name_passt
from models.tabellen import Einteilung
from models.vokabular import Einteilungsstand

Nachbarn = Mapping[str, frozenset[str]]
"""Gemeinde (AGS) -> the Gemeinden it shares a border with."""


class SchnittUngueltig(ValueError):
    """An edit is not possible; the message is for the screen."""


@dataclass(frozen=True)
class Pruefung:
    """What a cut lacks.

    `luecken`: Gemeinden (AGS) in no Planungsraum. `leer`: Planungsräume without a Gemeinde. `teile`: Planungsräume
    that do not hang together, with their parts, the largest first.
    """

    luecken: tuple[str, ...]
    leer: tuple[str, ...]
    teile: Mapping[str, tuple[tuple[str, ...], ...]]


def setze_glieder(schnitt: Schnitt, raum: str, glieder: Collection[str]) -> tuple[Schnitt, dict[str, str]]:
    """Give a Planungsraum exactly these Gemeinden. Second: those taken from others, AGS -> former Planungsraum."""
    vorher = schnitt.raum_von
    verschoben = {ags: vorher[ags] for ags in sorted(glieder) if vorher.get(ags, raum) != raum}
    neu = {ags: r for ags, r in vorher.items() if r != raum} | dict.fromkeys(glieder, raum)
    return replace(schnitt, gemeinden=tuple(sorted(neu.items()))), verschoben


def schalte_um(schnitt: Schnitt, raum: str, ags: str) -> tuple[Schnitt, dict[str, str]]:
    """Take a Gemeinde into the Planungsraum, or out of it if it lies there already."""
    glieder = set(schnitt.glieder(raum))
    return setze_glieder(schnitt, raum, glieder ^ {ags})


def neuer_raum(schnitt: Schnitt, name: str, vergeben: Iterable[str] = ()) -> tuple[Schnitt, str]:
    """Add an empty Planungsraum. `vergeben`: ids of former versions, which keep their meaning in links."""
    sauber = _pruefe_name(schnitt, name)
    neu = kuerzel(sauber, {*schnitt.namen, *vergeben})
    return replace(schnitt, raeume=(*schnitt.raeume, (neu, sauber))), neu


def benenne(schnitt: Schnitt, raum: str, name: str) -> Schnitt:
    """Rename a Planungsraum; its id stays, so that links keep working."""
    sauber = _pruefe_name(schnitt, name, raum)
    return replace(schnitt, raeume=tuple((r, sauber if r == raum else n) for r, n in schnitt.raeume))


def entferne(schnitt: Schnitt, raum: str) -> Schnitt:
    """Remove a Planungsraum; its Gemeinden become gaps."""
    return Schnitt(
        tuple((r, n) for r, n in schnitt.raeume if r != raum),
        tuple((ags, r) for ags, r in schnitt.gemeinden if r != raum),
    )


def je_gemeinde(namen: Mapping[str, str]) -> Schnitt:
    """One Planungsraum for each Gemeinde (AGS -> name)."""
    raeume: dict[str, str] = {}
    orte: dict[str, str] = {}
    belegt: set[str] = set()
    for ags, name in sorted(namen.items()):
        # Two Gemeinden of a Land may share a name; their Planungsräume may not.
        eigener = name if name.casefold() not in belegt else f"{name} ({ags})"
        belegt.add(eigener.casefold())
        orte[ags] = kuerzel(eigener, raeume)
        raeume[orte[ags]] = eigener
    return Schnitt(tuple(raeume.items()), tuple(orte.items()))


def _pruefe_name(schnitt: Schnitt, name: str, raum: str = "") -> str:
    sauber = " ".join(name.split())
    if not sauber:
        raise SchnittUngueltig("Der Name fehlt. Bitte einen eintragen, zum Beispiel „Raum Nord“.")
    if not name_passt(sauber):
        raise SchnittUngueltig(f"Der Name „{sauber[:40]}“ geht nicht. {NAME_ERLAUBT} Bitte ändern.")
    if any(n.casefold() == sauber.casefold() and r != raum for r, n in schnitt.raeume):
        raise SchnittUngueltig(f"„{sauber}“ gibt es schon. Bitte einen anderen Namen wählen.")
    return sauber


def pruefe(schnitt: Schnitt, gemeinden: Collection[str], nachbarn: Nachbarn | None) -> Pruefung:
    """What the cut lacks, among these Gemeinden (AGS). Without `nachbarn` of all its Gemeinden nothing is said
    about whether a Planungsraum hangs together.
    """
    glieder = {raum: set(schnitt.glieder(raum)) for raum, _ in schnitt.raeume}
    bekannt = {} if nachbarn is None else {r: ags for r, ags in glieder.items() if ags <= nachbarn.keys()}
    teile = {raum: zusammenhaengende(ags, nachbarn or {}) for raum, ags in bekannt.items()}
    return Pruefung(
        luecken=tuple(sorted(set(gemeinden) - schnitt.raum_von.keys())),
        leer=tuple(raum for raum, ags in glieder.items() if not ags),
        teile={raum: stuecke for raum, stuecke in teile.items() if len(stuecke) > 1},
    )


def zusammenhaengende(glieder: Collection[str], nachbarn: Nachbarn) -> tuple[tuple[str, ...], ...]:
    """The parts that hang together by shared borders, the largest first."""
    offen = set(glieder)
    teile = []
    while offen:
        rand, teil = {min(offen)}, set[str]()
        while rand:
            teil |= rand
            rand = {n for ags in rand for n in nachbarn.get(ags, frozenset())} & offen - teil
        offen -= teil
        teile.append(tuple(sorted(teil)))
    return tuple(sorted(teile, key=lambda teil: (-len(teil), teil)))


def angrenzende(schnitt: Schnitt, nachbarn: Nachbarn) -> dict[str, tuple[str, ...]]:
    """Planungsraum -> the Planungsräume it shares a border with, in their order."""
    raum_von = schnitt.raum_von
    paare = {(raum, raum_von[n]) for ags, raum in schnitt.gemeinden for n in nachbarn.get(ags, ()) if n in raum_von}
    reihenfolge = [raum for raum, _ in schnitt.raeume]
    return {a: tuple(b for b in reihenfolge if (a, b) in paare and a != b) for a in reihenfolge}


def unterschiede(alt: Schnitt, neu: Schnitt) -> tuple[str, ...]:
    """The Gemeinden (AGS) that lie in another Planungsraum, or in none, in one of the cuts."""
    a, b = alt.raum_von, neu.raum_von
    return tuple(sorted(ags for ags in a.keys() | b.keys() if a.get(ags) != b.get(ags)))


def bezeichnung(einteilung: Einteilung) -> str:
    """An Einteilung as it is named on screen, with its place among the versions where that is not the one in force."""
    if einteilung.stand == Einteilungsstand.VORSCHLAG:
        return f"{einteilung.name} (Vorschlag)"
    if einteilung.stand in (Einteilungsstand.ABGELOEST, Einteilungsstand.VERWORFEN):
        return f"{einteilung.name} ({versionssatz(einteilung)})"
    return einteilung.name


def versionssatz(einteilung: Einteilung) -> str:
    """Number and state of a version: "Version 2, abgelöst am 01.07.2026"."""
    worte: dict[str, str] = {
        Einteilungsstand.GUELTIG: "gültig",
        Einteilungsstand.VORSCHLAG: "Vorschlag",
        Einteilungsstand.ABGELOEST: f"abgelöst{_am(einteilung.gueltig_bis)}",
        Einteilungsstand.VERWORFEN: f"verworfen{_am(einteilung.gueltig_bis)}",
    }
    return f"Version {einteilung.version}, {worte[einteilung.stand]}"


def _am(tag: date | None) -> str:
    return f" am {tag:%d.%m.%Y}" if tag else ""


def waehlbare(einteilungen: Sequence[Einteilung], auch: str = "") -> list[Einteilung]:
    """The Einteilungen for a menu: those in force and the proposals, and the one a link names (`auch`)."""
    offen = (Einteilungsstand.GUELTIG, Einteilungsstand.VORSCHLAG)
    return [e for e in einteilungen if e.stand in offen or e.id == auch]
