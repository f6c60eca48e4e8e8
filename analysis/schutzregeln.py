"""The rules in force of a region, and deciding otherwise: checked as a whole, then entered, or refused."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from analysis.geheimhaltung.regeln import ALLE, wirksam
from data_access import abfragen, schutzregeln
from data_access.einstellungen import einstellungen
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import GLIEDERUNGEN, PERSONENMERKMALE, VOREINSTELLUNGEN, Regel
from models.tabellen import Freigabe, Schutzregel

HOECHSTES_K: Final = 100
HOECHSTER_NENNER: Final = 100_000
LAENGSTE_STELLE: Final = 120
LAENGSTER_GRUND: Final = 500


class RegelAbgelehnt(Exception):
    """The decision cannot be entered; the message says what is wrong, what is allowed, and what to do."""


@dataclass(frozen=True)
class Wunsch:
    """A decision somebody wants to enter. None leaves as it is what holds for the region now.

    `region`: slug, or `*` for all. `von`: the office that decided. `am`: the day it did. `grund`: why.
    """

    grundzahl: str
    region: str
    von: str
    am: date
    grund: str
    k: int | None = None
    merkmale: tuple[str, ...] | None = None
    mindestnenner: int | None = None


def regeln(region: str) -> dict[str, Regel]:
    """The rule of every Grundzahl that holds for a region at this moment (`*`: where no region decided)."""
    gueltige = schutzregeln.gueltige(region)
    return {g: wirksam(g, gueltige, region, einstellungen().k) for g in GRUNDZAHLEN}


def verlauf(region: str, grundzahl: str | None = None) -> list[Schutzregel]:
    """Every decision ever made for a region and for all, the newest first; `*`: those of all regions."""
    alle = schutzregeln.entscheidungen(None if region == ALLE else {region, ALLE})
    return [e for e in alle if grundzahl in (None, e.grundzahl)]


def gueltige_entscheidung(region: str, grundzahl: str) -> Schutzregel | None:
    """The decision that a region (or `*`) made itself and that is in force."""
    alle = schutzregeln.gueltige(region)
    return next((e for e in alle if e.grundzahl == grundzahl and e.region_slug == region), None)


def entscheide(recht: Schreibrecht, wunsch: Wunsch, jetzt: datetime) -> Schutzregel:
    """Enter a decision. Raises `RegelAbgelehnt`; then nothing has changed."""
    _pruefe_stelle(wunsch.von, wunsch.grund)
    if wunsch.am > jetzt.date():
        raise RegelAbgelehnt(f"Der {wunsch.am:%d.%m.%Y} liegt in der Zukunft. Bitte den Tag der Entscheidung angeben.")
    _pruefe_region(wunsch.region)
    _pruefe_grundzahl(wunsch.grundzahl)
    # Without the k of the installation: that is a setting, not a decision.
    bisher = wirksam(wunsch.grundzahl, schutzregeln.gueltige(wunsch.region), wunsch.region, 0)
    k = bisher.k if wunsch.k is None else wunsch.k
    nenner = bisher.mindestnenner if wunsch.mindestnenner is None else wunsch.mindestnenner
    merkmale = bisher.merkmale if wunsch.merkmale is None else tuple(m for m in GLIEDERUNGEN if m in wunsch.merkmale)
    _pruefe_k(wunsch, k)
    _pruefe_merkmale(wunsch.merkmale or ())
    if not 0 <= nenner <= HOECHSTER_NENNER:
        raise RegelAbgelehnt(f"Der Mindestnenner {nenner} geht nicht. Möglich sind 0 bis 100.000 Einwohner.")
    neu = Schutzregel(
        region_slug=wunsch.region,
        grundzahl=wunsch.grundzahl,
        k=k,
        merkmale=list(merkmale),
        mindestnenner=nenner,
        entschieden_von=wunsch.von,
        entschieden_am=wunsch.am,
        begruendung=wunsch.grund,
        angelegt_am=jetzt,
    )
    _pruefe_veroeffentlichtes(wunsch.grundzahl, wunsch.region, [neu], None)
    return schutzregeln.trage_ein(recht, neu)


def hebe_auf(recht: Schreibrecht, region: str, grundzahl: str, von: str, grund: str, jetzt: datetime) -> Schutzregel:
    """Revoke the decision in force of a region (or `*`) from now on; what held before it holds again.

    Raises `RegelAbgelehnt`; then nothing has changed.
    """
    _pruefe_stelle(von, grund)
    _pruefe_grundzahl(grundzahl)
    alte = gueltige_entscheidung(region, grundzahl)
    if alte is None:
        raise RegelAbgelehnt(
            f"Für „{GRUNDZAHLEN[grundzahl].titel}“ gibt es {_ort(region)} keine Entscheidung, die sich aufheben lässt. "
            "„cli.py regeln“ zeigt, was gilt."
        )
    _pruefe_veroeffentlichtes(grundzahl, region, [], alte)
    return schutzregeln.hebe_auf(recht, alte.id or 0, von, grund, jetzt)


def _ort(region: str) -> str:
    return "für alle Regionen" if region == ALLE else f"für die Region „{region}“"


def _pruefe_grundzahl(grundzahl: str) -> None:
    if grundzahl not in GRUNDZAHLEN:
        raise RegelAbgelehnt(f"Die Grundzahl „{grundzahl}“ gibt es nicht. Möglich sind: {', '.join(GRUNDZAHLEN)}.")
    if GRUNDZAHLEN[grundzahl].oeffentlich:
        raise RegelAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ ist eine öffentliche Zahl. Hinter ihr stehen keine Menschen. "
            "Deshalb gibt es nichts zu entscheiden."
        )


def _pruefe_region(region: str) -> None:
    if region != ALLE and abfragen.region(region) is None:
        eingerichtet = ", ".join(r.slug for r in abfragen.regionen())
        raise RegelAbgelehnt(f"Die Region „{region}“ ist hier nicht eingerichtet. Möglich sind: {eingerichtet} oder *.")


def _pruefe_stelle(von: str, grund: str) -> None:
    """Who and why: an office, and a reason."""
    if not von.strip() or not grund.strip():
        raise RegelAbgelehnt("Bitte angeben, welche Stelle entschieden hat und warum. Ohne beides gilt keine Regel.")
    if "@" in von or {"herr", "herrn", "frau"} & set(von.lower().replace(".", " ").replace(",", " ").split()):
        raise RegelAbgelehnt(
            f"„{von}“ nennt eine Person. Bitte nur die Stelle angeben, zum Beispiel „Datenschutz des Kreises“."
        )
    if len(von) > LAENGSTE_STELLE or len(grund) > LAENGSTER_GRUND:
        raise RegelAbgelehnt(
            f"Die Stelle darf höchstens {LAENGSTE_STELLE} Zeichen haben, der Grund höchstens {LAENGSTER_GRUND}."
        )


def _pruefe_k(wunsch: Wunsch, k: int) -> None:
    """Only stricter or equal: not below the record, and in a region not below what was decided for all."""
    titel, mindestens = GRUNDZAHLEN[wunsch.grundzahl].titel, VOREINSTELLUNGEN[wunsch.grundzahl].k
    woher = "Das ist die Voreinstellung; eine Entscheidung darf nur strenger sein"
    fuer_alle = gueltige_entscheidung(ALLE, wunsch.grundzahl)
    if wunsch.region != ALLE and fuer_alle is not None and fuer_alle.k > mindestens:
        mindestens, woher = fuer_alle.k, f"So hat es {fuer_alle.entschieden_von} für alle Regionen entschieden"
    if k < mindestens:
        raise RegelAbgelehnt(f"k = {k} ist für „{titel}“ zu klein. Möglich ist k ab {mindestens}. {woher}.")
    if k > HOECHSTES_K:
        raise RegelAbgelehnt(f"k = {k} ist für „{titel}“ zu groß. Möglich ist k bis {HOECHSTES_K}.")


def _pruefe_merkmale(merkmale: tuple[str, ...]) -> None:
    if fremde := [m for m in merkmale if m not in GLIEDERUNGEN]:
        titel = ", ".join(f"{m} ({PERSONENMERKMALE[m].titel})" for m in GLIEDERUNGEN)
        raise RegelAbgelehnt(f"Nach „{fremde[0]}“ lässt sich nicht gliedern. Möglich sind: {titel} oder keine.")


def _pruefe_veroeffentlichtes(grundzahl: str, region: str, dazu: list[Schutzregel], ohne: Schutzregel | None) -> None:
    """Refuse a change of k where numbers are out under another one: the two could be set off against each other."""
    for slug, frei in _veroeffentlichte(grundzahl, region).items():
        gueltige = schutzregeln.gueltige(slug)
        danach = [*dazu, *(e for e in gueltige if ohne is None or e.id != ohne.id)]
        jetzt, dann = (wirksam(grundzahl, e, slug, einstellungen().k).k for e in (gueltige, danach))
        if dann not in (jetzt, frei.k):
            raise RegelAbgelehnt(
                f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde in der Region „{slug}“ schon mit k = {frei.k} veröffentlicht. "
                f"Mit der Änderung gälte k = {dann}; dieselben Zahlen ließen sich dann mit den alten verrechnen. "
                f"Bitte bleiben Sie bei k = {frei.k}."
            )


def _veroeffentlichte(grundzahl: str, region: str) -> dict[str, Freigabe]:
    """Per region the Freigabe that fixes k: the newest in force, else the newest ever."""
    alle = [f for f in abfragen.alle_freigaben(None if region == ALLE else region) if f.grundzahl == grundzahl]
    je_region: dict[str, Freigabe] = {}
    for frei in sorted(alle, key=lambda f: f.zurueckgezogen_am is not None):
        je_region.setdefault(frei.region_slug, frei)
    return je_region
