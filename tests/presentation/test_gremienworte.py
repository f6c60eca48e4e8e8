"""Every word of the closed lists has a German name, and no two of a list share one."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from models import gremienworte
from models.vokabular import INSGESAMT
from presentation.texts import gremien

NAMEN: dict[type[StrEnum], Mapping[str, str]] = {
    gremienworte.Gruppe: gremien.GRUPPEN,
    gremienworte.Gremientyp: gremien.TYPEN,
    gremienworte.Verbindlichkeit: gremien.VERBINDLICHKEITEN,
    gremienworte.Stimmrecht: gremien.STIMMRECHTE,
    gremienworte.Bestimmungsart: gremien.BESTIMMUNGEN,
    gremienworte.Sitzungsstatus: gremien.SITZUNGSSTATUS,
    gremienworte.Sitzungsform: gremien.SITZUNGSFORMEN,
    gremienworte.Barriereart: gremien.BARRIEREN,
    gremienworte.Barrierestand: gremien.BARRIERESTAENDE,
    gremienworte.Topart: gremien.TOPARTEN,
    gremienworte.Empfehlungsstatus: gremien.EMPFEHLUNGEN,
    gremienworte.Massnahmenstatus: gremien.MASSNAHMEN,
    gremienworte.Seite: gremien.SEITEN,
}


@pytest.mark.parametrize("liste", NAMEN, ids=lambda liste: liste.__name__)
def test_every_word_is_named(liste: type[StrEnum]) -> None:
    worte = NAMEN[liste]
    assert set(worte) - {INSGESAMT} == {str(w) for w in liste}
    assert len(set(worte.values())) == len(worte)


def test_no_list_is_forgotten() -> None:
    alle = {
        w for w in vars(gremienworte).values() if isinstance(w, type) and issubclass(w, StrEnum) and w is not StrEnum
    }
    assert alle == set(NAMEN)
