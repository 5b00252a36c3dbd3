"""The inbox of requests."""

from desktop.views.common.screen import Words
from desktop.views.counter.requests.presenter import RequestsPresenter
from desktop.views.counter.requests.view import RequestsView
from desktop.views.counter.screens import CounterScreen, TopWay

SCREEN = CounterScreen(
    presenter=RequestsPresenter,
    view=RequestsView,
    about="request",
    way=TopWay(
        order=20,
        key="F3",
        icon="wrench",
        words=Words("RequestsView", "Requests"),
    ),
)
