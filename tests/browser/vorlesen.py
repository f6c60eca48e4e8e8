"""What a page says to somebody who cannot see it, and where the keyboard goes on it."""

import re
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import Locator, Page, expect

from tests.browser.fenster import warte, warte_auf_ruhe

ZAHL = re.compile(r"\d[\d.,]*\d|\d")
TAG = re.compile(r"\d{2}\.\d{2}\.\d{4}")
MITTE = "[data-testid=stMain]"
"""Where a page begins: its choices stand above its headline."""
SCHRITTE = 150
"""More presses of Tab than any page needs from its head to its foot."""

_FOKUS = """() => {
    const e = document.activeElement, r = e.getBoundingClientRect(), haupt = e.closest('[data-testid=stMain]')
    const umgebung = []
    for (let x = e; x && x !== haupt && umgebung.length < 5; x = x.parentElement) umgebung.push(getComputedStyle(x))
    // A field turns its frame into the main colour of the theme, light or dark.
    const rahmen = s => ['rgb(0, 95, 158)', 'rgb(90, 176, 242)'].includes(s.borderTopColor)
    const rand = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'
        || (parseFloat(s.borderTopWidth) > 0 && rahmen(s))
    const name = e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || e.title || ''
    return [e.tagName, name.trim(), r.bottom > 0 && r.top < innerHeight, umgebung.some(rand), !!haupt]
}"""
"""What has the focus: its kind and name, whether it is in the window, can be seen, and is on the page itself."""


@dataclass(frozen=True)
class Tafel:
    """A table as it is read out: its name, the names of its columns, the texts of its cells."""

    name: str
    spalten: list[str]
    zeilen: list[list[str]]

    @property
    def text(self) -> str:
        return " ".join(zelle for zeile in self.zeilen for zelle in zeile)


def ueberschriften(seite: Page) -> list[tuple[int, str]]:
    """Headings that can be seen, in the order of reading: level and text."""
    gefunden: list[list[object]] = seite.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, h4, h5, h6)')]
            .filter(h => h.checkVisibility()).map(h => [+h.tagName[1], h.innerText.trim()])"""
    )
    return [(int(str(stufe)), str(text)) for stufe, text in gefunden]


def tafeln(seite: Page) -> list[Tafel]:
    """The tables of a page, those behind their name too: a closed part is a press away."""
    gefunden: list[dict[str, object]] = seite.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] table')].map(t => ({
            name: t.getAttribute('aria-label') ?? '',
            spalten: [...t.querySelectorAll('thead th[scope=col]')].map(z => z.textContent.trim()),
            zeilen: [...t.querySelectorAll('tbody tr')].map(z => [...z.cells].map(c => c.textContent.trim())),
        }))"""
    )
    return [Tafel(**t) for t in gefunden]  # type: ignore[arg-type]


def tafel(seite: Page, name: str) -> Tafel:
    """The one table of this name."""
    (eine,) = [t for t in tafeln(seite) if t.name == name]
    return eine


def bildtexte(seite: Page) -> list[str]:
    """What is read out in place of each picture."""
    alle = seite.locator("[data-testid=stMain] [data-testid=stVegaLiteChart]")
    return [bild.get_attribute("aria-label") or "" for bild in alle.all()]


def abschnitt(seite: Page, titel: str) -> str:
    """What is read out below a heading, up to the next one."""
    gefunden: str = seite.evaluate(
        """titel => {
            const haupt = document.querySelector('[data-testid=stMain]')
            const alle = [...haupt.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(h => h.checkVisibility())
            const n = alle.findIndex(h => h.innerText.trim() === titel), bereich = document.createRange()
            bereich.setStartAfter(alle[n])
            alle[n + 1] ? bereich.setEndBefore(alle[n + 1]) : bereich.setEndAfter(haupt.lastElementChild)
            return bereich.toString()
        }""",
        titel,
    )
    return gefunden


def pruefe_ueberschriften(seite: Page) -> None:
    """One h1, no level left out, none twice."""
    stufen = ueberschriften(seite)
    assert [n for n, _ in stufen].count(1) == 1, stufen
    assert stufen[0][0] == 1, stufen
    for (vorher, _), (nachher, text) in zip(stufen, stufen[1:], strict=False):
        assert nachher <= vorher + 1, f"„{text}“ überspringt eine Ebene"
    namen = [text for _, text in stufen]
    assert len(set(namen)) == len(namen), "zwei Überschriften sind gleich"
    assert all(len(text) > 3 for text in namen), namen


def pruefe_vorlesbar(seite: Page) -> None:
    """Headings in order and none twice; tables with a name and heads; what a picture says stands in a table too."""
    pruefe_ueberschriften(seite)
    alle = tafeln(seite)
    for t in alle:
        assert t.name, t.spalten
        assert t.spalten, t.name
        assert all(t.spalten), t.name
        assert all(len(zeile) == len(t.spalten) for zeile in t.zeilen), t.name
    tafelnamen = [t.name for t in alle]
    assert len(set(tafelnamen)) == len(tafelnamen), "zwei Tafeln heißen gleich"
    worte = {wort for t in alle for wort in ZAHL.findall(t.text + " " + " ".join(t.spalten) + " " + t.name)}
    tage = {wort[:5] for wort in worte if TAG.fullmatch(wort)}  # as a picture of one year names them
    for text in bildtexte(seite):
        assert len(text) > 20, "ein Bild hat keinen Text"
        fehlt = set(ZAHL.findall(text)) - worte - tage - {f"{datetime.now().astimezone():%d.%m.%Y}"}
        assert not fehlt, f"{sorted(fehlt)} stehen nur im Bild: {text}"


def gehe_durch(seite: Page, ab: str = "h1") -> list[str]:
    """Press Tab from the head of the page to its foot; the names of what had the focus. `ab`: where to start.

    The focus is never lost on the way, stands in the window, and can be seen.
    """
    seite.locator(ab).evaluate("e => { e.tabIndex = -1; e.focus() }")
    namen: list[str] = []
    for _ in range(SCHRITTE):
        seite.keyboard.press("Tab")
        ort = seite.evaluate(_FOKUS)
        tag, name, im_fenster, zu_sehen, auf_der_seite = ort
        if tag == "BODY" or (namen and not auf_der_seite):
            return namen
        if auf_der_seite:
            assert im_fenster, f"„{name}“ hat den Fokus außerhalb des Fensters"
            assert zu_sehen, f"„{name}“ zeigt nicht, dass es den Fokus hat"
            namen.append(str(name))
    raise AssertionError(f"Der Fuß der Seite ist nach {SCHRITTE} Schritten nicht erreicht: {namen[-5:]}")


def waehle_mit_tasten(seite: Page, feld: Locator, option: str) -> None:
    """Choose an option of a list by keyboard; the focus stays on the list."""
    feld.focus()
    warte_auf_ruhe(seite)  # the list closes when the page moves under it
    seite.keyboard.press("ArrowDown")
    expect(feld).to_have_attribute("aria-expanded", "true")
    # The list opens at what is chosen, so the option may stand below or above.
    besucht: list[str] = []
    for taste in (*["ArrowDown"] * SCHRITTE, *["ArrowUp"] * SCHRITTE):
        aktiv = feld.get_attribute("aria-activedescendant")
        besucht += [seite.locator(f"[id='{aktiv}']").inner_text().strip()] if aktiv else []
        if besucht[-1:] == [option]:
            break
        seite.keyboard.press(taste)
    assert besucht[-1:] == [option], (option, besucht)
    seite.keyboard.press("Enter")
    expect(feld).to_have_attribute("aria-expanded", "false")
    warte(seite)
    expect(feld).to_be_focused()


def scrollt_seitlich(seite: Page) -> list[str]:
    """What is wider than its place, apart from boxes around a table that may be moved in themselves."""
    gefunden: list[str] = seite.evaluate(
        """() => [document.scrollingElement, ...document.querySelectorAll('*')]
            .filter(e => e === document.scrollingElement || e.closest('[data-testid=stMain]'))
            .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
            .filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || e === document.scrollingElement)
            .filter(e => !e.querySelector('table') || e.matches('[data-testid=stMain]'))
            .map(e => e.dataset.testid || e.tagName)"""
    )
    return gefunden
