"""P11, P12, P16: whether a meeting was accessible. States of kinds, never a number of people."""

from analysis.beteiligung.anteil import Anteil, Grund, anteil
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen, sitzungen
from analysis.beteiligung.werte import Barriereeintrag, Barrierefreiheit
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Sitzung
from models.gremienworte import Barriereart, Barrierestand

_RANG = {str(art): n for n, art in enumerate(Barriereart)}


def bereitgestellt(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Barrierefreiheit:
    """P11: kinds provided among those asked for, each meeting for itself. No row: not counted.

    What is still only "angefragt" after the meeting is unknown: nobody entered what became of it.
    """
    alle = sitzungen(bestand, ausschnitt)
    je_sitzung = [_eintraege(bestand, s) for s in alle]
    eintraege = tuple(e for einer in je_sitzung for e in einer)
    return Barrierefreiheit(
        anteil([_ist_bereit(e.stand) for e in eintraege], Grund.NICHTS_ANGEFRAGT if alle else Grund.KEINE_SITZUNG),
        sum(e.stand == Barrierestand.TEILWEISE for e in eintraege),
        sum(e.stand == Barrierestand.FEHLTE for e in eintraege),
        sum(not einer for einer in je_sitzung),
        eintraege,
    )


def leichte_sprache(bestand: Gremienbestand, ausschnitt: Ausschnitt, schwellen: Schwellen) -> Anteil:
    """P12: meetings whose papers in Leichte Sprache went out early enough. No day entered: k. A."""
    return anteil([_rechtzeitig(s, schwellen.tage) for s in sitzungen(bestand, ausschnitt)], Grund.KEINE_SITZUNG)


def entschaedigt(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Anteil:
    """P16: meetings with an allowance that was paid. No row: k. A."""
    return anteil([_gezahlt(bestand, s) for s in sitzungen(bestand, ausschnitt)], Grund.KEINE_SITZUNG)


def _eintraege(bestand: Gremienbestand, sitzung: Sitzung) -> list[Barriereeintrag]:
    alle = (b for b in bestand.barrieren.get(sitzung.id, ()) if b.art != Barriereart.AUFWANDSENTSCHAEDIGUNG)
    return [Barriereeintrag(sitzung, b.art, b.stand) for b in sorted(alle, key=lambda b: _RANG[b.art])]


def _rechtzeitig(sitzung: Sitzung, tage: int) -> bool | None:
    am = sitzung.unterlagen_ls_am
    return None if am is None else (sitzung.datum - am).days >= tage


def _gezahlt(bestand: Gremienbestand, sitzung: Sitzung) -> bool | None:
    alle = bestand.barrieren.get(sitzung.id, ())
    return next((_ist_bereit(b.stand) for b in alle if b.art == Barriereart.AUFWANDSENTSCHAEDIGUNG), None)


def _ist_bereit(stand: str) -> bool | None:
    return None if stand == Barrierestand.ANGEFRAGT else stand == Barrierestand.BEREITGESTELLT
