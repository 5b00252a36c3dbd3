"""Reporting a problem."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.new_request.presenter import NewRequestPresenter
from desktop.views.kiosk.new_request.view import NewRequestView
from desktop.views.kiosk.screens import KioskScreen, Tile

SCREEN = KioskScreen(
    presenter=NewRequestPresenter,
    view=NewRequestView,
    private=True,
    tile=Tile(
        order=40,
        icon="wrench",
        words=Words("NewRequestView", "Report a problem"),
        hint=Words("NewRequestView", "With a photo if you like"),
    ),
    help=Words("NewRequestView", "Say what does not work, where, and add a photo if you have one."),
)
