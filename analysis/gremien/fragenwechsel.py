"""Other statements from a year on: those that change end, new ones begin, and no answer gets another question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.gremien.zusammenarbeit import gefragt
from data_access.gremien.buch import GremienAbgelehnt
from models.gremientabellen import Bewertung, Bewertungsfrage


@dataclass(frozen=True)
class Fragenwechsel:
    """What is to be written: rows of KIND `bewertungsfragen` in their order, and statements never asked that go."""

    setze: tuple[dict[str, Any], ...]
    entfernt: tuple[Bewertungsfrage, ...]
    nummern: tuple[int, ...]


def wechsle(
    region: str,
    fragen: Sequence[Bewertungsfrage],
    bewertungen: Sequence[Bewertung],
    ab: int,
    texte: Mapping[int, str],
    vereinbart: frozenset[str] = frozenset(),
) -> Fragenwechsel:
    """The change that makes `texte` (number -> statement, empty = none) hold from the year `ab` on.

    `vereinbart`: proposed statements (ids) that the partners agreed on. In the same words they get an id of their own;
    as number and words stay, their series go on.

    Raises `GremienAbgelehnt` if nothing changes, a statement stands there twice, or one that changes was answered in
    `ab` or later.
    """
    geltend = {f.nummer: f for f in gefragt(fragen, ab)}
    neue = {n: " ".join(text.split()) for n, text in texte.items()}
    doppelt = {t for t in neue.values() if t and list(neue.values()).count(t) > 1}
    if doppelt:
        raise GremienAbgelehnt(f"„{sorted(doppelt)[0]}“ steht zweimal da. Bitte eine der beiden Aussagen ändern.")
    setze: list[dict[str, Any]] = []
    weg: list[Bewertungsfrage] = []
    nummern = [n for n, text in neue.items() if text != (geltend[n].text if n in geltend else "")]
    nummern += [n for n, f in geltend.items() if f.id in vereinbart and n not in nummern]
    for nummer in nummern:
        alt, text = geltend.get(nummer), neue[nummer]
        if alt is None:
            spaeter = [f.jahr_von - 1 for f in fragen if f.nummer == nummer and f.jahr_von > ab]
            setze.append(_zeile(_kuerzel(region, nummer, ab), region, nummer, text, ab, min(spaeter, default=None)))
            continue
        _pruefe(alt, bewertungen, ab)
        if alt.jahr_von < ab:
            setze.append(_zeile(alt.id, region, nummer, alt.text, alt.jahr_von, ab - 1))
            if text:
                setze.append(_zeile(_kuerzel(region, nummer, ab), region, nummer, text, ab, alt.jahr_bis))
        elif text and alt.id not in vereinbart:
            setze.append(_zeile(alt.id, region, nummer, text, alt.jahr_von, alt.jahr_bis))
        else:
            weg.append(alt)
            if text:
                setze.append(_zeile(_kuerzel(region, nummer, ab), region, nummer, text, ab, alt.jahr_bis))
    if not nummern:
        raise GremienAbgelehnt(f"Ab {ab} gelten diese Aussagen schon. Es ist nichts zu ändern.")
    return Fragenwechsel(tuple(setze), tuple(weg), tuple(sorted(nummern)))


def _pruefe(alt: Bewertungsfrage, bewertungen: Sequence[Bewertung], ab: int) -> None:
    beantwortet = [b.jahr for b in bewertungen if b.frage_id == alt.id and b.jahr >= ab]
    if beantwortet:
        raise GremienAbgelehnt(
            f"Zur Aussage {alt.nummer} gibt es schon Antworten aus {max(beantwortet)}. Bitte ein Jahr ab "
            f"{max(beantwortet) + 1} wählen."
        )


def _kuerzel(region: str, nummer: int, ab: int) -> str:
    return f"gp-{region}-{nummer}-{ab}"


def _zeile(frage: str, region: str, nummer: int, text: str, von: int, bis: int | None) -> dict[str, Any]:
    return {"frage": frage, "region": region, "nummer": nummer, "text": text, "jahr_von": von, "jahr_bis": bis}
