"""Stichtage whose counts came protected: published exactly as they were delivered, or refused. Raw side only."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import polars as pl

from analysis.geheimhaltung.angriff import Widerspruch, Wissen, Ziel, attack
from analysis.geheimhaltung.raster import grid_over
from analysis.geheimhaltung.schutz import Schutzergebnis
from models.rahmen import Wuerfel
from models.schutz import SPIEL_DER_QUELLE, Quellsumme, Schutzangaben, angaben_aus
from models.tabellen import Freigabe, Lieferung
from models.vokabular import INSGESAMT, NICHT_ERHOBEN, UEBRIGE, UNBEKANNT, Quellschutz, Raumprinzip

_ZELLE: Final = ["stichtag", "herkunft", "leistungsort"]
_KREIS: Final = 5
_VIELE: Final = 1_000_000
"""More people than any cell holds: what an attacker assumes of a number kept back."""


class QuelleAbgelehnt(ValueError):
    """Counts that came protected cannot be published as they are; the message says why, without a count."""


def je_stichtag(lieferungen: Sequence[Lieferung], quellen: Mapping[tuple[date, str], str]) -> dict[date, str]:
    """Stichtag -> how its counts came protected. `quellen`: (Stichtag, sender) -> Lieferung that counts there.

    Raises `QuelleAbgelehnt` for a Stichtag that another sender counts too: as delivered, its true numbers would show.
    """
    art = {lieferung.id: lieferung.quellschutz for lieferung in lieferungen}
    geschuetzt = {tag: art[id_] for (tag, _), id_ in quellen.items() if art[id_] != Quellschutz.KEINER}
    for tag in geschuetzt:
        absender = sorted(a for t, a in quellen if t == tag)
        if len(absender) > 1:
            raise QuelleAbgelehnt(
                f"Zum {tag:%d.%m.%Y} liefern {' und '.join(absender)}, und nicht alle Zahlen sind ungeschützt. "
                "Geschützte Zahlen werden nicht mit anderen zusammengezählt. Bitte eine der Lieferungen zurückziehen."
            )
    return geschuetzt


def check_former(geschuetzt: Mapping[date, str], fruehere: Collection[Freigabe]) -> None:
    """Refuse a Stichtag that was public with another protection: both answers together tell more than each."""
    for frei in fruehere:
        damals = angaben_aus(frei.angaben).quellschutz
        for tag in (date.fromisoformat(t) for t in frei.stichtage):
            if damals.get(tag.isoformat()) != geschuetzt.get(tag) and (
                geschuetzt.get(tag) or tag.isoformat() in damals
            ):
                raise QuelleAbgelehnt(
                    f"Der {tag:%d.%m.%Y} wurde schon anders geschützt veröffentlicht. Beide Fassungen ließen sich "
                    "verrechnen. Bitte die neue Lieferung zu diesem Stichtag zurückziehen."
                )


def insert(ergebnis: Schutzergebnis, roh: pl.DataFrame, geschuetzt: Mapping[date, str], k: int) -> Schutzergebnis:
    """The protected series with the Stichtage of `geschuetzt` put in as they were delivered (`roh`).

    Raises `QuelleAbgelehnt` for what cannot be shown as delivered, and for signs whose numbers could be worked out.
    """
    if not geschuetzt:
        return ergebnis
    teil = roh.filter(pl.col("stichtag").is_in(list(geschuetzt)))
    zellen, summen = _split(teil, ergebnis.angaben, geschuetzt)
    for tag in geschuetzt:
        eigene = [s for s in summen if s.stichtag == tag]
        _check_signs(zellen.filter(stichtag=tag), eigene, tag, SPIEL_DER_QUELLE[geschuetzt[tag]], k)
    raster = grid_over(ergebnis.angaben, sorted(geschuetzt))
    leere = raster.join(zellen, on=_ZELLE, how="anti").with_columns(wert=pl.lit(0, dtype=pl.Int64))
    ganz = pl.concat([ergebnis.wuerfel.cast({"wert": pl.Int64}), zellen, leere.select(zellen.columns)])
    angaben = replace(
        ergebnis.angaben,
        quellschutz={tag.isoformat(): str(art) for tag, art in sorted(geschuetzt.items())},
        quellsummen=tuple(summen),
    )
    return replace(ergebnis, wuerfel=Wuerfel.validate(ganz.sort(_ZELLE), cast=True), angaben=angaben)


def _split(
    teil: pl.DataFrame, angaben: Schutzangaben, geschuetzt: Mapping[date, str]
) -> tuple[pl.DataFrame, list[Quellsumme]]:
    """Delivered cells (stichtag, herkunft, leistungsort, wert) and delivered totals of Gemeinden and of the Kreis."""
    alle: dict[tuple[date, str, str], int | None] = {
        (tag, h, z): anzahl for tag, h, z, anzahl in teil.select(*_ZELLE, "anzahl").iter_rows()
    }
    summen = [
        Quellsumme(tag, prinzip, gebiet, anzahl, SPIEL_DER_QUELLE[geschuetzt[tag]])
        for (tag, *enden), anzahl in alle.items()
        for prinzip, gebiet in _total_of(tuple(enden), angaben)
    ]
    zellen: list[tuple[date, str, str, int | None]]
    if len(angaben.raumprinzipien) > 1:
        zellen = [
            (tag, _place(h, angaben, tag), _place(z, angaben, tag), anzahl)
            for (tag, h, z), anzahl in alle.items()
            if INSGESAMT not in (h, z)
        ]
    else:
        zellen = _cells_of_one_end(alle, summen, angaben, geschuetzt)
    schema = {"stichtag": pl.Date, "herkunft": pl.String, "leistungsort": pl.String, "wert": pl.Int64}
    return pl.DataFrame(zellen, schema=schema, orient="row"), sorted(summen, key=lambda s: (s.stichtag, s.gebiet))


def _total_of(enden: tuple[str, ...], angaben: Schutzangaben) -> list[tuple[str, str]]:
    """Raumprinzip and area that a delivered row is the total of; "" for the Kreis."""
    ganze = []
    for nummer, prinzip in enumerate(Raumprinzip):
        ort, anderes = enden[nummer], enden[1 - nummer]
        if prinzip in angaben.raumprinzipien and anderes == INSGESAMT and ort in angaben.gemeinden:
            ganze.append((str(prinzip), ort))
        # The Kreis is the total of an end only where the other end is not asked for: 123 come from it, 127 are served.
        if prinzip in angaben.raumprinzipien and anderes == NICHT_ERHOBEN and ort == INSGESAMT:
            ganze.append((str(prinzip), ""))
    return ganze


def _cells_of_one_end(
    alle: Mapping[tuple[date, str, str], int | None],
    summen: Sequence[Quellsumme],
    angaben: Schutzangaben,
    geschuetzt: Mapping[date, str],
) -> list[tuple[date, str, str, int | None]]:
    """Cells of a series with one Raumprinzip: delivered as such, or the delivered totals. Nothing is added up."""
    (prinzip,) = angaben.raumprinzipien
    ende = list(Raumprinzip).index(Raumprinzip(prinzip))
    zellen = {}
    for (tag, *enden), anzahl in alle.items():
        if enden[1 - ende] == NICHT_ERHOBEN and enden[ende] in angaben.gemeinden:
            zellen[tag, enden[ende]] = anzahl
    for summe in summen:
        if summe.gebiet:
            zellen[summe.stichtag, summe.gebiet] = summe.anzahl
    for tag in geschuetzt:
        gezaehlt = {enden[ende] for (t, *enden) in alle if t == tag} & set(angaben.gemeinden)
        if fehlend := sorted(ags for ags in gezaehlt if (tag, ags) not in zellen):
            raise QuelleAbgelehnt(
                f"Diese Reihe wird nur nach {prinzip.capitalize()} veröffentlicht. Zum {tag:%d.%m.%Y} fehlt dafür die "
                f"Summe von {', '.join(fehlend[:5])}; geschützte Zahlen zählen wir nicht zusammen. Bitte den Absender "
                "um die Zeilen „insgesamt“ bitten."
            )
    andere = NICHT_ERHOBEN
    return [
        (tag, ags, andere, anzahl) if ende == 0 else (tag, andere, ags, anzahl) for (tag, ags), anzahl in zellen.items()
    ]


def _place(ort: str, angaben: Schutzangaben, tag: date) -> str:
    """A place as it was delivered. Raises `QuelleAbgelehnt` for one that would have to be added up to a Kreis."""
    kreise = {ags[:_KREIS] for ags in angaben.gemeinden}
    if ort in angaben.gemeinden or ort in (UEBRIGE, UNBEKANNT) or (len(ort) == _KREIS and ort not in kreise):
        return ort
    raise QuelleAbgelehnt(
        f"In der geschützten Lieferung zum {tag:%d.%m.%Y} steht {ort}. Möglich sind die heutigen Gemeinden der "
        "Region und andere Kreise mit 5 Ziffern: Geschützte Zahlen zählen wir nicht zusammen. Bitte den Absender "
        "um diese Zuordnung bitten."
    )


def _check_signs(zellen: pl.DataFrame, summen: Sequence[Quellsumme], tag: date, spiel: int, k: int) -> None:
    """Refuse signs whose numbers follow from the totals that were delivered (fails closed)."""
    wissen, ziele = Wissen(), []
    for _, herkunft, leistungsort, wert in zellen.iter_rows():
        name = (herkunft, leistungsort)
        if wert is None:
            wissen.learn(name, 0, _VIELE)
            ziele.append(Ziel(name, k))
        else:
            wissen.learn(name, max(0, wert - spiel), wert + spiel)
    for summe in summen:
        if summe.anzahl is not None:
            teil = zellen if not summe.gebiet else zellen.filter(pl.col(summe.raumprinzip) == summe.gebiet)
            namen = list(teil.select("herkunft", "leistungsort").iter_rows())
            wissen.learn_sum(namen, von=summe.anzahl - spiel, bis=summe.anzahl + spiel)
    try:
        offene = attack(wissen, ziele)
    except Widerspruch as grund:
        raise QuelleAbgelehnt(
            f"Zum {tag:%d.%m.%Y} widersprechen sich die gelieferten Zahlen und Summen. Bitte den Absender fragen."
        ) from grund
    if offene:
        raise QuelleAbgelehnt(
            f"Zum {tag:%d.%m.%Y} ließe sich eine Zahl ausrechnen, die der Absender gesperrt hat: Die "
            "gelieferten Summen lassen zu wenige Möglichkeiten. Bitte den Absender bitten, weitere Zahlen zu "
            "sperren oder die Summen wegzulassen."
        )
