"""A Steckbrief in words: headline, line below, the population, each theme against the Kreis and over time."""

from collections.abc import Sequence
from typing import Final

from analysis.ganzes import STADT, Ganzes
from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Altersband, Kennzahl
from analysis.steckbriefteile import Leitzahl, Steckbrief, Weitere, Zaehlung
from analysis.vergleiche import Messung, hat_zahl
from models.grundzahlen import EINWOHNER
from models.vokabular import Ebene, Einteilungsstand, Raumprinzip, Status
from presentation.texts.befunde import aufzaehlung, betrag, gebietssatz, veraenderung
from presentation.texts.quellen import BASIS_TEXT
from presentation.texts.schutzsaetze import personensatz
from presentation.texts.zahlen import datum, ist_zahl, prozent, spanne, wert_text, zahl

BEFUNDE_HOECHSTENS: Final = 3
"""A headline one can say aloud names no more than this."""

MEHRZAHL: Final[dict[str, str]] = {
    Ebene.KREIS: "Kreise",
    Ebene.PLANUNGSRAUM: "Planungsräume",
    Ebene.GEMEINDE: "Gemeinden",
}

ZAEHLUNG: Final[dict[str, str]] = {
    Raumprinzip.HERKUNFT: "Herkunft",
    Raumprinzip.LEISTUNGSORT: "Ort der Leistung",
}
"""How people are counted, to complete "nach …"."""

STAND_DER_EINTEILUNG: Final[dict[str, str]] = {
    Einteilungsstand.VORSCHLAG: "Vorschlag",
    Einteilungsstand.ABGELOEST: "abgelöst",
    Einteilungsstand.VERWORFEN: "verworfen",
}


def ueberschrift(s: Steckbrief) -> str:
    """The finding: what is surely more or less than in the Kreis; for the Kreis itself what surely changed."""
    ort = s.ort.name
    einwohner = s.bevoelkerung.jetzt
    if einwohner is not None and einwohner.wert == 0:
        return f"{ort}: Hier wohnt niemand"
    if not any(leit.stichtag for leit in s.leitzahlen):
        return f"{ort}: keine veröffentlichten Fallzahlen"
    if s.ist_ganzes:
        return f"{ort}: {_seit(s)}"
    if not any(leit.stellung and leit.stellung.eigene and hat_zahl(leit.stellung.eigene) for leit in s.leitzahlen):
        return f"{ort}: zu wenige Menschen für einen sicheren Vergleich mit {s.ganzes.dem}"
    mehr, weniger = _gegen(s, Unterschied.HOEHER), _gegen(s, Unterschied.NIEDRIGER)
    teile = []
    if mehr:
        teile.append(f"anteilig mehr {aufzaehlung(mehr)} als {s.ganzes.im}")
    if weniger:
        namen = aufzaehlung(weniger)
        teile.append(f"weniger {namen}" if teile else f"anteilig weniger {namen} als {s.ganzes.im}")
    return f"{ort}: {', '.join(teile) or f'kein sicherer Unterschied {s.ganzes.zum}'}"


def _gegen(s: Steckbrief, urteil: Unterschied) -> list[str]:
    """People of the rates judged so; of too many in all those that lie farthest from the Kreis, in reading order."""

    def abstand(leit: Leitzahl) -> float:
        stellung = leit.stellung
        if stellung is None or stellung.eigene is None or stellung.kreis is None or not stellung.kreis.wert:
            return 0.0
        return abs((stellung.eigene.wert or 0.0) / stellung.kreis.wert - 1)

    sicher = [
        leit
        for leit in s.leitzahlen
        if leit.stellung and leit.stellung.gegen_kreis in (Unterschied.HOEHER, Unterschied.NIEDRIGER)
    ]
    weiteste = sorted(sicher, key=abstand, reverse=True)[:BEFUNDE_HOECHSTENS]
    return [x.zahl.menschen for x in sicher if x in weiteste and x.stellung and x.stellung.gegen_kreis == urteil]


def _seit(s: Steckbrief) -> str:
    teile = []
    for leit in s.leitzahlen:
        stand = leit.zaehlungen[0].entwicklung if leit.zaehlungen else None
        if stand and stand.frueher and stand.urteil in (Unterschied.HOEHER, Unterschied.NIEDRIGER):
            wort = "mehr" if stand.urteil == Unterschied.HOEHER else "weniger"
            teile.append(f"{wort} {leit.zahl.menschen} als {stand.frueher.stichtag.year}")
    return ", ".join(teile[:BEFUNDE_HOECHSTENS]) or "keine sichere Veränderung seit den ersten vergleichbaren Jahren"


def unterzeile(s: Steckbrief) -> str:
    """Members, size, people with Stichtag and basis, and the Einteilung with its version."""
    teile = [_glieder(s)]
    if s.flaeche_km2 is not None:
        teile.append(f"{zahl(s.flaeche_km2, 1)}\u00a0km²")
    jetzt = s.bevoelkerung.jetzt
    if jetzt is not None:
        basis = BASIS_TEXT.get(jetzt.basis, jetzt.basis)
        teile.append(f"{zahl(jetzt.wert)} Einwohner am {datum(jetzt.stichtag)} ({basis})")
    else:
        teile.append("Einwohnerzahl: k. A.")
    if s.einteilung is not None and s.ort.ebene == Ebene.PLANUNGSRAUM:
        stand = STAND_DER_EINTEILUNG.get(s.einteilung.stand, "")
        zusatz = f" ({stand})" if stand else ""
        teile.append(f"Einteilung „{s.einteilung.name}“, Version {s.einteilung.version}{zusatz}")
    return " · ".join(teile)


def _glieder(s: Steckbrief) -> str:
    if s.ort.ebene == Ebene.GEMEINDE:
        art = "Gemeindefreies Gebiet" if any(g.gemeindefrei for g in s.glieder) else "Gemeinde"
        return f"{art} in „{s.raum}“" if s.raum else art
    if s.ist_ganzes and s.ganzes.wort == STADT:
        return "Kreisfreie Stadt"
    if s.ist_ganzes or s.ort.ebene == Ebene.KREIS:
        frei = sum(g.gemeindefrei for g in s.glieder)
        zusatz = " und 1 gemeindefreiem Gebiet" if frei == 1 else f" und {frei} gemeindefreien Gebieten" if frei else ""
        wort, anzahl = s.ganzes.wort if s.ist_ganzes else "Kreis", len(s.glieder) - frei
        return f"{wort} mit {anzahl} {'Gemeinde' if anzahl == 1 else 'Gemeinden'}{zusatz}"
    return aufzaehlung([g.name for g in s.glieder])


def altersname(band: Altersband) -> str:
    """A band as short as a chart needs it: "unter 7", "7 bis 17", "ab 65"."""
    if band.von == 0:
        return f"unter {(band.bis or 0) + 1}"
    return f"ab {band.von}" if band.bis is None else f"{band.von} bis {band.bis}"


def bevoelkerung(s: Steckbrief) -> list[str]:
    """How many live here, how that changed, and how the age structure stands to the Kreis."""
    b, gewaehlt = s.bevoelkerung, kennzahl(EINWOHNER)
    if b.jetzt is None:
        return ["Für dieses Gebiet liegt keine Einwohnerzahl vor."]
    if b.jetzt.wert == 0:
        return ["Hier wohnt niemand. Werte je 1.000 Einwohner gibt es deshalb nicht."]
    saetze = []
    if gewaehlt is not None and b.entwicklung is not None and b.entwicklung.frueher is None:
        saetze.append("Kein früherer Stichtag auf derselben Grundlage.")
    if s.flaeche_km2:
        saetze.append(f"{zahl((b.jetzt.wert or 0) / s.flaeche_km2)} Einwohner je km².")
    if b.alter is None:
        return [*saetze, "Nach Alter liegen die Einwohner dieses Gebiets nicht lückenlos vor."]
    if b.alter.stichtag != b.jetzt.stichtag:
        saetze.append(f"Nach Alter zuletzt am {datum(b.alter.stichtag)}.")
    juengste, aelteste = b.alter.gruppen[0], b.alter.gruppen[-1]
    for gruppe in (juengste, aelteste):
        if gruppe.anteil is not None:
            text = f"{prozent(gruppe.anteil)} sind {_alt_wie(gruppe.band)}"
            if gruppe.kreis is not None and not s.ist_ganzes:
                text += f" ({s.ganzes.wort} {prozent(gruppe.kreis)})"
            saetze.append(f"{text}.")
    return saetze


def _alt_wie(band: Altersband) -> str:
    return f"{band.von} Jahre oder älter" if band.bis is None else f"unter {band.bis + 1} Jahre alt"


def altersbefund(s: Steckbrief) -> str:
    """The finding over the age structure: the share of the oldest, and that of the whole beside it."""
    gruppen = s.bevoelkerung.alter.gruppen if s.bevoelkerung.alter is not None else ()
    if not gruppen or gruppen[-1].anteil is None:
        return f"{s.ort.name}: Altersaufbau"
    letzte = gruppen[-1]
    satz = f"{s.ort.name}: {prozent(letzte.anteil)} sind {_alt_wie(letzte.band)}"
    vergleich = f", {s.ganzes.im} {prozent(letzte.kreis)}" if letzte.kreis is not None and not s.ist_ganzes else ""
    return satz + vergleich


def personen(z: Zaehlung, gewaehlt: Kennzahl) -> tuple[str, str]:
    """Label and text of the key figure: an exact or rounded number, a range, or why there is none."""
    text = betrag(z.personen, gewaehlt)
    return ("Personen, rund" if text.startswith("rund ") else "Personen"), text.removeprefix("rund ")


def ratenzeile(leit: Leitzahl) -> str:
    """The rate with its interval in words."""
    rate = leit.zaehlungen[0].rate if leit.zaehlungen else None
    if rate is None or not hat_zahl(rate):
        return f"kein Wert {leit.rate.einheit}: {betrag(rate, leit.rate)}" if rate is not None else ""
    bereich = spanne(rate.unten, rate.oben, leit.rate.stellen)
    return f"**{betrag(rate, leit.rate)}** {leit.rate.einheit}; mit Zufall und Rundung {bereich}"


def spannenbefund(leit: Leitzahl, s: Steckbrief) -> str:
    """The finding over the range of areas: the rate of this one, and how it surely stands to the whole."""
    stellung, rate = leit.stellung, leit.rate
    eigene = stellung.eigene if stellung is not None else None
    if stellung is None or eigene is None or not hat_zahl(eigene):
        grund = f" ({betrag(eigene, rate)})" if eigene is not None else ""
        return f"{s.ort.name}: kein Wert {rate.einheit}{grund}"
    satz = f"{s.ort.name}: {betrag(eigene, rate)} {rate.menschen} {rate.einheit}"
    if s.ist_ganzes or stellung.kreis is None or not hat_zahl(stellung.kreis):
        return satz
    kreis = betrag(stellung.kreis, rate)
    return {
        Unterschied.HOEHER: f"{satz}, mehr als {s.ganzes.im} ({kreis})",
        Unterschied.NIEDRIGER: f"{satz}, weniger als {s.ganzes.im} ({kreis})",
    }.get(stellung.gegen_kreis, f"{satz}, kein sicherer Unterschied {s.ganzes.zum} ({kreis})")


def leitsaetze(leit: Leitzahl, s: Steckbrief) -> list[str]:
    """Against the Kreis, among the areas, over time, and by the other way of counting."""
    if not leit.zaehlungen or leit.stellung is None or leit.stichtag is None:
        return ["Noch keine veröffentlichten Zahlen."]
    erste = leit.zaehlungen[0]
    saetze = []
    if s.stichtag is not None and leit.stichtag != s.stichtag:
        saetze.append(f"Neuester Stichtag: {datum(leit.stichtag)}.")
    if erste.rate is not None and erste.rate.nenner != 0 and not s.ist_ganzes:
        saetze.append(
            gebietssatz(erste.rate, None, leit.stellung.kreis, leit.rate, s.ganzes, leit.mindestnenner, k=leit.k)
        )
    m = erste.personen
    if not ist_zahl(m.wert, m.von, m.bis, m.status):
        saetze.append(personensatz(m.wert, m.von, m.bis, m.status, leit.zahl, erste.raumprinzip))
    saetze += [_rang(leit, s), _zeit(erste, leit.zahl)]
    for z in leit.zaehlungen[1:]:
        text = f"Nach {ZAEHLUNG[z.raumprinzip]}: {betrag(z.personen, leit.zahl)} Personen"
        if z.rate is not None and hat_zahl(z.rate):
            text += f", {betrag(z.rate, leit.rate)} je 1.000"
        saetze.append(f"{text}.")
    return [satz for satz in saetze if satz]


def _rang(leit: Leitzahl, s: Steckbrief) -> str:
    """Among the areas of the level, only as far as the intervals allow."""
    stellung, mehrzahl = leit.stellung, MEHRZAHL.get(s.vergleichsebene, "Gebiete")
    if stellung is None or stellung.eigene is None or not hat_zahl(stellung.eigene) or s.ist_ganzes:
        return ""
    alle = sum(hat_zahl(m) for m in stellung.alle)
    if alle < 2:
        return ""
    if stellung.platz is not None:
        platz = {1: "Am höchsten", alle: "Am niedrigsten"}.get(stellung.platz, f"Platz {stellung.platz} von oben")
        return f"{platz} unter {alle} {dativ(mehrzahl)} mit Wert, von jedem anderen Wert sicher verschieden."
    andere = f"{alle - 1} anderen {mehrzahl} mit Wert"
    teile = [f"höher als {stellung.niedriger}"] if stellung.niedriger else []
    teile += [f"niedriger als {stellung.hoeher}"] if stellung.hoeher else []
    if not teile:
        return f"Kein sicherer Unterschied zu den {alle - 1} anderen {dativ(mehrzahl)} mit Wert."
    return f"Sicher {' und '.join(teile)} der {andere}."


def dativ(mehrzahl: str) -> str:
    """ "Gemeinden", "Planungsräumen": a plural as it stands after "von"."""
    return mehrzahl if mehrzahl.endswith("n") else f"{mehrzahl}n"


def _zeit(z: Zaehlung, gewaehlt: Kennzahl) -> str:
    """What is sure about the number of people since the first comparable Stichtag."""
    stand, m = z.entwicklung, z.personen
    if stand is None or not ist_zahl(m.wert, m.von, m.bis, m.status):
        return ""
    if stand.frueher is None:
        jahr = gewaehlt.vergleichbar_ab
        return f"Vor {jahr} nicht vergleichbar." if jahr == stand.jetzt.stichtag.year else ""
    seit, damals = stand.frueher.stichtag.year, betrag(stand.frueher, gewaehlt)
    if stand.urteil == Unterschied.HOEHER:
        return f"Mehr Menschen als {seit} ({damals})."
    if stand.urteil == Unterschied.NIEDRIGER:
        return f"Weniger Menschen als {seit} ({damals})."
    return f"Seit {seit} ({damals}) keine sichere Veränderung."


def _vergleichswort(urteil: Unterschied, dem: str) -> str:
    return {
        Unterschied.HOEHER: f"über {dem}",
        Unterschied.NIEDRIGER: f"unter {dem}",
        Unterschied.UNSICHER: "nicht sicher verschieden",
        Unterschied.KEIN_VERGLEICH: "–",
    }[urteil]


def _weiterer_wert(messung: Messung | None, gewaehlt: Kennzahl, ganzes: Ganzes) -> str:
    return betrag(messung, gewaehlt) if messung is not None else f"nur für {ganzes.den_ganzen}"


def weitere_zeilen(weitere: Sequence[Weitere], s: Steckbrief) -> list[dict[str, object]]:
    """The other Kennzahlen of a theme: value here and in the Kreis, judgement, change, Stichtag."""
    zeilen: list[dict[str, object]] = []
    for w in weitere:
        bezug = w.wert or w.kreis
        zeile: dict[str, object] = {
            "Kennzahl": w.kennzahl.titel,
            s.ort.name: _weiterer_wert(w.wert, w.kennzahl, s.ganzes),
        }
        if not s.ist_ganzes:
            zeile[s.ganzes.wort] = betrag(w.kreis, w.kennzahl) if w.kreis is not None else "k. A."
            zeile["Vergleich"] = _vergleichswort(w.gegen_kreis, s.ganzes.dem)
        zeile["Veränderung"] = veraenderung(w.entwicklung, w.kennzahl) or "–"
        zeile["Stichtag"] = datum(bezug.stichtag) if bezug is not None else "–"
        zeilen.append(zeile)
    return zeilen


def zahl_der(messung: Messung | None, gewaehlt: Kennzahl) -> str:
    """A value for a table cell."""
    return betrag(messung, gewaehlt) if messung is not None else "k. A."


def spanne_der(wert: int, von: int, bis: int) -> str:
    """A number of people out of protected cells: exact, "rund", or its range."""
    return wert_text(wert, von, bis, Status.GEZEIGT if von == bis else Status.GESCHUETZT)
