"""The list of duties of a year as files for people, with what is kept back on screen kept back here too."""

from collections.abc import Sequence
from datetime import date

from analysis.pflichten.stand import Sicht
from presentation.exports import tabelle
from presentation.texts import pflichten as texte
from presentation.texts import pflichttafeln as tafeln
from presentation.texts.dateiangaben import hinweis
from presentation.texts.pflichtworte import STATUSWORTE, VERDECKT
from presentation.texts.zahlen import datum


def liste(sichten: Sequence[Sicht], ort: str, jahr: int, quelle: str, stand: date, format_: str) -> bytes:
    """The instances as one of `tabelle.FORMATE`, the most urgent first. `ort`: name of the region."""
    marke = hinweis(any(s.synthetisch for s in sichten))
    verdeckt = [(VERDECKT, texte.WARUM_VERDECKT)] if any(s.verdeckt for s in sichten) else []
    worte = [(STATUSWORTE[status], satz) for status, satz in texte.BEDEUTUNG.items()]
    erklaerung = [
        *marke,
        ("Stand", datum(stand)),
        ("Bedeutung", texte.WAS_ES_HEISST),
        *worte,
        *verdeckt,
        ("Schutz", texte.SCHUTZ),
        ("Quelle", quelle),
    ]
    werte = tafeln.als_rahmen(tafeln.geordnet(sichten))
    return tabelle.als_datei(werte, format_, f"Fristen {jahr}, {ort}", erklaerung)
