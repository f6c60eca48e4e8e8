"""Words for Gremien: what the closed lists are called on screen, in files and in letters."""

from datetime import date
from typing import Final

from models.gremientabellen import Gremium, Sitzung
from models.gremienworte import (
    Barriereart,
    Barrierestand,
    Bestimmungsart,
    Empfehlungsstatus,
    Gremientyp,
    Gruppe,
    Massnahmenstatus,
    Seite,
    Sitzungsform,
    Sitzungsstatus,
    Stimmrecht,
    Topart,
    Verbindlichkeit,
)
from models.vokabular import INSGESAMT
from presentation.texts.zahlen import datum

KEINE_ANGABE: Final = "k. A."
KA_HEISST: Final = f"{KEINE_ANGABE} (keine Angabe) heißt: nicht bekannt. 0 heißt: niemand."
SYNTHETISCH: Final = "synthetisch"

GRUPPEN: Final[dict[str, str]] = {
    Gruppe.SELBSTVERTRETUNG: "Selbstvertretung",
    Gruppe.ANGEHOERIGE: "Angehörige",
    Gruppe.BEAUFTRAGTE: "Beauftragte",
    Gruppe.EUTB: "Teilhabeberatung (EUTB)",
    Gruppe.LEISTUNGSERBRINGER: "Leistungserbringer",
    Gruppe.OERTL_TRAEGER: "Kreis (örtlicher Träger)",
    Gruppe.UEBEROERTL_TRAEGER: "Überörtlicher Träger",
    Gruppe.KOMMUNE: "Städte und Gemeinden",
    Gruppe.SOZIALVERSICHERUNG: "Sozialversicherung, Arbeitsagentur, Jobcenter",
    Gruppe.SONSTIGE: "Sonstige",
    INSGESAMT: "insgesamt",
}
TYPEN: Final[dict[str, str]] = {
    Gremientyp.KOOPERATIONSKONFERENZ: "Kooperationskonferenz",
    Gremientyp.STEUERUNGSGREMIUM: "Steuerungs- und Planungsgremium",
    Gremientyp.PLANUNGSKONFERENZ: "Planungskonferenz",
    Gremientyp.WORKSHOP: "Workshop",
    Gremientyp.BEGLEITGRUPPE: "Begleitgruppe",
    Gremientyp.QUALITAETSZIRKEL: "Qualitätszirkel",
    Gremientyp.FACHGESPRAECH: "Fachgespräch, Fachtag",
    Gremientyp.ARBEITSGEMEINSCHAFT: "Arbeitsgemeinschaft",
    Gremientyp.SONSTIGES: "sonstiges Gremium",
}
VERBINDLICHKEITEN: Final[dict[str, str]] = {
    Verbindlichkeit.VEREINBART: "vereinbart",
    Verbindlichkeit.ANGEREGT: "angeregt",
    Verbindlichkeit.MOEGLICH: "möglich, soweit Mittel da sind",
    Verbindlichkeit.GENANNT: "in der Quelle genannt",
}
STIMMRECHTE: Final[dict[str, str]] = {
    Stimmrecht.JA: "mit Stimme",
    Stimmrecht.BERATEND: "beratend",
    Stimmrecht.NEIN: "ohne Stimme",
}
BESTIMMUNGEN: Final[dict[str, str]] = {
    Bestimmungsart.BETEILIGUNG: "Wer einbezogen wird",
    Bestimmungsart.NETZWERK: "Mit wem zusammengearbeitet wird",
    Bestimmungsart.HINWEISGEBER: "Wer Hinweise auf Bedarfe gibt",
    Bestimmungsart.PFLICHT: "Wozu sich die Partner verpflichten",
    Bestimmungsart.RECHT: "Welche Rechte es gibt",
    Bestimmungsart.AUFGABE: "Aufgaben und Ziele",
}
SITZUNGSSTATUS: Final[dict[str, str]] = {
    Sitzungsstatus.GEPLANT: "geplant",
    Sitzungsstatus.STATTGEFUNDEN: "hat stattgefunden",
    Sitzungsstatus.AUSGEFALLEN: "ausgefallen",
}
NICHT_NACHGETRAGEN: Final = "war geplant, noch nicht nachgetragen"
SITZUNGSFORMEN: Final[dict[str, str]] = {
    Sitzungsform.PRAESENZ: "vor Ort",
    Sitzungsform.HYBRID: "vor Ort und online",
    Sitzungsform.ONLINE: "online",
}
BARRIEREN: Final[dict[str, str]] = {
    Barriereart.DGS: "Deutsche Gebärdensprache",
    Barriereart.SCHRIFTDOLMETSCHEN: "Schriftdolmetschen",
    Barriereart.LEICHTE_SPRACHE_BEGLEITUNG: "Begleitung in Leichter Sprache",
    Barriereart.ASSISTENZ: "Assistenz",
    Barriereart.FAHRDIENST: "Fahrdienst",
    Barriereart.HOERANLAGE: "Höranlage",
    Barriereart.BRAILLE_GROSSDRUCK: "Braille oder Großdruck",
    Barriereart.BARRIEREFREIER_RAUM: "barrierefreier Raum",
    Barriereart.PAUSEN_REIZARM: "Pausen, reizarmer Raum",
    Barriereart.DIGITAL_BARRIEREFREI: "barrierefreie Online-Teilnahme",
    Barriereart.AUFWANDSENTSCHAEDIGUNG: "Aufwandsentschädigung",
}
BARRIERESTAENDE: Final[dict[str, str]] = {
    Barrierestand.ANGEFRAGT: "angefragt",
    Barrierestand.BEREITGESTELLT: "bereitgestellt",
    Barrierestand.TEILWEISE: "teilweise",
    Barrierestand.FEHLTE: "fehlte",
}
TOPARTEN: Final[dict[str, str]] = {
    Topart.RUECKLAUF: "Rücklauf",
    Topart.BERICHT: "Bericht",
    Topart.BERATUNG: "Beratung",
    Topart.BESCHLUSS: "Beschluss",
    Topart.VERSCHIEDENES: "Verschiedenes",
}
EMPFEHLUNGEN: Final[dict[str, str]] = {
    Empfehlungsstatus.OFFEN: "offen",
    Empfehlungsstatus.ANGENOMMEN: "angenommen",
    Empfehlungsstatus.TEILWEISE: "teilweise angenommen",
    Empfehlungsstatus.ABGELEHNT: "abgelehnt",
    Empfehlungsstatus.ERLEDIGT: "erledigt",
}
MASSNAHMEN: Final[dict[str, str]] = {
    Massnahmenstatus.OFFEN: "noch nicht begonnen",
    Massnahmenstatus.LAEUFT: "läuft",
    Massnahmenstatus.ERLEDIGT: "erledigt",
    Massnahmenstatus.VERWORFEN: "verworfen",
}
SEITEN: Final[dict[str, str]] = {
    Seite.TRAEGER: "Träger",
    Seite.KREIS: "Kreis",
    Seite.LEISTUNGSERBRINGER: "Leistungserbringer",
    Seite.SELBSTVERTRETUNG: "Selbstvertretung",
}


def anzahl(wert: int | None) -> str:
    """A count of people, or that there is none: an unknown count is never 0."""
    return KEINE_ANGABE if wert is None else str(wert)


def stueck(n: int, eines: str, viele: str) -> str:
    """How many of something, in the right number: "1 Punkt", "3 Punkte"."""
    return f"{n} {eines if n == 1 else viele}"


def benannt(name: str, synthetisch: bool) -> str:
    """A name with the word that it is synthetic, unless it says so itself."""
    return f"{name} ({SYNTHETISCH})" if synthetisch and SYNTHETISCH not in name else name


def tag(wert: date | None) -> str:
    """A date in full, or that there is none."""
    return KEINE_ANGABE if wert is None else datum(wert)


def nicht_nachgetragen(sitzung: Sitzung, heute: date) -> bool:
    """Whether a meeting was planned for a day that has passed, and nobody has entered what became of it."""
    return sitzung.status == Sitzungsstatus.GEPLANT and sitzung.datum < heute


def sitzungsstand(sitzung: Sitzung, heute: date) -> str:
    """Whether a meeting is to come, took place or was cancelled; one that waits to be entered says so."""
    return NICHT_NACHGETRAGEN if nicht_nachgetragen(sitzung, heute) else SITZUNGSSTATUS[sitzung.status]


def war_geplant(sitzung: Sitzung) -> str:
    """The sentence about a meeting that waits to be entered."""
    return f"Die Sitzung war geplant für den {datum(sitzung.datum)} und ist noch nicht nachgetragen."


def sitzungsname(sitzung: Sitzung, gremium: Gremium, heute: date | None = None) -> str:
    """A meeting as it is called in lists: its own name or that of the Gremium, day, whether it is synthetic.

    With `heute` also whether it is still to come or did not take place.
    """
    name = f"{sitzung.bezeichnung or gremium.kurz}, {datum(sitzung.datum)}"
    zusatz = [sitzungsstand(sitzung, heute)] if heute and sitzung.status != Sitzungsstatus.STATTGEFUNDEN else []
    zusatz += [SYNTHETISCH] if sitzung.synthetisch else []
    return f"{name} ({', '.join(zusatz)})" if zusatz else name
