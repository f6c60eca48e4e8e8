"""Files about Gremien: compared with what is entered, asked about where only people know, stored in one step."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from data_access import abfragen, schreiben
from data_access.gremien import bezuege, lieferung
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.lesen import Eintragungen, lies
from data_access.gremien.pruefung import maengel_der_teilnahme
from data_access.gremien.zeilen import Gespeichert, zeilen
from data_access.importing.befund import Bereitschaft, Fehler, Frage
from data_access.importing.gelesen import Gelesen
from data_access.importing.gremienzeilen import Gremienzeilen, Posten
from data_access.schreibrecht import Schreibrecht
from models.gremienformate import FORMATE
from models.gremienworte import Sitzungsstatus
from models.tabellen import Lieferung, Region
from models.vokabular import Lieferungsstand

ANLEGEN: Final = "anlegen"
"""Question whether meetings that are not entered are to be made."""

REGION: Final = "region"
"""Question for which region proofs are meant whose rule several regions have."""

ABWEICHEND: Final = "abweichend"
"""Question which of two different counts holds."""

_GENANNT: Final = 5


@dataclass
class _Pruefung:
    """One file on its way: what was read, what is entered, and what is found about it."""

    gremien: Gremienzeilen
    antworten: Mapping[str, str]
    region: str = ""
    bestand: Eintragungen = field(default_factory=Eintragungen)
    fehler: list[Fehler] = field(default_factory=list)
    fragen: list[Frage] = field(default_factory=list)
    warnungen: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.gremien.kind

    def zeilen(self) -> list[tuple[int, Mapping[str, Any]]]:
        return [(p.nummer, p.zeile) for p in self.gremien.posten]

    def beanstande(self, gefunden: Iterable[tuple[int, str, str, str]]) -> None:
        self.fehler += [Fehler(nummer, spalte, wert, satz) for nummer, spalte, wert, satz in gefunden]


def pruefe(gelesen: Gelesen, genannt: Region | None, antworten: Mapping[str, str]) -> tuple[Gelesen, Region | None]:
    """Compare a read file with what is entered, without writing: references, region, meetings, differing counts.

    The rows that come back are those to store, without what is entered already.
    """
    if gelesen.gremien is None:
        return gelesen, genannt
    regionen = {r.slug: r for r in abfragen.regionen()}
    lauf = _Pruefung(gelesen.gremien, antworten)
    je_region = {slug: lies(slug) for slug in regionen}
    wo = bezuege.verzeichnis(je_region)
    _benenne_regionen(lauf, regionen)
    if not lauf.fehler:
        for finde in (bezuege.fehlende, bezuege.unbekannte_punkte, bezuege.unbekannte_regeln):
            lauf.beanstande(finde(lauf.kind, lauf.zeilen(), wo))
    if not lauf.fehler and lauf.kind == "nachweise":
        _ordne_regeln_zu(lauf, wo, genannt, regionen)
    if not lauf.fehler and not lauf.fragen:
        _waehle_region(lauf, wo, genannt, regionen)
        lauf.beanstande(bezuege.aus_anderer_region(lauf.kind, lauf.zeilen(), wo, lauf.region))
    if not lauf.fehler and not lauf.fragen:
        lauf.bestand = je_region[lauf.region]
        _pruefe_sitzungen(lauf, wo)
        _vergleiche(lauf)
    return _ergebnis(gelesen, lauf), regionen.get(lauf.region)


def _benenne_regionen(lauf: _Pruefung, regionen: Mapping[str, Region]) -> None:
    """The key of a Kreis in the column `region` becomes the slug, as it is stored."""
    if "region" not in FORMATE[lauf.kind].namen:
        return
    namen = {**{r.kreis_ags: slug for slug, r in regionen.items()}, **{slug: slug for slug in regionen}}
    neu = []
    for p in lauf.gremien.posten:
        genannt = p.zeile.get("region") or ""
        slug = namen.get(genannt)
        if genannt and slug is None:
            satz = f"Diese Region gibt es hier nicht. Vorhanden: {', '.join(regionen)}."
            lauf.fehler.append(Fehler(p.nummer, "region", genannt, satz))
        neu.append(replace(p, zeile={**p.zeile, "region": slug}))
    lauf.gremien = replace(lauf.gremien, posten=tuple(neu))


def _ordne_regeln_zu(
    lauf: _Pruefung, wo: bezuege.Verzeichnis, genannt: Region | None, regionen: Mapping[str, Region]
) -> None:
    """A proof without a region belongs to that of its rule; where several have the rule, it is asked."""
    gewaehlt = genannt.slug if genannt else lauf.antworten.get(REGION, "").strip().casefold()
    je_zeile, unklar = bezuege.regionen_der_nachweise(lauf.zeilen(), wo, gewaehlt)
    if unklar:
        moeglich = wo.regionen_der_regel(unklar)
        namen = " und ".join(regionen[slug].name for slug in moeglich)
        text = f"Die Regel „{unklar}“ gibt es in {namen}. Für welche Region gilt die Datei?"
        lauf.fragen.append(Frage(REGION, text, tuple(moeglich)))
    paare = zip(lauf.gremien.posten, je_zeile, strict=True)
    lauf.gremien = replace(lauf.gremien, posten=tuple(replace(p, zeile={**p.zeile, "region": r}) for p, r in paare))


def _waehle_region(
    lauf: _Pruefung, wo: bezuege.Verzeichnis, genannt: Region | None, regionen: Mapping[str, Region]
) -> None:
    """The one region of the file; two of them are two files, so that each can be taken back for itself."""
    gefunden = bezuege.regionen(lauf.kind, lauf.zeilen(), wo)
    erste, *weitere = list(gefunden) or [""]
    if weitere:
        lauf.fehler.append(
            Fehler(
                gefunden[weitere[0]],
                None,
                None,
                f"Die Datei meint mehrere Regionen: {', '.join(regionen[r].name for r in gefunden)}. "
                "Bitte je Region eine Datei einlesen.",
            )
        )
    elif genannt is not None and genannt.slug != erste:
        satz = f"Die Datei gehört zu {regionen[erste].name}, genannt ist {genannt.name}. Bitte eines davon ändern."
        lauf.fehler.append(Fehler(None, None, None, satz))
    lauf.region = erste


def _pruefe_sitzungen(lauf: _Pruefung, wo: bezuege.Verzeichnis) -> None:
    """Meetings that rows name: those of attendance can be made, others must be there."""
    fehlen = bezuege.unbekannte_sitzungen(lauf.kind, lauf.zeilen(), wo)
    gremien = {g.id: g for g in lauf.bestand.gremien}
    if fehlen and lauf.kind != "teilnahmen":
        lauf.beanstande(
            (
                nummer,
                "datum",
                f"{tag:%d.%m.%Y}",
                f"Am {tag:%d.%m.%Y} ist keine Sitzung von „{gremien[g].name}“ erfasst. "
                "Bitte sie zuerst anlegen oder „sitzungen“ einlesen.",
            )
            for (g, tag), nummer in fehlen.items()
        )
    elif fehlen:
        antwort = lauf.antworten.get(ANLEGEN, "").strip().casefold()
        namen = [f"„{gremien[g].name}“ am {tag:%d.%m.%Y}" for g, tag in fehlen]
        genannt = "; ".join(namen[:_GENANNT]) + (f" und {len(namen) - _GENANNT} weitere" if namen[_GENANNT:] else "")
        was = "Die Sitzung von" if len(namen) == 1 else "Diese Sitzungen sind nicht erfasst:"
        text = f"{was} {genannt}{' ist nicht erfasst' if len(namen) == 1 else ''}. Anlegen?"
        if antwort == "ja":
            lauf.gremien = replace(lauf.gremien, anzulegen=tuple(_neue_sitzung(lauf, *ort) for ort in fehlen))
        elif antwort == "nein":
            satz = f"Nicht erfasst: {genannt}. Bitte die Sitzung zuerst anlegen oder die Zeilen löschen."
            lauf.fehler.append(Fehler(min(fehlen.values()), "datum", None, satz))
        else:
            lauf.fragen.append(Frage(ANLEGEN, text, ("ja", "nein")))
    _warne_vor_sitzungen(lauf)


def _neue_sitzung(lauf: _Pruefung, gremium: str, tag: date) -> Mapping[str, Any]:
    """A meeting of which somebody counted who was there took place; one with invited people only is planned."""
    gezaehlt = any(z["anwesend"] is not None for _, z in lauf.zeilen() if (z["gremium"], z["datum"]) == (gremium, tag))
    return {
        "gremium": gremium,
        "datum": tag,
        "status": str(Sitzungsstatus.STATTGEFUNDEN if gezaehlt else Sitzungsstatus.GEPLANT),
    }


def _warne_vor_sitzungen(lauf: _Pruefung) -> None:
    """Counts for a meeting that was only planned, fell out, or was invented for the demonstration."""
    if lauf.kind != "teilnahmen":
        return
    gezaehlte = {(z["gremium"], z["datum"]) for _, z in lauf.zeilen() if z["anwesend"] is not None}
    for s in lauf.bestand.sitzungen:
        if (s.gremium_id, s.datum) in gezaehlte and s.status != Sitzungsstatus.STATTGEFUNDEN:
            lauf.warnungen.append(
                f"Die Sitzung am {s.datum:%d.%m.%Y} ist als „{s.status}“ erfasst, die Datei nennt Anwesende. "
                "Bitte danach den Status der Sitzung prüfen."
            )
        if (s.gremium_id, s.datum) in gezaehlte and s.synthetisch:
            lauf.warnungen.append(
                f"Die Sitzung am {s.datum:%d.%m.%Y} ist synthetisch. Auch diese Zahlen werden so gezeigt."
            )


def _vergleiche(lauf: _Pruefung) -> None:
    """Leave out what says nothing new, and ask about counts that differ from entered ones."""
    schluessel, gleich, alle = FORMATE[lauf.kind].schluessel, 0, zeilen(lauf.kind, lauf.bestand)
    alte = {tuple(g.zeile[s] for s in schluessel): g.zeile for g in alle}
    neu: list[Posten] = []
    geaendert: list[Posten] = []
    for p in lauf.gremien.posten:
        alt = alte.get(tuple(p.zeile.get(s) for s in schluessel))
        if alt is None:
            neu.append(p)
        elif all(alt[spalte] == wert for spalte, wert in p.zeile.items()):
            gleich += 1
        else:
            geaendert.append(p)
    if lauf.kind == "teilnahmen":
        geaendert = _entscheide(lauf, geaendert)
        if not lauf.fragen:
            _pruefe_summen(lauf, [*neu, *geaendert], alle)
    elif geaendert:
        wort = "1 Eintrag wird" if len(geaendert) == 1 else f"{len(geaendert)} Einträge werden"
        lauf.warnungen.append(f"{wort} geändert. Der Verlauf zeigt danach, was vorher da stand.")
    if gleich and (neu or geaendert):
        lauf.warnungen.append(f"{gleich} {'Zeile steht' if gleich == 1 else 'Zeilen stehen'} schon so da.")
    bleiben = {p.nummer for p in (*neu, *geaendert)}
    lauf.gremien = replace(lauf.gremien, posten=tuple(p for p in lauf.gremien.posten if p.nummer in bleiben))


def _entscheide(lauf: _Pruefung, geaendert: list[Posten]) -> list[Posten]:
    """Counts that differ from entered ones: which hold."""
    if not geaendert:
        return []
    antwort = lauf.antworten.get(ABWEICHEND, "").strip().casefold()
    if antwort in ("ersetzen", "behalten"):
        return geaendert if antwort == "ersetzen" else []
    tage = sorted({p.zeile["datum"] for p in geaendert})
    genannt = ", ".join(f"{tag:%d.%m.%Y}" for tag in tage[:_GENANNT]) + (" und später" if tage[_GENANNT:] else "")
    wort = "In 1 Zeile" if len(geaendert) == 1 else f"In {len(geaendert)} Zeilen"
    lauf.fragen.append(
        Frage(
            ABWEICHEND,
            f"{wort} stehen andere Zahlen als erfasst ({genannt}). Welche gelten: die der Datei („ersetzen“) oder die "
            "erfassten („behalten“)?",
            ("ersetzen", "behalten"),
        )
    )
    return geaendert


def _pruefe_summen(lauf: _Pruefung, kommen: Sequence[Posten], alle: Sequence[Gespeichert]) -> None:
    """What contradicts itself between the file and what is entered for the same meeting."""
    schluessel = FORMATE[lauf.kind].schluessel
    danach = {tuple(g.zeile[s] for s in schluessel): g.zeile for g in alle}
    danach |= {tuple(p.zeile[s] for s in schluessel): p.zeile for p in kommen}
    for ort in dict.fromkeys((p.zeile["gremium"], p.zeile["datum"]) for p in kommen):
        zusammen = [z for z in danach.values() if (z["gremium"], z["datum"]) == ort]
        for spalte, satz in maengel_der_teilnahme(zusammen):
            text = f"{ort[1]:%d.%m.%Y}, zusammen mit dem, was schon erfasst ist: {satz}"
            lauf.fehler.append(Fehler(None, spalte, None, text))


def _ergebnis(gelesen: Gelesen, lauf: _Pruefung) -> Gelesen:
    status: Bereitschaft = "abgelehnt" if lauf.fehler else "rueckfrage" if lauf.fragen else "ok"
    befund = replace(
        gelesen.befund,
        status=status,
        fehler=(*gelesen.befund.fehler, *lauf.fehler),
        fragen=() if lauf.fehler else (*gelesen.befund.fragen, *lauf.fragen),
        warnungen=(*gelesen.befund.warnungen, *lauf.warnungen),
    )
    return replace(gelesen, befund=befund, gremien=lauf.gremien)


def importiere(
    recht: Schreibrecht, gelesen: Gelesen, region: Region, datei: str, marke: str, synthetisch: bool, jetzt: datetime
) -> Lieferung | None:
    """Store a checked file; None if it says nothing new, and then nothing is written. Raises `GremienAbgelehnt`."""
    if gelesen.gremien is None:
        raise GremienAbgelehnt("In dieser Datei steht nichts über Gremien.")
    namen = {g.id: g.kurz for g in lies(region.slug).gremien}
    gremien = list(dict.fromkeys(str(p.zeile["gremium"]) for p in gelesen.gremien.posten if p.zeile.get("gremium")))
    neu = Lieferung(
        id=uuid.uuid4().hex,
        nummer=schreiben.naechste_lieferungsnummer(),
        art=gelesen.gremien.kind,
        region_slug=region.slug,
        absender=", ".join(namen.get(g, g) for g in gremien[:_GENANNT]) or region.name,
        datei=datei,
        sha256=marke,
        stichtage=list(gelesen.befund.stichtage),
        gegenstaende=gremien,
        zeilen=gelesen.befund.zeilen,
        eingegangen_am=jetzt,
        stand=Lieferungsstand.GESPEICHERT,
        synthetisch=synthetisch,
    )
    return lieferung.speichere(recht, neu, region.slug, gelesen.gremien, jetzt)


def ziehe_lieferung_zurueck(recht: Schreibrecht, lieferung_id: str, jetzt: datetime) -> Lieferung:
    """Take a Lieferung of any kind back; that of a KIND about Gremien by undoing its step. Raises `NichtGefunden`."""
    art = next((x.art for x in abfragen.lieferungen() if x.id == lieferung_id), "")
    if art in FORMATE:
        return lieferung.ziehe_zurueck(recht, lieferung_id, jetzt)
    return schreiben.ziehe_lieferung_zurueck(recht, lieferung_id, jetzt)
