"""Typed frames of the Gremien: what the formulas of attendance and participation work on. Null is k. A., never 0."""

import dataframely as dy


class Sitze(dy.Schema):
    """Who an agreement names for a Gremium, one row an entry. `anzahl` null: named without a number of seats."""

    gremium = dy.String()
    gruppe = dy.String()
    wortlaut = dy.String()
    anzahl = dy.Int32(nullable=True, min=0)
    stimmrecht = dy.String(nullable=True)


class Sitzungen(dy.Schema):
    """Meetings, one row each, oldest first."""

    sitzung = dy.String(primary_key=True)
    gremium = dy.String()
    datum = dy.Date()
    status = dy.String()
    synthetisch = dy.Bool()


class Teilnahmen(dy.Schema):
    """Attendance in counts of people, one row a group (and institution) of a meeting.

    `gruppe` `insgesamt` holds a total that is known beside, or instead of, the groups. `organisation` empty: the
    group as a whole.
    """

    sitzung = dy.String(primary_key=True)
    gruppe = dy.String(primary_key=True)
    organisation = dy.String(primary_key=True)
    eingeladen = dy.Int32(nullable=True, min=0)
    anwesend = dy.Int32(nullable=True, min=0)
    rederecht_genutzt = dy.Int32(nullable=True, min=0)
