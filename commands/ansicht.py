"""From what a command names to the view it means. What the pages would replace with a sentence is refused here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qs, urlsplit

from analysis.auswahl import PARAMETER, Auswahl, loese_auf, moegliche_raumprinzipien
from analysis.messen import Messwerk
from commands import ausfuhr
from presentation.ansichten import verzeichnis
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import SEITE_DES_ANFANGS, Stelle, stelle
from presentation.ansichten.verzeichnis import ANSICHTEN
from presentation.texts.linksaetze import ohne_stattdessen
from presentation.texts.zahlen import stichtagswert

SEITEN_DER_KENNZAHL: Final = ("zahlen", "karte")
"""Pages whose pictures show what the filter bar chooses; the first one that has an `art` draws it."""


class AnsichtAbgelehnt(Exception):
    """What was asked for cannot be drawn; the message says why and what there is."""


@dataclass(frozen=True)
class Gefunden:
    """A view, and what has to be said of it although it is what was asked for (an older Fassung of a link)."""

    bogen: Bogen
    hinweise: tuple[str, ...]


def arten(seiten: Sequence[str] = SEITEN_DER_KENNZAHL) -> tuple[str, ...]:
    """The kinds of picture of some pages."""
    return tuple(art for seite in seiten for art in ANSICHTEN[seite])


def aus_kennzahl(kennzahl: str, region: str, art: str, angaben: Mapping[str, Sequence[str]]) -> Stelle:
    """The link of a picture of a Kennzahl. Raises `AnsichtAbgelehnt` and `AusfuhrAbgelehnt`."""
    if not kennzahl or not region:
        raise AnsichtAbgelehnt("Bitte KENNZAHL und --region angeben, oder --link mit dem Link einer Seite und --art.")
    seite = next((s for s in SEITEN_DER_KENNZAHL if art in ANSICHTEN[s]), None)
    if seite is None:
        raise AnsichtAbgelehnt(
            f"Die Ansicht „{art}“ gibt es zu einer Kennzahl nicht. Möglich sind: {', '.join(arten())}."
        )
    if len(angaben.get("gebiet", ())) > 1:
        raise AnsichtAbgelehnt(
            f"Eine Ansicht zeigt ein Gebiet, gefragt sind {len(angaben['gebiet'])}: {', '.join(angaben['gebiet'])}. "
            "Bitte je Gebiet einmal aufrufen, oder „--art rangfolge“ für alle nebeneinander."
        )
    bestand, gewaehlt = ausfuhr.gefragt(region, kennzahl)
    genannt = {name: werte for name, werte in angaben.items() if werte}
    return stelle(seite, {"region": [bestand.region.slug], "kennzahl": [gewaehlt.id], **genannt}, art)


def aus_link(link: str, art: str) -> Stelle:
    """The link of a page, whole or from its first slash, with the picture on it. Raises `AnsichtAbgelehnt`."""
    teile = urlsplit(link)
    # An installation may lie below a path of its own.
    seite = teile.path.rpartition("/")[2] or SEITE_DES_ANFANGS
    if seite not in ANSICHTEN:
        raise AnsichtAbgelehnt(
            f"Der Link „{link}“ führt zu keiner Seite mit Ansichten. Möglich sind: "
            f"{', '.join('/' if s == SEITE_DES_ANFANGS else f'/{s}' for s in ANSICHTEN)}."
        )
    if not art:
        raise AnsichtAbgelehnt(f"Bitte mit --art sagen, welche Ansicht gemeint ist: {', '.join(arten((seite,)))}.")
    return stelle(seite, parse_qs(teile.query), art)


def finde(gefragt: Stelle, messwerk: Messwerk, heute: date) -> Gefunden:
    """The view that was asked for. Raises `AnsichtAbgelehnt`; nothing gives way silently."""
    hinweise: tuple[str, ...] = ()
    if gefragt.seite in SEITEN_DER_KENNZAHL and (region := gefragt.werte.get("region")):
        hinweise = _pruefe(gefragt, region[0])
    try:
        bogen = verzeichnis.bogen(gefragt, messwerk, heute=heute)
    except KeineAnsicht as grund:
        raise AnsichtAbgelehnt(grund.im_befehl or str(grund)) from None
    if gefragt.seite not in SEITEN_DER_KENNZAHL:
        _vergleiche(gefragt, bogen.stelle)
    return Gefunden(bogen, hinweise)


def _pruefe(gefragt: Stelle, region: str) -> tuple[str, ...]:
    """What is said of the selection itself; refuses with what had to give way."""
    bestand = ausfuhr.lade_region(region)
    parameter = gefragt.werte
    auswahl, saetze = loese_auf(parameter, bestand)
    # Resolved once more from itself a selection says only what holds of it; the rest was said of what gave way.
    selbst = auswahl.als_parameter | {n: w for n, w in parameter.items() if n == "fassung"}
    _, bleibende = loese_auf(selbst, bestand)
    if gewichen := [satz for satz in saetze if satz not in bleibende]:
        raise AnsichtAbgelehnt(
            " ".join(ohne_stattdessen(satz).replace(" aus dem Link", "") for satz in gewichen)
            + f" Möglich sind: {_moeglich(auswahl)}."
        )
    return tuple(saetze)


def _moeglich(a: Auswahl) -> str:
    """What can be asked for with the Kennzahl: levels, years or days, ways of counting."""
    teile = {
        "Ebene": a.bestand.ebenen,
        "Jahr oder Stichtag": [stichtagswert(tag) for tag in a.stichtage],
        "Raumprinzip": moegliche_raumprinzipien(a.kennzahl, a.bestand),
    }
    return "; ".join(f"{name} {', '.join(werte)}" for name, werte in teile.items() if werte)


def _vergleiche(gefragt: Stelle, gezeigt: Stelle) -> None:
    """Refuse where a page without a filter bar shows something else than the link names."""
    da = gezeigt.werte
    for name, werte in gefragt.werte.items():
        if name in PARAMETER and name not in ("region", "fassung") and name in da and da[name] != werte:
            raise AnsichtAbgelehnt(
                f"Zu „{name}={', '.join(werte)}“ gibt es diese Ansicht nicht. "
                f"Es gibt sie zu „{name}={', '.join(da[name])}“."
            )
