"""What a stolen station calls itself, its staff and its commands: it is shown, and obeyed by nothing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import typer
from typer.main import get_command

from desktop.central.cli.main import app
from desktop.central.database.tables import CommandRecord, Quarantined, Readmission
from desktop.central.stations import quarantine, readmission
from desktop.models.device import Device
from desktop.protocol.messages import Envelope
from desktop.security.device_key import public_key
from desktop.services.command import Status
from tests.unit.central.command_line import Terminal
from tests.unit.services import rows
from tests.unit.services.said import PRIVATE, SmallLandlord

HOSTILE = "[/red][bold]\x1b[2J\x1b]0;owned\x07\r\n\u202egnp.exe\x9b31m :boom: \\[x"
BODIES = [b"\xff\xfe", b"\x91" * 50_000, msgspec.msgpack.encode({"lease_id": HOSTILE, "amount_cents": 5})]
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b-\u200f\u2066-\u2069]")
"""Signs that a terminal would act upon."""

KINDS = ["payment.take", "payment.take", HOSTILE]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Path]:
    """A central to which a hostile station has said what it likes."""
    made = SmallLandlord(tmp_path / "central")
    with made.store.database.write() as session:
        for number, (kind, body) in enumerate(zip(KINDS, BODIES, strict=True)):
            session.add(_parked(number, kind, body))
            session.add(_held(number + 10, kind, body))
        asking = Device(
            id="asks",
            scope="AG02",
            code=HOSTILE,
            kind=HOSTILE,
            agency_id="AG02",
            name=HOSTILE,
            public_key=public_key(PRIVATE),
            enrolled_at=rows.NOW,
            revoked=False,
        )
        receipt = readmission.receipt_of(made.store, asking)
        session.add(Readmission(device_id="asks", receipt=receipt, asked_at=rows.NOW))
    made.store.database.close()
    return tmp_path / "central"


def _parked(number: int, kind: str, body: bytes) -> CommandRecord:
    return CommandRecord(
        key=bytes([number]) * 16,
        device_id=HOSTILE[:30],
        incarnation="i",
        seq=number,
        agency_id="AG02",
        kind=kind,
        version=1,
        body=body,
        hash=b"h" * 32,
        actor=HOSTILE,
        occurred_at=rows.NOW,
        received_at=rows.NOW,
        receipt_no=0,
        status=Status.DEFERRED,
        code=HOSTILE,
        result=b"\xc0",
        ver=0,
        body_hash=None,
    )


def _held(number: int, kind: str, body: bytes) -> Quarantined:
    envelope = Envelope(number, bytes([number]) * 16, kind, 1, body, 2**62, HOSTILE, 0, b"", b"h" * 32, b"")
    return Quarantined(
        key=envelope.key,
        device_id=HOSTILE[:30],
        incarnation="i",
        seq=number,
        envelope=msgspec.msgpack.encode(envelope),
        received_at=rows.NOW,
        state=quarantine.WAITING,
        decided_by=HOSTILE,
        decided_at=None,
        reason=HOSTILE,
    )


def listings() -> list[tuple[str, ...]]:
    """Every command of `guichet central` that lists something, a new one too."""
    found: list[tuple[str, ...]] = [("readmit",)]
    for name, group in get_command(app).commands.items():  # type: ignore[attr-defined]
        found += [(name, each) for each in getattr(group, "commands", {}) if each == "list"]
    return found


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


def test_there_are_listings() -> None:
    assert isinstance(app, typer.Typer)
    assert {("parked", "list"), ("quarantine", "list"), ("readmit",)} <= {*listings()}


@pytest.mark.parametrize("words", listings(), ids=" ".join)
def test_no_listing_obeys_a_station(central: Path, terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.guichet("central", *words, "--data", central)
    assert (said.code, OBEYED.findall(said.out + said.error)) == (0, [])
    if words in {("parked", "list"), ("quarantine", "list"), ("readmit",)}:
        assert "[/red][bold]\\x1b[2J" in said.out, "it is shown, to the letter"


@pytest.mark.parametrize("words", listings(), ids=" ".join)
def test_no_listing_for_programs_holds_signs_that_a_terminal_obeys(
    central: Path, terminal: Terminal, words: tuple[str, ...]
) -> None:
    said = terminal.guichet("central", *words, "--data", central, "--json")
    assert (said.code, OBEYED.findall(said.out)) == (0, [])
    json.loads(said.out)


def test_a_hostile_station_can_be_decided_about(central: Path, terminal: Terminal) -> None:
    for words in (
        ("quarantine", "reject", "--by", "Denise", "--reason", "stolen"),
        ("parked", "reject", "--by", "Denise", "--reason", "stolen", "00" * 16),
        ("revoke", "--device", HOSTILE),
    ):
        said = terminal.guichet("central", *words, "--data", central)
        assert (said.code, OBEYED.findall(said.out + said.error)) == (0, []), words
