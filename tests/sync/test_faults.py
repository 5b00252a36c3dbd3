"""One part fails: the others go on, and nobody is told a thing that is not so."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop.central.commands import authority
from desktop.central.commands.hearing import Hearing
from desktop.central.database.agency_write import agency_write
from desktop.errors import Offline, StoreFull
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.request import ServiceRequest
from desktop.services import catalogue
from desktop.services.access.activation import ActivateAccount
from desktop.services.access.staff import RecordView
from desktop.services.command import Done
from desktop.services.payments.payments import TakePayment
from desktop.services.requests import requests
from desktop.station.station import Station
from tests.hashes import hash_like
from tests.sync import laws
from tests.sync.faults import break_service, mistaken
from tests.sync.fleet import AGENCY, Fleet, letter
from tests.sync.visits import a_lease, answer, balance, itself, report_fault, take_cash


def first_line(fleet: Fleet, lease: str) -> None:
    """An administrator corrects a line of a lease's ledger."""
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        query = text("SELECT min(id) FROM ledger_entry WHERE lease_id = :lease AND payment_id IS NULL")
        found = work.session.execute(query, {"lease": lease}).scalar_one()
        work.session.get_one(LedgerEntry, found).debit_cents += 1


def test_a_service_that_breaks_on_replay_does_not_keep_centrals_rows_out(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"].station
    report_fault(west, a_lease(west))
    break_service(monkeypatch, requests.OpenRequest)
    owed = balance(west, a_lease(west))
    fleet.restart("west", lambda folder: [file.write_bytes(b"rot") for file in folder.glob("cache-*")])
    west = fleet.members["west"].station
    first_line(fleet, a_lease(fleet.members["east"].station))
    west.pull()
    assert balance(west, a_lease(west)) == owed + 1
    assert [item.code for item in west.attention()] == ["replay_broken"]


def test_a_service_that_breaks_at_central_holds_back_neither_rows_nor_after_a_while_the_queue(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    report_fault(west, lease)
    take_cash(west, lease, 1_000)
    break_service(monkeypatch, requests.OpenRequest)
    owed = balance(west, lease)
    first_line(fleet, lease)
    west.exchange()
    assert (west.journal.waiting(), balance(west, lease)) == (2, owed + 1)
    for _ in range(authority.PARK_AFTER_ATTEMPTS):
        fleet.time += timedelta(minutes=3)
        west.exchange()
    assert west.journal.waiting() == 0
    assert [item.code for item in west.attention()] == ["parked"]
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 1


def test_an_outcome_that_cannot_be_written_down_is_a_broken_service(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = fleet.members["west"].station
    report_fault(west, a_lease(west))
    break_service(monkeypatch, requests.OpenRequest, lambda *_: Done(result={"odd": object()}))
    assert west.exchange() is False
    assert fleet.at_central("SELECT reason FROM failure") == [("TypeError",)]


def test_a_command_dated_by_a_mad_clock_is_kept_like_any_other(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    draft = west._performing._drafts.of(
        catalogue.BY_KIND["lease.view"], RecordView(lease_id=a_lease(west)), "staff:claire"
    )
    for seq, milliseconds in ((1, 2**62), (2, -(2**62))):
        fields = {name: getattr(draft, name) for name in draft.__slots__}
        key = seq.to_bytes(16, "big")
        west.journal.append(
            type(draft)(**fields | {"seq": seq, "key": key, "occurred_at": milliseconds}),
            issued_receipt=False,
        )
    west.exchange()
    assert west.journal.waiting() == 0
    assert len(fleet.at_central("SELECT 1 FROM command")) == 2


def test_a_rewritten_command_is_refused_and_the_next_one_goes_through(fleet: Fleet) -> None:
    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    for cents in (1_000, 2_000):
        take_cash(west, lease, cents)
    with west.journal.database.write() as session:
        session.execute(text("DROP TRIGGER command_update_refused"))
        session.execute(text("UPDATE command SET actor = 'staff:other' WHERE seq = 1"))
    laws.settle(fleet)
    assert fleet.at_central("SELECT amount_cents FROM payment") == [(2_000,)]
    assert [item.code for item in west.attention()] == ["proof_wrong"]


def test_a_busy_central_is_come_back_to(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    take_cash(west, lease, 1_000)
    owed = balance(west, lease)
    first_line(fleet, lease)
    monkeypatch.setattr(Hearing, "run", locked)
    with pytest.raises(Offline) as failure:
        west.exchange()
    assert (failure.value.code, balance(west, lease)) == ("central_busy", owed + 1)
    monkeypatch.undo()
    laws.check_end(fleet)


def test_a_payment_whose_effects_could_not_be_kept_here_is_done_all_the_same(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told « refused », the agent would take the same money again."""
    west = fleet.members["west"].station
    lease, whole = a_lease(west), west.journal.append
    owed = balance(west, lease)

    def and_then_the_disk_is_full(draft: Any, *, issued_receipt: bool) -> None:
        whole(draft, issued_receipt=issued_receipt)
        raise StoreFull

    monkeypatch.setattr(west.journal, "append", and_then_the_disk_is_full)
    first = take_cash(west, lease, 1_000).result or {}
    monkeypatch.undo()
    second = take_cash_unseen(west, lease, 500, owed - 1_000)
    assert (first["number"], second) == ("AG02-C01-000001", "AG02-C01-000002")
    assert balance(west, lease) == owed - 1_500


def take_cash_unseen(station: Station, lease: str, cents: int, seen: int) -> str:
    """Takes cash from somebody who was told what they owe."""
    command = TakePayment(
        lease_id=lease, means="cash", amount_cents=cents, balance_seen_cents=seen, accept_credit=True
    )
    return str((station.perform(command, "staff:claire").result or {})["number"])


def test_a_screen_that_stumbles_does_not_make_a_payment_look_undone(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    west.on_change(mistaken)
    assert take_cash(west, a_lease(west), 1_000).result
    laws.check_end(fleet)


def test_a_refused_replay_is_tried_again_when_its_ground_is_back(fleet: Fleet) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    request = report_fault(east, a_lease(east))
    laws.settle(fleet)
    answer(west, request, "Nous passons mardi.")
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        row = work.session.get_one(ServiceRequest, request)
        kept = {column.name: getattr(row, column.name) for column in ServiceRequest.__table__.columns}
        work.session.delete(row)
    west.pull()
    assert [item.code for item in west.attention()] == ["request_unknown"]
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.add(ServiceRequest(**kept))
    west.pull()
    assert west.attention() == ()
    state = "SELECT state FROM service_request"
    assert west.ask(lambda session: session.execute(text(state)).scalar_one()) == "answered"
    laws.check_end(fleet)


def test_what_central_did_is_done_even_if_its_rows_do_not_come_at_once(fleet: Fleet) -> None:
    kiosk, west = fleet.members["kiosk"], fleet.members["west"].station
    leases = west.ask(
        lambda session: [row[0] for row in session.execute(text("SELECT id FROM lease ORDER BY id"))]
    )
    number, code, born = letter(leases[1])
    command = ActivateAccount(lease_number=number, code=code, birth_date=born, password_hash=hash_like("x"))
    kiosk.way.weather[:] = ["lost_answer", "", "lost_request"]
    woken: list[bool] = []
    kiosk.station.wake = lambda: woken.append(True)
    assert kiosk.station.perform_at_central(command, itself(kiosk.station)).result == {"account": number}
    assert woken
    laws.check_end(fleet)


def test_many_threads_at_one_station_disturb_nobody(fleet: Fleet) -> None:
    west, lease = fleet.members["west"].station, a_lease(fleet.members["west"].station)
    wrong: list[BaseException] = []
    over = threading.Event()

    def keep(doing: Any) -> threading.Thread:
        def run() -> None:
            try:
                while not over.is_set():
                    doing()
            except BaseException as error:  # noqa: BLE001 - told to the test
                wrong.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    count = text("SELECT count(*) FROM lease")
    doings = (lambda: west.ask(lambda session: session.execute(count).one()), west.status)
    threads = [keep(doing) for doing in (*doings, west.exchange, west.pull)]
    owed = balance(west, lease)
    for paid in range(12):
        if paid % 4 == 0:
            west.replica.distrust()
        take_cash_unseen(west, lease, 1, owed - paid)
    over.set()
    for thread in threads:
        thread.join()
    assert not wrong
    laws.check_end(fleet)
    assert balance(west, lease) == owed - 12
