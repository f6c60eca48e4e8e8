"""Writing the signed protected cube: what was published here, in one file, for an installation without raw data.

Built from the main database and the cube store alone: nothing here can see a raw cell.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from data_access import abfragen, paket, signatur, wuerfelspeicher
from models.grundzahlen import GRUNDZAHLEN
from models.paket import (
    NAME_HOECHSTENS,
    Absenderangabe,
    Manifest,
    Quellangabe,
    Regionsangabe,
    Traegerangabe,
    Wuerfelangabe,
    als_json,
    als_name,
    bestanden,
    geschuetzt_von,
    gliederungsname,
    wuerfelname,
)
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Region


class PaketAbgelehnt(Exception):
    """No package can be made of these Freigaben; the message says why."""


def baue(region: Region, freigaben: Sequence[Freigabe], absender: str, jetzt: datetime) -> bytes:
    """The package of audited Freigaben, signed by this installation. Raises `PaketAbgelehnt`."""
    if absender != als_name(absender):
        raise PaketAbgelehnt(
            f"Der Name des Absenders darf höchstens {NAME_HOECHSTENS} Zeichen haben: Buchstaben, Ziffern, einzelne "
            f"Leerzeichen und . , ; ( ) & / ' – + -. Möglich wäre „{als_name(absender)}“."
        )
    ohne = [
        f.grundzahl for f in freigaben if not GRUNDZAHLEN[f.grundzahl].oeffentlich and not bestanden(f.pruefbericht)
    ]
    if ohne:
        titel = ", ".join(f"„{GRUNDZAHLEN[g].titel}“" for g in ohne)
        raise PaketAbgelehnt(
            f"Ohne bestandene Geheimhaltungsprüfung wird kein Paket geschrieben. Sie fehlt bei: {titel}."
        )
    if fremde := [f.grundzahl for f in freigaben if geschuetzt_von(f.quellen)]:
        raise PaketAbgelehnt(
            f"{', '.join(fremde)} kam selbst geschützt hier an. Ein Paket schreibt nur, wer die Zahlen geschützt hat."
        )
    return schnuere(region, freigaben, absender, jetzt)


def schnuere(
    region: Region,
    freigaben: Sequence[Freigabe],
    absender: str,
    jetzt: datetime,
    *,
    geheimnis: bytes | None = None,
    wahrheiten: Mapping[str, Mapping[date, str]] | None = None,
) -> bytes:
    """Pack and sign, whether audited or not. `geheimnis`, `wahrheiten` (by Grundzahl): those of the demonstration."""
    traeger = abfragen.traeger(region)
    if traeger is None:
        raise PaketAbgelehnt(f"Zu {region.name} ist kein Träger eingetragen. Ohne ihn wird kein Paket geschrieben.")
    teile: dict[str, bytes] = {}
    eintraege = []
    for frei in sorted(freigaben, key=lambda f: f.grundzahl):
        teile[wuerfelname(frei.grundzahl)] = wuerfelspeicher.lies_bytes(frei.datei, frei.pruefsumme)
        if frei.gliederung_datei is not None and frei.gliederung_pruefsumme is not None:
            inhalt = wuerfelspeicher.lies_bytes(frei.gliederung_datei, frei.gliederung_pruefsumme)
            teile[gliederungsname(frei.grundzahl)] = inhalt
        eintraege.append(_eintrag(frei, (wahrheiten or {}).get(frei.grundzahl)))
    manifest = Manifest(
        region=Regionsangabe(
            kreis_ags=region.kreis_ags,
            name=als_name(region.name),
            traeger=Traegerangabe(id=traeger.id, name=als_name(traeger.name), kurz=als_name(traeger.kurz)),
        ),
        absender=Absenderangabe(name=absender, schluessel=signatur.oeffentlicher_schluessel(geheimnis)),
        erstellt_am=jetzt.astimezone(UTC),
        synthetisch=any(f.synthetisch for f in freigaben),
        wuerfel=tuple(eintraege),
    )
    return paket.packe(manifest, teile, geheimnis)


def absendername(region: Region) -> str:
    """Who signs if nobody is named: the Träger of the region."""
    traeger = abfragen.traeger(region)
    return als_name(traeger.name if traeger else region.name)


def _eintrag(frei: Freigabe, wahrheiten: Mapping[date, str] | None) -> Wuerfelangabe:
    """Of a Freigabe exactly what may go out; names of files stay here."""
    return Wuerfelangabe(
        grundzahl=frei.grundzahl,
        fassung=frei.fassung,
        freigegeben_am=frei.veroeffentlicht_am.date(),
        stichtage=tuple(date.fromisoformat(tag) for tag in frei.stichtage),
        angaben=als_json(angaben_aus(frei.angaben)),
        wahrheiten=dict(wahrheiten or {date.fromisoformat(tag): summe for tag, summe in frei.wahrheiten.items()}),
        pruefbericht=json.loads(json.dumps(frei.pruefbericht)),
        quellen=tuple(
            Quellangabe(absender=als_name(q["absender"]), eingegangen_am=date.fromisoformat(q["eingegangen_am"]))
            for q in frei.quellen
        ),
        synthetisch=frei.synthetisch,
        sha256=frei.pruefsumme,
        gliederung_sha256=frei.gliederung_pruefsumme,
    )
