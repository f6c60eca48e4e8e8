"""What the reading side sees of duties, the counts of a year, and what comes next."""

from datetime import date

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import belegbar, nach_aussen, nach_innen, naechste, zaehle
from analysis.pflichten.urteil import faelligkeiten, pflichtstaende
from models.pflichtworte import Pflichtstatus
from tests.pflichten import (
    WMK,
    kok,
    mit,
    nachweis,
    register,
    tag,
)


def test_outside_sees_the_clause_and_the_day_and_the_state_only_if_both_agreed() -> None:
    frei = [nachweis("R08", "2025", "freigabe", "02.06.2025", s) for s in ("traeger", "kreis")]
    beleg = nachweis("R08", "2025", "mitteilung", "28.04.2025", "kreis")
    alt = nachweis("R13", "2023", "dokument", "02.05.2023", "kreis")

    def sicht(bestand: Gremienbestand, wann: str) -> dict[tuple[str, str], Pflichtstatus | None]:
        return {(s.pflicht.rule, s.instanz): s.status for s in nach_aussen(pflichtstaende(bestand, tag(wann)))}

    eine, beide = mit(register(WMK), beleg, alt, frei[0]), mit(register(WMK), beleg, alt, *frei)
    assert sicht(eine, "02.06.2025")["R08", "2025"] is None
    assert sicht(beide, "01.06.2025")["R08", "2025"] is None
    assert sicht(beide, "02.06.2025")["R08", "2025"] == "erfuellt"
    assert sicht(beide, "02.06.2025")["R08", "2024"] is None
    assert sicht(register(WMK), "02.06.2025")["R01", "2024"] == "kein_beleg"
    # A year that is listed only because of an entry would tell that there is one.
    assert ("R13", "2023") not in sicht(eine, "02.06.2025")
    assert sicht(eine, "02.06.2025")["R13", "2025"] is None
    (verdeckt,) = [
        s
        for s in nach_aussen(pflichtstaende(eine, tag("02.06.2025")))
        if (s.pflicht.rule, s.instanz) == ("R08", "2025")
    ]
    assert (verdeckt.beleg, verdeckt.am, verdeckt.faellig) == (
        *("Wie es steht, ist nicht freigegeben.", None),
        tag("30.04.2025"),
    )


def test_nothing_kept_back_shows_outside() -> None:
    """Whatever is entered about duties of a partner: without both releases the outside is as if nothing were."""
    eintraege = [
        nachweis(s.pflicht.rule, s.instanz, art, "02.03.2025", "kreis")
        for s in pflichtstaende(register(WMK), tag("31.12.2025"))
        for art in ("mitteilung", "steht_aus", "entfaellt")
        if s.pflicht.zustaendig in ("partner", "kreis", "traeger")
    ]
    leer, voll = (
        nach_aussen(pflichtstaende(b, tag("31.12.2025"))) for b in (register(WMK), mit(register(WMK), *eintraege))
    )
    assert len(eintraege) > 50
    assert leer == voll


def test_counts_of_a_year_and_what_comes_next() -> None:
    staende = pflichtstaende(kok("15.05.2024", "13.11.2024"), tag("15.12.2024"))
    gezaehlt = zaehle(staende, 2024)
    assert gezaehlt[Pflichtstatus.ERFUELLT] == 2
    pflichten = [s for s in staende if s.jahr == 2024 and s.ist_pflicht]
    # The priority of § 4 is a direction: nothing can prove it, so it is listed and not counted.
    assert sum(gezaehlt.values()) == len(pflichten) - 1
    assert [s.pflicht.rule for s in pflichten if not belegbar(s.pflicht)] == ["R19"]
    assert list(gezaehlt) == [s for s in Pflichtstatus if s in gezaehlt]
    assert [(s.pflicht.rule, s.instanz) for s in naechste(staende, tag("15.12.2024"), 2)] == [
        *(("R05", "2024"), ("R03", "2026"))
    ]
    innen = nach_innen(staende)
    assert zaehle(innen, 2024) == gezaehlt
    assert sum(zaehle(nach_aussen(staende), 2024).values()) < sum(gezaehlt.values())
    tage = faelligkeiten(register(WMK), tag("01.01.2025"), tag("31.12.2025"))
    assert {(t, p.rule) for t, p, _ in tage} == {
        *((date(2025, 4, 30), r) for r in ("R08", "R09", "R10")),
        *((date(2025, 12, 31), r) for r in ("R01", "R02", "R03", "R05")),
    }
