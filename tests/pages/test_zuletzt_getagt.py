"""The line of the Überblick about the latest meeting."""

from pathlib import Path

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
