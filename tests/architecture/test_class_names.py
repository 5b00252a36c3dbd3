"""One word, one meaning: no class name stands in two files, save a pair of kiosk and counter."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.sources import DESKTOP, modules, short, tree

STATIONS = {"kiosk", "counter"}
NOT_YET = frozenset(
    [
        "Link",
        "Page",
        "Paper",
        "Part",
        "Printing",
        "Stage",
    ]
)
"""Names that still stand in two files. None may be added."""


def classes(module: ast.Module) -> list[str]:
    """Every class of a module, inner ones too."""
    return [node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef)]


def screen(path: Path) -> tuple[str, str] | None:
    """The kind of station and the screen whose file it is; None outside the screens' folders."""
    parts = path.parts
    return (parts[-3], parts[-2]) if len(parts) > 3 and parts[-3] in STATIONS else None


def one_screen(paths: Iterable[Path]) -> bool:
    """Whether these files are the kiosk's and the counter's of one screen, one each."""
    screens = [screen(path) for path in paths]
    return len(screens) == 2 and None not in screens and len({each and each[1] for each in screens}) == 1


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
    found = {name: paths for name, paths in doubled(where).items() if name not in NOT_YET}
    assert found == {}, "give one of them a word of its own: what it is, not what it is made of"


def test_a_second_meaning_is_seen() -> None:
    views = DESKTOP / "views"
    pair = [views / "kiosk" / "pay" / "view.py", views / "counter" / "pay" / "view.py"]
    others = [views / "kiosk" / "pay" / "view.py", views / "counter" / "home" / "view.py"]
    assert doubled({"PayView": pair}) == {}
    assert list(doubled({"Step": others, "Same": [pair[0], pair[0]]})) == ["Step"]
    assert list(doubled({"Three": [*pair, DESKTOP / "jobs.py"]})) == ["Three"]
    assert classes(ast.parse("class A:\n class B: ...")) == ["A", "B"]
