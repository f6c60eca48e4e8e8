"""Nothing about Gremien has a place for a person: neither a table nor a file, and accessibility is never counted."""

import re
from collections.abc import Iterator

import pytest

from models.eintragungen import EINTRAGUNGEN
from models.formate import Spalte
from models.gremienformate import FORMATE
from models.gremientabellen import Aenderung, Barrierefreiheit, Eintragung, Vorgang

PERSON = re.compile(
    "vorname|nachname|familienname|geburt|geboren|alter$|geschlecht|adresse|anschrift|strasse|plz|wohnort|telefon|"
    "mobil|mail|iban|aktenzeichen|behinderung|diagnose|schaedigung|merkzeichen|pflegegrad|person|teilnehmende"
)
"""Parts of a column that would hold a person, where to find her, or what she lives with."""
ZAHL = re.compile("anzahl|zahl|summe|wie_viele|personen|menge")
NAMEN_VON = frozenset({"vereinbarung", "organisation", "gremium", "rolle"})
"""Tables whose column `name` is the name of something that is no person."""
INHABER = "Stelle, die sie hat; keine Person"


def _spalten() -> Iterator[tuple[str, str]]:
    for tabelle in (*EINTRAGUNGEN, Vorgang, Aenderung):
        yield from ((str(tabelle.__tablename__), name) for name in tabelle.model_fields)
    for kind, form in FORMATE.items():
        yield from ((kind, spalte.name) for spalte in form.spalten)


@pytest.mark.parametrize(("wo", "spalte"), sorted(set(_spalten())))
def test_no_column_is_for_a_person(wo: str, spalte: str) -> None:
    assert not PERSON.search(spalte), f"{wo}.{spalte}"


@pytest.mark.parametrize("tabelle", EINTRAGUNGEN, ids=lambda t: str(t.__tablename__))
def test_a_name_is_never_that_of_a_person(tabelle: type[Eintragung]) -> None:
    if "name" in tabelle.model_fields:
        assert str(tabelle.__tablename__) in NAMEN_VON


def test_who_holds_a_role_is_an_office() -> None:
    (inhaber,) = [s for s in FORMATE["rollen"].spalten if s.name == "inhaber"]
    assert inhaber.bedeutung == INHABER


def test_accessibility_has_a_state_and_no_count() -> None:
    assert set(Barrierefreiheit.model_fields) == {"id", "sitzung_id", "art", "stand"}
    spalten: tuple[Spalte, ...] = FORMATE["barrierefreiheit"].spalten
    assert not [s.name for s in spalten if s.typ == "zahl" or ZAHL.search(s.name)]
