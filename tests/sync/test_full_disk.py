"""A disk that is really full: nothing is accepted in memory, and all goes on when there is room again."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import StoreFull
from desktop.protocol.messages import Result
from desktop.sync.cache.cache import Cache, set_meta
from desktop.sync.cache.generations import Generations
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.journal import Journal

KEY, PRIVATE = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where the system lets the tests make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("only a system administrator can make a small disk here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def draft(journal: Journal) -> Draft:
    seq = journal.head + 1
    return Draft(seq, UUID(int=seq).bytes, "payment.take", 1, b"\x80" * 2_000, seq, "staff:claire", seq)


def fill(journal: Journal) -> int:
    """Appends until there is no room; how many were kept."""
    for kept in range(2_000):
        try:
            journal.append(draft(journal), issued_receipt=True)
        except StoreFull:
            return kept
    pytest.fail("the disk never was full")


def test_a_full_disk_takes_nothing_in_and_loses_nothing(small_disk: Path) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(1_400_000))
    journal = Journal.open(small_disk / "journal.db", KEY, "device", PRIVATE)
    kept = fill(journal)
    assert kept > 5
    assert journal.is_full
    assert (journal.head, journal.receipts, journal.verify()) == (kept, kept, kept)
    with pytest.raises(StoreFull):
        journal.note_outcomes([Result(seq, b"", 0, None, b"\xc0" * 2_000) for seq in range(1, kept + 1)])
    assert journal.told == 0, "what could not be kept will be told again"
    filler.unlink()
    journal.append(draft(journal), issued_receipt=True)
    assert not journal.is_full, "the state ended by itself"
    assert journal.verify() == kept + 1
    journal.database.close()
    again = Journal.open(small_disk / "journal.db", KEY, "device", PRIVATE)
    assert again.verify() == kept + 1
    again.database.close()


def test_a_generation_that_filled_the_disk_is_let_go_for_the_journal(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(100_000))
    journal = Journal.open(small_disk / "journal.db", KEY, "device", PRIVATE)
    # What serves the screens lies elsewhere here, so that the disk is full of the coming generation alone.
    generations = Generations(small_disk.parent, journal)
    generations.folder = small_disk
    with pytest.raises(StoreFull):
        swell(generations.prepare("snapshot-1"))
    assert fill(journal) < 20
    generations.make_room()
    assert fill(journal) > 40
    assert journal.verify() == journal.head
    generations.close()
    journal.database.close()


def swell(cache: Cache) -> None:
    """A bootstrap writes rows until there is no room."""
    for number in range(1_000):
        with cache.database.write() as session:
            set_meta(session, f"row-{number}", "x" * 20_000)
