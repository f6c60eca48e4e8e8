"""Laws of duties: a past day keeps its list, nothing is overdue without a day, and a right never is."""

from datetime import date, timedelta
from typing import Final

from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Pflichtstand, nach_aussen
from analysis.pflichten.urteil import pflichtstaende
from models.gremientabellen import Eintragung
from models.gremienworte import Sitzungsstatus
from models.pflichttabellen import Nachweis
from models.pflichtworte import EINMALIG, Kanal, Nachweisart, Partnerseite, Pflichtart, Pflichtstatus
from tests.pflichten import UNNA, WMK, amtszeit, mit, register, sitzung, teilnahme

GREMIEN: Final = {
    WMK: ("kok-wmk", "rpk-wmk", "begleitgruppe-itp-wmk", "qualitaetszirkel-wmk"),
    UNNA: ("lsp-unna", "lsp-ws-arbeit-unna"),
}
TAGE = st.dates(date(2022, 1, 1), date(2027, 6, 30))


@st.composite
def nachweise(draw: st.DrawFn, region: str) -> Nachweis:
    """An entry of any kind about any instance of any rule."""
    regel = draw(st.sampled_from([p.rule for p in register(region).e.pflichten]))
    instanz = draw(st.sampled_from([EINMALIG, "2023", "2024", "2025", "2026", "2024-05-15"]))
    art, seite = draw(st.sampled_from(Nachweisart)), draw(st.sampled_from(["", *Partnerseite]))
    kanal, wann = draw(st.sampled_from([None, *Kanal])), draw(TAGE)
    werte = {"rule": regel, "instanz": instanz, "art": art, "seite": seite, "kanal": kanal, "datum": wann}
    return Nachweis(id="/".join(map(str, werte.values())), region_slug=region, **werte)


@st.composite
def zeilen(draw: st.DrawFn, region: str) -> list[Eintragung]:
    """A meeting with attendance, an entry, or a term of the Geschäftsführung."""
    was = draw(st.sampled_from(("nachweis", "sitzung", "amtszeit")))
    if was == "nachweis":
        return [draw(nachweise(region))]
    wann = draw(TAGE)
    if was == "amtszeit":
        inhaber = draw(st.sampled_from(("LWV Hessen", "Werra-Meißner-Kreis")))
        return [amtszeit(inhaber, wann, wann + timedelta(days=draw(st.integers(0, 900))), draw(st.booleans()))]
    gremium = draw(st.sampled_from(GREMIEN[region]))
    termine = {
        k: wann + timedelta(days=n) for k, n in (("einladung_am", -20), ("protokoll_am", 20)) if draw(st.booleans())
    }
    da = teilnahme(gremium, wann, selbstvertretung=draw(st.sampled_from((None, 0, 2))), oertl_traeger=3)
    return [sitzung(gremium, wann, draw(st.sampled_from(Sitzungsstatus)), **termine), *da]


@st.composite
def bestaende(draw: st.DrawFn) -> Gremienbestand:
    """The register of a region with some rows beside it, no two meetings of a Gremium on a day."""
    region = draw(st.sampled_from((WMK, UNNA)))
    alle = {z.id: z for teil in draw(st.lists(zeilen(region), max_size=8)) for z in teil}
    vorhanden = {s.id for s in register(region).e.sitzungen}
    return mit(register(region), *(z for z in alle.values() if z.id not in vorhanden))


def _kern(staende: tuple[Pflichtstand, ...]) -> list[tuple[object, ...]]:
    """Everything but the sentence, which names the meetings still to come."""
    return [
        (s.pflicht.rule, s.instanz, s.jahr, s.status, s.faellig, s.am, s.freigegeben, s.synthetisch) for s in staende
    ]


@given(bestaende(), TAGE, st.data())
def test_a_row_of_a_later_day_changes_nothing(bestand: Gremienbestand, stand: date, data: st.DataObject) -> None:
    neu = [z for z in data.draw(zeilen(bestand.region)) if z.id not in {s.id for s in bestand.e.sitzungen}]
    kopf = neu[0] if neu else None
    wann = getattr(kopf, "datum", None) or getattr(kopf, "von", None)
    assume(wann is not None and wann > stand)
    vorher, nachher = (pflichtstaende(b, stand) for b in (bestand, mit(bestand, *neu)))
    assert _kern(nachher) == _kern(vorher)
    if isinstance(kopf, Nachweis):
        assert nachher == vorher


@given(bestaende(), TAGE)
def test_overdue_needs_a_day_that_has_passed_and_a_duty(bestand: Gremienbestand, stand: date) -> None:
    for s in pflichtstaende(bestand, stand):
        if s.status == Pflichtstatus.UEBERFAELLIG:
            assert s.ist_pflicht
            assert s.faellig is not None
            assert s.faellig < stand
        if s.pflicht.art != Pflichtart.PFLICHT:
            assert s.status in (Pflichtstatus.NICHT_ANWENDBAR, Pflichtstatus.ERFUELLT)
        assert s.beleg.endswith(".")
        assert s.pflicht.rule not in s.beleg
        assert s.am is None or s.am <= stand


@given(bestaende(), TAGE)
def test_each_instance_is_there_once_and_in_order(bestand: Gremienbestand, stand: date) -> None:
    staende = pflichtstaende(bestand, stand)
    schluessel = [(s.jahr, s.pflicht.rule, s.instanz) for s in staende]
    assert schluessel == sorted(schluessel)
    assert len({s[1:] for s in schluessel}) == len(schluessel)
    verdeckt = [s for s in nach_aussen(staende) if s.verdeckt]
    assert {s.beleg for s in verdeckt} <= {"Wie es steht, ist nicht freigegeben."}
    assert all(s.am is None and not s.synthetisch for s in verdeckt)
