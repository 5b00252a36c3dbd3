"""Rules of the house that no other tool checks: clocks, fakes, names, unfinished work, addresses."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import DESKTOP, ROOT, found, modules, short, texts, tree

PURE = ("rules", "models", "services", "protocol", "documents")
EMPTY_NAMES = {
    "Manager",
    "Helper",
    "Helpers",
    "Util",
    "Utils",
    "Handler",
    "Controller",
    "Processor",
    "Base",
    "Impl",
    "Data",
    "Info",
    "Misc",
}
CAMEL_WORD = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|X{3}|HAC[K])\b")
ADDRESS = re.compile(
    r"(?:pyp[i]|pythonhosted|npmj[s]|debia[n]|ubunt[u])\.(?:org|com|net)|(?<!emit-)index-ur[l]|(?<!emit-)find-link[s]|/wor[k]/(?:main|shared)"
)


def clock_readings(module: ast.Module) -> list[str]:
    """Calls that read the clock, with their line; `now(UTC)` says its zone, `now()` does not."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_clock(node):
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def is_clock(call: ast.Call) -> bool:
    """`datetime.now`, `date.today` and their like."""
    owner, name = ast.unparse(call.func).rpartition(".")[::2]
    return (
        owner.endswith(("datetime", "date")) and name in {"now", "utcnow", "today"}
    ) or owner + name == "timetime"


def empty_names(module: ast.Module) -> list[str]:
    """Classes whose name says nothing about what they are."""
    classes = [node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    return [name for name in classes if EMPTY_NAMES & set(CAMEL_WORD.findall(name))]


def mocks(module: ast.Module) -> list[str]:
    """Imports of mocks; fakes are written by hand."""
    names = [alias.name for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names]
    names += [
        f"{node.module}.{alias.name}"
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return [name for name in names if name.startswith(("unittest.mock", "mock", "pytest_mock"))]


def test_the_clock_is_never_read_without_a_time_zone() -> None:
    naive = re.compile(r"(?:now|today|utcnow)\(\)$")
    everywhere = modules(at_least=20) + modules(ROOT / "tests", at_least=5)
    readings = {
        short(path): [r for r in clock_readings(tree(path)) if naive.search(r)] for path in everywhere
    }
    assert {name: found for name, found in readings.items() if found} == {}


def test_rules_services_and_papers_are_told_the_time() -> None:
    pure = [path for package in PURE for path in modules(DESKTOP / package)]
    assert {short(path): found for path in pure if (found := clock_readings(tree(path)))} == {}


def test_every_fake_is_written_by_hand() -> None:
    everywhere = modules(at_least=20) + modules(ROOT / "tests", at_least=5)
    assert {short(path): found for path in everywhere if (found := mocks(tree(path)))} == {}


def test_no_name_is_empty() -> None:
    paths = modules(at_least=20)
    assert {short(path): found for path in paths if (found := empty_names(tree(path)))} == {}
    stems = {name.lower() for name in EMPTY_NAMES}
    assert [short(path) for path in paths if stems & set(path.stem.split("_"))] == []


def test_nothing_is_left_unfinished() -> None:
    code = [
        path
        for path in texts()
        if path.suffix in {".py", ".toml", ".sh", ".qss", ".spec"} or path.name == "Makefile"
    ]
    assert [short(path) for path in code if UNFINISHED.search(path.read_text("utf-8"))] == []


def test_no_file_names_an_index_or_a_machine() -> None:
    assert [short(path) for path in texts() if ADDRESS.search(path.read_text("utf-8"))] == []


def test_the_lock_pins_every_package_with_hashes() -> None:
    lines = (ROOT / "packaging" / "requirements.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if re.match(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\$", line)]
    starts = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert pinned == starts
    assert len(pinned) >= 40


def test_packaging_never_shadows_the_library_of_that_name() -> None:
    found(ROOT / "packaging", {".txt", ".spec", ".sh"}, at_least=3)
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


@pytest.mark.parametrize(
    ("see", "code"),
    [
        (clock_readings, "datetime.now()"),
        (clock_readings, "datetime.datetime.now(UTC)"),
        (clock_readings, "date.today()"),
        (clock_readings, "time.time()"),
        (empty_names, "class PaymentManager: ..."),
        (empty_names, "class TenantInfo(Record): ..."),
        (mocks, "from unittest.mock import Mock"),
        (mocks, "from unittest import mock"),
    ],
)
def test_a_breach_is_seen(see, code: str) -> None:  # noqa: ANN001
    assert see(ast.parse(code))


@pytest.mark.parametrize(
    ("see", "code"),
    [(clock_readings, "clock.now()"), (empty_names, "class Database: ..."), (mocks, "import unittest")],
)
def test_what_is_allowed_passes(see, code: str) -> None:  # noqa: ANN001
    assert see(ast.parse(code)) == []


@pytest.mark.parametrize(
    "text", ["# TO" + "DO later", "https://py" + "pi.org/simple", "/wor" + "k/main/desktop"]
)
def test_unfinished_work_and_addresses_are_seen(text: str, tmp_path: Path) -> None:
    assert UNFINISHED.search(text) or ADDRESS.search(text)
