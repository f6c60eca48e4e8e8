"""Files about duties end to end: a proof finds its region by its rule; what is not clear is asked or refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from sqlmodel import Session
from typer.testing import CliRunner

from cli import app
from commands import gremienimport
from data_access.datenbank import sitzung
from data_access.gremien.buch import schritt
from data_access.gremien.lesen import lies
from data_access.gremien.uebernahme import uebernimm
from models.tabellen import Region
from tests.commands.test_gremienimport import fuehre_ein, gruende, stand
from tests.data_access.importing.test_gremien import datei
from tests.fristenkreis import K, lege_pflichten_an, pflicht
from tests.gremien import RUNDE
from tests.installation import JETZT, recht

KURZ = ("rule", "instanz", "datum", "art", "notiz")
"""The columns of the Contract."""


@pytest.fixture
def pflichten(klein: Path) -> Path:
    lege_pflichten_an()
    return klein


def nachweise(*zeilen: tuple[str, ...], kopf: tuple[str, ...] = KURZ) -> bytes:
    return datei("nachweise", *zeilen, kopf=kopf)


def zweite_region() -> None:
    """Another region with a rule of the same number."""
    with sitzung() as s:
        _lege_region_an(s)
    with schritt(recht(), "zweitkreis", "Pflichten", JETZT) as offen:
        uebernimm(offen, "pflichten", [pflicht("R08", "Andere Pflicht", "anlass", "kreis") | {"region": "zweitkreis"}])


def _lege_region_an(s: Session) -> None:
    alt = s.get_one(Region, K)
    werte = alt.model_dump() | {"slug": "zweitkreis", "name": "Zweitkreis", "kreis_ags": "05999"}
    s.add(Region(**werte | {"haupteinteilung_id": None}))


def test_a_proof_finds_its_region_by_its_rule_and_words_as_people_write_them(pflichten: Path) -> None:
    vorher = lies(K)
    ergebnis = fuehre_ein(
        "nachweise",
        nachweise(
            ("R10", "2024", "28.04.2024", "gemeldet", "", "LWL", "Datenaustausch der Arbeitsgemeinschaft"),
            ("R08", "2025", "02.05.2025", "steht noch aus", "Abfrage läuft", "Kreis", ""),
            kopf=(*KURZ, "seite", "kanal"),
        ),
    )
    assert ergebnis.lieferung is not None
    assert (ergebnis.lieferung.art, ergebnis.lieferung.region_slug, ergebnis.befund.zeilen) == ("nachweise", K, 2)
    assert [(n.rule, n.instanz, n.datum, n.art, n.seite, n.kanal, n.notiz) for n in lies(K).nachweise] == [
        ("R10", "2024", date(2024, 4, 28), "mitteilung", "traeger", "arbeitsgemeinschaft", ""),
        ("R08", "2025", date(2025, 5, 2), "steht_aus", "kreis", None, "Abfrage läuft"),
    ]
    gremienimport.ziehe_lieferung_zurueck(recht(), ergebnis.lieferung.id, JETZT)
    assert lies(K) == vorher


def test_the_same_proofs_a_second_time_change_nothing(pflichten: Path) -> None:
    assert fuehre_ein("nachweise", nachweise(("R10", "2024", "2024-04-28", "mitteilung", ""))).lieferung is not None
    vorher = stand()
    # Another file, the same proof with its region.
    mit_region = nachweise(("R10", "2024", "2024-04-28", "mitteilung", "", K), kopf=(*KURZ, "region"))
    assert fuehre_ein("nachweise", mit_region).unveraendert
    assert stand() == vorher


@pytest.mark.parametrize(
    ("zeile", "kopf", "zeilennummer", "satz"),
    [
        (("R99", "2024", "2024-04-28", "mitteilung", ""), KURZ, 3, "Die Regel „R99“ gibt es hier nicht."),
        (
            ("R99", "2024", "2024-04-28", "mitteilung", "", K),
            (*KURZ, "region"),
            3,
            "Die Regel „R99“ gibt es in „kleinkreis“ nicht.",
        ),
        (("R10", "24", "2024-04-28", "mitteilung", ""), KURZ, 3, "„24“ ist weder ein Jahr noch"),
        (("R10", "2024", "2024-04-28", "steht_aus", ""), KURZ, 3, "Bei „steht noch aus“ gehört dazu, welche Seite"),
        (("R10", "2024", "2024-04-28", "anruf", ""), KURZ, 3, "Dieses Wort kennt die Spalte nicht."),
        (("R10", "2024", "", "mitteilung", ""), KURZ, 3, "Die Angabe fehlt: Tag des Nachweises."),
    ],
)
def test_what_is_wrong_is_refused_with_its_line_and_nothing_is_stored(
    pflichten: Path, zeile: tuple[str, ...], kopf: tuple[str, ...], zeilennummer: int, satz: str
) -> None:
    vorher = stand()
    gut = ("R10", "2023", "2023-04-28", "mitteilung", "", K)[: len(kopf)]
    ergebnis = fuehre_ein("nachweise", nachweise(gut, zeile, kopf=kopf))
    assert satz in gruende(ergebnis)
    assert [f.zeile for f in ergebnis.befund.fehler] == [zeilennummer]
    assert stand() == vorher


def test_a_rule_of_two_regions_is_asked_about(pflichten: Path) -> None:
    zweite_region()
    inhalt = nachweise(("R08", "2025", "2025-02-28", "mitteilung", ""))
    offen = fuehre_ein("nachweise", inhalt)
    (frage,) = offen.befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("region", (K, "zweitkreis"))
    assert frage.text == "Die Regel „R08“ gibt es in Kleinkreis und Zweitkreis. Für welche Region gilt die Datei?"
    assert not lies(K).nachweise
    antwort = fuehre_ein("nachweise", inhalt, {"region": "zweitkreis"})
    assert antwort.lieferung is not None
    assert antwort.lieferung.region_slug == "zweitkreis"
    # Named on the command line, or in the file, nothing is asked.
    assert fuehre_ein("nachweise", inhalt, region=K).lieferung is not None
    gemischt = nachweise(("R08", "2024", "2024-02-28", "mitteilung", "", K), kopf=(*KURZ, "region"))
    assert fuehre_ein("nachweise", gemischt).lieferung is not None
    assert [len(lies(r).nachweise) for r in (K, "zweitkreis")] == [2, 1]
    beide = nachweise(("R08", "2024", "2024-02-28", "mitteilung", ""), ("R10", "2024", "2024-02-28", "mitteilung", ""))
    falsch = fuehre_ein("nachweise", beide, {"region": "zweitkreis"})
    assert "Die Datei meint mehrere Regionen: Zweitkreis, Kleinkreis." in gruende(falsch)


def test_names_of_persons_in_an_office_are_refused_and_in_a_note_warned_about(pflichten: Path) -> None:
    kopf = ("termin", "region", "datum", "titel", "stelle", "notiz")
    zeile = ("t-1", K, "2025-03-10", "Zahlen holen", "Frau Erika Muster", "")
    abgelehnt = fuehre_ein("termine", datei("termine", zeile, kopf=kopf))
    assert "Erlaubt sind Stellen und Einrichtungen" in gruende(abgelehnt)
    inhalt = nachweise(("R10", "2024", "2024-04-28", "mitteilung", "Herr Dr. Muster hat es geschickt"))
    assert any("Name einer Person" in w for w in fuehre_ein("nachweise", inhalt).befund.warnungen)


def test_every_kind_of_the_duties_goes_through_the_command_line(pflichten: Path, tmp_path: Path) -> None:
    zeilen = {
        "rechtsgrundlagen": ("hag-neu", K, "§ 5 HAG", "Zusammenarbeit", "2023-09-01", "", "nein", "", ""),
        "pflichten": ("R20", K, "Änderung nur gemeinsam", "in Abstimmung", "Anlage 2", "kv", RUNDE, "hag-neu")
        + ("pflicht", "gremium", "", "anlass", *[""] * 7, "01.01.2023", *[""] * 6),
        "nachweise": ("R20", "2024", "2024-05-02", "Beschluss", "", K, "Kreis", ""),
        "termine": ("t-1", K, "2025-03-10", "Zahlen holen", "Sozialplanung", RUNDE, "", ""),
        "widersprueche": ("w-1", K, "C1", "Wie oft?", "§ 5|Anlage 2", "zweimal|1 - 2x", "Beide bleiben.", "R01|R20"),
    }
    lauf, dateien = CliRunner(), {}
    for kind, zeile in zeilen.items():
        pfad = tmp_path / f"{kind}.csv"
        pfad.write_bytes(datei(kind, zeile))
        ergebnis = lauf.invoke(app, ["import", kind, str(pfad), "--json"])
        assert ergebnis.exit_code == 0, (kind, ergebnis.output)
        assert json.loads(ergebnis.stdout)["zeilen"] == 1
        dateien[kind] = pfad
    e = lies(K)
    assert [len(x) for x in (e.rechtsgrundlagen, e.pflichten, e.nachweise, e.termine, e.widersprueche)] == [
        1,
        6,
        1,
        1,
        1,
    ]
    for kind in zeilen:
        aus = tmp_path / f"{kind}-aus.csv"
        assert lauf.invoke(app, ["gremien", "export", kind, "--region", K, "--out", str(aus)]).exit_code == 0
        noch_einmal = lauf.invoke(app, ["import", kind, str(aus), "--json"])
        assert noch_einmal.exit_code == 0, noch_einmal.output
    assert lies(K) == e


def test_the_due_days_are_written_as_a_calendar(pflichten: Path, tmp_path: Path) -> None:
    fuehre_ein("nachweise", nachweise(("R10", "2024", "2024-04-28", "mitteilung", "")))
    datei_, befehl = tmp_path / "f.ics", ["duties", "--region", K, "--stand", "2024-12-01", "--ical"]
    gesagt = {}
    for weg in ((), ("--aussen",)):
        assert CliRunner().invoke(app, [*befehl, str(datei_), *weg]).exit_code == 0
        gelesen = Calendar.from_ical(datei_.read_bytes())
        assert isinstance(gelesen, Calendar)
        gesagt[weg] = [(e.start, str(e["summary"])) for e in gelesen.events]
    assert (
        gesagt[()]
        == gesagt["--aussen",]
        == [
            (date(2024, 12, 31), "Frist: Runde tagt einmal, 2024"),
            (date(2025, 4, 30), "Frist: Schulabgänge nennen, 2025 (für 2026)"),
            (date(2025, 4, 30), "Frist: Anzahl mitteilen, 2025 (für 2024)"),
            (date(2025, 6, 30), "Recht, letzter Tag: Kündigung, 2025"),
            (date(2025, 9, 22), "Sitzung: Runde"),
            (date(2025, 12, 31), "Frist: Runde tagt einmal, 2025"),
        ]
    )
    falsch = CliRunner().invoke(app, [*befehl, str(tmp_path / "fehlt" / "f.ics")])
    assert (falsch.exit_code, "Der Ordner fehlt" in falsch.output) == (1, True)
