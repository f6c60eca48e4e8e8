import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import cli
from analysis.geheimhaltung.messlatten import Latte
from analysis.geheimhaltung.messung import Gestalt
from commands import bench


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
    assert "Möglich ist: geheimhaltung" in ergebnis.output
