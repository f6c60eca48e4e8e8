"""Templates to download: the header of a format, and in XLSX a sheet that explains every column with examples."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from data_access.importing.zaehlhilfe import schreibe_zaehlhilfe
from models.formate import Format
from models.gremienformate import FORMATE
from models.grundzahlen import GRUNDZAHLEN, MIT_ECKWERTEN
from models.merkmale import MERKMALE
from models.schnitt import KUERZEL_ERLAUBT, NAME_ERLAUBT
from models.vokabular import Basis, Raumprinzip

HINWEISBLATT: Final = "Hinweise"
_BREITE: Final = 48
"""Characters of an explanation in one line; its column has some to spare."""
_ZEILENHOEHE: Final = 15
"""In points."""
"""Name of the sheet with explanations; the reader never takes data from it."""

_ZAHLENSPALTEN: Final = frozenset({"anzahl", "wert"}) | {
    s.name for f in FORMATE.values() for s in f.spalten if s.typ == "zahl"
}
_ZEILEN_MIT_FORMAT: Final = 5000
_LAENGSTE_LISTE: Final = 255
"""Characters that Excel takes as choices of a cell."""

_NEBEN_HINWEISEN: Final = 15
_ERSTELLT: Final = datetime(2024, 1, 1, tzinfo=UTC)
"""Fixed, so that the same template is the same bytes every time."""

_AGS_ERKLAERUNG: Final = "Amtlicher Gemeindeschlüssel mit 8 Ziffern, führende 0 eingeschlossen; Kreise mit 5 Ziffern."
_GESCHLECHT: Final = ("m", "w", "d", "unbekannt", "insgesamt")


@dataclass(frozen=True)
class _Spalte:
    name: str
    bedeutung: str
    erlaubt: str
    auswahl: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Vorlage:
    titel: str
    spalten: tuple[_Spalte, ...]
    beispiele: tuple[tuple[str | int, ...], ...]
    anmerkungen: tuple[str, ...]


_VORLAGEN: Final = {
    "einwohner": _Vorlage(
        "Einwohnerzahlen nach Gemeinde, Altersgruppe und Geschlecht",
        (
            _Spalte("ags", _AGS_ERKLAERUNG, "05978004"),
            _Spalte("stichtag", "Tag, für den die Zahl gilt.", "2024-12-31 oder 31.12.2024"),
            _Spalte(
                "altersgruppe",
                "Alter in vollendeten Jahren. Gruppen einer Gemeinde dürfen sich nicht überschneiden.",
                "einzelne Jahre (0 bis 100+), Gruppen wie 0-17, 18-64, 65+, oder insgesamt",
            ),
            _Spalte("geschlecht", "Geschlecht.", ", ".join(_GESCHLECHT), _GESCHLECHT),
            _Spalte("anzahl", "Zahl der Personen.", "ganze Zahl ab 0; leer heißt: keine Angabe"),
            _Spalte(
                "basis",
                "Grundlage der Zahl. Je Stichtag eine.",
                ", ".join(Basis),
                tuple(str(b) for b in Basis),
            ),
        ),
        (
            ("05978004", "2024-12-31", "insgesamt", "insgesamt", 48000, "zensus2022"),
            ("05978004", "2024-12-31", "0-17", "m", 4100, "zensus2022"),
            ("05978004", "2024-12-31", "65+", "w", 5900, "zensus2022"),
        ),
        ("„insgesamt“ neben Altersgruppen wird mit deren Summe verglichen.",),
    ),
    "fallzahlen": _Vorlage(
        "Fallzahlen nach Herkunft und Leistungsort",
        (
            _Spalte("grundzahl", "Was gezählt wird.", ", ".join(GRUNDZAHLEN), tuple(GRUNDZAHLEN)),
            _Spalte("stichtag", "Tag, für den die Zahl gilt.", "2024-12-31 oder 31.12.2024"),
            _Spalte(
                "herkunft",
                "Gemeinde, aus der die Personen kommen (8 Ziffern); andere Kreise mit 5 Ziffern.",
                "05978004, 05915, unbekannt (gefragt, nicht bekannt), - (nicht erhoben)",
            ),
            _Spalte(
                "leistungsort",
                "Gemeinde, in der die Leistung erbracht wird; Schreibweise wie bei herkunft.",
                "05978004, 05915, unbekannt, - (nicht erhoben)",
            ),
            _Spalte(
                "altersgruppe",
                "Alter in vollendeten Jahren.",
                "0-6, 7-17, 18-49, 50-59, 60-64, 65+, Zusammenfassungen davon (0-17, 18-64, 18+) oder insgesamt",
            ),
            _Spalte("geschlecht", "Geschlecht.", ", ".join(_GESCHLECHT), _GESCHLECHT),
            _Spalte("anzahl", "Zahl der Personen.", "ganze Zahl ab 0; leer oder ein Zeichen (. - / x) heißt: fehlt"),
            _Spalte("absender", "Stelle, die die Zahl liefert.", "zum Beispiel LWL"),
        ),
        (
            ("lb_bwf", "2024-12-31", "05978004", "05978020", "insgesamt", "insgesamt", 14, "LWL"),
            ("lb_bwf", "2024-12-31", "05978004", "05915", "18-64", "m", 7, "LWL"),
            ("lb_awf", "2024-12-31", "unbekannt", "05978020", "65+", "w", 6, "LWL"),
        ),
        (
            "Bitte nur Anzahlen eintragen, keine Namen, Geburtsdaten oder Aktenzeichen.",
            "„insgesamt“ neben aufgegliederten Zeilen wird mit deren Summe verglichen; allein ist es der Wert.",
            "Alter und Geschlecht bitte gekreuzt liefern oder nur eines davon.",
        ),
    ),
    "planungsraeume": _Vorlage(
        "Einteilung einer Region in Planungsräume",
        (
            _Spalte("einteilung", f"Kürzel der Einteilung. {KUERZEL_ERLAUBT}", "beispiel-2026"),
            _Spalte("region", "Kürzel der Region oder Schlüssel ihres Kreises.", "kreis-unna, 05978"),
            _Spalte("planungsraum", "Kürzel des Planungsraums, je Einteilung eindeutig.", "raum-nord"),
            _Spalte("name", f"Name des Planungsraums. {NAME_ERLAUBT}", "Raum Nord"),
            _Spalte("ags", "Amtlicher Gemeindeschlüssel mit 8 Ziffern, führende 0 eingeschlossen.", "05978024"),
            _Spalte("gueltig_von", "Ab wann die Einteilung gelten soll.", "2026-01-01 oder 01.01.2026"),
            _Spalte("gueltig_bis", "Bis wann sie gelten soll; leer heißt: offen.", "2026-12-31 oder leer"),
        ),
        (
            ("beispiel-2026", "kreis-unna", "raum-nord", "Raum Nord", "05978024", "2026-01-01", "2030-12-31"),
            ("beispiel-2026", "kreis-unna", "raum-nord", "Raum Nord", "05978032", "2026-01-01", "2030-12-31"),
            ("beispiel-2026", "kreis-unna", "raum-sued", "Raum Süd", "05978028", "2026-01-01", "2030-12-31"),
        ),
        (
            "Eine Zeile je Gemeinde. Jede Gemeinde steht höchstens einmal in einer Einteilung.",
            "Mehrere Einteilungen in einer Datei sind möglich.",
        ),
    ),
    "merkmale": _Vorlage(
        "Zahlen zum Umfeld aus öffentlichen Statistiken",
        (
            _Spalte("merkmal", "Was gezählt wird.", ", ".join(MERKMALE), tuple(MERKMALE)),
            _Spalte("ags", f"{_AGS_ERKLAERUNG} Länder mit 2 Ziffern.", "05978004, 05978 oder 05"),
            _Spalte("zeitraum_von", "Erster Tag des Zeitraums; bei einem Stichtag dieser Tag.", "2023-12-31"),
            _Spalte("zeitraum_bis", "Letzter Tag des Zeitraums; bei einem Stichtag derselbe Tag.", "2023-12-31"),
            _Spalte("auspraegung", "Teil des Merkmals, wie ihn die Quelle nennt.", "leer heißt: insgesamt"),
            _Spalte("altersgruppe", "Alter in vollendeten Jahren.", "0-17, 18-64, 65+; leer heißt: insgesamt"),
            _Spalte("geschlecht", "Geschlecht.", f"{', '.join(_GESCHLECHT)}; leer heißt: insgesamt", _GESCHLECHT),
            _Spalte("wert", "Die Zahl, wie sie in der Quelle steht.", "Zahl ab 0 oder ein Zeichen (. - / x ...)"),
            _Spalte("basis", "Grundlage der Zahl, falls es mehrere gibt.", "zum Beispiel zensus2022; leer erlaubt"),
            _Spalte("quelle", "Statistik, aus der die Zahl stammt.", "zum Beispiel IT.NRW, Statistik 22711"),
        ),
        (
            ("schwerbehinderte", "05978", "2023-12-31", "2023-12-31", "", "", "", 47890, "", "IT.NRW, 22711"),
            ("schwerbehinderte", "05978004", "2023-12-31", "2023-12-31", "", "0-17", "m", ".", "", "IT.NRW, 22711"),
            ("arbeitslose", "05978", "2023-01-01", "2023-12-31", "", "", "", 15230, "", "Bundesagentur für Arbeit"),
        ),
        (
            "Bitte nur veröffentlichte Zahlen eintragen, mit den Zeichen der Quelle. Zeichen werden nie ausgerechnet.",
            "Zahlen anderer Quelle oder Grundlage sind eine eigene Reihe und werden nicht mit dieser verbunden.",
        ),
    ),
    "eckwerte": _Vorlage(
        "Öffentliche Eckwerte: schon veröffentlichte Zahlen über die Menschen einer Grundzahl",
        (
            _Spalte("grundzahl", "Was gezählt wird.", ", ".join(MIT_ECKWERTEN), MIT_ECKWERTEN),
            _Spalte("stichtag", "Tag, für den die Zahl gilt.", "2024-12-31 oder 31.12.2024"),
            _Spalte("raumprinzip", "Wonach gezählt wird.", ", ".join(Raumprinzip), tuple(str(p) for p in Raumprinzip)),
            _Spalte("gebiet", "Kreis (5 Ziffern) oder Gemeinde (8 Ziffern).", "05978 oder 05978004"),
            _Spalte("anzahl", "Die veröffentlichte Zahl der Personen.", "ganze Zahl ab 0"),
            _Spalte(
                "genauigkeit",
                "Wie genau die Quelle die Zahl zeigt.",
                "genau; 5er (gerundet auf Vielfache von 5, höchstens 2 neben der wahren Zahl)",
                ("genau", "5er"),
            ),
            _Spalte("quelle", "Wo die Zahl veröffentlicht ist.", "zum Beispiel LWL, Sozialbericht 2024"),
        ),
        (
            ("lb_bwf", "2024-12-31", "herkunft", "05978", 1233, "genau", "LWL, Sozialbericht 2024"),
            ("lb_awf", "2024-12-31", "leistungsort", "05978", 1845, "5er", "IT.NRW, 22151"),
            ("lb_bwf", "2024-12-31", "herkunft", "05978024", 212, "genau", "Teilhabebericht des Kreises 2024"),
        ),
        (
            "Bitte nur Zahlen eintragen, die schon öffentlich sind: Sie werden unverändert gezeigt.",
            "Gemeint sind dieselben Menschen wie in den Fallzahlen: gleicher Stichtag, gleiche Zählweise.",
        ),
    ),
}

_ERLAUBT: Final[dict[str, str]] = {
    "kuerzel": "kleine Buchstaben ohne Umlaute, Ziffern, Bindestrich; zum Beispiel lsp-unna",
    "text": "Text",
    "tag": "2025-09-22 oder 22.09.2025; leer heißt: keine Angabe",
    "zahl": "ganze Zahl; leer oder k. A. heißt: keine Angabe, das ist nicht 0",
    "ja_nein": "ja, nein",
    "liste": "Texte, mit | getrennt",
}


def _aus_format(f: Format) -> _Vorlage:
    """The template of a KIND about Gremien: its columns and its one example."""
    spalten = tuple(
        _Spalte(
            s.name,
            s.bedeutung.rstrip(".")
            + ("." if s.pflicht else ". Darf leer sein.")
            + (" Spalte darf fehlen." if s.entbehrlich else ""),
            ", ".join(s.worte) or _ERLAUBT[s.typ],
            s.worte or (("ja", "nein") if s.typ == "ja_nein" else ()),
        )
        for s in f.spalten
    )
    anmerkung = "Nur Stellen, Gruppen und Anzahlen, nie Namen von Personen."
    return _Vorlage(f.titel, spalten, (f.beispiel,), (anmerkung,))


_ALLE: Final = _VORLAGEN | {kind: _aus_format(f) for kind, f in FORMATE.items()}

MIT_VORLAGE: Final = tuple(_ALLE)
"""Kinds that have a template."""


def vorlage(kind: str, format: Literal["csv", "xlsx"]) -> bytes:  # noqa: A002
    """The empty template of a format. CSV: the header line (semicolon, UTF-8). XLSX: header and a sheet "Hinweise".

    Raises ValueError for a kind without a template.
    """
    if kind not in _ALLE:
        raise ValueError(f"Für „{kind}“ gibt es keine Vorlage. Möglich sind: {', '.join(_ALLE)}.")
    inhalt = _ALLE[kind]
    if format == "csv":
        return (";".join(spalte.name for spalte in inhalt.spalten) + "\r\n").encode()
    return _xlsx(kind, inhalt)


def _xlsx(kind: str, inhalt: _Vorlage) -> bytes:
    puffer = io.BytesIO()
    mappe = xlsxwriter.Workbook(puffer, {"in_memory": True})
    mappe.set_properties({"title": inhalt.titel, "created": _ERSTELLT})
    fett = mappe.add_format({"bold": True})
    # Text format keeps Excel from turning 05978004 into a number and 7-17 into a date.
    text = mappe.add_format({"num_format": "@"})
    blatt = mappe.add_worksheet(kind)
    for ort, spalte in enumerate(inhalt.spalten):
        blatt.set_column(ort, ort, 16, None if spalte.name in _ZAHLENSPALTEN else text)
        blatt.write_string(0, ort, spalte.name, fett)
    hinweise = mappe.add_worksheet(HINWEISBLATT)
    for ort, spalte in enumerate(inhalt.spalten):
        if spalte.auswahl:
            quelle = _auswahl(hinweise, ort, spalte.auswahl)
            blatt.data_validation(1, ort, _ZEILEN_MIT_FORMAT, ort, {"validate": "list", "source": quelle})
    blatt.freeze_panes(1, 0)
    _schreibe_hinweise(hinweise, inhalt, fett)
    hinweise.set_column(0, 0, 28, mappe.add_format({"valign": "top"}))
    hinweise.set_column(3, len(inhalt.spalten), 18)
    hinweise.set_column(1, 2, _BREITE + 8, mappe.add_format({"text_wrap": True, "valign": "top"}))
    for seite in (blatt, hinweise):
        seite.set_paper(9)
        seite.set_landscape()
        seite.fit_to_pages(1, 0)
    if kind == "teilnahmen":
        schreibe_zaehlhilfe(mappe, fett)
    mappe.close()
    return puffer.getvalue()


def _auswahl(hinweise: xlsxwriter.worksheet.Worksheet, ort: int, worte: tuple[str, ...]) -> list[str] | str:
    """The choices of a column; too long for Excel's own list, they stand beside the explanations."""
    if len(",".join(worte)) <= _LAENGSTE_LISTE:
        return list(worte)
    spalte = _NEBEN_HINWEISEN + ort
    hinweise.write_column(0, spalte, worte)
    return f"={HINWEISBLATT}!{xl_range_abs(0, spalte, len(worte) - 1, spalte)}"


def _schreibe_hinweise(blatt: xlsxwriter.worksheet.Worksheet, inhalt: _Vorlage, fett: xlsxwriter.format.Format) -> None:
    zeilen: list[tuple[tuple[str | int, ...], bool]] = [((inhalt.titel,), True)]
    zeilen += [((satz,), False) for satz in inhalt.anmerkungen]
    zeilen += [((), False), (("Spalte", "Bedeutung", "Erlaubt"), True)]
    zeilen += [((s.name, s.bedeutung, s.erlaubt), False) for s in inhalt.spalten]
    zeilen += [((), False), (("Beispiel (erfundene Zahlen)", *(s.name for s in inhalt.spalten)), True)]
    zeilen += [(("Beispiel", *beispiel), False) for beispiel in inhalt.beispiele]
    for nummer, (zellen, ist_kopf) in enumerate(zeilen):
        for ort, zelle in enumerate(zellen):
            blatt.write(nummer, ort, zelle, fett if ist_kopf else None)
        # Not every programme makes room for wrapped text by itself.
        blatt.set_row(nummer, _ZEILENHOEHE * max([1, *(-(-len(str(z)) // _BREITE) for z in zellen[1:])]))
