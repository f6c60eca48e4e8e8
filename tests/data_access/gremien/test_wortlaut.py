"""Everything the shipped register calls a wording is found in its document, word by word."""

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data_access.einstellungen import PROJEKT
from data_access.gremien.mitgeliefert import REGISTER, lies_datei
from data_access.gremien.verweise import Zeile

SEEDS = Path(os.environ.get("SRB_SHARED", PROJEKT.parent / "shared")) / "seeds"
DOKUMENTE = {
    "werra-meissner-kreis": SEEDS / "kooperationsvereinbarung_lwv_hessen_wmk.txt",
    "kreis-unna": SEEDS / "lsp_kreis_unna.txt",
}
WORTLAUT = {
    "bestimmungen": "wortlaut",
    "gremien": "takt_wortlaut",
    "sitze": "organisation",
    "rollen": "regel",
    "pflichten": "wortlaut",
    "widersprueche": "wortlaute",
}
"""KIND -> its column that holds the words of the source. „[…]“ marks what is left out."""
ZUSAMMENFASSUNG = "Zusammenfassung, kein Wortlaut des Gesetzes."
"""Begins the note of a duty whose words are ours: its law is no document of ours."""


def _glatt(text: str) -> str:
    """One space between words, no tags of the source, none around a slash."""
    return re.sub(r"\s*/\s*", "/", " ".join(re.sub(r"<[^>]+>", " ", text).split()))


def _teile(zitat: str) -> list[str]:
    """The parts of a quotation between its brackets, without the full stop it ends with here."""
    teile = (_glatt(t).strip(" .,:;") for t in re.split(r"\[[^\]]*\]", zitat))
    return [t for t in teile if t]


def _steht(zitat: str, dokument: str) -> bool:
    """Whether the parts stand in the document in their order. A noun may be bent there („Kreises Unna“)."""
    muster = ".*?".join(re.sub(r"(\w)(?=\\ |$)", r"\1(?:e?[sn])?", re.escape(t)) for t in _teile(zitat))
    return bool(muster) and re.search(rf"(?<!\w){muster}(?!\w)", dokument) is not None


def _zitate(ordner: Path) -> Iterator[str]:
    for datei in sorted(ordner.glob("*.csv")):
        with datei.open(encoding="utf-8", newline="") as f:
            for zeile in csv.DictReader(f, delimiter=";"):
                wortlaut = zeile.get(WORTLAUT.get(datei.stem, ""), "")
                if wortlaut and not zeile.get("notiz", "").startswith(ZUSAMMENFASSUNG):
                    yield from wortlaut.split("|")
                yield from re.findall(r"„([^“]+)“", " ".join(zeile.values()))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="Die Dokumente liegen nicht neben dem Projekt (seeds).")
@pytest.mark.parametrize("region", DOKUMENTE)
def test_wordings_and_quotations_are_those_of_the_document(region: str) -> None:
    dokument = _glatt(DOKUMENTE[region].read_text(encoding="utf-8"))
    zitate = list(_zitate(REGISTER / region))
    assert len(zitate) > 10
    assert [z for z in zitate if not _steht(z, dokument)] == []


def test_only_duties_of_a_law_are_summed_up_and_each_names_its_norm() -> None:
    pflichten = [z for region in DOKUMENTE for z in lies_datei(REGISTER / region / "pflichten.csv")]
    assert [z["rule"] for z in pflichten] == [f"R{n:02}" for n in range(1, 31)]
    eigene = [z for z in pflichten if (z["notiz"] or "").startswith(ZUSAMMENFASSUNG)]
    assert [z["rule"] for z in eigene] == ["R27", "R28", "R29", "R30"]
    assert all(z["rechtsgrundlage"] and "AG-SGB" in z["klausel"] for z in eigene)


def test_a_norm_says_whether_it_was_read() -> None:
    gelesen = {z["rechtsgrundlage"]: z["gelesen"] for r in DOKUMENTE for z in _normen(r)}
    assert {name for name, ja in gelesen.items() if ja} == {
        *(f"hag-{n}-wmk" for n in ("2-alt", "2-neu", "5-alt", "6-alt", "7-alt")),
        *("ag-sgb-ix-nrw-5-unna", "ag-sgb-xii-nrw-8-unna", "un-brk-gc7-wmk", "un-brk-gc7-unna"),
    }
    for z in (z for r in DOKUMENTE for z in _normen(r)):
        assert ("Auszug" in z["notiz"]) if z["gelesen"] else (z["notiz"].startswith("Zu prüfen") and not z["quelle"])


def _normen(region: str) -> list[Zeile]:
    return lies_datei(REGISTER / region / "rechtsgrundlagen.csv")


def test_a_wording_that_says_more_or_less_is_found_out() -> None:
    quelle = "Der Kreis des Landes tagt mindestens zweimal jährlich. Andere Träger (z.B. Kassen) können kommen."
    assert _steht("mindestens zweimal jährlich", quelle)
    assert _steht("Kreis des Land", quelle)
    assert _steht("Andere Träger […] können kommen.", quelle)
    assert not _steht("zweimal im Jahr", quelle)
    assert not _steht("Andere Träger können kommen.", quelle)
    assert not _steht("können kommen […] Andere Träger", quelle)
    assert not _steht("mindestens zweimal jähr", quelle)
