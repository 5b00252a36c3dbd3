"""Migrations are one line: the number in a file's name is all that says which comes after which."""

from pathlib import Path

import pytest

from tests.architecture.sources import DESKTOP

FOLDERS = sorted(folder for folder in DESKTOP.rglob("migrations") if folder.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_each_migration_has_a_number_of_its_own_and_none_is_left_out(folder: Path) -> None:
    numbers = [file.name[:5] for file in sorted(folder.glob("r[0-9]*.py"))]
    wanted = [f"r{number:04}" for number in range(1, len(numbers) + 1)]
    assert numbers == wanted, "of two with one number the one that came later takes the next free one"
