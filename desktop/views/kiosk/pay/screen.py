"""Paying by card."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.pay.presenter import PayPresenter
from desktop.views.kiosk.pay.view import PayView
from desktop.views.kiosk.screens import KioskScreen, Tile

SCREEN = KioskScreen(
    presenter=PayPresenter,
    view=PayView,
    private=True,
    tile=Tile(
        order=20,
        icon="card",
        words=Words("PayView", "Pay"),
        hint=Words("PayView", "By card, all or a part"),
    ),
    help=Words("PayView", "You choose the amount here, then you pay with your card on the terminal."),
)
