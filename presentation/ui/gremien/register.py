"""View of the page Gremien: who belongs to what, by which clause."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
