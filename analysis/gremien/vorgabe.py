"""What a form about a meeting offers before anything is typed: the groups and institutions that usually come."""

from dataclasses import dataclass

from analysis.gremien.anwesenheit import rang
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import Gruppe


@dataclass(frozen=True)
class Vorgabe:
    """Rows of a form. `vorn`: groups offered first, `weitere`: the rest. `institutionen`: (group, name)."""

    vorn: tuple[str, ...]
    weitere: tuple[str, ...]
    institutionen: tuple[tuple[str, str], ...]


def vorgabe(bestand: Gremienbestand, gremium: Gremium, sitzung: Sitzung | None) -> Vorgabe:
    """The groups that the agreement names or that came before, and the institutions of this or the last meeting."""
    alle = bestand.sitzungen.get(gremium.id, ())
    genannte = {s.gruppe for s in bestand.sitze.get(gremium.id, ())}
    dagewesen = {t.gruppe for s in alle for t in bestand.teilnahmen.get(s.id, ())}
    vorn = tuple(str(g) for g in Gruppe if g in genannte | dagewesen) or tuple(map(str, Gruppe))
    frueher = [
        t
        for s in ([sitzung] if sitzung else alle)
        for t in sorted(bestand.teilnahmen.get(s.id, ()), key=lambda t: (rang(t.gruppe), t.organisation))
        if t.organisation
    ]
    letzte = frueher[-1].sitzung_id if frueher else ""
    return Vorgabe(
        vorn,
        tuple(str(g) for g in Gruppe if g not in vorn),
        tuple((t.gruppe, t.organisation) for t in frueher if t.sitzung_id == letzte),
    )
