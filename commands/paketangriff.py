"""The audit at the receiver: a package is attacked together with what is public here, which the sender cannot know."""

from collections.abc import Mapping

import dataframely as dy

from analysis.geheimhaltung.angriff import Widerspruch
from analysis.geheimhaltung.oeffentliches import Veroeffentlichung
from analysis.nachpruefung import pruefe_ankommendes
from analysis.paketpruefung import WuerfelUnzulaessig, zellenzahl
from data_access.paket import Paket, lies_gliederung
from models.rahmen import Wuerfel
from models.tabellen import Region


def greife_an(paket: Paket, region: Region, wuerfel: Mapping[str, dy.DataFrame[Wuerfel]]) -> None:
    """Attack the new cubes of a package (by Grundzahl). Raises `WuerfelUnzulaessig` if they do not hold."""
    neue = []
    for eintrag in (e for e in paket.manifest.wuerfel if e.grundzahl in wuerfel):
        zweiter = paket.gliederung(eintrag)
        zellen = zellenzahl(eintrag.schutz, eintrag.stichtage).gliederung
        neue.append(
            Veroeffentlichung(
                kreis=region.kreis_ags,
                grundzahl=eintrag.grundzahl,
                wuerfel=wuerfel[eintrag.grundzahl],
                angaben=eintrag.schutz,
                wahrheiten=eintrag.wahrheiten,
                gliederung=lies_gliederung(zweiter, zellen) if zweiter else None,
            )
        )
    try:
        aufgedeckt = pruefe_ankommendes(region, neue)
    except (Widerspruch, RuntimeError) as fehler:
        raise WuerfelUnzulaessig(
            "Die Geheimhaltungsprüfung endete ohne Ergebnis: Die Zahlen des Pakets passen nicht zu dem, was hier schon "
            "veröffentlicht ist. Bitte den Absender fragen, ob er eine frühere Fassung zurückgezogen hat."
        ) from fehler
    if aufgedeckt:
        raise WuerfelUnzulaessig(
            "Diese Daten können noch nicht gezeigt werden: Die Geheimhaltungsprüfung ist nicht bestanden "
            f"({aufgedeckt} Zellen). Zusammen mit dem, was hier schon veröffentlicht ist, ließen sich kleine Zahlen "
            "ausrechnen. Bitte den Absender um ein Paket bitten, das an seine letzte Freigabe anschließt."
        )
