"""The format `merkmale`: what is read, what is asked, what is refused and why."""

from datetime import date
from typing import Any

import pytest

from data_access.importing.lesen import Gelesen, lies, pruefe_art
from models.merkmale import MERKMALE
from tests.data_access.importing.werkzeug import REGISTER, arbeitsmappe, csv, gruende

KOPF = "merkmal;ags;zeitraum_von;zeitraum_bis;auspraegung;altersgruppe;geschlecht;wert;basis;quelle"
A, B, C, KREIS = "05978004", "05978008", "05978020", "05978"


def zeile(
    wert: str,
    ags: str = A,
    merkmal: str = "schwerbehinderte",
    von: str = "2023-12-31",
    bis: str = "2023-12-31",
    alter: str = "",
    geschlecht: str = "",
    auspraegung: str = "",
    basis: str = "",
    quelle: str = "IT.NRW",
) -> str:
    return ";".join((merkmal, ags, von, bis, auspraegung, alter, geschlecht, wert, basis, quelle))


def lese(*zeilen: str, kopf: str = KOPF, **angaben: Any) -> Gelesen:
    return lies(csv(kopf, *zeilen), "merkmale.csv", REGISTER, **angaben)


def eintraege(gelesen: Gelesen) -> list[tuple[Any, ...]]:
    assert gelesen.merkmale is not None, gelesen.befund
    return gelesen.merkmale.select("merkmal", "ags", "zeitraum_von", "alter_von", "alter_bis", "wert", "zeichen").rows()


def test_figures_signs_and_periods_are_read_as_they_stand() -> None:
    gelesen = lese(
        zeile("1205"),
        zeile(".", B, alter="0-17", geschlecht="w", auspraegung="Sehbehinderung", basis="zensus2022"),
        zeile("1.234,5 p".replace(".", ""), KREIS, "arbeitslose", von="01.01.2023", quelle="BA"),
        zeile("...", "05", "arbeitslose"),
    )
    tag = date(2023, 12, 31)
    assert eintraege(gelesen) == [
        ("schwerbehinderte", A, tag, 0, None, 1205, None),
        ("schwerbehinderte", B, tag, 0, 17, None, "."),
        ("arbeitslose", KREIS, date(2023, 1, 1), 0, None, 1234.5, None),
        ("arbeitslose", "05", tag, 0, None, None, "..."),
    ]
    befund = gelesen.befund
    assert (befund.profil, befund.zeilen, befund.zellen, befund.stichtage) == ("merkmale", 4, 4, ("2023-12-31",))
    assert befund.zeichen == {".": 1, "...": 1, "p": 1}
    assert befund.summen == {"gemeinde": {"schwerbehinderte": 1205}, "kreis": {"arbeitslose": 1234.5}}
    assert gelesen.quelle == "BA, IT.NRW"
    assert gelesen.merkmale is not None
    assert gelesen.merkmale["auspraegung"].to_list() == ["insgesamt", "Sehbehinderung", "insgesamt", "insgesamt"]


def test_optional_columns_may_be_missing_and_an_ars_becomes_its_ags() -> None:
    gelesen = lese(
        "schwerbehinderte;059780004004;2023-12-31;2023-12-31;7;q",
        kopf="merkmal;ags;zeitraum_von;zeitraum_bis;wert;quelle",
    )
    assert eintraege(gelesen) == [("schwerbehinderte", A, date(2023, 12, 31), 0, None, 7, None)]


@pytest.mark.parametrize(
    ("werte", "gelesen"),
    [
        (("1234,5", "7"), [1234.5, 7]),
        (("1234.5", "7"), [1234.5, 7]),
        (("1.205", "12,5"), [1205, 12.5]),
        (("1.205", "12.5"), [1.205, 12.5]),
        (("1.234.567", "1.205"), [1_234_567, 1205]),
        (("1 205", "(30)"), [1205, 30]),
    ],
)
def test_comma_and_point_are_decided_for_the_whole_column(werte: tuple[str, str], gelesen: list[float]) -> None:
    ergebnis = lese(zeile(werte[0]), zeile(werte[1], B))
    assert [e[5] for e in eintraege(ergebnis)] == gelesen


def test_a_point_without_proof_is_asked_about() -> None:
    offen = lese(zeile("1.205"))
    assert [f.schluessel for f in offen.befund.fragen] == ["tausenderpunkt_wert"]
    for antwort, wert in (("ja", 1205), ("nein", 1.205)):
        assert eintraege(lese(zeile("1.205"), antworten={"tausenderpunkt_wert": antwort}))[0][5] == wert


@pytest.mark.parametrize(
    ("zeilen", "grund"),
    [
        ([zeile("7", merkmal="schwerbehindert")], f"Möglich sind: {', '.join(MERKMALE)}."),
        ([zeile("7", merkmal="")], "Das Merkmal fehlt"),
        ([zeile("7", quelle="")], "Die Quelle fehlt"),
        ([zeile("")], "Der Wert fehlt"),
        ([zeile("-3")], "nicht negativ"),
        ([zeile("viele")], "Erlaubt sind Zahlen ab 0"),
        ([zeile("12,5"), zeile("12.5", B)], "trennt einmal das Komma und einmal der Punkt"),
        ([zeile("7", "05978099")], "Die Gemeinde 05978099 gibt es im Kreis 05978 nicht"),
        ([zeile("7", "057")], "5 Ziffern (Kreis) oder 2 Ziffern (Land)"),
        ([zeile("7", bis="2022-12-31")], "endet vor seinem Beginn"),
        ([zeile("7", von="")], "zweimal denselben Tag"),
        ([zeile("7"), zeile("7")], "dieselbe Aufgliederung wie Zeile 2. Bitte eine"),
        ([zeile("7"), zeile("9", alter="insgesamt")], "wie Zeile 2, aber einen anderen Wert"),
        ([zeile("7", quelle="q" * 201)], "länger als 200 Zeichen"),
        ([zeile("10"), zeile("10", geschlecht="m"), zeile("10", geschlecht="w")], "ergeben die Geschlechter 20, als"),
        ([zeile("10"), zeile("9", alter="0-17"), zeile("9", alter="18+")], "ergeben die Altersgruppen 18, als"),
        ([zeile("30", KREIS), zeile("20"), zeile("20", B)], "Für 05978 ergeben die Gemeinden 40, als Ganzes steht 30"),
    ],
)
def test_what_is_wrong_is_refused_with_the_reason(zeilen: list[str], grund: str) -> None:
    gelesen = lese(*zeilen)
    assert gelesen.befund.status == "abgelehnt"
    assert gelesen.merkmale is None
    assert grund in gruende(gelesen)


def test_parts_of_a_rounding_source_may_exceed_their_whole_by_its_rounding() -> None:
    """22711 rounds to 5: two parts and their whole may be off by 2 each."""
    assert lese(zeile("10"), zeile("10", geschlecht="m"), zeile("5", geschlecht="w")).befund.status == "ok"
    genau = [zeile(w, merkmal="arbeitslose", geschlecht=g) for w, g in (("10", ""), ("10", "m"), ("5", "w"))]
    assert lese(*genau).befund.status == "abgelehnt"


def test_overlapping_age_groups_and_other_sources_are_not_added_up() -> None:
    quer = [zeile("10"), zeile("9", alter="0-17"), zeile("9", alter="6-20")]
    assert lese(*quer).befund.status == "ok"
    assert lese(zeile("10"), zeile("90", quelle="andere")).befund.status == "ok"


def test_a_named_stichtag_or_basis_that_the_file_contradicts_is_refused() -> None:
    assert "in der Datei steht 2023-12-31" in gruende(lese(zeile("7"), stichtag=date(2022, 12, 31)))
    assert "Spalte „basis“" in gruende(lese(zeile("7"), basis="zensus2022"))


def test_a_workbook_is_read_like_a_csv_and_another_kind_is_named() -> None:
    inhalt = arbeitsmappe(
        m=[
            KOPF.split(";"),
            ["arbeitslose", A, date(2023, 1, 1), date(2023, 12, 31), None, None, None, 12.5, None, "BA"],
        ]
    )
    gelesen = lies(inhalt, "m.xlsx", REGISTER)
    assert [e[5] for e in eintraege(gelesen)] == [12.5]
    falsch = pruefe_art(gelesen, "einwohner")
    assert "mit der Art „merkmale“ einlesen" in gruende(falsch)
