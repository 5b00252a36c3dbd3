"""Short words for the columns of a revision: they say what a table was, whatever the models say today."""

from typing import Any

import sqlalchemy as sa
from alembic import op

Kind = sa.types.TypeEngine[Any]
TEXT = sa.String()
BIG = sa.BigInteger()
DAY = sa.String(10)
YES = sa.Boolean()
BYTES = sa.LargeBinary()


def key(name: str, kind: Kind) -> sa.Column[Any]:
    """A column of the primary key."""
    return sa.Column(name, kind, primary_key=True)


def columns(kind: Kind, *names: str) -> list[sa.Column[Any]]:
    """Columns that are always filled."""
    return [sa.Column(name, kind, nullable=False) for name in names]


def optional(kind: Kind, *names: str) -> list[sa.Column[Any]]:
    """Columns that may be empty."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def table(name: str, *parts: Any) -> None:
    """A table of central alone."""
    op.create_table(name, *parts)


def travelling(name: str, *parts: Any) -> None:
    """A table whose rows travel to stations."""
    op.create_table(name, *parts, *columns(sa.String(16), "scope"), *columns(BIG, "ver"))
    op.create_index(f"ix_{name}_scope_ver", name, ["scope", "ver"])
