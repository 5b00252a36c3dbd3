"""What a command says about itself, beside its service: who may perform it, about what, what follows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import GuichetError
from desktop.models.entity import Synced
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.about import About
from desktop.services.command import Command, Done
from desktop.services.memory import Memory

Service = Callable[..., Done]
Many = Callable[..., list[Done | GuichetError]]
Proof = Callable[[Session, Any, Memory], str]
"""What is wrong with the evidence that a command brings of what it says: a code, or nothing."""


Judge = Callable[[Session, Any, bytes], object]
"""Works out, of what may be read, what takes too long to hold a lock for; the last is central's pepper."""


class Where(Enum):
    """Where a command can be carried out at first."""

    ANYWHERE = "anywhere"
    CENTRAL = "central"


class Who(Enum):
    """Who may act besides staff, who act by their `Role`; the value begins their `actor`.

    It is no text: no role in somebody's row, whatever it says, is ever one of these.
    """

    TENANT = "tenant"
    """Whoever has the account of the lease; no tenant acts for another."""

    THIRD_PARTY = "third_party"
    """Somebody whom a tenant authorised; nobody can be yet."""

    DEVICE = "device"
    """The sending station itself."""

    CENTRAL = "central"
    """Central by its clock; no station can say so."""


class Money(Enum):
    """Whether money moves with a command, and so what may stand in its way."""

    NONE = "none"

    DECIDED = "decided"
    """Somebody says what became of money. It waits where it cannot be booked."""

    TAKEN = "taken"
    """Money changes hands at a station. From a counter it is booked whoever took it."""

    MOVED = "moved"
    """A machine said that money moved: a station writes it down whatever stands in the way, and central
    refuses none for speaking of something that is not there."""


@dataclass(frozen=True, slots=True)
class Files:
    """Files of which the command speaks, by their SHA-256: central marks those it has as arrived."""

    named: Callable[[Any], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Restamped:
    """Rows that other stations now hold, or hold no more, though nothing in them changed."""

    rows: Callable[[Session, Done], Iterable[Synced]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything about one command. What has no default must be thought about for each.

    `by`: who may perform it, staff by their roles; `stations`: from which kinds of station; `about`: which
    lease; `follows_its_lease`: it is still done when the lease went to another agency meanwhile;
    `last_bytes`: it may use the room on a full disk that is kept for ends; `after`: what central does then.

    `proof`: judges, at central, the evidence it brings; `issues_receipt`: may use the device's next receipt
    number; `secret`: never kept in journal or log; `judge`: what central does before it locks anything, of a
    command that it alone can do: its service finds that in `context.judged`, or does it itself.

    `many` serves commands with their contexts in order, all at once: it answers, for each, what `service`
    would have returned or raised after those before it, and makes the same rows.
    """

    kind: str
    version: int
    command: type[Command]
    service: Service
    by: frozenset[Who | Role]
    stations: frozenset[StationKind]
    about: About
    follows_its_lease: bool
    money: Money
    last_bytes: bool
    after: tuple[Files | Restamped, ...]
    where: Where = Where.ANYWHERE
    issues_receipt: bool = False
    secret: bool = False
    many: Many | None = None
    proof: Proof | None = None
    judge: Judge | None = None
