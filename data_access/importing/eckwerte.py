"""Our own format `eckwerte`: figures about the persons of a Grundzahl that are public already."""

from collections.abc import Callable
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.felder import lies_anzahlen, lies_schluessel, lies_stichtage
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import finde_kopf, lies_vorlage, uebersetze, waehle
from models.grundzahlen import GRUNDZAHLEN, MIT_ECKWERTEN
from models.rahmen import Eckwertzeilen
from models.vokabular import Lieferungsart, Raumprinzip

SPALTEN: Final = ("grundzahl", "stichtag", "raumprinzip", "gebiet", "anzahl", "genauigkeit", "quelle")
"""Columns of the format, in their order."""

SPIEL: Final = {"genau": 0, "5er": 2}
"""How far the true number may lie from a figure, by how exactly its source shows it (persons)."""

_KENNZEICHEN: Final = ("raumprinzip", "gebiet", "genauigkeit")
_ZELLE: Final = ["grundzahl", "stichtag", "raumprinzip", "ags"]
_LAENGSTER_TEXT: Final = 200
_FUENF: Final = 5
_KREIS: Final = 5
"""Digits of the key of a Kreis."""


def _erkennt(gitter: Gitter) -> bool:
    return finde_kopf(gitter, SPALTEN, _KENNZEICHEN) is not None


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    rahmen = _rahmen(gitter, datei, umstaende, sammler)
    befund = sammler.befund()
    fertig = geprueft(Eckwertzeilen, rahmen, befund)
    return Gelesen(
        befund,
        Lieferungsart.ECKWERTE,
        quelle="" if fertig is None else ", ".join(fertig["quelle"].unique().sort()),
        eckwerte=fertig,
    )


def _rahmen(gitter: Gitter, datei: Datei, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    tabelle = lies_vorlage(gitter, datei, SPALTEN, _KENNZEICHEN, (), sammler)
    if tabelle is None:
        return None
    gelesen = _lies_spalten(tabelle, gitter, umstaende, sammler)
    if sammler.fehler or sammler.fragen:
        return None
    _pruefe_zeilen(gelesen, sammler)
    _pruefe_gemeinden(gelesen, umstaende, sammler)
    _pruefe_doppelte(gelesen, sammler)
    if not sammler.fehler:
        _pruefe_kreise(gelesen, sammler)
        _warne(gelesen, umstaende, sammler)
    return gelesen.select(Eckwertzeilen.column_names())


def _lies_spalten(tabelle: pl.DataFrame, gitter: Gitter, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame:
    zahlen = lies_anzahlen(tabelle, "anzahl", sammler, umstaende, gitter.aus_xlsx)
    for zeile, zeichen in zahlen.filter(pl.col("wert").is_null()).select(ZEILE, "zeichen").iter_rows():
        if not any(f.zeile == zeile and f.spalte == "anzahl" for f in sammler.fehler):
            sammler.beanstande(
                "Hier steht keine Zahl. Ein Eckwert ist eine veröffentlichte ganze Zahl ab 0. Hat die Quelle die Zahl "
                "nicht veröffentlicht, bitte die Zeile löschen.",
                zeile=zeile,
                spalte="anzahl",
                wert=zeichen,
            )

    def wort(spalte: str, lies: Callable[[str], str], leer: str) -> pl.Series:
        return uebersetze(tabelle, spalte, lies, pl.String, sammler, leer=leer)

    genauigkeit = wort(
        "genauigkeit",
        waehle({g: g for g in SPIEL}, "Die Genauigkeit"),
        "Die Genauigkeit fehlt. Bitte „genau“ eintragen oder „5er“, wenn die Quelle auf Vielfache von 5 rundet.",
    )
    return pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "grundzahl": wort(
                "grundzahl",
                waehle({g: g for g in MIT_ECKWERTEN}, "Diese Grundzahl"),
                f"Die Grundzahl fehlt. Möglich sind: {', '.join(MIT_ECKWERTEN)}.",
            ),
            "stichtag": lies_stichtage(tabelle, sammler, umstaende),
            "raumprinzip": wort(
                "raumprinzip",
                waehle({str(p): str(p) for p in Raumprinzip}, "Das Raumprinzip"),
                f"Das Raumprinzip fehlt. Möglich sind: {', '.join(Raumprinzip)}.",
            ),
            "ags": lies_schluessel(tabelle, "gebiet", sammler, umstaende),
            "anzahl": zahlen["wert"],
            "spiel": genauigkeit.replace_strict(SPIEL, default=None, return_dtype=pl.Int64),
            "quelle": wort(
                "quelle",
                _lies_quelle,
                "Die Quelle fehlt. Bitte nennen, wo die Zahl veröffentlicht ist.",
            ),
        }
    )


def _lies_quelle(text: str) -> str:
    sauber = " ".join(text.split())
    if len(sauber) > _LAENGSTER_TEXT:
        raise Mangel(f"Dieser Text ist länger als {_LAENGSTER_TEXT} Zeichen. Bitte kürzen.")
    return sauber


def _pruefe_zeilen(gelesen: pl.DataFrame, sammler: Sammler) -> None:
    """What each row must be for itself: a multiple of 5 if rounded so, and counted as its Grundzahl is."""
    for zeile in gelesen.filter(pl.col("spiel") > 0, pl.col("anzahl") % _FUENF != 0).iter_rows(named=True):
        sammler.beanstande(
            "Diese Zahl ist kein Vielfaches von 5, als Genauigkeit steht „5er“. Bitte die Zahl prüfen oder „genau“ "
            "eintragen.",
            zeile=zeile[ZEILE],
            spalte="anzahl",
            wert=str(zeile["anzahl"]),
        )
    for zeile in gelesen.iter_rows(named=True):
        grundzahl = GRUNDZAHLEN[zeile["grundzahl"]]
        if zeile["raumprinzip"] not in grundzahl.raumprinzipien:
            sammler.beanstande(
                f"„{grundzahl.id}“ wird nur nach {' und '.join(grundzahl.raumprinzipien)} gezählt. Bitte dieses "
                "Raumprinzip eintragen oder die Zeile löschen.",
                zeile=zeile[ZEILE],
                spalte="raumprinzip",
                wert=zeile["raumprinzip"],
            )
        if grundzahl.nur_kreis and len(zeile["ags"]) != _KREIS:
            sammler.beanstande(
                f"„{grundzahl.id}“ wird nur für den Kreis im Ganzen gezählt. Bitte den Schlüssel des Kreises "
                "(5 Ziffern) eintragen oder die Zeile löschen.",
                zeile=zeile[ZEILE],
                spalte="gebiet",
                wert=zeile["ags"],
            )


def _pruefe_gemeinden(gelesen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> None:
    """A Gemeinde of a known Kreis must exist today: what is fixed is a margin of today's Gemeinden."""
    register = umstaende.register
    fremd = gelesen.filter(
        pl.col("ags").str.len_chars() != _KREIS,
        pl.col("ags").str.head(_KREIS).is_in(list(register.kreise)),
        ~pl.col("ags").is_in(list(register.gemeinden - register.aufgeloest)),
    )
    sammler.unbekannt = tuple(sorted(set(fremd["ags"])))
    for zeile, ags in fremd.select(ZEILE, "ags").iter_rows():
        folge = register.aenderungen.get(ags) or f"Eine Gemeinde mit diesem Schlüssel gibt es im Kreis {ags[:5]} nicht."
        sammler.beanstande(
            f"{folge} Ein Eckwert gilt für eine heutige Gemeinde. Bitte den Schlüssel prüfen oder die Zeile löschen.",
            zeile=zeile,
            spalte="gebiet",
            wert=ags,
        )


def _pruefe_doppelte(gelesen: pl.DataFrame, sammler: Sammler) -> None:
    mit_erster = gelesen.with_columns(erste=pl.col(ZEILE).first().over(_ZELLE))
    for zeile, erste in mit_erster.filter(pl.col(ZEILE) > pl.col("erste")).select(ZEILE, "erste").iter_rows():
        sammler.beanstande(
            f"Zeile {erste} nennt schon diese Grundzahl, diesen Stichtag, dieses Raumprinzip und dieses Gebiet. "
            "Bitte eine der beiden Zeilen löschen; von „genau“ und „5er“ die mit „genau“ behalten.",
            zeile=zeile,
        )


def _pruefe_kreise(gelesen: pl.DataFrame, sammler: Sammler) -> None:
    """The Gemeinden of a Kreis cannot hold more persons than the Kreis."""
    kreis = pl.col("ags").str.head(_KREIS).alias("kreis")
    ganz = pl.col("ags").str.len_chars() == _KREIS
    reihe = ["grundzahl", "stichtag", "raumprinzip", "kreis"]
    teile = (
        gelesen.filter(~ganz)
        .with_columns(kreis, mindestens=(pl.col("anzahl") - pl.col("spiel")).clip(0))
        .group_by(reihe)
        .agg(pl.col("mindestens").sum())
    )
    zu_viel = (
        gelesen.filter(ganz)
        .with_columns(kreis)
        .join(teile, on=reihe)
        .filter(pl.col("mindestens") > pl.col("anzahl") + pl.col("spiel"))
    )
    for zeile, ags, anzahl in zu_viel.sort(ZEILE).select(ZEILE, "ags", "anzahl").iter_rows():
        sammler.beanstande(
            f"Die Gemeinden des Kreises {ags} haben in dieser Datei zusammen mehr Personen als der Kreis. Bitte die "
            "Zahlen prüfen.",
            zeile=zeile,
            spalte="anzahl",
            wert=str(anzahl),
        )


def _warne(gelesen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> None:
    """Say which figures are small enough to show persons by themselves, and which belong to no region here."""
    for zeile in gelesen.filter(pl.col("anzahl") > 0).iter_rows(named=True):
        grenze = 2 * GRUNDZAHLEN[zeile["grundzahl"]].k
        if zeile["anzahl"] < grenze:
            sammler.warne(
                f"Zeile {zeile[ZEILE]}: {zeile['anzahl']} Personen in {zeile['ags']} sind weniger als {grenze}. So "
                "kleine Zahlen zeigen wir sonst nicht. Die Zahl wird unverändert gezeigt, weil sie schon öffentlich "
                f"ist ({zeile['quelle']}). Bitte nur übernehmen, wenn das stimmt."
            )
    regionen = umstaende.register.regionen
    fremde = sorted(set(gelesen["ags"].str.head(_KREIS)) - (set() if regionen is None else regionen))
    if regionen is not None and fremde:
        sammler.warne(
            f"{', '.join(fremde)} {'ist' if len(fremde) == 1 else 'sind'} hier nicht als Region eingerichtet. Diese "
            "Eckwerte wirken erst, wenn es dort Fallzahlen gibt."
        )


PROFIL: Final = Profil(
    id=Lieferungsart.ECKWERTE.value,
    name="eine Tabelle mit öffentlichen Eckwerten nach der Vorlage „eckwerte“",
    art=Lieferungsart.ECKWERTE.value,
    amtlich=False,
    erkennt=_erkennt,
    lies=_lies,
)
