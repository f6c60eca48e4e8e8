"""Words of the yearly check of the co-operation: the scale, the finding, where sides see it differently."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from analysis.gremien.zusammenarbeit import MINDESTENS_FUER_MEDIAN, Jahresbefund, Sichtweise, gebrochen
from models.gremienworte import Seite
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KEINE_ANGABE, SEITEN, SYNTHETISCH
from presentation.texts.zahlen import mit_vorzeichen

STUFEN: Final[dict[int | None, str]] = {
    None: KEINE_ANGABE,
    1: "trifft nicht zu",
    2: "trifft eher nicht zu",
    3: "trifft eher zu",
    4: "trifft zu",
}
"""The answers; k. A. first, because nothing is chosen for anybody."""
ZEICHEN: Final[dict[str, str]] = {
    Seite.TRAEGER: "T",
    Seite.KREIS: "K",
    Seite.LEISTUNGSERBRINGER: "L",
    Seite.SELBSTVERTRETUNG: "S",
}
"""Letter of a side in its mark."""
SCHLUESSEL: Final = (
    "Viereck T: Träger. Raute K: Kreis. Dreieck L: Leistungserbringer. Gefüllter Kreis S: Selbstvertretung."
)
"""What the marks of the picture stand for."""
VORSCHLAG: Final = (
    "Vorschlag von Sozialraumblick, von den Partnern noch zu vereinbaren. Die Vereinbarungen nennen keine Aussagen für "
    "diese Überprüfung."
)
BEDEUTUNG: Final = (
    "Vier gemeinsame Antworten, keine Umfrage. Sie zeigen, worüber zu reden ist, nicht wer recht hat.",
    "Jede Seite antwortet einmal im Jahr gemeinsam. Wie viele Menschen dahinterstehen und wie einig sie sich sind, "
    "sagt die Antwort nicht. „k. A.“ heißt: keine Antwort. Es zählt weder als Zustimmung noch als Ablehnung.",
)
"""What the picture says and what it does not."""
REIHE_BEDEUTUNG: Final = (
    "Wer antwortet, kann von Jahr zu Jahr wechseln. Eine Stufe mehr heißt: Diese Seite sieht es günstiger als im Jahr "
    "davor. Es heißt nicht, dass sich das Verfahren messbar verbessert hat."
)
MEDIAN_BEDEUTUNG: Final = (
    "Die mittlere Antwort liegt in der Mitte, wenn man die Antworten einer Seite der Reihe nach ordnet. Alle Seiten "
    "zusammen bekommen keine gemeinsame Zahl."
)
BRUCH: Final = "neuer Wortlaut, nicht vergleichbar"
"""Words in the picture where a series begins anew."""
OHNE_MEDIAN: Final = f"weniger als {MINDESTENS_FUER_MEDIAN} Antworten"


def aussage(text: str) -> str:
    """A statement as the screen can print it: signs of Markdown are gone, an underscore (BEI_NRW) is kept."""
    return r"\_".join(schlicht(teil) for teil in text.split("_"))


def nummeriert(nummer: int, text: str) -> str:
    """A statement with its number, which Markdown would take for a list."""
    return f"{nummer}\\. {aussage(text)}"


def zitat(text: str) -> str:
    """A statement within a sentence: in quotes, without its full stop."""
    return f"„{aussage(text).removesuffix('.')}“"


def jahrestitel(befund: Jahresbefund) -> str:
    """The finding of a year: where the sides agree, and where they differ most."""
    if not befund.seiten:
        return f"{befund.jahr}: noch keine Antwort"
    if len(befund.seiten) == 1:
        return f"{befund.jahr}: bisher hat nur eine Seite geantwortet ({SEITEN[befund.seiten[0]]})"
    if befund.abstand is None:
        return f"{befund.jahr}: keine Aussage, zu der zwei Seiten geantwortet haben"
    einig = len(befund.einig)
    if not befund.weiteste:
        return f"{befund.jahr}: überall dieselbe Antwort, wo mindestens zwei Seiten geantwortet haben"
    anfang = f"einig bei {einig} von {_aussagen(len(befund.sichten))}" if einig else "bei keiner Aussage einig"
    if befund.abstand == 1:
        return f"{befund.jahr}: {anfang}, nirgends mehr als eine Stufe auseinander"
    erste, *weitere = befund.weiteste
    ende = zitat(erste.text)
    if len(weitere) == 1:
        ende += f" und {zitat(weitere[0].text)}"
    elif weitere:
        ende += f" und {len(weitere)} weiteren"
    return f"{befund.jahr}: {anfang}, am weitesten auseinander bei {ende}"


def unterzeile(befund: Jahresbefund, region: str) -> str:
    """What is counted, and whether it is invented."""
    teile = [
        f"{region}, Überprüfung der Zusammenarbeit im Gesamtplanverfahren",
        _aussagen(len(befund.sichten)),
        f"{len(befund.seiten)} von {len(Seite)} Seiten haben geantwortet",
    ]
    if befund.erfunden == befund.seiten and befund.seiten:
        teile.append(SYNTHETISCH)
    elif befund.erfunden:
        teile.append(f"{SYNTHETISCH}: {', '.join(SEITEN[s] for s in befund.erfunden)}")
    return " · ".join(teile)


def jahr(s: Sichtweise) -> str:
    """A year of a series, and whether it is invented."""
    return f"{s.jahr} ({SYNTHETISCH})" if s.synthetisch else str(s.jahr)


def bildtitel(befund: Jahresbefund) -> str:
    """The finding of the picture: how often the Selbstvertretung sees it differently."""
    if Seite.SELBSTVERTRETUNG not in befund.seiten:
        return "Die Selbstvertretung hat noch nicht geantwortet"
    anders = len(befund.anders)
    if not anders:
        return "Die Selbstvertretung liegt nirgends zwei Stufen neben einer anderen Seite"
    return f"Die Selbstvertretung sieht {_aussagen(anders)} deutlich anders als eine andere Seite"


def abweichungen(befund: Jahresbefund) -> list[str]:
    """Where the Selbstvertretung sees it differently, then where only other sides are far apart."""
    eigene = [_anders(s, Seite.SELBSTVERTRETUNG) for s in befund.anders]
    uebrige = [f"Weit auseinander bei {zitat(s.text)}: {_enden(s)}." for s in befund.ohne_selbstvertretung]
    return [*eigene, *uebrige]


def _anders(s: Sichtweise, seite: str) -> str:
    """Who is far from this side, what it says itself, and who says the same."""
    worte = dict(s.beantwortet)
    teile = [f"{SEITEN[x]} {STUFEN[worte[x]]}" for x in (*s.weit_von(seite), seite)]
    ebenso = [SEITEN[x] for x, wert in s.beantwortet if wert == worte[seite] and x != seite]
    zusatz = f" (ebenso {' und '.join(ebenso)})" if ebenso else ""
    return f"Die {SEITEN[seite]} sieht es anders bei {zitat(s.text)}: {', '.join(teile)}{zusatz}."


def _enden(s: Sichtweise) -> str:
    worte = [w for _, w in s.beantwortet]
    return ", ".join(f"{SEITEN[x]} {STUFEN[w]}" for x, w in s.beantwortet if w in (min(worte), max(worte)))


def abstand(s: Sichtweise) -> str:
    """The gap of a statement in words."""
    if s.abstand is None:
        return KEINE_ANGABE
    return "keiner" if s.abstand == 0 else "1 Stufe" if s.abstand == 1 else f"{s.abstand} Stufen"


def seit(s: Sichtweise) -> str:
    """What changed since the year before, side by side."""
    if s.neu:
        return "kein Vergleich"
    teile = [f"{SEITEN[x]} {mit_vorzeichen(n)}" for x, n in s.veraenderung if n]
    if teile:
        return ", ".join(teile)
    return "gleich" if any(n == 0 for _, n in s.veraenderung) else KEINE_ANGABE


def antworttafel(befund: Jahresbefund, sichten: Sequence[Sichtweise]) -> list[dict[str, str]]:
    """All answers of a year in words."""
    davor = befund.jahr - 1
    return [
        {"Aussage": nummeriert(s.nummer, s.text)}
        | {SEITEN[seite]: STUFEN[wert] for seite, wert in s.werte}
        | {"Abstand": abstand(s), f"Gegenüber {davor}": seit(s)}
        for s in sichten
    ]


def mediantafel(mediane: pl.DataFrame, jahr_: int) -> list[dict[str, str]]:
    """The middle of each side in words; never over all sides."""
    return [
        {"Seite": SEITEN[z["seite"]], "Antworten": str(z["n"]), "Mittlere Antwort": _median(z["unten"], z["oben"])}
        for z in mediane.filter(pl.col("jahr") == jahr_).iter_rows(named=True)
    ]


def _median(unten: int | None, oben: int | None) -> str:
    if unten is None or oben is None:
        return OHNE_MEDIAN
    return STUFEN[unten] if unten == oben else f"zwischen „{STUFEN[unten]}“ und „{STUFEN[oben]}“"


def anmerkungstafel(alle: pl.DataFrame, jahr_: int) -> list[dict[str, str]]:
    """The remarks of a year."""
    im_jahr = alle.filter((pl.col("jahr") == jahr_) & (pl.col("anmerkung") != ""))
    return [
        {"Aussage": nummeriert(z["nummer"], z["text"]), "Seite": SEITEN[z["seite"]]}
        | {"Anmerkung": aussage(z["anmerkung"])}
        for z in im_jahr.iter_rows(named=True)
    ]


def brueche(reihe: Sequence[Sichtweise]) -> list[Sichtweise]:
    """The years in which a series begins anew."""
    return [jetzt for davor, jetzt in zip(reihe, reihe[1:], strict=False) if gebrochen(davor, jetzt)]


def reihentitel(reihe: Sequence[Sichtweise]) -> str:
    """The finding of a series: what changed between its last two years, if they may be compared."""
    letzte = reihe[-1]
    if len(reihe) == 1:
        return f"Aussage {letzte.nummer}: bisher nur {letzte.jahr} beantwortet"
    if letzte.neu:
        return f"Aussage {letzte.nummer}: {letzte.jahr - 1} so nicht beantwortet, also kein Vergleich mit dem Vorjahr"
    stufen = {SEITEN[s]: n for s, n in letzte.veraenderung if n is not None}
    if not stufen:
        return f"Aussage {letzte.nummer}: keine Seite hat {letzte.jahr - 1} und {letzte.jahr} geantwortet"
    anders = [f"{seite} {'günstiger' if n > 0 else 'kritischer'}" for seite, n in stufen.items() if n]
    stand = ", ".join(anders) or f"gleich geantwortet ({', '.join(stufen)})"
    return f"Aussage {letzte.nummer}, {letzte.jahr} gegenüber {letzte.jahr - 1}: {stand}"


def reihentafel(reihe: Sequence[Sichtweise]) -> list[dict[str, str]]:
    """The answers to one statement over the years, with its words where they change."""
    neu = {s.jahr for s in brueche(reihe)}
    mehrere = len({s.text for s in reihe}) > 1
    return [
        {"Jahr": f"{jahr(s)}, neuer Wortlaut" if s.jahr in neu else jahr(s)}
        | {SEITEN[seite]: STUFEN[wert] for seite, wert in s.werte}
        | ({"Wortlaut": aussage(s.text)} if mehrere else {})
        for s in reihe
    ]


def bruchsaetze(reihe: Sequence[Sichtweise]) -> list[str]:
    """Why a series is not joined."""
    return [
        f"Ab {s.jahr} gilt ein anderer Wortlaut. Die Jahre davor sind damit nicht vergleichbar." for s in brueche(reihe)
    ]


def dateirahmen(alle: pl.DataFrame) -> pl.DataFrame:
    """All answers for people: numbers and words, k. A. as a word."""
    return alle.select(
        "jahr",
        "nummer",
        aussage="text",
        seite=pl.col("seite").replace_strict(SEITEN, return_dtype=pl.String),
        wert="wert",
        antwort=pl.col("wert").replace_strict(
            {stufe: text for stufe, text in STUFEN.items() if stufe is not None},
            default=KEINE_ANGABE,
            return_dtype=pl.String,
        ),
        anmerkung="anmerkung",
        herkunft=pl.when("synthetisch").then(pl.lit(SYNTHETISCH)),
    )


def _aussagen(anzahl: int) -> str:
    return "1 Aussage" if anzahl == 1 else f"{anzahl} Aussagen"
