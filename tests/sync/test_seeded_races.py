"""More planted bugs: in what only two at once, a bad line, or a lost poke would show."""

import random
import threading
from collections.abc import Callable
from typing import Any

import pytest

from desktop.central.database import agency_write as units
from desktop.central.database.agency_write import agency_write
from desktop.errors import Nonsense
from desktop.models.ledger_entry import LedgerEntry
from desktop.protocol.frames import pack, unpack
from desktop.protocol.messages import End
from desktop.station.engine import Engine
from desktop.sync.cache.generations import Generations
from desktop.sync.exchange.listening import Rhythm
from desktop.sync.journal.unseen import Unseen
from desktop.sync.wire import link
from tests.sync import laws
from tests.sync import test_faults as faults
from tests.sync.copies import ON_BOTH
from tests.sync.fleet import AGENCY, Fleet
from tests.sync.visits import a_lease, balance, take_cash

WRITERS, UNITS = 4, 6


def write_at_once(fleet: Fleet) -> list[int]:
    """Several writers change one ledger line at once; the versions that their units got."""
    ((line,),) = fleet.at_central("SELECT min(id) FROM ledger_entry WHERE scope = 'AG02'")
    got: list[int] = []
    together = threading.Barrier(WRITERS)

    def write() -> None:
        together.wait(10)
        for _ in range(UNITS):
            with agency_write(fleet.central.store.database, {AGENCY}) as work:
                work.session.get_one(LedgerEntry, line).debit_cents += 1
            got.append(work.versions[AGENCY])

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(50)
    return got


@ON_BOTH
def test_writers_at_once_each_get_a_version_of_their_own(fleet: Fleet) -> None:
    ((before,),) = fleet.at_central("SELECT ver FROM scope WHERE id = 'AG02'")
    ((cents,),) = fleet.at_central("SELECT sum(debit_cents) FROM ledger_entry WHERE scope = 'AG02'")
    got = write_at_once(fleet)
    assert sorted(got) == list(range(before + 1, before + WRITERS * UNITS + 1))
    assert fleet.at_central("SELECT sum(debit_cents) FROM ledger_entry WHERE scope = 'AG02'") == [
        (cents + WRITERS * UNITS,)
    ]


def an_answer_without_its_end_is_no_answer(fleet: Fleet) -> None:
    """A proxy hands on a whole, well-formed part of an answer."""
    west, east = fleet.members["west"], fleet.members["east"]
    take_cash(west.station, a_lease(west.station), 1_000)
    west.station.exchange()
    say, position = east.way.post, fleet.position(east)

    def endless(path: str, body: bytes) -> bytes:
        return pack([frame for frame in unpack(say(path, body)) if not isinstance(frame, End)])

    east.way.post = endless  # type: ignore[method-assign]
    with pytest.raises(Nonsense):
        east.station.exchange()
    east.way.post = say  # type: ignore[method-assign]
    assert fleet.position(east) == position
    laws.check_end(fleet)


def test_an_answer_without_its_end_is_no_answer(fleet: Fleet) -> None:
    an_answer_without_its_end_is_no_answer(fleet)


def what_no_poke_told_of_is_asked_for(fleet: Fleet) -> None:
    """Central's pokes are all lost; the station still hears of a payment elsewhere, by asking in time."""
    west, east = fleet.members["west"].station, fleet.members["east"].station
    arrived = threading.Event()
    east.on_change(lambda tables: arrived.set() if "payment" in tables else None)
    engine = Engine(east, randomness=random.Random(1), rhythm=Rhythm(poll=0.05))
    engine.start()
    try:
        take_cash(west, a_lease(west), 1_000)
        west.exchange()
        assert arrived.wait(3.0)
    finally:
        engine.stop()


def test_what_no_poke_told_of_is_asked_for(fleet: Fleet) -> None:
    what_no_poke_told_of_is_asked_for(fleet)


def the_old_rows_serve_while_new_ones_are_fetched(fleet: Fleet) -> None:
    """Whatever is being fetched, the screens show whole rows."""
    east = fleet.members["east"]
    lease, fetch, seen = a_lease(east.station), east.way.get, []
    owed = balance(east.station, lease)

    def watched(path: str, headers: dict[str, str] | None = None) -> bytes:
        body = fetch(path, headers)
        seen.append(balance(east.station, lease))
        return body

    east.way.get = watched  # type: ignore[method-assign]
    east.station.replica.distrust()
    east.station.exchange()
    assert set(seen) == {owed}


def test_the_old_rows_serve_while_new_ones_are_fetched(fleet: Fleet) -> None:
    the_old_rows_serve_while_new_ones_are_fetched(fleet)


def endless_answers(_whole: Any) -> Any:
    def read(body: bytes) -> Any:
        frames = list(unpack(body))
        ends = [frame for frame in frames if isinstance(frame, End)]
        return [frame for frame in frames if frame not in ends], ends[0] if ends else End(None, None, {})

    return read


def switched_first(whole: Any) -> Any:
    def prepare(self: Any, source: str = "") -> Any:
        fresh = whole(self, source)
        self.current = fresh
        return fresh

    return prepare


Planted = tuple[Any, str, Callable[[Any], Any], Callable[[Fleet], None]]
BUGS: dict[str, Planted] = {
    "an answer is taken without its end": (
        link,
        "unpack_answer",
        endless_answers,
        an_answer_without_its_end_is_no_answer,
    ),
    "the new rows serve before they are all there": (
        Generations,
        "prepare",
        switched_first,
        the_old_rows_serve_while_new_ones_are_fetched,
    ),
    "what central refused is told to nobody": (
        Unseen,
        "words",
        lambda _whole: lambda _self: {},
        faults.test_a_rewritten_command_is_refused_and_the_next_one_goes_through,
    ),
    "nobody asks when pokes are lost": (
        Engine,
        "_pause",
        lambda _whole: lambda _self, _failures: 3_600.0,
        what_no_poke_told_of_is_asked_for,
    ),
}


@pytest.mark.parametrize("name", BUGS)
def test_the_bug_is_noticed(name: str, fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    where, word, what, story = BUGS[name]
    monkeypatch.setattr(where, word, what(getattr(where, word)))
    with pytest.raises((Exception, pytest.fail.Exception)):
        story(fleet)


@pytest.mark.parametrize("fleet", ["postgresql"], indirect=True)
def test_writers_that_do_not_lock_their_scope_are_noticed(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "_LOCKED", units._VERSION)
    monkeypatch.setattr(threading, "excepthook", lambda _arguments: None)
    with pytest.raises(AssertionError):
        test_writers_at_once_each_get_a_version_of_their_own(fleet)
