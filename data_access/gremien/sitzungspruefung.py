"""What may not be entered about a meeting as a whole. Pure: what was typed in, every reason with its field out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from data_access.gremien.pruefung import maengel, maengel_der_teilnahme
from data_access.gremien.verweise import Zeile
from data_access.importing.personennamen import nennt_person
from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import Sitzungsstatus

ZAHLEN: Final = ("eingeladen", "anwesend", "rederecht_genutzt")
"""The counts of a row of attendance."""

HOECHSTENS: Final = 9999
_JAHRE: Final = (1950, 2100)


@dataclass(frozen=True)
class Angaben:
    """Everything entered about one meeting.

    `sitzung`: columns of KIND `sitzungen`. `teilnahmen`: rows of KIND `teilnahmen` without Gremium and day; None is
    k. A. `barrieren`: kind -> what became of it; a kind that is missing was not asked for. `tag_stimmt`: the day was
    asked about and confirmed.
    """

    sitzung: Zeile
    teilnahmen: tuple[Zeile, ...] = ()
    barrieren: Mapping[str, str] = field(default_factory=dict)
    tag_stimmt: bool = False


@dataclass(frozen=True)
class Beanstandung:
    """Why something is refused: the field (a column), the row of attendance it stands in, and the sentence."""

    feld: str
    satz: str
    gruppe: str = ""
    organisation: str = ""
    frage: bool = False


def beanstandungen(
    angaben: Angaben, gremium: Gremium, andere: Iterable[Sitzung], bekannte: frozenset[str], heute: date
) -> list[Beanstandung]:
    """Every reason against storing a meeting; empty if there is none.

    `andere`: the other meetings of the Gremium. `bekannte`: names of institutions that are known already.
    """
    return [
        *_tag(angaben, gremium, andere, heute),
        *(Beanstandung(spalte, satz) for spalte, satz in maengel("sitzungen", angaben.sitzung)),
        *_teilnahme(angaben, bekannte),
    ]


def _tag(angaben: Angaben, gremium: Gremium, andere: Iterable[Sitzung], heute: date) -> Iterator[Beanstandung]:
    tag = angaben.sitzung["datum"]
    for spalte, wert in angaben.sitzung.items():
        if isinstance(wert, date) and not _JAHRE[0] <= wert.year <= _JAHRE[1]:
            yield Beanstandung(spalte, f"Das Jahr {wert.year} liegt nicht zwischen {_JAHRE[0]} und {_JAHRE[1]}.")
    if any(s.datum == tag for s in andere):
        yield Beanstandung(
            "datum",
            f"Am {tag:%d.%m.%Y} ist für „{gremium.kurz}“ schon eine Sitzung eingetragen. Bitte diese ändern.",
        )
    if tag > heute and angaben.sitzung.get("status") == Sitzungsstatus.STATTGEFUNDEN:
        yield Beanstandung(
            "datum",
            f"Der {tag:%d.%m.%Y} liegt in der Zukunft, die Sitzung kann noch nicht stattgefunden haben. Bitte den Tag "
            "berichtigen oder „geplant“ wählen.",
        )
    if not angaben.tag_stimmt and (satz := ausserhalb(gremium, tag)):
        yield Beanstandung("datum", f"{satz} Wenn der Tag trotzdem stimmt, bestätigen Sie das bitte.", frage=True)


def ausserhalb(gremium: Gremium, tag: date) -> str:
    """That a day lies before a Gremium began or after it ended; empty if it does not.

    Names no day: where a source gives only the month, the register's day is not a fact.
    """
    if gremium.gueltig_von and tag < gremium.gueltig_von:
        return f"„{gremium.kurz}“ gibt es laut Register am {tag:%d.%m.%Y} noch nicht (Ansicht „Register“, „Gilt“)."
    if gremium.gueltig_bis and tag > gremium.gueltig_bis:
        return f"„{gremium.kurz}“ gibt es laut Register am {tag:%d.%m.%Y} nicht mehr (Ansicht „Register“, „Gilt“)."
    return ""


def _teilnahme(angaben: Angaben, bekannte: frozenset[str]) -> Iterator[Beanstandung]:
    zeilen = mit_zahl(angaben.teilnahmen)
    if zeilen and angaben.sitzung.get("status") != Sitzungsstatus.STATTGEFUNDEN:
        nur_eingeladen = all(z.get("anwesend") is None and z.get("rederecht_genutzt") is None for z in zeilen)
        if not nur_eingeladen:
            yield Beanstandung(
                "status",
                "Anwesende gibt es nur bei einer Sitzung, die stattgefunden hat. Bitte „hat stattgefunden“ wählen oder "
                "die Zahlen der Anwesenden leeren.",
            )
    gesehen = set()
    for z in zeilen:
        wo = (z["gruppe"], z.get("organisation") or "")
        if wo in gesehen:
            yield Beanstandung("organisation", "Diese Institution steht zweimal da. Bitte eine Zeile leeren.", *wo)
        gesehen.add(wo)
        if wo[1] and wo[1] not in bekannte and nennt_person(wo[1]):
            yield Beanstandung(
                "organisation",
                f"„{wo[1]}“ sieht nach dem Namen einer Person aus. Bitte nur die Institution nennen, zum Beispiel "
                "„Werkstattrat“, oder die Anwesenden bei der Gruppe zählen.",
                *wo,
            )
        for spalte in ZAHLEN:
            if (zahl := z.get(spalte)) is not None and not 0 <= zahl <= HOECHSTENS:
                yield Beanstandung(spalte, f"{zahl} geht nicht. Erlaubt ist 0 bis {HOECHSTENS}.", *wo)
        yield from (Beanstandung(spalte, satz, *wo) for spalte, satz in maengel("teilnahmen", z))
    yield from (Beanstandung(spalte, satz) for spalte, satz in maengel_der_teilnahme(zeilen))


def mit_zahl(zeilen: Sequence[Zeile]) -> list[Zeile]:
    """The rows that hold a count: a row without any says nothing."""
    return [z for z in zeilen if any(z.get(spalte) is not None for spalte in ZAHLEN)]
