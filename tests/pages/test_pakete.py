"""The page Daten and a package: who sent it is asked once, then its numbers are published with their sender."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access import abfragen
from presentation.texts.lieferungen import ERKENNEN, aufforderung
from tests.commands.test_wuerfel import zeilen_der_rohseite
from tests.pages.seiten import alles, arbeite_ab, knopf, lade_hoch, oeffne, texte, titel, ueberschriften, zeilen
from tests.pakete import ABSENDER, abdruck, unterschreibe_neu

pytestmark = pytest.mark.usefixtures("klein")

Oeffne = Callable[[], AppTest]
WEITER = "Antwort übernehmen und erneut prüfen"


def frage(at: AppTest, anfang: str) -> str:
    """Answer the one question that begins so with its first choice."""
    (radio,) = [r for r in at.radio if r.label.startswith(anfang)]
    radio.set_value(radio.options[0])
    return str(radio.options[0])


@pytest.mark.parametrize("art", ["wuerfel", ERKENNEN])
def test_the_sender_is_asked_once_and_named_everywhere_after(
    mit_recht: Oeffne, klein: Path, paket: bytes, art: str
) -> None:
    assert aufforderung("wuerfel") == "Datei auswählen (Paket (.srbpaket), höchstens 25 MB)"
    at = arbeite_ab(lade_hoch(mit_recht(), paket, "nord.srbpaket", art))
    assert at.markdown[1].value.startswith("**Eine Frage ist offen.**")
    assert f"Geschützt geliefert von {ABSENDER}, Schlüssel {abdruck(paket)}." in [h.value for h in at.info]
    assert frage(at, f"Von „{ABSENDER}“ kam hier noch kein Paket.") == abdruck(paket)
    arbeite_ab(knopf(at, WEITER))
    assert at.markdown[1].value.startswith("**Die Datei ist in Ordnung.**")
    assert abfragen.lieferungen() == []
    arbeite_ab(knopf(at, "Datei übernehmen"))
    assert [s.value for s in at.success] == ["gesichert"]
    assert "Die geschützten Zahlen sind veröffentlicht und gelten sofort auf allen Seiten." in texte(at)
    assert "Jetzt freigeben" not in [b.label for b in at.button]
    assert "Geschützt geliefert" in ueberschriften(at)
    (bwf,) = [
        z
        for n in range(len(at.table))
        for z in zeilen(at, n)
        if z.get("Zahl", "").endswith("besonderer Wohnform") and "Schlüssel" in z
    ]
    assert (bwf["geschützt geliefert von"], bwf["Schlüssel"], bwf["geprüft"], bwf["Fassung dort"]) == (
        ABSENDER,
        abdruck(paket),
        "01.03.2025",
        1,
    )
    assert zeilen(at)[0]["von"] == f"{ABSENDER}, beim Absender geschützt"
    assert zeilen_der_rohseite(klein) == []
    karte = oeffne("karte", kennzahl="lb_bwf")
    assert not karte.exception
    assert f"LWX, Lieferung vom 01.03.2025, geschützt geliefert von {ABSENDER}" in alles(karte)


def test_a_damaged_package_is_refused_with_its_reason(mit_recht: Oeffne, klein: Path, paket: bytes) -> None:
    at = arbeite_ab(lade_hoch(mit_recht(), paket[:-40], "nord.srbpaket", "wuerfel"))
    assert [e.value for e in at.error] == [
        "Das Paket ist beschädigt oder unvollständig. Bitte den Absender, das Paket noch einmal zu schicken."
    ]
    assert list((klein / "eingang").glob("*")) == []
    assert "Datei übernehmen" not in [b.label for b in at.button]


def test_taking_the_package_back_takes_its_numbers_back(mit_recht: Oeffne, paket: bytes) -> None:
    at = arbeite_ab(lade_hoch(mit_recht(), paket, "nord.srbpaket", "wuerfel"))
    frage(at, "Von „")
    arbeite_ab(knopf(at, WEITER))
    arbeite_ab(knopf(at, "Datei übernehmen"))
    loud = arbeite_ab(lade_hoch(at, unterschreibe_neu(paket), "fremd.srbpaket", "wuerfel"))
    assert any(r.label.startswith("ACHTUNG, der Schlüssel hat sich geändert") for r in loud.radio)
    at = mit_recht()
    at.selectbox(key="weg_lieferung").select_index(0).run()
    (sicher,) = at.checkbox
    assert sicher.label.startswith("Die Freigaben aus diesem Paket werden mit zurückgezogen")
    sicher.check().run()
    arbeite_ab(at.button(key="knopf_lieferung").click().run())
    assert [s.value for s in at.success] == ["zurückgezogen"]
    assert titel(oeffne("zahlen")) == "Kleinkreis: keine veröffentlichten Zahlen"
