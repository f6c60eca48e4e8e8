"""What all KINDs about Gremien share when their rows are written: what a row refers to must be there."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic_core import PydanticUndefined
from sqlmodel import select

from data_access.gremien.buch import GremienAbgelehnt, Schritt
from models.gremientabellen import Eintragung, Gremium, Sitzung
from models.tabellen import Region

Zeile = Mapping[str, Any]
"""One row of a file: column -> value (str, int, date, bool, list of str, None)."""

T = TypeVar("T", bound=Eintragung)


def zusammengefuehrt(klasse: type[T], alt: T | None, zeile: Zeile, spalten: Mapping[str, str], **fest: object) -> T:
    """A row of a table from one of a file: what the file has a column for is replaced, everything else stays.

    `spalten`: column of the file -> field; an empty cell is the default of the field. `fest`: fields that are known.
    """
    werte = alt.model_dump() if alt is not None else {}
    for spalte, feld in spalten.items():
        if spalte in zeile:
            wert = zeile[spalte]
            leer = klasse.model_fields[feld].get_default(call_default_factory=True)
            # A field that has to be filled has no default; then the row says what it says.
            werte[feld] = wert if wert is not None or leer is PydanticUndefined else leer
    return klasse(**{**werte, **fest})


def gleichnamig(*felder: str, **andere: str) -> Mapping[str, str]:
    """Columns for `zusammengefuehrt`: fields that are called alike in files, and those that are not (column=field)."""
    return {feld: feld for feld in felder} | andere


def sitzungs_id(gremium: str, datum: object) -> str:
    """Id of a new meeting: it stays when the meeting is moved to another day."""
    return f"{gremium}-{datum}"


def freie_sitzungs_id(schritt: Schritt, gremium: str, datum: object) -> str:
    """An id for a new meeting that no other has: one that was moved from this day to another keeps its own."""
    stamm = sitzungs_id(gremium, datum)
    namen = (stamm, *(f"{stamm}-{n}" for n in range(2, 100)))
    return next(name for name in namen if schritt.s.get(Sitzung, name) is None)


def hole(schritt: Schritt, klasse: type[T], schluessel: str, was: str, kind: str) -> T:
    """The row that is referred to; `was` and `kind` say what is missing if it is not there."""
    gefunden = schritt.s.get(klasse, schluessel)
    if gefunden is None:
        raise GremienAbgelehnt(f"{was} „{schluessel}“ gibt es hier nicht. Bitte zuerst „{kind}“ einlesen.")
    return gefunden


def kreise(schritt: Schritt, gremium: Gremium) -> Iterator[str]:
    """Why a Gremium may not follow, or belong to, those it names: they lead back to it, or are not of its region."""
    for feld, wort in (("vorgaenger_id", "Vorgänger"), ("uebergeordnet_id", "übergeordnetes Gremium")):
        gesehen, naechstes = {gremium.id}, getattr(gremium, feld)
        while naechstes:
            if naechstes in gesehen:
                yield f"„{gremium.kurz}“ hinge von sich selbst ab ({wort}). Bitte ein anderes Gremium wählen."
                break
            gesehen.add(naechstes)
            vorher = schritt.s.get(Gremium, naechstes)
            if vorher is None or vorher.region_slug != gremium.region_slug:
                yield f"Das gewählte Gremium ({wort}) gibt es in dieser Region nicht mehr. Bitte die Seite neu laden."
                break
            naechstes = getattr(vorher, feld)


def region_von(schritt: Schritt, genannt: str) -> str:
    """Slug of a region named by its slug or the key of its Kreis."""
    region = schritt.s.get(Region, genannt) or schritt.s.exec(select(Region).where(Region.kreis_ags == genannt)).first()
    if region is None:
        raise GremienAbgelehnt(f"Die Region „{genannt}“ gibt es hier nicht. Bitte das Kürzel prüfen.")
    return region.slug


def gremium_aus(schritt: Schritt, zeile: Zeile, spalte: str = "gremium") -> Gremium:
    """The Gremium a row names."""
    return hole(schritt, Gremium, zeile[spalte], "Das Gremium", "gremien")


def sitzung_am(schritt: Schritt, gremium: str, datum: object) -> Sitzung:
    """The meeting of a Gremium on a day."""
    gefunden = schritt.s.exec(select(Sitzung).where(Sitzung.gremium_id == gremium, Sitzung.datum == datum)).first()
    if gefunden is None:
        raise GremienAbgelehnt(
            f"Am {datum} ist keine Sitzung von „{gremium}“ erfasst. Bitte sie zuerst anlegen oder „sitzungen“ einlesen."
        )
    return gefunden
