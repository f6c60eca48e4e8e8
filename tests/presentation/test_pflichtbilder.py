"""The picture of the year: every day in its place, every status in its shape, no two names on each other."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from analysis.gremien.bestand import lade
from analysis.pflichten.stand import Sicht, nach_aussen, nach_innen
from analysis.pflichten.urteil import pflichtstaende
from models.pflichttabellen import Pflicht, Termin
from models.pflichtworte import Pflichtstatus
from presentation.charts.diagramm import Diagramm
from presentation.charts.jahresstreifen import BAND, ENGSTE, HEUTE, RAND, SCHMAL, ZEICHEN, ZEILE, Form
from presentation.exports.bild import SCHRIFTORDNER
from presentation.farben import DUNKEL, HELL
from presentation.pflichtbilder import ZEICHEN as JE_STATUS
from presentation.pflichtbilder import jahresbild, kurzname

HEUTE_TAG = date(2026, 11, 22)
APRIL, DEZEMBER = date(2026, 4, 30), date(2026, 12, 31)
SCHRIFT = ImageFont.truetype(str(SCHRIFTORDNER / "IBMPlexSans-Regular.ttf"), 13)


def sicht(titel: str, faellig: date | None, status: Pflichtstatus | None, rule: str = "R01") -> Sicht:
    pflicht = Pflicht(
        region_slug="k",
        rule=rule,
        titel=titel,
        wortlaut="",
        klausel="§ 1",
        art="pflicht",
        zustaendig="kreis",
        pruefung="mitteilung",
        gilt_von=date(2020, 1, 1),
    )
    return Sicht(pflicht, "2026", 2026, faellig, status=status)


def termin(titel: str, tag: date, erledigt: date | None = None) -> Termin:
    return Termin(id=f"t-{tag}", region_slug="k", datum=tag, titel=titel, erledigt_am=erledigt)


def daten(bild: Diagramm, name: str) -> list[dict[str, Any]]:
    stelle = {"monate": 0, "zeichen": 1, "anzahlen": 2, "heute": 3}[name]
    werte: list[dict[str, Any]] = bild.spec["layer"][stelle]["data"]["values"]
    return werte


def mitte(zeichen: dict[str, Any], breite: int) -> float:
    x: float = min(max(zeichen["anteil"] * breite, RAND), breite - RAND)
    return x


def kaesten(bild: Diagramm, breite: int) -> list[tuple[float, float, float, str]]:
    """What stands in the picture at a width: left, right, middle height, name."""
    gefunden = []
    for z in daten(bild, "zeichen"):
        x, halb = mitte(z, breite), ZEICHEN / 2
        if breite < SCHMAL:
            gefunden.append((x - halb, x + halb, z["y_schmal"], z["name"]))
            continue
        weite = halb + 6 + SCHRIFT.getlength(z["name"])
        von, bis = (x - halb, x + weite) if z["seite"] > 0 else (x - weite, x + halb)
        gefunden.append((von, bis, z["y_breit"], z["name"]))
    if breite < SCHMAL:
        gefunden += [(mitte(z, breite) - 4, mitte(z, breite) + 4, z["y"], z["text"]) for z in daten(bild, "anzahlen")]
    return gefunden


def pruefe_platz(bild: Diagramm) -> None:
    """No two things on each other and none outside, at every width."""
    hoehe = bild.spec["height"]
    for breite in (ENGSTE, 288, 358, SCHMAL - 1, SCHMAL, 760, 1100, 1400):
        alle = kaesten(bild, breite)
        for von, bis, y, name in alle:
            assert von >= -1, (breite, name)
            assert bis <= breite + 1, (breite, name)
            assert ZEILE / 2 <= y <= hoehe - BAND - ZEILE / 2
        for a, b in combinations(alle, 2):
            assert a[2] != b[2] or a[1] < b[0] or b[1] < a[0], (breite, a, b)


def test_signs_stand_at_their_days_stacked_with_what_needs_eyes_on_top() -> None:
    bild = jahresbild(
        [
            sicht("Schulabgänge des Folgejahres benennen", APRIL, Pflichtstatus.ERFUELLT, "R08"),
            sicht("Zahl", APRIL, Pflichtstatus.UEBERFAELLIG, "R09"),
            sicht("Runde tagt", DEZEMBER, Pflichtstatus.OFFEN),
            sicht("Ohne Tag", None, Pflichtstatus.OFFEN),
            sicht("Ein anderes Jahr", date(2025, 4, 30), Pflichtstatus.UEBERFAELLIG),
        ],
        [termin("Räume buchen", date(2026, 6, 1), date(2026, 6, 3)), termin("Nächstes Jahr", date(2027, 6, 1))],
        2026,
        HEUTE_TAG,
        "hell",
    )
    assert bild is not None
    gezeigt = [
        (z["name"], z["form"], z["strich"], z["flaeche"], z["y_breit"], z["seite"]) for z in daten(bild, "zeichen")
    ]
    gruen, rot, blau = (HELL.status[f].text for f in ("gruen", "rot", "blau"))
    assert gezeigt == [
        ("Schulabgänge", Form.SCHEIBE, gruen, gruen, 2.5 * ZEILE, 1),
        ("Zahl", Form.DREIECK, rot, rot, 1.5 * ZEILE, 1),
        ("Räume buchen", Form.FAHNE, HELL.leise, HELL.leise, 1.5 * ZEILE, 1),
        ("Runde tagt", Form.QUADRAT, blau, blau, 2.5 * ZEILE, -1),
    ]
    anteile = [z["anteil"] * 365 for z in daten(bild, "zeichen")]
    assert anteile == pytest.approx([119.5, 119.5, 151.5, 364.5])
    assert [(a["text"], a["y"]) for a in daten(bild, "anzahlen")] == [("2", ZEILE / 2)]
    assert daten(bild, "heute") == [{"anteil": pytest.approx(325.5 / 365), "text": "heute, 22.11."}]
    assert bild.spec["height"] == 3 * ZEILE + BAND + HEUTE
    assert bild.alt == (
        "Fristen und eigene Termine 2026, heute ist der 22.11.2026. "
        "30.04.: Zahl (überfällig); Schulabgänge des Folgejahres benennen (erfüllt). "
        "01.06.: Räume buchen (eigener Termin, erledigt). 31.12.: Runde tagt (offen)."
    )
    assert bild.hinweise == (
        "Dreieck: überfällig. Quadrat: offen. Scheibe: erfüllt. Fahne: eigener Termin. "
        "Zahl in schmalen Fenstern: so viele an diesem Tag.",
    )


def test_every_status_has_a_shape_of_its_own_and_only_overdue_is_red() -> None:
    assert set(JE_STATUS) == {*Pflichtstatus, None}
    formen = [form for form, _ in JE_STATUS.values()]
    assert len({*formen, Form.FAHNE}) == len(JE_STATUS) + 1
    for farben in (HELL, DUNKEL):
        bild = jahresbild(
            [sicht(f"Nr {n}", date(2026, n + 1, 9), s) for n, s in enumerate(JE_STATUS)],
            [termin("Eigener", date(2026, 10, 9))],
            2026,
            HEUTE_TAG,
            farben.modus,
        )
        assert bild is not None
        rot = [z["name"] for z in daten(bild, "zeichen") if farben.status["rot"].text in (z["strich"], z["flaeche"])]
        assert rot == [f"Nr {list(JE_STATUS).index(Pflichtstatus.UEBERFAELLIG)}"]
        assert "<svg" in vl_convert.vegalite_to_svg(bild.spec, allowed_base_urls=[])


def test_kept_back_says_only_that_and_other_years_have_no_line_of_today() -> None:
    bild = jahresbild([sicht("Zahl", date(2024, 4, 30), None)], (), 2024, HEUTE_TAG, "hell")
    assert bild is not None
    assert bild.alt == "Fristen und eigene Termine 2024. 30.04.: Zahl (nicht freigegeben)."
    assert bild.hinweise == ("Strich: nicht freigegeben.",)
    assert daten(bild, "heute") == []
    assert daten(bild, "zeichen")[0]["anteil"] == pytest.approx(120.5 / 366)
    assert sum(m["bis"] - m["von"] for m in daten(bild, "monate")) == pytest.approx(1)
    assert bild.spec["height"] == ZEILE + BAND + 2


def test_without_a_day_in_the_year_there_is_no_picture() -> None:
    ohne = [sicht("Ohne Tag", None, Pflichtstatus.OFFEN), sicht("Zahl", APRIL, Pflichtstatus.OFFEN)]
    assert jahresbild(ohne, [termin("Später", DEZEMBER)], 2025, HEUTE_TAG, "hell") is None


@pytest.mark.usefixtures("demo_lesend")
@pytest.mark.parametrize("region", ["werra-meissner-kreis", "kreis-unna"])
def test_names_of_the_demonstration_never_touch(region: str) -> None:
    bestand = lade(region)
    staende = pflichtstaende(bestand, HEUTE_TAG)
    gezeichnet = {}
    for jahr in range(2022, 2028):
        for sichten in (nach_innen(staende), nach_aussen(staende)):
            bild = jahresbild(sichten, bestand.e.termine, jahr, HEUTE_TAG, "hell")
            if bild is not None:
                pruefe_platz(bild)
                gezeichnet[jahr] = len(daten(bild, "zeichen"))
    assert gezeichnet == (
        {2024: 2, 2025: 1, 2026: 3, 2027: 3}
        if region == "kreis-unna"
        else {2022: 6, 2023: 7, 2024: 6, 2025: 7, 2026: 11, 2027: 3}
    )


TAGE = st.integers(0, 364).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
NAMEN = st.lists(st.sampled_from(["Zahl", "Schulabgänge", "melden", "der", "Planungskonferenz"]), min_size=1).map(
    " ".join
)


@settings(max_examples=60)
@given(st.lists(st.tuples(TAGE, NAMEN), min_size=1, max_size=14))
def test_no_list_makes_names_touch(liste: list[tuple[date, str]]) -> None:
    bild = jahresbild([sicht(name, tag, Pflichtstatus.OFFEN) for tag, name in liste], (), 2026, HEUTE_TAG, "hell")
    assert bild is not None
    assert len(daten(bild, "zeichen")) == len(liste)
    pruefe_platz(bild)


def test_a_long_title_is_cut_at_a_word() -> None:
    assert kurzname("Tagesordnung der KoK im November abstimmen") == "Tagesordnung der KoK im…"
    assert kurzname("x" * 40) == "x" * 27 + "…"
    assert kurzname("LSP tagt jährlich") == "LSP jährlich"
