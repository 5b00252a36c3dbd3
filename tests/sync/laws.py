"""What must be true of a fleet after whatever happened: the invariants of the protocol, in one place."""

from uuid import UUID, uuid5

import msgspec
import pytest

from desktop.errors import NotAllowed, Offline
from desktop.protocol.messages import Envelope
from desktop.services.command import Status
from desktop.sync.cache import cache
from desktop.sync.exchange.admission import Admission
from desktop.sync.journal.journal import Journal
from tests.sync.fleet import Fleet, Member

ROUNDS = 12
"""More rounds than a station needs beside those for its commands: what takes longer never ends."""


def payment_of(command: Envelope | bytes) -> str:
    """The id of the payment that a command makes, wherever and however often it runs."""
    key = command if isinstance(command, bytes) else command.key
    return str(uuid5(UUID(bytes=key), "payment"))


def check_station(fleet: Fleet, member: Member) -> None:
    """What holds for one station at any time, connected or not."""
    journal = member.station.journal
    if Admission(journal).is_emptied:
        member.backed_up |= member.paid
        member.paid = {}
    commands = journal.after(0)
    assert [command.seq for command in commands] == [*range(1, journal.head + 1)]
    assert [*_told(journal)] == [*range(1, journal.told + 1)], "outcomes are kept in order, without a gap"
    kept = {payment_of(command) for command in commands}
    assert member.paid.keys() <= kept, "I1: what a person was told is in the journal"
    _check_visible(member, commands)
    _check_cursor(fleet, member)


def check_central(fleet: Fleet) -> None:
    """What holds at central at any time."""
    ((taken,),) = fleet.at_central("SELECT coalesce(sum(amount_cents), 0) FROM payment")
    ((booked,),) = fleet.at_central(
        "SELECT coalesce(sum(credit_cents), 0) FROM ledger_entry WHERE payment_id IS NOT NULL"
    )
    assert taken == booked, "conservation: the ledger moved by what was paid"
    proven = {
        payment_of(key)
        for key, status, result in fleet.at_central("SELECT key, status, result FROM command")
        if status in (Status.APPLIED, Status.APPLIED_WITH_WARNING) and _paid(result)
    }
    made = {payment for (payment,) in fleet.at_central("SELECT id FROM payment")}
    assert made == proven, "I2: an effect and its outcome come together"
    numbers = [int(n.rpartition("-")[2]) for (n,) in fleet.at_central("SELECT canonical FROM receipt")]
    assert sorted(numbers) == list(range(1, len(numbers) + 1)), "central's receipts have no gap and no double"
    ((noted,),) = fleet.at_central("SELECT count(*) FROM command WHERE kind = 'account.note_sign_in'")
    ((counted,),) = fleet.at_central(
        "SELECT coalesce(sum(failures), 0) FROM attempt WHERE id LIKE 'sign_in:%'"
    )
    assert counted == noted, "I2: each failure counts once"


def check_told(fleet: Fleet, member: Member) -> None:
    """What a station was told by this very central is so."""
    told = _told(member.station.journal)
    for command in member.station.journal.these(told):
        assert fleet.outcome(member, command.key) == told[command.seq], "I3: told is what central holds"


def check_same(fleet: Fleet, member: Member) -> None:
    """A station with nothing left to say holds exactly its shape of central."""
    assert member.station.journal.waiting() == 0
    assert fleet.differences(member) == [], "I4, I8: the rows of its shape and no other"


def settle(fleet: Fleet) -> None:
    """Everybody talks until nobody has anything to say; whoever needs for ever is wrong."""
    for _ in range(2):
        for name, member in fleet.members.items():
            member.way.weather.clear()
            if name in fleet.shut_out:
                farewell(fleet, member)
            else:
                say_all(member)


def say_all(member: Member) -> None:
    """Exchanges until neither side has more to say."""
    for _ in range(ROUNDS + member.station.journal.head):
        if not _exchange(member):
            return
    raise AssertionError("the conversation never ends")


def _exchange(member: Member) -> bool:
    """One round. What was lost on the way of a question asked ahead may be heard of only now."""
    was_ahead = len(member.station._exchanging.conversation._ahead) > 0
    try:
        return member.station.exchange()
    except Offline:
        if not was_ahead:
            raise
        return True


def _exchange_whatever_comes(member: Member) -> None:
    for _ in range(ROUNDS):
        _exchange(member)


def farewell(fleet: Fleet, member: Member) -> None:
    """A station that was shut out hands over what it has, and keeps no row; nothing else is said to it.

    What it was told before, it may hear of now.
    """
    with pytest.raises(NotAllowed, match="device_revoked"):
        _exchange_whatever_comes(member)
    assert not member.station.status().bootstrapped
    assert lost_by(fleet, member) == set(), "central has what it handed over"


def lost_by(fleet: Fleet, member: Member) -> set[str]:
    """Payments of a station that are neither in the books nor kept for a person to decide."""
    there = {payment for (payment,) in fleet.at_central("SELECT id FROM payment")}
    there |= {payment_of(key) for (key,) in fleet.at_central("SELECT key FROM quarantine")}
    return (member.paid.keys() | member.backed_up.keys()) - there


def check_end(fleet: Fleet) -> None:
    """After all is healed nothing is lost, nothing doubled, everybody agrees."""
    settle(fleet)
    check_central(fleet)
    at_central = dict(fleet.at_central("SELECT id, amount_cents FROM payment"))
    for name, member in fleet.members.items():
        check_station(fleet, member)
        if name in fleet.shut_out:
            assert lost_by(fleet, member) == set(), "what a person paid is in the books, or in quarantine"
            continue
        assert member.station.journal.verify() == member.station.journal.head
        check_told(fleet, member)
        check_same(fleet, member)
        lost = {
            key: at_central.get(key) for key, cents in member.paid.items() if at_central.get(key) != cents
        }
        assert not lost, "what a person paid is in the books"


def _check_visible(member: Member, commands: list[Envelope]) -> None:
    with member.station.replica.read() as session:
        if cache.meta(session, "cursor") is None:
            return
        refused = cache.refused(session)
        here = {row[0] for row in session.connection().exec_driver_sql("SELECT id FROM ledger_entry")}
    shown = {payment_of(command) for command in commands if command.seq not in refused} & member.paid.keys()
    assert shown <= here, "I6: what was done at a station shows there until central has it, and after"


def _told(journal: Journal) -> dict[int, int]:
    """The status of each command whose outcome was kept, oldest first."""
    with journal.database.read() as session:
        found = session.connection().exec_driver_sql("SELECT seq, status FROM outcome ORDER BY seq")
        return {seq: status for seq, status in found}


def _check_cursor(fleet: Fleet, member: Member) -> None:
    now = fleet.position(member)
    for scope, (epoch, version) in (now or {}).items():
        before, at = member.seen.get(scope, (epoch, version))
        assert before != epoch or version >= at, "I5: a cursor never goes back within an epoch"
    member.seen = now or member.seen


def _paid(result: bytes) -> bool:
    facts = msgspec.msgpack.decode(result)
    return bool(facts) and "payment_id" in facts
