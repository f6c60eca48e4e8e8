"""The history of what is entered about Gremien, in words: "Anwesende Selbstvertretung: 4 statt k. A."."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from models.gremientabellen import Aenderung, Vorgang
from presentation.texts import beteiligungsstufen, nachweise
from presentation.texts import gremien as worte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import stueck
from presentation.texts.methodik import THEMEN
from presentation.texts.sitzungen import FELDER, KEIN_EINTRAG
from presentation.texts.zahlen import datum
from presentation.texts.zusammenarbeit import STUFEN

HOECHSTENS: Final = 12
"""A step of more changes than this is summed up by what was changed."""

_LAENGSTER: Final = 120

WEGE: Final = {"daten": "auf der Seite", "kommandozeile": "mit einem Befehl"}
"""How a Schreibrecht came to be -> in words."""

_TABELLEN: Final[dict[str, tuple[str, str]]] = {
    "vereinbarung": ("Vereinbarung", "Vereinbarungen"),
    "organisation": ("Organisation", "Organisationen"),
    "bestimmung": ("Bestimmung", "Bestimmungen"),
    "gremium": ("Gremium", "Gremien"),
    "takt": ("Takt", "Takte"),
    "sitz": ("Eintrag", "Einträge"),
    "rolle": ("Rolle", "Rollen"),
    "amtszeit": ("Amtszeit", "Amtszeiten"),
    "sitzung": ("Sitzung", "Sitzungen"),
    "teilnahme": ("Angabe zur Teilnahme", "Angaben zur Teilnahme"),
    "barrierefreiheit": ("Angabe zur Barrierefreiheit", "Angaben zur Barrierefreiheit"),
    "top": ("Tagesordnungspunkt", "Tagesordnungspunkte"),
    "empfehlung": ("Empfehlung", "Empfehlungen"),
    "massnahme": ("Maßnahme", "Maßnahmen"),
    "rueckmeldung": ("Bericht", "Berichte"),
    "bewertungsfrage": ("Aussage zur Zusammenarbeit", "Aussagen zur Zusammenarbeit"),
    "bewertung": ("Antwort zur Zusammenarbeit", "Antworten zur Zusammenarbeit"),
    "rechtsgrundlage": ("Rechtsgrundlage", "Rechtsgrundlagen"),
    "pflicht": ("Pflicht", "Pflichten"),
    "nachweis": ("Nachweis", "Nachweise"),
    "termin": ("Termin", "Termine"),
    "widerspruch": ("Widerspruch", "Widersprüche"),
}
"""Table -> one of its rows, several of them."""

_NAMEN: Final = ("kurz", "titel", "name", "text", "wortlaut", "inhaber")
"""Fields that name a row, the best first."""

_FELDER: Final = FELDER | {
    "kurz": "Kurzname",
    "name": "Name",
    "text": "Text",
    "wortlaut": "Wortlaut",
    "typ": "Art des Gremiums",
    "aliase": "andere Schreibweisen",
    "gattung": "eine Art von Stellen",
    "partner": "Partner",
    "geschlossen": "geschlossen am",
    "genauigkeit": "Genauigkeit des Tages",
    "rechtsgrundlage": "Rechtsgrundlage",
    "gueltig_von": "gilt seit",
    "gueltig_bis": "gilt bis",
    "verbindlichkeit": "Verbindlichkeit",
    "minimum": "Sitzungen im Jahr, mindestens",
    "maximum": "Sitzungen im Jahr, höchstens",
    "anzahl": "vereinbarte Plätze",
    "stimmrecht": "Stimmrecht",
    "regel": "Regel",
    "wechsel_jahre": "Wechsel alle … Jahre",
    "inhaber": "Stelle",
    "von": "von",
    "bis": "bis",
    "erschlossen": "aus der Regel erschlossen",
    "nummer": "Nummer",
    "titel": "Titel",
    "art": "Art",
    "thema": "Thema",
    "planungsraum": "Planungsraum",
    "eingebracht_von": "eingebracht von",
    "ergebnis": "Ergebnis",
    "stufe_verwaltung": "Stufe aus Sicht der Verwaltung",
    "stufe_selbstvertretung": "Stufe aus Sicht der Selbstvertretung",
    "begruendung": "Begründung",
    "aufgaben": "Aufgaben",
    "von_gruppe": "vorgeschlagen von",
    "an": "geht an",
    "antwort": "Antwort",
    "antwort_am": "Antwort vom",
    "grund": "Grund",
    "verantwortlich": "verantwortlich",
    "stand": "Stand",
    "wert": "Antwort",
    "anmerkung": "Anmerkung",
    "jahr": "Jahr",
    "jahr_von": "erstes Jahr",
    "jahr_bis": "letztes Jahr",
    "seite": "Seite",
    "datenstand": "Datenstand",
    "eingefroren_am": "Datenstand festgehalten am",
    "vorgaenger_id": "Vorgänger",
    "uebergeordnet_id": "übergeordnetes Gremium",
    "vereinbarung_id": "Vereinbarung",
    "gremium_id": "Gremium",
    "organisation_id": "Stelle im Register",
    "organisationen": "genannte Stellen",
    "reihenfolge": "Reihenfolge",
    "rang": "Rang",
    "rechtsgrundlage_id": "Rechtsgrundlage",
    "fassung_von": "Fassung von",
    "fassung_bis": "Fassung bis",
    "gilt_von": "gilt seit",
    "gilt_bis": "gilt bis",
    "rechtsstand_bis": "Rechtsstand bis",
    "alle_jahre": "kehrt alle … Jahre wieder",
    "ab_jahr": "erstes Jahr",
    "erledigt_am": "erledigt am",
    "kanal": "Weg",
    "stelle": "Stelle",
}

_STUFEN: Final = {str(nummer): beteiligungsstufen.stufe(nummer) for nummer in beteiligungsstufen.STUFEN}
_WORTE: Final[dict[tuple[str, str], Mapping[str, str]]] = {
    ("sitzung", "status"): worte.SITZUNGSSTATUS,
    ("empfehlung", "status"): worte.EMPFEHLUNGEN,
    ("rueckmeldung", "status"): worte.EMPFEHLUNGEN,
    ("massnahme", "status"): worte.MASSNAHMEN,
    ("top", "art"): worte.TOPARTEN,
    ("bestimmung", "art"): worte.BESTIMMUNGEN,
    ("", "form"): worte.SITZUNGSFORMEN,
    ("", "typ"): worte.TYPEN,
    ("", "gruppe"): worte.GRUPPEN,
    ("", "von_gruppe"): worte.GRUPPEN,
    ("", "eingebracht_von"): worte.GRUPPEN,
    ("", "stimmrecht"): worte.STIMMRECHTE,
    ("", "verbindlichkeit"): worte.VERBINDLICHKEITEN,
    ("", "seite"): worte.SEITEN,
    ("", "thema"): THEMEN,
    ("", "stufe_verwaltung"): _STUFEN,
    ("", "stufe_selbstvertretung"): _STUFEN,
    ("nachweis", "kanal"): nachweise.KANAELE,
    ("bewertung", "wert"): {str(stufe): wort for stufe, wort in STUFEN.items()},
}
_ZAEHLWORTE: Final = {
    "anwesend": "Anwesende {}",
    "eingeladen": "Eingeladene {}",
    "rederecht_genutzt": "Gesprochen haben, {}",
}
_VERWEISE: Final = ("id", "region_slug")
_NUR_GEAENDERT: Final = ("organisationen", "aufgaben", "eingefroren_am")
"""Fields whose value is nothing to read; so are all that name another row by its id."""


def schritt(vorgang: Vorgang) -> str:
    """When a step was taken, by which way, and what it was."""
    wann = f"{vorgang.zeitpunkt.astimezone():%d.%m.%Y, %H:%M} Uhr"
    return f"{wann}, {WEGE.get(vorgang.herkunft, schlicht(vorgang.herkunft))}: {schlicht(vorgang.was)}"


def einzelheiten(aenderungen: Sequence[Aenderung], weitere: int = 0) -> list[str]:
    """What a step changed, each in a sentence without a verb; many changes as counts.

    `weitere`: changes of the same step that are not about the meeting looked at.
    """
    saetze = [satz for a in aenderungen for satz in _aenderung(a)]
    if len(saetze) > HOECHSTENS:
        zahlen = Counter((a.tabelle, _tat(a)) for a in aenderungen)
        saetze = [f"{n} {_TABELLEN[t][n != 1]} {tat}" for (t, tat), n in zahlen.items()]
    wie_viele = stueck(weitere, "Änderung", "Änderungen")
    return [*saetze, f"dazu {wie_viele} im selben Schritt, nicht an dieser Sitzung"] if weitere else saetze


def _tat(a: Aenderung) -> str:
    return "angelegt" if a.vorher is None else "gelöscht" if a.nachher is None else "geändert"


def _aenderung(a: Aenderung) -> list[str]:
    vorher: dict[str, Any] = a.vorher or {}
    nachher: dict[str, Any] = a.nachher or {}
    da = nachher or vorher
    if a.tabelle == "teilnahme":
        wer = schlicht(da["organisation"]) or worte.GRUPPEN.get(da["gruppe"], da["gruppe"])
        return [
            f"{muster.format(wer)}: {worte.anzahl(nachher.get(feld))} statt {worte.anzahl(vorher.get(feld))}"
            for feld, muster in _ZAEHLWORTE.items()
            if nachher.get(feld) != vorher.get(feld)
        ]
    if a.tabelle == "barrierefreiheit":
        neu, alt = (worte.BARRIERESTAENDE.get(str(z.get("stand")), KEIN_EINTRAG) for z in (nachher, vorher))
        return [f"{worte.BARRIEREN.get(da['art'], da['art'])}: {neu} statt {alt}"]
    name = f"{_TABELLEN[a.tabelle][0]} {_name(a.tabelle, da)}".strip()
    if not (vorher and nachher):
        return [f"{name} {_tat(a)}"]
    davor = "" if a.tabelle == "sitzung" else f"{name}: "
    felder = _FELDER if a.tabelle == "sitzung" else _FELDER | {"status": "Stand"}
    return [
        f"{davor}{felder.get(feld, feld)} geändert"
        if feld in _NUR_GEAENDERT or feld.endswith("_id")
        else f"{davor}{felder.get(feld, feld)}: {_wert(a.tabelle, feld, nachher[feld])} statt "
        f"{_wert(a.tabelle, feld, vorher.get(feld))}"
        for feld in nachher
        if feld not in _VERWEISE and nachher[feld] != vorher.get(feld)
    ]


def _name(tabelle: str, werte: Mapping[str, Any]) -> str:
    if tabelle == "sitzung":
        return f"am {datum(date.fromisoformat(werte['datum']))}"
    if tabelle == "bewertung":
        return f"({worte.SEITEN.get(werte['seite'], werte['seite'])}, {werte['jahr']})"
    if tabelle == "nachweis":
        seite = f", {nachweise.PARTNERSEITEN[werte['seite']]}" if werte["seite"] else ""
        return f"„{nachweise.NACHWEISARTEN[werte['art']]}“ ({nachweise.instanzname(werte['instanz'])}{seite})"
    genannt = next((werte[feld] for feld in _NAMEN if werte.get(feld)), "")
    return f"„{_kurz(str(genannt))}“" if genannt else ""


def _wert(tabelle: str, feld: str, wert: Any) -> str:
    if feld == "datenstand":
        return "festgehalten" if wert else "nicht festgehalten"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if wert is None or wert in ("", []):
        return worte.KEINE_ANGABE
    if isinstance(wert, list):
        return ", ".join(_kurz(str(w)) for w in wert)
    liste = _WORTE.get((tabelle, feld)) or _WORTE.get(("", feld), {})
    if str(wert) in liste:
        return liste[str(wert)]
    try:
        return datum(date.fromisoformat(wert)) if isinstance(wert, str) and len(wert) == 10 else _kurz(str(wert))
    except ValueError:
        return _kurz(str(wert))


def _kurz(text: str) -> str:
    kurz = schlicht(text)
    return kurz if len(kurz) <= _LAENGSTER else f"{kurz[: _LAENGSTER - 1]}…"
