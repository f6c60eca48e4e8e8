"""Reports as files: one area or several in one file, or each as a file of its own in a ZIP."""

import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from analysis.bestand import Bestand
from analysis.gebietswahl import Ort, orte, stichtage
from analysis.gremien.bestand import lade as lade_gremien
from analysis.messen import Messwerk
from analysis.steckbrief import steckbrief as stelle_zusammen
from analysis.steckbriefteile import Steckbrief
from models.vokabular import Ebene
from presentation.exports.berichte import steckbrief as blatt
from presentation.exports.berichte.konferenz import Konferenz, kapitel, titel
from presentation.exports.berichte.konferenz import schreibe as schreibe_konferenz
from presentation.exports.berichte.stoff import Berichtsstoff
from presentation.exports.dateiname import dateiname
from presentation.exports.papier import Papier
from presentation.exports.umstand import Fortschritt

SCHREIBEN: Final = "Datei schreiben"
STAND: Final = "stand"


def steckbrief(
    bestand: Bestand,
    gebiete: Sequence[Ort],
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
    if len(gebiete) == 1:
        papier = _eines(stoff, gebiete[0], tag, endung, fortschritt)
    else:
        papier = _mehrere(stoff, gebiete, tag, endung, fortschritt)
    fortschritt(len(gebiete), len(gebiete) + 1, SCHREIBEN)
    inhalt = papier.fertig()
    fortschritt(len(gebiete) + 1, len(gebiete) + 1, "")
    return inhalt


def konferenz(
    bestand: Bestand,
    jetzt: datetime,
    basis: str,
    messwerk: Messwerk,
    endung: str,
    fortschritt: Fortschritt,
    mit_steckbriefen: bool = False,
) -> bytes:
    """The Konferenzbericht of a region as one file; with the Steckbriefe of its Planungsräume if asked for."""
    stoff = Berichtsstoff(bestand, messwerk, jetzt, basis)
    k = Konferenz(stoff, lade_gremien(bestand.region.slug))
    raeume = planungsraeume(bestand) if mit_steckbriefen else ()
    anhang = [(f"ort_{nummer}", f"Steckbrief {ort.name}") for nummer, ort in enumerate(raeume)]
    anzahl = len(kapitel(k)) + len(raeume) + 1
    titel_ = titel(k)
    tag = neuester(bestand)
    papier = stoff.papier(endung, titel_, bestand.region.name, "Konferenzbericht", tag)
    fertig = 0
    for teil in schreibe_konferenz(papier, k, anhang):
        fortschritt(fertig, anzahl, teil)
        fertig += 1
    for (marke, teil), ort in zip(anhang, raeume, strict=True):
        fortschritt(fertig, anzahl, teil)
        fertig += 1
        s = zusammenstellung(stoff, ort, tag)
        blatt.schreibe(papier, s, bestand, messwerk, "", marke)
        blatt.verweis(papier, s, bestand, basis)
    fortschritt(fertig, anzahl, SCHREIBEN)
    inhalt = papier.fertig()
    fortschritt(anzahl, anzahl, "")
    return inhalt


def planungsraeume(bestand: Bestand) -> tuple[Ort, ...]:
    """The Planungsräume in force; none in a region without an Einteilung."""
    alle = orte(bestand, bestand.region.haupteinteilung_id or "")
    return tuple(o for o in alle if o.ebene == Ebene.PLANUNGSRAUM)


def konferenzname(bestand: Bestand) -> str:
    """Name of the file of a Konferenzbericht, without ending."""
    tag = neuester(bestand)
    jahr = str(tag.year) if tag else ""
    return dateiname("konferenzbericht", bestand.region.slug, jahr, synthetisch=bestand.synthetisch)


def einzeln(
    bestand: Bestand,
    gebiete: Sequence[Ort],
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
        mehrfach = {n for n, anzahl in Counter(ort.name for ort in gebiete).items() if anzahl > 1}
        for nummer, ort in enumerate(gebiete):
            fortschritt(nummer, len(gebiete), ort.name)
            inhalt = _eines(stoff, ort, tag, endung, lambda *_: None).fertig()
            schluessel = ort.gebiet if ort.name in mehrfach else ""
            ziel.writestr(f"{name(bestand, [ort], tag, schluessel)}{endung}", inhalt)
    fortschritt(len(gebiete), len(gebiete), "")
    return puffer.getvalue()


def neuester(bestand: Bestand) -> date | None:
    """The newest Stichtag a Steckbrief can be of; None without any."""
    return max(stichtage(bestand), default=None)


def name(bestand: Bestand, gebiete: Sequence[Ort], stichtag: date | None, schluessel: str = "") -> str:
    """Name of the file of a Steckbrief, without ending: "steckbrief_kreis-unna_boenen_2024".

    `schluessel` tells areas of the same name apart.
    """
    einer = gebiete[0].name if len(gebiete) == 1 and gebiete[0].ebene != bestand.ganzes.ebene else ""
    was = "steckbrief" if len(gebiete) == 1 else "steckbriefe"
    jahr = str(stichtag.year) if stichtag else ""
    return dateiname(was, bestand.region.slug, einer, schluessel, jahr, synthetisch=bestand.synthetisch)


def _eines(stoff: Berichtsstoff, ort: Ort, tag: date | None, endung: str, fortschritt: Fortschritt) -> Papier:
    fortschritt(0, 2, ort.name)
    s = zusammenstellung(stoff, ort, tag)
    titel = f"Steckbrief {ort.name}"
    papier = stoff.papier(endung, titel, f"{stoff.bestand.region.name}, {ort.name}", titel, tag)
    blatt.schreibe(papier, s, stoff.bestand, stoff.messwerk, stoff.weg)
    stoff.schreibe_stand_kurz(papier)
    blatt.verweis(papier, s, stoff.bestand, stoff.basis)
    return papier


def _mehrere(
    stoff: Berichtsstoff, gebiete: Sequence[Ort], tag: date | None, endung: str, fortschritt: Fortschritt
) -> Papier:
    titel = f"Steckbriefe {stoff.bestand.region.name}"
    papier = stoff.papier(endung, titel, stoff.bestand.region.name, "Steckbriefe", tag)
    papier.titel(titel)
    if stoff.weg:
        papier.absatz(stoff.weg)
    papier.absatz(f"{len(gebiete)} Gebiete, jedes auf eigenen Seiten:")
    marken = {f"ort_{nummer}": ort for nummer, ort in enumerate(gebiete)}
    papier.verzeichnis({marke: ort.name for marke, ort in marken.items()} | {STAND: "Quellen und Stand der Daten"})
    for nummer, (marke, ort) in enumerate(marken.items()):
        fortschritt(nummer, len(gebiete) + 1, ort.name)
        s = zusammenstellung(stoff, ort, tag)
        blatt.schreibe(papier, s, stoff.bestand, stoff.messwerk, "", marke)
        blatt.verweis(papier, s, stoff.bestand, stoff.basis)
    papier.ueberschrift("Quellen und Stand der Daten", 1, marke=STAND)
    stoff.schreibe_stand(papier)
    return papier


def zusammenstellung(stoff: Berichtsstoff, ort: Ort, tag: date | None) -> Steckbrief:
    """Everything about an area at a Stichtag."""
    return stelle_zusammen(stoff.bestand, ort, tag, stoff.messwerk.alle_messungen)
