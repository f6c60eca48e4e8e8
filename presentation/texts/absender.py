"""Who protected the numbers that arrived protected, in words: for the list on the page Daten."""

from collections.abc import Sequence

from data_access.signatur import gruppen
from models.grundzahlen import GRUNDZAHLEN
from models.paket import GESCHUETZT_VON, geprueft_am, geschuetzt_von
from models.tabellen import Absenderschluessel, Freigabe, Lieferung
from presentation.texts.zahlen import datum

OHNE_PRUEFUNG = "öffentliche Zahl, keine Prüfung nötig"


def von(lieferung: Lieferung, name: str) -> str:
    """The sender of a Lieferung as the list shows it."""
    return f"{name}, beim Absender geschützt" if lieferung.art == "wuerfel" else name


def angenommene(absender: Sequence[Absenderschluessel]) -> list[dict[str, object]]:
    """One row a sender whose signature is accepted."""
    return [
        {"Absender": a.name, "Schlüssel": gruppen(a.fingerabdruck), "angenommen": datum(a.vertraut_seit.date())}
        for a in absender
    ]


def geschuetzt_gelieferte(freigaben: Sequence[Freigabe]) -> list[dict[str, object]]:
    """One row a Freigabe that was protected elsewhere: by whom, as which Fassung, and when it was audited there."""
    zeilen: list[dict[str, object]] = []
    for frei in freigaben:
        quelle = geschuetzt_von(frei.quellen)
        if quelle is None:
            continue
        tag = geprueft_am(frei.pruefbericht)
        zeilen.append(
            {
                "Zahl": GRUNDZAHLEN[frei.grundzahl].titel,
                "geschützt geliefert von": quelle[GESCHUETZT_VON],
                "Schlüssel": gruppen(quelle["fingerabdruck"]),
                "Fassung dort": int(quelle["fassung"]),
                "geprüft": datum(tag) if tag else OHNE_PRUEFUNG,
            }
        )
    return zeilen
