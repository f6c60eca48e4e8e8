"""The page Berichte: the Merkliste, and reports that are made on it."""
