"""Where a number comes from: the lines Quelle, Stand and Schutz under every chart and in every file."""

from collections.abc import Mapping
from datetime import date

from analysis import sichten
from analysis.auswahl import Auswahl
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import k_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.kennzahlen.merkmalswerte import insgesamt
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.merkmale import MERKMALE
from models.paket import GESCHUETZT_VON
from models.schutz import Eckwert, Schutzangaben
from models.vokabular import Basis
from presentation.texts import quellschutz, schutzsaetze
from presentation.texts.befunde import NACH
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.zahlen import datum

BASIS_TEXT: dict[str, str] = {
    Basis.VZ1987: "Fortschreibung auf Grundlage der Volkszählung 1987",
    Basis.ZENSUS2011: "Fortschreibung auf Grundlage des Zensus 2011",
    Basis.ZENSUS2022: "Zensus 2022 oder Fortschreibung auf seiner Grundlage",
    Basis.REGISTER: "Melderegister",
    Basis.SYNTHETISCH: "synthetische Daten",
}
"""What a population figure rests on, in words."""

ZEICHEN_OEFFENTLICH = "k. A. keine Angabe, x nicht anwendbar, … liegt nicht vor"
"""Signs in files of figures that nothing protects."""


def basistext(basis: str) -> str:
    """What a figure rests on and comes from, in words: the column `basis` of a value."""
    teile = [BASIS_TEXT.get(teil, teil) for teil in basis.split(", Einwohner: ")]
    grundlage, trenner, quelle_ = teile[0].partition(": ")
    if trenner and grundlage == Basis.SYNTHETISCH and "synthetisch" in quelle_.lower():
        teile[0] = quelle_
    elif trenner and grundlage in BASIS_TEXT:
        teile[0] = f"{quelle_} ({BASIS_TEXT[grundlage]})"
    return ", Einwohner: ".join(teile)


def lieferant(eintrag: Mapping[str, str]) -> str:
    """One source of a Freigabe: who delivered when, and who protected the numbers if that happened elsewhere."""
    text = f"{eintrag['absender']}, Lieferung vom {datum(date.fromisoformat(eintrag['eingegangen_am']))}"
    return f"{text}, geschützt geliefert von {eintrag[GESCHUETZT_VON]}" if GESCHUETZT_VON in eintrag else text


def quelle(kennzahl: Kennzahl, bestand: Bestand, basen: list[str], grenzquelle: str = "") -> str:
    """Who delivered what; which population stands below; credit of the boundaries."""
    teile = []
    lieferanten = {
        lieferant(q)
        for g in kennzahl.grundzahlen
        if g in bestand.veroeffentlicht
        for q in bestand.veroeffentlicht[g].freigabe.quellen
    }
    teile += sorted(lieferanten)
    oeffentliche = {e.quelle for g in kennzahl.grundzahlen for e in _eckwerte(bestand, g)}
    if oeffentliche:
        teile.append(f"öffentliche Eckwerte: {', '.join(sorted(oeffentliche))}")
    bekannte = [basistext(b) for b in basen if b]
    if kennzahl.merkmal:
        teile += bekannte
    elif bekannte and (kennzahl.band is not None or kennzahl.id == EINWOHNER):
        teile.append(f"Einwohner: {', '.join(bekannte)}")
    if grenzquelle:
        teile.append(f"Grenzen {grenzquelle}")
    return "; ".join(teile) or "Zurzeit keine veröffentlichte Lieferung."


def _eckwerte(bestand: Bestand, grundzahl: str) -> tuple[Eckwert, ...]:
    veroeffentlicht = bestand.veroeffentlicht.get(grundzahl)
    return veroeffentlicht.angaben.eckwerte if veroeffentlicht else ()


def stand(kennzahl: Kennzahl, bestand: Bestand, stichtag: date) -> str:
    """Stichtag, day of publication and Fassung."""
    freigaben = [bestand.veroeffentlicht[g].freigabe for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    text = datum(stichtag)
    if freigaben:
        neueste = max(freigaben, key=lambda f: f.veroeffentlicht_am)
        text += f", veröffentlicht am {datum(neueste.veroeffentlicht_am.date())}, Fassung {neueste.fassung}"
    return text


def schutz(kennzahl: Kennzahl, bestand: Bestand, ebene: str = "", einteilung: str = "") -> str:
    """How the small numbers are protected, with the k that was used, and whether the Kreis total is exact.

    With an `ebene` the general bound of what is shown there; without one that of a Gemeinde.
    """
    if kennzahl.merkmal:
        rundung = MERKMALE[kennzahl.merkmal].rundung
        gerundet = f" Die Quelle rundet sie auf ein Vielfaches von {rundung}." if rundung > 1 else ""
        return f"Öffentliche Zahl, gezeigt wie von der Quelle veröffentlicht.{gerundet}"
    if kennzahl.oeffentlich:
        return "Öffentliche Zahl, nicht gerundet."
    angaben = [bestand.veroeffentlicht[g].angaben for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    k = max((a.k for a in angaben), default=k_der(kennzahl, bestand.regeln))
    grenze = max((a.schwelle for a in angaben), default=k)
    fremd = {tag: art for a in angaben for tag, art in a.quellschutz.items()}
    vorher = "".join(f" {satz}" for satz in quellschutz.saetze(fremd))
    if all(g in GRUNDZAHLEN and GRUNDZAHLEN[g].nur_kreis for g in kennzahl.grundzahlen):
        return f"{schutzsaetze.rundung(k, 0, grenze)} Zahlen über {grenze} sind genau.{vorher}"
    genau = (
        f"Die Summe {bestand.ganzes.des} ist genau."
        if angaben and all(a.eckwerte_exakt for a in angaben)
        else f"Auch die Summe {bestand.ganzes.des} ist gerundet."
    )
    abweichung = sichten.groesste_abweichung(bestand, kennzahl, ebene, einteilung) if ebene and angaben else None
    return f"{schutzsaetze.rundung(k, abweichung, grenze)} {genau}{vorher}"


def zeilen(auswahl: Auswahl, basen: list[str], mit_karte: bool = False) -> list[tuple[str, str]]:
    """Quelle, Stand and Schutz of a selection, as heading and text."""
    grenzen = auswahl.bestand.grenzquelle(auswahl.ebene, auswahl.einteilung) if mit_karte else ""
    paare = [("Quelle", quelle(auswahl.kennzahl, auswahl.bestand, basen, grenzen))]
    if auswahl.stichtag is not None:
        paare.append(("Stand", stand(auswahl.kennzahl, auswahl.bestand, auswahl.stichtag)))
    return [*paare, ("Schutz", schutz(auswahl.kennzahl, auswahl.bestand, auswahl.ebene, auswahl.einteilung))]


def summe_des_kreises(grundzahl: str, angaben: Schutzangaben) -> str:
    """How exact the Kreis total of a Freigabe is, in a word or two."""
    if angaben.eckwerte_exakt:
        return "genau"
    return f"genau über {angaben.schwelle}" if GRUNDZAHLEN[grundzahl].nur_kreis else "gerundet"


def erklaerung(kennzahl: Kennzahl, bestand: Bestand) -> list[tuple[str, str]]:
    """Heading and text of everything a file must say about its numbers, the synthetic mark first."""
    art = "Öffentliche Zahlen" if kennzahl.oeffentlich else "Veröffentlichte, geschützte Zahlen"
    paare = [("Hinweis", SYNTHETISCH if bestand.synthetisch else art)]
    paare += [
        ("Kennzahl", kennzahl.titel),
        ("Bedeutung", kennzahl.bedeutung),
        ("Einheit", kennzahl.einheit),
        ("Zählweise", kennzahl.zaehlweise),
        ("Stichtag", kennzahl.stichtag),
        ("Quelle", quelle(kennzahl, bestand, _basen(kennzahl, bestand))),
        ("Schutz", schutz(kennzahl, bestand)),
        ("Zeichen", ZEICHEN_OEFFENTLICH if kennzahl.oeffentlich else f"• geschützt, {ZEICHEN_OEFFENTLICH}"),
    ]
    paare += [("Bruch", f"{b.jahr}: {b.text}") for b in kennzahl.brueche]
    paare += [("Vorsicht", h) for h in kennzahl.hinweise]
    return paare


def _basen(kennzahl: Kennzahl, bestand: Bestand) -> list[str]:
    """Everything that figures of a Kennzahl may rest on."""
    einwohner = sorted(bestand.einwohner["basis"].unique())
    if not kennzahl.merkmal:
        return einwohner
    reihen = sorted(insgesamt(bestand.merkmale, kennzahl.merkmal)["reihe"].unique())
    nenner = ", ".join(basistext(b) for b in einwohner)
    return [*reihen, *([f"Einwohner: {nenner}"] if kennzahl.band is not None and nenner else [])]


def zaehlung(kennzahl: Kennzahl, raumprinzip: str) -> str:
    """Where people are counted, and what a value is measured by."""
    nach = f"{NACH[raumprinzip]}; " if len(kennzahl.raumprinzipien) > 1 else ""
    text = f"{nach}{kennzahl.einheit}"
    return text[0].upper() + text[1:]
