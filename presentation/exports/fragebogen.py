"""The questionnaire on the co-operation as a Word file: one side, one page or two, boxes to be ticked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from presentation.exports.papier import Angaben
from presentation.exports.word import WordPapier
from presentation.texts.gremien import SEITEN
from presentation.texts.zusammenarbeit import STUFEN

KASTEN: Final = "☐"
GROESSER: Final = 1.15
"""Larger than the other papers: it is filled in by hand."""
LINIEN: Final = 3


def fragebogen(aussagen: Sequence[tuple[int, str]], seite: str, region: str, jahr: int, jetzt: datetime) -> bytes:
    """A DOCX for one side. `aussagen`: number and statement."""
    titel = f"Zusammenarbeit im Gesamtplanverfahren {jahr}"
    papier = WordPapier(
        Angaben(
            titel=f"{titel}, {region}, {SEITEN[seite]}",
            thema=f"Fragebogen, {region}",
            verfasser="Sozialraumblick",
            kopf=(f"{region} · Antwort der Seite: {SEITEN[seite]}",),
            fuss=(titel,),
            jetzt=jetzt,
        ),
        groesser=GROESSER,
    )
    papier.ueberschrift(titel, 1)
    papier.absatz(f"{region}. Antwort der Seite: {SEITEN[seite]}")
    papier.ueberschrift("So geht es", 2)
    papier.liste(
        [
            "Bitte antworten Sie gemeinsam als eine Seite. Kreuzen Sie in jeder Zeile ein Feld an.",
            "Haben Sie keine gemeinsame Antwort, kreuzen Sie „k. A.“ an. Das heißt: keine Angabe.",
            "Bitte schreiben Sie keine Namen und keine Angaben über einzelne Personen.",
        ]
    )
    papier.ueberschrift("Aussagen", 2)
    stufen = [text for wert, text in STUFEN.items() if wert is not None] + [STUFEN[None]]
    papier.tafel(
        "Was trifft zu?",
        [{"Nr.": str(n), "Aussage": text} | dict.fromkeys(stufen, KASTEN) for n, text in aussagen],
        (1, 6.5, *(1.9,) * len(stufen)),
        mitte_ab=2,
    )
    papier.ueberschrift("Anmerkungen", 2)
    papier.absatz("Nummer der Aussage und was dazu zu sagen ist:")
    papier.schreiblinien(LINIEN)
    return papier.fertig()
