"""A second button beside the primary one, where the bar has room for it; it never crowds out the others."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton

from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current


class FinishAside(QObject):
    """What it offers can always be reached elsewhere too: in the top bar, or one step back."""

    def __init__(self, page: KioskPage, button: QPushButton) -> None:
        super().__init__(page)
        self._page = page
        self._button = button
        self._wanted = False
        button.setVisible(False)
        page.aside.addWidget(button)
        page.installEventFilter(self)

    def offer(self, wanted: bool) -> None:
        """Show the button if there is room."""
        self._wanted = wanted
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the page changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page, scale = self._page, current().scale
        others = [button for button in (page.back, page.primary) if not button.isHidden()]
        need = sum(button.sizeHint().width() + scale.gap for button in (self._button, *others))
        self._button.setVisible(self._wanted and need + 2 * scale.space(6) <= page.width())
