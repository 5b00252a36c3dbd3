"""What is owed and why: month by month, one month explained, or every line of the ledger."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from desktop.services.days import local_day
from desktop.services.ledger.statement import LineView, Statement, TermView, statement
from desktop.views.kiosk.account.lines import account_lines
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


class Reading(Enum):
    """Which of the three ways of reading the account is open."""

    MONTHS = auto()
    MONTH = auto()
    LINES = auto()


@dataclass(frozen=True, slots=True)
class AccountState:
    """`statement` is None while it is being read; `period` is the month that is explained.

    `answers`: what each of `account_lines` read, in their order.
    """

    statement: Statement | None = None
    as_of: datetime | None = None
    now: datetime | None = None
    reading: Reading = Reading.MONTHS
    period: str = ""
    answers: tuple[Any, ...] = ()

    @property
    def term(self) -> TermView | None:
        """The month that is explained."""
        terms = self.statement.terms if self.statement else ()
        return next((term for term in terms if term.period == self.period), None)

    @property
    def lines(self) -> tuple[LineView, ...]:
        """The ledger's lines of that month, newest first."""
        lines = self.statement.lines if self.statement else ()
        return tuple(line for line in lines if line.period == self.period)


@dataclass(frozen=True, slots=True)
class _AccountRead:
    statement: Statement
    answers: tuple[Any, ...]
    as_of: datetime | None
    now: datetime


class AccountPresenter(KioskScene[AccountState]):
    """Reading changes nothing."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, AccountState())

    def open(self) -> None:
        """Read the ledger. Who comes here has asked to see the figures."""
        lease_id = self._guide.visit.lease_id
        self._guide.visit.figures_shown = True
        self.run(self._parts.cache_lane, lambda: self._read(lease_id), self._on_read)

    def refresh(self) -> None:
        """A payment arrived, or the night's import."""
        self.open()

    def month_pressed(self, period: str) -> None:
        """One month, line by line."""
        self.show(reading=Reading.MONTH, period=period)

    def lines_pressed(self) -> None:
        """Every line, newest first."""
        self.show(reading=Reading.LINES)

    def pay_pressed(self) -> None:
        """To the payment."""
        self._guide.go("pay")

    def back_pressed(self) -> None:
        """From a reading to the months; from there home."""
        if self.state.reading is Reading.MONTHS:
            self._guide.go("home")
        else:
            self.show(reading=Reading.MONTHS, period="")

    def _read(self, lease_id: str) -> _AccountRead:
        station = self._parts.station
        now = station.now()
        today = local_day(now)
        return _AccountRead(
            statement=station.ask(statement, lease_id, today),
            answers=tuple(station.ask(each.reads, lease_id, today) for each in account_lines()),
            as_of=station.status().balances_as_of,
            now=now,
        )

    def _on_read(self, read: _AccountRead) -> None:
        self.show(statement=read.statement, answers=read.answers, as_of=read.as_of, now=read.now)
