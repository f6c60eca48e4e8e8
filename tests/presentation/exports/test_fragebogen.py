"""The questionnaire opens again as a Word file with headings, a marked head row and German as its language."""

import io

from docx import Document
from docx.oxml.ns import qn

from presentation.exports.fragebogen import KASTEN, fragebogen
from tests.installation import JETZT

AUSSAGEN = [(1, "BEI_NRW ist klar."), (2, "Das Verfahren ist barrierefrei.")]


def test_the_questionnaire_of_one_side() -> None:
    dokument = Document(io.BytesIO(fragebogen(AUSSAGEN, "selbstvertretung", "Kleinkreis", 2026, JETZT)))
    koepfe = [(p.style.name, p.text) for p in dokument.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert koepfe == [
        ("Heading 1", "Zusammenarbeit im Gesamtplanverfahren 2026"),
        ("Heading 2", "So geht es"),
        ("Heading 2", "Aussagen"),
        ("Heading 2", "Anmerkungen"),
    ]
    (tafel,) = dokument.tables
    zeilen = [[zelle.text for zelle in zeile.cells] for zeile in tafel.rows]
    assert zeilen[0][2:] == ["trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu", "k. A."]
    assert zeilen[1:] == [[str(n), text, *[KASTEN] * 5] for n, text in AUSSAGEN]
    assert tafel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert {s.get(qn("w:val")) for s in dokument.styles.element.iter(qn("w:lang"))} == {"de-DE"}
    assert dokument.core_properties.language == "de-DE"
    assert dokument.core_properties.title == "Zusammenarbeit im Gesamtplanverfahren 2026, Kleinkreis, Selbstvertretung"
    texte = [p.text for p in dokument.paragraphs]
    assert "Kleinkreis. Antwort der Seite: Selbstvertretung" in texte
    assert "Bitte schreiben Sie keine Namen und keine Angaben über einzelne Personen." in texte
