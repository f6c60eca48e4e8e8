"""The records: complete, unambiguous, and honest about what they divide by."""

import re
from dataclasses import fields, replace

import pytest

from analysis.kennzahlen.katalog import KENNZAHLEN, LEITKENNZAHLEN, k_der, kennzahl, mindestnenner_der
from analysis.kennzahlen.kennzahl import Altersband, Kennzahl
from analysis.kennzahlen.satzteile import ALLE
from analysis.kennzahlen.weitere import NUR_KREIS
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN, TEILMENGEN
from models.merkmale import MERKMALE
from models.schutzregeln import VOREINSTELLUNGEN
from models.vokabular import Ebene, Raumprinzip, Thema

alle = pytest.mark.parametrize("satz", KENNZAHLEN, ids=lambda s: s.id)


@alle
def test_a_record_says_everything_a_reader_needs(satz: Kennzahl) -> None:
    for feld in fields(satz):
        wert = getattr(satz, feld.name)
        if isinstance(wert, str) and feld.name not in ("code", "merkmal"):
            assert wert, feld.name
            assert wert == wert.strip(), feld.name
    assert satz.zaehler
    assert satz.raumprinzipien
    assert satz.feinste_ebene in (Ebene.GEMEINDE, Ebene.KREIS)
    assert satz.nur_kreis == (NUR_KREIS in satz.hinweise)
    assert 0 <= satz.stellen <= 2
    assert len(satz.kurz) <= 65


@alle
def test_every_sentence_of_a_record_ends_with_a_full_stop(satz: Kennzahl) -> None:
    for text in (satz.bedeutung, satz.leicht, *satz.hinweise, *(b.text for b in satz.brueche)):
        assert re.fullmatch(r"(?!.*(!|  )).*[.)]", text), text
    for name in (satz.titel, satz.kurz, satz.einheit, satz.menschen, *(b.kurz for b in satz.brueche)):
        assert not name.endswith("."), name


@alle
def test_the_leichte_sprache_sentence_has_short_sentences(satz: Kennzahl) -> None:
    assert all(len(teil.split()) <= 14 for teil in re.split(r"[.:] ", satz.leicht))


@alle
def test_the_leichte_sprache_sentence_says_of_how_many(satz: Kennzahl) -> None:
    """A rate read as a number of people would be wrong by orders of magnitude."""
    wort = "Auf" if satz.gezaehlt == "Plätze" else "Von"
    assert satz.leicht.startswith(f"{wort} 1.000 Menschen") == (satz.art == "rate")
    assert satz.leicht.startswith("Auf 100 Menschen") == (satz.art == "verhaeltnis")
    assert satz.leicht.startswith("Von allen Menschen") == (satz.art == "anteil")


@alle
def test_a_kennzahl_is_made_of_known_counts(satz: Kennzahl) -> None:
    bekannte = {*GRUNDZAHLEN, EINWOHNER} if not satz.merkmal else {satz.merkmal} & set(MERKMALE)
    assert set(satz.grundzahlen) <= bekannte


@alle
def test_rates_name_their_age_band_and_shares_their_whole(satz: Kennzahl) -> None:
    if satz.merkmal:
        assert (satz.band is not None) == (satz.art != "zahl")
        assert not satz.nenner
    else:
        assert (satz.band is not None) == (satz.art == "rate")
        assert bool(satz.nenner) == (satz.art in ("anteil", "verhaeltnis"))
    if satz.band is not None and satz.art == "rate":
        assert satz.faktor == 1000
        assert satz.einheit == f"je 1.000 Einwohner {satz.band.text}"
        assert satz.band.text in satz.titel
        assert satz.band.text in satz.bedeutung
        assert satz.stellen >= 1
    if satz.art == "anteil" and satz.merkmal:
        assert (satz.faktor, satz.einheit) == (100, "Prozent")
        assert satz.band is not None
        assert satz.band.text in satz.titel
    elif satz.art == "anteil":
        assert set(satz.zaehler) < set(satz.nenner)
        assert (satz.faktor, satz.einheit) == (100, "Prozent")
    if satz.art == "verhaeltnis":
        assert not set(satz.zaehler) & set(satz.nenner)
        assert satz.einheit.startswith(f"je {satz.faktor} Menschen")
    if satz.art == "zahl":
        assert (satz.faktor, satz.stellen, satz.einheit) == (1, 0, satz.gezaehlt)
    if satz.merkmal:
        assert satz.gezaehlt == MERKMALE[satz.merkmal].einheit


@alle
def test_the_band_below_a_rate_fits_the_people_counted_or_is_said_to_be_all_ages(satz: Kennzahl) -> None:
    if satz.band is None or satz.merkmal or satz.gezaehlt == "Plätze":
        return  # a place has no age; its record says below whom it is set
    if satz.id == "schulbegleitung":
        assert satz.band.text in satz.hinweise[0]
        assert "Sechsjährige und Volljährige" in satz.hinweise[0]
        return
    if satz.band is ALLE:
        assert satz.id.endswith("_alle")
        assert satz.kurz.endswith("(alle Altersgruppen)")
        assert any("Bezug auf alle Einwohner" in h for h in satz.hinweise)
        return
    for grundzahl in (GRUNDZAHLEN[g] for g in satz.zaehler):
        assert satz.band.von == grundzahl.alter_von
        if grundzahl.alter_bis is not None:
            assert satz.band.bis == grundzahl.alter_bis


def test_slugs_and_codes_are_unique_and_speak() -> None:
    slugs, codes = [s.id for s in KENNZAHLEN], [s.code for s in KENNZAHLEN if s.code]
    assert len(set(slugs)) == len(slugs)
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]+", slug) for slug in slugs)
    assert all(re.fullmatch(r"[A-Z]\d+", code) for code in codes)
    assert not {c.lower() for c in codes} & set(slugs)


def test_names_on_screen_are_told_apart() -> None:
    for namen in ([s.titel for s in KENNZAHLEN], [s.kurz for s in KENNZAHLEN]):
        assert len(set(namen)) == len(namen)


@pytest.mark.parametrize(
    ("schluessel", "slug"),
    [
        ("W4", "ambulantisierungsquote"),
        ("w4", "ambulantisierungsquote"),
        ("W1", "besondere_wohnform"),
        ("W2", "ausserhalb_besonderer_wohnform"),
        ("A1", "werkstatt"),
        ("K1", "minderjaehrige"),
        ("H2", "p67_ambulant"),
        ("B1", "einwohner"),
        ("LB_BWF", "lb_bwf"),
        ("W3", "gastfamilie"),
        ("W5", "platzdichte"),
        ("A2", "werkstattplaetze"),
        ("A4", "budget_fuer_arbeit"),
        ("A9", "tagesfoerderung"),
        ("K2", "heilpaedagogik"),
        ("K4", "schulbegleitung"),
        ("H3", "p67_stationaer"),
    ],
)
def test_codes_of_the_catalogue_are_accepted(schluessel: str, slug: str) -> None:
    gefunden = kennzahl(schluessel)
    assert gefunden is not None
    assert gefunden.id == slug


@pytest.mark.parametrize("falsch", ["", "w9", "besondere wohnform", "lb_bwf "])
def test_an_unknown_key_is_nothing(falsch: str) -> None:
    assert kennzahl(falsch) is None


def test_every_grundzahl_and_the_population_are_kennzahlen_too() -> None:
    for grundzahl in (*GRUNDZAHLEN, EINWOHNER):
        satz = kennzahl(grundzahl)
        assert satz is not None
        assert (satz.art, satz.zaehler) == ("zahl", (grundzahl,))
    for eintrag in GRUNDZAHLEN.values():
        satz = kennzahl(eintrag.id)
        assert satz is not None
        assert satz.thema == eintrag.thema
        assert satz.raumprinzipien == eintrag.raumprinzipien
        assert satz.nur_kreis == eintrag.nur_kreis
        assert satz.oeffentlich == eintrag.oeffentlich
        assert eintrag.k == (1 if eintrag.oeffentlich else 10 if eintrag.thema in (Thema.KINDER, Thema.P67) else 5)
    assert {s.thema for s in KENNZAHLEN} == set(Thema)


def test_every_merkmal_is_a_kennzahl_with_its_hints_after_the_four_themes() -> None:
    for merkmal in MERKMALE.values():
        satz = kennzahl(merkmal.id)
        assert satz is not None
        assert (satz.art, satz.zaehler, satz.merkmal, satz.thema) == ("zahl", (merkmal.id,), merkmal.id, Thema.UMFELD)
        assert satz.oeffentlich
        assert satz.titel == merkmal.titel
        assert any(f"Vielfaches von {merkmal.rundung}" in h for h in satz.hinweise) == (merkmal.rundung > 1)
    themen = [s.thema for s in KENNZAHLEN]
    assert themen.index(Thema.UMFELD) > max(n for n, t in enumerate(themen) if t != Thema.UMFELD)
    slugs = {"B4": "schwerbehindertenanteil", "B6": "pflegebeduerftige_je_1000", "B7": "sgb2_quote"}
    assert {code: getattr(kennzahl(code), "id", "") for code in slugs} == slugs


def test_the_bars_of_a_kennzahl_are_the_greatest_of_its_counts() -> None:
    satz = {s.id: s for s in KENNZAHLEN}
    assert k_der(satz["besondere_wohnform"], VOREINSTELLUNGEN) == 5
    assert k_der(satz["minderjaehrige"], VOREINSTELLUNGEN) == 10
    streng = {**VOREINSTELLUNGEN, "lb_bwf": replace(VOREINSTELLUNGEN["lb_bwf"], k=7, mindestnenner=900)}
    assert k_der(satz["ambulantisierungsquote"], streng) == 7
    assert mindestnenner_der(satz["besondere_wohnform"], streng) == 900
    assert mindestnenner_der(satz["werkstatt"], streng) == 500
    for oeffentlich in ("platzdichte", "einwohner", "schwerbehindertenanteil"):
        assert mindestnenner_der(satz[oeffentlich], streng) == 0


def test_persons_over_places_would_be_the_occupancy_of_one_provider() -> None:
    assert not [k.id for k in KENNZAHLEN if {"plaetze_bwf", "plaetze_wfbm"} & set(k.grundzahlen) and k.nenner]
    satz = {s.id: s for s in KENNZAHLEN}
    with pytest.raises(ValueError, match=r"auslastung: Menschen und Plätze ergeben eine Belegung; sie braucht 3"):
        replace(satz["ambulantisierungsquote"], id="auslastung", zaehler=("lb_bwf",), nenner=("plaetze_bwf",))


def test_the_rates_of_the_four_themes_lead_every_menu() -> None:
    assert KENNZAHLEN[: len(LEITKENNZAHLEN)] == LEITKENNZAHLEN
    assert [k.code for k in LEITKENNZAHLEN] == ["W1", "W2", "W4", "A1", "K1", "H2"]


def test_services_are_never_added_up_to_persons() -> None:
    """Only the ways of living exclude each other; a record that adds anything else cannot be made."""
    for satz in KENNZAHLEN:
        assert len(satz.zaehler) == 1 or set(satz.zaehler) <= {"lb_awf", "lb_bwf", "lb_gastfamilie"}
    gesamt = kennzahl("personen_gesamt")
    assert gesamt is not None
    assert gesamt.grundzahlen == ("personen_gesamt",)
    with pytest.raises(ValueError, match="lb_awf \\+ lb_wfbm zählt Menschen doppelt"):
        replace(gesamt, zaehler=("lb_awf", "lb_wfbm"))


def test_a_part_of_another_count_is_known_as_such() -> None:
    assert TEILMENGEN["lb_fruehfoerderung"] == "minderjaehrige_egh"
    for teil, ganzes in TEILMENGEN.items():
        klein, gross = GRUNDZAHLEN[teil], GRUNDZAHLEN[ganzes]
        assert klein.alter_von >= gross.alter_von
        assert gross.alter_bis is None or (klein.alter_bis is not None and klein.alter_bis <= gross.alter_bis)


def test_the_population_has_one_raumprinzip() -> None:
    satz = kennzahl("einwohner")
    assert satz is not None
    assert satz.raumprinzipien == (Raumprinzip.HERKUNFT,)


@pytest.mark.parametrize(("band", "text"), [((18, None), "18+"), ((0, 17), "0-17"), ((0, None), "insgesamt")])
def test_a_band_is_written_as_in_files(band: tuple[int, int | None], text: str) -> None:
    assert Altersband(*band, "").schluessel == text


def test_values_across_a_break_are_not_joined() -> None:
    satz = {s.id: s for s in KENNZAHLEN}
    assert satz["lb_bwf"].vergleichbar_ab == 2020
    assert satz["lb_awf"].vergleichbar_ab == 2021
    assert satz["ambulantisierungsquote"].vergleichbar_ab == 2021
    assert satz["lb_wfbm"].vergleichbar_ab is None
