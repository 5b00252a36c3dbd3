"""The common ground of all entities: bases, column types and the columns that make a row travel."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Dialect, ForeignKeyConstraint, Index, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

GLOBAL_SCOPE = "global"
"""The scope of rows that every station of the landlord receives."""


class Moment(TypeDecorator[datetime]):
    """An instant, kept as whole milliseconds since 1970 UTC so that both databases and the wire agree."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must be an aware datetime")
        return round(value.timestamp() * 1000)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromtimestamp(value / 1000, tz=UTC)


class Day(TypeDecorator[date]):
    """A calendar day, kept as ISO text (`2026-11-22`): sortable, and the same raw value everywhere."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


class Entity(DeclarativeBase):
    """Entities that exist on both sides; each also has the columns of `Synced`."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, date: Day, int: BigInteger}


class Synced:
    """Columns of every row that travels: `scope` (an agency, or all) and the version central stamped.

    `ver` is 0 for a row that so far only a local command made.
    """

    scope: Mapped[str] = mapped_column(String(16))
    ver: Mapped[int] = mapped_column(default=0)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        name: str = cls.__tablename__  # type: ignore[attr-defined]
        return (Index(f"ix_{name}_scope_ver", "scope", "ver"), *cls.extra_indexes())

    @classmethod
    def extra_indexes(cls) -> tuple[Index | ForeignKeyConstraint, ...]:
        """More indexes of one entity; overridden where a screen needs them."""
        return ()


@cache
def synced_tables() -> dict[str, Table]:
    """All tables whose rows travel, by name, parents before children."""
    return {table.name: table for table in Entity.metadata.sorted_tables if "ver" in table.c}


def raw_columns(table: str, names: list[str]) -> str:
    """The SQL that reads columns as the same plain values from every database: a truth as 0 or 1."""
    columns = synced_tables()[table].c
    return ", ".join(
        f"CAST({name} AS INTEGER)" if isinstance(columns[name].type, Boolean) else name for name in names
    )
