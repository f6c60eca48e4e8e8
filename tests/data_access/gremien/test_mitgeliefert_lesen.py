"""Shipped files are read strictly: a wrong value names file, line and column."""

import re
from datetime import date
from pathlib import Path

import pytest

from data_access.gremien.mitgeliefert import DateiFehlerhaft, lies_datei, lies_ordner

KOPF = "gremium;datum;gruppe;organisation;eingeladen;anwesend;rederecht_genutzt\n"


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (KOPF + "lsp;2025-09-29;eutb;;;x;\n", "Zeile 2, Spalte „anwesend“: „x“ ist keine ganze Zahl"),
        (KOPF + "lsp;2025-09-29;eutb;;;-1;\n", "Zeile 2, Spalte „anwesend“: „-1“ ist keine ganze Zahl"),
        (KOPF + "lsp;29.09.2025;eutb;;;1;\n", "Zeile 2, Spalte „datum“"),
        (KOPF + "lsp;2025-09-29;EUTB;;;1;\n", "Zeile 2, Spalte „gruppe“: „EUTB“ ist nicht erlaubt"),
        (KOPF + "lsp;2025-09-29; eutb;;;1;\n", "Leerzeichen am Rand"),
        (KOPF + "LSP;2025-09-29;eutb;;;1;\n", "Spalte „gremium“: „LSP“ ist kein Kürzel"),
        (KOPF + ";2025-09-29;eutb;;;1;\n", "Spalte „gremium“: Die Zelle darf nicht leer sein"),
        (KOPF + "lsp;2025-09-29;eutb;;1\n", "Zeile 2: 5 Zellen statt 7"),
        (KOPF + "lsp;2025-09-29;eutb;;;1;\n" * 2, "Zeile 3: dieselbe wie Zeile 2"),
        (KOPF + "lsp;2025-09-29;eutb;;;1;2\n", "Spalte „rederecht_genutzt“: Gesprochen haben 2"),
        (KOPF + "lsp;2025-09-29;eutb;;;2;\nlsp;2025-09-29;insgesamt;;;1;\n", "Die Gruppen haben zusammen 2"),
        (KOPF.replace("anwesend", "gekommen"), "Zeile 1: Die Spalten stimmen nicht"),
    ],
)
def test_a_wrong_value_names_file_line_and_column(tmp_path: Path, inhalt: str, satz: str) -> None:
    datei = tmp_path / "teilnahmen.csv"
    datei.write_text(inhalt, encoding="utf-8")
    with pytest.raises(DateiFehlerhaft, match=re.escape(satz)) as fehler:
        lies_datei(datei)
    assert str(fehler.value).startswith("teilnahmen.csv, ")


def test_values_are_typed_and_unknown_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "teilnahmen.csv").write_text(KOPF + "lsp;2025-09-29;eutb;;;0;\n", encoding="utf-8")
    ((zeile,),) = lies_ordner(tmp_path).values()
    assert zeile == {"gremium": "lsp", "datum": date(2025, 9, 29), "gruppe": "eutb", "organisation": None} | {
        "eingeladen": None,
        "anwesend": 0,
        "rederecht_genutzt": None,
    }
    (tmp_path / "personen.csv").write_text("", encoding="utf-8")
    with pytest.raises(DateiFehlerhaft, match="namens „personen“"):
        lies_ordner(tmp_path)
