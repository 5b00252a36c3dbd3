"""Nobody puts an old backup back by mistake where a newer one was proven."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.central.backups.backup import back_up
from desktop.central.backups.manifest import PROVEN_FILE
from desktop.central.store import Store
from tests.unit.central.command_line import Said, Terminal
from tests.unit.central.test_backup import backed_up, copies, plain, store, terminal

__all__ = ["plain", "store", "terminal"]

LONG_AGO = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def put_back(terminal: Terminal, store: Store, backup: Path, *more: object) -> Said:
    """`guichet central restore` of this very backup."""
    store.database.close()
    return terminal.guichet(
        "central", "restore", "--data", store.folder, "--from", backup, "--replace", *more
    )


def old_one(store: Store) -> Path:
    """A backup of January that nobody proved."""
    return back_up(store, copies(store), LONG_AGO, lambda _step: None)


def test_an_older_backup_than_the_newest_proven_needs_a_word(terminal: Terminal, store: Store) -> None:
    old, new = old_one(store), backed_up(terminal, store)
    refused = put_back(terminal, store, old)
    assert refused.code == 1
    for words in ("is of 02 January 2026 at 03:04 UTC", f"in {new}", "add --older", "Nothing was changed"):
        assert words in refused.error
    done = put_back(terminal, store, old, "--older", "--json")
    assert done.code == 0, done.error
    assert json.loads(done.out)["newest_proven"]["folder"] == str(new)


@pytest.mark.parametrize("forgetful", ["central", "backup"])
def test_it_is_known_from_either_place_alone(terminal: Terminal, plain: Store, forgetful: str) -> None:
    old, new = old_one(plain), backed_up(terminal, plain)
    ((plain.folder if forgetful == "central" else new) / PROVEN_FILE).unlink()
    assert put_back(terminal, plain, old).code == 1


def test_even_if_the_newest_was_thrown_away(terminal: Terminal, plain: Store) -> None:
    old, new = old_one(plain), backed_up(terminal, plain)
    shutil.rmtree(new)
    assert put_back(terminal, plain, old).code == 1
    said = put_back(terminal, plain, old, "--older")
    assert "A newer one was proven" in said.out
    assert "What it held is lacking." in said.out


def test_a_restore_says_that_its_backup_is_the_newest_proven(terminal: Terminal, plain: Store) -> None:
    assert (
        "It is the newest proven backup known." in put_back(terminal, plain, backed_up(terminal, plain)).out
    )


def test_a_restore_says_that_no_backup_was_proven(terminal: Terminal, plain: Store) -> None:
    assert "No backup is known here that was ever proven" in put_back(terminal, plain, old_one(plain)).out
