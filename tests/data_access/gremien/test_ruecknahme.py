"""What can be undone is said before anybody tries: the words and the deed agree."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.gremien.bestand import lade
from data_access.gremien import buch, empfehlungen, ruecknahme, tagesordnung
from data_access.gremien.buch import GremienAbgelehnt, nimm_zurueck, schritt
from data_access.gremien.lesen import Eintragungen, lies
from data_access.gremien.registerpflege import entferne
from data_access.gremien.ruecknahme import IM_WEG, SCHON, SPAETER, vorgaenge_an, vorgaenge_mit, zeilen_der_sitzung
from data_access.gremien.sitzungen import loesche, speichere, stand
from data_access.gremien.sitzungspruefung import Angaben
from tests.gremien import ALT, RUNDE, S2023, S2024, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht

TAGE = [S2023, S2024, date(2024, 10, 7)]


def _hindernisse() -> dict[str, str]:
    alle = buch.verlauf("kleinkreis")
    return ruecknahme.hindernisse(alle, ruecknahme.aenderungen_von(alle))


def _teilnahme(anwesend: int | None, tag: date = S2024, gruppe: str = "eutb") -> str:
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": tag, "gruppe": gruppe, "anwesend": anwesend}]})
    return buch.verlauf("kleinkreis")[0].id


def test_the_reason_is_named(klein: Path) -> None:
    lege_gremien_an()
    anfang = buch.verlauf("kleinkreis")[0].id
    erste, zweite = _teilnahme(1), _teilnahme(2)
    assert _teilnahme(2) == zweite  # the same again is no step
    assert _hindernisse() == {anfang: SPAETER, erste: SPAETER, zweite: ""}
    zurueck = nimm_zurueck(recht(), zweite, JETZT).id
    assert _hindernisse() == {anfang: SPAETER, erste: "", zweite: SCHON, zurueck: ""}


def test_a_place_that_was_taken_meanwhile(klein: Path) -> None:
    bestand = lege_gremien_an()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    vorher = stand(sitzung, bestand.teilnahmen[sitzung.id], bestand.barrieren[sitzung.id])
    verschoben, _ = speichere(
        recht(), RUNDE, Angaben({"datum": date(2024, 10, 7), "status": "stattgefunden"}), JETZT, vorher
    )
    assert _hindernisse()[verschoben.id] == ""
    speichere(recht(), RUNDE, Angaben({"datum": S2024, "status": "geplant"}), JETZT)
    assert _hindernisse()[verschoben.id] == IM_WEG


def test_the_history_of_a_meeting_knows_what_hung_on_it(klein: Path) -> None:
    bestand = lege_gremien_an()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    dazu = _teilnahme(3)
    trage_ein({"massnahmen": [{"massnahme": "m1", "empfehlung": "e1", "text": "Neu", "status": "erledigt"}]})
    massnahme = buch.verlauf("kleinkreis")[0].id
    _teilnahme(30, S2023, "insgesamt")
    with schritt(recht(), "kleinkreis", "EUTB gelöscht", JETZT) as offen:
        offen.loesche(next(t for t in lade("kleinkreis").e.teilnahmen if t.gruppe == "eutb"))
    weg = buch.verlauf("kleinkreis")[0].id
    anfang = buch.verlauf("kleinkreis")[-1].id
    orte = zeilen_der_sitzung(sitzung.id)
    assert len(orte) == 11
    assert [v.id for v in vorgaenge_mit("kleinkreis", orte)] == [weg, massnahme, dazu, anfang]
    assert len(vorgaenge_mit("kleinkreis", orte, hoechstens=2)) == 2


def test_the_history_of_some_tables_is_not_used_up_by_steps_about_others(klein: Path) -> None:
    lege_gremien_an()
    anfang = buch.verlauf("kleinkreis")[0].id
    erste, zweite = _teilnahme(1), _teilnahme(2)
    assert [v.id for v in vorgaenge_an("kleinkreis", ("gremium", "sitz"), hoechstens=1)] == [anfang]
    assert [v.id for v in vorgaenge_an("kleinkreis", ("teilnahme",), hoechstens=2)] == [zweite, erste]
    assert vorgaenge_an("kleinkreis", ("termin",)) == []


def _verschiebe(von: date, nach: date) -> None:
    bestand = lade("kleinkreis")
    sitzung = bestand.am(RUNDE, von)
    if sitzung is not None and bestand.am(RUNDE, nach) is None:
        with schritt(recht(), "kleinkreis", "verschoben", JETZT) as offen:
            offen.setze(type(sitzung).model_validate({**buch.bild(sitzung), "datum": nach.isoformat()}))


def _loesche(tag: date) -> None:
    if sitzung := lade("kleinkreis").am(RUNDE, tag):
        loesche(recht(), sitzung.id, JETZT)


def _lege_an(tag: date) -> None:
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": tag, "status": "geplant"}]})


def _zaehle(tag: date, anwesend: int) -> None:
    if lade("kleinkreis").am(RUNDE, tag):
        _teilnahme(anwesend, tag)


def _schreibe_auf(tag: date, was: int) -> None:
    """An item, a recommendation, its answer, a measure or a report: on the agenda of a meeting, as far as possible."""
    bestand = lade("kleinkreis")
    sitzung = bestand.am(RUNDE, tag)
    punkte = bestand.tops.get(sitzung.id, ()) if sitzung else ()
    if sitzung is None:
        return
    try:
        if was == 0 or not punkte:
            tagesordnung.setze_punkt(recht(), K, sitzung.id, tagesordnung.Punkt("Wohnen"), JETZT)
        elif was == 1:
            tagesordnung.loesche_punkt(recht(), K, punkte[-1].id, JETZT)
        elif was == 2:
            tagesordnung.verschiebe(recht(), K, punkte[-1].id, -1, JETZT)
        elif was == 3:
            empfehlungen.empfehle(recht(), K, punkte[-1].id, "Mehr Rampen", None, "Kreis", JETZT)
        else:
            empfehlungen.melde_zurueck(recht(), K, "e1", sitzung.id, "erledigt", "Fertig.", JETZT)
    except GremienAbgelehnt:
        return


def _pflege(was: int) -> None:
    bestand = lade("kleinkreis")
    try:
        if was == 0 and ALT in bestand.gremium:
            entferne(recht(), K, "Gremium gelöscht", bestand.gremium[ALT], JETZT)
        elif was == 1 and bestand.e.organisationen:
            entferne(recht(), K, "Organisation gelöscht", bestand.e.organisationen[0], JETZT)
        elif bestand.e.amtszeiten:
            entferne(recht(), K, "Amtszeit gelöscht", bestand.e.amtszeiten[0], JETZT)
    except GremienAbgelehnt:
        return


def _nimm_zurueck(nummer: int) -> None:
    alle = buch.verlauf("kleinkreis")
    try:
        nimm_zurueck(recht(), alle[nummer % len(alle)].id, JETZT)
    except GremienAbgelehnt:
        return


K = "kleinkreis"
tage = st.sampled_from(TAGE)
taten: st.SearchStrategy[Callable[[], None]] = st.one_of(
    st.builds(lambda a, b: lambda: _verschiebe(a, b), tage, tage),
    st.builds(lambda t: lambda: _loesche(t), tage),
    st.builds(lambda t: lambda: _lege_an(t), tage),
    st.builds(lambda t, n: lambda: _zaehle(t, n), tage, st.integers(0, 2)),
    st.builds(lambda t, n: lambda: _schreibe_auf(t, n), tage, st.integers(0, 4)),
    st.builds(lambda n: lambda: _pflege(n), st.integers(0, 2)),
    st.builds(lambda n: lambda: _nimm_zurueck(n), st.integers(0, 5)),
)


@given(schritte=st.lists(taten, max_size=6), welcher=st.integers(0, 9))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happened_the_word_and_the_deed_agree(
    klein: Path, schritte: list[Callable[[], None]], welcher: int
) -> None:
    lege_gremien_an()
    for tat in schritte:
        tat()
    alle = buch.verlauf("kleinkreis")
    vorgang = alle[welcher % len(alle)]
    hindernis = ruecknahme.hindernisse([vorgang], ruecknahme.aenderungen_von([vorgang]))[vorgang.id]
    try:
        nimm_zurueck(recht(), vorgang.id, JETZT)
        gelungen = True
    except GremienAbgelehnt:
        gelungen = False
    assert gelungen == (hindernis == ""), hindernis


def _alles() -> str:
    """Every row of the region as plain values."""
    eintragungen = lies(K)
    return repr({f: [buch.bild(z) for z in getattr(eintragungen, f)] for f in Eintragungen.__dataclass_fields__})


@given(schritte=st.lists(taten, min_size=1, max_size=6))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_steps_taken_back_one_by_one_lead_through_every_state_to_the_start(
    klein: Path, schritte: list[Callable[[], None]]
) -> None:
    """Whatever the steps were, undoing of other steps among them: the latest can always be undone, and exactly."""
    lege_gremien_an()
    davor: dict[str, str] = {}
    for tat in schritte:
        vorher, bekannte = _alles(), {v.id for v in buch.verlauf(K)}
        tat()
        davor |= {v.id: vorher for v in buch.verlauf(K) if v.id not in bekannte}
    for vorgang in buch.verlauf(K)[: len(davor)]:
        nimm_zurueck(recht(), vorgang.id, JETZT)
        assert _alles() == davor[vorgang.id]
