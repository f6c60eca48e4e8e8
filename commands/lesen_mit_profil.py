"""Reading with what is known about the sender's layout: a question answered once is not asked again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from data_access import absenderprofile
from data_access.importing.lesen import Gelesen, Register, lies
from models.tabellen import Absenderprofil


def lies_mit_profil(
    inhalt: bytes,
    datei: str,
    register: Register,
    *,
    antworten: Mapping[str, str],
    stichtag: date | None = None,
    basis: str | None = None,
    region_kreis: str | None = None,
    art: str = "",
) -> Gelesen:
    """As `lies`; open questions are answered from the profile of the layout, and the finding says so.

    Answers given now win over kept ones.
    """

    def versuche(antworten: Mapping[str, str]) -> Gelesen:
        return lies(
            inhalt,
            datei,
            register,
            antworten=antworten,
            stichtag=stichtag,
            basis=basis,
            region_kreis=region_kreis,
            art=art,
        )

    gelesen = versuche(antworten)
    if gelesen.befund.status != "rueckfrage":
        return gelesen
    profil = absenderprofile.finde(gelesen.fingerabdruck)
    bekannt = {} if profil is None else {k: w for k, w in profil.antworten.items() if k not in antworten}
    if profil is None or not bekannt:
        return gelesen
    nochmals = versuche({**antworten, **bekannt})
    befund = replace(nochmals.befund, warnungen=(_hinweis(profil, bekannt), *nochmals.befund.warnungen))
    return replace(nochmals, befund=befund)


def alle_antworten(gelesen: Gelesen, antworten: Mapping[str, str]) -> dict[str, str]:
    """The answers to keep for the layout: those kept before, overruled by those given now."""
    profil = absenderprofile.finde(gelesen.fingerabdruck)
    alte = {} if profil is None else profil.antworten
    return {**alte, **absenderprofile.lernbare(gelesen.befund.profil, antworten)}


def _hinweis(profil: Absenderprofil, bekannt: Mapping[str, str]) -> str:
    tag = profil.gelernt_am
    liste = ", ".join(f"{schluessel} = {wert}" for schluessel, wert in bekannt.items())
    return f"Antworten vom {tag.day}.{tag.month}.{tag.year} übernommen: {liste}."
