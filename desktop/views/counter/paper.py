"""One printed paper as the screens know it: what it is, where it stands, why it failed."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where the paper stands."""

    NONE = "none"
    NO_PRINTER = "no_printer"
    """This station has no printer: nothing is offered."""
    MAKING = "making"
    PRINTING = "printing"
    PRINTED = "printed"
    KEPT = "kept"
    """Kept as a file: this station has no printer."""
    FAILED = "failed"
    UNKNOWN = "unknown"
    """The printer's answer was lost: the paper may still come out."""
    REFUSED = "refused"
    """It may not be printed at all."""


class What(StrEnum):
    """The papers that several screens print; each is called in one screen's declaration as people call it."""

    RECEIPT = "receipt"
    RENT_RECEIPT = "rent_receipt"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as a screen shows it. `number` is printed on it, if it has one; `detail`: why it failed.

    `duplicate` is known once it is made.
    """

    stage: Stage = Stage.NONE
    what: str = What.RECEIPT
    number: str = ""
    detail: str = ""
    duplicate: bool = False

    @property
    def offered(self) -> bool:
        """Whether a paper can be asked for at all."""
        return self.stage is not Stage.NO_PRINTER

    @property
    def under_way(self) -> bool:
        """Whether nobody knows yet how it ends."""
        return self.stage in (Stage.MAKING, Stage.PRINTING)

    @property
    def came_out(self) -> bool:
        """Whether somebody may hold it."""
        return self.stage in (Stage.PRINTED, Stage.KEPT, Stage.UNKNOWN)
