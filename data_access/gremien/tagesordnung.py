"""Writing an agenda: its items, in their order, with the Rücklauf first as long as something is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import col, select

from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.offene import offene
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Bestimmung, Empfehlung, Gremium, Sitzung, Top, Vorgang
from models.gremienworte import Bestimmungsart, Sitzungsstatus, Topart

LAENGSTER_TITEL = 200
"""Letters of a title."""
RUECKLAUF = "Rücklauf: Was wurde aus den Empfehlungen?"
"""Title of the first item."""


@dataclass(frozen=True)
class Punkt:
    """What an item says. `planungsraum`: id of one of the region; `eingebracht_von`: a group, None = k. A.

    `aufgaben`: ids of the clauses on tasks that it is about.
    """

    titel: str
    art: str = Topart.BERATUNG
    thema: str | None = None
    planungsraum: str | None = None
    eingebracht_von: str | None = None
    ergebnis: str = ""
    aufgaben: tuple[str, ...] = ()


def setze_punkt(
    recht: Schreibrecht, region: str, sitzung_id: str, punkt: Punkt, jetzt: datetime, top_id: str | None = None
) -> tuple[Vorgang, Top]:
    """Add an item at the end of an agenda, or change the one with `top_id`."""
    punkt = replace(punkt, titel=einzeilig(punkt.titel), ergebnis=einzeilig(punkt.ergebnis))
    if not punkt.titel or len(punkt.titel) > LAENGSTER_TITEL:
        raise GremienAbgelehnt(
            f"Der Titel hat {len(punkt.titel)} Zeichen. Erlaubt sind 1 bis {LAENGSTER_TITEL}. "
            "Bitte dem Punkt einen kurzen Titel geben."
        )
    was = f"Punkt „{punkt.titel}“ {'geändert' if top_id else 'eingetragen'}"
    with schritt(recht, region, was, jetzt) as offen:
        sitzung = hole_sitzung(offen, sitzung_id)
        alt = _hole_punkt(offen, top_id) if top_id else None
        art = alt.art if alt and alt.art == Topart.RUECKLAUF else punkt.art
        if art == Topart.RUECKLAUF and alt is None:
            raise GremienAbgelehnt(
                "Den Rücklauf legt Sozialraumblick selbst an, sobald eine Empfehlung offen ist. "
                "Bitte eine andere Art wählen."
            )
        mit_ruecklauf(offen, sitzung)
        neu = Top.model_validate(
            {
                **(bild(alt) if alt else _neu(offen, sitzung)),
                "titel": punkt.titel,
                "art": art,
                "thema": punkt.thema,
                "planungsraum": punkt.planungsraum,
                "eingebracht_von": punkt.eingebracht_von,
                "ergebnis": punkt.ergebnis,
                "aufgaben": _aufgaben(offen, punkt, alt),
            }
        )
        offen.setze(neu)
        return offen.vorgang, neu


def verschiebe(recht: Schreibrecht, region: str, top_id: str, um: int, jetzt: datetime) -> Vorgang:
    """Move an item up (-1) or down (1) by one place. The Rücklauf stays first."""
    with schritt(recht, region, "Punkt verschoben", jetzt) as offen:
        top = _hole_punkt(offen, top_id)
        offen.vorgang.was = f"Punkt „{top.titel}“ verschoben"
        reihe = _punkte(offen, top.sitzung_id)
        stelle = next(n for n, t in enumerate(reihe) if t.id == top_id)
        if not 0 <= stelle + um < len(reihe):
            raise GremienAbgelehnt(f"Punkt {top.nummer} steht schon am Rand der Tagesordnung.")
        if Topart.RUECKLAUF in (top.art, reihe[stelle + um].art) and _offen(offen, top):
            raise GremienAbgelehnt(
                "Der Rücklauf bleibt der erste Punkt, solange Empfehlungen offen sind. "
                "Bitte einen anderen Punkt wählen."
            )
        reihe[stelle], reihe[stelle + um] = reihe[stelle + um], reihe[stelle]
        _nummeriere(offen, reihe)
        return offen.vorgang


def loesche_punkt(recht: Schreibrecht, region: str, top_id: str, jetzt: datetime) -> Vorgang:
    """Delete an item with its recommendations; those after it move up."""
    with schritt(recht, region, "Punkt gelöscht", jetzt) as offen:
        top = _hole_punkt(offen, top_id)
        titel, sitzung_id = top.titel, top.sitzung_id
        offen.vorgang.was = f"Punkt „{titel}“ gelöscht"
        if top.art == Topart.RUECKLAUF and (zahl := len(_offen(offen, top))):
            raise GremienAbgelehnt(
                f"Der Rücklauf lässt sich nicht löschen, solange Empfehlungen offen sind ({zahl}). "
                "Bitte zuerst berichten, was aus ihnen wurde."
            )
        offen.loesche(top)
        _nummeriere(offen, _punkte(offen, sitzung_id))
        return offen.vorgang


def nimm_wieder_auf(recht: Schreibrecht, region: str, top_id: str, jetzt: datetime) -> Vorgang:
    """Put an item on the agenda of the next planned meeting of the same Gremium, without its result."""
    with schritt(recht, region, "Punkt wieder aufgenommen", jetzt) as offen:
        top = _hole_punkt(offen, top_id)
        if top.art == Topart.RUECKLAUF:
            raise GremienAbgelehnt("Der Rücklauf steht von selbst auf jeder Tagesordnung. Es ist nichts zu tun.")
        sitzung = hole_sitzung(offen, top.sitzung_id)
        naechste = offen.s.exec(
            select(Sitzung)
            .where(
                Sitzung.gremium_id == sitzung.gremium_id,
                col(Sitzung.datum) > sitzung.datum,
                Sitzung.status == Sitzungsstatus.GEPLANT,
            )
            .order_by(col(Sitzung.datum))
        ).first()
        if naechste is None:
            raise GremienAbgelehnt("Es ist keine spätere Sitzung geplant. Bitte sie zuerst unter „Sitzungen“ anlegen.")
        if top.titel in {t.titel for t in _punkte(offen, naechste.id)}:
            raise GremienAbgelehnt(
                f"„{top.titel}“ steht schon auf der Tagesordnung vom {naechste.datum:%d.%m.%Y}. Es ist nichts zu tun."
            )
        offen.vorgang.was = f"Punkt „{top.titel}“ auf die Tagesordnung vom {naechste.datum:%d.%m.%Y} gesetzt"
        mit_ruecklauf(offen, naechste)
        stufen = {"stufe_verwaltung": None, "stufe_selbstvertretung": None, "begruendung": ""}
        offen.setze(Top.model_validate({**bild(top), "ergebnis": "", **stufen, **_neu(offen, naechste)}))
        return offen.vorgang


def mit_ruecklauf(offen: Schritt, sitzung: Sitzung) -> None:
    """The agenda begins with the Rücklauf if anything is open for the meeting: made or moved to the first place."""
    if not offene(offen.s, sitzung):
        return
    punkte = _punkte(offen, sitzung.id)
    erster = next((t for t in punkte if t.art == Topart.RUECKLAUF), None)
    if erster is None:
        offen.setze(Top.model_validate({**_neu(offen, sitzung), "titel": RUECKLAUF, "art": Topart.RUECKLAUF}))
        punkte = _punkte(offen, sitzung.id)
        erster = punkte[-1]
    _nummeriere(offen, [erster, *(t for t in punkte if t.id != erster.id)])


def hole_sitzung(offen: Schritt, sitzung_id: str) -> Sitzung:
    """A meeting of the region that is written to."""
    sitzung = offen.s.get(Sitzung, sitzung_id)
    gremium = offen.s.get(Gremium, sitzung.gremium_id) if sitzung else None
    if sitzung is None or gremium is None or gremium.region_slug != offen.vorgang.region_slug:
        raise GremienAbgelehnt("Diese Sitzung gibt es nicht mehr. Bitte die Seite neu laden.")
    return sitzung


def einzeilig(text: str) -> str:
    """A text without breaks and without blanks at its ends."""
    return " ".join(text.split())


def _hole_punkt(offen: Schritt, top_id: str) -> Top:
    top = offen.s.get(Top, top_id)
    if top is None:
        raise GremienAbgelehnt("Diesen Punkt gibt es nicht mehr. Bitte die Seite neu laden.")
    hole_sitzung(offen, top.sitzung_id)
    return top


def _aufgaben(offen: Schritt, punkt: Punkt, alt: Top | None) -> list[str]:
    """The tasks of an item. A new one has to be a clause of the region; one whose clause is gone may stay."""
    frage = select(Bestimmung.id).where(
        Bestimmung.region_slug == offen.vorgang.region_slug, Bestimmung.art == Bestimmungsart.AUFGABE
    )
    bekannte = {*(alt.aufgaben if alt else ()), *offen.s.exec(frage).all()}
    if fremd := set(punkt.aufgaben) - bekannte:
        raise GremienAbgelehnt(
            f"Die Aufgabe „{min(fremd)}“ gibt es in dieser Region nicht. Nichts ist gespeichert. "
            "Bitte die Seite neu laden und die Aufgaben noch einmal wählen."
        )
    return sorted(punkt.aufgaben)


def _offen(offen: Schritt, top: Top) -> list[Empfehlung]:
    return offene(offen.s, hole_sitzung(offen, top.sitzung_id))


def _punkte(offen: Schritt, sitzung_id: str) -> list[Top]:
    return list(offen.s.exec(select(Top).where(Top.sitzung_id == sitzung_id).order_by(col(Top.nummer))))


def _neu(offen: Schritt, sitzung: Sitzung) -> dict[str, object]:
    """Id and place of a new item at the end."""
    nummer = max((t.nummer for t in _punkte(offen, sitzung.id)), default=0) + 1
    id_ = offen.freies_kuerzel(Top, f"{sitzung.id}-top", nummer)
    return {"id": id_, "sitzung_id": sitzung.id, "nummer": nummer}


def _nummeriere(offen: Schritt, reihe: Sequence[Top]) -> None:
    """Number the items 1, 2, 3 in this order. A number is taken only when it is free: each step is a lawful agenda."""
    ziele = {top.id: n for n, top in enumerate(reihe, start=1)}
    falsche = [top for top in reihe if top.nummer != ziele[top.id]]
    while falsche:
        belegt = {top.nummer for top in reihe}
        frei = next((top for top in falsche if ziele[top.id] not in belegt), None)
        top, nummer = (frei, ziele[frei.id]) if frei else (falsche[0], max(belegt) + 1)
        offen.setze(Top.model_validate({**bild(top), "nummer": nummer}))
        falsche = [top for top in reihe if top.nummer != ziele[top.id]]
