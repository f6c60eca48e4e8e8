"""What is delivered when: days, ways, two directions, and only published counts."""

from datetime import date

import pytest

from analysis import wege
from analysis.bestand import lade
from analysis.ganzes import Ganzes
from analysis.kennzahlen.katalog import kennzahl
from analysis.messen import alle_messungen as messe
from analysis.pflichten.lieferzahl import Lieferzahl, lieferzahl, orte, stichtag
from analysis.pflichten.stand import Sicht
from data_access import abfragen
from models.pflichttabellen import Nachweis, Pflicht
from models.pflichtworte import Pflichtstatus
from models.vokabular import Ebene
from presentation.texts import lieferfristen as texte
from tests.pages.seiten import oeffne, personen, ueberschriften, veroeffentlicht, zeilen
from tests.pages.seiten import texte as geschriebenes
from tests.presentation.texts.test_befunde import messung

WMK = "werra-meissner-kreis"
KREIS = Ganzes(Ebene.KREIS, "06636", "Kreis", "dem Kreis", "vom Kreis", "des Kreises", "den ganzen Kreis")
TAG = date(2025, 4, 30)


def pflicht(rule: str, klausel: str, bezug: str | None, grundzahl: str = "", kanal: str | None = None) -> Pflicht:
    return Pflicht(
        region_slug=WMK,
        rule=rule,
        titel=f"Zahl {rule} mitteilen",
        wortlaut="",
        klausel=klausel,
        art="pflicht",
        zustaendig="kreis",
        empfaenger="LWV Hessen",
        pruefung="mitteilung",
        bezugsjahr=bezug,
        grundzahl=grundzahl,
        kanal=kanal,
        gilt_von=date(2022, 1, 1),
    )


B = pflicht("R08", "§ 8 b", "folgejahr", "schulabgaenger_folgejahr")
C = pflicht("R09", "§ 8 c", "vorjahr", "lb_regelaltersgrenze", "arbeitsgemeinschaft")
D = pflicht("R10", "§ 8 d", "vorjahr", "personen_gesamt", "arbeitsgemeinschaft")
OHNE_TAG = pflicht("R12", "§ 9", None)


def sicht(p: Pflicht, status: Pflichtstatus | None = Pflichtstatus.ERFUELLT, am: date | None = None) -> Sicht:
    bezug = {"folgejahr": 2026, "vorjahr": 2024, None: None}[p.bezugsjahr]
    return Sicht(p, "2025", 2025, TAG if bezug else None, bezug, status, am=am)


def nachweis(p: Pflicht, tag: date, kanal: str | None, art: str = "mitteilung") -> Nachweis:
    return Nachweis(region_slug=WMK, rule=p.rule, instanz="2025", datum=tag, art=art, kanal=kanal)


def test_one_day_looks_in_two_directions() -> None:
    assert texte.blickrichtungen([sicht(D), sicht(B), sicht(C), sicht(OHNE_TAG)]) == (
        "Zweimal 30.04., zwei Blickrichtungen: § 8 b blickt voraus auf 2026, "
        "§ 8 c und § 8 d blicken zurück auf den 31.12.2024."
    )
    assert texte.blickrichtungen([sicht(C), sicht(D)]) == ""
    assert [texte.worueber(sicht(p)) for p in (B, C, OHNE_TAG)] == [
        "das Jahr 2026",
        "Stichtag 31.12.2024",
        "kein Jahr genannt",
    ]
    assert [stichtag(sicht(p)) for p in (B, C, D)] == [TAG, date(2024, 12, 31), date(2024, 12, 31)]


@pytest.mark.parametrize(
    ("am", "status", "text"),
    [
        (date(2025, 4, 30), Pflichtstatus.ERFUELLT, "30.04.2025, am letzten Tag"),
        (date(2025, 4, 29), Pflichtstatus.ERFUELLT, "29.04.2025, 1\u00a0Tag vorher"),
        (date(2025, 5, 14), Pflichtstatus.ERFUELLT, "14.05.2025, 14\u00a0Tage danach"),
        (None, Pflichtstatus.OFFEN, "noch nicht eingetragen"),
        (None, Pflichtstatus.KEIN_BELEG, "nicht eingetragen"),
        (None, Pflichtstatus.UEBERFAELLIG, "steht noch aus"),
        (None, Pflichtstatus.WIDERSPRUECHLICH, "Einträge widersprechen sich"),
        (None, Pflichtstatus.NICHT_ANWENDBAR, "nicht anwendbar"),
        (None, None, "nicht freigegeben"),
    ],
)
def test_days_from_the_last_one_in_words(am: date | None, status: Pflichtstatus | None, text: str) -> None:
    assert texte.geliefert(sicht(C, status, am)) == text


def test_a_row_has_the_agreed_way_and_the_one_it_took() -> None:
    am = date(2025, 4, 25)
    belege = [
        nachweis(C, am, "gesondert"),
        nachweis(C, date(2025, 6, 1), "arbeitsgemeinschaft"),
        nachweis(C, am, "fachverfahren", "freigabe"),
    ]
    assert texte.zeile(sicht(C, am=am), belege, None) == {
        "Was": "Zahl R09 mitteilen (§\u00a08 c)",
        "Von wem an wen": "Kreis an LWV Hessen",
        "Fällig": "30.04.2025",
        "Worüber": "Stichtag 31.12.2024",
        "Weg": "vereinbart: über die Arbeitsgemeinschaft; eingetragen: gesondert übermittelt",
        "Geliefert": "25.04.2025, 5\u00a0Tage vorher",
        "Zahl dazu": "keine einzelne Zahl",
    }
    assert texte.weg(sicht(C, am=am), ()) == "vereinbart: über die Arbeitsgemeinschaft; eingetragen: keiner"
    assert texte.weg(sicht(B, am=am), ()) == "kein Weg vereinbart"
    assert texte.zeile(sicht(OHNE_TAG, am=am), (), None)["Fällig"] == "ohne Tag"
    assert texte.zeile(sicht(OHNE_TAG, am=am), (), None)["Geliefert"] == "25.04.2025"


def test_what_is_kept_back_has_no_day_and_no_way_but_its_public_count() -> None:
    gezaehlt = kennzahl("personen_gesamt")
    assert gezaehlt is not None
    zahl = Lieferzahl(gezaehlt, date(2024, 12, 31), messung(913.0, 2024))
    zeile = texte.zeile(sicht(D, None), [nachweis(D, TAG, "gesondert")], zahl)
    assert (zeile["Weg"], zeile["Geliefert"]) == ("vereinbart: über die Arbeitsgemeinschaft", "nicht freigegeben")
    assert zeile["Zahl dazu"] == "913 (Stichtag 31.12.2024)"
    assert (
        texte.zahltext(Lieferzahl(gezaehlt, date(2025, 12, 31), None)) == "nicht veröffentlicht (Stichtag 31.12.2025)"
    )
    assert texte.verweis(zahl) == (
        "Erwachsene mit Eingliederungshilfe",
        {"kennzahl": ["personen_gesamt"], "jahr": ["2024"]},
    )


def test_parts_are_checked_against_the_published_total() -> None:
    wohnform = kennzahl("lb_bwf")
    gesamt = kennzahl("personen_gesamt")
    assert wohnform is not None
    assert gesamt is not None

    def weg(hier: tuple[int, int, int], aussen: tuple[int, int, int]) -> wege.Wege:
        teile = {wege.HIER: wege.Menge(*hier), wege.AUSSERHALB: wege.Menge(*aussen)}
        return wege.Wege(wohnform, "herkunft", date(2024, 12, 31), wege.Menge(265, 265, 265), teile, 0)

    zahl = Lieferzahl(gesamt, date(2024, 12, 31), None)
    geht_auf = weg((173, 79, 215), (92, 50, 186))
    satz = "**Besondere Wohnform:** rund 173 im Kreis, 50 bis 186 außerhalb des Kreises, insgesamt 265."
    assert texte.ortssaetze(zahl, [geht_auf], KREIS) == [texte.JE_LEISTUNG, f"{satz} {texte._PROBE[True]}"]
    assert texte.ortssaetze(zahl, [geht_auf, geht_auf], KREIS) == [texte.JE_LEISTUNG, satz, satz, texte.ALLE_GEHEN_AUF]
    knapp, daneben = weg((170, 79, 215), (92, 50, 186)), weg((173, 170, 175), (80, 78, 82))
    saetze = texte.ortssaetze(Lieferzahl(wohnform, date(2024, 12, 31), None), [knapp, daneben], KREIS)
    assert [s.partition("insgesamt 265. ")[2] for s in saetze] == [texte._PROBE[None], texte._PROBE[False]]


@pytest.mark.usefixtures("demo_lesend")
def test_counts_are_the_published_ones_and_nothing_else() -> None:
    region = abfragen.region(WMK)
    assert region is not None
    bestand = lade(region, abfragen.stand(WMK))
    for p, tag in ((C, date(2024, 12, 31)), (D, date(2024, 12, 31)), (B, TAG)):
        zahl = lieferzahl(sicht(p), bestand, messe)
        assert zahl is not None
        (zeile,) = veroeffentlicht(p.grundzahl, "kreis", WMK, tag.year).values()
        assert texte.zahltext(zahl) == f"{personen(zeile)} (Stichtag {tag:%d.%m.%Y}, synthetisch)"
        geteilt = orte(zahl, bestand, messe)
        assert [w.kennzahl.id for w in geteilt] == (
            ["lb_bwf", "lb_awf", "lb_wfbm", "lb_tagesfoerderung"] if p is D else []
        )
        for w in geteilt:
            (ganz,) = veroeffentlicht(w.kennzahl.id, "kreis", WMK, tag.year).values()
            assert w.gesamt.wert == int(ganz["wert"])
            assert sum(m.von for m in w.teile.values()) <= w.gesamt.bis
    spaeter = Sicht(D, "2026", 2026, date(2026, 4, 30), 2025, Pflichtstatus.ERFUELLT)
    zahl = lieferzahl(spaeter, bestand, messe)
    assert zahl is not None
    assert zahl.messung is None
    assert orte(zahl, bestand, messe) == ()
    assert lieferzahl(sicht(OHNE_TAG), bestand, messe) is None


@pytest.mark.usefixtures("demo_lesend")
def test_the_section_outside_shows_days_only_where_both_sides_agreed() -> None:
    at = oeffne("fristen", region=WMK, jahr="2025")
    assert not at.exception
    assert texte.TITEL in ueberschriften(at)
    (nummer,) = [n for n, t in enumerate(at.table) if "Zahl dazu" in t.value.columns]
    tafel = zeilen(at, nummer)
    assert [z["Was"].rpartition(" (")[2] for z in tafel] == ["§\u00a08 b)", "§\u00a08 c)", "§\u00a08 d)", "§\u00a09)"]
    assert [z["Geliefert"] for z in tafel[:3]] == [
        "28.04.2025, 2\u00a0Tage vorher (synthetisch)",
        "nicht freigegeben",
        "nicht freigegeben",
    ]
    assert all("Stichtag" in z["Zahl dazu"] for z in tafel[:3])
    assert any("§ 8 b blickt voraus auf 2026" in t for t in geschriebenes(at))
    assert texte.ALLE_GEHEN_AUF in geschriebenes(at)


@pytest.mark.usefixtures("demo_lesend")
def test_a_region_without_notices_says_so_in_one_sentence() -> None:
    at = oeffne("fristen", region="kreis-unna", jahr="2026")
    assert not at.exception
    assert texte.nicht_vereinbart("Kreis Unna") in geschriebenes(at)
