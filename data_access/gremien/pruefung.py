"""What may not be entered, whether by form or by file. Pure: rows of a KIND in, sentences for the screen out."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from data_access.gremien.verweise import Zeile
from data_access.importing.gremienworte import name_auf_dem_schirm
from data_access.importing.personennamen import nennt_person
from models.gremienworte import Massnahmenstatus, Sitzungsstatus
from models.pflichtworte import EINMALIG, Nachweisart, Pflichtart
from models.vokabular import INSGESAMT

Mangel = tuple[str, str]
"""Column, and what is wrong with it and what to do."""


def maengel(kind: str, zeile: Zeile) -> list[Mangel]:
    """What contradicts itself within one row."""
    pruefe = _PRUEFUNGEN.get(kind)
    return list(pruefe(zeile)) if pruefe else []


def wort_erlaubt(name: str, wert: str, erlaubt: Iterable[str]) -> Iterator[str]:
    """A sentence if `wert` is none of the allowed words of the field `name`."""
    if wert not in (worte := list(erlaubt)):
        yield f"„{name}“: „{wert}“ ist nicht möglich. Erlaubt sind: {', '.join(worte)}. Bitte eines wählen."


def laenge(name: str, text: str, hoechstens: int) -> Iterator[str]:
    """A sentence if the text of the field `name` has too many letters."""
    if len(text) > hoechstens:
        yield f"„{name}“ hat {len(text)} Zeichen. Erlaubt sind {hoechstens}. Bitte kürzen."


def maengel_der_teilnahme(zeilen: Iterable[Zeile]) -> list[Mangel]:
    """What contradicts itself among all rows of attendance of one meeting.

    Groups may be unknown, so their sum may stay below the total, never exceed it; so with the institutions of a group.
    """
    alle = list(zeilen)
    ganze = {z["gruppe"]: z for z in alle if not z.get("organisation")}
    gefunden = []
    for spalte, wort in (("eingeladen", "Eingeladene"), ("anwesend", "Anwesende")):
        gruppen = {z["gruppe"] for z in alle} - {INSGESAMT}
        je_gruppe = {g: _summe(alle, g, spalte) for g in gruppen}
        for gruppe, teile in je_gruppe.items():
            eigene = ganze.get(gruppe, {}).get(spalte)
            if eigene is not None and teile > eigene:
                gefunden.append(
                    (
                        spalte,
                        f"Die Institutionen der Gruppe „{name_auf_dem_schirm(gruppe)}“ haben zusammen {teile} {wort}, "
                        f"die Gruppe hat {eigene}. Bitte eine der Zahlen berichtigen.",
                    )
                )
        gesamt = ganze.get(INSGESAMT, {}).get(spalte)
        summe = sum(ganze.get(g, {}).get(spalte) or teile for g, teile in je_gruppe.items())
        if gesamt is not None and summe > gesamt:
            gefunden.append(
                (
                    spalte,
                    f"Die Gruppen haben zusammen {summe} {wort}, insgesamt stehen {gesamt} da. "
                    "Bitte eine der Zahlen berichtigen.",
                )
            )
    return gefunden


def _summe(alle: Iterable[Zeile], gruppe: str, spalte: str) -> int:
    return sum(z.get(spalte) or 0 for z in alle if z["gruppe"] == gruppe and z.get("organisation"))


def _gremien(z: Zeile) -> Iterator[Mangel]:
    yield from _nacheinander(z, "gueltig_von", "gueltig_bis", "Das Ende liegt vor dem Beginn")
    unten, oben = z.get("takt_min"), z.get("takt_max")
    if unten is not None and oben is not None and oben < unten:
        yield "takt_max", f"Höchstens {oben} Sitzungen im Jahr sind weniger als mindestens {unten}. Bitte berichtigen."
    if not z.get("takt_quelle") and (unten is not None or oben is not None or z.get("takt_wortlaut")):
        yield "takt_quelle", "Ein Takt braucht seine Quelle, zum Beispiel „§ 5“. Bitte eintragen."


def _rollen(z: Zeile) -> Iterator[Mangel]:
    yield from _nacheinander(z, "von", "bis", "Das Ende liegt vor dem Beginn")


def _sitzungen(z: Zeile) -> Iterator[Mangel]:
    for spalte, was in (
        ("einladung_am", "Die Einladung"),
        ("rueckmeldung_bis", "Die Frist für Rückmeldungen"),
        ("unterlagen_am", "Die Unterlagen"),
        ("unterlagen_ls_am", "Die Unterlagen in Leichter Sprache"),
    ):
        yield from _nacheinander(z, spalte, "datum", f"{was} kann nicht nach der Sitzung liegen", spalte)
    for spalte in ("protokoll_am", "protokoll_ls_am"):
        yield from _nacheinander(z, "datum", spalte, "Das Protokoll kann nicht vor der Sitzung liegen")
        if z.get(spalte) and z.get("status") != Sitzungsstatus.STATTGEFUNDEN:
            yield spalte, "Ein Protokoll gibt es nur von einer Sitzung, die stattgefunden hat. Bitte den Status prüfen."
    yield from _nacheinander(
        z, "einladung_am", "rueckmeldung_bis", "Die Frist für Rückmeldungen liegt vor der Einladung"
    )


def _teilnahmen(z: Zeile) -> Iterator[Mangel]:
    gesprochen, anwesend = z.get("rederecht_genutzt"), z.get("anwesend")
    if gesprochen is not None and anwesend is not None and gesprochen > anwesend:
        yield (
            "rederecht_genutzt",
            f"Gesprochen haben {gesprochen}, anwesend waren {anwesend}. Bitte eine der Zahlen berichtigen.",
        )
    if z["gruppe"] == INSGESAMT and z.get("organisation"):
        yield "organisation", "„insgesamt“ zählt alle. Bitte hier keine Institution eintragen."


def _empfehlungen(z: Zeile) -> Iterator[Mangel]:
    yield from _nacheinander(z, "datum", "antwort_am", "Die Antwort kann nicht vor der Sitzung liegen")


def _massnahmen(z: Zeile) -> Iterator[Mangel]:
    if z.get("status") == Massnahmenstatus.VERWORFEN and not z.get("grund"):
        yield "grund", "Eine verworfene Maßnahme braucht einen Grund. Bitte in einem Satz eintragen, warum."


def _bewertungsfragen(z: Zeile) -> Iterator[Mangel]:
    von, bis = z.get("jahr_von"), z.get("jahr_bis")
    if von is not None and bis is not None and bis < von:
        yield "jahr_bis", f"Das letzte Jahr ({bis}) liegt vor dem ersten ({von}). Bitte berichtigen."


def _bewertungen(z: Zeile) -> Iterator[Mangel]:
    if nennt_person(z.get("anmerkung") or ""):
        yield (
            "anmerkung",
            f"„{z['anmerkung']}“ nennt eine Person. Bitte die Anmerkung ohne Namen und ohne Angaben zu Einzelnen "
            "schreiben, zum Beispiel „Briefe kommen oft spät“.",
        )


def _pflichten(z: Zeile) -> Iterator[Mangel]:
    yield from _nacheinander(z, "gilt_von", "gilt_bis", "Das Ende liegt vor dem Beginn")
    if (z.get("monat") is None) != (z.get("tag") is None):
        yield "tag", "Eine Frist braucht Monat und Tag. Nennt die Quelle keinen Tag, bleiben beide leer."
    elif z.get("monat") is not None and z["tag"] > monthrange(1, z["monat"])[1]:
        yield "tag", f"Den {z['tag']}.{z['monat']}. gibt es nicht. Bitte berichtigen."
    if z.get("art") != Pflichtart.PFLICHT and z.get("monat") is not None:
        yield "monat", "Nur eine Pflicht hat eine Frist. Bitte „monat“ und „tag“ leeren."


def _nachweise(z: Zeile) -> Iterator[Mangel]:
    instanz = z["instanz"]
    if instanz != EINMALIG and not (instanz.isascii() and instanz.isdigit() and len(instanz) == 4):
        try:
            date.fromisoformat(instanz)
        except ValueError:
            yield (
                "instanz",
                f"„{instanz}“ ist weder ein Jahr noch der Tag einer Sitzung (JJJJ-MM-TT) noch „{EINMALIG}“. "
                "Bitte berichtigen.",
            )
    if z["art"] in (Nachweisart.STEHT_AUS, Nachweisart.FREIGABE) and not z.get("seite"):
        yield "seite", f"Bei „{name_auf_dem_schirm(z['art'])}“ gehört dazu, welche Seite das sagt. Bitte eintragen."


def _widersprueche(z: Zeile) -> Iterator[Mangel]:
    quellen, wortlaute = z.get("quellen") or [], z.get("wortlaute") or []
    if len(quellen) < 2 or len(quellen) != len(wortlaute):
        yield (
            "wortlaute",
            f"Es stehen {len(quellen)} Stellen und {len(wortlaute)} Wortlaute da. Ein Widerspruch braucht mindestens "
            "zwei Stellen, jede mit ihrem Wortlaut.",
        )


def _rechtsgrundlagen(z: Zeile) -> Iterator[Mangel]:
    yield from _nacheinander(z, "fassung_von", "fassung_bis", "Das Ende liegt vor dem Beginn")
    if z.get("gelesen") and not z.get("quelle"):
        yield "quelle", "Wer sagt, dass eine Quelle gelesen wurde, nennt sie. Bitte eintragen."


def _nacheinander(z: Zeile, frueher: str, spaeter: str, satz: str, spalte: str = "") -> Iterator[Mangel]:
    a, b = z.get(frueher), z.get(spaeter)
    if isinstance(a, date) and isinstance(b, date) and b < a:
        yield spalte or spaeter, f"{satz} ({a:%d.%m.%Y}, {b:%d.%m.%Y}). Bitte berichtigen."


_PRUEFUNGEN: Final[dict[str, Callable[[Zeile], Iterator[Mangel]]]] = {
    "gremien": _gremien,
    "rollen": _rollen,
    "sitzungen": _sitzungen,
    "teilnahmen": _teilnahmen,
    "empfehlungen": _empfehlungen,
    "massnahmen": _massnahmen,
    "bewertungsfragen": _bewertungsfragen,
    "bewertungen": _bewertungen,
    "rechtsgrundlagen": _rechtsgrundlagen,
    "pflichten": _pflichten,
    "nachweise": _nachweise,
    "widersprueche": _widersprueche,
}
