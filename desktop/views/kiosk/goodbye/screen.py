"""The end of a visit."""

from desktop.views.kiosk.goodbye.presenter import GoodbyePresenter
from desktop.views.kiosk.goodbye.view import GoodbyeView
from desktop.views.kiosk.screens import KioskScreen

SCREEN = KioskScreen(
    presenter=GoodbyePresenter,
    view=GoodbyeView,
    private=False,
    tile=None,
    help=None,
    ends_by_itself=True,
)
