"""Our own format `fallzahlen`: raw counts of a Träger. No count is ever repeated in a message or a log."""

from collections.abc import Callable
from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN, lies_altersgruppe, schreibe_altersgruppe
from data_access.importing.befund import Sammler
from data_access.importing.einwohner import GESCHLECHTER
from data_access.importing.fallzahlen_orte import loese_orte_auf, pruefe_orte
from data_access.importing.fallzahlen_quellschutz import frage_quellschutz, lies_striche
from data_access.importing.fallzahlen_raender import ORTSRAND, zaehlende_zeilen
from data_access.importing.fallzahlen_umfang import KREISWEISE, pruefe_umfang
from data_access.importing.felder import lies_anzahlen, lies_schluessel, lies_stichtage
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.mangel import Mangel
from data_access.importing.personenbezug import gleicht_geburtsdaten
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import finde_kopf, lies_vorlage, uebersetze, waehle
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen
from models.vokabular import GESPERRT, INSGESAMT, NICHT_ERHOBEN, UNBEKANNT, Quellschutz

SPALTEN: Final = (
    "grundzahl",
    "stichtag",
    "herkunft",
    "leistungsort",
    "altersgruppe",
    "geschlecht",
    "anzahl",
    "absender",
)
"""Columns of the format, in their order."""

ALTERSGRUPPEN: Final = ((0, 6), (7, 17), (18, 49), (50, 59), (60, 64), (65, OFFEN))
"""The finest age groups; coarser ones are unions of neighbours (0-17, 18-64, 18+, insgesamt)."""

_ART: Final = "fallzahlen"
_ORTSWORTE: Final = frozenset({UNBEKANNT, NICHT_ERHOBEN, INSGESAMT})


def _erkennt(gitter: Gitter) -> bool:
    merkmale = ("stichtag", "herkunft", "leistungsort", "altersgruppe", "anzahl")
    return any(finde_kopf(gitter, SPALTEN, ("grundzahl", m)) for m in merkmale)


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung, verdeckt=True)
    rahmen, quellschutz = _rahmen(gitter, datei, umstaende, sammler) or (None, Quellschutz.KEINER)
    befund = sammler.befund()
    return Gelesen(
        befund=befund,
        art=_ART,
        einwohner=None,
        fallzahlen=geprueft(Rohzellen, rahmen, befund),
        quelle="",
        quellschutz=quellschutz,
    )


def _rahmen(
    gitter: Gitter, datei: Datei, umstaende: Umstaende, sammler: Sammler
) -> tuple[pl.DataFrame, Quellschutz] | None:
    tabelle = lies_vorlage(gitter, datei, SPALTEN, ("grundzahl",), ("stichtag",), sammler)
    if tabelle is None:
        return None
    if gleicht_geburtsdaten(tabelle["stichtag"]):
        sammler.beanstande(
            "Die Spalte „stichtag“ sieht nach Geburtsdaten aus. Eingelesen werden nur Anzahlen zu einem Stichtag, "
            "keine Angaben zu einzelnen Personen.",
            spalte="stichtag",
        )
        return None
    gelesen = _lies_spalten(tabelle, gitter, umstaende, sammler)
    if sammler.fehler or gelesen["stichtag"].null_count():
        return None
    gelesen = lies_striche(gelesen, sammler)
    schutz = frage_quellschutz(gelesen, umstaende, sammler)
    if schutz is None:
        # How strictly sums are compared depends on the answer.
        return None
    _warne_vor_luecken(gelesen, schutz, sammler)
    _pruefe_alter(gelesen, sammler)
    pruefe_umfang(gelesen, sammler)
    pruefe_orte(gelesen, umstaende, sammler)
    if sammler.fehler:
        return None
    innen = zaehlende_zeilen(gelesen, umstaende, sammler, schutz)
    zaehlend = None if innen is None else loese_orte_auf(innen, sammler, schutz)
    if zaehlend is None or sammler.fehler:
        return None
    sammler.summen = {"kreis": _eckwerte(zaehlend, umstaende.region_kreis)}
    return _als_rohzellen(zaehlend), schutz


def _lies_spalten(tabelle: pl.DataFrame, gitter: Gitter, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame:
    zahlen = lies_anzahlen(tabelle, "anzahl", sammler, umstaende, gitter.aus_xlsx)
    gruppen = uebersetze(
        tabelle,
        "altersgruppe",
        _lies_gruppe,
        pl.Int32,
        sammler,
        leer="Die Altersgruppe fehlt. Ohne Aufgliederung bitte „insgesamt“ eintragen.",
    )

    def wort(spalte: str, lies: Callable[[str], str], leer: str) -> pl.Series:
        return uebersetze(tabelle, spalte, lies, pl.String, sammler, leer=leer)

    return pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "grundzahl": wort(
                "grundzahl",
                waehle({g: g for g in GRUNDZAHLEN}, "Diese Grundzahl"),
                f"Die Grundzahl fehlt. Möglich sind: {', '.join(GRUNDZAHLEN)}.",
            ),
            "stichtag": lies_stichtage(tabelle, sammler, umstaende),
            "herkunft": lies_schluessel(tabelle, "herkunft", sammler, umstaende, _ORTSWORTE),
            "leistungsort": lies_schluessel(tabelle, "leistungsort", sammler, umstaende, _ORTSWORTE),
            "alter_von": gruppen // 1000,
            "ende": gruppen % 1000,
            "geschlecht": wort(
                "geschlecht",
                waehle(GESCHLECHTER, "Das Geschlecht"),
                "Das Geschlecht fehlt. Ohne Aufgliederung bitte „insgesamt“ eintragen.",
            ),
            "anzahl": zahlen["wert"],
            "zeichen": zahlen["zeichen"],
            "absender": wort("absender", _lies_absender, "Der Absender fehlt. Bitte eintragen, wer die Zahl liefert."),
        }
    )


def _lies_gruppe(text: str) -> int:
    von, bis = lies_altersgruppe(text)
    ende = OFFEN if bis is None else bis
    if von not in {v for v, _ in ALTERSGRUPPEN} or ende not in {b for _, b in ALTERSGRUPPEN}:
        moeglich = ", ".join(schreibe_altersgruppe(v, None if b == OFFEN else b) for v, b in ALTERSGRUPPEN)
        raise Mangel(
            f"Diese Altersgruppe ist nicht vorgesehen. Möglich sind {moeglich} und Zusammenfassungen benachbarter "
            "Gruppen wie 0-17, 18-64, 18+ oder insgesamt."
        )
    return von * 1000 + ende


def _lies_absender(text: str) -> str:
    if len(text) > 120 or not any(zeichen.isalpha() for zeichen in text):
        raise Mangel("Das ist kein Absender. Bitte den Namen der Stelle eintragen, zum Beispiel LWL.")
    return text


def _warne_vor_luecken(gelesen: pl.DataFrame, schutz: Quellschutz, sammler: Sammler) -> None:
    luecken = gelesen.filter(pl.col("anzahl").is_null())["zeichen"]
    geschuetzt = luecken.is_in(list(GESPERRT)).fill_null(value=False) if schutz != Quellschutz.KEINER else None
    if len(luecken) if geschuetzt is None else not geschuetzt.all():
        sammler.warne(
            "In manchen Zellen steht keine Zahl, sondern ein Zeichen oder nichts. "
            "Der Wert fehlt und gilt nicht als 0; Summen enthalten ihn nicht. "
            "Wo wirklich niemand gezählt wurde, bitte 0 eintragen."
        )


def _pruefe_alter(gelesen: pl.DataFrame, sammler: Sammler) -> None:
    """An age group must touch the ages that the Grundzahl counts; `insgesamt` always does."""
    for grundzahl in (GRUNDZAHLEN[g] for g in gelesen["grundzahl"].unique(maintain_order=True)):
        letzte = OFFEN if grundzahl.alter_bis is None else grundzahl.alter_bis
        ausserhalb = gelesen.filter(
            pl.col("grundzahl") == grundzahl.id,
            (pl.col("ende") < grundzahl.alter_von) | (pl.col("alter_von") > letzte),
        )
        umfang = schreibe_altersgruppe(grundzahl.alter_von, grundzahl.alter_bis)
        for zeile, von, ende in ausserhalb.select(ZEILE, "alter_von", "ende").iter_rows():
            sammler.beanstande(
                f"Die Grundzahl „{grundzahl.id}“ zählt Personen im Alter {umfang}; die Altersgruppe "
                f"{schreibe_altersgruppe(von, None if ende == OFFEN else ende)} liegt außerhalb. "
                "Bitte Grundzahl oder Altersgruppe prüfen.",
                zeile=zeile,
                spalte="altersgruppe",
            )


def _eckwerte(zaehlend: pl.DataFrame, region_kreis: str | None) -> dict[str, int | float]:
    """The two Kreis totals of each Grundzahl and Stichtag, by Herkunft and by Leistungsort, in persons.

    Of known figures only, delivered margins aside; none where every cell is missing. Without a named region every
    Gemeinde counts.
    """
    ergebnis: dict[str, int | float] = {}
    for spalte in ("herkunft", "leistungsort"):
        innen = pl.col(spalte) == (region_kreis or "")
        in_region = (
            pl.col(spalte).str.starts_with(region_kreis) if region_kreis else pl.col(spalte).str.len_chars() == 8
        ) & (pl.col(spalte).str.contains(r"^\d{8}$") | (pl.col("grundzahl").is_in(KREISWEISE) & innen))
        summen = (
            zaehlend.filter(in_region, ~ORTSRAND, pl.col("anzahl").is_not_null())
            .group_by("grundzahl", "stichtag")
            .agg(pl.col("anzahl").sum())
            .sort(pl.all())
        )
        for grundzahl, tag, anzahl in summen.iter_rows():
            ergebnis[f"{grundzahl} {tag} {spalte}"] = anzahl
    return dict(sorted(ergebnis.items()))


def _als_rohzellen(zaehlend: pl.DataFrame) -> pl.DataFrame:
    gruppen = {
        (von, ende): schreibe_altersgruppe(von, None if ende == OFFEN else ende)
        for von, ende in zaehlend.select("alter_von", "ende").unique().iter_rows()
    }
    namen = [gruppen[paar] for paar in zaehlend.select("alter_von", "ende").iter_rows()]
    return (
        zaehlend.with_columns(pl.Series("altersgruppe", namen, dtype=pl.String))
        .sort(ZEILE)
        .select(Rohzellen.column_names())
    )


PROFIL: Final = Profil(
    id=_ART,
    name="eine Lieferung von Fallzahlen nach der Vorlage „fallzahlen“",
    art=_ART,
    amtlich=False,
    erkennt=_erkennt,
    lies=_lies,
)
