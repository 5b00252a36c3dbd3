"""Which lines of the landlord's accounts are our own payments, coming back once they were posted.

By our reference in the label; else by lease, amount, means and days, each payment and each line once, never
by amount alone. Worked out anew from all that is known, so that the order of the nights plays no part: what
came late with its reference takes the place of a guess.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from desktop.rules.means import Means, means_in
from desktop.rules.money import Cents

MOST_PARTS = 3
"""Of so many lines at most a payment is looked for, and of so many payments a line."""

_MOST_TRIED = 12
_SATURDAY = 5


class How(StrEnum):
    """What tells that a line is a payment. Those of which only a person can be sure come last."""

    REFERENCE = "reference"
    NEAR = "near"
    """The lease, the amount, no other means, and within the days."""
    PERSON = "person"
    MEANS = "means"
    """As near, but the label names another means."""
    SPLIT = "split"
    """Several lines together are a payment, or several payments a line."""
    OTHER_LEASE = "other_lease"
    """On another lease of the same person: the garage's."""

    @property
    def doubtful(self) -> bool:
        return self in {How.MEANS, How.SPLIT, How.OTHER_LEASE}


@dataclass(frozen=True, slots=True)
class TakenMoney:
    """A payment as it was taken. `references`: the numbers on its receipt; `handed_over`: the accountant has
    it, so that it may come back without them; `kin`: other leases of the same person.
    """

    id: str
    lease_id: str
    means: Means
    cents: Cents
    day: date
    references: tuple[str, ...] = ()
    handed_over: bool = True
    kin: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PostedLine:
    """A payment's line in the landlord's accounts; cents below zero when it came back unpaid."""

    id: str
    lease_id: str
    day: date
    label: str
    cents: Cents


_Part = TypeVar("_Part", TakenMoney, PostedLine)


@dataclass(frozen=True, slots=True)
class Match:
    """So many cents of a payment are that line."""

    payment_id: str
    line_id: str
    lease_id: str
    cents: Cents
    how: How
    doubtful: bool


def matched(
    taken: Iterable[TakenMoney], posted: Iterable[PostedLine], decided: Iterable[Match], within: int
) -> tuple[Match, ...]:
    """All matches; `decided` are those a person made, which stand; `within`: working days."""
    work = _Matching(
        sorted(taken, key=lambda each: (each.day, each.id)),
        sorted(posted, key=lambda each: (each.day, each.id)),
        within,
    )
    return work.run(tuple(decided))


def is_within(taken: date, posted: date, within: int) -> bool:
    """Whether at most so many working days lie between, weekends left out."""
    if posted < taken:
        return False
    days = (posted - taken).days
    weeks, rest = divmod(days, 7)
    working = weeks * 5 + sum(
        (taken + timedelta(days=each + 1)).weekday() < _SATURDAY for each in range(rest)
    )
    return working <= within


@dataclass(slots=True)
class _Matching:
    """What is left of payments and lines while it goes on."""

    taken: Sequence[TakenMoney]
    posted: Sequence[PostedLine]
    within: int
    found: list[Match] = field(default_factory=list)
    left: dict[str, Cents] = field(default_factory=dict)
    free: dict[str, Cents] = field(default_factory=dict)

    def run(self, decided: tuple[Match, ...]) -> tuple[Match, ...]:
        self.left = {each.id: each.cents for each in self.taken}
        self.free = {each.id: each.cents for each in self.posted if each.cents > 0}
        for match in decided:
            self._note(match)
        self._by_reference()
        self._by_nearness(How.NEAR)
        self._by_nearness(How.MEANS)
        self._in_parts()
        self._by_nearness(How.OTHER_LEASE)
        self._came_back()
        return tuple(self.found)

    def _note(self, match: Match) -> None:
        self.found.append(match)
        if match.cents > 0:
            self.left[match.payment_id] = self.left.get(match.payment_id, 0) - match.cents
            self.free[match.line_id] = self.free.get(match.line_id, 0) - match.cents

    def _join(self, payment: TakenMoney, line: PostedLine, how: How) -> None:
        cents = min(self.left[payment.id], self.free.get(line.id, 0))
        if cents > 0:
            doubt = how.doubtful or payment.lease_id != line.lease_id
            self._note(Match(payment.id, line.id, line.lease_id, cents, how, doubt))

    def _by_reference(self) -> None:
        """What a label names; one that is more than all it names stays in doubt."""
        for line in self.posted:
            if self.free.get(line.id, 0) <= 0:
                continue
            named = [each for each in self.taken if self.left[each.id] > 0 and _names(line.label, each)]
            for payment in named:
                self._join(payment, line, How.REFERENCE)
            if named and self.free[line.id] > 0:
                self._doubt(line.id)

    def _doubt(self, line_id: str) -> None:
        """A part of the line is nobody's: what is told of it is not sure."""
        self.free[line_id] = 0
        self.found = [
            Match(m.payment_id, m.line_id, m.lease_id, m.cents, m.how, True) if m.line_id == line_id else m
            for m in self.found
        ]

    def _whole(self) -> Iterator[TakenMoney]:
        """The payments of which nothing came back yet."""
        return (each for each in self.taken if each.handed_over and self.left[each.id] == each.cents)

    def _by_nearness(self, how: How) -> None:
        for payment in self._whole():
            for line in self.posted:
                if self.free.get(line.id) == payment.cents == line.cents and self._is_near(
                    payment, line, how
                ):
                    self._join(payment, line, how)
                    break

    def _is_near(self, payment: TakenMoney, line: PostedLine, how: How) -> bool:
        there = line.lease_id in payment.kin if how is How.OTHER_LEASE else line.lease_id == payment.lease_id
        same = how is How.MEANS or means_in(line.label) in {payment.means, Means.UNKNOWN}
        return there and same and is_within(payment.day, line.day, self.within)

    def _in_parts(self) -> None:
        for payment in self._whole():
            parts = [line for line in self._free() if self._is_near(payment, line, How.SPLIT)]
            for line in _adding_up(parts, payment.cents):
                self._join(payment, line, How.SPLIT)
        for line in self._free():
            several = [each for each in self._whole() if self._is_near(each, line, How.SPLIT)]
            for payment in _adding_up(several, line.cents):
                self._join(payment, line, How.SPLIT)

    def _free(self) -> list[PostedLine]:
        return [line for line in self.posted if self.free.get(line.id) == line.cents > 0]

    def _came_back(self) -> None:
        """A line that takes back just what a matched payment brought, the latest one: it did not clear."""
        back = {match.line_id for match in self.found if match.cents < 0}
        gone = {match.payment_id for match in self.found if match.cents < 0}
        for line in self.posted:
            if line.cents >= 0 or line.id in back:
                continue
            returned = [each for each in reversed(self.taken) if self._returned(each, line, gone)]
            returned.sort(key=lambda each: not _names(line.label, each))
            for payment in returned[:1]:
                gone.add(payment.id)
                self.found.append(
                    Match(payment.id, line.id, line.lease_id, line.cents, How.NEAR, doubtful=False)
                )

    def _returned(self, payment: TakenMoney, line: PostedLine, gone: Collection[str]) -> bool:
        posted_where = {match.lease_id for match in self.found if match.payment_id == payment.id}
        if payment.id in gone or self.left[payment.id] or payment.cents != -line.cents:
            return False
        if line.lease_id not in posted_where or line.day < payment.day:
            return False
        said = means_in(line.label)
        return _names(line.label, payment) or (
            payment.means.may_bounce and said in {payment.means, Means.UNKNOWN}
        )


def _names(label: str, payment: TakenMoney) -> bool:
    """Whether a label holds one of the payment's references, however it is spaced."""
    return any(_pattern(reference).search(label) for reference in payment.references)


@lru_cache(maxsize=4096)
def _pattern(reference: str) -> re.Pattern[str]:
    """Signs between its letters and digits do not matter; more digits after it make another reference."""
    signs = r"[\W_]*".join(re.escape(part) for part in re.findall(r"[^\W_]+", reference))
    return re.compile(rf"(?<![^\W_]){signs}(?!\d)", re.IGNORECASE)


def _adding_up(some: Sequence[_Part], cents: Cents) -> Sequence[_Part]:
    """Two or three of them that come to just so much; none when there are none."""
    few = some[:_MOST_TRIED]
    for many in range(2, MOST_PARTS + 1):
        for parts in combinations(few, many):
            if sum(each.cents for each in parts) == cents:
                return parts
    return ()
