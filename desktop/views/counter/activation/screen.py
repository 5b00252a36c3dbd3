"""A new activation code for somebody whose identity was seen."""

from desktop.views.counter.activation.presenter import ActivationPresenter
from desktop.views.counter.activation.view import ActivationView
from desktop.views.counter.screens import CounterScreen

SCREEN = CounterScreen(
    presenter=ActivationPresenter,
    view=ActivationView,
    about="lease",
    way=None,
)
