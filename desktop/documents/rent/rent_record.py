"""The facts of a rent receipt, refused unless they add up and nothing is left to pay."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop.documents.consistency import require, require_said
from desktop.documents.parties import Parties
from desktop.documents.seal import Duplicate, Seal
from desktop.rules.means import Means


class LineKind(StrEnum):
    """What a line of a term is; the law wants rent and charges apart, RLS, SLS and APL to be seen."""

    RENT = "rent"
    SLS = "sls"
    RLS = "rls"
    CHARGES = "charges"
    ADJUSTMENT = "adjustment"
    OTHER = "other"
    HOUSING_BENEFIT = "housing_benefit"


_NEVER_ABOVE_ZERO: Final = {LineKind.RLS, LineKind.HOUSING_BENEFIT}
_NEVER_BELOW_ZERO: Final = {LineKind.RENT, LineKind.SLS, LineKind.CHARGES}


@dataclass(frozen=True, slots=True, kw_only=True)
class RentLine:
    """A line in cents, above zero what the tenant owes; `label` replaces the usual words."""

    kind: LineKind
    cents: int
    label: str = ""

    def __post_init__(self) -> None:
        above = self.cents > 0 and self.kind in _NEVER_ABOVE_ZERO
        below = self.cents < 0 and self.kind in _NEVER_BELOW_ZERO
        require(not (above or below), "line.cents", "wrong_sign", kind=self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The part of a payment, in cents, that settled this term."""

    paid_on: date
    means: Means
    cents: int
    reference: str = ""

    def __post_init__(self) -> None:
        require(self.cents > 0, "settlement.cents", "not_positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class RentReceipt:
    """A rent receipt for the term of a month ("2026-11").

    `total_cents` is the sum of the lines: what the tenant had to pay once reductions and benefit were taken
    off; below zero it went to their credit. `open_cents` is what the ledger says is left to pay: zero, or
    there is no rent receipt (Cass. 3e civ., 24 March 2004).
    """

    parties: Parties
    number: str
    period: str
    issued_on: date
    lines: tuple[RentLine, ...]
    total_cents: int
    settlements: tuple[Settlement, ...]
    open_cents: int
    duplicate: Duplicate | None = None
    seal: Seal | None = None

    def __post_init__(self) -> None:
        require_said(self.number, "number")
        require(self.open_cents == 0, "open_cents", "term_still_open", open_cents=self.open_cents)
        added = sum(line.cents for line in self.lines)
        require(added == self.total_cents, "lines", "do_not_add_up", cents=self.total_cents, added=added)
        require(any(line.kind is LineKind.RENT for line in self.lines), "lines", "no_rent")
        settled = sum(settlement.cents for settlement in self.settlements)
        due = max(self.total_cents, 0)
        require(settled == due, "settlements", "do_not_add_up", cents=due, settled=settled)

    def of(self, *kinds: LineKind) -> tuple[RentLine, ...]:
        """The lines of these kinds, in the order of the kinds."""
        return tuple(line for kind in kinds for line in self.lines if line.kind is kind)
