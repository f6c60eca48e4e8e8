"""Before anything is published: the draft is attacked, and nothing goes out that does not hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import dataframely as dy
import polars as pl

from analysis.freigabe.stoff import FreigabeAbgelehnt, Stoff, pruefsummen
from analysis.geheimhaltung.angriff import Widerspruch
from analysis.geheimhaltung.gliederung import Gliederungsschutz
from analysis.geheimhaltung.oeffentliches import Veroeffentlichung
from analysis.geheimhaltung.pruefung import Pruefbericht, pruefe
from analysis.geheimhaltung.schutz import Schutzergebnis
from analysis.nachpruefung import sammle
from data_access.roh import ablage
from models.grundzahlen import GRUNDZAHLEN, verwandte
from models.rahmen import Wahrwerte
from models.tabellen import Freigabe, Region


@dataclass(frozen=True)
class Entwurf:
    """A protected series that nobody has seen yet. Raw side only: it carries the truth.

    `gliederung`: its second cube by age and sex; None without one.
    """

    stoff: Stoff
    wahr: dy.DataFrame[Wahrwerte]
    ergebnis: Schutzergebnis
    fruehere: tuple[Freigabe, ...]
    gliederung: Gliederungsschutz | None = None


def pruefe_bis_bestanden(
    region: Region,
    grundzahl: str,
    entwirf: Callable[[bool, bool], Entwurf],
    fortschritt: Callable[[date], None] | None = None,
) -> tuple[Entwurf, Pruefbericht]:
    """The first draft that holds: with exact Kreis totals and the breakdown, without the one, without the other.

    `entwirf` makes a draft with or without exact totals, with or without the breakdown. Raises `FreigabeAbgelehnt` if
    none holds or the attack ends without a result.
    """
    aufgedeckt = 0
    for gegliedert in (True, False):
        for exakt in (True, False):
            entwurf = entwirf(exakt, gegliedert)
            bericht = pruefe_entwurf(region, grundzahl, entwurf, fortschritt)
            if bericht.bestanden:
                return entwurf, bericht
            aufgedeckt = bericht.aufgedeckt
            if not entwurf.ergebnis.angaben.eckwerte_exakt:
                break
        if entwurf.gliederung is None:
            break
    raise FreigabeAbgelehnt(
        f"Diese Daten können noch nicht gezeigt werden: Die Geheimhaltungsprüfung ist nicht bestanden "
        f"({aufgedeckt} Zellen). Mit allem, was über „{GRUNDZAHLEN[grundzahl].titel}“ schon veröffentlicht "
        "ist, ließe sich die Zahl weniger Menschen zu genau ausrechnen. Bitte öffentliche Eckwerte prüfen, oder den "
        "Absender fragen, ob er schon etwas veröffentlicht hat, und den Fall melden."
    )


def pruefe_entwurf(
    region: Region, grundzahl: str, entwurf: Entwurf, fortschritt: Callable[[date], None] | None = None
) -> Pruefbericht:
    """Attack a draft together with everything that was ever public about the same persons."""
    neu = Veroeffentlichung(
        kreis=region.kreis_ags,
        grundzahl=grundzahl,
        wuerfel=entwurf.ergebnis.wuerfel,
        angaben=entwurf.ergebnis.angaben,
        wahrheiten=pruefsummen(entwurf.wahr, entwurf.stoff.stichtage),
        wahr=entwurf.wahr,
        gliederung=entwurf.gliederung.wuerfel if entwurf.gliederung else None,
        gliederung_wahr=entwurf.gliederung.wahrwuerfel() if entwurf.gliederung else None,
    )
    try:
        return pruefe(sammle(region, verwandte(grundzahl), [neu], _wahrheiten), fortschritt).bericht
    except ValueError as fehler:  # a cube of former rules: what it shows has no range today
        raise FreigabeAbgelehnt(
            f"Eine frühere Freigabe von „{GRUNDZAHLEN[grundzahl].titel}“ oder einer verwandten Zahl ist nach anderen "
            "Regeln gerundet und lässt sich nicht mitprüfen. Veröffentlicht wurde nichts. Bitte den Fall melden."
        ) from fehler
    except (Widerspruch, RuntimeError) as fehler:
        raise FreigabeAbgelehnt(
            f"Die Geheimhaltungsprüfung von „{GRUNDZAHLEN[grundzahl].titel}“ endete ohne Ergebnis. Es wurde nichts "
            "veröffentlicht. Bitte den Fall melden; Einzelheiten stehen im Protokoll."
        ) from fehler


def _wahrheiten(freigabe_id: str) -> tuple[dy.DataFrame[Wahrwerte] | None, pl.DataFrame | None]:
    return ablage.wahrheit(freigabe_id), ablage.gliederungswahrheit(freigabe_id)


def check_secret(
    wahr: dy.DataFrame[Wahrwerte],
    damals: dy.DataFrame[Wahrwerte] | None,
    summen: Mapping[date, str],
    alte: Mapping[date, str],
) -> None:
    """Refuse the same truth under another secret: two answers about it could be combined.

    The checksums are keyed, so equal cells with unequal checksums mean another key.
    """
    if damals is None:
        return
    for tag, summe in summen.items():
        jetzt, vorher = (w.filter(pl.col("stichtag") == tag).sort("herkunft", "leistungsort") for w in (wahr, damals))
        if tag in alte and alte[tag] != summe and jetzt.equals(vorher):
            raise FreigabeAbgelehnt(
                f"Die Zahlen zum {tag:%d.%m.%Y} sind dieselben wie bei der letzten Freigabe, aber das Geheimnis der "
                "Installation (SRB_SECRET) ist ein anderes. Zwei Fassungen derselben Zahlen ließen sich verrechnen. "
                "Bitte das frühere Geheimnis wieder einsetzen (Sicherung des Datenordners, Datei „geheimnis“)."
            )
