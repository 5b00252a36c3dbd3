"""Taking cash or a cheque."""

from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.screens import CounterScreen

SCREEN = CounterScreen(
    presenter=PaymentsPresenter,
    view=PaymentsView,
    about="lease",
    way=None,
)
