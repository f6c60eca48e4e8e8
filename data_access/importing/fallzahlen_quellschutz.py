"""Was a Lieferung of Fallzahlen protected before it arrived? Asked where it looks so; nothing is recomputed then."""

from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende
from models.grundzahlen import GRUNDZAHLEN
from models.vokabular import GESPERRT, NICHT_ERHOBEN, Quellschutz

SCHLUESSEL: Final = "quellschutz"
"""Key of the question."""

_FUENF: Final = 5
_MINDESTENS: Final = 10
"""Fewer counts than this can all be multiples of five by chance."""


def lies_striche(gelesen: pl.DataFrame, sammler: Sammler) -> pl.DataFrame:
    """`-` in place of a count is exactly 0 (official legend: nothing there).

    A series (Grundzahl and Stichtag) that has nothing but `-` was not collected: there the sign stays.
    """
    strich = pl.col("zeichen") == NICHT_ERHOBEN
    ganz = strich.fill_null(value=False).all().over("grundzahl", "stichtag")
    mit_null = gelesen.with_columns(null=(strich & ~ganz).fill_null(value=False))
    if mit_null["null"].any():
        sammler.warne(f"Das Zeichen „{NICHT_ERHOBEN}“ heißt „nichts vorhanden“. Es gilt als genau 0.")
    return mit_null.with_columns(
        anzahl=pl.when("null").then(0).otherwise("anzahl"), zeichen=pl.when(~pl.col("null")).then("zeichen")
    ).drop("null")


def frage_quellschutz(gelesen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> Quellschutz | None:
    """How the sender protected the counts; None while the question is open.

    Asked if at some Stichtag all counts are multiples of five, or if signs say that counts are kept back.
    """
    gezaehlt = gelesen.filter(pl.col("anzahl") > 0)
    je_tag = gezaehlt.group_by("stichtag").agg(rund=(pl.col("anzahl") % _FUENF == 0).all(), n=pl.len())
    rund = bool(je_tag.select((pl.col("rund") & (pl.col("n") >= _MINDESTENS)).any()).item())
    gesperrt = bool(gelesen["zeichen"].is_in(list(GESPERRT)).any())
    if not (rund or gesperrt) and SCHLUESSEL not in umstaende.antworten:
        return Quellschutz.KEINER
    gruende = (
        *(["Zu einem Stichtag sind alle Zahlen Vielfache von 5."] if rund else []),
        *(["Statt mancher Zahlen steht ein Zeichen wie „.“ oder „x“."] if gesperrt else []),
    )
    antwort = umstaende.antwort(
        sammler,
        SCHLUESSEL,
        f"{' '.join(gruende)} Hat der Absender die Zahlen schon geschützt? „keiner“: nein, es sind die wahren Zahlen, "
        "und ein Zeichen heißt, dass die Zahl fehlt. „5er-rundung“: ja, auf Vielfache von 5 gerundet. „sperrung“: ja, "
        "kleine Zahlen sind durch Zeichen ersetzt. Geschützte Zahlen bleiben, wie sie sind.".strip(),
        tuple(str(q) for q in Quellschutz),
    )
    if antwort is None:
        return None
    schutz = Quellschutz(antwort)
    _pruefe(gelesen, schutz, sammler)
    return schutz


def _pruefe(gelesen: pl.DataFrame, schutz: Quellschutz, sammler: Sammler) -> None:
    """Refuse an answer that the counts contradict: small true numbers must never pass as protected ones."""
    if schutz == Quellschutz.FUENFER:
        for zeile in gelesen.filter(pl.col("anzahl") % _FUENF != 0)[ZEILE]:
            sammler.beanstande(
                "Diese Zahl ist kein Vielfaches von 5, geantwortet ist „5er-rundung“. Hat der Absender nur einen Teil "
                "gerundet, bitte je Stichtag eine eigene Datei liefern; sonst bitte „keiner“ antworten.",
                zeile=zeile,
                spalte="anzahl",
            )
    elif schutz == Quellschutz.SPERRUNG:
        k = pl.col("grundzahl").replace_strict({g.id: g.k for g in GRUNDZAHLEN.values()}, return_dtype=pl.Int64)
        for zeile in gelesen.filter(pl.col("anzahl") > 0, pl.col("anzahl") < k)[ZEILE]:
            sammler.beanstande(
                "Geantwortet ist „sperrung“, aber hier steht eine kleine Zahl offen. So würde sie veröffentlicht. "
                "Bitte „keiner“ antworten, dann schützen wir die Zahlen selbst, oder den Absender um eine geschützte "
                "Datei bitten.",
                zeile=zeile,
                spalte="anzahl",
            )
