"""The pictures of one Gremium: seats beside presence, groups over the meetings, meetings by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from analysis.gremien.auswahl import loese_auf
from analysis.gremien.bestand import Gremienbestand, lade
from analysis.gremien.lage import Gremienlage, lage
from models.gremientabellen import Sitzung
from models.gremienworte import Gruppe
from presentation import gremienbilder
from presentation.ansichten import anwesenheitsrahmen, eingetragen, zusammenarbeit
from presentation.ansichten.bogen import Bogen, Datenreihe, Reihen, Tafel
from presentation.ansichten.eingetragen import Paar, Regionsblick
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.besuch import SPALTEN
from presentation.exports.dateiname import dateiname
from presentation.texts import anwesenheit as texte
from presentation.texts import anwesenheitstafeln as tafeln
from presentation.texts import eingetragen as worte
from presentation.texts.anwesenheitstafeln import anwesend
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import GRUPPEN, SYNTHETISCH
from presentation.texts.zahlen import datum

SEITE: Final = "gremien"
PLAETZE: Final = "plaetze"
ANWESENDE: Final = "anwesende"
JAHRE: Final = "jahre"
MEISTE_SITZUNGEN: Final = 3
"""Most meetings whose bars can be told apart beside each other on a slide."""
PLATZTAFEL: Final = "Vereinbarte Plätze und Anwesende nach Gruppen"
NICHTS: Final = (texte.NICHT_EINGETRAGEN, "Zu dieser Gruppe ist für diese Sitzung nichts eingetragen.")


@dataclass(frozen=True)
class Blick(Regionsblick):
    """One Gremium of a region on a day."""

    bestand: Gremienbestand
    lage: Gremienlage

    @property
    def name(self) -> str:
        """The Gremium and its region, for a line below a finding."""
        return f"{schlicht(self.lage.gremium.name)}, {self.regionsname}"

    @property
    def letzte(self) -> list[Sitzung]:
        """The meetings beside the seats, oldest first."""
        return [s for s, _ in self.lage.gehalten[-tafeln.GEZEIGT :]]

    @property
    def erfunden(self) -> bool:
        """Whether the Gremium itself is invented, and so its seats."""
        return self.lage.gremium.synthetisch


def plaetze(b: Blick) -> Bogen | None:
    """Seats beside presence at the latest meetings."""
    sitze = b.bestand.sitze.get(b.lage.gremium.id, ())

    def rahmen() -> pl.DataFrame:
        gruppen = tafeln.gruppen_der_plaetze(b.lage)
        zeilen = [*anwesenheitsrahmen.platzzeilen(b.lage.gremium.id, b.lage.plaetze, gruppen, b.erfunden)]
        for n, (sitzung, da) in enumerate(b.lage.gehalten[-tafeln.GEZEIGT :][::-1]):
            zeilen += anwesenheitsrahmen.sitzungszeilen(sitzung, da, gruppen, sprach=n == 0)
        return anwesenheitsrahmen.rahmen(zeilen)

    zusatz = f" {texte.OHNE_JEDE_ZAHL}" if texte.ohne_jede_zahl(b.lage) else ""
    return eingetragen.bogen(
        _stelle(b, PLAETZE),
        _stamm(b, b.letzte, PLAETZE),
        texte.platzbefund(b.lage),
        _unterzeile(b, b.letzte),
        bild=partial(gremienbilder.platzbild, b.lage),
        tafel=lambda: eingetragen.tafel(PLATZTAFEL, tafeln.plaetze(b.lage)),
        rahmen=rahmen,
        titel=f"Plätze und Anwesende, {b.name}",
        angaben=_angaben(b, b.letzte, texte.ZU_PLAETZEN + zusatz, [s.quelle for s in sitze]),
        synthetisch=_erfunden(b, b.letzte),
        zeichen=_zeichen(tafeln.plaetze(b.lage), worte.MINDESTENS),
    )


def anwesende(b: Blick) -> Bogen | None:
    """Groups over the meetings."""
    gehalten = [s for s, _ in b.lage.gehalten]

    def tafel() -> Tafel:
        return eingetragen.tafel("Anwesende je Sitzung nach Gruppen", tafeln.anwesende(b.lage))

    def rahmen() -> pl.DataFrame:
        gruppen = dict.fromkeys([str(Gruppe.SELBSTVERTRETUNG), *b.lage.gruppen])
        return anwesenheitsrahmen.rahmen(
            [z for s, da in b.lage.gehalten for z in anwesenheitsrahmen.sitzungszeilen(s, da, tuple(gruppen))]
        )

    return eingetragen.bogen(
        _stelle(b, ANWESENDE),
        _stamm(b, gehalten, ANWESENDE),
        texte.verlaufsbefund(b.lage.gehalten) if gehalten else "",
        _unterzeile(b, gehalten),
        bild=partial(gremienbilder.besuchsbild, b.lage),
        tafel=tafel,
        rahmen=rahmen,
        titel=f"Anwesende, {b.name}",
        angaben=_angaben(
            b, gehalten, texte.WAS_BALKEN_SAGEN + (f" {texte.NUR_LETZTE}" if len(gehalten) > SPALTEN else "")
        ),
        synthetisch=_erfunden(b, gehalten),
        zeichen=_zeichen(tafeln.anwesende(b.lage), gremienbilder.AB),
        zahlen=lambda: _reihen_der_anwesenden(b.lage),
    )


def jahre(b: Blick) -> Bogen | None:
    """Meetings by year: held, cancelled, planned."""
    alle = b.bestand.sitzungen.get(b.lage.gremium.id, ())
    if not b.lage.jahre:
        return None
    return eingetragen.bogen(
        _stelle(b, JAHRE),
        _stamm(b, alle, JAHRE),
        texte.jahrbefund(b.lage.jahre),
        _unterzeile(b, alle, "eingetragene Sitzungen"),
        bild=partial(gremienbilder.jahresbild, b.lage),
        tafel=lambda: eingetragen.tafel("Sitzungen nach Jahren", tafeln.jahre(b.lage.jahre), zahlen=True),
        rahmen=lambda: pl.DataFrame(
            [
                {"gremium": b.lage.gremium.id, "jahr": j.jahr, "ausgang": ausgang, "sitzungen": zahl}
                for j in b.lage.jahre
                for ausgang, zahl in _ausgaenge(j.stattgefunden, j.ausgefallen, j.geplant).items()
            ]
        ),
        titel=f"Sitzungen nach Jahren, {b.name}",
        angaben=_angaben(b, alle, texte.ZU_JAHREN),
        synthetisch=_erfunden(b, alle),
        legende=texte.ZEICHEN_DER_JAHRE,
        zahlen=lambda: _reihen_der_jahre(b.lage),
    )


def _ausgaenge(stattgefunden: int, ausgefallen: int, geplant: int) -> dict[str, int]:
    return {"fand statt": stattgefunden, "ausgefallen": ausgefallen, "geplant": geplant}


def _reihen_der_jahre(stand: Gremienlage) -> Reihen:
    """What became of the meetings of each year, the oldest year first; what never happened is no series."""
    je = [_ausgaenge(j.stattgefunden, j.ausgefallen, j.geplant) for j in stand.jahre]
    reihen = [
        Datenreihe(name, tuple(float(j[name]) for j in je), worte=tuple(str(j[name]) for j in je))
        for name in je[0]
        if any(j[name] for j in je)
    ]
    return Reihen("stapel", tuple(str(j.jahr) for j in stand.jahre), tuple(reihen), "Sitzungen")


def _reihen_der_anwesenden(stand: Gremienlage) -> Reihen | None:
    """Each group with a bar a meeting, oldest first; k. A. and lower bounds are gaps with their word.

    None where so many bars could not be told apart: then the picture alone is taken along.
    """
    gruppen = stand.gruppen
    if not gruppen or len(stand.gehalten) > MEISTE_SITZUNGEN or not any(a.nach_gruppen for _, a in stand.gehalten):
        return None
    reihen = []
    for sitzung, da in stand.gehalten:
        felder = [gremienbilder.feld(anwesend(da, g)) for g in gruppen]
        genau = [None if (zahl := anwesend(da, g)) is None else zahl.genau for g in gruppen]
        reihen.append(
            Datenreihe(
                datum(sitzung.datum) + (f" ({SYNTHETISCH})" if sitzung.synthetisch else ""),
                tuple(None if n is None else float(n) for n in genau),
                worte=tuple(f.text for f in felder),
            )
        )
    return Reihen("balken", tuple(GRUPPEN[g] for g in gruppen), tuple(reihen), "Anwesende")


def _stelle(b: Blick, art: str) -> Stelle:
    return stelle(SEITE, {"region": [b.region], "gremium": [b.lage.gremium.id]}, art)


def _stamm(b: Blick, sitzungen: Sequence[Sitzung], art: str) -> str:
    jahre_ = [s.datum.year for s in sitzungen]
    wann = "-".join(str(j) for j in dict.fromkeys((min(jahre_), max(jahre_)))) if jahre_ else ""
    return dateiname("gremien", b.lage.gremium.kurz, b.region, wann, art, synthetisch=_erfunden(b, sitzungen))


def _erfunden(b: Blick, sitzungen: Sequence[Sitzung]) -> bool:
    return b.erfunden or any(s.synthetisch for s in sitzungen)


def _unterzeile(b: Blick, sitzungen: Sequence[Sitzung], was: str = "Sitzungen") -> str:
    return " · ".join([b.name, *([worte.zeitraum(sitzungen, was)] if sitzungen else [])])


def _angaben(b: Blick, sitzungen: Sequence[Sitzung], bedeutung: str, stellen: Sequence[str] = ()) -> list[Paar]:
    """What is counted and what it does not say, source, Stand, protection, and which meetings are invented."""
    letzte = b.lage.letzte[0].datum if b.lage.letzte else None
    gehalten = [(s, b.bestand.anwesenheit(s)) for s in sitzungen]
    herkunft = texte.gemischt(gehalten)
    return [
        ("Bedeutung", bedeutung),
        ("Quelle", worte.quelle([*stellen, *(s.quelle for s in sitzungen if not s.synthetisch)])),
        ("Stand", worte.stand(b.lage.heute, letzte)),
        ("Schutz", worte.SCHUTZ),
        *([("Herkunft", herkunft)] if herkunft else []),
    ]


def _zeichen(zeilen: Sequence[dict[str, object]], untere_grenze: str) -> list[Paar]:
    """The signs in words that stand in the table and the picture. `untere_grenze`: that of a lower bound."""
    leer = any(z == texte.NICHT_EINGETRAGEN for zeile in zeilen for z in zeile.values())
    return [*worte.zeichen(zeilen, untere_grenze), *([NICHTS] if leer else [])]


_BILDER: Final = {PLAETZE: plaetze, ANWESENDE: anwesende, JAHRE: jahre}
ARTEN: Final = (*_BILDER, *zusammenarbeit.BILDER)


def aus_link(s: Stelle, gebiete: Bestand, heute: date) -> Bogen:
    """The view of a link on the page Gremien whose `art` is one of `ARTEN`. Raises `KeineAnsicht`."""
    bestand = lade(gebiete.region.slug)
    if s.art in zusammenarbeit.BILDER:
        return zusammenarbeit.aus_link(s, gebiete, bestand, heute)
    gremium = next(iter(s.werte.get("gremium", ())), "")
    gewaehlt, saetze = loese_auf({"gremium": gremium}, bestand, gebiete.region.name, heute)
    eingetragen.lehne_ab(saetze, "Gremien")
    if gewaehlt.gremium is None:
        return eingetragen.pruefe(None, "Gremien")
    return eingetragen.pruefe(
        _BILDER[s.art](Blick(gebiete, bestand, lage(bestand, gewaehlt.gremium, heute))), "Gremien"
    )
