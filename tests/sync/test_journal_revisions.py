"""Journals of every released version open with everything in them; those of newer programs are refused."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from desktop.errors import Refused, StoreFull
from desktop.models.database import Database, open_database
from desktop.protocol.chain import version_of
from desktop.sync.journal import migrate
from desktop.sync.journal.carving import records
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.findings import prove
from desktop.sync.journal.journal import Journal
from desktop.sync.journal.migrations import REVISIONS
from desktop.sync.journal.tables import JournalEntity, Upload

RECORDED = Path(__file__).with_name("recorded")
TOLD = json.loads((RECORDED / "journal-0.1.0.json").read_text())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the journal that the first release wrote."""
    return Path(shutil.copyfile(RECORDED / "journal-0.1.0.sqlcipher", tmp_path / "journal.db"))


@pytest.fixture
def plain() -> Iterator[Database]:
    """An empty database in memory's stead."""
    database = open_database(Path(":memory:"))
    yield database
    database.close()


def opened(path: Path) -> Journal:
    return Journal.open(
        path, bytes.fromhex(TOLD["journal_key"]), TOLD["device_id"], bytes.fromhex(TOLD["device_key"])
    )


def test_the_first_releases_journal_opens_with_everything_in_it(old: Path) -> None:
    journal = opened(old)
    assert journal.verify() == TOLD["commands"]
    assert (journal.told, journal.receipts) == (TOLD["told"], TOLD["receipts"])
    assert journal.unseen.words() == {int(seq): tuple(words) for seq, words in TOLD["attention"].items()}
    with journal.database.read() as session:
        upload = session.get_one(Upload, TOLD["upload"])
        assert (upload.content, upload.sent) == (b"a photo that waits", False)
    assert journal.meta("incarnation") == b"life-1"
    journal.database.close()


def test_what_was_there_before_the_change_is_kept_until_a_later_start_found_all_whole(old: Path) -> None:
    before = old.read_bytes()
    opened(old).database.close()
    assert migrate.copy_of(old, "0001").read_bytes() == before
    opened(old).database.close()
    assert migrate.copies(old) == []


def test_commands_cannot_be_rewritten_after_the_change_either(old: Path) -> None:
    journal = opened(old)
    for change in ("UPDATE command SET actor = 'staff:other'", "DELETE FROM command"):
        with pytest.raises(Exception, match="append-only"), journal.database.write() as session:
            session.execute(text(change))
    journal.database.close()


def test_what_was_written_before_and_after_the_change_can_be_salvaged(old: Path) -> None:
    journal = opened(old)
    journal.keeping.chain = 2
    journal.append(Draft(journal.head + 1, bytes(16), "lease.view", 1, b"", 0, "", 0), issued_receipt=False)
    journal.database.close()
    key, private = (bytes.fromhex(TOLD[name]) for name in ("journal_key", "device_key"))
    found = prove(records(old.read_bytes(), b"", key), TOLD["device_id"], private).chain()
    assert [version_of(link) for link in found] == [1] * TOLD["commands"] + [2]


def test_a_newer_programs_journal_is_refused_and_left_alone(old: Path) -> None:
    journal = opened(old)
    with journal.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    journal.database.close()
    before = old.read_bytes()
    with pytest.raises(Refused) as refusal:
        opened(old)
    assert refusal.value.code == "journal_newer"
    assert old.read_bytes() == before


def test_a_change_that_has_no_room_leaves_the_old_journal_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(StoreFull):
        opened(old)
    monkeypatch.undo()
    assert old.read_bytes() == before
    opened(old).database.close()


def test_the_revisions_lead_to_the_very_tables_that_the_program_declares(plain: Database) -> None:
    with plain.engine.connect() as connection:
        REVISIONS.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), JournalEntity.metadata) == []


def test_a_new_journal_and_an_upgraded_one_are_alike(old: Path, tmp_path: Path) -> None:
    fresh, upgraded = (_shape(opened(path)) for path in (tmp_path / "new.db", old))
    assert fresh == upgraded


def test_an_up_to_date_journal_opens_without_loading_alembic(old: Path) -> None:
    for _ in range(2):
        opened(old).database.close()
    import subprocess

    script = (
        "import sys; from pathlib import Path; from desktop.sync.journal.journal import Journal;"
        f"Journal.open(Path({str(old)!r}), bytes.fromhex({TOLD['journal_key']!r}), {TOLD['device_id']!r},"
        f"bytes.fromhex({TOLD['device_key']!r})); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def _shape(journal: Journal) -> dict[str, set[tuple[str, bool]]]:
    """The columns of each table, and whether they may be empty."""
    with journal.database.read() as session:
        connection = session.connection()
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        shape = {
            name: {(row[1], bool(row[3])) for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")}
            for name in tables.all()
        }
    journal.database.close()
    return shape


def test_the_recorded_journal_is_not_readable_without_its_key() -> None:
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(RECORDED / "journal-0.1.0.sqlcipher").execute("SELECT * FROM command")
