"""View of the page Gremien: the finding, seats and attendance, years."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
