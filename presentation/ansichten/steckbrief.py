"""The views of one area: its age structure, and of each leading Kennzahl the trend in persons and the range of areas.

The pictures of a Kennzahl are told apart by the id of its count behind the kind: `verlauf-lb_bwf`, `spanne-lb_bwf`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import polars as pl

from analysis import sichten
from analysis.auswahl import Auswahl
from analysis.bestand import Bestand
from analysis.ganzes import beim_namen
from analysis.gebietswahl import Ort, loese_gebiet_auf, ort_der
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.messen import Messwerk
from analysis.steckbrief import steckbrief as stelle_zusammen
from analysis.steckbriefteile import Leitzahl, Steckbrief, Themenblock
from models.grundzahlen import EINWOHNER
from models.rahmen import Gebietswerte
from models.vokabular import INSGESAMT, Ebene
from presentation.ansichten import kennzahl as ansicht
from presentation.ansichten import reihen
from presentation.ansichten.blick import Blick, blick_auf
from presentation.ansichten.bogen import Bogen, Datenreihe, KeineAnsicht, Reihen, Tafel, Werte
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.diagramm import Diagramm
from presentation.charts.rangfolge import Balken
from presentation.exports.dateiname import dateiname
from presentation.exports.steckbrief import altersrahmen
from presentation.farben import Modus
from presentation.steckbriefbilder import aufbaubild, spannenbild
from presentation.texts import quellen, steckbrieftafeln
from presentation.texts import steckbrief as texte
from presentation.texts.befunde import unterzeile
from presentation.texts.zahlen import datum, ist_zahl, stichtagswert
from presentation.zeitreihen import rand

SEITE: Final = "planungsraum"
ALTERSAUFBAU: Final = "altersaufbau"
VERLAUF: Final = "verlauf-"
SPANNE: Final = "spanne-"


@dataclass(frozen=True)
class Gebietsblick:
    """What the page looks at: the selection of exactly one area, and everything about it."""

    auswahl: Auswahl
    ort: Ort
    steckbrief: Steckbrief
    messwerk: Messwerk

    @property
    def bestand(self) -> Bestand:
        """The region."""
        return self.auswahl.bestand


def gebietsblick(auswahl: Auswahl, messwerk: Messwerk) -> Gebietsblick:
    """Everything about the one area of a selection that `gebietswahl.loese_gebiet_auf` made."""
    ort = ort_der(auswahl)
    s = stelle_zusammen(auswahl.bestand, ort, auswahl.stichtag, messwerk.alle_messungen)
    return Gebietsblick(auswahl, ort, s, messwerk)


def gebietsblick_des(s: Steckbrief, bestand: Bestand, messwerk: Messwerk) -> Gebietsblick:
    """The same of a Steckbrief that is put together already."""
    return Gebietsblick(auswahl_des(s, bestand), s.ort, s, messwerk)


def auswahl_des(s: Steckbrief, bestand: Bestand) -> Auswahl:
    """The selection a Steckbrief was made of."""
    genannt = {"gebiet": s.ort.gebiet, "ebene": s.ort.ebene, "einteilung": s.ort.einteilung}
    auswahl, _ = loese_gebiet_auf({name: [wert] for name, wert in genannt.items() if wert}, bestand)
    return replace(auswahl, stichtag=s.stichtag)


def leitzahl(b: Gebietsblick, zahl_id: str) -> Leitzahl:
    """The leading figure of a link. Raises `KeineAnsicht`."""
    alle = {leit.zahl.id: leit for leit in b.steckbrief.leitzahlen}
    if zahl_id not in alle:
        gewaehlt, fuehrt = kennzahl(zahl_id), "ist keine Kennzahl, die einen Steckbrief führt. Möglich sind: "
        raise KeineAnsicht(
            f"„{gewaehlt.kurz if gewaehlt else zahl_id}“ {fuehrt}{', '.join(x.zahl.kurz for x in alle.values())}.",
            f"„{zahl_id}“ {fuehrt}{', '.join(alle)}.",
        )
    return alle[zahl_id]


def leitende_rate(s: Steckbrief) -> Leitzahl | None:
    """What the small map shows: the first leading figure that has a rate."""
    return next((leit for leit in s.leitzahlen if leit.stellung is not None), None)


def lage(b: Gebietsblick) -> Blick | None:
    """The view of the small map, that of /karte: this rate in all areas of the level, this one chosen."""
    leit = leitende_rate(b.steckbrief)
    return _blick_der_rate(b, leit) if leit is not None else None


def bilder(block: Themenblock, b: Gebietsblick) -> dict[str, Callable[[], Bogen]]:
    """The pictures of a theme by what a reader calls them, each made when it is asked for."""
    alle: dict[str, Callable[[], Bogen]] = {}
    for leit in block.leitzahlen:
        if hat_verlauf(leit):
            alle[f"{leit.zahl.kurz}: Verlauf in Personen"] = partial(verlauf, b, leit)
        if hat_spanne(leit):
            alle[f"{leit.zahl.kurz}: {steckbrieftafeln.mehrzahl(b.steckbrief)} im Vergleich"] = partial(spanne, b, leit)
    return alle


def hat_verlauf(leit: Leitzahl) -> bool:
    """Whether there is a trend in persons to draw."""
    return any(ist_zahl(m.wert, m.von, m.bis, m.status) for z in leit.zaehlungen[:1] for m in z.reihe)


def hat_spanne(leit: Leitzahl) -> bool:
    """Whether any area has a rate to draw."""
    return leit.stellung is not None and any(m.wert is not None for m in leit.stellung.alle)


def verlauf(b: Gebietsblick, leit: Leitzahl) -> Bogen:
    """The people of a leading Kennzahl in this area over time. Raises `KeineAnsicht` without a number to draw."""
    if not hat_verlauf(leit):
        raise KeineAnsicht(f"Zu „{leit.zahl.kurz}“ gibt es in {b.ort.name} keinen Verlauf, der sich zeichnen lässt.")
    blick = _blick(b, leit, leit.zahl, b.ort.ebene, b.ort.einteilung, (b.ort.gebiet,))
    return ansicht.verlauf(blick, seitenlink(b.auswahl, f"{VERLAUF}{leit.zahl.id}", blick.auswahl))


def spanne(b: Gebietsblick, leit: Leitzahl) -> Bogen:
    """The rates of all areas compared, this one marked. Raises `KeineAnsicht` where no area has one."""
    s, blick = b.steckbrief, _blick_der_rate(b, leit)
    if blick is None or not hat_spanne(leit) or leit.stellung is None:
        raise KeineAnsicht(f"Zu „{leit.rate.kurz}“ gibt es in keinem Gebiet einen Wert, der gezeigt werden kann.")
    titel = steckbrieftafeln.vergleichstitel(s)

    def bild(modus: Modus) -> Sequence[Diagramm]:
        gezeichnet = spannenbild(leit, b.ort.gebiet, modus, titel, s.ganzes)
        return [gezeichnet] if gezeichnet is not None else []

    return ansicht.bogen_der_kennzahl(
        blick,
        SEITE,
        "spanne",
        texte.spannenbefund(leit, s),
        ort=f"{steckbrieftafeln.mehrzahl(s)} {beim_namen(b.bestand.region, s.ganzes).im}",
        bild=bild,
        tafel=lambda: Tafel(f"{leit.rate.titel}: {titel}", tuple(steckbrieftafeln.vergleich_der(s, (leit,)))),
        rahmen=partial(_vergleichsrahmen, blick),
        zahlen=lambda: _spannenreihen(b, leit),
        zeichen=blick.zeichen,
        link=seitenlink(b.auswahl, f"{SPANNE}{leit.zahl.id}", blick.auswahl),
    )


def altersaufbau(b: Gebietsblick) -> Bogen:
    """The age structure beside that of the whole. Raises `KeineAnsicht` without population by age."""
    s, alter, gewaehlt = b.steckbrief, b.steckbrief.bevoelkerung.alter, kennzahl(EINWOHNER)
    if alter is None or gewaehlt is None or not any(g.anteil for g in alter.gruppen):
        raise KeineAnsicht(f"Nach Alter liegen die Einwohner von {b.ort.name} nicht lückenlos vor.")
    a = replace(_auswahl(b, b.ort.ebene, b.ort.einteilung, (b.ort.gebiet,)), kennzahl=gewaehlt, stichtag=alter.stichtag)
    jahr = stichtagswert(alter.stichtag)
    erklaerung = tuple(quellen.erklaerung(gewaehlt, b.bestand))

    def bild(modus: Modus) -> Sequence[Diagramm]:
        gezeichnet = aufbaubild(s, modus)
        return [gezeichnet] if gezeichnet is not None else []

    return Bogen(
        stelle=seitenlink(b.auswahl, ALTERSAUFBAU),
        stamm=dateiname(
            "bevoelkerung",
            b.bestand.region.slug,
            *(() if s.ist_ganzes else (b.ort.name, b.ort.ebene)),
            jahr,
            ALTERSAUFBAU,
            synthetisch=b.bestand.synthetisch,
        ),
        befund=texte.altersbefund(s),
        unterzeile=f"{unterzeile(gewaehlt, b.ort.name, a.raumprinzip, alter.stichtag)}. Anteil an allen Einwohnern "
        "nach Alter in Jahren",
        diagramme=bild,
        tafel=lambda: Tafel(f"Altersaufbau: {b.ort.name}", tuple(steckbrieftafeln.alterszeilen(s))),
        werte=lambda: Werte(altersrahmen(s), f"Altersaufbau: {b.ort.name}, {datum(alter.stichtag)}", erklaerung),
        fuss=tuple(quellen.zeilen(a, [alter.basis])),
        synthetisch=b.bestand.synthetisch,
        methode=erklaerung,
        reihen=lambda: _altersreihen(s),
    )


def _altersreihen(s: Steckbrief) -> Reihen | None:
    gruppen = s.bevoelkerung.alter.gruppen if s.bevoelkerung.alter else ()
    eigene = Datenreihe(s.ort.name, tuple(g.anteil for g in gruppen))
    kreis = Datenreihe(s.ganzes.wort, tuple(g.kreis for g in gruppen), vergleich=True)
    beide = (eigene,) if s.ist_ganzes or not any(kreis.werte) else (eigene, kreis)
    return Reihen("balken", tuple(texte.altersname(g.band) for g in gruppen), beide, "Anteil in Prozent", 1)


def _spannenreihen(b: Gebietsblick, leit: Leitzahl) -> Reihen | None:
    """Areas by value; marked is the one in view."""
    stellung, rate = leit.stellung, leit.rate
    if stellung is None:
        return None
    kreis = stellung.kreis
    bezug = (b.steckbrief.ganzes.wort, kreis.wert) if kreis is not None and kreis.wert is not None else None
    balken = [Balken(m.name, m.wert, *rand(m, rate), m.status, m.gebiet == b.ort.gebiet) for m in stellung.alle]
    return reihen.der_balken(balken, rate.kurz, rate.einheit, rate.stellen, bezug)


def _blick_der_rate(b: Gebietsblick, leit: Leitzahl) -> Blick | None:
    s = b.steckbrief
    einteilung = s.einteilung.id if s.einteilung and s.vergleichsebene == Ebene.PLANUNGSRAUM else ""
    gebiete = () if s.ist_ganzes else (b.ort.gebiet,)
    return _blick(b, leit, leit.rate, s.vergleichsebene, einteilung, gebiete) if leit.zaehlungen else None


def _auswahl(b: Gebietsblick, ebene: str, einteilung: str, gebiete: tuple[str, ...]) -> Auswahl:
    return replace(b.auswahl, ebene=ebene, einteilung=einteilung, gebiete=gebiete)


def _blick(
    b: Gebietsblick, leit: Leitzahl, gewaehlt: Kennzahl, ebene: str, einteilung: str, gebiete: tuple[str, ...]
) -> Blick:
    a = replace(
        _auswahl(b, ebene, einteilung, gebiete if ebene != b.bestand.ganzes.ebene else ()),
        kennzahl=gewaehlt,
        raumprinzip=leit.zaehlungen[0].raumprinzip,
        stichtag=leit.stichtag,
        altersgruppe=INSGESAMT,
        geschlecht=INSGESAMT,
    )
    blick = blick_auf(a, b.messwerk)
    if blick is None:
        raise KeineAnsicht(f"Zu „{gewaehlt.kurz}“ gibt es in {b.bestand.region.name} zurzeit keine Zahlen.")
    return blick


def _vergleichsrahmen(blick: Blick) -> pl.DataFrame:
    """All areas compared and the whole, at the Stichtag."""
    a = blick.auswahl
    ebenen = [(a.ebene, a.einteilung), (str(a.bestand.ganzes.ebene), "")]
    teile = [sichten.gebietswerte(a.bestand, a.kennzahl, ebene, a.raumprinzip, schnitt) for ebene, schnitt in ebenen]
    return Gebietswerte.validate(pl.concat(teile).filter(pl.col("stichtag") == blick.stichtag))


def seitenlink(auswahl: Auswahl, art: str = "", der_kennzahl: Auswahl | None = None) -> Stelle:
    """The page of this area at this Stichtag, or a picture on it; that of a Kennzahl with it and its Fassung."""
    von_der_seite = auswahl.als_parameter
    namen = ("region", "ebene", "gebiet", "jahr", "stichtag", "einteilung")
    parameter = {name: von_der_seite[name] for name in namen if name in von_der_seite}
    if der_kennzahl is not None:
        parameter |= {"kennzahl": [der_kennzahl.kennzahl.id], **ansicht.fassung(der_kennzahl)}
    return stelle(SEITE, parameter, art)
