"""Whatever happened to central's database behind its back, nothing is served or written before it is seen."""

import os
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from desktop.central.backups import guard
from desktop.central.backups.backup import latest
from desktop.central.backups.manifest import BackupStep
from desktop.central.backups.restore import restore
from desktop.central.store import Store
from tests.unit.central.command_line import Terminal
from tests.unit.central.test_backup import (
    ask,
    backed_up,
    copies,
    lose_a_row,
    plain,
    restored,
    store,
    terminal,
)

__all__ = ["plain", "store", "terminal"]

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def restored_until_the_power_went(store: Store) -> None:
    """A restore whose process is gone when all is in place but the new epoch."""
    store.database.close()
    child = os.fork()
    if child == 0:
        guard.begin_new_epochs = lambda *_, **__: os._exit(9)
        try:
            restore(latest(copies(store)), store.folder, NOW, _silent, replace=True)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9


def test_a_restore_that_was_cut_off_is_not_served(terminal: Terminal, store: Store) -> None:
    with guard.serving(store):
        pass
    backed_up(terminal, store)
    epochs = {str(epoch) for (epoch,) in ask(store, "SELECT epoch FROM scope")}
    restored_until_the_power_went(store)
    for words in (("serve", "--port", "0"), ("same-history",), ("restored",), ("import", store.folder)):
        said = terminal.guichet("central", *words, "--data", store.folder)
        assert (said.code, "was broken off before its end" in said.error) == (1, True), words
    assert restored(terminal, store, "--replace").code == 0
    guard.check(store)
    assert not epochs & {str(epoch) for (epoch,) in ask(store, "SELECT epoch FROM scope")}


@pytest.mark.parametrize(
    "words",
    [
        ("import", "nowhere"),
        ("revoke", "--device", "AG01-C01"),
        ("parked", "replay", "--by", "Denise"),
        ("quarantine", "accept", "--by", "Denise"),
    ],
)
def test_nothing_is_written_over_a_forgotten_restore(
    terminal: Terminal, plain: Store, words: tuple[str, ...]
) -> None:
    with guard.serving(plain):
        pass
    lose_a_row(plain)
    said = terminal.guichet("central", *words, "--data", plain.folder)
    assert (said.code, "it has served AG01 up to version 1" in said.error) == (1, True)


def test_rows_past_their_version_are_seen_at_the_start_and_mended(terminal: Terminal, store: Store) -> None:
    with store.database.write() as session:
        session.execute(text("UPDATE scope SET ver = 0 WHERE id = 'AG01'"))
    said = terminal.guichet("central", "serve", "--data", store.folder, "--port", "0")
    assert (said.code, "are newer than their agency's version" in said.error) == (1, True)
    assert terminal.guichet("central", "restored", "--data", store.folder).code == 0
    guard.check(store)


def _silent(_step: BackupStep) -> None:
    """Shows nothing."""
