"""The list of all commands, and the way they are written down."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from types import ModuleType
from typing import get_type_hints
from uuid import uuid4

import msgspec
import pytest
from msgspec import inspect as info

from desktop.discovery import modules
from desktop.errors import Refused
from desktop.services import catalogue
from desktop.services.access.staff import RecordView
from desktop.services.catalogue import BY_KIND, CATALOGUE, ENTRIES, decode, encode
from desktop.services.command import Command, Run
from desktop.services.entry import Entry, Where
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from tests.unit.services.conftest import CONTEXT, Place
from tests.unit.services.rows import LEASE


def example(command: type[Command]) -> Command:
    """A command with every field filled, whatever it is."""
    values: dict[type, object] = {str: "é 12", int: 7, bool: True, date: date(2026, 11, 22)}
    hints = get_type_hints(command)
    fields = {name: values[kind] for name, kind in hints.items() if kind in values}
    return command(**fields)


def every_command() -> set[type[Command]]:
    return set(Command.__subclasses__())


def test_every_command_has_its_entry() -> None:
    listed = {command for command in every_command() if command.__module__.startswith("desktop.")}
    assert set(CATALOGUE) == listed
    assert len(BY_KIND) == len(ENTRIES) == len(CATALOGUE)


def left_out(services: Iterable[ModuleType]) -> list[str]:
    """The service modules whose commands the catalogue does not name."""
    return [each.__name__ for each in services if not set(getattr(each, "COMMANDS", ())) <= set(ENTRIES)]


def test_every_service_module_is_in_the_catalogue() -> None:
    found = list(modules("desktop.services"))
    assert sum(hasattr(each, "COMMANDS") for each in found) >= 6
    assert left_out(found) == [], "add *module.COMMANDS to ENTRIES in desktop/services/catalogue.py"


def test_a_module_whose_commands_are_forgotten_is_named() -> None:
    forgotten = ModuleType("desktop.services.visits")
    forgotten.__dict__["COMMANDS"] = (replace(BY_KIND["lease.view"], kind="visit.open"),)
    assert left_out([forgotten]) == ["desktop.services.visits"]


@pytest.mark.parametrize("missing", ["by", "stations", "about", "follows_its_lease", "money", "after"])
def test_a_command_that_leaves_something_unsaid_is_none(missing: str) -> None:
    said = {each.name: getattr(BY_KIND["lease.view"], each.name) for each in fields(Entry)}
    with pytest.raises(TypeError, match=missing):
        Entry(**{name: value for name, value in said.items() if name != missing})


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_what_is_written_is_read_again(entry: Entry) -> None:
    command = example(entry.command)
    body = encode(command)
    assert decode(entry.kind, entry.version, body) == command
    assert set(msgspec.msgpack.decode(body)) == set(entry.command.__struct_fields__)
    assert encode(decode(entry.kind, entry.version, body)) == body


def test_only_what_needs_central_or_holds_a_secret_says_so() -> None:
    assert {entry.kind for entry in ENTRIES if entry.where is Where.CENTRAL} == {"account.activate"}
    assert {entry.kind for entry in ENTRIES if entry.secret} == {"account.activate"}


@pytest.mark.parametrize(
    ("kind", "version", "body", "code"),
    [
        ("payment.steal", 1, b"\x80", "unsupported_kind"),
        ("payment.take", 2, b"\x80", "unsupported_kind"),
        ("payment.take", 0, b"\x80", "unreadable_command"),
        ("payment.take", 1, b"", "unreadable_command"),
        ("payment.take", 1, b"\x80", "unreadable_command"),
        ("payment.take", 1, b"\xc1\xff", "unreadable_command"),
        ("lease.view", 1, b"\x81\xa8lease_id\x07", "unreadable_command"),
        ("lease.view", 1, b"\x81\x01\x02", "unreadable_command"),
        ("lease.view", 1, b"\x81\xa8lease_id" + b"\x91" * 100_000, "unreadable_command"),
    ],
)
def test_what_cannot_be_understood_is_refused(kind: str, version: int, body: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        decode(kind, version, body)
    assert refusal.value.code == code


def test_a_body_of_an_older_version_is_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BY_KIND, "lease.view", replace(BY_KIND["lease.view"], version=2))
    monkeypatch.setitem(catalogue.UPCASTERS, ("lease.view", 1), lambda old: {"lease_id": old["contract"]})
    older = msgspec.msgpack.encode({"contract": LEASE})
    assert decode("lease.view", 1, older) == RecordView(lease_id=LEASE)


def test_commands_carried_out_in_one_session_see_each_other(central: Place) -> None:
    """As a replay does: nothing is committed in between."""
    with central.database.write() as session:

        def perform(command: Command) -> dict[str, object]:
            context = msgspec.structs.replace(CONTEXT, key=uuid4(), run=Run.REPLAY)
            done = CATALOGUE[type(command)].service(session, command, context)
            assert done.warning is None
            return done.result or {}

        started = perform(StartCharge(lease_id=LEASE, amount_cents=30_10, balance_seen_cents=1_030_10))
        settle = SettleCharge(charge_id=str(started["charge_id"]), outcome="approved")
        assert perform(settle)["balance_cents"] == 1_000_00
        paid = perform(
            TakePayment(lease_id=LEASE, means="cash", amount_cents=1_000_00, balance_seen_cents=1_000_00)
        )
        assert paid["balance_cents"] == 0
        opened = perform(OpenRequest(lease_id=LEASE, category="lift", place="", description="En panne"))
        perform(AnswerRequest(request_id=str(opened["request_id"]), text="Vu", close=True))
    assert len(central.rows("payment")["payment"]) == 2
    assert central.rows("service_request")["service_request"][0]["state"] == "closed"


def within(kind: info.Type, where: str) -> list[tuple[info.Type, str]]:
    """A type and all that it is made of, each with its place."""
    parts: list[tuple[info.Type, str]] = []
    if isinstance(kind, info.StructType):
        parts = [(part.type, f"{where}.{part.name}") for part in kind.fields]
    elif isinstance(kind, info.UnionType):
        parts = [(each, where) for each in kind.types]
    elif isinstance(kind, info.VarTupleType):
        parts = [(kind.item_type, f"{where}[]")]
    return [(kind, where), *(found for part in parts for found in within(*part))]


PLAIN = (info.StructType, info.UnionType, info.BoolType, info.NoneType, info.DateType)
BOUNDS: dict[type[info.Type], tuple[str, ...]] = {
    info.IntType: ("ge", "le"),
    info.StrType: ("max_length",),
    info.VarTupleType: ("max_length",),
    info.DateTimeType: ("tz",),
}


def unbounded(kind: info.Type, where: str) -> list[str]:
    """The parts of a type that a station could fill without end."""
    parts = [(part, at) for part, at in within(kind, where) if not isinstance(part, PLAIN)]
    return [
        at
        for part, at in parts
        if any(getattr(part, bound, None) is None for bound in BOUNDS.get(type(part), ("any",)))
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_nothing_that_a_command_says_is_without_bound(entry: Entry) -> None:
    assert unbounded(info.type_info(entry.command), entry.kind) == [], (
        "say with a type of desktop/services/bounds.py how large it may be"
    )


def test_a_field_without_bound_is_named() -> None:
    class Boundless(msgspec.Struct):
        cents: int
        names: tuple[str, ...]
        when: datetime | None

    found = unbounded(info.type_info(Boundless), "it")
    assert found == ["it.cents", "it.names", "it.names[]", "it.when"]


@pytest.mark.parametrize("cents", [10**15 + 1, 2**63 - 1, -(2**63)])
def test_a_number_beyond_its_bound_is_no_command(cents: int) -> None:
    taken = TakePayment(
        lease_id=LEASE, means="cash", amount_cents=1, balance_seen_cents=0, tendered_cents=cents
    )
    with pytest.raises(Refused, match="unreadable_command"):
        decode("payment.take", 1, encode(taken))
