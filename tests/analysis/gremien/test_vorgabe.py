"""What a form about a meeting offers: those who are named or came before, first; the rest stays within reach."""

from pathlib import Path

from analysis.gremien.bestand import lade
from analysis.gremien.vorgabe import Vorgabe, vorgabe
from models.gremienworte import Gruppe
from tests.gremien import ALT, RUNDE, S2023, S2024, lege_gremien_an, trage_ein


def test_named_groups_and_those_who_came_stand_first_with_the_institutions_of_the_last_time(klein: Path) -> None:
    lege_gremien_an()
    zeile = {"gremium": RUNDE, "datum": S2023, "gruppe": "eutb", "organisation": "Stelle A"}
    trage_ein({"teilnahmen": [zeile, zeile | {"datum": S2024, "organisation": "Stelle B"}]})
    bestand = lade("kleinkreis")
    vorn = ("selbstvertretung", "eutb", "leistungserbringer", "oertl_traeger")
    weitere = tuple(str(g) for g in Gruppe if g not in vorn)
    runde, alt = bestand.gremium[RUNDE], bestand.gremium[ALT]
    assert vorgabe(bestand, runde, None) == Vorgabe(vorn, weitere, (("eutb", "Stelle B"),))
    assert vorgabe(bestand, runde, bestand.am(RUNDE, S2023)).institutionen == (("eutb", "Stelle A"),)
    assert vorgabe(bestand, alt, None) == Vorgabe(tuple(map(str, Gruppe)), (), ())
