"""Areas, Träger, regions and example Planungsräume of the demonstration as rows of the main database."""

from data_access.demo.gebiete import GUELTIG_VON, andere_kreise, gebiete
from data_access.demo.quellen import gemeinden
from data_access.demo.regionen import EINTEILUNGEN, REGIONEN, TRAEGER
from models.tabellen import Einteilung, Gebiet, Planungsraum, PlanungsraumGemeinde, Region, Traeger
from models.vokabular import Ebene

FEINSTE_EBENE = {"kreis-unna": Ebene.GEMEINDE, "werra-meissner-kreis": Ebene.PLANUNGSRAUM}
"""Where a region opens: most Gemeinden of Werra-Meißner-Kreis are too small for a rate (face.md, Corrections)."""


def tabellen() -> tuple[
    list[Traeger], list[Gebiet], list[Region], list[Einteilung], list[Planungsraum], list[PlanungsraumGemeinde]
]:
    """Rows for `schreiben.lege_grundlage_an`, in the order in which they refer to each other."""
    gemeindefrei = {g.ags for g in gemeinden() if g.name_amtlich.endswith("gemfr. Gebiet")}
    return (
        [Traeger(id=t.id, name=t.name, kurz=t.kurz) for t in TRAEGER.values()],
        [
            Gebiet(
                ags=s.ags,
                ars=s.ars,
                ebene=s.ebene,
                name=s.name,
                name_amtlich=s.name_amtlich,
                kreis_ags=s.kreis,
                land_ags=s.ags[:2],
                flaeche_km2=s.flaeche_km2,
                gemeindefrei=s.ags in gemeindefrei,
                gueltig_von=s.gueltig_von,
                gueltig_bis=s.gueltig_bis,
            )
            for s in gebiete()
        ]
        + [
            Gebiet(
                ags=ags,
                ars=ags,
                ebene=Ebene.KREIS,
                name=name,
                name_amtlich=name,
                land_ags=ags[:2],
                gueltig_von=GUELTIG_VON,
            )
            for ags, name in andere_kreise().items()
        ],
        [
            Region(
                slug=r.slug,
                name=r.name,
                kreis_ags=r.kreis_ags,
                traeger_id=r.traeger_id,
                haupteinteilung_id=r.einteilung,
                feinste_ebene=FEINSTE_EBENE[r.slug],
                reihenfolge=nummer,
                synthetisch=True,
            )
            for nummer, r in enumerate(REGIONEN.values())
        ],
        [
            Einteilung(
                id=e.id,
                region_slug=e.region,
                name=e.name,
                beispiel=True,
                gueltig_von=e.gueltig_von,
                gueltig_bis=e.gueltig_bis,
                stamm=e.id,
            )
            for e in EINTEILUNGEN.values()
        ],
        [
            Planungsraum(id=p.id, einteilung_id=e.id, name=p.name)
            for e in EINTEILUNGEN.values()
            for p in e.planungsraeume
        ],
        [
            PlanungsraumGemeinde(einteilung_id=e.id, ags=ags, planungsraum_id=p.id)
            for e in EINTEILUNGEN.values()
            for p in e.planungsraeume
            for ags in p.ags
        ],
    )
