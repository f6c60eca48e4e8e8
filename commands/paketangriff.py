"""The audit at the receiver: a package is attacked together with what is public here, which the sender cannot know."""

from collections.abc import Sequence

from analysis.geheimhaltung.angriff import Widerspruch
from analysis.geheimhaltung.oeffentliches import Veroeffentlichung
from analysis.nachpruefung import pruefe_ankommendes
from analysis.paketpruefung import WuerfelUnzulaessig
from models.tabellen import Region


def greife_an(region: Region, neue: Sequence[Veroeffentlichung]) -> None:
    """Attack the new cubes of a package. Raises `WuerfelUnzulaessig` if they do not hold."""
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
