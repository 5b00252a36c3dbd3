"""A backup is whole or is refused; a restore overwrites nothing; central starts in the epoch it served."""

import hashlib
import json
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from desktop.central.backups import guard, sqlite_copy
from desktop.central.backups.backup import back_up, latest
from desktop.central.backups.copying import working_folder
from desktop.central.backups.manifest import BackupStep, read_manifest, write_manifest
from desktop.central.backups.prove import prove
from desktop.central.database.agency_write import agency_write
from desktop.central.store import Store, open_store
from desktop.errors import Refused
from tests.pictures import kept_photo
from tests.unit.central.arrivals import arrive
from tests.unit.central.command_line import Said, Terminal
from tests.unit.central.estate import dwelling, furnished_store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PHOTO = kept_photo("a leak")
DIGEST = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def store(tmp_path: Path, database_url: str) -> Iterator[Store]:
    """A central of two agencies that holds one photo, on either database."""
    yield from made(tmp_path / "central", database_url)


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Store]:
    """The same on SQLite, where what is asked has nothing to do with the database."""
    yield from made(tmp_path / "central", "")


def made(folder: Path, address: str) -> Iterator[Store]:
    """A central that is let go of at the end."""
    built = furnished_store(folder, address)
    assert arrive(built, PHOTO, NOW) == DIGEST
    yield built
    built.database.close()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Where an administrator types."""
    return Terminal(monkeypatch, capsys)


def backed_up(terminal: Terminal, store: Store) -> Path:
    """The folder of a new, proven backup."""
    said = terminal.guichet("central", "backup", "--data", store.folder, "--to", copies(store), "--json")
    assert said.code == 0, said.error
    return Path(json.loads(said.out)["folder"])


def copies(store: Store) -> Path:
    """Where this test keeps its backups."""
    return store.folder.parent / "copies"


def restored(terminal: Terminal, store: Store, *more: object) -> Said:
    """Puts the newest backup back."""
    store.database.close()
    return terminal.guichet("central", "restore", "--data", store.folder, "--from", copies(store), *more)


def ask(store: Store, query: str) -> list[tuple[object, ...]]:
    """Rows of a question."""
    with store.database.read() as session:
        return [tuple(row) for row in session.execute(text(query))]


def lose_a_row(store: Store) -> None:
    """A restore behind central's back: a version that was served is not there any more."""
    with store.database.write() as session:
        session.execute(text("UPDATE scope SET ver = ver - 1 WHERE id = 'AG01'"))


def test_a_backup_says_what_it_proved_and_where_the_key_is(terminal: Terminal, store: Store) -> None:
    said = terminal.guichet("central", "backup", "--data", store.folder, "--to", copies(store))
    assert said.code == 0, said.error
    assert "proven. It was put back in a scratch place" in said.out
    assert "1 files are as they were" in said.out
    assert f"master key, which is not in it: the file {store.folder / 'vault.key'}" in said.out
    (folder,) = [path for path in copies(store).iterdir() if path.name.startswith("20")]
    assert not list(folder.glob("*.key"))
    assert ask(store, "SELECT count(*) FROM scope WHERE durable_ver <> ver") == [(0,)]


def test_what_was_restored_is_what_was_backed_up_with_a_new_epoch(terminal: Terminal, store: Store) -> None:
    epochs, tenants = (
        ask(store, "SELECT id, epoch FROM scope"),
        ask(store, "SELECT * FROM tenant ORDER BY id"),
    )
    backed_up(terminal, store)
    with store.database.write() as session:
        session.execute(text("DELETE FROM command"))
    said = restored(terminal, store, "--replace")
    assert said.code == 0, said.error
    assert "What was there before is in" in said.out
    assert "Stations notice by themselves" in said.out
    again = open_store(store.folder)
    assert ask(again, "SELECT * FROM tenant ORDER BY id") == tenants
    assert not set(ask(again, "SELECT id, epoch FROM scope")) & set(epochs)
    assert (store.folder / "blobs" / DIGEST[:2] / DIGEST[2:4] / DIGEST).read_bytes() == PHOTO
    guard.check(again)
    again.database.close()


def test_what_is_written_during_a_backup_is_not_half_in_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_copy, "_PAGES_AT_ONCE", 8)
    before, written = ask(store, "SELECT ver FROM scope WHERE id = 'AG01'"), list[str]()

    def write(step: BackupStep) -> None:
        if step.what == "database" and len(written) < 3:
            written.append(f"D{len(written) + 5}")
            with agency_write(store.database, {"AG01"}) as work:
                work.session.add(dwelling(written[-1], "AG01"))

    made = back_up(store, copies(store), NOW, write)
    proof = prove(made, store, lambda _step: None)
    assert written
    assert ask(store, "SELECT count(*) FROM dwelling") == [(2 + len(written),)]
    assert read_manifest(made).picture.tables["dwelling"][0] == 2
    assert ask(store, "SELECT durable_ver FROM scope WHERE id = 'AG01'") == before
    assert proof.durable["AG01"] == before[0][0]


def test_a_restore_does_not_overwrite_a_living_central(terminal: Terminal, store: Store) -> None:
    backed_up(terminal, store)
    before = ask(store, "SELECT id, epoch FROM scope ORDER BY id")
    said = restored(terminal, store)
    assert said.code == 1
    assert ask(store, "SELECT id, epoch FROM scope ORDER BY id") == before
    assert "already holds a central or other files: nothing was changed" in said.error
    with guard.only_one(store.folder):
        said = restored(terminal, store, "--replace")
    assert said.code == 1
    assert "A central serves from" in said.error


def test_a_restore_on_a_new_machine_asks_for_the_key(terminal: Terminal, plain: Store) -> None:
    backed_up(terminal, plain)
    key = shutil.move(plain.folder / "vault.key", plain.folder.parent / "in-the-safe")
    said = restored(terminal, plain, "--replace")
    assert said.code == 1
    assert "Name its file with --key" in said.error
    assert (plain.folder / "vault.bin").exists(), "nothing was changed"
    assert restored(terminal, plain, "--replace", "--key", key).code == 0


def test_only_new_files_are_copied_by_the_next_backup(plain: Store) -> None:
    days = (NOW, NOW + timedelta(days=1))
    found = []
    for day in days:
        back_up(plain, copies(plain), day, lambda _step: None)
        (copied,) = (copies(plain) / "blobs").rglob(DIGEST)
        found.append(copied.stat().st_ino)
    assert found[0] == found[1]
    assert latest(copies(plain)).name == "2026-11-23T090000Z"


@pytest.mark.parametrize("victim", ["central", "vault.bin", DIGEST])
def test_a_backup_that_rotted_is_not_relied_upon(terminal: Terminal, plain: Store, victim: str) -> None:
    folder = backed_up(terminal, plain)
    with plain.database.write() as session:
        session.execute(text("UPDATE scope SET durable_ver = 0"))
    (file,) = [path for path in copies(plain).rglob(f"{victim}*") if path.suffix != ".toml"]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    said = terminal.guichet("central", "verify-backup", "--data", plain.folder, "--from", folder)
    assert said.code == 1
    assert "is not whole any more" in said.error
    assert ask(plain, "SELECT max(durable_ver) FROM scope") == [(0,)], "stations keep what they have"


def test_a_backup_that_lacks_rows_is_not_relied_upon(terminal: Terminal, store: Store) -> None:
    folder = backed_up(terminal, store)
    manifest = read_manifest(folder)
    promised = manifest.picture.tables | {"tenant": (3, 6)}
    picture = msgspec.structs.replace(manifest.picture, tables=promised)
    write_manifest(folder, msgspec.structs.replace(manifest, picture=picture))
    said = terminal.guichet("central", "verify-backup", "--data", store.folder, "--from", copies(store))
    assert said.code == 1
    assert "does not hold what central held: tenant." in said.error


def test_a_backup_belongs_on_another_disk(terminal: Terminal, plain: Store) -> None:
    inside = plain.folder / "copies"
    said = terminal.guichet("central", "backup", "--data", plain.folder, "--to", inside)
    assert (said.code, inside.exists()) == (1, False)
    assert "a lost disk would take both" in said.error


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(terminal: Terminal, plain: Store) -> None:
    copies(plain).write_text("a file is in the way")
    said = terminal.guichet("central", "backup", "--data", plain.folder, "--to", copies(plain))
    assert said.code == 1
    assert "The backup could not be written to" in said.error


def test_an_empty_folder_is_no_backup(terminal: Terminal, plain: Store) -> None:
    said = terminal.guichet("central", "verify-backup", "--data", plain.folder, "--from", plain.folder)
    assert (said.code, "There is no finished backup" in said.error) == (1, True)


def test_central_does_not_start_on_less_than_it_served(terminal: Terminal, plain: Store) -> None:
    with guard.serving(plain):
        pass
    lose_a_row(plain)
    said = terminal.guichet("central", "serve", "--data", plain.folder, "--port", "0")
    assert said.code == 1
    assert "it has served AG01 up to version 1, its database only knows version 0" in said.error
    refused = terminal.guichet("central", "same-history", "--data", plain.folder)
    assert (refused.code, "Central does not start" in refused.error) == (1, True)
    epochs = ask(plain, "SELECT id, epoch FROM scope")
    assert terminal.guichet("central", "restored", "--data", plain.folder).code == 0
    assert not set(ask(plain, "SELECT id, epoch FROM scope")) & set(epochs)
    guard.check(plain)


def test_central_does_not_start_in_another_epoch(terminal: Terminal, plain: Store) -> None:
    with guard.serving(plain):
        pass
    with plain.database.write() as session:
        session.execute(text("UPDATE scope SET epoch = 'another'"))
    said = terminal.guichet("central", "serve", "--data", plain.folder, "--port", "0")
    assert said.code == 1
    assert "guichet central same-history" in said.error
    assert terminal.guichet("central", "same-history", "--data", plain.folder).code == 0
    guard.check(plain)


def test_what_is_served_is_remembered_while_serving(plain: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "REMEMBER_SECONDS", 0.01)
    with guard.serving(plain):
        with agency_write(plain.database, {"AG02"}) as work:
            work.session.add(dwelling("D9", "AG02"))
        deadline = time.monotonic() + 5
        while (guard.recall(plain.folder) or guard.Served({})).scopes["AG02"].ver == 0:
            assert time.monotonic() < deadline
    lose_a_row(plain)
    with pytest.raises(Refused, match="database_behind"):
        guard.check(plain)


def test_what_a_killed_backup_left_is_removed_by_the_next(plain: Store, tmp_path: Path) -> None:
    to = tmp_path / "backups"
    left = [to / ".proof-abc", to / ".2026-01-01T000000Z.part"]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "central.db").write_bytes(b"half a copy")
    prove(back_up(plain, to, NOW, lambda _step: None), plain, lambda _step: None)
    assert sorted(path.name for path in to.iterdir()) == ["2026-11-22T090000Z", "blobs"]


def test_what_another_backup_is_working_in_stays(plain: Store, tmp_path: Path) -> None:
    with working_folder(tmp_path / "backups" / ".proof-abc", ".proof-*") as busy:
        (busy / "central.db").write_bytes(b"half a copy so far")
        prove(back_up(plain, tmp_path / "backups", NOW, lambda _step: None), plain, lambda _step: None)
        assert (busy / "central.db").exists()
    assert not busy.exists()
