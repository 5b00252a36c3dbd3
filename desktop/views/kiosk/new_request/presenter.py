"""Reports a problem in five short steps: what, where, in words, with photos, sent."""

from datetime import date
from pathlib import Path
from typing import Any, Final

from desktop.hardware.camera import takes_photos
from desktop.services.command import Done
from desktop.services.requests.requests import MAX_PHOTOS, PROMISED_DAYS, OpenRequest
from desktop.station.photos import Picture, look_at, open_request
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.new_request.state import NewRequestState, ReportStep
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.requests.places import PLACES
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.visit import Act

MOST_SHOWN: Final = 12
"""Pictures; who brought more chooses among the newest."""


class NewRequestPresenter(KioskScene[NewRequestState]):
    """Works without the network: the request is kept here and sent later."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, NewRequestState(steps=_steps(photos=takes_photos(parts.photos))))

    def open(self) -> None:
        """Look what pictures are at hand; they go when the visit ends."""
        self.run(
            self._parts.cache_lane,
            self._parts.photos.photos,
            self._on_found,
            lambda _trouble: self._on_found([]),
        )

    def category_chosen(self, category: str) -> None:
        """What it is about; choosing leads on."""
        if category in PROMISED_DAYS:
            self.show(category=category, step=ReportStep.PLACE)

    def place_chosen(self, place: str) -> None:
        """Where; choosing leads on."""
        if place in PLACES:
            self.show(place=place, step=ReportStep.DESCRIPTION)

    def written(self, description: str) -> None:
        """In one's own words, as far as they are written."""
        self.show(description=description, problem="")

    def again_pressed(self) -> None:
        """More pictures may have come meanwhile; those looked at before are kept."""
        self.show(photo_problem="")
        self.open()

    def photo_touched(self, path: Path) -> None:
        """Take a picture along, or leave it out again."""
        state = self.state
        picture = next((each for each in state.pictures or () if each.path == path), None)
        if picture is None or not picture.looked_at or state.busy:
            return
        if path in state.chosen:
            self.show(chosen=tuple(each for each in state.chosen if each != path), photo_problem="")
        elif picture.problem:
            self.show(photo_problem=picture.problem)
        elif len(state.chosen) >= MAX_PHOTOS:
            self.show(photo_problem="too_many_photos")
        else:
            self.show(chosen=(*state.chosen, path), photo_problem="")

    def go_on_pressed(self) -> None:
        """To the next step; from the last one, send."""
        state = self.state
        if state.busy:
            return
        match state.step:
            case ReportStep.DESCRIPTION if not state.description.strip():
                self.show(problem="description_missing")
            case ReportStep.DESCRIPTION | ReportStep.PHOTOS:
                self.show(step=state.step_away(1), problem="", photo_problem="")
            case ReportStep.CHECK:
                self._send()
            case ReportStep.SENT:
                self._guide.go("home")
            case _:
                pass

    def back_pressed(self) -> None:
        """One step back; from the first and from the end, home. What was written stays."""
        state = self.state
        if state.busy:
            return
        if state.step in {ReportStep.CATEGORY, ReportStep.SENT}:
            self._guide.go("home")
        else:
            self.show(step=state.step_away(-1), problem="", trouble=None)

    def finish_pressed(self) -> None:
        """The person is done."""
        self._guide.finish()

    def _send(self) -> None:
        state, visit, station = self.state, self._guide.visit, self._parts.station
        command = OpenRequest(
            lease_id=visit.lease_id,
            category=state.category,
            place=PLACES[state.place],
            description=state.description.strip(),
            photos=tuple(each.photo for each in state.taken if each.photo is not None),
        )
        actor, taken = visit.actor, state.taken
        self.show(busy=True, trouble=None)
        self.run(
            self._parts.cache_lane,
            lambda: open_request(station, command, taken, actor),
            self._on_sent,
            self._on_trouble,
        )

    def _on_found(self, found: list[Path]) -> None:
        known = {picture.path: picture for picture in self.state.pictures or ()}
        pictures = tuple(known.get(path, Picture(path)) for path in found[:MOST_SHOWN])
        here = {picture.path for picture in pictures}
        chosen = tuple(path for path in self.state.chosen if path in here)
        self.show(pictures=pictures, chosen=chosen, online=self._parts.station.online)
        self._look_at_next()

    def _look_at_next(self) -> None:
        """One after the other, each a piece of work of its own: nothing else waits long."""
        path, source = self.state.next_to_look_at, self._parts.photos
        if path is not None:
            self.run(self._parts.cache_lane, lambda: look_at(source, path), self._on_looked)

    def _on_looked(self, picture: Picture) -> None:
        pictures = tuple(picture if each.path == picture.path else each for each in self.state.pictures or ())
        self.show(pictures=pictures)
        self._look_at_next()

    def _on_sent(self, done: Done) -> None:
        facts: dict[str, Any] = done.result or {}
        number, promised = str(facts["number"]), date.fromisoformat(facts["promised_on"])
        self._guide.visit.note(Act.REQUESTED, number=number)
        online = self._parts.station.online
        self.state = NewRequestState(step=ReportStep.SENT, number=number, promised_on=promised, online=online)
        self.show()

    def _on_trouble(self, trouble: Trouble) -> None:
        self.show(busy=False, trouble=trouble)


def _steps(*, photos: bool) -> tuple[ReportStep, ...]:
    return tuple(step for step in ReportStep if photos or step is not ReportStep.PHOTOS)
