import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import cli
from analysis.geheimhaltung.messlatten import Latte
from analysis.geheimhaltung.messung import Gestalt
from commands import bench, benchexporte


def test_a_short_run_tells_bars_methods_attacks_and_times() -> None:
    gemeldet: list[dict[str, object]] = []
    winzig = {"winzig": Gestalt("06999", 3, 1, 60, ("06997",), stichtage=2)}
    ergebnis = bench.miss(gemeldet.append, jahre=1, schnitte=(0,), gestalten=winzig)
    assert [m["schritt"] for m in gemeldet] == [*["referenztabelle"] * 2, "umgruppierung", "herkunft und leistungsort"]
    objekt = json.loads(json.dumps(ergebnis.als_objekt()))
    # One year of one table is too little to hold the bars against it; that it is told is what counts here.
    assert (objekt["status"] == "ok") == all(latte["erfuellt"] is not False for latte in objekt["messlatten"])
    assert len(objekt["messlatten"]) == 2 * 6 + 3 * 3
    assert [v["verfahren"] for v in objekt["verfahren"][:5]] == [
        "Rundung kleiner Zellen",
        "5er-Rundung, je Abfrage",
        "5er-Rundung, innen und summiert",
        "CKM D=5 V=3 js=2, je Abfrage",
        "CKM D=5 V=3 js=2, innen und summiert",
    ]
    assert [(z["schnitte"], z["bewiesen"]) for z in objekt["umgruppierung"]] == [(0, 0.0)] * 3
    assert [f["k"] for f in objekt["feste_eckwerte"]] == [3, 5, 10]
    assert objekt["nrw"] is None
    text = bench.als_text(ergebnis)
    assert "Referenztabelle, k = 5: mittlere Abweichung" in text
    verfehlt = replace(ergebnis, latten=[Latte("Probe", 2.0, 1.0)])
    assert verfehlt.als_objekt()["status"] == "abgelehnt"
    assert "VERFEHLT" in bench.als_text(verfehlt)


@pytest.mark.usefixtures("datenordner")
def test_another_bench_is_refused_with_what_there_is() -> None:
    ergebnis = CliRunner().invoke(cli.app, ["bench", "tempo"])
    assert ergebnis.exit_code == 2
    assert "Möglich sind: geheimhaltung, exporte" in ergebnis.output


def test_files_are_measured_beside_a_baseline_of_the_same_run(demo_lesend: object) -> None:
    gemeldet: list[dict[str, object]] = []
    ergebnis = benchexporte.miss(gemeldet.append, "kreis-unna", wiederholt=1, was=("svg", benchexporte.STECKBRIEF))
    assert [m["schritt"] for m in gemeldet] == ["svg", "Steckbrief, PDF"]
    bild, blatt = ergebnis.messungen
    assert bild.verhaeltnis == bild.warm / bild.grundlinie_s
    assert (bild.seiten, bild.grundlinie) == (None, "Diagramm als SVG (vl-convert)")
    assert blatt.seiten is not None
    assert blatt.spitze_mb >= blatt.vorher_mb
    assert [(z["name"], z["latte"]) for z in ergebnis.als_objekt()["zeiten"]] == [
        ("svg", None),
        ("Steckbrief, PDF", 0.5),
    ]
    text = benchexporte.als_text(ergebnis)
    assert f"| Steckbrief, PDF, {blatt.seiten} Seiten | " in text
    assert "abwechselnd gemessen" in text


@pytest.mark.usefixtures("datenordner")
def test_nothing_is_measured_without_numbers() -> None:
    ergebnis = CliRunner().invoke(cli.app, ["bench", "exporte", "--region", "mond"])
    assert ergebnis.exit_code == 1
    assert "Die Region „mond“ gibt es hier nicht." in ergebnis.output
    assert CliRunner().invoke(cli.app, ["bench", "exporte", "--nur", "bmp"]).exit_code == 2
