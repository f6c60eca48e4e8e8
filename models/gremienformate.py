"""The files of meetings and of what follows from them, and with the register all KINDs about Gremien.

Columns of the Contract come first and in its order; those after them are ours and may be left out.
"""

from typing import Final

from models.formate import Format, Spalte, eigene, kuerzel, tag, text, wort, worte_von
from models.gremienworte import (
    Barriereart,
    Barrierestand,
    Empfehlungsstatus,
    Gruppe,
    Massnahmenstatus,
    Seite,
    Sitzungsform,
    Sitzungsstatus,
    Topart,
)
from models.pflichtformate import PFLICHTFORMATE
from models.registerformate import GREMIUM, REGION, REGISTERFORMATE
from models.vokabular import INSGESAMT, Thema

DATUM = tag("datum", "Tag der Sitzung", pflicht=True)
THEMEN = tuple(str(t) for t in Thema if t not in (Thema.BEVOELKERUNG, Thema.UMFELD))

SITZUNGSFORMATE: Final = (
    Format(
        "sitzungen",
        "Sitzungen",
        (
            GREMIUM,
            DATUM,
            wort("status", "Fand sie statt?", worte_von(Sitzungsstatus)),
            wort("form", "Wie man sich traf; leer = k. A.", worte_von(Sitzungsform), pflicht=False),
            tag("einladung_am", "Tag der Einladung"),
            tag("unterlagen_am", "Tag, an dem die Unterlagen verschickt wurden"),
            tag("unterlagen_ls_am", "Tag, an dem die Unterlagen in Leichter Sprache verschickt wurden"),
            tag("protokoll_am", "Tag des Protokolls"),
            tag("protokoll_ls_am", "Tag des Protokolls in Leichter Sprache"),
            *eigene(
                (
                    text("bezeichnung", "Name der Sitzung, zum Beispiel „1. LSP“"),
                    text("ort", "Ort"),
                    tag("rueckmeldung_bis", "Bis wann Bedarfe gemeldet werden können"),
                    Spalte("datum_erschlossen", "ja_nein", "ja: die Quelle nennt den Tag ohne Jahr"),
                    text("quelle", "Woher die Angabe stammt"),
                    text("notiz", "Was dazu zu wissen ist"),
                )
            ),
        ),
        ("gremium", "datum"),
        ("lsp-beispiel", "2025-09-22", "stattgefunden", "praesenz", "2025-07-01", "2025-09-01", "", "", ""),
    ),
    Format(
        "teilnahmen",
        "Teilnahme in Zahlen",
        (
            GREMIUM,
            DATUM,
            wort("gruppe", "Gruppe; „insgesamt“, wenn nur die Gesamtzahl bekannt ist", worte_von(Gruppe, INSGESAMT)),
            text("organisation", "Nur Institutionen, keine Personen; sonst leer"),
            Spalte("eingeladen", "zahl", "Eingeladene; leer = k. A."),
            Spalte("anwesend", "zahl", "Anwesende; leer = k. A., das ist nicht 0"),
            Spalte("rederecht_genutzt", "zahl", "Wie viele davon gesprochen haben; leer = k. A."),
        ),
        ("gremium", "datum", "gruppe", "organisation"),
        ("lsp-beispiel", "2025-09-22", "selbstvertretung", "", "6", "4", "3"),
    ),
    Format(
        "barrierefreiheit",
        "Barrierefreiheit der Sitzungen",
        (
            GREMIUM,
            DATUM,
            wort("art", "Worum es geht", worte_von(Barriereart)),
            wort("stand", "Was daraus wurde; keine Anzahl: das wären Gesundheitsdaten", worte_von(Barrierestand)),
        ),
        ("gremium", "datum", "art"),
        ("lsp-beispiel", "2025-09-22", "dgs", "bereitgestellt"),
    ),
    Format(
        "tops",
        "Tagesordnung",
        (
            GREMIUM,
            DATUM,
            Spalte("top", "zahl", "Nummer des Punktes", pflicht=True, minimum=1, maximum=99),
            text("titel", "Titel des Punktes", pflicht=True),
            wort("thema", "Thema; leer, wenn keines passt", THEMEN, pflicht=False),
            text("planungsraum", "Kürzel des Planungsraums, wenn es um einen geht"),
            wort("eingebracht_von_gruppe", "Wer den Punkt eingebracht hat", worte_von(Gruppe), pflicht=False),
            Spalte("stufe_verwaltung", "zahl", "Stufe der Beteiligung aus Sicht der Verwaltung", minimum=1, maximum=9),
            Spalte("stufe_selbstvertretung", "zahl", "Stufe aus Sicht der Selbstvertretung", minimum=1, maximum=9),
            text("begruendung", "Begründung der Stufen"),
            *eigene(
                (
                    wort("art", "Art des Punktes", worte_von(Topart)),
                    text("ergebnis", "Ergebnis oder Beschluss"),
                    Spalte("aufgaben", "liste", "Kürzel der Aufgaben des Gremiums, um die es geht, mit | getrennt"),
                )
            ),
        ),
        ("gremium", "datum", "top"),
        ("lsp-beispiel", "2025-09-22", "2", "Wohnen", "wohnen", "", "selbstvertretung", "6", "3", ""),
    ),
    Format(
        "empfehlungen",
        "Empfehlungen",
        (
            kuerzel("empfehlung", "Kürzel der Empfehlung"),
            GREMIUM,
            DATUM,
            Spalte("top", "zahl", "Nummer des Punktes, aus dem sie kommt", pflicht=True, minimum=1, maximum=99),
            wort("von_gruppe", "Wer sie vorgeschlagen hat", worte_von(Gruppe), pflicht=False),
            text("text", "Die Empfehlung", pflicht=True),
            wort("status", "Was daraus wurde", worte_von(Empfehlungsstatus)),
            tag("antwort_am", "Tag der Antwort; leer, solange keine da ist"),
            *eigene(
                (
                    text("an", "An welche Stelle sie geht"),
                    text("antwort", "Die Antwort"),
                    text("grund", "Warum sie abgelehnt oder nur teilweise angenommen wurde"),
                )
            ),
        ),
        ("empfehlung",),
        ("e-2025-1", "lsp-beispiel", "2025-09-22", "2", "selbstvertretung", "Mehr Wohnungen", "offen", ""),
    ),
    Format(
        "massnahmen",
        "Maßnahmen zu Empfehlungen",
        (
            kuerzel("massnahme", "Kürzel der Maßnahme"),
            kuerzel("empfehlung", "Kürzel der Empfehlung"),
            text("text", "Was getan wird", pflicht=True),
            text("verantwortlich", "Verantwortliche Stelle, keine Person"),
            tag("bis", "Bis wann"),
            wort("status", "Stand", worte_von(Massnahmenstatus)),
            text("grund", "Warum sie verworfen wurde oder sich verzögert"),
        ),
        ("massnahme",),
        ("m-2025-1", "e-2025-1", "Gespräch mit der Wohnungswirtschaft", "Kreis", "2026-06-30", "laeuft", ""),
    ),
    Format(
        "rueckmeldungen",
        "Berichte zu Empfehlungen",
        (
            kuerzel("empfehlung", "Kürzel der Empfehlung"),
            GREMIUM,
            DATUM,
            wort("status", "Stand an diesem Tag", worte_von(Empfehlungsstatus)),
            text("text", "Was berichtet wurde"),
        ),
        ("empfehlung", "gremium", "datum"),
        ("e-2025-1", "lsp-beispiel", "2026-09-21", "angenommen", "Erstes Gespräch im Mai"),
    ),
    Format(
        "bewertungsfragen",
        "Aussagen zur Zusammenarbeit im Gesamtplanverfahren",
        (
            kuerzel("frage", "Kürzel der Aussage"),
            REGION,
            Spalte("nummer", "zahl", "Nummer der Aussage", pflicht=True, minimum=1, maximum=99),
            text("text", "Die Aussage, der eine Seite zustimmt oder nicht", pflicht=True),
            Spalte("jahr_von", "zahl", "Erstes Jahr, in dem sie gilt", pflicht=True, minimum=2000, maximum=2100),
            Spalte("jahr_bis", "zahl", "Letztes Jahr; leer, solange sie gilt", minimum=2000, maximum=2100),
        ),
        ("frage",),
        ("gp-1", "kreis-unna", "1", "Fehlende Angebote werden gemeinsam besprochen.", "2025", ""),
    ),
    Format(
        "bewertungen",
        "Jährliche Bewertung der Zusammenarbeit",
        (
            REGION,
            Spalte("jahr", "zahl", "Jahr", pflicht=True, minimum=2000, maximum=2100),
            kuerzel("frage", "Kürzel der Frage"),
            wort("seite", "Wer antwortet", worte_von(Seite)),
            Spalte("wert", "zahl", "1 trifft nicht zu bis 4 trifft zu; leer = k. A.", minimum=1, maximum=4),
            text("anmerkung", "Anmerkung ohne Angaben zu Personen"),
        ),
        ("region", "jahr", "frage", "seite"),
        ("kreis-unna", "2025", "gp-1", "selbstvertretung", "2", ""),
    ),
)
"""Each after those it refers to."""

FORMATE: Final[dict[str, Format]] = {f.kind: f for f in (*REGISTERFORMATE, *SITZUNGSFORMATE, *PFLICHTFORMATE)}
"""Every KIND about Gremien, each after those it refers to."""
