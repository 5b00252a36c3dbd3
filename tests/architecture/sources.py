"""Where the project's texts are; every scan starts here, so that none can pass by seeing nothing."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "desktop"
TEXT_SUFFIXES = {
    ".py",
    ".toml",
    ".txt",
    ".md",
    ".sh",
    ".qss",
    ".spec",
    ".service",
    ".yml",
    ".ts",
    ".svg",
    ".in",
    "",
}
MADE_BY_MACHINES = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", "node_modules"}


def found(folder: Path, suffixes: set[str], *, at_least: int = 1) -> list[Path]:
    """The files below `folder`, sorted; fails when there are fewer than `at_least`."""
    files = sorted(path for path in _walk(folder) if path.suffix in suffixes)
    assert len(files) >= at_least, f"only {len(files)} files with {sorted(suffixes)} below {folder}"
    return files


def modules(folder: Path = DESKTOP, *, at_least: int = 1) -> list[Path]:
    """The Python files below `folder`."""
    return found(folder, {".py"}, at_least=at_least)


def texts() -> list[Path]:
    """Every file that a person reads or a tool runs, in the whole project."""
    return found(ROOT, TEXT_SUFFIXES, at_least=30)


def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def short(path: Path) -> str:
    """The path as README writes it."""
    return path.relative_to(ROOT).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    for directory, folders, names in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if name not in MADE_BY_MACHINES and not name.endswith(("_cache", ".egg-info"))
        ]
        yield from (Path(directory, name) for name in names if name not in MADE_BY_MACHINES)
