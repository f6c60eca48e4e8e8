"""What leaves the house: `export` in every format and `flows`, from the command line."""

import io
import json
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl
import pytest
from typer.testing import CliRunner

from cli import app
from data_access import abfragen, schreiben
from tests.installation import ALTDORF, BERG, CELL, DORN, EINWOHNER, FORST, JETZT, KREIS, NAMEN, kleinkreis, recht

SPALTEN = (
    "kennzahl;raumprinzip;einteilung;ebene;gebiet;name;stichtag;altersgruppe;geschlecht;wert;von;bis;status;zaehler;"
    "nenner;basis"
)
STROEME = "kennzahl;stichtag;herkunft;leistungsort;wert;von;bis;status"


def fuehre_aus(ordner: Path, *teile: object, code: int = 0, name: str = "aus.csv") -> bytes:
    ziel = ordner.parent / name
    ergebnis = CliRunner().invoke(app, [*map(str, teile), "--out", str(ziel)])
    assert ergebnis.exit_code == code, ergebnis.output
    return ziel.read_bytes() if code == 0 else ergebnis.stdout.encode()


def exportiere(
    ordner: Path, kennzahl: str, *teile: object, ebene: str = "gemeinde", format_: str = "csv", code: int = 0
) -> bytes:
    fest = ("export", kennzahl, "--region", "kleinkreis", "--ebene", ebene, "--format", format_)
    return fuehre_aus(ordner, *fest, *teile, code=code)


def zeilen(inhalt: bytes) -> list[dict[str, str]]:
    """A CSV as it stands in the file: everything as text."""
    kopf, *rest = inhalt.decode().splitlines()
    return [dict(zip(kopf.split(";"), zeile.split(";"), strict=True)) for zeile in rest]


def test_machine_csv_has_the_columns_of_the_contract_and_nothing_excel_needs(gefuellt: Path) -> None:
    inhalt = exportiere(gefuellt, "besondere_wohnform", "--jahr", 2024)
    assert inhalt.splitlines()[0].decode() == SPALTEN
    assert not inhalt.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in inhalt
    werte = {z["gebiet"]: z for z in zeilen(inhalt)}
    assert set(werte) == set(NAMEN)
    berg = werte[BERG]
    assert (berg["name"], berg["stichtag"], berg["altersgruppe"], berg["nenner"], berg["basis"]) == (
        "Berg",
        "2024-12-31",
        "18+",
        "4000",
        "zensus2022",
    )
    for ags, zeile in werte.items():
        if zeile["status"] == "gezeigt":
            assert float(zeile["wert"]) == pytest.approx(int(zeile["zaehler"]) / EINWOHNER[ags][1] * 1000, abs=1e-6)
            assert float(zeile["von"]) <= float(zeile["wert"]) <= float(zeile["bis"])
    leer = werte[FORST]
    assert (leer["wert"], leer["von"], leer["bis"], leer["status"], leer["zaehler"]) == (
        "",
        "",
        "",
        "nicht_anwendbar",
        "0",
    )


def test_counts_always_have_a_value_and_bounds_and_are_shown_only_if_exact(gefuellt: Path) -> None:
    for ebene in ("kreis", "planungsraum", "gemeinde"):
        for zeile in zeilen(exportiere(gefuellt, "lb_bwf", ebene=ebene)):
            assert zeile["wert"] == zeile["zaehler"]
            assert (zeile["von"] == zeile["bis"]) == (zeile["status"] == "gezeigt")
            assert zeile["status"] in ("gezeigt", "geschuetzt")
    (kreis,) = zeilen(exportiere(gefuellt, "lb_bwf", "--jahr", 2024, ebene="kreis"))
    assert (kreis["gebiet"], kreis["wert"], kreis["von"], kreis["bis"], kreis["status"]) == (
        KREIS,
        "123",
        "123",
        "123",
        "gezeigt",
    )
    nach_ort = exportiere(gefuellt, "lb_bwf", "--jahr", 2024, "--raumprinzip", "leistungsort", ebene="kreis")
    assert zeilen(nach_ort)[0]["wert"] == "127"


def test_a_rate_of_too_few_people_is_empty_and_keeps_its_published_count(gefuellt: Path) -> None:
    werte = {z["gebiet"]: z for z in zeilen(exportiere(gefuellt, "ausserhalb_besonderer_wohnform", "--jahr", 2024))}
    for ags in (BERG, CELL):
        assert [werte[ags][s] for s in ("wert", "von", "bis", "status")] == ["", "", "", "geschuetzt"]
        assert 0 <= int(werte[ags]["zaehler"]) < 10
    assert float(werte[DORN]["wert"]) == pytest.approx(25 / 1.2)


def test_ages_that_are_missing_in_a_year_are_said(gefuellt: Path) -> None:
    zeile, _ = zeilen(exportiere(gefuellt, "besondere_wohnform", ebene="kreis"))
    assert (zeile["stichtag"], zeile["wert"], zeile["status"], zeile["basis"]) == ("2023-12-31", "", "keine_angabe", "")
    alle, _ = zeilen(exportiere(gefuellt, "besondere_wohnform_alle", ebene="kreis"))
    assert float(alle["wert"]) == pytest.approx(126 / 18_960 * 1000, abs=1e-6)


def test_csv_for_excel_has_commas_a_mark_and_windows_line_ends(gefuellt: Path) -> None:
    inhalt = exportiere(gefuellt, "ausserhalb_besonderer_wohnform", "--jahr", 2024, format_="csv-excel")
    assert inhalt.startswith(b"\xef\xbb\xbf")
    text = inhalt.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n") == 6
    werte = {z["gebiet"]: z for z in zeilen(text.encode())}
    assert werte[DORN]["wert"] == "20,833333"
    assert (werte[BERG]["wert"], werte[FORST]["wert"]) == ("•", "x")
    assert list(werte[DORN]) == SPALTEN.split(";")


def test_the_workbook_opens_with_numbers_and_explains_itself(gefuellt: Path) -> None:
    mappe = fastexcel.read_excel(exportiere(gefuellt, "ausserhalb_besonderer_wohnform", format_="xlsx"))
    assert mappe.sheet_names == ["Werte", "Hinweise", "Methodik"]
    hinweise = mappe.load_sheet("Hinweise", header_row=None).to_polars().rows()
    assert ("•", "Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher.") in hinweise
    tafel = mappe.load_sheet(0, header_row=3).to_polars()
    assert tafel.columns == SPALTEN.split(";")
    assert tafel.filter(gebiet=DORN, stichtag=tafel["stichtag"].max())["wert"].cast(pl.Float64).item() == pytest.approx(
        25 / 1.2
    )
    assert "•" in tafel["wert"].to_list()
    oben = mappe.load_sheet(0, header_row=None, n_rows=2).to_polars().to_series(0).to_list()
    assert oben == [
        "Leistungsberechtigte außerhalb besonderer Wohnformen je 1.000 Einwohner ab 18 Jahren, Kleinkreis",
        "Hinweis: Veröffentlichte, geschützte Zahlen",
    ]
    methodik = dict(mappe.load_sheet("Methodik", header_row=None).to_polars().iter_rows())
    assert {"Kennzahl", "Bedeutung", "Einheit", "Zählweise", "Stichtag", "Quelle", "Schutz", "Zeichen"} <= set(methodik)
    assert methodik["Quelle"].startswith("LWX, Lieferung vom 01.03.2025; Einwohner: Zensus 2022")


def test_parquet_carries_its_explanation(gefuellt: Path) -> None:
    inhalt = exportiere(gefuellt, "lb_bwf", format_="parquet")
    rahmen = pl.read_parquet(io.BytesIO(inhalt))
    assert rahmen.columns == SPALTEN.split(";")
    assert rahmen.schema["stichtag"] == pl.Date
    angaben = pl.read_parquet_metadata(io.BytesIO(inhalt))
    assert angaben["titel"] == "Leistungsberechtigte in besonderer Wohnform, Kleinkreis"
    assert angaben["Hinweis"] == "Veröffentlichte, geschützte Zahlen"


def test_json_has_null_where_there_is_no_number(gefuellt: Path) -> None:
    liste = json.loads(exportiere(gefuellt, "besondere_wohnform", ebene="kreis", format_="json"))
    assert [list(eintrag) for eintrag in liste] == [SPALTEN.split(";")] * 2
    assert (liste[0]["stichtag"], liste[0]["wert"], liste[0]["status"]) == ("2023-12-31", None, "keine_angabe")
    assert liste[1]["wert"] == pytest.approx(123 / 15.2)


def test_every_format_says_the_same(gefuellt: Path) -> None:
    def werte(format_: str) -> list[float | None]:
        inhalt = exportiere(gefuellt, "besondere_wohnform_alle", format_=format_)
        if format_ == "json":
            return [eintrag["wert"] for eintrag in json.loads(inhalt)]
        if format_ == "parquet":
            return pl.read_parquet(io.BytesIO(inhalt))["wert"].to_list()
        texte = [z["wert"].replace(",", ".") for z in zeilen(inhalt.decode("utf-8-sig").encode())]
        return [float(t) if t not in ("", "x", "•") else None for t in texte]

    soll = werte("json")
    assert len(soll) == 10
    for format_ in ("csv", "csv-excel", "parquet"):
        assert werte(format_) == pytest.approx(soll, abs=1e-6)


@pytest.mark.parametrize("schluessel", ["W4", "w4", "ambulantisierungsquote"])
def test_a_code_is_an_alias_and_the_file_names_the_slug(gefuellt: Path, schluessel: str) -> None:
    for zeile in zeilen(exportiere(gefuellt, schluessel, ebene="kreis")):
        assert zeile["kennzahl"] == "ambulantisierungsquote"


def test_another_einteilung_is_named_in_the_file(gefuellt: Path) -> None:
    werte = zeilen(exportiere(gefuellt, "einwohner", "--einteilung", "quer", "--jahr", 2024, ebene="planungsraum"))
    assert [(z["einteilung"], z["gebiet"], z["wert"]) for z in werte] == [
        ("quer", "ost", "12500"),
        ("quer", "west", "6500"),
    ]


def test_a_withdrawn_freigabe_leaves_no_number_in_any_file(gefuellt: Path) -> None:
    frei = dict(abfragen.stand("kleinkreis").freigaben)["lb_bwf"]
    schreiben.ziehe_freigabe_zurueck(recht(), frei, JETZT)
    for slug in ("lb_bwf", "besondere_wohnform", "besondere_wohnform_alle"):
        for zeile in zeilen(exportiere(gefuellt, slug)):
            niemand = slug != "lb_bwf" and zeile["nenner"] == "0"
            assert zeile["status"] == ("nicht_anwendbar" if niemand else "nicht_geliefert")
            assert [zeile[s] for s in ("wert", "von", "bis", "zaehler")] == [""] * 4
    assert "keine gültige Freigabe" in fuehre_aus(gefuellt, "flows", "lb_bwf", "--region", KREIS, code=1).decode()


@pytest.mark.parametrize(
    ("teile", "grund"),
    [
        (
            ("export", "xyz", "--region", KREIS, "--ebene", "kreis"),
            "Die Kennzahl „xyz“ gibt es nicht. Vorhanden: besond",
        ),
        (
            ("export", "lb_bwf", "--region", "99999", "--ebene", "kreis"),
            "Die Region „99999“ gibt es hier nicht. Vorhand",
        ),
        (
            ("export", "lb_bwf", "--region", KREIS, "--ebene", "land"),
            "Die Ebene „land“ gibt es hier nicht. Vorhanden: k",
        ),
        (
            ("export", "lb_bwf", "--region", KREIS, "--ebene", "kreis", "--raumprinzip", "wohnort"),
            "„Leistungsberechtigte in besonderer Wohnform“ gibt es nicht nach „wohnort“. Vorhanden: herkunft, leistung",
        ),
        (
            ("export", "lb_bwf", "--region", KREIS, "--ebene", "planungsraum", "--einteilung", "alt"),
            "Die Einteilung „alt“ gibt es nicht, weder gespeichert noch als Datei. Vorhanden: haupt, quer.",
        ),
        (
            ("export", "lb_bwf", "--region", KREIS, "--ebene", "kreis", "--jahr", "1999"),
            "Für diese Jahre gibt es keine Zahlen. Vorhanden: 2023, 2024.",
        ),
        (
            ("flows", "besondere_wohnform", "--region", KREIS),
            "Ströme gibt es nur für gezählte Menschen. Vorhanden: lb_",
        ),
        (("flows", "lb_wfbm", "--region", KREIS), "Für „lb_wfbm“ gibt es in „05978“ keine gültige Freigabe."),
        (
            ("flows", "lb_awf", "--region", KREIS),
            "„Leistungsberechtigte außerhalb besonderer Wohnformen“ wurde nur nach Herkunft erhoben. Ströme gibt es d",
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(gefuellt: Path, teile: tuple[str, ...], grund: str) -> None:
    assert fuehre_aus(gefuellt, *teile, code=1).decode().startswith(grund)
    assert not (gefuellt.parent / "aus.csv").exists()


def test_flows_are_all_inner_cells_with_zeros_and_add_up_to_the_totals(gefuellt: Path) -> None:
    inhalt = fuehre_aus(gefuellt, "flows", "lb_bwf", "--region", "kleinkreis")
    assert inhalt.splitlines()[0].decode() == STROEME
    zellen = [z for z in zeilen(inhalt) if z["stichtag"] == "2024-12-31"]
    aussen = {"05915", "uebrige", "unbekannt"}
    assert len(zellen) == 8 * 8 - 9
    assert {z["herkunft"] for z in zellen} == {z["leistungsort"] for z in zellen} == {*NAMEN, *aussen}
    assert not [z for z in zellen if z["herkunft"] in aussen and z["leistungsort"] in aussen]
    assert sum(int(z["wert"]) for z in zellen if z["herkunft"] in NAMEN) == 123
    assert sum(int(z["wert"]) for z in zellen if z["leistungsort"] in NAMEN) == 127
    for zelle in zellen:
        wert, von, bis = (int(zelle[s]) for s in ("wert", "von", "bis"))
        assert (von, bis) == {0: (0, 4), 5: (1, 5)}.get(wert, (wert - 2, wert + 2))
        assert zelle["status"] == "geschuetzt"
        assert not 1 <= wert <= 4


def test_the_same_cell_is_the_same_number_in_every_file(gefuellt: Path) -> None:
    """Gemeinden by Herkunft and by Leistungsort are sums of the flows."""
    stroeme = zeilen(fuehre_aus(gefuellt, "flows", "lb_bwf", "--region", KREIS))
    for prinzip in ("herkunft", "leistungsort"):
        for zeile in zeilen(exportiere(gefuellt, "lb_bwf", "--raumprinzip", prinzip)):
            summe = sum(
                int(z["wert"]) for z in stroeme if z[prinzip] == zeile["gebiet"] and z["stichtag"] == zeile["stichtag"]
            )
            assert summe == int(zeile["wert"])


def test_synthetic_numbers_are_called_so_in_every_file(demo_lesend: Path, tmp_path: Path) -> None:
    def lies(format_: str) -> Any:
        ziel = tmp_path / f"x.{format_}"
        teile = ["export", "W1", "--region", "kreis-unna", "--ebene", "kreis", "--format", format_, "--out", str(ziel)]
        assert CliRunner().invoke(app, teile).exit_code == 0
        return ziel.read_bytes()

    assert {z["basis"] for z in zeilen(lies("csv"))} == {"synthetisch"}
    assert {eintrag["basis"] for eintrag in json.loads(lies("json"))} == {"synthetisch"}
    assert pl.read_parquet_metadata(io.BytesIO(lies("parquet")))["Hinweis"] == "Vorführung mit synthetischen Daten"
    blatt = fastexcel.read_excel(lies("xlsx")).load_sheet(0, header_row=None, n_rows=2).to_polars()
    assert blatt.to_series(0).to_list()[1] == "Hinweis: Vorführung mit synthetischen Daten"


def test_the_small_kreis_is_what_the_tests_say_it_is(gefuellt: Path) -> None:
    assert kleinkreis().slug == "kleinkreis"
    assert {ALTDORF, BERG, CELL, DORN, FORST} == set(NAMEN)
