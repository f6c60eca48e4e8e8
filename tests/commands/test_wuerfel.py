"""Protection at the sender: one installation hands over a file, another imports it and holds no raw cell."""

import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from analysis import freigabe as freigaben
from analysis.freigabe.stoff import DEMO_GEHEIMNIS
from commands import paket as pakete
from commands.ausfuhr import Wunsch, exportiere, exportiere_stroeme
from commands.einlesen import Importergebnis
from data_access import abfragen, datenbank, schreiben, wuerfellieferung
from data_access.roh import ablage
from models.tabellen import Freigabe
from tests.commands.test_cli import cli, objekt
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    JETZT,
    benutze,
    fallzahlendatei,
    kleinkreis,
    liefere,
    recht,
)
from tests.pakete import ABSENDER, abdruck, als_geprueft, eintrag, manifest, unterschreibe_neu, zerlege

BWF = "wuerfel/lb_bwf.parquet"
SPAETER = JETZT.replace(month=4)


def nimm(inhalt: bytes, **antworten: str) -> Importergebnis:
    """Import a package; its sender is believed."""
    return liefere("wuerfel", inhalt, "nord.srbpaket", antworten={"absender": abdruck(inhalt), **antworten})


def grund(inhalt: bytes, **antworten: str) -> str:
    ergebnis = nimm(inhalt, **antworten)
    assert ergebnis.befund.status == "abgelehnt", ergebnis.befund
    assert abfragen.lieferungen() == [] or ergebnis.lieferung is None
    return ergebnis.befund.fehler[0].grund


def zeilen_der_rohseite(ordner: Path) -> list[str]:
    with sqlite3.connect(ordner / "roh.db") as db:
        zeilen = [z for z in db.iterdump() if z.startswith("INSERT") and "alembic_version" not in z]
    db.close()
    return zeilen


def test_from_the_traeger_to_the_kreis_without_a_raw_cell(
    vorlage_gefuellt: Path, vorlage_klein: Path, tmp_path: Path
) -> None:
    datei = tmp_path / "nord.srbpaket"
    wuensche = [
        Wunsch(g, ebene, "kleinkreis", p)
        for g, ebene, p in (
            ("lb_bwf", "gemeinde", "herkunft"),
            ("lb_bwf", "gemeinde", "leistungsort"),
            ("lb_bwf", "planungsraum", "herkunft"),
            ("lb_bwf", "kreis", "herkunft"),
            ("lb_awf", "gemeinde", "herkunft"),
        )
    ]

    def alles() -> list[bytes]:
        return [*(exportiere(w, "csv") for w in wuensche), exportiere_stroeme("lb_bwf", "kleinkreis")]

    with benutze(shutil.copytree(vorlage_gefuellt, tmp_path / "traeger")):
        fertig = objekt("release", "--region", "kleinkreis", "--paket", datei)
        eigener = objekt("schluessel")
        assert fertig["paket"] == str(datei)
        assert (fertig["absender"], fertig["fingerabdruck"]) == (ABSENDER, eigener["anzeige"])
        dort = alles()
        berichte = {f.grundzahl: f.pruefbericht for f in abfragen.alle_freigaben() if f.fassung == 2}
    with benutze(shutil.copytree(vorlage_klein, tmp_path / "kreis")) as ordner:
        offen = objekt("import", "wuerfel", datei, "--dry-run", code=3)
        assert [(f["schluessel"], f["auswahl"][0]) for f in offen["fragen"]] == [("absender", eigener["anzeige"])]
        assert "rufen Sie den Absender" in offen["fragen"][0]["text"]
        assert objekt("import", "wuerfel", datei, code=3)["status"] == "rueckfrage"
        assert abfragen.lieferungen() == []
        falsch = objekt("import", "wuerfel", datei, "--antwort", f"absender={'0000 ' * 8}", code=1)
        assert "nicht der dieses Pakets" in falsch["fehler"][0]["grund"]
        antwort = f"absender={eigener['anzeige']}"
        gesehen = objekt("import", "wuerfel", datei, "--antwort", antwort, "--dry-run")
        assert gesehen["zellen"] > 40
        assert wuerfellieferung.bekannte_absender() == []
        neu = objekt("import", "wuerfel", datei, "--antwort", antwort)
        assert alles() == dort
        assert zeilen_der_rohseite(ordner) == []
        (lieferung,) = abfragen.lieferungen()
        assert (lieferung.id, lieferung.art, lieferung.absender) == (neu["lieferung"], "wuerfel", ABSENDER)
        assert {f.fassung for f in abfragen.alle_freigaben()} == {2}  # the number it has at the Träger
        assert {f.grundzahl: f.pruefbericht for f in abfragen.alle_freigaben()} == berichte
        assert {f.lieferung_id for f in abfragen.alle_freigaben()} == {lieferung.id}
        assert [a["name"] for a in objekt("schluessel")["absender"]] == [ABSENDER]
        assert objekt("import", "wuerfel", datei)["unveraendert"] is True
        assert objekt("inspect", datei)["profil"] == "wuerfel"
        assert "Freigaben sind mit zurückgezogen" in cli("retract", lieferung.id).stdout
        assert abfragen.stand("kleinkreis").freigaben == ()
        assert all(f.zurueckgezogen_am for f in abfragen.alle_freigaben())
        assert objekt("import", "wuerfel", datei)["unveraendert"] is False  # known by now: not asked again
        assert alles() == dort


def test_without_a_passed_audit_no_package_is_written(gefuellt: Path, tmp_path: Path) -> None:
    with datenbank.sitzung() as s:
        for frei in abfragen.alle_freigaben():
            s.get_one(Freigabe, frei.id).pruefbericht = {"bestanden": False}
    with pytest.raises(pakete.PaketAbgelehnt, match="Ohne bestandene Geheimhaltungsprüfung"):
        pakete.baue(kleinkreis(), abfragen.alle_freigaben(), ABSENDER, JETZT)
    fehlt = objekt("release", "--region", "kleinkreis", "--paket", tmp_path / "fehlt" / "x.srbpaket", code=1)
    assert "kann nicht geschrieben werden" in fehlt["grund"]
    assert {f.fassung for f in abfragen.alle_freigaben()} == {1}  # said before anything was published


def test_a_package_holds_nothing_of_the_raw_side(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is built with the raw database locked, and what was planted there is nowhere in it."""
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 50, (BERG, ALTDORF): 3, (CELL, CELL): 1}), "klient.csv")
    freigaben.gib_frei(recht(), kleinkreis(), "lb_bwf", JETZT)
    guete = [z for z in zeilen_der_rohseite(klein) if "freigabegrundlage" in z]

    def verschlossen() -> None:
        raise AssertionError("Die Rohseite wurde geöffnet.")

    monkeypatch.setattr(ablage, "_sitzung", verschlossen)
    inhalt = pakete.baue(kleinkreis(), als_geprueft(), ABSENDER, JETZT)
    assert guete
    assert "hoechste_abweichung" in guete[0]
    assert not any(wort in inhalt for wort in (b"klient", b"guete", b"abweichung", b"anzahl"))
    zellen = pl.read_parquet(io.BytesIO(zerlege(inhalt)[BWF]))
    assert zellen.columns == ["stichtag", "herkunft", "leistungsort", "wert"]
    assert not set(zellen["wert"]) & {1, 2, 3, 4}


def test_a_name_is_letters_and_what_stands_between_words(gefuellt: Path) -> None:
    for name in ("![x](http://woanders.de)", "LWX\u202e", "", "x" * 201):
        with pytest.raises(pakete.PaketAbgelehnt, match="Der Name des Absenders darf"):
            pakete.baue(kleinkreis(), als_geprueft(), name, JETZT)
    assert pakete.baue(kleinkreis(), als_geprueft(), "Träger (Süd) & Partner", JETZT)


def _setze(name: str, wert: Any) -> Callable[[dict[str, Any]], None]:
    return lambda objekt: eintrag(objekt).__setitem__(name, wert)


def _angabe(name: str, wert: Any) -> Callable[[dict[str, Any]], None]:
    return lambda objekt: eintrag(objekt)["angaben"].__setitem__(name, wert)


@pytest.mark.parametrize(
    ("aendere", "satz"),
    [
        (_setze("pruefbericht", {}), "ohne bestandene Geheimhaltungsprüfung"),
        (_setze("pruefbericht", {"bestanden": False}), "ohne bestandene Geheimhaltungsprüfung"),
        (_setze("pruefbericht", {"bestanden": "ja"}), "ohne bestandene Geheimhaltungsprüfung"),
        (_setze("wahrheiten", {}), "Zu jedem Stichtag gehört eine Prüfsumme"),
        (_angabe("k", 3), "mit k = 3 geschützt, hier gilt mindestens k = 5"),
        (_angabe("k", 1), "mit k = 1 geschützt"),
        (_angabe("c", 4), "c = 4 passt nicht zu k = 5"),
        (_angabe("raumprinzipien", []), "nicht nach nichts"),
        (_angabe("gemeinden", [ALTDORF, "09162000"]), "nicht bekannt sind: 09162000"),
        (_angabe("gemeinden", [ALTDORF, BERG]), "passt nicht zu den Räumen"),
        (_angabe("weitere", ["05978", "uebrige"]), "Liste der anderen Kreise"),
        (_angabe("weitere", ["05915", "05913", "uebrige", "unbekannt"]), "Zellen, die zu seinen Angaben gehören"),
        (lambda o: o["region"].__setitem__("kreis_ags", "09162"), "Der Kreis 09162 ist hier nicht bekannt"),
        (
            _angabe(
                "eckwerte",
                [
                    {
                        "stichtag": "2024-12-31",
                        "raumprinzip": "herkunft",
                        "gebiet": "05978",
                        "anzahl": 500,
                        "spiel": 0,
                        "quelle": "Amt",
                    }
                ],
            ),
            "passt zum 31.12.2024 nicht zu der öffentlichen Zahl",
        ),
    ],
)
def test_a_package_rightly_signed_but_wrong_is_refused(
    klein: Path, paket: bytes, aendere: Callable[[dict[str, Any]], None], satz: str
) -> None:
    assert satz in grund(unterschreibe_neu(paket, aendere))
    assert abfragen.alle_freigaben() == []


def mit_zellen(paket: bytes, zellen: pl.DataFrame) -> bytes:
    """The package with another cube, rightly signed."""
    puffer = io.BytesIO()
    zellen.write_parquet(puffer)
    return unterschreibe_neu(paket, teile={BWF: puffer.getvalue()})


@pytest.mark.parametrize("wert", [1, 2, 3, 4])
def test_a_cube_with_an_unprotected_number_is_refused_and_the_number_not_repeated(
    klein: Path, paket: bytes, wert: int
) -> None:
    zellen = pl.read_parquet(io.BytesIO(zerlege(paket)[BWF]))
    siebte = pl.when(pl.int_range(pl.len()) == 7).then(wert).otherwise("wert").cast(pl.Int32)
    text = grund(mit_zellen(paket, zellen.with_columns(wert=siebte)))
    assert text.startswith("„Leistungsberechtigte in besonderer Wohnform“ enthält Zahlen, die bei k = 5 nicht stehen")
    assert str(wert) not in text


def test_a_cube_of_another_grid_or_form_is_refused(klein: Path, paket: bytes) -> None:
    zellen = pl.read_parquet(io.BytesIO(zerlege(paket)[BWF]))
    fremd = zellen.with_columns(pl.col("herkunft").replace({ALTDORF: "05978777"}))
    assert "Es fehlen welche, oder es gibt fremde" in grund(mit_zellen(paket, fremd))
    for andere in (
        zellen.head(-1),
        pl.concat([zellen.head(-1), zellen.head(1)]),
        zellen.with_columns(wert=-pl.col("wert")),
        zellen.with_columns(wahr=pl.col("wert")),
        zellen.with_columns(pl.col("wert").cast(pl.Int64)),
    ):
        assert "Ein Würfel hat nicht die Spalten oder nicht die" in grund(mit_zellen(paket, andere))


def test_what_is_no_package_is_said_to_be_none(klein: Path, paket: bytes) -> None:
    assert "kein Paket geschützter Zahlen" in liefere("wuerfel", b"a;b\n1;2\n").befund.fehler[0].grund
    fremd = liefere("fallzahlen", paket, "x.srbpaket").befund.fehler[0].grund
    assert fremd.startswith("Das ist ein Paket geschützter Zahlen, keine Lieferung von Fallzahlen.")
    falsch = liefere("wuerfel", paket, "x", region="kreis-unna", antworten={"absender": abdruck(paket)})
    assert falsch.befund.fehler[0].grund == "Das Paket gehört zu Kleinkreis, nicht zu „kreis-unna“."


def test_another_key_under_a_known_name_is_a_loud_question(klein: Path, paket: bytes) -> None:
    """Both packages say that they come from the Träger; the second is signed by somebody else."""
    assert nimm(paket).lieferung is not None
    neu = fassung(paket, 2)
    (frage,) = liefere("wuerfel", neu).befund.fragen
    assert frage.text.startswith("ACHTUNG, der Schlüssel hat sich geändert: Bisher angenommen ist")
    assert abdruck(paket) in frage.text
    assert abdruck(neu) in frage.text
    assert frage.auswahl == (abdruck(neu), "ablehnen")
    assert "nicht bestätigt" in liefere("wuerfel", neu, antworten={"absender": "ablehnen"}).befund.fehler[0].grund
    assert nimm(neu).lieferung is not None
    assert [a.schluessel for a in wuerfellieferung.bekannte_absender()] == [manifest(neu)["absender"]["schluessel"]]


def fassung(paket: bytes, nummer: int, tag: str = "2025-03-02", **mehr: object) -> bytes:
    """The package as a later one of the same sender."""

    def aendere(objekt: dict[str, Any]) -> None:
        objekt.update(mehr)
        for e in objekt["wuerfel"]:
            e.update(fassung=nummer, freigegeben_am=tag)

    return unterschreibe_neu(paket, aendere)


def test_only_what_is_newer_replaces_what_is_in_force(klein: Path, paket: bytes) -> None:
    assert nimm(fassung(paket, 4)).lieferung is not None
    for alt in (fassung(paket, 3), fassung(paket, 5, "2025-03-01")):
        assert "Das Paket ist älter als das, was gilt" in grund(alt)
    anders = unterschreibe_neu(fassung(paket, 4), _angabe("c", 0))
    assert "gilt hier schon als Fassung 4, aber mit anderem Inhalt" in grund(anders)
    stand = abfragen.stand("kleinkreis")
    nochmal = nimm(fassung(paket, 4, erstellt_am="2025-05-01T00:00:00Z"))
    assert nochmal.unveraendert
    assert nochmal.lieferung is not None
    assert abfragen.stand("kleinkreis") == stand
    assert not nimm(fassung(paket, 5)).unveraendert
    assert {f.fassung for f in abfragen.freigaben([i for _, i in abfragen.stand("kleinkreis").freigaben])} == {5}


def test_two_sources_of_the_same_truth_are_a_question_and_refused_by_default(gefuellt: Path, paket: bytes) -> None:
    vorher = abfragen.stand("kleinkreis")
    (frage,) = liefere("wuerfel", paket, antworten={"absender": abdruck(paket)}).befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("zwei_quellen", ("ablehnen", "uebernehmen"))
    assert "lassen sich verrechnen" in frage.text
    assert "Die vorhandenen Zahlen bleiben" in grund(paket, zwei_quellen="ablehnen")
    assert abfragen.stand("kleinkreis") == vorher
    assert nimm(paket, zwei_quellen="uebernehmen").lieferung is not None
    hoeher = unterschreibe_neu(paket, lambda objekt: eintrag(objekt)["angaben"].update(k=6, c=3))
    assert "wurde hier schon mit k = 5 veröffentlicht" in grund(hoeher, zwei_quellen="uebernehmen")


def test_the_public_key_of_the_demonstration_signs_synthetic_data_only(klein: Path, paket: bytes) -> None:
    echt = unterschreibe_neu(paket, geheimnis=DEMO_GEHEIMNIS)
    assert "öffentlichen Schlüssel der Vorführung" in grund(echt)

    def als_synthetisch(objekt: dict[str, Any]) -> None:
        for ziel in (objekt, *objekt["wuerfel"]):
            ziel["synthetisch"] = True

    synthetisch = unterschreibe_neu(paket, als_synthetisch, geheimnis=DEMO_GEHEIMNIS)
    assert nimm(synthetisch).lieferung is not None
    assert all(f.synthetisch for f in abfragen.alle_freigaben())


def test_a_kill_leaves_nothing_half(klein: Path, paket: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def bricht_ab(*_: object) -> None:
        raise OSError("Strom weg")

    for ort, name in ((schreiben, "erhoehe"), (wuerfellieferung, "speichere")):
        with monkeypatch.context() as m:
            m.setattr(ort, name, bricht_ab)
            with pytest.raises(OSError, match="Strom weg"):
                nimm(paket)
        assert abfragen.lieferungen() == []
        assert abfragen.alle_freigaben() == []
        assert wuerfellieferung.bekannte_absender() == []
    assert nimm(paket).lieferung is not None


def test_a_kreis_of_the_register_becomes_a_region_with_its_traeger(
    vorlage_klein: Path, paket: bytes, tmp_path: Path
) -> None:
    with benutze(shutil.copytree(vorlage_klein, tmp_path / "var")) as ordner:
        with sqlite3.connect(ordner / "sozialraumblick.db") as db:
            db.executescript(
                "DELETE FROM planungsraumgemeinde; DELETE FROM planungsraum; DELETE FROM einteilung;"
                "DELETE FROM region; DELETE FROM traeger;"
                "INSERT INTO gebiet (ags, ars, ebene, name, name_amtlich, land_ags, gemeindefrei, gueltig_von) "
                "VALUES ('05978', '05978', 'kreis', 'Kleinkreis', 'Kleinkreis', '05', 0, '2016-01-01')"
            )
        db.close()
        assert abfragen.regionen() == []
        assert nimm(paket).lieferung is not None
        (region,) = abfragen.regionen()
        assert (region.slug, region.kreis_ags, region.name, region.traeger_id) == (
            "05978",
            "05978",
            "Kleinkreis",
            "lwx",
        )
        assert b"Altdorf" in exportiere(Wunsch("lb_bwf", "gemeinde", "05978"), "csv")


def test_a_sender_can_be_forgotten(klein: Path, paket: bytes) -> None:
    nimm(paket)
    assert abdruck(paket) in cli("schluessel").stdout
    assert objekt("schluessel", "--vergiss", "0000", code=1)["status"] == "abgelehnt"
    assert "Vergessen: Landschaftsverband X." in cli("schluessel", "--vergiss", abdruck(paket)).stdout
    assert wuerfellieferung.bekannte_absender() == []
    assert schreiben.naechste_lieferungsnummer() == 2
