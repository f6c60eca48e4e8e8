"""The page Daten: who may write, and a file on its way from the upload to the published number."""

import io
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access import abfragen, auftraege
from data_access.importing.lesen import MAX_BYTES
from data_access.importing.vorlagen import MIT_VORLAGE, vorlage
from data_access.schreibrecht import zugangsschluessel
from models.vokabular import Auftragsart, Auftragsstand, Lieferungsart
from presentation.texts.lieferungen import ERKENNEN, artname, beschreibung
from tests.installation import AWF, KREIS, NAMEN, ZELLEN, einwohnerdatei, fallzahlendatei, liefere, recht
from tests.pages.seiten import (
    alles,
    arbeite_ab,
    hinweise,
    knopf,
    lade_hoch,
    oeffne,
    parameter,
    texte,
    titel,
    ueberschriften,
    zeilen,
)

pytestmark = pytest.mark.usefixtures("klein")

Oeffne = Callable[[], AppTest]


def spool(ordner: Path) -> list[Path]:
    return sorted((ordner / "eingang").glob("*"))


def test_a_reader_sees_the_lists_and_cannot_write() -> None:
    at = oeffne("daten")
    assert ueberschriften(at) == ["Stand der Daten", "Lieferungen", "Freigaben", "Regeln des Schutzes"]
    assert [t.label for t in at.tabs] == ["Was vorliegt", "Freigaben", "Regeln"]
    assert not at.get("file_uploader")
    assert not at.button
    assert hinweise(at)[0].startswith(
        "Sie sehen, was vorliegt. Importieren und freigeben kann, wer den Link mit Schlüssel"
    )


def test_the_right_key_gives_the_right_and_leaves_the_link(mit_recht: Oeffne) -> None:
    at = mit_recht()
    assert "zugang" not in parameter(at)
    assert zugangsschluessel() not in alles(at)
    assert not at.warning[1:]
    assert ueberschriften(at)[0] == "Datei importieren"
    assert [t.label for t in at.tabs] == ["Hochladen", "Freigeben", "Regeln", "Was vorliegt"]
    assert at.radio(key="art").options == [
        "Ich weiß es nicht – bitte erkennen",
        "Einwohner",
        "Fallzahlen",
        "Geschützte Zahlen",
        "Zahlen zum Umfeld",
        "Grenzen",
        "Planungsräume",
        "Öffentliche Eckwerte",
        "Gremien und Sitzungen",
    ]
    at.radio(key="art").set_value("einwohner").run()
    assert at.file_uploader[0].label == "Datei auswählen (CSV oder XLSX, höchstens 25 MB)"


def test_a_wrong_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    at = oeffne("daten", zugang="geraten")
    assert "zugang" not in parameter(at)
    assert at.warning[0].value.startswith("Dieser Schlüssel passt nicht.")
    assert not at.get("file_uploader")


def test_the_right_key_from_elsewhere_is_refused() -> None:
    at = oeffne("daten", zugang=zugangsschluessel())
    assert "zugang" not in parameter(at)
    assert at.warning[0].value.startswith("Der Schreibzugang gilt nur an dem Rechner, auf dem Sozialraumblick läuft")
    assert not at.get("file_uploader")


def test_a_session_that_moves_to_another_connection_loses_the_right(
    mit_recht: Oeffne, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = mit_recht()
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: False)
    at.run()
    assert not at.get("file_uploader")


def test_without_a_worker_the_page_names_the_command(mit_recht: Oeffne) -> None:
    at = mit_recht()
    assert at.warning[0].value == (
        "Der Arbeitsprozess läuft nicht. Aufträge warten, bis er gestartet ist: `.venv/bin/python cli.py worker`"
    )
    assert not arbeite_ab(at).warning


def test_the_templates_can_be_downloaded(mit_recht: Oeffne) -> None:
    at = mit_recht()
    for art in (ERKENNEN, *Lieferungsart):
        at.radio(key="art").set_value(str(art)).run()
        assert beschreibung(art).erklaerung in " ".join(texte(at))
        namen = [knopf_.label for knopf_ in at.download_button if knopf_.label.startswith("Vorlage")]
        erwartet = [f"Vorlage {artname(art)} ({form})" for form in ("CSV", "XLSX")]
        assert namen == (erwartet if art in MIT_VORLAGE else [])


def test_a_file_goes_from_upload_to_the_published_total(mit_recht: Oeffne, klein: Path) -> None:
    at = lade_hoch(mit_recht(), fallzahlendatei(), "bwf.csv")
    assert at.file_uploader[0].value is None
    (datei,) = spool(klein)
    assert datei.stat().st_mode & 0o777 == 0o600
    assert any("Der Auftrag ist eingereiht." in m.value for m in at.markdown)

    arbeite_ab(at)
    assert ueberschriften(at)[0] == "Prüfung: bwf.csv"
    assert at.markdown[1].value.startswith("**Die Datei ist in Ordnung.**")
    assert not abfragen.lieferungen()

    arbeite_ab(knopf(at, "Datei übernehmen"))
    assert ueberschriften(at)[0] == "Import: bwf.csv"
    assert [s.value for s in at.success] == ["gesichert"]
    assert spool(klein) == []
    assert not abfragen.alle_freigaben()

    arbeite_ab(knopf(at, "Jetzt freigeben"))
    assert [s.value for s in at.success] == ["veröffentlicht"]
    assert [(z["Zahl"], z["Fassung"], z["Stand"]) for z in zeilen(at, 0)] == [
        ("Leistungsberechtigte in besonderer Wohnform", 1, "gültig")
    ]
    summe = sum(n for (herkunft, _), n in ZELLEN.items() if herkunft in NAMEN)
    assert titel(oeffne("zahlen", ebene="kreis")) == f"Kleinkreis: {summe} Menschen in besonderer Wohnform"


GEHEIM = 7919
"""A raw count that is found wherever it lies."""


def test_a_raw_count_never_reaches_the_page_or_the_main_database(mit_recht: Oeffne, klein: Path) -> None:
    zellen = {("05978004", "05978004"): GEHEIM, ("05978008", "05978004"): 3}
    at = lade_hoch(mit_recht(), fallzahlendatei(zellen), "geheim.csv")
    schritte = [alles(at)]
    schritte.append(alles(arbeite_ab(at)))
    schritte.append(alles(knopf(at, "Datei übernehmen")))
    schritte.append(alles(arbeite_ab(at)))
    assert [s.value for s in at.success] == ["gesichert"]
    assert all("geheim.csv" in text for text in schritte)
    assert not any(str(GEHEIM) in text for text in schritte)
    with sqlite3.connect(klein / "sozialraumblick.db") as haupt:
        assert not any(str(GEHEIM) in zeile for zeile in haupt.iterdump())
    with sqlite3.connect(klein / "roh.db") as roh:
        assert any(str(GEHEIM) in zeile for zeile in roh.iterdump())
    haupt.close()
    roh.close()


def test_population_figures_hold_at_once(mit_recht: Oeffne) -> None:
    at = lade_hoch(mit_recht(), einwohnerdatei({(ags, "insgesamt"): 1000 for ags in NAMEN}), "ew.csv", "einwohner")
    arbeite_ab(knopf(arbeite_ab(at), "Datei übernehmen"))
    assert any("gelten sofort auf allen Seiten" in m.value for m in at.markdown)
    assert titel(oeffne("zahlen", kennzahl="einwohner")) == "Kleinkreis: 5.000 Einwohnerinnen und Einwohner"


def test_the_same_file_twice_changes_nothing(mit_recht: Oeffne) -> None:
    liefere("fallzahlen", fallzahlendatei(), "alt.csv")
    at = arbeite_ab(lade_hoch(mit_recht(), fallzahlendatei(), "neu.csv"))
    arbeite_ab(knopf(at, "Datei übernehmen"))
    assert "Diese Datei ist schon gespeichert. Es wurde nichts geändert." in hinweise(at)
    assert len(abfragen.lieferungen()) == 1


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (
            b"Vorname;Nachname;Geburtsdatum\nErika;Muster;01.02.1970\n",
            "Die Spalte „Vorname“ sieht nach Angaben zu einzelnen Personen aus. Eingelesen werden nur Anzahlen.",
        ),
        (b"%PDF-1.7\n%abc", "Das ist ein PDF, keine Tabelle."),
        (b"", "Die Datei ist leer."),
    ],
    ids=["Namen", "PDF", "leer"],
)
def test_what_is_no_table_of_counts_is_refused(mit_recht: Oeffne, klein: Path, inhalt: bytes, satz: str) -> None:
    at = arbeite_ab(lade_hoch(mit_recht(), inhalt, "liste.csv"))
    assert any(satz in e.value for e in at.error), [e.value for e in at.error]
    assert "Es wurde nichts gespeichert." in at.markdown[1].value
    assert "Datei übernehmen" not in [b.label for b in at.button]
    assert "Erika" not in alles(at)
    assert spool(klein) == []
    assert not abfragen.lieferungen()


def test_a_file_that_is_too_large_never_reaches_the_queue(mit_recht: Oeffne, klein: Path) -> None:
    at = lade_hoch(mit_recht(), bytes(MAX_BYTES + 1), "gross.csv")
    assert [e.value for e in at.error] == [
        "Die Datei „gross.csv“ ist 26 MB groß. Erlaubt sind 25 MB. Bitte teilen Sie die Datei, zum Beispiel nach "
        "Jahren, oder löschen Sie Blätter, die niemand braucht."
    ]
    assert spool(klein) == []
    assert abfragen.auftraege() == []
    assert not at.run().error


def test_a_freigabe_is_withdrawn_only_after_a_second_yes(mit_recht: Oeffne) -> None:
    liefere("fallzahlen", fallzahlendatei(AWF, grundzahl="lb_awf"), "awf.csv", region="kleinkreis")
    auftraege.stelle_ein(
        recht(),
        Auftragsart.FREIGABE,
        abfragen.lieferungen()[0].eingegangen_am,
        optionen={"region": "kleinkreis", "grundzahlen": ["lb_awf"]},
    )
    at = arbeite_ab(mit_recht())
    (freigabe,) = abfragen.alle_freigaben()
    at.selectbox(key="weg_freigabe").set_value(freigabe.id).run()
    assert at.button(key="knopf_freigabe").disabled
    (sicher,) = at.checkbox
    assert sicher.label == "Die Zahlen verschwinden sofort von allen Seiten. Das will ich."
    sicher.check().run()
    arbeite_ab(at.button(key="knopf_freigabe").click().run())
    assert [s.value for s in at.success] == ["zurückgezogen"]
    assert [z["Stand"] for z in zeilen(at, 0)] == ["zurückgezogen"]
    assert titel(oeffne("zahlen")) == "Kleinkreis: keine veröffentlichten Zahlen"


def test_a_lieferung_is_taken_back(mit_recht: Oeffne) -> None:
    liefere("einwohner", einwohnerdatei({(KREIS + "004", "insgesamt"): 500}), "ew.csv")
    at = mit_recht()
    at.selectbox(key="weg_lieferung").select_index(0).run()
    (sicher,) = at.checkbox
    assert sicher.label == (
        "Die Einwohnerzahlen dieser Datei verschwinden sofort von allen Seiten. Hat eine andere Lieferung dieselben "
        "Zahlen, gilt wieder sie. Das will ich."
    )
    sicher.check().run()
    arbeite_ab(at.button(key="knopf_lieferung").click().run())
    assert [z["Stand"] for z in zeilen(at)] == ["zurückgezogen"]


def test_a_job_that_fails_says_so_without_details(mit_recht: Oeffne, monkeypatch: pytest.MonkeyPatch) -> None:
    def scheitere(*_: object) -> None:
        raise RuntimeError(f"Zeile mit {GEHEIM}")

    monkeypatch.setattr("commands.arbeiten.pruefe", scheitere)
    at = arbeite_ab(lade_hoch(mit_recht(), fallzahlendatei()))
    assert [a.stand for a in abfragen.auftraege()] == [Auftragsstand.FEHLER]
    assert [e.value for e in at.error] == [
        "Dabei ist ein unerwarteter Fehler aufgetreten. Es wurde nichts übernommen. "
        "Einzelheiten stehen im Protokoll des Arbeitsprozesses."
    ]
    assert str(GEHEIM) not in alles(at)


def test_a_filled_workbook_template_is_read(mit_recht: Oeffne) -> None:
    import polars as pl
    import xlsxwriter

    spalten = pl.read_excel(io.BytesIO(vorlage("fallzahlen", "xlsx")), sheet_name="fallzahlen").columns
    puffer = io.BytesIO()
    with xlsxwriter.Workbook(puffer, {"in_memory": True}) as mappe:
        blatt = mappe.add_worksheet("fallzahlen")
        for y, zeile in enumerate([spalten, *(z.split(";") for z in fallzahlendatei().decode().splitlines()[1:])]):
            blatt.write_row(y, 0, zeile)
    at = arbeite_ab(lade_hoch(mit_recht(), puffer.getvalue(), "bwf.xlsx"))
    assert at.markdown[1].value.startswith("**Die Datei ist in Ordnung.**")
