"""The files of the register of Gremien: which columns each KIND has.

Columns of the Contract come first and in its order; those after them are ours and may be left out.
"""

from typing import Final

from models.formate import Format, Spalte, eigene, kuerzel, tag, text, wort, worte_von
from models.gremienworte import Bestimmungsart, Gremientyp, Gruppe, Stimmrecht, Verbindlichkeit

REGION = kuerzel("region", "Kürzel der Region oder fünfstelliger Kreisschlüssel")
GREMIUM = kuerzel("gremium", "Kürzel des Gremiums, zum Beispiel „lsp-unna“")
GRUPPE = wort("gruppe", "Gruppe, für die der Platz da ist; nie eine Person", worte_von(Gruppe))

REGISTERFORMATE: Final = (
    Format(
        "vereinbarungen",
        "Kooperationsvereinbarungen",
        (
            kuerzel("vereinbarung", "Kürzel der Vereinbarung"),
            REGION,
            text("name", "Name der Vereinbarung", pflicht=True),
            Spalte("partner", "liste", "Wer sie geschlossen hat, mit | getrennt"),
            tag("geschlossen", "Tag des Abschlusses"),
            wort("genauigkeit", "Wie genau die Quelle den Tag nennt", ("tag", "monat"), pflicht=False),
            tag("gueltig_bis", "Letzter Tag, wenn sie befristet ist"),
            text("rechtsgrundlage", "Rechtsgrundlage"),
            text("quelle", "Woher die Angabe stammt"),
            text("notiz", "Was dazu zu wissen ist"),
        ),
        ("vereinbarung",),
        (
            "kv-beispiel",
            "kreis-unna",
            "Kooperationsvereinbarung",
            "Träger|Kreis",
            "2024-01-01",
            "monat",
            "",
            "",
            "",
            "",
        ),
    ),
    Format(
        "organisationen",
        "Organisationen und Stellen",
        (
            kuerzel("organisation", "Kürzel der Organisation"),
            REGION,
            text("name", "Name der Stelle oder Organisation, keine Person", pflicht=True),
            GRUPPE,
            Spalte("gattung", "ja_nein", "ja: eine Art von Stellen („Werkstatträte“), nicht eine bestimmte"),
            Spalte("aliase", "liste", "Andere Schreibweisen, mit | getrennt"),
            text("quelle", "Woher die Angabe stammt"),
            *eigene((kuerzel("planungsraum", "Kürzel des Planungsraums, in dem sie ist", pflicht=False),)),
        ),
        ("organisation",),
        ("werkstattrat-beispiel", "kreis-unna", "Werkstattrat Beispiel", "selbstvertretung", "nein", "", ""),
    ),
    Format(
        "bestimmungen",
        "Bestimmungen der Vereinbarungen",
        (
            kuerzel("bestimmung", "Kürzel der Bestimmung"),
            REGION,
            kuerzel("vereinbarung", "Kürzel der Vereinbarung", pflicht=False),
            wort("art", "Worum es geht", worte_von(Bestimmungsart)),
            text("wortlaut", "Was bestimmt ist", pflicht=True),
            text("quelle", "Paragraf oder Anlage"),
            Spalte("organisationen", "liste", "Kürzel der genannten Organisationen, mit | getrennt"),
        ),
        ("bestimmung",),
        ("b-beispiel", "kreis-unna", "kv-beispiel", "beteiligung", "Die Selbsthilfe wird einbezogen", "§ 3", ""),
    ),
    Format(
        "gremien",
        "Gremien mit ihrem Takt",
        (
            GREMIUM,
            REGION,
            text("name", "Name des Gremiums", pflicht=True),
            wort("typ", "Art des Gremiums", worte_von(Gremientyp)),
            kuerzel("vorgaenger", "Kürzel des Gremiums, das es ersetzt", pflicht=False),
            Spalte("takt_min", "zahl", "Sitzungen im Jahr, mindestens"),
            Spalte("takt_max", "zahl", "Sitzungen im Jahr, höchstens"),
            text("takt_quelle", "Wo der Takt steht; nennen zwei Stellen ihn verschieden: zwei Zeilen"),
            tag("gueltig_von", "Seit wann es das Gremium gibt"),
            tag("gueltig_bis", "Bis wann es das Gremium gibt"),
            *eigene(
                (
                    text("kurz", "Kurzname"),
                    text("takt_wortlaut", "Der Takt im Wortlaut der Quelle"),
                    kuerzel("uebergeordnet", "Kürzel des Gremiums, zu dem es gehört"),
                    kuerzel("vereinbarung", "Kürzel der Vereinbarung"),
                    wort("verbindlichkeit", "Wie die Quelle davon spricht", worte_von(Verbindlichkeit)),
                    text("quelle", "Paragraf oder Anlage"),
                    text("notiz", "Was dazu zu wissen ist"),
                )
            ),
        ),
        ("gremium", "takt_quelle"),
        (
            "lsp-beispiel",
            "kreis-unna",
            "Lokales Gremium",
            "steuerungs_und_planungsgremium",
            "",
            "1",
            "",
            "§ 5",
            "",
            "",
        ),
    ),
    Format(
        "sitze",
        "Vereinbarte Plätze",
        (
            GREMIUM,
            GRUPPE,
            text("organisation", "Stelle oder Gruppe im Wortlaut der Quelle, keine Person", pflicht=True),
            Spalte("anzahl_vereinbart", "zahl", "Vereinbarte Plätze; leer, wenn keine Zahl vereinbart ist"),
            wort("stimmrecht", "Stimmrecht; leer, wenn nichts vereinbart ist", worte_von(Stimmrecht), pflicht=False),
            text("quelle", "Paragraf oder Anlage"),
        ),
        ("gremium", "gruppe", "organisation"),
        ("lsp-beispiel", "selbstvertretung", "Menschen mit Behinderungen", "4", "ja", "§ 5"),
    ),
    Format(
        "rollen",
        "Rollen und wer sie wann hat",
        (
            kuerzel("rolle", "Kürzel der Rolle"),
            REGION,
            kuerzel("gremium", "Kürzel des Gremiums", pflicht=False),
            text("name", "Name der Rolle", pflicht=True),
            text("regel", "Regel im Wortlaut der Quelle"),
            Spalte("wechsel_jahre", "zahl", "Wechselt alle … Jahre", minimum=1),
            text("quelle", "Paragraf oder Anlage"),
            text("inhaber", "Stelle, die sie hat; keine Person"),
            tag("von", "Erster Tag"),
            tag("bis", "Letzter Tag"),
            Spalte("erschlossen", "ja_nein", "ja: folgt aus der Regel, steht so nicht in der Quelle"),
        ),
        ("rolle", "von"),
        (
            "gf-beispiel",
            "kreis-unna",
            "lsp-beispiel",
            "Geschäftsführung",
            "",
            "2",
            "§ 5",
            "Kreis",
            "2024-01-01",
            "",
            "nein",
        ),
    ),
)
"""Each after those it refers to."""
