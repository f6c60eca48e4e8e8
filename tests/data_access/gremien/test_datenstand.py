"""A meeting keeps its numbers: newer ones do not get in, withdrawn ones go, and each state stays in the history."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from analysis import sichten
from analysis.gremien.bestand import lade as lade_gremien
from analysis.gremien.datenstand import Zahlenstand, zahlenstand
from analysis.kennzahlen.katalog import kennzahl
from data_access import abfragen, schreiben
from data_access.gremien.buch import GremienAbgelehnt, nimm_zurueck, verlauf
from data_access.gremien.datenstand import fruehere, halte_fest, halte_neu_fest, in_kraft
from models.datenstand import datenstand_aus
from models.gremientabellen import Sitzung
from tests.gremien import RUNDE, S2025, lege_gremien_an
from tests.installation import (
    ALTDORF,
    AWF,
    JETZT,
    bestand,
    einwohnerdatei,
    fallzahlendatei,
    gib,
    liefere,
    recht,
)

SPAETER = JETZT + timedelta(days=30)


def _sitzung() -> Sitzung:
    gefunden = lade_gremien("kleinkreis").am(RUNDE, S2025)
    assert gefunden is not None
    return gefunden


def _fest() -> Zahlenstand:
    return zahlenstand(bestand(), _sitzung())


def _kreis(stand: Zahlenstand, slug: str) -> dict[date, float | None]:
    k = kennzahl(slug)
    assert k is not None
    werte = sichten.gebietswerte(stand.bestand, k, "kreis", "herkunft")
    return dict(werte.select("stichtag", "wert").iter_rows())


def _erneuere() -> None:
    """Another Lieferung with 40 people more, published; and newer figures of the population."""
    liefere("fallzahlen", fallzahlendatei(AWF | {(ALTDORF, "-"): 100}, grundzahl="lb_awf"), "neu.csv",
            region="kleinkreis", antworten={"doppelt": "neu"}, jetzt=SPAETER)  # fmt: skip
    gib("lb_awf", SPAETER)
    liefere("einwohner", einwohnerdatei({(ALTDORF, "insgesamt"): 9}, date(2025, 12, 31)), "ew.csv", jetzt=SPAETER)


@pytest.fixture
def eingefroren(gefuellt: Path) -> Path:
    lege_gremien_an()
    halte_fest(recht(), "kleinkreis", _sitzung().id, JETZT)
    return gefuellt


def test_what_is_frozen_is_what_is_in_force(eingefroren: Path) -> None:
    sitzung = _sitzung()
    assert sitzung.datenstand is not None
    fest = datenstand_aus(sitzung.datenstand)
    assert fest == in_kraft("kleinkreis")
    assert (fest.fassungen, fest.k) == ({"lb_awf": 1, "lb_bwf": 1}, {"lb_awf": 5, "lb_bwf": 5})
    assert (fest.einwohner, fest.merkmale, fest.haupteinteilung) == (5, 0, "haupt")
    assert _fest().vom is not None


def test_a_newer_freigabe_does_not_change_the_numbers_of_the_meeting(eingefroren: Path) -> None:
    vorher = _kreis(_fest(), "lb_awf")
    _erneuere()
    heute = Zahlenstand(bestand(), None, {})
    assert _kreis(heute, "lb_awf")[date(2024, 12, 31)] != vorher[date(2024, 12, 31)]
    assert _kreis(_fest(), "lb_awf") == vorher
    assert date(2025, 12, 31) in heute.bestand.einwohnerstichtage
    assert date(2025, 12, 31) not in _fest().bestand.einwohnerstichtage
    assert repr(_fest().bestand.stand) != repr(heute.bestand.stand), "ein Zwischenspeicher verwechselte beide"


def test_a_withdrawn_freigabe_is_gone_from_the_meeting_too(eingefroren: Path) -> None:
    (awf,) = [f for f in abfragen.alle_freigaben("kleinkreis") if f.grundzahl == "lb_awf"]
    schreiben.ziehe_freigabe_zurueck(recht(), awf.id, datetime(2025, 5, 6, 9, tzinfo=UTC))
    fest = _fest()
    assert fest.zurueckgezogen == {"lb_awf": date(2025, 5, 6)}
    assert list(fest.bestand.veroeffentlicht) == ["lb_bwf"]


def test_a_withdrawn_replaced_one_is_gone_although_its_successor_stands(eingefroren: Path) -> None:
    _erneuere()
    erste = next(f for f in abfragen.alle_freigaben("kleinkreis") if f.grundzahl == "lb_awf" and f.fassung == 1)
    schreiben.ziehe_freigabe_zurueck(recht(), erste.id, SPAETER)
    assert "lb_awf" in bestand().veroeffentlicht
    assert list(_fest().bestand.veroeffentlicht) == ["lb_bwf"]


def test_it_is_not_frozen_twice_by_mistake_and_the_former_state_stays(eingefroren: Path) -> None:
    sitzung = _sitzung()
    with pytest.raises(GremienAbgelehnt, match="schon festgehalten"):
        halte_fest(recht(), "kleinkreis", sitzung.id, SPAETER)
    with pytest.raises(GremienAbgelehnt, match="nichts geändert"):
        halte_neu_fest(recht(), "kleinkreis", sitzung.id, SPAETER)
    erster = sitzung.datenstand
    _erneuere()
    halte_neu_fest(recht(), "kleinkreis", sitzung.id, SPAETER)
    neu = _sitzung()
    assert neu.datenstand is not None
    assert datenstand_aus(neu.datenstand).fassungen["lb_awf"] == 2
    assert [zeit.date() for zeit in fruehere(neu)] == [JETZT.date()]
    nimm_zurueck(recht(), verlauf("kleinkreis")[0].id, SPAETER)
    assert _sitzung().datenstand == erster


def test_without_a_state_there_is_nothing_to_renew(gefuellt: Path) -> None:
    lege_gremien_an()
    with pytest.raises(GremienAbgelehnt, match="noch kein Datenstand"):
        halte_neu_fest(recht(), "kleinkreis", _sitzung().id, JETZT)
    assert _fest().vom is None
