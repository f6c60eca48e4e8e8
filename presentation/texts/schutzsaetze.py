"""What a small or protected number means, for readers without statistics: one function a meaning.

Panels, tables, text alternatives, pictures and workbooks take their words from here.
"""

from typing import Final

from analysis.intervalle import Unterschied
from analysis.kennzahlen.formeln import ANTEIL_AB
from analysis.kennzahlen.kennzahl import Kennzahl, Verb
from analysis.vergleiche import Entwicklung
from presentation.texts.zahlen import GESCHUETZT_WORT, ist_zahl, rund, spanne, zahl

NICHT_GENANNT: Final = "Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."
GERUNDET: Final = "Die Zahl ist gerundet, damit niemand erkannt wird."
VERAENDERT: Final = "Zum Schutz einzelner Personen sind kleine Fallzahlen leicht verändert."
SUMMEN: Final = "Summen stimmen mit den angezeigten Einzelwerten überein."
VERAENDERUNG: Final = "Die Veränderung liegt im Bereich der Rundung und ist nicht aussagekräftig."
AMTLICH: Final = "Die amtliche Statistik rundet auf Vielfache von 5. Kleine Unterschiede zu deren Zahlen sind normal."
NACH_HERKUNFT: Final = (
    "„Hier leben“ heißt nach Herkunft gezählt: Diese Menschen haben hier gelebt, bevor die Hilfe begann."
)


def personen(anzahl: int) -> str:
    """ "1 Person", "4 Personen"."""
    return "1 Person" if anzahl == 1 else f"{zahl(anzahl)} Personen"


def personensatz(
    wert: float | None, von: float | None, bis: float | None, status: str, kennzahl: Kennzahl, raumprinzip: str
) -> str:
    """A count of people with its bounds as a sentence; empty for Plätze and where there is no number at all.

    0..4 -> "Hier leben höchstens 4 Personen. Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."
    """
    if kennzahl.oeffentlich or wert is None or von is None or bis is None:
        return ""
    return spannensatz(wert, von, bis, status, kennzahl.verb(raumprinzip))


def spannensatz(wert: float, von: float, bis: float, status: str, verb: Verb | None = None) -> str:
    """A number of people with its bounds as a sentence: exact, rounded, or so small that only its bounds are told.

    Without a `verb` nothing is said about what the people do here.
    """
    unten, oben = int(von), int(bis)
    if unten == oben:
        return f"{_hier(verb, oben)} genau {personen(oben)}{_danach(verb)}."
    if ist_zahl(wert, von, bis, status):
        grenzen = f"mindestens {zahl(unten)} und höchstens {zahl(oben)}"
        menge = f"{rund(wert)} Personen{_danach(verb)}, {grenzen}"
        return f"{_hier(verb, oben)} {menge}. {GERUNDET}"
    menge = f"{spanne(unten, oben)} Personen" if unten else f"höchstens {personen(oben)}"
    return f"{_hier(verb, oben)} {menge}{_danach(verb)}. {NICHT_GENANNT}"


def _hier(verb: Verb | None, anzahl: int) -> str:
    if verb is None:
        return "Das ist" if anzahl == 1 else "Das sind"
    return f"Hier {verb.einzahl if anzahl == 1 else verb.mehrzahl}"


def _danach(verb: Verb | None) -> str:
    return f" {verb.danach}" if verb is not None and verb.danach else ""


def quotensatz(kennzahl: Kennzahl, k: int) -> str:
    """Why a rate or share of few people is not shown: it would be unsure. This is about reliability, not secrecy."""
    if kennzahl.art == "anteil":
        return f"Für weniger als {max(ANTEIL_AB, 2 * k)} Personen zeigen wir keinen Anteil: Er wäre zu unsicher."
    wert = f"Wert je {zahl(kennzahl.faktor)}"
    return f"Für weniger als {2 * k} Personen zeigen wir keinen {wert}: Er wäre zu unsicher."


def nullsatz(hoechstens: int) -> str:
    """What a 0 in a file means; on screen it reads "0 bis 4"."""
    return f"0 bedeutet: keine oder höchstens {personen(hoechstens)}."


def rundung(k: int, abweichung: int | None = None, schwelle: int = 0) -> str:
    """How small numbers were rounded; `abweichung`: the general bound of what is shown, in persons (0: none).

    `schwelle`: below it a number is a multiple of k (`models.schutz`): k, or 2k where a cell is a whole Gemeinde.
    """
    kleine = "Der Wert 1 wird" if k == 2 else f"Werte von 1 bis {max(k, schwelle) - 1} werden"
    stufen = f"0, {k} oder {schwelle}" if schwelle > k else f"0 oder {k}"
    satz = f"{VERAENDERT} {kleine} nicht ausgewiesen, sondern auf {stufen} gesetzt. {SUMMEN}"
    if abweichung is None:
        return f"{satz} Eine Gemeinde kann vom wahren Wert abweichen, höchstens um {k - 1}."
    if not abweichung:
        return satz
    return f"{satz} Einzelne Werte können vom wahren Wert abweichen, hier höchstens um {abweichung}."


def eigener_planungsraum(abweichung: int) -> str:
    """What a Planungsraum is that the rounding did not know; `abweichung`: its public bound in persons."""
    return (
        "Ihr Planungsraum ist die Summe der geschützten Gemeindewerte. Er kann deshalb um einige Personen vom wahren "
        f"Wert abweichen, hier höchstens um {abweichung}."
    )


def veraenderungssatz(stand: Entwicklung | None) -> str:
    """Said of a change that the rounding alone could make; empty else."""
    if stand is None or stand.frueher is None or stand.urteil != Unterschied.UNSICHER:
        return ""
    enden = (stand.jetzt.von, stand.jetzt.bis, stand.frueher.von, stand.frueher.bis)
    if any(ende is None for ende in enden) or (stand.jetzt.exakt and stand.frueher.exakt):
        return ""
    jetzt_von, jetzt_bis, damals_von, damals_bis = (float(ende or 0) for ende in enden)
    return VERAENDERUNG if jetzt_von <= damals_bis and damals_von <= jetzt_bis else ""


def alt_zusatz(mit_spanne: bool, mit_geschuetzt: bool) -> str:
    """What a text alternative adds where a range or the word "geschützt" stands in place of a number; empty else."""
    if mit_spanne:
        return f"Wo eine Spanne steht: {NICHT_GENANNT}"
    return f"„{GESCHUETZT_WORT}“: zu wenige Menschen für einen sicheren Wert." if mit_geschuetzt else ""
