"""The figures of participation and the rated items as files for people."""

from analysis.beteiligung.werte import Beteiligung
from analysis.gremien.bestand import Gremienbestand
from presentation.exports import tabelle
from presentation.texts import beteiligungsseite as texte
from presentation.texts import beteiligungstafeln as tafeln
from presentation.texts.dateiangaben import hinweis


def kennzahlen(b: Beteiligung, wer: str, format_: str) -> bytes:
    """The sixteen figures in words, as one of `tabelle.FORMATE`."""
    return tabelle.als_datei(
        tafeln.als_rahmen(b), format_, f"Beteiligung, {wer}", _erklaerung(b, texte.KEIN_GESAMTWERT)
    )


def stufen(bestand: Gremienbestand, b: Beteiligung, wer: str, format_: str) -> bytes:
    """The rated items, one row each, as one of `tabelle.FORMATE`."""
    werte = tafeln.punkte_als_rahmen(bestand, b.punkte)
    return tabelle.als_datei(werte, format_, f"Stufen der Beteiligung, {wer}", _erklaerung(b, texte.ZU_STUFEN))


def _erklaerung(b: Beteiligung, bedeutung: str) -> list[tuple[str, str]]:
    """The synthetic mark first, then what it means, how it is protected, where it comes from."""
    marke = hinweis(bool(b.erfundene))
    return [*marke, ("Bedeutung", bedeutung), ("Schutz", texte.SCHUTZ), ("Quelle", texte.QUELLE)]
