"""The facts of a visit: what was done, in order."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.documents.consistency import require, require_aware
from desktop.documents.parties import Parties


class VisitAct(StrEnum):
    """What can be done in a visit."""

    ACCOUNT_ACTIVATED = "account_activated"
    CODE_REISSUED = "code_reissued"
    PAYMENT_TAKEN = "payment_taken"
    RENT_RECEIPT_GIVEN = "rent_receipt_given"
    REQUEST_OPENED = "request_opened"
    REQUEST_ANSWERED = "request_answered"
    DOCUMENT_HANDED_IN = "document_handed_in"
    DETAILS_CHANGED = "details_changed"
    APPOINTMENT_MADE = "appointment_made"
    MESSAGE_LEFT = "message_left"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitItem:
    """One thing done: when, what, in a few words of detail, under which number, for how much (in cents)."""

    at: datetime
    act: VisitAct
    detail: str = ""
    number: str = ""
    cents: int | None = None

    def __post_init__(self) -> None:
        require_aware(self.at, "item.at")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """A visit; `served_by` is the person who received the visitor, empty at a kiosk."""

    parties: Parties
    started_at: datetime
    ended_at: datetime
    served_by: str
    items: tuple[VisitItem, ...]

    def __post_init__(self) -> None:
        require_aware(self.started_at, "started_at")
        require_aware(self.ended_at, "ended_at")
        require(self.started_at <= self.ended_at, "ended_at", "before_start")
