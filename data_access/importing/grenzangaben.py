"""What a file of boundaries says beside its areas: attributes, the day it holds for, the credit it demands."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from data_access.importing.befund import Sammler
from data_access.importing.felder import lies_einen_tag
from data_access.importing.geodatei import Schicht
from data_access.importing.mangel import Mangel
from data_access.importing.profil import Umstaende
from data_access.importing.stichtage import lies_stichtag

_TAGE: Final = ("wsk", "beginn", "stand", "gueltig_von", "gueltig_ab")
_LAENGSTE_QUELLE: Final = 200


def spalte(schicht: Schicht, namen: Sequence[str]) -> str | None:
    """The attribute that is called like the first of `namen` that there is, whatever its case."""
    vorhanden = {feld.lower(): feld for feld in reversed(list(schicht.merkmale))}
    return next((vorhanden[n] for n in namen if n in vorhanden), None)


def lies_tag(schichten: Sequence[Schicht], umstaende: Umstaende, sammler: Sammler) -> date | None:
    """Validity day: as named, else the newest day of an area (WSK or BEGINN), else asked for."""
    tag = umstaende.stichtag or _aus_merkmalen(schichten)
    if tag is None:
        frage = "Für welchen Tag gelten die Grenzen? (JJJJ-MM-TT)"
        tag = lies_einen_tag(umstaende.antwort(sammler, "stichtag", frage, ()), sammler)
        if tag is None:
            return None
    elif umstaende.stichtag is None:
        sammler.warne(
            f"Als Gebietsstand gilt der {tag:%d.%m.%Y}, der jüngste Tag, den die Datei bei einem Gebiet nennt. "
            "Ist er falsch, bitte den richtigen Stichtag angeben."
        )
    sammler.stichtage = (tag.isoformat(),)
    return tag


def _aus_merkmalen(schichten: Sequence[Schicht]) -> date | None:
    tage = []
    for schicht in schichten:
        feld = spalte(schicht, _TAGE)
        for wert in {str(w)[:10].replace("/", "-") for w in schicht.merkmale[feld]} if feld else ():
            try:
                tage.append(lies_stichtag(wert))
            except Mangel:
                continue
    return max(tage, default=None)


def lies_quelle(umstaende: Umstaende, sammler: Sammler) -> str | None:
    """The credit that stands on every map and file."""
    text = umstaende.antwort(
        sammler,
        "quelle",
        "Welcher Quellenvermerk muss auf jeder Karte stehen? Er steht in den Bedingungen der Daten, zum Beispiel "
        "„© GeoBasis-DE / BKG 2016 (Daten verändert)“.",
        (),
    )
    if text is None:
        return None
    sauber = " ".join(text.split())
    if not 3 <= len(sauber) <= _LAENGSTE_QUELLE or any(zeichen in sauber for zeichen in "<>[]{}`\\|*_$"):
        sammler.beanstande(
            f"Der Quellenvermerk ist nicht möglich. Erlaubt sind 3 bis {_LAENGSTE_QUELLE} Zeichen ohne "
            "<, >, [, ], {, }, |, *, _ und $. Bitte den Vermerk ohne Auszeichnung eingeben.",
            wert=sauber,
        )
        return None
    return sauber
