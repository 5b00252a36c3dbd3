"""Links of both versions: what they cover, what may be forgotten, and that none passes for the other."""

import dataclasses
from pathlib import Path

import msgspec
import pytest

from desktop.central.commands.chains import proven
from desktop.models.device import Device
from desktop.protocol import chain
from desktop.protocol.chain import GENESIS, body_hash, command_hash, is_whole, version_of
from desktop.protocol.messages import Envelope, Hello
from desktop.security.device_key import public_key, verify
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.journal import Journal, check_links

DEVICE, PRIVATE, KEY = "device-1", bytes(range(1, 33)), bytes(range(32))
BODY = b"\x81\xa1a\x01"
DRAFT = Draft(7, bytes(range(16)), "payment.take", 1, BODY, 1_700_000_000_000, "staff:claire", 3)
BEFORE = bytes(range(32))
replace = msgspec.structs.replace


def link(version: int, previous: bytes = BEFORE) -> Envelope:
    return DRAFT.signed(previous, DEVICE, PRIVATE, chain=version)


@pytest.mark.parametrize(
    ("version", "digest"),
    [
        (1, "909b529d8d24f005a5790bbb5c501555924c27d93cbc3c55a7998448eb90123b"),
        (2, "95de564d73e89a50e1f2dbaae6d2cceb4efb3c7a5bd1c8b42cb6528c24d160cf"),
    ],
)
def test_what_was_signed_once_is_hashed_alike_for_ever(version: int, digest: str) -> None:
    made = link(version)
    assert (version_of(made), made.hash.hex()) == (version, digest)
    assert is_whole(DEVICE, made)
    assert verify(public_key(PRIVATE), made.signature, made.hash)


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(
    "rewritten",
    [
        {"body": b"\x81\xa1a\x02"},
        {"actor": "staff:other"},
        {"receipt_no": 4},
        {"previous": bytes(32)},
        {"body_hash": body_hash(b"\x81\xa1a\x02")},
        {"body": b"\x81\xa1a\x02", "body_hash": body_hash(b"\x81\xa1a\x02")},
    ],
)
def test_nothing_can_be_rewritten_in_either(version: int, rewritten: dict[str, object]) -> None:
    assert not is_whole(DEVICE, replace(link(version), **rewritten))


def test_a_body_can_be_forgotten_in_version_2_alone() -> None:
    assert is_whole(DEVICE, replace(link(2), body=b""))
    assert not is_whole(DEVICE, replace(link(1), body=b""))


@pytest.mark.parametrize(
    "disguise",
    [
        {"body": body_hash(BODY), "body_hash": b""},
        {"body_hash": b""},
        {"body": b"", "body_hash": b""},
    ],
)
def test_no_link_of_version_2_passes_for_one_of_version_1(disguise: dict[str, object]) -> None:
    """Were the version not in the hash, the first disguise would: a body that nobody wrote, well signed."""
    assert not is_whole(DEVICE, replace(link(2), **disguise))


def test_not_even_with_a_previous_that_begins_like_version_2() -> None:
    made = link(2)
    opening = chain._SECOND
    forged = replace(made, previous=opening + BEFORE, body=made.body_hash, body_hash=b"")
    assert command_hash(forged.previous, DEVICE, forged) == made.hash, "this is what the check must see"
    assert not is_whole(DEVICE, forged)
    assert proven(Device(id=DEVICE, public_key=public_key(PRIVATE)), [forged]) == set()


def test_no_link_of_version_1_passes_for_one_of_version_2() -> None:
    made = link(1)
    for hidden in (made.body, body_hash(made.body)):
        assert not is_whole(DEVICE, replace(made, body=b"", body_hash=hidden))


def test_a_command_of_version_1_is_read_as_it_was_written_before_there_was_another() -> None:
    whole: list[object] = msgspec.msgpack.decode(msgspec.msgpack.encode(link(1)))
    assert whole.pop() == b""
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(whole), type=Envelope) == link(1)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal.open(tmp_path / "journal.db", KEY, DEVICE, PRIVATE)


def append(journal: Journal) -> Envelope:
    draft = dataclasses.replace(DRAFT, seq=journal.head + 1, key=bytes(15) + bytes([journal.head]))
    return journal.append(draft, issued_receipt=False)


def hears(journal: Journal, chain: int, epoch: str = "one") -> None:
    journal.keeping.heard(Hello(0, None, {}, epoch=epoch, chain=chain), [])


def test_a_station_writes_what_central_said_it_reads_and_remembers_it(
    journal: Journal, tmp_path: Path
) -> None:
    assert version_of(append(journal)) == 1
    hears(journal, 2)
    assert version_of(append(journal)) == 2
    journal.database.close()
    again = Journal.open(tmp_path / "journal.db", KEY, DEVICE, PRIVATE)
    assert version_of(append(again)) == 2
    assert again.after(0)[0].previous == GENESIS
    assert again.verify() == check_links(again.database) == 3
    again.database.close()


def test_a_central_put_back_to_an_older_program_is_sent_nothing_that_it_would_call_forged(
    journal: Journal,
) -> None:
    hears(journal, 2)
    first = append(journal)
    journal.keeping.restored("two")
    assert journal.unanswered(10) == [], "nobody knows what this central reads"
    assert version_of(append(journal)) == 1
    hears(journal, 1, "two")
    assert journal.unanswered(10) == [], "they wait, in their order"
    hears(journal, 2, "two")
    assert journal.unanswered(1) == [first]
    assert journal.verify() == 2
    journal.database.close()
