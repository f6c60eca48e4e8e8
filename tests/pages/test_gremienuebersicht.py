"""The overview of a Gremium: what is known is said, what is not known stays open, absence needs the key."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from data_access.schreibrecht import zugangsschluessel
from tests.gremien import ALT, REGISTER, RUNDE, S2023, S2024, lege_gremien_an, trage_ein
from tests.pages.seiten import alles, knopf, oeffne, parameter, tafel, texte, titel, ueberschriften

pytestmark = pytest.mark.usefixtures("klein")

NUR_INTERN = "Nur für die Geschäftsführung: wer oft fehlte"


def gremien(**mehr: str) -> AppTest:
    at = oeffne("gremien", **{"region": "kleinkreis", "gremium": RUNDE, **mehr})
    assert not at.exception
    return at


@pytest.fixture
def mit_schluessel(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AppTest]:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda: gremien(zugang=zugangsschluessel())


def test_numbered_seats_stand_beside_those_present() -> None:
    lege_gremien_an()
    at = gremien()
    assert titel(at) == "Runde am 23.09.2024: 2 von 12 Anwesenden waren Selbstvertreterinnen und Selbstvertreter"
    assert ueberschriften(at)[:3] == [
        "Selbstvertretung: 2 von 3 Plätzen besetzt",
        "Selbstvertretung: 2 von 12, davor k. A.",
        "Sitzungen 2024: 1 fand statt; 2023: 1 fand statt",
    ]
    assert tafel(at, "Vereinbart") == [
        {"Gruppe": "Selbstvertretung", "Vereinbart": "3 Plätze", "Anwesend 23.09.2024": "2"}
        | {"davon gesprochen": "1", "Anwesend 18.09.2023": "k. A."},
        {"Gruppe": "Leistungserbringer", "Vereinbart": "genannt, ohne Zahl der Plätze", "Anwesend 23.09.2024": "6"}
        | {"davon gesprochen": "k. A.", "Anwesend 18.09.2023": "k. A."},
        {"Gruppe": "Kreis (örtlicher Träger)", "Vereinbart": "4 Plätze", "Anwesend 23.09.2024": "4"}
        | {"davon gesprochen": "k. A.", "Anwesend 18.09.2023": "k. A."},
        {"Gruppe": "insgesamt", "Vereinbart": "ohne Gesamtzahl", "Anwesend 23.09.2024": "12"}
        | {"davon gesprochen": "mindestens 1", "Anwesend 18.09.2023": "20"},
    ]
    assert "§ 5: „mindestens einmal jährlich“, das heißt mindestens 1 Sitzung im Jahr." in texte(at)
    assert "Die Sitzung war geplant für den 22.09.2025 und ist noch nicht nachgetragen." in texte(at)
    assert any("Anwesend heißt nicht: mitentschieden." in t for t in texte(at))
    assert tafel(at, "Ergebnis") == [
        {"Was": "Deutsche Gebärdensprache", "Ergebnis": ":material/check_circle: bereitgestellt"}
    ]


def test_a_group_named_without_a_number_has_no_empty_seat() -> None:
    trage_ein(REGISTER | {"sitze": [{"gremium": RUNDE, "gruppe": "selbstvertretung", "organisation": "Menschen"}]})
    trage_ein(
        {
            "sitzungen": [{"gremium": RUNDE, "datum": S2024, "status": "stattgefunden"}],
            "teilnahmen": [
                {"gremium": RUNDE, "datum": S2024, "gruppe": "selbstvertretung", "anwesend": 0},
                {"gremium": RUNDE, "datum": S2024, "gruppe": "kommune", "anwesend": 2},
            ],
        }
    )
    at = gremien()
    assert titel(at) == "Runde am 23.09.2024: 2 Anwesende gezählt, niemand davon aus der Selbstvertretung"
    assert ueberschriften(at)[0] == "Die Selbstvertretung ist genannt, aber ohne Zahl der Plätze"
    alles_ = alles(at)
    # Said once for the whole picture, not on every bar.
    assert alles_.count("aber keine Zahl der Plätze: Leere Plätze gibt es deshalb im Bild nicht.") == 1
    assert [z["Im Register genannt"] for z in tafel(at, "Im Register genannt")] == ["ja", "nein", "1 Gruppe"]
    assert ": 2 Gäste" in alles_
    assert "0 von" not in titel(at)


def test_only_the_total_is_known() -> None:
    trage_ein(
        REGISTER,
        {
            "sitzungen": [{"gremium": ALT, "datum": S2023, "status": "stattgefunden", "quelle": "Meldung"}],
            "teilnahmen": [{"gremium": ALT, "datum": S2023, "gruppe": "insgesamt", "anwesend": 65}],
        },
    )
    at = gremien(gremium=ALT)
    assert titel(at) == (
        "Alte Runde am 18.09.2023: 65 Anwesende; wie viele aus der Selbstvertretung kamen, ist nicht bekannt"
    )
    assert ueberschriften(at)[:2] == ["Das Register nennt für dieses Gremium keine Plätze", "Selbstvertretung: k. A."]
    assert tafel(at, "davon Selbstvertretung") == [
        {"Sitzung": "18.09.2023", "insgesamt": "65", "davon Selbstvertretung": "k. A."}
    ]


def test_no_meeting_and_no_gremium_show_the_way_on() -> None:
    at = gremien(gremium="")
    assert titel(at) == "Kleinkreis: noch kein Gremium eingetragen"
    assert "Register öffnen" in alles(at)
    trage_ein(REGISTER)
    at = gremien()
    assert titel(at) == "Runde: keine Sitzung eingetragen"
    assert [z["Vereinbart"] for z in tafel(at, "Vereinbart")] == [
        "3 Plätze",
        "genannt, ohne Zahl der Plätze",
        "4 Plätze",
        "ohne Gesamtzahl",
    ]
    assert "Die nächste Sitzung ist nicht eingetragen" in ueberschriften(at)
    beendet = gremien(gremium=ALT)
    assert titel(beendet) == "Alte Runde: keine Sitzung eingetragen"
    assert ":gray[Alte Runde. Laut Register besteht es nicht mehr.]" in texte(beendet)
    assert ueberschriften(beendet) == ["Das Register nennt für dieses Gremium keine Plätze"]
    assert titel(knopf(beendet, "Nachfolger: Runde")) == "Runde: keine Sitzung eingetragen"
    assert parameter(knopf(at, "Wer dazugehört"))["ansicht"] == "register"


def test_who_was_absent_is_only_for_the_key(mit_schluessel: Callable[[], AppTest]) -> None:
    lege_gremien_an()
    for tag in (date(2022, 5, 1), date(2022, 9, 1)):
        trage_ein(
            {
                "sitzungen": [{"gremium": RUNDE, "datum": tag, "status": "stattgefunden"}],
                "teilnahmen": [{"gremium": RUNDE, "datum": tag, "gruppe": "selbstvertretung", "anwesend": 0}],
            }
        )
    assert NUR_INTERN not in alles(gremien())
    at = mit_schluessel()
    assert NUR_INTERN in [e.label for e in at.expander]
    assert tafel(at, "fehlte") == [
        {"Gruppe": "Selbstvertretung", "Institution": "Gruppe im Ganzen", "fehlte": "2 von 3 Mal", "k. A.": 1}
    ]


def test_a_name_of_a_gremium_is_only_text() -> None:
    boese = "<b>[x](http://fremd)</b>"
    trage_ein({"gremien": [{"gremium": "g", "region": "kleinkreis", "name": boese, "kurz": boese, "typ": "sonstiges"}]})
    at = gremien(gremium="g")
    assert titel(at).startswith("bx(http://fremd)/b: keine Sitzung")
