"""Why something cannot be read, as a German sentence for the user."""


class Mangel(ValueError):
    """A single value that cannot be read."""


class NichtLesbar(Exception):
    """A whole file that cannot be read."""
