"""How the words of the closed lists of Gremien are spelled in files: as in the list, on screen, or as people say it."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from data_access.importing.spalten import normalisiere_kopf
from models.gremienworte import (
    Barriereart,
    Bestimmungsart,
    Empfehlungsstatus,
    Gremientyp,
    Gruppe,
    Massnahmenstatus,
    Sitzungsform,
    Sitzungsstatus,
    Stimmrecht,
    Verbindlichkeit,
)
from models.pflichtworte import Kanal, Nachweisart, Partnerseite
from models.vokabular import INSGESAMT, Thema

LEER: Final = frozenset({"", "-", "–", "—", "−", "ka", "k.a.", "k. a.", "keine angabe", "nicht bekannt", "unbekannt"})
"""What an unknown value is written as, in lower case. None of it is 0."""

SCHREIBWEISEN: Final[dict[str, tuple[str, ...]]] = {
    Gruppe.SELBSTVERTRETUNG: (
        "Selbstvertretung",
        "Selbstvertreter",
        "Selbstvertreterinnen",
        "Selbstvertreterinnen und Selbstvertreter",
        "Selbstvertreter und Selbstvertreterinnen",
    ),
    Gruppe.ANGEHOERIGE: ("Angehörige", "Angehörigenvertretung"),
    Gruppe.BEAUFTRAGTE: ("Beauftragte", "Inklusionsbeauftragte", "Behindertenbeauftragte"),
    Gruppe.EUTB: ("Teilhabeberatung (EUTB)", "Teilhabeberatung"),
    Gruppe.LEISTUNGSERBRINGER: ("Leistungserbringer", "Anbieter"),
    Gruppe.OERTL_TRAEGER: ("Kreis (örtlicher Träger)", "örtlicher Träger", "örtl. Träger", "Kreis"),
    Gruppe.UEBEROERTL_TRAEGER: ("Überörtlicher Träger", "überörtl. Träger", "LWL", "LWV"),
    Gruppe.KOMMUNE: ("Städte und Gemeinden", "Kommunen", "Gemeinden"),
    Gruppe.SOZIALVERSICHERUNG: (
        "Sozialversicherung, Arbeitsagentur, Jobcenter",
        "Sozialversicherung",
        "Arbeitsagentur",
        "Agentur für Arbeit",
        "Jobcenter",
    ),
    Gruppe.SONSTIGE: ("Sonstige", "Andere"),
    INSGESAMT: ("insgesamt", "gesamt", "Summe", "alle"),
    Gremientyp.STEUERUNGSGREMIUM: ("Steuerungs- und Planungsgremium",),
    Gremientyp.FACHGESPRAECH: ("Fachgespräch, Fachtag", "Fachtag"),
    Gremientyp.SONSTIGES: ("sonstiges Gremium",),
    Verbindlichkeit.MOEGLICH: ("möglich, soweit Mittel da sind",),
    Verbindlichkeit.GENANNT: ("in der Quelle genannt", "in der Vereinbarung genannt"),
    Stimmrecht.JA: ("mit Stimme", "stimmberechtigt", "x"),
    Stimmrecht.NEIN: ("ohne Stimme",),
    Bestimmungsart.BETEILIGUNG: ("Wer einbezogen wird",),
    Bestimmungsart.NETZWERK: ("Mit wem zusammengearbeitet wird",),
    Bestimmungsart.HINWEISGEBER: ("Wer Hinweise auf Bedarfe gibt",),
    Bestimmungsart.PFLICHT: ("Wozu sich die Partner verpflichten",),
    Bestimmungsart.RECHT: ("Welche Rechte es gibt",),
    Bestimmungsart.AUFGABE: (
        "Aufgaben und Ziele",
        "Wozu das Gremium da ist",
    ),
    Sitzungsstatus.STATTGEFUNDEN: ("hat stattgefunden", "fand statt"),
    Sitzungsstatus.AUSGEFALLEN: ("ausgefallen", "fiel aus", "abgesagt"),
    Sitzungsform.PRAESENZ: ("vor Ort",),
    Sitzungsform.HYBRID: ("vor Ort und online",),
    Sitzungsform.ONLINE: ("online", "digital", "Videokonferenz"),
    Barriereart.DGS: ("Deutsche Gebärdensprache", "Gebärdensprache"),
    Barriereart.LEICHTE_SPRACHE_BEGLEITUNG: ("Begleitung in Leichter Sprache",),
    Barriereart.BRAILLE_GROSSDRUCK: ("Braille oder Großdruck",),
    Barriereart.PAUSEN_REIZARM: ("Pausen, reizarmer Raum",),
    Barriereart.DIGITAL_BARRIEREFREI: ("barrierefreie Online-Teilnahme",),
    Empfehlungsstatus.TEILWEISE: ("teilweise angenommen",),
    Massnahmenstatus.OFFEN: ("noch nicht begonnen",),
    Thema.KINDER: ("Kinder und Jugendliche",),
    Thema.P67: ("§ 67", "§§ 67 ff. SGB XII", "Hilfe nach §§ 67 ff."),
    Thema.UEBERGREIFEND: ("themenübergreifend", "alle Themen"),
    Nachweisart.LIEFERUNG: ("Daten geliefert", "Datenlieferung", "geliefert"),
    Nachweisart.MITTEILUNG: ("Mitteilung gemacht", "mitgeteilt", "Meldung", "gemeldet"),
    Nachweisart.EINLADUNG: ("Einladung verschickt", "eingeladen"),
    Nachweisart.PROTOKOLL: ("Protokoll verschickt", "Niederschrift"),
    Nachweisart.SITZUNG: ("Sitzung oder Gespräch", "Gespräch", "Treffen"),
    Nachweisart.BESCHLUSS: ("Beschluss gefasst", "beschlossen"),
    Nachweisart.VEREINBARUNG: ("Vereinbarung geschlossen", "vereinbart", "Vertrag"),
    Nachweisart.VERLAENGERUNG: ("Verlängerung vereinbart", "verlängert"),
    Nachweisart.WECHSEL: ("Wechsel vollzogen", "gewechselt", "Übergabe"),
    Nachweisart.BERICHT: ("Bericht vorgelegt", "berichtet"),
    Nachweisart.DOKUMENT: ("Schriftstück liegt vor", "Schriftstück", "Regelung"),
    Nachweisart.MASSNAHME: ("Maßnahme durchgeführt",),
    Nachweisart.RECHTSAUSKUNFT: ("Rechtslage geprüft", "Auskunft zur Rechtslage"),
    Nachweisart.ENTFAELLT: ("fällt hier weg", "entfallen", "nicht nötig"),
    Nachweisart.STEHT_AUS: ("steht noch aus", "fehlt noch", "noch nicht geschehen"),
    Nachweisart.FREIGABE: ("Freigabe nach außen", "freigegeben"),
    Kanal.ARBEITSGEMEINSCHAFT: ("über die Arbeitsgemeinschaft", "Datenaustausch der Arbeitsgemeinschaft"),
    Kanal.FACHVERFAHREN: ("über ein Fachverfahren", "im Fachverfahren"),
    Kanal.GESONDERT: ("gesondert übermittelt", "getrennt", "mit eigenem Schreiben"),
    Partnerseite.TRAEGER: ("Träger", "überörtlicher Träger", "LWV", "LWL"),
}
"""Word of a list -> other spellings, that of the screen first. Case, umlauts, blanks and signs do not count.

A word that stands in two lists (`beteiligung`, `kreis`) has one entry.
"""


_EIGENE: Final[dict[str, str]] = {Nachweisart.BETEILIGUNG: "Beteiligung", Partnerseite.KREIS: "Kreis"}
"""Words of duties that another list spells otherwise, or that are spelled as they are."""


def name_auf_dem_schirm(wort: str) -> str:
    """How a word of the lists above is written on screen, for sentences about what was typed or read."""
    return _EIGENE.get(wort) or SCHREIBWEISEN[wort][0]


def schreibweisen(worte: Iterable[str]) -> dict[str, str]:
    """Bare spelling (see `nackt`) -> word, for one closed list; the words themselves go first."""
    eigene = {nackt(wort): wort for wort in worte}
    andere = {nackt(text): wort for wort in eigene.values() for text in SCHREIBWEISEN.get(wort, ())}
    return {**andere, **eigene}


def nackt(text: str) -> str:
    """Lower case, ä as ae, letters and digits only."""
    return normalisiere_kopf(unicodedata.normalize("NFC", text))


def ist_leer(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return text.strip().casefold() in LEER
