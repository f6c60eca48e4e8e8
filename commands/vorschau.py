"""`release --nach` and `release --vorschau`: which breakdown is wanted, and what it would cost."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from analysis import freigabe as freigaben
from analysis.freigabe.vorgaben import waehle_k
from models.schutz import MERKMALE, angaben_aus
from models.tabellen import Freigabe, Region
from presentation.texts import vorschau as texte

KEINE: Final = "keine"
"""Value of `--nach` for: no breakdown, whatever was published before."""


class FalscheGliederung(ValueError):
    """`--nach` names something that nothing is broken down by."""


def lies_nach(text: str | None) -> tuple[str, ...] | None:
    """ "altersgruppe,geschlecht" -> both; "keine" -> (); None -> as in the Freigabe before."""
    if text is None:
        return None
    namen = [teil.strip() for teil in text.split(",") if teil.strip()]
    if namen == [KEINE]:
        return ()
    if not namen or (fremde := [n for n in namen if n not in MERKMALE]):
        falsch = fremde[0] if namen else text
        raise FalscheGliederung(
            f"Nach „{falsch}“ wird nicht gegliedert. Möglich sind {' und '.join(MERKMALE)} (mit Komma verbunden) "
            f"oder {KEINE}."
        )
    return tuple(m for m in MERKMALE if m in namen)


def erstelle(
    region: Region, grundzahlen: Sequence[str], mindest_k: int | None, melde: Callable[[str, int], None]
) -> list[dict[str, Any]]:
    """The price of every breakdown of these Grundzahlen, ready for JSON. Raises `FreigabeAbgelehnt`."""
    fertig = []
    for nummer, grundzahl in enumerate(grundzahlen, start=1):
        melde(grundzahl, nummer)
        varianten = [v.als_objekt() for v in freigaben.vorschau_auf(region, grundzahl, mindest_k=mindest_k)]
        k = waehle_k(region.slug, grundzahl, mindest_k, None)
        fertig.append(
            {
                "grundzahl": grundzahl,
                "k": k,
                "varianten": varianten,
                "empfehlung": texte.empfehlung(grundzahl, k, varianten),
            }
        )
    return fertig


def als_text(vorschauen: Sequence[dict[str, Any]]) -> str:
    """The whole preview for the command line."""
    teile = [texte.als_text(v["grundzahl"], v["k"], v["varianten"]) for v in vorschauen]
    return "\n\n".join([*teile, "Veröffentlicht wurde nichts."])


def hinweise(fertige: Sequence[Freigabe], nach: Sequence[str] | None) -> list[str]:
    """Where less was broken down in these Freigaben than asked for."""
    saetze = (freigaben.hinweis(f.grundzahl, angaben_aus(f.angaben), nach) for f in fertige)
    return [satz for satz in saetze if satz]
