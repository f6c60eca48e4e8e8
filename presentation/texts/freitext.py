"""What people typed, made ready to be shown."""


def schlicht(text: str) -> str:
    """A text without the signs that Markdown reads: it is shown in tables."""
    return " ".join("".join(z for z in text if z not in "*_`[]<>$|\\#~").split())
