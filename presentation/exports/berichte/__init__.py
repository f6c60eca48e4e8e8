"""Reports on paper: the Steckbrief of an area, the Konferenzbericht of a region."""
