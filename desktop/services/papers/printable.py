"""A paper introduces itself: what it says, who draws it, what its seal proves, who may print it where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from desktop.documents.language.wording import Wording
from desktop.documents.seal import Duplicate
from desktop.rules.duplicate import Issue
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.entry import Who


class PaperLayout(StrEnum):
    """On what a paper can be drawn."""

    A4 = "a4"
    ROLL = "roll80"
    """The 80 mm of a till roll."""


class Copies(Enum):
    """What a second print of the same paper is."""

    MARKED = "marked"
    """A duplicate, which says so and keeps its number."""

    ALIKE = "alike"
    """As good as the first."""


@dataclass(frozen=True, slots=True)
class About:
    """Which paper it is: of which lease, of what, under which number; `issue` if it is issued only once."""

    lease_id: str
    subject_id: str = ""
    number: str = ""
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """`at`: now; `as_of`: when the station last heard of the account; `duplicate`: what the gate says."""

    at: datetime
    as_of: datetime | None = None
    duplicate: Duplicate | None = None


Asked = TypeVar("Asked")
Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable(Generic[Asked, Facts]):
    """Everything about one paper: a module of this folder holds it as PAPER. Nothing has a default.

    `asked`: the record by which one asks for it; `about`: which one that is, for the station called
    `device_id`; `facts`: what it says, which raises Refused where the gate has closed; `draw`: the PDF, by
    code that is loaded then; `seal`: what its signed code proves, None for a paper without; `by`: the
    tenant of the lease, or roles of staff, at each kind of station.
    """

    name: str
    asked: type[Asked]
    about: Callable[[Session, Asked, str], About]
    facts: Callable[[Session, Asked, Occasion], Facts]
    draw: Callable[[Facts, Wording, PaperLayout], bytes]
    layouts: frozenset[PaperLayout]
    seal: Callable[[Facts], dict[str, Any]] | None
    copies: Copies
    by: Mapping[StationKind, frozenset[Who | Role]]

    def __post_init__(self) -> None:
        said = {"name": self.name, "layouts": self.layouts, "by": self.by and all(self.by.values())}
        for word, meaning in said.items():
            if not meaning:
                raise ValueError(
                    f"the paper {self.name or self.asked.__name__} is not declared whole: {word}"
                )
