"""The picture of four views: every answer has a mark with shape and letter, k. A. lies off the scale."""

import altair as alt
import pytest
import vl_convert

from analysis.gremien import zusammenarbeit as analyse
from presentation.charts.diagramm import Diagramm
from presentation.charts.vier_sichten import KOPF, OHNE_ANTWORT, Zeile, vier_sichten
from presentation.farben import MODI, Modus, palette
from presentation.texts import zusammenarbeit as texte
from tests.bewertungen import bewertungen, fragen

SEITEN = ("traeger", "kreis", "leistungserbringer", "selbstvertretung")


def _zeile(titel: str, antworten: str, bruch: str = "") -> Zeile:
    werte = [None if a == "-" else int(a) for a in antworten]
    return Zeile(titel, dict(zip(SEITEN, werte, strict=True)), bruch)


ZEILEN = (_zeile("1. Einig.", "3333"), _zeile("2. Weit auseinander.", "41-1", "neuer Wortlaut"))


def _bild(modus: Modus = "hell") -> Diagramm:
    return vier_sichten(ZEILEN, titel="Kreis, 2025", modus=modus, tabelle="Antworten in Worten")


def _daten(bild: Diagramm, feld: str) -> list[dict[str, object]]:
    return [z for ebene in bild.spec["layer"] for z in ebene["data"]["values"] if feld in z]


def test_every_side_has_one_mark_in_each_row_and_k_a_is_a_column_of_its_own() -> None:
    marken = [(z["zeichen"], z["form"], z["spalte"], z["platz"]) for z in _daten(_bild(), "zeichen")]
    assert marken == [
        ("T", "square", 3, -1.5),
        ("K", "diamond", 3, -0.5),
        ("L", "triangle-up", 3, 0.5),
        ("S", "circle", 3, 1.5),
        ("L", "triangle-up", OHNE_ANTWORT, 0.0),
        ("K", "diamond", 1, -0.5),
        ("S", "circle", 1, 0.5),
        ("T", "square", 4, 0.0),
    ]
    assert [(z["von"], z["bis"]) for z in _daten(_bild(), "von")] == [(3, 3), (1, 4)]
    assert _bild().spec["height"] > KOPF


def test_the_text_holds_every_answer_of_few_rows_and_names_the_table_for_many() -> None:
    assert _bild().alt == (
        "Vier Sichten: Kreis, 2025. 1. Einig: Träger trifft eher zu, Kreis trifft eher zu, Leistungserbringer trifft "
        "eher zu, Selbstvertretung trifft eher zu. 2. Weit auseinander: Träger trifft zu, Kreis trifft nicht zu, "
        "Leistungserbringer k. A., Selbstvertretung trifft nicht zu."
    )
    viele = vier_sichten(ZEILEN * 3, titel="Kreis, 2025", modus="hell", tabelle="Antworten in Worten")
    assert viele.alt.endswith("Alle Antworten stehen in der Tabelle „Antworten in Worten“.")


@pytest.mark.parametrize("modus", MODI)
def test_the_drawing_writes_words_letters_and_breaks(modus: Modus) -> None:
    spec = _bild(modus).spec
    alt.LayerChart.from_dict(spec)
    gezeichnet = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    for text in ("trifft eher nicht zu", "k. A.", "1. Einig.", "neuer Wortlaut", "S"):
        assert f">{text}<" in gezeichnet
    eigene = {z["strich"] for z in _daten(_bild(modus), "zeichen") if z["zeichen"] == "S"}
    assert eigene == {palette(modus).haupt}


def test_no_mark_speaks_english_to_a_screen_reader() -> None:
    marken = [teil["mark"] for ebene in _bild().spec["layer"] for teil in ebene["layer"]]
    assert marken
    assert all(marke["aria"] is False for marke in marken)


def _befund(werte: dict[int, dict[str, str]], jahr: int = 2025) -> analyse.Jahresbefund:
    return analyse.befund(analyse.antworten(fragen(), bewertungen(werte)), jahr)


@pytest.mark.parametrize(
    ("werte", "titel"),
    [
        (
            {"f1": "3333", "f2b": "4321", "f3": "2233"},
            "einig bei 1 von 3 Aussagen, am weitesten auseinander bei „Wünsche werden aufgenommen“",
        ),
        (
            {"f1": "31--", "f2b": "4-2-", "f3": "2233"},
            "bei keiner Aussage einig, am weitesten auseinander bei „BEI\\_NRW ist klar“ und "
            "„Wünsche werden aufgenommen“",
        ),
        (
            {"f1": "31--", "f2b": "4-2-", "f3": "--31"},
            "bei keiner Aussage einig, am weitesten auseinander bei „BEI\\_NRW ist klar“ und 2 weiteren",
        ),
        ({"f1": "3344"}, "bei keiner Aussage einig, nirgends mehr als eine Stufe auseinander"),
        ({"f1": "33--"}, "überall dieselbe Antwort, wo mindestens zwei Seiten geantwortet haben"),
        ({"f1": "-3--", "f3": "-2--"}, "bisher hat nur eine Seite geantwortet (Kreis)"),
        ({"f1": "3---", "f3": "-2--"}, "keine Aussage, zu der zwei Seiten geantwortet haben"),
        ({"f1": "----"}, "noch keine Antwort"),
    ],
)
def test_the_headline(werte: dict[str, str], titel: str) -> None:
    assert texte.jahrestitel(_befund({2025: werte})) == f"2025: {titel}"


def test_where_the_sides_differ_in_words() -> None:
    befund = _befund({2025: {"f1": "41-4", "f2b": "4332", "f3": "-31-"}})
    assert texte.abweichungen(befund) == [
        "Die Selbstvertretung sieht es anders bei „BEI\\_NRW ist klar“: Kreis trifft nicht zu, "
        "Selbstvertretung trifft zu (ebenso Träger).",
        "Die Selbstvertretung sieht es anders bei „Wünsche werden aufgenommen“: Träger trifft zu, "
        "Selbstvertretung trifft eher nicht zu.",
        "Weit auseinander bei „Das Verfahren ist barrierefrei“: Kreis trifft eher zu, "
        "Leistungserbringer trifft nicht zu.",
    ]
    assert texte.bildtitel(befund) == "Die Selbstvertretung sieht 2 Aussagen deutlich anders als eine andere Seite"
    assert texte.bildtitel(_befund({2025: {"f1": "41--"}})) == "Die Selbstvertretung hat noch nicht geantwortet"


def test_a_series_says_what_changed_or_why_it_cannot() -> None:
    alle = analyse.antworten(fragen(), bewertungen())
    eins, zwei, drei = (analyse.reihe(alle, n) for n in (1, 2, 3))
    assert texte.reihentitel(eins) == "Aussage 1, 2025 gegenüber 2024: Kreis günstiger, Leistungserbringer günstiger"
    assert texte.reihentitel(zwei) == "Aussage 2: 2024 so nicht beantwortet, also kein Vergleich mit dem Vorjahr"
    assert texte.reihentitel(drei) == "Aussage 3: keine Seite hat 2024 und 2025 geantwortet"
    assert [texte.seit(r[-1]) for r in (eins, zwei, drei)] == [
        "Kreis +1, Leistungserbringer +1",
        "kein Vergleich",
        "k. A.",
    ]
    assert texte.bruchsaetze(zwei) == [
        "Ab 2025 gilt ein anderer Wortlaut. Die Jahre davor sind damit nicht vergleichbar."
    ]
    assert [z["Jahr"] for z in texte.reihentafel(zwei)] == ["2024", "2025, neuer Wortlaut"]
    assert "Wortlaut" not in texte.reihentafel(eins)[0]
