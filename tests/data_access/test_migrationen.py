"""The two Alembic histories make exactly the tables of the models, and can be run again."""

import json
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, inspect, text
from sqlalchemy.exc import OperationalError

from commands.einrichten import richte_ein
from data_access.datenbank import migriere, oeffne
from data_access.einstellungen import einstellungen
from models.roh_tabellen import Rohtabelle
from models.tabellen import Haupttabelle

BEIDE = [
    pytest.param("hauptdatenbank", Haupttabelle.metadata, id="haupt"),
    pytest.param("rohdatenbank", Rohtabelle.metadata, id="roh"),
]


@pytest.mark.parametrize(("welche", "tabellen"), BEIDE)
def test_a_migrated_database_is_what_the_models_say(datenordner: Path, welche: str, tabellen: MetaData) -> None:
    richte_ein()
    maschine = oeffne(getattr(einstellungen(), welche)())
    with maschine.connect() as verbindung:
        kontext = MigrationContext.configure(verbindung, opts={"compare_type": True})
        assert compare_metadata(kontext, tabellen) == []
        assert kontext.get_current_revision() is not None
        assert set(inspect(verbindung).get_table_names()) == {*tabellen.tables, "alembic_version"}
    maschine.dispose()


def test_a_database_in_use_is_changed_without_losing_a_row(datenordner: Path) -> None:
    """Rows that point at each other survive the rebuilding of their tables, from the first state on."""
    url, ordner = einstellungen().hauptdatenbank(), "data_access/migrationen"
    migriere(url, ordner, "0001")
    maschine = oeffne(url)
    with maschine.begin() as verbindung:
        for befehl in (
            "INSERT INTO traeger VALUES ('lwx', 'LWX', 'LWX')",
            "INSERT INTO region (slug, name, kreis_ags, traeger_id, feinste_ebene, reihenfolge, synthetisch) "
            "VALUES ('klein', 'Klein', '05978', 'lwx', 'gemeinde', 0, 0)",
            "INSERT INTO einteilung (id, region_slug, name, beispiel, gueltig_von) "
            "VALUES ('haupt', 'klein', 'Haupt', 0, '2025-01-01')",
            "INSERT INTO planungsraum (id, einteilung_id, name) VALUES ('nord', 'haupt', 'Nord')",
            "INSERT INTO freigabe (id, region_slug, grundzahl, fassung, k, angaben, datei, pruefsumme, stichtage, "
            "quellen, synthetisch, veroeffentlicht_am) VALUES ('f', 'klein', 'lb_bwf', 1, 5, '{}', 'd', 's', '[]', "
            "'[]', 0, '2025-03-01 12:00:00')",
            "INSERT INTO fassung (region_slug, gegenstand, nummer, freigabe_id) VALUES ('klein', 'lb_bwf', 1, 'f')",
        ):
            verbindung.execute(text(befehl))
    richte_ein()
    with maschine.connect() as verbindung:
        assert verbindung.execute(text("SELECT freigabe_id FROM fassung")).scalar() == "f"
        assert verbindung.execute(text("SELECT wahrheiten FROM freigabe")).scalar() == "{}"
        assert verbindung.execute(text("SELECT stamm FROM einteilung")).scalar() == "haupt"
        assert verbindung.execute(text("PRAGMA foreign_key_check")).fetchall() == []
    maschine.dispose()


def test_how_many_rows_files_of_fallzahlen_had_is_forgotten(datenordner: Path) -> None:
    url, ordner = einstellungen().hauptdatenbank(), "data_access/migrationen"
    migriere(url, ordner, "0004")
    maschine = oeffne(url)
    befund = '{"status": "ok", "profil": "%s", "zeilen": 7, "zellen": 8, "zeichen": {"-": 9}}'
    with maschine.begin() as verbindung:
        for nummer, art in enumerate(("fallzahlen", "einwohner"), start=1):
            verbindung.execute(
                text(
                    "INSERT INTO lieferung (id, nummer, art, absender, datei, sha256, stichtage, gegenstaende, quelle, "
                    "zeilen, eingegangen_am, stand, synthetisch, quellschutz) VALUES (:art, :nummer, :art, 'LWX', 'd', "
                    "'s', '[]', '[]', '', 7, '2025-03-01 12:00:00', 'gespeichert', 0, 'keiner')"
                ),
                {"art": art, "nummer": nummer},
            )
            verbindung.execute(
                text(
                    "INSERT INTO auftrag (art, datei, optionen, stand, fortschritt, ergebnis, erstellt_am) "
                    "VALUES ('pruefen', 'd', '{}', 'fertig', '{}', :ergebnis, '2025-03-01 12:00:00')"
                ),
                {"ergebnis": f'{{"art": "{art}", "befund": {befund % art}}}'},
            )
    richte_ein()
    with maschine.connect() as verbindung:
        assert verbindung.execute(text("SELECT zeilen FROM lieferung ORDER BY nummer")).scalars().all() == [None, 7]
        verdeckt, offen = verbindung.execute(text("SELECT ergebnis FROM auftrag ORDER BY id")).scalars().all()
    assert json.loads(verdeckt) == {"art": "fallzahlen", "befund": {"status": "ok", "profil": "fallzahlen"}}
    assert json.loads(offen)["befund"] == json.loads(befund % "einwohner")
    maschine.dispose()


def test_a_step_that_breaks_changes_nothing(datenordner: Path) -> None:
    url, ordner = einstellungen().hauptdatenbank(), "data_access/migrationen"
    migriere(url, ordner, "0002")
    maschine = oeffne(url)
    with maschine.begin() as verbindung:
        verbindung.execute(text("CREATE TABLE absenderschluessel (x TEXT)"))  # in the way of the last table of 0003
    with pytest.raises(OperationalError, match="absenderschluessel"):
        richte_ein()
    with maschine.connect() as verbindung:
        assert verbindung.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0002"
        assert "schutzregel" not in inspect(verbindung).get_table_names()
    maschine.dispose()


def test_raw_counts_and_everything_else_share_no_table() -> None:
    assert not set(Haupttabelle.metadata.tables) & set(Rohtabelle.metadata.tables)


def test_an_installation_can_be_set_up_again_without_losing_anything(klein: Path) -> None:
    vorher = (klein / "sozialraumblick.db").stat().st_size
    richte_ein()
    richte_ein()
    assert (klein / "sozialraumblick.db").stat().st_size == vorher


def test_the_raw_database_is_readable_by_its_owner_only(datenordner: Path) -> None:
    richte_ein()
    assert {p.name: oct(p.stat().st_mode & 0o777) for p in datenordner.glob("roh.db*")} == {"roh.db": "0o600"}


def test_a_raw_database_that_became_readable_is_closed_again(klein: Path) -> None:
    (klein / "roh.db").chmod(0o644)
    richte_ein()
    assert (klein / "roh.db").stat().st_mode & 0o777 == 0o600
