"""From the duties as somebody may see them, and the own dates, to the picture of a year."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from analysis.pflichten.stand import Sicht
from models.pflichttabellen import Termin
from models.pflichtworte import Pflichtstatus
from presentation.charts.diagramm import Diagramm
from presentation.charts.jahresstreifen import Form, Marke, jahresstreifen
from presentation.farben import STATUSFARBE, Modus
from presentation.texts.freitext import schlicht
from presentation.texts.pflichtworte import statuswort
from presentation.texts.zahlen import datum

EIGENER_TERMIN: Final = "eigener Termin"
ZEICHEN: Final[dict[str | None, tuple[Form, str]]] = {
    Pflichtstatus.UEBERFAELLIG: (Form.DREIECK, "Dreieck"),
    Pflichtstatus.WIDERSPRUECHLICH: (Form.RAUTE, "Raute"),
    Pflichtstatus.OFFEN: (Form.QUADRAT, "Quadrat"),
    Pflichtstatus.RECHTSSTAND_PRUEFEN: (Form.DREIECK_UNTEN, "Dreieck nach unten, leer"),
    Pflichtstatus.KEIN_BELEG: (Form.RING_MIT_LUECKEN, "Ring mit Lücken"),
    None: (Form.STRICH, "Strich"),
    Pflichtstatus.NICHT_ANWENDBAR: (Form.RING, "Ring"),
    Pflichtstatus.ERFUELLT: (Form.SCHEIBE, "Scheibe"),
}
"""Shape of each status (None: kept back) and its word, what needs eyes first on top of a stack."""
FAHNE: Final = "Fahne"
ANZAHL: Final = "Zahl in schmalen Fenstern: so viele an diesem Tag"

KURZ: Final[dict[str, str]] = {
    "KoK tagt mindestens zweimal im Jahr": "KoK mindestens zweimal",
    "KoK tagt ein- bis zweimal im Jahr": "KoK ein- bis zweimal",
    "Geschäftsführung der KoK wechselt alle zwei Jahre": "Geschäftsführung wechselt",
    "KobTI tagt zweimal im Jahr": "KobTI zweimal",
    "Schulabgänge des Folgejahres benennen": "Schulabgänge",
    "Zahl der Leistungsberechtigten nach der Regelaltersgrenze mitteilen": "Nach Regelaltersgrenze",
    "Zahl aller Leistungsberechtigten aus dem Kreis mitteilen": "Alle Leistungsberechtigten",
    "LSP tagt jährlich": "LSP jährlich",
    "Kooperationsvereinbarung alle fünf Jahre erneuern": "Vereinbarung erneuern",
    "Dem Ministerium alle drei Jahre berichten": "Bericht an das Ministerium",
}
"""Names in the picture, by the title as it is entered. Any other title is cut at a word."""
LAENGSTER: Final = 28
"""Most letters of a name in the picture."""


def jahresbild(
    sichten: Sequence[Sicht], termine: Sequence[Termin], jahr: int, heute: date, modus: Modus
) -> Diagramm | None:
    """Duties due in the year and own dates of it; None without any day in it."""
    reihenfolge = list(ZEICHEN)
    faellige = sorted(
        ((s.faellig, s) for s in sichten if s.faellig and s.faellig.year == jahr),
        key=lambda f: (f[0], reihenfolge.index(f[1].status), f[1].pflicht.rule, f[1].instanz),
    )
    eigene = sorted((t for t in termine if t.datum.year == jahr), key=lambda t: (t.datum, t.id))
    if not faellige and not eigene:
        return None
    marken = [Marke(tag, kurzname(s.pflicht.titel), ZEICHEN[s.status][0], _farbe(s)) for tag, s in faellige]
    marken += [Marke(t.datum, kurzname(t.titel), Form.FAHNE) for t in eigene]
    saetze = [(tag, f"{s.pflicht.titel} ({statuswort(s.status)})") for tag, s in faellige]
    saetze += [(t.datum, f"{t.titel} ({_terminwort(t)})") for t in eigene]
    anzahlen = modus != "druck" and len({m.tag for m in marken}) < len(marken)
    spec = jahresstreifen(marken, jahr, heute=heute, modus=modus)
    return Diagramm(spec, _alt(saetze, jahr, heute), (_legende([s for _, s in faellige], bool(eigene), anzahlen),))


def kurzname(titel: str) -> str:
    """The name of a duty or date in the picture."""
    if titel in KURZ or len(titel) <= LAENGSTER:
        return KURZ.get(titel, titel)
    anfang = titel[:LAENGSTER].rpartition(" ")[0] or titel[: LAENGSTER - 1]
    return f"{anfang.rstrip(' ,;:')}…"


def _farbe(sicht: Sicht) -> str:
    return STATUSFARBE[sicht.status] if sicht.status else ""


def _terminwort(termin: Termin) -> str:
    return f"{EIGENER_TERMIN}, erledigt" if termin.erledigt_am else EIGENER_TERMIN


def _alt(saetze: Sequence[tuple[date, str]], jahr: int, heute: date) -> str:
    """Every sign in words, day by day."""
    kopf = f"Fristen und eigene Termine {jahr}" + (f", heute ist der {datum(heute)}" if heute.year == jahr else "")
    tage = groupby(sorted(saetze, key=lambda s: s[0]), key=lambda s: s[0])
    return " ".join([f"{kopf}.", *(f"{tag:%d.%m.}: {schlicht('; '.join(t for _, t in alle))}." for tag, alle in tage)])


def _legende(sichten: Sequence[Sicht], mit_terminen: bool, anzahlen: bool) -> str:
    """The shapes in words, as far as they stand in the picture. `anzahlen`: so may numbers, which print has not."""
    da = {s.status for s in sichten}
    worte = [f"{form}: {statuswort(Pflichtstatus(s) if s else None)}" for s, (_, form) in ZEICHEN.items() if s in da]
    worte += [f"{FAHNE}: {EIGENER_TERMIN}"] if mit_terminen else []
    worte += [ANZAHL] if anzahlen else []
    return ". ".join(worte) + "."
