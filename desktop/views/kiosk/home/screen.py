"""What one may do once signed in."""

from desktop.views.kiosk.home.presenter import HomePresenter
from desktop.views.kiosk.home.view import HomeView
from desktop.views.kiosk.screens import KioskScreen

SCREEN = KioskScreen(
    presenter=HomePresenter,
    view=HomeView,
    private=True,
    tile=None,
    help=None,
)
