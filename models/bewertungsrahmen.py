"""Typed frame of the yearly check of the co-operation: what its findings are made of. Null is k. A., never a number."""

import dataframely as dy


class Antworten(dy.Schema):
    """One row for each year with any answer, statement in force that year, and side.

    `wert`: 1 (trifft nicht zu) to 4 (trifft zu), an ordinal scale; null = k. A. `synthetisch`: invented for the
    demonstration.
    """

    jahr = dy.Int32(primary_key=True)
    frage = dy.String(primary_key=True)
    seite = dy.String(primary_key=True)
    nummer = dy.Int32()
    text = dy.String()
    wert = dy.Int32(nullable=True, min=1, max=4)
    anmerkung = dy.String()
    synthetisch = dy.Bool()
