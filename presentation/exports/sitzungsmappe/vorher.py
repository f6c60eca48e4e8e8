"""Papers that go out before a meeting: invitation, agenda, Rücklauf. Each writes itself onto a file from level 1 on."""

from analysis.gremien.mappe import Fehlend
from presentation.exports.papier import Papier
from presentation.exports.sitzungsmappe.stoff import Stoff
from presentation.texts import mappenempfehlungen as empfehlungen
from presentation.texts import sitzungsmappe as texte


def einladung(papier: Papier, stoff: Stoff) -> None:
    """Who, when, where, what about; on a page of its own, to be sent back, what people need to take part."""
    p = stoff.papiere
    ort, form = texte.ort_und_form(p)
    papier.absatz(
        f"Sie sind herzlich eingeladen zur Sitzung „{p.sitzung.bezeichnung or p.gremium.name}“ "
        f"am {texte.sitzungstag(p)}."
    )
    papier.ueberschrift("Wann und wo", 2)
    papier.angabe("Gremium", p.gremium.name)
    papier.angabe("Tag", texte.sitzungstag(p))
    papier.angabe("Uhrzeit", texte.ERGAENZEN.format("Beginn und Ende"))
    papier.angabe("Ort", ort)
    papier.angabe("Form", form)
    papier.ueberschrift("Worum es geht", 2)
    if p.tagesordnung:
        papier.liste(list(map(texte.punktname, p.tagesordnung)))
    else:
        papier.absatz(texte.ERGAENZEN.format("Punkte der Tagesordnung"))
    papier.ueberschrift("Bitte antworten Sie", 2)
    papier.absatz(f"{texte.ANTWORTBOGEN} {texte.fristsatz(p, stoff.jetzt.date())}")
    papier.absatz(f"{texte.LEICHTE_SPRACHE} {texte.ERGAENZEN.format('wann sie verschickt werden')}")
    papier.absatz("Mit freundlichen Grüßen")
    papier.absatz(texte.stelle(p))
    papier.ueberschrift("Was brauchen Sie, damit Sie gut teilnehmen können?", 2, neue_seite=True)
    papier.absatz(f"{texte.fristsatz(p, stoff.jetzt.date())} {texte.OHNE_DIAGNOSE}")
    papier.absatz("Ich brauche:", fett=True)
    papier.ankreuzen([*texte.BEDARFE.values(), texte.LEICHT, "etwas anderes, nämlich:"])
    papier.ueberschrift("An wen Sie antworten", 2)
    papier.angabe("Stelle", texte.stelle(p))
    papier.angabe("Erreichbar", texte.ERGAENZEN.format("Anschrift, E-Mail, Telefon der Stelle"))
    papier.ueberschrift("Was mit Ihrer Antwort geschieht", 2)
    papier.absatz(texte.ANTWORTEN)


def tagesordnung(papier: Papier, stoff: Stoff) -> None:
    """The items in their order."""
    p = stoff.papiere
    papier.absatz(f"{p.gremium.name}, {texte.sitzungstag(p)}.")
    papier.tafel("Punkte in ihrer Reihenfolge", texte.tagesordnungszeilen(p), (1.2, 6.2, 3.6, 4, 4))
    if Fehlend.TAGESORDNUNG in p.fehlend:
        papier.absatz(texte.ERGAENZEN.format(f"{'weitere ' if p.tagesordnung else ''}Punkte der Tagesordnung"))


def ruecklauf(papier: Papier, stoff: Stoff) -> None:
    """What became of the recommendations of earlier meetings."""
    zeilen = stoff.papiere.ruecklauf
    papier.absatz(empfehlungen.ruecklaufsatz(zeilen), fett=bool(zeilen))
    papier.tafel("Empfehlungen früherer Sitzungen", empfehlungen.ruecklaufzeilen(zeilen), (4.6, 3.2, 9.2))
    if zeilen:
        papier.absatz(
            "Stand: wie in dieser Sitzung berichtet, sonst wie bis zu ihr eingetragen. „Erledigt“ heißt: Was "
            "empfohlen wurde, ist getan. Ob es den Menschen hilft, steht hier nicht.",
            klein=True,
        )
