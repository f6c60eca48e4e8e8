"""Miniatures of the layouts of GENESIS and Regionaldatenbank, made by hand; every sum in them is right."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date

from tests.data_access.importing.werkzeug import arbeitsmappe

Zeilen = list[list[str]]

KREISE_JE_JAHR: Zeilen = [
    ["GENESIS-Tabelle: 12411-0015"],
    ["Bevölkerung: Kreise, Stichtag", "", "", ""],
    ["Fortschreibung des Bevölkerungsstandes", "", "", ""],
    ["Bevölkerungsstand (Anzahl)", "", "", ""],
    ["", "", "Stichtag", "Stichtag"],
    ["", "", "31.12.2010", "31.12.2011"],
    ["03152", "Göttingen, Landkreis (bis 31.10.2016)", "2600", "2500"],
    ["03156", "Osterode am Harz, Landkreis (bis 31.10.2016)", "700", "-"],
    ["05978", "Unna, Kreis", "4100", "3900"],
    ["06636", "Werra-Meißner-Kreis, Landkreis", "1020", "1010"],
    ["__________"],
    ["Ab 2011: Ergebnisse auf Grundlage des Zensus 2011."],
    ["© Statistisches Bundesamt (Destatis), 2020"],
    ["Stand: 24.02.2020 / 00:01:03"],
]
"""Dates as columns."""

EBENEN: Zeilen = [
    ["GENESIS-Tabelle: 12411-01-01-4"],
    ["Bevölkerung nach Geschlecht - Stichtag 31.12. - regionale", "", "", "", ""],
    ["Tiefe: Kreise und krfr. Städte", "", "", "", ""],
    ["Fortschreibung des Bevölkerungsstandes", "", "", "", ""],
    ["Bevölkerungsstand (Anzahl)", "", "", "", ""],
    ["", "", "Stichtag", "Stichtag", "Stichtag"],
    ["", "", "31.12.2018", "31.12.2018", "31.12.2018"],
    ["", "", "Insgesamt", "männlich", "weiblich"],
    ["DG", "Deutschland", "9600", "4650", "4950"],
    ["02", "  Hamburg", "1800", "850", "950"],
    ["03", "  Niedersachsen", "3300", "1600", "1700"],
    ["031", "    Braunschweig, Stat. Region", "3300", "1600", "1700"],
    ["03152", "      Göttingen, Landkreis", "-", "-", "-"],
    ["03159", "      Göttingen, Landkreis", "3300", "1600", "1700"],
    ["05", "  Nordrhein-Westfalen", "4500", "2200", "2300"],
    ["059", "    Arnsberg, Regierungsbezirk", "4500", "2200", "2300"],
    ["05915", "      Hamm, Kreisfreie Stadt", "1500", "700", "800"],
    ["05978", "      Unna, Kreis", "3000", "1500", "1500"],
    ["11001001", "      Berlin-Mitte", ".", ".", "."],
    ["__________"],
    ['zu  "gesamter Tabelle":\nab dem Berichtsjahr 2011: Ergebnisse auf Grundlage des\nZensus 2011\n01.01.2009'],
    ["© Statistische Ämter des Bundes und der Länder, Deutschland, 2020."],
    ["Stand: 21.03.2020 / 12:15:06"],
]
"""Keys of 2, 3, 5 and 8 digits and DG, names indented."""

_BETTEN = "aufgestellte Betten im Jahresdurchschnitt"
BETTEN: Zeilen = [
    ["GENESIS-Tabelle: 23111-01-04-4"],
    ["Krankenhäuser nach Fachabteilungen - Stichtag 31.12. -", "", "", "", "", "", ""],
    ["Krankenhausstatistik: Grunddaten", "", "", "", "", "", ""],
    ["", "", "", "Krankenhäuser", "aufgestellte Betten in Krankenhäusern (JD)", _BETTEN, _BETTEN],
    ["", "", "", "", "", "allgemeine Fachabteilungen", "psychiatrische Fachabteilungen"],
    ["", "", "", "", "", "Augenheilkunde", "Psychiatrie und Psychotherapie"],
    ["", "", "", "Anzahl", "Anzahl", "Anzahl", "Anzahl"],
    ["31.12.2017", "DG", "Deutschland", "11", "3240", "70", "301"],
    ["31.12.2017", "05", "  Nordrhein-Westfalen", "9", "2652", "70", "300"],
    ["31.12.2017", "05978", "      Unna, Kreis", "9", "2652", "70", "300"],
    ["31.12.2017", "06", "  Hessen", "2", "588", "-", "1"],
    ["31.12.2017", "06636", "      Werra-Meißner-Kreis", "2", "588", "-", "1"],
    ["31.12.2017", "06637", "      Altkreis", "-", "-", "-", "-"],
    ["__________"],
    ["© Statistische Ämter des Bundes und der Länder, Deutschland, 2020."],
]
"""Date in a column, three header lines and a unit line."""

_FLACHKOPF = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
    "1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;"
    "ERW006__Arbeitslose__Anzahl"
)
FLACH: Zeilen = [
    _FLACHKOPF.split(";"),
    *(
        ["13211", "Arbeitsmarktstatistik der Bundesagentur für Arbeit", "JAHR", "Jahr", jahr, "DLAND", "Bundesländer"]
        + [land, name, "GES", "Geschlecht", code, geschlecht, wert]
        for jahr, land, name, werte in (
            ("2021", "05", "Nordrhein-Westfalen", ("700", "380", "320")),
            ("2021", "06", "Hessen", ("180", "100", "80")),
            ("2022", "05", "Nordrhein-Westfalen", ("668", "362", "306")),
            ("2022", "06", "Hessen", ("164", "87", "77")),
        )
        for code, geschlecht, wert in zip(
            ("", "GESM", "GESW"), ("Insgesamt", "männlich", "weiblich"), werte, strict=True
        )
    ),
]
"""One row a value; the empty code means the total."""

AUSLAENDER: Zeilen = [
    ["Ausländer: Kreise, Stichtag, Geschlecht", "", "", "", ""],
    ["Ausländerstatistik", "", "", "", ""],
    ["Ausländer (Anzahl)", "", "", "", ""],
    ["Stichtag\nKreise", "", "männlich", "weiblich", "Insgesamt"],
    ["31.12.2022", "", "", "", ""],
    ["05915", "Hamm, kreisfreie Stadt", "18830", "17415", "36240"],
    ["05978", "Unna, Kreis", "30005", "29555", "59560"],
    ["06633", "Kassel, Landkreis", "-", "-", "-"],
    ["06636", "Werra-Meißner-Kreis, Landkreis", "5000", "4425", "9425"],
    ["______________", "", "", "", ""],
    ["06633 Kassel, Landkreis:", "", "", "", ""],
    ["© Statistisches Bundesamt (Destatis), 2023 | Stand: 05.07.2023 / 22:00:38", "", "", "", ""],
]
"""Workbook of GENESIS-Online: merged title, date in a row of its own."""

ALLE = {
    "kreise_je_jahr": KREISE_JE_JAHR,
    "ebenen": EBENEN,
    "betten": BETTEN,
    "flach": FLACH,
    "auslaender": AUSLAENDER,
}


def als_csv(zeilen: Sequence[Sequence[str]], trenner: str = ";", kodierung: str = "iso8859-1") -> bytes:
    puffer = io.StringIO()
    csv.writer(puffer, delimiter=trenner, lineterminator="\n").writerows(zeilen)
    return puffer.getvalue().encode(kodierung)


def als_mappe(zeilen: Sequence[Sequence[str]], mit_zahlen: bool = True, mit_datum: bool = False) -> bytes:
    """A workbook as Excel saves it: whole numbers become numbers (and keys lose their zeros), "" no cell."""

    def zelle(text: str) -> object:
        if mit_datum and (treffer := re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text)):
            return date(int(treffer[3]), int(treffer[2]), int(treffer[1]))
        return int(text) if mit_zahlen and re.fullmatch(r"\d+", text) else text or None

    return arbeitsmappe(Tabelle1=[[zelle(t) for t in zeile] for zeile in zeilen])


def original(name: str) -> bytes:
    """The miniature as its system exports it."""
    return als_mappe(ALLE[name], mit_zahlen=False) if name == "auslaender" else als_csv(ALLE[name])
