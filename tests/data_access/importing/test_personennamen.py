"""What is the name of a person and what is none, the same for forms and files."""

import pytest

from data_access.importing.personennamen import hat_vornamen, ist_person, nennt_person


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
    ],
)
def test_a_person_is_told_from_an_institution(text: str, ist: bool, nennt: bool) -> None:
    assert (ist_person(text), nennt_person(text)) == (ist, nennt)


def test_in_a_column_a_first_name_counts_wherever_it_stands() -> None:
    assert hat_vornamen("Muster Erika")
    assert not hat_vornamen("Muster Beispiel")
    assert not hat_vornamen("Erika 12")
