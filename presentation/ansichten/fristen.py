"""The picture of a year of duties, as everybody may see it: own dates and what is not released are not in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from analysis.gremien.bestand import Gremienbestand, lade
from analysis.pflichten.auswahl import staende_im_jahr, waehlbare_jahre, waehle_jahr
from analysis.pflichten.stand import Pflichtstand, Sicht, nach_aussen
from analysis.pflichten.urteil import pflichtstaende
from models.pflichtworte import Pflichtart
from presentation import pflichtbilder
from presentation.ansichten import eingetragen
from presentation.ansichten.bogen import Bogen
from presentation.ansichten.eingetragen import Regionsblick
from presentation.ansichten.stelle import Stelle, stelle
from presentation.exports.dateiname import dateiname
from presentation.texts import pflichten as texte
from presentation.texts import pflichttafeln as tafeln
from presentation.texts.zahlen import datum

SEITE: Final = "fristen"
STREIFEN: Final = "jahresstreifen"
ARTEN: Final = (STREIFEN,)


@dataclass(frozen=True)
class Blick(Regionsblick):
    """The duties of a year. Whatever `im_jahr` holds, only what is released leaves through here."""

    bestand: Gremienbestand
    im_jahr: tuple[Pflichtstand, ...]
    jahr: int
    heute: date

    @property
    def pflichten(self) -> Sequence[Sicht]:
        """What is owed, as everybody may see it, the most urgent first."""
        return tafeln.geordnet(s for s in nach_aussen(self.im_jahr) if s.pflicht.art == Pflichtart.PFLICHT)


def streifen(b: Blick) -> Bogen | None:
    """Every duty on its last day, whoever is responsible."""
    pflichten = b.pflichten
    synthetisch = any(s.synthetisch for s in pflichten)
    unterzeile = texte.unterzeile(b.bestand.e.vereinbarungen, b.regionsname, b.heute, synthetisch)
    verdeckt = any(s.verdeckt for s in pflichten)
    return eingetragen.bogen(
        stelle(SEITE, {"region": [b.region], "jahr": [str(b.jahr)]}, STREIFEN),
        dateiname("fristen", b.region, str(b.jahr), STREIFEN, synthetisch=synthetisch),
        texte.streifenbefund(pflichten, b.jahr, b.heute),
        f"Fristen {b.jahr}, {b.regionsname} · {unterzeile}",
        bild=partial(pflichtbilder.jahresbild, pflichten, (), b.jahr, b.heute),
        tafel=lambda: eingetragen.tafel(f"Pflichten {b.jahr}", tafeln.breit(pflichten)),
        rahmen=lambda: _rahmen(b, pflichten),
        titel=f"Fristen {b.jahr}, {b.regionsname}",
        angaben=[
            ("Gezählt", " ".join(s for s in (texte.ZUM_STREIFEN, texte.ohne_tag(pflichten)) if s)),
            ("Bedeutung", texte.WAS_ES_HEISST),
            *([("Freigabe", texte.WARUM_VERDECKT)] if verdeckt else []),
            ("Quelle", texte.quelle(b.bestand.e.vereinbarungen)),
            ("Stand", datum(b.heute)),
            ("Schutz", texte.SCHUTZ),
        ],
        synthetisch=synthetisch,
    )


def _rahmen(b: Blick, pflichten: Sequence[Sicht]) -> pl.DataFrame:
    """The list of the page with the ids of region, rule and year."""
    ids = {
        "region": [b.region for _ in pflichten],
        "jahr": [s.jahr for s in pflichten],
        "regel": [s.pflicht.rule for s in pflichten],
        "instanz": [s.instanz for s in pflichten],
    }
    return pl.DataFrame(ids).hstack(tafeln.als_rahmen(pflichten))


def aus_link(s: Stelle, gebiete: Bestand, heute: date) -> Bogen:
    """The view of a link on the page Fristen. Raises `KeineAnsicht`."""
    bestand = lade(gebiete.region.slug)
    staende = pflichtstaende(bestand, heute)
    jahre = waehlbare_jahre(nach_aussen(staende), heute)
    jahr, satz = waehle_jahr(next(iter(s.werte.get("jahr", ())), ""), jahre, heute)
    eingetragen.lehne_ab([satz] if satz else [], "Fristen")
    im_jahr = staende_im_jahr(bestand, heute, jahr, staende)
    return eingetragen.pruefe(streifen(Blick(gebiete, bestand, im_jahr, jahr, heute)), "Fristen")
