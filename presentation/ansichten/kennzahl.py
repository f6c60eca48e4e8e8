"""The views of one Kennzahl: its trend, its areas side by side, its map."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import polars as pl

from analysis import sichten
from analysis.auswahl import Auswahl
from analysis.ganzes import beim_namen
from analysis.vergleiche import gegen_kreis
from models.rahmen import Gebietswerte
from models.vokabular import Ebene
from presentation import bilder
from presentation.ansichten import reihen, wertetafel
from presentation.ansichten.blick import Blick
from presentation.ansichten.bogen import Bogen, Gestalt, KeineAnsicht, Reihen, Tafel, Werte
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.diagramm import Diagramm
from presentation.exports.dateiname import dateiname
from presentation.farben import Modus
from presentation.texts import befunde, hinweise, quellen
from presentation.texts.zahlen import stichtagswert

VERLAUF: Final = "verlauf"
RANGFOLGE: Final = "rangfolge"
KARTE: Final = "karte"


def verlauf(b: Blick, link: Stelle | None = None) -> Bogen:
    """The trend of the chosen area, or of the whole of the region. Page Zahlen; `link`: of another page with it."""
    gewaehlt = b.auswahl.kennzahl

    def bild(modus: Modus) -> Sequence[Diagramm]:
        return [bilder.verlaufsbild(gewaehlt, b.reihe, modus, b.vergleich, neben=b.neben)]

    def zahlen() -> Reihen | None:
        stoff = bilder.verlaufsstoff(gewaehlt, b.reihe, b.vergleich, b.neben)
        return reihen.des_verlaufs(stoff, gewaehlt.einheit, gewaehlt.stellen)

    return bogen_der_kennzahl(
        b,
        "zahlen",
        VERLAUF,
        befunde.ueberschrift(b.jetzt.name, b.entwicklung, b.personenkennzahl),
        kopf=befunde.verlaufstitel(b.jetzt, gewaehlt),
        ort=b.jetzt.name,
        bild=bild,
        tafel=partial(wertetafel.im_verlauf, b),
        rahmen=partial(_reihe, b),
        zahlen=zahlen,
        zeichen=b.zeichen_der_reihe,
        gestalt="verlauf",
        link=link,
    )


def rangfolge(b: Blick) -> Bogen:
    """The areas of the level side by side at the Stichtag. Page Zahlen."""
    gewaehlt, ganzes = b.auswahl.kennzahl, b.auswahl.bestand.ganzes

    def zahlen() -> Reihen | None:
        bezug = bilder.bezug(b.auswahl, b.kreis_heute)
        return reihen.der_balken(
            bilder.balken(gewaehlt, b.heute, b.kreis_heute),
            gewaehlt.kurz,
            gewaehlt.einheit,
            gewaehlt.stellen,
            (bezug.name, bezug.wert) if bezug else None,
        )

    befund = befunde.gebiete_gegen_kreis(gegen_kreis(b.heute, b.kreis_heute), gewaehlt, ganzes, b.auswahl.mehrzahl)
    return bogen_der_kennzahl(
        b,
        "zahlen",
        RANGFOLGE,
        befund,
        kopf=befund,
        ort=b.auswahl.bestand.region.name,
        bild=lambda modus: [bilder.rangbild(b.auswahl, b.heute, b.kreis_heute, b.stichtag, modus)],
        tafel=partial(wertetafel.alle_werte, b),
        rahmen=partial(_stichtag, b),
        zahlen=zahlen,
        zeichen=b.zeichen,
    )


def karte(b: Blick) -> Bogen:
    """The map of the level at the Stichtag, with its legend. Page Karte. In print with the geometry itself."""
    bestand = b.auswahl.bestand
    befund = befunde.gebiete_gegen_kreis(
        gegen_kreis(b.heute, b.kreis_heute),
        b.auswahl.kennzahl,
        beim_namen(bestand.region, bestand.ganzes),
        b.auswahl.mehrzahl,
    )
    return bogen_der_kennzahl(
        b,
        "karte",
        KARTE,
        befund,
        ort=bestand.region.name,
        bild=lambda _: bilder.kartenbilder_fuer_datei(b.auswahl, b.alle),
        tafel=partial(wertetafel.alle_werte, b),
        rahmen=partial(_stichtag, b),
        zeichen=b.zeichen,
        gestalt="karte",
    )


def bogen_der_kennzahl(
    b: Blick,
    seite: str,
    art: str,
    befund: str,
    *,
    ort: str,
    bild: Callable[[Modus], Sequence[Diagramm]],
    tafel: Callable[[], Tafel],
    rahmen: Callable[[], pl.DataFrame],
    zeichen: Sequence[tuple[str, str]],
    kopf: str = "",
    zahlen: Callable[[], Reihen | None] = lambda: None,
    gestalt: Gestalt = "",
    teil: str = "",
    link: Stelle | None = None,
) -> Bogen:
    """What all views of a Kennzahl have in common. `teil`: of the people, for the name of files. `link`: where it is
    not made of the selection alone.
    """
    # A link may name several areas; a picture shows the first one, and its name and link say so.
    a = replace(b.auswahl, gebiete=b.auswahl.gebiete[:1])
    gewaehlt, bestand = a.kennzahl, a.bestand
    einteilung, prinzip = a.einteilungsname, a.raumprinzip
    return Bogen(
        stelle=link or _stelle(a, seite, art),
        stamm=stamm(a, art, teil),
        befund=befund,
        unterzeile=befunde.unterzeile(gewaehlt, ort, prinzip, b.stichtag, einteilung, b.beginn),
        diagramme=bild,
        tafel=tafel,
        werte=lambda: _werte(a, rahmen()),
        fuss=(("Gezählt", quellen.zaehlung(gewaehlt, prinzip)), *quellen.zeilen(a, b.basen, gestalt == "karte")),
        synthetisch=bestand.synthetisch,
        kopf=kopf,
        zeichen=tuple(zeichen),
        methode=tuple(quellen.erklaerung(gewaehlt, bestand)),
        reihen=zahlen,
        gestalt=gestalt,
    )


def _stelle(a: Auswahl, seite: str, art: str) -> Stelle:
    return stelle(seite, a.als_parameter | fassung(a), art)


def fassung(a: Auswahl) -> dict[str, list[str]]:
    """The Fassung a link is made of, as its parameter: whoever opens it later is told of a newer one."""
    geltende = a.bestand.veroeffentlicht
    fassungen = [geltende[g].freigabe.fassung for g in a.kennzahl.grundzahlen if g in geltende]
    return {"fassung": [str(max(fassungen))]} if fassungen else {}


def stamm(a: Auswahl, art: str, teil: str = "") -> str:
    """Name of a file of this view: theme, Kennzahl, place, unusual cut or way of counting, year, picture."""
    gewaehlt, tag = a.kennzahl, a.stichtag
    namen = {gebiet: name for _, gebiet, name in a.bestand.zeilen(a.ebene, a.einteilung)}
    orte = [a.bestand.region.slug, *(namen[g] for g in a.gebiete if g in namen)]
    haupt = a.bestand.region.haupteinteilung_id
    wie = [a.einteilung] if a.ebene == Ebene.PLANUNGSRAUM and a.einteilung != haupt else []
    wie += [a.raumprinzip] if a.raumprinzip != gewaehlt.raumprinzipien[0] else []
    jahr = stichtagswert(tag) if tag else ""
    schnitt = "" if a.ist_ganzes else str(a.ebene)
    was = gewaehlt.id.removeprefix("lb_")
    return dateiname(gewaehlt.thema, was, *orte, schnitt, *wie, jahr, art, teil, synthetisch=a.bestand.synthetisch)


def _reihe(b: Blick) -> pl.DataFrame:
    """The rows the trend is drawn from: the area in view and the whole of the region."""
    a, gewaehlt = b.auswahl, b.auswahl.kennzahl
    ganz = str(a.bestand.ganzes.ebene)
    gebiete = [(a.ebene, a.einteilung, a.gebiete[0])] if a.gebiete else []
    gebiete += [(ganz, "", b.kreis[0].gebiet)] if b.kreis and (not gebiete or b.vergleich) else []
    teile = []
    for ebene, schnitt, gebiet in gebiete:
        werte = sichten.gebietswerte(a.bestand, gewaehlt, ebene, a.raumprinzip, schnitt)
        teile.append(werte.filter(pl.col("gebiet") == gebiet))
    if b.neben:
        ebene, schnitt, gebiet = gebiete[0]
        neben = sichten.nebenwerte(a.bestand, gewaehlt, ebene, schnitt)
        teile.append(neben.filter(pl.col("gebiet") == gebiet))
    return Gebietswerte.validate(pl.concat(teile))


def _stichtag(b: Blick) -> pl.DataFrame:
    """All areas of the level at the Stichtag."""
    a = b.auswahl
    werte = sichten.gebietswerte(a.bestand, a.kennzahl, a.ebene, a.raumprinzip, a.einteilung)
    return werte.filter(pl.col("stichtag") == b.stichtag)


def _werte(a: Auswahl, rahmen: pl.DataFrame) -> Werte:
    gewaehlt, bestand = a.kennzahl, a.bestand
    return Werte(
        rahmen,
        f"{gewaehlt.titel}, {bestand.region.name}",
        tuple(quellen.erklaerung(gewaehlt, bestand)),
        tuple(hinweise.fuer_datei(rahmen, gewaehlt, bestand, a.ebene, a.einteilung)),
    )


def pruefe(a: Auswahl, b: Blick | None, art: str) -> Blick:
    """The view a link asks for. Raises `KeineAnsicht` where there is nothing to draw."""
    if b is None:
        raise KeineAnsicht(f"Zu „{a.kennzahl.kurz}“ gibt es in {a.bestand.region.name} zurzeit keine Zahlen.")
    if art == RANGFOLGE and a.ist_ganzes:
        raise KeineAnsicht(
            f"Für {a.bestand.ganzes.den_ganzen} allein gibt es keine Rangfolge. Bitte eine feinere Ebene wählen."
        )
    return b
