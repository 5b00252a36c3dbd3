"""What only an administrator can decide: commands that were put aside, and those of a revoked station."""

import json
from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import text

from desktop.central.commands import authority
from desktop.central.commands import parked as central_parked
from desktop.errors import NotAllowed, Refused
from desktop.protocol.messages import Envelope, QuarantineAnswer, QuarantineRequest
from desktop.security.device_key import client_assertion
from desktop.security.vault import Vault
from desktop.services.command import Status
from desktop.services.payments.payments import TakePayment
from tests.sync import laws
from tests.sync.copies import ON_BOTH_AT_LENGTH
from tests.sync.faults import PowerCut, break_service
from tests.sync.fleet import Fleet, Member
from tests.sync.visits import a_lease, balance, take_cash
from tests.unit.central.command_line import Said, Terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Where an administrator types."""
    return Terminal(monkeypatch, capsys)


def typed(terminal: Terminal, fleet: Fleet, *words: object) -> Said:
    """`guichet central words… --data` of the fleet's central."""
    return terminal.guichet("central", *words, "--data", fleet.folder / "central")


def parked(fleet: Fleet, patch: pytest.MonkeyPatch) -> bytes:
    """The key of a payment of 12.34 that broke its service at central until it was put aside."""
    west = fleet.members["west"]
    paid = take_cash(west.station, a_lease(west.station), 1_234).result or {}
    west.paid[paid["payment_id"]] = 1_234
    with patch.context() as mistake:
        break_service(mistake, TakePayment)
        for _ in range(authority.PARK_AFTER_ATTEMPTS):
            fleet.time += timedelta(minutes=3)
            west.station.exchange()
    (command,) = west.station.journal.after(0)
    assert fleet.outcome(west, command.key) == Status.DEFERRED
    return command.key


@ON_BOTH_AT_LENGTH
def test_a_parked_payment_is_shown_and_done_once_after_the_correction(
    fleet: Fleet, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    west, key = fleet.members["west"], parked(fleet, monkeypatch)
    shown = typed(terminal, fleet, "parked", "list")
    for word in ("AG02-C01", "staff:claire", "payment.take", "12.34 EUR", "KeyError, 5 tries", key.hex()):
        assert word in shown.out
    done = typed(terminal, fleet, "parked", "replay", "--by", "Denise")
    assert (done.code, done.out.strip()) == (0, f"{key.hex()}: done")
    assert fleet.at_central("SELECT amount_cents FROM payment") == [(1_234,)]
    again = typed(terminal, fleet, "parked", "replay", key.hex(), "--by", "Denise")
    assert (again.code, "No such command is known here" in again.error) == (1, True)
    assert fleet.at_central("SELECT actor, action FROM audit_entry WHERE action LIKE 'command%'") == [
        ("administrator:Denise", "command_replayed")
    ]
    laws.settle(fleet)
    laws.check_central(fleet)
    assert fleet.differences(west) == []
    assert west.station.link.outcome(key).status == Status.APPLIED


def test_a_replay_before_the_correction_changes_nothing(
    fleet: Fleet, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = parked(fleet, monkeypatch)
    break_service(monkeypatch, TakePayment)
    said = typed(terminal, fleet, "parked", "replay", key.hex()[:13], "--by", "Denise")
    assert (said.code, "breaks its service as before" in said.error) == (1, True)
    assert fleet.outcome(fleet.members["west"], key) == Status.DEFERRED
    assert fleet.at_central("SELECT 1 FROM audit_entry WHERE action LIKE 'command%'") == []


def test_a_replay_that_cannot_be_noted_is_not_done(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    west, key = fleet.members["west"], parked(fleet, monkeypatch)
    with monkeypatch.context() as cut:
        cut.setattr(central_parked, "note", cut_off)
        with pytest.raises(PowerCut):
            central_parked.replay(fleet.central.store, key.hex(), "Denise", fleet.now())
    assert fleet.outcome(west, key) == Status.DEFERRED
    assert fleet.at_central("SELECT 1 FROM payment") == []
    central_parked.replay(fleet.central.store, key.hex(), "Denise", fleet.now())
    assert fleet.at_central("SELECT action FROM audit_entry WHERE action LIKE 'command%'") == [
        ("command_replayed",)
    ]


def cut_off(*_: object) -> None:
    """The power goes before anybody wrote down who decided."""
    raise PowerCut


def test_a_rejected_command_tells_its_station_why(
    fleet: Fleet, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    west, key = fleet.members["west"], parked(fleet, monkeypatch)
    owed = balance(west.station, a_lease(west.station))
    said = typed(
        terminal, fleet, "parked", "reject", key.hex(), "--by", "Denise", "--reason", "compté deux fois"
    )
    assert (said.code, "book it by hand" in said.out) == (0, True)
    outcome = west.station.link.outcome(key)
    assert (outcome.status, outcome.code) == (Status.REJECTED, "rejected_by_administrator")
    assert "compté deux fois".encode() in outcome.data
    laws.settle(fleet)
    assert balance(west.station, a_lease(west.station)) == owed, "what central never did is not shown"
    assert typed(terminal, fleet, "parked", "list").out.strip() == "Nothing is parked."


def test_nobody_learns_of_commands_of_another_agency(fleet: Fleet) -> None:
    west = fleet.members["west"]
    take_cash(west.station, a_lease(west.station), 100)
    laws.settle(fleet)
    (command,) = west.station.journal.after(0)
    assert fleet.members["east"].station.link.outcome(command.key).status == Status.APPLIED
    with fleet.central.store.database.write() as session:
        session.execute(text("UPDATE command SET agency_id = 'AG01'"))
    for key in (command.key, bytes(16)):
        with pytest.raises(Refused, match="command_unknown"):
            west.station.link.outcome(key)


def hand_over(fleet: Fleet, member: Member, commands: list[Envelope]) -> list[bytes]:
    """What a revoked station does with what it holds: it proves its key, and needs no token."""
    assertion = client_assertion(
        Vault.open(member.folder).device_key,
        member.station.settings.device_id,
        "guichet-central",
        fleet.now(),
    )
    request = QuarantineRequest(assertion, member.station.settings.incarnation, commands)
    reply = fleet.central.answer("POST", "/v1/sync/quarantine", {}, msgspec.msgpack.encode(request))
    assert reply.status == 200, reply.body
    return msgspec.msgpack.decode(reply.body, type=QuarantineAnswer).kept


@ON_BOTH_AT_LENGTH
def test_what_a_revoked_station_holds_is_kept_and_done_only_when_accepted(
    fleet: Fleet, terminal: Terminal
) -> None:
    west = fleet.members["west"]
    lease = a_lease(west.station)
    take_cash(west.station, lease, 500)
    laws.settle(fleet)
    for cents in (600, 700):
        take_cash(west.station, lease, cents)
    assert "hands over what it holds" in typed(terminal, fleet, "revoke", "--device", "AG02-C01").out
    with pytest.raises(NotAllowed, match="device_revoked"):
        west.station.exchange()
    commands = west.station.journal.after(0)
    assert hand_over(fleet, west, commands) == [command.key for command in commands]
    hand_over(fleet, west, commands)
    assert len(fleet.at_central("SELECT 1 FROM payment")) == 1, "nothing is done unseen"
    held = json.loads(typed(terminal, fleet, "quarantine", "list", "--json").out)
    assert [(one["amount_cents"], one["lease"]) for one in held] == [(600, lease), (700, lease)]
    first = held[0]["key"]
    assert f"{first}: done" in typed(terminal, fleet, "quarantine", "accept", first, "--by", "Denise").out
    refused = typed(terminal, fleet, "quarantine", "reject", "--by", "Denise", "--reason", "vol")
    assert "1 commands are refused" in refused.out
    amounts = fleet.at_central("SELECT amount_cents FROM payment ORDER BY amount_cents")
    assert amounts == [(500,), (600,)]
    assert typed(terminal, fleet, "quarantine", "list").out.strip() == "Nothing is in quarantine."
    laws.check_central(fleet)


def test_quarantine_keeps_only_what_the_station_signed(fleet: Fleet, terminal: Terminal) -> None:
    west, east = fleet.members["west"], fleet.members["east"]
    take_cash(east.station, a_lease(east.station), 500)
    typed(terminal, fleet, "revoke", "--device", "AG02-C01")
    assert hand_over(fleet, west, east.station.journal.after(0)) == []
    assert fleet.at_central("SELECT 1 FROM quarantine") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("readmit", "--device", "AG99-K09"), "No station AG99-K09 asks to be let in again."),
        (("revoke", "--device", "AG99-K09"), "There is no station AG99-K09."),
        (("parked", "replay", "abcdef", "--by", "D"), "No such command is known here: abcdef."),
        (("quarantine", "accept", "abcdef", "--by", "D"), "No such command waits in quarantine: abcdef."),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_sentence(
    fleet: Fleet, terminal: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    said = typed(terminal, fleet, *words)
    assert (said.code, sentence in said.error) == (1, True)
