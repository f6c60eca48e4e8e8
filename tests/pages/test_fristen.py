"""The page Fristen: every choice, what a reader and a writer see, what gives way, and where nothing is entered."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data_access.schreibrecht import zugangsschluessel
from tests.fristenkreis import K, lege_pflichten_an
from tests.gremien import RUNDE, trage_ein
from tests.installation import recht
from tests.pages.seiten import alles, hinweise, oeffne, parameter, tafel, texte, titel, ueberschriften, zeilen

JAHR = datetime.now().astimezone().year
VERDECKT = ":gray-badge[:material/visibility_off: nicht freigegeben]"

BELEGE: dict[str, list[dict[str, Any]]] = {
    "nachweise": [
        {"rule": "R08", "instanz": "2024", "datum": date(2024, 5, 6), "art": "steht_aus", "seite": "kreis"},
        {"rule": "R10", "instanz": "2024", "datum": date(2024, 5, 5), "art": "mitteilung", "seite": "traeger"},
        *(
            {"rule": "R08", "instanz": "2024", "datum": date(2024, 6, 1), "art": "freigabe", "seite": seite}
            for seite in ("traeger", "kreis")
        ),
    ],
    "termine": [
        {"termin": "t1", "region": K, "datum": date(2024, 2, 1), "titel": "Liste prüfen", "stelle": "Sozialplanung"}
    ],
    "widersprueche": [
        {"widerspruch": "w1", "region": K, "code": "C1", "frage": "Wie oft tagt die Runde?", "umgang": "Beides bleibt."}
        | {"quellen": ["§ 5", "Anlage 2"], "wortlaute": ["mindestens [so] zweimal", "1 - 2x"], "pflichten": ["R01"]}
    ],
    "rechtsgrundlagen": [
        {"rechtsgrundlage": "g1", "region": K, "norm": "§ 1 Gesetz", "inhalt": "Zuständigkeit", "gelesen": True}
        | {"quelle": "Amtsblatt", "fassung_bis": date(2023, 12, 31)},
        {"rechtsgrundlage": "g2", "region": K, "norm": "§ 2 Gesetz", "inhalt": "Planung", "gelesen": False},
    ],
}


@pytest.fixture
def fristen(klein: Path) -> Callable[..., AppTest]:
    """The page on the duties of the small Kreis; 2024: the Runde met once, R08 is overdue and released."""
    lege_pflichten_an()
    trage_ein(BELEGE)

    def zeige(**mehr: str) -> AppTest:
        at = oeffne("fristen", **{"region": K, **mehr})
        assert not at.exception
        return at

    return zeige


@pytest.fixture
def schreibt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presentation.ui.daten.zugang.schreibrecht", recht)


def test_a_reader_sees_every_duty_but_not_how_those_of_partners_stand_without_release(
    fristen: Callable[..., AppTest],
) -> None:
    at = fristen(jahr="2024")
    assert titel(at) == "2024: eine Pflicht ist überfällig, eine ist nicht freigegeben"
    assert "3 Pflichten: 1 überfällig, 1 erfüllt, 1 nicht freigegeben." in texte(at)
    assert tafel(at, "Stand") == [
        {
            "Stand": ":red-badge[:material/error: überfällig]",
            "Fällig": "30.04.2024",
            "Pflicht": "**Schulabgänge nennen**, für 2025",
            "Wer": "Kreis",
            "Beleg": "Der Kreis hat am 06.05.2024 eingetragen, dass es noch aussteht. "
            "Der letzte Tag war der 30.04.2024.",
            "Klausel": "§ 8",
        },
        {
            "Stand": ":green-badge[:material/check_circle: erfüllt]",
            "Fällig": "31.12.2024",
            "Pflicht": "**Runde tagt einmal**",
            "Wer": "Gremium",
            "Beleg": "1 Sitzung, genannt ist mindestens 1: 23.09.2024.",
            "Klausel": "§ 8",
        },
    ]
    assert tafel(at, "Stand und Tag")[1] == {
        "Stand und Tag": ":green-badge[:material/check_circle: erfüllt]  \n31.12.2024",
        "Pflicht und Beleg": "**Runde tagt einmal**  \nGremium  \n"
        "1 Sitzung, genannt ist mindestens 1: 23.09.2024.  \n§ 8",
    }
    assert "Noch nicht für außen freigegeben: eine Pflicht" in ueberschriften(at)
    (verdeckte,) = [
        zeilen(at, n)
        for n, t in enumerate(at.table)
        if "Stand" not in t.value and "Fällig" in t.value and len(t.value.columns) == 4
    ]
    assert verdeckte == [
        {"Pflicht": "**Anzahl mitteilen**, für 2023", "Fällig": "30.04.2024", "Wer": "Träger", "Klausel": "§ 8"}
    ]
    gesendet = alles(at)
    assert "05.05.2024" not in gesendet
    assert "Liste prüfen" not in gesendet
    assert "Eigene Termine" not in ueberschriften(at)
    assert "Eintragen" not in ueberschriften(at)
    assert "R08" not in " ".join([*texte(at), titel(at), *ueberschriften(at)])
    assert {b.label for b in at.get("download_button")} == {"Liste (CSV)", "Liste (Excel)", "Kalender"}


@pytest.mark.usefixtures("schreibt")
def test_whoever_may_write_sees_everything_and_own_dates_that_are_never_red(fristen: Callable[..., AppTest]) -> None:
    at = fristen(jahr="2024")
    assert "3 Pflichten: 1 überfällig, 2 erfüllt." in texte(at)
    mitgeteilt = "Mitgeteilt am 05.05.2024, 5 Tage nach dem 30.04.2024."
    assert [z["Beleg"] for z in tafel(at, "Stand")][1] == mitgeteilt
    termin = next(t for t in texte(at) if "Liste prüfen" in t and "01.02." in t)

    assert "überfällig" not in termin
    assert "Eintragen" in ueberschriften(at)


def test_contradictions_norms_and_words_stand_below(fristen: Callable[..., AppTest]) -> None:
    at = fristen(jahr="2024")
    assert ueberschriften(at) == [
        "Die Tage, an denen 2024 etwas fällig war",
        "Pflichten 2024, das Dringende zuerst",
        "Noch nicht für außen freigegeben: eine Pflicht",
        "Bei einer Frage sagen die Quellen Verschiedenes",
        "Was wann geliefert wird",
        "Rechtsgrundlagen: 1 gelesen, 1 zu prüfen",
    ]
    assert [str(s.value) for s in at.subheader] == ["Wie oft tagt die Runde?"]
    assert "- **§ 5:** „mindestens (so) zweimal“\n- **Anlage 2:** „1 - 2x“" in texte(at)
    assert "Beides bleibt." in texte(at)
    assert [(z["Fassung"], z["Quelle"]) for z in tafel(at, "Vorschrift")] == [
        ("bis 31.12.2023", "Quelle gelesen: Amtsblatt"),
        ("k. A.", "zu prüfen"),
    ]
    assert [z["Wort"].split(": ")[1].rstrip("]") for z in tafel(at, "Wort")] == [
        "überfällig",
        "widersprüchlich",
        "Rechtsstand prüfen",
        "kein Beleg",
        "offen",
        "erfüllt",
        "nicht anwendbar",
    ]
    assert tafel(at, "Wortlaut")[0]["Wortlaut"] == "„Wortlaut zu Runde tagt einmal“"


def test_rights_are_no_duty_and_name_their_last_day(fristen: Callable[..., AppTest]) -> None:
    at = fristen()
    assert "Rechte und Anregungen: keine Pflicht" in ueberschriften(at)
    assert tafel(at, "Letzter Tag") == [
        {"Was": "**Kündigung**", "Art": "Recht", "Letzter Tag": f"30.06.{JAHR}", "Wer": "beide Partner"}
        | {"Was eingetragen ist": "nicht freigegeben", "Klausel": "§ 12"}
    ]
    assert "Kündigung" not in str(tafel(at, "Stand"))


def test_the_year_is_chosen_in_the_link_and_an_unknown_one_gives_way(fristen: Callable[..., AppTest]) -> None:
    at = fristen(jahr="1999")
    assert hinweise(at) == [f"Zum Jahr „1999“ aus dem Link gibt es hier keine Pflichten. Sie sehen {JAHR}."]
    assert titel(at).startswith(f"{JAHR}: ")
    jahre = at.selectbox(key="fristen_jahr")
    assert jahre.options == [str(j) for j in range(JAHR + 1, 2022, -1)]
    at = jahre.set_value("2024").run()
    assert parameter(at)["jahr"] == "2024"
    assert titel(at) == "2024: eine Pflicht ist überfällig, eine ist nicht freigegeben"
    at = at.selectbox(key="fristen_jahr").set_value(str(JAHR + 1)).run()
    assert titel(at) == f"{JAHR + 1}: drei Pflichten stehen an"
    assert "einmalig" not in str(tafel(at, "Stand"))


def test_who_is_responsible_narrows_the_list_and_stays_with_the_session(fristen: Callable[..., AppTest]) -> None:
    at = fristen(jahr="2024")
    wahl = at.selectbox(key="fristen_zustaendig")
    assert wahl.options == ["alle", "Träger", "Kreis", "beide Partner", "Geschäftsführung", "Gremium"]
    at = wahl.set_value("gremium").run()
    assert titel(at) == "2024, Gremium: die eine gezeigte Pflicht ist erfüllt"
    assert [z["Pflicht"] for z in tafel(at, "Stand")] == ["**Runde tagt einmal**"]
    assert "zustaendig" not in str(parameter(at))
    at = at.selectbox(key="fristen_zustaendig").set_value("traeger").run()
    assert titel(at) == "2024, Träger: Wie es steht, ist nicht freigegeben"
    at = at.selectbox(key="fristen_zustaendig").set_value("geschaeftsfuehrung").run()
    assert titel(at) == "2024, Geschäftsführung: keine Pflicht"
    leer = "Für „Geschäftsführung“ ist 2024 keine Pflicht eingetragen. Wählen Sie unter „Zuständig“ alle."
    assert leer in texte(at)


@pytest.mark.usefixtures("klein")
def test_a_region_without_rules_says_so() -> None:
    at = oeffne("fristen", region=K, jahr="2024")
    assert not at.exception
    assert titel(at) == "Kleinkreis: noch keine Pflichten eingetragen"
    assert not at.table
    assert [s.key for s in at.selectbox] == ["wahl_region"]


def test_the_key_in_the_link_opens_the_forms(fristen: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    at = fristen(jahr="2024", zugang=zugangsschluessel())
    assert "Eintragen" in ueberschriften(at)
    assert "zugang" not in parameter(at)


def test_a_synthetic_proof_is_marked(fristen: Callable[..., AppTest]) -> None:
    beleg = {"gremium": RUNDE, "datum": date(2023, 10, 1), "status": "stattgefunden"}
    trage_ein({"sitzungen": [beleg]}, synthetisch=True)
    at = fristen(jahr="2023")
    (runde,) = [z for z in tafel(at, "Stand") if "Runde" in z["Pflicht"]]
    assert runde["Beleg"] == "2 Sitzungen, genannt ist mindestens 1: 18.09.2023, 01.10.2023. (synthetisch)"
    assert any("Belege der Vorführung sind synthetisch" in t for t in texte(at))
