"""On a system that is not Unix the program starts, and its tests are at least found."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import ROOT, modules, short, tree

ONLY_ON_UNIX = {
    "fcntl",
    "grp",
    "posix",
    "pty",
    "pwd",
    "resource",
    "spwd",
    "syslog",
    "termios",
    "tty",
    "uvloop",
}


def imported_at_the_top(path: Path) -> Iterator[str]:
    """The modules that a file needs as soon as it is imported, by their first word."""
    for node in tree(path).body:
        match node:
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(module)):
                yield module.partition(".")[0]


def test_no_file_needs_what_only_unix_has_before_it_is_used() -> None:
    files = [*modules(at_least=400), *modules(ROOT / "tests", at_least=200)]
    benchmarks = ROOT / "tests" / "benchmarks"
    found = {
        short(path): only
        for path in files
        if benchmarks not in path.parents and (only := ONLY_ON_UNIX & {*imported_at_the_top(path)})
    }
    assert found == {}
