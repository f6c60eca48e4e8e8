"""The signs of a view and of a file, each with its sentence, and nothing where nothing is protected."""

import polars as pl

from analysis import sichten
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import messungen
from presentation.texts import hinweise
from presentation.texts.hinweise import Gezeigt
from presentation.texts.schutzsaetze import AMTLICH, GERUNDET, NACH_HERKUNFT, NICHT_GENANNT, SUMMEN, VERAENDERUNG
from tests.von_hand import T24, bestand


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def gezeigt(b: Bestand, slug: str, ebene: str, prinzip: str = "herkunft", einteilung: str = "") -> list[Gezeigt]:
    werte = sichten.gebietswerte(b, satz(slug), ebene, prinzip, einteilung)
    return [Gezeigt(satz(slug), prinzip, m) for m in messungen(werte, satz(slug), stichtag=T24)]


def test_the_signs_of_a_view() -> None:
    b = bestand()
    assert hinweise.zeichen(b, gezeigt(b, "lb_awf", "gemeinde")) == [
        ("0 bis 4", f"Hier leben höchstens 4 Personen. {NICHT_GENANNT}"),
        ("1 bis 9", f"Hier leben 1 bis 9 Personen. {NICHT_GENANNT}"),
    ]
    assert hinweise.zeichen(b, gezeigt(b, "lb_bwf", "gemeinde")) == [
        ("0 bis 4", f"Hier leben höchstens 4 Personen. {NICHT_GENANNT}"),
        ("rund 45", f"Hier leben rund 45 Personen, mindestens 41 und höchstens 49. {GERUNDET} {hinweise.EBENSO}"),
    ]
    (rate,) = hinweise.zeichen(b, gezeigt(b, "W2", "gemeinde"))
    assert rate == ("geschützt", "Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher.")
    assert hinweise.zeichen(b, gezeigt(b, "lb_bwf", "kreis")) == []
    assert hinweise.zeichen(b, gezeigt(b, "einwohner", "gemeinde")) == []


def test_many_ranges_are_not_all_spelled_out() -> None:
    b = bestand()
    paare = hinweise.zeichen(b, gezeigt(b, "lb_awf", "gemeinde"), hoechstens=1)
    assert [zeichen for zeichen, _ in paare] == ["0 bis 4", "Spanne"]


def test_what_holds_for_the_whole_view() -> None:
    b = bestand()
    bwf, hier, quote = (
        satz("lb_bwf"),
        [("0 bis 4", "Hier leben höchstens 4 Personen.")],
        [("geschützt", "Zu unsicher.")],
    )
    assert list(hinweise.dazu(hier, b, bwf, "gemeinde", "haupt", "herkunft")) == [NACH_HERKUNFT, SUMMEN, AMTLICH]
    assert list(hinweise.dazu(quote, b, bwf, "gemeinde", "haupt", "herkunft")) == [SUMMEN, AMTLICH]
    assert list(hinweise.dazu(hier, b, bwf, "planungsraum", "haupt", "leistungsort")) == [SUMMEN, AMTLICH]
    eigener = list(hinweise.dazu(hier, b, bwf, "planungsraum", "quer", "leistungsort"))[1]
    assert eigener.startswith("Ihr Planungsraum ist die Summe der geschützten Gemeindewerte.")
    assert eigener.endswith("hier höchstens um 8.")


def datei(b: Bestand, slug: str, ebene: str, einteilung: str = "") -> list[tuple[str, str]]:
    rahmen: pl.DataFrame = sichten.gebietswerte(b, satz(slug), ebene, "herkunft", einteilung)
    return hinweise.fuer_datei(rahmen, satz(slug), b, ebene, einteilung)


def test_a_file_explains_every_range_in_it() -> None:
    b = bestand()
    assert datei(b, "lb_awf", "gemeinde") == [
        ("0", "0 bedeutet: keine oder höchstens 4 Personen."),
        ("0 bis 4", f"Hier leben höchstens 4 Personen. {NICHT_GENANNT}"),
        ("1 bis 9", f"Hier leben 1 bis 9 Personen. {NICHT_GENANNT}"),
        ("von, bis", f"Die wahre Zahl liegt zwischen diesen beiden. {GERUNDET}"),
        ("Hinweis", NACH_HERKUNFT),
        ("Hinweis", SUMMEN),
        ("Hinweis", AMTLICH),
        ("Veränderung", f"Überschneiden sich zwei Spannen: {VERAENDERUNG}"),
    ]
    assert ("•", "Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher.") in datei(
        b, "W2", "gemeinde"
    )
    assert any("hier höchstens um 8." in text for _, text in datei(b, "lb_bwf", "planungsraum", "quer"))
    assert datei(b, "einwohner", "gemeinde") == []
