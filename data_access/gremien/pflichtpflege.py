"""Entering proofs of duties, releases and own dates: each is checked, one step of the book, and can be undone."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.pflichtzeilen import nachweis_id, pflicht_id
from data_access.gremien.pruefung import laenge, maengel, wort_erlaubt
from data_access.gremien.tagesordnung import einzeilig
from data_access.importing.gremienworte import name_auf_dem_schirm
from data_access.importing.personennamen import nennt_person
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Eintragung, Gremium, Vorgang
from models.pflichttabellen import Nachweis, Pflicht, Termin
from models.pflichtworte import IMMER_SICHTBAR, Kanal, Nachweisart, Partnerseite

LAENGSTE_NOTIZ: Final = 2000
"""Letters of a note."""
LAENGSTER_TITEL: Final = 200
"""Letters of the title of an own date and of its office."""

T = TypeVar("T", bound=Eintragung)
Instanz = tuple[str, str]
"""Rule and instance."""


@dataclass(frozen=True)
class Beleg:
    """What is entered about one instance of a duty. `datum`: the day of what it proves; `seite`: who says so."""

    rule: str
    instanz: str
    datum: date
    art: str
    seite: str = ""
    kanal: str | None = None
    notiz: str = ""


@dataclass(frozen=True)
class Vormerkung:
    """An own date. `stelle` is an office, never a person."""

    datum: date
    titel: str
    stelle: str = ""
    gremium_id: str | None = None
    erledigt_am: date | None = None
    notiz: str = ""


def setze_nachweis(
    recht: Schreibrecht, region: str, beleg: Beleg, jetzt: datetime, vorher: str | None = None
) -> tuple[Vorgang, Nachweis]:
    """Enter a proof, or change the one with the id `vorher`; raises `GremienAbgelehnt` with what to do.

    Rule, instance, day, kind and side are its key: a changed key makes another row in place of the former.
    """
    with schritt(recht, region, "Nachweis eingetragen", jetzt) as offen:
        regel = _regel(offen, region, beleg.rule)
        wort = name_auf_dem_schirm(beleg.art) if beleg.art in list(Nachweisart) else beleg.art
        offen.vorgang.was = f"„{wort}“ zu „{regel.titel}“ ({beleg.instanz}) {'geändert' if vorher else 'eingetragen'}"
        alt = _hole(offen, Nachweis, region, vorher, "Dieser Nachweis") if vorher else None
        _verlange(_maengel_am_beleg(beleg, jetzt.date()))
        werte = asdict(beleg) | {"notiz": beleg.notiz.strip()}
        schluessel = _id(region, beleg)
        if schluessel != vorher and offen.s.get(Nachweis, schluessel) is not None:
            raise GremienAbgelehnt(
                f"„{wort}“ am {beleg.datum:%d.%m.%Y} steht zu „{regel.titel}“ ({beleg.instanz}) schon da. "
                "Bitte den vorhandenen Eintrag ändern."
            )
        if alt is not None and schluessel != alt.id:
            offen.loesche(alt)
        erfunden = alt is not None and alt.synthetisch
        neu = Nachweis(id=schluessel, region_slug=region, synthetisch=erfunden, **werte)
        offen.setze(neu)
        return offen.vorgang, neu


def aendere_freigaben(
    recht: Schreibrecht,
    region: str,
    seite: str,
    geben: Iterable[Instanz],
    nehmen: Iterable[Instanz],
    jetzt: datetime,
) -> Vorgang:
    """Release instances for outside on behalf of one side, and take releases of that side back, all in one step.

    What is released or taken back already stays as it is.
    """
    _verlange(wort_erlaubt("Seite", seite, list(Partnerseite)))
    name = name_auf_dem_schirm(seite)
    with schritt(recht, region, f"Freigaben nach außen geändert ({name})", jetzt) as offen:
        freigaben = _freigaben(offen, region, seite)
        gegeben = genommen = 0
        for rule, instanz in nehmen:
            for alt in freigaben.pop((rule, instanz), ()):
                offen.loesche(alt)
                genommen += 1
        for rule, instanz in geben:
            regel = _regel(offen, region, rule)
            if regel.zustaendig in IMMER_SICHTBAR:
                raise GremienAbgelehnt(
                    f"„{regel.titel}“ ist Sache des Gremiums und außen ohnehin zu sehen. Bitte abwählen."
                )
            if (rule, instanz) not in freigaben:
                beleg = Beleg(rule, instanz, jetzt.date(), Nachweisart.FREIGABE, seite)
                _verlange(_maengel_am_beleg(beleg, jetzt.date()))
                neu = Nachweis(id=_id(region, beleg), region_slug=region, **asdict(beleg))
                offen.setze(neu)
                freigaben[rule, instanz] = [neu]
                gegeben += 1
        if not offen.geaendert:
            raise GremienAbgelehnt("Es ist alles wie vorher. Es wurde nichts gespeichert.")
        teile = [
            f"{n} {'Stand' if n == 1 else 'Stände'} {tat}"
            for n, tat in ((gegeben, "freigegeben"), (genommen, "zurückgenommen"))
            if n
        ]
        offen.vorgang.was = f"Nach außen, {name}: {', '.join(teile)}"
        return offen.vorgang


def setze_termin(
    recht: Schreibrecht, region: str, vormerkung: Vormerkung, jetzt: datetime, vorher: str | None = None
) -> tuple[Vorgang, Termin]:
    """Enter an own date, or change the one with the id `vorher`."""
    titel = einzeilig(vormerkung.titel)
    was = f"Eigener Termin „{titel}“ {'geändert' if vorher else 'eingetragen'}"
    with schritt(recht, region, was, jetzt) as offen:
        alt = _hole(offen, Termin, region, vorher, "Dieser Termin") if vorher else None
        _verlange(_maengel_am_termin(vormerkung, titel, jetzt.date()))
        if vormerkung.gremium_id:
            _hole(offen, Gremium, region, vormerkung.gremium_id, "Dieses Gremium")
        werte = asdict(vormerkung) | {
            "titel": titel,
            "stelle": einzeilig(vormerkung.stelle),
            "notiz": vormerkung.notiz.strip(),
        }
        schluessel = alt.id if alt else offen.freies_kuerzel(Termin, f"t-{region}-{vormerkung.datum.year}")
        erfunden = alt is not None and alt.synthetisch
        neu = Termin(id=schluessel, region_slug=region, synthetisch=erfunden, **werte)
        offen.setze(neu)
        return offen.vorgang, neu


def hake_ab(recht: Schreibrecht, region: str, termin_id: str, jetzt: datetime) -> Vorgang:
    """An own date is done today; everything else about it stays as it is."""
    with schritt(recht, region, "Eigener Termin erledigt", jetzt) as offen:
        alt = _hole(offen, Termin, region, termin_id, "Dieser Termin")
        offen.vorgang.was = f"Eigener Termin „{alt.titel}“ erledigt"
        offen.setze(Termin.model_validate({**bild(alt), "erledigt_am": jetzt.date()}))
        return offen.vorgang


def loesche(recht: Schreibrecht, region: str, zeile: Nachweis | Termin, jetzt: datetime) -> Vorgang:
    """Delete a proof or an own date; it can be undone."""
    with schritt(recht, region, "Gelöscht", jetzt) as offen:
        alt: Nachweis | Termin
        if isinstance(zeile, Termin):
            alt = _hole(offen, Termin, region, zeile.id, "Dieser Termin")
            offen.vorgang.was = f"Eigener Termin „{alt.titel}“ gelöscht"
        else:
            alt = _hole(offen, Nachweis, region, zeile.id, "Dieser Nachweis")
            titel = _regel(offen, region, alt.rule).titel
            offen.vorgang.was = f"„{name_auf_dem_schirm(alt.art)}“ zu „{titel}“ ({alt.instanz}) gelöscht"
        offen.loesche(alt)
        return offen.vorgang


def _maengel_am_beleg(b: Beleg, heute: date) -> Iterator[str]:
    yield from wort_erlaubt("Was wird belegt?", b.art, list(Nachweisart))
    if b.seite:
        yield from wort_erlaubt("Seite", b.seite, list(Partnerseite))
    if b.kanal is not None:
        yield from wort_erlaubt("Weg", b.kanal, list(Kanal))
    yield from (satz for _, satz in maengel("nachweise", asdict(b)))
    yield from laenge("Notiz", b.notiz, LAENGSTE_NOTIZ)
    if b.datum > heute:
        yield (
            f"Der {b.datum:%d.%m.%Y} liegt nach heute. Ein Nachweis sagt, was schon geschehen ist. "
            "Bitte den Tag berichtigen oder einen eigenen Termin eintragen."
        )


def _maengel_am_termin(v: Vormerkung, titel: str, heute: date) -> Iterator[str]:
    if not titel:
        yield "„Was ist zu tun?“ ist leer. Bitte ausfüllen."
    yield from laenge("Was ist zu tun?", titel, LAENGSTER_TITEL)
    yield from laenge("Stelle", v.stelle, LAENGSTER_TITEL)
    yield from laenge("Notiz", v.notiz, LAENGSTE_NOTIZ)
    if nennt_person(v.stelle):
        yield (
            f"„{v.stelle}“ sieht nach dem Namen einer Person aus. Bitte die Stelle eintragen, "
            "zum Beispiel „Sozialplanung“."
        )
    if v.erledigt_am is not None and v.erledigt_am > heute:
        yield f"Erledigt am {v.erledigt_am:%d.%m.%Y} liegt nach heute. Bitte berichtigen oder leer lassen."


def _verlange(saetze: Iterator[str]) -> None:
    for satz in saetze:
        raise GremienAbgelehnt(satz)


def _hole(offen: Schritt, klasse: type[T], region: str, schluessel: str, was: str) -> T:
    gefunden = offen.s.get(klasse, schluessel)
    if gefunden is None or getattr(gefunden, "region_slug", region) != region:
        raise GremienAbgelehnt(f"{was} ist inzwischen gelöscht. Bitte die Seite neu laden.")
    return gefunden


def _regel(offen: Schritt, region: str, rule: str) -> Pflicht:
    gefunden = offen.s.get(Pflicht, pflicht_id(region, rule))
    if gefunden is None:
        raise GremienAbgelehnt(
            f"Die Regel „{rule}“ gibt es in dieser Region nicht. Bitte die Seite neu laden und noch einmal wählen."
        )
    return gefunden


def _id(region: str, b: Beleg) -> str:
    return nachweis_id(region, b.rule, b.instanz, b.datum, b.art, b.seite)


def _freigaben(offen: Schritt, region: str, seite: str) -> dict[Instanz, list[Nachweis]]:
    """All releases of a side."""
    frage = select(Nachweis).where(
        Nachweis.region_slug == region, Nachweis.seite == seite, Nachweis.art == Nachweisart.FREIGABE
    )
    je: dict[Instanz, list[Nachweis]] = {}
    for n in offen.s.exec(frage):
        je.setdefault((n.rule, n.instanz), []).append(n)
    return je
