"""One word, one meaning: no class name stands in two files, save a pair of kiosk and counter."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.sources import DESKTOP, modules, short, tree

STATIONS = ["counter", "kiosk"]


def classes(module: ast.Module) -> list[str]:
    """Every class of a module, inner ones too."""
    return [node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef)]


def one_screen(paths: Iterable[Path]) -> bool:
    """Whether these files are the kiosk's and the counter's of one screen, one each."""
    folders = [path.parent for path in paths]
    return (
        sorted(folder.parent.name for folder in folders) == STATIONS
        and len({folder.name for folder in folders}) == 1
        and all((folder / "screen.py").exists() for folder in folders)
    )


def doubled(where: dict[str, list[Path]]) -> dict[str, list[str]]:
    """The names that stand in two files and may not, with these files."""
    return {
        name: [short(path) for path in paths]
        for name, paths in sorted(where.items())
        if len(set(paths)) > 1 and not one_screen(paths)
    }


def test_no_class_name_stands_in_two_files() -> None:
    where: dict[str, list[Path]] = defaultdict(list)
    for path in modules(at_least=100):
        for name in classes(tree(path)):
            where[name].append(path)
    assert doubled(where) == {}, "give one of them a word of its own: what it is, not what it is made of"


def test_a_second_meaning_is_seen() -> None:
    kiosk, counter = DESKTOP / "views" / "kiosk", DESKTOP / "views" / "counter"
    view, desk = kiosk / "activation" / "view.py", counter / "activation" / "view.py"
    planted = {
        "OfOneScreen": [view, desk],
        "TwiceInOneFile": [view, view],
        "OfTwoScreens": [view, counter / "search" / "view.py"],
        "TwiceAtOneStation": [view, kiosk / "activation" / "presenter.py"],
        "OfTheKits": [kiosk / "kit" / "tiles.py", counter / "kit" / "grid.py"],
        "Three": [view, desk, DESKTOP / "jobs.py"],
    }
    assert list(doubled(planted)) == ["OfTheKits", "OfTwoScreens", "Three", "TwiceAtOneStation"]
    assert classes(ast.parse("class A:\n class B: ...")) == ["A", "B"]
