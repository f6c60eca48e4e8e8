"""What is written about Gremien is read back as it was: for every KIND, in every format, whatever the texts say."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import fastexcel
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from commands.einlesen import Importauftrag, importiere
from data_access.gremien.buch import bild, schritt
from data_access.gremien.lesen import Eintragungen, fassung, lies
from data_access.gremien.uebernahme import uebernimm
from data_access.gremien.zeilen import Gespeichert, zeilen
from data_access.importing import lesen
from data_access.importing.gremienworte import LEER
from data_access.importing.personennamen import genannte
from models.formate import Spalte
from models.gremienformate import FORMATE
from models.gremientabellen import Bewertungsfrage
from presentation.exports.gremientafeln import DATEIFORMATE, als_csv, als_csv_excel, als_datei, rahmen, synthetisch
from tests.data_access.importing.werkzeug import KEIN_REGISTER
from tests.gremien import RUNDE, lege_gremien_an
from tests.installation import JETZT, recht

ZEICHEN = st.sampled_from(list("abzÄÖÜäöüß059 ;,\"'|=+-@§–„“()/.:%&<>#*_\\"))
TEXT = st.text(ZEICHEN, min_size=1, max_size=25).map(str.strip).filter(lambda t: t and not genannte(t))
# A part of a list holds no separator; a name of an office is none of a person and no sign for "unknown".
TEIL = TEXT.map(lambda t: f"Rat {t}".replace("|", "").replace("@", "").strip())
TAGE = st.dates(date(2000, 1, 1), date(2090, 12, 31))
STELLEN = {"organisation", "inhaber", "verantwortlich", "an", "name"}


def wert(kind: str, s: Spalte) -> st.SearchStrategy[Any]:
    """Any valid value of a column, as a row that was read has it."""
    stoffe: dict[str, st.SearchStrategy[Any]] = {
        "kuerzel": st.from_regex(r"[a-z][a-z0-9-]{0,12}[a-z]", fullmatch=True).filter(lambda k: k not in LEER),
        "text": TEIL if s.name in STELLEN else TEXT,
        "tag": TAGE,
        "zahl": st.integers(s.minimum, s.maximum or 999),
        "wort": st.sampled_from(s.worte or ("",)),
        "ja_nein": st.booleans(),
        "liste": st.lists(TEIL, min_size=int(s.pflicht), max_size=3),
    }
    stoff = stoffe[s.typ]
    return stoff if s.pflicht or s.typ == "liste" else st.none() | stoff


@pytest.mark.parametrize("kind", FORMATE)
@given(st.data())
@settings(max_examples=2, phases=[Phase.generate])
def test_rows_of_any_kind_come_back_cell_by_cell(kind: str, stoff: st.DataObject) -> None:
    """Contradictions between cells are not the matter here: only what is ok or refused for that reason counts."""
    reihe = st.fixed_dictionaries({s.name: wert(kind, s) for s in FORMATE[kind].spalten})
    erster = FORMATE[kind].schluessel[0]
    reihen: list[dict[str, Any]] = stoff.draw(st.lists(reihe, min_size=6, max_size=6, unique_by=lambda z: z[erster]))
    with pytest.MonkeyPatch.context() as m:
        m.setattr("presentation.exports.gremientafeln.zeilen", lambda *_: [Gespeichert(z) for z in reihen])
        dateien = {
            "csv": als_csv(kind, Eintragungen()),
            "csv-excel": als_csv_excel(kind, Eintragungen()),
            "xlsx": als_datei([kind], Eintragungen(), "xlsx", "Kreis"),
        }
        m.setattr("data_access.importing.gremien.maengel", lambda *_: [])
        m.setattr("data_access.importing.gremien.maengel_der_teilnahme", lambda *_: [])
        for form, inhalt in dateien.items():
            gelesen = lesen.lies(inhalt, f"x.{form}", KEIN_REGISTER, art=kind)
            assert gelesen.gremien is not None, (form, gelesen.befund)
            assert [dict(p.zeile) for p in gelesen.gremien.posten] == reihen, form


GEZOGEN = ("teilnahmen", "tops", "empfehlungen", "rueckmeldungen", "bewertungen")
GRUPPEN = st.sampled_from(["selbstvertretung", "eutb", "kommune"])
ZAHLEN = st.none() | st.integers(0, 50)


@given(
    st.sampled_from(DATEIFORMATE),
    st.dictionaries(st.tuples(GRUPPEN, st.none() | TEIL), st.tuples(ZAHLEN, ZAHLEN), max_size=5),
    st.dictionaries(st.integers(1, 9), st.tuples(TEXT, st.none() | TEXT), max_size=4),
    st.lists(st.tuples(TEXT, st.none() | st.dates(date(2025, 9, 22), date(2090, 12, 31))), max_size=3),
    st.lists(st.none() | st.integers(1, 4), max_size=4),
)
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_drawn_comes_back_as_an_empty_step(
    klein: Path,
    format_: str,
    teilnahmen: dict[tuple[str, str | None], tuple[int | None, int | None]],
    tops: dict[int, tuple[str, str | None]],
    empfehlungen: list[tuple[str, date | None]],
    bewertungen: list[int | None],
) -> None:
    lege_gremien_an()
    tag = date(2025, 9, 22)
    ort = {"gremium": RUNDE, "datum": tag}
    spaeter = {"gremium": RUNDE, "datum": date(2026, 9, 21)}
    with schritt(recht(), "kleinkreis", "eingetragen", JETZT) as offen:
        uebernimm(offen, "sitzungen", [spaeter])
        for (gruppe, stelle), (eingeladen, anwesend) in teilnahmen.items():
            werte = {"gruppe": gruppe, "organisation": stelle, "eingeladen": eingeladen, "anwesend": anwesend}
            uebernimm(offen, "teilnahmen", [ort | werte])
        for nummer, (titel, ergebnis) in {1: ("Rücklauf", None), **tops}.items():
            uebernimm(offen, "tops", [ort | {"top": nummer, "titel": titel, "ergebnis": ergebnis}])
        for i, (text, antwort_am) in enumerate(empfehlungen):
            werte = {"empfehlung": f"x{i}", "top": 1, "text": text, "status": "offen", "antwort_am": antwort_am}
            uebernimm(offen, "empfehlungen", [ort | werte])
            uebernimm(offen, "rueckmeldungen", [spaeter | {"empfehlung": f"x{i}", "status": "offen", "text": text}])
        offen.setze(Bewertungsfrage(id="gp", region_slug="kleinkreis", nummer=1, text="?", jahr_von=2024))
        for seite, wert_ in zip(("traeger", "kreis", "leistungserbringer"), bewertungen, strict=False):
            uebernimm(offen, "bewertungen", [{"frage": "gp", "jahr": 2024, "seite": seite, "wert": wert_}])
    _kommt_leer_zurueck(GEZOGEN, format_)


@pytest.mark.parametrize("format_", DATEIFORMATE)
def test_everything_else_comes_back_as_an_empty_step(klein: Path, format_: str) -> None:
    lege_gremien_an()
    _kommt_leer_zurueck([k for k in FORMATE if k not in GEZOGEN], format_)


def _kommt_leer_zurueck(kinds: Iterable[str], format_: str) -> None:
    e = lies("kleinkreis")
    vorher, stand = fassung("kleinkreis"), _alles(e)
    for kind in kinds:
        if zeilen(kind, e):
            inhalt = als_datei([kind], e, format_, "Kleinkreis")
            auftrag = Importauftrag(kind, inhalt, f"x.{format_}", antworten={"abweichend": "ersetzen"})
            ergebnis = importiere(recht(), auftrag, JETZT)
            if not _widerspricht_sich(ergebnis.befund.als_objekt()):
                assert ergebnis.unveraendert, (kind, format_, ergebnis.befund)
    assert (fassung("kleinkreis"), _alles(lies("kleinkreis"))) == (vorher, stand)


def _widerspricht_sich(befund: Mapping[str, Any]) -> bool:
    """Institutions may be drawn larger than their group, which no form would take."""
    return bool(befund["fehler"]) and all("haben zusammen" in f["grund"] for f in befund["fehler"])


def _alles(e: Eintragungen) -> list[dict[str, Any]]:
    return [bild(z) for tabelle in vars(e).values() for z in tabelle]


def test_the_csv_is_that_of_the_contract(klein: Path) -> None:
    lege_gremien_an()
    e = lies("kleinkreis")
    kopf, *rest = als_csv("teilnahmen", e).decode().splitlines()
    assert kopf == "gremium;datum;gruppe;organisation;eingeladen;anwesend;rederecht_genutzt"
    assert "runde;2023-09-18;insgesamt;;;20;" in rest
    assert "runde;2024-09-23;selbstvertretung;;3;2;1" in rest
    fuer_menschen = als_csv_excel("teilnahmen", e).decode("utf-8-sig").splitlines()
    assert "runde;23.09.2024;selbstvertretung;;3;2;1" in fuer_menschen
    assert als_csv_excel("sitzungen", e).startswith(b"\xef\xbb\xbf")


def test_the_workbook_has_a_sheet_a_kind_and_says_what_is_invented(klein: Path) -> None:
    lege_gremien_an()
    mappe = fastexcel.read_excel(als_datei(list(FORMATE), lies("kleinkreis"), "xlsx", "Kleinkreis"))
    assert mappe.sheet_names == list(FORMATE)
    hinweis = mappe.load_sheet("sitzungen", header_row=None, skip_rows=0, dtypes="string").to_polars().row(1)[0]
    assert hinweis == "Angaben zu Gremien, nur Stellen, Gruppen und Anzahlen. Leer heißt: keine Angabe, nicht 0."
    assert not synthetisch(lies("kleinkreis"))
    with schritt(recht(), "kleinkreis", "Vorführung", JETZT) as offen:
        uebernimm(offen, "sitzungen", [{"gremium": RUNDE, "datum": date(2027, 1, 1), "status": "geplant"}], True)
    assert synthetisch(lies("kleinkreis"))


def test_every_kind_can_be_written(klein: Path) -> None:
    lege_gremien_an()
    for kind, f in FORMATE.items():
        assert tuple(rahmen(kind, lies("kleinkreis")).columns) == f.namen
        assert all(set(g.zeile) == set(f.namen) for g in zeilen(kind, lies("kleinkreis")))
