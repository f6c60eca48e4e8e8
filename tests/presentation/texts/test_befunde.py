"""Every kind of sentence, word by word: none claims more than was judged."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from analysis.ganzes import beim_namen, ganzes
from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Entwicklung, Messung, gegen_kreis
from data_access.register import als_region
from presentation.texts import befunde

H, N, U, K = Unterschied.HOEHER, Unterschied.NIEDRIGER, Unterschied.UNSICHER, Unterschied.KEIN_VERGLEICH

REGION = als_region("05978", "Kreis Unna")
UNNA = beim_namen(REGION, ganzes(REGION))


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


ZAHL, RATE, ANTEIL, EINWOHNER = (
    satz(s) for s in ("lb_awf", "besondere_wohnform", "ambulantisierungsquote", "einwohner")
)


def messung(wert: float | None, jahr: int = 2024, status: str = "gezeigt", **felder: object) -> Messung:
    """An exact value; `von`, `bis`, `unten`, `oben` as given."""
    fertig = Messung("a", "Altdorf", date(jahr, 12, 31), wert, wert, wert, wert, wert, status, None, None, "")
    return replace(fertig, **felder)  # type: ignore[arg-type]


def rund(wert: float, jahr: int = 2024, rand: int = 4) -> Messung:
    return messung(wert, jahr, "geschuetzt", von=max(0, wert - rand), bis=wert + rand)


def entwicklung(jetzt: Messung, frueher: Messung | None, urteil: Unterschied = U) -> Entwicklung:
    return Entwicklung(jetzt, frueher, urteil if frueher else K)


GEHEIM = messung(None, status="geschuetzt")


@pytest.mark.parametrize(
    ("wert", "kennzahl_", "text"),
    [
        (messung(1804), ZAHL, "1.804"),
        (rund(37), ZAHL, "rund 37"),
        (rund(0), ZAHL, "0 bis 4"),
        (rund(5), ZAHL, "1 bis 9"),
        (messung(5.42), RATE, "5,4"),
        (GEHEIM, RATE, "geschützt"),
        (messung(65.16), ANTEIL, "65,2\u00a0%"),
        (GEHEIM, ANTEIL, "geschützt"),
        (messung(None, status="keine_angabe"), RATE, "k. A."),
        (messung(None, status="nicht_anwendbar", nenner=0), RATE, "0 Einwohner"),
        (messung(None, status="nicht_geliefert"), ZAHL, "liegt nicht vor"),
        (messung(393063), EINWOHNER, "393.063"),
    ],
)
def test_a_value_reads_as_honest_as_it_is(wert: Messung, kennzahl_: Kennzahl, text: str) -> None:
    assert befunde.betrag(wert, kennzahl_) == text


@pytest.mark.parametrize(
    ("namen", "text"),
    [([], ""), (["Selm"], "Selm"), (["Selm", "Werne"], "Selm und Werne"), (["A", "B", "C"], "A, B und C")],
)
def test_names_are_listed_in_german(namen: list[str], text: str) -> None:
    assert befunde.aufzaehlung(namen) == text


WOHNT = "Menschen mit Assistenz außerhalb besonderer Wohnformen"


@pytest.mark.parametrize(
    ("stand", "text"),
    [
        (None, "Selm: keine Zahlen zu „Außerhalb besonderer Wohnformen“ an diesem Stichtag"),
        (entwicklung(messung(1804), None), f"Selm: 1.804 {WOHNT}"),
        (entwicklung(messung(1804), messung(1632, 2021), H), f"Selm: 1.804 {WOHNT}, mehr als 2021 (1.632)"),
        (entwicklung(messung(1500), messung(1632, 2021), N), f"Selm: 1.500 {WOHNT}, weniger als 2021 (1.632)"),
        (entwicklung(rund(37), rund(33, 2021), U), f"Selm: rund 37 {WOHNT}, 2021 waren es rund 33"),
        (entwicklung(rund(5), rund(0, 2021), U), f"Selm: 1 bis 9 {WOHNT}, 2021 waren es 0 bis 4"),
        (
            entwicklung(messung(1804), messung(1632, stichtag=date(2021, 6, 30)), H),
            f"Selm: 1.804 {WOHNT}, mehr als am 30.06.2021 (1.632)",
        ),
    ],
)
def test_the_headline_of_an_area(stand: Entwicklung | None, text: str) -> None:
    assert befunde.ueberschrift("Selm", stand, ZAHL) == text


@pytest.mark.parametrize(("urteil", "jetzt"), list(product((U, K), (1, 1804, 10**6))))
def test_more_and_fewer_stand_only_where_it_is_sure(urteil: Unterschied, jetzt: int) -> None:
    stand = Entwicklung(messung(jetzt), messung(100, 2021), urteil)
    texte = " ".join(
        (befunde.ueberschrift("Selm", stand, ZAHL), befunde.sicherheit(stand, ZAHL), befunde.sicherheit(stand, RATE))
    )
    assert "mehr" not in texte
    assert "weniger" not in texte


@pytest.mark.parametrize(
    ("stand", "kennzahl_", "text"),
    [
        (None, ZAHL, ""),
        (entwicklung(messung(10), None), ZAHL, ""),
        (entwicklung(messung(1804), messung(1632, 2021)), ZAHL, "+172 seit 2021"),
        (entwicklung(messung(1500), messung(1632, 2021)), ZAHL, "−132 seit 2021"),
        (entwicklung(messung(1632), messung(1632, 2021)), ZAHL, "unverändert seit 2021"),
        (entwicklung(rund(40), rund(30, 2021)), ZAHL, "rund +10 seit 2021"),
        (entwicklung(messung(40), rund(30, 2021)), ZAHL, "rund +10 seit 2021"),
        (entwicklung(rund(40), rund(40, 2021)), ZAHL, "ohne sichtbare Veränderung seit 2021"),
        (entwicklung(rund(5), rund(0, 2021)), ZAHL, ""),
        (entwicklung(rund(40), rund(5, 2021)), ZAHL, ""),
        (entwicklung(messung(5.41), messung(5.0, 2021)), RATE, "+0,4 seit 2021"),
        (entwicklung(messung(65.2), messung(60.0, 2021)), ANTEIL, "+5,2 Punkte seit 2021"),
        (entwicklung(messung(65.2), messung(65.21, 2021)), ANTEIL, "unverändert seit 2021"),
    ],
)
def test_the_change_as_a_badge(stand: Entwicklung | None, kennzahl_: Kennzahl, text: str) -> None:
    assert befunde.veraenderung(stand, kennzahl_) == text


VORJAHR = messung(90, 2021)


@pytest.mark.parametrize(
    ("stand", "kennzahl_", "text"),
    [
        (None, ZAHL, ""),
        (entwicklung(messung(10, 2021), None), ZAHL, "Vor 2021 nicht vergleichbar."),
        (entwicklung(messung(10, 2024), None), ZAHL, "Kein früherer Stichtag ist vergleichbar."),
        (entwicklung(messung(10), None), EINWOHNER, "Kein früherer Stichtag ist vergleichbar."),
        (entwicklung(messung(95), VORJAHR, U), ZAHL, "Gegenüber 2021 im Bereich üblicher Zufallsschwankung."),
        (entwicklung(messung(95), VORJAHR, H), ZAHL, "Gegenüber 2021 mehr als übliche Zufallsschwankung."),
        (entwicklung(messung(85), VORJAHR, N), RATE, "Gegenüber 2021 mehr als übliche Zufallsschwankung."),
        (
            entwicklung(rund(94), VORJAHR, U),
            ZAHL,
            "Gegenüber 2021: Die Veränderung liegt im Bereich der Rundung und ist nicht aussagekräftig.",
        ),
        (
            entwicklung(rund(95), VORJAHR, U),
            ZAHL,
            "Gegenüber 2021 im Bereich üblicher Zufallsschwankung und der Rundung.",
        ),
        (
            entwicklung(messung(95), rund(90, 2021), H),
            ZAHL,
            "Gegenüber 2021 mehr als übliche Zufallsschwankung und Rundung.",
        ),
        (entwicklung(messung(95), VORJAHR, K), ZAHL, ""),
        (entwicklung(messung(95), VORJAHR, H), EINWOHNER, ""),
        (entwicklung(messung(90), VORJAHR, U), EINWOHNER, ""),
    ],
)
def test_how_sure_a_development_is(stand: Entwicklung | None, kennzahl_: Kennzahl, text: str) -> None:
    assert befunde.sicherheit(stand, kennzahl_) == text


def gebiet(name: str, wert: float | None, rand: float = 1.0) -> Messung:
    if wert is None:
        return messung(None, status="geschuetzt", name=name, gebiet=name)
    return messung(wert, name=name, gebiet=name, unten=wert - rand, oben=wert + rand)


@pytest.mark.parametrize(
    ("gebiete", "text"),
    [
        ([gebiet("A", None)], "Für kein Gebiet kann ein Wert gezeigt werden"),
        ([gebiet("A", 10.5), gebiet("B", None)], "Kein Gebiet unterscheidet sich sicher vom Kreis Unna"),
        ([gebiet("A", 20), gebiet("B", 10)], "A über dem Kreis Unna"),
        ([gebiet("A", 1), gebiet("B", 2)], "A und B unter dem Kreis Unna"),
        ([gebiet("A", 20), gebiet("B", 30), gebiet("C", 1)], "B und A über dem Kreis Unna, C darunter"),
        (
            [*(gebiet(n, 20 + i) for i, n in enumerate("ABCD")), gebiet("E", 1)],
            "4 Gemeinden über dem Kreis Unna, E darunter",
        ),
    ],
)
def test_areas_against_the_kreis(gebiete: list[Messung], text: str) -> None:
    vergleich = gegen_kreis(gebiete, gebiet("Kreis", 10))
    assert befunde.gebiete_gegen_kreis(vergleich, RATE, UNNA, "Gemeinden") == text


def test_without_a_value_of_the_kreis_no_area_differs_from_it() -> None:
    ohne = gegen_kreis([gebiet("A", 20)], None)
    assert befunde.gebiete_gegen_kreis(ohne, RATE, UNNA, "Gemeinden") == (
        "Kein Gebiet unterscheidet sich sicher vom Kreis Unna"
    )


@pytest.mark.parametrize(
    ("gebiete", "text"),
    [
        ([gebiet("A", 20), gebiet("B", 10)], "Die meisten in A (20)"),
        ([gebiet("A", 20), gebiet("B", 18), gebiet("C", 10)], "Die meisten in A (20) und B (18)"),
        (
            [gebiet(n, 20 - i / 2, 2.0) for i, n in enumerate("ABCD")],
            "Kein Gebiet hebt sich sicher ab; größte Zahl in A (20)",
        ),
    ],
)
def test_the_area_with_the_most_people_is_named_with_those_beside_it(gebiete: list[Messung], text: str) -> None:
    """Counts are not compared with the Kreis: that would compare sizes."""
    assert befunde.gebiete_gegen_kreis(gegen_kreis(gebiete, gebiet("Kreis", 99)), ZAHL, UNNA, "x") == text


def test_the_line_under_the_headline() -> None:
    tag = date(2024, 12, 31)
    assert befunde.unterzeile(satz("lb_bwf"), "Selm", "herkunft", tag) == (
        "Leistungsberechtigte in besonderer Wohnform, Selm, nach Herkunft der Menschen, am 31.12.2024"
    )
    assert befunde.unterzeile(satz("lb_bwf"), "Selm", "leistungsort", tag, "Nord und Süd") == (
        "Leistungsberechtigte in besonderer Wohnform, Selm, nach Ort der Leistung, am 31.12.2024. "
        "Planungsräume: Nord und Süd"
    )
    assert befunde.unterzeile(EINWOHNER, "Selm", "herkunft", tag) == (
        "Einwohnerinnen und Einwohner, Selm, am 31.12.2024"
    )


KREIS = gebiet("Kreis", 5.0)


@pytest.mark.parametrize(
    ("eigene", "kennzahl_", "text"),
    [
        (
            messung(None, status="nicht_anwendbar", nenner=0),
            RATE,
            "Hier wohnt niemand. Eine Zahl je 1.000 Einwohner gibt es deshalb nicht.",
        ),
        (
            messung(None, status="nicht_geliefert"),
            RATE,
            "Für diesen Stichtag liegt keine veröffentlichte Lieferung vor.",
        ),
        (
            messung(None, status="keine_angabe"),
            RATE,
            "Zu diesem Stichtag fehlen die Einwohner dieser Altersgruppe. Es wird kein anderes Jahr eingesetzt.",
        ),
        (
            replace(gebiet("A", 8.0), nenner=1234),
            RATE,
            "**rund 37 Personen** bei 1.234 Einwohnern ab 18 Jahren. "
            "**Über** dem Kreis (5,0), mehr als übliche Zufallsschwankung.",
        ),
        (
            replace(gebiet("A", 2.0), nenner=1234),
            RATE,
            "**rund 37 Personen** bei 1.234 Einwohnern ab 18 Jahren. "
            "**Unter** dem Kreis (5,0), mehr als übliche Zufallsschwankung.",
        ),
        (
            replace(gebiet("A", 5.5), nenner=1234),
            RATE,
            "**rund 37 Personen** bei 1.234 Einwohnern ab 18 Jahren. Vom Kreis (5,0) nicht sicher zu unterscheiden.",
        ),
        (
            messung(None, status="geschuetzt", nenner=1234),
            RATE,
            "**rund 37 Personen** bei 1.234 Einwohnern ab 18 Jahren. "
            "Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher.",
        ),
        (
            messung(None, status="geschuetzt"),
            ANTEIL,
            "**rund 37 Personen**. Für weniger als 20 Personen zeigen wir keinen Anteil: Er wäre zu unsicher.",
        ),
        (rund(37), ZAHL, ""),
    ],
)
def test_the_sentence_about_one_area(eigene: Messung, kennzahl_: Kennzahl, text: str) -> None:
    assert befunde.gebietssatz(eigene, rund(37), KREIS, kennzahl_, k=5) == text


@pytest.mark.parametrize(
    ("jetzt", "kennzahl_", "text"),
    [
        (messung(1804), ZAHL, "2024: 1.804 Personen"),
        (rund(0), ZAHL, "2024: 0 bis 4 Personen"),
        (messung(5.42), RATE, "2024: 5,4 je 1.000 Einwohner ab 18 Jahren"),
        (GEHEIM, RATE, "2024: geschützt"),
        (messung(65.16), ANTEIL, "2024: 65,2\u00a0%"),
        (messung(None, status="keine_angabe"), RATE, "2024: k. A."),
        (messung(None, status="nicht_geliefert", stichtag=date(2024, 6, 30)), ZAHL, "30.06.2024: liegt nicht vor"),
    ],
)
def test_the_finding_over_the_trend(jetzt: Messung, kennzahl_: Kennzahl, text: str) -> None:
    assert befunde.verlaufstitel(jetzt, kennzahl_) == text
