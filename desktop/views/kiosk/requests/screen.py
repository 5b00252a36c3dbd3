"""What was asked, and the answers."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.requests.presenter import RequestsPresenter
from desktop.views.kiosk.requests.view import RequestsView
from desktop.views.kiosk.screens import KioskScreen, Tile

SCREEN = KioskScreen(
    presenter=RequestsPresenter,
    view=RequestsView,
    private=True,
    tile=Tile(
        order=50,
        icon="message",
        words=Words("RequestsView", "My requests"),
        hint=Words("RequestsView", "What I asked, and the answers"),
    ),
    help=Words("RequestsView", "Touch a request in the list to read what was answered."),
)
