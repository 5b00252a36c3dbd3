"""Finding a lease while one types."""

from desktop.views.common.screen import Words
from desktop.views.counter.screens import CounterScreen, TopWay
from desktop.views.counter.search.presenter import SearchPresenter
from desktop.views.counter.search.view import SearchView

SCREEN = CounterScreen(
    presenter=SearchPresenter,
    view=SearchView,
    about="",
    way=TopWay(
        order=10,
        key="F2",
        icon="search",
        words=Words("SearchView", "Search"),
    ),
)
