"""Whether a paper is the original or a duplicate: decided here for every screen, online or not.

A former tenant may claim what was given before (Cass. 3e civ., 2 December 2014, 13-12269): what is printed
again bears DUPLICATA, keeps its number and says when the original was made, so that one payment is never
shown as two.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Issue:
    """When a paper that is made once was issued, on which day there, and whether by the station that asks."""

    at: datetime
    day: date
    here: bool


def original_of(prints: Collection[datetime], issue: Issue | None, today: date) -> datetime | None:
    """When the original was made, if what is printed now is a duplicate; None for the original itself.

    `prints`: when it was printed before, also when nobody knows whether it came out. `issue`: None for a
    paper that is issued by printing it (a rent receipt).

    Release 0.1.0 recorded no print. Without a record, what was issued on another day or by another station
    is taken to have been handed over then, as 0.1.0 took it; a rent receipt is not, as 0.1.0 never said.
    """
    if prints:
        return issue.at if issue is not None else min(prints)
    if issue is not None and not (issue.here and issue.day == today):
        return issue.at
    return None
