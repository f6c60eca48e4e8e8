"""Counts that arrive protected: kept as they are, with honest bounds, beside Stichtage that we round."""

from datetime import date
from pathlib import Path

import pytest

from analysis.freigabe import FreigabeAbgelehnt
from analysis.geheimhaltung.summen import stroeme
from analysis.kennzahlen.katalog import kennzahl
from analysis.sichten import gebietswerte
from commands.einlesen import Importergebnis
from data_access import abfragen
from presentation.texts.quellen import schutz
from tests.installation import (
    ALTDORF,
    BERG,
    CELL,
    DORN,
    KREIS,
    STICHTAG,
    bestand,
    fallzahlendatei,
    gib,
    liefere,
)

VORJAHR = date(2023, 12, 31)
EINFACH = {(ALTDORF, "-"): 61, (BERG, "-"): 6, (CELL, "-"): 3, (DORN, "-"): 24}
GERUNDET = {(ALTDORF, "-"): 60, (BERG, "-"): 5, (CELL, "-"): 0, (DORN, "-"): 25, ("insgesamt", "-"): 95}
"""The same people, rounded by their sender: the delivered total is not the sum of 90."""
GESPERRT = {(ALTDORF, "-"): 61, (BERG, "-"): ".", (CELL, "-"): "x", (DORN, "-"): 24}


def bringe(
    zellen: dict[tuple[str, str], int] | dict[tuple[str, str], int | str], tag: date, art: str
) -> Importergebnis:
    antworten = {"quellschutz": art} if art else {}
    return liefere("fallzahlen", fallzahlendatei(dict(zellen), tag), region="kleinkreis", antworten=antworten)


def werte(ebene: str, tag: date, prinzip: str = "herkunft") -> dict[str, tuple[object, ...]]:
    gesucht = kennzahl("lb_bwf")
    assert gesucht is not None
    rahmen = gebietswerte(bestand(), gesucht, ebene, prinzip).filter(stichtag=tag)
    return {z["gebiet"]: (z["wert"], z["von"], z["bis"], z["status"]) for z in rahmen.iter_rows(named=True)}


def test_rounded_counts_are_shown_as_delivered_beside_a_year_that_we_round(klein: Path) -> None:
    fertig = bringe(GERUNDET, VORJAHR, "5er-rundung").lieferung
    assert fertig is not None
    assert fertig.quellschutz == "5er-rundung"
    bringe(EINFACH, STICHTAG, "")
    frei = gib()
    assert frei.angaben["quellschutz"] == {"2023-12-31": "5er-rundung"}
    alt = werte("gemeinde", VORJAHR)
    assert alt[ALTDORF] == (60, 58, 62, "geschuetzt")
    assert alt[BERG] == (5, 3, 7, "geschuetzt")
    assert alt[CELL] == (0, 0, 2, "geschuetzt")
    assert werte("kreis", VORJAHR)[KREIS] == (95, 93, 97, "geschuetzt")
    assert werte("planungsraum", VORJAHR)["nord"] == (65, 61, 69, "geschuetzt")
    assert werte("gemeinde", STICHTAG)[ALTDORF][:1] == (61,)
    gesucht = kennzahl("lb_bwf")
    assert gesucht is not None
    assert "2023 hat der Absender auf Vielfache von 5 gerundet." in schutz(gesucht, bestand())


def test_a_number_kept_back_is_no_number_and_no_sum_is_made_over_it(klein: Path) -> None:
    bringe(GESPERRT, STICHTAG, "sperrung")
    gib()
    gemeinden = werte("gemeinde", STICHTAG)
    assert gemeinden[ALTDORF] == (61, 61, 61, "gezeigt")
    assert gemeinden[BERG] == gemeinden[CELL] == (None, None, None, "geschuetzt")
    assert werte("planungsraum", STICHTAG)["nord"] == (None, None, None, "geschuetzt")
    assert werte("kreis", STICHTAG)[KREIS] == (None, None, None, "geschuetzt")


def test_delivered_totals_of_a_table_stay_and_flows_have_their_own_bounds(klein: Path) -> None:
    tabelle = {
        (ALTDORF, ALTDORF): 40,
        (ALTDORF, BERG): 5,
        (ALTDORF, "05915"): ".",
        (ALTDORF, "insgesamt"): 50,
        (BERG, BERG): 30,
        (BERG, "insgesamt"): 30,
    }
    bringe(tabelle, STICHTAG, "sperrung")
    with pytest.raises(FreigabeAbgelehnt, match="ließe sich eine Zahl ausrechnen, die der Absender gesperrt hat"):
        gib()
    del tabelle[ALTDORF, "insgesamt"]
    bringe(tabelle, STICHTAG, "5er-rundung")
    gib()
    assert werte("gemeinde", STICHTAG)[BERG] == (30, 28, 32, "geschuetzt")
    assert werte("gemeinde", STICHTAG)[ALTDORF] == (None, None, None, "geschuetzt")
    veroeffentlicht = bestand().veroeffentlicht["lb_bwf"]
    zellen = {
        (h, z): (n, von, bis)
        for _, h, z, n, von, bis, _ in stroeme(veroeffentlicht.wuerfel, veroeffentlicht.angaben).iter_rows()
    }
    assert zellen[ALTDORF, BERG] == (5, 3, 7)
    assert zellen[ALTDORF, "05915"] == (None, None, None)
    assert zellen[CELL, CELL] == (0, 0, 2)


def test_what_looks_protected_is_asked_and_small_true_numbers_never_pass_as_protected(klein: Path) -> None:
    zeichen = bringe(GESPERRT, STICHTAG, "").befund
    assert zeichen.status == "rueckfrage"
    (frage,) = zeichen.fragen
    assert (frage.schluessel, frage.auswahl) == ("quellschutz", ("keiner", "5er-rundung", "sperrung"))
    viele = {
        (a, b): 10 * n
        for n, (a, b) in enumerate([(a, b) for a in (ALTDORF, BERG, CELL, DORN) for b in (ALTDORF, BERG, CELL)], 1)
    }
    assert bringe(viele, STICHTAG, "").befund.fragen[0].text.startswith("Zu einem Stichtag sind alle Zahlen Vielfache")
    ohne_antwort = bringe(GERUNDET | {(BERG, "-"): "."}, STICHTAG, "").befund
    assert (ohne_antwort.status, ohne_antwort.fehler) == ("rueckfrage", ())
    offen = bringe({**GESPERRT, (CELL, "-"): 3}, STICHTAG, "sperrung").befund
    assert [(f.zeile, f.wert) for f in offen.fehler] == [(4, None)]
    assert "hier steht eine kleine Zahl offen" in offen.fehler[0].grund
    krumm = bringe(EINFACH, STICHTAG, "5er-rundung").befund
    assert {f.zeile for f in krumm.fehler} == {2, 3, 4, 5}
    assert abfragen.lieferungen() == []


def test_two_answers_about_the_same_people_are_refused(klein: Path) -> None:
    bringe(EINFACH, STICHTAG, "")
    gib()
    bringe(GERUNDET, STICHTAG, "5er-rundung")
    with pytest.raises(FreigabeAbgelehnt, match="Der 31.12.2024 wurde schon anders geschützt veröffentlicht"):
        gib()


def test_a_stichtag_of_two_senders_of_which_one_protects_is_refused(klein: Path) -> None:
    bringe({(ALTDORF, "-"): 60}, STICHTAG, "5er-rundung")
    liefere("fallzahlen", fallzahlendatei({(BERG, "-"): 3}, absender="Kreis"), region="kleinkreis")
    with pytest.raises(FreigabeAbgelehnt, match="liefern Kreis und LWX, und nicht alle Zahlen sind ungeschützt"):
        gib()
