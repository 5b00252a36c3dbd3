"""Fetching a whole agency: cut, killed or overtaken, it goes on where it was and serves what is whole."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.central.rows import feed, snapshot_files, snapshots
from desktop.errors import Nonsense, Offline
from desktop.sync.cache import bootstrap
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.faults import PowerCut
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import a_lease, balance, take_cash


@pytest.fixture(autouse=True)
def small_files(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    """No snapshot is there yet, and even six leases make a dozen files."""
    shutil.rmtree(fleet.central.store.snapshots)
    monkeypatch.setattr(feed, "ROWS_PER_FRAME", 5)
    monkeypatch.setattr(snapshot_files, "ROWS_PER_FILE", 25)


class Fetching:
    """Notes which files of a snapshot a station asks for; does something else at the n-th."""

    def __init__(self, member: Member, at: int = -1, instead: Callable[[], bytes] | None = None) -> None:
        self.asked: list[int] = []
        self._at, self._instead = at, instead
        self._whole = type(member.way).get.__get__(member.way)
        member.way.get = self.get  # type: ignore[method-assign]

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        number = path.rpartition("/")[2]
        if number.isdigit():
            self.asked.append(int(number))
            if int(number) == self._at and self._instead:
                return self._instead()
        return self._whole(path, headers)


def cut() -> bytes:
    raise Offline


def test_a_cut_line_costs_no_file_twice(fleet: Fleet) -> None:
    member = fleet.members["west"]
    member.station.replica.distrust()
    first = Fetching(member, at=5, instead=cut)
    with pytest.raises(Offline):
        member.station.exchange()
    second = Fetching(member)
    member.station.exchange()
    assert (first.asked[:6], min(second.asked)) == ([0, 1, 2, 3, 4, 5], 5)
    laws.check_end(fleet)


def test_a_power_cut_costs_no_file_twice(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    member, whole = fleet.members["west"], bootstrap.take_in

    def until_the_fourth(fresh: Any, index: int, puts: Any) -> None:
        if index == 4:
            raise PowerCut
        whole(fresh, index, puts)

    take_cash(member.station, a_lease(member.station), 1_000)
    member.station.replica.distrust()
    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "take_in", until_the_fourth)
        with pytest.raises(PowerCut):
            member.station.pull()
    fleet.restart("west")
    again = Fetching(fleet.members["west"])
    fleet.members["west"].station.replica.distrust()
    fleet.members["west"].station.pull()
    assert min(again.asked) == 4
    laws.check_end(fleet)


def test_what_was_begun_is_gone_when_it_cannot_be_gone_on_with(fleet: Fleet) -> None:
    member = fleet.members["west"]
    member.station.replica.distrust()
    Fetching(member, at=5, instead=cut)
    with pytest.raises(Offline):
        member.station.exchange()
    take_cash(fleet.members["east"].station, a_lease(member.station), 1_000)
    fleet.members["east"].station.exchange()
    fleet.time += snapshots.FRESH_FOR + timedelta(hours=1)
    after = Fetching(member)
    member.station.exchange()
    assert min(after.asked) == 0, "another snapshot, another cache"
    fleet.restart("west")
    assert len(list(member.folder.glob("cache-*.db"))) == 1
    laws.check_end(fleet)


def test_what_was_begun_goes_once_it_is_not_needed(fleet: Fleet) -> None:
    member = fleet.members["west"]
    member.station.replica.distrust()
    Fetching(member, at=5, instead=cut)
    with pytest.raises(Offline):
        member.station.exchange()
    fleet.restart("west")
    assert len(list(member.folder.glob("cache-*.db"))) == 2
    fleet.members["west"].station.exchange()
    assert len(list(member.folder.glob("cache-*.db"))) == 1
    laws.check_end(fleet)


def test_the_old_rows_serve_until_all_new_ones_are_there(fleet: Fleet) -> None:
    member = fleet.members["west"]
    lease, seen = a_lease(member.station), []
    owed = balance(member.station, lease)
    member.station.replica.distrust()
    member.station.on_change(lambda _tables: seen.append((balance(member.station, lease), status())))

    def status() -> tuple[int, int] | None:
        return member.station.status().fetched_rows

    member.station.exchange()
    assert {cents for cents, _ in seen} == {owed}
    rows = [progress for _, progress in seen if progress]
    assert rows == sorted(rows)
    assert rows[-1][0] == rows[-1][1] > 0


def test_an_altered_file_is_noticed_and_nothing_of_it_kept(fleet: Fleet) -> None:
    member = fleet.members["west"]
    member.station.replica.distrust()
    Fetching(member, at=3, instead=lambda: b"\x28\xb5\x2f\xfd rubbish")
    with pytest.raises(Nonsense):
        member.station.exchange()
    Fetching(member)
    laws.check_end(fleet)


@ON_BOTH
def test_stations_of_one_shape_share_a_snapshot_and_each_hears_what_came_since(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []
    whole = snapshots.build

    def counted(folder: Path, prefix: str, *rest: Any) -> Any:
        built.append(prefix[:10])
        return whole(folder, prefix, *rest)

    monkeypatch.setattr(snapshots, "build", counted)
    for name in ("west", "east"):
        member = fleet.members[name]
        take_cash(member.station, a_lease(member.station), 1_000)
        member.station.exchange()
        member.station.replica.distrust()
        member.station.exchange()
        assert fleet.differences(member) == []
    assert built == ["AG02-count"]
    laws.check_end(fleet)


def test_a_payment_whose_answer_was_lost_is_in_the_fetched_rows_once(fleet: Fleet) -> None:
    member = fleet.members["west"]
    lease = a_lease(member.station)
    owed = balance(member.station, lease)
    take_cash(member.station, lease, 1_000)
    member.way.weather[:] = ["lost_answer"]
    with pytest.raises(Offline):
        member.station.exchange()
    member.station.replica.distrust()
    member.station.pull()
    assert (balance(member.station, lease), member.station.journal.waiting()) == (owed - 1_000, 1)
    laws.check_end(fleet)


def test_a_snapshot_that_is_being_built_is_waited_for(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    member, waits = fleet.members["west"], []
    whole = member.station.link.snapshot

    def later() -> Any:
        if len(waits) < 2:
            return snapshot_files.Snapshot("", "", None, [], {}, wait_seconds=1.0)
        return whole()

    monkeypatch.setattr(member.station.link, "snapshot", later)
    run = bootstrap.Bootstrap(member.station.link, member.station.replica, lambda *_: None, waits.append)
    cursor = run.run()
    assert (waits, bool(cursor)) == ([1.0, 1.0], True)


def test_too_many_changes_are_fetched_as_a_snapshot(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    before = west.replica.current
    take_cash(east, a_lease(east), 1_000)
    east.exchange()
    monkeypatch.setattr(feed, "MAX_DELTA_BYTES", 10)
    with pytest.raises(Offline):
        west.exchange()
    monkeypatch.undo()
    monkeypatch.setattr(feed, "MAX_DELTA_ROWS", 2)
    west.exchange()
    assert west.replica.current is not before
    with west.replica.read() as session:
        assert session.execute(text("SELECT count(*) FROM payment")).scalar_one() == 1
