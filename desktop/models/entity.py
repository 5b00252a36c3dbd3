"""The common ground of all entities: bases, column types and the columns that make a row travel."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Dialect, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from desktop.models.belonging import Belonging, HeldRows, NoStation, Personal, RowOwner, Urgency

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


_WRITE = (
    "{name} does not say {missing}. Write: class {name}(Synced, Entity, owner=…, personal=…, kept=…, "
    "held_by=…, urgency=…), with the words of desktop/models/belonging.py, as desktop/models/payment.py does."
)


class Synced:
    """Columns of every row that travels: `scope` (an agency, or all) and the version central stamped.

    `ver` is 0 for a row that so far only a local command made. What an entity says of itself, as class
    keywords, decides where its rows go: one that leaves a keyword out cannot be imported (TypeError).
    """

    belonging: ClassVar[Belonging]
    scope: Mapped[str] = mapped_column(String(16))
    ver: Mapped[int] = mapped_column(default=0)

    def __init_subclass__(
        cls,
        *,
        owner: RowOwner | None = None,
        personal: Personal | None = None,
        kept: str | None = None,
        held_by: tuple[HeldRows, ...] | NoStation | None = None,
        urgency: Urgency | None = None,
        append_only: bool = False,
    ) -> None:
        said = {"owner": owner, "personal": personal, "kept": kept, "held_by": held_by, "urgency": urgency}
        if owner is None or personal is None or kept is None or held_by is None or urgency is None:
            missing = ", ".join(word for word, meaning in said.items() if meaning is None)
            raise TypeError(_WRITE.format(name=cls.__name__, missing=missing))
        cls.belonging = Belonging(owner, personal, kept, held_by, urgency, append_only)
        super().__init_subclass__()
        for objection in cls.belonging.objections(cls.__table__):  # type: ignore[attr-defined]
            raise TypeError(f"{cls.__name__}: {objection}")

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        name: str = cls.__tablename__  # type: ignore[attr-defined]
        return (Index(f"ix_{name}_scope_ver", "scope", "ver"), *cls.extra_indexes())

    @classmethod
    def extra_indexes(cls) -> tuple[Index | ForeignKeyConstraint, ...]:
        """More indexes of one entity; overridden where a screen needs them."""
        return ()
