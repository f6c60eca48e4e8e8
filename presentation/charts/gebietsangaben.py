"""What charts of areas side by side are given: the value of an area, and the one reference."""

from dataclasses import dataclass

from models.vokabular import Status
from presentation.texts.zahlen import ist_zahl


@dataclass(frozen=True)
class Gebietsangabe:
    """One area; `unten` and `oben` bound its value."""

    name: str
    wert: float | None
    unten: float | None = None
    oben: float | None = None
    status: str = Status.GEZEIGT

    @property
    def gezeichnet(self) -> bool:
        """Whether it may be drawn as one number."""
        return ist_zahl(self.wert, self.unten, self.oben, self.status)


@dataclass(frozen=True)
class Bezug:
    """The one reference, usually the Kreis."""

    name: str
    wert: float
