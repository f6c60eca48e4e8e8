"""Statistical disclosure control: the finest cells are protected once, everything else is a sum of them. Pure."""
