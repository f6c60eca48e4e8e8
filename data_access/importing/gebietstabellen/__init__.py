"""Tables of figures by area that are not of our own making: GENESIS, Regionaldatenbank, and free tables.

`aufbau` finds title, header, data and footer; `worte` and `zeiten` say what headers mean; `werte` makes figures of
cells; `pruefung` compares levels; `zuordnung` says which Merkmal a measure is; `ergebnis` builds the frames.
"""
