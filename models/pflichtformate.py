"""The files of duties: rules and norms, proofs, own dates, contradictions.

Columns of the Contract come first and in its order; those after them are ours and may be left out.
"""

from typing import Final

from models.formate import Format, Spalte, eigene, kuerzel, tag, text, wort, worte_von
from models.pflichtworte import Bezugsjahr, Kanal, Nachweisart, Partnerseite, Pflichtart, Pruefung, Zustaendig
from models.registerformate import REGION

RULE = text("rule", "Nummer der Regel, zum Beispiel „R08“", pflicht=True)

PFLICHTFORMATE: Final = (
    Format(
        "rechtsgrundlagen",
        "Rechtsgrundlagen",
        (
            kuerzel("rechtsgrundlage", "Kürzel der Rechtsgrundlage"),
            REGION,
            text("norm", "Paragraf und Gesetz", pflicht=True),
            text("inhalt", "Was dort steht, in einem Satz", pflicht=True),
            tag("fassung_von", "Erster Tag der Fassung"),
            tag("fassung_bis", "Letzter Tag der Fassung; leer, solange sie gilt"),
            Spalte("gelesen", "ja_nein", "ja: eine Quelle wurde gelesen; nein: noch zu prüfen"),
            text("quelle", "Welche Quelle gelesen wurde"),
            text("notiz", "Was dazu zu wissen ist"),
        ),
        ("rechtsgrundlage",),
        ("hag-5-alt", "06636", "§ 5 HAG/SGB IX", "Zusammenarbeit", "2020-05-16", "2023-08-31", "ja", "Lexaris", ""),
    ),
    Format(
        "pflichten",
        "Pflichten, Rechte und Anregungen",
        (
            RULE,
            REGION,
            text("titel", "Kurzer Name", pflicht=True),
            text("wortlaut", "Was die Quelle sagt", pflicht=True),
            text("klausel", "Paragraf oder Anlage", pflicht=True),
            kuerzel("vereinbarung", "Kürzel der Vereinbarung", pflicht=False),
            kuerzel("gremium", "Kürzel des Gremiums, um das es geht", pflicht=False),
            kuerzel("rechtsgrundlage", "Kürzel der Rechtsgrundlage", pflicht=False),
            wort("art", "Pflicht, Recht oder Anregung", worte_von(Pflichtart)),
            wort("zustaendig", "Wer sie hat", worte_von(Zustaendig)),
            text("empfaenger", "Wem gegenüber"),
            wort("pruefung", "Wie sie geprüft wird", worte_von(Pruefung)),
            Spalte("monat", "zahl", "Monat der Frist, wenn die Quelle einen Tag nennt", minimum=1, maximum=12),
            Spalte("tag", "zahl", "Tag der Frist", minimum=1, maximum=31),
            wort("bezugsjahr", "Um welches Jahr es geht", worte_von(Bezugsjahr), pflicht=False),
            Spalte("minimum", "zahl", "Mindestens so viele Sitzungen im Jahr"),
            Spalte("maximum", "zahl", "Höchstens so viele Sitzungen im Jahr"),
            Spalte("alle_jahre", "zahl", "Kehrt alle … Jahre wieder", minimum=1),
            Spalte("ab_jahr", "zahl", "Zum ersten Mal in diesem Jahr", minimum=1990, maximum=2100),
            tag("gilt_von", "Erster Tag, an dem sie gilt", pflicht=True),
            tag("gilt_bis", "Letzter Tag, an dem sie gilt; leer, solange sie gilt"),
            tag("rechtsstand_bis", "Letzter Tag, an dem das Recht so war, wie es zitiert ist"),
            text("gegenstueck", "Nummer der Regel, in der eine andere Quelle dazu anderes sagt"),
            text("grundzahl", "Kürzel der veröffentlichten Zahl, um die es geht"),
            wort("kanal", "Vereinbarter Weg", worte_von(Kanal), pflicht=False),
            text("notiz", "Was dazu zu wissen ist"),
        ),
        ("rule", "region"),
        (
            *("R01", "06636", "KoK tagt zweimal im Jahr", "mindestens zweimal jährlich", "§ 5", "kv-beispiel"),
            *("kok-beispiel", "", "pflicht", "gremium", "", "sitzungen", "12", "31", "jahr", "2", "", "", ""),
            *("2022-01-01", "", "", "", "", "", ""),
        ),
    ),
    Format(
        "nachweise",
        "Nachweise zu Pflichten",
        (
            RULE,
            text("instanz", "Jahr, Tag der Sitzung oder „einmalig“", pflicht=True),
            tag("datum", "Tag des Nachweises", pflicht=True),
            wort("art", "Was belegt wird", worte_von(Nachweisart)),
            text("notiz", "Was dazu zu wissen ist, ohne Angaben zu Personen"),
            *eigene(
                (
                    REGION,
                    wort("seite", "Wer es einträgt", worte_von(Partnerseite), pflicht=False),
                    wort("kanal", "Auf welchem Weg", worte_von(Kanal), pflicht=False),
                )
            ),
        ),
        ("region", "rule", "instanz", "datum", "art", "seite"),
        ("R08", "2025", "2025-04-28", "mitteilung", ""),
    ),
    Format(
        "termine",
        "Eigene Termine",
        (
            kuerzel("termin", "Kürzel des Termins"),
            REGION,
            tag("datum", "Tag", pflicht=True),
            text("titel", "Was zu tun ist", pflicht=True),
            text("stelle", "Verantwortliche Stelle, keine Person"),
            kuerzel("gremium", "Kürzel des Gremiums, wenn es um eines geht", pflicht=False),
            tag("erledigt_am", "Tag, an dem es erledigt war"),
            text("notiz", "Was dazu zu wissen ist"),
        ),
        ("termin",),
        ("t-2026-1", "06636", "2026-03-02", "Zahlen beim Fachbereich anfordern", "Sozialplanung", "", "", ""),
    ),
    Format(
        "widersprueche",
        "Widersprüche zwischen Quellen",
        (
            kuerzel("widerspruch", "Kürzel des Widerspruchs"),
            REGION,
            text("code", "Kurzes Zeichen, zum Beispiel „C1“", pflicht=True),
            text("frage", "Die Frage, auf die die Quellen verschieden antworten", pflicht=True),
            Spalte("quellen", "liste", "Stellen, mit | getrennt", pflicht=True),
            Spalte("wortlaute", "liste", "Wortlaut je Stelle, mit | getrennt", pflicht=True),
            text("umgang", "Wie beide Lesarten stehen bleiben"),
            Spalte("pflichten", "liste", "Nummern der betroffenen Regeln, mit | getrennt"),
        ),
        ("widerspruch",),
        (
            *("w-beispiel", "06636", "C1", "Wie oft tagt die KoK?", "§ 5|Anlage 2"),
            *("mindestens zweimal jährlich|1 - 2x jährlich", "Beide bleiben stehen.", "R01|R02"),
        ),
    ),
)
"""Each after those it refers to."""
