"""Whoever answers a station: it reads no more than it can hold, and calls the rest nonsense."""

import gzip
import tracemalloc
from collections.abc import Callable
from itertools import repeat
from typing import Any

import msgspec
import pytest
import zstandard

from desktop.errors import GuichetError, Nonsense, Offline
from desktop.protocol.frames import MAX_ANSWER_BYTES, MOST_SENT_BYTES, AnswerTooBig, pack, unpack_answer
from desktop.protocol.messages import End, EnrolRequest, Put, VerifyRequest
from desktop.sync.wire.link import Link
from desktop.sync.wire.transport import HttpTransport, enrol
from tests.attacks.false_central import answering

MEGABYTE = 1024 * 1024
DEEP = 100_000
ASKED: dict[str, Callable[[Link], Any]] = {
    "an exchange": lambda link: link.exchange(None, "i", []),
    "a comparison": lambda link: link.verify(VerifyRequest("", "i")),
    "a snapshot": lambda link: link.snapshot(),
    "a file of a snapshot": lambda link: link.snapshot_file("name", 0),
    "an outcome": lambda link: link.outcome(b"k" * 16),
    "a photo": lambda link: link.blob("0" * 64),
    "whether something moved": lambda link: link.moved_beyond(None, 0),
}
NONSENSE = {"answer_unreadable", "central_failing", "answer_truncated"}
SENSELESS = {
    "lists within lists": b"\x91" * DEEP,
    "lists within lists, as JSON": b"[" * DEEP,
    "text that is no UTF-8": b'{"code": "\xff\xfe", "facts": {}}',
    "another kind of thing": msgspec.msgpack.encode({"token": 1}),
    "numbers beyond all": b"\x93" + (b"\xcf" + b"\xff" * 8) * 3,
}


def packed_zeros(megabytes: int) -> bytes:
    """A small answer that becomes a very large one."""
    packing = zstandard.ZstdCompressor(level=1).compressobj()
    parts = [packing.compress(bytes(MEGABYTE)) for _ in range(megabytes)]
    return b"".join([*parts, packing.flush()])


def peak_of(work: Callable[[], object]) -> int:
    """How many bytes were held at most while it ran."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def refusal_of(asked: Callable[[Link], Any], link: Link) -> str:
    """How the station calls what came."""
    with pytest.raises(GuichetError) as told:
        asked(link)
    return told.value.code


def test_a_small_answer_that_becomes_a_large_one_is_refused_before_it_fills_the_memory() -> None:
    small = packed_zeros(3 * MAX_ANSWER_BYTES // MEGABYTE)
    assert len(small) < 96 * 1024

    def unpack() -> None:
        with pytest.raises(Nonsense, match="answer_too_big"):
            unpack_answer(small)

    assert peak_of(unpack) < 2 * MAX_ANSWER_BYTES


def test_central_never_packs_more_than_a_station_unpacks() -> None:
    rows = [("x" * MEGABYTE,)] * (MOST_SENT_BYTES // MEGABYTE - 1)
    assert unpack_answer(pack([Put("t", ["id"], rows), End(None, None, {})]))[0]
    with pytest.raises(AnswerTooBig):
        pack([Put("t", ["id"], rows)] * 2)


@pytest.mark.parametrize("what", ASKED)
def test_an_answer_without_end_is_given_up(what: str) -> None:
    with answering(repeat(bytes(MEGABYTE))) as link:
        assert refusal_of(ASKED[what], link) == "answer_too_big"


@pytest.mark.parametrize("what", ASKED)
def test_an_answer_that_was_packed_on_its_way_is_not_unpacked(what: str) -> None:
    body = gzip.compress(bytes(3 * MEGABYTE))
    with answering([body], Content_Encoding="gzip", Content_Length=str(len(body))) as link:
        assert refusal_of(ASKED[what], link) == "answer_unreadable"


@pytest.mark.parametrize("status", [200, 422, 500])
@pytest.mark.parametrize("how", SENSELESS)
def test_a_senseless_answer_is_nonsense_whatever_was_asked(how: str, status: int) -> None:
    body = SENSELESS[how]
    with answering([body], status, Content_Length=str(len(body))) as link:
        for what in ("an exchange", "a comparison", "a snapshot", "an outcome"):
            assert refusal_of(ASKED[what], link) in {
                "answer_unreadable",
                "central_failing",
                "answer_truncated",
            }


@pytest.mark.parametrize("word", [b"data: aaaa", b"\n".ljust(5_000, b"x")])
def test_a_word_of_the_event_stream_that_never_ends_is_given_up(word: bytes) -> None:
    with answering(repeat(word)) as link, pytest.raises(Nonsense, match="answer_too_big"):
        list(link.pokes())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_who_sends_elsewhere_is_not_followed(asked: Callable[[Link], Any], status: int) -> None:
    with (
        answering([b"never read"]) as elsewhere,
        answering([], status, Location=address_of(elsewhere), Content_Length="0") as link,
    ):
        assert refusal_of(asked, link) == "central_sends_elsewhere"


def test_a_code_is_never_carried_to_where_somebody_sends_it() -> None:
    with answering([], 307, Location="http://127.0.0.1:1/", Content_Length="0") as link:
        request = EnrolRequest(code="ABCD-EFGH", public_key="", proof="", incarnation="")
        with pytest.raises(Offline, match="central_sends_elsewhere"):
            enrol(address_of(link), request, None)


def address_of(link: Link) -> str:
    transport = link.transport
    assert isinstance(transport, HttpTransport)
    return transport._base
