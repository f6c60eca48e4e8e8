"""What a link asks for, resolved against what there is. Unknown or forbidden values fall back with a sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analysis import gliederungen, sichten
from analysis.bestand import Bestand
from analysis.einteilungen import bezeichnung, versionssatz
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import STUFEN, Kennzahl
from models.grundzahlen import EINWOHNER
from models.tabellen import Region
from models.vokabular import INSGESAMT, Ebene, Einteilungsstand, Raumprinzip

PARAMETER = (
    "region",
    "kennzahl",
    "ebene",
    "gebiet",
    "jahr",
    "stichtag",
    "raumprinzip",
    "einteilung",
    "fassung",
    "altersgruppe",
    "geschlecht",
)
"""Query parameters of the Contract that this module reads; all pages share them."""

EBENENNAMEN: dict[str, str] = {
    Ebene.LAND: "Land",
    Ebene.KREIS: "Kreis",
    Ebene.PLANUNGSRAUM: "Planungsräume",
    Ebene.GEMEINDE: "Gemeinden",
}

_VORBEI = (Einteilungsstand.ABGELOEST, Einteilungsstand.VERWORFEN)
BUND = "de"
"""The whole of Germany as a region of a link."""

_WEITER_OBEN = {Ebene.BUND: "Deutschland", Ebene.LAND: "das Land"}


@dataclass(frozen=True)
class Auswahl:
    """What a page shows."""

    bestand: Bestand
    kennzahl: Kennzahl
    ebene: str
    einteilung: str
    raumprinzip: str
    stichtag: date | None
    stichtage: tuple[date, ...]
    gebiete: tuple[str, ...]
    altersgruppe: str = INSGESAMT
    geschlecht: str = INSGESAMT

    @property
    def ist_ganzes(self) -> bool:
        """Whether the level has one area only, the whole of the region."""
        return self.ebene == self.bestand.ganzes.ebene

    @property
    def mehrzahl(self) -> str:
        """What the areas of the level are called, in the plural."""
        return ebenenname(self.bestand, self.ebene)

    @property
    def einteilungsname(self) -> str:
        """Name of the Einteilung if its Planungsräume are shown, else empty."""
        if self.ebene != Ebene.PLANUNGSRAUM:
            return ""
        return next((bezeichnung(e) for e in self.bestand.einteilungen if e.id == self.einteilung), "")

    @property
    def gliederung(self) -> dict[str, str]:
        """The age group and the sex that are looked at."""
        return {"altersgruppe": self.altersgruppe, "geschlecht": self.geschlecht}

    @property
    def als_parameter(self) -> dict[str, list[str]]:
        """The selection as query parameters, for links to other pages."""
        werte = {
            "region": [self.bestand.region.slug],
            "kennzahl": [self.kennzahl.id],
            "ebene": [self.ebene],
            "raumprinzip": [self.raumprinzip],
            "gebiet": list(self.gebiete),
        }
        if self.stichtag is not None:
            ganzjaehrig = (self.stichtag.month, self.stichtag.day) == (12, 31)
            werte["jahr" if ganzjaehrig else "stichtag"] = [
                str(self.stichtag.year) if ganzjaehrig else self.stichtag.isoformat()
            ]
        if self.ebene == Ebene.PLANUNGSRAUM and self.einteilung != self.bestand.region.haupteinteilung_id:
            werte["einteilung"] = [self.einteilung]
        werte |= {n: [w] for n, w in self.gliederung.items() if w != INSGESAMT}
        return {name: liste for name, liste in werte.items() if liste}


def ebenenname(bestand: Bestand, ebene: str) -> str:
    """What a level is called: its areas in the plural, or the word of the whole of the region."""
    if ebene == bestand.ganzes.ebene:
        return bestand.ganzes.wort
    return "Kreise" if ebene == Ebene.KREIS else EBENENNAMEN[ebene]


def waehle_region(
    wert: str, regionen: Sequence[Region], suche: Callable[[str], Region | None] = lambda _: None
) -> tuple[Region, list[str]]:
    """The region of a link by slug or key (`suche`: one that is not set up); else the first one, with a sentence."""
    gefunden = next((r for r in regionen if wert in (r.slug, r.kreis_ags)), None) or (suche(wert) if wert else None)
    if gefunden is not None:
        return gefunden, []
    erste = regionen[0]
    if not wert:
        return erste, []
    if wert == BUND:
        return erste, [f"Zahlen für ganz Deutschland gibt es hier noch nicht. Sie sehen {erste.name}."]
    return erste, [f"Die Region „{wert}“ aus dem Link gibt es hier nicht. Sie sehen {erste.name}."]


def loese_auf(
    parameter: Mapping[str, Sequence[str]], bestand: Bestand, erlaubt: Callable[[Kennzahl], bool] = lambda _: True
) -> tuple[Auswahl, list[str]]:
    """Resolve the parameters of a link for a region, with one sentence for every value that had to give way."""
    hinweise: list[str] = []
    erster = {name: werte[0] for name, werte in parameter.items() if werte}
    gewaehlt = _kennzahl(
        erster.get("kennzahl", ""), lambda k: erlaubt(k) and sichten.vorhanden(bestand, k), bestand, hinweise
    )
    gebiete = list(parameter.get("gebiet", ()))
    ebene = _ebene(erster.get("ebene", ""), gebiete, gewaehlt, bestand, hinweise)
    ganzes = str(bestand.ganzes.ebene)
    if gewaehlt.nur_kreis and ebene not in (Ebene.KREIS, ganzes):
        if erster.get("ebene") or gebiete:
            sehen = "das ganze Land" if ganzes == Ebene.LAND else "den Kreis"
            hinweise.append(f"„{gewaehlt.kurz}“ gibt es nur für den Kreis im Ganzen. Sie sehen {sehen}.")
        ebene, gebiete = ganzes, []
    einteilung = _einteilung(erster.get("einteilung", ""), ebene, bestand, hinweise)
    if ebene == Ebene.PLANUNGSRAUM and not einteilung:
        hinweise.append(f"{bestand.region.name} hat noch keine Planungsräume. Sie sehen {EBENENNAMEN[Ebene.GEMEINDE]}.")
        ebene = Ebene.GEMEINDE
    raumprinzip = _raumprinzip(erster.get("raumprinzip", ""), gewaehlt, bestand, hinweise)
    tage = sichten.stichtage(bestand, gewaehlt, ebene)
    if not tage and ebene != ganzes and (tage := sichten.stichtage(bestand, gewaehlt)):
        den = bestand.ganzes.den_ganzen
        hinweise.append(f"„{gewaehlt.kurz}“ liegt nur für {den} vor. Sie sehen {den}.")
        ebene, gebiete = ganzes, []
    tag = _stichtag(erster, tage, gewaehlt, bestand, hinweise)
    bekannte = _gebiete(gebiete, ebene, einteilung, bestand, hinweise)
    _pruefe_fassung(erster.get("fassung", ""), gewaehlt, bestand, hinweise)
    teil = gliederungen.loese(erster, bestand, gewaehlt, ebene, raumprinzip, hinweise)
    return Auswahl(bestand, gewaehlt, ebene, einteilung, raumprinzip, tag, tage, bekannte, *teil), hinweise


def _kennzahl(wert: str, erlaubt: Callable[[Kennzahl], bool], bestand: Bestand, hinweise: list[str]) -> Kennzahl:
    gefunden = kennzahl(wert)
    if gefunden is not None and erlaubt(gefunden):
        return gefunden
    moeglich = [k for k in KENNZAHLEN if erlaubt(k)]
    # A region that was never set up has no Freigabe; its population is what there is to see.
    oeffentlich = [k for k in moeglich if k.id == EINWOHNER] if not bestand.eingerichtet else []
    erste = (oeffentlich or moeglich)[0]
    if wert:
        hinweise.append(f"Die Kennzahl „{wert}“ aus dem Link gibt es hier nicht. Sie sehen „{erste.kurz}“.")
    return erste


def sinnvolle_ebene(bestand: Bestand, gewaehlt: Kennzahl) -> Ebene:
    """The level a page opens at: the coarser of the region's and the record's, among those the region has."""
    der_region = bestand.region.feinste_ebene
    region = Ebene(der_region) if der_region in bestand.ebenen else Ebene.GEMEINDE
    hoechstens = min(STUFEN.index(region), STUFEN.index(gewaehlt.sinnvolle_ebene))
    return [bestand.ganzes.ebene, *(e for e in bestand.ebenen if STUFEN.index(e) <= hoechstens)][-1]


def ist_feiner(ebene: str, als: str) -> bool:
    """Whether a level is finer than another one."""
    return STUFEN.index(Ebene(ebene)) > STUFEN.index(Ebene(als))


def _ebene(wert: str, gebiete: Sequence[str], gewaehlt: Kennzahl, bestand: Bestand, hinweise: list[str]) -> str:
    standard = sinnvolle_ebene(bestand, gewaehlt)
    if wert in bestand.ebenen:
        return wert
    if not wert:
        orte = {g.ags for g in bestand.gemeinden}
        return Ebene.GEMEINDE if gebiete and all(g in orte for g in gebiete) else standard
    if wert in (Ebene.BUND, Ebene.LAND):
        hinweise.append(
            f"Für {_WEITER_OBEN[Ebene(wert)]} liegen noch keine Zahlen vor. Sie sehen {ebenenname(bestand, standard)}."
        )
    elif wert == Ebene.PLANUNGSRAUM:
        hinweise.append(
            f"Für {bestand.region.name} gibt es keine Einteilung in Planungsräume. "
            f"Sie sehen {ebenenname(bestand, standard)}."
        )
    else:
        hinweise.append(f"Die Ebene „{wert}“ aus dem Link gibt es nicht. Sie sehen {ebenenname(bestand, standard)}.")
    return standard


def _einteilung(wert: str, ebene: str, bestand: Bestand, hinweise: list[str]) -> str:
    haupt = bestand.region.haupteinteilung_id or ""
    gefunden = next((e for e in bestand.einteilungen if e.id == wert), None)
    if gefunden is not None and ebene == Ebene.PLANUNGSRAUM and gefunden.stand in _VORBEI:
        hinweise.append(
            f"Sie sehen die Einteilung „{gefunden.name}“, {versionssatz(gefunden)}. Sie ist nicht in Kraft."
        )
    if not wert or gefunden is not None:
        return wert or haupt
    hinweise.append(f"Die Einteilung „{wert}“ aus dem Link gibt es nicht mehr. Sie sehen die aktuelle.")
    return haupt


def moegliche_raumprinzipien(gewaehlt: Kennzahl, bestand: Bestand) -> list[str]:
    """The Raumprinzipien that the Kennzahl and every one of its Lieferungen have."""
    vorhanden = [
        set(bestand.veroeffentlicht[g].angaben.raumprinzipien)
        for g in gewaehlt.grundzahlen
        if g in bestand.veroeffentlicht
    ]
    return [str(p) for p in gewaehlt.raumprinzipien if all(p in menge for menge in vorhanden)] or [
        str(gewaehlt.raumprinzipien[0])
    ]


def _raumprinzip(wert: str, gewaehlt: Kennzahl, bestand: Bestand, hinweise: list[str]) -> str:
    moeglich = moegliche_raumprinzipien(gewaehlt, bestand)
    if wert in moeglich:
        return wert
    statt = f"Sie sehen die Zählung nach {moeglich[0].capitalize()}."
    if wert in tuple(Raumprinzip):
        hinweise.append(f"„{gewaehlt.kurz}“ wurde nicht nach {wert.capitalize()} erhoben. {statt}")
    elif wert:
        hinweise.append(f"„{wert}“ ist keine Zählung, die es gibt. {statt}")
    return moeglich[0]


def _stichtag(
    erster: Mapping[str, str], tage: Sequence[date], gewaehlt: Kennzahl, bestand: Bestand, hinweise: list[str]
) -> date | None:
    if not tage:
        return None
    ganze = bestand.volle_einwohnerstichtage if gewaehlt.id == EINWOHNER else tage
    gelieferte = [t for t in tage if t in ganze and _geliefert(t, gewaehlt, bestand)] or list(tage)
    if "stichtag" in erster:
        genau = [t for t in tage if t.isoformat() == erster["stichtag"]]
        wunsch = erster["stichtag"]
    elif "jahr" in erster:
        genau = [t for t in tage if str(t.year) == erster["jahr"]]
        wunsch = erster["jahr"]
    else:
        return gelieferte[-1]
    if genau:
        return genau[-1]
    hinweise.append(f"Für {wunsch} gibt es keine Zahlen. Sie sehen den Stichtag {gelieferte[-1]:%d.%m.%Y}.")
    return gelieferte[-1]


def _geliefert(tag: date, gewaehlt: Kennzahl, bestand: Bestand) -> bool:
    return all(
        g not in bestand.veroeffentlicht or tag.isoformat() in bestand.veroeffentlicht[g].freigabe.stichtage
        for g in gewaehlt.grundzahlen
    )


def _gebiete(
    werte: Sequence[str], ebene: str, einteilung: str, bestand: Bestand, hinweise: list[str]
) -> tuple[str, ...]:
    vorhanden = {gebiet for _, gebiet, _ in bestand.zeilen(ebene, einteilung)}
    bekannte = tuple(w for w in werte if w in vorhanden)
    fehlend = [w for w in werte if w not in vorhanden]
    if fehlend:
        hinweise.append(
            f"Das Gebiet „{fehlend[0]}“ aus dem Link gibt es auf dieser Ebene nicht. "
            f"Sie sehen {'die übrigen Gebiete' if bekannte else bestand.ganzes.den_ganzen}."
        )
    return bekannte


def _pruefe_fassung(wert: str, gewaehlt: Kennzahl, bestand: Bestand, hinweise: list[str]) -> None:
    fassungen = [
        bestand.veroeffentlicht[g].freigabe.fassung for g in gewaehlt.grundzahlen if g in bestand.veroeffentlicht
    ]
    if wert and fassungen and wert != str(max(fassungen)):
        hinweise.append(f"Der Link meint Fassung {wert}. Sie sehen die gültige Fassung {max(fassungen)}.")
