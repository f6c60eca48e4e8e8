"""What "-" means: exactly none, or an area that did not exist. Where neither is certain it is asked once."""

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.felder import LEER
from data_access.importing.gebietstabellen.werte import GEBIET_UND_ZEIT
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende

_AUSWAHL = ("null", "keine_angabe")


def deute_striche(werte: pl.DataFrame, bestand: bool, sammler: Sammler, umstaende: Umstaende) -> pl.DataFrame:
    """The figures without areas that did not exist; a single "-" beside figures becomes 0 and keeps its sign.

    `bestand`: inhabitants, where an area with nothing but "-" never existed at that time. In other tables it can also
    be an area without a single case: if it is one of this installation, or has one cell only, the sender is asked.
    """
    mit = werte.with_columns(
        strich=(pl.col("zeichen") == "-").fill_null(value=False),
        bekannt=pl.col("schluessel").is_in([*umstaende.register.gemeinden, *umstaende.register.kreise]),
    ).with_columns(
        nur_striche=pl.col("strich").all().over(GEBIET_UND_ZEIT),
        einzeln=pl.len().over(GEBIET_UND_ZEIT) == 1,
    )
    offen = pl.col("nur_striche") & (pl.col("bekannt") | pl.col("einzeln")) & (not bestand)
    unklar = mit.filter(offen)
    ist_null = False
    if unklar.height:
        antwort = umstaende.antwort(
            sammler,
            "strich",
            f"Bei {unklar['schluessel'].n_unique()} Gebieten (zum Beispiel {unklar['schluessel'][0]}) steht nur „-“. "
            "Gibt es dort keinen einzigen Fall („null“), oder liegt für das Gebiet keine Angabe vor („keine_angabe“)?",
            _AUSWAHL,
        )
        ist_null = antwort == "null"
    fehlt = pl.col("nur_striche") & ~(offen & ist_null)
    weg = mit.filter(fehlt)
    if weg.height:
        gebiete = weg.select(GEBIET_UND_ZEIT).unique().height
        sammler.warne(
            f"In {gebiete} Fällen hat ein Gebiet zu einem Zeitpunkt nur „-“: Es bestand damals nicht oder wird nicht "
            "ausgewiesen. Das gilt als keine Angabe, nicht als 0."
        )
    if leer := sammler.zeichen[LEER]:
        ort = mit.filter(pl.col("wert").is_null(), pl.col("zeichen").is_null()).select(ZEILE, "titel").rows()[:1]
        wo = "".join(f" (zuerst Zeile {zeile}, „{titel[:60]}“)" for zeile, titel in ort)
        sammler.warne(f"{leer} Zellen sind leer{wo}. Sie gelten als keine Angabe, nicht als 0.")
    return (
        mit.filter(~fehlt, pl.col("wert").is_not_null() | (pl.col("zeichen").fill_null(LEER) != LEER))
        .with_columns(wert=pl.when("strich").then(0.0).otherwise("wert"))
        .drop("strich", "bekannt", "nur_striche", "einzeln")
    )
