"""What a view of things people entered says about itself outside the page: source, Stand, signs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from models.gremientabellen import Sitzung
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KEINE_ANGABE
from presentation.texts.zahlen import datum

QUELLE: Final = "Register der Gremien und Sitzungen, eingetragen in Sozialraumblick."
QUELLE_DER_ANTWORTEN: Final = "Gemeinsame Antworten der vier Seiten, eingetragen in Sozialraumblick."
SCHUTZ: Final = "Nur Stellen, Gruppen und Anzahlen. Keine Namen, nichts über einzelne Menschen."
OHNE_ANGABE: Final = (KEINE_ANGABE, "keine Angabe: nicht bekannt. 0 heißt: niemand.")
"""Sign and sentence."""
MINDESTENS: Final = "mindestens"
KLEINSTE: Final = "mindestens so viele. Von einem Teil der Anwesenden fehlt die Zahl."


def zeichen(zeilen: Iterable[Mapping[str, object]], untere_grenze: str) -> list[tuple[str, str]]:
    """Sign and sentence of what is in a table of counts. `untere_grenze`: the sign of a lower bound in the picture."""
    zellen = [str(z) for zeile in zeilen for z in zeile.values()]
    fertig = [(untere_grenze, KLEINSTE)] if any(MINDESTENS in z for z in zellen) else []
    return [*fertig, *([OHNE_ANGABE] if any(KEINE_ANGABE in z for z in zellen) else [])]


def stand(heute: date, letzte: date | None) -> str:
    """From when the entries are, with the latest meeting among them."""
    return f"wie am {datum(heute)} eingetragen" + (f", letzte Sitzung {datum(letzte)}" if letzte else "")


def quelle(stellen: Iterable[str], allgemein: str = QUELLE) -> str:
    """Where it was entered, and the papers that the entries name."""
    namen = [schlicht(s) for s in dict.fromkeys(stellen) if s]
    return f"{allgemein} Genannt ist: {aufzaehlung(namen)}." if namen else allgemein


def zeitraum(sitzungen: Sequence[Sitzung], was: str = "Sitzungen") -> str:
    """The meetings that are shown, oldest first in `sitzungen`: their day, or the first and the last one."""
    if len(sitzungen) == 1:
        return f"Sitzung am {datum(sitzungen[0].datum)}"
    return f"{len(sitzungen)} {was}, {datum(sitzungen[0].datum)} bis {datum(sitzungen[-1].datum)}"
