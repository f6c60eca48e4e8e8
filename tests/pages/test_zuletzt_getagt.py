"""The lines of the Überblick about the latest meeting and about duties."""

from pathlib import Path

from tests.fristenkreis import lege_pflichten_an
from tests.gremien import lege_gremien_an
from tests.pages.seiten import oeffne, texte, ueberschriften


def test_the_ueberblick_names_the_latest_meeting(gefuellt: Path) -> None:
    at = oeffne("ueberblick")
    assert "Zuletzt getagt" not in ueberschriften(at)
    lege_gremien_an()
    at = oeffne("ueberblick")
    assert "Zuletzt getagt" in ueberschriften(at)
    befund = "Runde am 23.09.2024: 2 von 12 Anwesenden waren Selbstvertreterinnen und Selbstvertreter."
    assert any(t.startswith(befund) for t in texte(at))


def test_the_ueberblick_says_how_the_duties_stand_as_everybody_may_know(gefuellt: Path) -> None:
    assert "Fristen" not in ueberschriften(oeffne("ueberblick"))
    lege_pflichten_an()
    at = oeffne("ueberblick")
    assert "Fristen" in ueberschriften(at)
    (zeile,) = [t for t in texte(at) if t.startswith("Fristen ")]
    # Of four duties three belong to the partners, who have released nothing.
    assert ", 3 nicht freigegeben, nächste: " in zeile
    assert "4 Pflichten, Stand " in zeile
