"""The picture of two views: a disc and a square at their steps, the same in words beside them."""

import vl_convert

from presentation.charts.diagramm import Diagramm
from presentation.charts.stufenzeilen import TITELZEILE
from presentation.charts.zwei_sichten import KOPF, WORTPLATZ, ZEILE, Zeile, zwei_sichten
from presentation.farben import DUNKEL, HELL, Modus

ZEILEN = (
    Zeile("Assistenz in der Nacht", 7, 3),
    Zeile("Von der Schule in den Beruf", 4, 4),
    Zeile("Wohnen nach der Hilfe nach §§ 67 ff. SGB XII", 6, None),
    Zeile("Fahrten", None, 2),
)


def _bild(modus: Modus = "hell", anzahl: int = 4) -> Diagramm:
    return zwei_sichten((ZEILEN * 2)[:anzahl], titel="Zwei Sichten, LSP 2026", modus=modus, tabelle="Stufen in Worten")


def _daten(bild: Diagramm, feld: str) -> list[dict[str, object]]:
    return [z for ebene in bild.spec["layer"] for z in ebene["data"]["values"] if feld in z]


def test_each_side_that_rated_has_one_sign_at_its_step() -> None:
    assert [(z["form"], z["spalte"], z["zeichen"], z["platz"]) for z in _daten(_bild(), "form")] == [
        ("square", 7, "7", 0.0),
        ("circle", 3, "3", 0.0),
        ("square", 4, "4", -0.5),
        ("circle", 4, "4", 0.5),
        ("square", 6, "6", 0.0),
        ("circle", 2, "2", 0.0),
    ]
    assert [(z["von"], z["bis"]) for z in _daten(_bild(), "von")] == [(3, 7), (4, 4)]


def test_the_steps_stand_beside_in_words() -> None:
    worte = [z["schmal"] for z in _daten(_bild(), "schmal") if "mehr_schmal" not in z]
    assert worte == [
        "Verwaltung 7, Selbstvertretung 3",
        "Verwaltung 4, Selbstvertretung 4",
        "nur Verwaltung 6",
        "nur Selbstvertretung 2",
    ]
    assert _bild().alt == (
        "Zwei Sichten, LSP 2026. Assistenz in der Nacht: Verwaltung 7 (teilweise Entscheidungskompetenz), "
        "Selbstvertretung 3 (Information). Von der Schule in den Beruf: Verwaltung 4 (Anhörung), Selbstvertretung 4 "
        "(Anhörung). Wohnen nach der Hilfe nach §§ 67 ff. SGB XII: Verwaltung 6 (Mitbestimmung), Selbstvertretung "
        "nicht bewertet. Fahrten: Verwaltung nicht bewertet, Selbstvertretung 2 (Anweisung)."
    )
    assert _bild(anzahl=5).alt == "Zwei Sichten, LSP 2026. Alle Stufen stehen in der Tabelle „Stufen in Worten“."


def test_selbstvertretung_is_in_view_and_never_the_other_side() -> None:
    for modus, farben in (("hell", HELL), ("dunkel", DUNKEL)):
        farbe = {z["form"]: (z["fuellung"], z["strich"]) for z in _daten(_bild(modus), "form")}  # type: ignore[arg-type]
        assert farbe == {"circle": (farben.haupt, farben.haupt), "square": (farben.grund, farben.leise)}


def test_the_zone_has_a_name_and_no_side_stands_above_it() -> None:
    gezeichnet = vl_convert.vegalite_to_svg(_bild().spec, allowed_base_urls=[])
    kopf = gezeichnet[: gezeichnet.index("Assistenz in der Nacht")]
    assert "Mitbestimmung bis" in kopf
    assert "Entscheidungsmacht" in kopf
    assert "Verwaltung" not in kopf


def test_rows_take_equal_heights_on_a_desk_and_room_for_two_lines_on_a_phone() -> None:
    bild = _bild()
    gleich = [z["gleich"] for z in _daten(bild, "mehr_schmal")]
    assert bild.spec["height"] == KOPF + 4 * ZEILE + TITELZEILE
    assert {b - a for a, b in zip(gleich, gleich[1:], strict=False)} == {(4 * ZEILE + TITELZEILE) / 4}  # type: ignore[operator]
    assert bild.spec["width"] / 3 > WORTPLATZ
