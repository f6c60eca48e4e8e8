"""The catalogue. Order here is order on screen; a new Kennzahl is one more record, nothing else.

Sources: domain.md 2 (catalogue and pitfalls), BAGüS-Kennzahlenvergleich (definitions), LWL-Teilhabeatlas
(rates per 1.000 inhabitants of all ages).
"""

from dataclasses import replace

from analysis.kennzahlen import umfeld
from analysis.kennzahlen.kennzahl import ARBEITEN, BETREUT, Kennzahl
from analysis.kennzahlen.satzteile import (
    AB_18,
    ALLE,
    BESTAND,
    BIS_17,
    BTHG_WOHNEN,
    EINRICHTUNGEN,
    ERWERBSALTER,
    LANGE_AUFNAHME,
    OHNE_WOHNBEZUG,
    PERSONEN,
    SGB_IX_STATISTIK,
    STICHTAG,
    rate,
)
from analysis.kennzahlen.weitere import WEITERE
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.vokabular import Ebene, Raumprinzip, Thema

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
    am_leistungsort=ARBEITEN,
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
    sinnvolle_ebene=Ebene.PLANUNGSRAUM,
    am_leistungsort=BETREUT,
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
    sinnvolle_ebene=Ebene.KREIS,
    am_leistungsort=BETREUT,
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

LEITKENNZAHLEN: tuple[Kennzahl, ...] = (
    rate(_BWF, "besondere_wohnform", AB_18, "W1"),
    rate(_AWF, "ausserhalb_besonderer_wohnform", AB_18, "W2"),
    _AMBULANT,
    rate(_WFBM, "werkstatt", ERWERBSALTER, "A1"),
    rate(_KINDER, "minderjaehrige", BIS_17, "K1"),
    rate(_P67, "p67_ambulant", AB_18, "H2", stellen=2),
)
"""The rates of the four themes: first in every menu, and what a page shows beside any other Kennzahl."""

KENNZAHLEN: tuple[Kennzahl, ...] = (
    *LEITKENNZAHLEN,
    _BWF,
    _AWF,
    _WFBM,
    _KINDER,
    _P67,
    rate(_BWF, "besondere_wohnform_alle", ALLE),
    rate(_AWF, "ausserhalb_besonderer_wohnform_alle", ALLE),
    rate(_WFBM, "werkstatt_alle", ALLE),
    rate(_P67, "p67_ambulant_alle", ALLE, stellen=2),
    *WEITERE,
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
