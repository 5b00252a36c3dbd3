"""The agency's own receipt numbers, one after the other in each year: central alone gives them."""

from typing import Any

from sqlalchemy import Integer, Select, String, bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.receipt import Receipt

DIGITS = 6
"""Each number has so many at least; an agency that gives a million in one year goes on with seven."""

_RECEIPT = Receipt.__table__.c
_LAST = select(func.max(_RECEIPT.canonical)).where(
    _RECEIPT.canonical >= bindparam("first"),
    _RECEIPT.canonical <= bindparam("last"),
    func.substr(_RECEIPT.canonical, 1, bindparam("length", type_=Integer))
    == bindparam("prefix", type_=String),
)
"""Between the first number and the last: any other sign stands elsewhere in each language's order.

Some languages pass over signs, so that another agency's numbers may stand between.
"""
_LAST_BEYOND = _LAST.where(func.length(_RECEIPT.canonical) == bindparam("whole", type_=Integer))


def prefix_of(scope: str, year: int) -> str:
    """What the numbers of an agency and a year begin with: `AG02-2026-`."""
    return f"{scope}-{year}-"


def numbered(prefix: str, number: int) -> str:
    """The number in full: `AG02-2026-000001`."""
    return f"{prefix}{number:0{DIGITS}d}"


def last_number(session: Session, prefix: str) -> int:
    """The highest that was given with this prefix, 0 before the first; one look at an index.

    Text is compared, so numbers of six digits and of seven are asked for apart: the longer ones once the
    shorter are used up, and then all of that year are looked at.
    """
    session.flush()
    last, digits = _last(session, _LAST, prefix, DIGITS), DIGITS
    while last == 10**digits - 1:
        digits += 1
        last = _last(session, _LAST_BEYOND, prefix, digits) or last
    return last


def _last(session: Session, question: Select[Any], prefix: str, digits: int) -> int:
    these = {
        "first": numbered(prefix, 10 ** (digits - 1) if digits > DIGITS else 0),
        "last": numbered(prefix, 10**digits - 1),
        "length": len(prefix),
        "prefix": prefix,
    }
    beyond = {"whole": len(prefix) + digits} if digits > DIGITS else {}
    found = session.connection().execute(question, these | beyond).scalar()
    return int(found.removeprefix(prefix)) if found else 0
