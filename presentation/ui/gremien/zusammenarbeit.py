"""View of the page Gremien: the yearly check of the co-operation."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
