"""The headline of the page Beteiligung and the findings of its parts, word for word."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.messen import messe
from analysis.beteiligung.werte import Luecke, Menschenanteil, Punktstufe
from models.gremientabellen import Sitzung, Top
from presentation.texts.beteiligungsseite import (
    anwesende,
    nach_abstand,
    platzbefund,
    raumbefund,
    stufenbefund,
    stufensatz,
    zielsatz,
)
from tests.analysis.beteiligung.von_hand import ALLES, bestand, sitzung

TAG = date(2026, 9, 28)


def punkt(titel: str, verwaltung: int | None, selbst: int | None, tag: date = TAG) -> Punktstufe:
    return Punktstufe(
        Sitzung(id=f"s-{tag}", gremium_id="lsp", datum=tag),
        Top(id=titel, sitzung_id=f"s-{tag}", nummer=1, titel=titel, stufe_verwaltung=verwaltung).model_copy(
            update={"stufe_selbstvertretung": selbst}
        ),
    )


@pytest.mark.parametrize(
    ("m", "insgesamt", "satz"),
    [
        (Menschenanteil(Anteil(6, 61), 1), 61, "6 von 61 Anwesenden kamen aus der Selbstvertretung."),
        (Menschenanteil(Anteil(1, 9), 1), 9, "1 von 9 Anwesenden kam aus der Selbstvertretung."),
        (Menschenanteil(Anteil(0, 9), 1), 9, "Niemand von 9 Anwesenden kam aus der Selbstvertretung."),
        (
            Menschenanteil(Anteil(4, 25), 3, 1),
            None,
            "4 von 25 Anwesenden in 2 Sitzungen kamen aus der Selbstvertretung (für 1 weitere k. A.).",
        ),
        (
            Menschenanteil(Anteil(grund=Grund.NUR_GESAMTZAHL), 1, 1),
            65,
            "Wie viele der 65 Anwesenden aus der Selbstvertretung kamen, ist nicht bekannt (k. A.).",
        ),
        (
            Menschenanteil(Anteil(grund=Grund.KEINE_ANGABE), 1, 1),
            None,
            "Wie viele Anwesende aus der Selbstvertretung kamen, ist nicht bekannt (k. A.).",
        ),
        (Menschenanteil(Anteil(grund=Grund.NIEMAND_DA), 1), 0, "Es ist niemand gekommen."),
    ],
)
def test_who_was_there_in_the_headline(m: Menschenanteil, insgesamt: int | None, satz: str) -> None:
    assert anwesende(m, insgesamt) == satz


def test_the_widest_gap_comes_first_and_one_sided_items_last() -> None:
    alle = [punkt("nur eine", 6, None), punkt("gleich", 4, 4), punkt("weit", 6, 3), punkt("umgekehrt", 3, 6)]
    alle.append(punkt("früher", 7, 4, date(2025, 9, 29)))
    assert [p.top.titel for p in nach_abstand(alle)] == ["weit", "umgekehrt", "früher", "gleich", "nur eine"]
    assert stufenbefund(alle) == "Am weitesten auseinander, 3 Stufen: „weit“ und 2 weitere Punkte"
    assert stufenbefund(alle[1:3]) == "Am weitesten auseinander, 3 Stufen: „weit“"
    assert stufenbefund(alle[1:2]) == "Beide Seiten nennen überall dieselbe Stufe"
    assert stufenbefund(alle[:1]) == "Zu keinem Punkt haben beide Seiten eine Stufe genannt"


def test_no_finding_says_more_than_the_figures() -> None:
    leer = messe(bestand(), ALLES)
    ohne_ort = "Aus welchen Planungsräumen die Selbstvertretung kam, ist nicht bekannt (k. A.)"
    assert raumbefund(replace(leer, p15=Anteil(0, 4, 2))) == ohne_ort
    gleich = replace(leer, p8=Luecke(0, 0, 3), punkte=(punkt("x", 4, 4),))
    assert stufensatz(gleich) == "Die mittlere Stufe der Beteiligung ist auf beiden Seiten gleich."
    tage = (sitzung("2026-05-13"), sitzung("2026-11-11"), sitzung("2026-06-17"))
    teils = replace(leer, p3=Menschenanteil(Anteil(3, 3), 1, ohne_sitz=2), sitzungen=tage)
    assert platzbefund(teils) == (
        "3 von 3 Plätzen der Selbstvertretung waren besetzt; für 2 von 3 Sitzungen ist keine Zahl der Plätze vereinbart"
    )


def test_an_own_target_stands_beside_what_is_known() -> None:
    genau = Menschenanteil(Anteil(6, 60), 1)
    assert genau.anteil == Fraction(1, 10)
    assert zielsatz(genau, None) == ""
    assert zielsatz(genau, 10) == "Ihre Zielmarke: 10\u00a0% der Anwesenden. Es sind 10,0\u00a0%, also erreicht."
    assert zielsatz(Menschenanteil(Anteil(6, 60), 2, 1), 10) == (
        "Ihre Zielmarke: 10\u00a0% der Anwesenden. Ob sie erreicht ist, lässt sich nicht sagen (k. A.)."
    )
