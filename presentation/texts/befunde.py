"""The German finding sentences. One function a kind; none claims more than `analysis.vergleiche` judged."""

from collections.abc import Sequence
from datetime import date

from analysis.ganzes import KREIS, Ganzes
from analysis.intervalle import Unterschied, unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Entwicklung, Messung, Vergleichen, hat_zahl
from models.vokabular import Raumprinzip, Status
from presentation.texts.schutzsaetze import quotensatz, veraenderungssatz
from presentation.texts.zahlen import datum, ist_zahl, jahresende, mit_vorzeichen, prozent, wert_text, zahl

NAMEN_HOECHSTENS = 3
"""More names than this are counted, not listed."""

NUR_KREIS = "Unterhalb des Kreises gibt es keinen Wert"
"""Said of a Kennzahl that stops at the Kreis."""

NACH: dict[str, str] = {
    Raumprinzip.HERKUNFT: "nach Herkunft der Menschen",
    Raumprinzip.LEISTUNGSORT: "nach Ort der Leistung",
}


def betrag(messung: Messung, kennzahl: Kennzahl) -> str:
    """A value as it is read aloud: "1.804", "rund 37", "0 bis 4", "5,4", "65,2 %", "geschützt"."""
    if messung.status == Status.NICHT_ANWENDBAR and messung.nenner == 0:
        return "0 Einwohner"
    if kennzahl.art == "anteil" and messung.status == Status.GEZEIGT:
        return prozent(messung.wert, kennzahl.stellen)
    return wert_text(messung.wert, messung.von, messung.bis, messung.status, kennzahl.stellen)


def aufzaehlung(namen: Sequence[str]) -> str:
    """ "Lünen, Selm und Werne"."""
    if len(namen) < 2:
        return "".join(namen)
    return f"{', '.join(namen[:-1])} und {namen[-1]}"


def _zeitpunkt(messung: Messung, davor: str = "") -> str:
    """The year of a 31.12., else the day with the word `davor` ("am 30.06.2024")."""
    tag = messung.stichtag
    return str(tag.year) if jahresende(tag) else f"{davor} {datum(tag)}".strip()


def ueberschrift(ort: str, stand: Entwicklung | None, kennzahl: Kennzahl) -> str:
    """The finding of one area: how many people now, and against when. "Mehr" and "weniger" only if that is sure."""
    if stand is None:
        return f"{ort}: keine Zahlen zu „{kennzahl.kurz}“ an diesem Stichtag"
    jetzt = betrag(stand.jetzt, kennzahl)
    satz = f"{ort}: {jetzt} {kennzahl.menschen}"
    if stand.frueher is None:
        return satz
    damals, wann = betrag(stand.frueher, kennzahl), _zeitpunkt(stand.frueher, "am")
    if stand.urteil == Unterschied.HOEHER:
        return f"{satz}, mehr als {wann} ({damals})"
    if stand.urteil == Unterschied.NIEDRIGER:
        return f"{satz}, weniger als {wann} ({damals})"
    return f"{satz}, {wann} waren es {damals}"


def veraenderung(stand: Entwicklung | None, kennzahl: Kennzahl) -> str:
    """The change as a badge: "+172 seit 2021", "rund +12 seit 2021" where rounding blurs it.

    Empty without a comparison, and where one of the two is so small that only its range can be shown.
    """
    if stand is None or stand.frueher is None or stand.jetzt.wert is None or stand.frueher.wert is None:
        return ""
    if not all(ist_zahl(m.wert, m.von, m.bis, m.status) for m in (stand.jetzt, stand.frueher)):
        return ""
    differenz = stand.jetzt.wert - stand.frueher.wert
    einheit = " Punkte" if kennzahl.art == "anteil" else ""
    genau = stand.jetzt.exakt and stand.frueher.exakt
    richtung = mit_vorzeichen(differenz, kennzahl.stellen)
    if not any(ziffer in richtung for ziffer in "123456789"):
        return f"{'unverändert' if genau else 'ohne sichtbare Veränderung'} seit {_zeitpunkt(stand.frueher, 'dem')}"
    return f"{'' if genau else 'rund '}{richtung}{einheit} seit {_zeitpunkt(stand.frueher, 'dem')}"


def sicherheit(stand: Entwicklung | None, kennzahl: Kennzahl) -> str:
    """How sure the development is, in one sentence; nothing about public figures, which have no chance in them."""
    if stand is None:
        return ""
    if stand.frueher is None:
        jahr = kennzahl.vergleichbar_ab
        if jahr == stand.jetzt.stichtag.year:
            return f"Vor {jahr} nicht vergleichbar."
        return "Kein früherer Stichtag ist vergleichbar."
    if kennzahl.ohne_zufall:
        return ""
    if satz := veraenderungssatz(stand):
        return f"Gegenüber {_zeitpunkt(stand.frueher, 'dem')}: {satz}"
    genau = stand.jetzt.exakt and stand.frueher.exakt
    if stand.urteil == Unterschied.UNSICHER:
        rundung = "" if genau else " und der Rundung"
        return f"Gegenüber {_zeitpunkt(stand.frueher, 'dem')} im Bereich üblicher Zufallsschwankung{rundung}."
    if stand.urteil in (Unterschied.HOEHER, Unterschied.NIEDRIGER):
        rundung = "" if genau else " und Rundung"
        return f"Gegenüber {_zeitpunkt(stand.frueher, 'dem')} mehr als übliche Zufallsschwankung{rundung}."
    return ""


def gebiete_gegen_kreis(vergleich: Vergleichen, kennzahl: Kennzahl, ganzes: Ganzes, mehrzahl: str) -> str:
    """The finding over all areas of a level: which are surely above or below the whole of the region."""
    if vergleich.kreis is not None and [m.gebiet for m in vergleich.gezeigt] == [vergleich.kreis.gebiet]:
        return _allein(vergleich.kreis, kennzahl, ganzes.wort)
    if not vergleich.gezeigt:
        return "Für kein Gebiet kann ein Wert gezeigt werden"
    if kennzahl.art == "zahl":
        return _groesste(vergleich.gezeigt, kennzahl)
    if vergleich.kreis is None or not (vergleich.darueber or vergleich.darunter):
        return f"Kein Gebiet unterscheidet sich sicher {ganzes.vom}"
    teile = []
    if vergleich.darueber:
        teile.append(f"{_namen(vergleich.darueber, mehrzahl)} über {ganzes.dem}")
    if vergleich.darunter:
        teile.append(f"{_namen(vergleich.darunter, mehrzahl)} {'darunter' if teile else f'unter {ganzes.dem}'}")
    return ", ".join(teile)


def _allein(kreis: Messung, kennzahl: Kennzahl, kreisname: str) -> str:
    """The finding where the Kreis is the only area."""
    was = kennzahl.einheit if kennzahl.art in ("rate", "verhaeltnis") else kennzahl.menschen
    return f"{kreisname}: {betrag(kreis, kennzahl)} {was}"


def _namen(liste: Sequence[Messung], mehrzahl: str) -> str:
    if len(liste) > NAMEN_HOECHSTENS:
        return f"{len(liste)} {mehrzahl}"
    return aufzaehlung([m.name for m in liste])


def _groesste(gezeigt: Sequence[Messung], kennzahl: Kennzahl) -> str:
    """The area with the most people, with those that cannot be told apart from it."""
    erste = gezeigt[0]
    gleichauf = [m for m in gezeigt if (m.oben or 0) >= (erste.unten or 0)]
    if len(gleichauf) > NAMEN_HOECHSTENS:
        return f"Kein Gebiet hebt sich sicher ab; größte Zahl in {erste.name} ({betrag(erste, kennzahl)})"
    orte = aufzaehlung([f"{m.name} ({betrag(m, kennzahl)})" for m in gleichauf])
    return f"Die meisten in {orte}"


def zeitraum(stichtag: date, beginn: date | None = None) -> str:
    """When: "am 31.12.2024"; a period from `beginn` on is said as such: "im Jahr 2024", "im Monat 12/2024"."""
    if beginn is None or beginn == stichtag:
        return f"am {datum(stichtag)}"
    if (beginn.month, beginn.day) == (1, 1) and jahresende(stichtag):
        if beginn.year == stichtag.year:
            return f"im Jahr {stichtag.year}"
    elif beginn.day == 1 and (beginn.year, beginn.month) == (stichtag.year, stichtag.month):
        return f"im Monat {stichtag:%m/%Y}"
    return f"vom {datum(beginn)} bis {datum(stichtag)}"


def unterzeile(
    kennzahl: Kennzahl,
    ort: str,
    raumprinzip: str,
    stichtag: date,
    einteilung: str = "",
    beginn: date | None = None,
) -> str:
    """The grey line under the headline: what is counted, where, how, when, and in which cut."""
    nach = f", {NACH[raumprinzip]}" if len(kennzahl.raumprinzipien) > 1 else ""
    schnitt = f". Planungsräume: {einteilung}" if einteilung else ""
    stufe = f". {NUR_KREIS}" if kennzahl.nur_kreis else ""
    return f"{kennzahl.titel}, {ort}{nach}, {zeitraum(stichtag, beginn)}{schnitt}{stufe}"


def gebietssatz(
    messung: Messung,
    zahlwert: Messung | None,
    kreis: Messung | None,
    kennzahl: Kennzahl,
    ganzes: Ganzes = KREIS,
    mindestnenner: int = 0,
    *,
    k: int,
) -> str:
    """About one area in the panel of the map: people, inhabitants, and how it stands to the Kreis.

    `mindestnenner`: over fewer inhabitants no rate is shown.
    """
    saetze = []
    if messung.status == Status.NICHT_ANWENDBAR and kennzahl.nur_kreis:
        return f"{NUR_KREIS}."
    if messung.status == Status.NICHT_ANWENDBAR:
        return "Hier wohnt niemand. Eine Zahl je 1.000 Einwohner gibt es deshalb nicht."
    if kennzahl.merkmal and messung.status in (Status.NICHT_GELIEFERT, Status.KEINE_ANGABE):
        return _ohne_zahl(messung, zahlwert)
    if messung.status == Status.NICHT_GELIEFERT:
        return "Für diesen Stichtag liegt keine veröffentlichte Lieferung vor."
    if messung.status == Status.KEINE_ANGABE and kennzahl.band is None:
        return "Für dieses Gebiet nennt die Quelle zu diesem Stichtag keine Zahl."
    if messung.status == Status.KEINE_ANGABE:
        return "Zu diesem Stichtag fehlen die Einwohner dieser Altersgruppe. Es wird kein anderes Jahr eingesetzt."
    if zahlwert is not None and hat_zahl(zahlwert) and kennzahl.art != "zahl":
        personen = f"**{wert_text(zahlwert.wert, zahlwert.von, zahlwert.bis, zahlwert.status)} {kennzahl.gezaehlt}**"
        if kennzahl.band is not None and messung.nenner is not None:
            personen += f" bei {zahl(messung.nenner)} Einwohnern {kennzahl.band.text}"
        saetze.append(personen + ".")
    if messung.status == Status.GESCHUETZT and messung.wert is None and _zu_leer(messung, kennzahl, mindestnenner):
        text = kennzahl.band.text if kennzahl.band else ""
        saetze.append(
            f"Hier leben weniger als {zahl(mindestnenner)} Menschen {text}. Dafür wird kein Wert je "
            f"{zahl(kennzahl.faktor)} gezeigt: Er wäre zu unsicher."
        )
    elif messung.status == Status.GESCHUETZT and messung.wert is None:
        saetze.append(quotensatz(kennzahl, k))
    elif kreis is not None and kreis.wert is not None and kennzahl.art != "zahl":
        saetze.append(_stellung(messung, kreis, kennzahl, ganzes))
    return " ".join(saetze)


def _zu_leer(messung: Messung, kennzahl: Kennzahl, mindestnenner: int) -> bool:
    """Whether a rate is missing because too few people live there."""
    return kennzahl.band is not None and messung.nenner is not None and messung.nenner < mindestnenner


def _ohne_zahl(messung: Messung, zahlwert: Messung | None) -> str:
    """Why a public figure is missing; it is never made up from others."""
    if messung.status == Status.NICHT_GELIEFERT:
        return "Für diesen Zeitpunkt liegt hier noch keine Zahl vor."
    if zahlwert is not None and hat_zahl(zahlwert) and messung.nenner is None:
        return "Zu diesem Jahr fehlen die Einwohner dieser Altersgruppe. Es wird kein anderes Jahr eingesetzt."
    return (
        "Die Quelle nennt hier oder für einen Teil des Gebiets keine Zahl, zum Beispiel weil sie zu klein ist. "
        "Sie wird nicht ausgerechnet."
    )


def _stellung(messung: Messung, kreis: Messung, kennzahl: Kennzahl, ganzes: Ganzes) -> str:
    urteil = unterschied(messung.unten, messung.oben, kreis.unten, kreis.oben)
    wert = betrag(kreis, kennzahl)
    sicher = "" if kennzahl.ohne_zufall else ", mehr als übliche Zufallsschwankung"
    if urteil == Unterschied.HOEHER:
        return f"**Über** {ganzes.dem} ({wert}){sicher}."
    if urteil == Unterschied.NIEDRIGER:
        return f"**Unter** {ganzes.dem} ({wert}){sicher}."
    if not sicher:
        return f"So hoch wie bei {ganzes.dem} ({wert})."
    return f"{ganzes.vom[0].upper()}{ganzes.vom[1:]} ({wert}) nicht sicher zu unterscheiden."


def verlaufstitel(jetzt: Messung, kennzahl: Kennzahl) -> str:
    """The finding over the trend: the value of the Stichtag in its unit, or why there is none."""
    wert = betrag(jetzt, kennzahl)
    if not hat_zahl(jetzt) or (jetzt.status == Status.GESCHUETZT and kennzahl.art != "zahl"):
        return f"{_zeitpunkt(jetzt)}: {wert}"
    if kennzahl.art in ("rate", "verhaeltnis"):
        return f"{_zeitpunkt(jetzt)}: {wert} {kennzahl.einheit}"
    return f"{_zeitpunkt(jetzt)}: {wert}" + (f" {kennzahl.gezaehlt}" if kennzahl.art == "zahl" else "")
