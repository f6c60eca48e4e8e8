"""Kennzahlen over Merkmale: per Merkmal a count, a rate per 1.000 and a share, made from one short record each.

Sources: domain.md 2.5 (B4, B6, B7) and the notes of the official statistics on rounding, cycle and breaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from analysis.kennzahlen.kennzahl import Altersband, Bruch, Kennzahl
from analysis.kennzahlen.satzteile import ALLE, ERWERBSALTER
from models.merkmale import MERKMALE
from models.vokabular import Raumprinzip, Thema

BIS_64: Final = Altersband(0, 64, "unter 65 Jahren")
AB_65: Final = Altersband(65, None, "ab 65 Jahren")

NICHT_GERECHNET: Final = (
    "Zeichen der Quelle bleiben Zeichen: Sie werden nie ausgerechnet. Eine Summe gibt es nur, wo jeder Teil eine Zahl "
    "ist."
)
NENNER: Final = "Geteilt wird durch die Bevölkerung am selben Stichtag, sonst durch die am 31.12. desselben Jahres."


@dataclass(frozen=True)
class _Eintrag:
    """What is said about a Merkmal beside its own record. `menschen` also completes "Anteil: …"."""

    kurz: str
    bedeutung: str
    menschen: str
    leicht: str
    zaehlweise: str = "Personen am Stichtag, am Wohnort gezählt"
    band: Altersband | None = ALLE
    rate: str = ""
    anteil: str = ""
    anteil_kurz: str = ""
    rate_code: str = ""
    anteil_code: str = ""
    hinweise: tuple[str, ...] = ()
    brueche: tuple[Bruch, ...] = ()
    abstand: float = 1.0


_EINTRAEGE: Final[dict[str, _Eintrag]] = {
    "schwerbehinderte": _Eintrag(
        "Schwerbehinderte Menschen",
        "So viele Menschen haben einen gültigen Schwerbehindertenausweis (Grad der Behinderung ab 50).",
        "Menschen mit Schwerbehindertenausweis",
        "So viele Menschen haben einen Schwer-Behinderten-Ausweis.",
        anteil="schwerbehindertenanteil",
        anteil_kurz="Schwerbehindertenanteil",
        anteil_code="B4",
        abstand=2.0,
        hinweise=(
            "Gezählt werden gültige Ausweise, alle zwei Jahre. Wie oft die Versorgungsämter ihr Register bereinigen, "
            "ändert die Zahl. Register der Kreise zählen anders und sind damit nicht zu vergleichen.",
        ),
    ),
    "pflegebeduerftige": _Eintrag(
        "Pflegebedürftige",
        "So viele Menschen sind pflegebedürftig und erhalten Leistungen nach dem SGB XI.",
        "pflegebedürftige Menschen",
        "So viele Menschen brauchen Pflege.",
        rate="pflegebeduerftige_je_1000",
        rate_code="B6",
        anteil="pflegebeduerftigenanteil",
        anteil_kurz="Anteil der Pflegebedürftigen",
        abstand=2.0,
        brueche=(
            Bruch(
                2017,
                "neues Recht",
                "Seit 01.01.2017 gilt ein weiterer Begriff der Pflegebedürftigkeit (Zweites Pflegestärkungsgesetz).",
            ),
        ),
        hinweise=("Gezählt wird alle zwei Jahre, ein Teil am 15.12. und ein Teil am 31.12.",),
    ),
    "sgb2_leistungsberechtigte": _Eintrag(
        "Leistungsberechtigte nach dem SGB II",
        "So viele Menschen erhalten Regelleistungen der Grundsicherung für Arbeitsuchende.",
        "Regelleistungsberechtigte nach dem SGB II",
        "So viele Menschen bekommen Bürger-Geld.",
        band=BIS_64,
        anteil="sgb2_quote",
        anteil_kurz="SGB-II-Quote",
        anteil_code="B7",
        hinweise=("Auch Kinder in den Haushalten zählen mit.",),
    ),
    "grundsicherung_erwerbsminderung": _Eintrag(
        "Grundsicherung bei Erwerbsminderung",
        "So viele Menschen erhalten Grundsicherung bei dauerhafter voller Erwerbsminderung.",
        "Menschen mit Grundsicherung bei Erwerbsminderung",
        "So viele Menschen können nicht arbeiten und bekommen Grund-Sicherung.",
        band=ERWERBSALTER,
        anteil="grundsicherung_erwerbsminderung_anteil",
        anteil_kurz="Grundsicherung bei Erwerbsminderung, Anteil",
        hinweise=("Seit 2020 stehen hier auch Menschen, die in einer besonderen Wohnform leben.",),
    ),
    "grundsicherung_alter": _Eintrag(
        "Grundsicherung im Alter",
        "So viele Menschen erhalten Grundsicherung im Alter.",
        "Menschen mit Grundsicherung im Alter",
        "So viele alte Menschen bekommen Grund-Sicherung.",
        band=AB_65,
        anteil="grundsicherung_alter_anteil",
        anteil_kurz="Grundsicherung im Alter, Anteil",
        hinweise=("Die Altersgrenze steigt schrittweise über 65 Jahre; geteilt wird durch alle ab 65.",),
    ),
    "eingliederungshilfe_empfaenger": _Eintrag(
        "Eingliederungshilfe (amtliche Statistik)",
        "So viele Menschen erhalten Eingliederungshilfe nach der amtlichen Statistik.",
        "Empfängerinnen und Empfänger von Eingliederungshilfe (amtliche Statistik)",
        "So viele Menschen bekommen Eingliederungs-Hilfe, sagt das Amt für Statistik.",
        anteil="eingliederungshilfe_anteil",
        anteil_kurz="Eingliederungshilfe (amtliche Statistik), Anteil",
        hinweise=("Die amtliche Statistik zählt anders als die Träger. Beide Zahlen sind nicht zu verrechnen.",),
    ),
    "arbeitslose": _Eintrag(
        "Arbeitslose",
        "So viele Menschen sind arbeitslos gemeldet.",
        "Arbeitslose",
        "So viele Menschen suchen Arbeit.",
        band=ERWERBSALTER,
        anteil="arbeitslosenanteil",
        anteil_kurz="Anteil der Arbeitslosen",
        hinweise=("Das ist nicht die Arbeitslosenquote: Die teilt durch die Erwerbspersonen, nicht durch alle.",),
    ),
    "arbeitslose_schwerbehinderte": _Eintrag(
        "Arbeitslose schwerbehinderte Menschen",
        "So viele schwerbehinderte Menschen sind arbeitslos gemeldet.",
        "arbeitslose schwerbehinderte Menschen",
        "So viele Menschen mit Schwer-Behinderten-Ausweis suchen Arbeit.",
        band=ERWERBSALTER,
        anteil="arbeitslose_schwerbehinderte_anteil",
        anteil_kurz="Anteil der arbeitslosen schwerbehinderten Menschen",
    ),
    "auslaender": _Eintrag(
        "Ausländerinnen und Ausländer",
        "So viele Menschen ohne deutsche Staatsangehörigkeit leben hier.",
        "Ausländerinnen und Ausländer",
        "So viele Menschen haben keinen deutschen Pass.",
        anteil="auslaenderanteil",
        anteil_kurz="Anteil der Ausländerinnen und Ausländer",
        hinweise=("Gezählt wird im Ausländerzentralregister; die Bevölkerungsstatistik weicht davon ab.",),
    ),
    "krankenhaeuser": _Eintrag(
        "Krankenhäuser",
        "So viele Krankenhäuser gibt es hier.",
        "Krankenhäuser",
        "So viele Kranken-Häuser gibt es hier.",
        zaehlweise="Einrichtungen am Stichtag, am Standort gezählt",
        band=None,
    ),
    "krankenhausbetten": _Eintrag(
        "Krankenhausbetten",
        "So viele Betten sind in Krankenhäusern aufgestellt.",
        "Krankenhausbetten",
        "So viele Betten gibt es in Kranken-Häusern.",
        zaehlweise="Betten im Durchschnitt des Jahres, am Standort gezählt",
        rate="krankenhausbetten_je_1000",
    ),
    "wohnungslose_untergebracht": _Eintrag(
        "Untergebrachte wohnungslose Personen",
        "So viele wohnungslose Menschen sind untergebracht.",
        "untergebrachte wohnungslose Personen",
        "So viele Menschen ohne Wohnung haben einen Platz zum Schlafen bekommen.",
        anteil="wohnungslose_anteil",
        anteil_kurz="Anteil der untergebrachten wohnungslosen Personen",
        hinweise=("Menschen auf der Straße und bei Bekannten fehlen in dieser Zahl.",),
    ),
}


def kennzahlen() -> Iterator[Kennzahl]:
    """Count, share and rate of every Merkmal, in the order of the catalogue of Merkmale."""
    for id_, eintrag in _EINTRAEGE.items():
        zahl = _zahl(id_, eintrag)
        yield zahl
        if eintrag.band is not None:
            if eintrag.anteil:
                yield _anteil(zahl, eintrag, eintrag.band)
            yield _rate(zahl, eintrag, eintrag.band)


def _zahl(id_: str, eintrag: _Eintrag) -> Kennzahl:
    merkmal = MERKMALE[id_]
    rundung = (
        (
            f"Die Quelle rundet jede Zahl auf ein Vielfaches von {merkmal.rundung}. Summen gerundeter Zahlen weichen "
            "deshalb etwas ab.",
        )
        if merkmal.rundung > 1
        else ()
    )
    return Kennzahl(
        id=id_,
        titel=merkmal.titel,
        kurz=eintrag.kurz,
        thema=Thema.UMFELD,
        art="zahl",
        zaehler=(id_,),
        bedeutung=eintrag.bedeutung,
        einheit=merkmal.einheit,
        menschen=eintrag.menschen,
        zaehlweise=f"{eintrag.zaehlweise}. Öffentliche Zahl.",
        stichtag=merkmal.zeitbezug,
        quelle=f"{merkmal.quelle}{f' ({merkmal.statistik})' if merkmal.statistik else ''}",
        leicht=eintrag.leicht,
        raumprinzipien=(Raumprinzip.HERKUNFT,),
        brueche=eintrag.brueche,
        hinweise=(*eintrag.hinweise, *rundung, NICHT_GERECHNET),
        merkmal=id_,
        gezaehlt=merkmal.einheit,
        abstand=eintrag.abstand,
    )


def _rate(zahl: Kennzahl, eintrag: _Eintrag, band: Altersband) -> Kennzahl:
    return replace(
        zahl,
        id=eintrag.rate or f"{zahl.id}_je_1000",
        code=eintrag.rate_code,
        titel=f"{zahl.titel} je 1.000 Einwohner {band.text}",
        kurz=f"{zahl.kurz} je 1.000",
        art="rate",
        band=band,
        faktor=1000,
        stellen=1,
        einheit=f"je 1.000 Einwohner {band.text}",
        bedeutung=f"{zahl.bedeutung[:-1]}, bezogen auf 1.000 Einwohner {band.text}.",
        leicht=f"Von 1.000 Menschen{'' if band is ALLE else f' {band.text}'}: {zahl.leicht}",
        hinweise=(*zahl.hinweise, NENNER),
    )


def _anteil(zahl: Kennzahl, eintrag: _Eintrag, band: Altersband) -> Kennzahl:
    return replace(
        zahl,
        id=eintrag.anteil,
        code=eintrag.anteil_code,
        titel=f"{zahl.titel}: Anteil an den Einwohnern {band.text}",
        kurz=eintrag.anteil_kurz,
        art="anteil",
        band=band,
        faktor=100,
        stellen=1,
        einheit="Prozent",
        menschen=f"der Einwohner {band.text} sind {eintrag.menschen}",
        bedeutung=f"{zahl.bedeutung[:-1]}, als Anteil an den Einwohnern {band.text}.",
        leicht=f"Von allen Menschen{'' if band is ALLE else f' {band.text}'}: {zahl.leicht}",
        hinweise=(*zahl.hinweise, NENNER),
    )
