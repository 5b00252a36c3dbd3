"""First time here: from the letter to an account of one's own."""

from desktop.views.common.screen import Words
from desktop.views.kiosk.activation.presenter import ActivationPresenter
from desktop.views.kiosk.activation.view import ActivationView
from desktop.views.kiosk.screens import KioskScreen

SCREEN = KioskScreen(
    presenter=ActivationPresenter,
    view=ActivationView,
    private=False,
    tile=None,
    help=Words("ActivationView", "Everything you need is on the letter. You are asked one thing at a time."),
)
