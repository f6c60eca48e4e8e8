"""What stands in the notes of a slide: everything the view says about itself, in full, as lines of text."""

from collections.abc import Iterator

from presentation.ansichten.bogen import Bogen, Tafel
from presentation.charts.diagramm import Diagramm, alternative, bemerkungen
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import SYNTHETISCH, zeichenzeilen, zeilen


def notizen(bogen: Bogen, umstand: Umstand, diagramme: tuple[Diagramm, ...]) -> str:
    """Finding, what is counted, the sentence of the chart, its table, signs, sources, method, link."""
    return "\n".join(_zeilen(bogen, umstand, diagramme))


def _zeilen(bogen: Bogen, umstand: Umstand, diagramme: tuple[Diagramm, ...]) -> Iterator[str]:
    if bogen.synthetisch:
        yield SYNTHETISCH
    yield bogen.befund
    yield bogen.unterzeile
    yield alternative(diagramme)
    yield from bemerkungen(diagramme)
    tafel = bogen.tafel()
    yield from ("", f"{tafel.titel}:", *tafelzeilen(tafel))
    if bogen.zeichen:
        yield from ("", "Zeichen:", *zeichenzeilen(bogen.zeichen))
    yield from ("", *zeilen(bogen.fuss))
    gesagt = {name for name, _ in bogen.fuss} | {"Hinweis"}
    if methode := zeilen((name, text) for name, text in bogen.methode if name not in gesagt):
        yield from ("", "Methode:", *methode)
    if umstand.basis:
        yield from ("", f"Diese Ansicht: {bogen.stelle.adresse(umstand.basis)}")


def tafelzeilen(tafel: Tafel) -> list[str]:
    """The table as lines: "2024: rund 116", with names where there are several columns."""
    erste, *weitere = tafel.kopf or ("",)
    if len(weitere) == 1:
        return [f"{zeile[erste]}: {zeile[weitere[0]]}" for zeile in tafel.zeilen]
    return [f"{z[erste]}: {'; '.join(f'{spalte} {z[spalte]}' for spalte in weitere)}" for z in tafel.zeilen]
