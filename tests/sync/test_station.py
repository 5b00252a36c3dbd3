"""What a station keeps when its own ground gives way: a crash, a full disk, a damaged file."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from desktop import failpoints
from desktop.central.database.agency_write import agency_write
from desktop.errors import NotAllowed, Offline, Refused, StoreDamaged, StoreFull
from desktop.models.device import Device
from desktop.services.access.activation import ActivateAccount
from desktop.services.payments.payments import TakePayment
from desktop.station.station import Station
from desktop.sync.cache import undo
from tests.sync.visits import (
    CLAIRE,
    a_lease,
    balance,
    central_rows,
    itself,
    rows,
    same_as_central,
    take_cash,
)
from tests.world import World


def test_a_refused_command_leaves_no_trace(counter: Station) -> None:
    before = rows(counter, "ledger_entry")
    with pytest.raises(Refused):
        take_cash(counter, a_lease(counter), 0)
    assert rows(counter, "ledger_entry") == before
    assert counter.journal.waiting() == 0


def test_receipts_are_numbered_without_a_gap_even_after_a_refusal(counter: Station) -> None:
    lease = a_lease(counter)
    first = take_cash(counter, lease, 1_000).result
    with pytest.raises(Refused):
        take_cash(counter, lease, -5)
    second = take_cash(counter, lease, 1_000).result
    assert first is not None
    assert second is not None
    assert (first["number"], second["number"]) == ("AG02-C01-000001", "AG02-C01-000002")


def test_a_crash_between_journal_and_cache_is_healed_at_the_next_start(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    owed = balance(counter, lease)
    take_cash(counter, lease, 1_000)
    _undo_in_cache_only(counter)
    assert balance(counter, lease) == owed
    again = landlord.restart(counter)
    assert balance(again, lease) == owed - 1_000
    landlord.settle()
    assert same_as_central(landlord, again)


def test_a_station_starts_even_if_its_disk_refuses_what_a_crash_left_undone(
    landlord: World, counter: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    lease = a_lease(counter)
    owed = balance(counter, lease)
    take_cash(counter, lease, 1_000)
    _undo_in_cache_only(counter)
    with monkeypatch.context() as broken:
        broken.setattr(failpoints, "reached", _no_disk)
        again = landlord.restart(counter)
    with pytest.raises(Refused, match="balance_changed"):
        take_cash(again, lease, 500)
    assert balance(again, lease) == owed - 1_000
    landlord.settle()
    assert same_as_central(landlord, again)


def _no_disk(name: str) -> None:
    if name == "heal.before_commit":
        raise OSError("the disk does not answer")


def test_a_full_disk_refuses_the_money_and_keeps_what_was_there(counter: Station) -> None:
    lease = a_lease(counter)
    take_cash(counter, lease, 1_000)
    owed = balance(counter, lease)
    with _NoMoreRoom(counter):
        _take_until_full(counter, lease)
    kept = counter.journal.verify()
    assert balance(counter, lease) == owed - (kept - 1)
    assert take_cash(counter, lease, 1).result, "with room again, the station goes on"


def test_a_lost_cache_is_fetched_again_and_pending_work_is_still_there(
    landlord: World, counter: Station
) -> None:
    lease = a_lease(counter)
    owed = balance(counter, lease)
    take_cash(counter, lease, 1_000)
    folder = landlord.folder_of(counter)
    for file in folder.glob("cache-*.db*"):
        file.write_bytes(b"not a database any more" * 400)
    again = landlord.restart(counter)
    assert not again.status().bootstrapped
    landlord.settle()
    assert balance(again, lease) == owed - 1_000
    assert same_as_central(landlord, again)


def test_a_damaged_journal_says_so_instead_of_starting_empty(landlord: World, counter: Station) -> None:
    take_cash(counter, a_lease(counter), 1_000)
    folder = landlord.folder_of(counter)
    landlord.stations.remove(counter)
    counter.close()
    (folder / "journal.db").write_bytes(b"\x00" * 8192)
    with pytest.raises(StoreDamaged):
        landlord.reopen(folder)


def test_the_journal_cannot_be_rewritten(counter: Station) -> None:
    take_cash(counter, a_lease(counter), 1_000)
    for change in ("UPDATE command SET actor = 'staff:other'", "DELETE FROM command"):
        with pytest.raises(Exception, match="append-only"), counter.journal.database.write() as session:
            session.execute(text(change))


def test_a_rewritten_command_breaks_the_chain(counter: Station) -> None:
    for cents in (1_000, 2_000, 3_000):
        take_cash(counter, a_lease(counter), cents)
    assert counter.journal.verify() == 3
    with counter.journal.database.write() as session:
        session.execute(text("DROP TRIGGER command_update_refused"))
        session.execute(text("UPDATE command SET actor = 'staff:other' WHERE seq = 2"))
    with pytest.raises(StoreDamaged) as damage:
        counter.journal.verify()
    assert damage.value.facts == {"seq": 2}


def test_central_refuses_a_chain_that_was_rewritten(landlord: World, counter: Station) -> None:
    take_cash(counter, a_lease(counter), 1_000)
    with counter.journal.database.write() as session:
        session.execute(text("DROP TRIGGER command_update_refused"))
        session.execute(text("UPDATE command SET actor = 'staff:other'"))
    counter.exchange()
    counter.exchange()
    assert central_rows(landlord, "payment", "AG02") == []


def test_files_at_rest_hold_no_readable_word(landlord: World, counter: Station) -> None:
    landlord.settle()
    name = counter.ask(lambda s: s.execute(text("SELECT last_name FROM tenant LIMIT 1")).scalar_one())
    folder = landlord.folder_of(counter)
    for file in folder.glob("*.db*"):
        assert str(name).encode() not in file.read_bytes(), file.name


def test_a_kiosk_holds_nothing_of_people_who_have_no_account(landlord: World) -> None:
    kiosk = landlord.station("kiosk")
    for table in ("tenant", "lease", "ledger_entry", "dwelling", "staff", "activation_code"):
        assert rows(kiosk, table) == [], table


def test_a_counter_never_receives_a_password_or_an_activation_code(landlord: World, counter: Station) -> None:
    hidden = "SELECT count(*) FROM activation_code WHERE digest IS NOT NULL"
    assert rows(counter, "activation_code")
    assert counter.ask(lambda s: s.execute(text(hidden)).scalar_one()) == 0


def test_a_command_that_only_central_can_do_says_so_offline(landlord: World) -> None:
    kiosk = landlord.station("kiosk")
    landlord.line(kiosk).is_cut = True
    command = ActivateAccount(
        lease_number="1", code="2", birth_date=date(1950, 1, 1), password_hash="h", email="", language="fr"
    )
    with pytest.raises(Offline):
        kiosk.perform_at_central(command, itself(kiosk))
    with pytest.raises(ValueError, match="only be performed at central"):
        kiosk.perform(command, itself(kiosk))


def test_a_revoked_station_is_told_so(landlord: World, counter: Station) -> None:
    with agency_write(landlord.store.database, {"AG02"}) as work:
        work.session.get_one(Device, counter.settings.device_id).revoked = True
    with pytest.raises(NotAllowed) as refusal:
        counter.exchange()
    assert refusal.value.code == "device_revoked"


def test_kill_9_in_the_middle_of_payments_loses_and_doubles_nothing(
    landlord: World, counter: Station
) -> None:
    folder, lease = landlord.folder_of(counter), a_lease(counter)
    owed = balance(counter, lease)
    landlord.stations.remove(counter)
    counter.close()
    told = 0
    for kill_after in (1, 7, 18):
        told += _pay_until_killed(folder, lease, kill_after)
    again = landlord.reopen(folder)
    kept = again.journal.verify()
    assert told <= kept <= told + 3, "each death may hide the answer to one payment, never its effect"
    assert balance(again, lease) == owed - kept
    landlord.settle()
    assert len(central_rows(landlord, "payment", "AG02")) == kept
    assert same_as_central(landlord, again)


def _pay_until_killed(folder: Path, lease: str, kill_after: int) -> int:
    """Runs a station in a process of its own, kills it after some payments; how many it had told of."""
    script = Path(__file__).with_name("pay_forever.py")
    root = Path(__file__).parents[2]
    command = [sys.executable, str(script), str(folder), lease]
    told = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}
    ) as run:
        assert run.stdout is not None
        for _line in run.stdout:
            told += 1
            if told == kill_after:
                run.send_signal(signal.SIGKILL)
    return told


def _undo_in_cache_only(station: Station) -> None:
    """What a crash after the journal's sync and before the cache's commit leaves behind."""
    with station.replica.current.database.write() as session:
        undo.rewind(session, [1])
        session.execute(text("DELETE FROM performed"))


def _take_until_full(station: Station, lease: str) -> None:
    for _ in range(400):
        try:
            take_cash(station, lease, 1)
        except StoreFull:
            return
    pytest.fail("the disk never was full")


class _NoMoreRoom:
    """The journal's file may not grow: what SQLite meets when the disk is full."""

    def __init__(self, station: Station) -> None:
        self._engine = station.journal.database.engine

    def __enter__(self) -> None:
        self._limit(None)

    def __exit__(self, *_: object) -> None:
        self._limit(2**31)

    def _limit(self, pages: int | None) -> None:
        def on_checkout(connection: Any, *_: object) -> None:
            cursor = connection.cursor()
            now = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages or now}")

        if hasattr(self, "_listener"):
            event.remove(self._engine, "checkout", self._listener)
        self._listener = on_checkout
        event.listen(self._engine, "checkout", on_checkout)


def test_the_command_that_was_refused_can_be_given_again(counter: Station) -> None:
    lease = a_lease(counter)
    command = TakePayment(
        lease_id=lease,
        means="cash",
        amount_cents=1_000,
        tendered_cents=500,
        periods=(),
        accept_credit=True,
        cheque_number="",
        cheque_bank="",
        balance_seen_cents=balance(counter, lease),
    )
    with pytest.raises(Refused) as refusal:
        counter.perform(command, CLAIRE)
    assert refusal.value.code == "tendered_too_little"
    assert take_cash(counter, lease, 1_000).result
