"""The line of the Überblick about duties, word by word."""

from datetime import date
from pathlib import Path

import pytest

from analysis.gremien.bestand import lade
from analysis.pflichten.stand import Sicht, nach_aussen, nach_innen
from analysis.pflichten.urteil import faelligkeiten, pflichtstaende
from models.pflichttabellen import Pflicht
from models.pflichtworte import Pflichtstatus
from presentation.texts.fristenzeile import unterzeile, zeile
from tests.fristenkreis import VON, K

HEUTE = date(2026, 11, 22)
WMK, UNNA = "werra-meissner-kreis", "kreis-unna"


def sicht(rule: str, status: Pflichtstatus | None, art: str = "pflicht", jahr: int = 2026) -> Sicht:
    fest = {"id": rule, "region_slug": K, "rule": rule, "titel": f"*{rule}*", "wortlaut": "", "klausel": "§ 8"}
    pflicht = Pflicht(**fest, art=art, zustaendig="kreis", pruefung="mitteilung", gilt_von=VON)
    return Sicht(pflicht, str(jahr), jahr, date(jahr, 12, 31), status=status)


@pytest.mark.parametrize(
    ("staende", "satz"),
    [
        ((), ""),
        ([("R1", Pflichtstatus.OFFEN, "recht")], ""),
        (
            [("R1", Pflichtstatus.UEBERFAELLIG), ("R2", Pflichtstatus.KEIN_BELEG), ("R3", Pflichtstatus.KEIN_BELEG)],
            "Fristen 2026: 1 überfällig, 2 ohne Beleg, nächste: R1 am 31.12.2026.",
        ),
        (
            [("R1", Pflichtstatus.ERFUELLT), ("R2", None), ("R3", Pflichtstatus.WIDERSPRUECHLICH)],
            "Fristen 2026: keine gezeigte Pflicht überfällig, 1 widersprüchlich, 1 nicht freigegeben, "
            "nächste: R2 am 31.12.2026.",
        ),
        ([("R1", None)], "Fristen 2026: 1 nicht freigegeben, nächste: R1 am 31.12.2026."),
        ([("R1", Pflichtstatus.ERFUELLT)], "Fristen 2026: keine gezeigte Pflicht überfällig."),
    ],
)
def test_the_line_counts_what_is_shown_and_names_what_is_next(
    staende: list[tuple[str, Pflichtstatus]], satz: str
) -> None:
    sichten = [sicht(*s) for s in staende]
    kommend = [(date(2026, 12, 31), s.pflicht, s.instanz) for s in sichten]
    assert zeile(sichten, kommend, HEUTE) == satz


def test_the_line_of_the_demonstration(demo_lesend: Path) -> None:
    gesagt = {}
    for region in (WMK, UNNA):
        bestand = lade(region)
        staende, kommend = pflichtstaende(bestand, HEUTE), faelligkeiten(bestand, HEUTE, date(2027, 12, 31))
        gesagt[region] = [zeile(f(staende), kommend, HEUTE) for f in (nach_aussen, nach_innen)]
        assert unterzeile(nach_aussen(staende), HEUTE).endswith("Stand 22.11.2026, Nachweise teils synthetisch")
    assert gesagt == {
        WMK: [
            "Fristen 2026: 1 überfällig, 9 nicht freigegeben, "
            "nächste: Schulabgänge des Folgejahres benennen am 30.04.2027.",
            "Fristen 2026: 1 überfällig, 2 mit Rechtsstand zu prüfen, 1 ohne Beleg, "
            "nächste: Schulabgänge des Folgejahres benennen am 30.04.2027.",
        ],
        UNNA: [
            "Fristen 2026: keine gezeigte Pflicht überfällig, 1 nicht freigegeben, "
            "nächste: LSP tagt jährlich am 31.12.2027.",
            "Fristen 2026: keine gezeigte Pflicht überfällig, 1 ohne Beleg, nächste: LSP tagt jährlich am 31.12.2027.",
        ],
    }
