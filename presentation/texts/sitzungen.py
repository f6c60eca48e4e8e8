"""Words for meetings: the list, one meeting, and what is said when one is entered."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from analysis.gremien.anwesenheit import SPALTEN, Anwesenheit, Zaehlung
from analysis.gremien.bestand import Gremienbestand
from data_access.gremien.sitzungspruefung import Beanstandung
from models.gremientabellen import Barrierefreiheit, Gremium, Sitzung, Teilnahme
from models.gremienworte import Sitzungsstatus
from models.vokabular import INSGESAMT
from presentation.texts.anwesenheit import anwesende, menge
from presentation.texts.befunde import aufzaehlung
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import (
    BARRIEREN,
    BARRIERESTAENDE,
    GRUPPEN,
    KEINE_ANGABE,
    SITZUNGSFORMEN,
    SYNTHETISCH,
    nicht_nachgetragen,
    sitzungsstand,
    stueck,
    tag,
    war_geplant,
)
from presentation.texts.zahlen import datum

FELDER: Final[dict[str, str]] = {
    "datum": "Tag der Sitzung",
    "status": "Fand die Sitzung statt?",
    "form": "Wie man sich traf",
    "bezeichnung": "Name der Sitzung",
    "ort": "Ort",
    "einladung_am": "Einladung verschickt am",
    "rueckmeldung_bis": "Rückmeldung erbeten bis",
    "unterlagen_am": "Unterlagen verschickt am",
    "unterlagen_ls_am": "Unterlagen in Leichter Sprache verschickt am",
    "protokoll_am": "Protokoll vom",
    "protokoll_ls_am": "Protokoll in Leichter Sprache vom",
    "quelle": "Woher die Angaben stammen",
    "notiz": "Notiz",
    "datum_erschlossen": "Jahr erschlossen",
    "synthetisch": "erfundenes Beispiel",
    "gruppe": "Gruppe",
    "organisation": "Institution",
    "anwesend": "anwesend",
    "eingeladen": "eingeladen",
    "rederecht_genutzt": "davon gesprochen",
}
"""Column of a meeting or of attendance -> its name on screen."""

KEIN_EINTRAG: Final = "kein Eintrag"
LEER_UND_NULL: Final = (
    "Leer heißt k. A.: nicht bekannt. 0 heißt: niemand kam. Ist nur die Gesamtzahl bekannt, füllen Sie nur „insgesamt“."
)
ZAEHLWEISE: Final = "Gezählt ist, für welche Gruppe jemand da war. Die Zahlen sagen nicht, wer eine Behinderung hat."


_NUMMER: Final = re.compile(r"^(\d+)\. ")


def satz_der_liste(gremium: Gremium, bestand: Gremienbestand) -> tuple[str, str]:
    """Headline of the view and the line below it."""
    alle = bestand.sitzungen.get(gremium.id, ())
    gehalten = bestand.stattgefunden(gremium.id)
    if not alle:
        return f"{gremium.kurz}: noch keine Sitzung eingetragen", "Eintragen kann, wer den Link mit Schlüssel hat."
    unterzeile = " · ".join([gremium.name, _eingetragen(len(alle), len(gehalten)), *_herkunft(alle)])
    if not gehalten:
        return f"{gremium.kurz}: keine Sitzung eingetragen, die stattfand", unterzeile
    letzte = gehalten[-1]
    da = bestand.anwesenheit(letzte).gesamt
    wer = "Anwesende: k. A." if da.zahl is None else anwesende(da)
    zusatz = f" ({', '.join(besonderes(letzte))})" if besonderes(letzte) else ""
    return f"{gremium.kurz}: zuletzt am {datum(letzte.datum)}, {wer}{zusatz}", unterzeile


def _eingetragen(n: int, gehalten: int) -> str:
    alle = "1 Sitzung eingetragen" if n == 1 else f"{n} Sitzungen eingetragen"
    return f"{alle}, davon {'fand' if gehalten <= 1 else 'fanden'} {gehalten or 'keine'} statt"


def _herkunft(alle: Sequence[Sitzung]) -> list[str]:
    """Where the entries come from: invented, or the source of the latest that is not."""
    echte = [s for s in alle if not s.synthetisch]
    quellen = [f"Quelle für {datum(s.datum)}: {s.quelle}" for s in echte if s.quelle][-1:]
    erfunden = (
        []
        if len(echte) == len(alle)
        else [SYNTHETISCH if not echte else f"{len(alle) - len(echte)} davon {SYNTHETISCH}"]
    )
    return quellen + erfunden


def listentafel(gremium: Gremium, bestand: Gremienbestand, heute: date) -> list[dict[str, str]]:
    """The meetings of a Gremium, the newest first."""
    zeilen = []
    for s in reversed(bestand.sitzungen.get(gremium.id, ())):
        da = bestand.anwesenheit(s).insgesamt
        fand_statt = s.status == Sitzungsstatus.STATTGEFUNDEN
        zeilen.append(
            {
                "Tag": datum(s.datum),
                "Sitzung": ", ".join([_name(s, gremium), *besonderes(s)]),
                "Stand": sitzungsstand(s, heute),
                "Anwesend": menge(da["anwesend"]) if fand_statt else "–",
                "Eingeladen": menge(da["eingeladen"]),
            }
        )
    return zeilen


def versandtafel(gremium: Gremium, bestand: Gremienbestand) -> list[dict[str, str]]:
    """When the papers of each meeting went out, the newest first."""
    return [
        {
            "Tag": datum(s.datum),
            "Einladung": tag(s.einladung_am),
            "Unterlagen": tag(s.unterlagen_am),
            "in Leichter Sprache": tag(s.unterlagen_ls_am),
            "Protokoll": tag(s.protokoll_am) if s.status == Sitzungsstatus.STATTGEFUNDEN else "–",
        }
        for s in reversed(bestand.sitzungen.get(gremium.id, ()))
    ]


def _name(sitzung: Sitzung, gremium: Gremium) -> str:
    """Its own name or that of the Gremium. "4. LSP" with a fixed space: Markdown would make it item 4 of a list."""
    return _NUMMER.sub("\\1.\u00a0", schlicht(sitzung.bezeichnung) or schlicht(gremium.kurz))


def besonderes(sitzung: Sitzung) -> list[str]:
    """What a reader must know about a meeting before its numbers."""
    return [
        wort
        for wort, gilt in ((SYNTHETISCH, sitzung.synthetisch), ("Jahr erschlossen", sitzung.datum_erschlossen))
        if gilt
    ]


def angaben(sitzung: Sitzung, heute: date) -> list[dict[str, str]]:
    """Everything about one meeting that is not a count, as two columns."""
    fand_statt = sitzung.status == Sitzungsstatus.STATTGEFUNDEN
    zeilen = [
        ("Stand", sitzungsstand(sitzung, heute)),
        ("Form", SITZUNGSFORMEN.get(sitzung.form or "", KEINE_ANGABE)),
        ("Ort", schlicht(sitzung.ort) or KEINE_ANGABE),
        (FELDER["einladung_am"], tag(sitzung.einladung_am)),
        (FELDER["rueckmeldung_bis"], tag(sitzung.rueckmeldung_bis)),
        (FELDER["unterlagen_am"], tag(sitzung.unterlagen_am)),
        (FELDER["unterlagen_ls_am"], tag(sitzung.unterlagen_ls_am)),
    ]
    if fand_statt:
        zeilen += [(FELDER[f], tag(getattr(sitzung, f))) for f in ("protokoll_am", "protokoll_ls_am")]
    zeilen += [(FELDER[f], schlicht(getattr(sitzung, f))) for f in ("quelle", "notiz") if getattr(sitzung, f)]
    return [{"Angabe": name, "Wert": wert} for name, wert in zeilen]


def teilnahmetafel(da: Anwesenheit, teilnahmen: Sequence[Teilnahme]) -> list[dict[str, str]]:
    """Attendance by group, each with its institutions below, and all together at the end."""
    zeilen = []
    for gruppe in da.gruppen:
        zeilen.append(_teilnahme(GRUPPEN[gruppe], [da.je_gruppe[s][gruppe] for s in SPALTEN]))
        zeilen += [
            _teilnahme(f"davon {schlicht(t.organisation)}", [Zaehlung(getattr(t, s)) for s in SPALTEN])
            for t in sorted(teilnahmen, key=lambda t: t.organisation)
            if t.gruppe == gruppe and t.organisation
        ]
    if teilnahmen:
        zeilen.append(_teilnahme(zusammen(da.gesamt), [da.insgesamt[s] for s in SPALTEN]))
    return zeilen


def zusammen(alle: Zaehlung) -> str:
    """Name of the row of all people: whether their number was entered or added up."""
    return "insgesamt" if alle.genannt else "gezählt zusammen"


def _teilnahme(name: str, werte: Sequence[Zaehlung]) -> dict[str, str]:
    return {
        "Gruppe": name,
        **dict(zip(("Anwesend", "Eingeladen", "Davon gesprochen"), map(menge, werte), strict=True)),
    }


def teilnahmesatz(sitzung: Sitzung, teilnahmen: Sequence[Teilnahme], heute: date) -> str:
    """What the table of attendance leaves open."""
    if nicht_nachgetragen(sitzung, heute):
        return war_geplant(sitzung)
    if sitzung.status != Sitzungsstatus.STATTGEFUNDEN:
        return f"Diese Sitzung {'ist geplant' if sitzung.status == Sitzungsstatus.GEPLANT else 'ist ausgefallen'}."
    if not teilnahmen:
        return "Zur Teilnahme ist nichts eingetragen: k. A. Das heißt nicht, dass niemand da war."
    if {t.gruppe for t in teilnahmen} == {INSGESAMT}:
        return f"Wie viele aus welcher Gruppe kamen, ist nicht bekannt: {KEINE_ANGABE}"
    return ZAEHLWEISE


def barrieretafel(barrieren: Sequence[Barrierefreiheit]) -> list[dict[str, str]]:
    """What was asked for, in the order of the list of kinds."""
    stand = {b.art: b.stand for b in barrieren}
    return [
        {"Was": name, "Was daraus wurde": BARRIERESTAENDE[stand[art]]}
        for art, name in BARRIEREN.items()
        if art in stand
    ]


_HEISST_NICHT: Final = "Das heißt nicht, dass es da war, und nicht, dass niemand danach gefragt hat."


def barrieresatz(barrieren: Sequence[Barrierefreiheit]) -> str:
    """What a kind without an entry means, and what it does not."""
    if not barrieren:
        return f"Zur Barrierefreiheit ist nichts eingetragen. {_HEISST_NICHT}"
    da = {b.art for b in barrieren}
    ohne = [name for art, name in BARRIEREN.items() if art not in da]
    satz = f"{', '.join(ohne)}: {KEIN_EINTRAG}. {_HEISST_NICHT} " if ohne else ""
    return satz + "Wie viele Menschen etwas brauchten, wird nicht gezählt: Das wären Angaben zur Gesundheit."


def loeschfrage(sitzung: Sitzung, gremium: Gremium, bestand: Gremienbestand) -> str:
    """What goes with a meeting that is deleted."""
    tops = bestand.tops.get(sitzung.id, ())
    empfehlungen = [e for t in tops for e in bestand.empfehlungen.get(t.id, ())]
    massnahmen = [m for e in empfehlungen for m in bestand.massnahmen.get(e.id, ())]
    mit = (
        (len(bestand.teilnahmen.get(sitzung.id, ())), "Angabe zur Teilnahme", "Angaben zur Teilnahme"),
        (len(bestand.barrieren.get(sitzung.id, ())), "Angabe zur Barrierefreiheit", "Angaben zur Barrierefreiheit"),
        (len(tops), "Tagesordnungspunkt", "Tagesordnungspunkten"),
        (len(empfehlungen), "Empfehlung", "Empfehlungen"),
        (len(massnahmen), "Maßnahme", "Maßnahmen"),
    )
    teile = [stueck(*was) for was in mit if was[0]]
    womit = f" mit {aufzaehlung(teile)}" if teile else ""
    return f"{gremium.kurz} am {datum(sitzung.datum)}{womit} löschen? Das lässt sich danach zurücknehmen."


def grund(b: Beanstandung) -> str:
    """One reason with its field, as it stands above the button."""
    if not b.feld:
        return schlicht(b.satz)
    wo = schlicht(b.organisation) or GRUPPEN.get(b.gruppe, "")
    feld = FELDER[b.feld]
    name = f"{wo}, {feld}" if wo else feld[:1].upper() + feld[1:]
    return f"{name}: {schlicht(b.satz)}"


def gruende(alle: Iterable[Beanstandung]) -> list[str]:
    """All reasons, each once."""
    return list(dict.fromkeys(map(grund, alle)))
