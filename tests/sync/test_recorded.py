"""What earlier versions said is understood today: commands, requests of stations, answers of central."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from desktop.central.database.agency_write import agency_write
from desktop.models.device import Device
from desktop.protocol.frames import unpack_answer
from desktop.protocol.messages import Envelope, ExchangeRequest, PerformRequest, Result
from desktop.security import tokens
from desktop.services import catalogue
from desktop.services.command import Status
from tests.sync.fleet import AGENCY, START, Fleet
from tests.sync.tapes import Player, Recorded, Word

FOLDER = Path(__file__).parent / "recorded"
VERSIONS = sorted(path.name for path in FOLDER.iterdir() if (path / "said_by_a_counter.bin").exists())
every_version = pytest.mark.parametrize("version", VERSIONS)


@cache
def recorded(version: str, name: str) -> Recorded:
    """A conversation of that version."""
    return msgspec.msgpack.decode((FOLDER / version / f"{name}.bin").read_bytes(), type=Recorded)


def commands(version: str) -> Iterator[Envelope | PerformRequest]:
    """Every command that its stations sent."""
    for name in ("said_by_a_counter", "said_by_a_kiosk"):
        for word in recorded(version, name).words:
            if word.path.endswith("/exchange"):
                yield from msgspec.msgpack.decode(word.question, type=ExchangeRequest).envelopes
            elif word.path.endswith("/perform"):
                yield msgspec.msgpack.decode(word.question, type=PerformRequest)


def newest(kind: str) -> int:
    """The version in which a command is written today: one of it has lost no field since."""
    return catalogue.BY_KIND[kind].version


def ends(word: Word, answer: bytes) -> dict[bytes, int]:
    """How each command of a question ended, by its key."""
    if word.path.endswith("/perform"):
        result = msgspec.msgpack.decode(answer, type=Result)
        return {result.key: result.status}
    frames, _ = unpack_answer(answer)
    return {frame.key: frame.status for frame in frames if isinstance(frame, Result)}


def known_here(fleet: Fleet, who: Recorded) -> dict[str, str]:
    """Makes the recorded station one of this landlord's; the headers with which it speaks."""
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.add(
            Device(
                id=who.device_id,
                scope=AGENCY,
                code=f"{who.device_code}R",
                kind=who.kind,
                agency_id=AGENCY,
                name="recorded",
                public_key=who.public_key,
                enrolled_at=START,
                revoked=False,
            )
        )
    secret = fleet.central.store.vault.token_secret
    token = tokens.issue(secret, who.device_id, fleet.central.clock() + timedelta(seconds=1), 10)
    return {"Authorization": f"Bearer {token}"}


UNRELEASED = {("paper.printed", 1), ("insurance.see", 1), ("warning.settle", 1), ("staff.unlock", 1)}
"""Commands, and versions of them, that no release had yet; empty once this one is recorded."""


def test_every_command_of_the_catalogue_was_recorded_in_each_of_its_versions() -> None:
    found = {(command.kind, command.version) for version in VERSIONS for command in commands(version)}
    entries = {(entry.kind, each) for entry in catalogue.ENTRIES for each in range(1, entry.version + 1)}
    assert entries - found == UNRELEASED, "record what is released (tests/sync/record.py); name what is not"


@every_version
def test_every_recorded_command_is_read_as_it_was_meant(version: str) -> None:
    for command in commands(version):
        read = catalogue.decode(command.kind, command.version, command.body)
        then: dict[str, Any] = msgspec.msgpack.decode(command.body)
        now: dict[str, Any] = msgspec.msgpack.decode(msgspec.msgpack.encode(read))
        assert command.version < newest(command.kind) or then == {name: now.get(name) for name in then}


@every_version
def test_what_older_stations_say_ends_as_it_did_then(version: str, fleet: Fleet) -> None:
    for name, payments in (("said_by_a_counter", 5), ("said_by_a_kiosk", 1)):
        who = recorded(version, name)
        wanted = {key: status for word in spoken(who) for key, status in ends(word, word.answer).items()}
        assert Status.REJECTED not in wanted.values()
        wanted |= dict.fromkeys(under_another_name(version, who) & wanted.keys(), Status.REJECTED)
        assert play(fleet, who, spoken(who)) == wanted
        query = "SELECT count(*) FROM payment WHERE device_id = :id"
        assert fleet.at_central(query, id=who.device_id) == [(payments,)]


def under_another_name(version: str, who: Recorded) -> set[bytes]:
    """The recorder let its kiosk act as `device:kiosk`, as no station ever did: today that is refused."""
    itself = f"device:{who.device_id}"
    by_devices = {each.key: each.actor for each in commands(version) if each.actor.startswith("device:")}
    return {key for key, actor in by_devices.items() if actor != itself}


def spoken(who: Recorded) -> list[Word]:
    """The questions that hold commands, or ask for one."""
    return [word for word in who.words if word.path.endswith(("/exchange", "/perform"))]


def play(fleet: Fleet, who: Recorded, words: list[Word]) -> dict[bytes, int]:
    """Says the recorded words to today's central; how the commands end."""
    headers, found = known_here(fleet, who), {}
    for word in words:
        reply = fleet.central.answer("POST", word.path, headers, word.question)
        assert reply.status == 200, reply.body
        found |= ends(word, reply.body)
    return found


@every_version
@pytest.mark.parametrize("kind", ["counter", "kiosk"])
def test_what_an_older_central_sends_is_taken_in(version: str, kind: str, fleet: Fleet) -> None:
    told = recorded(version, f"heard_by_a_{kind}")
    member = fleet.members["east" if kind == "counter" else "kiosk"]
    member.station.link.transport = Player(told.words)
    member.station.replica.distrust()
    member.station.exchange()
    member.station.exchange()
    for table, wanted in told.rows.items():
        assert wanted, table
        for row in wanted:
            query = text(f"SELECT * FROM {table} WHERE id = :id")
            found = member.station.ask(
                lambda s, q=query, r=row: s.execute(q, {"id": r["id"]}).mappings().one()
            )
            assert {name: found[name] for name in row} == row, table
