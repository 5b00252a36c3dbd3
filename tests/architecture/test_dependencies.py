"""Every library the product imports is declared, and every declared one is imported."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.sources import DESKTOP, ROOT, modules, tree

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ONLY_CENTRAL = DESKTOP / "central"
TAKEN_UP_BY_OTHERS = {"uvloop", "httptools", "tzdata"}
"""By uvicorn and by zoneinfo, where they are there."""


def canonical(name: str) -> str:
    """`PySide6-Essentials==6.11.3` and `pyside6_essentials` are one package."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", name)[0]).lower()


def imported(paths: list[Path]) -> set[str]:
    """Top-level names of the foreign packages these modules import."""
    names = set()
    for path in paths:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"desktop"}


def distributions(names: set[str]) -> set[str]:
    """The packages that provide these names."""
    providers = packages_distributions()
    return {
        canonical(providers[name][0]) if name in providers else f"not installed: {name}" for name in names
    }


def test_what_is_imported_is_what_is_declared() -> None:
    declared = {canonical(name) for name in PROJECT["dependencies"]}
    extra = {canonical(name) for name in PROJECT["optional-dependencies"]["central"]}
    used = distributions(imported(modules(at_least=20)))
    assert used - declared - extra == set(), "imported, not declared"
    assert declared | extra == used | {"pyside6-essentials"} | TAKEN_UP_BY_OTHERS, "declared, not imported"


def test_a_station_runs_without_what_only_central_needs() -> None:
    extra = {canonical(name) for name in PROJECT["optional-dependencies"]["central"]}
    station = [path for path in modules(at_least=20) if ONLY_CENTRAL not in path.parents]
    assert distributions(imported(station)) & extra == set()


def test_every_declared_package_is_locked() -> None:
    lock = (ROOT / "packaging" / "requirements.txt").read_text("utf-8")
    locked = {canonical(line) for line in lock.splitlines() if "==" in line}
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    assert {canonical(name) for group in groups for name in group} <= locked
