"""What several records have in common: age bands, breaks in series, notes of caution, and the rate of a count."""

from dataclasses import replace

from analysis.kennzahlen.kennzahl import Altersband, Bruch, Kennzahl

ALLE = Altersband(0, None, "aller Altersgruppen")
BIS_6 = Altersband(0, 6, "unter 7 Jahren")
SCHULALTER = Altersband(7, 17, "von 7 bis unter 18 Jahren")
AB_18 = Altersband(18, None, "ab 18 Jahren")
BIS_17 = Altersband(0, 17, "unter 18 Jahren")
ERWERBSALTER = Altersband(18, 64, "von 18 bis unter 65 Jahren")

BTHG_WOHNEN = Bruch(
    2020,
    "neues Recht",
    "Seit 01.01.2020 trennt das Bundesteilhabegesetz die Fachleistung von den Kosten des Lebensunterhalts. "
    "Aus „stationär“ und „ambulant“ wurden „besondere Wohnform“ und „außerhalb besonderer Wohnformen“.",
)
OHNE_WOHNBEZUG = Bruch(
    2021,
    "neue Zählung",
    "Seit 2021 zählt die Statistik der Träger (BAGüS) alle Menschen mit Assistenz außerhalb besonderer Wohnformen, "
    "auch wenn die Assistenz nicht dem Wohnen dient, zum Beispiel bei Menschen, die bei ihren Eltern leben.",
)
SGB_IX_STATISTIK = Bruch(
    2020,
    "neue Statistik",
    "Seit 2020 wird die Eingliederungshilfe nach dem SGB IX erhoben, vorher nach dem SGB XII.",
)
LANGE_AUFNAHME = (
    "Nach Herkunft zählen auch Menschen, die vor Jahrzehnten aufgenommen wurden. Geteilt wird durch die heutige "
    "Bevölkerung des Herkunftsortes."
)
EINRICHTUNGEN = (
    "Nach Leistungsort fallen Orte mit großen Einrichtungen auf. Das sagt nichts über den Bedarf der Menschen dort."
)
BESTAND = "Gezählt wird der Bestand am Stichtag. Ob sich etwas wirklich verändert, zeigen erst Zugänge und Abgänge."
STICHTAG = "31.12. jedes Jahres"
PERSONEN = "Personen am Stichtag. Wer zwei Leistungen erhält, zählt bei jeder Leistung einmal."


def rate(zahl: Kennzahl, slug: str, band: Altersband, code: str = "", stellen: int = 1) -> Kennzahl:
    """The rate per 1.000 inhabitants of `band` that belongs to a count."""
    zusatz = "" if band is not ALLE else " (alle Altersgruppen)"
    return replace(
        zahl,
        id=slug,
        code=code,
        titel=f"{zahl.titel} je 1.000 Einwohner {band.text}",
        kurz=f"{zahl.kurz} je 1.000{zusatz}",
        art="rate",
        band=band,
        faktor=1000,
        stellen=stellen,
        einheit=f"je 1.000 Einwohner {band.text}",
        bedeutung=f"{zahl.bedeutung[:-1]}, bezogen auf 1.000 Einwohner {band.text}.",
        leicht=f"Von 1.000 Menschen{'' if band is ALLE else f' {band.text}'}: {zahl.leicht}",
        hinweise=zahl.hinweise
        + (
            ("Bezug auf alle Einwohner, wie im LWL-Teilhabeatlas. Für Vergleiche über das Alter hinweg ungeeignet.",)
            if band is ALLE
            else ()
        ),
    )
