"""Every page opens: in its frame, with a link that cannot be kept, and where there is nothing yet."""

import pytest

from analysis.kennzahlen.katalog import KENNZAHLEN
from commands.einrichten import richte_ein
from presentation.ui import rahmen
from tests.installation import lege_kleinkreis_an
from tests.pages.seiten import MIT_LEISTE, SEITEN, hinweise, oeffne, texte, titel, ueberschriften, wahl


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("seite", SEITEN)
def test_every_page_has_one_headline_and_says_that_the_data_are_synthetic(seite: str) -> None:
    at = oeffne(seite)
    assert not at.exception
    assert not at.error
    assert hinweise(at)[1:] == []
    assert len(titel(at)) > 20
    assert any("Vorführung mit synthetischen Daten · Gebietsgrenzen © GeoBasis-DE / BKG" in t for t in texte(at))


GRUND = {
    "region": ("atlantis", "Die Region „atlantis“ aus dem Link gibt es hier nicht. Sie sehen Kreis Unna."),
    "kennzahl": (
        "wohlbefinden",
        "Die Kennzahl „wohlbefinden“ aus dem Link gibt es hier nicht. Sie sehen „Besondere Wohnform je 1.000“.",
    ),
    "ebene": ("stadtteil", "Die Ebene „stadtteil“ aus dem Link gibt es nicht. Sie sehen Gemeinden."),
    "gebiet": (
        "99999999",
        "Das Gebiet „99999999“ aus dem Link gibt es auf dieser Ebene nicht. Sie sehen den ganzen Kreis.",
    ),
    "jahr": ("1848", "Für 1848 gibt es keine Zahlen. Sie sehen den Stichtag 31.12.2024."),
    "stichtag": ("2024-02-30", "Für 2024-02-30 gibt es keine Zahlen. Sie sehen den Stichtag 31.12.2024."),
    "raumprinzip": ("wohnsitz", "„wohnsitz“ ist keine Zählung, die es gibt. Sie sehen die Zählung nach Herkunft."),
    "einteilung": ("alt", "Die Einteilung „alt“ aus dem Link gibt es nicht mehr. Sie sehen die aktuelle."),
    "fassung": ("7", "Der Link meint Fassung 7. Sie sehen die gültige Fassung 1."),
}
"""Query parameter -> a value that cannot be kept, and the sentence about it."""

GRUND_EINES_GEBIETS = {
    "ebene": "Die Ebene „stadtteil“ aus dem Link gibt es auf dieser Seite nicht. Sie sehen Raum Mitte.",
    "gebiet": "Das Gebiet „99999999“ aus dem Link gibt es hier nicht. Sie sehen Raum Mitte.",
}
"""The sentences of the page that is always about one area."""

EIGENE_PARAMETER = ("beteiligung", "fristen", "berichte")
"""Pages that give `jahr` and `gebiet` a sense of their own and read nothing else of the selection but the region."""


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("name", GRUND)
def test_a_value_that_cannot_be_kept_gives_way_with_a_sentence(name: str) -> None:
    wert, satz = GRUND[name]
    for seite in SEITEN:
        if seite in EIGENE_PARAMETER and name != "region":
            continue
        at = oeffne(seite, **{name: wert})
        assert not at.exception, seite
        erwartet = GRUND_EINES_GEBIETS.get(name, satz) if seite == "planungsraum" else satz
        assert hinweise(at)[0] == erwartet, seite
        if seite != "berichte":  # it opens with the Merkliste, whose views have each a region of their own
            assert wahl(at, "region").value == "kreis-unna", seite


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("seite", MIT_LEISTE)
def test_a_link_of_nonsense_shows_the_start_of_the_page(seite: str) -> None:
    at = oeffne(seite, **{name: wert for name, (wert, _) in GRUND.items()})
    assert not at.exception
    assert hinweise(at)[0] == GRUND["region"][1]
    assert titel(at) == titel(oeffne(seite))


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("wert", ["<script>alert(1)</script>", "' OR 1=1 --", "../../etc/passwd", "ü" * 2000])
def test_hostile_values_are_only_text(wert: str) -> None:
    at = oeffne("zahlen", region=wert, kennzahl=wert, gebiet=wert)
    assert not at.exception
    assert titel(at).startswith("Kreis Unna: ")


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize(("ebene", "wo"), [("land", "das Land"), ("bund", "Deutschland")])
def test_levels_above_the_kreis_are_named_as_not_there_yet(ebene: str, wo: str) -> None:
    at = oeffne("karte", ebene=ebene)
    assert hinweise(at) == [f"Für {wo} liegen noch keine Zahlen vor. Sie sehen Gemeinden."]


@pytest.mark.usefixtures("demo_lesend")
def test_the_ags_of_a_kreis_is_its_region() -> None:
    at = oeffne("zahlen", region="06636")
    assert not at.info
    assert wahl(at, "region").value == "werra-meissner-kreis"


@pytest.mark.usefixtures("datenordner")
@pytest.mark.parametrize("seite", SEITEN)
def test_an_empty_installation_says_what_to_do(seite: str) -> None:
    richte_ein()
    at = oeffne(seite)
    assert not at.exception
    assert titel(at) == "Noch keine Region"
    assert texte(at)[0].endswith("laden Sie diese Seite dann neu: `.venv/bin/python cli.py demo`")


@pytest.mark.usefixtures("datenordner")
def test_a_reload_sees_the_first_region_at_once() -> None:
    richte_ein()
    at = oeffne("ueberblick")
    lege_kleinkreis_an()
    assert titel(at.run()) == "Kleinkreis: keine veröffentlichten Zahlen"


@pytest.mark.usefixtures("demo_lesend")
def test_the_methodik_prints_every_record() -> None:
    at = oeffne("methodik", kennzahl="werkstatt")
    assert ueberschriften(at) == [
        "So werden Menschen geschützt",
        "Regeln des Schutzes",
        "So fein sind die Zahlen sinnvoll",
        "So sicher ist ein Wert",
        "Was in Kreis Unna veröffentlicht ist",
        "Alle Kennzahlen",
    ]
    assert sorted(e.label for e in at.expander) == sorted(k.titel for k in KENNZAHLEN)
    assert [e.label for e in at.expander if e.proto.expanded] == [
        "Leistungsberechtigte im Arbeitsbereich der Werkstatt je 1.000 Einwohner von 18 bis unter 65 Jahren"
    ]
    for eintrag in at.expander:
        assert eintrag.markdown[0].value.startswith("**Bedeutung**  \n")


@pytest.mark.usefixtures("demo_lesend")
def test_a_failing_page_shows_nothing_of_the_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def scheitere(*_: object) -> None:
        raise RuntimeError("Aktenzeichen 4711")

    monkeypatch.setattr("pages.lage.zahlen.wertetafel", scheitere)
    at = oeffne("zahlen")
    (gemeldet,) = at.exception
    assert "4711" not in str(gemeldet.proto)
    assert not gemeldet.stack_trace


def test_a_failing_page_is_told_in_german_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    grund = RuntimeError("Grund")
    assert rahmen.melde_fehler(grund)
    assert [r.exc_info and r.exc_info[1] for r in caplog.records if r.name == rahmen.__name__] == [grund]
