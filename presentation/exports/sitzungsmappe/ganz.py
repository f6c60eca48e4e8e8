"""All papers of a meeting in Word or PDF: each as a file of its own, the Sitzungsmappe, and the Word files as a ZIP."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from analysis.gremien.datenblatt import Datenblatt
from data_access.gremien.tagesordnung import RUECKLAUF
from models.gremienworte import Sitzungsstatus
from presentation.exports.haende import WORD
from presentation.exports.papier import Papier
from presentation.exports.sitzungsmappe import nachher, vorher
from presentation.exports.sitzungsmappe.blatt import datenblatt
from presentation.exports.sitzungsmappe.stoff import Stoff
from presentation.texts import datenblatt as blatttexte
from presentation.texts import sitzungsmappe as texte
from presentation.texts.zahlen import datum

Schreiber = Callable[[Papier, Stoff], None]
KALENDER: Final = "wiedervorlagen.ics"


@dataclass(frozen=True)
class Teil:
    """One paper. `name`: of its file, without ending. `in_der_mappe`: part of the combined file."""

    name: str
    titel: str
    schreibe: Schreiber
    mit_zahlen: bool = False
    in_der_mappe: bool = True


def teile(stoff: Stoff) -> tuple[Teil, ...]:
    """The papers there are for a meeting; those that follow it only if it took place, no invitation if it was off."""
    faellt_aus = stoff.papiere.sitzung.status == Sitzungsstatus.AUSGEFALLEN
    davor = [
        *([] if faellt_aus else [Teil("einladung", "Einladung", vorher.einladung)]),
        Teil("tagesordnung", "Tagesordnung", vorher.tagesordnung),
        *(
            Teil(f"datenblatt-{b.thema}", blatttexte.titel(b), partial(_datenblatt, blatt=b), mit_zahlen=True)
            for b in stoff.blaetter
        ),
        Teil("ruecklauf", RUECKLAUF, vorher.ruecklauf),
    ]
    danach = [
        Teil("protokoll", "Protokoll", nachher.protokoll, in_der_mappe=False),
        Teil("vorlage-sozialausschuss", "Vorlage für den Sozialausschuss", nachher.vorlage, True, False),
        Teil("wiedervorlagen", "Wiedervorlagen", nachher.wiedervorlagen, in_der_mappe=False),
    ]
    return (*davor, *(danach if stoff.papiere.fand_statt else ()))


def _datenblatt(papier: Papier, stoff: Stoff, blatt: Datenblatt) -> None:
    datenblatt(papier, stoff.stand.bestand, blatt)


def einzeln(stoff: Stoff, teil: Teil, endung: str = WORD) -> bytes:
    """One paper as a file with this ending of `HAENDE`."""
    papier = stoff.papier(teil.titel, endung, mit_zahlen=teil.mit_zahlen)
    papier.ueberschrift(teil.titel, 1)
    teil.schreibe(papier, stoff)
    return papier.fertig()


def mappe(stoff: Stoff, endung: str = WORD) -> bytes:
    """Invitation, agenda, data sheets and Rücklauf as one file with links to its parts."""
    p = stoff.papiere
    alle = [teil for teil in teile(stoff) if teil.in_der_mappe]
    papier = stoff.papier("Sitzungsmappe", endung, mit_zahlen=True)
    papier.titel("Sitzungsmappe")
    papier.absatz(f"{p.gremium.name}, {datum(p.sitzung.datum)}", fett=True)
    papier.absatz(f"{texte.papierstand(stoff.stand, stoff.jetzt)}. {texte.papiersatz(stoff.stand)}")
    if satz := texte.zurueckgezogen(stoff.stand.zurueckgezogen):
        papier.absatz(satz)
    papier.absatz("In dieser Mappe:")
    papier.verzeichnis({f"teil_{n}": teil.titel for n, teil in enumerate(alle)})
    for n, teil in enumerate(alle):
        papier.ueberschrift(teil.titel, 1, neue_seite=True, marke=f"teil_{n}")
        teil.schreibe(papier, stoff)
    return papier.fertig()


def archiv(stoff: Stoff) -> bytes:
    """Every paper as a Word file of its own, in one ZIP: to be completed by the office."""
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as ziel:
        for n, teil in enumerate(teile(stoff), start=1):
            ziel.writestr(f"{n:02}_{name_des_papiers(stoff, teil)}", einzeln(stoff, teil))
        if any(w.bis for w in stoff.papiere.wiedervorlagen) and stoff.papiere.fand_statt:
            ziel.writestr(
                f"{n + 1:02}_{KALENDER.replace('.', f'_{stoff.kennung}.')}",
                nachher.kalender(stoff.papiere, stoff.jetzt),
            )
    return puffer.getvalue()


def stamm(stoff: Stoff) -> str:
    """Name of the combined file and of the ZIP, without ending."""
    return f"sitzungsmappe_{stoff.kennung}"


def name_des_papiers(stoff: Stoff, teil: Teil, endung: str = WORD) -> str:
    """Name of the file of one paper."""
    return f"{teil.name}_{stoff.kennung}{endung}"
