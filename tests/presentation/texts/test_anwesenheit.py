"""Who came, in every state a meeting and a Gremium can be in: no sentence says more than is entered."""

from datetime import date

import pytest

from analysis.gremien.anwesenheit import Zaehlung, anwesenheit
from analysis.gremien.lage import Gremienlage
from analysis.gremien.plaetze import Jahr, Plaetze
from models.gremientabellen import Gremium, Takt, Teilnahme
from presentation.texts import anwesenheit as texte
from presentation.texts.sitzungen import teilnahmesatz
from tests.presentation.texts.test_ruecklauf import SITZUNG

HEUTE = date(2026, 11, 22)


def lage(
    verbindlichkeit: str = "vereinbart",
    bis: date | None = None,
    jahre: tuple[Jahr, ...] = (),
    plaetze: dict[str, Plaetze] | None = None,
) -> Gremienlage:
    """A Gremium without a meeting that took place."""
    g = Gremium(
        id="g",
        region_slug="r",
        kurz="Runde",
        name="Runde Teilhabe",
        typ="sonstiges",
        verbindlichkeit=verbindlichkeit,
        gueltig_bis=bis,
    )
    return Gremienlage(g, (), plaetze or {}, jahre, (), (), (), HEUTE, None, 0, ())


@pytest.mark.parametrize(
    ("zahlen", "satz"),
    [
        ({}, "Wie viele kamen, ist nicht eingetragen"),
        ({"insgesamt": 0}, "Es ist niemand gekommen"),
        ({"insgesamt": 65}, "65 Anwesende; wie viele aus der Selbstvertretung kamen, ist nicht bekannt"),
        ({"kommune": 1}, "1 anwesende Person gezählt; wie viele aus der Selbstvertretung kamen, ist nicht bekannt"),
        ({"selbstvertretung": 0, "kommune": 6}, "6 Anwesende gezählt, niemand davon aus der Selbstvertretung"),
        ({"selbstvertretung": 1, "insgesamt": 9}, "1 von 9 Anwesenden war Selbstvertreterin oder Selbstvertreter"),
        ({"selbstvertretung": 4, "kommune": 5}, "4 von 9 Anwesenden waren Selbstvertreterinnen und Selbstvertreter"),
        (
            {"selbstvertretung": 0, "kommune": 6, "eutb": None},
            "mindestens 6 Anwesende gezählt, niemand davon aus der Selbstvertretung; nicht von jeder Gruppe ist die "
            "Zahl bekannt",
        ),
        (
            {"selbstvertretung": 2, "eutb": None},
            "mindestens 2 Anwesende gezählt, davon 2 aus der Selbstvertretung; nicht von jeder Gruppe ist die Zahl "
            "bekannt",
        ),
    ],
)
def test_how_many_came(zahlen: dict[str, int | None], satz: str) -> None:
    zeilen = [Teilnahme(id=g, sitzung_id="s", gruppe=g, anwesend=n) for g, n in zahlen.items()]
    assert texte.beteiligung(anwesenheit(zeilen)) == satz


def test_a_total_alone_does_not_say_how_it_was_counted() -> None:
    nur_gesamt = [Teilnahme(id="t", sitzung_id="s", gruppe="insgesamt", anwesend=65)]
    assert teilnahmesatz(SITZUNG, nur_gesamt, HEUTE) == "Wie viele aus welcher Gruppe kamen, ist nicht bekannt: k. A."


@pytest.mark.parametrize(
    ("stand", "titel", "zeile"),
    [
        (
            lage(),
            "Runde: keine Sitzung eingetragen",
            "Sobald eine Sitzung eingetragen ist, die stattfand, steht hier, wer da war.",
        ),
        (
            lage("genannt", jahre=(Jahr(2027, 0, 1, 0),)),
            "Runde: keine Sitzung eingetragen, die stattfand",
            "Sobald eine Sitzung eingetragen ist, die stattfand, steht hier, wer da war.",
        ),
        (
            lage("angeregt"),
            "Runde: keine Sitzung eingetragen",
            "Die Vereinbarung regt das an. Geben muss es das nicht.",
        ),
        (
            lage("moeglich"),
            "Runde: keine Sitzung eingetragen",
            "Die Vereinbarung nennt das als Möglichkeit, soweit Mittel da sind. Geben muss es das nicht.",
        ),
        (lage(bis=date(2022, 6, 30)), "Runde: keine Sitzung eingetragen", "Laut Register besteht es nicht mehr."),
    ],
)
def test_without_a_meeting_that_took_place(stand: Gremienlage, titel: str, zeile: str) -> None:
    assert texte.noch_keine(stand) == (titel, f"Runde Teilhabe. {zeile}")


def test_seats_before_the_first_meeting_have_nobody_beside_them() -> None:
    drei = {"selbstvertretung": Plaetze("selbstvertretung", 3)}
    assert texte.platzbefund(lage(plaetze=drei)) == "Selbstvertretung: 3 Plätze vereinbart"


def test_the_years_as_far_as_they_are_entered() -> None:
    assert texte.jahrbefund([Jahr(2027, 0, 1, 0)]) == "Es ist keine Sitzung eingetragen, die stattfand"
    jahre = [Jahr(2024, 2, 0, 0), Jahr(2025, 0, 0, 0), Jahr(2026, 1, 1, 1), Jahr(2027, 0, 1, 0)]
    assert texte.jahrbefund(jahre) == "Sitzungen 2026: 1 fand statt, 1 ausgefallen, 1 geplant; 2025: keine eingetragen"


def test_a_cadence_is_its_words_and_its_number_if_it_has_one() -> None:
    def takt(wortlaut: str, unten: int | None = None, oben: int | None = None) -> Takt:
        return Takt(id="t", gremium_id="g", wortlaut=wortlaut, minimum=unten, maximum=oben, quelle="§ 5")

    assert texte.takte([takt("Nach Bedarf")]) == ["§ 5: „Nach Bedarf“."]
    assert texte.takte([takt("", 1, 1)]) == ["§ 5: 1 Sitzung im Jahr."]
    assert texte.takte([takt("mindestens zweimal", 2), takt("einmal", 1, 1)]) == [
        "§ 5: „mindestens zweimal“, das heißt mindestens 2 Sitzungen im Jahr.",
        "§ 5: „einmal“, das heißt 1 Sitzung im Jahr.",
        "Die Stellen sagen es verschieden. Jede Lesart bleibt stehen, keine wird verrechnet.",
    ]


def test_a_lower_bound_in_words() -> None:
    assert [texte.anwesende(Zaehlung(n, mindestens=True)) for n in (1, 8)] == [
        "mindestens 1 anwesende Person gezählt",
        "mindestens 8 Anwesende gezählt",
    ]
