"""README's table of words tells the truth: every file it names is there, and every feature is in it."""

import re
from pathlib import Path

from tests.architecture.sources import DESKTOP, ROOT, short

ROW = re.compile(r"^\|\s*\*{0,2}([^|*]+?)\*{0,2}\s*\|(.+)\|\s*$")
NAMED = re.compile(r"`([^`]+)`")


def words(readme: str) -> dict[str, list[str]]:
    """Word → the paths of its row, from the table below the heading *Words*."""
    section = re.search(r"^## Words\n(.*?)(?=^## |\Z)", readme, flags=re.MULTILINE | re.DOTALL)
    if section is None:
        return {}
    rows = [match for line in section[1].splitlines() if (match := ROW.match(line))]
    return {
        row[1]: NAMED.findall(row[2])
        for row in rows
        if not set(row[1]) <= set("-: ") and NAMED.search(row[2])
    }


def table() -> dict[str, list[str]]:
    """The table of this project's README."""
    return words((ROOT / "README.md").read_text("utf-8"))


def where(path: str) -> Path:
    """A row writes paths from `desktop/` on, save those of other top-level folders."""
    return ROOT / path if path.split("/", 1)[0] in {"tests", "packaging", "desktop"} else DESKTOP / path


def test_every_file_that_a_word_names_is_there() -> None:
    named = table()
    assert len(named) >= 10
    assert {
        word: gone for word, paths in named.items() if (gone := [p for p in paths if not where(p).exists()])
    } == {}


def test_every_entity_service_and_screen_has_its_word() -> None:
    named = {where(path).resolve() for paths in table().values() for path in paths}
    features = [path for package in ("models", "services") for path in (DESKTOP / package).glob("[a-z]*.py")]
    features += [
        path
        for mode in ("kiosk", "counter")
        for path in (DESKTOP / "views" / mode).iterdir()
        if has_view(path)
    ]
    assert len(features) >= 10
    assert [short(path) for path in features if path.resolve() not in named] == []


def has_view(path: Path) -> bool:
    """A screen is a folder with a view."""
    return (path / "view.py").exists()


def test_the_table_is_read_as_people_see_it() -> None:
    readme = (
        "# G\n| not | `here.py` |\n## Words\n"
        "| word | files |\n|---|---|\n| payment | `services/payments.py` `a.py` |\n"
        "## Next\n| no | `b.py` |\n"
    )
    assert words(readme) == {"payment": ["services/payments.py", "a.py"]}
    assert words("# nothing") == {}
