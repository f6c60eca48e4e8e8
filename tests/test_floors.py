"""The house: six floors, imports only go down, and what each floor may not know (docs/adr/0001)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJEKT = Path(__file__).resolve().parents[1]
FLOORS = {"models": 0, "data_access": 1, "analysis": 2, "presentation": 3, "pages": 4}
OBEN = {"app.py": 5, "server.py": 5, "cli.py": 5, "commands": 5, "serving": 5}


def _dateien() -> list[Path]:
    wurzeln = [*FLOORS, "commands", "serving"]
    return [
        *(PROJEKT / n for n in OBEN if n.endswith(".py")),
        *(d for w in wurzeln for d in (PROJEKT / w).rglob("*.py")),
    ]


def _importe(datei: Path) -> Iterator[str]:
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.Import):
            yield from (name.name for name in knoten.names)
        elif isinstance(knoten, ast.ImportFrom) and knoten.module:
            assert knoten.level == 0, f"{datei}: relativer Import"
            yield from (f"{knoten.module}.{name.name}" for name in knoten.names)


def _stufe(name: str) -> int | None:
    erster = name.split(".")[0]
    return FLOORS.get(erster, OBEN.get(erster, OBEN.get(f"{erster}.py")))


def _relativ(datei: Path) -> str:
    return datei.relative_to(PROJEKT).as_posix()


@pytest.mark.parametrize("datei", _dateien(), ids=_relativ)
def test_imports_only_go_down(datei: Path) -> None:
    eigene = _stufe(_relativ(datei).split("/")[0].removesuffix(".py"))
    assert eigene is not None
    for name in _importe(datei):
        fremde = _stufe(name)
        assert fremde is None or fremde <= eigene, f"{_relativ(datei)} importiert {name}"


VERBOTEN = {
    "streamlit": lambda p: not (p == "app.py" or p.startswith(("pages/", "presentation/ui/"))),
    "altair": lambda p: not p.startswith("presentation/"),
    "pydeck": lambda p: not p.startswith("presentation/"),
    "sqlalchemy": lambda p: not p.startswith(("data_access/", "models/")),
    "sqlmodel": lambda p: not p.startswith(("data_access/", "models/")),
    "polars": lambda p: p.startswith("pages/"),
    "models": lambda p: p.startswith("pages/"),
    "data_access": lambda p: p.startswith(("pages/", "analysis/kennzahlen/", "analysis/geheimhaltung/")),
    "data_access.roh": lambda p: not p.startswith(("data_access/roh/", "commands/", "analysis/freigabe/")),
    "models.roh_tabellen": lambda p: not p.startswith("data_access/roh/"),
    "analysis.freigabe": lambda p: not p.startswith(("commands/", "analysis/freigabe/", "cli.py")),
}


@pytest.mark.parametrize("datei", _dateien(), ids=_relativ)
def test_each_floor_knows_only_its_tools(datei: Path) -> None:
    pfad = _relativ(datei)
    for name in _importe(datei):
        for verboten, gilt in VERBOTEN.items():
            if name == verboten or name.startswith(f"{verboten}."):
                assert not gilt(pfad), f"{pfad} importiert {name}"


def test_nothing_that_serves_loads_the_raw_side() -> None:
    """Follows every import from app.py and server.py."""
    offen, gesehen = [PROJEKT / "app.py", PROJEKT / "server.py"], set()
    while offen:
        datei = offen.pop()
        if datei in gesehen:
            continue
        gesehen.add(datei)
        for name in _importe(datei):
            teile = name.split(".")
            for laenge in range(len(teile), 0, -1):
                pfad = PROJEKT.joinpath(*teile[:laenge])
                treffer = pfad.with_suffix(".py") if pfad.with_suffix(".py").exists() else pfad / "__init__.py"
                if treffer.exists():
                    offen.append(treffer)
                    break
    geladen = {_relativ(d) for d in gesehen}
    assert "pages/lage/zahlen.py" in geladen
    assert not {p for p in geladen if p.startswith(("data_access/roh", "commands/", "analysis/freigabe/"))}


def test_only_folders_lie_in_pages() -> None:
    assert [d.name for d in (PROJEKT / "pages").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("datei", _dateien(), ids=_relativ)
def test_files_fit_on_a_few_screens(datei: Path) -> None:
    zeilen = len(datei.read_text(encoding="utf-8").splitlines())
    assert zeilen <= (100 if _relativ(datei).startswith("pages/") else 320)
