"""What the page objects of all screens share."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.views.common.banner import Banner
from desktop.views.common.field import Field, LongField
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.kit.hero import Hero
from tests.views.kiosk.reading import plain, texts


class Page:
    """What every screen offers: the way on, the way back, and what it says."""

    kind: type[KioskPage] = KioskPage

    def __init__(self, kiosk: Any) -> None:
        self.kiosk = kiosk

    @property
    def view(self) -> Any:
        """The view, which must be the one shown."""
        shown = self.kiosk.page
        assert isinstance(shown, self.kind), f"on {type(shown).__name__}, not on {self.kind.__name__}"
        return shown

    @property
    def heading(self) -> str:
        """The large words at the top."""
        return plain(self.view.accessibleName())

    @property
    def lead(self) -> str:
        """The sentence below it, as long as there is one."""
        return self.view._lead.text()

    @property
    def message(self) -> str:
        """What the strips and large signs of this screen say."""
        shown = [each for each in self.view.findChildren(QWidget) if isinstance(each, Banner | Hero)]
        return " · ".join(words for each in shown if each.isVisible() for words in texts(each))

    @property
    def error(self) -> str:
        """What is said under an entry."""
        fields = [each for each in self.view.findChildren(QWidget) if isinstance(each, Field | LongField)]
        return plain(" · ".join(field.error for field in fields if field.isVisible() and field.error))

    def touch_continue(self) -> None:
        """The one next step."""
        self.kiosk.touch(self.view.primary)

    def touch_back(self) -> None:
        """The way back."""
        self.kiosk.touch(self.view.back)
