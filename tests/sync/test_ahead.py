"""Questions begun ahead are asked in their order, and none after one that went otherwise than foreseen."""

from collections.abc import Callable, Iterator

import pytest

from desktop.errors import Offline
from desktop.protocol.chain import GENESIS
from desktop.protocol.messages import Envelope, Hello, Result
from desktop.services.command import Status
from desktop.sync.exchange.ahead import Ahead, Push
from desktop.sync.wire.delta import Delta
from desktop.sync.wire.link import Answer

Ask = Callable[[Push], Answer]


def push(first: int, last: int) -> Push:
    """The commands from `first` to `last`."""
    envelopes = [
        Envelope(seq, bytes([seq]) * 16, "note.add", 1, b"", 0, "staff:claire", 0, GENESIS, b"", b"")
        for seq in range(first, last + 1)
    ]
    return Push("life", b"", "", envelopes)


def answered(asked: Push, status: Status = Status.APPLIED) -> Answer:
    """All of them ended so."""
    results = [Result(each.seq, each.key, status, None, b"") for each in asked.envelopes]
    return Answer(results, Delta(), False, Hello(0, None, {}))


class Central:
    """Notes what it is asked, and answers; one question as `wrong` says."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.wrong: dict[int, Ask] = {}

    def ask(self, asked: Push) -> Answer:
        """The answer to a question, known by the number of its first command."""
        first = asked.envelopes[0].seq
        self.heard.append(first)
        return self.wrong.get(first, answered)(asked)


@pytest.fixture
def central() -> Central:
    """Central, in good order."""
    return Central()


@pytest.fixture
def ahead(central: Central) -> Iterator[Ahead]:
    """Questions to it, the first three of them begun."""
    questions = Ahead(central.ask)
    for first in (1, 3, 5):
        questions.begin(push(first, first + 1))
    yield questions
    questions.close()


def broken(_asked: Push) -> Answer:
    """Nobody knows what became of it."""
    raise Offline("connection_lost")


def again(asked: Push) -> Answer:
    """Central could not do the commands, this time."""
    return answered(asked, Status.RETRY)


def test_answers_come_in_the_order_of_the_questions(central: Central, ahead: Ahead) -> None:
    found = [ahead.answer_to(push(first, first + 1)) for first in (1, 3, 5)]
    assert [answer.results[0].seq for answer in found if answer] == [1, 3, 5]
    assert central.heard == [1, 3, 5]
    assert ahead.answer_to(push(7, 8)) is None


def test_all_are_asked_while_nobody_waits_for_an_answer(central: Central, ahead: Ahead) -> None:
    assert ahead.answer_to(push(1, 2)) is not None
    ahead.begin(push(7, 8))
    assert ahead.last == push(7, 8).envelopes[-1]
    ahead.answer_to(push(3, 4))
    ahead.answer_to(push(5, 6))
    ahead.answer_to(push(7, 8))
    assert central.heard == [1, 3, 5, 7]


@pytest.mark.parametrize("wrong", [broken, again])
def test_nothing_is_asked_after_what_went_wrong(central: Central, wrong: Ask) -> None:
    central.wrong[3] = wrong
    ahead = Ahead(central.ask)
    for first in (1, 3, 5, 7):
        ahead.begin(push(first, first + 1))
    ahead.answer_to(push(1, 2))
    if wrong is broken:
        with pytest.raises(Offline):
            ahead.answer_to(push(3, 4))
    else:
        ahead.answer_to(push(3, 4))
    assert ahead.answer_to(push(5, 6)) is None
    assert ahead.answer_to(push(7, 8)) is None
    assert central.heard == [1, 3]
    ahead.close()


def test_what_was_foreseen_otherwise_is_dropped_whole(ahead: Ahead) -> None:
    assert ahead.answer_to(push(1, 1)) is None
    assert len(ahead) == 0
    assert ahead.last is None
