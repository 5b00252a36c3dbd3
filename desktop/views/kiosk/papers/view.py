"""The list of papers: touch one, read about it, print it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.papers.papers import PaperView
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.empty import Placeholder
from desktop.views.common.page import KioskPage
from desktop.views.common.table import Column, Rows, Table
from desktop.views.common.words import money, period, short_day
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.grown import grown
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.kit.saying import say_printing
from desktop.views.kiosk.kit.sentences import sentence
from desktop.views.kiosk.papers.presenter import PapersState


class PapersView(KioskPage):
    """What is said about the chosen paper stands above the list, where it is seen."""

    chosen = Signal(object)
    print_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("My papers"), self.tr("Touch a paper, then print it. It is free of charge."))
        self._papers: tuple[PaperView, ...] | None = None
        self.table: Table | None = None
        self.banner = Banner()
        self._panel: QWidget = Placeholder("", self.tr("Your papers are being read…"))
        self.body.addWidget(self.banner)
        self.body.addWidget(self._panel)
        self.body.addStretch(1)
        self.set_back(self.tr("Back"))
        self.set_primary(self.tr("Print"), "printer", enabled=False)
        self.primary.clicked.connect(self.print_pressed)

    def show_state(self, state: PapersState) -> None:
        """Build the list once for each reading; what is said changes with each touch."""
        if state.papers is not None and state.papers != self._papers:
            self._papers = state.papers
            panel = self._list(state.papers)
            self.body.replaceWidget(self._panel, panel)
            discard(self._panel)
            self._panel = panel
        self._offer(state)
        self.back.setEnabled(state.printing is not PaperProgress.UNDER_WAY)
        self._mark(state)
        self._say(state)

    def _offer(self, state: PapersState) -> None:
        if state.printing is PaperProgress.NO_PRINTER:
            self.set_heading(self.tr("My papers"), self.tr("Touch a paper to read about it."))
            self.set_primary("")
        else:
            self.set_primary(self.tr("Print"), "printer", enabled=state.may_print)

    def _mark(self, state: PapersState) -> None:
        """A list built anew shows again what was chosen before."""
        if self.table is None or state.chosen is None or self._papers is None:
            return
        row = next((at for at, paper in enumerate(self._papers) if paper == state.chosen), None)
        if row is not None and self.table.currentIndex().row() != row:
            self.table.blockSignals(True)
            self.table.selectRow(row)
            self.table.blockSignals(False)

    def _say(self, state: PapersState) -> None:
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        elif state.chosen is not None and not state.chosen.allowed:
            self.banner.say(Tone.ATTENTION, *self._not_yet(state.chosen))
        elif state.printing is not PaperProgress.NOTHING:
            say_printing(self.banner, state.printing)
        elif state.chosen is None:
            self.banner.hush()
        else:
            self.banner.say(Tone.INFO, self._name(state.chosen), self._about(state.chosen))
        if not self.banner.isHidden():
            self.scroller.verticalScrollBar().setValue(0)

    def _list(self, papers: tuple[PaperView, ...]) -> QWidget:
        if not papers:
            return Placeholder(
                "receipt",
                self.tr("There is no paper yet."),
                self.tr("After a payment you find its receipt here."),
            )
        model: Rows[PaperView] = Rows(
            [
                Column(
                    self.tr("Paper"),
                    words=self._name,
                    stretch=True,
                    icon=lambda paper: "paper" if paper.kind == "payment_receipt" else "receipt",
                    state=lambda _paper: "",
                ),
                Column(self.tr("Amount"), words=lambda paper: money(paper.cents), figures=True),
                Column(
                    self.tr("Now"),
                    words=self._availability,
                    icon=lambda paper: "check" if paper.allowed else "clock",
                    state=lambda paper: "success" if paper.allowed else "muted",
                ),
            ]
        )
        model.show_rows(papers)
        table = grown(Table(model, self.tr("My papers")), only_wide=(1,))
        table.selected.connect(self.chosen)
        self.table = table
        return table

    def _name(self, paper: PaperView) -> str:
        if paper.kind == "rent_receipt":
            return self.tr("Rent receipt for {month}").format(month=period(paper.period or ""))
        if paper.at is None:
            return self.tr("Payment receipt")
        return self.tr("Payment receipt of {day}").format(day=short_day(paper.at.date()))

    def _availability(self, paper: PaperView) -> str:
        return self.tr("ready") if paper.allowed else self.tr("not yet")

    def _about(self, paper: PaperView) -> str:
        if paper.kind == "rent_receipt":
            return self.tr("It proves that this month’s rent is wholly paid.")
        return self.tr("It proves that you made this payment.")

    def _not_yet(self, paper: PaperView) -> tuple[str, str]:
        month = period(paper.period or "")
        return {
            "unpaid": (
                self.tr("The rent for {month} is not paid yet.").format(month=month),
                self.tr("A rent receipt can be given once the month is wholly paid."),
            ),
            "part_paid": (
                self.tr("The rent for {month} is paid in part.").format(month=month),
                self.tr(
                    "You can print the receipt of each payment; the rent receipt comes with the last one."
                ),
            ),
            "rentless": (
                self.tr("No rent was asked for {month}.").format(month=month),
                self.tr("You can print the receipt of each payment."),
            ),
            "unread": (
                self.tr("A line of your account could not be read last night."),
                self.tr(
                    "You can print the receipt of each payment. For the rent receipt, come back in a few"
                    " days or ask at the desk."
                ),
            ),
            "unproven": (
                self.tr("The agency has yet to confirm a payment for {month}.").format(month=month),
                self.tr("You can print the receipt of each payment. For the rent receipt, ask at the desk."),
            ),
            "uncleared": (
                self.tr("A payment for {month} is still on its way to the bank.").format(month=month),
                self.tr("The rent receipt can be printed when the bank has confirmed it."),
            ),
            "benefit_pending": (
                self.tr("The housing benefit for {month} has not arrived yet.").format(month=month),
                self.tr("The rent receipt can be printed when the CAF has paid it."),
            ),
        }.get(paper.reason_code) or (
            self.tr("This paper cannot be printed here."),
            self.tr("Please ask at the desk."),
        )
