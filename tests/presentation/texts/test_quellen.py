"""Quelle, Stand and Schutz: what stands under every chart and in every file."""

from dataclasses import replace
from datetime import UTC, datetime

from analysis.auswahl import loese_auf
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from presentation.texts import quellen
from tests.von_hand import BWF, T24, bestand, veroeffentlicht


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def test_the_source_names_sender_population_and_boundaries() -> None:
    def quelle(slug: str, basen: list[str], grenzen: str = "") -> str:
        return quellen.quelle(satz(slug), bestand(), basen, grenzen)

    lwx = "LWX, Lieferung vom 03.02.2025"
    assert quelle("lb_bwf", ["synthetisch"]) == lwx
    assert (
        quelle("besondere_wohnform", ["zensus2011"])
        == f"{lwx}; Einwohner: Fortschreibung auf Grundlage des Zensus 2011"
    )
    assert quelle("besondere_wohnform", ["", "register", "vz1987"]) == (
        f"{lwx}; Einwohner: Melderegister, Fortschreibung auf Grundlage der Volkszählung 1987"
    )
    assert quelle("besondere_wohnform", [""], "© GeoBasis-DE / BKG 2016 (Daten verändert)") == (
        f"{lwx}; Grenzen © GeoBasis-DE / BKG 2016 (Daten verändert)"
    )
    assert quelle("einwohner", ["zensus2022"]) == "Einwohner: Zensus 2022 oder Fortschreibung auf seiner Grundlage"
    assert quelle("lb_wfbm", []) == "Zurzeit keine veröffentlichte Lieferung."


def test_the_state_is_that_of_the_newest_freigabe_of_its_counts() -> None:
    ganz = bestand()
    ganz.veroeffentlicht["lb_awf"].freigabe.veroeffentlicht_am = datetime(2025, 4, 2, tzinfo=UTC)
    ganz.veroeffentlicht["lb_awf"].freigabe.fassung = 3
    assert quellen.stand(satz("lb_bwf"), ganz, T24) == "31.12.2024, veröffentlicht am 01.03.2025, Fassung 1"
    assert quellen.stand(satz("W4"), ganz, T24) == "31.12.2024, veröffentlicht am 02.04.2025, Fassung 3"
    assert quellen.stand(satz("einwohner"), ganz, T24) == "31.12.2024"


def test_the_protection_is_said_with_the_k_that_was_used() -> None:
    anfang = (
        "Zum Schutz einzelner Personen sind kleine Fallzahlen leicht verändert. Werte von 1 bis 4 werden nicht "
        "ausgewiesen, sondern auf 0 oder 5 gesetzt. Summen stimmen mit den angezeigten Einzelwerten überein. "
    )
    genau = "Die Summe des Kreises ist genau."
    assert quellen.schutz(satz("lb_bwf"), bestand()) == (
        f"{anfang}Eine Gemeinde kann vom wahren Wert abweichen, höchstens um 4. {genau}"
    )
    weicht_ab = "Einzelne Werte können vom wahren Wert abweichen, hier höchstens um"
    for ebene, einteilung, abweichung in (
        ("gemeinde", "", 4),
        ("planungsraum", "haupt", 4),
        ("planungsraum", "quer", 8),
    ):
        satz_ = quellen.schutz(satz("lb_bwf"), bestand(), ebene, einteilung)
        assert satz_ == f"{anfang}{weicht_ab} {abweichung}. {genau}"
    assert quellen.schutz(satz("lb_bwf"), bestand(), "kreis") == f"{anfang}{genau}"
    assert f"{weicht_ab} 4. Auch die Summe" in quellen.schutz(satz("lb_awf"), bestand(), "kreis")
    assert quellen.schutz(satz("lb_awf"), bestand()).endswith("Auch die Summe des Kreises ist gerundet.")
    assert quellen.schutz(satz("W4"), bestand()).endswith("Auch die Summe des Kreises ist gerundet.")
    mit_zehn = replace(bestand(), veroeffentlicht={"lb_bwf": veroeffentlicht("lb_bwf", {T24: {}}, k=10)})
    assert "Werte von 1 bis 9 werden nicht ausgewiesen, sondern auf 0 oder 10 gesetzt" in quellen.schutz(
        satz("lb_bwf"), mit_zehn
    )
    assert "Werte von 1 bis 9 werden" in quellen.schutz(satz("minderjaehrige"), bestand())
    for slug in ("einwohner", "plaetze_bwf", "platzdichte", "werkstattplaetze"):
        assert quellen.schutz(satz(slug), bestand()) == "Öffentliche Zahl, nicht gerundet."
    assert quellen.schutz(satz("gastfamilie"), bestand()) == (f"{anfang}Zahlen über 5 sind genau.")
    assert set(BWF) <= set(bestand().veroeffentlicht["lb_bwf"].wuerfel["stichtag"])


def test_the_lines_under_a_view() -> None:
    auswahl = loese_auf({"kennzahl": ["lb_bwf"]}, bestand())[0]
    assert [name for name, _ in quellen.zeilen(auswahl, [])] == ["Quelle", "Stand", "Schutz"]
    ohne = loese_auf({"kennzahl": ["lb_bwf"]}, bestand("lb_bwf", "lb_awf"))[0]
    assert [name for name, _ in quellen.zeilen(ohne, [])] == ["Quelle", "Schutz"]


def test_a_file_explains_itself_the_synthetic_mark_first() -> None:
    for k in KENNZAHLEN:
        paare = quellen.erklaerung(k, bestand())
        assert [n for n, _ in paare][:8] == [
            "Hinweis",
            "Kennzahl",
            "Bedeutung",
            "Einheit",
            "Zählweise",
            "Stichtag",
            "Quelle",
            "Schutz",
        ]
        assert [t for n, t in paare if n == "Vorsicht"] == list(k.hinweise)
        assert len([n for n, _ in paare if n == "Bruch"]) == len(k.brueche)
        oeffentlich = k.oeffentlich
        assert paare[0][1] == ("Öffentliche Zahlen" if oeffentlich else "Veröffentlichte, geschützte Zahlen")
        assert any("eschützt" in text for _, text in paare) != oeffentlich
    synthetisch = bestand()
    synthetisch.veroeffentlicht["lb_awf"].freigabe.synthetisch = True
    assert quellen.erklaerung(satz("lb_bwf"), synthetisch)[0] == ("Hinweis", "Vorführung mit synthetischen Daten")
