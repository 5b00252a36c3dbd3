"""Coming in with contract number and password."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.screens import KioskScreen
from desktop.views.kiosk.sign_in.presenter import SignInPresenter
from desktop.views.kiosk.sign_in.view import SignInView

SCREEN = KioskScreen(
    presenter=SignInPresenter,
    view=SignInView,
    private=False,
    tile=None,
    help=Words("SignInView", "Your contract number is on your letter and on your rent notices."),
)
