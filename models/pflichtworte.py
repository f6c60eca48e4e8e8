"""The closed word lists of duties. The value is what stands in files, links and databases."""

from enum import StrEnum


class Pflichtstatus(StrEnum):
    """How an instance of a duty stands on a day (Contract: `cli.py duties`).

    `ueberfaellig` only where a record of the responsible side proves it. `widerspruechlich`: two sources, or a source
    and a record, say different things.
    """

    ERFUELLT = "erfuellt"
    OFFEN = "offen"
    UEBERFAELLIG = "ueberfaellig"
    KEIN_BELEG = "kein_beleg"
    NICHT_ANWENDBAR = "nicht_anwendbar"
    RECHTSSTAND_PRUEFEN = "rechtsstand_pruefen"
    WIDERSPRUECHLICH = "widerspruechlich"


class Pflichtart(StrEnum):
    """What a clause is. Only a `pflicht` can be overdue; a right may be used or not."""

    PFLICHT = "pflicht"
    RECHT = "recht"
    ANREGUNG = "anregung"


class Zustaendig(StrEnum):
    """Who owes it. What a partner owes is shown outside only when both sides released it; what a Gremium does, is."""

    TRAEGER = "traeger"
    KREIS = "kreis"
    PARTNER = "partner"
    GESCHAEFTSFUEHRUNG = "geschaeftsfuehrung"
    GREMIUM = "gremium"


IMMER_SICHTBAR = frozenset({Zustaendig.GREMIUM})
"""Whose duties are shown outside without a release: what a Gremium does is on the page Gremien anyway.

The Geschäftsführung is an office of one partner, so what it owes needs the release of both.
"""


class Pruefung(StrEnum):
    """How a duty is held against what is entered (`analysis.pflichten`)."""

    SITZUNGEN = "sitzungen"
    WECHSEL = "wechsel"
    EINBERUFUNG = "einberufung"
    BEFRISTUNG = "befristung"
    BILDUNG = "bildung"
    MITTEILUNG = "mitteilung"
    KANAL = "kanal"
    ANLASS = "anlass"
    EINMALIG = "einmalig"
    BETEILIGUNG = "beteiligung"
    RICHTUNG = "richtung"
    KUENDIGUNG = "kuendigung"
    THEMEN = "themen"
    MITGLIEDER = "mitglieder"
    AUFGABEN = "aufgaben"
    TURNUS = "turnus"


class Bezugsjahr(StrEnum):
    """Which year a yearly notice is about, seen from the year in which it is due."""

    VORJAHR = "vorjahr"
    JAHR = "jahr"
    FOLGEJAHR = "folgejahr"

    @property
    def versatz(self) -> int:
        """Years to add to the year in which it is due."""
        return {Bezugsjahr.VORJAHR: -1, Bezugsjahr.JAHR: 0, Bezugsjahr.FOLGEJAHR: 1}[self]


class Kanal(StrEnum):
    """The way a notice took."""

    ARBEITSGEMEINSCHAFT = "arbeitsgemeinschaft"
    FACHVERFAHREN = "fachverfahren"
    GESONDERT = "gesondert"


class Partnerseite(StrEnum):
    """The side that enters a proof or a release."""

    TRAEGER = "traeger"
    KREIS = "kreis"


class Nachweisart(StrEnum):
    """What is proven. The last four are no proof that something was done.

    `rechtsauskunft`: the law was looked up, the duty goes on. `entfaellt`: it does not exist in this instance.
    `steht_aus`: a side says that it was not done yet. `freigabe`: a side agrees that the state is shown outside.
    """

    LIEFERUNG = "lieferung"
    MITTEILUNG = "mitteilung"
    EINLADUNG = "einladung"
    PROTOKOLL = "protokoll"
    SITZUNG = "sitzung"
    BESCHLUSS = "beschluss"
    VEREINBARUNG = "vereinbarung"
    VERLAENGERUNG = "verlaengerung"
    WECHSEL = "wechsel"
    BERICHT = "bericht"
    DOKUMENT = "dokument"
    MASSNAHME = "massnahme"
    BETEILIGUNG = "beteiligung"
    RECHTSAUSKUNFT = "rechtsauskunft"
    ENTFAELLT = "entfaellt"
    STEHT_AUS = "steht_aus"
    FREIGABE = "freigabe"


GETAN = (Pflichtstatus.ERFUELLT, Pflichtstatus.NICHT_ANWENDBAR)
"""States after which nothing is left to do."""

KEIN_NACHWEIS = frozenset(
    {Nachweisart.RECHTSAUSKUNFT, Nachweisart.ENTFAELLT, Nachweisart.STEHT_AUS, Nachweisart.FREIGABE}
)
"""Kinds of an entry that do not prove that something was done."""

EINMALIG = "einmalig"
"""Instance of a duty that is not repeated."""
