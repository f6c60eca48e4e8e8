"""The finding of an import in words."""

from typing import Any

import pytest

from models.tabellen import Auftrag
from models.vokabular import Auftragsart
from presentation.texts import befund
from tests.installation import JETZT

GRUND: dict[str, Any] = {
    "profil": "einwohner",
    "status": "ok",
    "zeilen": 0,
    "stichtage": [],
    "zeichen": {},
    "schluessel_unbekannt": [],
}


def test_a_finding_says_what_a_file_is_and_what_is_in_it() -> None:
    voll = GRUND | {
        "profil": "gv-isys",
        "status": "abgelehnt",
        "zeilen": 10_997,
        "stichtage": ["2021-12-31", "2022-06-30"],
        "zeichen": {"-": 3, "leer": 1200, "p": 2},
        "schluessel_unbekannt": [f"0597800{i}" for i in range(10)],
    }
    assert befund.zusammenfassung(voll).split("  \n") == [
        "**Die Datei kann so nicht übernommen werden. Es wurde nichts gespeichert.**",
        "Erkannt als: Gemeindeverzeichnis (GV-ISys), 10.997 Zeilen.",
        "Stichtage: 31.12.2021, 30.06.2022.",
        "Zeichen statt oder neben Zahlen: 3-mal „-“ (nichts vorhanden); 1.200-mal leer (keine Angabe); "
        "2-mal „p“ (vorläufige Zahl).",
    ]
    paket = GRUND | {"profil": "wuerfel", "zeilen": 1}
    assert "Erkannt als: Paket geschützter Zahlen, 1 Zahlenreihe." in befund.zusammenfassung(paket)
    verdeckt = {name: voll[name] for name in voll if name not in ("zeilen", "zeichen")} | {"profil": "fallzahlen"}
    assert befund.zusammenfassung(verdeckt).split("  \n")[1:] == [
        "Erkannt als: Vorlage „fallzahlen“.",
        "Stichtage: 31.12.2021, 30.06.2022.",
    ]
    assert befund.zusammenfassung(GRUND | {"status": "rueckfrage", "fragen": [1, 2]}) == "**2 Fragen sind offen.**"


@pytest.mark.parametrize(
    ("status", "text"),
    [("ok", "**Die Datei ist in Ordnung.**"), ("rueckfrage", "**Eine Frage ist offen.**")],
)
def test_a_finding_without_anything_else_is_one_line(status: str, text: str) -> None:
    assert befund.zusammenfassung(GRUND | {"status": status}) == text


@pytest.mark.parametrize(
    ("fehler", "text"),
    [
        (
            {"zeile": 3, "spalte": "anzahl", "wert": "x", "grund": "Keine Zahl."},
            "Zeile 3, Spalte anzahl, Wert x: Keine Zahl.",
        ),
        ({"zeile": None, "spalte": "basis", "wert": None, "grund": "Fehlt."}, "Spalte basis: Fehlt."),
        ({"zeile": None, "spalte": None, "wert": None, "grund": "Leer."}, "Leer."),
    ],
)
def test_an_error_says_where_and_what(fehler: dict[str, Any], text: str) -> None:
    assert befund.fehlersatz(fehler) == text


@pytest.mark.parametrize("art", list(Auftragsart))
def test_every_job_has_a_name(art: Auftragsart) -> None:
    ohne = befund.auftragsname(Auftrag(art=art, erstellt_am=JETZT))
    assert ohne
    assert befund.auftragsname(Auftrag(art=art, datei="a.csv", erstellt_am=JETZT)) == f"{ohne}: a.csv"


def test_an_unknown_profile_keeps_its_name() -> None:
    assert befund.profilname("fallzahlen") == "Vorlage „fallzahlen“"
    assert befund.profilname("unbekannt") == "unbekannt"
