"""A paper on its way from the rows to the printer, and whether it came out."""

from collections.abc import Callable
from dataclasses import replace

from desktop.errors import DeviceUnavailable, GuichetError
from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult, is_there
from desktop.outcomes import Err, Ok, Outcome
from desktop.station.papers import MadePaper, hand_over
from desktop.views.counter.paper import Paper, Stage
from desktop.views.counter.parts import CounterGuide, CounterParts


class Printing:
    """Makes a paper on the cache lane and prints it on the printer's; one at a time.

    It goes on when its screen is left: a paper that then fails is told to the shell.
    """

    def __init__(self, parts: CounterParts, guide: CounterGuide, show: Callable[[Paper], None]) -> None:
        self._parts = parts
        self._guide = guide
        self._show = show
        self._actor = guide.shift.actor
        self._left = False
        self.paper = Paper() if is_there(parts.printer) else Paper(Stage.NO_PRINTER, what="")
        show(self.paper)

    def start(self, asked: object, what: str, number: str = "") -> bool:
        """Make and print what is asked for (station.papers).

        False while another paper is under way, and where there is no printer.
        """
        if self.paper.under_way:
            return False
        if not self.paper.offered:
            self._become(Paper(Stage.NO_PRINTER, what, number))
            return False
        self._become(Paper(Stage.MAKING, what, number))
        parts, actor = self._parts, self._actor
        parts.cache_lane.run(lambda: parts.make_paper(parts.station, asked, actor), self._made)
        return True

    def leave(self) -> None:
        """The screen is gone."""
        self._left = True

    def _made(self, outcome: Outcome[MadePaper]) -> None:
        match outcome:
            case Ok(made):
                parts, actor = self._parts, self._actor
                self._become(replace(self.paper, stage=Stage.PRINTING, duplicate=made.duplicate))
                parts.printer_lane.run(
                    lambda: hand_over(parts.station, parts.printer, made, actor), self._on_printed
                )
            case Err(error):
                self._failed(error)

    def _on_printed(self, outcome: Outcome[PrintResult]) -> None:
        match outcome:
            case Ok(result):
                self._become(replace(self.paper, stage=_stage(result), detail=result.detail))
            case Err(error):
                self._failed(error)

    def _failed(self, error: Exception) -> None:
        stage = Stage.FAILED if isinstance(error, DeviceUnavailable) else Stage.REFUSED
        code = error.code if isinstance(error, GuichetError) else "incident"
        self._become(replace(self.paper, stage=stage, detail=code))
        if not isinstance(error, GuichetError):
            self._guide.report(error)

    def _become(self, paper: Paper) -> None:
        self.paper = paper
        if not self._left:
            self._show(paper)
        elif not paper.under_way and not paper.came_out:
            self._guide.paper_missed(paper)


def _stage(result: PrintResult) -> Stage:
    match result.outcome:
        case PrintOutcome.PRINTED:
            return Stage.KEPT if result.detail == PrintDetail.KEPT else Stage.PRINTED
        case PrintOutcome.UNKNOWN:
            return Stage.UNKNOWN
        case PrintOutcome.FAILED:
            return Stage.FAILED
