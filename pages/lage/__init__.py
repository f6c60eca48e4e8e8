"""Where a region stands: Überblick, Zahlen, Karte, Planungsraum."""
