"""What is the name of a person and what is none, the same for forms and files."""

import pytest

from data_access.importing.personennamen import genannte, gleicht_namen, hat_vornamen, ist_person, nennt_person


@pytest.mark.parametrize(
    ("text", "ist", "nennt"),
    [
        ("Erika Muster", True, True),
        ("Muster, Erika", True, True),
        ("Dr. Erika Muster", True, True),
        ("Hans-Peter Muster", True, True),
        ("Erika", True, True),
        ("Herr Muster", True, True),
        ("Frau M.", True, True),
        ("Dr. Muster", True, True),
        ("Leitung: Frau Muster", False, True),
        ("Werkstattrat; Erika Muster", False, True),
        ("Erika Muster und Max Probe", False, True),
        ("Der Brief von Frau Dr. Muster kam spät", False, True),
        ("e.muster@example.org", False, True),
        ("Briefe kommen oft spät, die Frau sagt es", False, False),
        ("Werkstattrat Altdorf", False, False),
        ("Haus Martin", False, False),
        ("Martin-Luther-Stiftung", False, False),
        ("St. Anna Stiftung", False, False),
        ("Sankt Elisabeth", False, False),
        ("Elisabeth Krankenhaus Berg", False, False),
        ("Franziskus Wohnen gGmbH", False, False),
        ("Maria Hilf e. V.", False, False),
        ("Lebenshilfe", False, False),
        ("Kreis Unna", False, False),
        ("Sozialdezernent Kreis Unna", False, False),
        ("Die Landesdirektorin des LWV Hessen", False, False),
        ("LWL-Inklusionsamt Soziale Teilhabe", False, False),
        ("Frauenbeauftragte der Werkstätten", False, False),
        ("", False, False),
        ("E. Muster", True, True),
        ("Muster, E.", True, True),
        ("Dipl.-Päd. Muster", True, True),
        ("ERIKA MUSTER", True, True),
        ("Werkstattrat (Erika Muster)", False, True),
        ("Werkstattrat, Erika Muster", False, True),
        ("Werkstattrat Erika Muster", False, True),
        ("1. Erika Muster, geb. 3.5.1961", False, True),
        ("0171 1234567", False, True),
        ("Erika von der Muster", True, True),
        ("Haus Erika Muster", False, False),
        ("Erika Muster Gesamtschule", False, False),
        ("Marie-Curie-Saal", False, False),
        ("Frau und Beruf", True, False),
        ("Peter und Paul", True, False),
        ("Kreis Unna, Fachbereich 50", False, False),
        ("05978", False, False),
    ],
)
def test_a_person_is_told_from_an_institution(text: str, ist: bool, nennt: bool) -> None:
    assert (ist_person(text), nennt_person(text)) == (ist, nennt)


def test_in_a_column_a_first_name_counts_wherever_it_stands() -> None:
    assert hat_vornamen("Muster Erika")
    assert not hat_vornamen("Muster Beispiel")
    assert not hat_vornamen("Erika 12")


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("Bericht von Erika Muster zur Lage", 1),
        ("Es fehlten Frau Muster, Herr Dr. Probe und Max Beispiel.", 3),
        ("Fragen an e.muster@example.org", 1),
        ("Die Frau sagt es, Herr Landrat", 0),
        ("Im Haus Erika Muster, Friedrich-Ebert-Straße 17", 0),
        ("Mehr Busse nach Werne. Ernst gemeint.", 0),
    ],
)
def test_persons_in_a_sentence_are_counted(text: str, zahl: int) -> None:
    assert genannte(text) == zahl


def test_a_column_of_names_is_told_without_first_names_that_are_known() -> None:
    assert gleicht_namen(["Muster, Xaveria", "Probe, Quirina", "Kreis Unna"], mindestens=2)
    assert gleicht_namen(["Muster Erika", "Probe Max", "Werkstattrat"], mindestens=2)
    assert not gleicht_namen(["Muster, Xaveria", "Caritas, Diakonie", "Kreis, Unna"], mindestens=2)
