"""Warnings: what was booked although a rule stands against it, until a person says what was done about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import Invalid, Refused
from desktop.models.device import Device
from desktop.models.payment import Payment
from desktop.models.warning import WarningRow
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import Subject
from desktop.services.audit import note
from desktop.services.bounds import Name, Words
from desktop.services.command import Command, Context, Done
from desktop.services.entry import Entry, Money

ANOTHER_LIFE: Final = "another_life"
OVER_QUOTA: Final = "over_quota"
CLOCK_WRONG: Final = "clock_wrong"
"""What is told of a station itself: it goes on as a second one; it wants more than any honest one does; its
clock is minutes off.
"""

LEDGER_UNREAD: Final = "ledger_unread"
"""What the night's import tells: it goes away by itself when a night reads all of that ledger."""

OPEN: Final = "open"
CONFIRMED: Final = "confirmed"
DECISIONS: Final = (CONFIRMED,)
"""How a warning can be settled: the money is there, and counts."""

FOR_A_PERSON: Final = frozenset(
    {
        # who acted
        "staff_unknown",
        "staff_of_another_agency",
        "role_missing",
        "staff_only",
        "actor_not_allowed",
        "account_missing",
        "not_your_lease",
        "not_this_device",
        # what the night brought
        LEDGER_UNREAD,
        # what was done
        "cash_cap",
        "lease_unknown",
        "payment_in_doubt",
        "charge_settled",
        "charge_settled_otherwise",
        "evidence_missing",
        "code_already_used",
    }
)
"""The warnings that a person must settle.

The others tell of what two people did at the same time and the books have put right: more_than_owed (it
stands as a credit), lease_of_another_agency (it is booked where the lease went), request_closed. Whoever did
it reads of them at their own station.
"""


class SettleWarning(Command, frozen=True, kw_only=True):
    """Somebody looked into a warning. `word`: what was found and done; `decision`: one of DECISIONS."""

    warning_id: Name
    word: Words
    decision: Name = CONFIRMED


@dataclass(frozen=True, slots=True)
class WarningView:
    """A warning that nobody has settled; fields as in models.WarningRow. `station`: its code."""

    id: str
    code: str
    kind: str
    actor: str
    station: str
    lease_id: str
    amount_cents: int | None
    means: str
    done_at: datetime
    raised_at: datetime


def warn(
    session: Session, entry: Entry, command: Command, context: Context, done: Done, now: datetime
) -> None:
    """Central, which has done this command, has a person look at it: a row for each code that needs one."""
    codes = FOR_A_PERSON.intersection((done.warning, context.doubt))
    about = entry.about(session, command) if codes else Subject()
    for code in sorted(codes):
        warning_id = context.new_id(f"warning {code}")
        if session.get(WarningRow, warning_id) is None:
            session.add(
                WarningRow(
                    id=warning_id,
                    scope=context.agency_id,
                    code=code,
                    kind=entry.kind,
                    actor=context.actor,
                    device_id=context.device_id,
                    about_lease=about.lease_id,
                    payment_id=(done.result or {}).get("payment_id"),
                    amount_cents=about.amount_cents,
                    means=about.means,
                    done_at=context.at,
                    raised_at=now,
                    state=OPEN,
                    settled_by="",
                    settled_at=None,
                    word="",
                )
            )


def warn_of_another_life(session: Session, device: Device, incarnation: str, now: datetime) -> None:
    """A station goes on as another one: its record was replaced, or somebody runs a copy of its disk."""
    _warn_of_station(session, device, ANOTHER_LIFE, incarnation, now)


def warn_over_quota(session: Session, device: Device, now: datetime) -> None:
    """A station was refused more than its share: one row a day."""
    _warn_of_station(session, device, OVER_QUOTA, f"{OVER_QUOTA} {now.date()}", now)


def warn_of_clock(session: Session, device: Device, now: datetime) -> None:
    """A station's clock is minutes off: one row a day."""
    _warn_of_station(session, device, CLOCK_WRONG, _clock_today(now), now)


def is_warned_of_clock(session: Session, device: Device, now: datetime) -> bool:
    """Whether that row is there today."""
    return session.get(WarningRow, _id_of(device, _clock_today(now))) is not None


def _clock_today(now: datetime) -> str:
    return f"{CLOCK_WRONG} {now.date()}"


def _id_of(device: Device, once: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"{device.id} {once}"))


def _warn_of_station(session: Session, device: Device, code: str, once: str, now: datetime) -> None:
    """A row about the station itself, the first time it is told `once`."""
    warning_id = _id_of(device, once)
    if session.get(WarningRow, warning_id) is None:
        said = {"kind": "", "actor": "", "about_lease": "", "means": "", "settled_by": "", "word": ""}
        session.add(
            WarningRow(
                id=warning_id,
                scope=device.agency_id,
                code=code,
                device_id=device.id,
                payment_id=None,
                amount_cents=None,
                done_at=now,
                raised_at=now,
                state=OPEN,
                settled_at=None,
                **said,
            )
        )


def unsettled(session: Session) -> tuple[WarningView, ...]:
    """The warnings that wait for a person, oldest first."""
    found = (
        select(WarningRow, Device.code)
        .outerjoin(Device, Device.id == WarningRow.device_id)
        .where(WarningRow.state == OPEN)
        .order_by(WarningRow.raised_at, WarningRow.id)
    )
    return tuple(_view(warning, station) for warning, station in session.execute(found))


def count_unsettled(session: Session) -> int:
    """How many `unsettled` there are."""
    open_ones = select(func.count()).select_from(WarningRow).where(WarningRow.state == OPEN)
    return session.scalar(open_ones) or 0


def settle_warning(session: Session, command: SettleWarning, context: Context) -> Done:
    """A confirmed payment counts from now on.

    Refuses decision_unknown, word_missing, warning_unknown, own_warning (nobody settles what they did
    themselves); warning_settled, when somebody else was first, only at first.
    """
    if command.decision not in DECISIONS:
        raise Invalid("decision", "decision_unknown")
    warning = session.get(WarningRow, command.warning_id)
    if warning is None:
        raise Refused("warning_unknown")
    if warning.actor == context.actor:
        raise Refused("own_warning")
    if warning.state != OPEN:
        return Done(warning=context.objection("warning_settled"))
    settle(session, warning, command.decision, command.word, context.actor, context.at)
    note(session, context, "warning_settled", warning.id, warning.word)
    return Done()


def settle(session: Session, warning: WarningRow, decision: str, word: str, by: str, at: datetime) -> None:
    """Writes a person's decision down. Raises Invalid("word", "word_missing")."""
    if not word.strip():
        raise Invalid("word", "word_missing")
    warning.state, warning.word = decision, word.strip()
    warning.settled_by, warning.settled_at = by, at
    session.flush()
    payment = session.get(Payment, warning.payment_id) if warning.payment_id else None
    if payment is not None and payment.unproven and not _is_doubted(session, payment):
        payment.unproven = False


def _is_doubted(session: Session, payment: Payment) -> bool:
    """Whether something about this payment waits for a person still."""
    left = select(WarningRow.id).where(WarningRow.payment_id == payment.id, WarningRow.state == OPEN)
    return session.scalar(left.limit(1)) is not None


def _view(warning: WarningRow, station: str | None) -> WarningView:
    return WarningView(
        id=warning.id,
        code=warning.code,
        kind=warning.kind,
        actor=warning.actor,
        station=station or warning.device_id,
        lease_id=warning.about_lease,
        amount_cents=warning.amount_cents,
        means=warning.means,
        done_at=warning.done_at,
        raised_at=warning.raised_at,
    )


def _about(session: Session, command: SettleWarning) -> Subject:
    """It is about the warning, which stays where it was raised, not about the lease, which may have moved."""
    warning = session.get(WarningRow, command.warning_id)
    if warning is None:
        return Subject(found=False)
    return Subject(amount_cents=warning.amount_cents, means=warning.means, agency_id=warning.scope)


COMMANDS = (
    Entry(
        kind="warning.settle",
        version=1,
        command=SettleWarning,
        service=settle_warning,
        by=frozenset({Role.AGENCY_MANAGER}),
        stations=frozenset({StationKind.COUNTER}),
        about=_about,
        follows_its_lease=True,
        money=Money.NONE,
        last_bytes=False,
        after=(),
    ),
)
