"""What the register says on screen: exact sentences, on the shipped register and on the small Kreis."""

from datetime import date
from pathlib import Path

import pytest

from analysis.gremien.bestand import Gremienbestand, lade
from models.gremientabellen import Amtszeit, Rolle, Takt
from presentation.texts import gremienregion, gremienregister
from tests.gremien import RUNDE, lege_gremien_an

HEUTE = date(2026, 11, 22)


def _wmk() -> Gremienbestand:
    return lade("werra-meissner-kreis")


def _angaben(bestand: Gremienbestand, gremium: str) -> dict[str, str]:
    zeilen = gremienregister.angaben(bestand, bestand.gremium[gremium], HEUTE)
    return {str(z["Angabe"]): str(z["Inhalt"]) for z in zeilen}


def test_two_readings_of_the_cadence_stay_two(demo_lesend: Path) -> None:
    takte = _wmk().takte["kok-wmk"]
    assert gremienregister.taktsatz(takte) == (
        "§ 5: mindestens zweimal jährlich. Anlage 2: 1 - 2x jährlich. Beide Lesarten bleiben sichtbar."
    )
    assert [z["Das heißt"] for z in gremienregister.takttafel(takte)] == [
        "mindestens 2 Sitzungen im Jahr",
        "1 bis 2 Sitzungen im Jahr",
    ]
    assert gremienregister.taktsatz(takte[:1]) == "§ 5: mindestens zweimal jährlich."
    assert gremienregister.taktsatz(()) == "Wie oft das Gremium tagt, nennt das Register nicht."
    nur_oben = Takt(id="t", gremium_id="g", wortlaut="", quelle="q", maximum=1)
    assert gremienregister.takt(nur_oben) == "höchstens 1 Sitzung im Jahr"


def test_an_entry_is_not_a_seat(demo_lesend: Path) -> None:
    bestand = _wmk()
    kok, sitze = bestand.gremium["kok-wmk"], bestand.sitze["kok-wmk"]
    assert gremienregister.befund(bestand, kok) == "KoK: 7 Stellen genannt, keine für Selbstvertretung"
    assert {z["Plätze"] for z in gremienregister.sitztafel(sitze)} == {"genannt, ohne Zahl der Plätze"}
    assert "In Anlage 1 und 2 ist kein Platz für Selbstvertretung genannt." in gremienregister.bedeutung(kok, sitze)
    zirkel = bestand.gremium["qz-wohnen-beispiel-wmk"]
    assert gremienregister.befund(bestand, zirkel) == "Qualitätszirkel Wohnen: 3 von 11 Plätzen für Selbstvertretung"
    assert "erfunden" in gremienregister.bedeutung(zirkel, bestand.sitze[zirkel.id])[-1]
    offen = bestand.gremium["qualitaetszirkel-wmk"]
    assert gremienregister.befund(bestand, offen) == "Qualitätszirkel: Wer dazugehört, nennt das Register nicht"
    unna = lade("kreis-unna")
    lsp = unna.gremium["lsp-unna"]
    assert gremienregister.befund(unna, lsp) == "LSP: Selbstvertretung ist genannt, aber ohne Zahl der Plätze"
    assert gremienregister.bedeutung(lsp, unna.sitze["lsp-unna"])[1] == (
        "Menschen mit Behinderung: genannt als Mitglieder. Wie viele es sein sollen, steht dort nicht."
    )


def test_what_it_is_and_since_when_as_exactly_as_the_source_says(demo_lesend: Path) -> None:
    unna = lade("kreis-unna")
    lsp, alt = _angaben(unna, "lsp-unna"), _angaben(unna, "rpk-unna")
    assert (lsp["Gilt"], lsp["Ersetzt"], lsp["Stand"]) == (
        *("seit der Vereinbarung vom Januar 2024", "Regionale Planungskonferenz (soziale Teilhabe)", "besteht"),
    )
    assert lsp["Dazu gehören"].count(" · ") == 3
    assert (alt["Gilt"], alt["Ersetzt durch"], alt["Stand"]) == (
        *("bis zur Vereinbarung vom Januar 2024", "Lokales Steuerungs- und Planungsgremium (LSP)", "ersetzt"),
    )
    bestand = _wmk()
    assert (
        _angaben(bestand, "begleitgruppe-itp-wmk")["Gilt"] == "seit der Vereinbarung vom 01.01.2022, bis Ende Juni 2022"
    )
    zustaende = {z["Gremium"]: z["Stand"] for z in gremienregion.gremientafel(bestand, HEUTE)}
    assert list(zustaende.values()) == [
        *("besteht", "besteht", "beendet", "angeregt", "möglich, soweit Mittel da sind", "genannt", "besteht"),
    ]
    assert gremienregion.gremiensatz(bestand, HEUTE).startswith("Nach dem Register bestehend: 3 von 7.")


def test_what_is_inferred_about_a_role_says_so(demo_lesend: Path) -> None:
    bestand = _wmk()
    rollen = [r for r in bestand.e.rollen if r.name == "Geschäftsführung"]
    zeilen = gremienregister.rollentafel(bestand, rollen, HEUTE)
    assert [(z["Stelle"], z["Zeit"], z["Woher"]) for z in zeilen] == [
        ("LWV Hessen", "01.01.2022 bis 31.12.2023", "Beginn steht in: § 5. Das Ende folgt aus der Regel"),
        ("Werra-Meißner-Kreis", "01.01.2024 bis 31.12.2025", "folgt aus der Regel, steht so nicht in der Quelle"),
        ("LWV Hessen", "01.01.2026 bis 31.12.2027 (jetzt)", "folgt aus der Regel, steht so nicht in der Quelle"),
        ("Werra-Meißner-Kreis", "01.01.2028 bis 31.12.2029", "folgt aus der Regel, steht so nicht in der Quelle"),
    ]
    assert not gremienregister.ohne_geschaeftsfuehrung(rollen)
    assert gremienregister.ohne_geschaeftsfuehrung(())
    # The same rule as in the papers, whatever else stands in the name.
    andere = Rolle(id="r", region_slug="x", name="Geschäftsführung (Kreis)")
    assert not gremienregister.ohne_geschaeftsfuehrung((andere,))


def test_clauses_and_organisations_of_a_region(demo_lesend: Path) -> None:
    bestand = _wmk()
    klauseln = gremienregion.bestimmungen(bestand)
    assert {titel: len(zeilen) for titel, zeilen in klauseln.items()} == {
        "Wer einbezogen wird": 6,
        "Mit wem zusammengearbeitet wird": 1,
        "Wer Hinweise auf Bedarfe gibt": 1,
        "Wozu sich die Partner verpflichten": 12,
        "Welche Rechte es gibt": 4,
        "Aufgaben und Ziele": 7,
    }
    assert klauseln["Wer Hinweise auf Bedarfe gibt"][0]["Genannte Stellen"] == (
        "Sozialpsychiatrischer Dienst · Ordnungsamt · Jugendamt · Obdachlosenbehörde · Schule"
    )
    eigene = {str(z["Name"]): z for z in gremienregion.organisationen(bestand, {})["Selbstvertretung"]}
    assert eigene["Frauenbeauftragte der Werkstätten"]["Quelle"] == (
        "nicht in der Vereinbarung genannt; § 222 Abs. 5 SGB IX"
    )
    assert (eigene["Werkstatträte"]["Gemeint ist"], eigene["Werkstatträte"]["Planungsraum"]) == (
        *("eine Art von Stellen", "k. A."),
    )
    (vereinbarung,) = gremienregion.vereinbarungstafel(lade("kreis-unna"))
    assert (vereinbarung["Geschlossen"], vereinbarung["Rechtsgrundlage"]) == ("Januar 2024", "nicht genannt")


def test_seats_with_and_without_a_number(klein: Path) -> None:
    bestand = lege_gremien_an()
    # The sum of all seats is not known: there is no share.
    assert gremienregister.befund(bestand, bestand.gremium[RUNDE]) == (
        "Runde: 3 Plätze für Selbstvertretung, nicht für alle ist eine Zahl genannt"
    )
    tafel = gremienregister.sitztafel(bestand.sitze[RUNDE])
    assert [(z["Gruppe"], z["Plätze"], z["Stimme"]) for z in tafel] == [
        ("Selbstvertretung", "3 Plätze", "mit Stimme"),
        ("Leistungserbringer", "genannt, ohne Zahl der Plätze", "nicht genannt"),
        ("Kreis (örtlicher Träger)", "4 Plätze", "mit Stimme"),
    ]


@pytest.mark.parametrize(
    ("von", "bis", "satz"),
    [
        (None, None, "ohne Zeitangabe"),
        (HEUTE, None, "seit 22.11.2026"),
        (None, HEUTE, "bis 22.11.2026"),
        (date(2025, 1, 1), HEUTE, "01.01.2025 bis 22.11.2026"),
        (HEUTE, HEUTE, "am 22.11.2026"),
    ],
)
def test_a_term_says_as_much_as_is_known(von: date | None, bis: date | None, satz: str) -> None:
    assert gremienregister.amtszeit(Amtszeit(id="a", rolle_id="r", inhaber="Kreis", von=von, bis=bis)) == satz
