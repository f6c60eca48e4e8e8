import io
import zipfile
from datetime import date

import pytest

from data_access.importing import arbeitsmappe as modul
from data_access.importing.arbeitsmappe import lies_arbeitsmappe
from data_access.importing.mangel import NichtLesbar
from tests.data_access.importing.werkzeug import arbeitsmappe, mit_geaendertem_teil

BLATT = "xl/worksheets/sheet1.xml"
TEXTE = "xl/sharedStrings.xml"


def veraendert(teil: str, alt: bytes, neu: bytes) -> bytes:
    return mit_geaendertem_teil(arbeitsmappe(Daten=[["a", "b"], [1, 2]]), teil, alt, neu)


def test_every_cell_comes_as_text_with_the_row_number_excel_shows() -> None:
    mappe = lies_arbeitsmappe(
        arbeitsmappe(Daten=[[], [], ["kopf", None], [5978004, "05978004"], [date(2021, 12, 31), 9.5]], Leer=[])
    )
    daten, leer = mappe.blaetter
    assert daten.zellen.rows() == [
        ("kopf", None, 3),
        ("5978004", "05978004", 4),
        ("2021-12-31 00:00:00", "9.5", 5),
    ]
    assert (daten.name, daten.aus_xlsx, leer.name, leer.zellen.height) == ("Daten", True, "Leer", 0)


def test_error_cells_and_formulas_without_result_are_counted() -> None:
    zelle = b'<c r="B2"><v>2</v></c>'
    assert lies_arbeitsmappe(veraendert(BLATT, zelle, zelle)).fehlerzellen == 0
    fehler = lies_arbeitsmappe(veraendert(BLATT, zelle, b'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
    assert (fehler.fehlerzellen, fehler.ohne_ergebnis) == (1, 0)
    for formel in (b'<c r="B2"><f>1+1</f><v></v></c>', b'<c r="B2"><f>1+1</f></c>', b'<c r="B2"><f>A1</f><v/></c>'):
        assert lies_arbeitsmappe(veraendert(BLATT, zelle, formel)).ohne_ergebnis == 1
    for formel in (b'<c r="B2"><f>1+1</f><v>2</v></c>', b'<c r="B2" t="str"><f>""</f><v></v></c>'):
        assert lies_arbeitsmappe(veraendert(BLATT, zelle, formel)).ohne_ergebnis == 0


def test_a_lone_cell_far_outside_is_refused_before_memory_is_taken() -> None:
    with pytest.raises(NichtLesbar, match="zu groß"):
        lies_arbeitsmappe(veraendert(BLATT, b'r="B2"', b'r="XFD1048576"'))


def test_one_long_text_repeated_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "_MAX_TEXT", 5000)
    lang = veraendert(TEXTE, b"<t>a</t>", b"<t>" + b"a" * 3000 + b"</t>")
    assert lies_arbeitsmappe(lang).blaetter[0].zellen.height == 2
    with pytest.raises(NichtLesbar, match="zu groß"):
        lies_arbeitsmappe(veraendert(TEXTE, b"<t>a</t>", b"<t>" + b"a" * 6000 + b"</t>"))


def test_a_bomb_is_refused_from_the_directory_of_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    gross = veraendert(BLATT, b"<sheetData>", b"<sheetData>" + b" " * 200_000)
    assert len(gross) < 20_000
    monkeypatch.setattr(modul, "MAX_ENTPACKT", 150_000)
    with pytest.raises(NichtLesbar, match="zu groß"):
        lies_arbeitsmappe(gross)


def test_sizes_that_lie_are_damage() -> None:
    inhalt = bytearray(veraendert(BLATT, b"<sheetData>", b"<sheetData>" + b" " * 200_000))
    verzeichnis = inhalt.index(b"PK\x01\x02", inhalt.index(BLATT.encode()))
    while inhalt[verzeichnis + 46 : verzeichnis + 46 + len(BLATT)] != BLATT.encode():
        verzeichnis = inhalt.index(b"PK\x01\x02", verzeichnis + 4)
    inhalt[verzeichnis + 24 : verzeichnis + 28] = (100).to_bytes(4, "little")
    with pytest.raises(NichtLesbar, match="beschädigt"):
        lies_arbeitsmappe(bytes(inhalt))


def test_a_damaged_sheet_is_refused() -> None:
    with pytest.raises(NichtLesbar, match="beschädigt"):
        lies_arbeitsmappe(veraendert(BLATT, b"</sheetData>", b"</falsch>"))


def test_a_locked_archive_is_refused_as_such() -> None:
    inhalt = bytearray(arbeitsmappe(Daten=[["a"]]))
    for marke, abstand in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        ort = inhalt.find(marke)
        while ort >= 0:
            inhalt[ort + abstand] |= 1
            ort = inhalt.find(marke, ort + 4)
    with pytest.raises(NichtLesbar, match="Kennwort"):
        lies_arbeitsmappe(bytes(inhalt))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_with_a_part_twice_is_damage() -> None:
    puffer = io.BytesIO(arbeitsmappe(Daten=[["a"]]))
    with zipfile.ZipFile(puffer, "a") as archiv:
        archiv.writestr(BLATT, "<worksheet/>")
    with pytest.raises(NichtLesbar, match="beschädigt"):
        lies_arbeitsmappe(puffer.getvalue())
