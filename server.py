"""What serving needs: warm-up, headers, language, compression, `/health`, geometry, who may write.

`app.py` hands the options to `st.App`, so the same holds under `uvicorn app:app` and `streamlit run app.py`.
"""

from collections.abc import Callable
from typing import Any

from starlette.middleware import Middleware

from serving.aufwaermen import lebenslauf
from serving.geometrie import Zuordner, geometrierouten
from serving.gesundheit import gesundheitsroute
from serving.kompression import Buendel
from serving.kopfzeilen import Kopfzeilen, sicherheitskopfzeilen
from serving.seite import Seite, deutsche_seite, lies_seite, skriptpruefsummen
from serving.zugang import Zugang

AUFGABEN: list[Callable[[], None]] = []
"""What else to warm before the first session (caches, charts, boundaries); run in this order at start."""


def optionen(*, stand: Callable[[], str], zuordnung: Zuordner) -> dict[str, Any]:
    """Arguments for `st.App(__file__, **optionen(...))`.

    `stand`: the Stand shown by `/health`. `zuordnung`: (region, ebene, einteilung) -> rows (ags, gebiet, name) of a
    map, None if there is no such view; called in a worker thread for each request.
    """
    html = deutsche_seite(lies_seite())
    return {
        "lifespan": lebenslauf(AUFGABEN),
        "middleware": [
            Middleware(Kopfzeilen, kopfzeilen=sicherheitskopfzeilen(skriptpruefsummen(html))),
            Middleware(Zugang),
            Middleware(Buendel),
            Middleware(Seite, html=html),
        ],
        "routes": [gesundheitsroute(stand), *geometrierouten(zuordnung)],
    }
