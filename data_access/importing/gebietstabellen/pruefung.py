"""Does a table of figures by area agree with itself? Differences are reported, never corrected."""

from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.felder import LEER
from data_access.importing.gebietstabellen.aufbau import Aufbau
from data_access.importing.gebietstabellen.gebiete import BUND, REGBEZ
from data_access.importing.gebietstabellen.werte import GEBIET_UND_ZEIT, Werte
from data_access.importing.gebietstabellen.worte import ist_gliederungswort
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende
from models.vokabular import INSGESAMT, Ebene

_MINDESTENS_ZAHLEN: Final = 30
_RUNDUNG: Final = 5
_TOLERANZ: Final = 2
"""A value rounded to 5 is off by at most this."""

_REIHE: Final = ["von", "bis", "mass", "auspraegung", "alter_von", "alter_bis", "geschlecht"]
_OBEN: Final = (
    (str(Ebene.GEMEINDE), str(Ebene.KREIS), 5),
    (str(Ebene.KREIS), REGBEZ, 3),
    (str(Ebene.KREIS), str(Ebene.LAND), 2),
    (str(Ebene.LAND), str(Ebene.BUND), 0),
)
_NAMEN: Final = {
    str(Ebene.GEMEINDE): "Gemeinden",
    str(Ebene.KREIS): "Kreise",
    REGBEZ: "Regierungsbezirke",
    str(Ebene.LAND): "Länder",
    str(Ebene.BUND): "Deutschland",
}


def pruefe_zeilen(aufbau: Aufbau, sammler: Sammler) -> None:
    """Rows that are none of the data: refused if they hold figures, named if they are texts or totals."""
    for zeile, text in aufbau.fremd:
        sammler.beanstande(
            "In dieser Zeile stehen Zahlen, aber kein Schlüssel eines Gebiets (2, 3, 5 oder 8 Ziffern). "
            "Bitte den Schlüssel ergänzen oder die Zeile entfernen.",
            zeile=zeile,
            spalte="Schlüssel",
            wert=text,
        )
    if aufbau.texte:
        orte = ", ".join(map(str, aufbau.texte[:10]))
        sammler.warne(f"Zeilen ohne Zahl zwischen den Daten wurden nicht gelesen: {orte}.")
    for text in aufbau.leer:
        sammler.warne(f"Die Spalte „{text[:60]}“ ist leer und wurde nicht gelesen.")


def gebrauchte_gliederung(aufbau: Aufbau, sammler: Sammler, mit_festen: bool = False) -> tuple[str, ...]:
    """The columns of text that break rows down: sexes and ages, and others only if rows would be the same without.

    `mit_festen`: also those with one text throughout, which say what the whole table counts.
    """

    def ist_sicher(spalte: str) -> bool:
        texte = aufbau.daten[spalte].drop_nulls().unique()
        return (mit_festen and len(texte) == 1) or all(map(ist_gliederungswort, texte))

    sicher = tuple(s for s in aufbau.gliederung if ist_sicher(s))
    andere = [s for s in aufbau.gliederung if s not in sicher]
    zeile = [aufbau.schluessel, *([aufbau.zeit] if aufbau.zeit else []), *sicher]
    if andere and aufbau.daten.select(pl.struct(zeile).is_duplicated().any()).item():
        return aufbau.gliederung
    for spalte in andere:
        sammler.warne(f"Die Spalte {int(spalte) + 1} enthält Text. Sie wurde nicht gelesen.")
    return sicher


def pruefe_ende(aufbau: Aufbau, sammler: Sammler, umstaende: Umstaende) -> None:
    """An official table without its footer may be cut off: a last row that ends early is refused, else it is asked."""
    if aufbau.hat_ende:
        return
    orte = [s.ort for s in aufbau.spalten]
    zeile, *zellen = aufbau.daten.select(ZEILE, *orte).rows()[-1]
    schluessel = aufbau.daten[aufbau.schluessel][-1]
    if zellen[-1] is None and aufbau.daten[orte[-1]].null_count() == 1:
        sammler.beanstande(
            "Die letzte Zeile endet zu früh: Die Datei ist abgeschnitten. Bitte neu herunterladen.",
            zeile=zeile,
            spalte=" · ".join(aufbau.spalten[-1].teile) or None,
            wert=schluessel,
        )
        return
    antwort = umstaende.antwort(
        sammler,
        "vollstaendig",
        f"Der Fuß der amtlichen Tabelle fehlt (Strich, Anmerkungen, Quelle). Die letzte Zeile ist Zeile {zeile} "
        f"mit dem Schlüssel {schluessel}. Ist die Tabelle vollständig?",
        ("ja", "nein"),
    )
    if antwort == "nein":
        sammler.beanstande("Die Datei ist nicht vollständig. Bitte neu herunterladen.", zeile=zeile)


def pruefe_doppelte(werte: Werte, sammler: Sammler) -> None:
    """Two rows for the same area, time and meaning are refused, with both places."""
    zelle = [*GEBIET_UND_ZEIT, *_REIHE[2:]]
    alle = werte.mit_bedeutung().with_columns(erste=pl.col(ZEILE).min().over(zelle))
    doppelt = alle.filter(pl.col(ZEILE) > pl.col("erste")).unique(ZEILE, keep="first", maintain_order=True)
    for zeile, erste, schluessel in doppelt.select(ZEILE, "erste", "schluessel").iter_rows():
        sammler.beanstande(
            f"Dieses Gebiet steht schon in Zeile {erste}. Bitte eine der beiden Zeilen entfernen.",
            zeile=zeile,
            spalte="Schlüssel",
            wert=schluessel,
        )
    neben = alle.filter(pl.col(ZEILE) == pl.col("erste")).filter(pl.struct(zelle).is_duplicated())
    for titel in neben["titel"].unique(maintain_order=True)[:10]:
        sammler.beanstande("Diese Spalte sagt dasselbe wie eine andere Spalte. Bitte eine entfernen.", spalte=titel)


def pruefe_summen(werte: Werte, sammler: Sammler) -> None:
    """Levels against each other and sexes against their total; the tolerance of rounded sources is allowed for."""
    zahlen = werte.mit_bedeutung().filter(
        pl.col("nummer").is_in([i for i, b in enumerate(werte.bedeutungen) if b.zaehlt])
    )
    gerundet = _ist_gerundet(zahlen["wert"].drop_nulls())
    if gerundet:
        sammler.warne(
            "Die Quelle rundet auf 5. Teile und Summen dürfen deshalb je Zahl um 2 abweichen; nichts wird berichtigt."
        )
    _pruefe_geschlechter(zahlen, gerundet, sammler)
    je_ebene = dict(werte.lang.group_by("ebene").agg(pl.col("schluessel").n_unique()).iter_rows())
    for unten, oben, stellen in _OBEN:
        # A table of Kreise names single Gemeinden too (Hannover, Aachen); only all of them make a sum.
        if unten == Ebene.GEMEINDE and je_ebene.get(unten, 0) <= je_ebene.get(oben, 0):
            continue
        _pruefe_ebene(zahlen, unten, oben, stellen, gerundet, sammler)


def _ist_gerundet(zahlen: pl.Series) -> bool:
    positiv = zahlen.filter(zahlen > 0)
    return len(positiv) >= _MINDESTENS_ZAHLEN and bool((positiv % _RUNDUNG == 0).all())


def _pruefe_geschlechter(zahlen: pl.DataFrame, gerundet: bool, sammler: Sammler) -> None:
    je = zahlen.filter(pl.col("wert").is_not_null()).with_columns(gesamt=pl.col("geschlecht") == INSGESAMT)
    reihe = ["schluessel", *_REIHE[:-1]]
    teile = (
        je.filter(~pl.col("gesamt"))
        .group_by(reihe)
        .agg(summe=pl.col("wert").sum(), n=pl.len(), beide=pl.col("geschlecht").is_in(["m", "w"]).sum() == 2)
    )
    vergleich = (
        je.filter("gesamt")
        .join(teile, on=reihe, nulls_equal=True)
        .filter("beide")
        .with_columns(abstand=(pl.col("summe") - pl.col("wert")).abs())
    )
    ungleich = vergleich.filter(pl.col("abstand") > 0).sort("abstand", ZEILE, descending=[True, False])
    if ungleich.is_empty():
        return
    groesste = ungleich.row(0, named=True)
    text = (
        f"In {ungleich.height} von {vergleich.height} Fällen ergeben männlich und weiblich nicht die Zahl insgesamt "
        f"(am weitesten: {groesste['schluessel']} in Zeile {groesste[ZEILE]}, {groesste['abstand']:g})."
    )
    zu_viel = ungleich.filter(pl.col("abstand") > _erlaubt(pl.col("n"), gerundet))
    if gerundet:
        text += f" Mehr als die Rundung erklärt: {zu_viel.height}."
    sammler.warne(f"{text} Die Zahlen gelten so, wie sie in der Datei stehen.")


def _erlaubt(teile: pl.Expr, gerundet: bool) -> pl.Expr:
    return (teile + 1) * _TOLERANZ if gerundet else pl.lit(0)


def _pruefe_ebene(zahlen: pl.DataFrame, unten: str, oben: str, stellen: int, gerundet: bool, sammler: Sammler) -> None:
    """Areas of the lower level against the row above; only where every lower row has a figure or did not exist."""
    vorsatz = pl.col("schluessel").str.head(stellen) if stellen else pl.lit(BUND)
    teile = (
        zahlen.filter(pl.col("ebene") == unten)
        .with_columns(darueber=vorsatz)
        .group_by("darueber", *_REIHE)
        .agg(
            summe=pl.col("wert").sum(),
            n=pl.col("wert").count(),
            luecken=(pl.col("wert").is_null() & (pl.col("zeichen").fill_null(LEER) != "-")).sum(),
        )
        .filter(pl.col("n") > 0, pl.col("luecken") == 0)
    )
    vergleich = (
        zahlen.filter(pl.col("ebene") == oben, pl.col("wert").is_not_null())
        .join(teile, left_on=["schluessel", *_REIHE], right_on=["darueber", *_REIHE], nulls_equal=True)
        .with_columns(abstand=(pl.col("summe") - pl.col("wert")).abs())
        .filter(pl.col("abstand") > _erlaubt(pl.col("n"), gerundet))
        .sort("abstand", ZEILE, descending=[True, False])
    )
    if vergleich.is_empty():
        return
    ort = vergleich.row(0, named=True)
    sammler.warne(
        f"In {vergleich.height} Fällen ergeben die {_NAMEN[unten]} nicht die Zeile darüber "
        f"({_NAMEN[oben]}; am weitesten: {ort['schluessel']} in Zeile {ort[ZEILE]}, „{ort['titel'][:60]}“: "
        f"{ort['wert']:.0f} statt {ort['summe']:.0f}). Die Zahlen gelten so, wie sie in der Datei stehen."
    )
