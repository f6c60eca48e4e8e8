"""The papers of a meeting, opened again: structure, language, marks, and every number as the screen has it."""

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from data_access import abfragen, schreiben
from data_access.gremien.datenstand import halte_fest
from data_access.gremien.tagesordnung import RUECKLAUF
from models.gremienworte import Barriereart
from presentation.exports.haende import PDF
from presentation.exports.sitzungsmappe import ganz
from presentation.exports.sitzungsmappe.nachher import kalender
from presentation.exports.sitzungsmappe.stoff import MappeAbgelehnt, lade
from presentation.texts import mappenempfehlungen as empfehlungen
from presentation.texts import sitzungsmappe as texte
from presentation.texts.dateiangaben import SYNTHETISCH
from tests.gremien import RUNDE, S2024, S2025, SITZUNGEN, trage_ein
from tests.installation import JETZT, recht
from tests.mappen import (
    S2026,
    alternativtexte,
    lege_mappe_an,
    oeffne,
    randtext,
    seitenumbrueche,
    stoff,
    tafeln,
    text,
    ueberschriften,
    zahlen,
)
from tests.pages.seiten import personen, rate, veroeffentlicht
from tests.pdfpruefung import knapp, lies, maengel

VORHER = ["einladung", "tagesordnung", *(f"datenblatt-{t}" for t in ("wohnen", "arbeit", "kinder", "p67")), "ruecklauf"]
_STUFEN = {"stufe_verwaltung": 6, "begruendung": "Früh gefragt"}
NACHHER = ["protokoll", "vorlage-sozialausschuss", "wiedervorlagen"]


@pytest.fixture
def voll(gefuellt: Path) -> Path:
    lege_mappe_an()
    return gefuellt


def _teil(name: str, tag: date) -> bytes:
    alles = stoff(tag)
    return ganz.einzeln(alles, next(t for t in ganz.teile(alles) if t.name == name))


def _assistenz() -> str:
    """How many live outside besondere Wohnformen, as it is published."""
    return personen(veroeffentlicht("lb_awf", "kreis", "kleinkreis", 2024)["Kleinkreis"])


def test_the_combined_file_is_well_built(voll: Path) -> None:
    datei = oeffne(ganz.mappe(stoff()))
    stufen = ueberschriften(datei)
    assert [t for stufe, t in stufen if stufe == 1] == [
        "Einladung",
        "Tagesordnung",
        "Datenblatt Wohnen",
        "Datenblatt Arbeit",
        "Datenblatt Kinder und Jugendliche",
        "Datenblatt Hilfe nach § 67",
        RUECKLAUF,
    ]
    assert all(n <= davor + 1 for (davor, _), (n, _) in zip(stufen, stufen[1:], strict=False))
    eigen = datei.core_properties
    assert (eigen.title, eigen.author) == ("Sitzungsmappe: Runde, 23.09.2024", "Kreis")
    assert eigen.language == "de-DE"
    assert eigen.subject == "Runde Teilhabe, Sitzung am 23.09.2024"
    sprachen = datei.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert sprachen == ["de-DE"]
    assert datei.settings.element.xpath("w:themeFontLang/@w:val") == ["de-DE"]
    assert {s.font.name for s in datei.styles if s.name in ("Normal", "Heading 1", "Title")} == {"IBM Plex Sans"}
    alle = tafeln(datei)
    assert alle
    assert all(t.kopf_markiert and t.titel for t in alle)
    assert all(len(a) > 20 for a in alternativtexte(datei))
    assert "Seite " in randtext(datei)
    assert [round(w.mm) for w in (datei.sections[0].page_width, datei.sections[0].page_height) if w] == [210, 297]
    marken = datei.element.xpath("//w:bookmarkStart/@w:name")
    ziele = [v.get(qn("w:anchor")) for v in datei.element.xpath("//w:hyperlink")]
    assert ziele
    assert set(ziele) <= set(marken)


def test_every_number_of_a_sheet_is_the_one_of_the_screen(voll: Path) -> None:
    datei = oeffne(_teil("datenblatt-wohnen", S2024))
    kreis, raeume = tafeln(datei)
    jahre = {"31.12.2023": 2023, "31.12.2024": 2024}
    slugs = {
        "Leistungsberechtigte außerhalb besonderer Wohnformen": "lb_awf",
        "Leistungsberechtigte in besonderer Wohnform": "lb_bwf",
    }
    geprueft = 0
    for titel, *werte in kreis.zeilen[1:]:
        if titel in slugs:
            for spalte, wert in zip(kreis.zeilen[0][1:], werte, strict=True):
                zeile = veroeffentlicht(slugs[titel], "kreis", "kleinkreis", jahre[spalte])["Kleinkreis"]
                assert wert == (personen(zeile) if zeile["wert"] else "liegt nicht vor")
                geprueft += 1
    assert raeume.zeilen[0] == ["Planungsraum", *kreis.zeilen[0][1:], "je 1.000 Einwohner ab 18 Jahren, 2024"]
    tag = jahre[kreis.zeilen[0][-1]]
    zahlen_ = veroeffentlicht("lb_awf", "planungsraum", "kleinkreis", tag)
    raten = veroeffentlicht("ausserhalb_besonderer_wohnform", "planungsraum", "kleinkreis", tag)
    for name, *werte in raeume.zeilen[1:-1]:
        assert werte[-2] == personen(zahlen_[name])
        assert werte[-1] == (rate(raten[name]) if raten[name]["wert"] else "geschützt")
        geprueft += 2
    assert geprueft >= 6
    assert [z[0] for z in raeume.zeilen[1:]] == ["Nord", "Sued", "Kreis"]


def test_a_sheet_has_two_pages_and_says_where_its_numbers_come_from(voll: Path) -> None:
    datei = oeffne(_teil("datenblatt-wohnen", S2024))
    assert seitenumbrueche(datei) == 1
    assert len(datei.inline_shapes) == 2
    assert sum(b.height.cm for b in datei.inline_shapes) <= 14
    assert max(len(t.zeilen) for t in tafeln(datei)) <= 12
    ganzes = text(datei)
    for teil in ("Quelle: LWX", "Stand: 31.12.2024, veröffentlicht am", "Schutz: Zum Schutz", "Was diese Zahlen nicht"):
        assert teil in ganzes
    assert "nicht festgehalten" in randtext(datei)


def test_no_sheet_has_a_number_that_is_not_published(voll: Path) -> None:
    inhalt = ganz.archiv(stoff())
    with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
        for name in archiv.namelist():
            if "datenblatt" in name:
                datei = oeffne(archiv.read(name))
                gezeigt = zahlen([z for t in tafeln(datei) for zeile in t.zeilen[1:] for z in zeile[1:]])
                erlaubt = zahlen(
                    [
                        w
                        for slug in ("lb_awf", "lb_bwf")
                        for ebene in ("kreis", "planungsraum")
                        for jahr in (2023, 2024)
                        for zeile in veroeffentlicht(slug, ebene, "kleinkreis", jahr).values()
                        if zeile["wert"]
                        for w in (personen(zeile),)
                    ]
                )
                personen_ = {n for n in gezeigt if "," not in n}
                assert personen_ <= erlaubt, name


def test_what_is_real_carries_no_mark(voll: Path) -> None:
    assert "synthetisch" not in text(oeffne(ganz.mappe(stoff()))).lower()


@pytest.mark.parametrize("erfunden", [True, False])
def test_what_is_synthetic_is_marked_in_the_header(demo_lesend: Path, erfunden: bool) -> None:
    """The 3rd LSP is invented. The 1st one is real, the numbers of the demonstration are not."""
    alles = lade("lsp-unna", date(2026, 9, 28) if erfunden else date(2024, 9, 23), JETZT)
    ohne, mit_zahlen = (
        oeffne(ganz.einzeln(alles, next(t for t in ganz.teile(alles) if t.name == name)))
        for name in ("einladung", "datenblatt-p67")
    )
    assert (SYNTHETISCH in randtext(ohne)) == erfunden
    assert ("synthetische" in randtext(ohne)) == erfunden
    assert (SYNTHETISCH if erfunden else "Die Zahlen in diesem Papier sind synthetische Daten") in randtext(mit_zahlen)
    assert len(mit_zahlen.inline_shapes) == 2
    assert all(alternativtexte(mit_zahlen))


def test_the_files_have_speaking_names_and_are_small(voll: Path) -> None:
    for tag, erwartet in ((S2025, VORHER), (S2026, VORHER + NACHHER)):
        inhalt = ganz.archiv(stoff(tag))
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            namen = archiv.namelist()
            assert archiv.testzip() is None
        soll = [f"{n:02}_{name}_runde_{tag}.docx" for n, name in enumerate(erwartet, start=1)]
        assert namen == soll + ([f"11_wiedervorlagen_runde_{tag}.ics"] if tag == S2026 else [])
        assert len(inhalt) < 1_500_000


def test_the_invitation_asks_for_needs_and_for_no_reason(voll: Path) -> None:
    ganzes = text(oeffne(_teil("einladung", S2025)))
    assert set(texte.BEDARFE) == set(Barriereart)
    assert all(satz in ganzes for satz in texte.BEDARFE.values())
    assert "bis zum 25.08.2025. [Bitte prüfen: Der Tag ist ein Vorschlag" in ganzes
    assert "bis zum [bitte ergänzen: Tag; vier Wochen vor" in texte.fristsatz(stoff(S2025).papiere, date(2025, 8, 26))
    assert "Den Grund müssen Sie nicht nennen" in ganzes
    assert "ohne Namen und ohne Anzahl" in ganzes
    assert "[bitte ergänzen: Ort]" in ganzes
    datei = oeffne(_teil("einladung", S2025))
    felder = [k.get(qn("w:val")) for k in datei.element.iter(qn("w:alias"))]
    assert felder == [*texte.BEDARFE.values(), texte.LEICHT, "etwas anderes, nämlich:"]


def test_the_minutes_have_counts_results_and_measures(voll: Path) -> None:
    datei = oeffne(_teil("protokoll", S2026))
    (teilnahme,) = tafeln(datei)
    assert teilnahme.zeilen[1:] == [
        ["Selbstvertretung", "3", "0"],
        ["Teilhabeberatung (EUTB)", "1", "k. A."],
        ["gezählt zusammen", "mindestens 4", "k. A."],
    ]
    ganzes = text(datei)
    assert "Beschlossen wie vorgeschlagen." in ganzes
    assert "Eine Liste freier Plätze. An: Träger." in ganzes
    assert "Liste anlegen, Träger, bis 31.01.2027: noch nicht begonnen" in ganzes
    assert "Arbeit *und* Bildung" in ganzes
    assert "Beteiligung: " not in ganzes


def test_the_minutes_name_the_degree_of_participation_in_words_where_it_was_rated(voll: Path) -> None:
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2026, "top": 1, "titel": "Arbeit"} | _STUFEN]})
    assert (
        "Beteiligung: Verwaltung 6 (Mitbestimmung), Selbstvertretung nicht bewertet. Begründung: Früh gefragt"
        in text(oeffne(_teil("protokoll", S2026)))
    )


def test_the_paper_for_the_ausschuss_leaves_to_the_office_what_only_it_knows(voll: Path) -> None:
    datei = oeffne(_teil("vorlage-sozialausschuss", S2026))
    assert [t for _, t in ueberschriften(datei)] == [
        "Vorlage für den Sozialausschuss",
        "Anlass",
        "Sachverhalt",
        "Empfehlungen des Gremiums",
        "Beschlussvorschlag",
        "Finanzielle Auswirkungen",
    ]
    assert texte.VERWALTUNG in text(datei)
    assert f"Wohnen: Kleinkreis: {_assistenz()} Menschen mit Assistenz" in text(datei)


def test_a_withdrawn_number_is_in_no_paper(voll: Path) -> None:
    zahl = _assistenz()
    halte_fest(recht(), "kleinkreis", stoff().papiere.sitzung.id, JETZT)
    assert "Datenstand dieser Sitzung vom 01.03.2025" in text(oeffne(ganz.mappe(stoff())))
    for f in abfragen.alle_freigaben("kleinkreis"):
        if f.grundzahl == "lb_awf":
            schreiben.ziehe_freigabe_zurueck(recht(), f.id, datetime(2025, 5, 6, 12, tzinfo=JETZT.tzinfo))
    datei = oeffne(ganz.mappe(stoff()))
    assert "zurückgezogen am 06.05.2025" in text(datei)
    assert f"{zahl} Menschen mit Assistenz" not in text(datei)
    assert zahl not in [z for t in tafeln(datei) for zeile in t.zeilen for z in zeile]


def test_no_paper_has_an_empty_paragraph(voll: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(ganz.archiv(stoff(S2026)))) as archiv:
        for name in archiv.namelist():
            if name.endswith(".docx"):
                absaetze = oeffne(archiv.read(name)).element.body.findall(qn("w:p"))
                inhalt = [[e.tag for e in a.iter(qn("w:t"), qn("w:drawing"))] for a in absaetze]
                assert all(inhalt), name


def test_the_real_meeting_is_said_to_have_had_nothing_its_source_does_not_name(demo_lesend: Path) -> None:
    alles = lade("lsp-unna", date(2024, 9, 23), JETZT)
    papiere = {t.name: oeffne(ganz.einzeln(alles, t)) for t in ganz.teile(alles) if not t.name.startswith("datenblatt")}
    assert "Es sind keine Punkte eingetragen." in text(papiere["protokoll"])
    assert "Rücklauf" not in text(papiere["tagesordnung"]) + text(papiere["protokoll"])
    assert "Stelle: Geschäftsführung, [bitte ergänzen: Stelle]" in text(papiere["einladung"])
    assert "Sozialdezernent" not in "".join(map(text, papiere.values()))
    for datei in papiere.values():
        assert "Sitzung am 23.09.2024 (Jahr erschlossen)" in randtext(datei)


def test_an_answer_and_what_a_later_meeting_heard_stand_apart(demo_lesend: Path) -> None:
    zeilen = empfehlungen.ruecklaufzeilen(lade("lsp-unna", date(2026, 9, 28), JETZT).papiere.ruecklauf)
    assert [z["Antwort, Bericht und Maßnahmen"].split("\n") for z in zeilen][3:] == [
        [
            "Noch keine Antwort.",
            "Bericht in dieser Sitzung: Es gibt noch keine Antwort. Der Kreis sagt zu, sie bis zur nächsten Sitzung zu "
            "geben.",
        ],
        [
            "Antwort vom 15.12.2025: Ein Raum und ein fester Tag werden gesucht.",
            "Bericht in dieser Sitzung: Die Beratung gibt es seit Mai einmal im Monat.",
            "Maßnahme: Raum und festen Tag für die Beratung finden, Kreis, Fachbereich Soziales, bis 30.04.2026: "
            "erledigt",
        ],
    ]


def test_what_does_not_exist_is_refused_with_what_does(voll: Path) -> None:
    with pytest.raises(MappeAbgelehnt, match="Vorhanden: alte-runde, runde"):
        lade("lsp", S2024, JETZT)
    with pytest.raises(MappeAbgelehnt, match="Erfasst sind: 2023-09-18, 2024-09-23"):
        lade(RUNDE, date(2024, 9, 24), JETZT)


def test_a_calendar_folds_its_lines_and_keeps_commas(voll: Path) -> None:
    roh = kalender(stoff(S2026).papiere, JETZT)
    assert max(len(zeile) for zeile in roh.split(b"\r\n")) <= 75
    flach = roh.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20270131" in flach
    assert f"DTSTAMP:{JETZT.astimezone(UTC):%Y%m%dT%H%M%SZ}" in flach
    assert "SUMMARY:Träger: Liste anlegen (zur Empfehlung „Eine Liste freier Plätze“)" in flach
    assert flach.count("BEGIN:VEVENT") == 2
    assert "synthetisch" not in flach


def test_a_calendar_of_an_invented_meeting_says_so(demo_lesend: Path) -> None:
    flach = kalender(lade("lsp-unna", date(2026, 9, 28), JETZT).papiere, JETZT).decode().replace("\r\n ", "")
    assert flach.count("SUMMARY:(synthetisch) ") == flach.count("BEGIN:VEVENT") > 0


def test_a_meeting_that_was_off_invites_nobody(voll: Path) -> None:
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2025, "status": "ausgefallen"}]})
    assert [t.name for t in ganz.teile(stoff(S2025))] == VORHER[1:]


def test_minutes_and_paper_do_not_say_what_was_not_entered(voll: Path) -> None:
    """Two earlier recommendations, no report; the state on the day of the meeting, not that of today."""
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2026, "top": 3, "titel": "Rücklauf", "art": "ruecklauf"}]})
    protokoll = text(oeffne(_teil("protokoll", S2026)))
    assert (
        "Bericht eingetragen zu 0 von 2 früheren Empfehlungen. [bitte ergänzen: was dazu berichtet wurde]" in protokoll
    )
    assert "Der Ausschuss nimmt die Empfehlungen des Gremiums" in text(oeffne(_teil("vorlage-sozialausschuss", S2026)))
    offen = {z["empfehlung"]: z for z in SITZUNGEN["empfehlungen"]}
    trage_ein({"empfehlungen": [offen["e2"] | {"status": "angenommen", "antwort_am": date(2027, 1, 1)}]})
    assert [z["Stand"] for z in empfehlungen.ruecklaufzeilen(stoff(S2026).papiere.ruecklauf)] == ["angenommen", "offen"]


def test_a_paper_without_recommendations_asks_to_take_note_of_none(demo_lesend: Path) -> None:
    alles = lade("lsp-unna", date(2024, 9, 23), JETZT)
    vorlage = oeffne(ganz.einzeln(alles, next(t for t in ganz.teile(alles) if t.name == "vorlage-sozialausschuss")))
    assert "Der Ausschuss nimmt den Bericht über die Sitzung des Gremiums „LSP“ vom 23.09.2024" in text(vorlage)


def test_the_pdf_says_what_the_word_file_says(voll: Path, tmp_path: Path) -> None:
    alles = stoff(S2026)
    pdf = ganz.mappe(alles, PDF)
    assert maengel(pdf, tmp_path) == []
    gelesen, datei = lies(pdf, tmp_path), oeffne(ganz.mappe(alles))
    assert gelesen.titel == datei.core_properties.title
    assert gelesen.ueberschriften == ueberschriften(datei)
    assert gelesen.alternativtexte[-len(datei.inline_shapes) :] == alternativtexte(datei)
    im_pdf = [[[knapp(z) for z in zeile] for zeile in t.zeilen] for t in gelesen.tafeln]
    assert im_pdf == [[[knapp(z) for z in zeile] for zeile in t.zeilen] for t in tafeln(datei)]
    assert [t for t in gelesen.lesezeichen if t in {teil.titel for teil in ganz.teile(alles)}]


def test_every_paper_is_a_sound_pdf(voll: Path, tmp_path: Path) -> None:
    alles = stoff(S2026)
    assert {t.name: maengel(ganz.einzeln(alles, t, PDF), tmp_path) for t in ganz.teile(alles)} == {
        name: [] for name in VORHER + NACHHER
    }


def test_a_line_that_leads_to_a_list_stays_with_it(voll: Path) -> None:
    """Neither "Empfohlen wurde:" nor the head row of a table or a picture ends a page alone."""
    datei = oeffne(_teil("protokoll", S2026))
    assert all(p.paragraph_format.keep_with_next for p in datei.paragraphs if p.text == "Empfohlen wurde:")
    for tafel in (*datei.tables, *oeffne(_teil("datenblatt-wohnen", S2026)).tables):
        assert all(z.paragraphs[0].paragraph_format.keep_with_next for z in tafel.rows[0].cells)
