"""The Freigabe: raw cells of one Grundzahl are protected once, attacked, and published as an immutable cube.

The only place above the raw side that sees true counts. Imported by `commands` alone (a test).
"""

from analysis.freigabe.geben import entwirf, gib_frei, uebernimm
from analysis.freigabe.gliedern import hinweis
from analysis.freigabe.pruefen import Entwurf
from analysis.freigabe.stoff import FreigabeAbgelehnt, freigebbare
from analysis.freigabe.vorschau import vorschau_auf

__all__ = ["Entwurf", "FreigabeAbgelehnt", "entwirf", "freigebbare", "gib_frei", "hinweis", "uebernimm", "vorschau_auf"]
