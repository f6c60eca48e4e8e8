"""Changing the register row by row: each change is checked, written as one step, and can be undone."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.pruefung import laenge, maengel, wort_erlaubt
from data_access.gremien.verweise import kreise
from data_access.importing.personennamen import nennt_person
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import (
    Amtszeit,
    Bestimmung,
    Eintragung,
    Gremium,
    Organisation,
    Rolle,
    Sitz,
    Sitzung,
    Takt,
    Vorgang,
)
from models.gremienworte import Gremientyp, Gruppe, Stimmrecht, Verbindlichkeit
from models.schnitt import kuerzel

LAENGSTER_NAME: Final = 200
"""Characters of a name, an office or a wording in the register."""


def sichere(recht: Schreibrecht, region: str, was: str, zeilen: Sequence[Eintragung], jetzt: datetime) -> Vorgang:
    """Write rows as one step, each after those it refers to. Raises `GremienAbgelehnt` with what to do."""
    with schritt(recht, region, was, jetzt) as offen:
        for zeile in zeilen:
            _pruefe(offen, zeile)
            offen.setze(zeile)
        if not offen.geaendert:
            raise GremienAbgelehnt("Es ist alles wie vorher. Es wurde nichts gespeichert.")
        return offen.vorgang


def entferne(recht: Schreibrecht, region: str, was: str, zeile: Eintragung, jetzt: datetime) -> Vorgang:
    """Delete a row as one step. A Gremium with meetings is not deleted, and entries outlive their organisation."""
    with schritt(recht, region, was, jetzt) as offen:
        if isinstance(zeile, Gremium):
            _pruefe_ohne_sitzungen(offen, zeile)
        if isinstance(zeile, Organisation):
            _loese_organisation(offen, zeile)
        offen.loesche(zeile)
        rolle = offen.s.get(Rolle, zeile.rolle_id) if isinstance(zeile, Amtszeit) else None
        # A role that nobody holds any more and that no rule describes is gone with its last term.
        if rolle is not None and not rolle.regel and not offen.haengt_etwas_an(rolle):
            offen.loesche(rolle)
        return offen.vorgang


def neue_id(klasse: type[Eintragung], name: str, region: str, vergeben: Sequence[Eintragung]) -> str:
    """An id for a new row: speaking where it stands in files, else drawn."""
    if klasse in (Gremium, Organisation, Rolle):
        return kuerzel(f"{name} {region}", [z.id for z in vergeben])
    return uuid.uuid4().hex


def _pruefe(offen: Schritt, zeile: Eintragung) -> None:
    for satz in _PRUEFUNGEN[type(zeile)](offen, zeile):
        raise GremienAbgelehnt(satz)


def _gremium(offen: Schritt, g: Any) -> Iterator[str]:
    yield from _texte(("Name", g.name), ("Kurzname", g.kurz))
    yield from wort_erlaubt("Art des Gremiums", g.typ, list(Gremientyp))
    yield from wort_erlaubt("Verbindlichkeit", g.verbindlichkeit, list(Verbindlichkeit))
    yield from (satz for _, satz in maengel("gremien", g.model_dump()))
    yield from kreise(offen, g)


def _takt(offen: Schritt, t: Any) -> Iterator[str]:
    yield from _texte(("Wortlaut", t.wortlaut), ("Quelle", t.quelle), personen=False)
    yield from (
        satz for _, satz in maengel("gremien", {"takt_min": t.minimum, "takt_max": t.maximum, "takt_quelle": t.quelle})
    )
    andere = offen.s.exec(select(Takt).where(Takt.gremium_id == t.gremium_id, Takt.quelle == t.quelle)).all()
    if any(a.id != t.id for a in andere):
        yield f"Zu „{t.quelle}“ steht schon ein Takt da. Bitte diesen ändern oder eine andere Quelle nennen."


def _sitz(offen: Schritt, s: Any) -> Iterator[str]:
    yield from _texte(("Stelle oder Gruppe", s.wortlaut))
    yield from _texte(("Quelle", s.quelle), personen=False)
    yield from wort_erlaubt("Gruppe", s.gruppe, list(Gruppe))
    if s.stimmrecht is not None:
        yield from wort_erlaubt("Stimme", s.stimmrecht, list(Stimmrecht))
    if s.anzahl is not None and s.anzahl < 1:
        yield (
            "Null Plätze sind kein Platz. Bitte die Zahl leer lassen, wenn keine vereinbart ist, "
            "oder den Eintrag löschen."
        )
    gleiche = offen.s.exec(
        select(Sitz).where(Sitz.gremium_id == s.gremium_id, Sitz.gruppe == s.gruppe, Sitz.wortlaut == s.wortlaut)
    ).all()
    if any(a.id != s.id for a in gleiche):
        yield f"„{s.wortlaut}“ ist in dieser Gruppe schon eingetragen. Bitte den vorhandenen Eintrag ändern."


def _organisation(offen: Schritt, o: Any) -> Iterator[str]:
    yield from _texte(("Name", o.name))
    for alias in o.aliase:
        yield from _texte(("Andere Schreibweise", alias))
    yield from wort_erlaubt("Gruppe", o.gruppe, list(Gruppe))
    for andere in offen.s.exec(select(Organisation).where(Organisation.region_slug == o.region_slug)).all():
        doppelt = {o.name, *o.aliase} & {andere.name, *andere.aliase}
        if andere.id != o.id and doppelt:
            yield (
                f"„{min(doppelt)}“ steht schon bei „{andere.name}“. "
                "Bitte dort ändern oder einen unterscheidbaren Namen wählen."
            )
            return


def _rolle(_: Schritt, r: Any) -> Iterator[str]:
    yield from _texte(("Rolle", r.name))


def _amtszeit(offen: Schritt, a: Any) -> Iterator[str]:
    yield from _texte(("Stelle", a.inhaber))
    yield from (satz for _, satz in maengel("rollen", a.model_dump()))
    # Files know a term by its first day.
    gleiche = offen.s.exec(select(Amtszeit).where(Amtszeit.rolle_id == a.rolle_id, Amtszeit.von == a.von)).all()
    if andere := [x.inhaber for x in gleiche if x.id != a.id]:
        ab = f"ab {a.von:%d.%m.%Y}" if a.von else "ohne ersten Tag"
        yield f"Zu dieser Rolle steht {ab} schon „{andere[0]}“. Bitte dort ändern oder einen anderen Tag eintragen."


_PRUEFUNGEN: Final[dict[type[Eintragung], Callable[[Schritt, Any], Iterator[str]]]] = {
    Gremium: _gremium,
    Takt: _takt,
    Sitz: _sitz,
    Organisation: _organisation,
    Rolle: _rolle,
    Amtszeit: _amtszeit,
}


def _texte(*paare: tuple[str, str], personen: bool = True) -> Iterator[str]:
    for name, text in paare:
        if not text.strip():
            yield f"„{name}“ ist leer. Bitte ausfüllen."
        elif len(text) > LAENGSTER_NAME:
            yield from laenge(name, text, LAENGSTER_NAME)
        elif personen and nennt_person(text):
            yield (
                f"„{text}“ sieht nach dem Namen einer Person aus. Im Register stehen nur Stellen und Ämter, "
                "zum Beispiel „Sozialdezernat“. Bitte die Stelle eintragen; "
                "bei einer Einrichtung hilft der Ort dahinter."
            )


def _pruefe_ohne_sitzungen(offen: Schritt, gremium: Gremium) -> None:
    zahl = len(offen.s.exec(select(Sitzung.id).where(Sitzung.gremium_id == gremium.id)).all())
    if zahl:
        raise GremienAbgelehnt(
            f"„{gremium.kurz}“ hat {zahl} {'Sitzung' if zahl == 1 else 'Sitzungen'} und kann nicht gelöscht werden. "
            "Bitte stattdessen bei „Gilt bis“ den letzten Tag eintragen."
        )


def _loese_organisation(offen: Schritt, organisation: Organisation) -> None:
    """The wording of entries and clauses stays when the organisation they mean is deleted."""
    for sitz in offen.s.exec(select(Sitz).where(Sitz.organisation_id == organisation.id)).all():
        offen.setze(Sitz.model_validate({**bild(sitz), "organisation_id": None}))
    alle = offen.s.exec(select(Bestimmung).where(Bestimmung.region_slug == organisation.region_slug)).all()
    for b in alle:
        if organisation.id in b.organisationen:
            rest = [o for o in b.organisationen if o != organisation.id]
            offen.setze(Bestimmung.model_validate({**bild(b), "organisationen": rest}))
