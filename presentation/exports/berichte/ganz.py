"""Reports as files: one area or several in one file, or each as a file of its own in a ZIP."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from analysis.bestand import Bestand
from analysis.gebietswahl import Ort
from analysis.messen import Messwerk
from analysis.steckbrief import steckbrief as stelle_zusammen
from analysis.steckbriefteile import Steckbrief
from presentation.exports.berichte import steckbrief as blatt
from presentation.exports.berichte.stoff import Berichtsstoff, Fortschritt
from presentation.exports.dateiname import dateiname
from presentation.exports.papier import Papier

SCHREIBEN: Final = "Datei schreiben"
STAND: Final = "stand"


def steckbrief(
    bestand: Bestand,
    orte: Sequence[Ort],
    jetzt: datetime,
    basis: str,
    messwerk: Messwerk,
    endung: str,
    fortschritt: Fortschritt,
    stichtag: date | None = None,
) -> bytes:
    """The Steckbriefe of these areas as one file (".pdf" or ".docx"); of several with a list of contents.

    `stichtag` None: the newest. `basis`: address of the installation for links and QR codes, may be empty.
    """
    stoff = Berichtsstoff(bestand, messwerk, jetzt, basis)
    tag = stichtag or neuester(bestand)
    if len(orte) == 1:
        papier = _eines(stoff, orte[0], tag, endung, fortschritt)
    else:
        papier = _mehrere(stoff, orte, tag, endung, fortschritt)
    fortschritt(len(orte), len(orte) + 1, SCHREIBEN)
    inhalt = papier.fertig()
    fortschritt(len(orte) + 1, len(orte) + 1, "")
    return inhalt


def einzeln(
    bestand: Bestand,
    orte: Sequence[Ort],
    jetzt: datetime,
    basis: str,
    messwerk: Messwerk,
    endung: str,
    fortschritt: Fortschritt,
    stichtag: date | None = None,
) -> bytes:
    """The Steckbriefe of these areas, each as a file of its own, in one ZIP."""
    stoff = Berichtsstoff(bestand, messwerk, jetzt, basis)
    tag = stichtag or neuester(bestand)
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as ziel:
        for nummer, ort in enumerate(orte):
            fortschritt(nummer, len(orte), ort.name)
            inhalt = _eines(stoff, ort, tag, endung, lambda *_: None).fertig()
            ziel.writestr(f"{name(bestand, [ort], tag)}{endung}", inhalt)
    fortschritt(len(orte), len(orte), "")
    return puffer.getvalue()


def neuester(bestand: Bestand) -> date | None:
    """The newest Stichtag of the cubes in force; None without any."""
    return bestand.stichtage[-1] if bestand.stichtage else None


def name(bestand: Bestand, orte: Sequence[Ort], stichtag: date | None) -> str:
    """Name of the file of a Steckbrief, without ending: "steckbrief_kreis-unna_boenen_2024"."""
    einer = orte[0].name if len(orte) == 1 and orte[0].ebene != bestand.ganzes.ebene else ""
    was = "steckbrief" if len(orte) == 1 else "steckbriefe"
    jahr = str(stichtag.year) if stichtag else ""
    return dateiname(was, bestand.region.slug, einer, jahr, synthetisch=bestand.synthetisch)


def _eines(stoff: Berichtsstoff, ort: Ort, tag: date | None, endung: str, fortschritt: Fortschritt) -> Papier:
    fortschritt(0, 2, ort.name)
    s = zusammenstellung(stoff, ort, tag)
    titel = f"Steckbrief {ort.name}"
    papier = stoff.papier(endung, titel, f"{stoff.bestand.region.name}, {ort.name}", titel, tag)
    blatt.schreibe(papier, s, stoff.bestand, stoff.messwerk, stoff.basis, stoff.weg)
    stoff.schreibe_stand(papier, 2)
    return papier


def _mehrere(
    stoff: Berichtsstoff, orte: Sequence[Ort], tag: date | None, endung: str, fortschritt: Fortschritt
) -> Papier:
    titel = f"Steckbriefe {stoff.bestand.region.name}"
    papier = stoff.papier(endung, titel, stoff.bestand.region.name, "Steckbriefe", tag)
    papier.titel(titel)
    if stoff.weg:
        papier.absatz(stoff.weg)
    papier.absatz(f"{len(orte)} Gebiete, jedes auf eigenen Seiten:")
    marken = {f"ort_{nummer}": ort for nummer, ort in enumerate(orte)}
    papier.verzeichnis({marke: ort.name for marke, ort in marken.items()} | {STAND: "Quellen und Stand der Daten"})
    for nummer, (marke, ort) in enumerate(marken.items()):
        fortschritt(nummer, len(orte) + 1, ort.name)
        s = zusammenstellung(stoff, ort, tag)
        blatt.schreibe(papier, s, stoff.bestand, stoff.messwerk, stoff.basis, "", marke)
    stoff.schreibe_stand(papier, 1, neue_seite=True, marke=STAND)
    return papier


def zusammenstellung(stoff: Berichtsstoff, ort: Ort, tag: date | None) -> Steckbrief:
    """Everything about an area at a Stichtag."""
    return stelle_zusammen(stoff.bestand, ort, tag, stoff.messwerk.alle_messungen)
