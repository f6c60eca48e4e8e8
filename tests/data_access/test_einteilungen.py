"""Versions of Einteilungen: what is stored, what is in force, what each step leaves as it was."""

from datetime import UTC, date, datetime

import pytest

from analysis.auswahl import loese_auf
from data_access import abfragen, einteilungen
from data_access.einteilungen import Angaben, EinteilungAbgelehnt
from models.schnitt import Schnitt
from models.tabellen import Einteilung
from tests.installation import ALTDORF, BERG, CELL, DORN, FORST, bestand, kleinkreis, recht

JETZT = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
NEU = Schnitt(
    (("nord", "Nord"), ("mitte", "Mitte"), ("sued", "Süd")),
    ((ALTDORF, "nord"), (BERG, "mitte"), (CELL, "mitte"), (DORN, "sued"), (FORST, "sued")),
)
ALT = Schnitt(
    (("nord", "Nord"), ("sued", "Sued")),
    ((ALTDORF, "nord"), (BERG, "nord"), (CELL, "sued"), (DORN, "sued"), (FORST, "sued")),
)

pytestmark = pytest.mark.usefixtures("klein")


def speichere(schnitt: Schnitt = NEU, *, in_kraft: bool = False, grundlage: str | None = "haupt") -> Einteilung:
    angaben = Angaben("Nord und Süd", "haupt", notiz="nach der Sitzung")
    return einteilungen.speichere(
        recht(), "kleinkreis", schnitt, angaben, JETZT, in_kraft=in_kraft, grundlage=grundlage
    )


def stand() -> dict[str, str]:
    return {e.id: e.stand for e in abfragen.einteilungen("kleinkreis")}


def test_a_vorschlag_stands_beside_what_is_in_force() -> None:
    vorher = abfragen.stand("kleinkreis")
    neu = speichere()
    assert (neu.id, neu.stamm, neu.version, neu.stand, neu.notiz) == (
        "haupt-v2",
        "haupt",
        2,
        "vorschlag",
        "nach der Sitzung",
    )
    assert kleinkreis().haupteinteilung_id == "haupt"
    assert abfragen.stand("kleinkreis") != vorher
    assert einteilungen.schnitt("haupt-v2").gemeinden == NEU.gemeinden
    assert einteilungen.schnitt("haupt") == ALT


def test_a_version_in_force_replaces_the_former_which_stays_readable_by_its_link() -> None:
    speichere(in_kraft=True)
    assert kleinkreis().haupteinteilung_id == "haupt-v2"
    assert stand() == {"haupt": "abgeloest", "haupt-v2": "gueltig", "quer": "gueltig"}
    auswahl, hinweise = loese_auf({"ebene": ["planungsraum"], "einteilung": ["haupt"], "gebiet": ["nord"]}, bestand())
    assert (auswahl.einteilung, auswahl.gebiete) == ("haupt", ("nord",))
    assert "Sie sehen die Einteilung „Nord und Süd“, Version 1, abgelöst am 01.07.2026." in hinweise[0]
    # The same Planungsraum by its id in the version of today.
    auswahl, hinweise = loese_auf({"ebene": ["planungsraum"], "gebiet": ["nord"]}, bestand())
    assert (auswahl.einteilung, auswahl.gebiete, hinweise) == ("haupt-v2", ("nord",), [])


def test_a_vorschlag_can_be_put_in_force_or_discarded() -> None:
    eins, zwei = speichere(), speichere(ALT)
    einteilungen.setze_in_kraft(recht(), "kleinkreis", eins.id, JETZT)
    einteilungen.verwirf(recht(), "kleinkreis", zwei.id, JETZT)
    assert stand() == {"haupt": "abgeloest", "haupt-v2": "gueltig", "haupt-v3": "verworfen", "quer": "gueltig"}
    for schritt in (einteilungen.setze_in_kraft, einteilungen.verwirf):
        with pytest.raises(EinteilungAbgelehnt, match="ist kein Vorschlag"):
            schritt(recht(), "kleinkreis", zwei.id, JETZT)


def test_going_back_makes_a_new_version_with_the_old_cut() -> None:
    speichere(in_kraft=True)
    zurueck = einteilungen.kehre_zurueck(recht(), "kleinkreis", "haupt", JETZT, "wie Version 1")
    assert (zurueck.id, zurueck.version, zurueck.notiz) == ("haupt-v3", 3, "wie Version 1")
    assert einteilungen.schnitt("haupt-v3") == ALT
    assert stand()["haupt-v2"] == "abgeloest"
    with pytest.raises(EinteilungAbgelehnt, match="gilt schon"):
        einteilungen.kehre_zurueck(recht(), "kleinkreis", "haupt-v3", JETZT)
    assert [e.version for e in einteilungen.versionen("haupt")] == [3, 2, 1]


def test_who_started_from_another_version_does_not_undo_it_unseen() -> None:
    speichere(in_kraft=True)
    with pytest.raises(EinteilungAbgelehnt, match="Inzwischen gilt eine andere Einteilung"):
        speichere(ALT, in_kraft=True, grundlage="haupt")
    assert "haupt-v3" not in stand()
    assert speichere(ALT).id == "haupt-v3"


@pytest.mark.parametrize(
    ("schnitt", "grund"),
    [
        (Schnitt(), "Es gibt keinen Planungsraum"),
        (Schnitt((("nord", "Nord"), ("leer", "Leer")), ((ALTDORF, "nord"),)), "Ohne Gemeinde: Leer"),
        (Schnitt((("nord", "<b>"),), ((ALTDORF, "nord"),)), "Der Name „<b>“ geht nicht"),
        (Schnitt((("a|b", "Nord"),), ((ALTDORF, "a|b"),)), "Das Kürzel „a|b“ geht nicht"),
        (Schnitt((("nord", "Nord"),), (("06636001", "nord"),)), "06636001 gehört nicht zu Kleinkreis"),
    ],
)
def test_what_would_break_a_view_is_not_stored(schnitt: Schnitt, grund: str) -> None:
    with pytest.raises(EinteilungAbgelehnt, match=grund):
        speichere(schnitt, in_kraft=True)
    assert stand() == {"haupt": "gueltig", "quer": "gueltig"}


def test_gaps_are_allowed_and_the_day_it_begins_is_kept() -> None:
    angaben = Angaben("Nord und Süd", "haupt", gueltig_von=date(2027, 1, 1))
    neu = einteilungen.speichere(recht(), "kleinkreis", Schnitt((("x", "X"),), ((DORN, "x"),)), angaben, JETZT)
    assert neu.gueltig_von == date(2027, 1, 1)
    assert bestand().zeilen("planungsraum", neu.id) == ((DORN, "x", "X"),)
