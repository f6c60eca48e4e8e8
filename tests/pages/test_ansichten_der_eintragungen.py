"""The views of Gremien, Zusammenarbeit, Fristen, Beteiligung: what leaves by a link is what a reader sees."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import fastexcel
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from analysis.messen import Gedaechtnis
from presentation.ansichten import verzeichnis
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.diagramm import bemerkungen
from presentation.exports.bogendatei import FORMATE
from presentation.exports.umstand import Umstand
from presentation.texts.klartext import klartext
from tests.bewertungen import NEU, lege_bewertungen_an
from tests.fristenkreis import PFLICHTEN, K, lege_pflichten_an
from tests.gremien import ALT, REGISTER, RUNDE, S2023, S2024, SITZUNGEN, lege_gremien_an, trage_ein
from tests.installation import recht
from tests.pages.seiten import oeffne, tafel, texte, ueberschriften
from tests.pages.test_beteiligung import STUFEN
from tests.pages.test_fristen import BELEGE

pytestmark = pytest.mark.usefixtures("klein")

HEUTE = date(2026, 1, 15)
UMSTAND = Umstand(datetime(2026, 1, 15, 12, tzinfo=UTC))


def bogen(s: Stelle, heute: date = HEUTE) -> Bogen:
    return verzeichnis.bogen(s, Gedaechtnis(), heute=heute)


def vom_link(seite: str, art: str, heute: date = HEUTE, **parameter: str) -> Bogen:
    return bogen(stelle(seite, {"region": [K]} | {n: [w] for n, w in parameter.items()}, art), heute)


def worte(zeilen: list[dict[str, Any]]) -> tuple[dict[str, str], ...]:
    """Rows of a page without the marks of the screen."""
    return tuple({spalte: klartext(str(wert)) for spalte, wert in z.items()} for z in zeilen)


def alles(b: Bogen) -> str:
    """Every file of a view that is text, as one."""
    return "\n".join(FORMATE[f].schreibe(b, UMSTAND).decode() for f in ("svg", "csv", "csv-excel"))


def test_each_view_is_what_its_page_shows_and_its_link_leads_back_to_it() -> None:
    lege_gremien_an()
    lege_bewertungen_an()
    trage_ein(STUFEN)
    gremien = oeffne("gremien", region=K, gremium=RUNDE)
    zusammenarbeit = oeffne("gremien", region=K, ansicht="zusammenarbeit", aussage="1")
    beteiligung = oeffne("beteiligung", region=K, jahr="alle")
    orte: list[tuple[AppTest, Bogen, str]] = [
        (gremien, vom_link("gremien", "plaetze", gremium=RUNDE), "davon gesprochen"),
        (gremien, vom_link("gremien", "anwesende", gremium=RUNDE), "insgesamt"),
        (gremien, vom_link("gremien", "jahre", gremium=RUNDE), "geplant"),
        (zusammenarbeit, vom_link("gremien", "antworten", ansicht="zusammenarbeit"), "Abstand"),
        (beteiligung, vom_link("beteiligung", "plaetze", jahr="alle"), "Stellvertretung"),
        (beteiligung, vom_link("beteiligung", "stufen", jahr="alle"), "Begründung"),
    ]
    for at, b, spalte in orte:
        assert not at.exception
        assert b.tafel().zeilen == worte(tafel(at, spalte)), b.art
        assert b.befund in ueberschriften(at)
        wieder = bogen(b.stelle)
        assert (wieder.stelle, wieder.tafel(), wieder.stamm) == (b.stelle, b.tafel(), b.stamm)
        assert wieder.werte().rahmen.equals(b.werte().rahmen)
    reihe = vom_link("gremien", "aussage", ansicht="zusammenarbeit", aussage="1")
    assert reihe.befund in ueberschriften(zusammenarbeit)
    assert reihe.stelle.pfad == "/gremien?region=kleinkreis&ansicht=zusammenarbeit&bewertungsjahr=2025&aussage=1"
    assert [z["Selbstvertretung"] for z in reihe.tafel().zeilen] == ["k. A.", "k. A."]
    assert "2. " + NEU in vom_link("gremien", "antworten").tafel().zeilen[1].values()


def test_what_is_not_known_has_no_number_in_frame_or_chart() -> None:
    lege_gremien_an()
    b = vom_link("gremien", "anwesende", gremium=RUNDE)
    zeilen = {(z["sitzung"], z["gruppe"]): z for z in b.werte().rahmen.iter_rows(named=True)}
    assert [zeilen[S2023, g]["wert"] for g in ("selbstvertretung", "oertl_traeger", "insgesamt")] == [None, None, 20]
    assert zeilen[S2023, "selbstvertretung"]["status"] == "keine_angabe"
    assert [zeilen[S2024, g]["wert"] for g in ("selbstvertretung", "leistungserbringer", "insgesamt")] == [2, 6, 12]
    assert b.zeichen == (("k. A.", "keine Angabe: nicht bekannt. 0 heißt: niemand."),)
    reihen = b.reihen()
    assert reihen is not None
    assert reihen.art == "balken"
    assert reihen.kategorien == ("Selbstvertretung", "Leistungserbringer", "Kreis (örtlicher Träger)")
    assert [(r.name, r.werte, r.worte) for r in reihen.reihen] == [
        ("18.09.2023", (None, None, None), ("k. A.", "k. A.", "k. A.")),
        ("23.09.2024", (2.0, 6.0, 4.0), ("2", "6", "4")),
    ]
    jahre = vom_link("gremien", "jahre", gremium=RUNDE).reihen()
    assert jahre is not None
    assert (jahre.art, jahre.kategorien) == ("stapel", ("2023", "2024", "2025"))
    assert [(r.name, r.werte) for r in jahre.reihen] == [("fand statt", (1, 1, 0)), ("geplant", (0, 0, 1))]
    assert vom_link("gremien", "plaetze", gremium=RUNDE).reihen() is None


def test_a_lower_bound_is_never_written_as_the_number() -> None:
    lege_gremien_an()
    fehlt = {"gremium": RUNDE, "datum": S2024, "gruppe": "kommune", "organisation": "Stadt Altdorf", "anwesend": 1}
    trage_ein({"teilnahmen": [fehlt]})
    b = vom_link("gremien", "anwesende", gremium=RUNDE)
    kommune = b.werte().rahmen.filter(pl.col("gruppe") == "kommune", pl.col("sitzung") == S2024).row(0, named=True)
    assert (kommune["wert"], kommune["mindestens"], kommune["status"]) == (None, 1, "mindestens")
    assert b.zeichen[0] == ("ab", "mindestens so viele. Von einem Teil der Anwesenden fehlt die Zahl.")
    reihen = b.reihen()
    assert reihen is not None
    stelle_ = reihen.kategorien.index("Städte und Gemeinden")
    assert (reihen.reihen[1].werte[stelle_], reihen.reihen[1].worte[stelle_]) == (None, "ab 1")


def test_seats_are_numbers_only_where_the_register_has_one() -> None:
    lege_gremien_an()
    b = vom_link("gremien", "plaetze", gremium=RUNDE)
    assert b.befund == "Selbstvertretung: 2 von 3 Plätzen besetzt"
    assert b.stamm == "gremien_runde_kleinkreis_2023-2024_plaetze"
    plaetze = b.werte().rahmen.filter(was="plaetze_vereinbart").select("gruppe", "wert", "status").rows()
    assert plaetze == [
        ("selbstvertretung", 3, "gezeigt"),
        ("leistungserbringer", None, "keine_angabe"),
        ("oertl_traeger", 4, "gezeigt"),
    ]
    fuss = dict(b.fuss)
    assert fuss["Quelle"] == "Register der Gremien und Sitzungen, eingetragen in Sozialraumblick. Genannt ist: § 5."
    assert fuss["Stand"] == "wie am 15.01.2026 eingetragen, letzte Sitzung 23.09.2024"
    assert " ".join(bemerkungen(b.diagramme("druck"))).startswith("Gefüllt: anwesend. Ring: Platz vereinbart, leer.")
    assert "Anwesend heißt nicht: mitentschieden." in dict(b.werte().erklaerung)["Bedeutung"]


def test_synthetic_meetings_mark_every_file_and_its_name() -> None:
    trage_ein(REGISTER)
    trage_ein(SITZUNGEN, synthetisch=True)
    for b in (vom_link("gremien", "jahre", gremium=RUNDE), vom_link("beteiligung", "plaetze", jahr="alle")):
        assert b.synthetisch
        assert b.stamm.endswith("_synthetische-daten")
        assert b.werte().erklaerung[0] == ("Hinweis", "Vorführung mit synthetischen Daten")
        assert "Hinweis: Vorführung mit synthetischen Daten" in FORMATE["svg"].schreibe(b, UMSTAND).decode()


def fristen(offen: bool = True) -> AppTest:
    """The page on 2024. `offen`: with the field of the files open."""
    at = oeffne("fristen", region=K, jahr="2024")
    if offen:
        at.session_state["mitnehmen_fristen_jahresstreifen"] = True
        at = at.run()
    assert not at.exception
    return at


def test_files_about_duties_hold_what_everybody_may_see(monkeypatch: pytest.MonkeyPatch) -> None:
    lege_pflichten_an()
    trage_ein(BELEGE)
    b = vom_link("fristen", "jahresstreifen", jahr="2024")
    leser = fristen()
    assert b.befund in ueberschriften(leser)
    assert b.tafel().zeilen[::2] == worte(tafel(leser, "Stand"))
    assert [(z["Stand"], z["Pflicht"], z["Beleg"]) for z in b.tafel().zeilen[1:2]] == [
        ("nicht freigegeben", "Anzahl mitteilen, für 2023", "nicht freigegeben")
    ]
    assert b.werte().rahmen.select("regel", "Stand", "Erledigt am").rows() == [
        ("R08", "überfällig", None),
        ("R10", "nicht freigegeben", None),
        ("R01", "erfüllt", S2024),
    ]
    assert "Die Dateien zeigen" not in str(texte(leser))
    monkeypatch.setattr("presentation.ui.daten.zugang.schreibrecht", recht)
    schreiber = fristen()
    assert "05.05.2024" in str(tafel(schreiber, "Stand"))
    nur_aussen = "Die Dateien zeigen nur, was alle sehen dürfen: keine eigenen Termine"
    assert any(nur_aussen in t for t in texte(schreiber))
    schreiber = schreiber.selectbox(key="fristen_zustaendig").set_value("kreis").run()
    assert any("Die Dateien zeigen alle Zuständigen, nicht nur: Kreis." in t for t in texte(schreiber))
    for geheim in ("05.05.2024", "2024-05-05", "Liste prüfen", "01.02."):
        assert geheim not in alles(b)
        assert geheim not in str(b.diagramme("hell"))


def test_a_picture_of_own_dates_alone_is_not_taken_along(monkeypatch: pytest.MonkeyPatch) -> None:
    ohne_tag = [pflicht for pflicht in PFLICHTEN["pflichten"] if pflicht["rule"] == "R16"]
    trage_ein(REGISTER, {"pflichten": ohne_tag}, {"termine": [BELEGE["termine"][0] | {"datum": HEUTE}]})
    monkeypatch.setattr("presentation.ui.daten.zugang.schreibrecht", recht)
    at = oeffne("fristen", region=K, jahr=str(HEUTE.year))
    assert not at.exception
    assert any("Mitnehmen lässt sich dieses Bild nicht" in t for t in texte(at))
    with pytest.raises(KeineAnsicht, match="nichts eingetragen, was sich zeichnen lässt"):
        vom_link("fristen", "jahresstreifen", jahr=str(HEUTE.year))


@pytest.mark.parametrize(
    ("seite", "art", "parameter", "satz"),
    [
        (
            "gremien",
            "plaetze",
            {"gremium": "gibtsnicht"},
            "Das Gremium „gibtsnicht“ aus dem Link gibt es in Kleinkreis",
        ),
        ("gremien", "plaetze", {"gremium": ALT}, "Zu diesem Link ist zurzeit nichts eingetragen"),
        ("gremien", "antworten", {}, "Die Zusammenarbeit ist in Kleinkreis noch nicht bewertet."),
        ("gremien", "kreis", {}, "Die gemeinte Ansicht gibt es auf der Seite „Gremien“ nicht."),
        ("fristen", "jahresstreifen", {"jahr": "1999"}, "Zum Jahr „1999“ aus dem Link gibt es hier keine Pflichten."),
        ("beteiligung", "plaetze", {"jahr": "1999"}, "Für „1999“ aus dem Link ist keine Sitzung eingetragen"),
        ("beteiligung", "stufen", {"thema": "mond"}, "Das Thema „mond“ aus dem Link gibt es hier nicht."),
        ("beteiligung", "stufen", {}, "Zu diesem Link ist zurzeit nichts eingetragen"),
    ],
)
def test_a_link_to_nothing_says_why(seite: str, art: str, parameter: dict[str, str], satz: str) -> None:
    lege_pflichten_an()
    with pytest.raises(KeineAnsicht, match=satz.replace("?", r"\?")) as grund:
        vom_link(seite, art, **parameter)
    assert "Sie sehen" not in str(grund.value)


def test_an_unknown_year_of_answers_names_those_there_are() -> None:
    lege_bewertungen_an()
    with pytest.raises(
        KeineAnsicht, match="„1999“ aus dem Link gibt es in dieser Region nicht. Möglich sind: 2025, 2024"
    ):
        vom_link("gremien", "antworten", bewertungsjahr="1999")
    with pytest.raises(KeineAnsicht, match="Möglich sind: Reihenfolge der Aussagen, größter Abstand zuerst"):
        vom_link("gremien", "antworten", ordnung="x")
    with pytest.raises(KeineAnsicht, match="Die Aussage „9“ aus dem Link"):
        vom_link("gremien", "aussage", aussage="9")


def test_what_people_typed_is_only_text_in_every_file() -> None:
    lege_gremien_an()
    titel = '=HYPERLINK("http://x")<script>'
    trage_ein(
        {
            "gremien": [REGISTER["gremien"][1] | {"kurz": "@Runde & Co", "name": "=1+1"}],
            "tops": [STUFEN["tops"][0] | {"titel": titel, "begruendung": "@SUMME(A1)"}],
        }
    )
    b = vom_link("beteiligung", "stufen", jahr="2024")
    excel = list(
        csv.DictReader(io.StringIO(FORMATE["csv-excel"].schreibe(b, UMSTAND).decode("utf-8-sig")), delimiter=";")
    )
    assert (excel[0]["titel"], excel[0]["gremium"], excel[0]["begruendung"]) == (
        f"'{titel}",
        "'@Runde & Co",
        "'@SUMME(A1)",
    )
    xlsx = FORMATE["xlsx"].schreibe(b, UMSTAND)
    blatt = fastexcel.read_excel(xlsx).load_sheet("Werte", header_row=3).to_polars()
    assert (blatt["titel"][0], blatt["begruendung"][0]) == (titel, "@SUMME(A1)")
    with zipfile.ZipFile(io.BytesIO(xlsx)) as mappe:
        assert not any(b"<f>" in mappe.read(n) for n in mappe.namelist())
    svg = FORMATE["svg"].schreibe(b, UMSTAND).decode()
    assert "<script" not in svg
    assert "=HYPERLINK" in svg
    assert "=1+1" in FORMATE["svg"].schreibe(vom_link("gremien", "plaetze", gremium=RUNDE), UMSTAND).decode()
