"""Sentences on a value of a link that gave way: first what there is not, then what a page shows instead.

A page says both. Whatever makes a file refuses with the first alone: it shows nothing instead.
"""

from typing import Final

STATTDESSEN: Final = "Sie sehen "


def ohne_stattdessen(satz: str) -> str:
    """What there is not; empty where nothing gave way and the sentence only says what is shown."""
    return "" if satz.startswith(STATTDESSEN) else satz.partition(f" {STATTDESSEN}")[0]
