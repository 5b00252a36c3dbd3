"""Ends a visit: what was done, what to take along, and back to the welcome by itself."""

from dataclasses import dataclass

from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene
from desktop.views.kiosk.visit import Act, Deed


@dataclass(frozen=True, slots=True)
class GoodbyeState:
    """`take_card` and `take_papers`: what the person must not leave behind."""

    deeds: tuple[Deed, ...]
    take_card: bool
    take_papers: bool
    seconds_left: int


class GoodbyePresenter(KioskScene[GoodbyeState]):
    """The account is closed on arrival: only what was done is still known."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        deeds = tuple(guide.visit.deeds)
        acts = {deed.act for deed in deeds}
        super().__init__(
            parts,
            guide,
            GoodbyeState(
                deeds=deeds,
                take_card=bool(acts & {Act.PAID, Act.IN_DOUBT}),
                take_papers=Act.PRINTED in acts,
                seconds_left=parts.idle_times.goodbye,
            ),
        )
        guide.visit.account = None

    def tick(self) -> None:
        """Count down to the welcome."""
        if self.state.seconds_left <= 1:
            self._guide.finish()
        else:
            self.show(seconds_left=self.state.seconds_left - 1)

    def leave_pressed(self) -> None:
        """No need to wait."""
        self._guide.finish()
