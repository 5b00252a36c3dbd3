"""The revisions of a database are the files of its folder, one for each number, without a gap."""

from pathlib import Path

import pytest

from desktop.central.database.migrations import REVISIONS as OF_CENTRAL
from desktop.models.revisions import Revisions, modules_in
from desktop.sync.journal.migrations import REVISIONS as OF_THE_JOURNAL


def objections(modules: tuple[str, ...]) -> list[str]:
    """What is wrong with the numbers of these files."""
    numbers = Revisions("", modules, known_by="").numbers
    return [
        f"{module}.py: the revision before it is {place - 1:04d}, so call it r{place:04d}_…"
        for place, (module, number) in enumerate(zip(modules, numbers, strict=True), start=1)
        if int(number) != place
    ]


@pytest.mark.parametrize("revisions", [OF_CENTRAL, OF_THE_JOURNAL], ids=["central", "journal"])
def test_revisions_count_up_one_by_one(revisions: Revisions) -> None:
    assert len(revisions.modules) >= 4
    assert objections(revisions.modules) == []


def test_a_gap_and_two_of_one_number_are_named() -> None:
    assert objections(("r0001_first", "r0003_later")) == [
        "r0003_later.py: the revision before it is 0001, so call it r0002_…"
    ]
    assert objections(("r0001_first", "r0001_other")) == [
        "r0001_other.py: the revision before it is 0001, so call it r0002_…"
    ]


def test_a_new_file_is_a_revision_and_a_helper_beside_it_is_none(tmp_path: Path) -> None:
    for name in ("r0002_long_codes", "r0001_first_release", "columns", "first_release_estate"):
        (tmp_path / f"{name}.py").touch()
    assert modules_in([str(tmp_path)]) == ("r0001_first_release", "r0002_long_codes")
