"""Everything the reading side knows of one region at one Fassung: loaded once, never changed, shared by all views."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import dataframely as dy
import polars as pl

from analysis.ganzes import Ganzes, ganzes
from analysis.kennzahlen import nenner
from analysis.kennzahlen.kennzahl import Altersband
from analysis.schutzregeln import regeln
from data_access import abfragen, einteilungen, merkmale, wuerfelspeicher
from data_access.grenzen import Grenzbestand, gueltige, mitgelieferter
from data_access.register import finde_im_register
from models.rahmen import Einwohnerbestand, Gliederungswuerfel, Merkmalsbestand, Nennerwerte, Wuerfel, Zuordnung
from models.schutz import Schutzangaben, angaben_aus
from models.schutzregeln import VOREINSTELLUNGEN, Regel
from models.tabellen import Einteilung, Freigabe, Gebiet, Lieferung, Region, Traeger
from models.vokabular import Basis, Ebene


@dataclass(frozen=True)
class Veroeffentlicht:
    """One Grundzahl in force: its cube, the public facts about its protection, its Freigabe."""

    wuerfel: dy.DataFrame[Wuerfel]
    angaben: Schutzangaben
    freigabe: Freigabe

    @cached_property
    def gliederung(self) -> dy.DataFrame[Gliederungswuerfel] | None:
        """The second cube by age and sex, read when it is first asked for; None without one."""
        return wuerfelspeicher.gliederung_von(self.freigabe)


@dataclass(frozen=True)
class Bestand:
    """A region with its areas, population and cubes."""

    region: Region
    traeger: Traeger | None
    gemeinden: tuple[Gebiet, ...]
    einteilungen: tuple[Einteilung, ...]
    zuordnungen: Mapping[tuple[str, str], dy.DataFrame[Zuordnung]]
    einwohner: dy.DataFrame[Einwohnerbestand]
    veroeffentlicht: Mapping[str, Veroeffentlicht]
    einwohnerlieferungen: tuple[Lieferung, ...] = ()
    merkmale: dy.DataFrame[Merkmalsbestand] = field(default_factory=Merkmalsbestand.create_empty)
    regeln: Mapping[str, Regel] = field(default_factory=lambda: VOREINSTELLUNGEN)
    stand: abfragen.Stand | None = field(default=None)
    grenzen: Grenzbestand = field(default_factory=mitgelieferter)

    @cached_property
    def ganzes(self) -> Ganzes:
        """The whole of the region: the Kreis, or the Land."""
        return ganzes(self.region, ist_stadt=[g.ags[5:] for g in self.gemeinden] == ["000"])

    @property
    def ebenen(self) -> tuple[Ebene, ...]:
        """The levels of the region, from the coarsest to the finest; Planungsräume only with an Einteilung."""
        if self.ganzes.ebene == Ebene.LAND:
            return (Ebene.LAND, Ebene.KREIS, Ebene.GEMEINDE)
        return (Ebene.KREIS, *((Ebene.PLANUNGSRAUM,) if self.einteilungen else ()), Ebene.GEMEINDE)

    @property
    def eingerichtet(self) -> bool:
        """Whether somebody set the region up; any other Kreis or Land comes from the register of areas."""
        return bool(self.region.traeger_id)

    def grenzquelle(self, ebene: str, einteilung: str = "") -> str:
        """The credit of the boundaries that a map of this level draws."""
        zeilen = self.zeilen(ebene, einteilung)
        return self.grenzen.quelle([ags for ags, _, _ in zeilen] + [gebiet for _, gebiet, _ in zeilen])

    @property
    def gemeindefrei(self) -> frozenset[str]:
        """AGS of areas without a Gemeinde, such as a Gutsbezirk."""
        return frozenset(g.ags for g in self.gemeinden if g.gemeindefrei)

    @property
    def kennung(self) -> str:
        """Region and Fassung: the key of whatever is kept of it."""
        return f"{self.region.slug} {self.stand!r}"

    @property
    def synthetisch(self) -> bool:
        """Whether anything shown of this region is synthetic."""
        freigaben = any(v.freigabe.synthetisch for v in self.veroeffentlicht.values())
        return self.region.synthetisch or freigaben or Basis.SYNTHETISCH in set(self.einwohner["basis"].unique())

    @cached_property
    def stichtage(self) -> tuple[date, ...]:
        """Stichtage of all cubes in force, oldest first."""
        tage = {tag for v in self.veroeffentlicht.values() for tag in v.freigabe.stichtage}
        return tuple(date.fromisoformat(tag) for tag in sorted(tage))

    @cached_property
    def einwohnerstichtage(self) -> tuple[date, ...]:
        """Stichtage of the population, oldest first."""
        return tuple(sorted(self.einwohner["stichtag"].unique()))

    @cached_property
    def vorhandene_merkmale(self) -> frozenset[str]:
        """Merkmale that have any value here (a sign alone is none)."""
        return frozenset(self.merkmale.filter(self.merkmale["wert"].is_not_null())["merkmal"].unique())

    @cached_property
    def volle_einwohnerstichtage(self) -> tuple[date, ...]:
        """Stichtage with a population figure of every Gemeinde of the region, gemeindefreie Gebiete excepted."""
        orte = {g.ags for g in self.gemeinden} - self.gemeindefrei
        je_tag = (
            self.einwohner.filter(pl.col("ags").is_in(list(orte))).group_by("stichtag").agg(pl.col("ags").n_unique())
        )
        return tuple(sorted(tag for tag, anzahl in je_tag.iter_rows() if anzahl == len(orte)))

    @cached_property
    def gebietszeilen(self) -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
        """`zuordnungen` as rows (ags, gebiet, name), for links and maps."""
        return {s: tuple(z.select("ags", "gebiet", "name").rows()) for s, z in self.zuordnungen.items()}

    def zeilen(self, ebene: str, einteilung: str = "") -> tuple[tuple[str, str, str], ...]:
        """The areas of a level as rows (ags, gebiet, name)."""
        return self.gebietszeilen[self._schnitt(ebene, einteilung)]

    def mit_entwurf(self, einteilung: Einteilung, zuordnung: dy.DataFrame[Zuordnung]) -> "Bestand":
        """The same region and the same cubes, seen through one more cut that is not stored. Nothing is protected anew.

        The id of `einteilung` must follow from the cut, because caches know a view by it.
        """
        schluessel = (str(Ebene.PLANUNGSRAUM), einteilung.id)
        return replace(
            self,
            einteilungen=(*self.einteilungen, einteilung),
            zuordnungen={**self.zuordnungen, schluessel: zuordnung},
        )

    @property
    def hauptraeume(self) -> dict[str, str]:
        """Planungsräume of the Haupteinteilung: id -> name; none without one."""
        einteilung = self.region.haupteinteilung_id
        return {raum: name for _, raum, name in self.zeilen(Ebene.PLANUNGSRAUM, einteilung)} if einteilung else {}

    def _schnitt(self, ebene: str, einteilung: str) -> tuple[str, str]:
        if ebene != Ebene.PLANUNGSRAUM:
            return (ebene, "")
        return (ebene, einteilung or self.region.haupteinteilung_id or "")

    def zuordnung(self, ebene: str, einteilung: str = "") -> dy.DataFrame[Zuordnung]:
        """The areas of a level (Einteilung only for Planungsräume; the Haupteinteilung if none is given)."""
        return self.zuordnungen[self._schnitt(ebene, einteilung)]

    def nennerwerte(self, ebene: str, einteilung: str, band: Altersband) -> dy.DataFrame[Nennerwerte]:
        """Population of a band in all areas of a level, see `nenner.nennerwerte`; worked out once."""
        wo = (*self._schnitt(ebene, einteilung), band)
        if wo not in self._nenner:
            zuordnung = self.zuordnung(ebene, einteilung)
            self._nenner[wo] = nenner.nennerwerte(self.einwohner, zuordnung, band, self.gemeindefrei)
        return self._nenner[wo]

    @cached_property
    def _nenner(self) -> dict[tuple[str, str, Altersband], dy.DataFrame[Nennerwerte]]:
        return {}


def finde_region(schluessel: str) -> Region | None:
    """The region with this slug or key: one that is set up, else a Kreis or Land of the register of areas."""
    eingerichtet = next((r for r in abfragen.regionen() if schluessel in (r.slug, r.kreis_ags)), None)
    return eingerichtet or finde_im_register(schluessel)


def lade(region: Region, stand: abfragen.Stand) -> Bestand:
    """Read a region at `stand`. Raises `wuerfelspeicher.WuerfelFehlt` if a published file is gone or was changed."""
    # The list of regions may be older than `stand`, and with it the Einteilung in force.
    region = abfragen.region(region.slug) or region
    teile = (Ebene.LAND, Ebene.KREIS, Ebene.GEMEINDE) if len(region.kreis_ags) == 2 else (Ebene.KREIS, Ebene.GEMEINDE)
    zuordnungen = {(str(e), ""): abfragen.zuordnung(region, e) for e in teile}
    for einteilung, raeume in einteilungen.zuordnungen(region.slug).items():
        zuordnungen[(str(Ebene.PLANUNGSRAUM), einteilung)] = raeume
    freigaben = abfragen.freigaben([freigabe_id for _, freigabe_id in stand.freigaben])
    return Bestand(
        region=region,
        traeger=abfragen.traeger(region),
        gemeinden=tuple(abfragen.gemeinden(region.kreis_ags)),
        einteilungen=tuple(abfragen.einteilungen(region.slug)),
        zuordnungen=zuordnungen,
        einwohner=abfragen.einwohner(region.kreis_ags),
        veroeffentlicht={
            f.grundzahl: Veroeffentlicht(wuerfelspeicher.lies(f.datei, f.pruefsumme), angaben_aus(f.angaben), f)
            for f in freigaben
        },
        einwohnerlieferungen=tuple(lieferung for lieferung in abfragen.lieferungen() if lieferung.art == "einwohner"),
        merkmale=merkmale.bestand(region.kreis_ags),
        regeln=regeln(region.slug),
        stand=stand,
        grenzen=gueltige(),
    )
