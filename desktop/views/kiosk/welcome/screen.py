"""The first screen: nobody is known yet."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.screens import KioskScreen
from desktop.views.kiosk.welcome.presenter import WelcomePresenter
from desktop.views.kiosk.welcome.view import WelcomeView

SCREEN = KioskScreen(
    presenter=WelcomePresenter,
    view=WelcomeView,
    private=False,
    tile=None,
    help=Words("WelcomeView", "Choose the letter if you come for the first time. Otherwise, sign in."),
)
