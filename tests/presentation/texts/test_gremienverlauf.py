"""The history in words: nothing of how things are stored, an entry is not called a seat."""

from typing import Any

import pytest

from models.eintragungen import EINTRAGUNGEN
from models.gremientabellen import Aenderung
from presentation.texts import gremienverlauf as texte

SITZ = {"id": "s", "gremium_id": "g", "gruppe": "eutb", "wortlaut": "EUTB", "anzahl": None, "organisation_id": None}
GREMIUM = {"id": "g", "kurz": "Runde", "vorgaenger_id": None, "verbindlichkeit": "genannt"}
TOP = {"id": "t", "titel": "Wohnen", "thema": "wohnen"}
BEWERTUNG = {"id": "b", "frage_id": "f", "seite": "kreis", "jahr": 2026, "wert": None}


@pytest.mark.parametrize(
    ("tabelle", "vorher", "nachher", "satz"),
    [
        ("sitz", None, SITZ, "Eintrag „EUTB“ angelegt"),
        ("sitz", SITZ, SITZ | {"anzahl": 2}, "Eintrag „EUTB“: vereinbarte Plätze: 2 statt k. A."),
        ("sitz", SITZ, SITZ | {"organisation_id": "o"}, "Eintrag „EUTB“: Stelle im Register geändert"),
        ("gremium", GREMIUM, GREMIUM | {"vorgaenger_id": "alt"}, "Gremium „Runde“: Vorgänger geändert"),
        ("top", TOP, TOP | {"thema": "p67"}, "Tagesordnungspunkt „Wohnen“: Thema: Hilfe nach § 67 statt Wohnen"),
        ("bewertung", None, BEWERTUNG, "Antwort zur Zusammenarbeit (Kreis, 2026) angelegt"),
        (
            "bewertung",
            BEWERTUNG,
            BEWERTUNG | {"wert": 3},
            "Antwort zur Zusammenarbeit (Kreis, 2026): Antwort: trifft eher zu statt k. A.",
        ),
    ],
)
def test_a_change_in_words(
    tabelle: str, vorher: dict[str, Any] | None, nachher: dict[str, Any] | None, satz: str
) -> None:
    a = Aenderung(vorgang_id="v", tabelle=tabelle, schluessel="x", vorher=vorher, nachher=nachher)
    assert [s.replace("\u00a0", " ") for s in texte.einzelheiten([a])] == [satz]


@pytest.mark.parametrize("klasse", EINTRAGUNGEN, ids=lambda k: k.__name__)
def test_no_field_is_called_as_it_is_stored(klasse: type[Any]) -> None:
    # The key of the row it belongs to never changes: such a row is another one.
    eigene = {"id", "region_slug", "rolle_id", "sitzung_id", "top_id", "empfehlung_id", "frage_id"}
    namen = {feld: texte._FELDER.get(feld, feld) for feld in set(klasse.model_fields) - eigene}
    assert [feld for feld, name in namen.items() if "_" in name] == []


def test_proofs_are_named_by_what_they_prove() -> None:
    vorher = {"id": "x", "art": "steht_aus", "instanz": "2026", "seite": "kreis", "kanal": None, "notiz": ""}
    neu = Aenderung(vorgang_id="v", tabelle="nachweis", schluessel="x", vorher=None, nachher=vorher)
    anders = Aenderung(
        vorgang_id="v", tabelle="nachweis", schluessel="x", vorher=vorher, nachher=vorher | {"kanal": "gesondert"}
    )
    assert texte.einzelheiten([neu, anders]) == [
        "Nachweis „steht noch aus“ (2026, Kreis) angelegt",
        "Nachweis „steht noch aus“ (2026, Kreis): Weg: gesondert übermittelt statt k. A.",
    ]
