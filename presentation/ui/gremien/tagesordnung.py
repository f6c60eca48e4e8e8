"""The agenda of a meeting: items, recommendations, answers, measures."""

from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the agenda of the chosen meeting, and its forms for those who may write."""
