"""The sheet that makes counts out of an attendance list: one row a person, only the group, and Excel counts."""

from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from data_access.importing.gremienworte import SCHREIBWEISEN
from data_access.importing.namensliste import ZAEHLHILFE
from models.gremienworte import Gruppe

PLAETZE: Final = 300
"""People that can be counted."""

_KOPF: Final = 7
_ANLEITUNG: Final = (
    "So zählen Sie, ohne Namen zu notieren:",
    "1. Tragen Sie für jede Person, die da war, in der Spalte „Gruppe“ ihre Gruppe ein. Keine Namen.",
    "2. Hat sie gesprochen, tragen Sie daneben ein x ein. Wissen Sie es nicht, lassen Sie die Spalte leer.",
    "3. Rechts zählt Excel. Tragen Sie diese Zahlen auf dem ersten Blatt ein, je Gruppe eine Zeile.",
    "Wurde nicht notiert, wer gesprochen hat, bleibt „rederecht_genutzt“ leer: Das ist keine 0.",
    "Eingelesen wird nur das erste Blatt. Dieses Blatt können Sie danach löschen.",
)


def schreibe_zaehlhilfe(mappe: Workbook, fett: Format) -> None:
    """Add the sheet: on the left a list to fill in, on the right what it comes to, by group."""
    blatt = mappe.add_worksheet(ZAEHLHILFE)
    blatt.set_column(0, 0, 44)
    blatt.set_column(1, 2, 12)
    blatt.set_column(3, 3, 44)
    blatt.set_column(4, 6, 16)
    for zeile, satz in enumerate(_ANLEITUNG):
        blatt.write_string(zeile, 0, satz, fett if zeile == 0 else None)
    for ort, text in ((0, "Gruppe"), (1, "gesprochen"), (3, "Gruppe"), (4, "anwesend"), (5, "rederecht_genutzt")):
        blatt.write_string(_KOPF, ort, text, fett)
    erste, letzte = _KOPF + 1, _KOPF + PLAETZE
    gruppen, gesprochen = xl_range_abs(erste, 0, letzte, 0), xl_range_abs(erste, 1, letzte, 1)
    for zeile, gruppe in enumerate(Gruppe, start=erste):
        name = xl_rowcol_to_cell(zeile, 3)
        blatt.write_string(zeile, 3, SCHREIBWEISEN[gruppe][0])
        blatt.write_formula(zeile, 4, f"=COUNTIF({gruppen},{name})", None, 0)
        blatt.write_formula(zeile, 5, f'=COUNTIFS({gruppen},{name},{gesprochen},"x")', None, 0)
    ende = erste + len(Gruppe)
    blatt.write_string(ende, 3, "insgesamt", fett)
    blatt.write_formula(ende, 4, f"=SUM({xl_range_abs(erste, 4, ende - 1, 4)})", fett, 0)
    blatt.write_formula(ende, 5, f"=SUM({xl_range_abs(erste, 5, ende - 1, 5)})", fett, 0)
    auswahl = f"={xl_range_abs(erste, 3, ende - 1, 3)}"
    meldung = {"error_title": "Nur die Gruppe", "error_message": "Bitte eine Gruppe aus der Liste wählen, keine Namen."}
    blatt.data_validation(erste, 0, letzte, 0, {"validate": "list", "source": auswahl, **meldung})
    blatt.data_validation(erste, 1, letzte, 1, {"validate": "list", "source": ["x"]})
    blatt.freeze_panes(erste, 0)
    blatt.set_paper(9)
    blatt.set_landscape()
    blatt.fit_to_pages(1, 0)
    blatt.repeat_rows(_KOPF)
