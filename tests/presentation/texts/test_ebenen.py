"""What is said about levels: counted from the values that are shown, not from the record."""

from dataclasses import replace

from analysis import sichten
from analysis.auswahl import Auswahl, loese_auf, sinnvolle_ebene
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import messungen
from presentation.texts.ebenen import ebenensatz, sinnvoll_ab
from tests.von_hand import ALTDORF, BERG, CELL, DORN, T24, bestand, veroeffentlicht

P67 = {T24: {(ALTDORF, "-"): 40, (BERG, "-"): 10, (CELL, "-"): 30, (DORN, "-"): 0}}


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def mit(grundzahl: str) -> Bestand:
    frei = {grundzahl: veroeffentlicht(grundzahl, P67, ("herkunft",), exakt=False, k=10)}
    return replace(bestand(), veroeffentlicht=frei)


def gesagt(b: Bestand, **parameter: str) -> str:
    auswahl: Auswahl = loese_auf({n: [w] for n, w in parameter.items()}, b)[0]
    werte = sichten.gebietswerte(b, auswahl.kennzahl, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung)
    return ebenensatz(auswahl, messungen(werte, auswahl.kennzahl, stichtag=T24))


def test_a_page_opens_at_the_coarser_level_and_keeps_one_that_is_asked_for() -> None:
    def ebene(b: Bestand, slug: str, **mehr: str) -> str:
        return loese_auf({"kennzahl": [slug], **{n: [w] for n, w in mehr.items()}}, b)[0].ebene

    assert ebene(mit("minderjaehrige_egh"), "minderjaehrige_egh") == "planungsraum"
    assert ebene(mit("minderjaehrige_egh"), "minderjaehrige_egh", ebene="gemeinde") == "gemeinde"
    assert ebene(mit("lb_p67_ambulant"), "lb_p67_ambulant") == "kreis"
    assert ebene(bestand(), "lb_bwf") == "gemeinde"
    grob = bestand()
    grob.region.feinste_ebene = "planungsraum"
    assert ebene(grob, "lb_bwf") == "planungsraum"
    assert ebene(replace(mit("minderjaehrige_egh"), einteilungen=()), "minderjaehrige_egh") == "kreis"
    assert sinnvolle_ebene(grob, satz("gastfamilie")) == "kreis"


def test_a_finer_level_says_how_many_areas_have_no_number() -> None:
    kinder, p67 = mit("minderjaehrige_egh"), mit("lb_p67_ambulant")
    anfang = "Auf dieser Ebene sind die Zahlen klein:"
    assert gesagt(kinder, kennzahl="minderjaehrige_egh", ebene="gemeinde") == (
        f"{anfang} 3 von 5 Gemeinden stehen als Spanne. Sinnvoll ist die Ebene Planungsraum."
    )
    assert gesagt(kinder, kennzahl="minderjaehrige", ebene="gemeinde") == (
        f"{anfang} 2 von 4 Gemeinden stehen als „geschützt“. Sinnvoll ist die Ebene Planungsraum."
    )
    assert gesagt(p67, kennzahl="lb_p67_ambulant", ebene="planungsraum") == ""
    p67.veroeffentlicht["lb_p67_ambulant"] = veroeffentlicht(
        "lb_p67_ambulant", {T24: {(ALTDORF, "-"): 40, (CELL, "-"): 10}}, ("herkunft",), exakt=False, k=10
    )
    assert gesagt(p67, kennzahl="lb_p67_ambulant", ebene="planungsraum") == (
        f"{anfang} 1 von 2 Planungsräumen steht als Spanne. Sinnvoll ist die Ebene Kreis."
    )
    assert gesagt(kinder, kennzahl="minderjaehrige_egh", ebene="planungsraum") == ""
    assert gesagt(bestand(), kennzahl="lb_bwf", ebene="gemeinde") == ""


def test_the_methodik_names_the_level_of_the_record_and_of_the_region() -> None:
    fein = "Feinere Ebenen lassen sich wählen; dort stehen viele Zahlen als Spanne."
    assert sinnvoll_ab(satz("lb_bwf"), bestand()) == "Gemeinde."
    assert sinnvoll_ab(satz("K1"), bestand()) == f"Planungsraum. {fein}"
    assert sinnvoll_ab(satz("gastfamilie"), bestand()) == "Kreis."
    grob = bestand()
    grob.region.feinste_ebene = "planungsraum"
    assert sinnvoll_ab(satz("lb_bwf"), grob) == (
        "Gemeinde. In der Region Kleinkreis öffnen die Seiten mit der Ebene Planungsraum."
    )
