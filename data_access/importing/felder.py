"""Columns that several of our own formats share: Stichtag, keys of areas, counts."""

from collections import Counter
from collections.abc import Collection
from datetime import date

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Umstaende
from data_access.importing.schluessel import BREITEN, Nullen, ergaenze, fuehrende_nullen, lies_gebiet, saeubere
from data_access.importing.spalten import uebersetze
from data_access.importing.stichtage import ERLAUBT, ist_excelzahl, lies_stichtag
from data_access.importing.zellen import Punkt, Zelle, bedeutung_des_punkts, lies_anzahl, lies_wert, mischt_trenner

_BLOSS_ZIFFERN = "^[0-9]{1,9}$"
_OHNE_GRUPPEN = 3
"""A number of more bare digits than this shows that thousands are not grouped."""

LEER = "leer"
"""How an empty cell is counted among the signs of a finding."""


def lies_stichtage(tabelle: pl.DataFrame, sammler: Sammler, umstaende: Umstaende) -> pl.Series:
    """The column `stichtag` as dates. If it is empty as a whole, the named Stichtag counts, else it is asked for."""
    texte = tabelle["stichtag"]
    genannt = umstaende.stichtag
    if texte.null_count() == len(texte):
        genannt = genannt or _erfragter_stichtag(sammler, umstaende)
        sammler.stichtage = (genannt.isoformat(),) if genannt else ()
        return pl.Series("stichtag", [genannt] * len(texte), dtype=pl.Date)
    tage = uebersetze(
        tabelle, "stichtag", lies_stichtag, pl.Date, sammler, leer=f"Der Stichtag fehlt. {ERLAUBT} Bitte eintragen."
    )
    if any(ist_excelzahl(text) for text in texte.drop_nulls().unique()):
        sammler.warne("Stichtage stehen als Excel-Zahl in der Datei und wurden in ein Datum umgerechnet.")
    sammler.stichtage = tuple(tag.isoformat() for tag in tage.drop_nulls().unique().sort())
    if genannt and sammler.stichtage and sammler.stichtage != (genannt.isoformat(),):
        sammler.beanstande(
            f"Genannt ist der Stichtag {genannt.isoformat()}, in der Datei steht {', '.join(sammler.stichtage[:5])}. "
            "Bitte die Angabe oder die Datei berichtigen.",
            spalte="stichtag",
        )
    return tage


def _erfragter_stichtag(sammler: Sammler, umstaende: Umstaende) -> date | None:
    antwort = umstaende.antwort(sammler, "stichtag", "Für welchen Stichtag gelten die Zahlen? (JJJJ-MM-TT)", ())
    if antwort is None:
        return None
    try:
        return lies_stichtag(antwort)
    except Mangel as mangel:
        sammler.frage("stichtag", f"{mangel} Für welchen Stichtag gelten die Zahlen? (JJJJ-MM-TT)", ())
        return None


def lies_einen_tag(text: str | None, sammler: Sammler) -> date | None:
    """The one day that holds for the whole file; a text that is no day stands against it."""
    if text is None:
        return None
    try:
        return lies_stichtag(text)
    except Mangel as mangel:
        sammler.beanstande(str(mangel), wert=text)
        return None


def lies_schluessel(
    tabelle: pl.DataFrame,
    spalte: str,
    sammler: Sammler,
    umstaende: Umstaende,
    worte: frozenset[str] = frozenset(),
    breiten: Collection[int] = BREITEN,
) -> pl.Series:
    """A column of keys as AGS (8 digits) or Kreis (5 digits); `worte` (lower case) may stand there instead.

    Lost leading zeros are filled in if the whole column lost them; if it does not agree with itself, it is asked.
    """
    sauber = {text: saeubere(text) for text in tabelle[spalte].drop_nulls().unique()}
    nullen = fuehrende_nullen(list(sauber.values()), breiten)
    if nullen is Nullen.VERLOREN:
        sammler.warne(f"In der Spalte „{spalte}“ fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.")
    elif nullen is Nullen.UNEINHEITLICH:
        antwort = umstaende.antwort(
            sammler,
            f"nullen_{spalte}",
            f"In der Spalte „{spalte}“ fehlt bei einem Teil der Schlüssel eine Ziffer. "
            "Ist das die führende Null, und soll sie ergänzt werden?",
            ("ergaenzen", "ablehnen"),
        )
        if antwort == "ablehnen":
            sammler.beanstande(
                "Einem Teil der Schlüssel fehlt eine Ziffer. Bitte die Spalte als Text formatieren und berichtigen.",
                spalte=spalte,
            )

    def lies(text: str) -> str:
        schluessel = sauber[text]
        wort = schluessel.casefold().replace("–", "-").replace("−", "-")
        return wort if wort in worte else lies_gebiet(ergaenze(schluessel, breiten), breiten)

    leer = "Der Schlüssel fehlt. Bitte eintragen. Verbundene Zellen bitte vorher auflösen."
    return uebersetze(tabelle, spalte, lies, pl.String, sammler, leer=leer)


def lies_anzahlen(
    tabelle: pl.DataFrame,
    spalte: str,
    sammler: Sammler,
    umstaende: Umstaende,
    aus_xlsx: bool,
    zaehlend: pl.Series | None = None,
) -> pl.DataFrame:
    """A column of counts: `zeile`, `wert` (Int64, null where there is none), `zeichen` (the sign in its place).

    Counts cells and signs into the finding: all, or those of the rows where `zaehlend` is true.
    """
    texte = tabelle[spalte]
    # Bare digits are nearly all of a big table; reading each of them in Python takes seconds.
    glatt = texte.str.contains(_BLOSS_ZIFFERN).fill_null(value=False)
    rest = tabelle.with_columns(texte.set(glatt, None))
    beispiel = texte.filter(glatt & (texte.str.len_chars() > _OHNE_GRUPPEN)).head(1)
    verschieden = [*rest[spalte].drop_nulls().unique(maintain_order=True), *beispiel]
    punkt = _punkt(spalte, verschieden, sammler, umstaende, aus_xlsx)
    gelesen: dict[str, Zelle] = {}

    def lies(text: str) -> int | None:
        gelesen[text] = Zelle(None) if punkt is Punkt.UNKLAR and "." in text else lies_anzahl(text, punkt)
        return gelesen[text].wert

    besondere = uebersetze(rest, spalte, lies, pl.Int64, sammler)
    werte = besondere.zip_with(~glatt, texte.set(~glatt, None).cast(pl.Int64))
    zeichen = {text: zelle.zeichen for text, zelle in gelesen.items() if zelle.zeichen}
    gezaehlt = texte if zaehlend is None else texte.filter(zaehlend)
    sammler.zellen += len(gezaehlt)
    sammler.zeichen[LEER] += gezaehlt.null_count()
    sammler.zeichen += _zeichenzahl(rest[spalte] if zaehlend is None else rest[spalte].filter(zaehlend), gelesen)
    return pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "wert": werte,
            "zeichen": texte.replace_strict(zeichen, default=None, return_dtype=pl.String),
        }
    )


def lies_werte(
    tabelle: pl.DataFrame, spalte: str, sammler: Sammler, umstaende: Umstaende, aus_xlsx: bool
) -> pl.DataFrame:
    """A column of measured figures, decimals allowed: `wert` (Float64, null where there is none), `zeichen`.

    Whether comma or point divides is decided for the whole column. "1.234" without proof is asked about: with
    decimals allowed it may be either. An empty cell is an error: what is missing has a sign.
    """
    texte = tabelle[spalte]
    verschieden = texte.drop_nulls().unique(maintain_order=True).to_list()
    punkt = bedeutung_des_punkts(verschieden, True)
    if punkt is Punkt.UNKLAR and any("," in text for text in verschieden):
        punkt = Punkt.TAUSENDER
    if punkt is Punkt.UNKLAR:
        antwort = umstaende.antwort(
            sammler,
            f"tausenderpunkt_{spalte}",
            f"In der Spalte „{spalte}“ stehen Zahlen mit Punkt. Ist das der Tausenderpunkt?",
            ("ja", "nein"),
        )
        punkt = Punkt.UNKLAR if antwort is None else Punkt.TAUSENDER if antwort == "ja" else Punkt.DEZIMAL
    elif punkt in (Punkt.TAUSENDER, Punkt.DEZIMAL):
        wort = "Tausenderpunkt" if punkt is Punkt.TAUSENDER else "Dezimalpunkt"
        sammler.warne(f"In der Spalte „{spalte}“ wurde der Punkt als {wort} gelesen.")
    if not aus_xlsx and mischt_trenner(verschieden, punkt):
        sammler.beanstande(
            f"In der Spalte „{spalte}“ trennt einmal das Komma und einmal der Punkt die Nachkommastellen. "
            "Bitte einheitlich schreiben.",
            spalte=spalte,
        )
    gelesen: dict[str, Zelle] = {}

    def lies(text: str) -> float | None:
        wert, gelesen[text] = (None, Zelle(None)) if punkt is Punkt.UNKLAR and "." in text else lies_wert(text, punkt)
        return wert

    leer = "Der Wert fehlt. Bitte die Zahl oder ein Zeichen der amtlichen Legende eintragen (. - / x ...)."
    werte = uebersetze(tabelle, spalte, lies, pl.Float64, sammler, leer=leer)
    zeichen = {text: zelle.zeichen for text, zelle in gelesen.items() if zelle.zeichen}
    sammler.zellen += len(texte)
    sammler.zeichen += _zeichenzahl(texte, gelesen)
    return pl.DataFrame({"wert": werte, "zeichen": texte.replace_strict(zeichen, default=None, return_dtype=pl.String)})


def _punkt(spalte: str, texte: list[str], sammler: Sammler, umstaende: Umstaende, aus_xlsx: bool) -> Punkt:
    punkt = bedeutung_des_punkts(texte, aus_xlsx)
    if punkt is Punkt.TAUSENDER:
        sammler.warne(f"In der Spalte „{spalte}“ wurde der Punkt als Tausenderpunkt gelesen.")
    if punkt is not Punkt.UNKLAR:
        return punkt
    antwort = umstaende.antwort(
        sammler,
        f"tausenderpunkt_{spalte}",
        f"In der Spalte „{spalte}“ stehen Zahlen mit Punkt. Ist das der Tausenderpunkt?",
        ("ja", "nein"),
    )
    return Punkt.UNKLAR if antwort is None else Punkt.TAUSENDER if antwort == "ja" else Punkt.DEZIMAL


def _zeichenzahl(texte: pl.Series, gelesen: dict[str, Zelle]) -> Counter[str]:
    anzahl: Counter[str] = Counter()
    zaehlung = texte.drop_nulls().value_counts()
    for text, haeufigkeit in zaehlung.iter_rows():
        zelle = gelesen.get(text)
        if zelle and (zelle.zeichen or zelle.marke):
            anzahl[zelle.zeichen or zelle.marke or ""] += haeufigkeit
    return anzahl
