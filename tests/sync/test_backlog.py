"""A day offline is handed in batch after batch, the next one already under way while the last is kept."""

from collections.abc import Iterator
from contextlib import suppress
from threading import current_thread

import msgspec
import pytest
from _pytest.mark.structures import ParameterSet

from desktop.central.database.agency_write import agency_write
from desktop.errors import Offline
from desktop.models.request import ServiceRequest
from desktop.protocol.messages import ExchangeRequest
from desktop.station.station import Station
from desktop.sync.cache import cache
from desktop.sync.exchange import ahead, conversation
from desktop.sync.journal.journal import Journal
from tests.sync import laws
from tests.sync.faults import PowerCut, cut_after
from tests.sync.fleet import AGENCY, Fleet, Member
from tests.sync.visits import a_lease, answer, report_fault, rows, take_cash

BATCH = 2
DAY = 13


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fleet]:
    """A fleet whose stations send two commands at a time."""
    monkeypatch.setattr(conversation, "BATCH", BATCH)
    fleet = Fleet()
    yield fleet
    fleet.close()


def work_offline(member: Member) -> None:
    """Takes money all day, and tells people so."""
    for cents in range(1_000, 1_000 + DAY):
        done = take_cash(member.station, a_lease(member.station), cents).result or {}
        member.paid[done["payment_id"]] = cents


def hand_in(station: Station) -> None:
    """Exchanges until all is said; the line may break meanwhile."""
    for _ in range(4 * DAY):
        with suppress(Offline):
            if not station.exchange() and not station.journal.waiting():
                return


def soak(first: tuple[str, ...], second: range, quick: set[tuple[str, int]]) -> list[ParameterSet]:
    """Every pair of both; all but the `quick` ones only where there is time."""
    pairs = [(word, number) for word in first for number in second]
    return [pytest.param(*pair, marks=() if pair in quick else pytest.mark.soak) for pair in pairs]


WEATHERS = ("lost_request", "lost_answer", "delivered_twice", "truncated")
WORDS = ("note_outcomes", "put", "begin", "is_whole")


@pytest.mark.parametrize(("weather", "at"), soak(WEATHERS, range(8), {("lost_answer", 1), ("truncated", 4)}))
def test_a_broken_line_costs_and_doubles_nothing(town: Fleet, weather: str, at: int) -> None:
    west = town.members["west"]
    work_offline(west)
    west.way.weather[:] = [""] * at + [weather]
    hand_in(west.station)
    assert west.station.journal.waiting() == 0
    laws.check_end(town)


@pytest.mark.parametrize(
    ("word", "times"), soak(WORDS, range(1, 6), {("note_outcomes", 2), ("begin", 1), ("put", 4)})
)
def test_a_power_cut_in_the_midst_costs_and_doubles_nothing(town: Fleet, word: str, times: int) -> None:
    west = town.members["west"]
    work_offline(west)
    for _ in range(times - 1):
        west.station.exchange()
    where = {"note_outcomes": Journal, "put": cache, "begin": ahead.Ahead, "is_whole": conversation}[word]
    with cut_after(where, word), suppress(PowerCut):
        for _ in range(6):
            west.station.exchange()
    town.restart("west")
    hand_in(town.members["west"].station)
    laws.check_end(town)


def test_the_next_commands_are_sent_while_these_are_kept(
    town: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    west, threads = town.members["west"], list[str]()
    post = west.way.post

    def noted(path: str, body: bytes) -> bytes:
        threads.append(current_thread().name.partition("_")[0])
        return post(path, body)

    monkeypatch.setattr(west.way, "post", noted)
    work_offline(west)
    hand_in(west.station)
    assert threads.count("ahead") >= DAY // BATCH - 2
    laws.check_end(town)


def test_rows_of_others_come_before_all_is_handed_in(town: Fleet) -> None:
    west, east = town.members["west"], town.members["east"].station
    request = report_fault(east, a_lease(east))
    east.exchange()
    work_offline(west)
    for _ in range(ahead.ROWLESS_IN_A_ROW):
        assert west.station.exchange()
    asked = [msgspec.msgpack.decode(said, type=ExchangeRequest) for said in west.way.said]
    assert all(each.results_only and len(each.envelopes) == BATCH for each in asked)
    assert west.station.exchange()
    assert west.station.journal.waiting() > 0
    assert request in {row[0] for row in rows(west.station, "service_request")}
    laws.check_end(town)


def test_what_was_refused_in_the_midst_vanishes(town: Fleet) -> None:
    west = town.members["west"]
    request = report_fault(west.station, a_lease(west.station))
    laws.settle(town)
    answer(west.station, request, "Nous passons mardi.")
    work_offline(west)
    with agency_write(town.central.store.database, {AGENCY}) as work:
        work.session.delete(work.session.get_one(ServiceRequest, request))
    hand_in(west.station)
    assert [item.code for item in west.station.attention()] == ["request_unknown"]
    laws.check_end(town)
