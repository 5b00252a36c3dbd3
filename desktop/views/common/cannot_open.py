"""The window of a station that cannot open: what that means, what to do, and what helps whoever mends it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent

from desktop.errors import GuichetError, StoreFull
from desktop.views.common.card import Card
from desktop.views.common.labels import text
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import current

AGAIN_MS: Final = 60_000
"""Nobody with a keyboard stands at a kiosk: it tries again by itself."""

ALREADY_RUNNING: Final = "already_running"
_SETTINGS: Final = frozenset(
    {"settings_unreadable", "address_unreadable", "kind_unknown", "address_not_allowed", "not_configured"}
)


class CannotOpen(KioskPage):
    """Closing it gives up; no visitor of a kiosk can (`closable` False)."""

    again_pressed = Signal()

    def __init__(self, failure: GuichetError, *, closable: bool) -> None:
        super().__init__()
        self._closable = closable
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.again_pressed)
        self.primary.clicked.connect(self.again_pressed)
        meaning, advice = self._sentences(failure)
        if current().scale.kiosk:
            self._for_tenants(meaning, advice)
        else:
            self.set_heading(meaning, advice)
        if closable:
            self.set_back(self.tr("Close"))
            self.back_pressed.connect(self.close)
            self.resize(1024, 600)
        if failure.code != ALREADY_RUNNING:
            self.set_primary(self.tr("Try again"), "refresh")
            self.primary.setFocus()
        self.body.addWidget(text(self.tr("For the support"), "muted"))
        self.code = text(_particulars(failure), "strong")
        if closable:
            self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        else:
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.body.addWidget(self.code)
        self.body.addStretch(1)

    def open(self) -> None:
        """Wait for a decision; what nobody can close fills the screen and tries again by itself."""
        if self._closable:
            self.show()
            return
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(self.screen().geometry())  # where no window manager does it
        self.showFullScreen()
        self._again.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A visitor of the kiosk must not find the desktop behind it."""
        event.setAccepted(self._closable or not event.spontaneous())

    def _for_tenants(self, meaning: str, advice: str) -> None:
        self.set_heading(
            self.tr("This kiosk is not available"),
            self.tr("Please ask at the desk: everything you can do here can be done there."),
        )
        card = Card()
        card.body.addWidget(text(self.tr("For the staff"), "muted"))
        card.body.addWidget(text(meaning, "subtitle"))
        card.body.addWidget(text(advice))
        self.body.addWidget(card)

    def _sentences(self, failure: GuichetError) -> tuple[str, str]:
        """What it means, and what to do."""
        if isinstance(failure, StoreFull):
            return (
                self.tr("The disk is full"),
                self.tr("Nothing was changed. Make some room on the disk, then try again."),
            )
        if failure.code == "journal_newer":
            return (
                self.tr("This version of Guichet is too old"),
                self.tr("A newer one worked here. Have it installed again: nothing was changed."),
            )
        return self._nothing_is_wrong(failure.code) or (
            self.tr("The files of this computer cannot be read"),
            self.tr("Delete nothing: they may hold payments that were not sent yet. Call the support."),
        )

    def _nothing_is_wrong(self, code: str) -> tuple[str, str] | None:
        """With the files of the station, that is."""
        words = {
            "already_running": (
                self.tr("Guichet is already open on this computer"),
                self.tr("Go on in the window that is open. If there is none, restart the computer."),
            ),
            "not_enrolled": (
                self.tr("This computer is not set up yet"),
                self.tr("Ask your administrator to register it as a station."),
            ),
            "station_of_other_kind": (
                self.tr("This computer is set up as another kind of station"),
                self.tr("Nothing is lost: call your administrator."),
            ),
            "settings": (
                self.tr("The settings of this station are not right"),
                self.tr("Nothing is lost: call your administrator, who can put them right."),
            ),
            "address_not_protected": (
                self.tr("The address of central is not protected"),
                self.tr("Somebody changed it in the settings. Nothing was sent: call your administrator."),
            ),
            "folder_not_ours": (
                self.tr("This session may not open the files of Guichet"),
                self.tr("Sign in to the computer as usual, or call the support."),
            ),
        }
        return words.get("settings" if code in _SETTINGS else code)


def _particulars(failure: GuichetError) -> str:
    """The code, and what it is about: never a name of a tenant."""
    return " · ".join([failure.code, *(str(value) for value in failure.facts.values())])
