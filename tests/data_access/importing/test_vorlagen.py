import io
from collections.abc import Sequence
from datetime import date

import fastexcel
import polars as pl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importing import eckwerte as eckwerte_modul
from data_access.importing import einwohner as einwohner_modul
from data_access.importing import fallzahlen as fallzahlen_modul
from data_access.importing import merkmale as merkmale_modul
from data_access.importing import planungsraeume as planungsraeume_modul
from data_access.importing.lesen import lies
from data_access.importing.vorlagen import HINWEISBLATT, vorlage
from models.vokabular import Basis
from tests.data_access.importing.werkzeug import KEIN_REGISTER, KOPF_EINWOHNER, KOPF_FALLZAHLEN, einziger_fehler

SPALTEN = {
    "einwohner": einwohner_modul.SPALTEN,
    "fallzahlen": fallzahlen_modul.SPALTEN,
    "planungsraeume": planungsraeume_modul.SPALTEN,
    "merkmale": merkmale_modul.SPALTEN,
    "eckwerte": eckwerte_modul.SPALTEN,
}


@pytest.mark.parametrize("kind", list(SPALTEN))
def test_a_template_is_what_the_reader_expects_and_untouched_it_has_no_row(kind: str) -> None:
    for form in ("csv", "xlsx"):
        gelesen = lies(vorlage(kind, form), f"vorlage.{form}", KEIN_REGISTER)
        assert gelesen.befund.profil == kind
        assert "keine Datenzeile" in einziger_fehler(gelesen).grund


def test_the_csv_template_is_the_header_of_the_contract() -> None:
    assert vorlage("einwohner", "csv").decode() == KOPF_EINWOHNER + "\r\n"
    assert vorlage("fallzahlen", "csv").decode() == KOPF_FALLZAHLEN + "\r\n"


@pytest.mark.parametrize("kind", list(SPALTEN))
def test_the_workbook_explains_every_column_and_marks_its_examples(kind: str) -> None:
    mappe = fastexcel.read_excel(vorlage(kind, "xlsx"))
    assert mappe.sheet_names == [kind, HINWEISBLATT]
    hinweise = mappe.load_sheet(HINWEISBLATT, header_row=None, dtypes="string").to_polars()
    erste_spalte = hinweise.to_series(0).to_list()
    assert all(spalte in erste_spalte for spalte in SPALTEN[kind])
    assert erste_spalte.count("Beispiel") == 3
    assert mappe.load_sheet(kind, header_row=None, dtypes="string").to_polars().rows() == [SPALTEN[kind]]


@pytest.mark.parametrize("kind", list(SPALTEN))
def test_the_examples_would_be_accepted(kind: str) -> None:
    mappe = fastexcel.read_excel(vorlage(kind, "xlsx"))
    hinweise = mappe.load_sheet(HINWEISBLATT, header_row=None, dtypes="string").to_polars()
    beispiele = hinweise.filter(pl.nth(0) == "Beispiel").rows()
    breite = len(SPALTEN[kind]) + 1
    text = "\n".join([";".join(SPALTEN[kind]), *(";".join(t or "" for t in z[1:breite]) for z in beispiele)])
    assert lies(text.encode(), "beispiel.csv", KEIN_REGISTER).befund.zeilen == 3
    assert lies(text.encode(), "beispiel.csv", KEIN_REGISTER).befund.status == "ok"


def test_the_same_template_is_the_same_bytes() -> None:
    assert vorlage("fallzahlen", "xlsx") == vorlage("fallzahlen", "xlsx")


def test_another_kind_has_no_template() -> None:
    with pytest.raises(
        ValueError, match="keine Vorlage. Möglich sind: einwohner, fallzahlen, planungsraeume, merkmale"
    ):
        vorlage("bedarfshinweise", "csv")


def gefuellt(kind: str, form: str, zeilen: Sequence[tuple[object, ...]]) -> bytes:
    """A template with rows written below its header."""
    if form == "csv":
        return vorlage(kind, "csv") + "".join(";".join(map(str, z)) + "\r\n" for z in zeilen).encode()
    puffer = io.BytesIO()
    mappe = xlsxwriter.Workbook(puffer, {"in_memory": True})
    tag = mappe.add_format({"num_format": "dd.mm.yyyy"})
    blatt = mappe.add_worksheet(kind)
    for y, zeile in enumerate([SPALTEN[kind], *zeilen]):
        for x, wert in enumerate(zeile):
            if isinstance(wert, date):
                blatt.write_datetime(y, x, wert, tag)
            elif isinstance(wert, int):
                blatt.write_number(y, x, wert)
            else:
                blatt.write_string(y, x, str(wert))
    mappe.close()
    return puffer.getvalue()


GEMEINDEN = st.builds("0{}{:03d}{:03d}".format, st.integers(1, 9), st.integers(0, 999), st.integers(0, 999))
TAGE = st.dates(date(1960, 1, 1), date(2050, 12, 31))
FORMEN = st.sampled_from(["csv", "xlsx"])


@settings(max_examples=40, deadline=None)
@given(
    FORMEN,
    TAGE,
    st.sampled_from(list(Basis)),
    st.dictionaries(
        st.tuples(GEMEINDEN, st.integers(0, 120), st.sampled_from(["m", "w", "d", "unbekannt"])),
        st.integers(0, 10**7),
        min_size=1,
        max_size=20,
    ),
)
def test_what_is_written_into_the_template_einwohner_is_read_back(
    form: str, tag: date, basis: Basis, zahlen: dict[tuple[str, int, str], int]
) -> None:
    zeilen = [(ags, tag, str(alter), sex, n, str(basis)) for (ags, alter, sex), n in zahlen.items()]
    gelesen = lies(gefuellt("einwohner", form, zeilen), f"e.{form}", KEIN_REGISTER)
    assert gelesen.einwohner is not None, gelesen.befund
    assert gelesen.einwohner.rows() == [
        (ags, tag, int(alter), int(alter), sex, n, b) for ags, tag, alter, sex, n, b in zeilen
    ]


@settings(max_examples=40, deadline=None)
@given(
    FORMEN,
    st.dictionaries(
        st.tuples(
            st.sampled_from(["lb_bwf", "lb_awf", "lb_wfbm", "lb_p67_ambulant", "lb_tagesfoerderung"]),
            st.sampled_from([date(2023, 12, 31), date(2024, 12, 31), date(2024, 6, 30)]),
            GEMEINDEN,
            GEMEINDEN | st.just("unbekannt"),
            st.sampled_from(["18-49", "50-59", "60-64", "65+"]),
            st.sampled_from(["m", "w", "d", "unbekannt"]),
        ),
        st.integers(0, 10**6),
        min_size=1,
        max_size=15,
    ),
)
def test_what_is_written_into_the_template_fallzahlen_is_read_back(
    form: str, zahlen: dict[tuple[str, date, str, str, str, str], int]
) -> None:
    zeilen = [(*zelle, n, "Träger") for zelle, n in zahlen.items()]
    gelesen = lies(gefuellt("fallzahlen", form, zeilen), f"f.{form}", KEIN_REGISTER)
    assert gelesen.fallzahlen is not None, gelesen.befund
    spalten = fallzahlen_modul.SPALTEN
    assert gelesen.fallzahlen.select(spalten).rows() == zeilen
