"""Lanes: order, outcomes, progress, silence after cancel, and an end that waits."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop.jobs import Lane, LaneClosed
from desktop.outcomes import Err, Ok
from tests.fakes import ManualLane


@dataclass
class Ear:
    """Keeps what it is told, and on which thread."""

    heard: list[object] = field(default_factory=list)
    threads: set[object] = field(default_factory=set)

    def hear(self, words: object) -> None:
        self.heard.append(words)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def lane(qapp: object) -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    assert lane.close(5_000)


def test_the_value_of_the_work_is_delivered_on_the_window_thread(lane: Lane, qtbot: QtBot) -> None:
    ear, workers = Ear(), set()
    lane.run(lambda: (workers.add(threading.get_ident()), 7)[1], ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard == [Ok(7)]
    assert ear.threads == {QThread.currentThread()}
    assert threading.get_ident() not in workers


def test_what_the_work_raises_is_an_outcome_too(lane: Lane, qtbot: QtBot) -> None:
    ear = Ear()
    lane.run(lambda: 1 // 0, ear.hear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    match ear.heard:
        case [Err(ZeroDivisionError() as error)]:
            assert error.__traceback__ is not None
        case other:
            pytest.fail(f"heard {other}")


def test_two_hundred_pieces_of_work_arrive_in_the_order_given(lane: Lane, qtbot: QtBot) -> None:
    ear = Ear()
    for number in range(200):
        lane.run(lambda number=number: number, ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 200)
    assert ear.heard == [Ok(number) for number in range(200)]
    assert not lane.busy


def test_a_lane_has_one_worker(lane: Lane, qtbot: QtBot) -> None:
    ear, inside, most = Ear(), threading.Semaphore(1), []

    def alone() -> bool:
        free = inside.acquire(blocking=False)
        most.append(free)
        if free:
            inside.release()
        return free

    for _ in range(50):
        lane.run(alone, ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 50)
    assert all(most)


def test_progress_is_told_before_the_outcome(lane: Lane, qtbot: QtBot) -> None:
    ear = Ear()

    def work(tell) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
        tell("insert the card")
        tell("remove the card")
        return "paid"

    lane.run(work, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 3)
    assert ear.heard == ["insert the card", "remove the card", Ok("paid")]
    assert ear.threads == {QThread.currentThread()}


def test_who_cancelled_is_told_nothing_although_the_work_goes_on(lane: Lane, qtbot: QtBot) -> None:
    ear, other, start, done = Ear(), Ear(), threading.Event(), []
    ticket = lane.run(lambda: (start.wait(5), done.append(True)), ear.hear)
    ticket.cancel()
    start.set()
    lane.run(lambda: None, other.hear)
    qtbot.waitUntil(lambda: bool(other.heard))
    assert done == [True]
    assert ear.heard == []
    assert not ticket.live


def test_closing_waits_for_the_work_and_tells_nobody(qtbot: QtBot) -> None:
    lane, ear, done = Lane("closing"), Ear(), []
    for number in range(3):
        lane.run(lambda number=number: done.append(number), ear.hear)
    assert lane.close(5_000)
    qtbot.waitUntil(lambda: not lane.busy)
    assert done == [0, 1, 2]
    assert ear.heard == []


def test_closing_gives_up_at_its_deadline_and_drops_what_has_not_begun(qapp: object) -> None:
    lane, begun, release, done = Lane("stuck"), threading.Event(), threading.Event(), []
    lane.run(lambda: (begun.set(), release.wait(5)), Ear().hear)
    lane.run(lambda: done.append("never"), Ear().hear)
    assert begun.wait(5)
    assert lane.close(1) is False
    release.set()
    assert lane.close(5_000)
    assert done == []


def test_a_closed_lane_takes_no_work(qapp: object) -> None:
    lane = Lane("closed")
    lane.close()
    with pytest.raises(LaneClosed):
        lane.run(lambda: 1, Ear().hear)


def test_the_lane_by_hand_behaves_like_the_real_one() -> None:
    lane, ear = ManualLane(), Ear()

    def work(tell) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001
        tell("half")
        return 2

    lane.run(work, ear.hear, ear.hear)
    lane.run(lambda: 1 // 0, ear.hear)
    lane.run(lambda: 3, ear.hear).cancel()
    assert lane.waiting == 3
    assert ear.heard == []
    lane.drain()
    assert ear.heard[:2] == ["half", Ok(2)]
    assert isinstance(ear.heard[2], Err)
    assert len(ear.heard) == 3
