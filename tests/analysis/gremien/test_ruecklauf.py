"""Every recommendation stands somewhere, and none is lost between two meetings before it is finished and told."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.ruecklauf import (
    Lage,
    gezeigtes_jahr,
    jahre,
    naechste_sitzung,
    offene,
    ruecklauf,
    status_am,
    termin_vorbei,
    werdegang,
    zaehle,
)
from data_access.gremien.lesen import Eintragungen
from models.gremientabellen import Empfehlung, Gremium, Massnahme, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus, Sitzungsstatus

TAGE = [date(2024, 9, 1), date(2025, 9, 1), date(2026, 9, 1), date(2027, 9, 1)]
HEUTE = date(2026, 11, 1)


def bestand(
    empfehlungen: Sequence[Empfehlung] = (),
    gesagt: Sequence[tuple[str, int, str]] = (),
    massnahmen: Sequence[Massnahme] = (),
    status: Sequence[str] = (
        Sitzungsstatus.STATTGEFUNDEN,
        Sitzungsstatus.STATTGEFUNDEN,
        Sitzungsstatus.STATTGEFUNDEN,
        Sitzungsstatus.GEPLANT,
    ),
) -> Gremienbestand:
    """A Gremium with a meeting a year, one item each; `gesagt`: recommendation, number of the meeting, state."""
    sitzungen = [
        Sitzung(id=str(n), gremium_id="g", datum=tag, status=s)
        for n, (tag, s) in enumerate(zip(TAGE, status, strict=True))
    ]
    return Gremienbestand(
        "r",
        Eintragungen(
            gremien=(Gremium(id="g", region_slug="r", kurz="G", name="G", typ="sonstiges"),),
            sitzungen=tuple(sitzungen),
            tops=tuple(
                Top(id=f"t{s.id}", sitzung_id=s.id, nummer=1, titel="Punkt", thema="wohnen" if s.id == "0" else None)
                for s in sitzungen
            ),
            empfehlungen=tuple(empfehlungen),
            massnahmen=tuple(massnahmen),
            rueckmeldungen=tuple(
                Rueckmeldung(id=f"{e}/{n}", empfehlung_id=e, sitzung_id=str(n), status=s) for e, n, s in gesagt
            ),
        ),
    )


def empfehlung(id_: str = "e-1", top: int = 0, status: str = Empfehlungsstatus.OFFEN, **mehr: object) -> Empfehlung:
    return Empfehlung.model_validate(
        {"id": id_, "top_id": f"t{top}", "text": "Mehr Wohnungen", "status": status} | mehr
    )


def massnahme(status: str, bis: date | None = None) -> Massnahme:
    return Massnahme(id=f"m-{status}", empfehlung_id="e-1", text="Gespräch", status=status, bis=bis)


@pytest.mark.parametrize(
    ("angaben", "massnahmen", "lage"),
    [
        ({}, [], Lage.OHNE_ANTWORT),
        ({"antwort_am": HEUTE + timedelta(1)}, [], Lage.OHNE_ANTWORT),
        ({"antwort": "Wird geprüft."}, [], Lage.BEANTWORTET),
        ({"status": Empfehlungsstatus.ANGENOMMEN}, [], Lage.ANGENOMMEN),
        (
            {"status": Empfehlungsstatus.ANGENOMMEN},
            [Massnahmenstatus.OFFEN, Massnahmenstatus.VERWORFEN],
            Lage.ANGENOMMEN,
        ),
        ({"status": Empfehlungsstatus.ANGENOMMEN}, [Massnahmenstatus.OFFEN, Massnahmenstatus.LAEUFT], Lage.IN_ARBEIT),
        ({"status": Empfehlungsstatus.ANGENOMMEN}, [Massnahmenstatus.ERLEDIGT], Lage.IN_ARBEIT),
        ({"status": Empfehlungsstatus.TEILWEISE}, [Massnahmenstatus.LAEUFT], Lage.TEILWEISE),
        ({"status": Empfehlungsstatus.ABGELEHNT, "grund": "Kein Geld"}, [], Lage.ABGELEHNT),
        ({"status": Empfehlungsstatus.ABGELEHNT}, [], Lage.ABGELEHNT_OHNE_GRUND),
        ({"status": Empfehlungsstatus.ERLEDIGT}, [Massnahmenstatus.LAEUFT], Lage.ERLEDIGT),
    ],
)
def test_where_one_stands(angaben: dict[str, object], massnahmen: list[str], lage: Lage) -> None:
    b = bestand([empfehlung(**angaben)], massnahmen=[massnahme(m) for m in massnahmen])  # type: ignore[arg-type]
    (weg,) = ruecklauf(b, "g", 2024, HEUTE)
    assert weg.lage == lage
    assert zaehle([weg]) == {lage: 1}


def test_one_year_one_theme_by_number_with_the_days_until_the_answer() -> None:
    b = bestand([empfehlung("e-10"), empfehlung("e-9", antwort_am=date(2024, 11, 3)), empfehlung("e-11", top=1)])
    assert [w.empfehlung.id for w in ruecklauf(b, "g", 2024, HEUTE)] == ["e-9", "e-10"]
    assert [w.tage_bis_antwort for w in ruecklauf(b, "g", 2024, HEUTE)] == [63, None]
    assert len(ruecklauf(b, "g", 2024, HEUTE, "wohnen")) == 2
    assert ruecklauf(b, "g", 2025, HEUTE, "wohnen") == ruecklauf(b, "g", 2023, HEUTE) == ()
    assert jahre(b, "g") == (2024, 2025)


def test_a_meeting_to_come_leads_to_what_it_will_hear_of() -> None:
    b = bestand([empfehlung(top=1)])
    alle = b.sitzungen["g"]
    # 2024 and 2026 were held and recommended nothing: that is what they show.
    assert [gezeigtes_jahr(b, s) for s in alle] == [2024, 2025, 2026, 2025]
    assert gezeigtes_jahr(bestand(), alle[3]) == 2027
    assert naechste_sitzung(b, "g", HEUTE) == alle[3]
    assert naechste_sitzung(b, "g", date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("angaben", "gesagt", "offen_bei"),
    [
        # Nothing told, nothing answered: on every later agenda.
        ({}, [], [1, 2, 3]),
        # Done, and told to the meeting of 2025: not on that of 2026.
        ({"status": Empfehlungsstatus.ERLEDIGT}, [(1, Empfehlungsstatus.ERLEDIGT)], [1]),
        (
            {"status": Empfehlungsstatus.ERLEDIGT},
            [(1, Empfehlungsstatus.ANGENOMMEN), (2, Empfehlungsstatus.ERLEDIGT)],
            [1, 2],
        ),
        # Done, and no meeting knows.
        ({"status": Empfehlungsstatus.ERLEDIGT}, [], [1, 2, 3]),
        ({"status": Empfehlungsstatus.ABGELEHNT, "grund": "Kein Geld"}, [(1, Empfehlungsstatus.ABGELEHNT)], [1]),
        # Refused without a reason, or taken up again: it stays.
        ({"status": Empfehlungsstatus.ABGELEHNT}, [(1, Empfehlungsstatus.ABGELEHNT)], [1, 2, 3]),
        ({"status": Empfehlungsstatus.ANGENOMMEN}, [(1, Empfehlungsstatus.ERLEDIGT)], [1, 2, 3]),
    ],
)
def test_what_a_meeting_carries_over(
    angaben: dict[str, object], gesagt: list[tuple[int, str]], offen_bei: list[int]
) -> None:
    b = bestand([empfehlung(**angaben)], [("e-1", n, s) for n, s in gesagt])  # type: ignore[arg-type]
    assert [int(s.id) for s in b.sitzungen["g"] if offene(b, s)] == offen_bei
    (weg,) = ruecklauf(b, "g", 2024, HEUTE)
    assert [int(s.sitzung.id) for s in weg.stationen] == offen_bei


def test_a_cancelled_meeting_and_the_meeting_after_the_next_are_no_stations() -> None:
    e = empfehlung()
    weg = werdegang(
        bestand(
            [e],
            status=(
                Sitzungsstatus.STATTGEFUNDEN,
                Sitzungsstatus.AUSGEFALLEN,
                Sitzungsstatus.GEPLANT,
                Sitzungsstatus.GEPLANT,
            ),
        ),
        e,
        HEUTE,
    )
    assert [s.sitzung.id for s in weg.stationen] == ["2"]


def test_the_state_of_a_former_day() -> None:
    e = empfehlung(status=Empfehlungsstatus.ERLEDIGT, antwort_am=date(2024, 12, 1))
    b = bestand([e], [("e-1", 1, Empfehlungsstatus.ANGENOMMEN), ("e-1", 2, Empfehlungsstatus.ERLEDIGT)])
    tage = (date(2024, 11, 30), date(2024, 12, 1), date(2025, 9, 1), date(2026, 8, 31), date(2026, 9, 1))
    assert [status_am(b, e, tag) for tag in tage] == [
        Empfehlungsstatus.OFFEN,
        *[Empfehlungsstatus.ANGENOMMEN] * 3,
        Empfehlungsstatus.ERLEDIGT,
    ]


def test_a_day_that_has_passed_is_said_only_of_what_is_not_done() -> None:
    gestern = HEUTE - timedelta(1)
    assert [termin_vorbei(massnahme(s, gestern), HEUTE) for s in Massnahmenstatus] == [True, True, False, False]
    assert not termin_vorbei(massnahme(Massnahmenstatus.LAEUFT, HEUTE), HEUTE)
    assert not termin_vorbei(massnahme(Massnahmenstatus.LAEUFT), HEUTE)


@st.composite
def _bestaende(draw: st.DrawFn) -> Gremienbestand:
    anzahl = draw(st.integers(0, 6))
    empfehlungen, gesagt = [], []
    for n in range(anzahl):
        herkunft = draw(st.integers(0, 3))
        empfehlungen.append(
            empfehlung(
                f"e-{n}",
                herkunft,
                draw(st.sampled_from(list(Empfehlungsstatus))),
                grund=draw(st.sampled_from(["", "Kein Geld"])),
                antwort=draw(st.sampled_from(["", "Ja"])),
                antwort_am=draw(st.none() | st.dates(date(2024, 9, 1), date(2028, 1, 1))),
            )
        )
        for spaeter in range(herkunft + 1, 4):
            if draw(st.booleans()):
                gesagt.append((f"e-{n}", spaeter, draw(st.sampled_from(list(Empfehlungsstatus)))))
    return bestand(empfehlungen, gesagt)


@given(b=_bestaende(), tag=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_each_stands_in_one_class_and_the_classes_add_up(b: Gremienbestand, tag: date) -> None:
    alle = [w for jahr in jahre(b, "g") for w in ruecklauf(b, "g", jahr, tag)]
    assert sorted(w.empfehlung.id for w in alle) == sorted(e.id for e in b.e.empfehlungen)
    assert sum(zaehle(alle).values()) == len(b.e.empfehlungen)
    assert all(w.lage in Lage for w in alle)


@given(b=_bestaende())
def test_nothing_leaves_the_agenda_before_a_meeting_heard_of_its_end(b: Gremienbestand) -> None:
    for e in b.e.empfehlungen:
        herkunft = b.sitzung_der(e)
        auf = [e in offene(b, s) for s in b.sitzungen["g"] if s.datum > herkunft.datum]
        gehoert = [
            any(r.sitzung_id == s.id and r.status == e.status for r in b.rueckmeldungen.get(e.id, ()))
            and (e.status == Empfehlungsstatus.ERLEDIGT or (e.status == Empfehlungsstatus.ABGELEHNT and bool(e.grund)))
            for s in b.sitzungen["g"]
            if s.datum > herkunft.datum
        ]
        assert auf[:1] in ([], [True])
        for n in range(1, len(auf)):
            # It left between two meetings only if the former heard of its end.
            assert auf[n] or not auf[n - 1] or gehoert[n - 1]
            assert not (auf[n] and gehoert[n - 1])


@given(b=_bestaende())
def test_after_everything_the_state_is_the_one_entered(b: Gremienbestand) -> None:
    assert all(status_am(b, e, date(2029, 1, 1)) == e.status for e in b.e.empfehlungen)
