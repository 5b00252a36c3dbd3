"""The list of requests, and the timeline of one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.requests.requests import RequestRow
from desktop.views.common.empty import Placeholder
from desktop.views.common.page import KioskPage
from desktop.views.common.table import Column, Rows, Table
from desktop.views.common.theme import current
from desktop.views.common.words import short_day
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.kit.grown import grown
from desktop.views.kiosk.requests.categories import Categories, icon_of
from desktop.views.kiosk.requests.presenter import RequestsState
from desktop.views.kiosk.requests.timeline import Timeline


class RequestsView(KioskPage):
    """Touch one to read it."""

    request_pressed = Signal(str)
    new_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("My requests"))
        self._shown: RequestsState | None = None
        self.table: Table | None = None
        self.timeline: Timeline | None = None
        self._panel: QWidget = Placeholder("", self.tr("Your requests are being read…"))
        self.body.addWidget(self._panel)
        self.body.addStretch(1)
        self.set_back(self.tr("Back"))
        self.set_primary(self.tr("Report a problem"), "wrench")
        self.primary.clicked.connect(self.new_pressed)

    def show_state(self, state: RequestsState) -> None:
        """Build the panel anew when something is new."""
        before, self._shown = self._shown, state
        same = before is not None and (before.rows, before.card) == (state.rows, state.card)
        if same or state.rows is None:
            return
        self.table = self.timeline = None
        panel = self._make(state, state.rows)
        self.body.replaceWidget(self._panel, panel)
        discard(self._panel)
        self._panel = panel

    def _make(self, state: RequestsState, rows: tuple[RequestRow, ...]) -> QWidget:
        if state.card is not None and state.now is not None:
            name = Categories().name(state.card.row.category)
            self.set_heading(self.tr("Request {number}").format(number=state.card.row.number), name)
            self.timeline = Timeline(state.card, state.now)
            return self.timeline
        if not rows:
            self.set_heading(self.tr("My requests"))
            return Placeholder(
                "message",
                self.tr("You have not asked for anything yet."),
                self.tr(
                    "A leak, a light that does not work, a question: report it here, the agency answers."
                ),
            )
        self.set_heading(self.tr("My requests"), self.tr("Touch a request to read the answer."))
        return self._list(rows)

    def _list(self, rows: tuple[RequestRow, ...]) -> QWidget:
        words = Categories()
        model: Rows[RequestRow] = Rows(
            [
                Column(
                    self.tr("What"),
                    words=lambda row: words.name(row.category),
                    stretch=True,
                    icon=lambda row: icon_of(row.category),
                    state=lambda _row: "",
                ),
                Column(self.tr("Sent on"), words=lambda row: short_day(row.opened_at.date())),
                Column(self.tr("Answer by"), words=lambda row: short_day(row.promised_on)),
                Column(
                    self.tr("Now"),
                    words=lambda row: words.state(row.state),
                    state=lambda row: {"answered": "action", "closed": "success"}.get(row.state, "muted"),
                ),
            ]
        )
        model.show_rows(rows)
        table = grown(Table(model, self.tr("My requests")), only_wide=(1, 2))
        table.clicked.connect(lambda index: self.request_pressed.emit(model.row(index).id))
        table.opened.connect(lambda row: self.request_pressed.emit(row.id))
        self.table = table
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().scale.space(2))
        column.addWidget(table)
        return holder
