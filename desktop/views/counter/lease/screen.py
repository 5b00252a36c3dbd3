"""The file of one lease."""

from desktop.views.counter.lease.presenter import LeasePresenter
from desktop.views.counter.lease.view import LeaseView
from desktop.views.counter.screens import CounterScreen

SCREEN = CounterScreen(
    presenter=LeasePresenter,
    view=LeaseView,
    about="lease",
    way=None,
)
