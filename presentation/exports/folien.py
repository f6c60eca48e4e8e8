"""Views as slides: the finding as title, a chart that can be edited or a picture, source below, the rest in notes."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from pptx import Presentation
from pptx.presentation import Presentation as Datei
from pptx.slide import Slide
from pptx.util import Inches

from presentation.ansichten.bogen import Bogen
from presentation.ansichten.verzeichnis import artname
from presentation.charts.diagramm import Diagramm, alternative, bemerkungen
from presentation.exports import foliendiagramm, folienmasse, qr
from presentation.exports import folienformen as formen
from presentation.exports.bogenpapier import CODETEXT, VERFASSER, kurzangabe
from presentation.exports.folienbild import Bildseite, bildseite, ist_karte, passt
from presentation.exports.folienmasse import (
    HINWEIS,
    QR_SEITE,
    QUELLE,
    RAND,
    SPRACHE,
    TEXTBREITE,
    TITEL,
    UNTERTITEL,
    VORLAGE,
    ZEICHEN,
    ZEICHNUNG,
    Kasten,
    Platz,
)
from presentation.exports.foliennotizen import notizen
from presentation.exports.folientext import gekuerzt, hoehe, passend, zeilen
from presentation.exports.umstand import Umstand, weltzeit
from presentation.texts.dateiangaben import SYNTHETISCH, zeichenzeilen
from presentation.texts.zahlen import datum

LAYOUTS: Final = {"titel": 0, "diagramm": 1, "bild": 2, "befund": 3}
"""Layouts of the template, by their place in it."""
TITELGROESSEN: Final = ((28, 2), (24, 2), (20, 3))
UNTERTITELGROESSEN: Final = ((16, 1), (14, 2))
DECKGROESSEN: Final = ((40, 2), (32, 3), (28, 3))
"""Points and most lines of titles, tried in this order."""
ZEICHENZEILEN: Final = 3
QUELLENZEILEN: Final = 4
SPALTENLUFT: Final = int(Inches(0.3))
LUFT: Final = int(Inches(0.1))
UNTEN: Final = int(Inches(7.22))
ZEICHENPUNKT: Final = 12
QR_OBEN: Final = int(Inches(7.04)) - QR_SEITE
WICHTIG: Final = ("Quelle", "Stand", "Schutz")
"""Lines below a slide that stay longest where room is scarce."""
MEHR: Final = "Mehr dazu steht in den Notizen."
BAND: Final = ("Blaue Fläche:", "Blasse Balken um die Linie:")
"""The chart of Office draws as bars what ours draws as a band."""


def folien(boegen: Sequence[Bogen], umstand: Umstand, titel: str = "", saetze: Sequence[str] = ()) -> bytes:
    """One slide a Bogen, before them a title slide if there is a `titel`, with `saetze` below it."""
    datei = Presentation(str(VORLAGE))
    if titel:
        _titelfolie(datei, boegen, umstand, titel, saetze)
    for nummer, (bogen, ueberschrift) in enumerate(zip(boegen, ueberschriften(boegen), strict=True)):
        umstand.fortschritt(nummer, len(boegen), ueberschrift)
        _folie(datei, bogen, umstand, ueberschrift)
    umstand.fortschritt(len(boegen), len(boegen), "")
    _eigenschaften(datei, titel or (boegen[0].befund if boegen else VERFASSER), umstand)
    puffer = io.BytesIO()
    datei.save(puffer)
    return puffer.getvalue()


def als_pptx(bogen: Bogen, umstand: Umstand) -> bytes:
    """One view as a slide."""
    return folien([bogen], umstand)


def ueberschriften(boegen: Sequence[Bogen]) -> list[str]:
    """The findings as titles, each another one: where two are equal, with what they show."""
    fertig: list[str] = []
    befunde = [b.befund for b in boegen]
    for bogen in boegen:
        mehrfach = befunde.count(bogen.befund) > 1
        versuche = [] if mehrfach else [bogen.befund]
        art = artname(bogen.stelle)
        versuche += [f"{bogen.befund} ({art})", f"{bogen.befund} ({bogen.unterzeile})"]
        versuche += [f"{bogen.befund} ({art}, Nr. {n})" for n in range(2, len(boegen) + 2)]
        fertig.append(next(v for v in versuche if v not in fertig))
    return fertig


def _titelfolie(datei: Datei, boegen: Sequence[Bogen], umstand: Umstand, titel: str, saetze: Sequence[str]) -> None:
    folie = datei.slides.add_slide(datei.slide_layouts[LAYOUTS["titel"]])
    kopf, unter, angaben = folie.placeholders
    text, punkt, _ = passend(titel, DECKGROESSEN, folienmasse.TITELFOLIE_TITEL.kasten.b, fett=True)
    formen.schreibe(kopf, [text], punkt)
    anzahl = "1 Ansicht" if len(boegen) == 1 else f"{len(boegen)} Ansichten"
    formen.schreibe(unter, [f"{anzahl}, zusammengestellt am {datum(umstand.jetzt.date())}", *saetze])
    if any(b.synthetisch for b in boegen):
        formen.schreibe(angaben, [SYNTHETISCH])
    else:
        formen.entferne(angaben)


def _folie(datei: Datei, bogen: Bogen, umstand: Umstand, ueberschrift: str) -> None:
    diagramme = tuple(bogen.diagramme("druck"))
    native = foliendiagramm.zeichnungen(bogen.reihen())
    layout = "diagramm" if native else "bild" if diagramme else "befund"
    folie = datei.slides.add_slide(datei.slide_layouts[LAYOUTS[layout]])
    plaetze = {p.placeholder_format.idx: p for p in folie.placeholders}
    for platz in (TITEL, UNTERTITEL, HINWEIS, ZEICHEN, QUELLE):
        plaetze[platz.nummer].name = platz.name
    oben = _kopf(plaetze, ueberschrift, bogen)
    fussbreite = TEXTBREITE - (QR_SEITE + SPALTENLUFT if umstand.basis else int(Inches(0.6)))
    quelle = _quellzeilen(bogen, fussbreite)
    fuss = _setze(plaetze[QUELLE.nummer], quelle, QUELLE, fussbreite, UNTEN)
    saetze = _zeichensaetze(bogen, diagramme, bool(native))
    daneben = bool(diagramme) and not native and ist_karte(diagramme)
    unten = fuss.y
    if saetze and not daneben:
        kurz = _gekuerzte(saetze, fussbreite, ZEICHENZEILEN)
        unten = _setze(plaetze[ZEICHEN.nummer], kurz, ZEICHEN, fussbreite, fuss.y - LUFT).y
    flaeche = _flaeche(Kasten(RAND, oben, TEXTBREITE, unten - oben - LUFT), umstand, () if native else diagramme)
    seite = None if native or not diagramme else bildseite(diagramme, flaeche)
    if saetze and seite is not None and seite.daneben:
        _daneben(plaetze[ZEICHEN.nummer], saetze, seite.daneben)
    elif not saetze:
        formen.entferne(plaetze[ZEICHEN.nummer])
    if native:
        _diagramme(folie, plaetze[ZEICHNUNG.nummer], native, flaeche, alternative(diagramme))
    elif seite is not None:
        _bilder(folie, plaetze[ZEICHNUNG.nummer], seite, diagramme)
    if umstand.basis:
        _code(folie, bogen.stelle.adresse(umstand.basis))
    formen.nummeriere(folie)
    formen.ordne(folie)
    _notizen(folie, notizen(bogen, umstand, diagramme))


def _flaeche(ganz: Kasten, umstand: Umstand, diagramme: Sequence[Diagramm]) -> Kasten:
    """The place of the drawing: above the QR code, or beside it where it needs the height."""
    if not umstand.basis or ganz.unten <= QR_OBEN - LUFT:
        return ganz
    darueber = replace(ganz, h=QR_OBEN - LUFT - ganz.y)
    return darueber if diagramme and passt(diagramme, darueber) else replace(ganz, b=ganz.b - QR_SEITE - SPALTENLUFT)


def _kopf(plaetze: dict[int, Any], ueberschrift: str, bogen: Bogen) -> int:
    """Title, what is shown, synthetic mark; where the drawing may begin."""
    text, punkt, anzahl = passend(ueberschrift, TITELGROESSEN, TEXTBREITE, fett=True)
    formen.schreibe(plaetze[TITEL.nummer], [text], punkt)
    unten = TITEL.kasten.y + hoehe(anzahl, punkt, TITEL.zeile)
    formen.lege(plaetze[TITEL.nummer], Kasten(RAND, TITEL.kasten.y, TEXTBREITE, unten - TITEL.kasten.y))
    unter, klein, anzahl = passend(bogen.unterzeile, UNTERTITELGROESSEN, TEXTBREITE)
    formen.schreibe(plaetze[UNTERTITEL.nummer], [unter], klein)
    oben = unten + int(Inches(0.1))
    formen.lege(plaetze[UNTERTITEL.nummer], Kasten(RAND, oben, TEXTBREITE, hoehe(anzahl, klein, UNTERTITEL.zeile)))
    if bogen.synthetisch:
        formen.schreibe(plaetze[HINWEIS.nummer], [SYNTHETISCH])
    else:
        formen.entferne(plaetze[HINWEIS.nummer])
    return oben + hoehe(anzahl, klein, UNTERTITEL.zeile) + 2 * LUFT


def _zeichensaetze(bogen: Bogen, diagramme: tuple[Diagramm, ...], nativ: bool) -> list[str]:
    """What must be read beside the drawing: its remarks, then the signs with their sentences."""
    eigene = {z for d in diagramme for z in d.zeichen} if nativ else set()
    saetze = " ".join(satz for satz in bemerkungen(diagramme) if satz not in eigene)
    if nativ:
        saetze = saetze.replace(*BAND)
    return [*([saetze] if saetze else []), *zeichenzeilen(bogen.zeichen)]


def _quellzeilen(bogen: Bogen, platz: int) -> list[str]:
    """The lines of source that fit: the most important first, in the order of the screen; the rest is in the notes."""
    alle = [f"{name}: {text}" for name, text in bogen.fuss]
    wichtig = [z for name in WICHTIG for z in alle if z.startswith(f"{name}:")]
    gekuerzte = _gekuerzte([*wichtig, *(z for z in alle if z not in wichtig)], platz, QUELLENZEILEN)
    reihe = [name for name, _ in bogen.fuss]
    return sorted(gekuerzte, key=lambda z: reihe.index(z.partition(":")[0]) if z.partition(":")[0] in reihe else 99)


def _gekuerzte(texte: Sequence[str], platz: int, hoechstens: int) -> list[str]:
    """As many texts as fit into so many lines, the last one cut at a sentence; then where the rest stands."""

    def passt(teile: Sequence[str]) -> bool:
        return sum(len(zeilen(t, ZEICHENPUNKT, platz)) for t in teile) <= hoechstens

    if passt(texte):
        return list(texte)
    fertig: list[str] = []
    for text in texte:
        frei = hoechstens - sum(len(zeilen(t, ZEICHENPUNKT, platz)) for t in fertig)
        if frei <= 0:
            break
        kurz = gekuerzt(text, ZEICHENPUNKT, platz, frei)
        if kurz.endswith("…") and fertig:
            break
        fertig.append(kurz)
    mit_satz = [*fertig[:-1], f"{fertig[-1]} {MEHR}"] if fertig else []
    return mit_satz if passt(mit_satz) else fertig


def _setze(form: Any, texte: Sequence[str], platz: Platz, weite: int, unten: int) -> Kasten:
    """Lines in a placeholder that ends at `unten`."""
    anzahl = sum(len(zeilen(t, platz.groesse, weite)) for t in texte)
    hoch = hoehe(anzahl, platz.groesse, platz.zeile)
    kasten = Kasten(RAND, unten - hoch, weite, hoch)
    formen.schreibe(form, texte)
    formen.lege(form, kasten)
    return kasten


def _daneben(form: Any, saetze: Sequence[str], kasten: Kasten) -> None:
    """Remarks and signs in the column beside a picture."""
    punkt = 14
    moeglich = int(kasten.h / hoehe(1, punkt, ZEICHEN.zeile)) - 1
    texte = [t for s in saetze if (t := gekuerzt(s, punkt, kasten.b, 5))]
    while sum(len(zeilen(t, punkt, kasten.b)) for t in texte) > moeglich and len(texte) > 1:
        texte.pop()
    formen.schreibe(form, texte, punkt, abstand=6)
    formen.lege(form, kasten)


def _diagramme(
    folie: Slide, platz: Any, native: Sequence[foliendiagramm.Zeichnung], flaeche: Kasten, beschreibung: str
) -> None:
    weite = (flaeche.b - SPALTENLUFT * (len(native) - 1)) // len(native)
    for nummer, zeichnung in enumerate(native):
        kasten = Kasten(flaeche.x + nummer * (weite + SPALTENLUFT), flaeche.y, weite, flaeche.h)
        if nummer == 0:
            rahmen = platz.insert_chart(zeichnung.art, zeichnung.daten)
            formen.lege(rahmen, kasten)
        else:
            rahmen = folie.shapes.add_chart(zeichnung.art, *kasten.laengen, zeichnung.daten)
        teil = f" (Teil {nummer + 1} von {len(native)})" if len(native) > 1 else ""
        formen.benenne(rahmen, f"Diagramm{teil}", beschreibung if nummer == 0 else f"Fortsetzung des Diagramms{teil}.")
        zeichnung.vollende(rahmen.chart, kasten)


def _bilder(folie: Slide, platz: Any, seite: Bildseite, diagramme: Sequence[Diagramm]) -> None:
    form = platz.insert_picture(io.BytesIO(seite.bild.png))
    form.crop_left = form.crop_right = form.crop_top = form.crop_bottom = 0
    formen.lege(form, seite.bild.kasten)
    formen.benenne(form, "Bild", alternative(diagramme[-1:] if seite.legende else diagramme))
    if seite.legende:
        legende = folie.shapes.add_picture(io.BytesIO(seite.legende.png), *seite.legende.kasten.laengen)
        formen.benenne(legende, formen.LEGENDE, alternative(diagramme[:-1]))


def _code(folie: Slide, adresse: str) -> None:
    """The notes hold the link of one that is too long for a code."""
    if not qr.passt(adresse):
        return
    kasten = Kasten(RAND + TEXTBREITE - QR_SEITE, QR_OBEN, QR_SEITE, QR_SEITE)
    form = folie.shapes.add_picture(io.BytesIO(qr.als_png(adresse)), *kasten.laengen)
    form.click_action.hyperlink.address = adresse
    formen.benenne(form, "QR-Code", f"{CODETEXT}: QR-Code mit dem Link {adresse}")


def _notizen(folie: Slide, text: str) -> None:
    rahmen = folie.notes_slide.notes_text_frame
    if rahmen is not None:
        rahmen.text = text
    formen.mache_deutsch(folie.notes_slide._element)
    formen.mache_deutsch(folie._element)


def _eigenschaften(datei: Datei, titel: str, umstand: Umstand) -> None:
    eigen = datei.core_properties
    eigen.title = kurzangabe(titel)
    eigen.language, eigen.author, eigen.last_modified_by = SPRACHE, VERFASSER, VERFASSER
    eigen.created = eigen.modified = weltzeit(umstand.jetzt)
