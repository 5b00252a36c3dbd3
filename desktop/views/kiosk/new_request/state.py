"""Everything the report of a problem holds while it is being made."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Final

from desktop.station.photos import Picture
from desktop.views.common.trouble import Trouble


class ReportStep(IntEnum):
    """The questions, in their order."""

    CATEGORY = 1
    PLACE = 2
    DESCRIPTION = 3
    PHOTOS = 4
    CHECK = 5
    SENT = 6


LAST_STEP: Final = ReportStep.CHECK


@dataclass(frozen=True, slots=True)
class NewRequestState:
    """`steps` are those of this kiosk; `pictures` those at hand, None while looked for.

    `number` and `promised_on` are known once sent.
    """

    steps: tuple[ReportStep, ...] = tuple(ReportStep)
    step: ReportStep = ReportStep.CATEGORY
    category: str = ""
    place: str = ""
    description: str = ""
    pictures: tuple[Picture, ...] | None = None
    chosen: tuple[Path, ...] = ()
    photo_problem: str = ""
    problem: str = ""
    busy: bool = False
    trouble: Trouble | None = None
    number: str = ""
    promised_on: date | None = None
    online: bool = True

    def step_away(self, by: int) -> ReportStep:
        """The step `by` places further on, or back."""
        return self.steps[self.steps.index(self.step) + by]

    @property
    def taken(self) -> tuple[Picture, ...]:
        """The pictures that go along, in the order in which they were chosen."""
        known = {picture.path: picture for picture in self.pictures or ()}
        return tuple(known[path] for path in self.chosen if path in known)

    @property
    def next_to_look_at(self) -> Path | None:
        """The first picture of which nothing is known yet."""
        return next((each.path for each in self.pictures or () if not each.looked_at), None)
