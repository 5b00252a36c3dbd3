"""The door: who works at this counter."""

from desktop.views.counter.screens import CounterScreen
from desktop.views.counter.sign_in.presenter import SignInPresenter
from desktop.views.counter.sign_in.view import SignInView

SCREEN = CounterScreen(
    presenter=SignInPresenter,
    view=SignInView,
    about="",
    way=None,
)
