"""The catalogue. Order here is order on screen; a new Kennzahl is one more record, nothing else.

Sources: domain.md 2 (catalogue and pitfalls), BAGüS-Kennzahlenvergleich (definitions), LWL-Teilhabeatlas
(rates per 1.000 inhabitants of all ages).
"""

from dataclasses import replace

from analysis.kennzahlen import umfeld
from analysis.kennzahlen.kennzahl import Altersband, Bruch, Kennzahl
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.vokabular import Raumprinzip, Thema

ALLE = Altersband(0, None, "aller Altersgruppen")
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

_BWF = Kennzahl(
    id="lb_bwf",
    titel="Leistungsberechtigte in besonderer Wohnform",
    kurz="Besondere Wohnform",
    thema=Thema.WOHNEN,
    art="zahl",
    zaehler=("lb_bwf",),
    bedeutung="So viele Erwachsene erhalten Assistenz in einer besonderen Wohnform.",
    einheit="Personen",
    menschen="Menschen in besonderer Wohnform",
    zaehlweise=PERSONEN,
    stichtag=STICHTAG,
    quelle="Lieferung des Trägers der Eingliederungshilfe",
    leicht="So viele Menschen leben in einem Wohn-Heim oder in einer Wohn-Gruppe.",
    brueche=(BTHG_WOHNEN,),
    hinweise=(LANGE_AUFNAHME, EINRICHTUNGEN, BESTAND),
)
_AWF = replace(
    _BWF,
    id="lb_awf",
    titel="Leistungsberechtigte außerhalb besonderer Wohnformen",
    kurz="Außerhalb besonderer Wohnformen",
    zaehler=("lb_awf",),
    bedeutung="So viele Erwachsene erhalten Assistenz außerhalb besonderer Wohnformen.",
    menschen="Menschen mit Assistenz außerhalb besonderer Wohnformen",
    leicht="So viele Menschen bekommen Hilfe und leben nicht in einem Wohn-Heim.",
    brueche=(BTHG_WOHNEN, OHNE_WOHNBEZUG),
    hinweise=(
        "Seit 2021 gehören auch Menschen dazu, die bei ihren Eltern leben. „Eigene Wohnung“ wäre daher falsch.",
        BESTAND,
    ),
)
_WFBM = replace(
    _BWF,
    id="lb_wfbm",
    titel="Leistungsberechtigte im Arbeitsbereich der Werkstatt",
    kurz="Arbeitsbereich der Werkstatt",
    thema=Thema.ARBEIT,
    zaehler=("lb_wfbm",),
    bedeutung="So viele Menschen arbeiten im Arbeitsbereich einer Werkstatt für behinderte Menschen.",
    menschen="Menschen im Arbeitsbereich der Werkstatt",
    leicht="So viele Menschen arbeiten in einer Werkstatt.",
    brueche=(),
    hinweise=(
        "Nur Menschen, deren Platz die Eingliederungshilfe bezahlt: ohne Eingangsverfahren und Berufsbildungsbereich.",
        EINRICHTUNGEN,
        BESTAND,
    ),
)
_KINDER = replace(
    _BWF,
    id="minderjaehrige_egh",
    titel="Minderjährige mit Eingliederungshilfe",
    kurz="Minderjährige mit Eingliederungshilfe",
    thema=Thema.KINDER,
    zaehler=("minderjaehrige_egh",),
    bedeutung="So viele Kinder und Jugendliche unter 18 Jahren erhalten Eingliederungshilfe nach dem SGB IX.",
    menschen="Kinder und Jugendliche mit Eingliederungshilfe",
    leicht="So viele Kinder und Jugendliche bekommen Eingliederungs-Hilfe.",
    brueche=(SGB_IX_STATISTIK,),
    hinweise=(
        "Mehrere Träger zahlen: In Nordrhein-Westfalen teilen sich Landschaftsverband und Kreis die Leistungen, "
        "in Hessen ist bis zum Ende der Schulzeit der Kreis zuständig. Leistungen nach § 35a SGB VIII fehlen hier.",
        BESTAND,
    ),
)
_P67 = replace(
    _BWF,
    id="lb_p67_ambulant",
    titel="Ambulante Hilfe zur Überwindung besonderer sozialer Schwierigkeiten (§§ 67 ff. SGB XII)",
    kurz="Ambulante Hilfe nach §\u00a067",
    thema=Thema.P67,
    zaehler=("lb_p67_ambulant",),
    bedeutung="So viele Erwachsene erhalten ambulante Hilfe zur Überwindung besonderer sozialer Schwierigkeiten.",
    menschen="Menschen mit ambulanter Hilfe nach §\u00a067",
    leicht="So viele Menschen bekommen Hilfe, weil sie in großer Not sind. Zum Beispiel: Sie haben keine Wohnung.",
    brueche=(),
    hinweise=(
        "Die Hilfe wird vor allem in den Städten geleistet. Die Herkunft ist oft schwer festzustellen.",
        BESTAND,
    ),
)


def _rate(zahl: Kennzahl, slug: str, band: Altersband, code: str = "", stellen: int = 1) -> Kennzahl:
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


_AMBULANT = replace(
    _AWF,
    id="ambulantisierungsquote",
    code="W4",
    titel="Ambulantisierungsquote",
    kurz="Ambulantisierungsquote",
    art="anteil",
    nenner=("lb_awf", "lb_bwf"),
    faktor=100,
    stellen=1,
    einheit="Prozent",
    menschen="der Menschen mit Assistenz beim Wohnen leben außerhalb besonderer Wohnformen",
    bedeutung=(
        "Dieser Anteil der Erwachsenen mit Assistenz beim Wohnen lebt außerhalb besonderer Wohnformen "
        "(Rechenweg ohne Gast- und Pflegefamilien)."
    ),
    hinweise=(
        "Der Kennzahlenvergleich der BAGüS rechnet Erwachsene in Pflegefamilien mit; dann liegt der Wert etwas höher.",
        *_AWF.hinweise,
    ),
    leicht="Von allen Menschen mit Wohn-Hilfe: So viele leben nicht in einem Wohn-Heim.",
)
_EINWOHNER = Kennzahl(
    id=EINWOHNER,
    code="B1",
    titel="Einwohnerinnen und Einwohner",
    kurz="Einwohner",
    thema=Thema.BEVOELKERUNG,
    art="zahl",
    zaehler=(EINWOHNER,),
    bedeutung="So viele Menschen leben hier.",
    einheit="Personen",
    menschen="Einwohnerinnen und Einwohner",
    zaehlweise="Personen mit Hauptwohnung am Stichtag. Öffentliche Zahl, nicht gerundet.",
    stichtag=STICHTAG,
    quelle="Amtliche Bevölkerungsstatistik oder Zensus",
    leicht="So viele Menschen wohnen hier.",
    raumprinzipien=(Raumprinzip.HERKUNFT,),
    hinweise=("Zahlen auf verschiedener Grundlage (Zensus 2011, Zensus 2022) sind verschiedene Reihen.",),
)

KENNZAHLEN: tuple[Kennzahl, ...] = (
    _rate(_BWF, "besondere_wohnform", AB_18, "W1"),
    _rate(_AWF, "ausserhalb_besonderer_wohnform", AB_18, "W2"),
    _AMBULANT,
    _rate(_WFBM, "werkstatt", ERWERBSALTER, "A1"),
    _rate(_KINDER, "minderjaehrige", BIS_17, "K1"),
    _rate(_P67, "p67_ambulant", AB_18, "H2", stellen=2),
    _BWF,
    _AWF,
    _WFBM,
    _KINDER,
    _P67,
    _rate(_BWF, "besondere_wohnform_alle", ALLE),
    _rate(_AWF, "ausserhalb_besonderer_wohnform_alle", ALLE),
    _rate(_WFBM, "werkstatt_alle", ALLE),
    _rate(_P67, "p67_ambulant_alle", ALLE, stellen=2),
    _EINWOHNER,
    *umfeld.kennzahlen(),
)

_NACH_ID = {k.id: k for k in KENNZAHLEN} | {k.code.lower(): k for k in KENNZAHLEN if k.code}


def kennzahl(schluessel: str) -> Kennzahl | None:
    """The Kennzahl with this slug or code (`W4`, in any case), or None."""
    return _NACH_ID.get(schluessel.lower())


def k_der(kennzahl_: Kennzahl, mindest_k: int) -> int:
    """Smallest recognisable number for a Kennzahl: the greatest k of its Grundzahlen and of the installation."""
    return max([mindest_k, *(GRUNDZAHLEN[g].k for g in kennzahl_.grundzahlen if g in GRUNDZAHLEN)])
