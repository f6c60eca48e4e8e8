"""Agreed Plätze: public facts about a place, not persons. They are shown as they are.

Sources: domain.md 2 (W5, A2).
"""

from dataclasses import replace

from analysis.kennzahlen.kennzahl import Altersband, Kennzahl
from analysis.kennzahlen.satzteile import ALLE, BTHG_WOHNEN, ERWERBSALTER, STICHTAG, rate
from models.vokabular import Raumprinzip, Thema

PLATZ = "Vereinbarte Plätze am Stichtag. Öffentliche Zahl, nicht gerundet."
BELEGUNG = "Plätze sind keine Menschen: Ein Platz kann frei sein oder von mehreren Menschen genutzt werden."
GROSSE_EINRICHTUNG = (
    "Eine große Einrichtung prägt den Wert ihres Ortes. Ihre Plätze nutzen auch Menschen aus anderen Orten."
)

PLAETZE_BWF = Kennzahl(
    id="plaetze_bwf",
    titel="Plätze in besonderen Wohnformen",
    kurz="Plätze in besonderen Wohnformen",
    thema=Thema.WOHNEN,
    art="zahl",
    zaehler=("plaetze_bwf",),
    bedeutung="So viele Plätze in besonderen Wohnformen sind hier vereinbart.",
    einheit="Plätze",
    gezaehlt="Plätze",
    menschen="Plätze in besonderen Wohnformen",
    zaehlweise=PLATZ,
    stichtag=STICHTAG,
    quelle="Lieferung des Trägers der Eingliederungshilfe, nach seinen Vereinbarungen",
    leicht="So viele Plätze gibt es in Wohn-Heimen und Wohn-Gruppen.",
    brueche=(BTHG_WOHNEN,),
    hinweise=(BELEGUNG, GROSSE_EINRICHTUNG),
    raumprinzipien=(Raumprinzip.LEISTUNGSORT,),
)
PLAETZE_WFBM = replace(
    PLAETZE_BWF,
    id="plaetze_wfbm",
    titel="Plätze in Werkstätten",
    kurz="Plätze in Werkstätten",
    thema=Thema.ARBEIT,
    zaehler=("plaetze_wfbm",),
    bedeutung="So viele Plätze in Werkstätten für behinderte Menschen gibt es hier.",
    menschen="Plätze in Werkstätten",
    leicht="So viele Plätze gibt es in Werkstätten.",
    brueche=(),
    hinweise=(BELEGUNG, "Das Einzugsgebiet einer Werkstatt endet nicht an der Grenze des Kreises."),
)


def _dichte(zahl: Kennzahl, slug: str, band: Altersband, code: str, leicht: str) -> Kennzahl:
    """Plätze per 1.000 inhabitants: a rate of places, of which nobody is one of the people below."""
    return replace(
        rate(zahl, slug, band, code, stellen=2), kurz=f"{zahl.kurz} je 1.000", leicht=leicht, hinweise=zahl.hinweise
    )


PLATZDICHTE = _dichte(
    PLAETZE_BWF,
    "platzdichte",
    ALLE,
    "W5",
    "Auf 1.000 Menschen: So viele Plätze gibt es in Wohn-Heimen und Wohn-Gruppen.",
)
WERKSTATTPLAETZE = _dichte(
    PLAETZE_WFBM,
    "werkstattplaetze",
    ERWERBSALTER,
    "A2",
    "Auf 1.000 Menschen im Arbeits-Alter: So viele Plätze gibt es in Werkstätten.",
)
