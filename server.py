"""What serving needs: warm-up, headers, language, compression, `/health`, geometry, who may write.

`app.py` hands the options to `st.App`, so the same holds under `uvicorn app:app` and `streamlit run app.py`.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from starlette.middleware import Middleware

from analysis.bestand import finde_region, lade
from data_access import abfragen, datenbank
from data_access.grenzen import Grenzbestand, KeineGrenzenError, grenzen_json, gueltige, schraffur_json
from models.vokabular import Ebene
from presentation.charts.vorlagen import baue_vorlagen
from serving.aufwaermen import lebenslauf
from serving.geometrie import Zuordner, geometrierouten
from serving.gesundheit import gesundheitsroute
from serving.kompression import Buendel
from serving.kopfzeilen import Kopfzeilen, sicherheitskopfzeilen
from serving.seite import Seite, deutsche_seite, lies_seite, skriptpruefsummen
from serving.zugang import Zugang

# app.py calls st.navigation once outside a session, on purpose; the warnings about that would only worry a newcomer.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)


def _richte_ein() -> None:
    """Make or update the main database: whoever serves an empty data folder must not meet a missing table."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    datenbank.richte_ein()


def _waerme_regionen() -> None:
    """Read what is published of every region, and draw its boundaries, once."""
    for region in abfragen.regionen():
        lade(region, abfragen.stand(region.slug))
        bestand = gueltige()
        for ebene in (Ebene.GEMEINDE, Ebene.PLANUNGSRAUM):
            zeilen = tuple(kartengebiete(region.slug, ebene, None) or ())
            with suppress(KeineGrenzenError):
                grenzen_json(zeilen, bestand)
                schraffur_json(zeilen, bestand)


AUFGABEN: list[Callable[[], None]] = [lambda: baue_vorlagen(("hell", "dunkel")), _waerme_regionen]
"""What else to warm before the first session; run in this order at start."""


def kartengebiete(region: str, ebene: str, einteilung: str | None) -> Sequence[tuple[str, str, str]] | None:
    """The areas of a map as rows (ags, gebiet, name); None if the region, level or Einteilung does not exist."""
    gefunden = finde_region(region)
    if gefunden is None or ebene not in (Ebene.LAND, Ebene.KREIS, Ebene.PLANUNGSRAUM, Ebene.GEMEINDE):
        return None
    zeilen = abfragen.zuordnung(gefunden, ebene, einteilung).select("ags", "gebiet", "name").rows()
    return zeilen or None


def optionen(
    *,
    stand: Callable[[], str] = abfragen.neuester_stand,
    zuordnung: Zuordner = kartengebiete,
    grenzen: Callable[[], Grenzbestand] = gueltige,
) -> dict[str, Any]:
    """Arguments for `st.App(__file__, **optionen())`.

    `stand`: the Stand shown by `/health`. `zuordnung`: (region, ebene, einteilung) -> rows (ags, gebiet, name) of a
    map, None if there is no such view; called in a worker thread for each request. `grenzen`: the boundaries in force.
    """
    html = deutsche_seite(lies_seite())
    return {
        "lifespan": lebenslauf(AUFGABEN, vorher=_richte_ein),
        "middleware": [
            Middleware(Kopfzeilen, kopfzeilen=sicherheitskopfzeilen(skriptpruefsummen(html))),
            Middleware(Zugang),
            Middleware(Buendel),
            Middleware(Seite, html=html),
        ],
        "routes": [gesundheitsroute(stand), *geometrierouten(zuordnung, grenzen)],
    }
