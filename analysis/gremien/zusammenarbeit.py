"""The yearly check of the co-operation: four joint answers to each statement, side by side and over the years.

The scale is ordinal: gaps are steps, the middle is a median, and there is never one number over all sides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import dataframely as dy
import polars as pl

from models.bewertungsrahmen import Antworten
from models.gremientabellen import Bewertung, Bewertungsfrage
from models.gremienworte import Seite

MINDESTENS_FUER_MEDIAN: Final = 6
"""With fewer answered statements the middle of a side says nothing about the co-operation."""
WEIT: Final = 2
"""Steps between two answers from which they say something different, not more or less of the same."""
_REIHENFOLGE: Final = pl.col("seite").replace_strict(
    {str(seite): rang for rang, seite in enumerate(Seite)}, return_dtype=pl.Int32
)


def gefragt(fragen: Iterable[Bewertungsfrage], jahr: int) -> tuple[Bewertungsfrage, ...]:
    """The statements in force in a year, by number."""
    geltend = (f for f in fragen if f.jahr_von <= jahr and (f.jahr_bis is None or jahr <= f.jahr_bis))
    return tuple(sorted(geltend, key=lambda f: (f.nummer, f.id)))


def antworten(fragen: Iterable[Bewertungsfrage], bewertungen: Iterable[Bewertung]) -> dy.DataFrame[Antworten]:
    """Every year with an answer × every statement in force × every side, by year, number, side.

    What a side did not hand in is k. A., as is what it left open.
    """
    fragen, gegeben = tuple(fragen), {(b.frage_id, b.jahr, b.seite): b for b in bewertungen}
    zeilen = []
    for jahr in sorted({jahr for _, jahr, _ in gegeben}):
        for frage in gefragt(fragen, jahr):
            for seite in map(str, Seite):
                b = gegeben.get((frage.id, jahr, seite))
                angaben = (b.wert, b.anmerkung, b.synthetisch) if b else (None, "", False)
                zeilen.append((jahr, frage.id, seite, frage.nummer, frage.text, *angaben))
    schema = Antworten.create_empty().schema
    return Antworten.validate(pl.DataFrame(zeilen, schema=schema, orient="row"), cast=True)


def jahre(alle: dy.DataFrame[Antworten]) -> tuple[int, ...]:
    """The years with answers, oldest first."""
    return tuple(alle["jahr"].unique().sort())


def abstaende(alle: pl.DataFrame) -> pl.DataFrame:
    """Per year and statement: `n` sides with an answer, `abstand` in steps between the two farthest (null below two).

    k. A. never counts, neither as an answer nor as an end.
    """
    je_frage = alle.group_by("jahr", "nummer", "frage", "text").agg(
        n=pl.col("wert").count(), kleinster=pl.col("wert").min(), groesster=pl.col("wert").max()
    )
    return je_frage.with_columns(
        abstand=pl.when(pl.col("n") >= 2).then(pl.col("groesster") - pl.col("kleinster"))
    ).sort("jahr", "nummer", "frage")


def veraenderungen(alle: pl.DataFrame) -> pl.DataFrame:
    """The answers with `veraenderung` in steps since the year before, and `neu`: not asked in these words then.

    Joined are only the same number and the same text; otherwise, and where one of the two is k. A., there is none.
    """
    davor = alle.select("nummer", "text", "seite", jahr=pl.col("jahr") + 1, davor="wert", gefragt=pl.lit(True))
    verbunden = alle.join(davor, on=["jahr", "nummer", "text", "seite"], how="left", maintain_order="left")
    return verbunden.with_columns(veraenderung=pl.col("wert") - pl.col("davor"), neu=pl.col("gefragt").is_null()).drop(
        "gefragt", "davor"
    )


def mediane(alle: pl.DataFrame) -> pl.DataFrame:
    """Per year and side: `n` answered statements, and the median answer, from `unten` to `oben`.

    The two differ where it falls between two answers; both are null below `MINDESTENS_FUER_MEDIAN`.
    """
    genug = pl.col("wert").count() >= MINDESTENS_FUER_MEDIAN
    mitte = pl.col("wert")
    je_seite = alle.group_by("jahr", "seite").agg(
        n=mitte.count(),
        unten=pl.when(genug).then(mitte.quantile(0.5, "lower").cast(pl.Int32)),
        oben=pl.when(genug).then(mitte.quantile(0.5, "higher").cast(pl.Int32)),
    )
    return je_seite.sort("jahr", _REIHENFOLGE)


@dataclass(frozen=True)
class Sichtweise:
    """One statement in one year: what each side says, in the order of the sides. None is k. A."""

    jahr: int
    nummer: int
    text: str
    werte: tuple[tuple[str, int | None], ...]
    abstand: int | None
    neu: bool
    """Not asked in these words the year before."""
    veraenderung: tuple[tuple[str, int | None], ...]
    """Steps since the year before, by side."""
    synthetisch: bool = False
    """At least one of the answers is invented."""

    @property
    def beantwortet(self) -> tuple[tuple[str, int], ...]:
        """The sides with an answer."""
        return tuple((seite, wert) for seite, wert in self.werte if wert is not None)

    def weit_von(self, seite: str) -> tuple[str, ...]:
        """The other sides that are `WEIT` steps or more away from this one."""
        gegeben = dict(self.beantwortet)
        if seite not in gegeben:
            return ()
        return tuple(s for s, wert in self.beantwortet if abs(wert - gegeben[seite]) >= WEIT)


def sichtweisen(alle: pl.DataFrame) -> tuple[Sichtweise, ...]:
    """Every statement of every year, by year and number."""
    weite = {(z["jahr"], z["frage"]): z["abstand"] for z in abstaende(alle).iter_rows(named=True)}
    gruppen = veraenderungen(alle).group_by("jahr", "frage", maintain_order=True)
    fertig = []
    for _, gruppe in gruppen:
        erste = gruppe.row(0, named=True)
        fertig.append(
            Sichtweise(
                erste["jahr"],
                erste["nummer"],
                erste["text"],
                tuple(zip(gruppe["seite"], gruppe["wert"], strict=True)),
                weite[erste["jahr"], erste["frage"]],
                bool(gruppe["neu"].all()),
                tuple(zip(gruppe["seite"], gruppe["veraenderung"], strict=True)),
                bool(gruppe["synthetisch"].any()),
            )
        )
    return tuple(fertig)


@dataclass(frozen=True)
class Jahresbefund:
    """What the answers of one year say together: who answered, where they agree, where they differ most."""

    jahr: int
    sichten: tuple[Sichtweise, ...]
    seiten: tuple[str, ...]
    """Sides with at least one answer."""
    erfunden: tuple[str, ...]
    """Sides whose answers are synthetic."""

    @property
    def einig(self) -> tuple[Sichtweise, ...]:
        """Statements to which at least two sides answer, and all who do the same."""
        return tuple(s for s in self.sichten if s.abstand == 0)

    @property
    def abstand(self) -> int | None:
        """The widest gap of the year in steps; None while nothing can be compared."""
        return max((s.abstand for s in self.sichten if s.abstand is not None), default=None)

    @property
    def weiteste(self) -> tuple[Sichtweise, ...]:
        """Statements with the widest gap; none if there is no gap at all."""
        return tuple(s for s in self.sichten if s.abstand and s.abstand == self.abstand)

    @property
    def anders(self) -> tuple[Sichtweise, ...]:
        """Statements to which the Selbstvertretung answers far from another side."""
        return tuple(s for s in self.sichten if s.weit_von(Seite.SELBSTVERTRETUNG))

    @property
    def ohne_selbstvertretung(self) -> tuple[Sichtweise, ...]:
        """Statements with a wide gap between other sides only."""
        return tuple(s for s in self.sichten if (s.abstand or 0) >= WEIT and s not in self.anders)


def befund(alle: dy.DataFrame[Antworten], jahr: int) -> Jahresbefund:
    """The answers of a year."""
    im_jahr = alle.filter(pl.col("jahr") == jahr)
    gegeben = set(im_jahr.filter(pl.col("wert").is_not_null())["seite"])
    erfunden = set(im_jahr.filter(pl.col("wert").is_not_null() & pl.col("synthetisch"))["seite"])
    return Jahresbefund(
        jahr,
        tuple(s for s in sichtweisen(alle) if s.jahr == jahr),
        tuple(str(seite) for seite in Seite if seite in gegeben),
        tuple(str(seite) for seite in Seite if seite in erfunden),
    )


def nach_abstand(sichten: Sequence[Sichtweise]) -> tuple[Sichtweise, ...]:
    """The widest gap first; what cannot be compared last."""
    return tuple(sorted(sichten, key=lambda s: -1 if s.abstand is None else s.abstand, reverse=True))


def reihe(alle: dy.DataFrame[Antworten], nummer: int) -> tuple[Sichtweise, ...]:
    """What was answered under one number over the years, oldest first. Where `gebrochen` says so, nothing is joined."""
    return tuple(s for s in sichtweisen(alle) if s.nummer == nummer)


def gebrochen(davor: Sichtweise | None, jetzt: Sichtweise) -> bool:
    """Whether the series breaks before `jetzt`: other words were asked the time before."""
    return davor is not None and davor.text != jetzt.text
