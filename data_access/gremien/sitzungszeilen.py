"""Rows of meetings: attendance, accessibility, agenda, recommendations and what follows."""

from typing import Final

from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from data_access.gremien.verweise import Zeile, freie_sitzungs_id, gremium_aus, hole, sitzung_am
from models.gremientabellen import (
    Barrierefreiheit,
    Empfehlung,
    Massnahme,
    Rueckmeldung,
    Sitzung,
    Teilnahme,
    Top,
)
from models.gremienworte import Topart

_SITZUNGSFELDER: Final = (
    "status",
    "form",
    "einladung_am",
    "unterlagen_am",
    "unterlagen_ls_am",
    "protokoll_am",
    "protokoll_ls_am",
) + ("rueckmeldung_bis",)
_SITZUNGSTEXTE: Final = ("bezeichnung", "ort", "quelle", "notiz")


def uebernimm_sitzung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A meeting; what the file has no column for stays."""
    gremium = gremium_aus(schritt, z)
    alt = schritt.s.exec(select(Sitzung).where(Sitzung.gremium_id == gremium.id, Sitzung.datum == z["datum"])).first()
    # What a file has no column for stays: a frozen Datenstand, a note.
    neue_id = "" if alt else freie_sitzungs_id(schritt, gremium.id, z["datum"])
    werte = alt.model_dump() if alt else {"id": neue_id, "synthetisch": synthetisch}
    werte |= {name: z[name] for name in _SITZUNGSFELDER if name in z}
    werte |= {name: z[name] or "" for name in _SITZUNGSTEXTE if name in z}
    if "datum_erschlossen" in z:
        werte["datum_erschlossen"] = bool(z["datum_erschlossen"])
    schritt.setze(Sitzung(**{**werte, "gremium_id": gremium.id, "datum": z["datum"]}))


def uebernimm_teilnahme(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """How many of a group came."""
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    organisation = z.get("organisation") or ""
    schritt.setze(
        Teilnahme(
            id=teilnahme_id(sitzung.id, z["gruppe"], organisation),
            sitzung_id=sitzung.id,
            gruppe=z["gruppe"],
            organisation=organisation,
            eingeladen=z.get("eingeladen"),
            anwesend=z.get("anwesend"),
            rederecht_genutzt=z.get("rederecht_genutzt"),
        )
    )


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
    alt = schritt.s.exec(select(Top).where(Top.sitzung_id == sitzung.id, Top.nummer == z["top"])).first()
    schritt.setze(
        Top(
            # An item that was moved keeps its id: a new one at its former number must not take it.
            id=alt.id if alt else schritt.freies_kuerzel(Top, f"{sitzung.id}-top", z["top"]),
            sitzung_id=sitzung.id,
            nummer=z["top"],
            titel=z["titel"],
            art=z.get("art") or (alt.art if alt else Topart.BERATUNG),
            thema=z.get("thema"),
            planungsraum=z.get("planungsraum"),
            eingebracht_von=z.get("eingebracht_von_gruppe"),
            ergebnis=z.get("ergebnis") or (alt.ergebnis if alt else ""),
            stufe_verwaltung=z.get("stufe_verwaltung"),
            stufe_selbstvertretung=z.get("stufe_selbstvertretung"),
            begruendung=z.get("begruendung") or "",
        )
    )


def uebernimm_empfehlung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A recommendation."""
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    top = schritt.s.exec(select(Top).where(Top.sitzung_id == sitzung.id, Top.nummer == z["top"])).first()
    if top is None:
        raise GremienAbgelehnt(
            f"Die Sitzung von „{z['gremium']}“ am {z['datum']} hat keinen Punkt {z['top']}. "
            "Bitte zuerst „tops“ einlesen."
        )
    schritt.setze(
        Empfehlung(
            id=z["empfehlung"],
            top_id=top.id,
            text=z["text"],
            von_gruppe=z.get("von_gruppe"),
            an=z.get("an") or "",
            status=z["status"],
            antwort=z.get("antwort") or "",
            antwort_am=z.get("antwort_am"),
            grund=z.get("grund") or "",
        )
    )


def uebernimm_massnahme(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """A measure."""
    hole(schritt, Empfehlung, z["empfehlung"], "Die Empfehlung", "empfehlungen")
    schritt.setze(
        Massnahme(
            id=z["massnahme"],
            empfehlung_id=z["empfehlung"],
            text=z["text"],
            verantwortlich=z.get("verantwortlich") or "",
            bis=z.get("bis"),
            status=z["status"],
            grund=z.get("grund") or "",
        )
    )


def uebernimm_rueckmeldung(schritt: Schritt, z: Zeile, synthetisch: bool) -> None:
    """What a meeting was told about a recommendation."""
    hole(schritt, Empfehlung, z["empfehlung"], "Die Empfehlung", "empfehlungen")
    sitzung = sitzung_am(schritt, z["gremium"], z["datum"])
    schritt.setze(
        Rueckmeldung(
            id=f"{z['empfehlung']}/{sitzung.id}",
            empfehlung_id=z["empfehlung"],
            sitzung_id=sitzung.id,
            status=z["status"],
            text=z.get("text") or "",
        )
    )
