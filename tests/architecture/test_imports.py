"""Who may import whom: the contracts of pyproject.toml hold, and each turns red on a planted violation."""

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports

from tests.architecture.sources import DESKTOP, ROOT, modules

CONFIGURATION = str(ROOT / "pyproject.toml")
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["id"]: contract for contract in read_configuration(CONFIGURATION)["contracts_options"]
}
LAYERS: list[str] = CONTRACTS["layers"]["layers"]
QT_FREE: list[str] = CONTRACTS["qt"]["source_modules"]


def names_in(layer: str) -> list[str]:
    """`views | central` names two siblings, `(app)` may be missing."""
    return [word.strip(" ()") for word in layer.replace(":", "|").split("|")]


def upward_imports() -> list[tuple[str, str]]:
    """One planted import from each layer into the one above it, and one between siblings."""
    named = [names_in(layer) for layer in LAYERS]
    pairs = [(lower, upper[0]) for upper, lower_layer in pairwise(named) for lower in lower_layer]
    siblings = [names_in(layer) for layer in LAYERS if "|" in layer]
    return pairs + [(names[1], names[0]) for names in siblings]


PLANTS = [
    *(("layers", lower, f"import desktop.{upper}") for lower, upper in upward_imports()),
    ("layers", "novelty", "'''A package that nobody gave a place.'''"),
    ("modes", "views/kiosk", "import desktop.views.counter"),
    ("modes", "views/counter", "import desktop.views.kiosk"),
    *(("qt", module.removeprefix("desktop."), "from PySide6.QtCore import QObject") for module in QT_FREE),
    ("presenters", "views/kiosk/novelty/presenter", "from PySide6.QtCore import QObject"),
    ("presenters", "views/counter/novelty/presenter", "from PySide6.QtCore import QObject"),
    ("network", "views", "import requests"),
    ("network", "services", "import requests"),
    ("server", "sync", "import fastapi"),
    ("server", "services", "import uvicorn"),
    ("screens", "views/kiosk", "from sqlalchemy import select"),
    ("screens", "views/counter", "import desktop.models"),
    ("papers", "services", "from reportlab.pdfgen import canvas"),
    (
        "cycles",
        "services",
        "import desktop.services.second",
        "services/second",
        "import desktop.services.planted",
    ),
]


def kept(*contracts: str) -> bool:
    """Whether the named contracts (all, when none is named) hold for the `desktop` first on the path."""
    return lint_imports(CONFIGURATION, contracts, cache_dir=None, is_debug_mode=True, no_logo=True)


@pytest.fixture
def skeleton(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packages and modules without their code, first on the path."""
    for path in modules(at_least=20):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name == "desktop" or name.startswith("desktop.")]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path / "desktop"


def plant(desktop: Path, place: str, code: str) -> None:
    """Put `code` into the package or module `place`; a folder gets a new module `planted`."""
    where = desktop / place
    if where.is_dir():
        where = where / "planted"
    where.parent.mkdir(parents=True, exist_ok=True)
    (where.parent / "__init__.py").touch()
    where.with_suffix(".py").write_text(code + "\n", encoding="utf-8")


def test_the_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert kept(), capsys.readouterr().out


def test_every_package_has_its_place_in_the_layers() -> None:
    contract = CONTRACTS["layers"]
    assert contract["exhaustive"] in {True, "True"}
    placed = {name for layer in LAYERS for name in names_in(layer)} | set(contract["exhaustive_ignores"])
    there = {path.stem if path.is_file() else path.name for path in DESKTOP.iterdir() if is_importable(path)}
    assert there <= placed
    assert len(there) >= 12


def is_importable(path: Path) -> bool:
    """A module or a package, and not the mark of the package itself."""
    return (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem != "__init__")


def test_each_kind_of_contract_has_a_planted_violation() -> None:
    assert {plant[0] for plant in PLANTS} == set(CONTRACTS)


def test_a_clean_skeleton_keeps_every_contract(skeleton: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kept(), capsys.readouterr().out


@pytest.mark.parametrize(
    "planted", PLANTS, ids=lambda planted: f"{planted[0]}-{planted[1]}-{planted[2][-24:]}"
)
def test_a_planted_violation_breaks_its_contract(skeleton: Path, planted: tuple[str, ...]) -> None:
    contract, *lines = planted
    for place, code in zip(lines[::2], lines[1::2], strict=True):
        plant(skeleton, place, code)
    assert not kept(contract)
