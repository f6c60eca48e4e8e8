"""The page Berichte: the Merkliste empty, one's own, and of a link; and how a view gets onto it."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analysis.messen import Gedaechtnis
from presentation.ansichten.merkliste import Eintrag, Merkliste, entpacke, packe
from presentation.ansichten.stelle import Stelle, stelle
from presentation.ansichten.verzeichnis import bogen
from presentation.ui import merken, wahl
from tests.installation import JETZT
from tests.pages.seiten import hinweise, knopf, oeffne, parameter, texte, titel, ueberschriften

pytestmark = pytest.mark.usefixtures("demo_lesend")

ZAHLEN = stelle("zahlen", {"region": ["kreis-unna"], "kennzahl": ["besondere_wohnform"]}, "verlauf")
KARTE = stelle("karte", {"region": ["werra-meissner-kreis"], "ebene": ["gemeinde"]}, "karte")
UNBEKANNT = stelle("zahlen", {"region": ["kreis-unna"], "kennzahl": ["abgeschafft"]}, "verlauf")
LISTE = Merkliste((Eintrag(ZAHLEN), Eintrag(KARTE, "Unsere Karte")), "Konferenz im Mai")


def befund(s: Stelle) -> str:
    return bogen(s, Gedaechtnis(), heute=JETZT.date()).befund


def mit_liste(liste: Merkliste) -> AppTest:
    at = oeffne("berichte")
    at.session_state[merken.MERKLISTE] = liste
    return at.run()


def eigene(at: AppTest) -> Merkliste:
    liste: Merkliste = at.session_state[merken.MERKLISTE]
    return liste


def test_an_empty_list_says_how_it_is_filled() -> None:
    at = oeffne("berichte", ansicht="merkliste")
    assert titel(at) == "Ihre Merkliste ist noch leer"
    (satz,) = [t for t in texte(at) if "Auf die Merkliste" in t]
    assert satz.count(". ") + satz.count(".\n") == 1
    assert "auswahl" not in parameter(at)


def test_ones_own_list_stands_in_its_order_and_in_the_address() -> None:
    at = mit_liste(LISTE)
    assert titel(at) == "Ihre Merkliste: 2 Ansichten"
    assert ueberschriften(at) == [f"1. {befund(ZAHLEN)}", "2. Unsere Karte", "Als Datei mitnehmen", "Teilen"]
    assert any(befund(KARTE) in t for t in texte(at))
    assert entpacke(parameter(at)["auswahl"]) == LISTE
    assert at.text_input(key="link_merkliste").value.endswith(f"auswahl={packe(LISTE)}")


def test_the_list_is_ordered_renamed_and_shortened() -> None:
    at = mit_liste(LISTE)
    knopf(at, "Ansicht 2 nach oben")
    assert [e.stelle for e in eigene(at).eintraege] == [KARTE, ZAHLEN]
    at.text_input(key="merk_name_1").set_value("<b>Wohnen</b> im *Kreis*").run()
    assert eigene(at).eintraege[1].name == "bWohnen/b im Kreis"
    at.text_input(key="merkliste_name").set_value("Juni").run()
    assert eigene(at).name == "Juni"
    assert entpacke(parameter(at)["auswahl"]) == eigene(at)
    knopf(at, "Ansicht 1 entfernen")
    assert [e.stelle for e in eigene(at).eintraege] == [ZAHLEN]
    knopf(at, "Ansicht 1 entfernen")
    assert titel(at) == "Ihre Merkliste ist noch leer"
    assert "auswahl" not in parameter(at)


def test_the_list_of_a_link_is_shown_and_taken_over_only_when_asked() -> None:
    at = oeffne("berichte", ansicht="merkliste", auswahl=packe(LISTE))
    assert titel(at) == "Merkliste „Konferenz im Mai“: 2 Ansichten"
    assert not at.text_input
    knopf(at, "Als meine Merkliste übernehmen")
    assert titel(at) == "Ihre Merkliste: 2 Ansichten"
    assert eigene(at) == LISTE


def test_taking_over_says_what_it_replaces() -> None:
    andere = Merkliste((Eintrag(KARTE),), "Juni")
    at = oeffne("berichte", auswahl=packe(LISTE))
    at.session_state[merken.MERKLISTE] = andere
    at.run()
    assert any("Ihre eigene Merkliste „Juni“ enthält 1 Ansicht." in t for t in texte(at))
    assert eigene(at) == andere
    knopf(at, "Meine Merkliste zeigen")
    assert titel(at) == "Ihre Merkliste: 1 Ansicht"
    at.query_params["auswahl"] = packe(LISTE)
    knopf(at.run(), "Als meine Merkliste übernehmen und die eigene ersetzen")
    assert eigene(at) == LISTE


def test_the_list_becomes_a_file_that_is_made_again_after_a_change() -> None:
    at = mit_liste(LISTE)
    at.radio(key="merkliste_format").set_value(".docx").run()
    knopf(at, "Datei erstellen")
    (datei,) = [d.label for d in at.get("download_button") if d.label.endswith("speichern")]
    assert datei == "merkliste_konferenz-im-mai_synthetische-daten.docx speichern"
    knopf(at, "Ansicht 2 nach oben")
    assert not [d for d in at.get("download_button") if d.label.endswith("speichern")]


def test_a_view_that_is_no_more_says_so_and_the_files_leave_it_out() -> None:
    at = mit_liste(Merkliste((Eintrag(UNBEKANNT, "Früher"), Eintrag(ZAHLEN))))
    assert ueberschriften(at)[:2] == ["1. Früher", f"2. {befund(ZAHLEN)}"]
    assert any("abgeschafft" in t and "In Dateien fehlt diese Ansicht." in t for t in texte(at))
    assert any("1 von 2 Ansichten gibt es nicht mehr" in t for t in texte(at))
    at = mit_liste(Merkliste((Eintrag(UNBEKANNT),)))
    assert any("Eine Datei wäre leer." in t for t in texte(at))


@pytest.mark.parametrize("auswahl", ["1.xyz", "2.abc", "A" * 5000, "1." + "A" * 2000])
def test_a_broken_link_is_told_and_the_own_list_shown(auswahl: str) -> None:
    at = oeffne("berichte", ansicht="merkliste", auswahl=auswahl)
    assert not at.exception
    assert hinweise(at)[0].startswith("Dieser Link führt zu keiner Merkliste: ")
    assert titel(at) == "Ihre Merkliste ist noch leer"


def test_an_unknown_view_gives_way_with_a_sentence() -> None:
    at = oeffne("berichte", ansicht="ruecklauf")
    assert hinweise(at) == ["Die Ansicht „ruecklauf“ aus dem Link gibt es nicht. Sie sehen die Merkliste."]


def test_the_map_of_the_selection_is_made_as_a_poster() -> None:
    at = oeffne("berichte", region="kreis-unna", ansicht="karten")
    at.session_state[wahl.MERKER] = {"region": ["kreis-unna"], "kennzahl": ["lb_wfbm"], "ebene": ["gemeinde"]}
    at.run()
    assert titel(at) == "Karten und Mappen für Kreis Unna"
    erwartet = stelle("karte", {"region": ["kreis-unna"], "kennzahl": ["lb_wfbm"], "ebene": ["gemeinde"]}, "karte")
    assert any(f"Gewählt ist: {befund(erwartet)}" in t for t in texte(at))


def test_steckbriefe_of_chosen_areas_are_made_and_offered() -> None:
    at = oeffne("berichte", region="kreis-unna", ansicht="steckbriefe")
    at.multiselect(key="bericht_gebiete_kreis-unna_planungsraum").set_value(["unna-nord"]).run()
    knopf(at, "1 Steckbrief erstellen")
    assert not at.exception
    (datei,) = [d.label for d in at.get("download_button")]
    assert datei == "steckbrief_kreis-unna_raum-nord_2024_synthetische-daten.pdf speichern"
    at.selectbox(key="bericht_jahr_kreis-unna").select_index(1).run()
    assert not at.get("download_button")


def test_the_konferenzbericht_is_made_as_word() -> None:
    at = oeffne("berichte", region="werra-meissner-kreis", ansicht="konferenzbericht")
    at.radio(key="bericht_format").set_value(".docx").run()
    knopf(at, "Konferenzbericht erstellen")
    assert not at.exception
    (datei,) = [d.label for d in at.get("download_button")]
    assert datei.startswith("konferenzbericht_werra-meissner-kreis_20")
    assert datei.endswith("_synthetische-daten.docx speichern")


def _popover(schluessel: str) -> AppTest:
    """The part of a popover that leads to the list and the link, on a page of its own."""

    def teil(kurz: str) -> None:
        from datetime import date

        from analysis.messen import Gedaechtnis
        from presentation.ansichten.stelle import stelle
        from presentation.ansichten.verzeichnis import bogen
        from presentation.ui import merken

        s = stelle("zahlen", {"region": ["kreis-unna"], "kennzahl": ["besondere_wohnform"]}, "verlauf")
        merken.zeige(bogen(s, Gedaechtnis(), heute=date(2025, 5, 1)), "https://plan.example", kurz)

    return AppTest.from_function(teil, kwargs={"kurz": schluessel}, default_timeout=30).run()


def test_a_view_goes_onto_the_list_once_and_off_again() -> None:
    at = _popover("x")
    adresse = at.text_input(key="link_x").value
    assert adresse.startswith("https://plan.example/zahlen?region=kreis-unna&kennzahl=besondere_wohnform&")
    assert "zugang" not in adresse
    knopf(at, "Auf die Merkliste")
    assert any("Steht auf der Merkliste (1 Ansicht)." in t for t in texte(at))
    (eintrag,) = eigene(at).eintraege
    assert f"https://plan.example{eintrag.stelle.pfad}" == adresse
    assert [b.label for b in at.button] == ["Von der Merkliste nehmen"]
    knopf(at, "Von der Merkliste nehmen")
    assert eigene(at).eintraege == ()


def test_a_full_list_says_so() -> None:
    at = _popover("x")
    viele = tuple(Eintrag(replace(KARTE, parameter=(("region", str(n)),))) for n in range(20))
    at.session_state[merken.MERKLISTE] = Merkliste(viele)
    knopf(at.run(), "Auf die Merkliste")
    (warnung,) = at.warning
    assert warnung.value.startswith("Auf der Merkliste stehen schon 20 Ansichten, mehr fasst sie nicht.")
    assert len(eigene(at).eintraege) == 20
