"""What other features have to say on the account's screen, one line each, declared in their own folders."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.discovery import modules


@dataclass(frozen=True, slots=True)
class LineWords:
    """An icon in a colour of the look, a sentence, and below it what to do, if there is something to do."""

    icon: str
    colour: str
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One line, the lower `order` first: `account_line.py` in the folder of a feature holds it as LINE.

    `reads`: a query of the station's rows, told the lease and the day; `says`: its answer in words.
    """

    order: int
    reads: Callable[[Any, str, date], Any]
    says: Callable[[Any], LineWords]


@cache
def account_lines() -> tuple[AccountLine, ...]:
    """All of them in their order, found when the account is first opened."""
    return lines_below("desktop.views.kiosk")


def lines_below(package: str) -> tuple[AccountLine, ...]:
    """Raises TypeError where an account_line.py does not hold a LINE."""
    found = []
    for module in modules(package, "account_line"):
        line = getattr(module, "LINE", None)
        if not isinstance(line, AccountLine):
            raise TypeError(f"{module.__name__} must hold LINE = AccountLine(...)")
        found.append(line)
    return tuple(sorted(found, key=lambda each: each.order))
