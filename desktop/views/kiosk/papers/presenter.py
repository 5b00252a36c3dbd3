"""The papers a person may take away, and why one of them is not to be had yet."""

from dataclasses import dataclass

from desktop.services.papers.papers import PaperView, asked_for, papers_available
from desktop.views.common.trouble import Trouble
from desktop.views.kiosk.kit.printing import KioskPrinting, PaperProgress
from desktop.views.kiosk.parts import KioskGuide, KioskParts
from desktop.views.kiosk.scene import KioskScene


@dataclass(frozen=True, slots=True)
class PapersState:
    """`papers` is None while they are being read; `chosen` is one of them."""

    papers: tuple[PaperView, ...] | None = None
    chosen: PaperView | None = None
    printing: PaperProgress = PaperProgress.NOTHING
    trouble: Trouble | None = None

    @property
    def may_print(self) -> bool:
        """Whether the chosen paper can be printed now."""
        return (
            self.chosen is not None
            and self.chosen.allowed
            and self.printing not in {PaperProgress.UNDER_WAY, PaperProgress.NO_PRINTER}
        )


class PapersPresenter(KioskScene[PapersState]):
    """The gate decides; the screen explains."""

    def __init__(self, parts: KioskParts, guide: KioskGuide) -> None:
        super().__init__(parts, guide, PapersState())
        self._printing = KioskPrinting(
            parts, guide, self.run, lambda progress: self.show(printing=progress), self._on_trouble
        )
        self.show(printing=self._printing.at_rest)

    def open(self) -> None:
        """Read what there is."""
        station, lease_id = self._parts.station, self._guide.visit.lease_id
        self.run(
            self._parts.cache_lane,
            lambda: station.ask(papers_available, lease_id, station.now()),
            self._on_read,
        )

    def refresh(self) -> None:
        """A payment arrived: another paper may be allowed now."""
        if self.state.printing is not PaperProgress.UNDER_WAY:
            self.open()

    def chosen(self, paper: PaperView) -> None:
        """Touch one of the list."""
        if self.state.printing is not PaperProgress.UNDER_WAY:
            self.show(chosen=paper, printing=self._printing.at_rest, trouble=None)

    def print_pressed(self) -> None:
        """Print it; a second touch meanwhile is ignored."""
        paper = self.state.chosen
        if paper is None or not self.state.may_print:
            return
        self.show(trouble=None)
        self._printing.start(asked_for(self._guide.visit.lease_id, paper))

    def back_pressed(self) -> None:
        """Home; not while a paper is under way."""
        if self.state.printing is not PaperProgress.UNDER_WAY:
            self._guide.go("home")

    def _on_read(self, papers: tuple[PaperView, ...]) -> None:
        chosen = self.state.chosen
        same = [paper for paper in papers if chosen and _key(paper) == _key(chosen)]
        self.show(papers=papers, chosen=same[0] if same else None)

    def _on_trouble(self, trouble: Trouble) -> None:
        failed = PaperProgress.FAILED if trouble.device else PaperProgress.NOTHING
        self.show(printing=failed, trouble=None if trouble.device else trouble)


def _key(paper: PaperView) -> tuple[str | None, str | None]:
    return paper.receipt_id, paper.period
