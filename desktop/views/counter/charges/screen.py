"""Card payments in doubt."""

from desktop.views.common.screen import Words
from desktop.views.counter.charges.presenter import ChargesPresenter
from desktop.views.counter.charges.view import ChargesView
from desktop.views.counter.screens import CounterScreen, TopWay

SCREEN = CounterScreen(
    presenter=ChargesPresenter,
    view=ChargesView,
    about="",
    way=TopWay(
        order=30,
        key="F4",
        icon="card",
        words=Words("ChargesView", "Payments in doubt"),
    ),
)
