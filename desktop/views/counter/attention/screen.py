"""What staff should look at."""

from desktop.views.common.screen import Words
from desktop.views.counter.attention.presenter import AttentionPresenter
from desktop.views.counter.attention.view import AttentionView
from desktop.views.counter.screens import CounterScreen, TopWay

SCREEN = CounterScreen(
    presenter=AttentionPresenter,
    view=AttentionView,
    about="",
    way=TopWay(
        order=40,
        key="F5",
        icon="sync",
        words=Words("AttentionView", "To check"),
        count=lambda status: status.attention,
    ),
)
