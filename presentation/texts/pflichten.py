"""Words of the page Fristen: its headline, what the seven words mean, and what the list does not say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from analysis.pflichten.stand import NICHT_FREIGEGEBEN, Sicht, belegbar, naechste, zaehle
from models.gremientabellen import Vereinbarung
from models.pflichttabellen import Rechtsgrundlage
from models.pflichtworte import Pflichtstatus
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.pflichtworte import NICHT_BELEGBAR, STATUSWORTE, VERDECKT
from presentation.texts.zahlen import datum

WARUM_VERDECKT: Final = (
    "„nicht freigegeben“ heißt: Der Träger und der Kreis haben noch nicht beide zugestimmt, dass hier steht, wie es um "
    "diese Pflicht steht. Über die Pflicht selbst sagt das nichts."
)
SCHUTZ: Final = "Nur Tage, Stellen und Anzahlen. Keine Namen, nichts über einzelne Menschen."
WAS_ES_HEISST: Final = (
    "Die Liste zeigt, was hier eingetragen ist. Sie zeigt nicht, was ohne Eintrag getan wurde, und nicht, wie gut."
)
RECHTE: Final = "Rechte und Anregungen: keine Pflicht"
ZU_RECHTEN: Final = "Wer ein Recht nicht nutzt oder einer Anregung nicht folgt, versäumt nichts."
ZU_WIDERSPRUECHEN: Final = "Jede Stelle steht hier, wie sie geschrieben ist. Keine wird bevorzugt, keine gemittelt."
GANZER_WORTLAUT: Final = "Die gekürzten Stellen im ganzen Wortlaut"
ZU_GRUNDLAGEN: Final = (
    "„zu prüfen“ heißt: Der Text der Vorschrift wurde für diese Liste nicht gelesen. Die Angaben ersetzen keine "
    "Rechtsberatung."
)
ZUM_STREIFEN: Final = (
    "Jedes Zeichen steht auf dem letzten Tag, den eine Klausel nennt. Wann etwas wirklich getan wurde, sagt die Liste."
)
NICHT_ZUM_MITNEHMEN: Final = (
    "Mitnehmen lässt sich dieses Bild nicht: Von dem, was es zeigt, ist nichts für alle freigegeben."
)
ZUR_VORSCHAU: Final = "So beginnt das Jahr nach dem, was heute eingetragen ist. Neues kommt dazu."

ZUM_KALENDER: Final = (
    "Der Kalender enthält die Fristen, die geplanten Sitzungen und die Erinnerungen 14 Tage vorher, für dieses und das "
    "nächste Jahr. Outlook und andere Programme lesen ihn."
)

BEDEUTUNG: Final[dict[Pflichtstatus, str]] = {
    Pflichtstatus.UEBERFAELLIG: "Der letzte Tag ist vorbei, und wer zuständig ist, hat selbst eingetragen, dass es "
    "fehlt. Bei Sitzungen: Eingetragen sind weniger, als vereinbart ist.",
    Pflichtstatus.WIDERSPRUECHLICH: "Zwei Quellen sagen Verschiedenes, oder ein Eintrag passt nicht zur Klausel. "
    "Beides bleibt stehen.",
    Pflichtstatus.RECHTSSTAND_PRUEFEN: "Das Gesetz hinter der Klausel wurde geändert. Was seitdem gilt, hat noch "
    "niemand eingetragen.",
    Pflichtstatus.KEIN_BELEG: "Hier ist kein Nachweis eingetragen. Das heißt nicht, dass es nicht getan wurde.",
    Pflichtstatus.OFFEN: "Dafür ist noch Zeit, auch am letzten Tag selbst.",
    Pflichtstatus.ERFUELLT: "Ein Eintrag belegt, dass es getan ist. Kam es später, steht dabei, um wie viele Tage.",
    Pflichtstatus.NICHT_ANWENDBAR: "In diesem Jahr gibt es dazu nichts zu tun.",
}
"""The seven words, the most urgent first."""

_ZAHLEN: Final = ("", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_BEI: Final = {1: "einer", 2: "zweien", 3: "dreien"}


def _wort(n: int) -> str:
    return _ZAHLEN[n] if n < len(_ZAHLEN) else str(n)


def _pflichten(n: int) -> str:
    return f"{_wort(n)} {'Pflicht' if n == 1 else 'Pflichten'}"


def _bei(n: int) -> str:
    return f"{'einer' if n == 1 else _wort(n)} {'Pflicht' if n == 1 else 'Pflichten'}"


def befund(pflichten: Sequence[Sicht], jahr: int, heute: date, wer: str = "") -> str:
    """The headline: what needs somebody first, at most two things; then the good news, never more than is shown.

    `wer`: who is looked at, if not all.
    """
    vor = f"{jahr}, {wer}" if wer else str(jahr)
    zahl = zaehle(pflichten)
    if jahr > heute.year:
        return f"{vor}: {_pflichten(len(pflichten))} {'steht' if len(pflichten) == 1 else 'stehen'} an"
    verdeckt = sum(s.verdeckt for s in pflichten)
    teile = _dringendes(zahl)
    if teile:
        rest = [f"{_wort(verdeckt)} {'ist' if verdeckt == 1 else 'sind'} {VERDECKT}"] if verdeckt else []
        return f"{vor}: {', '.join([*teile[:2], *rest])}"
    if not zahl:
        if verdeckt:
            return f"{vor}: {NICHT_FREIGEGEBEN.rstrip('.')}"
        return f"{vor}: keine Pflicht, die sich belegen lässt" if pflichten else f"{vor}: keine Pflicht"
    offen = zahl.get(Pflichtstatus.OFFEN, 0)
    if offen:
        return f"{vor}: {_pflichten(offen)} {'ist' if offen == 1 else 'sind'} offen, keine gezeigte ist überfällig"
    getan = zahl.get(Pflichtstatus.ERFUELLT, 0)
    if not getan:
        return f"{vor}: keine gezeigte Pflicht ist anwendbar"
    if getan == 1:
        return f"{vor}: die eine gezeigte Pflicht ist erfüllt"
    welche = "gezeigten " if verdeckt else "anwendbaren " if Pflichtstatus.NICHT_ANWENDBAR in zahl else ""
    if not (welche or all(belegbar(s.pflicht) for s in pflichten)):
        welche = "belegbaren "
    return f"{vor}: {'beide' if getan == 2 else f'alle {_wort(getan)}'} {welche}Pflichten sind erfüllt"


def _dringendes(zahl: Mapping[Pflichtstatus, int]) -> list[str]:
    """What needs somebody, as parts of one sentence; the first names the noun."""
    teile: list[str] = []
    if n := zahl.get(Pflichtstatus.UEBERFAELLIG):
        teile.append(f"{_pflichten(n)} {'ist' if n == 1 else 'sind'} überfällig")
    for status, ende in (
        (Pflichtstatus.KEIN_BELEG, "fehlt ein Beleg"),
        (Pflichtstatus.WIDERSPRUECHLICH, "widersprechen sich die Angaben"),
        (Pflichtstatus.RECHTSSTAND_PRUEFEN, "ist der Rechtsstand zu prüfen"),
    ):
        if n := zahl.get(status):
            teile.append(f"bei {_BEI.get(n, _wort(n)) if teile else _bei(n)} {ende}")
    return teile


def zaehlsatz(pflichten: Sequence[Sicht]) -> str:
    """How many stand where: "14 Pflichten: 1 überfällig, 2 kein Beleg, 10 erfüllt, 1 nicht belegbar."."""
    zahl = zaehle(pflichten)
    teile = [f"{n} {STATUSWORTE[s]}" for s in BEDEUTUNG if (n := zahl.get(s))]
    for n, wort in (
        (sum(not s.verdeckt and not belegbar(s.pflicht) for s in pflichten), NICHT_BELEGBAR),
        (sum(s.verdeckt for s in pflichten), VERDECKT),
    ):
        teile += [f"{n} {wort}"] if n else []
    return f"{len(pflichten)} {'Pflicht' if len(pflichten) == 1 else 'Pflichten'}: {', '.join(teile)}."


def unterzeile(vereinbarungen: Sequence[Vereinbarung], regionsname: str, heute: date, synthetisch: bool) -> str:
    """What is looked at: agreement, region, day."""
    namen = aufzaehlung([schlicht(v.name) for v in vereinbarungen]) or regionsname
    marke = " · Belege der Vorführung sind synthetisch" if synthetisch else ""
    return f"{namen} · Stand {datum(heute)}{marke}"


def streifenbefund(pflichten: Sequence[Sicht], jahr: int, heute: date) -> str:
    """What is due next in the year, as far as it may be open; in other years what the picture shows."""
    if jahr != heute.year:
        return f"Die Tage, an denen {jahr} etwas fällig {'war' if jahr < heute.year else 'wird'}"
    kommend = [s for s in naechste(pflichten, heute, len(pflichten)) if s.faellig and s.faellig.year == jahr]
    if not kommend:
        if any(s.verdeckt for s in pflichten):
            return f"Von den gezeigten Pflichten wird bis Ende {jahr} keine mehr fällig, die offen ist"
        return f"Bis Ende {jahr} wird nichts fällig, was noch offen ist"
    tag = kommend[0].faellig
    weitere = sum(s.faellig == tag for s in kommend) - 1
    mehr = f" und {_wort(weitere)} weitere" if weitere else ""
    return f"Als Nächstes fällig, am {datum(tag)}: {schlicht(kommend[0].pflicht.titel)}{mehr}"


def ohne_tag(pflichten: Sequence[Sicht]) -> str:
    """How many duties no clause gives a day, so that they are not on the strip; empty without any."""
    n = sum(s.faellig is None for s in pflichten)
    if not n:
        return ""
    wer = "Für eine Pflicht nennt" if n == 1 else f"Für {_pflichten(n)} nennt"
    return f"{wer} die Quelle keinen Tag. Sie {'steht' if n == 1 else 'stehen'} nur in der Liste."


def zu_dateien(sieht_mehr: bool, wer: str) -> str:
    """In what the files differ from the picture above. `wer`: who is looked at, if not all."""
    saetze = []
    if sieht_mehr:
        saetze.append(
            "Die Dateien zeigen nur, was alle sehen dürfen: keine eigenen Termine und keinen Stand, der nicht "
            "freigegeben ist."
        )
    if wer:
        saetze.append(f"Die Dateien zeigen alle Zuständigen, nicht nur: {wer}.")
    return " ".join(saetze)


def verdecktbefund(n: int) -> str:
    """How many duties are told without how they stand."""
    return f"Noch nicht für außen freigegeben: {_pflichten(n)}"


def leer(jahr: int, wer: str) -> str:
    """What is said where a year, or who is looked at, has no duty."""
    if wer:
        return f"Für „{wer}“ ist {jahr} keine Pflicht eingetragen. Wählen Sie unter „Zuständig“ alle."
    return f"Keine Regel der Region nennt etwas für {jahr}. Wählen Sie oben ein anderes Jahr."


def noch_keine(regionsname: str) -> tuple[str, str]:
    """Headline and sentence of a region without rules."""
    return (
        f"{regionsname}: noch keine Pflichten eingetragen",
        "Pflichten kommen als Datei dazu: Was ist vereinbart, wo steht es, bis wann und wer ist zuständig.",
    )


def widerspruchsbefund(n: int) -> str:
    """How many questions the sources answer differently."""
    if n == 1:
        return "Bei einer Frage sagen die Quellen Verschiedenes"
    return f"Bei {_wort(n)} Fragen sagen die Quellen Verschiedenes"


def grundlagenbefund(alle: Sequence[Rechtsgrundlage]) -> str:
    """How many norms were read, and how many are to be checked."""
    gelesen = sum(g.gelesen for g in alle)
    return f"Rechtsgrundlagen: {gelesen} gelesen, {len(alle) - gelesen} zu prüfen"


def quelle(vereinbarungen: Sequence[Vereinbarung]) -> str:
    """Where the list comes from."""
    namen = aufzaehlung([schlicht(v.name) for v in vereinbarungen])
    return " ".join(([f"{namen}."] if namen else []) + ["Sitzungen und Nachweise, wie sie hier eingetragen sind."])
