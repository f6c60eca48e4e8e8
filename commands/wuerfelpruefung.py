"""Whether a signed protected cube may be imported here: region, rules, sender, vintage, and every number in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from analysis.bestand import finde_region
from analysis.freigabe.stoff import DEMO_GEHEIMNIS
from analysis.geheimhaltung.oeffentliches import Veroeffentlichung
from analysis.paketpruefung import (
    WuerfelUnzulaessig,
    pruefe_angaben,
    pruefe_gliederung,
    pruefe_wuerfel,
    zellenzahl,
)
from analysis.schutzregeln import regeln
from commands.paketangriff import greife_an
from data_access import abfragen, signatur, wuerfellieferung
from data_access.einstellungen import einstellungen
from data_access.importing.befund import Befund, Fehler, Frage
from data_access.importing.gelesen import Gelesen
from data_access.importing.lesen import UNBEKANNT, pruefe_art
from data_access.importing.lesen import lies as lies_datei
from data_access.importing.mangel import NichtLesbar
from data_access.paket import Paket, ist_paket, lies_gliederung, lies_wuerfel
from data_access.register import dateiregister
from models.grundzahlen import GRUNDZAHLEN
from models.paket import GESCHUETZT_VON, Wuerfelangabe, bestanden, geprueft_am, geschuetzt_von
from models.tabellen import Freigabe, Region
from presentation.texts.zahlen import datum

ABSENDER: Final = "absender"
"""Question: is this the key of the sender? Answered with the fingerprint."""

ZWEI_QUELLEN: Final = "zwei_quellen"
"""Question: shall numbers that another source published here be replaced?"""

ABLEHNEN: Final = "ablehnen"
UEBERNEHMEN: Final = "uebernehmen"


@dataclass(frozen=True)
class Vorhanden:
    """What was ever published of a region: newest first, and what of it is in force, by Grundzahl."""

    alle: tuple[Freigabe, ...]
    in_kraft: Mapping[str, Freigabe]


def vorhanden(region: Region) -> Vorhanden:
    """The Freigaben of a region."""
    gueltig = [freigabe_id for _, freigabe_id in abfragen.stand(region.slug).freigaben]
    return Vorhanden(tuple(abfragen.alle_freigaben(region.slug)), {f.grundzahl: f for f in abfragen.freigaben(gueltig)})


def pruefe_datei(
    inhalt: bytes, datei: str, art: str, genannt: str | None, antworten: Mapping[str, str]
) -> tuple[Gelesen, Region | None]:
    """Read and check a package, or say what was given in its place. `genannt`: the region somebody named."""
    gelesen = pruefe_art(lies_datei(inhalt, datei, dateiregister()), art)
    if gelesen.paket is None and gelesen.befund.profil == UNBEKANNT and not ist_paket(inhalt):
        return _abgelehnt(
            gelesen,
            "Das ist kein Paket geschützter Zahlen, oder es ist gleich am Anfang beschädigt. Ein Paket schreibt der "
            "Absender mit „cli.py release … --paket DATEI“.",
        ), None
    gelesen, region = pruefe(gelesen, antworten)
    if region is not None and genannt not in (None, region.slug, region.kreis_ags):
        return _abgelehnt(gelesen, f"Das Paket gehört zu {region.name}, nicht zu „{genannt}“."), region
    return gelesen, region


def _abgelehnt(gelesen: Gelesen, grund: str) -> Gelesen:
    befund = replace(gelesen.befund, status="abgelehnt", fehler=(Fehler(None, None, None, grund),), fragen=())
    return gelesen.abgelehnt(befund)


def pruefe(gelesen: Gelesen, antworten: Mapping[str, str]) -> tuple[Gelesen, Region | None]:
    """The package with the finding for this installation, and its region. Writes nothing.

    A cube is read only once its sender is believed: known here, or named in `antworten`.
    """
    paket = gelesen.paket
    if paket is None or gelesen.befund.status != "ok":
        return gelesen, None
    region = finde_region(paket.manifest.region.kreis_ags)
    try:
        if region is None:
            raise WuerfelUnzulaessig(
                f"Der Kreis {paket.manifest.region.kreis_ags} ist hier nicht bekannt. Bitte zuerst das "
                "Gemeindeverzeichnis (GV-ISys) als Einwohner importieren."
            )
        frueher, in_kraft = vorhanden(region), regeln(region.slug)
        orte = [g.ags for g in abfragen.gemeinden(region.kreis_ags)]
        for eintrag in paket.manifest.wuerfel:
            regel = in_kraft.get(eintrag.grundzahl)
            _pruefe_eintrag(eintrag, region, orte, regel.k if regel else einstellungen().k)
            _pruefe_folge(eintrag, frueher, paket)
        _pruefe_absender(paket, antworten)
        fragen = tuple(_fragen(paket, frueher, antworten))
        if fragen:
            return replace(gelesen, befund=replace(gelesen.befund, status="rueckfrage", fragen=fragen)), region
        gelesene = [lies(paket, eintrag) for eintrag in paket.manifest.wuerfel]
        alte = {e.grundzahl for e in paket.manifest.wuerfel if unveraendert(e, frueher, paket)}
        greife_an(region, [v for v in gelesene if v.grundzahl not in alte])
    except (WuerfelUnzulaessig, NichtLesbar) as grund:
        return _abgelehnt(gelesen, str(grund)), region
    hinweise = tuple(_hinweise(paket, frueher, region, orte))
    befund: Befund = replace(
        gelesen.befund, zellen=sum(v.wuerfel.height for v in gelesene), warnungen=(*gelesen.befund.warnungen, *hinweise)
    )
    return replace(gelesen, befund=befund), region


def lies(paket: Paket, eintrag: Wuerfelangabe) -> Veroeffentlichung:
    """The cubes of an entry, checked against its rules. Raises what says why not."""
    angaben = eintrag.schutz
    zellen = zellenzahl(angaben, eintrag.stichtage)
    wuerfel = lies_wuerfel(paket.wuerfel(eintrag), zellen.wuerfel)
    pruefe_wuerfel(eintrag.grundzahl, angaben, eintrag.stichtage, wuerfel)
    zweiter = paket.gliederung(eintrag)
    if (zweiter is None) != (angaben.gliederung is None):
        raise WuerfelUnzulaessig(
            f"„{GRUNDZAHLEN[eintrag.grundzahl].titel}“: Der Würfel nach Alter und Geschlecht fehlt oder ist zu viel."
        )
    tafel = None if zweiter is None else lies_gliederung(zweiter, zellen.gliederung)
    if tafel is not None:
        pruefe_gliederung(eintrag.grundzahl, angaben, wuerfel, tafel)
    return Veroeffentlichung(
        kreis=paket.manifest.region.kreis_ags,
        grundzahl=eintrag.grundzahl,
        wuerfel=wuerfel,
        angaben=angaben,
        wahrheiten=eintrag.wahrheiten,
        gliederung=tafel,
    )


def unveraendert(eintrag: Wuerfelangabe, frueher: Vorhanden, paket: Paket) -> bool:
    """Whether exactly this Freigabe of this sender is in force here already."""
    alt = frueher.in_kraft.get(eintrag.grundzahl)
    quelle = _von_diesem(alt, paket) if alt else None
    return (
        alt is not None
        and quelle is not None
        and int(quelle["fassung"]) == eintrag.fassung
        and (alt.pruefsumme, alt.gliederung_pruefsumme) == (eintrag.sha256, eintrag.gliederung_sha256)
        and alt.angaben == eintrag.angaben
    )


def _von_diesem(frei: Freigabe, paket: Paket) -> Mapping[str, str] | None:
    """The source of a Freigabe if it came from the sender of the package: same key, or same name with a new one."""
    quelle = geschuetzt_von(frei.quellen)
    if quelle is None:
        return None
    derselbe = paket.fingerabdruck == quelle["fingerabdruck"] or paket.manifest.absender.name == quelle[GESCHUETZT_VON]
    return quelle if derselbe else None


def _pruefe_eintrag(eintrag: Wuerfelangabe, region: Region, orte: list[str], mindest_k: int) -> None:
    pruefe_angaben(eintrag.grundzahl, eintrag.schutz, region.kreis_ags, orte, mindest_k)
    satz = GRUNDZAHLEN[eintrag.grundzahl]
    if list(eintrag.stichtage) != sorted(set(eintrag.stichtage)):
        raise WuerfelUnzulaessig(f"„{satz.titel}“: Die Stichtage sind doppelt oder nicht in ihrer Folge.")
    if satz.oeffentlich:
        return
    if not bestanden(eintrag.pruefbericht):
        raise WuerfelUnzulaessig(
            f"„{satz.titel}“ kommt ohne bestandene Geheimhaltungsprüfung. Bitte den Absender, die Zahlen neu "
            "freizugeben und ein neues Paket zu schicken."
        )
    if set(eintrag.wahrheiten) != set(eintrag.stichtage):
        raise WuerfelUnzulaessig(f"„{satz.titel}“: Zu jedem Stichtag gehört eine Prüfsumme; hier fehlen welche.")


def _pruefe_folge(eintrag: Wuerfelangabe, frueher: Vorhanden, paket: Paket) -> None:
    """Refuse what is older than the Freigabe in force, or contradicts it, or has another k than ever before."""
    titel = GRUNDZAHLEN[eintrag.grundzahl].titel
    andere_k = {f.k for f in frueher.alle if f.grundzahl == eintrag.grundzahl} - {eintrag.schutz.k}
    if andere_k:
        k = min(andere_k)
        raise WuerfelUnzulaessig(
            f"„{titel}“ wurde hier schon mit k = {k} veröffentlicht. Dieselben Zahlen mit k = {eintrag.schutz.k} "
            f"ließen sich mit den alten verrechnen. Bitte den Absender um eine Freigabe mit k = {k}."
        )
    alt = frueher.in_kraft.get(eintrag.grundzahl)
    quelle = _von_diesem(alt, paket) if alt else None
    if quelle is None or unveraendert(eintrag, frueher, paket):
        return
    gilt, tag = int(quelle["fassung"]), date.fromisoformat(quelle["freigegeben_am"])
    if eintrag.fassung < gilt or eintrag.freigegeben_am < tag:
        raise WuerfelUnzulaessig(
            f"Das Paket ist älter als das, was gilt: „{titel}“ hat hier Fassung {gilt} vom {datum(tag)}, im Paket "
            f"Fassung {eintrag.fassung} vom {datum(eintrag.freigegeben_am)}. Bitte das neueste Paket verwenden."
        )
    if eintrag.fassung == gilt:
        raise WuerfelUnzulaessig(
            f"„{titel}“ gilt hier schon als Fassung {gilt}, aber mit anderem Inhalt. Bitte den Absender fragen, "
            "welches Paket richtig ist, und um eine neue Fassung bitten."
        )


def _pruefe_absender(paket: Paket, antworten: Mapping[str, str]) -> None:
    oeffentlich = paket.manifest.absender.schluessel == signatur.oeffentlicher_schluessel(DEMO_GEHEIMNIS)
    if oeffentlich and not all(e.synthetisch for e in paket.manifest.wuerfel):
        raise WuerfelUnzulaessig(
            "Unterschrieben ist mit dem öffentlichen Schlüssel der Vorführung. Damit kann jeder unterschreiben; "
            "angenommen werden so nur synthetische Daten."
        )
    genannt = antworten.get(ABSENDER)
    if genannt is not None and not signatur.gleicht(genannt, paket.fingerabdruck):
        raise WuerfelUnzulaessig(
            "Der Absender wurde nicht bestätigt: Der genannte Fingerabdruck ist nicht der dieses Pakets "
            f"({signatur.gruppen(paket.fingerabdruck)}). Es wurde nichts übernommen."
        )
    if antworten.get(ZWEI_QUELLEN) == ABLEHNEN:
        raise WuerfelUnzulaessig("Die vorhandenen Zahlen bleiben. Es wurde nichts übernommen.")


def _fragen(paket: Paket, frueher: Vorhanden, antworten: Mapping[str, str]) -> Iterator[Frage]:
    name, abdruck = paket.manifest.absender.name, signatur.gruppen(paket.fingerabdruck)
    bekannte = wuerfellieferung.bekannte_absender()
    if ABSENDER not in antworten and (paket.fingerabdruck, name) not in {(a.fingerabdruck, a.name) for a in bekannte}:
        anderer = next((a for a in bekannte if a.name == name or a.fingerabdruck == paket.fingerabdruck), None)
        vorweg = f"Von „{name}“ kam hier noch kein Paket."
        if anderer is not None:
            vorweg = (
                f"ACHTUNG, der Schlüssel hat sich geändert: Bisher angenommen ist „{anderer.name}“ mit dem "
                f"Fingerabdruck {signatur.gruppen(anderer.fingerabdruck)}, dieses Paket kommt von „{name}“."
            )
        yield Frage(
            ABSENDER,
            f"{vorweg} Es ist unterschrieben mit dem Schlüssel {abdruck}. Bitte rufen Sie den Absender unter einer "
            "Nummer an, die Sie kennen, und vergleichen Sie („cli.py schluessel“ zeigt ihn dort). Stimmt er überein?",
            (abdruck, ABLEHNEN),
        )
    fremde = {
        GRUNDZAHLEN[f.grundzahl].titel
        for e in paket.manifest.wuerfel
        for f in frueher.alle
        if f.grundzahl == e.grundzahl and not GRUNDZAHLEN[f.grundzahl].oeffentlich and not _von_diesem(f, paket)
    }
    if fremde and antworten.get(ZWEI_QUELLEN) != UEBERNEHMEN:
        yield Frage(
            ZWEI_QUELLEN,
            f"Hier wurden schon Zahlen aus einer anderen Quelle veröffentlicht: {', '.join(sorted(fremde))}. Zweimal "
            "geschützte Zahlen über dieselben Menschen lassen sich verrechnen, wenn jemand beide aufgehoben hat. "
            "Ablehnen ist sicher. Trotzdem übernehmen?",
            (ABLEHNEN, UEBERNEHMEN),
        )


def _hinweise(paket: Paket, frueher: Vorhanden, region: Region, orte: list[str]) -> Iterator[str]:
    """What the user should know although the package can be imported."""
    tage = [tag for e in paket.manifest.wuerfel if (tag := geprueft_am(e.pruefbericht))]
    if tage:
        yield f"Die Geheimhaltungsprüfung beim Absender ist bestanden ({datum(max(tage))})."
    if paket.manifest.synthetisch:
        yield "Das Paket enthält synthetische Daten."
    if not region.traeger_id:
        yield f"{region.name} wird mit dem Träger {paket.manifest.region.traeger.name} als Region eingerichtet."
    gleich = sorted(GRUNDZAHLEN[e.grundzahl].titel for e in paket.manifest.wuerfel if unveraendert(e, frueher, paket))
    if gleich:
        yield f"Gilt schon so und bleibt: {', '.join(gleich)}."
    for eintrag in paket.manifest.wuerfel:
        satz = GRUNDZAHLEN[eintrag.grundzahl]
        if not satz.nur_kreis and (fehlend := sorted(set(orte) - set(eintrag.schutz.gemeinden))):
            yield f"„{satz.titel}“ enthält diese Gemeinden nicht: {', '.join(fehlend[:5])}."
