"""The line of the Überblick about duties: how many are overdue or unproven this year, and what is due next."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from analysis.pflichten.stand import Sicht, zaehle
from models.pflichttabellen import Pflicht
from models.pflichtworte import GETAN, Pflichtart, Pflichtstatus
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import stueck
from presentation.texts.pflichtworte import VERDECKT
from presentation.texts.zahlen import datum

_GENANNT: Final = {
    Pflichtstatus.UEBERFAELLIG: "überfällig",
    Pflichtstatus.WIDERSPRUECHLICH: "widersprüchlich",
    Pflichtstatus.RECHTSSTAND_PRUEFEN: "mit Rechtsstand zu prüfen",
    Pflichtstatus.KEIN_BELEG: "ohne Beleg",
}
"""What a Dezernat looks for, the most urgent first."""


def zeile(sichten: Sequence[Sicht], kommend: Sequence[tuple[date, Pflicht, str]], heute: date) -> str:
    """ "Fristen 2026: 1 überfällig, 3 ohne Beleg, nächste: … am 31.12.2026."; empty without duties.

    `sichten`: what this reader may see; of what is kept back nothing is said. `kommend`: the next days on which
    something is due (day, duty, instance), the earliest first.
    """
    pflichten = [s for s in sichten if s.jahr == heute.year and s.pflicht.art == Pflichtart.PFLICHT]
    if not pflichten:
        return ""
    gezaehlt = zaehle(pflichten)
    verdeckt = sum(s.verdeckt for s in pflichten)
    teile = [f"{gezaehlt[status]} {wort}" for status, wort in _GENANNT.items() if gezaehlt.get(status)]
    if Pflichtstatus.UEBERFAELLIG not in gezaehlt and len(pflichten) > verdeckt:
        teile.insert(0, "keine gezeigte Pflicht überfällig")
    if verdeckt:
        teile.append(f"{verdeckt} {VERDECKT}")
    getan = {(s.pflicht.rule, s.instanz) for s in sichten if s.status in GETAN}
    for tag, pflicht, instanz in kommend:
        if (pflicht.rule, instanz) not in getan:
            teile.append(f"nächste: {schlicht(pflicht.titel)} am {datum(tag)}")
            break
    return f"Fristen {heute.year}: {', '.join(teile)}."


def unterzeile(sichten: Sequence[Sicht], heute: date) -> str:
    """How many duties are meant, the day, and whether something invented is among the evidence."""
    pflichten = [s for s in sichten if s.jahr == heute.year and s.pflicht.art == Pflichtart.PFLICHT]
    erfunden = ", Nachweise teils synthetisch" if any(s.synthetisch for s in pflichten) else ""
    return f"{stueck(len(pflichten), 'Pflicht', 'Pflichten')}, Stand {datum(heute)}{erfunden}"
