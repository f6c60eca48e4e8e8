"""Rows of meetings: attendance, accessibility, agenda, recommendations, what follows. What a row leaves out stays."""

from typing import Final

from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from data_access.gremien.offene import verlange_spaetere
from data_access.gremien.verweise import (
    Zeile,
    freie_sitzungs_id,
    gleichnamig,
    gremium_aus,
    hole,
    sitzung_am,
    zusammengefuehrt,
)
from models.gremientabellen import (
    Barrierefreiheit,
    Empfehlung,
    Massnahme,
    Rueckmeldung,
    Sitzung,
    Teilnahme,
    Top,
)

_SITZUNG: Final = gleichnamig(
    *("status", "form", "einladung_am", "unterlagen_am", "unterlagen_ls_am", "protokoll_am", "protokoll_ls_am"),
    *("rueckmeldung_bis", "bezeichnung", "ort", "quelle", "notiz", "datum_erschlossen"),
)
_TEILNAHME: Final = gleichnamig("eingeladen", "anwesend", "rederecht_genutzt")
_TOP: Final = gleichnamig(
    *("titel", "art", "thema", "planungsraum", "ergebnis", "stufe_verwaltung", "stufe_selbstvertretung", "begruendung"),
    "aufgaben",
    eingebracht_von_gruppe="eingebracht_von",
)
_EMPFEHLUNG: Final = gleichnamig("text", "von_gruppe", "an", "status", "antwort", "antwort_am", "grund")
_MASSNAHME: Final = gleichnamig("text", "verantwortlich", "bis", "status", "grund")
_RUECKMELDUNG: Final = gleichnamig("status", "text")


def uebernimm_sitzung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A meeting. Its frozen Datenstand stays too."""
    gremium = gremium_aus(schritt, z)
    alt = schritt.s.exec(select(Sitzung).where(Sitzung.gremium_id == gremium.id, Sitzung.datum == z["datum"])).first()
    neu = zusammengefuehrt(
        *(Sitzung, alt, z, _SITZUNG),
        id=alt.id if alt else freie_sitzungs_id(schritt, gremium.id, z["datum"]),
        gremium_id=gremium.id,
        datum=z["datum"],
        synthetisch=alt.synthetisch if alt else synthetisch,
    )
    schritt.setze(neu)


def uebernimm_teilnahme(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """How many of a group came."""
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    feste = {"sitzung_id": sitzung.id, "gruppe": z["gruppe"], "organisation": z.get("organisation") or ""}
    schluessel = teilnahme_id(*feste.values())
    alt = schritt.s.get(Teilnahme, schluessel)
    schritt.setze(zusammengefuehrt(Teilnahme, alt, z, _TEILNAHME, id=schluessel, **feste))


def teilnahme_id(sitzung: str, gruppe: str, organisation: str = "") -> str:
    """Id of the attendance of a group (of an institution) at a meeting."""
    return f"{sitzung}/{gruppe}/{organisation}"


def barriere_id(sitzung: str, art: str) -> str:
    """Id of one kind of accessibility at a meeting."""
    return f"{sitzung}/{art}"


def uebernimm_barriere(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """One kind of accessibility."""
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    schritt.setze(
        Barrierefreiheit(id=barriere_id(sitzung.id, z["art"]), sitzung_id=sitzung.id, art=z["art"], stand=z["stand"])
    )


def uebernimm_top(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """An item of an agenda."""
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    alt = _punkt(schritt, sitzung, z["top"])
    neu = zusammengefuehrt(
        *(Top, alt, z, _TOP),
        # An item that was moved keeps its id: a new one at its former number must not take it.
        id=alt.id if alt else schritt.freies_kuerzel(Top, f"{sitzung.id}-top", z["top"]),
        sitzung_id=sitzung.id,
        nummer=z["top"],
    )
    schritt.setze(neu)


def _punkt(schritt: Schritt, sitzung: Sitzung, nummer: int) -> Top | None:
    return schritt.s.exec(select(Top).where(Top.sitzung_id == sitzung.id, Top.nummer == nummer)).first()


def uebernimm_empfehlung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A recommendation."""
    top = _punkt(schritt, sitzung_am(schritt, z["gremium"], z["datum"]), z["top"])
    if top is None:
        raise GremienAbgelehnt(
            f"Die Sitzung von „{z['gremium']}“ am {z['datum']} hat keinen Punkt {z['top']}. "
            "Bitte zuerst „tops“ einlesen."
        )
    alt = schritt.s.get(Empfehlung, z["empfehlung"])
    schritt.setze(zusammengefuehrt(Empfehlung, alt, z, _EMPFEHLUNG, id=z["empfehlung"], top_id=top.id))


def uebernimm_massnahme(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A measure."""
    hole(schritt, Empfehlung, z["empfehlung"], "Die Empfehlung", "empfehlungen")
    alt = schritt.s.get(Massnahme, z["massnahme"])
    schritt.setze(zusammengefuehrt(Massnahme, alt, z, _MASSNAHME, id=z["massnahme"], empfehlung_id=z["empfehlung"]))


def uebernimm_rueckmeldung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """What a meeting was told about a recommendation."""
    empfehlung = hole(schritt, Empfehlung, z["empfehlung"], "Die Empfehlung", "empfehlungen")
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    verlange_spaetere(schritt.s, empfehlung, sitzung)
    feste = {"id": f"{z['empfehlung']}/{sitzung.id}", "empfehlung_id": z["empfehlung"], "sitzung_id": sitzung.id}
    alt = schritt.s.get(Rueckmeldung, feste["id"])
    schritt.setze(zusammengefuehrt(Rueckmeldung, alt, z, _RUECKMELDUNG, **feste))
