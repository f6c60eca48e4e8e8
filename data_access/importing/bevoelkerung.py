"""What holds for every population table: base, known Gemeinden, sums by level."""

from datetime import date
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import AMTLICHE_BASEN, Umstaende
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen
from models.vokabular import INSGESAMT, Basis, Ebene

SPALTENNAMEN: Final = {INSGESAMT: INSGESAMT, "m": "maennlich", "w": "weiblich", "d": "divers", "unbekannt": "unbekannt"}
"""Sex -> name of its column in the sums of a finding."""

_ZENSUS2011: Final = date(2011, 5, 9)
_NUR_2011_AB: Final = date(2013, 12, 31)
_ZENSUS2022: Final = date(2022, 5, 15)
_NUR_2022_AB: Final = date(2024, 12, 31)


def als_gelesen(sammler: Sammler, rahmen: pl.DataFrame | None, quelle: str = "") -> Gelesen:
    """The result of reading a population table; the frame only if nothing stands against it."""
    befund = sammler.befund()
    return Gelesen(
        befund=befund,
        art=EINWOHNER,
        einwohner=geprueft(Einwohnerzahlen, rahmen, befund),
        fallzahlen=None,
        quelle=quelle,
    )


def basis_nach_datum(stichtag: date) -> Basis | None:
    """The base of the official population update at a Stichtag, None where figures on two bases were published.

    After each census (09.05.2011, 15.05.2022) the statistical offices published both for some Stichtage.
    """
    if stichtag < _ZENSUS2011:
        return Basis.VZ1987
    if _NUR_2011_AB <= stichtag < _ZENSUS2022:
        return Basis.ZENSUS2011
    return Basis.ZENSUS2022 if stichtag >= _NUR_2022_AB else None


def bestimme_basis(
    sammler: Sammler, umstaende: Umstaende, bekannt: Basis | None, auswahl: tuple[str, ...] = AMTLICHE_BASEN
) -> str | None:
    """The base of a table: as named by the caller, else as answered, else as the file has it, else a question."""
    genannt = umstaende.basis or umstaende.antworten.get("basis")
    if genannt and genannt in auswahl:
        if bekannt and genannt != bekannt:
            sammler.warne(f"Die Datei spricht für die Basis {bekannt}. Es gilt die genannte Basis {genannt}.")
        return genannt
    if umstaende.basis:
        sammler.beanstande(
            f"Die Basis „{umstaende.basis[:40]}“ ist hier nicht möglich. Möglich sind: {', '.join(auswahl)}."
        )
        return None
    return bekannt or umstaende.antwort(
        sammler, "basis", "Auf welcher Grundlage stehen die Bevölkerungszahlen?", auswahl
    )


def pruefe_gemeinden(
    zeilen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler, *, verzeichnis: bool = False
) -> None:
    """Compare the AGS of `zeilen` (ags, zeile) with the register: a Gemeinde unknown in a known Kreis is refused.

    Dissolved Gemeinden are explained and count for their successor. `verzeichnis`: the table itself is an official
    list of all Gemeinden, so it is newer knowledge except for the Kreise of regions. Gemeinden of a known Kreis that
    the table leaves out are named: no row means k. A., not 0.
    """
    register = umstaende.register
    kreise = register.regionen if verzeichnis and register.regionen is not None else register.kreise
    gemeinden = zeilen.filter(pl.col("ags").str.len_chars() == 8, pl.col("ags").str.head(5).is_in(list(kreise)))
    fremd = gemeinden.filter(~pl.col("ags").is_in(list(register.gemeinden))).unique("ags", maintain_order=True)
    heutige = register.gemeinden - register.aufgeloest
    for ags in sorted(set(gemeinden["ags"]) & register.aenderungen.keys() - heutige):
        folge = (
            "Die Zahlen zählen dort, wenn alle Teile vorliegen."
            if ags in register.zaehlend
            else "Im Verzeichnis steht keine heutige Gemeinde, für die diese Zahlen zählen."
        )
        sammler.warne(f"{register.aenderungen[ags]} {folge}")
    fremd = fremd.filter(~pl.col("ags").is_in(list(register.aenderungen)))
    sammler.unbekannt = tuple(sorted({*sammler.unbekannt, *fremd["ags"]}))
    for ags, zeile in fremd.select("ags", ZEILE).iter_rows():
        sammler.beanstande(
            f"Die Gemeinde {ags} gibt es im Kreis {ags[:5]} nicht. "
            "Bitte den Schlüssel prüfen; nach einer Gebietsänderung gilt der neue Schlüssel, oder die Änderung ist "
            "noch nicht eingelesen (Art „grenzen“).",
            zeile=zeile,
            spalte="ags",
            wert=ags,
        )
    genannt = set(gemeinden["ags"])
    for kreis in sorted({ags[:5] for ags in genannt}):
        fehlend = sorted(ags for ags in heutige if ags[:5] == kreis)
        fehlend = [ags for ags in fehlend if ags not in genannt]
        if fehlend:
            sammler.warne(
                f"Im Kreis {kreis} fehlt die Zeile für {', '.join(fehlend[:10])}"
                f"{' und weitere' if len(fehlend) > 10 else ''}. Das gilt als keine Angabe, nicht als 0."
            )


def ebene_nach_laenge() -> pl.Expr:
    """Level of an area by the length of its key: 5 digits Kreis, 8 digits Gemeinde."""
    kreis = pl.col("ags").str.len_chars() == 5
    return pl.when(kreis).then(pl.lit(str(Ebene.KREIS))).otherwise(pl.lit(str(Ebene.GEMEINDE)))
