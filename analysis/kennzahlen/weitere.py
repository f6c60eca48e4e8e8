"""Further records of the catalogue: the smaller services, persons counted once, the Lieferungen of § 8 in Hessen.

Sources: domain.md 2 and 3.3 (catalogue), Kooperationsvereinbarung LWV Hessen and Werra-Meißner-Kreis 2022 § 8,
HAG/SGB IX in the versions until 2023 and from 2024.
"""

from dataclasses import replace

from analysis.kennzahlen.kennzahl import ARBEITEN, BETREUT, LEBEN, Bruch, Kennzahl
from analysis.kennzahlen.plaetze import PLAETZE_BWF, PLAETZE_WFBM, PLATZDICHTE, WERKSTATTPLAETZE
from analysis.kennzahlen.satzteile import (
    AB_18,
    BESTAND,
    BIS_6,
    BTHG_WOHNEN,
    EINRICHTUNGEN,
    LANGE_AUFNAHME,
    OHNE_WOHNBEZUG,
    PERSONEN,
    SCHULALTER,
    SGB_IX_STATISTIK,
    STICHTAG,
    rate,
)
from models.vokabular import Ebene, Raumprinzip, Thema

NUR_KREIS = "Diese Zahl gibt es nur für den Kreis im Ganzen. In einer Gemeinde wären einzelne Menschen zu erkennen."
PARAGRAF_35A = (
    "Leistungen nach § 35a SGB VIII (seelische Behinderung) fehlen hier. Dafür sind die Jugendämter zuständig."
)
_GASTFAMILIE = Kennzahl(
    id="lb_gastfamilie",
    titel="Erwachsene in Gast- und Pflegefamilien",
    kurz="Gast- und Pflegefamilien",
    thema=Thema.WOHNEN,
    art="zahl",
    zaehler=("lb_gastfamilie",),
    bedeutung="So viele Erwachsene leben mit Eingliederungshilfe in einer Gast- oder Pflegefamilie.",
    einheit="Personen",
    menschen="Erwachsene in Gast- und Pflegefamilien",
    zaehlweise=PERSONEN,
    stichtag=STICHTAG,
    quelle="Lieferung des Trägers der Eingliederungshilfe",
    leicht="So viele Erwachsene leben in einer Gast-Familie.",
    brueche=(BTHG_WOHNEN,),
    hinweise=(NUR_KREIS, BESTAND),
    feinste_ebene=Ebene.KREIS,
    sinnvolle_ebene=Ebene.KREIS,
)
_QUOTE_MIT_GASTFAMILIEN = replace(
    _GASTFAMILIE,
    id="ambulantisierungsquote_mit_gastfamilien",
    titel="Ambulantisierungsquote mit Gast- und Pflegefamilien",
    kurz="Ambulantisierungsquote mit Gastfamilien (wie BAGüS)",
    art="anteil",
    zaehler=("lb_awf", "lb_gastfamilie"),
    nenner=("lb_awf", "lb_gastfamilie", "lb_bwf"),
    faktor=100,
    stellen=1,
    einheit="Prozent",
    menschen="der Menschen mit Assistenz beim Wohnen leben außerhalb besonderer Wohnformen, Gastfamilien mitgezählt",
    bedeutung=(
        "Dieser Anteil der Erwachsenen mit Assistenz beim Wohnen lebt außerhalb besonderer Wohnformen, Menschen in "
        "Gast- und Pflegefamilien mitgezählt."
    ),
    leicht="Von allen Menschen mit Wohn-Hilfe: So viele leben nicht in einem Wohn-Heim. Gast-Familien zählen mit.",
    brueche=(BTHG_WOHNEN, OHNE_WOHNBEZUG),
    hinweise=(
        "So rechnet der Kennzahlenvergleich der BAGüS. Die „Ambulantisierungsquote“ ohne Zusatz rechnet ohne "
        "Gastfamilien und liegt etwas niedriger. Bitte nicht mischen.",
        NUR_KREIS,
        BESTAND,
    ),
)
_BFA = replace(
    _GASTFAMILIE,
    id="lb_bfa",
    titel="Leistungsberechtigte mit Budget für Arbeit",
    kurz="Budget für Arbeit",
    thema=Thema.ARBEIT,
    zaehler=("lb_bfa",),
    bedeutung="So viele Menschen arbeiten mit einem Budget für Arbeit (§ 61 SGB IX) in einem Betrieb.",
    menschen="Menschen mit Budget für Arbeit",
    leicht="So viele Menschen arbeiten mit dem Budget für Arbeit in einem Betrieb.",
    brueche=(),
    hinweise=(
        "Das Budget für Arbeit gibt es seit 2018. Ähnliche Leistungen der Länder zählen nicht mit.",
        NUR_KREIS,
        BESTAND,
    ),
    am_leistungsort=ARBEITEN,
)
_BFA_JE_WERKSTATT = replace(
    _BFA,
    id="budget_fuer_arbeit",
    code="A4",
    titel="Budget für Arbeit je 100 Menschen im Arbeitsbereich der Werkstatt",
    kurz="Budget für Arbeit je 100 in der Werkstatt",
    art="verhaeltnis",
    nenner=("lb_wfbm",),
    faktor=100,
    stellen=1,
    einheit="je 100 Menschen im Arbeitsbereich der Werkstatt",
    bedeutung="So viele Menschen haben ein Budget für Arbeit je 100 Menschen im Arbeitsbereich der Werkstatt.",
    leicht="Auf 100 Menschen in der Werkstatt: So viele arbeiten mit dem Budget für Arbeit in einem Betrieb.",
    hinweise=(
        "Das ist kein Anteil: Wer ein Budget für Arbeit hat, ist nicht im Arbeitsbereich der Werkstatt. "
        "Auch ein Übergang im Jahr ist es nicht, sondern der Bestand am Stichtag.",
        *_BFA.hinweise,
    ),
)
_TAGESFOERDERUNG = replace(
    _GASTFAMILIE,
    id="lb_tagesfoerderung",
    titel="Leistungsberechtigte in der Tagesförderung",
    kurz="Tagesförderung",
    thema=Thema.ARBEIT,
    zaehler=("lb_tagesfoerderung",),
    bedeutung="So viele Erwachsene erhalten Tagesförderung oder eine andere Hilfe zur Tagesstruktur.",
    menschen="Menschen in der Tagesförderung",
    leicht="So viele Erwachsene gehen in eine Tages-Förderung.",
    brueche=(),
    hinweise=(
        "In Nordrhein-Westfalen arbeiten auch Menschen mit hohem Hilfebedarf in der Werkstatt. Dort ist die Zahl "
        "deshalb niedrig. Länder lassen sich nur zusammen mit der Werkstatt vergleichen.",
        EINRICHTUNGEN,
        BESTAND,
    ),
    feinste_ebene=Ebene.GEMEINDE,
    sinnvolle_ebene=Ebene.PLANUNGSRAUM,
    am_leistungsort=BETREUT,
)
_FRUEHFOERDERUNG = replace(
    _TAGESFOERDERUNG,
    id="lb_fruehfoerderung",
    titel="Kinder mit heilpädagogischen Leistungen",
    kurz="Heilpädagogische Leistungen",
    thema=Thema.KINDER,
    zaehler=("lb_fruehfoerderung",),
    bedeutung="So viele Kinder vor der Einschulung erhalten heilpädagogische Leistungen (Frühförderung, Kita).",
    menschen="Kinder mit heilpädagogischen Leistungen",
    quelle="Lieferung dessen, der zahlt: in Nordrhein-Westfalen Landschaftsverband, in Hessen Kreis",
    leicht="So viele kleine Kinder bekommen Früh-Förderung.",
    brueche=(SGB_IX_STATISTIK,),
    hinweise=(
        "Diese Kinder sind auch unter „Minderjährige mit Eingliederungshilfe“ gezählt. Beides nicht zusammenzählen.",
        BESTAND,
    ),
)
_SCHULBEGLEITUNG = replace(
    _FRUEHFOERDERUNG,
    id="lb_schulbegleitung",
    titel="Schülerinnen und Schüler mit Schulbegleitung",
    kurz="Schulbegleitung",
    zaehler=("lb_schulbegleitung",),
    bedeutung="So viele Schülerinnen und Schüler erhalten Leistungen zur Teilhabe an Bildung (§ 112 SGB IX).",
    menschen="Schülerinnen und Schüler mit Schulbegleitung",
    quelle="Lieferung des Kreises, der die Schulbegleitung bezahlt",
    leicht="So viele Kinder und Jugendliche haben Hilfe in der Schule.",
    hinweise=(PARAGRAF_35A, BESTAND),
)
_SCHULABGAENGER = replace(
    _SCHULBEGLEITUNG,
    id="schulabgaenger_folgejahr",
    titel="Schulabgängerinnen und Schulabgänger im Folgejahr",
    kurz="Schulabgang im Folgejahr",
    zaehler=("schulabgaenger_folgejahr",),
    bedeutung=(
        "So viele Schülerinnen und Schüler in Einrichtungen über Tag und Nacht (§ 134 SGB IX o. ä.) beenden "
        "voraussichtlich im Folgejahr die Schule."
    ),
    menschen="Schülerinnen und Schüler, die im Folgejahr voraussichtlich die Schule beenden",
    zaehlweise="Personen, die bis zum Stichtag gemeldet sind. Nur die Anzahl, keine Namen.",
    stichtag="30.04. jedes Jahres, für den Abgang im Jahr danach",
    quelle="Lieferung des Kreises nach § 8 Buchst. b der Kooperationsvereinbarung (Hessen)",
    leicht="So viele junge Menschen gehen im nächsten Jahr von der Schule ab.",
    brueche=(),
    hinweise=(
        "Der Stichtag schaut nach vorn: 30.04.2024 zählt den Abgang im Jahr 2025.",
        "Die Namen bleiben im Fachverfahren. Hier steht nur die Anzahl.",
        NUR_KREIS,
    ),
    raumprinzipien=(Raumprinzip.HERKUNFT,),
    feinste_ebene=Ebene.KREIS,
    sinnvolle_ebene=Ebene.KREIS,
)
_P67_STATIONAER = replace(
    _TAGESFOERDERUNG,
    id="lb_p67_stationaer",
    titel="Stationäre Hilfe zur Überwindung besonderer sozialer Schwierigkeiten (§§ 67 ff. SGB XII)",
    kurz="Stationäre Hilfe nach §\u00a067",
    thema=Thema.P67,
    zaehler=("lb_p67_stationaer",),
    bedeutung="So viele Erwachsene erhalten stationäre Hilfe zur Überwindung besonderer sozialer Schwierigkeiten.",
    menschen="Menschen mit stationärer Hilfe nach §\u00a067",
    leicht="So viele Menschen in großer Not leben in einem Wohn-Heim. Zum Beispiel: Sie hatten keine Wohnung.",
    hinweise=(
        "Die Einrichtungen liegen in wenigen Städten. Die Herkunft ist oft schwer festzustellen.",
        LANGE_AUFNAHME,
        BESTAND,
    ),
    sinnvolle_ebene=Ebene.KREIS,
    am_leistungsort=LEBEN,
)
_GESAMT = replace(
    _TAGESFOERDERUNG,
    id="personen_gesamt",
    titel="Erwachsene mit Eingliederungshilfe, jede Person einmal gezählt",
    kurz="Erwachsene mit Eingliederungshilfe",
    thema=Thema.UEBERGREIFEND,
    zaehler=("personen_gesamt",),
    bedeutung="So viele Erwachsene erhalten vom Träger mindestens eine Leistung der Eingliederungshilfe.",
    menschen="Erwachsene mit mindestens einer Leistung der Eingliederungshilfe",
    zaehlweise="Personen am Stichtag, jede einmal, auch mit mehreren Leistungen.",
    leicht="So viele Erwachsene bekommen Eingliederungs-Hilfe. Jeder Mensch zählt nur einmal.",
    brueche=(SGB_IX_STATISTIK,),
    hinweise=(
        "Das ist eine eigene Zählung des Trägers, keine Summe: Wer zwei Leistungen erhält, stünde in einer Summe "
        "zweimal. Leistungen werden hier nie zu Menschen zusammengezählt.",
        LANGE_AUFNAHME,
        BESTAND,
    ),
    raumprinzipien=(Raumprinzip.HERKUNFT,),
    sinnvolle_ebene=Ebene.GEMEINDE,
)
_REGELALTER = replace(
    _GESAMT,
    id="lb_regelaltersgrenze",
    titel="Leistungsberechtigte jenseits der Regelaltersgrenze",
    kurz="Jenseits der Regelaltersgrenze",
    zaehler=("lb_regelaltersgrenze",),
    bedeutung="So viele Menschen erhalten nach ihrer Regelaltersgrenze Eingliederungshilfe vom Kreis.",
    menschen="Menschen mit Eingliederungshilfe des Kreises nach der Regelaltersgrenze",
    zaehlweise=PERSONEN,
    quelle="Lieferung des Kreises nach § 8 Buchst. c der Kooperationsvereinbarung (Hessen)",
    leicht="So viele ältere Menschen bekommen Eingliederungs-Hilfe vom Kreis.",
    brueche=(
        Bruch(
            2024,
            "neues Recht",
            "Rechtsstand prüfen: Bis 2023 war der Kreis für Menschen zuständig, die erst nach der Regelaltersgrenze "
            "Eingliederungshilfe beantragten (§ 2 HAG/SGB IX alter Fassung). Seit 01.01.2024 ist es der LWV Hessen.",
        ),
    ),
    hinweise=(
        "Seit der Rechtsänderung zum 01.01.2024 kann diese Lieferung auslaufen. Weniger Menschen heißt hier nicht "
        "weniger Bedarf.",
        "Die Regelaltersgrenze hängt vom Geburtsjahr ab (§ 235 SGB VI). Sie liegt zwischen 65 und 67 Jahren.",
        NUR_KREIS,
    ),
    feinste_ebene=Ebene.KREIS,
    sinnvolle_ebene=Ebene.KREIS,
)


_JE_SCHUELER = rate(_SCHULBEGLEITUNG, "schulbegleitung", SCHULALTER, "K4")

WEITERE: tuple[Kennzahl, ...] = (
    _QUOTE_MIT_GASTFAMILIEN,
    rate(_GASTFAMILIE, "gastfamilie", AB_18, "W3", stellen=2),
    PLATZDICHTE,
    _BFA_JE_WERKSTATT,
    rate(_TAGESFOERDERUNG, "tagesfoerderung", AB_18, "A9", stellen=2),
    WERKSTATTPLAETZE,
    rate(_FRUEHFOERDERUNG, "heilpaedagogik", BIS_6, "K2"),
    replace(
        _JE_SCHUELER,
        hinweise=(
            "Geteilt wird durch die Einwohner von 7 bis unter 18 Jahren, weil die Zahl der Schülerinnen und Schüler "
            "hier nicht vorliegt. Gezählt werden aber auch Sechsjährige und Volljährige in der Schule.",
            *_SCHULBEGLEITUNG.hinweise,
        ),
    ),
    rate(_P67_STATIONAER, "p67_stationaer", AB_18, "H3", stellen=2),
    rate(_GESAMT, "eingliederungshilfe_gesamt", AB_18),
    _GASTFAMILIE,
    PLAETZE_BWF,
    _BFA,
    _TAGESFOERDERUNG,
    PLAETZE_WFBM,
    _FRUEHFOERDERUNG,
    _SCHULBEGLEITUNG,
    _SCHULABGAENGER,
    _P67_STATIONAER,
    _GESAMT,
    _REGELALTER,
)
"""Rates first, then the counts they rest on."""
