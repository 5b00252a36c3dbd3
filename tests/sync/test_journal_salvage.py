"""Bits flip in the journal's file: what was readable is still there, and what is gone is said."""

import hashlib
import json
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import func, select

from desktop.errors import StoreDamaged
from desktop.protocol.messages import Envelope, Result
from desktop.services import catalogue
from desktop.services.payments.payments import TakePayment
from desktop.sync.journal import salvage
from desktop.sync.journal.draft import Draft
from desktop.sync.journal.evidence import Evidence
from desktop.sync.journal.journal import Journal
from desktop.sync.journal.tables import Aside, Upload
from desktop.sync.journal.write_ahead import is_damaged
from desktop.sync.opening import open_journal

KEY, PRIVATE, DEVICE = bytes(range(32)), bytes(range(1, 33)), "device-1"
MANY = 60
PAGE = 4096


@dataclass
class Kept:
    """A journal's files as they were when the power went, and the commands in them."""

    path: Path
    commands: list[Envelope]

    def open(self) -> Journal:
        return open_journal(self.path, KEY, DEVICE, PRIVATE, lambda: datetime(2026, 11, 22, tzinfo=UTC))


def filled(path: Path, count: int = MANY) -> Journal:
    journal = open_journal(path, KEY, DEVICE, PRIVATE)
    for seq in range(journal.head + 1, journal.head + count + 1):
        journal.keeping.chain = 1 if seq < MANY // 2 else 2  # an old journal that went on after an update
        words = "x" * (5_000 if seq % 20 == 0 else 20)
        command = TakePayment(
            lease_id="1", means="cash", amount_cents=seq, balance_seen_cents=0, cheque_number=words
        )
        draft = Draft(
            seq, UUID(int=seq).bytes, "payment.take", 1, catalogue.encode(command), seq, "staff:claire", seq
        )
        journal.append(draft, issued_receipt=True)
    return journal


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal closed in peace, and the same after a power cut, with its last commands written ahead."""
    folder = tmp_path_factory.mktemp("pattern")
    journal = filled(folder / "journal.db")
    journal.note_outcomes([Result(seq, b"", 0, None, b"\xc0") for seq in range(1, MANY // 2)])
    journal.database.close()
    shutil.copytree(folder, folder / "closed")
    journal = filled(folder / "journal.db", 10)
    (folder / "cut").mkdir()
    for side in ("", "-wal"):
        shutil.copyfile(folder / f"journal.db{side}", folder / "cut" / f"journal.db{side}")
    (folder / "commands").write_bytes(msgspec.msgpack.encode(journal.after(0)))
    journal.database.close()
    return folder


def copied(pattern: Path, name: str, target: Path, count: int) -> Kept:
    commands = msgspec.msgpack.decode((pattern / "commands").read_bytes(), type=list[Envelope])
    return Kept(shutil.copytree(pattern / name, target / name) / "journal.db", commands[:count])


@pytest.fixture
def closed(pattern: Path, tmp_path: Path) -> Kept:
    """A journal whose station was closed in peace."""
    return copied(pattern, "closed", tmp_path, MANY)


@pytest.fixture
def cut_off(pattern: Path, tmp_path: Path) -> Kept:
    """A journal whose last commands are in the write-ahead file alone, as after a power cut."""
    return copied(pattern, "cut", tmp_path, MANY + 10)


def flip(path: Path, at: int, bit: int = 1) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= bit
    path.write_bytes(content)


def nothing_readable_is_lost(kept: Kept, journal: Journal) -> None:
    """What is in the chain is what was, in its place; what is not is beside it or named as missing."""
    chain = journal.after(0)
    assert journal.verify() == len(chain)
    assert chain == kept.commands[: len(chain)]
    with journal.database.read() as session:
        aside = set(session.scalars(select(Aside.seq)))
    damage = Evidence(journal).damage()
    named = {seq for first, last in (damage.missing if damage else ()) for seq in range(first, last + 1)}
    tail = set(range(max({*aside, *named, len(chain)}) + 1, len(kept.commands) + 1))
    held = {envelope.seq for envelope in chain}
    assert held | aside | named | tail == {envelope.seq for envelope in kept.commands}
    assert len(named | tail) <= 1, "one flipped bit costs at most one command"
    assert not aside or damage is not None


@pytest.mark.parametrize("where", range(8))
def test_a_bit_flipped_anywhere_in_the_file_costs_at_most_one_command(closed: Kept, where: int) -> None:
    rng = random.Random(where)
    flip(closed.path, rng.randrange(closed.path.stat().st_size), 1 << rng.randrange(8))
    journal = closed.open()
    nothing_readable_is_lost(closed, journal)
    journal.database.close()


@pytest.mark.parametrize("where", range(8))
def test_a_bit_flipped_in_the_write_ahead_file_is_noticed_and_costs_at_most_one_command(
    cut_off: Kept, where: int
) -> None:
    rng, ahead = random.Random(where), cut_off.path.with_name("journal.db-wal")
    flip(ahead, rng.randrange(ahead.stat().st_size), 1 << rng.randrange(8))
    journal = cut_off.open()
    nothing_readable_is_lost(cut_off, journal)
    journal.database.close()


def test_a_whole_write_ahead_file_is_no_damage(cut_off: Kept) -> None:
    assert not is_damaged(cut_off.path.with_name("journal.db-wal").read_bytes())
    journal = cut_off.open()
    assert (journal.head, Evidence(journal).damage()) == (len(cut_off.commands), None)
    journal.database.close()


def test_a_transaction_that_the_power_cut_in_two_is_no_damage(cut_off: Kept) -> None:
    ahead = cut_off.path.with_name("journal.db-wal")
    ahead.write_bytes(ahead.read_bytes()[:-100])
    journal = cut_off.open()
    assert (journal.head, Evidence(journal).damage()) == (len(cut_off.commands) - 1, None)
    journal.database.close()


@pytest.mark.parametrize("damage", [b"\x00", b"\xff"])
def test_a_lost_page_leaves_the_commands_before_it_in_their_place(closed: Kept, damage: bytes) -> None:
    pages = closed.path.stat().st_size // PAGE
    content = bytearray(closed.path.read_bytes())
    content[PAGE * (pages - 3) : PAGE * (pages - 2)] = damage * PAGE
    closed.path.write_bytes(content)
    journal = closed.open()
    chain = journal.after(0)
    assert chain == closed.commands[: len(chain)]
    told = Evidence(journal).damage()
    assert told is not None
    assert told.rescued == len(chain)
    assert told.missing
    assert {*told.aside} == {c.seq for c in closed.commands[told.missing[-1][1] :]}
    journal.database.close()


def test_the_salvaged_journal_goes_on_as_another_life_and_reuses_no_receipt(closed: Kept) -> None:
    flip(closed.path, PAGE + 100)
    journal = closed.open()
    assert journal.meta("incarnation") is not None
    assert journal.told == 0, "everything is told again: central knows commands by their key"
    assert journal.next_receipt() > MANY
    journal.database.close()
    again = closed.open()
    assert Evidence(again).damage() is not None, "staff see it until they acknowledge it"
    again.database.close()


def test_the_damaged_file_is_kept_as_it_was_with_a_report(closed: Kept) -> None:
    flip(closed.path, PAGE + 100)
    before = closed.path.read_bytes()
    closed.open().database.close()
    (folder,) = closed.path.parent.glob("journal.db.damaged-*")
    evidence = folder / "journal.db"
    assert evidence.read_bytes() == before
    assert evidence.stat().st_mode & 0o222 == 0
    assert json.loads((folder / "report.json").read_text())["kept_as"] == folder.name


def test_a_photo_that_waits_survives_damage_elsewhere(closed: Kept) -> None:
    content = random.Random(1).randbytes(40_000)
    name = hashlib.sha256(content).hexdigest()
    journal = closed.open()
    with journal.database.write() as session:
        session.add(Upload(sha256=name, media_type="image/jpeg", size=40_000, content=content, sent=False))
    journal.database.close()
    flip(closed.path, PAGE + 100)
    journal = closed.open()
    with journal.database.read() as session:
        assert session.get_one(Upload, name).content == content
    journal.database.close()


def test_a_salvage_that_is_cut_off_anywhere_is_done_again(
    closed: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    flip(closed.path, PAGE + 100)

    def cut_before(name: str) -> Callable[..., None]:
        def cut(*_: object) -> None:
            raise Cut(name)

        return cut

    for step in ("_account", "_fill", "_remove", "_report"):
        with monkeypatch.context() as patch:
            patch.setattr(salvage, step, cut_before(step))
            with pytest.raises(Cut):
                closed.open()
    journal = closed.open()
    nothing_readable_is_lost(closed, journal)
    assert len(list(closed.path.parent.glob("journal.db.damaged-*"))) == 1
    journal.database.close()


def test_a_file_of_which_nothing_can_be_proven_is_left_alone(closed: Kept) -> None:
    before = closed.path.read_bytes()
    with pytest.raises(StoreDamaged):
        open_journal(closed.path, bytes(32), DEVICE, PRIVATE)
    assert closed.path.read_bytes() == before
    assert not list(closed.path.parent.glob("journal.db.damaged-*"))
    journal = closed.open()
    with journal.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Aside)) == 0
    assert journal.head == MANY
    journal.database.close()
