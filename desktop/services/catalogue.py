"""Every command there is: its name on the wire, its version, its service, and where it may run."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec

from desktop.errors import GuichetError, Refused
from desktop.models.storable import is_storable
from desktop.services.access import accounts, activation, staff
from desktop.services.command import Command, Done
from desktop.services.payments import card_charges, payments
from desktop.services.requests import requests

Service = Callable[..., Done]
Many = Callable[..., list[Done | GuichetError]]


class Where(Enum):
    """Where a command can be carried out at first."""

    ANYWHERE = "anywhere"
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class Entry:
    """`issues_receipt`: may use the device's next receipt number; `secret`: never kept in journal or log.

    `many` serves commands with their contexts in order, all at once: it answers, for each, what `service`
    would have returned or raised after those before it, and makes the same rows.
    """

    kind: str
    version: int
    command: type[Command]
    service: Service
    where: Where = Where.ANYWHERE
    issues_receipt: bool = False
    secret: bool = False
    many: Many | None = None


ENTRIES = (
    Entry(
        "account.activate",
        1,
        activation.ActivateAccount,
        activation.activate_account,
        where=Where.CENTRAL,
        secret=True,
    ),
    Entry("activation.reissue", 1, activation.ReissueActivationCode, activation.reissue_activation_code),
    Entry("account.note_sign_in", 1, accounts.NoteSignIn, accounts.note_sign_in),
    Entry("account.unlock", 1, accounts.UnlockAccount, accounts.unlock_account),
    Entry("staff.note_sign_in", 1, staff.NoteStaffSignIn, staff.note_staff_sign_in),
    Entry("lease.view", 1, staff.RecordView, staff.record_view),
    Entry(
        "payment.take",
        1,
        payments.TakePayment,
        payments.take_payment,
        issues_receipt=True,
        many=payments.take_payments,
    ),
    Entry("charge.start", 1, card_charges.StartCharge, card_charges.start_charge),
    Entry("charge.settle", 1, card_charges.SettleCharge, card_charges.settle_charge, issues_receipt=True),
    Entry("charge.resolve", 1, card_charges.ResolveCharge, card_charges.resolve_charge, issues_receipt=True),
    Entry("request.open", 1, requests.OpenRequest, requests.open_request),
    Entry("request.answer", 1, requests.AnswerRequest, requests.answer_request),
)

CATALOGUE: dict[type[Command], Entry] = {entry.command: entry for entry in ENTRIES}
BY_KIND: dict[str, Entry] = {entry.kind: entry for entry in ENTRIES}

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Turns a body of (kind, version) into one of version + 1: a station may be older than central."""


def encode(command: Command) -> bytes:
    """The command as a msgpack map, field by field in the order of its definition."""
    return msgspec.msgpack.encode(command)


def decode(kind: str, version: int, body: bytes) -> Command:
    """The command a body holds. Raises Refused("unsupported_kind") or Refused("unreadable_command")."""
    entry = BY_KIND.get(kind)
    if entry is None or not 1 <= version <= entry.version:
        raise Refused("unsupported_kind", kind=kind, version=version)
    try:
        fields = msgspec.msgpack.decode(body, type=dict[str, Any])
        if b"\0" in body and not is_storable(fields):
            raise Refused("unreadable_command", kind=kind)
        for older in range(version, entry.version):
            fields = UPCASTERS[kind, older](fields)
        return msgspec.convert(fields, entry.command)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Refused("unreadable_command", kind=kind) from error
