"""The state of the data, from rows written by hand: what came, from whom, what is missing, withdrawn, revised."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from analysis.bestand import Bestand
from analysis.datenstand import Datenzeile, Lage, datenstand
from analysis.revisionen import revisionen
from models.tabellen import Freigabe, Lieferung
from presentation.texts import datenstand as texte
from tests.von_hand import ALTDORF, BEIDE, BERG, T23, T24, bestand, veroeffentlicht, wuerfel

FRUEH = datetime(2025, 2, 3, 8, tzinfo=UTC)
T20, T22 = date(2020, 12, 31), date(2022, 12, 31)


def lieferung(absender: str, *gegenstaende: str, tage: tuple[date, ...] = (T23, T24), **mehr: Any) -> Lieferung:
    felder: dict[str, Any] = {
        "id": f"{absender}{gegenstaende}{mehr}",
        "nummer": 1,
        "art": "fallzahlen",
        "region_slug": "kleinkreis",
        "absender": absender,
        "datei": "x.csv",
        "sha256": "",
        "stichtage": [tag.isoformat() for tag in tage],
        "gegenstaende": list(gegenstaende),
        "zeilen": 1,
        "eingegangen_am": FRUEH,
    }
    return Lieferung(**(felder | mehr))


def zeilen(
    grundzahl: str, *lieferungen: Lieferung, aus: Bestand | None = None, frueher: tuple[Freigabe, ...] = (), **mehr: Any
) -> list[Datenzeile]:
    ganz = aus or bestand()
    alle = [*(v.freigabe for v in ganz.veroeffentlicht.values()), *frueher]
    return [z for z in datenstand(ganz, lieferungen, alle, mehr.get("revidiert", {})) if z.grundzahl == grundzahl]


def mit_kindern() -> Bestand:
    frei = veroeffentlicht("minderjaehrige_egh", {T23: {(ALTDORF, ALTDORF): 40}, T24: {}}, k=10)
    return replace(bestand(), veroeffentlicht={"minderjaehrige_egh": frei})


def test_the_one_payer_of_a_published_number() -> None:
    (zeile,) = zeilen("lb_bwf", lieferung("LWX", "lb_bwf"))
    assert (zeile.zahler, zeile.zustaendig, zeile.lage) == ("LWX", True, Lage.VEROEFFENTLICHT)
    assert (zeile.stichtage, zeile.fehlende_jahre, zeile.fassung) == ((T23, T24), (), 1)
    assert (zeile.eingegangen, zeile.veroeffentlicht) == (date(2025, 2, 3), date(2025, 3, 1))


def test_a_published_number_without_its_lieferung_names_the_sender_of_the_freigabe() -> None:
    (zeile,) = zeilen("lb_bwf")
    assert (zeile.zahler, zeile.lage, zeile.stichtage) == ("LWX", Lage.VEROEFFENTLICHT, (T23, T24))


def test_of_two_payers_the_one_who_never_delivered_is_missing() -> None:
    """In NRW the Kreis pays for Schulbegleitung, the Träger for the rest: one Lieferung is never the whole."""
    aus = mit_kindern()
    aus.veroeffentlicht["minderjaehrige_egh"].freigabe.quellen = []
    traeger, kreis = zeilen("minderjaehrige_egh", lieferung("LWX (synthetische Daten)", "minderjaehrige_egh"), aus=aus)
    assert (traeger.zahler, traeger.lage) == ("LWX", Lage.VEROEFFENTLICHT)
    assert (kreis.zahler, kreis.umfang, kreis.lage) == ("Kleinkreis", "Schulbegleitung", Lage.NICHT_GELIEFERT)
    assert kreis.stichtage == ()
    kurz = {z["Thema"]: z for z in texte.kurz([traeger, kreis])}
    assert kurz["Kinder und Jugendliche"]["geliefert von"] == "LWX"
    assert kurz["Kinder und Jugendliche"]["fehlt"] == (
        "Minderjährige mit Eingliederungshilfe (Kleinkreis): noch nicht geliefert"
    )
    assert any("§ 35a SGB VIII" in satz and "Jugendämter" in satz for satz in texte.saetze([kreis]))


def test_a_year_between_the_first_and_the_newest_is_missing() -> None:
    spaet = lieferung("LWX", "lb_wfbm", tage=(T20, T22))
    neu = lieferung("LWX", "lb_wfbm", tage=(T24,), nummer=2)
    (zeile,) = zeilen("lb_wfbm", spaet, neu)
    assert (zeile.lage, zeile.stichtage, zeile.fehlende_jahre) == (
        Lage.NICHT_FREIGEGEBEN,
        (T20, T22, T24),
        (2021, 2023),
    )
    assert texte.voll([zeile])[0]["fehlt"] == "2021, 2023"
    assert texte.voll([zeile])[0]["Stand"] == "geliefert am 03.02.2025, noch nicht freigegeben"


def test_the_stichtage_of_a_file_are_those_of_the_usual_day_of_a_number() -> None:
    hessen = replace(bestand(), region=bestand().region.model_copy(update={"kreis_ags": "06636"}))
    datei = lieferung("Kleinkreis", "schulabgaenger_folgejahr", tage=(date(2024, 4, 30), T24))
    (zeile,) = zeilen("schulabgaenger_folgejahr", datei, aus=hessen)
    assert (zeile.zahler, zeile.stichtage) == ("Kleinkreis", (date(2024, 4, 30),))


def test_what_is_not_agreed_is_not_missing() -> None:
    for grundzahl in ("schulabgaenger_folgejahr", "lb_regelaltersgrenze"):
        (zeile,) = zeilen(grundzahl)
        assert (zeile.lage, zeile.zahler) == (Lage.NICHT_VEREINBART, "")
        assert texte.voll([zeile])[0]["Stand"] == "nicht vereinbart"
        assert texte.kurz([zeile])[0]["fehlt"] == "–"


def test_a_withdrawn_number_says_since_when() -> None:
    weg = bestand().veroeffentlicht["lb_bwf"].freigabe
    weg.zurueckgezogen_am = datetime(2025, 5, 6, tzinfo=UTC)
    for vorhanden in ((lieferung("LWX", "lb_bwf"),), ()):
        (zeile,) = zeilen("lb_bwf", *vorhanden, aus=bestand("lb_bwf"), frueher=(weg,))
        assert (zeile.lage, zeile.zurueckgezogen, zeile.fassung) == (Lage.ZURUECKGEZOGEN, date(2025, 5, 6), None)
        assert texte.voll([zeile])[0]["Stand"] == "zurückgezogen seit 06.05.2025"


def test_a_newer_lieferung_waits_for_its_freigabe() -> None:
    neu = lieferung("LWX", "lb_bwf", nummer=2, eingegangen_am=datetime(2025, 6, 1, tzinfo=UTC))
    (zeile,) = zeilen("lb_bwf", lieferung("LWX", "lb_bwf"), neu)
    assert (zeile.lage, zeile.wartet_seit) == (Lage.VEROEFFENTLICHT, date(2025, 6, 1))


def test_lieferungen_of_others_and_those_taken_back_do_not_count() -> None:
    fremd = lieferung("LWX", "lb_wfbm", region_slug="anderswo")
    weg = lieferung("LWX", "lb_wfbm", stand="zurueckgezogen")
    assert zeilen("lb_wfbm", fremd, weg)[0].lage == Lage.NICHT_GELIEFERT


def test_a_sender_who_need_not_pay_is_named_as_such() -> None:
    zahler, absender = zeilen("lb_wfbm", lieferung("Stadtwerke", "lb_wfbm"))
    assert (zahler.zahler, zahler.lage) == ("LWX", Lage.NICHT_GELIEFERT)
    assert (absender.zahler, absender.zustaendig) == ("Stadtwerke", False)


def test_a_revised_stichtag_is_marked_with_the_day_and_nothing_else() -> None:
    erste = wuerfel({T23: {(ALTDORF, BERG): 20}, T24: {(BERG, BERG): 30}}, ("unbekannt",), BEIDE)
    zweite = wuerfel({T23: {(ALTDORF, BERG): 25}, T24: {(BERG, BERG): 30}}, ("unbekannt",), BEIDE)
    nur_neu = wuerfel({T24: {(BERG, BERG): 30}}, ("uebrige", "unbekannt"), BEIDE)
    tage = [date(2025, 3, 1) + timedelta(days=30 * n) for n in range(4)]
    assert revisionen([(tage[0], erste)]) == {}
    assert revisionen([(tage[0], erste), (tage[1], zweite), (tage[2], zweite)]) == {T23: tage[1]}
    assert revisionen([(tage[0], erste), (tage[1], zweite), (tage[2], erste)]) == {T23: tage[2]}
    assert revisionen([(tage[0], erste), (tage[1], zweite), (tage[2], nur_neu)]) == {}
    assert revisionen([]) == {}
    (zeile,) = zeilen("lb_bwf", lieferung("LWX", "lb_bwf"), revidiert={"lb_bwf": {T23: tage[1]}})
    assert texte.voll([zeile])[0]["Stichtage"] == "31.12.2023 bis 31.12.2024; r: 31.12.2023 (seit 31.03.2025)"


def test_the_file_has_a_row_for_every_number_and_payer() -> None:
    alle = datenstand(bestand(), [lieferung("LWX", "lb_bwf")], [], {})
    rahmen = texte.als_rahmen(alle, "kleinkreis")
    assert rahmen.height == len(alle) == 17
    erste = rahmen.row(0, named=True)
    assert (erste["grundzahl"], erste["zahler"], erste["stichtage"]) == ("lb_bwf", "LWX", "2023-12-31 2024-12-31")
    assert set(rahmen.filter(thema="kinder")["nicht_enthalten"].str.contains("§ 35a")) == {True}
