"""What is owed, and why."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.account.presenter import AccountPresenter
from desktop.views.kiosk.account.view import AccountView
from desktop.views.kiosk.screens import KioskScreen, Tile

SCREEN = KioskScreen(
    presenter=AccountPresenter,
    view=AccountView,
    private=True,
    tile=Tile(
        order=10,
        icon="euro",
        words=Words("AccountView", "My account"),
        hint=Words("AccountView", "What I owe, and why"),
    ),
    help=Words("AccountView", "You see what was asked each month, what was paid, and what is left."),
)
