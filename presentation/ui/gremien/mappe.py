"""View of the page Gremien: the papers of a meeting."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
