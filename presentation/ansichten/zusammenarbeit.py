"""The pictures of the yearly check of the co-operation: one year, and one statement over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand
from analysis.gremien import zusammenarbeit as analyse
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.zusammenarbeit import Jahresbefund, Sichtweise
from data_access.gremien.vorschlag import ist_vorschlag
from models.bewertungsrahmen import Antworten
from presentation.ansichten import eingetragen
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.eingetragen import Paar, Regionsblick
from presentation.ansichten.stelle import Stelle, stelle
from presentation.charts.diagramm import Diagramm
from presentation.charts.vier_sichten import Zeile, vier_sichten
from presentation.exports.dateiname import dateiname
from presentation.farben import Modus
from presentation.texts import eingetragen as worte
from presentation.texts import zusammenarbeit as texte
from presentation.texts.zahlen import datum

SEITE: Final = "gremien"
ANSICHT: Final = "zusammenarbeit"
JAHR: Final = "bewertungsjahr"
ORDNUNG: Final = "ordnung"
AUSSAGE: Final = "aussage"
PARAMETER: Final = (JAHR, ORDNUNG, AUSSAGE)
"""Parameters that only this view of the page reads."""
ORDNUNGEN: Final = {"nummer": "Reihenfolge der Aussagen", "abstand": "größter Abstand zuerst"}
ANTWORTEN: Final = "antworten"
REIHE: Final = "aussage"
BILDER: Final = (ANTWORTEN, REIHE)
TABELLE: Final = "Antworten in Worten"
REIHENTABELLE: Final = "Eine Aussage über die Jahre"


@dataclass(frozen=True)
class Blick(Regionsblick):
    """The answers of a region, and those of one year."""

    alle: dy.DataFrame[Antworten]
    befund: Jahresbefund
    heute: date
    vorschlag: bool
    """Whether the statements of the year are those of the product."""

    def geordnet(self, ordnung: str) -> Sequence[Sichtweise]:
        """The statements of the year."""
        return analyse.nach_abstand(self.befund.sichten) if ordnung == "abstand" else self.befund.sichten

    def reihe(self, nummer: int) -> Sequence[Sichtweise]:
        """What was answered under a number over the years."""
        return analyse.reihe(self.alle, nummer)

    @property
    def vorn(self) -> int:
        """The statement that is looked at over the years as long as nobody chose one: that of the widest gap."""
        return next(iter(self.befund.weiteste), self.befund.sichten[0]).nummer


def blick_auf(gebiete: Bestand, bestand: Gremienbestand, jahr: int, heute: date) -> Blick:
    """The answers of a year."""
    alle = analyse.antworten(bestand.e.fragen, bestand.e.bewertungen)
    fragen = analyse.gefragt(bestand.e.fragen, jahr)
    vorschlag = bool(fragen) and all(map(ist_vorschlag, fragen))
    return Blick(gebiete, alle, analyse.befund(alle, jahr), heute, vorschlag)


def antworten(b: Blick, ordnung: str = "nummer") -> Bogen | None:
    """All statements of a year, each with the answers of the four sides."""
    sichten = b.geordnet(ordnung)

    def bild(modus: Modus) -> Diagramm:
        zeilen = [Zeile(f"{s.nummer}. {s.text}", dict(s.werte)) for s in sichten]
        titel = texte.unterzeile(b.befund, str(b.befund.jahr))
        return vier_sichten(zeilen, titel=titel, modus=modus, tabelle=TABELLE)

    return eingetragen.bogen(
        _stelle(b, ANTWORTEN, {ORDNUNG: ordnung} if ordnung != next(iter(ORDNUNGEN)) else {}),
        dateiname("zusammenarbeit", b.region, str(b.befund.jahr), ANTWORTEN, synthetisch=bool(b.befund.erfunden)),
        texte.bildtitel(b.befund),
        f"{b.befund.jahr} · {texte.unterzeile(b.befund, b.regionsname)}",
        bild=bild,
        tafel=lambda: eingetragen.tafel(TABELLE, texte.antworttafel(b.befund, sichten)),
        rahmen=lambda: _rahmen(b, pl.col("jahr") == b.befund.jahr),
        titel=f"Zusammenarbeit im Gesamtplanverfahren {b.befund.jahr}, {b.regionsname}",
        angaben=_angaben(b, " ".join(texte.BEDEUTUNG)),
        synthetisch=bool(b.befund.erfunden),
        legende=texte.SCHLUESSEL,
    )


def aussage(b: Blick, nummer: int) -> Bogen | None:
    """One statement over the years."""
    reihe = b.reihe(nummer)
    erfunden = any(s.synthetisch for s in reihe)
    frage = f"{nummer}. {reihe[-1].text}"

    def bild(modus: Modus) -> Diagramm:
        neu = {s.jahr for s in texte.brueche(reihe)}
        zeilen = [Zeile(texte.jahr(s), dict(s.werte), texte.BRUCH if s.jahr in neu else "") for s in reihe]
        return vier_sichten(zeilen, titel=frage, modus=modus, tabelle=REIHENTABELLE)

    return eingetragen.bogen(
        _stelle(b, REIHE, {AUSSAGE: str(nummer)}),
        dateiname("zusammenarbeit", b.region, REIHE, str(nummer), synthetisch=erfunden),
        texte.reihentitel(reihe),
        f"„{frage}“ · {b.regionsname}, Überprüfung der Zusammenarbeit im Gesamtplanverfahren",
        bild=bild,
        tafel=lambda: eingetragen.tafel(f"{REIHENTABELLE}: {frage}", texte.reihentafel(reihe)),
        rahmen=lambda: _rahmen(b, pl.col("nummer") == nummer),
        titel=f"Zusammenarbeit im Gesamtplanverfahren, Aussage {nummer}, {b.regionsname}",
        angaben=_angaben(b, " ".join((*texte.bruchsaetze(reihe), texte.REIHE_BEDEUTUNG))),
        synthetisch=erfunden,
        legende=texte.SCHLUESSEL,
        zeichen=_zeichen(reihe),
    )


def _rahmen(b: Blick, welche: pl.Expr) -> pl.DataFrame:
    """The answers with the region; remarks stand apart on the page and are not part of a picture."""
    werte = texte.dateirahmen(b.alle.filter(welche)).drop("anmerkung")
    return werte.insert_column(0, pl.Series("region", [b.region] * len(werte), pl.String))


def _stelle(b: Blick, art: str, mehr: dict[str, str]) -> Stelle:
    parameter = {"region": b.region, "ansicht": ANSICHT, JAHR: str(b.befund.jahr), **mehr}
    return stelle(SEITE, {name: [wert] for name, wert in parameter.items()}, art)


def _angaben(b: Blick, bedeutung: str) -> list[Paar]:
    return [
        ("Bedeutung", bedeutung),
        (
            "Quelle",
            f"{worte.QUELLE_DER_ANTWORTEN} Aussagen: {texte.VORSCHLAG}" if b.vorschlag else worte.QUELLE_DER_ANTWORTEN,
        ),
        ("Stand", f"wie am {datum(b.heute)} eingetragen"),
        ("Schutz", worte.SCHUTZ),
    ]


def _zeichen(sichten: Sequence[Sichtweise]) -> list[Paar]:
    offen = any(wert is None for s in sichten for _, wert in s.werte)
    return [(worte.OHNE_ANGABE[0], "keine Antwort, weder Zustimmung noch Ablehnung.")] if offen else []


def aus_link(s: Stelle, gebiete: Bestand, bestand: Gremienbestand, heute: date) -> Bogen:
    """The view of a link. Raises `KeineAnsicht`."""
    jahre = [str(j) for j in analyse.jahre(analyse.antworten(bestand.e.fragen, bestand.e.bewertungen))]
    if not jahre:
        raise KeineAnsicht(f"Die Zusammenarbeit ist in {gebiete.region.name} noch nicht bewertet.")
    b = blick_auf(gebiete, bestand, int(_wert(s, JAHR, jahre[::-1], "Antworten für das Jahr")), heute)
    if s.art == ANTWORTEN:
        return eingetragen.pruefe(antworten(b, _wert(s, ORDNUNG, [*ORDNUNGEN], "Die Ordnung", ORDNUNGEN)), "Gremien")
    nummern = sorted((str(x.nummer) for x in b.befund.sichten), key=lambda n: n != str(b.vorn))
    return eingetragen.pruefe(aussage(b, int(_wert(s, AUSSAGE, nummern, "Die Aussage"))), "Gremien")


def _wert(s: Stelle, name: str, moeglich: Sequence[str], was: str, namen: Mapping[str, str] | None = None) -> str:
    """A value of the link, the first of `moeglich` without one. Raises `KeineAnsicht`. `namen`: of the values."""
    wert = next(iter(s.werte.get(name, ())), moeglich[0])
    if wert not in moeglich:
        anfang = f"{was} „{wert[:40]}“ aus dem Link gibt es in dieser Region nicht. Möglich sind:"
        genannt = ", ".join(namen[m] if namen else m for m in moeglich)
        raise KeineAnsicht(f"{anfang} {genannt}.", f"{anfang} {', '.join(moeglich)}.")
    return wert
