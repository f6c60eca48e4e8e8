"""View of the page Gremien: the meetings of a Gremium: list, entry, history."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
