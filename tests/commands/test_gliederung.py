"""Breakdowns on the command line: published, kept, exported in every form, priced before; and what is refused."""

import io
import json
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl
import pytest

from commands.arbeiten import arbeite
from commands.vorschau import FalscheGliederung, lies_nach
from data_access import abfragen, auftraege, wuerfelspeicher
from models.vokabular import Auftragsart, Auftragsstand
from tests import gegliedert
from tests.commands.test_cli import cli, objekt
from tests.installation import JETZT, STICHTAG, liefere, recht

NACH = ("--nach", "altersgruppe,geschlecht")
EXPORT = ("export", "lb_bwf", "--ebene", "kreis", "--region", "kleinkreis")


def gib_frei(*mehr: str, code: int = 0) -> Any:
    return objekt("release", "--region", "kleinkreis", "--kennzahl", "lb_bwf", *mehr, code=code)


def zweiter_wuerfel() -> pl.DataFrame | None:
    frei = abfragen.freigaben([dict(abfragen.stand("kleinkreis").freigaben)["lb_bwf"]])[0]
    if frei.gliederung_datei is None or frei.gliederung_pruefsumme is None:
        return None
    return wuerfelspeicher.lies_gliederung(frei.gliederung_datei, frei.gliederung_pruefsumme)


@pytest.fixture
def geliefert(klein: Path) -> Path:
    gegliedert.liefere_gegliedert()
    return klein


def exportiere(ordner: Path, *mehr: str, format_: str = "csv", code: int = 0) -> bytes:
    ziel = ordner / f"werte.{format_}"
    ergebnis = cli(*EXPORT, *mehr, "--format", format_, "--out", ziel, code=code)
    return ziel.read_bytes() if not code else ergebnis.output.encode()


def test_nothing_is_broken_down_unless_asked_for(geliefert: Path) -> None:
    gib_frei()
    assert zweiter_wuerfel() is None


def test_the_published_breakdown_adds_up_and_stays_in_the_next_release(geliefert: Path) -> None:
    assert gib_frei(*NACH)["hinweise"] == []
    erster = zweiter_wuerfel()
    assert erster is not None
    summen = dict(erster.group_by("stichtag").agg(pl.col("wert").sum()).iter_rows())
    (kreis,) = _zeilen(exportiere(geliefert, "--jahr", "2024"))
    assert summen[STICHTAG] == int(kreis["wert"])
    assert erster.filter(pl.col("wert").is_in([1, 2, 3, 4])).is_empty()
    gib_frei()
    zweiter = zweiter_wuerfel()
    assert zweiter is not None
    assert zweiter.equals(erster)
    assert "mit der ersten verrechnen" in gib_frei("--nach", "altersgruppe", code=1)["grund"]
    gib_frei("--nach", "keine")
    assert zweiter_wuerfel() is None


def test_a_corrected_lieferung_changes_only_what_it_corrects(geliefert: Path) -> None:
    gib_frei(*NACH)
    erster = zweiter_wuerfel()
    liefere("fallzahlen", gegliedert.fallzahlendatei(mehr={("50-59", "w"): 2}), "bwf2024neu.csv")
    gib_frei()
    neuer = zweiter_wuerfel()
    assert erster is not None
    assert neuer is not None
    anders = erster.join(neuer, on=["stichtag", "altersgruppe", "geschlecht"]).filter(
        pl.col("wert") != pl.col("wert_right")
    )
    assert anders.select("stichtag", "altersgruppe", "geschlecht").rows() in (
        [(STICHTAG, "50-59", "w")],
        [],
    )


def test_the_export_has_every_age_and_sex_with_bounds_and_sums(geliefert: Path) -> None:
    gib_frei(*NACH)
    zeilen = {(z["altersgruppe"], z["geschlecht"]): z for z in _zeilen(exportiere(geliefert, *NACH, "--jahr", "2024"))}
    assert len(zeilen) == 5 * 5
    for (alter, sex), z in zeilen.items():
        wahr = sum(
            sum(orte.values())
            for (a, g), orte in gegliedert.TEILE.items()
            if alter in (a, "insgesamt") and sex in (g, "insgesamt")
        )
        assert int(z["von"]) <= wahr <= int(z["bis"])
        assert z["status"] == ("gezeigt" if z["von"] == z["bis"] else "geschuetzt")
    assert zeilen["60-64", "w"]["wert"] in ("0", "5")
    innen = sum(int(z["wert"]) for (a, g), z in zeilen.items() if "insgesamt" not in (a, g))
    assert innen == int(zeilen["insgesamt", "insgesamt"]["wert"])
    nur_alter = _zeilen(exportiere(geliefert, "--nach", "altersgruppe", "--jahr", "2024"))
    assert {z["geschlecht"] for z in nur_alter} == {"insgesamt"}
    assert len(nur_alter) == 5


def test_rates_divide_by_the_inhabitants_of_the_same_age_and_sex(geliefert: Path) -> None:
    gib_frei(*NACH)
    ziel = geliefert / "rate.csv"
    cli("export", "W1", *EXPORT[2:], *NACH, "--jahr", "2024", "--out", ziel)
    zeilen = {(z["altersgruppe"], z["geschlecht"]): z for z in _zeilen(ziel.read_bytes())}
    maenner = zeilen["18-49", "m"]
    assert maenner["nenner"] == "4000"
    assert float(maenner["wert"]) == pytest.approx(int(maenner["zaehler"]) / 4)
    assert zeilen["65+", "insgesamt"]["nenner"] == "6000"
    assert zeilen["insgesamt", "w"]["nenner"] == "9200"
    assert (zeilen["60-64", "w"]["wert"], zeilen["60-64", "w"]["status"]) == ("", "geschuetzt")
    assert zeilen["18-49", "d"]["status"] == "keine_angabe"


def test_every_format_holds_the_same_rows(geliefert: Path) -> None:
    gib_frei(*NACH)
    erwartet = [(z["altersgruppe"], z["geschlecht"], int(z["wert"])) for z in _zeilen(exportiere(geliefert, *NACH))]
    spalten = ["altersgruppe", "geschlecht", "wert"]
    tafeln = [
        pl.read_csv(exportiere(geliefert, *NACH, format_="csv-excel"), separator=";"),
        fastexcel.read_excel(exportiere(geliefert, *NACH, format_="xlsx")).load_sheet(0, header_row=3).to_polars(),
        pl.read_parquet(io.BytesIO(exportiere(geliefert, *NACH, format_="parquet"))),
        pl.DataFrame(json.loads(exportiere(geliefert, *NACH, format_="json"))),
    ]
    for tafel in tafeln:
        assert [(a, g, int(w)) for a, g, w in tafel.select(spalten).iter_rows()] == erwartet


@pytest.mark.parametrize("ebene", ["gemeinde", "planungsraum"])
def test_below_the_kreis_there_is_no_breakdown(geliefert: Path, ebene: str) -> None:
    gib_frei(*NACH)
    ergebnis = cli("export", "lb_bwf", "--ebene", ebene, *EXPORT[4:], *NACH, "--out", geliefert / "x.csv", code=1)
    assert "wären einzelne Menschen zu erkennen" in ergebnis.output
    assert not (geliefert / "x.csv").exists()


def test_what_was_not_published_is_refused_with_the_reason(geliefert: Path) -> None:
    gib_frei("--nach", "altersgruppe")
    text = exportiere(geliefert, *NACH, code=1).decode()
    assert "nicht nach Alter und Geschlecht gegliedert veröffentlicht. Veröffentlicht ist sie nach Alter." in text
    text = exportiere(geliefert, "--nach", "altersgruppe", "--raumprinzip", "leistungsort", code=1).decode()
    assert "nur nach Herkunft gezählt" in text


def test_a_lieferung_without_ages_is_published_without_and_says_so(gefuellt: Path) -> None:
    ergebnis = gib_frei(*NACH)
    assert zweiter_wuerfel() is None
    (satz,) = ergebnis["hinweise"]
    assert "ist nicht nach Alter und Geschlecht gegliedert" in satz


@pytest.mark.usefixtures("datenordner")
def test_words_of_nach() -> None:
    assert lies_nach(None) is None
    assert lies_nach("keine") == ()
    assert lies_nach("geschlecht, altersgruppe") == ("altersgruppe", "geschlecht")
    for falsch in ("", "einkommen", "keine,altersgruppe"):
        with pytest.raises(FalscheGliederung, match="wird nicht gegliedert"):
            lies_nach(falsch)
    cli("release", "--region", "kleinkreis", "--nach", "einkommen", code=2)


def test_the_preview_publishes_nothing_and_names_no_cell(geliefert: Path) -> None:
    ergebnis = objekt("release", "--region", "kleinkreis", "--vorschau")
    assert abfragen.stand("kleinkreis").freigaben == ()
    (eintrag,) = ergebnis["vorschau"]
    varianten = {v["id"]: v for v in eintrag["varianten"]}
    assert list(varianten) == [
        "herkunft",
        "leistungsort",
        "herkunft_leistungsort",
        "kreis_altersgruppe",
        "kreis_altersgruppe_geschlecht",
        "gemeinde_alter",
        "gemeinde_alter_geschlecht",
    ]
    assert not varianten["gemeinde_alter"]["veroeffentlichbar"]
    # 5 places x 2 Stichtage are too few for a mean; 24 cells and 8 margins of the Kreis x 2 Stichtage are not.
    assert varianten["herkunft"]["stufen"]["gemeinde"] == {"mittel": None, "spannen": None}
    assert varianten["kreis_altersgruppe_geschlecht"]["stufen"]["kreis"]["mittel"] >= 0.1
    text = cli("release", "--region", "kleinkreis", "--vorschau").stdout
    assert "weniger als 30 Zahlen" in text
    assert "Empfehlung für „Leistungsberechtigte in besonderer Wohnform“" in text
    assert "Veröffentlicht wurde nichts." in text


def test_the_worker_makes_previews_and_breaks_down(geliefert: Path) -> None:
    optionen = {"region": "kleinkreis", "grundzahlen": ["lb_bwf"]}
    erster = auftraege.stelle_ein(recht(), Auftragsart.VORSCHAU, JETZT, optionen=optionen)
    zweiter = auftraege.stelle_ein(
        recht(), Auftragsart.FREIGABE, JETZT, optionen={**optionen, "nach": ["altersgruppe"]}
    )
    arbeite(recht(), einmal=True)
    vorschau, freigabe = abfragen.auftrag(erster), abfragen.auftrag(zweiter)
    assert vorschau is not None
    assert freigabe is not None
    assert vorschau.stand == freigabe.stand == Auftragsstand.FERTIG
    assert [v["grundzahl"] for v in vorschau.ergebnis["vorschau"]] == ["lb_bwf"]  # type: ignore[attr-defined]
    wuerfel = zweiter_wuerfel()
    assert wuerfel is not None
    assert set(wuerfel["geschlecht"]) == {"insgesamt"}


def _zeilen(inhalt: bytes) -> list[dict[str, str]]:
    kopf, *rest = inhalt.decode().splitlines()
    return [dict(zip(kopf.split(";"), zeile.split(";"), strict=True)) for zeile in rest]
