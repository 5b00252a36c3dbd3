"""What Guichet asks of a card terminal: one charge at a time, and an honest outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.errors import DeviceUnavailable

LARGEST_CENTS = 999_999_999_999
"""The amount field of French terminals holds twelve digits."""


class ChargeOutcome(StrEnum):
    """How a charge ended. Only NOT_SENT may be tried again without asking anybody."""

    APPROVED = "approved"
    """The terminal said so and echoed our amount and currency: the card was charged."""
    DECLINED = "declined"
    """The terminal said that the payment was not made: nothing was charged."""
    CANCELLED = "cancelled"
    """The person, the operator or the terminal's own time limit gave up: nothing was charged."""
    NOT_SENT = "not_sent"
    """Not one byte of this request left: nothing was charged."""
    UNKNOWN = "unknown"
    """The request left and no answer can be trusted: the card may have been charged. Never charge again by
    yourself; a member of staff settles it from the terminal's own ticket or the acquirer's file."""


class ChargeDetail(StrEnum):
    """Why, in a word for the screen and the file: every `ChargeResult.detail` is one of these."""

    AUTHORISED = "authorised"
    # declined
    REFUSED = "refused"
    FORBIDDEN = "forbidden"
    VOICE_CALL = "voice_call"
    NOT_COMPLETED = "not_completed"
    NOT_DONE = "not_done"
    FORMAT_ERROR = "format_error"
    SELECTION_ERROR = "selection_error"
    ACTION_UNKNOWN = "action_unknown"
    CURRENCY_UNSUPPORTED = "currency_unsupported"
    # cancelled
    ABANDONED = "abandoned"
    ABANDONED_BY_OPERATOR = "abandoned_by_operator"
    ENTRY_TIMEOUT = "entry_timeout"
    # not sent
    AMOUNT_NOT_POSITIVE = "amount_not_positive"
    AMOUNT_TOO_LARGE = "amount_too_large"
    TILL_MALFORMED = "till_malformed"
    BUSY = "busy"
    CONNECTION_REFUSED = "connection_refused"
    CONNECT_TIMEOUT = "connect_timeout"
    UNREACHABLE = "unreachable"
    STOPPED_BEFORE_SENDING = "stopped_before_sending"
    # unknown
    NO_ANSWER = "no_answer"
    CONNECTION_LOST = "connection_lost"
    ANSWER_UNREADABLE = "answer_unreadable"
    ANSWER_TOO_LONG = "answer_too_long"
    ANSWER_WITHOUT_STATUS = "answer_without_status"
    ANSWER_POSTPONED = "answer_postponed"
    ANSWER_CONTRADICTS = "answer_contradicts"
    ECHO_MISSING = "echo_missing"
    AMOUNT_DIFFERS = "amount_differs"
    CURRENCY_DIFFERS = "currency_differs"
    TILL_DIFFERS = "till_differs"
    ACTION_DIFFERS = "action_differs"
    STOPPED_WAITING = "stopped_waiting"
    UNEXPECTED = "unexpected"


class ChargeStep(StrEnum):
    """Where a charge stands, told while it goes on."""

    CHECK_IDLE = "check_idle"
    """The last charge ended in doubt: a terminal that is not on its idle screen will not hear this one."""
    CONNECTING = "connecting"
    SENDING = "sending"
    """Told before the first byte leaves. Raising from here sends nothing and reaches the caller."""
    PRESENT_CARD = "present_card"
    """The request has left: from here on only the terminal's answer says whether money moved."""
    ANSWERED = "answered"


class TerminalState(StrEnum):
    """What one can say about a terminal without charging anything."""

    READY = "ready"
    CHECK_IDLE = "check_idle"
    """Reachable, but its last charge ended in doubt: look at its screen first."""
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    ABSENT = "absent"
    """This station is configured without one."""


@dataclass(frozen=True, slots=True)
class ChargeRequest:
    """`cents` euro cents to take; `reference` is ours and is not sent; `till` is this desk's two digits."""

    reference: str
    cents: int
    till: str = "01"

    @property
    def refusal(self) -> ChargeDetail | None:
        """Why no terminal could ever be asked this, or None. Drivers look before they connect."""
        if self.cents <= 0:
            return ChargeDetail.AMOUNT_NOT_POSITIVE
        if self.cents > LARGEST_CENTS:
            return ChargeDetail.AMOUNT_TOO_LARGE
        if not (len(self.till) == 2 and self.till.isascii() and self.till.isdigit()):
            return ChargeDetail.TILL_MALFORMED
        return None


@dataclass(frozen=True, slots=True)
class ChargeResult:
    """How it ended, and what a receipt and an inquiry need. Never a card number, an expiry or a ticket.

    `detail` is a ChargeDetail. The rest is filled when the terminal says the payment was made, also when the
    outcome is UNKNOWN because its echo was wrong: it is what staff settle the doubt with.
    """

    outcome: ChargeOutcome
    detail: str
    authorisation: str | None = None
    last4: str | None = None
    read_mode: str | None = None
    """contact, contactless, stripe or manual."""
    application: str | None = None
    """The card application's identifier (AID), hexadecimal."""
    payment_mode: str | None = None
    """The terminal's three characters: 001 CB by contact, 00B CB contactless, 002 Amex …"""
    contract: str | None = None
    """The landlord's contract with its bank, at most ten characters."""
    terminal_time: datetime | None = None
    """When the terminal says it happened; None where the protocol carries no time."""


class CardTerminal(Protocol):
    """A card terminal. Calls block: each terminal has its own lane."""

    def ready(self) -> TerminalState:
        """Say whether a charge could start now; charges nothing and waits a few seconds at most."""
        ...

    def charge(self, request: ChargeRequest, report: Callable[[ChargeStep], None]) -> ChargeResult:
        """Ask the terminal for the money and wait for the person, minutes if need be.

        A second charge at the same time is NOT_SENT (busy). Raises DeviceUnavailable without a terminal.
        """
        ...


class NullTerminal:
    """A station without a card terminal."""

    def ready(self) -> TerminalState:
        """There is none."""
        return TerminalState.ABSENT

    def charge(self, request: ChargeRequest, report: Callable[[ChargeStep], None]) -> ChargeResult:  # noqa: ARG002
        """Raises DeviceUnavailable: a screen should not have offered the card."""
        raise DeviceUnavailable("card_terminal", "not_configured")


def takes_cards(terminal: CardTerminal) -> bool:
    """Whether this station has a terminal at all; where it has none, no screen offers the card."""
    return not isinstance(terminal, NullTerminal)
