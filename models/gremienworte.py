"""The closed word lists of Gremien and meetings. The value is what stands in files, links and databases."""

from enum import StrEnum


class Gruppe(StrEnum):
    """Who sits in a Gremium. It is the role of the seat, a public function, and says nothing about a person.

    Selbstvertretung (own voice) and those who speak for others (Angehörige, Beauftragte, EUTB) stay apart.
    """

    SELBSTVERTRETUNG = "selbstvertretung"
    ANGEHOERIGE = "angehoerige"
    BEAUFTRAGTE = "beauftragte"
    EUTB = "eutb"
    LEISTUNGSERBRINGER = "leistungserbringer"
    OERTL_TRAEGER = "oertl_traeger"
    UEBEROERTL_TRAEGER = "ueberoertl_traeger"
    KOMMUNE = "kommune"
    SOZIALVERSICHERUNG = "sozialversicherung_ba_jobcenter"
    SONSTIGE = "sonstige"


class Gremientyp(StrEnum):
    """Kind of a Gremium. The same kind may be alive in one region and replaced in another."""

    KOOPERATIONSKONFERENZ = "kooperationskonferenz"
    STEUERUNGSGREMIUM = "steuerungs_und_planungsgremium"
    PLANUNGSKONFERENZ = "planungskonferenz"
    WORKSHOP = "workshop"
    BEGLEITGRUPPE = "begleitgruppe"
    QUALITAETSZIRKEL = "qualitaetszirkel"
    FACHGESPRAECH = "fachgespraech"
    ARBEITSGEMEINSCHAFT = "arbeitsgemeinschaft"
    SONSTIGES = "sonstiges"


class Verbindlichkeit(StrEnum):
    """How firmly an agreement speaks of a Gremium."""

    VEREINBART = "vereinbart"
    ANGEREGT = "angeregt"
    MOEGLICH = "moeglich"
    GENANNT = "genannt"


class Stimmrecht(StrEnum):
    """What a seat may do when it comes to a vote."""

    JA = "ja"
    BERATEND = "beratend"
    NEIN = "nein"


class Bestimmungsart(StrEnum):
    """What a clause of an agreement is about, beside the Gremien."""

    BETEILIGUNG = "beteiligung"
    NETZWERK = "netzwerk"
    HINWEISGEBER = "hinweisgeber"
    PFLICHT = "pflicht"
    RECHT = "recht"
    AUFGABE = "aufgabe"


class Sitzungsstatus(StrEnum):
    """Whether a meeting took place."""

    GEPLANT = "geplant"
    STATTGEFUNDEN = "stattgefunden"
    AUSGEFALLEN = "ausgefallen"


class Sitzungsform(StrEnum):
    """How people met."""

    PRAESENZ = "praesenz"
    HYBRID = "hybrid"
    ONLINE = "online"


class Barriereart(StrEnum):
    """What makes a meeting accessible. Never counted: who needs what is health data."""

    DGS = "dgs"
    SCHRIFTDOLMETSCHEN = "schriftdolmetschen"
    LEICHTE_SPRACHE_BEGLEITUNG = "leichte_sprache_begleitung"
    ASSISTENZ = "assistenz"
    FAHRDIENST = "fahrdienst"
    HOERANLAGE = "hoeranlage"
    BRAILLE_GROSSDRUCK = "braille_grossdruck"
    BARRIEREFREIER_RAUM = "barrierefreier_raum"
    PAUSEN_REIZARM = "pausen_reizarm"
    DIGITAL_BARRIEREFREI = "digital_barrierefrei"
    AUFWANDSENTSCHAEDIGUNG = "aufwandsentschaedigung"


class Barrierestand(StrEnum):
    """What became of it."""

    ANGEFRAGT = "angefragt"
    BEREITGESTELLT = "bereitgestellt"
    TEILWEISE = "teilweise"
    FEHLTE = "fehlte"


class Topart(StrEnum):
    """Kind of an item of the agenda. `ruecklauf` is the fixed first one: what became of the recommendations."""

    RUECKLAUF = "ruecklauf"
    BERICHT = "bericht"
    BERATUNG = "beratung"
    BESCHLUSS = "beschluss"
    VERSCHIEDENES = "verschiedenes"


class Empfehlungsstatus(StrEnum):
    """What became of a recommendation. Open until it is answered; `erledigt` once what it asked for is done."""

    OFFEN = "offen"
    ANGENOMMEN = "angenommen"
    TEILWEISE = "teilweise"
    ABGELEHNT = "abgelehnt"
    ERLEDIGT = "erledigt"


class Massnahmenstatus(StrEnum):
    """How far a measure is."""

    OFFEN = "offen"
    LAEUFT = "laeuft"
    ERLEDIGT = "erledigt"
    VERWORFEN = "verworfen"


class Seite(StrEnum):
    """The four sides that judge the co-operation once a year, each for itself."""

    TRAEGER = "traeger"
    KREIS = "kreis"
    LEISTUNGSERBRINGER = "leistungserbringer"
    SELBSTVERTRETUNG = "selbstvertretung"
