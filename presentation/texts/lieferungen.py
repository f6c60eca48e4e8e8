"""The kinds of files that can be imported, in words: the one place for their names on screen and command line."""

from dataclasses import dataclass
from typing import Final

from data_access.importing.lesen import MAX_BYTES
from models.gremienformate import FORMATE
from models.vokabular import Lieferungsart
from presentation.texts import gremienarten

ERKENNEN: Final = ""
"""In place of a kind: the worker finds out what the file is."""

TABELLEN: Final = ("CSV", "XLSX")
GEODATEN: Final = ("GPKG", "GeoJSON", "GeoJSON.gz", "ZIP mit Shapefile")


@dataclass(frozen=True)
class Artbeschreibung:
    """One kind. `danach`: where its data are seen after the import, with a link (`verweis`) to the page `seite`.

    `zurueck`: what happens when such a Lieferung is taken back. `hoechstens`: largest file in bytes.
    """

    name: str
    erklaerung: str
    endungen: tuple[str, ...]
    danach: str
    seite: str
    verweis: str
    zurueck: str
    hoechstens: int = MAX_BYTES


ARTEN: Final[dict[str, Artbeschreibung]] = {
    Lieferungsart.EINWOHNER: Artbeschreibung(
        "Einwohner",
        "Wie viele Menschen in jeder Gemeinde wohnen. Angenommen werden das Gemeindeverzeichnis (GV-ISys) und der "
        "Zensus 2022 so, wie sie vom Statistischen Bundesamt kommen, und unsere Vorlage mit Altersgruppen.",
        TABELLEN,
        "Die neuen Einwohnerzahlen gelten sofort auf allen Seiten.",
        "zahlen",
        "Einwohnerzahlen ansehen",
        "Die Einwohnerzahlen dieser Datei verschwinden sofort von allen Seiten. Hat eine andere Lieferung dieselben "
        "Zahlen, gilt wieder sie.",
    ),
    Lieferungsart.FALLZAHLEN: Artbeschreibung(
        "Fallzahlen",
        "Wie viele Menschen Leistungen der Eingliederungshilfe erhalten. Angenommen wird unsere Vorlage, ausgefüllt "
        "vom Träger. Nur Anzahlen, nie Angaben zu einzelnen Personen.",
        TABELLEN,
        "Die Zahlen sind gespeichert und noch nicht zu sehen. Bei der Freigabe werden sie geschützt und "
        "veröffentlicht.",
        "zahlen",
        "Zahlen ansehen",
        "Veröffentlichte Fallzahlen bleiben stehen, bis ihre Freigabe erneuert oder zurückgezogen wird.",
    ),
    Lieferungsart.WUERFEL: Artbeschreibung(
        "Geschützte Zahlen",
        "Ein Paket von Zahlen, die der Träger bei sich geschützt, geprüft und unterschrieben hat. Genaue "
        "kleine Zahlen kommen hier nie an. Beim ersten Paket vergleichen Sie am Telefon seinen Schlüssel.",
        ("Paket (.srbpaket)",),
        "Die geschützten Zahlen sind veröffentlicht und gelten sofort auf allen Seiten.",
        "karte",
        "Auf der Karte ansehen",
        "Die Freigaben aus diesem Paket werden mit zurückgezogen: Die Zahlen verschwinden sofort von allen Seiten.",
    ),
    Lieferungsart.MERKMALE: Artbeschreibung(
        "Zahlen zum Umfeld",
        "Öffentliche Zahlen zum Umfeld, zum Beispiel aus Regionalstatistik oder Pflegestatistik. Angenommen werden "
        "Tabellen der statistischen Ämter und unsere Vorlage.",
        TABELLEN,
        "Die neuen Zahlen stehen sofort als Kennzahlen auf den Seiten „Zahlen“ und „Karte“.",
        "zahlen",
        "Zahlen ansehen",
        "Die Zahlen dieser Datei verschwinden sofort von allen Seiten. Hat eine andere Lieferung dieselben Zahlen, "
        "gilt wieder sie.",
    ),
    Lieferungsart.GRENZEN: Artbeschreibung(
        "Grenzen",
        "Die Umrisse der Kreise und Gemeinden für die Karte. Angenommen werden amtliche Verwaltungsgebiete, zum "
        "Beispiel VG250 vom Bundesamt für Kartographie und Geodäsie, und Listen von Gebietsänderungen.",
        (*GEODATEN, "CSV mit Gebietsänderungen"),
        "Neue Grenzen gelten sofort auf allen Karten. Nach neuen Gebietsänderungen zählen Zahlen aufgelöster Gemeinden "
        "sofort für ihre Nachfolger.",
        "karte",
        "Karte ansehen",
        "Die Karten zeigen wieder die Grenzen von vorher, und Gebietsänderungen aus dieser Datei gelten nicht mehr. "
        "Gebiete, die sie genannt hat, bleiben bekannt.",
    ),
    Lieferungsart.PLANUNGSRAEUME: Artbeschreibung(
        "Planungsräume",
        "Welche Gemeinde zu welchem Planungsraum gehört. Angenommen wird unsere Vorlage mit einer Zeile je Gemeinde.",
        TABELLEN,
        "Die Einteilung ist gespeichert. Die erste einer Region gilt sofort, jede weitere ist zunächst ein Vorschlag. "
        "Die Seite „Planungsräume“ zeigt sie und vergleicht sie mit der gültigen.",
        "planungsraeume",
        "Planungsräume ansehen",
        "Eine Einteilung wird nicht mit ihrer Datei zurückgezogen. Auf der Seite „Planungsräume“ lässt sich ein "
        "Vorschlag verwerfen oder eine andere Version in Kraft setzen.",
    ),
    Lieferungsart.ECKWERTE: Artbeschreibung(
        "Öffentliche Eckwerte",
        "Zahlen über dieselben Menschen, die schon veröffentlicht sind, zum Beispiel die Summe des Kreises in einem "
        "Bericht des Trägers. Angenommen wird unsere Vorlage. Bei der nächsten Freigabe bleiben diese Zahlen genau so "
        "stehen.",
        TABELLEN,
        "Die Eckwerte sind gespeichert. Sie gelten ab der nächsten Freigabe der Fallzahlen.",
        "methodik",
        "Nachlesen, wie geschützt wird",
        "Veröffentlichte Zahlen bleiben stehen, bis ihre Freigabe erneuert wird. Die nächste Freigabe hält diese "
        "Eckwerte nicht mehr fest. Bekannt bleiben sie trotzdem.",
    ),
}
"""The kinds with numbers and areas in the order of the page Daten."""

GREMIENARTEN: Final[dict[str, Artbeschreibung]] = {
    kind: Artbeschreibung(
        f.titel,
        gremienarten.erklaerung(kind),
        TABELLEN,
        gremienarten.DANACH,
        "gremien",
        "Auf der Seite „Gremien“ ansehen",
        gremienarten.ZURUECK,
    )
    for kind, f in FORMATE.items()
}
"""The KINDs about Gremien. On the page Daten they are one choice, and which of them a second one."""

GREMIEN: Final = "gremien"
"""That one choice. It is a KIND too (the Gremien themselves)."""
GREMIEN_NAME: Final = "Gremien und Sitzungen"

_BITTE_ERKENNEN: Final = Artbeschreibung(
    "Ich weiß es nicht – bitte erkennen",
    "Wir sehen nach, was die Datei enthält, und sagen es Ihnen, bevor etwas gespeichert wird. "
    "Leere Vorlagen zum Ausfüllen gibt es, wenn Sie eine Art wählen.",
    (*TABELLEN, *GEODATEN, "Paket (.srbpaket)"),
    "",
    "",
    "",
    "",
    max(art.hoechstens for art in ARTEN.values()),
)

_MB: Final = 1024 * 1024


def artname(art: str) -> str:
    """A kind as it is called on screen."""
    return beschreibung(art).name


def beschreibung(art: str) -> Artbeschreibung:
    """Everything about a kind (`ERKENNEN`: about letting the worker find out)."""
    return ARTEN.get(art) or GREMIENARTEN.get(art, _BITTE_ERKENNEN)


def aufforderung(art: str) -> str:
    """The label over the upload: accepted forms and the largest size."""
    b = beschreibung(art)
    *vordere, letzte = b.endungen
    formen = f"{', '.join(vordere)} oder {letzte}" if vordere else letzte
    return f"Datei auswählen ({formen}, höchstens {b.hoechstens // _MB} MB)"


def zu_gross(art: str, datei: str, groesse: int) -> str:
    """The refusal of a file that is too large. `groesse` in bytes."""
    b = beschreibung(art)
    tun = (
        "Bitte liefern Sie nur die Ebenen, die gebraucht werden, oder vereinfachte Grenzen."
        if art == Lieferungsart.GRENZEN
        else "Bitte teilen Sie die Datei, zum Beispiel nach Jahren, oder löschen Sie Blätter, die niemand braucht."
    )
    return f"Die Datei „{datei}“ ist {-(-groesse // _MB)} MB groß. Erlaubt sind {b.hoechstens // _MB} MB. {tun}"
